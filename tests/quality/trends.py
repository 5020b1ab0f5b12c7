#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures the findings of tidings on corpora whose trends are known, and compares the figures with those in trends.csv.

trends.py TIDINGS [--full] [--update] [--only CASE]

Works on the folder that TIDINGS_DATA names and with the tools next to it (make_trends.py and check_trends.py in ../tools); without
them, exits with 77 (skipped). The usual run takes a few seeds of each case, --full all of them. Since the same input gives the same
bytes, a figure that is not as recorded is a change of outcome: look at it, and record it with --update if it is meant. Where nothing
is planted, runs_with_findings and runs_with_latest (anything out of the ordinary in the latest week) count false alarms.
"""
import concurrent.futures
import csv
import json
import os
import pathlib
import subprocess
import sys
import tempfile
from collections import Counter

SHAPES = ["rising", "falling", "burst", "step_up", "step_down", "new", "gone"]
# name, corpus, articles a week, seeds of a full run, seeds of a short one, options of make_trends.py, of tidings
CASES = [
    ("planted", "newsgroups20", 400, 20, 2, [], ["--themes-from", "label"]),
    ("sparse", "newsgroups20", 120, 20, 2, [], ["--themes-from", "label"]),
    ("nothing", "newsgroups20", 120, 200, 2, ["--null"], ["--themes-from", "label"]),
    ("nothing", "bbc", 120, 200, 2, ["--null"], ["--themes-from", "label"]),
    ("found", "newsgroups20", 400, 6, 0, [], ["--themes", "20"]),
]
COLUMNS = ["case", "corpus", "per_week", "runs", "claims", "false_claims", "precision", "moving", "found", "recall",
           *(f"recall_{shape}" for shape in SHAPES), "onset_error_weeks", "runs_with_findings", "interval",
           "runs_with_latest", "latest_interval"]
RECORD = pathlib.Path(__file__).with_name("trends.csv")


def interval(part, whole):
    """95 % interval of a binomial share by Wilson."""
    z, p = 1.96, part / whole
    middle, half = p + z * z / 2 / whole, z * (p * (1 - p) / whole + z * z / 4 / whole ** 2) ** 0.5
    return f"{max(0, (middle - half) / (1 + z * z / whole)):.3f} to {(middle + half) / (1 + z * z / whole):.3f}"


def rename_themes(analysis, articles, corpus):
    """Calls each theme by the label that most of its articles have, where it holds most of that label; others go."""
    label_of = {}
    with corpus.open(encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            label_of[str(article["id"])] = article["label"]
    held = Counter()
    with articles.open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            held[label_of[row["id"]], row["theme"]] += 1
    best = {}
    for (label, theme), count in sorted(held.items()):
        if theme and count > best.get(label, (0, ""))[0]:
            best[label] = (count, theme)
    holder = {theme: label for label, (_, theme) in best.items()}
    themes = [{"id": t["id"], "label": holder.get(t["id"], "")} for t in analysis["themes"]]
    return {"themes": themes, "findings": analysis["findings"]}


def run(tidings, data, case, seed):
    """The figures of one seed, by name."""
    name, corpus, per_week, _, _, make, options = case
    tools = data.parent / "tools"
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        articles, truth, out = folder / "articles.jsonl", folder / "truth.json", folder / "out"
        subprocess.run([sys.executable, str(tools / "make_trends.py"), str(data / f"{corpus}.jsonl.xz"), str(articles), str(truth),
                        "--per-week", str(per_week), "--seed", str(seed), *make], check=True, stdout=subprocess.DEVNULL)
        subprocess.run([tidings, "analyze", str(articles), *options, "-o", str(out), "--write", "json,csv", "--quiet", "--threads",
                        "1"], check=True, stdout=subprocess.DEVNULL)
        analysis = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
        latest = bool((analysis["latest"] or {"movements": []})["movements"])
        if name == "found":
            analysis = rename_themes(analysis, out / "articles.csv", articles)
            (out / "analysis.json").write_text(json.dumps(analysis), encoding="utf-8")
        checked = subprocess.run([sys.executable, str(tools / "check_trends.py"), str(truth), str(out / "analysis.json")], check=True,
                                 capture_output=True, text=True)
    values = dict(line.split() for line in checked.stdout.splitlines())
    values["any"], values["latest"] = bool(analysis["findings"]), latest
    return values


def total(values, name):
    return sum(int(value[name]) for value in values)


def shape_recall(values, shape):
    pairs = [value[f"recall_{shape}"].split("/") for value in values if f"recall_{shape}" in value]
    return f"{sum(int(a) for a, _ in pairs)}/{sum(int(b) for _, b in pairs)}" if pairs else ""


def summary(case, values):
    name, corpus, per_week = case[:3]
    claims, false, moving, found = (total(values, key) for key in ("claims", "false_claims", "moving", "found"))
    onset = [float(value["onset_error_weeks"]) for value in values if "onset_error_weeks" in value]
    with_any, with_latest = (sum(value[key] for value in values) for key in ("any", "latest"))
    return [name, corpus, str(per_week), str(len(values)), str(claims), str(false), f"{1 - false / claims:.3f}" if claims else "",
            str(moving), str(found), f"{found / moving:.3f}" if moving else "", *(shape_recall(values, shape) for shape in SHAPES),
            f"{sum(onset) / len(onset):.2f}" if onset else "", str(with_any), interval(with_any, len(values)), str(with_latest),
            interval(with_latest, len(values))]


def measure(tidings, data, case, seeds):
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        return summary(case, list(pool.map(lambda seed: run(tidings, data, case, seed), range(1, seeds + 1))))


def main():
    tidings, data = sys.argv[1], os.environ.get("TIDINGS_DATA")
    if not data or not (pathlib.Path(data).parent / "tools" / "make_trends.py").exists():
        print("TIDINGS_DATA names no folder with tools next to it: the measurements of findings are skipped")
        sys.exit(77)
    only = sys.argv[sys.argv.index("--only") + 1] if "--only" in sys.argv else ""
    recorded = {}
    if RECORD.exists():
        with RECORD.open(newline="", encoding="utf-8") as file:
            recorded = {tuple(row[:4]): row for row in csv.reader(file)}
    changed = 0
    for case in CASES:
        seeds = case[3] if "--full" in sys.argv else case[4]
        if not seeds or only not in f"{case[0]} {case[1]}":
            continue
        row = measure(tidings, pathlib.Path(data), case, seeds)
        same = recorded.get(tuple(row[:4])) == row
        print(", ".join(f"{name} {value}" for name, value in zip(COLUMNS, row) if value), "" if same else "(not as recorded)", flush=True)
        recorded[tuple(row[:4])] = row
        changed += not same
        if "--update" in sys.argv:
            with RECORD.open("w", newline="", encoding="utf-8") as file:
                rows = [row for key, row in sorted(recorded.items()) if key[0] != "case"]
                csv.writer(file, lineterminator="\n").writerows([COLUMNS, *rows])
    sys.exit(1 if changed and "--update" not in sys.argv else 0)


main()
