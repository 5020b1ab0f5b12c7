#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A subject that an archive has never seen becomes a theme between two fits; more of the same does not.

births.py TIDINGS

Articles are made of the words of their subject and of words that all have. The archive is checked
after each batch, its sums of words fit together, and the order of a batch makes no difference.
"""
import contextlib
import datetime
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

SUBJECTS, WORDS, COMMON, LENGTH = 5, 60, 200, 40
NEW = SUBJECTS - 1
NOTHING = 1e-6


def word(draw):
    return "".join(draw.choice("bdfgklmnprstvz") + draw.choice("aeiou") for _ in range(4))


def articles_of(subjects, count, begin, seed):
    draw = random.Random(7)
    common = [word(draw) for _ in range(COMMON)]
    own = [[word(draw) for _ in range(WORDS)] for _ in range(SUBJECTS)]
    draw = random.Random(seed)
    made = []
    for number in range(count):
        subject = subjects[number % len(subjects)]
        words = [draw.choice(own[subject] if draw.random() < 0.4 else common) for _ in range(LENGTH)]
        day = datetime.date(2024, 1, 1) + datetime.timedelta(days=begin + number // 10)
        made.append({"id": f"{subject}-{seed}-{number}", "title": " ".join(words[:6]), "body": " ".join(words[6:]),
                     "published": day.isoformat()})
    return made


class Archive:
    def __init__(self, program, folder, name):
        self.program, self.folder, self.path = program, folder, folder / name

    def call(self, *words):
        done = subprocess.run([self.program, *words], capture_output=True, text=True, check=False)
        assert done.returncode == 0, (words, done.stderr)
        return done.stdout

    def add(self, articles):
        batch = self.folder / "batch.jsonl"
        batch.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
        self.call("add", "-q", self.path, batch)
        self.call("check", self.path)
        assert not self.ask("SELECT stem FROM terms WHERE abs(words - (SELECT total(w.words) FROM theme_words w"
                            f" WHERE w.term = number)) > {NOTHING}")
        assert not self.ask("SELECT number FROM themes WHERE abs(words - (SELECT total(w.words) FROM theme_words w"
                            f" WHERE w.theme = number)) > {NOTHING}")

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return database.execute(sql).fetchall()

    def born(self):
        return [theme for theme, in self.ask("SELECT theme FROM ledger WHERE kind IN ('birth', 'split') AND number > 1"
                                             " AND theme NOT IN (SELECT number FROM themes WHERE born = 1)")]

    def export(self):
        return self.call("export", self.path)


def main():
    program = sys.argv[1]
    known = list(range(NEW))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first = articles_of(known, 600, 0, 1)
        same = Archive(program, folder, "same.tidings")
        same.add(first)
        same.add(articles_of(known, 240, 60, 2))
        assert not same.born(), same.born()

        archive = Archive(program, folder, "new.tidings")
        archive.add(first)
        batch = articles_of([NEW, NEW, *known], 240, 60, 3)
        archive.add(batch)
        born = archive.born()
        assert len(born) == 1, born
        there = [id for id, in archive.ask(f"SELECT id FROM articles WHERE theme = {born[0]}")]
        right = [id for id in there if id.startswith(f"{NEW}-")]
        assert len(right) >= 0.9 * 80 and len(right) >= 0.9 * len(there), (len(right), len(there))

        again = Archive(program, folder, "again.tidings")
        again.add(first)
        random.Random(4).shuffle(batch)
        again.add(batch)
        ids = "SELECT id, theme, weight FROM articles ORDER BY id"
        assert again.ask(ids) == archive.ask(ids)

        archive.add(articles_of([NEW], 60, 90, 5))
        assert archive.born() == born
        late = archive.ask("SELECT theme FROM articles WHERE id LIKE '%-5-%'")
        assert late.count((born[0],)) >= 54, late
    print("a new subject became a theme")


main()
