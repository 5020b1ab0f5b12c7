# SPDX-License-Identifier: GPL-3.0-or-later
"""kinds.py FOLDER: makes a folder with files of every kind that people have, articles and others."""
import gzip
import io
import json
import pathlib
import sys
import zipfile

folder = pathlib.Path(sys.argv[1])
words = "ports tariffs customs strikes harvest turbines vaccines ballots glaciers orchestras".split()


def article(number):
    word = words[number % len(words)]
    return {"title": f"{word.capitalize()} in week {number}", "date": f"2023-03-{number % 28 + 1:02}",
            "body": f"What the {word} mean for the town, and what the council says of it, in report {number}."}


def put(name, content):
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())


def packed(members):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return content.getvalue()


def docx(*paragraphs):
    body = "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in paragraphs)
    return packed({"[Content_Types].xml": "<x/>", "word/document.xml": f"<w:document xmlns:w='w'>{body}</w:document>"})


def xlsx(rows):
    cells = "".join("<row>" + "".join(f"<c t='str'><v>{cell}</v></c>" for cell in row) + "</row>" for row in rows)
    return packed({"xl/workbook.xml": "<workbook xmlns:r='r'><sheet name='Export' r:id='1'/></workbook>",
                   "xl/_rels/workbook.xml.rels": "<R><Relationship Id='1' Target='worksheets/sheet1.xml'/></R>",
                   "xl/worksheets/sheet1.xml": f"<worksheet>{cells}</worksheet>"})


def page(a):
    return (f"<!doctype html><html lang=en><title>{a['title']}</title><meta property='article:published_time' content='{a['date']}'>"
            f"<article><p>{a['body']}</p></article></html>")


def warc(kind, media, block):
    return (f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2023-03-20T00:00:00Z\r\nWARC-Target-URI: http://news.example/a\r\n"
            f"Content-Type: {media}\r\nContent-Length: {len(block)}\r\n\r\n").encode() + block + b"\r\n\r\n"


def mail(a, number):
    return (f"From: The Herald <news@herald.example>\nSubject: {a['title']}\nDate: {a['date']}T10:00:00Z\nMessage-ID: <{number}@herald.example>\n"
            f"MIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{a['body']}\n")


def articles():
    a = [article(number) for number in range(40)]
    put("01.jsonl", "".join(json.dumps(x) + "\n" for x in a[:12]))
    put("02.json", json.dumps({"articles": a[12:15]}))
    put("03.csv", "sep=;\ntitle;body;date\n" + "".join(f"{x['title']};{x['body']};{x['date']}\n" for x in a[15:17]))
    put("04.tsv", "title\tbody\tdate\n" + "".join(f"{x['title']}\t{x['body']}\t{x['date']}\n" for x in a[17:19]))
    put("05.xlsx", xlsx([["An export"], ["title", "body", "date"]] + [list((x["title"], x["body"], x["date"])) for x in a[19:21]]))
    put("06.docx", docx(a[21]["title"], f"Date: {a[21]['date']}", a[21]["body"]))
    put("07.rss", "<rss><channel><title>Feed</title><item><title>{title}</title><description>{body}</description><pubDate>{date}</pubDate>"
                  "</item></channel></rss>".format(**a[22]))
    put("08.atom.xml", "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>{title}</title><content>{body}</content>"
                       "<published>{date}</published></entry></feed>".format(**a[23]))
    put("09.feed.json", json.dumps({"version": "https://jsonfeed.org/version/1.1", "title": "JSON Feed", "items": [
        {"id": "9", "title": a[24]["title"], "content_html": a[24]["body"], "date_published": a[24]["date"]}]}))
    put("10.html", page(a[25]))
    put("11.warc.gz", gzip.compress(warc("warcinfo", "application/warc-fields", b"a: b"), mtime=0)
        + gzip.compress(warc("response", "application/http", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page(a[26]).encode()), mtime=0))
    put("12.mbox", "".join(f"From a@b Wed Mar  1 10:00:00 2023\n{mail(x, n)}\n" for n, x in enumerate(a[27:29])))
    put("13.eml", mail(a[29], 9))
    put("14.nexis.txt", "1 of 1 DOCUMENTS\n\nHerald\n\nMarch 3, 2023 Friday\n\n{title}\n\nLENGTH: 9 words\n\n{body}\n".format(**a[30]))
    put("15.factiva.txt", "HD\n{title}\nPD\n{date}\nSN\nHerald\nLP\n\n{body}\n\nDocument HERALD0020230303eg330001\n".format(**a[31]))
    put("16.2023-03-04-story.txt", "{title}\n{body}\n".format(**a[32]))
    put("17.zip", packed({"in/a.csv": "title,date\n{title},{date}\n".format(**a[33]), "README": "What is in here\n"}))
    put("18.utf16.csv", "title,date\n{title},{date}\n".format(**a[34]).encode("utf-16"))


def others():
    put("README.md", "# The collection\n\nWhat is in it.\n")
    put("LICENSE", "Do what you like.\n")
    put("codebook.txt", "title: what it says\ndate: when\n")
    put("notes.txt", "Call the archive\nTomorrow.\n")
    put("scripts/fetch.py", "import json\n")
    put("scripts/model.R", "library(quanteda)\n")
    put("scripts/run", "#!/bin/sh\nexit\n")
    put("config.yaml", "a: b\n")
    put("feeds.opml", "<opml><body><outline xmlUrl='http://news.example/feed'/></body></opml>")
    put("binary", bytes(range(1, 32)) * 8)
    put("book.epub", packed({"mimetype": "application/epub+zip"}))
    put("data.parquet", b"PAR1\x15\x04\x15\x00PAR1")
    put("data.sqlite", b"SQLite format 3\0\x10\0\1\1")
    put("empty.csv", b"")
    put("model.pkl", b"\x80\x04\x95\x10\0\0\0\0\0\0\0")
    put("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0")
    put("paper.pdf", "%PDF-1.4\n")
    put("photo.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF\0")
    put("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")
    put("program", b"\x7fELF\2\1\1\0")
    put("text.rtf", "{\\rtf1\\ansi Text}")


articles()
others()
