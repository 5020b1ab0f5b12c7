#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""No command trusts a damaged archive: it says which table is damaged, or is not concerned.

damaged.py TIDINGS CORPUS.jsonl [--all] [--only TEXT] [--every N]

Every column of every table is damaged in turn (no value, another type, a number out of range, a row
that points to nothing, a text that is not UTF-8 or a format of printf, a packed text cut short), and
a row of every table taken out. `check` finds each of these. A command (all of them with --all) then
runs on a copy: none crashes, and each one either prints what it prints for the whole archive or
fails and names the archive as damaged; without --all, every third (or Nth) damage of a column is tried.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

FIRST, SECOND = 120, 40
SUBJECTS = "Trade: film, trade, clerk\n"

# Each as words behind the program, with A the archive, I a batch of articles, W the id of an article, E the entry that split a theme;
# the last decision removed an article.
COMMANDS = [
    ["themes", "A", "--json"], ["stories", "A", "--json"], ["events", "A", "--json"], ["show", "A", "T1"], ["search", "A", "trade", "--json"],
    ["why", "A", "W", "--json"], ["export", "A"], ["report", "A"], ["report", "A", "--again"],
    ["diff", "A", "2024-W03", "2024-W04", "--json"], ["curate", "A", "pin", "T2"], ["curate", "A", "undo"], ["curate", "A", "undo", "E"], ["remove", "A", "W"],
    ["curate", "A", "merge", "T2", "T1"], ["add", "A", "I", "-q"], ["refit", "A", "-q"],
]

# What nothing else in the archive says: a text of a person or of an article may be any text.
FREE = {("settings", "value"), ("themes", "fitted"), ("ledger", "article"), ("ledger", "date"),
        ("findings", "kind"), ("findings", "term"), ("findings", "first"), ("findings", "last"),
        ("findings", "text"), ("report_files", "format"), ("reports", "period"), ("terms", "stem")}


def call(words, seconds=60):
    return subprocess.run([str(word) for word in words], capture_output=True, timeout=seconds)


def make(program, *commands):
    for words in commands:
        done = call([program, *words])
        assert done.returncode == 0, (words, done.stderr)


class Trial(collections.namedtuple("Trial", "name sql free")):
    """A damage: SQL for a database without constraints. free: the value is one that might be right."""


def trials(database):
    for table, in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                                   " AND name NOT LIKE 'search%' ORDER BY name").fetchall():
        rows, = database.execute(f"SELECT count(*) FROM {table}").fetchone()
        assert rows, f"there is nothing in {table}: it could not be damaged"
        columns = database.execute(f"SELECT name, type, \"notnull\", pk FROM pragma_table_info('{table}')").fetchall()
        key = ", ".join(name for name, _, _, pk in columns if pk)
        some = f"({key}) IN (SELECT {key} FROM {table} ORDER BY {key} LIMIT 1 OFFSET {rows // 2})"
        if table == "settings":  # one that is there for sure
            some = "name = 'begun'"
        yield Trial(f"{table}: a row is gone", f"DELETE FROM {table} WHERE {some}", False)
        for name, kind, notnull, pk in columns:
            lone = kind == "INTEGER" and pk and len(key.split(",")) == 1  # the number of the row itself
            if notnull:
                yield Trial(f"{table}.{name}: no value", f"UPDATE {table} SET {name} = NULL WHERE {some}", False)
            if kind == "TEXT" and not pk:
                yield Trial(f"{table}.{name}: bytes", f"UPDATE {table} SET {name} = x'00ff' WHERE {some}", False)
                yield Trial(f"{table}.{name}: no UTF-8", f"UPDATE {table} SET {name} = CAST(x'61ff' AS TEXT) WHERE {some}", False)
                yield Trial(f"{table}.{name}: a format", f"UPDATE {table} SET {name} = '%s%n%p' WHERE {some}", True)
            if kind in ("INTEGER", "REAL") and not lone:
                yield Trial(f"{table}.{name}: a text", f"UPDATE {table} SET {name} = 'many' WHERE {some}", False)
            if kind == "INTEGER" and not lone:
                for value in (-7, 1 << 62):
                    yield Trial(f"{table}.{name}: {value}", f"UPDATE {table} SET {name} = {value} WHERE {some}",
                                (table, name) in FREE)
            if kind == "REAL":
                yield Trial(f"{table}.{name}: infinite", f"UPDATE {table} SET {name} = 9e999 WHERE {some}",
                            (table, name) in {("findings", "factor")})
        for name, to in database.execute(f"SELECT \"from\", \"table\" FROM pragma_foreign_key_list('{table}')").fetchall():
            yield Trial(f"{table}.{name}: points to nothing in {to}",
                        f"UPDATE {table} SET {name} = 987654 WHERE {some}", False)
    for table, column in (("texts", "body"), ("removed", "body"), ("report_files", "content")):
        yield Trial(f"{table}: cut short", f"UPDATE {table} SET {column} = substr({column}, 1, length({column}) - 1)", False)
        yield Trial(f"{table}: a size of a gigabyte", f"UPDATE {table} SET size = {1 << 30}", False)
    yield Trial("removed: a copy of nothing", "UPDATE removed SET copy_of = 987654", False)
    yield Trial("removed: an article that is there", "UPDATE removed SET number = (SELECT min(number) FROM articles)", False)
    yield Trial("removed: by another entry", "UPDATE removed SET ledger = 1", False)
    yield Trial("removed: was in no theme", "UPDATE removed SET moves = '[[1, 987654]]'", False)
    yield Trial("removed: was nowhere", "UPDATE removed SET moves = '[7, \"a\", {}]'", False)
    yield Trial("removed: moves are none", "UPDATE removed SET moves = '[['", False)
    yield Trial("ledger: a removal cannot be read", "UPDATE ledger SET before = '{' WHERE kind = 'remove'", False)
    yield Trial("ledger: a removal lacks a part", "UPDATE ledger SET before = '{\"copies\": []}' WHERE kind = 'remove'", False)
    yield Trial("settings: nothing was counted", "DELETE FROM settings WHERE name = 'rows'", False)
    yield Trial("settings: a table was not counted", "UPDATE settings SET value = replace(value, ' removed=1', '') WHERE name = 'rows'", False)
    yield Trial("settings: seeds are a format", "UPDATE settings SET value = '%s%s%n: trade, %p%n' WHERE name = 'seeds'", True)
    yield Trial("settings: seeds are none", "UPDATE settings SET value = 'nothing of that kind' WHERE name = 'seeds'", False)
    yield Trial("settings: seeds are huge", "UPDATE settings SET value = printf('%.*c: x', 3000000, 'y') WHERE name = 'seeds'", True)
    yield Trial("settings: an option cannot be", "UPDATE settings SET value = '%n' WHERE name = 'option.period'", False)
    yield Trial("settings: an option is no number", "UPDATE settings SET value = '1e99' WHERE name = 'option.level'", False)
    yield Trial("settings: a count is none", "UPDATE settings SET value = '-5x' WHERE name = 'looked'", False)
    yield Trial("the index of words is gone", "DELETE FROM search_docsize", False)


