#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: reads the table of src/README.md and fails on an include that it forbids.

includes.py ROOT
"""
import pathlib
import re
import sys

# How the libraries that the table names appear in an include.
LIBRARIES = {
    "gsl/": "GSL", "unicode/": "ICU", "cblas.h": "GSL", "cJSON.h": "cJSON", "archive": "libarchive", "libxml/": "libxml2",
    "utf8proc.h": "utf8proc", "libexttextcat/": "libexttextcat", "textcat.h": "libexttextcat", "common.h": "",
    "libstemmer.h": "libstemmer", "igraph": "igraph", "sqlite3.h": "sqlite3", "zlib.h": "zlib",
}
ANALYSIS_ONLY = {"report", "archive"}  # besides base, these see the public headers only
BESIDES = {"archive": {"text/text.h"}}  # … and what a person mutes, which rows are read by


def table(readme):
    """folder → third parties, in the order of the path"""
    rows = {}
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and re.fullmatch(r"[a-z]+", cells[0]) and cells[0] != "folder":
            rows[cells[0]] = cells[3]
    return rows


def forbidden(folder, include, system, rows):
    """Why a file of `folder` may not have this include; None where it may."""
    order = list(rows)
    if system:
        if include.startswith("tidings/"):
            return None
        for prefix, library in LIBRARIES.items():
            if include.startswith(prefix) and library not in rows[folder]:
                return f"{library} is not among the third parties of {folder}"
        return None
    owner, _, header = include.partition("/")
    if not header:
        return "an include is rooted at src"
    if owner == folder:
        return None
    if folder == "cli":
        return "cli uses include/tidings only"
    if owner == "base":
        return None
    if f"{owner}/{header}" in BESIDES.get(folder, ()):
        return None
    if folder == "base" or folder in ANALYSIS_ONLY:
        return f"{folder} uses base and include/tidings only"
    if owner not in rows:
        return f"{owner} is not in the table of src/README.md"
    if order.index(owner) > order.index(folder):
        return f"{owner} lies to the right of {folder}"
    if header != f"{owner}.h":
        return f"{owner} is entered by {owner}/{owner}.h only"
    return None


def main():
    root = pathlib.Path(sys.argv[1])
    rows = table(root / "src/README.md")
    wrong = [f"src/{path.name}: a folder without a row in src/README.md"
             for path in sorted((root / "src").iterdir()) if path.is_dir() and path.name not in rows]
    wrong += [f"src/README.md: a row without a folder: {name}" for name in rows if not (root / "src" / name).is_dir()]
    seen = 0
    for path in sorted((root / "src").rglob("*.[ch]")):
        folder = path.relative_to(root / "src").parts[0]
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            seen += 1
            reason = forbidden(folder, match[2], match[1] == "<", rows) if folder in rows else "unknown folder"
            if reason:
                wrong.append(f"{path.relative_to(root)}:{number}: {match[2]}: {reason}")
    print("\n".join(wrong) or f"{seen} includes, all as src/README.md says")
    sys.exit(1 if wrong or not seen else 0)


main()
