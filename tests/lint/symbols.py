#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The public headers, the symbol map and the shared library have the same functions, each in the version that the map says.

symbols.py LIBRARY MAP HEADER...
"""
import re
import subprocess
import sys

COMMENT = re.compile(r"/\*.*?\*/", re.S)


def read(path):
    with open(path, encoding="utf-8") as file:
        return COMMENT.sub("", file.read())


def promised(headers):
    return {name for header in headers for name in re.findall(r"TDG_API\b[^;#]*?\b(tdg_\w+)\(", read(header))}


def mapped(path):
    """symbol → version; a name that stands in two blocks is an error of the map."""
    versions = {}
    for version, block in re.findall(r"(\w[\w.]*)\s*\{(.*?)\}", read(path), re.S):
        for name in re.findall(r"(\w+);", block):
            if name in versions:
                sys.exit(f"{path}: {name} is in {versions[name]} and in {version}")
            versions[name] = version
    return versions


def exported(library):
    """symbol → version, without the symbols of the versions themselves"""
    listed = subprocess.run(["nm", "-D", "--defined-only", library], check=True, capture_output=True, text=True).stdout
    rows = [line.split()[-2:] for line in listed.splitlines()]
    return dict(re.split("@+", symbol) if "@" in symbol else (symbol, "no version") for kind, symbol in rows if kind != "A")


def main():
    library, path, *headers = sys.argv[1:]
    declared, versions, found = promised(headers), mapped(path), exported(library)
    wrong = [f"in a header, but not in the map: {name}" for name in sorted(declared - versions.keys())]
    wrong += [f"in the map, but in no header: {name}" for name in sorted(versions.keys() - declared)]
    wrong += [f"in the map, but not exported: {name}" for name in sorted(versions.keys() - found.keys())]
    wrong += [f"exported, but not in the map: {name}" for name in sorted(found.keys() - versions.keys())]
    wrong += [f"{name} is exported as {found[name]}, and the map says {versions[name]}"
              for name in sorted(versions.keys() & found.keys()) if versions[name] != found[name]]
    print("\n".join(wrong) or f"{len(found)} symbols, all in the headers and in the map")
    sys.exit(1 if wrong or not found else 0)


main()
