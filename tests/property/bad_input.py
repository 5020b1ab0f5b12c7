#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input gets its message or is counted; nothing crashes, and nothing half-written is left.

bad_input.py TIDINGS
"""
import bz2
import gzip
import io
import json
import lzma
import os
import pathlib
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

from packing import tarred, zipped

TIDINGS = str(pathlib.Path(sys.argv[1]).resolve())
NOBODY = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
failures = []
checks = 0


def expect(what, good, seen=""):
    global checks
    checks += 1
    if not good:
        failures.append(what)
        print(f"{what}: not so\n    {seen}")


def article(number, **fields):
    return json.dumps({"id": f"a{number}", "title": f"Title {number} ransomware", "published": "2024-01-08",
                       "body": f"Words about banks and hackers, number {number}", **fields}).encode() + b"\n"


def articles(count):
    return b"".join(article(number) for number in range(count))


def run(*words, before=(), **options):
    done = subprocess.run([*before, TIDINGS, *words], capture_output=True, stdin=subprocess.DEVNULL, timeout=300,
                          check=False, **options)
    told = done.stderr.decode("utf-8", "replace")
    return done.returncode, done.stdout.decode("utf-8", "replace"), re.sub(r"(?m)^[0-9]+ records? \(.*\n", "", told)


def leftovers(folder):
    return sorted(str(path) for path in pathlib.Path(folder).rglob("*.part"))


ONE, TWO, THREE = article(1), article(2), article(3)
EMPTY = "no articles in the input"


def nested(depth):
    return b'{"title":"x","a":' + b"[" * depth + b"]" * depth + b"}\n"


# name of the file, its bytes, options, status, what is said on stderr (regular expressions), articles, skipped
CASES = [
    ("empty.jsonl", b"", [], 1, [r"^empty\.jsonl: the file is empty$", EMPTY], None, None),
    ("blank.jsonl", b"\n \n\r\n", [], 1, [r"^blank\.jsonl: contains no articles$", EMPTY], None, None),
    ("none.json", b"[]", [], 1, [r"^none\.json: contains no articles$", EMPTY], None, None),
    ("textless.jsonl", b"{}\n{}\n", [], 1, [r"^textless\.jsonl:2: neither a title nor a body$", EMPTY], None, None),
    ("one.jsonl", ONE, [], 0, [], 1, 0),
    ("same.jsonl", b"".join(article(n, title="T", body="bank hack") for n in range(50)), [], 0, [], 50, 0),
    ("again.jsonl", ONE * 3, [], 0, [r"^again\.jsonl:3: the same article again$"], 1, 2),
    ("doubles.jsonl", ONE + article(1, title="Other"), [], 0, [r"^doubles\.jsonl:\d: another version of an article; "], 1, 1),
    ("ids.jsonl", ONE + article(1, title="Other", published="2024-01-09"), [], 0,
     [r"^1 article has an id already used by an article .*\(a1~[0-9a-f]{8}\)$"], 2, 0),
    ("stop.jsonl", b"".join(article(n, title="the and of", body="to be or not to be") for n in range(9)), [], 0, [], 9, 0),
    ("latin.jsonl", ONE + b'{"title":"caf\xe9 bank"}\n', [], 0, [r"^latin\.jsonl: read as windows-1252; if that is wrong, use --encoding$"], 2, 0),
    ("nul.jsonl", ONE + b'{"title":"a\0b","body":"\\u0000 x"}\n\0\0\n', [], 0,
     [r"^nul\.jsonl:2: 1 invalid UTF-8 sequence replaced$", r"^nul\.jsonl:2: 1 escape of NUL or .* replaced$",
      r"^nul\.jsonl:3: not valid JSON$"], 2, 1),
    ("brace.json", b"[" + ONE.strip() + b",\n" + TWO.strip()[:-1] + b",\n" + THREE + b"]", [], 0, [r"^brace\.json:2: not valid JSON$"], 2, 1),
    ("quote.json", b"[" + ONE.strip() + b",\n" + TWO.strip()[:-2] + b",\n" + THREE + b"]", [], 0, [r"^quote\.json:2: not valid JSON$"], 2, 1),
    ("wrapped.json", b'{"articles":[\n{"title":oops},\n' + ONE.strip() + b",\n" + TWO + b"]}", [], 0, [r"^wrapped\.json:2: not valid JSON$"], 2, 1),
    ("strict.json", b"[{broken},\n" + ONE + b"]", ["--strict"], 1, [r"^tidings: strict\.json:1: not valid JSON$"], None, None),
    ("nuls", b"\0" * 100000, [], 1, [r"^nuls: contains no files$", EMPTY], None, None),
    ("long.jsonl", ONE + b'{"title":"' + b"x" * 50_000_000 + b'"}\n' + THREE, [], 0,
     [r"^long\.jsonl:2: a record longer than the limit of 16777216 bytes$"], 2, 1),
    ("endless.jsonl", b'{"title":"' + b"x" * 50_000_000, [], 1, [r"^endless\.jsonl:1: a record longer than the limit"], None, None),
    ("long.csv", b"title,body\n" + b"x" * 50_000_000 + b",y\nbank,hack\n", [], 0, [r"^long\.csv:2: a row longer than the limit"], 1, 1),
    ("long.txt", b"word " * 10_000_000, [], 1, [r"^long\.txt: a text longer than the limit"], None, None),
    ("word.jsonl", ONE + b'{"title":"t","body":"' + b"x" * 10_000_000 + b'"}\n', [], 0, [], 2, 0),
    ("tags.jsonl", ONE + b'{"title":"t","body":"' + b"<b>&amp;" * 1_000_000 + b'"}\n', [], 0, [], 2, 0),
    ("columns.csv", b"title,body,date\na,b\nbank,hack,2024-01-01\ne\nf,g,2024-01-02,x\n", [], 0,
     [r"^columns\.csv:2: the row has fewer cells than the header; the missing cells are empty$",
      r"^columns\.csv:4: 1 column, but the header has 3$", r"^columns\.csv:5: 4 columns, but the header has 3$"], 2, 2),
    ("quote.csv", b'title,body,date\n"open,b,2024-01-01\nbank,d,2024-01-01\nbank,f,2024-01-01\n', [], 0,
     [r"^quote\.csv:2: unclosed quotation mark$"], 2, 1),
    ("quotes.csv", b"title,body\n" + b'"a,b\n' * 20000, [], 1, [r"^quotes\.csv:2: unclosed quotation mark"], None, None),
    ("header.csv", b"title,body\n", [], 1, [r"^header\.csv: contains no articles$"], None, None),
    ("foreign.csv", b"foo,bar\n1,2\n", ["--format", "csv"], 1, [r"^foreign\.csv:1: no column of the header is a title or a body; --map can name one$"], None, None),
    ("deep.jsonl", ONE + nested(10000) + THREE, [], 0, [r"^deep\.jsonl:2: nested deeper than the limit of 100$"], 2, 1),
    ("deep.json", b"[" * 10000, [], 1, [r"^deep\.json:1: not valid JSON$", EMPTY], None, None),
    ("braces.json", b"{" * 50_000_000, [], 1, [r"^braces\.json:1: not valid JSON$"], None, None),
    ("quotes.json", b'"' * 50_000_000, [], 1, [r"^quotes\.json:1: not valid JSON$"], None, None),
    ("lists.json", b'{"a":[' * 8_000_000, [], 1, [r"^lists\.json:1: a record longer than the limit"], None, None),
    ("deeper.jsonl", b'{"a":' * 1_000_000, [], 1, [r"^deeper\.jsonl:1: not valid JSON$"], None, None),
    ("allowed.jsonl", ONE + nested(900), ["--max-nesting", "1000"], 0, [], 2, 0),
    ("dates.jsonl", b"".join(article(n, published=date) for n, date in enumerate(
        ["0000-01-01", "0000-00-00", "9999-12-31", "10000-01-01", "2024-02-30", "1e400", "99999999999999999999", True])),
     [], 0, [r"^dates\.jsonl:1: date not understood: 0000-01-01$", r"^dates\.jsonl:3: date not understood: 9999-12-31$",
             r"^dates\.jsonl:7: date not understood: 9{20}$"], 8, 0),
    ("stray.jsonl", article(0, published="1000-01-01") + b"".join(article(n, published=f"2024-01-{n:02}") for n in range(1, 20)), ["--period", "day"],
     0, [r"^stray\.jsonl:1: the date 1000-01-01 is far from all others: the article counts as undated$"], 20, 0),
    ("third.jsonl", article(1, published="2024-01-01") + article(2, published="1000-01-01") + article(3, published="2024-01-01"), [], 0,
     [r"^third\.jsonl:2: the date 1000-01-01 is far from all others: the article counts as undated$"], 3, 0),
    ("kept.jsonl", article(1, published="2024-01-01") + article(2, published="1000-01-01") + article(3, published="2024-01-01"),
     ["--keep-dates"], 1, [r"^tidings: kept\.jsonl:2: the articles' dates range from 1000-01-01"], None, None),
    ("far.jsonl", article(1, published="1000-01-01") + article(2, published="9998-12-31"), ["--period", "day"], 1,
     [r"^tidings: far\.jsonl:\d: the articles' dates range from 1000-01-01 to 9998-12-31, more than 20000 periods \(day\); is one of them wrong\?$"], None, None),
    ("utf16.csv", "title,body\nx,y\n".encode("utf-16"), [], 0, [r"^utf16\.csv: read as UTF-16; if that is wrong, use --encoding$"], 1, 0),
    ("paper", b"%PDF-1.4\n", [], 1, [r"^paper: PDF files are not supported$"], None, None),
    ("feed", b"<?xml version='1.0'?><rss/>", [], 1, [r"^feed: an XML file, but not a feed$"], None, None),
    ("picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), [], 1, [r"^picture: PNG images are not supported$"], None, None),
    ("strict.jsonl", ONE + b"{broken\n" + THREE, ["--strict"], 1, [r"^tidings: strict\.jsonl:2: not valid JSON$"], None, None),
    ("many.jsonl", articles(20), ["--max-articles", "10"], 1, [r"^tidings: many\.jsonl:11: more articles than the limit of 10$"], None, None),
    ("large.jsonl", articles(20000), ["--max-megabytes", "1"], 1, [r"^tidings: the input is larger than the limit of 1048576 bytes$"], None, None),
    ("map.jsonl", articles(3), ["--map", "source=krant"], 0, [r'^--map: no record has a field "krant" for its source$'], 3, 0),
    ("field.jsonl", articles(3), ["--themes-from", "rubriek"], 1,
     [r'^tidings: --themes-from: the field "rubriek" is missing or empty in every article$'],
     0, 0),
    ("span.jsonl", articles(3), ["--from", "2024-02-01", "--to", "2024-01-01"], 2, ["--from must be before --to"], None, None),
]


def check_result(what, result, status, said, count, skipped):
    code, out, err = result
    expect(f"{what}: status {status}", code == status, f"{code}: {err[-2000:]}")
    for pattern in said:
        expect(f"{what}: says {pattern}", re.search(pattern, err, re.MULTILINE), err[:1000])
    if not said:
        expect(f"{what}: says nothing", err == "", err[:1000])
    if status:
        expect(f"{what}: no output", out == "", out[:300])
    if count is not None and not status:
        corpus = json.loads(out)["corpus"]
        expect(f"{what}: {count} articles, {skipped} skipped", (corpus["articles"], corpus["skipped"]) == (count, skipped), corpus)


def check_cases(folder):
    for name, content, options, status, said, count, skipped in CASES:
        (folder / name).write_bytes(content)
        check_result(name, run("analyze", name, "--write", "json", *options, cwd=folder), status, said, count, skipped)
        (folder / name).unlink()


def check_archives(folder):
    """Cut in the middle: what is before the cut is read, and the rest is told, once a level."""
    noise = random.Random(1)
    lines = b"".join(article(n, noise="".join(noise.choice("abcdefgh ") for _ in range(300))) for n in range(4000))
    members = {"a.jsonl": lines, "b.jsonl": article(9999)}
    packed = {"a.gz": gzip.compress(lines), "a.xz": lzma.compress(lines), "a.bz2": bz2.compress(lines), "a.tar": tarred(members),
              "a.tar.gz": tarred(members, "w:gz"), "a.zip": zipped(members), "in.tar": tarred({"a.zip": zipped(members)})}
    if shutil.which("zstd"):
        packed["a.zst"] = subprocess.run(["zstd", "-qc"], input=lines, capture_output=True, check=True).stdout
    for name, content in packed.items():
        (folder / name).write_bytes(content[:len(content) * 2 // 3])
        code, out, err = run("analyze", name, "--write", "json", "--themes", "2", cwd=folder)
        expect(f"cut {name}: done", code == 0, err)
        told = [line for line in err.splitlines() if "the rest cannot be read: " in line]
        levels = len({line.split(": ")[0] for line in told})
        expect(f"cut {name}: told once", told and len(told) == levels, err)
        expect(f"cut {name}: some articles", 500 < json.loads(out)["corpus"]["articles"] < 4000, out[:200])
        expect(f"cut {name}: in words", "No progress" not in err and "read: cannot" not in err, err)
        broken = bytearray(content)
        for place in range(len(broken) // 3, len(broken) // 3 + 40):
            broken[place] ^= 0x5A
        (folder / name).write_bytes(broken)
        code, out, err = run("analyze", name, "--themes", "2", cwd=folder)
        expect(f"corrupt {name}: told", code in (0, 1) and (err or "tar" in name), err)
    (folder / "bomb.gz").write_bytes(gzip.compress(gzip.compress((ONE * 1000) * 1500)))
    code, out, err = run("analyze", "bomb.gz", "--max-megabytes", "50", cwd=folder)
    expect("bomb: limit", code == 1 and "larger than the limit of 52428800 bytes" in err, err)
    (folder / "m.tar").write_bytes(tarred({f"m{n}": b"hello bank" for n in range(30)}))
    code, out, err = run("analyze", "m.tar", "--max-members", "10", cwd=folder)
    expect("members: limit", code == 1 and "m.tar: more members than the limit of 10" in err, err)
    tar = bytearray(tarred({f"m{n}.jsonl": article(n) for n in range(6)}))
    tar[2 * 1024 + 1] ^= 1
    (folder / "header.tar").write_bytes(tar)
    code, out, err = run("analyze", "header.tar", "--write", "json", cwd=folder)
    expect("damaged header: told", code == 0 and err == "header.tar: a damaged header at byte 2048: the 1024 bytes from there to "
           "the next member of the archive are lost\n", err)
    expect("damaged header: the others", json.loads(out)["corpus"]["articles"] == 5, out[:200])
    nest = ONE
    for level in range(8):
        nest = tarred({f"l{level}.tar": nest})
    (folder / "n.tar").write_bytes(nest)
    code, out, err = run("analyze", "n.tar", cwd=folder)
    expect("nested archives: limit", code == 1 and "packed files nested more than 4 deep" in err, err)


def check_folder(folder):
    below = folder / "texts"
    (below / "none").mkdir(parents=True)
    (below / "shut").mkdir()
    (below / "good.txt").write_text("A title\nDate: 2024-01-01\nbanks and hackers")
    (below / "secret.txt").write_text("Secret\nbanks")
    (below / "\x1b[31mred\n.txt").write_bytes(b"\0\1\2" * 9)
    os.symlink("gone", below / "dangling")
    os.symlink("..", below / "none" / "loop")
    os.mkfifo(below / "pipe")
    os.chmod(below / "secret.txt", 0)
    os.chmod(below / "shut", 0)
    (folder / "results").mkdir(mode=0o555)
    root = os.geteuid() == 0
    if root and not shutil.which("setpriv"):
        print("no setpriv: what only others may not read is not tested")
        return
    before = NOBODY if root else []
    os.chmod(folder, 0o755)
    code, out, err = run("analyze", "texts", "--write", "json", before=before, cwd=folder)
    expect("folder: done", code == 0 and json.loads(out)["corpus"]["articles"] == 1, err)
    for line in ["texts/secret.txt: cannot be read: Permission denied", "texts/shut: cannot be read: Permission denied",
                 "texts/dangling: cannot be read: No such file or directory", "texts/none/loop: a link to a folder that contains it",
                 "texts/pipe: neither a file nor a folder", "texts/?[31mred?.txt: not text"]:
        expect(f"folder: {line}", line in err.splitlines(), err)
    (folder / "in.jsonl").write_bytes(articles(5))
    os.chmod(folder / "in.jsonl", 0o644)
    for words in ["-o", "results"], ["-o", "results/deep/er"], ["--skipped", "results/list.csv"]:
        code, out, err = run("analyze", "in.jsonl", *words, before=before, cwd=folder)
        expect(f"{words}: refused", code == 1 and re.search(r"^tidings: results.*: Permission denied$", err), err)
    expect("results: empty", not list((folder / "results").iterdir()))
    os.chmod(below / "shut", 0o755)


def check_full_disk(folder):
    """A limit on the size of files stands for a full disk: the write fails half-way."""
    (folder / "in.jsonl").write_bytes(articles(300) + b"{broken\n" * 3000)
    limited = ["sh", "-c", 'ulimit -f "$0"; exec "$@"']
    ignore = {"preexec_fn": lambda: signal.signal(signal.SIGXFSZ, signal.SIG_IGN)}
    code, out, err = run("analyze", "in.jsonl", "-q", "-o", "full", before=[*limited, "2"], cwd=folder, **ignore)
    expect("full: told", code == 1 and re.search(r"^tidings: full/analysis\.json: cannot be written: ", err), err)
    expect("full: nothing left", not list((folder / "full").iterdir()), list((folder / "full").iterdir()))
    code, out, err = run("analyze", "in.jsonl", "-q", "--skipped", "list.csv", before=[*limited, "2"], cwd=folder, **ignore)
    expect("full list: told", code == 1 and re.search(r"^tidings: list\.csv: ", err), err)
    expect("full list: nothing left", not (folder / "list.csv").exists() and not leftovers(folder), os.listdir(folder))
    for words in ["--write", "json"], ["--skipped", "/dev/full", "-q"]:
        with open("/dev/full", "w", encoding="utf-8") as full:
            done = subprocess.run([TIDINGS, "analyze", "in.jsonl", *words], cwd=folder, stdout=full, stderr=subprocess.PIPE, check=False)
        expect(f"/dev/full {words}", done.returncode == 1 and b"No space left on device" in done.stderr, done.stderr[-500:])


def check_inputs_stay(folder):
    (folder / "keep").mkdir()
    text = articles(5)
    for name, words in ("in.jsonl", ["--skipped", "./in.jsonl"]), ("keep/articles.csv", ["-o", "keep"]):
        (folder / name).write_bytes(text)
        code, _, err = run("analyze", name, *words, cwd=folder)
        expect(f"{words}: refused", code == 2 and "would overwrite an input" in err, err)
        expect(f"{words}: the input stays", (folder / name).read_bytes() == text)


def check_kill(folder):
    """Stopped at any moment: what has its final name is whole, and what was there before is whole too."""
    (folder / "in.jsonl").write_bytes(articles(3000) + b"{broken\n" * 200)
    words = ["analyze", "in.jsonl", "--themes", "5", "-qo", "out", "--skipped", "list.csv"]
    started = time.monotonic()
    run(*words, cwd=folder)
    whole = time.monotonic() - started
    expected = {name: (folder / name).read_bytes() for name in ["out/analysis.json", "out/articles.csv", "out/report.md", "list.csv"]}
    for number, stop in enumerate([signal.SIGKILL, signal.SIGINT, signal.SIGTERM] * 8):
        for name in expected if number % 2 else ():
            (folder / name).unlink(missing_ok=True)
        process = subprocess.Popen([TIDINGS, *words], cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
        time.sleep(whole * number / 24)
        process.send_signal(stop)
        err = process.communicate()[1]
        ends = {0, -stop} | ({130} if stop != signal.SIGKILL else set())
        expect(f"{stop.name}: ends", process.returncode in ends, (process.returncode, err))
        for name, content in expected.items():
            path = folder / name
            expect(f"{stop.name}: {name} is whole", not path.exists() or path.read_bytes() == content)
        if stop == signal.SIGKILL:
            for path in leftovers(folder):
                os.unlink(path)
        expect(f"{stop.name}: no leftovers", not leftovers(folder), leftovers(folder))


def check_pipe(folder):
    (folder / "in.jsonl").write_bytes(articles(3000))
    reader = subprocess.Popen(["true"], stdin=subprocess.PIPE)
    reader.wait()
    done = subprocess.run([TIDINGS, "analyze", "in.jsonl", "--write", "json", "-q"], cwd=folder, stdout=reader.stdin,
                          stderr=subprocess.PIPE, check=False)
    reader.stdin.close()
    expect("a pipe that closes", done.returncode == 1 and not done.stderr, (done.returncode, done.stderr))


EVIL = [
    ("a,b", "\x1b[31mred\x07 ransom", "javascript:alert(1)"), ('q"q', '=HYPERLINK("http://x") ransom', " JaVaScRiPt:x"),
    ("n\nl", "+1 ransom", "data:text/html,x"), ("=1+1", "@SUM ransom", "http://x/)[y](javascript:z"), ("-x", "-2 ransom", "vbscript:x"),
    ("\x1b[2J", "<script>alert(1)</script> ransom", "https://ok.example/a b?c=|&d=<e>"), ("", "a | b [c](javascript:d) `e` *f*", "//x"),
    ("é", "two\nlines\r\nransom", "http://x\n\n# y"), ("\u202e", "\u202elaw ransom", "https://x/\u202e"), ("x" * 3000, "y" * 5000 + " ransom", "ftp://x"),
]


def as_cell(text):
    """An id in a table: with nothing to obey for a terminal, and no formula."""
    text = re.sub("[\x00-\x1f\x7f-\x9f\u202a-\u202e]", " ", text)
    return "'" + text if text.lstrip(" ")[:1] in ("=", "+", "-", "@") else text


def check_evil(folder):
    """Control characters, formulas, mark-up and ids with everything in them."""
    import csv
    rows = [{"id": i, "title": t, "body": f"{t} banks hackers money", "url": u, "source": t, "published": "2024-01-08"} for i, t, u in EVIL]
    (folder / "evil.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    code, out, err = run("analyze", "evil.jsonl", "-o", "evil", "--themes", "2", cwd=folder)
    expect("evil: done", code == 0, err)
    expect("evil: nothing for the terminal to obey", not re.search("[\x00-\x09\x0b-\x1f\x7f\u202a-\u202e]", out + err), repr(out + err))
    table = list(csv.DictReader(io.StringIO((folder / "evil/articles.csv").read_text(encoding="utf-8"), newline="")))
    expect("evil: a row each", len(table) == len(EVIL) and all(None not in row and None not in row.values() for row in table), len(table))
    expect("evil: ids are found again", {as_cell(i) for i, _, _ in EVIL if i} <= {row["id"] for row in table}, [row["id"] for row in table])
    prose = [row[column] for row in table for column in ("id", "title", "source")]
    expect("evil: no formulas", not [cell for cell in prose if cell[:1] in ("=", "+", "-", "@", "\t", "\r")], prose)
    report = (folder / "evil/report.md").read_text(encoding="utf-8")
    expect("evil: no links that run", not re.search(r"(?<!\\)\]\(\s*(javascript|data|vbscript)", report, re.IGNORECASE), report)
    expect("evil: no markup", "<script" not in report and "\x1b" not in report and "\u202e" not in report, report)
    representatives = {i for theme in json.loads((folder / "evil/analysis.json").read_text(encoding="utf-8"))["themes"]
                       for i in theme["representatives"]}
    expect("evil: ids in JSON", {as_cell(i) for i in representatives} <= {row["id"] for row in table}, representatives)
    code, out, err = run("verify", "evil/analysis.json", "evil.jsonl", cwd=folder)
    expect("evil: verified", (code, out) == (0, "the same bytes\n"), out + err)


def main():
    for check in (check_cases, check_archives, check_folder, check_full_disk, check_inputs_stay, check_kill, check_pipe, check_evil):
        with tempfile.TemporaryDirectory() as name:
            check(pathlib.Path(name))
    print(f"{checks} checks, {len(failures)} failed")
    sys.exit(1 if failures else 0)


main()
