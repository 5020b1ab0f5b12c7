#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every function, structure, union and enum of the public headers has a comment of its own, right before it.

public_docs.py HEADER...
"""
import re
import sys

DECLARATION = re.compile(r"TDG_API\b.*?\b(tdg_\w+)\(|(?:struct|union|enum) (tdg_\w+)(?: \{.*|;)$")


def declarations(lines):
    """Name and line number of everything that needs a comment; a prototype may take several lines."""
    for number, line in enumerate(lines):
        start = line + " " + lines[number + 1].strip() if line.startswith("TDG_API") and number + 1 < len(lines) else line
        match = DECLARATION.match(start)
        if match:
            yield match[1] or match[2], number


def is_documented(lines, number):
    """Whether the line before ends a comment that begins with /** on a line of its own."""
    end = number - 1
    if end < 0 or not lines[end].endswith("*/"):
        return False
    while end > 0 and not lines[end].startswith("/*"):
        end -= 1
    return lines[end].startswith("/** ")


def main():
    seen, wrong = 0, []
    for header in sys.argv[1:]:
        with open(header, encoding="utf-8") as file:
            lines = file.read().splitlines()
        for name, number in declarations(lines):
            seen += 1
            if not is_documented(lines, number):
                wrong.append(f"{header}:{number + 1}: {name} has no comment of its own")
    print("\n".join(wrong) or f"{seen} declarations, all documented")
    sys.exit(1 if wrong or not seen else 0)


main()
