#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Seeds for fuzz_read: the articles of tests/cli/data in every format and packing.

seeds.py FOLDER
"""
import bz2
import csv
import gzip
import io
import json
import lzma
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "property"))
from packing import tarred, zipped

DATA = pathlib.Path(__file__).resolve().parent.parent / "cli" / "data"
NAMES = ["f", "f.jsonl", "f.json", "f.csv", "f.tsv", "f.txt", "f.xml", "f.html"]  # as in fuzz_read.c


def articles(lines):
    for line in lines:
        try:
            article = json.loads(line)
        except ValueError:
            continue
        if isinstance(article, dict):
            yield article


def table(rows, separator):
    columns = sorted({key for row in rows for key in row})
    text = io.StringIO()
    writer = csv.writer(text, delimiter=separator)
    writer.writerow(columns)
    writer.writerows([[row.get(key, "") for key in columns] for row in rows])
    return text.getvalue().encode()


def json_forms(rows):
    """What JSON articles come in, whole and broken."""
    lines = [json.dumps(row).encode() for row in rows[:4]]
    yield "f.json", b'{"status":"ok","articles":[\n' + b",\n".join(lines) + b"]}\n"
    yield "f.json", b"\n".join(b"[" + line + b"]" for line in lines)
    yield "f.json", b"".join(lines)
    yield "f", b"".join(b"\x1e" + line + b"\n" for line in lines)
    yield "f.jsonl", json.dumps({"response": {"docs": rows[:2]}}).encode() + b"\n" + lines[0] + b"\n{\n" + lines[1][1:] + b"\n"
    yield "f.json", b"[" + lines[0] + b",\n" + lines[1][:-1] + b",\n" + lines[2][:-2] + b",\n" + lines[3] + b"]"
    yield "f.json", b'{"a":ok,"items":[' + lines[0].replace(b":", b"", 1) + b',{"title":"x","t":[{"title":"y"},\n' + lines[1] + b"]}"


def markup_forms():
    """Feeds and pages."""
    rss = ("<?xml version='1.0'?>\n<rss><channel><title>S</title><item><title>A &amp; b</title><description>&lt;p&gt;x"
           "</description><pubDate>26 Feb 2019</pubDate></item><item><title>c &bogus; d</title></item></channel></rss>")
    yield "f.xml", rss.encode()
    yield "f.xml", rss.replace("</item>", "", 1).encode()
    yield "f", b"<feed><entry><title>t\xe9</title><link rel='alternate' href='u'/><updated>2019-02-26</updated></entry></feed>"
    yield "f.html", (b"<!doctype html><html lang=en><title>T</title><script type='application/ld+json'>{\"headline\":\"h\","
                     b"\"datePublished\":\"2019-02-26\"}</script><div><p>A long paragraph, with commas, and more.</div>")
    yield "f.html", b"<div>" * 500 + b"<p>deep, deep, deep, and still deeper, it goes on"


def encoded_forms(table):
    for encoding in "utf-16", "utf-16-le", "utf-32-be", "cp1252", "cp1251":
        yield "f.csv", table.decode().encode(encoding, "replace")
    yield "f.csv", b"sep=;\r\nTitel;Text;Datum\r\nStra\xdfe;\x80 5;26.02.2019\r\n"


def damaged(packed, place):
    return packed[:place] + b"X" + packed[place + 1:]


def seeds():
    lines = (DATA / "tiny.jsonl").read_bytes().splitlines()
    rows = list(articles(lines))
    text = b"A title\nDate: 26 Feb 2019\n\n<p>A body &amp; more</p>\nGETTY\n"
    plain = {
        "f.jsonl": b"\n".join(lines),
        "f.json": json.dumps({"articles": rows}, indent=1).encode(),
        "f.csv": table(rows, ","),
        "f.tsv": table(rows, "\t"),
        "f.txt": text,
        "f": json.dumps(rows).encode(),
    }
    yield from plain.items()
    yield from json_forms(rows)
    yield from markup_forms()
    yield from encoded_forms(plain["f.csv"])
    yield "f.csv", b'title,body,date\n"open,x,1\na,"b ""q"" c",03/04/2019\n"two\nlines",y,0000-01-01\n'
    yield "f", b'\xef\xbb\xbf{"title":"\\ud83d\\u0000","body":"\xff\x00","id":12345678901234567890123}\n'
    for pack in (gzip.compress, bz2.compress, lzma.compress):
        yield "f", pack(plain["f.csv"])
    members = {"a.jsonl": lines[0], "2019-02-26.txt": text, "c.csv.gz": gzip.compress(plain["f.csv"])}
    for packed in (tarred(members, "w"), tarred(members, "w:gz"), zipped(members)):
        yield "f", packed
    for place in 1, 1025:
        yield "f", damaged(tarred(members, "w"), place)
    yield "f", zipped({"inner.tar": tarred(members, "w"), "inner.zip": zipped(members)})


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for number, (name, content) in enumerate(seeds()):
        (folder / f"seed-{number:02}").write_bytes(bytes([NAMES.index(name)]) + content)


main()
