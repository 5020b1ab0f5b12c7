#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is removed is gone, and what is taken back is as it was.

removed.py TIDINGS CORPUS.jsonl [EVERY], which tries every so many removals

By id, source and batch: no part of the archive knows the articles any more, and the words are those
of the texts that are left. Taken back, everything but the ledger is as it was before, to the last
bit. A later batch, refit, merge or the same articles again come in between; a kill leaves all or
nothing.
"""
import contextlib
import json
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time

FIRST, SECOND = 240, 60
EVERY = int(sys.argv[3]) if len(sys.argv) > 3 else 1
KILLS = 6 // EVERY
NOTHING = 1e-9
TABLES = {
    "articles": "SELECT * FROM articles ORDER BY number",
    "stories": "SELECT * FROM stories ORDER BY number",
    "themes": "SELECT number, label, name, state, into_theme, pinned FROM themes ORDER BY number",
    "texts": "SELECT * FROM texts ORDER BY article",
    "moves": "SELECT * FROM moves ORDER BY ledger, article",
    "removed": "SELECT * FROM removed",
    "series": "SELECT period, theme, articles, originals FROM series_list ORDER BY period, theme",
}
OF_WORDS = {  # and not of phrases, which depend on the company that a text is read in
    "articles": "SELECT stem, articles FROM terms WHERE stem NOT LIKE '% %' AND articles > 0",
    "words": "SELECT stem, words FROM terms WHERE stem NOT LIKE '% %' AND articles > 0",
}


class Archive:
    def __init__(self, program, path):
        self.program, self.path = program, path

    def call(self, command, *words):
        done = subprocess.run([self.program, command, self.path, *map(str, words)], capture_output=True, check=False)
        assert done.returncode == 0, (command, words, done.stderr.decode())
        return done.stdout.decode()

    def add(self, records):
        batch = self.path.with_name("batch.jsonl")
        batch.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        return self.call("add", batch, "-q")

    def ask(self, query, *values):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return database.execute(query, values).fetchall()

    def ids(self):
        return {row[0] for row in self.ask("SELECT id FROM articles")}

    def state(self):
        export = json.loads(self.call("export"))
        return {part: items for part, items in export.items() if part != "ledger"}, {
            name: self.ask(query) for name, query in TABLES.items()}

    def words(self):
        return {name: dict(self.ask(query)) for name, query in OF_WORDS.items()}

    def copy(self, name):
        path = self.path.with_name(name)
        for end in ("", "-wal", "-shm"):
            path.with_name(name + end).unlink(missing_ok=True)
        self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.path, path)
        return Archive(self.program, path)

    def is_whole(self):
        return self.call("check") == "the archive is intact\n"


def read(corpus):
    records = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        with contextlib.suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict) and record.get("id") and record.get("published"):
                records.append(record)
    return list({record["id"]: record for record in records}.values())


def differ(one, other):
    return [f"{name}: {key}" for name in one for key in one[name].keys() | other[name].keys()
            if abs(one[name].get(key, 0) - other[name].get(key, 0)) > NOTHING]


def removals(begun):
    """Words for remove, and the ids that they mean."""
    originals = [row[0] for row in begun.ask("SELECT DISTINCT o.id FROM articles a JOIN articles o ON o.number = a.copy_of")]
    themes = begun.ask("SELECT theme FROM articles WHERE theme IS NOT NULL GROUP BY theme ORDER BY count(*) LIMIT 1")
    smallest = [row[0] for row in begun.ask("SELECT id FROM articles WHERE theme = ?", themes[0][0])]
    last = begun.ask("SELECT max(number) FROM ledger WHERE kind = 'add'")[0][0]
    yield originals, set(originals)
    yield smallest, set(smallest)
    for source, in begun.ask("SELECT source FROM articles GROUP BY source ORDER BY count(*) DESC LIMIT 2"):
        yield ["--source", source], {row[0] for row in begun.ask("SELECT id FROM articles WHERE source = ?", source)}
    yield ["--batch", last], {row[0] for row in begun.ask("SELECT id FROM articles WHERE added = ?", last)}


def gone(archive, ids, before, what):
    wrong = []
    if not archive.is_whole() or archive.ids() != before - ids:
        wrong.append(f"{what}: the archive is not whole")
    left = archive.copy("left.tidings")
    now = left.words()
    left.call("refit", "-q")
    wrong += [f"{what}: other {name} than of the texts that are left" for name in differ(now, left.words())[:3]]
    if archive.ask("SELECT rowid FROM search WHERE search MATCH 'the OR der' AND rowid NOT IN (SELECT number FROM articles)"):
        wrong.append(f"{what}: what was removed can be found")
    for theme in json.loads(archive.call("export"))["themes"]:
        if not theme["articles"] and theme["state"] in ("awake", "asleep"):
            wrong.append(f"{what}: {theme['id']} has no articles and goes on")
    return wrong


def one_by_one(begun):
    wrong, before, words, ids = [], begun.state(), begun.words(), begun.ids()
    report = begun.call("report", "--period", "2024-W06", "-q")
    for removal, meant in list(removals(begun))[::EVERY]:
        what = " ".join(map(str, removal))[:40]
        archive = begun.copy("trial.tidings")
        said = archive.call("remove", *removal)
        if not meant or not said.startswith(f"{len(meant)} removed"):
            wrong.append(f"{what}: {said}")
        wrong += gone(archive, meant, ids, what)
        if archive.call("report", "--period", "2024-W06", "-q") != report:
            wrong.append(f"{what}: the report that was kept is another one")
        archive.call("curate", "undo")
        after = archive.state()
        wrong += [f"{what}, taken back: other {part}" for part in before[0] if before[0][part] != after[0][part]]
        wrong += [f"{what}, taken back: another table of {name}" for name in TABLES if before[1][name] != after[1][name]]
        wrong += [f"{what}, taken back: other {name}" for name in differ(words, archive.words())[:3]]
        if not archive.is_whole():
            wrong.append(f"{what}, taken back: the archive is not whole")
    return wrong


def in_between(begun, records, more):
    """Whatever comes before a removal is taken back, nothing is lost and nothing there twice."""
    wrong, ids = [], begun.ids()
    removal, meant = next(removals(begun))
    again = [record for record in records if record["id"] in meant][:2]
    later = {record["id"] for record in more}
    changes = {"a batch": lambda one: one.add(more), "a refit": lambda one: one.call("refit", "-q"),
               "a merge": lambda one: one.call("curate", "merge", "T2", "T1"), "the same again": lambda one: one.add(again)}
    for what, change in changes.items():
        archive = begun.copy("between.tidings")
        archive.call("remove", *removal)
        entry = archive.ask("SELECT max(number) FROM ledger WHERE kind = 'remove'")[0][0]
        change(archive)
        if not archive.is_whole():
            wrong.append(f"removed, then {what}: the archive is not whole")
        archive.call("curate", "undo", entry)
        expected = ids | (later if what == "a batch" else set())
        if archive.ids() != expected or not archive.is_whole():
            wrong.append(f"{what} in between: {len(archive.ids())} articles instead of {len(expected)}")
        if archive.ask("SELECT count(*) FROM articles WHERE id = ?", again[0]["id"]) != [(1,)]:
            wrong.append(f"{what} in between: an article is there twice")
    return wrong


def killed(begun, ids):
    wrong, (removal, meant), seen = [], list(removals(begun))[2], set()
    begin = time.monotonic()
    begun.copy("killed.tidings").call("remove", *removal)
    lasts = time.monotonic() - begin
    for kill in range(KILLS):
        archive = begun.copy("killed.tidings")
        process = subprocess.Popen([archive.program, "remove", archive.path, *removal], stdout=subprocess.DEVNULL)
        time.sleep(lasts * (kill + 1) / KILLS)
        process.kill()
        process.wait()
        left = frozenset(archive.ids())
        seen.add(left)
        if left not in (ids, ids - meant) or not archive.is_whole():
            wrong.append(f"killed after {kill + 1}/{KILLS}: {len(left)} articles are left")
    return wrong


def main():
    program, records = sys.argv[1], read(pathlib.Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        begun = Archive(program, pathlib.Path(name, "weekly.tidings"))
        begun.add(records[:FIRST])
        begun.add(records[FIRST : FIRST + SECOND])
        wrong = one_by_one(begun) + in_between(begun, records, records[FIRST + SECOND :][:30]) + killed(begun, begun.ids())
    print("\n".join(wrong[:20]) or "what was removed is gone, and what was taken back is as it was")
    sys.exit(bool(wrong))


main()
