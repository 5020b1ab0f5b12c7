#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measures how often the intervals of tidings sample --score cover the truth.

sample.py TIDINGS [DRAWS]

Analyzes newsgroups20 of the folder that TIDINGS_DATA names (without it, exits with 77: skipped), and draws samples of 200
articles with other seeds. A perfect person fills them in: the theme of an article is the one that holds most articles of
its class, or none where no theme is mostly of that class. Fails where the intervals of the corrected shares cover the true
ones in less than 93 % or more than 97 % of the cases.
"""
import collections
import csv
import io
import json
import lzma
import os
import pathlib
import subprocess
import sys
import tempfile

LOW, HIGH = 0.93, 0.97


def truth_of(analysis, classes):
    """The right theme of each original, "none" for those of a class that is the majority of no theme."""
    originals = [a for a in analysis["articles"] if not a.get("copy_of")]
    counts = collections.defaultdict(collections.Counter)
    for article in originals:
        if article.get("theme"):
            counts[article["theme"]][classes[article["id"]]] += 1
    home = {}
    for theme in sorted(counts, key=lambda t: int(t[1:])):
        label, most = counts[theme].most_common(1)[0]
        if label not in home or most > counts[home[label]][label]:
            home[label] = theme
    return {a["id"]: home.get(classes[a["id"]], "none") for a in originals}


def fill(text, truth):
    rows = list(csv.DictReader(io.StringIO(text)))
    for row in rows:
        if row["row"][0] == "A":
            row["answer"] = truth[row["text"]]
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def main():
    program, draws = str(pathlib.Path(sys.argv[1]).resolve()), int(sys.argv[2]) if len(sys.argv) > 2 else 200
    data = os.environ.get("TIDINGS_DATA")
    corpus = data and pathlib.Path(data) / "newsgroups20.jsonl.xz"
    if not corpus or not corpus.exists():
        print("SKIPPED: TIDINGS_DATA names no folder with newsgroups20.jsonl.xz")
        return 77
    covered, all_shares, by_theme = 0, 0, collections.Counter()
    accurate, width = 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        source, sheet, out = (pathlib.Path(folder) / name for name in ("in.jsonl", "sheet.csv", "out"))
        classes, lines = {}, []
        with lzma.open(corpus, "rt", encoding="utf-8") as file:
            for number, line in enumerate(file):
                article = json.loads(line)
                # Without a title the sheet shows the id, by which the person here knows the article.
                assert not article.get("title")
                article["id"] = f"n{number}"
                classes[article["id"]] = article["label"]
                lines.append(json.dumps(article))
        source.write_text("\n".join(lines) + "\n", encoding="utf-8")
        subprocess.run([program, "analyze", source, "-q", "-o", out], check=True, stdout=subprocess.DEVNULL)
        analysis = json.loads((out / "analysis.json").read_text(encoding="utf-8"))
        truth = truth_of(analysis, classes)
        size = len(truth)
        shares = collections.Counter(truth.values())
        right = sum(truth[a["id"]] == (a.get("theme") or "none") for a in analysis["articles"] if a["id"] in truth) / size
        for seed in range(1, draws + 1):
            text = subprocess.run([program, "sample", out, "--seed", str(seed), "-q"], check=True, capture_output=True,
                                  text=True).stdout
            sheet.write_text(fill(text, truth), encoding="utf-8")
            score = json.loads(subprocess.run([program, "sample", "--score", sheet, out, "--json", "-q"], check=True,
                                              capture_output=True, text=True).stdout)
            for theme in score["themes"]:
                name = theme["id"] or "none"
                hit = theme["corrected"]["low"] <= shares[name] / size <= theme["corrected"]["high"]
                covered, all_shares = covered + hit, all_shares + 1
                by_theme[name] += hit
                width += theme["corrected"]["high"] - theme["corrected"]["low"]
            accurate += score["accuracy"]["low"] <= right <= score["accuracy"]["high"]
    for name, hits in by_theme.items():
        print(f"{name:5} share {shares[name] / size:.4f} covered {hits / draws:.3f}")
    coverage = covered / all_shares
    print(f"corrected shares: {coverage:.4f} of {all_shares} covered, mean width {width / all_shares:.4f}")
    print(f"accuracy: {right:.4f}, {accurate / draws:.3f} of {draws} covered")
    return 0 if LOW <= coverage <= HIGH else 1


if __name__ == "__main__":
    sys.exit(main())
