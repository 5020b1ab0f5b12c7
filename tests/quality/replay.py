#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Replays a corpus week by week into an archive: one `add` an ISO week.

replay.py PROGRAM CORPUS.jsonl[.xz] [--keep ARCHIVE] [--first N]

Prints how well the archive's themes agree with an analysis of everything at once (adjusted mutual
information), how well two analyses with different seeds agree, how often articles kept the id of
their theme from one week to the next, and what a refit at the end does to them.
"""
import argparse
import collections
import contextlib
import csv
import datetime
import io
import json
import lzma
import pathlib
import shutil
import sqlite3
import subprocess
import tempfile
import time

from sklearn.metrics import adjusted_mutual_info_score, v_measure_score


def read(path):
    opener = lzma.open if path.suffix == ".xz" else open
    with opener(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def weeks(articles):
    by_week = collections.defaultdict(list)
    for article in articles:
        day = datetime.date.fromisoformat(article.get("published", "0001-01-01")[:10])  # undated ones first
        by_week[tuple(day.isocalendar())[:2]].append(article)
    return [by_week[week] for week in sorted(by_week)]


def run(*words):
    begin = time.monotonic()
    done = subprocess.run([str(word) for word in words], check=True, capture_output=True, text=True)
    return done.stdout, time.monotonic() - begin


def analyzed(program, path, seed):
    """id → theme, "" for none"""
    text = run(program, "analyze", "-q", path, "--write", "csv", "--seed", seed)[0]
    return {row["id"]: row["theme"] for row in csv.DictReader(io.StringIO(text))}


def archived(path):
    """id → theme, 0 for none"""
    with contextlib.closing(sqlite3.connect(path)) as archive:
        return dict(archive.execute("SELECT id, ifnull(theme, 0) FROM articles"))


def agreement(one, other, measure=adjusted_mutual_info_score):
    both = sorted(id for id in one if id in other and one[id] and other[id])
    return measure([one[id] for id in both], [other[id] for id in both])


def kept(before, after):
    """Of the articles with a theme before, those with the same one after."""
    placed = [id for id in before if before[id]]
    return sum(after.get(id) == before[id] for id in placed), len(placed)


def told(path, since):
    """Themes that the ledger lets begin and end after an entry, and the number of its last entry."""
    with contextlib.closing(sqlite3.connect(path)) as archive:
        new = archive.execute("SELECT kind, theme, number FROM ledger WHERE number > ?", [since]).fetchall()
    begun = {theme for kind, theme, _ in new if kind in ("birth", "split")}
    ended = {theme for kind, theme, _ in new if kind in ("merge", "end")}
    return begun, ended, max([since] + [number for _, _, number in new])


def kept_or_told(before, after, begun, ended):
    """The same, but without the articles of whose theme the ledger tells that it began or ended."""
    placed = [id for id in before if before[id] and before[id] not in ended and after.get(id) not in begun]
    return sum(after.get(id) == before[id] for id in placed), len(placed)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--keep", type=pathlib.Path)
    parser.add_argument("--first", type=int, default=0, help="only the first so many weeks")
    given = parser.parse_args()
    articles = read(given.corpus)
    batches = weeks(articles)[: given.first or None]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        archive = given.keep or folder / "weekly.tidings"
        batch = folder / "batch.jsonl"
        before, same, compared, quiet_same, quiet_compared, refits, seconds = {}, 0, 0, 0, 0, 0, 0.0
        entry, told_same, told_compared = 0, 0, 0
        for number, week in enumerate(batches):
            batch.write_text("".join(json.dumps(article) + "\n" for article in week), encoding="utf-8")
            said, spent = run(given.program, "add", "-q", archive, batch)
            seconds += spent
            after = archived(archive)
            ok, all = kept(before, after)
            same, compared = same + ok, compared + all
            begun, ended, entry = told(archive, entry)
            ok_told, all_told = kept_or_told(before, after, begun, ended)
            told_same, told_compared = told_same + ok_told, told_compared + all_told
            if "anew" in said:
                refits += 1
                print(f"week {number + 1}: {said.splitlines()[-1]}")
            else:
                quiet_same, quiet_compared = quiet_same + ok, quiet_compared + all
            before = after
        whole = folder / "all.jsonl"
        whole.write_text("".join(json.dumps(a) + "\n" for week in batches for a in week), encoding="utf-8")
        shots = [analyzed(given.program, whole, seed) for seed in (1, 2)]
        placed = sum(bool(theme) for theme in before.values())
        print(f"weeks {len(batches)} articles {len(before)} placed {placed} refits {refits} seconds {seconds:.1f}")
        print(f"bytes_per_article {archive.stat().st_size / len(before):.0f}")
        print(f"themes archive {len(set(before.values()) - {0})} one_shot {len(set(shots[0].values()) - {''})}")
        print(f"ami archive_one_shot {agreement(before, shots[0]):.4f} two_seeds {agreement(*shots):.4f}")
        labels = {a["id"]: a["label"] for a in articles if a.get("label")}
        if labels:
            print(f"v archive {agreement(before, labels, v_measure_score):.4f} "
                  f"one_shot {agreement(shots[0], labels, v_measure_score):.4f}")
        print(f"kept_weekly {same / max(compared, 1):.4f} without_refits {quiet_same / max(quiet_compared, 1):.4f} "
              f"but_for_what_is_told {told_same / max(told_compared, 1):.4f}")
        refitted = folder / "refitted.tidings"
        shutil.copy(archive, refitted)
        run(given.program, "refit", "-q", refitted)
        ok, all = kept(before, archived(refitted))
        print(f"kept_refit {ok / all:.4f}")


main()
