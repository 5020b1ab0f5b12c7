#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the page takes analysis.json for (model.ts) is what analysis.schema.json says.

page_types.py SCHEMA.json MODEL.ts

The page declares the fields that it uses; each must be a property of the schema, and optional if and only if it is
optional there.
"""
import json
import pathlib
import re
import sys

# Where the schema describes what an interface of model.ts describes.
PLACES = {
    "Period": "$defs/period", "Point": "$defs/theme/properties/series/items", "Term": "$defs/terms/items",
    "Theme": "$defs/theme", "Parent": "$defs/parent", "Story": "$defs/story", "Finding": "$defs/finding", "Analysis": "",
}


def interfaces(text):
    """{name: {field: optional}}; the fields of types inside a field are not looked at."""
    found = {}
    for name, body in re.findall(r"export interface (\w+) \{(.*?)\}(?=\n(?:export|\n|/))", text, re.S):
        while (flat := re.sub(r"\{[^{}]*\}", "", body)) != body:
            body = flat
        found[name] = {field: bool(mark) for field, mark in re.findall(r"(\w+)(\??):", body)}
    return found


def main():
    schema, model = (pathlib.Path(path).read_text(encoding="utf-8") for path in sys.argv[1:3])
    found, wrong = interfaces(model), []
    for name, place in PLACES.items():
        part = json.loads(schema)
        for step in filter(None, place.split("/")):
            part = part[step]
        if not found.get(name):
            wrong.append(f"{name}: not in the model")
        for field, optional in found.get(name, {}).items():
            if field not in part["properties"]:
                wrong.append(f"{name}.{field}: not in the schema")
            elif optional == (field in part["required"]):
                wrong.append(f"{name}.{field}: {'optional' if optional else 'required'} in the model only")
    print("\n".join(wrong) or f"{sum(len(found[name]) for name in PLACES)} fields of {len(PLACES)} types")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
