#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What comes again is the article that it was, where it was; what only has its id is another one.

again.py TIDINGS CORPUS.jsonl

Other facts and the same words move nothing. A sentence more moves next to nothing, however many get
one, and ends no theme. Files that number their rows lose nothing, in whatever order they come, and
change nothing when they come again. Pages without ids come again as versions of themselves.
"""
import contextlib
import json
import pathlib
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile

NOTE = " This article was amended on Tuesday to correct a name."
FILES, ROWS = 9, 40
PLACES = "SELECT id, title, language, copy_of, theme, weight, second_theme, story, reason, added FROM articles ORDER BY number"


class Archive:
    def __init__(self, program, path):
        self.program, self.path = program, path

    def call(self, command, *words):
        done = subprocess.run([self.program, command, self.path, *words], capture_output=True, check=False)
        assert done.returncode == 0, (command, words, done.stderr.decode())
        return done.stdout.decode() + done.stderr.decode()

    def add(self, records, *options):
        return self.call("add", write(self.path.with_name("batch.jsonl"), records), *options)

    def ask(self, query):
        with contextlib.closing(sqlite3.connect(self.path)) as database:
            return database.execute(query).fetchall()

    def copy(self, name):
        path = self.path.with_name(name)
        for end in ("", "-wal", "-shm"):
            path.with_name(name + end).unlink(missing_ok=True)
        self.ask("PRAGMA wal_checkpoint(TRUNCATE)")
        shutil.copy(self.path, path)
        return Archive(self.program, path)

    def is_whole(self):
        return self.call("check") == "the archive is intact\n"


def write(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
    return path


def read(corpus):
    records = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        with contextlib.suppress(ValueError):
            record = json.loads(line)
            if isinstance(record, dict) and record.get("id") and record.get("published") and record.get("body"):
                records.append(record)
    return list({record["id"]: record for record in records}.values())


def other_facts(begun, records):
    wrong, archive = [], begun.copy("facts.tidings")
    before = archive.ask(PLACES)
    for fact in ("url", "source"):
        said = archive.add([record | {fact: f"https://moved.example/{record['id']}"} for record in records], "-q")
        if f"0 added, {len(records)} changed, 0 already there" not in said:
            wrong.append(f"another {fact}: {said}")
        if archive.ask(PLACES) != before or not archive.is_whole():
            wrong.append(f"another {fact}: articles are elsewhere")
        if archive.ask(f"SELECT count(*) FROM articles WHERE {fact} NOT LIKE 'https://moved.example/%'") != [(0,)]:
            wrong.append(f"another {fact} is not kept")
    return wrong


def a_sentence_more(begun, records):
    wrong, of = [], dict(begun.ask("SELECT id, theme FROM articles"))
    themes = sorted({theme for theme in of.values() if theme})
    chosen = {f"all of T{theme}": [record for record in records if of[record["id"]] == theme] for theme in themes[::3]}
    for name, some in (chosen | {"all": records}).items():
        archive = begun.copy("sentence.tidings")
        archive.call("curate", "pin", f"T{themes[0]}")
        said = archive.add([record | {"body": record["body"] + NOTE} for record in some], "-q")
        now = dict(archive.ask("SELECT id, theme FROM articles"))
        moved = [id for id in of if now[id] != of[id]]
        if f" {len(some)} changed" not in said or " 0 new themes" not in said or "re-clustered" in said:
            wrong.append(f"a sentence more, {name}: {said}")
        if len(moved) > len(records) / 100 or [id for id in moved if of[id] == themes[0]] or not archive.is_whole():
            wrong.append(f"a sentence more, {name}: {len(moved)} of {len(some)} moved: {moved[:9]}")
    return wrong


def numbered(records):
    """Files that number their rows from 0, half of them of another source, all of it on bare days."""
    rows = [{"id": number % ROWS, "title": record["title"], "body": record["body"], "published": record["published"][:10],
             "url": f"https://{number % 2}.example/{record['id']}"} for number, record in enumerate(records[: FILES * ROWS])]
    return [rows[at : at + ROWS] for at in range(0, len(rows), ROWS)]


def row_numbers(program, folder, records):
    wrong, files = [], [write(folder / f"rows{at}.jsonl", rows) for at, rows in enumerate(numbered(records))]
    outputs = set()
    for turn in range(3):
        random.Random(turn).shuffle(files)
        output = folder / f"out{turn}"
        subprocess.run([program, "analyze", "-q", "--threads", str(turn + 1), "-o", output, *files], capture_output=True, check=True)
        outputs.add((output / "analysis.json").read_bytes())
    corpus = json.loads(next(iter(outputs)))["corpus"]
    if len(outputs) != 1 or corpus["articles"] != FILES * ROWS or corpus["skipped"]:
        wrong.append(f"numbered rows: {len(outputs)} results, {corpus}")
    archive, text = Archive(program, folder / "rows.tidings"), ""
    for file in sorted(files):
        text = archive.call("add", file)
    if f"{ROWS} articles have an id already used by an article" not in text:
        wrong.append(f"numbered rows: nothing is said: {text}")
    kept = archive.ask("SELECT * FROM articles")
    for words in (sorted(files)[3:4], sorted(files), reversed(files)):
        said = archive.call("add", "-q", *words)
        if "0 added, 0 changed" not in said:
            wrong.append(f"numbered rows again: {said}")
    if len(kept) != FILES * ROWS or archive.ask("SELECT * FROM articles") != kept or not archive.is_whole():
        wrong.append(f"numbered rows: {len(kept)} are kept")
    return wrong


def without_ids(program, folder, records):
    pages = [{name: value for name, value in record.items() if name != "id"} | {"url": f"https://page.example/{record['id']}"}
             for record in records[:120]]
    later = [page | {"body": page["body"] + NOTE, "published": page["published"][:8] + "28"} for page in pages[::2]]
    archive = Archive(program, folder / "pages.tidings")
    archive.add(pages, "-q")
    ids, wrong = "SELECT id FROM articles ORDER BY number", []
    copies = "SELECT id, copy_of FROM articles WHERE copy_of IS NOT NULL"
    before = archive.ask(ids), set(archive.ask(copies))
    for said, expected in ((archive.add(later, "-q"), f"0 added, {len(later)} changed"),
                           (archive.add(later, "-q"), f"0 added, 0 changed, {len(later)} already there")):
        if expected not in said:
            wrong.append(f"pages without ids: {said}")
    if archive.ask(ids) != before[0] or set(archive.ask(copies)) - before[1] or not archive.is_whole():
        wrong.append(f"pages without ids are copies of others: {set(archive.ask(copies)) - before[1]}")
    output = folder / "pages"
    subprocess.run([program, "analyze", "-q", "-o", output, write(folder / "one.jsonl", pages),
                    write(folder / "two.jsonl", later)], capture_output=True, check=True)
    corpus = json.loads((output / "analysis.json").read_text())["corpus"]
    if (corpus["articles"], corpus["skipped"]) != (len(pages), len(later)):
        wrong.append(f"pages without ids, analyzed: {corpus}")
    return wrong


def main():
    program, records = sys.argv[1], read(pathlib.Path(sys.argv[2]))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        begun = Archive(program, folder / "weekly.tidings")
        begun.add(records, "-q")
        wrong = (other_facts(begun, records) + a_sentence_more(begun, records) +
                 row_numbers(program, folder, records) + without_ids(program, folder, records))
    print("\n".join(wrong) or f"{len(records)} articles that came again")
    sys.exit(bool(wrong))


main()
