#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same articles give the same analysis.json, in whatever format and packing they come.

formats.py TIDINGS CORPUS.jsonl [ARTICLES]
"""
import bz2
import csv
import datetime
import gzip
import io
import json
import lzma
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import zipfile

from packing import tarred, zipped

tidings, corpus = sys.argv[1:3]
COUNT = int(sys.argv[3]) if len(sys.argv) > 3 else 150  # articles
COLUMNS = ["id", "title", "body", "published", "source", "url", "language"]


def load():
    articles = []
    for line in pathlib.Path(corpus).read_text(encoding="utf-8").splitlines():
        try:
            article = json.loads(line)
        except ValueError:
            continue
        if isinstance(article, dict) and article.get("title") and article.get("body"):
            articles.append({column: article.get(column, "") for column in COLUMNS})
    seen = set()  # texts without ids are told apart by what they say
    return [article for article in articles if not (article["body"] in seen or seen.add(article["body"]))][:COUNT]


def lines(articles):
    return "".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles).encode()


def table(articles, end="\r\n", **dialect):
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, lineterminator=end, **dialect)
    writer.writeheader()
    writer.writerows(articles)
    return text.getvalue().encode()


def formats(articles):
    """(name of the file, its bytes)"""
    yield "a.jsonl", lines(articles)
    yield "crlf.jsonl", b"\xef\xbb\xbf" + lines(articles).replace(b"\n", b"\r\n\r\n")
    yield "noname", lines(articles)[:-1]
    yield "a.json", json.dumps(articles).encode()
    yield "indented.json", json.dumps(articles, indent=2, ensure_ascii=False).encode()
    yield "inside.json", json.dumps({"status": "ok", "articles": articles, "count": len(articles)}).encode()
    yield "element-a-line.json", b'{"status":"ok","articles":[\n' + lines(articles).strip().replace(b"\n", b",\n") + b"]}"
    yield "further-in.json", json.dumps({"response": {"total": 1, "docs": articles}}, indent=1).encode()
    yield "two-lists.json", json.dumps(articles[:9]).encode() + b"\n" + json.dumps(articles[9:]).encode()
    yield "two-names.json", json.dumps({"articles": articles[:9], "pages": 2, "items": articles[9:]}).encode()
    yield "pages.jsonl", b"\n".join(json.dumps({"articles": articles[at:at + 50]}).encode() for at in range(0, COUNT, 50))
    yield "pretty.jsonl", "\n".join(json.dumps(article, indent=1) for article in articles).encode()
    yield "one-line.json", lines(articles).replace(b"\n", b" ")
    yield "sequence.json", b"\x1e" + lines(articles).replace(b"\n", b"\n\x1e")[:-1]
    yield "concatenated.json", "".join(json.dumps(article, indent=1) for article in articles).encode()
    yield "a.csv", table(articles)
    yield "quoted.csv", b"\xef\xbb\xbf" + table(articles, "\n", quoting=csv.QUOTE_ALL)
    yield "semicolon.csv", table(articles, delimiter=";")
    yield "a.tsv", table(articles, "\n", delimiter="\t")
    yield "table", table(articles)


def zstd(content):
    return subprocess.run(["zstd", "-qc"], input=content, capture_output=True, check=True).stdout


PACKINGS = [
    (".gz", lambda name, content: gzip.compress(content)),
    (".xz", lambda name, content: lzma.compress(content)),
    (".bz2", lambda name, content: bz2.compress(content)),
    (".lzma", lambda name, content: lzma.compress(content, lzma.FORMAT_ALONE)),
    (".two.gz", lambda name, content: gzip.compress(content[:1000]) + gzip.compress(content[1000:])),
    (".gz.gz", lambda name, content: gzip.compress(gzip.compress(content))),
    (".zip", lambda name, content: zipped({name: content})),
    (".stored.zip", lambda name, content: zipped({"in/" + name: content}, zipfile.ZIP_STORED)),
    (".tar", lambda name, content: tarred({name: content}, "w")),
    (".tar.gz", lambda name, content: tarred({name: content, ".hidden": b"no"}, "w:gz")),
    (".tar.xz", lambda name, content: tarred({"\u00e4/" + name: content}, "w:xz")),
    (".tar.bz2", lambda name, content: tarred({name + ".gz": gzip.compress(content)}, "w:bz2")),
    (".nested.zip", lambda name, content: zipped({"in.tar.gz": tarred({name + ".xz": lzma.compress(content)}, "w:gz")})),
]
if shutil.which("zstd"):
    PACKINGS.append((".zst", lambda name, content: zstd(content)))
    PACKINGS.append((".tar.zst", lambda name, content: zstd(tarred({name: content}, "w"))))


def analyze(*inputs, stdin=subprocess.DEVNULL, options=()):
    done = subprocess.run([tidings, "analyze", *map(str, inputs), "--write", "json", *options],
                          stdin=stdin, capture_output=True, check=False)
    told = re.sub(rb"(?m)^[0-9]+ records? \(.*\n", b"", done.stderr)  # names the format
    return done.stdout + told + str(done.returncode).encode()


class Comparison:
    def __init__(self, reference):
        self.reference, self.runs, self.wrong = reference, 0, 0

    def same(self, what, result):
        self.runs += 1
        if result != self.reference:
            self.wrong += 1
            print(f"{what}: another result, which ends with", result[-300:].decode("utf-8", "replace"))


def packed(folder, articles):
    """One file, in every format and every packing, by name and on standard input."""
    comparison = None
    for name, content in formats(articles):
        path = folder / name
        path.write_bytes(content)
        result = analyze(path)
        if comparison is None:
            comparison = Comparison(result)
            if not result.endswith(b"}\n0"):
                print("the reference is", result[-300:])
                comparison.wrong += 1
        comparison.same(name, result)
        with path.open("rb") as stdin:
            comparison.same(f"- < {name}", analyze("-", stdin=stdin))
    plain = [("a.jsonl", lines(articles)), ("a.json", json.dumps(articles).encode()), ("a.csv", table(articles))]
    for number, (ending, pack) in enumerate(PACKINGS):
        name, content = plain[number % len(plain)]
        path = folder / ("packed-" + name + ending)
        path.write_bytes(pack(name, content))
        comparison.same(path.name, analyze(path))
        with path.open("rb") as stdin:
            comparison.same(f"- < {path.name}", analyze("-", stdin=stdin))
    return comparison


def mapped(folder, articles, comparison):
    """Other names of the fields, with and without --map."""
    usual = {"title": "headline", "body": "content", "published": "pubDate", "source": "publisher", "url": "link"}
    odd = {"title": "kop", "body": "tekst", "published": "datum"}
    for what, names, options in ("usual names", usual, []), ("--map", odd, [f"--map={ours}={theirs}" for ours, theirs in odd.items()]):
        path = folder / "names.jsonl"
        path.write_bytes(lines([{names.get(key, key): value for key, value in article.items()} for article in articles]))
        result = analyze(path, options=options)
        result = result if not options else unmapped(result, comparison.reference)
        comparison.same(what, result)


def unmapped(result, reference):
    """Without what --map leaves in the options of the analysis."""
    text, end = result.rsplit(b"\n", 1)
    analysis = json.loads(text)
    analysis["options"]["map"] = []
    written = json.loads(reference.rsplit(b"\n", 1)[0])
    return reference if analysis == written else text + b"\n" + end


def spread(folder, articles):
    """A folder of text files, its archive, and the same as JSON Lines: ids are hashes of the content then."""
    bare = []
    texts = folder / "texts"
    for number, article in enumerate(articles):
        if not article["published"]:
            continue
        day = article["published"][:10]
        below = texts / day[:7]
        below.mkdir(parents=True, exist_ok=True)
        body = article["body"]
        if number % 2:
            name, text = f"{day}-{number:04}.txt", f"{article['title']}\n\n{body}\n"
        else:
            written = datetime.date.fromisoformat(day).strftime("%d %b %Y")
            name, text = f"n{number:04}.txt", f"{article['title']}\nDate: {written}\n\n{body}\n"
        (below / name).write_bytes(text.encode())
        bare.append({"title": article["title"], "body": body, "published": day})
    (folder / "bare.jsonl").write_bytes(lines(bare))
    comparison = Comparison(analyze(folder / "bare.jsonl"))
    comparison.same("folder", analyze(texts))
    shutil.make_archive(str(folder / "texts"), "zip", texts)
    shutil.make_archive(str(folder / "texts"), "gztar", texts)
    comparison.same("texts.zip", analyze(folder / "texts.zip"))
    comparison.same("texts.tar.gz", analyze(folder / "texts.tar.gz"))
    return comparison


def main():
    articles = load()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        first = packed(folder, articles)
        mapped(folder, articles, first)
        second = spread(folder, articles)
    runs, wrong = first.runs + second.runs, first.wrong + second.wrong
    print(f"{runs} runs, {wrong} differ")
    sys.exit(1 if wrong else 0)


main()
