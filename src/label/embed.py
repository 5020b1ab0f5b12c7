#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Turns a file into C: embed.py FILE NAME OUTPUT defines `const char NAME[]`, its bytes and a final NUL."""
import pathlib
import sys

source, name, output = sys.argv[1:]
data = pathlib.Path(source).read_bytes()
assert max(data, default=0) < 256 and 0 not in data
values = [str(byte - 256 if byte > 127 else byte) for byte in data] + ["0"]
lines = [", ".join(values[at:at + 24]) for at in range(0, len(values), 24)]
pathlib.Path(output).write_text(
    "/* Made by embed.py. */\n#include \"label/subjects.h\"\n\nconst char %s[] = {\n%s};\n" % (name, ",\n".join(lines)))
