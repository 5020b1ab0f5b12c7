#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: reads the table of src/README.md and fails on an include that it forbids, on
a header that is private to another room, and on files that include each other in a circle.

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
FACE_ONLY = {"output"}  # besides base, calendar, phrasing and view, what is written sees the public headers only
OPEN = ("base", "calendar", "phrasing", "view")


def table(readme):
    """folder → third parties, in the order of the path"""
    rows = {}
    for line in readme.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| ") and len(cells) == 4 and re.fullmatch(r"[a-z]+", cells[0]) and cells[0] != "room":
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
    if owner not in rows:
        return f"{owner} is not in the table of src/README.md"
    if order.index(owner) > order.index(folder):
        return f"{owner} comes after {folder}"
    if folder in FACE_ONLY and owner not in OPEN:
        return f"{folder} uses {', '.join(OPEN)} and include/tidings only"
    return None


def private_to(path):
    """The room that a header is private to by its first comment, or None."""
    match = re.match(r"// SPDX[^\n]*\n/\* Private to src/([a-z]+)", path.read_text(encoding="utf-8"))
    return match and match[1]


def circles(includes):
    """Groups of files that include each other, a source and its header being one (Tarjan 1972)."""
    index, low, stack, found = {}, {}, [], []

    def visit(node):
        index[node] = low[node] = len(index)
        stack.append(node)
        for other in sorted(includes.get(node, ())):
            if other not in index:
                visit(other)
            if other in stack:
                low[node] = min(low[node], low[other])
        if low[node] == index[node]:
            group = stack[stack.index(node):]
            del stack[stack.index(node):]
            if len(group) > 1:
                found.append(sorted(group))

    for node in sorted(includes):
        if node not in index:
            visit(node)
    return found


def main():
    root = pathlib.Path(sys.argv[1])
    rows = table(root / "src/README.md")
    wrong = [f"src/{path.name}: a folder without a row in src/README.md"
             for path in sorted((root / "src").iterdir()) if path.is_dir() and path.name not in rows]
    wrong += [f"src/README.md: a row without a folder: {name}" for name in rows if not (root / "src" / name).is_dir()]
    seen, includes = 0, {}
    for path in sorted((root / "src").rglob("*.[ch]")):
        folder = path.relative_to(root / "src").parts[0]
        own = str(path.relative_to(root / "src").with_suffix(""))
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            match = re.match(r'\s*#\s*include\s*([<"])([^>"]+)[>"]', line)
            if not match:
                continue
            seen += 1
            reason = forbidden(folder, match[2], match[1] == "<", rows) if folder in rows else "unknown folder"
            header = root / "src" / match[2]
            if match[1] == '"' and header.exists():
                other = str(header.relative_to(root / "src").with_suffix(""))
                if other != own:
                    includes.setdefault(own, set()).add(other)
                if private_to(header) not in (None, folder):
                    reason = reason or f"private to {private_to(header)}"
            if reason:
                wrong.append(f"{path.relative_to(root)}:{number}: {match[2]}: {reason}")
    wrong += ["a circle of files: " + ", ".join(group) for group in circles(includes)]
    print("\n".join(wrong) or f"{seen} includes, all as src/README.md says")
    sys.exit(1 if wrong or not seen else 0)


main()
