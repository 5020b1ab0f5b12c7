#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tunable.py SOURCE.c: prints the source with its constants made variable, for a driver that tries other values."""
import pathlib
import re
import sys

text = pathlib.Path(sys.argv[1]).read_text(encoding="utf-8")
print(re.sub(r"^static const (double|struct \{)", r"static \1", text, flags=re.MULTILINE), end="")
