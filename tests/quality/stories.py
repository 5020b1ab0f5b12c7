#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures stories on real corpora, all with the defaults, and compares the figures with those in stories.csv.

stories.py TIDINGS [--update]

Reads the folder that TIDINGS_DATA names; without it, exits with 77 (skipped). See measure.py.
"""
import csv
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile

CASES = [("ecbplus", []), ("googlenews", []), ("reuters_slugs_2015h2", ["--to", "2015-08-12"])]
MEASURES = ["bcubed_precision", "bcubed_recall", "bcubed_f1"]
RESULTS = pathlib.Path(__file__).with_name("stories.csv")


def measure(tidings, corpus, options, folder):
    out = folder / corpus.name
    subprocess.run([tidings, "analyze", str(corpus), *options, "-o", str(out), "--write", "csv", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    gold = only_read(corpus, out / "articles.csv", folder)
    scored = subprocess.run([tidings, "score", str(out / "articles.csv"), str(gold), "--column", "story", "--field", "story"],
                            check=True, capture_output=True, text=True)
    values = dict(line.split() for line in scored.stdout.splitlines())
    return [values[name] for name in MEASURES]


def only_read(corpus, articles, folder):
    """The articles that the run has read: those left out by --to are no misses."""
    with open(articles, encoding="utf-8", newline="") as file:
        ids = {row["id"] for row in csv.DictReader(file)}
    path = folder / (corpus.name + ".gold.jsonl")
    with lzma.open(corpus, "rt", encoding="utf-8") as file, path.open("w", encoding="utf-8") as gold:
        gold.writelines(line for line in file if str(json.loads(line)["id"]) in ids)
    return path


def main():
    tidings, data = sys.argv[1], os.environ.get("TIDINGS_DATA")
    if not data:
        print("TIDINGS_DATA names no folder: the measurement of stories is skipped")
        sys.exit(77)
    rows = [["corpus", *MEASURES]]
    with tempfile.TemporaryDirectory() as folder:
        for name, options in CASES:
            corpus = pathlib.Path(data) / f"{name}.jsonl.xz"
            rows.append([name, *measure(tidings, corpus, options, pathlib.Path(folder))])
    if "--update" in sys.argv:
        with RESULTS.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)
    with RESULTS.open(newline="", encoding="utf-8") as file:
        recorded = {row[0]: row for row in csv.reader(file)}
    changed = [row for row in rows if recorded.get(row[0]) != row]
    for row in rows:
        print(",".join(row), "" if row not in changed else f"recorded: {','.join(recorded.get(row[0], ['nothing']))}")
    sys.exit(1 if changed else 0)


main()
