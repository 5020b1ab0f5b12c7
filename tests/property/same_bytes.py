#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same bytes for any number of threads, any order of the input and any cut of it into files.

same_bytes.py TIDINGS CORPUS.jsonl [LINES], which reads so many lines of the corpus
"""
import json
import pathlib
import random
import subprocess
import sys
import tempfile

tidings, corpus = sys.argv[1:3]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else None
SEEDS = pathlib.Path(corpus).with_name("seeds.txt")


def analyze(folder, name, inputs, *options):
    out = folder / name
    subprocess.run([tidings, "analyze", *map(str, inputs), "-o", str(out), "--quiet", *options], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    """name of a result → its bytes"""
    return {path.name: path.read_bytes() for path in sorted(out.iterdir())}


def main():
    lines = pathlib.Path(corpus).read_text(encoding="utf-8").splitlines()[:COUNT]
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        whole = folder / "whole.jsonl"
        whole.write_text("\n".join(lines) + "\n", encoding="utf-8")
        reference = analyze(folder, "reference", [whole], "--threads", "1")

        def same(what, result):
            for file in sorted(reference | result):
                if reference.get(file) != result.get(file):
                    print(f"{what}: {file} differs")
                    return 1
            return 0

        for threads in ("2", "7"):
            wrong += same(f"--threads {threads}", analyze(folder, "t" + threads, [whole], "--threads", threads))
        for seed in (1, 2, 3):
            random.Random(seed).shuffle(lines)
            shuffled = folder / f"shuffled{seed}.jsonl"
            shuffled.write_text("\n".join(lines) + "\n", encoding="utf-8")
            wrong += same(f"order {seed}", analyze(folder, f"s{seed}", [shuffled], "--threads", str(seed)))
        parts = []
        for part in range(3):
            parts.append(folder / f"part{part}.jsonl")
            parts[-1].write_text("\n".join(lines[part::3]) + "\n", encoding="utf-8")
        wrong += same("three files", analyze(folder, "parts", parts))
        reference = analyze(folder, "seeded", [whole], "--seeds", SEEDS, "--themes", "8", "--threads", "1")
        for threads, inputs in (("3", [whole]), ("2", parts)):
            wrong += same(f"seeds, --threads {threads}", analyze(folder, "seeded" + threads, inputs, "--seeds", SEEDS,
                                                                  "--themes", "8", "--threads", threads))
        reference = analyze(folder, "within", [whole], "--themes", "2", "--within", "T1", "--threads", "1")
        for threads, inputs in (("3", [whole]), ("2", parts)):
            wrong += same(f"within, --threads {threads}", analyze(folder, "within" + threads, inputs, "--themes", "2",
                                                                   "--within", "T1", "--threads", threads))
        # Titles alone, which are compared by what their words mean, too, where the program has vectors of words.
        titles = folder / "titles.jsonl"
        records = []
        for line in lines:
            try:
                records.append(json.loads(line))
            except ValueError:
                pass  # the demonstration has a broken line
        lines = [json.dumps({name: value for name, value in record.items() if name != "body"})
                 for record in records if isinstance(record, dict)]
        titles.write_text("\n".join(sorted(lines)) + "\n", encoding="utf-8")
        reference = analyze(folder, "titles", [titles], "--threads", "1")
        used = "word_vectors" in json.loads(reference["analysis.json"])["tool"]
        known = subprocess.run([tidings, "version"], check=True, capture_output=True, text=True).stdout
        if used == ("word vectors: none" in known):
            print("titles: word vectors used" if used else "titles: no word vectors used")
            wrong += 1
        random.Random(4).shuffle(lines)
        titles.write_text("\n".join(lines) + "\n", encoding="utf-8")
        wrong += same("titles, --threads 3, another order", analyze(folder, "titles3", [titles], "--threads", "3"))
        verified = subprocess.run([tidings, "verify", str(folder / "titles" / "analysis.json"), str(titles), "--quiet"],
                                  stdout=subprocess.DEVNULL, check=False)
        wrong += verified.returncode != 0
        without = analyze(folder, "without", [titles], "--word-vectors", "none")
        wrong += (without["analysis.json"] != reference["analysis.json"]) != used
    print("15 runs,", wrong, "differ")
    sys.exit(1 if wrong else 0)


main()
