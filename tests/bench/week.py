#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a week costs an archive: CPU seconds of adding the newest articles of a corpus to an archive of all the others, beside
adding them to one of the 50,000 before them, and beside a fresh analysis of the smaller one.

week.py TIDINGS CORPUS.jsonl[.xz] [--week N] [--small N] [--runs N] [--keep FOLDER]

The two archives are made once and copied before each run; runs take turns, and what is told are medians of user and system
seconds, their ratios, and the size of the archives an article. With --keep, archives that are in FOLDER are used again.
"""
import argparse
import json
import lzma
import pathlib
import resource
import shutil
import statistics
import subprocess
import tempfile


def read(path):
    with (lzma.open if path.suffix == ".xz" else open)(path, "rb") as file:
        lines = file.readlines()
    return sorted(lines, key=lambda line: json.loads(line).get("published", ""))


def cpu_seconds(*words):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def archive_of(tidings, folder, name, lines):
    """An archive of these articles, and the CPU seconds of a fresh analysis of them."""
    path, text, seconds = (folder / f"{name}{end}" for end in (".tidings", ".jsonl", ".seconds"))
    if not seconds.exists():
        path.unlink(missing_ok=True)
        text.write_bytes(b"".join(lines))
        fit = cpu_seconds(tidings, "analyze", "-q", text)
        add = cpu_seconds(tidings, "add", "-q", path, text)
        seconds.write_text(f"{fit} {add}")
    fit, add = map(float, seconds.read_text().split())
    size = path.stat().st_size / len(lines)
    print(f"{name}: {len(lines)} articles, analyze {fit:.1f} s, first add {add:.1f} s, {size:.0f} bytes an article", flush=True)
    return path, fit


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("tidings")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--week", type=int, default=2000)
    parser.add_argument("--small", type=int, default=50000)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--keep", type=pathlib.Path)
    given = parser.parse_args()
    lines = read(given.corpus)
    before, week = lines[: -given.week], lines[-given.week :]
    with tempfile.TemporaryDirectory() as name:
        folder = given.keep or pathlib.Path(name)
        batch, copy = folder / "week.jsonl", folder / "copy.tidings"
        batch.write_bytes(b"".join(week))
        archives = {"small": before[-given.small :], "whole": before}
        archives = {name: archive_of(given.tidings, folder, name, part) for name, part in archives.items()}
        taken = {name: [] for name in archives}
        for _ in range(given.runs):
            for name, (path, _) in archives.items():
                shutil.copy(path, copy)
                taken[name].append(cpu_seconds(given.tidings, "add", "-q", copy, batch))
    small, whole = (statistics.median(taken[name]) for name in ("small", "whole"))
    ratios = [b / a for a, b in zip(taken["small"], taken["whole"])]
    for name, (_, fit) in archives.items():
        middle = statistics.median(taken[name])
        print(f"{name}: a week {middle:.3f} s ({min(taken[name]):.3f} to {max(taken[name]):.3f}), {middle / fit:.4f} of a fresh fit")
    print(f"whole / small: {whole / small:.2f} (pairs {min(ratios):.2f} to {max(ratios):.2f})")


main()
