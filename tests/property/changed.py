#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An article that comes again with another content takes its old words along.

changed.py TIDINGS CORPUS.jsonl

Articles change, and change back: the words are those from before. Which phrases an article has
depends on the company that it was read in, and its theme is found anew; so phrases, and what themes
have, are compared from the second time on. In between, the words are those of the texts that are
there: the same as when all is learnt anew. All of it holds for an archive without texts as well.
"""
import contextlib
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

FIRST, SECOND, EVERY = 200, 60, 17  # articles of two batches; of so many articles, one changes
NOTHING = 1e-9
SUMS = {
    "articles of terms": "SELECT stem, articles FROM terms",
    "words of terms": "SELECT stem, words FROM terms",
    "words of terms in themes": "SELECT stem || ' in ' || theme, w.words FROM theme_words w JOIN terms ON number = term",
    "words of themes": "SELECT number, words FROM themes",
}
OF_WORDS = {  # and not of phrases, which depend on the company that a text is read in
    "articles of words": "SELECT stem, articles FROM terms WHERE stem NOT LIKE '% %'",
    "words": "SELECT stem, words FROM terms WHERE stem NOT LIKE '% %'",
}


class Archive:
    def __init__(self, program, path, options):
        self.program, self.path, self.options = program, path, options

    def call(self, command, *words):
        done = subprocess.run([self.program, command, self.path, *words], capture_output=True, check=False)
        assert done.returncode == 0, (command, words, done.stderr.decode())
        return done.stdout.decode()

    def add(self, records):
        batch = self.path.with_name("batch.jsonl")
        batch.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return self.call("add", batch, "-q", *self.options)

    def sums(self, queries):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return {name: dict(database.execute(query).fetchall()) for name, query in queries.items()}

    def is_whole(self):
        return subprocess.run([self.program, "check", self.path], capture_output=True, check=False).returncode == 0


def read(corpus):
    records = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        with contextlib.suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict) and record.get("id") and record.get("published"):
                records.append(record)
    return records


def mixed(record, other):
    """An article made of two, which is a copy of neither."""
    half = [text["body"][: len(text["body"]) // 2] for text in (record, other)]
    return record | {"title": other["title"].split(":")[0] + ", " + record["title"].split(":")[0], "body": " ".join(half)}


def copied(record, other):
    return record | {"title": other["title"], "body": other["body"]}


def emptied(record, _other):
    return record | {"title": "12 34", "body": ""}


def differences(one, other, what):
    wrong = []
    for name, values in one.items():
        for key in sorted(values.keys() | other[name].keys(), key=str):
            pair = values.get(key, 0), other[name].get(key, 0)
            if abs(pair[0] - pair[1]) > NOTHING:
                wrong.append(f"{what}: {name}: {key}: {pair[0]}, {pair[1]}")
    return wrong


def there_and_back(archive, changed, chosen, queries, what):
    before, wrong = archive.sums(queries), []
    archive.add(changed)
    between = archive.sums(queries)
    if not differences(before, between, ""):
        wrong.append(f"{what}: nothing has changed")
    if any(value < 0 for values in between.values() for value in values.values()):
        wrong.append(f"{what}: less than nothing")
    archive.add(chosen)
    if not archive.is_whole():
        wrong.append(f"{what}: the archive is not whole")
    return wrong + differences(before, archive.sums(queries), what)


def choose(archive, records):
    """Some that are no copies and have none, with others to be mixed with; and all that have copies."""
    with contextlib.closing(sqlite3.connect(archive.path)) as database:
        of = dict(database.execute("SELECT a.id, o.id FROM articles a JOIN articles o ON o.number = a.copy_of"))
    known = records[: FIRST + SECOND]
    alone = [record for record in known if record["id"] not in of.keys() | set(of.values())]
    pairs = [(record, alone[(number * EVERY + 131) % len(alone)]) for number, record in enumerate(alone[::EVERY])]
    return pairs, [record for record in known if record["id"] in of.values()]


def released(archive, changed):
    """What was a copy of the old text is no copy of the new one; the earliest copy speaks for the others."""
    ids = [record["id"] for record in changed]
    query = "SELECT c.id, o.id FROM articles c JOIN articles o ON o.number = c.copy_of"
    with contextlib.closing(sqlite3.connect(archive.path)) as database:
        before = [copy for copy, original in database.execute(query) if original in ids]
    wrong = anew(archive, changed)
    with contextlib.closing(sqlite3.connect(archive.path)) as database:
        still = [copy for copy, original in database.execute(query) if original in ids]
    if not before or still or not archive.is_whole():
        wrong.append(f"copies of changed articles: {before}, then {still}")
    return wrong


def anew(archive, changed):
    """A refit learns all articles from their texts."""
    archive.add(changed)
    before = archive.sums(OF_WORDS)
    archive.call("refit", "-q")
    return differences(before, archive.sums(OF_WORDS), "learnt anew")


def check(archive, records):
    archive.add(records[:FIRST])
    archive.add(records[FIRST : FIRST + SECOND])
    pairs, originals = choose(archive, records)
    chosen, wrong = [record for record, _ in pairs], []
    for change in (mixed, copied, emptied):
        changed = [change(*pair) for pair in pairs]
        for queries in (OF_WORDS, SUMS):
            wrong += there_and_back(archive, changed, chosen, queries, f"{change.__name__} and back")
    changed = [mixed(record, records[0]) for record in originals]
    wrong += released(archive, changed)
    wrong += anew(archive, [mixed(*pair) for pair in pairs])
    print("\n".join(wrong[:20]) or f"{len(pairs)} changed articles: the words of the texts that are there")
    return bool(originals) and not wrong


def main():
    program, records, good = sys.argv[1], read(pathlib.Path(sys.argv[2])), True
    for options in ((), ("--no-text",)):
        with tempfile.TemporaryDirectory() as folder:
            good = check(Archive(program, pathlib.Path(folder, "weekly.tidings"), options), records) and good
    sys.exit(not good)


main()
