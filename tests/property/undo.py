#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a person takes back is as if it had never been decided.

undo.py TIDINGS CORPUS.jsonl [STEP]

For every decision about every theme (with STEP, one in STEP): the export after the decision and `undo` is the one before it,
but for the ledger, and the tables hold the same to the last bit. A split leaves the number of its
smaller part behind, as a theme without articles. Decisions on top of each other come back one by
one; what came in between stays.
"""
import contextlib
import itertools
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

FIRST, SECOND = 240, 30  # articles of the first batches
STORY = 14  # column of the table of articles
TABLES = {
    "articles": "SELECT * FROM articles ORDER BY number",
    "stories": "SELECT * FROM stories ORDER BY number",
    "themes": "SELECT number, label, found_name, name, description, state, into_theme, pinned, hidden FROM themes"
              " ORDER BY number",
    "key terms": "SELECT * FROM key_terms ORDER BY theme, rank",
}


class Archive:
    def __init__(self, program, path):
        self.program, self.path = program, path

    def call(self, command, *words):
        done = subprocess.run([self.program, command, self.path, *map(str, words)], capture_output=True, check=False)
        assert done.returncode == 0, (command, words, done.stderr.decode())
        return done.stdout

    def export(self):
        return json.loads(self.call("export"))

    def tables(self):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return {name: database.execute(query).fetchall() for name, query in TABLES.items()}

    def state(self):
        return self.export(), self.tables()

    def is_whole(self):
        return self.call("check") == b"the archive is intact\n"

    def copy(self, name):
        path = self.path.with_name(name)
        for end in ("", "-wal", "-shm"):
            path.with_name(name + end).unlink(missing_ok=True)
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.path, path)
        return Archive(self.program, path)


def read(corpus):
    records = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        with contextlib.suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict) and record.get("id") and record.get("published"):
                records.append(record)
    return records


def later(record):
    """Another one four months later, so that other themes fall asleep."""
    day = {"2024-01": "2024-05", "2024-02": "2024-06", "2024-03": "2024-07", "2024-04": "2024-08"}
    published = record["published"]
    return record | {"id": "later-" + record["id"], "title": "Again: " + record["title"],
                     "published": day.get(published[:7], published[:7]) + published[7:]}


def add(archive, records, name):
    batch = archive.path.with_name(name)
    batch.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    archive.call("add", batch, "-q", "--threads", "1")


def begin(program, corpus, folder):
    records = read(corpus)
    for record in records[::11]:
        del record["published"]
    archive = Archive(program, folder / "weekly.tidings")
    add(archive, records[:FIRST], "first.jsonl")
    add(archive, records[FIRST : FIRST + SECOND], "second.jsonl")
    add(archive, [later(record) for record in records[:FIRST]
                  if record["id"].startswith("ir-") and "published" in record][-8:], "third.jsonl")
    return archive, records[FIRST + SECOND :][:40]


def decisions(export):
    """Every decision about every theme that can be changed."""
    themes = [theme["id"] for theme in export["themes"] if theme["state"] in ("awake", "asleep")]
    for theme in themes:
        yield from (["rename", theme, "Another name"], ["rename", theme, ""], ["describe", theme, "Words."],
                    ["pin", theme], ["unpin", theme], ["hide", theme])
        if next(one["originals"] for one in export["themes"] if one["id"] == theme) > 20:
            yield ["split", theme]
    for theme, into in itertools.permutations(themes, 2):
        yield ["merge", theme, into]


def without_new(state, before):
    """What a split has left behind is a theme without articles that went back."""
    (export, tables), known = state, {theme["id"] for theme in before[0]["themes"]}
    numbers = {int(name[1:]) for name in known}
    left = [theme for theme in export["themes"] if theme["id"] not in known]
    good = all(theme["state"] == "merged" and not theme["articles"] for theme in left)
    export = {part: items for part, items in export.items() if part != "ledger"}
    export["themes"] = [theme for theme in export["themes"] if theme["id"] in known]
    tables = tables | {name: [row for row in tables[name] if row[0] in numbers] for name in ("themes", "key terms")}
    return good, export, tables


def differences(before, after, what):
    good, export, tables = without_new(after, before)
    wrong = [] if good else [f"{what}: what a split left behind is still a theme"]
    for part, items in export.items():
        if items != before[0][part]:
            one = next(((old, new) for old, new in zip(before[0][part], items) if old != new), "another number of them")
            wrong.append(f"{what}: {part}: {one}")
    return wrong + [f"{what}: the table of {name} is another one" for name, rows in tables.items()
                    if rows != before[1][name]]


def one_by_one(archive, before, chosen):
    wrong = []
    for words in chosen:
        trial = archive.copy("trial.tidings")
        trial.call("curate", *words)
        changed = trial.export() != before[0]
        trial.call("curate", "undo")
        wrong += differences(before, trial.state(), " ".join(words))
        if not changed:
            wrong.append(f"{' '.join(words)}: nothing was decided")
        if words[0] in ("merge", "split") and not trial.is_whole():
            wrong.append(f"{' '.join(words)}: the archive is not whole")
    return wrong


def in_a_row(archive, before):
    themes = [theme["id"] for theme in before[0]["themes"] if theme["state"] in ("awake", "asleep")]
    steps = [["split", themes[0]], ["merge", themes[1], themes[2]], ["rename", themes[2], "Both"], ["hide", themes[0]],
             ["merge", themes[3], themes[2]], ["pin", themes[4]], ["merge", themes[4], themes[0]]]
    trial, states, wrong = archive.copy("row.tidings"), [], []
    for step in steps:
        states.append(trial.state())
        trial.call("curate", *step)
    for step, state in zip(reversed(steps), reversed(states)):
        trial.call("curate", "undo")
        wrong += differences(state, trial.state(), f"taken back in a row: {' '.join(step)}")
    return wrong


def without_story(row):
    """A new article may begin a story or an event, the last column, with older ones."""
    return row[:STORY] + row[STORY + 1 : -1]


def in_between(archive, before, more):
    """The articles of a batch after a decision stay; those before it are as they were."""
    old, wrong = {row[0] for row in before[1]["articles"]}, []
    themes = [theme["id"] for theme in before[0]["themes"] if theme["state"] in ("awake", "asleep")]
    for words in (["split", themes[0]], ["merge", themes[0], themes[1]], ["merge", themes[1], themes[0]]):
        trial = archive.copy("between.tidings")
        trial.call("curate", *words)
        add(trial, more, "more.jsonl")
        trial.call("curate", "undo", max(entry["number"] for entry in trial.export()["ledger"]
                                         if entry["kind"] in ("join", "part")))
        rows = [without_story(row) for row in trial.tables()["articles"] if row[0] in old]
        if rows != [without_story(row) for row in before[1]["articles"]]:
            wrong.append(f"{' '.join(words)}, a batch, undo: old articles are elsewhere")
        if not trial.is_whole() or len(trial.export()["articles"]) == len(old):
            wrong.append(f"{' '.join(words)}, a batch, undo: the archive is not whole")
    return wrong


def unlike(before):
    """What has to be there for this to say something."""
    themes, articles = before[0]["themes"], before[0]["articles"]
    pairs = {(article["theme"], article["second_theme"]) for article in articles if article["second_theme"]}
    there = {"themes asleep": any(theme["state"] == "asleep" for theme in themes),
             "themes awake": any(theme["state"] == "awake" for theme in themes),
             "second themes both ways": any(pair[::-1] in pairs for pair in pairs),
             "copies": any(article["copy_of"] for article in articles), "stories": before[0]["stories"]}
    return [f"the archive has no {name}" for name, good in there.items() if not good]


def main():
    program, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
    with tempfile.TemporaryDirectory() as name:
        archive, more = begin(program, corpus, pathlib.Path(name))
        before = archive.state()
        # no multiple of the six or seven decisions about a theme: all kinds are among one in five
        chosen = list(decisions(before[0]))[:: int(sys.argv[3]) if len(sys.argv) > 3 else 1]
        wrong = unlike(before) + one_by_one(archive, before, chosen) + in_a_row(archive, before)
        wrong += in_between(archive, before, more)
    print("\n".join(wrong) or f"{len(chosen)} decisions taken back")
    sys.exit(1 if wrong else 0)


main()
