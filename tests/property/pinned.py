#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A pinned theme has its articles after every refit, one that was asked for and one that came with growth.

pinned.py TIDINGS CORPUS.jsonl [EVERY], which tries every so many decisions

Pinned by hand, by a merge and by a split. Copies are where their original is.
"""
import contextlib
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

FIRST = 250  # lines; the rest makes the archive grow by half
DECISIONS = [["pin", "T1"], ["pin", "T2"], ["merge", "T2", "T1"], ["pin", "T5"], ["split", "T1"]]


def call(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def ask(archive, sql):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        return database.execute(sql).fetchall()


def lost(program, archive, *change):
    """Originals that left a pinned theme."""
    pinned = dict(ask(archive, "SELECT a.id, a.theme FROM articles a JOIN themes t ON t.number = a.theme"
                               " WHERE t.pinned AND t.state IN ('awake', 'asleep') AND a.copy_of IS NULL"))
    assert pinned
    said = call(program, *change)
    assert "re-clustered" in said, said
    assert call(program, "check", archive) == "the archive is intact\n"
    assert not ask(archive, "SELECT a.id FROM articles a JOIN articles o ON o.number = a.copy_of WHERE a.theme IS NOT o.theme")
    now = dict(ask(archive, "SELECT id, theme FROM articles WHERE copy_of IS NULL"))
    return [id for id, theme in pinned.items() if id in now and now[id] != theme]


def main():
    program, lines = sys.argv[1], pathlib.Path(sys.argv[2]).read_bytes().splitlines(keepends=True)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first, rest, begun = folder / "first.jsonl", folder / "rest.jsonl", folder / "begun.tidings"
        first.write_bytes(b"".join(lines[:FIRST]))
        rest.write_bytes(b"".join(lines[FIRST:]))
        call(program, "add", "-q", begun, first)
        for decision in DECISIONS[::int(sys.argv[3]) if len(sys.argv) > 3 else 1]:
            for words in (["refit", "-q"], ["add", "-q"]):
                archive = folder / "now.tidings"
                shutil.copy(begun, archive)
                call(program, "curate", archive, *decision)
                gone = lost(program, archive, *words, archive, *([rest] if words[0] == "add" else []))
                assert not gone, (decision, words, len(gone), gone[:5])
    print("pinned themes keep their articles")


main()
