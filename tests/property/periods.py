#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The periods of an archive are those of its articles, by its own calendar and time zone, whatever comes late or changes.

periods.py TIDINGS CORPUS.jsonl [EVERY], which tries every so many calendars

What the views of an archive say of each theme in each period is counted again from an export, after
each of some batches: the last articles first, then earlier ones, then some that come again with
another date or without one, and after a refit.
"""
import collections
import contextlib
import csv
import datetime
import io
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import zoneinfo

CALENDARS = [
    (["--period", "day", "--time-zone", "America/Sao_Paulo"], "America/Sao_Paulo", lambda day: day.isoformat()),
    (["--period", "week", "--time-zone", "Asia/Kolkata"], "Asia/Kolkata", lambda day: "{}-W{:02}".format(*day.isocalendar())),
    (["--period", "month"], "UTC", lambda day: day.isoformat()[:7]),
]


def call(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (words, done.stderr)
    return done.stdout


def counted(program, archive, zone, name_of):
    """period, theme → articles, originals; theme None: all."""
    series = collections.defaultdict(lambda: [0, 0])
    for row in csv.DictReader(io.StringIO(call(program, "export", archive, "--format", "csv"))):
        if not row["published"]:
            continue
        time = datetime.datetime.fromisoformat(row["published"].replace("Z", "+00:00"))
        period = name_of(time.astimezone(zoneinfo.ZoneInfo(zone)).date())
        for theme in {row["theme"] or None, None}:
            series[period, theme][0] += 1
            series[period, theme][1] += not row["copy_of"]
    return dict(series)


def kept(archive):
    with contextlib.closing(sqlite3.connect(archive)) as database:
        series = {(period, None): [articles, originals] for period, articles, originals in
                  database.execute("SELECT id, articles, originals FROM period_list")}
        for period, theme, articles, originals, share in database.execute("SELECT * FROM series_list"):
            series[period, theme] = [articles, originals]
            whole = series[period, None][1]
            assert (share is None) if not whole else abs(share - originals / whole) < 1e-12, (period, theme, share)
        return series


def main():
    program, corpus = sys.argv[1], pathlib.Path(sys.argv[2])
    records = []
    for line in corpus.read_text(encoding="utf-8").splitlines():
        with contextlib.suppress(ValueError):
            records.append(json.loads(line))
    dated = [r for r in records if isinstance(r, dict) and isinstance(r.get("id"), str) and str(r.get("published")).startswith("2024-")]
    dated.sort(key=lambda record: record["published"])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for number, (options, zone, name_of) in enumerate(CALENDARS[::int(sys.argv[3]) if len(sys.argv) > 3 else 1]):
            archive, batch = folder / f"{number}.tidings", folder / "batch.jsonl"
            late = [dict(dated[-1], id="moved-1"), dict(dated[0], id="late-1", title="Late and by itself", body="words of its own")]
            moved = [dict(late[0], published=dated[5]["published"]), dict(late[1], published="")]
            for records_now in (dated[150:], dated[:150], late, moved):
                batch.write_text("".join(json.dumps(r) + "\n" for r in records_now), encoding="utf-8")
                call(program, "add", "-q", archive, batch, *options)
                assert call(program, "check", archive) == "the archive is intact\n"
                assert kept(archive) == counted(program, archive, zone, name_of), (options, len(records_now))
            call(program, "refit", "-q", archive)
            assert kept(archive) == counted(program, archive, zone, name_of), options
    print("the periods are those of the articles")


main()
