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
NAMES = ["f", "f.jsonl", "f.json", "f.csv", "f.tsv", "f.txt", "f.xml", "f.html", "f.warc", "f.eml", "f.docx", "f.xlsx"]  # as in fuzz_read.c

ADDRESSES = ["http://a.example/x", "HTTPS://www.A.example:443//amp/x.amp.html/?amp=1&utm_source=%7e&id=%c3%A9#!/y",
             "https://www.google.com/amp/s/a.example/x", "//m.amp.a.example?%", "https://", "a.example/index.html?%4"]


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
    yield "f.jsonl", b"".join(json.dumps({"title": "t", "body": "b", "url": url}).encode() + b"\n" for url in ADDRESSES)
    yield "f.json", b'{"a":' + lines[0] + b',"b":' + lines[1] + b'}'
    yield "f.jsonl", lines[0][:-1] + b',"n":NaN,"i":-Infinity,"l":[1,],}\n'
    yield "f.json", json.dumps({"version": "https://jsonfeed.org/version/1", "title": "F", "items": rows[:2]}).encode()
    yield "f.json", b"[" + lines[0] + b",\n" + lines[1][:-1] + b",\n" + lines[2][:-2] + b",\n" + lines[3] + b"]"
    yield "f.json", b'{"a":ok,"items":[' + lines[0].replace(b":", b"", 1) + b',{"title":"x","t":[{"title":"y"},\n' + lines[1] + b"]}"
    names = sorted({key for row in rows[:4] for key in row})
    cells = [[row.get(name) for name in names] for row in rows[:4]]
    columns = {name: {str(i): row.get(name) for i, row in enumerate(rows[:4])} for name in names}
    yield "f.json", json.dumps({"columns": names, "index": [0, 1, 2, 3], "data": cells}).encode()
    yield "f.json", json.dumps([names] + cells + [cells[0][1:], cells[0] + [1]], indent=1).encode()
    yield "f.json", json.dumps(columns).encode()
    yield "f.json", json.dumps({name: list(column.values())[: 4 - (name == names[0])] for name, column in columns.items()}).encode()
    yield "f.json", json.dumps(columns).encode()[:-30]
    yield "f.jsonl", json.dumps(columns).encode().replace(b'"2":', b'"2"', 3)


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


def warc(kind, block, media="application/http; msgtype=response", head=""):
    return (f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: <http://n.example/2023/01/02/a>\r\n{head}WARC-Date: "
            f"2023-03-01T10:00:00Z\r\nContent-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def warc_forms():
    page = b"<html><title>T</title><p>A long paragraph, with commas, and more words.</p></html>"
    chunked = b"%x\r\n" % 20 + page[:20] + b"\r\n" + b"%x;x=y\r\n" % (len(page) - 20) + page[20:] + b"\r\n0\r\n\r\n"
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=\"utf-8\"\r\n"
    plain = warc("response", answer + b"\r\n" + page)
    yield "f.warc", (warc("warcinfo", b"a: b", "application/warc-fields") + plain
                     + warc("response", answer + b"Transfer-Encoding: chunked\r\n\r\n" + chunked)
                     + warc("response", answer + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(page))
                     + warc("revisit", b"") + warc("conversion", b"Title\nText\n", "text/plain"))
    yield "f.warc", plain[:-30] + b"garbage\n" + plain.replace(b"Content-Length", b"Content-Size") + plain
    yield "f", gzip.compress(plain) + gzip.compress(plain)


def mail_forms():
    head = (b"From: =?utf-8?q?The_H=C3=A9rald?= <n@h.example>\nSubject: =?utf-8?b?WsO2bGxl?=\n =?ISO-8859-1*de?Q?_=FCber?= x\n"
            b"Date: Wed, 01 Mar 2023 10:00:00 +0100 (CET)\nMessage-ID: <1@h.example>\nMIME-Version: 1.0\n")
    mixed = (head + b"Content-Type: multipart/mixed; boundary=\"a\"\n\n--a\nContent-Type: multipart/alternative; boundary=b\n\n"
             b"--b\n\nPlain\n--b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<p>=C3=\n=A4</p>\n"
             b"--b--\n--a\nContent-Type: message/rfc822\n\n" + head + b"Content-Transfer-Encoding: base64\n\nYWJj\n--a--\n")
    yield "f.eml", mixed
    yield "f", b"From n@h.example Wed Mar  1 10:00:00 2023\n" + mixed + b"\nFrom n@h.example Thu Mar  2 10:00:00 2023\n" + head + b"\n>From x\n"


def office_forms():
    paragraphs = "".join(f"<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>{text}</w:t><w:tab/></w:r></w:p>" for text in ("A title", "A body"))
    members = {"[Content_Types].xml": b"<x/>", "docProps/core.xml": b"<c><title>t</title><created>2023-01-02T00:00:00Z</created></c>",
               "word/document.xml": f"<w:document xmlns:w='w'><w:tbl><w:tr><w:tc>{paragraphs}</w:tc></w:tr></w:tbl></w:document>".encode()}
    yield "f.docx", zipped(members)
    rows = ("<row r='1'><c r='A1' t='s'><v>0</v></c><c r='B1' t='inlineStr'><is><t>date</t></is></c></row>"
            "<row><c t='str'><v>T</v></c><c s='1'><v>44927.5</v></c></row>")
    members = {"xl/workbook.xml": b"<workbook xmlns:r='r'><workbookPr date1904='0'/><sheets><sheet name='S' r:id='1'/></sheets></workbook>",
               "xl/_rels/workbook.xml.rels": b"<R><Relationship Id='1' Target='worksheets/sheet1.xml'/></R>",
               "xl/styles.xml": b"<s><numFmts><numFmt numFmtId='164' formatCode='dd/mm'/></numFmts><cellXfs><xf/><xf numFmtId='164'/></cellXfs></s>",
               "xl/sharedStrings.xml": b"<sst><si><r><t>ti</t></r><r><t>tle</t></r><rPh><t>x</t></rPh></si></sst>",
               "xl/worksheets/sheet1.xml": f"<worksheet><sheetData>{rows}</sheetData></worksheet>".encode()}
    yield "f.xlsx", zipped(members)


def press_forms():
    yield "f.txt", b"HD\nA title\nPD\n12 February 2020\nSN\nN\nLP\n\nText.\n\nTD\nMore\nAN\nDocument NYTF000020200212eg2c0001\n\n" * 2
    yield "f.txt", b"A title\n500 words\n12 February 2020\n10:15\nThe N\nNYTF\n(c) 2020\n\nText.\n\nDocument NYTF000020200212eg2c0001\n"
    yield "f.txt", (b"_" * 60 + b"\n\nDocument 1 of 1\n\nA title\n\nFull text: Text.\n\nSubject: x\n\nPublication title: N\nPublication date: "
                    b"Feb 12, 2020\nProQuest document ID: 1\n\n" + b"_" * 60 + b"\n")
    yield "f.txt", b"A title\nThe N\nFebruary 12, 2020 Wednesday\nLength: 10 words\nBody\n\nText.\nLoad-Date: x\n\nEnd of Document\n" * 2
    yield "f", b"<opml><body><outline xmlUrl='a.xml'/><outline xmlUrl='http://a'/></body></opml>"


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
    yield from warc_forms()
    yield from mail_forms()
    yield from office_forms()
    yield from press_forms()
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
