#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program writes is what analysis.schema.json says, and its parts agree with each other.

validate.py TIDINGS SCHEMA.json CORPUS.jsonl
"""
import csv
import json
import pathlib
import re
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
except ImportError:
    print("skipped: there is no python3-jsonschema (4.0 or later)")
    sys.exit(77)

COLUMNS = "id,published,title,source,theme,weight,second_theme,second_weight,story,copy_of,reason,url,language,period,theme_name,event".split(",")
ORDER = "format version tool options input corpus periods themes stories events findings parents choice null latest muted articles within".split()
RUNS = {
    "as it is": [],
    "by day": ["--period", "day", "--themes", "2"],
    "by month": ["--period", "month", "--themes", "3"],
    "one theme": ["--themes", "1"],
    "given themes": ["--themes-from", "label"],
    "many themes": ["--themes", "24"],
    "within a theme": ["--themes", "2", "--within", "T1"],
    "undated": ["--themes", "2"],
}


def long_numbers(value):
    """Numbers that have more than six significant digits and are no count."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [number for item in value for number in long_numbers(item)]
    return [value] if isinstance(value, float) and float(f"{value:.6g}") != value else []


def cell(value):
    """As a cell of articles.csv: what begins like a formula has an apostrophe."""
    text = "" if value is None else str(value)
    return "'" + text if text.startswith(("=", "+", "-", "@")) else text


def article_row(article, analysis):
    theme = next((theme for theme in analysis["themes"] if theme["id"] == article["theme"]), None)
    row = {**article, "theme_name": theme and (theme["name"] or theme["label"])}
    return {column: cell(row[column]) for column in COLUMNS}


def same_row(article, row, analysis):
    """Weights have six digits there and four here."""
    expected = article_row(article, analysis)
    for key in "weight", "second_weight":
        if article[key] is not None and row[key] and abs(article[key] - float(row[key])) < 6e-5:
            expected[key] = row[key]
    return expected == row


def sources_of(theme, articles):
    """The field `sources` of a theme, counted from the articles."""
    placed = [article for article in articles if article["theme"] and article["source"]]
    counts = {}
    for article in placed:
        if article["theme"] == theme:
            here = counts.setdefault(article["source"], [0, 0])
            here[0] += 1
            here[1] += not article["copy_of"]
    whole = {source: sum(a["source"] == source and not a["copy_of"] for a in placed) for source in counts}
    return [{"source": source, "articles": all_, "originals": originals,
             "share": float(f"{originals / whole[source] if whole[source] else 0:.6g}")}
            for source, (all_, originals) in sorted(counts.items(), key=lambda item: (-item[1][0], item[0].encode()))]


