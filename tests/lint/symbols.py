#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shared library exports what the public headers promise, and nothing else.

symbols.py LIBRARY HEADER...
"""
import re
import subprocess
import sys

library, headers = sys.argv[1], sys.argv[2:]
promised = set()
for header in headers:
    with open(header, encoding="utf-8") as file:
        promised |= set(re.findall(r"TDG_API\b[^;#]*?\b(tdg_\w+)\(", file.read()))
listed = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
exported = {line.split()[-1].split("@")[0] for line in listed.splitlines()}
exported -= {"__bss_start", "_edata", "_end", "_init", "_fini"}  # the linker's own
for name in sorted(promised - exported):
    print("promised in a header, but not exported:", name)
for name in sorted(exported - promised):
    print("exported, but in no header:", name)
print(len(exported), "symbols")
sys.exit(0 if promised == exported and promised else 1)
