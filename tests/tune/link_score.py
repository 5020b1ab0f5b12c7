#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Learns the coefficients of src/story/link_score.c by coordinate search for the B-cubed F1 of stories.

link_score.py BUILD [--from today|zero] [--order SEED] [--rounds N]

BUILD is a build folder in which `ninja tune` was run; TIDINGS_DATA names the folder of corpora. Half of each corpus is
learnt from, half held out: of ecbplus every second topic (its look-alike events stay together), of googlenews every second
story, of reuters_slugs_2015h2 six weeks and the six weeks after them. The score is the mean F1 of the three.

One coefficient after the other, in the order of STEPS or in one that SEED draws, moves by a step up or down for as long as
the score of the training halves grows by more than LEAST; after a round without a move the steps are halved, and after
three halvings the search ends. Every point that was tried is appended to link_score.csv, "kept" or not. At the end the held-out
difference between the result and the values in the source is printed with its standard error over 1,000 resamplings of the
gold topics or stories.
"""
import argparse
import csv
import json
import lzma
import os
import pathlib
import random
import subprocess
import sys
from collections import Counter, defaultdict

LEAST = 0.0002
RESULTS = pathlib.Path(__file__).with_name("link_score.csv")
STEPS = {"constant": 0.5, "words": 0.1, "cosine": 1, "likeness": 1, "mean_cosine": 1, "overlap": 0.5, "contrast": 0.2,
         "larger": 0.3, "smaller": 0.3, "distance": 0.1, "dated_larger": 0.3, "dated_smaller": 0.5, "concentration": 80,
         "saturation": 16, "alike": 0.1, "nearest_floor": 0.02}
POSITIVE = {"concentration", "saturation", "nearest_floor"}
# The words of the day were chosen by reading, not by gold labels: `burst` and `topical` stay as they are.
ZERO = {name: 0 for name in STEPS} | {"constant": -2, "cosine": 4, "concentration": 200, "saturation": 40, "alike": 0.5,
                                      "nearest_floor": 0.02}


def halves(row, corpus):
    """The part that an article counts for, and what is resampled with it."""
    unit = row["label"] if corpus == "ecbplus" else row["story"]
    return unit, "train" if random.Random(f"{corpus} {unit}").random() < 0.5 else "held-out"


class Runner:
    """A driver that runs, and the gold stories of its articles."""

    def __init__(self, driver, folder, corpus, options, part=None):
        self.corpus, path = corpus, folder / f"{corpus}.jsonl.xz"
        self.process = subprocess.Popen([driver, path, "threads", "1", *options], text=True, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.gold = {}
        with lzma.open(path, "rt", encoding="utf-8") as file:
            for row in map(json.loads, file):
                if row.get("story"):
                    unit, half = halves(row, corpus)
                    self.gold[str(row["id"])] = (row["story"], unit, part or half)

    def begin(self):
        self.today = {name: float(value) for name, value in
                      (pair.split("=") for pair in self.process.stdout.readline().split())}
        ids = self.process.stdout.readline().rstrip("\n").split("\t")
        rows = [(i, *self.gold[id]) for i, id in enumerate(ids) if id in self.gold]
        self.rows, self.gold = rows, None
        self.size = Counter(story for _, story, _, _ in rows)

    def ask(self, values):
        self.process.stdin.write(" ".join(f"{name}={value:g}" for name, value in values.items()) + "\n")
        self.process.stdin.flush()

    def answer(self):
        """part → unit → [articles, sum of precision, sum of recall]; an article without a story is one by itself."""
        found = self.process.stdout.readline().split()
        found = [(f"alone {i}" if found[i] == "-1" else found[i]) for i, _, _, _ in self.rows]
        size = Counter(found)
        both = Counter((story, group) for (_, story, _, _), group in zip(self.rows, found))
        sums = defaultdict(lambda: defaultdict(lambda: [0, 0.0, 0.0]))
        for (_, story, unit, part), group in zip(self.rows, found):
            entry, common = sums[part][unit], both[story, group]
            entry[0] += 1
            entry[1] += common / size[group]
            entry[2] += common / self.size[story]
        return sums


def f1(entries):
    articles, precision, recall = (sum(column) for column in zip(*entries))
    precision, recall = precision / articles, recall / articles
    return 2 * precision * recall / (precision + recall)


class Search:
    def __init__(self, runners, writer):
        self.runners, self.writer, self.known = runners, writer, {}

    def measure(self, values):
        """part → corpus → units, each tried only once."""
        key = tuple(sorted(values.items()))
        if key not in self.known:
            for runner in self.runners:
                runner.ask(values)
            parts = defaultdict(dict)
            for runner in self.runners:
                for part, units in runner.answer().items():
                    parts[part][runner.corpus] = units
            self.known[key] = parts
        return self.known[key]

    def score(self, values, part):
        corpora = self.measure(values)[part]
        return sum(f1(units.values()) for units in corpora.values()) / len(corpora)

    def tell(self, start, round_number, name, values, kept):
        parts = self.measure(values)
        each = [f"{f1(parts[part][corpus].values()):.4f}" for part in ("train", "held-out")
                for corpus in sorted(parts[part])]
        row = [start, round_number, name, f"{values[name]:g}" if name in values else "",
               f"{self.score(values, 'train'):.4f}", f"{self.score(values, 'held-out'):.4f}", *each, "kept" if kept else ""]
        self.writer.writerow(row)
        print(*row, flush=True)

    def move(self, values, name, step):
        """The best value of one coefficient that steps lead to; yields each try."""
        for direction in (1, -1):
            moved = False
            while True:
                tried = values | {name: round(values[name] + direction * step, 6)}
                if name in POSITIVE and tried[name] <= 0:
                    break
                better = self.score(tried, "train") > self.score(values, "train") + LEAST
                yield tried, better
                if not better:
                    break
                values, moved = tried, True
            if moved:
                break

    def run(self, start, values, order, rounds):
        steps, halvings = dict(STEPS), 0
        self.tell(start, 0, "start", values, True)
        for round_number in range(1, rounds + 1):
            before = values
            for name in order:
                for tried, better in self.move(values, name, steps[name]):
                    self.tell(start, round_number, name, tried, better)
                    values = tried if better else values
            if values == before:
                halvings += 1
                if halvings > 3:
                    break
                steps = {name: step / 2 for name, step in steps.items()}
        return values

    def difference(self, values, other, part):
        """Of two results, and its standard error."""
        one, two = self.measure(values)[part], self.measure(other)[part]

        def mean(units):
            return sum(f1([one[corpus][u] for u in units[corpus]]) - f1([two[corpus][u] for u in units[corpus]])
                       for corpus in one) / len(one)

        draw, all_units = random.Random(1), {corpus: list(one[corpus]) for corpus in one}
        drawn = [mean({corpus: draw.choices(units, k=len(units)) for corpus, units in all_units.items()})
                 for _ in range(1000)]
        centre = sum(drawn) / len(drawn)
        return mean(all_units), (sum((x - centre) ** 2 for x in drawn) / len(drawn)) ** 0.5


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("--from", dest="start", choices=["today", "zero"], default="zero")
    parser.add_argument("--order", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=20)
    arguments = parser.parse_args()
    if not os.environ.get("TIDINGS_DATA"):
        sys.exit("link_score.py: TIDINGS_DATA names no folder of corpora")
    driver, folder = arguments.build / "tests/tune/tune_link_score", pathlib.Path(os.environ["TIDINGS_DATA"])
    runners = [Runner(driver, folder, "ecbplus", []), Runner(driver, folder, "googlenews", []),
               Runner(driver, folder, "reuters_slugs_2015h2", ["to", "2015-08-12"], "train"),
               Runner(driver, folder, "reuters_slugs_2015h2", ["from", "2015-08-13", "to", "2015-09-24"], "held-out")]
    for runner in runners:
        runner.begin()
    order = list(STEPS)
    if arguments.order:
        random.Random(arguments.order).shuffle(order)
    start = f"{arguments.start} {arguments.order}"
    today = {name: runners[0].today[name] for name in STEPS}
    with RESULTS.open("a", newline="", encoding="utf-8") as file:
        search = Search(runners, csv.writer(file, lineterminator="\n"))
        values = search.run(start, ZERO if arguments.start == "zero" else today, order, arguments.rounds)
        search.tell(start, "end", "", values, True)
    print("source:", today)
    print("learnt:", values)
    for part in ("train", "held-out"):
        print("{}: learnt - source = {:+.4f}, standard error {:.4f}".format(part, *search.difference(values, today, part)))


main()
