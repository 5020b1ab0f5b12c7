#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays corpora week by week into an archive, one `add` an ISO week, and compares the figures with those in replays.csv.

replay.py TIDINGS [--update] [--full] [--only CORPUS] [--keep FOLDER] [--reports]

ami_one_shot is how well the themes at the end agree with an analysis of everything at once, ami_two_seeds how well two
such analyses do; v is the agreement with the labels. kept_weekly is the share of articles, over all pairs of weeks, that
keep the id of their theme; kept_or_told leaves out those of whose theme the ledger tells that it began or ended;
kept_refit is the share that a refit at the end keeps, kept_at_refits the share that those on the way kept, of archives
with at least 1,000 articles; what came in the same week is not counted. kept_least is the share of the week, refit or not, in which
least was kept, of such archives. Only the first corpus is quick; --full measures all. --reports also
makes the report of each week. Reads the folder that TIDINGS_DATA names; without it, exits with 77 (skipped).
"""
import argparse
import collections
import contextlib
import csv
import datetime
import io
import json
import lzma
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

from agreement import adjusted_mutual_information, v_measure

CORPORA = ["nyt2011", "business_headlines", "headlines_uk", "reuters21578"]
COLUMNS = ["corpus", "weeks", "articles", "refits", "themes", "themes_one_shot", "ami_one_shot", "ami_two_seeds", "v",
           "v_one_shot", "kept_weekly", "kept_or_told", "kept_refit", "kept_at_refits", "kept_least"]
FEWEST_AT_REFIT = 1000
# Archives keep to the usual resolution and weights.
AS_ARCHIVES = ["--detail", "coarse", "--weighting", "bm25"]
RESULTS = pathlib.Path(__file__).with_name("replays.csv")


def read(path):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def weeks(articles):
    """(name, articles) of each ISO week, undated ones first"""
    by_week = collections.defaultdict(list)
    for article in articles:
        day = datetime.date.fromisoformat(article.get("published", "0001-01-01")[:10])
        by_week[tuple(day.isocalendar())[:2]].append(article)
    return [(f"{year}-W{week:02}", by_week[year, week]) for year, week in sorted(by_week)]


def write(path, articles):
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")


def run(*words):
    return subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True).stdout


def analyzed(tidings, path, seed):
    """id → theme, "" for none"""
    text = run(tidings, "analyze", "-q", path, "--write", "csv", "--seed", seed, *AS_ARCHIVES)
    return {row["id"]: row["theme"] for row in csv.DictReader(io.StringIO(text))}


def archived(path):
    """id → theme, 0 for none"""
    with contextlib.closing(sqlite3.connect(path)) as archive:
        return dict(archive.execute("SELECT id, ifnull(theme, 0) FROM articles"))


def agreement(one, other, measure=adjusted_mutual_information):
    both = sorted(id for id in one if id in other and one[id] and other[id])
    return f"{measure([one[id] for id in both], [other[id] for id in both]):.4f}"


def told(path, since):
    """Themes that the ledger lets begin and end after an entry, and the number of its last entry."""
    with contextlib.closing(sqlite3.connect(path)) as archive:
        new = archive.execute("SELECT kind, theme, number FROM ledger WHERE number > ?", [since]).fetchall()
    begun = {theme for kind, theme, _ in new if kind in ("birth", "split")}
    ended = {theme for kind, theme, _ in new if kind in ("merge", "end")}
    return begun, ended, max([since] + [number for _, _, number in new])


class Kept:
    """Of the articles with a theme before, how many have the same one after."""

    def __init__(self):
        self.same = self.compared = 0

    def add(self, before, after, begun=(), ended=()):
        placed = [id for id in before if before[id] and before[id] not in ended and after.get(id) not in begun]
        self.same += sum(after.get(id) == before[id] for id in placed)
        self.compared += len(placed)

    def share(self):
        return self.same / max(self.compared, 1)

    def __str__(self):
        return f"{self.share():.4f}"


def replay(tidings, batches, archive, reports):
    """The themes at the end, refits, and what was kept from week to week."""
    batch = archive.with_suffix(".jsonl")
    before, weekly, or_told, at_refits, refits, entry, least = {}, Kept(), Kept(), Kept(), 0, 0, 1.0
    for name, week in batches:
        write(batch, week)
        said = run(tidings, "add", "-q", archive, batch)
        if "re-clustered" in said:
            refits += 1
            print(f"{name}: {said.splitlines()[-1]}", flush=True)
        after = archived(archive)
        begun, ended, entry = told(archive, entry)
        weekly.add(before, after)
        if len(before) >= FEWEST_AT_REFIT:
            step = Kept()
            step.add(before, after)
            least = min(least, step.share())
        if "re-clustered" in said and len(before) >= FEWEST_AT_REFIT:
            at_refits.add(before, after)
        or_told.add(before, after, begun, ended)
        before = after
        if reports and not name.startswith("1-"):  # undated ones
            run(tidings, "report", "-q", archive, "--period", name)
    return before, refits, weekly, or_told, at_refits, f"{least:.4f}"


def measure(tidings, corpus, folder, reports):
    articles = read(corpus)
    batches = weeks(articles)
    name = corpus.name.split(".")[0]
    archive, refitted, whole = (folder / f"{name}{end}" for end in (".tidings", ".refitted.tidings", ".all.jsonl"))
    begin = time.monotonic()
    last, refits, weekly, or_told, at_refits, least = replay(tidings, batches, archive, reports)
    print(f"{name}: {time.monotonic() - begin:.0f} s, {archive.stat().st_size / len(last):.0f} bytes an article")
    write(whole, articles)
    shots = [analyzed(tidings, whole, seed) for seed in (1, 2)]
    shutil.copy(archive, refitted)
    run(tidings, "refit", "-q", refitted)
    refit = Kept()
    refit.add(last, archived(refitted))
    labels = {a["id"]: a["label"] for a in articles if a.get("label")}
    values = [agreement(themes, labels, v_measure) if labels else "" for themes in (last, shots[0])]
    return [name, len(batches), len(last), refits, len(set(last.values()) - {0}), len(set(shots[0].values()) - {""}),
            agreement(last, shots[0]), agreement(*shots), *values, weekly, or_told, refit, at_refits, least]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tidings")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--full", action="store_true")
    parser.add_argument("--only")
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--reports", action="store_true")
    given = parser.parse_args()
    data = os.environ.get("TIDINGS_DATA")
    if not data:
        print("TIDINGS_DATA names no folder: the replays are skipped")
        sys.exit(77)
    names = [given.only] if given.only else CORPORA if given.full else CORPORA[:1]
    with RESULTS.open(newline="", encoding="utf-8") as file:
        recorded = {row[0]: row for row in csv.reader(file)}
    changed = 0
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or pathlib.Path(name)
        for corpus in names:
            found = measure(given.tidings, pathlib.Path(data) / f"{corpus}.jsonl.xz", folder, given.reports)
            row = [str(value) for value in found]
            print(",".join(row), "" if recorded.get(corpus) == row else f"recorded: {','.join(recorded.get(corpus, []))}")
            changed += recorded.get(corpus) != row
            recorded[corpus] = row
    if given.update:
        with RESULTS.open("w", newline="", encoding="utf-8") as file:
            csv.writer(file, lineterminator="\n").writerows([COLUMNS, *(recorded[c] for c in CORPORA if c in recorded)])
    sys.exit(1 if changed and not given.update else 0)


main()
