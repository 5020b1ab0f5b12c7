#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sweeps one constant of the source over a grid, and scores themes or stories of real corpora under each value.

sweep.py BUILD FILE.c CONSTANT VALUE... --corpora NAME... [--field label|story] [--options "WORDS"]

Writes each value into the source in turn, rebuilds the program in BUILD and appends a row a corpus to sweeps.csv; then puts
the source back. A file with changes that are not committed is refused. TIDINGS_DATA names the folder of corpora. With
--field label the themes are scored (V-measure and ARI), with story the stories (B-cubed).
"""
import argparse
import contextlib
import csv
import os
import pathlib
import re
import signal
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).parents[2]
RESULTS = pathlib.Path(__file__).with_name("sweeps.csv")
STOPPING = (signal.SIGINT, signal.SIGTERM)
COLUMNS = {"label": ("theme", ["v_measure", "ari"]), "story": ("story", ["bcubed_precision", "bcubed_recall", "bcubed_f1"])}


def pattern(name):
    """`static const double NAME = 1;`, also behind others of the same line, and fields `.NAME = 1`."""
    return re.compile(rf"((?:\bstatic const (?:double|float)\b[^;=]*(?:=[^;]*,\s*)?\b|\.){name} = )(-?[0-9][^,;}}\s]*)")


def score(program, corpus, field, options, folder):
    """The measures of one run; an article that was left out is not asked about."""
    column, measures = COLUMNS[field]
    subprocess.run([program, "analyze", corpus, *options, "-o", folder, "--write", "csv", "--quiet"], check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    text = subprocess.run([program, "score", folder / "articles.csv", corpus, "--column", column, "--field", field],
                          check=True, capture_output=True, text=True).stdout
    found = dict(line.split() for line in text.splitlines())
    return [f"{name}={found[name]}" for name in measures]


def tried(build, file, constant, values):
    """Rebuilds with each value in turn and yields it, and whether it is that of the source, which is put back at the end, by closing it."""
    source = ROOT / file
    if subprocess.run(["git", "diff", "--quiet", "HEAD", "--", source], cwd=ROOT, check=False).returncode:
        sys.exit(f"{file} has changes that are not committed")
    before = source.read_text(encoding="utf-8")
    if len(pattern(constant).findall(before)) != 1:
        sys.exit(f"{file} has not one constant {constant}")
    today = pattern(constant).search(before)[2]
    def stop(number, _):
        """Also whoever is told to end leaves the source as it was."""
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)  # until it is put back
        sys.exit(128 + number)

    for each in STOPPING:
        signal.signal(each, stop)
    make = ["ninja", "-C", build, "--quiet", "src/cli/tidings"]
    try:
        for value in values:
            source.write_text(pattern(constant).sub(rf"\g<1>{value}", before), encoding="utf-8")
            subprocess.run(make, check=True)
            yield value, value == today
    finally:
        source.write_text(before, encoding="utf-8")
        subprocess.run(make, check=True)


def data_folder():
    if not os.environ.get("TIDINGS_DATA"):
        sys.exit("TIDINGS_DATA names no folder of corpora")
    return pathlib.Path(os.environ["TIDINGS_DATA"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("build", type=pathlib.Path)
    parser.add_argument("file")
    parser.add_argument("constant")
    parser.add_argument("values", nargs="+")
    parser.add_argument("--corpora", nargs="+", required=True)
    parser.add_argument("--field", choices=COLUMNS, default="label")
    parser.add_argument("--options", default="")
    given = parser.parse_args()
    data = data_folder()
    values = tried(given.build, given.file, given.constant, given.values)
    with RESULTS.open("a", newline="", encoding="utf-8") as file, tempfile.TemporaryDirectory() as folder, \
            contextlib.closing(values):
        writer = csv.writer(file, lineterminator="\n")
        for value, today in values:
            for name in given.corpora:
                found = score(given.build / "src/cli/tidings", data / f"{name}.jsonl.xz", given.field,
                              given.options.split(), pathlib.Path(folder))
                row = [given.file, given.constant, value, "source" if today else "", name, *found]
                writer.writerow(row)
                print(*row, flush=True)


if __name__ == "__main__":
    main()
