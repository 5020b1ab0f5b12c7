#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Scraped pages: furniture of any kind changes no theme, in one run and in an archive.

furniture.py TIDINGS

Pages of four subjects are made by rule, then dressed: with the frame of a site, with a box of other headlines that changes
every week, with a notice in the place of every fourth text. The themes must be those of the subjects, as without the dress.
"""
import collections
import csv
import json
import pathlib
import random
import subprocess
import sys
import tempfile

SUBJECTS = {
    "rail": "train driver platform track station signal carriage timetable commuter ticket".split(),
    "bank": "lender deposit mortgage currency yield bond inflation borrower branch credit".split(),
    "court": "judge trial witness verdict lawyer appeal sentence jury prosecutor hearing".split(),
    "farm": "harvest wheat tractor cattle orchard drought fertiliser barn milk farmer".split(),
}
PLACES = "Ostby Larkfield Easton Velmar Sable Montero Northport Oakvale".split()
BOXES = [("Ten pasta suppers to cook tonight", "Whale swims up a river"), ("Volcano island opens to visitors", "Singer leaves her band"),
         ("Lottery winner gives it all away", "Comet seen from a balcony")]
FRAME = "Home | World | Business | Culture | Weather\nLog in to your account\n{}\nShare this page with a friend\nAbout us\nTerms of use\n" \
        "We take complaints about our work seriously, and answer each of them within a month. Write to the desk of our readers, which " \
        "stands apart from the editors, or to the council of the press; how to do so is told on a page of its own, with all addresses."
NOTICE = "We use cookies and similar means to offer you a better visit. Accept all to go on, or choose what you permit in the " \
         "settings. You can change your mind at any time at the foot of each page, where we name all our partners too."


def pages(chance):
    made = []
    for number in range(200):
        subject = list(SUBJECTS)[number % 4]
        words = SUBJECTS[subject]
        place = chance.choice(PLACES)
        sentences = [f"{' '.join(chance.sample(words, 5))} of {place} {number}".capitalize() + "." for _ in range(4)]
        title = f"{' '.join(chance.sample(words, 4))} in {place}".capitalize()
        made.append({"id": f"{subject}-{number}", "title": title, "body": "\n".join(sentences), "source": f"site{number % 3}",
                     "published": f"2024-{1 + number // 56:02}-{1 + number // 2 % 28:02}"})
    return made


def box(page, inline):
    week = int(page["published"][8:]) // 10
    mark = " " if inline else "\n"
    body = page["body"].replace("\n", " ") if inline else page["body"]
    return {"body": mark.join((body, "Read more stories:", *BOXES[week % len(BOXES)]))}


def small_site(page):
    """Forty sites of five pages, each with a frame of its own that outweighs the text; no page says where it is from."""
    number = int(page["id"].split("-")[1])
    chance = random.Random(number % 40)
    lines = [f"{' '.join(chance.sample(sum(SUBJECTS.values(), []), 6))} in site {number % 40}" for _ in range(12)]
    return {"body": "\n".join((*lines[:6], page["body"], *lines[6:])), "source": ""}


def notice(page):
    return {"body": NOTICE} if int(page["id"].split("-")[1]) // 4 % 4 == 0 else {}


DRESS = {"plain": lambda page: {}, "frame": lambda page: {"body": FRAME.format(page["body"])},
         "frame, no source": lambda page: {"body": FRAME.format(page["body"]), "source": ""},
         "frames of small sites": small_site, "box": lambda page: box(page, False), "box in the text": lambda page: box(page, True), "notice": notice}
FOREIGN = ["pasta", "whale", "volcano", "singer", "lottery", "comet", "cookies", "account", "complaints", "council"]


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def check(tidings, name, made, folder):
    path, out = folder / "pages.jsonl", folder / "out"
    path.write_text("".join(json.dumps(page) + "\n" for page in made), encoding="utf-8")
    run(tidings, "analyze", str(path), "--themes", "4", "-o", str(out), "--quiet")
    themes = collections.defaultdict(collections.Counter)
    with open(out / "articles.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        themes[row["theme"]][row["id"].split("-")[0]] += 1
    right = sum(max(counter.values()) for theme, counter in themes.items() if theme)
    copies = sum(bool(row["copy_of"]) for row in rows)
    text = (out / "analysis.json").read_text(encoding="utf-8").lower()
    seen = [word for word in FOREIGN if f'"{word}' in text.replace(" ", '"')]
    print(f"{name}: {right} of {len(rows)} right, {copies} copies, words of the dress: {seen}")
    return right >= 0.97 * len(rows) and copies == 0 and not seen


def check_archive(tidings, made, folder):
    """A page or two a day with a notice: after the first two, none is taken for a copy of another."""
    archive, path = folder / "pages.tidings", folder / "batch.jsonl"
    for begin in range(0, len(made), 20):
        path.write_text("".join(json.dumps(page) + "\n" for page in made[begin:begin + 20]), encoding="utf-8")
        run(tidings, "add", str(archive), str(path))
    out = folder / "archive"
    run(tidings, "report", str(archive), "-o", str(out))
    with open(out / "articles.csv", encoding="utf-8", newline="") as file:
        copies = sum(bool(row["copy_of"]) for row in csv.DictReader(file))
    print(f"archive: {copies} copies")
    return copies <= 1


def main():
    tidings = sys.argv[1]
    plain = pages(random.Random(5))
    good = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for dress, rule in DRESS.items():
            good.append(check(tidings, dress, [{**page, **rule(page)} for page in plain], folder))
        good.append(check_archive(tidings, [{**page, **notice(page)} for page in plain], folder))
    sys.exit(0 if all(good) else 1)


main()
