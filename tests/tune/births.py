#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how soon an archive sees a subject that it has never seen.

births.py TIDINGS CORPUS...

Each of the five largest classes of a labelled corpus of TIDINGS_DATA is held out in turn. Up to 1,200 other articles begin
an archive, as ten weeks; then come three weeks of 100 others, in which every new theme is false, and three weeks of 33
articles of the class among 100 others. Printed as CSV: the false themes, the share of all articles of the class so far that
are in a new theme or in none, after each of the three weeks, and the share of the others of these weeks in a new theme.
Dates are made up: seven days a week.
"""
import contextlib
import csv
import collections
import datetime
import json
import lzma
import os
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

CLASSES, FIRST, WEEKS, OTHERS, NEW = 5, 1200, 10, 100, 33
COLUMNS = ["corpus", "class", "false", "week1", "week2", "week3", "others"]


def dated(articles, week):
    monday = datetime.date(2024, 1, 1) + datetime.timedelta(weeks=week)
    return [article | {"published": str(monday + datetime.timedelta(days=i % 7))} for i, article in enumerate(articles)]


class Archive:
    def __init__(self, program, path):
        self.program, self.path = program, path

    def add(self, articles):
        batch = self.path.with_suffix(".jsonl")
        batch.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        subprocess.run([self.program, "add", "-q", self.path, batch], check=True, capture_output=True)

    def ask(self, query):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return database.execute(query).fetchall()

    def last_theme(self):
        return self.ask("SELECT max(number) FROM themes")[0][0]

    def share_new(self, articles, last):
        """Of the articles, how many are in a theme after the last one that was known, or in none."""
        theme = dict(self.ask("SELECT id, theme FROM articles"))
        themes = [theme.get(article["id"]) for article in articles]
        return sum(t is None or t > last for t in themes) / len(themes)


def measure(program, folder, others, subject):
    archive = Archive(program, folder / "held.tidings")
    first = min(FIRST, len(others) - 6 * OTHERS)
    rest = [others[at : at + OTHERS] for at in range(first, len(others), OTHERS)]
    archive.add([article for week in range(WEEKS) for article in dated(others[:first][week::WEEKS], week)])
    known = archive.last_theme()
    for week in range(3):
        archive.add(dated(rest[week], WEEKS + week))
    false, known = archive.last_theme() - known, archive.last_theme()
    shares, seen, beside = [], [], []
    for week in range(3):
        new, old = subject[week * NEW : (week + 1) * NEW], rest[3 + week]
        seen, beside = seen + new, beside + old
        archive.add(dated(new + old, WEEKS + 3 + week))
        shares.append(f"{archive.share_new(seen, known):.2f}")
    return [false, *shares, f"{archive.share_new(beside, known):.2f}"]


def main():
    program, corpora = str(pathlib.Path(sys.argv[1]).resolve()), sys.argv[2:]
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(COLUMNS)
    for corpus in corpora:
        with lzma.open(pathlib.Path(os.environ["TIDINGS_DATA"]) / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as file:
            articles = [json.loads(line) for line in file]
        sizes = collections.Counter(article["label"] for article in articles)
        for label, _ in [pair for pair in sizes.most_common() if pair[1] >= 3 * NEW][:CLASSES]:
            draw = random.Random(3)
            subject = [article for article in articles if article["label"] == label]
            others = [article for article in articles if article["label"] != label]
            draw.shuffle(subject)
            draw.shuffle(others)
            with tempfile.TemporaryDirectory() as name:
                writer.writerow([corpus, label, *measure(program, pathlib.Path(name), others, subject)])
                sys.stdout.flush()


main()
