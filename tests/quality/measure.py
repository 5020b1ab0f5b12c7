#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures tidings on real corpora and compares the figures with those in results.csv.

measure.py TIDINGS [--update]

Reads the folder that TIDINGS_DATA names; without it, exits with 77 (skipped). Since the same input gives the same bytes, a figure
that is not as recorded is a change of outcome: look at it, and record it with --update if it is meant.
"""
import csv
import os
import pathlib
import subprocess
import sys
import tempfile

CASES = [("bbc", 5), ("newsgroups20", 20), ("agnews_test", 4), ("reuters_r8", 8), ("reuters_r52", 52), ("gnad10k_test", 9)]
MEASURES = ["v_measure", "ari"]
RESULTS = pathlib.Path(__file__).with_name("results.csv")


def measure(tidings, corpus, themes, folder):
    out = folder / corpus.name
    subprocess.run([tidings, "analyze", str(corpus), "--themes", str(themes), "-o", str(out), "--write", "csv", "--quiet"],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    scored = subprocess.run([tidings, "score", str(out / "articles.csv"), str(corpus)], check=True, capture_output=True,
                            text=True)
    values = dict(line.split() for line in scored.stdout.splitlines())
    return [values[name] for name in MEASURES]


def main():
    tidings, data = sys.argv[1], os.environ.get("TIDINGS_DATA")
    if not data:
        print("TIDINGS_DATA names no folder: the measurements on real corpora are skipped")
        sys.exit(77)
    rows = [["corpus", "themes", *MEASURES]]
    with tempfile.TemporaryDirectory() as folder:
        for name, themes in CASES:
            corpus = pathlib.Path(data) / f"{name}.jsonl.xz"
            rows.append([name, str(themes), *measure(tidings, corpus, themes, pathlib.Path(folder))])
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