def disagreements(analysis, rows):
    """Sentences about what does not fit together."""
    ids = [row["id"] for row in rows]
    themes = [theme["id"] for theme in analysis["themes"]]
    periods = [period["id"] for period in analysis["periods"]]
    of_theme = {name: sum(row["theme"] == name for row in rows) for name in themes}
    parents = {parent["id"]: (parent, [theme for theme in analysis["themes"] if theme["parent"] == parent["id"]])
               for parent in analysis["parents"]}
    checks = {
        "the order of the fields, new ones last": list(analysis)[:len(ORDER)] == ORDER,
        "one row an article": len(rows) == analysis["corpus"]["articles"],
        "ids are unique": len(set(ids)) == len(ids),
        "copies": sum(bool(row["copy_of"]) for row in rows) == analysis["corpus"]["copies"],
        "undated articles": sum(not row["published"] for row in rows) == analysis["corpus"]["undated"],
        "copies name an article": {row["copy_of"] for row in rows} <= set(ids) | {""},
        "themes of articles": {row["theme"] for row in rows} <= set(themes) | {""},
        "a theme or a reason": all(bool(row["theme"]) != bool(row["reason"]) for row in rows),
        "articles of themes": all(theme["articles"] == of_theme[theme["id"]] for theme in analysis["themes"]),
        "largest theme first": all(a["articles"] >= b["articles"]
                                   for a, b in zip(analysis["themes"], analysis["themes"][1:])),
        "events of articles": {row["event"] for row in rows} - {""} == {event["id"] for event in analysis["events"]},
        "labels are unique": len({theme["label"] for theme in analysis["themes"]}) == len(themes),
        "representatives are articles of their theme": all(
            rows[ids.index(one)]["theme"] == theme["id"]
            for theme in analysis["themes"] for one in theme["representatives"]),
        "a point a period": all([point["period"] for point in theme["series"]] == periods
                                for theme in analysis["themes"]),
        "intervals hold their share": all(point["low"] <= point["share"] <= point["high"]
                                          for theme in analysis["themes"] for point in theme["series"]),
        "a parent each, or none": {theme["parent"] for theme in analysis["themes"]} == (set(parents) or {None}),
        "themes of parents": all(
            (parent["themes"], parent["articles"], parent["originals"]) ==
            (len(below), sum(theme["articles"] for theme in below), sum(theme["originals"] for theme in below))
            for parent, below in parents.values()),
        "largest parent first": (sizes := [parent["articles"] for parent, _ in parents.values()]) ==
                                sorted(sizes, reverse=True),
        "labels of parents are unique": len({parent["label"] for parent, _ in parents.values()}) == len(parents),
        "fewer parents than themes": len(parents) < max(len(themes), 1),
        "the number of themes": analysis["choice"]["themes"] == len(themes),
        "the curve counts from 1": [point["themes"] for point in analysis["choice"]["curve"]] ==
                                   list(range(1, len(analysis["choice"]["curve"]) + 1)),
        "weights": all(re.fullmatch(r"(\d\.\d{4})?", row[column])
                       for row in rows for column in ("weight", "second_weight")),
        "the articles of articles.csv": len(analysis["articles"]) == len(rows) and
                                            all(same_row(article, row, analysis)
                                                for article, row in zip(analysis["articles"], rows)),
        "sources of themes": all(theme["sources"] == sources_of(theme["id"], analysis["articles"])
                                 for theme in analysis["themes"]),
        "six digits": not long_numbers([analysis["themes"], analysis["parents"], analysis["choice"]]),
    }
    return [name for name, good in checks.items() if not good]


def run(tidings, validator, corpus, options):
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([tidings, "analyze", str(corpus), "--quiet", "-o", folder, *options], check=True,
                       stdout=subprocess.DEVNULL)
        analysis = json.loads(pathlib.Path(folder, "analysis.json").read_text(encoding="utf-8"))
        with open(pathlib.Path(folder, "articles.csv"), encoding="utf-8", newline="") as file:
            table = csv.DictReader(file)
            rows = list(table)
    wrong = [f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"
             for error in validator.iter_errors(analysis)]
    if table.fieldnames != COLUMNS:
        wrong.append("the columns of articles.csv")
    return wrong or disagreements(analysis, rows)


def closed(schema):
    """The schema for its writer: nothing may be written that it does not name. A reader has to pass over what is new,
    so the schema itself stays open."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    inner = {key: closed(part) for key, part in schema.items()}
    if "properties" in inner and isinstance(inner["properties"], dict) and "type" in inner:
        inner.setdefault("additionalProperties", False)
    return inner


def undated(corpus, folder):
    path = pathlib.Path(folder, "undated.jsonl")
    text = pathlib.Path(corpus).read_text(encoding="utf-8")
    path.write_text(re.sub(r'"published": ?"[^"]*", ?', "", text), encoding="utf-8")
    return path


def main():
    tidings, schema, corpus = sys.argv[1:4]
    contract = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(contract)
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, options in RUNS.items():
            source = undated(corpus, folder) if name == "undated" else corpus
            wrong = run(tidings, Draft202012Validator(closed(contract)), source, options)
            for sentence in wrong:
                print(f"{name}: {sentence}")
            failed += bool(wrong)
    print(f"{len(RUNS) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
