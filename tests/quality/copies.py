#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how well copies are found: copies made by rule from real articles, and those that are known in two corpora.

copies.py TIDINGS

Reads the folder that TIDINGS_DATA names; without it, exits with 77 (skipped). Fails where less than 99 % of what is found
is a copy, less than 97 % of the copies are found, or a known one is missing.
"""
import csv
import json
import lzma
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile

PRECISION, RECALL = 0.99, 0.97
KNOWN = [("bbc", 98), ("octis_bbc", 117)]


def articles_of(path):
    with lzma.open(path, "rt", encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def sentences_of(body):
    return [part for part in re.split(r"(?<=[.!?”])\s+", body) if part]


def cut(share):
    def rule(article, other, chance):
        sentences = sentences_of(article["body"])
        drop = set(chance.sample(range(len(sentences)), round(share * len(sentences))))
        return {"body": " ".join(s for i, s in enumerate(sentences) if i not in drop)}
    return rule


def other_headline(article, other, chance):
    return {"title": other.get("title", "Another headline")}


def added_paragraph(article, other, chance):
    paragraphs = [p for p in re.split(r"\n\s*\n", article["body"]) if p.strip()]
    paragraphs.insert(chance.randrange(len(paragraphs) + 1), " ".join(sentences_of(other["body"])[:3]))
    return {"body": "\n\n".join(paragraphs)}


def other_lines(article, other, chance):
    words, lines = article["body"].split(), []
    while words:
        lines.append(" ".join(words[:11]))
        del words[:11]
    return {"body": "\n".join(lines)}


def other_dateline(article, other, chance):
    return {"body": "WASHINGTON, Jan. 1 (Agency) — " + re.sub(r"^[A-ZÀ-Ý][A-ZÀ-Ý ,.]+ — ", "", article["body"])}


def everything(article, other, chance):
    made = dict(article)
    for rule in (cut(0.2), added_paragraph, other_dateline, other_headline):
        made.update(rule(made, other, chance))
    return made


RULES = {"headline": other_headline, "cut 10 %": cut(0.1), "cut 20 %": cut(0.2), "cut 30 %": cut(0.3),
         "paragraph": added_paragraph, "lines": other_lines, "dateline": other_dateline, "all of it": everything}


def make(articles, chance):
    """Every seventh article with enough text gets a copy by each rule; returns all, and id of copy → (original, rule)."""
    made, origin = list(articles), {}
    for number, article in enumerate(articles):
        if number % 7 or len(article["body"].split()) < 60:
            continue
        other = chance.choice(articles)
        while other is article:
            other = chance.choice(articles)
        for name, rule in RULES.items():
            copy = {**article, **rule(article, other, chance), "id": f"{article['id']}/{name}"}
            copy["published"] = re.sub(r"T.*", "", article["published"]) + "T23:59:59Z"
            made.append(copy)
            origin[copy["id"]] = (article["id"], name)
    return made, origin


def copies_in(tidings, path, folder):
    subprocess.run([tidings, "analyze", str(path), "--themes", "2", "-o", str(folder), "--write", "csv", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with open(folder / "articles.csv", encoding="utf-8", newline="") as file:
        return {row["id"]: row["copy_of"] for row in csv.DictReader(file) if row["copy_of"]}


def measure_made(tidings, data, folder):
    articles = articles_of(data / "nyt2011.jsonl.xz")
    made, origin = make(articles, random.Random(7))
    path = folder / "made.jsonl"
    path.write_text("".join(json.dumps(a) + "\n" for a in made), encoding="utf-8")
    before = copies_in(tidings, data / "nyt2011.jsonl.xz", folder)
    found = copies_in(tidings, path, folder)
    root = lambda i: before.get(i, i)
    right = {i for i, original in found.items() if i in origin and root(origin[i][0]) == root(origin.get(original, (original,))[0])}
    wrong = {i for i in found if i not in right and before.get(i) is None}
    for name in RULES:
        of_rule = [i for i, (_, rule) in origin.items() if rule == name]
        print(f"{name:10} recall {len(right.intersection(of_rule)) / len(of_rule):.4f} of {len(of_rule)}")
    precision, recall = len(right) / (len(right) + len(wrong)), len(right) / len(origin)
    print(f"made copies: precision {precision:.4f}, recall {recall:.4f}; {len(before)} copies among the {len(articles)} articles")
    return precision >= PRECISION and recall >= RECALL


def words_of(text):
    return " ".join(re.findall(r"[^\W_]+", (text or "").lower()))


def measure_known(tidings, data, name, expected, folder):
    path, first, known = data / f"{name}.jsonl.xz", {}, {}
    for article in sorted(articles_of(path), key=lambda a: (a.get("published", "~"), str(a["id"]))):
        text = words_of(article.get("body"))
        if text in first:
            known[str(article["id"])] = first[text]
        first.setdefault(text, str(article["id"]))
    found = copies_in(tidings, path, folder)
    missed = [i for i in known if i not in found]
    print(f"{name}: {len(known)} exact copies of {expected} known ones, {len(missed)} not found; {len(found)} found in all")
    return not missed and len(found) >= expected


def main():
    tidings, data = sys.argv[1], os.environ.get("TIDINGS_DATA")
    if not data:
        print("TIDINGS_DATA names no folder: the measurement of copies is skipped")
        sys.exit(77)
    data = pathlib.Path(data)
    with tempfile.TemporaryDirectory() as folder:
        good = [measure_known(tidings, data, name, count, pathlib.Path(folder)) for name, count in KNOWN]
        good.append(measure_made(tidings, data, pathlib.Path(folder)))
    sys.exit(0 if all(good) else 1)


main()
