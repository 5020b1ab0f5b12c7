#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is muted is in every count and nowhere to be seen.

mute.py TIDINGS CORPUS.jsonl [EVERY], which tries every so many sets of options

An analysis with mutes has the articles, shares, series and periods of one without, and in no format
a muted word as a label, term or driver, nor a muted article as a headline or evidence. In an archive
a mute holds without a refit, and without it everything is as it was.
"""
import contextlib
import html
import json
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tempfile

TERMS, COLUMN, SOURCE = ["strikes", "Civic Union", "tariff"], "column:", "Meridian Wire"
MUTES = "".join(f"term: {term}\n" for term in TERMS) + f"column: {COLUMN}\nsource: {SOURCE.lower()}\n"
OPTIONS = [["--themes", "4"], ["--period", "day"], []]
HIDDEN = re.compile(r"\bstrikes?\b|\bcivic unions?\b|\btariffs?\b", re.I)


def call(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def is_muted(article):
    return article["source"] == SOURCE or is_of_the_column(article)


def is_of_the_column(article):
    return bool(re.match(r"column\b", article["title"], re.I))


def counts(analysis):
    """All that is to stay as it is."""
    keys = ("id", "articles", "originals", "share", "status", "change", "stability", "cohesion", "mixed", "parent", "sources")
    return [
        {key: value for key, value in analysis["corpus"].items()},
        analysis["periods"],
        [[{key: theme[key] for key in keys}, theme["series"]] for theme in analysis["themes"]],
        [[parent[key] for key in ("id", "themes", "articles", "originals", "share")] for parent in analysis["parents"]],
        [[article[key] for key in ("id", "theme", "weight", "second_theme", "copy_of", "period")] for article in analysis["articles"]],
    ]


def shown(analysis):
    """All words that are chosen to be shown."""
    for theme in analysis["themes"] + analysis["parents"]:
        yield from (theme["label"], theme["name"] or "")
        yield from (term["term"] for term in theme["terms"])
    for story in analysis["stories"]:
        yield from (term["term"] for term in story["terms"])
    for finding in analysis["findings"] + (analysis["latest"] or {}).get("movements", []):
        yield finding.get("term", "")
        yield finding["text"]
        yield from (driver["term"] for driver in finding["drivers"])


def check_analysis(analysis, articles):
    articles = {article["id"]: article for article in articles}
    assert [mute["kind"] for mute in analysis["muted"]] == ["term"] * 3 + ["column", "source"]
    bad = [text for text in shown(analysis) if HIDDEN.search(text)]
    assert not bad, bad
    for theme in analysis["themes"]:
        assert not [id for id in theme["representatives"] if is_muted(articles[id])], theme["id"]
    for finding in analysis["findings"] + (analysis["latest"] or {}).get("movements", []):
        assert finding["evidence"] and not [id for id in finding["evidence"] if is_muted(articles[id])]
    for story in analysis["stories"]:
        assert not is_muted(articles[story["headline_article"]]), story
        assert not [id for id in story["members"] if is_of_the_column(articles[id])], story
    for source in (analysis["latest"] or {}).get("sources", []):
        assert source["name"] != SOURCE or not source.get("state"), source


def check_texts(folder):
    """Titles of articles may have the words; what is about themes must not."""
    for name in ("report.md", "report.txt", "report.html"):
        path = folder / name
        if not path.exists():
            continue
        text = html.unescape(path.read_text())
        assert f"source “{SOURCE.lower()}”" in re.sub(r"\s+", " ", text), name
    for line in (folder / "report.md").read_text().splitlines():
        if line.startswith(("| T", "| P", "###", "- “")) or "terms:" in line:
            assert not HIDDEN.search(re.sub(r"\[.*?\]\(.*?\)", "", line)), line


def analyze(program, corpus, folder, *options):
    call(program, "analyze", corpus, "-q", "-o", folder, *options)
    return json.loads((folder / "analysis.json").read_text())


def state(program, archive):
    export = json.loads(call(program, "export", archive))
    for key in ("ledger", "muted"):
        del export[key]
    return export


def dump(archive):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        return [row for table in ("articles", "themes", "stories", "key_terms", "terms")
                for row in database.execute(f"SELECT * FROM {table} ORDER BY 1, 2")]


def check_archive(program, corpus, folder):
    archive, mutes = folder / "a.tidings", folder / "mutes.txt"
    call(program, "add", "-q", archive, corpus)
    before, tables = state(program, archive), dump(archive)
    report = json.loads(call(program, "report", archive, "--write", "json", "--again"))
    call(program, "add", "-q", archive, corpus, "--mute", mutes)
    assert dump(archive) == tables
    muted = state(program, archive)
    articles = {article["id"]: article for article in muted["articles"]}
    for theme in muted["themes"]:
        for text in [theme["title"], theme["label"]] + [term["term"] for term in theme["terms"]]:
            assert not HIDDEN.search(text), text
    for story in muted["stories"]:
        assert not is_muted(articles[story["headline_id"]]), story
    told = {story["id"] for story in muted["stories"]}
    for article in muted["articles"]:
        assert article["story"] is None or (article["story"] in told and not is_of_the_column(article)), article
    for entry in json.loads(call(program, "export", archive))["ledger"]:
        assert entry["kind"] in ("mute", "unmute") or not HIDDEN.search(entry["text"]), entry
    now = json.loads(call(program, "report", archive, "--write", "json", "--again"))
    check_analysis(now, muted["articles"])
    assert counts(now) == counts(report)
    assert [turn for turn in now["latest"]["lineage"] if HIDDEN.search(turn["text"])] == []
    assert not HIDDEN.search(call(program, "diff", archive, *[period["id"] for period in now["periods"][9:11]]).split("\n\n")[0])
    assert call(program, "check", archive) == "the archive is intact\n"
    other = folder / "other.tidings"
    shutil.copy(archive, other)
    for term in TERMS:
        call(program, "curate", archive, "unmute", "term", term.upper())
    call(program, "curate", archive, "unmute", "column", COLUMN)
    call(program, "curate", archive, "unmute", "source", SOURCE)
    for _ in range(5):
        call(program, "curate", other, "undo")
    for path in (archive, other):
        assert state(program, path) == before
        assert json.loads(call(program, "report", path, "--write", "json", "--again")) == report
        assert call(program, "check", path) == "the archive is intact\n"


def main():
    program, corpus = sys.argv[1], sys.argv[2]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "mutes.txt").write_text(MUTES)
        for options in OPTIONS[::int(sys.argv[3]) if len(sys.argv) > 3 else 1]:
            plain = analyze(program, corpus, folder / "plain", *options)
            muted = analyze(program, corpus, folder / "muted", "--mute", folder / "mutes.txt", *options)
            assert any(HIDDEN.search(text) for text in shown(plain))
            assert counts(plain) == counts(muted)
            assert plain["muted"] == []
            check_analysis(muted, muted["articles"])
            check_texts(folder / "muted")
        again = analyze(program, corpus, folder / "again", "--mute", folder / "mutes.txt", *options, "--threads", "1")
        assert again == muted
        check_archive(program, corpus, folder)
    print("what is muted is counted and not seen")


main()
