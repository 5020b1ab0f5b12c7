#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing is lost or half done in an archive, whatever happens while it is written.

archive.py TIDINGS CORPUS.jsonl [--kills N] [--seed N]

Kills `add` at random moments; after each, the archive opens, checks clean, and adding the same
again ends in the bytes of an export of an undisturbed run. Then: a full disk, two writers at once,
a reader beside a writer, a file that cannot be written, users who may only read, archives of other versions, decisions
and themes found anew.
"""
import argparse
import contextlib
import os
import pathlib
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

BATCHES = (180, 60, 60)


def call(words, **more):
    return subprocess.run([str(word) for word in words], capture_output=True, **more)


def export(program, archive):
    done = call([program, "export", archive])
    assert done.returncode == 0, done.stderr
    return done.stdout


def clean(program, archive):
    done = call([program, "check", archive])
    return done.returncode == 0 and done.stdout == b"the archive is intact\n"


def add(program, archive, batch, options=(), **more):
    return call([program, "add", "-q", "--threads", "1", archive, batch, *options], **more)


def cut(corpus, folder):
    lines = corpus.read_bytes().splitlines(keepends=True)
    batches, begin = [], 0
    for number, size in enumerate(BATCHES):
        path = folder / f"batch{number}.jsonl"
        path.write_bytes(b"".join(lines[begin : begin + size]))
        batches.append(path)
        begin += size
    return batches


def states(program, batches, folder):
    """The archive after no, one, two … batches, and how long each took."""
    archive, kept, seconds = folder / "whole.tidings", [], []
    for number, batch in enumerate(batches):
        begin = time.monotonic()
        assert add(program, archive, batch).returncode == 0
        seconds.append(time.monotonic() - begin)
        kept.append(folder / f"state{number}.tidings")
        shutil.copy(archive, kept[-1])
    return kept, seconds


def forget(archive):
    for end in ("", "-wal", "-shm"):
        pathlib.Path(f"{archive}{end}").unlink(missing_ok=True)


def kill_once(program, batches, kept, seconds, expected, folder, chance):
    """Kills one add; the state before it is a copy of the undisturbed run."""
    number = chance.randrange(len(batches))
    archive = folder / "killed.tidings"
    forget(archive)
    if number:
        shutil.copy(kept[number - 1], archive)
    writer = subprocess.Popen([program, "add", "-q", "--threads", "1", archive, batches[number]],
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    time.sleep(chance.random() * seconds[number] * 1.1)
    writer.send_signal(signal.SIGKILL)
    writer.wait()
    if number and not clean(program, archive):
        return "the archive is not whole after a kill"
    if add(program, archive, batches[number]).returncode:
        return "the same articles cannot be added after a kill"
    if not clean(program, archive):
        return "the archive is not whole after the same articles were added"
    return "" if export(program, archive) == expected[number] else "other bytes after a kill"


def no_more_than(size):
    def limit():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
    return limit


def full_disk(program, batches, kept, expected, folder):
    archive = folder / "full.tidings"
    for room in (0, 4096, 100_000, 400_000):
        forget(archive)
        shutil.copy(kept[0], archive)
        done = add(program, archive, batches[1], preexec_fn=no_more_than(room))
        if done.returncode == 0 or not done.stderr.startswith(b"tidings: "):
            return f"a full disk went unseen: {done.stderr}"
        if export(program, archive) != expected[0] or not clean(program, archive):
            return "a full disk changed the archive"
    return "" if add(program, archive, batches[1]).returncode == 0 else "no adding after a full disk"


def two_writers(program, batches, kept, expected, folder):
    archive = folder / "two.tidings"
    shutil.copy(kept[0], archive)
    words = [program, "add", "-q", "--threads", "1", archive, batches[1]]
    both = [subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for _ in range(2)]
    while any(writer.poll() is None for writer in both):
        if export(program, archive) not in expected[:2]:
            return "a reader saw half a batch"
    ends = [writer.communicate()[1] for writer in both]
    if any(writer.returncode and b"writing into this archive" not in end for writer, end in zip(both, ends)):
        return f"two writers: {ends}"
    return "" if export(program, archive) == expected[1] and clean(program, archive) else "two writers, other bytes"


def read_only(program, batches, kept, expected, folder):
    archive = folder / "locked" / "read.tidings"
    archive.parent.mkdir()
    shutil.copy(kept[0], archive)
    archive.chmod(0o400)
    archive.parent.chmod(0o500)
    as_root = os.geteuid() == 0  # may write anything
    done = add(program, archive, batches[1])
    wrong = "" if as_root or (done.returncode == 1 and b"read-only" in done.stderr) else f"read-only: {done.stderr}"
    if not wrong and not as_root and export(program, archive) != expected[0]:
        wrong = "a read-only archive reads otherwise"
    archive.parent.chmod(0o700)
    return wrong


def other_users(program, batches, kept, expected, folder):
    """Others who only read leave nothing behind that would keep the owner out, and read on beside a writer."""
    if os.geteuid() != 0:
        return ""  # only root can be somebody else
    owner, other = {"user": 1234, "group": 1234, "extra_groups": []}, {"user": 65534, "group": 65534, "extra_groups": []}
    place = pathlib.Path(tempfile.mkdtemp())
    place.chmod(0o777)
    archive, wrong = place / "shared.tidings", ""
    try:
        for number, batch in enumerate(batches):
            shutil.copy(batch, place)
            (place / batch.name).chmod(0o644)
            with_log = number == 1
            if with_log:  # as another program leaves it
                with contextlib.closing(sqlite3.connect(archive)) as database:
                    database.execute("PRAGMA journal_mode = WAL")
            if number:  # what a writer left that ended beside a reader is the owner's
                before = {path.name for path in place.iterdir()}
                seen = call([program, "export", archive], **other)
                if seen.returncode or seen.stdout != expected[number - 1]:
                    return f"another user cannot read: {seen.stderr}"
                left = sorted({path.name for path in place.iterdir()} - before)
                if left:
                    return f"another user left {left}"
            words = [program, "add", "-q", "--threads", "1", archive, place / batch.name]
            writer = subprocess.Popen([str(word) for word in words], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, **owner)
            while number and writer.poll() is None:
                seen = call([program, "export", archive], **other)
                if seen.returncode == 0 and seen.stdout not in expected[number - 1 : number + 1]:
                    return "another user saw half a batch"
                if seen.returncode and b"while it was being read" not in seen.stderr:
                    return f"another user beside a writer: {seen.stderr}"
            end = writer.communicate()[1]
            if writer.returncode:
                return f"the owner cannot add any more: {end}"
        shm = pathlib.Path(f"{archive}-shm")
        with contextlib.closing(sqlite3.connect(archive)) as database:
            database.execute("PRAGMA journal_mode = WAL")
        shm.write_bytes(b"")
        shm.chmod(0o444)
        done = call([program, "refit", "-q", archive], **owner)
        if done.returncode == 0 or f"{shm.name} is in the way".encode() not in done.stderr:
            wrong = f"a file in the way is not named: {done.stderr}"
    finally:
        shutil.rmtree(place)
    return wrong


def other_versions(program, batches, kept, expected, folder):
    """Of a newer tidings, or of the time before the first release: refused, and left as they are."""
    for pragma, words in (("user_version = 99", b"use a newer tidings"),
                          ("application_id = 0x74646773", b"before the first release")):
        archive = folder / "version.tidings"
        shutil.copy(kept[0], archive)
        with contextlib.closing(sqlite3.connect(archive)) as database:
            database.execute(f"PRAGMA {pragma}")
        before = archive.read_bytes()
        for done in (call([program, "themes", archive]), add(program, archive, batches[1])):
            if done.returncode != 1 or words not in done.stderr:
                return f"{pragma} is not refused: {done.stderr}"
        if archive.read_bytes() != before:
            return f"an archive with {pragma} is not as it was"
    return ""


def decisions(program, batches, kept, expected, folder):
    """After each, `check` looks whether the tally agrees with the articles."""
    archive = folder / "decided.tidings"
    shutil.copy(kept[1], archive)
    for words in (["curate", archive, "merge", "T2", "T1"], ["curate", archive, "undo"],
                  ["curate", archive, "merge", "T3", "T1"], ["curate", archive, "split", "T1"],
                  ["refit", archive, "-q"], ["add", archive, batches[2], "-q"]):
        done = call([program, *words])
        if done.returncode or not clean(program, archive):
            return f"the archive is not whole after {words[0]} {words[2]}: {done.stderr}"
    return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("corpus", type=pathlib.Path)
    parser.add_argument("--kills", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance, wrong = random.Random(given.seed), []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        batches = cut(given.corpus, folder)
        kept, seconds = states(given.program, batches, folder)
        expected = [export(given.program, archive) for archive in kept]
        for _ in range(given.kills):
            wrong.append(kill_once(given.program, batches, kept, seconds, expected, folder, chance))
        for trial in (full_disk, two_writers, read_only, other_users, other_versions, decisions):
            wrong.append(trial(given.program, batches, kept, expected, folder))
    wrong = [text for text in wrong if text]
    print("\n".join(wrong) or f"{given.kills} kills, a full disk, two writers, a read-only file, other users, other versions, decisions: nothing lost")
    sys.exit(1 if wrong else 0)


main()
