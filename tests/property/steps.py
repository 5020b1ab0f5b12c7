#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A refit that nobody asked for is taken on in steps.

steps.py TIDINGS

Subjects are told three at a time at first, so that those are one theme, and then apart, and the archive grows until it is
re-clustered. From then on: no batch moves more than a tenth of the known articles; what waits becomes less until
nothing does, and themes that are left end; the end is the same for any number of threads; a pinned theme keeps its
articles; a refit on demand leaves nothing waiting; the archive stays intact.
"""
import contextlib
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile

GROUPS, TOGETHER, WORDS, FIRST, BATCH, BATCHES = 3, 3, 40, 1100, 150, 14
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def words_of(chance, count):
    return ["".join(chance.choices(LETTERS, k=7)) for _ in range(count)]


def article(number, chance, subjects, common):
    words = [word for subject in subjects for word in chance.choices(subject, k=18 // len(subjects))]
    words += chance.choices(common, k=4)
    chance.shuffle(words)
    day = number // 40
    return {"id": f"a{number}", "title": " ".join(words[:8]), "text": " ".join(words[8:]),
            "published": f"2024-{1 + day // 28:02}-{1 + day % 28:02}"}


def batches(chance):
    subjects = [[words_of(chance, WORDS) for _ in range(TOGETHER)] for _ in range(GROUPS)]
    common = words_of(chance, WORDS)
    first = [article(number, chance, chance.choice(subjects), common) for number in range(FIRST)]
    yield first
    for batch in range(BATCHES):
        begin = FIRST + batch * BATCH
        yield [article(number, chance, [chance.choice(chance.choice(subjects))], common)
               for number in range(begin, begin + BATCH)]


def run(*words, status=0):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True)
    assert done.returncode == status, (words, done.stdout, done.stderr)
    return done.stdout


def read(archive, query):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        return database.execute(query).fetchall()


def feed(program, path, folder, threads, pin=False):
    """The archive, and how many waited after each batch."""
    archive, batch, before, waited = folder / path, folder / "batch.jsonl", {}, [0]
    archive.unlink(missing_ok=True)
    pinned = None
    for articles in batches(random.Random(7)):
        batch.write_text("".join(json.dumps(one) + "\n" for one in articles), encoding="utf-8")
        said = run(program, "add", "-q", "--threads", threads, archive, batch)
        after = dict(read(archive, "SELECT id, theme FROM articles WHERE theme IS NOT NULL"))
        moved = sum(after.get(id) != theme for id, theme in before.items())
        assert moved <= len(before) / 10, (said, moved, len(before))
        if pinned:
            assert all(after[id] == pinned for id, theme in before.items() if theme == pinned)
        waiting = read(archive, "SELECT count(*) FROM pending")[0][0]
        if "re-clustered" not in said:
            assert waiting <= waited[-1], (waiting, waited)
        waited.append(waiting)
        if pin and not pinned:
            pinned = next(iter(after.values()))
            run(program, "curate", archive, "pin", f"T{pinned}")
        before = after
    return archive, waited


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive, waited = feed(program, "one.tidings", folder, 1)
        assert max(waited) > 0 and waited[-1] == 0, waited
        steps = read(archive, "SELECT count(*) FROM ledger WHERE cause = 'continued'")[0][0]
        assert steps == sum(one > other for one, other in zip(waited, waited[1:])), (steps, waited)
        empty = read(archive, "SELECT number FROM themes t WHERE state IN ('awake', 'asleep') AND NOT EXISTS"
                              " (SELECT 1 FROM articles WHERE theme = t.number)")
        assert not empty, empty
        again, _ = feed(program, "two.tidings", folder, 3)
        assert run(program, "export", again) == run(program, "export", archive)
        assert run(program, "check", archive) == "the archive is intact\n"
        held, _ = feed(program, "held.tidings", folder, 2, pin=True)
        run(program, "refit", "-q", held)
        assert read(held, "SELECT count(*) FROM pending") == [(0,)]
        print("waited after each batch:", waited)


main()