def untitled(line):
    """A headline without a title is made of the text."""
    try:
        return json.dumps(json.loads(line) | {"title": ""}).encode() + b"\n"
    except ValueError:  # some lines of the corpus are broken
        return line


def connect(archive):
    database = sqlite3.connect(archive, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA journal_mode = OFF")
    return database


def without_constraints(archive):
    """The same tables, in which anything can be: NOT NULL, UNIQUE and triggers are put back after the damage."""
    database = connect(archive)
    shape = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
                             " AND sql NOT LIKE 'CREATE VIRTUAL%'").fetchall()
    database.execute("PRAGMA writable_schema = ON")
    for name, sql in shape:
        if "WITHOUT ROWID" not in sql:
            database.execute("UPDATE sqlite_schema SET sql = replace(sql, ' NOT NULL', '') WHERE name = ?", (name,))
    database.execute("PRAGMA writable_schema = RESET")
    database.close()
    return shape


def damage(archive, sql):
    """False where SQLite itself does not let it happen."""
    shape = without_constraints(archive)
    database = connect(archive)
    triggers = database.execute("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    done = True
    for name, _ in triggers:
        database.execute(f"DROP TRIGGER {name}")
    try:
        done = database.execute(sql).rowcount > 0
    except sqlite3.IntegrityError:
        done = False
    for _, text in triggers:
        database.execute(text)
    database.execute("PRAGMA writable_schema = ON")
    for name, text in shape:
        database.execute("UPDATE sqlite_schema SET sql = ? WHERE name = ?", (text, name))
    database.execute("PRAGMA writable_schema = RESET")
    database.close()
    return done


def crashed(done):
    return done.returncode not in (0, 1, 2) or b"Sanitizer" in done.stderr or b"runtime error" in done.stderr


class Bench:
    def __init__(self, program, whole, batch, folder):
        self.program, self.whole, self.batch, self.folder = program, whole, batch, folder
        database = sqlite3.connect(whole)
        self.entry = database.execute("SELECT number FROM ledger WHERE kind = 'part'").fetchone()[0]
        self.word = database.execute("SELECT id FROM articles ORDER BY number LIMIT 1 OFFSET ?",
                                                   (FIRST // 2 - 1,)).fetchone()[0]
        self.expected = [self.run(whole, number, "expected") for number in range(len(COMMANDS))]
        for words, done in zip(COMMANDS, self.expected):
            assert done.returncode == 0, (words, done.stderr)

    def run(self, archive, number, name):
        copy = self.folder / f"{name}-{number}.tidings"
        shutil.copy(archive, copy)
        words = {"A": copy, "I": self.batch, "W": self.word, "E": self.entry}
        try:
            done = call([self.program] + [words.get(word, word) for word in COMMANDS[number]])
            if COMMANDS[number][0] in ("add", "refit", "curate", "remove") and not done.returncode:
                after = call([self.program, "export", copy])
                done.stdout += after.stdout
                done.stderr += after.stderr
                done.returncode = after.returncode
            return done
        finally:
            for end in ("", "-wal", "-shm", "-journal"):
                pathlib.Path(f"{copy}{end}").unlink(missing_ok=True)

    def judge(self, trial, name, numbers):
        archive = self.folder / f"{name}.tidings"
        shutil.copy(self.whole, archive)
        if not damage(archive, trial.sql):
            return [None]
        wrong = []
        found = call([self.program, "check", archive])
        if crashed(found):
            wrong.append(f"{trial.name}: check crashed: {found.stderr[-300:]}")
        if not trial.free and found.returncode == 0:
            wrong.append(f"{trial.name}: check finds nothing")
        if not trial.free and found.returncode == 1 and b"damaged" not in found.stderr and not found.stdout:
            wrong.append(f"{trial.name}: check says {found.stderr}")
        for number in numbers:
            done = self.run(archive, number, name)
            words = " ".join(COMMANDS[number])
            if crashed(done):
                wrong.append(f"{trial.name}: {words} crashed: {done.stderr[-300:]}")
            elif done.returncode and b"damaged" not in done.stderr and not trial.free:
                wrong.append(f"{trial.name}: {words}: {done.stderr}")
            elif not done.returncode and not trial.free and done.stdout != self.expected[number].stdout:
                wrong.append(f"{trial.name}: {words} says something else, without a word")
        archive.unlink()
        return wrong


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--all", action="store_true", help="run every command on every damage")
    parser.add_argument("--only", default="", help="damages whose names contain this")
    parser.add_argument("--every", type=int, default=3, help="of the damages of columns, how many are passed over")
    given = parser.parse_args()
    wrong, judged = [], 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        lines = [untitled(line) if i % 4 == 0 else line
                 for i, line in enumerate(given.corpus.read_bytes().splitlines(keepends=True))]
        for file, part in (("first", lines[:FIRST]), ("second", lines[FIRST : FIRST + SECOND])):
            (folder / f"{file}.jsonl").write_bytes(b"".join(part))
        (folder / "subjects.txt").write_text(SUBJECTS)
        whole, batch = folder / "whole.tidings", folder / "second.jsonl"
        make(given.program, ["add", whole, folder / "first.jsonl", "-q", "--seeds", folder / "subjects.txt"],
             ["curate", whole, "split", "T1"])
        with sqlite3.connect(whole) as database:
            moved, = database.execute("SELECT id FROM articles WHERE number IN (SELECT article FROM moves)"
                                      " ORDER BY story IS NULL, number LIMIT 1").fetchone()
        make(given.program, ["remove", whole, moved], ["report", whole])
        with sqlite3.connect(whole) as database:
            row = (1, 1, "step", 1, "", "2024-W01", "2024-W02", 2.0, 0.01, "A sentence.")
            empty = not database.execute("SELECT count(*) FROM findings").fetchone()[0]
            if empty:  # a small corpus has none; the row is counted as every other one
                database.execute("INSERT INTO findings VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
                database.execute("UPDATE settings SET value = replace(value, 'findings=0', 'findings=1') WHERE name = 'rows'")
            # nothing waits in so small an archive
            database.execute("INSERT INTO pending SELECT number, theme, (SELECT min(t.number) FROM themes t WHERE"
                             " t.number <> theme AND t.state = 'awake') FROM articles"
                             " WHERE theme IS NOT NULL AND copy_of IS NULL ORDER BY number LIMIT 1 OFFSET 60")
            database.execute("UPDATE settings SET value = replace(value, 'pending=0', 'pending=1') WHERE name = 'rows'")
        bench, found = Bench(given.program, whole, batch, folder), list(trials(sqlite3.connect(whole)))
        found = [trial for trial in found if given.only in trial.name]
        if not given.all and not given.only:  # of what is done to columns a part, of the rest all
            found = [trial for i, trial in enumerate(found) if "." not in trial.name or i % given.every == 0]
        jobs = [(trial, f"trial{i}", range(len(COMMANDS)) if given.all or given.only else {i % len(COMMANDS)})
                for i, trial in enumerate(found)]
        with ThreadPoolExecutor(min(4, os.cpu_count() or 1)) as pool:
            for result in pool.map(lambda job: bench.judge(*job), jobs):
                judged += result != [None]
                for text in filter(None, result):
                    print(text, flush=True)
                    wrong.append(text)
    if judged < len(found) * 3 // 4:
        wrong.append("too few damages could be done")
    print(f"{judged} of {len(found)} damages could be done, {len(wrong)} went wrong")
    sys.exit(1 if wrong else 0)


main()
