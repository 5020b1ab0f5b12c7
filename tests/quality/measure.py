#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures tidings on real corpora and compares the figures with those in results.csv.

measure.py TIDINGS [--update]

Reads the folder that TIDINGS_DATA names; without it, exits with 77 (skipped). Since the same input gives the same bytes, a figure
that is not as recorded is a change of outcome: look at it, and record it with --update if it is meant.
"""
import csv
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile

# corpus and its number of labels
LABELLED = [("bbc", 5), ("newsgroups20", 20), ("agnews_test", 4), ("reuters_r8", 8), ("reuters_r52", 52), ("gnad10k_test", 9),
            ("cyber_weekly", 5), ("crises_es", 4), ("reuters21578", 66)]
METHODS = {"bm25": ["--weighting", "bm25"], "tfidf": ["--weighting", "tfidf"], "auto": ["--themes", "auto"]}
# The protocol for the words of themes: ready tokens, five numbers of themes, the first ten terms.
WORDS = [("octis_bbc", themes) for themes in (5, 10, 20, 30, 40, 50)]
COLUMNS = ["corpus", "method", "themes", "v_measure", "ari", "coherence", "stability", "npmi", "diversity"]
RESULTS = pathlib.Path(__file__).with_name("results.csv")


def values(command):
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return dict(line.split() for line in text.splitlines())


def measure(tidings, corpus, method, themes, options, folder):
    """One row of the results; `themes` is how many there were in the end."""
    out = folder / corpus.name
    subprocess.run([tidings, "analyze", str(corpus), "--themes", str(themes), *options, "-o", str(out), "--write", "csv,json",
                    "--quiet"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    found = json.loads((out / "analysis.json").read_text(encoding="utf-8"))["themes"]
    groups = values([tidings, "score", str(out / "articles.csv"), str(corpus)])
    terms = {"npmi": "", "diversity": ""}
    if method == "tokens":
        terms = values([tidings, "score", "--terms", str(corpus), str(out / "analysis.json")])
    return {"corpus": corpus.name.split(".")[0], "method": method, "themes": str(len(found)),
            "v_measure": groups["v_measure"], "ari": groups["ari"], "coherence": mean(found, "coherence"),
            "stability": mean(found, "stability"), "npmi": terms["npmi"], "diversity": terms["diversity"]}


def mean(themes, field):
    known = [theme[field] for theme in themes if theme[field] is not None]
    return f"{statistics.fmean(known):.4f}" if known else ""


def measure_all(tidings, data, folder):
    for name, themes in LABELLED:
        for method, options in METHODS.items():
            yield measure(tidings, data / f"{name}.jsonl.xz", method, themes, options, folder)
    for name, themes in WORDS:
        yield measure(tidings, data / f"{name}.jsonl.xz", "tokens", themes, ["--language", "none"], folder)


def main():
    tidings, data = sys.argv[1], os.environ.get("TIDINGS_DATA")
    if not data:
        print("TIDINGS_DATA names no folder: the measurements on real corpora are skipped")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as folder:
        rows = list(measure_all(tidings, pathlib.Path(data), pathlib.Path(folder)))
    if "--update" in sys.argv:
        with RESULTS.open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, COLUMNS, lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
    with RESULTS.open(newline="", encoding="utf-8") as file:
        recorded = list(csv.DictReader(file))
    for row in rows:
        print(",".join(row.values()), "" if row in recorded else "is not what was recorded")
    sys.exit(0 if rows == recorded else 1)


main()
