#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tries values of a constant of events, and scores events that are known, with half of them held out.

events.py BUILD CONSTANT VALUE... --corpora NAME... [--threads N]

CONSTANT is one of src/event/event.c. TIDINGS_DATA names the folder of corpora; its events.tsv has a known event a line:
corpus, ISO week, name, and a pattern (case ignored) of the titles of that week that tell it. By their order in the file the
events of a corpus are for training and held out in turn. Prints, and appends to events.csv, a row a value, corpus and half:

found  the mean share of the articles of an event that are in its largest event of ours
pure   the mean share of the articles of that week in that one that match the pattern (a floor: patterns are narrow)

Then says which value is the best on the training half, by the harmonic mean of the two, and what it reaches on the other.
"""
import argparse
import collections
import contextlib
import csv
import datetime
import json
import lzma
import pathlib
import re
import statistics
import subprocess
import tempfile

from sweep import data_folder, tried

FILE = "src/event/event.c"
RESULTS = pathlib.Path(__file__).with_name("events.csv")
FEWEST = 5  # articles of an event that is asked about
HALVES = ("training", "held out")


def week_of(published):
    try:
        year, week, _ = datetime.date.fromisoformat((published or "")[:10]).isocalendar()
    except ValueError:
        return None
    return f"{year}-W{week:02d}"


def known_events(data, corpus):
    """(identifiers of its articles, those of its week) of each event that has enough."""
    weeks = collections.defaultdict(dict)
    with lzma.open(data / f"{corpus}.jsonl.xz", "rt", encoding="utf-8") as file:
        for article in map(json.loads, file):
            weeks[week_of(article.get("published"))][article["id"]] = article.get("title") or ""
    known = []
    for line in (data / "events.tsv").read_text(encoding="utf-8").splitlines():
        of, week, _, pattern = line.split("\t")
        if of == corpus:
            told = {key for key, title in weeks[week].items() if re.search(pattern, title, re.IGNORECASE)}
            if len(told) >= FEWEST:
                known.append((told, set(weeks[week])))
    return known


def score(event_of, known):
    """Means of found and pure; an event of which nothing is found is not pure either."""
    found, pure = [], []
    for told, week in known:
        largest = collections.Counter(event_of[key] for key in sorted(told) if event_of.get(key)).most_common(1)
        number, hits = largest[0] if largest else (None, 0)
        mates = [key for key in week if number and event_of.get(key) == number]
        found.append(hits / len(told))
        pure.append(hits / len(mates) if mates else 0)
    return statistics.mean(found), statistics.mean(pure)


def events_of(program, corpus, folder, threads):
    subprocess.run([program, "analyze", corpus, "-o", folder, "--write", "csv", "--quiet", "--threads", str(threads)],
                   check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with (pathlib.Path(folder) / "articles.csv").open(newline="", encoding="utf-8") as file:
        return {row["id"]: row["event"] for row in csv.DictReader(file)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("constant")
    parser.add_argument("values", nargs="+")
    parser.add_argument("--corpora", nargs="+", required=True)
    parser.add_argument("--threads", type=int, default=1)
    given = parser.parse_args()
    data = data_folder()
    known = {corpus: known_events(data, corpus) for corpus in given.corpora}
    for corpus, events in known.items():
        if len(events) < 2:
            parser.error(f"{corpus} has {len(events)} known events, too few for two halves")
    worth = {half: {} for half in HALVES}
    new = not RESULTS.exists()
    values = tried(given.build, FILE, given.constant, given.values)
    with RESULTS.open("a", newline="", encoding="utf-8") as file, tempfile.TemporaryDirectory() as folder, \
            contextlib.closing(values):
        writer = csv.writer(file, lineterminator="\n")
        if new:
            writer.writerow(["constant", "value", "today", "corpus", "half", "events", "found", "pure"])
        for value, today in values:
            means = {half: [] for half in HALVES}
            for corpus in given.corpora:
                event_of = events_of(given.build / "src/cli/tidings", data / f"{corpus}.jsonl.xz", folder, given.threads)
                for place, half in enumerate(HALVES):
                    chosen = known[corpus][place::2]
                    found, pure = score(event_of, chosen)
                    means[half].append(statistics.harmonic_mean([found, pure]))
                    row = [given.constant, value, "source" if today else "", corpus, half, len(chosen), f"{found:.3f}", f"{pure:.3f}"]
                    writer.writerow(row)
                    print(*row, sep="\t", flush=True)
            for half in HALVES:
                worth[half][value] = statistics.mean(means[half])
    training, held_out = (worth[half] for half in HALVES)
    best = max(training, key=training.get)
    print(f"best on the training half: {best} ({training[best]:.3f}); it reaches {held_out[best]:.3f} on the other, where the "
          f"best is {max(held_out, key=held_out.get)} ({max(held_out.values()):.3f})")


main()
