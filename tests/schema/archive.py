#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program writes about an archive is what archive.schema.json says, and its parts agree
with each other; what is bent is found.

archive.py TIDINGS SCHEMA.json CORPUS.jsonl
"""
import copy
import json
import pathlib
import subprocess
import sys
import tempfile

try:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match
except ImportError:
    print("skipped: there is no python3-jsonschema (4.0 or later)")
    sys.exit(77)

BATCHES = (200, 60, 200)
PARTS = ["themes", "stories", "articles", "ledger", "events"]
KINDS = {"themes": "theme", "stories": "story", "articles": "article", "ledger": "entry", "events": "event"}
UNDATED = 9  # of so many articles, one loses its date


class Archive:
    def __init__(self, tidings, path):
        self.tidings, self.path = tidings, path

    def call(self, command, *words):
        done = subprocess.run([self.tidings, command, self.path, *map(str, words)], capture_output=True, check=False)
        assert done.returncode == 0, (command, words, done.stderr.decode())
        return done.stdout.decode("utf-8")

    def read(self, command, *words):
        return json.loads(self.call(command, *words))

    def curate(self, *words):
        self.call("curate", *words)

    def add(self, records, folder):
        batch = pathlib.Path(folder, "batch.jsonl")
        batch.write_text("".join(json.dumps(record) + "\n" for record in records), encoding="utf-8")
        self.call("add", batch, "-q")


def readable(line):
    try:
        record = json.loads(line)
    except ValueError:  # the demonstration corpus has broken records, too
        return {}
    return record if isinstance(record, dict) else {}


def records_of(corpus):
    lines = pathlib.Path(corpus).read_text(encoding="utf-8").splitlines()
    records = [record for record in map(readable, lines) if record.get("id") and record.get("published")]
    for record in records[::UNDATED]:
        del record["published"]
    return records + [{"id": "wordless", "title": "12 34"}]


def make(tidings, corpus, folder):
    """Three batches, a changed article, and everything that a person can decide."""
    archive = Archive(tidings, pathlib.Path(folder, "weekly.tidings"))
    records, begin = records_of(corpus), 0
    for size in BATCHES:
        archive.add(records[begin : begin + size], folder)
        begin += size
    archive.add([records[20] | {"title": "Corrected: " + records[20]["title"]}, records[-1]], folder)
    archive.curate("rename", "T1", "A name “with” <signs> & \\ and more")
    archive.curate("describe", "T1", "What it is about.")
    archive.curate("merge", "T5", "T4")
    archive.curate("hide", "T3")
    archive.curate("split", "T2")
    archive.curate("unpin", "T2")
    archive.curate("undo")
    archive.call("refit", "-q")
    return archive


def ids(items, key="id"):
    return [item[key] for item in items]


def disagreements(export):
    """Sentences about what does not fit together."""
    themes, stories, articles, ledger, events = (export[part] for part in PARTS)
    of = {name: [article for article in articles if article["theme"] == name] for name in ids(themes)}
    told = {name: [article for article in articles if article["story"] == name] for name in ids(stories)}
    happened = {name: [article for article in articles if article["event"] == name] for name in ids(events)}
    place = {article["id"]: number for number, article in enumerate(articles)}

    def points(items, key, known):
        return {item[key] for item in items} <= set(known) | {None}

    def sums(item, members):
        dates = sorted(article["published"] for article in members if article["published"])
        return (item["articles"], item["originals"], item["first"], item["last"]) == (
            len(members), sum(not article["copy_of"] for article in members),
            dates[0] if dates else None, dates[-1] if dates else None)

    checks = {
        "the parts and their order": list(export) == ["format", "version", *PARTS[:-1], "muted", PARTS[-1]],
        "ids are unique": all(len(set(names)) == len(names) for names in (
            ids(themes), ids(stories), ids(events), ids(articles), ids(ledger, "number"))),
        "themes, stories and events by number": all(names == sorted(names, key=lambda name: int(name[1:]))
                                                    for names in (ids(themes), ids(stories), ids(events))),
        "articles by time": (keys := [(not article["published"], article["published"] or "")
                                      for article in articles]) == sorted(keys),
        "themes of articles": points(articles, "theme", of) and points(articles, "second_theme", of),
        "a second theme is another one": all(article["second_theme"] != article["theme"] or not article["theme"]
                                             for article in articles),
        "stories of articles": points(articles, "story", told),
        "themes of stories": points(stories, "theme", of),
        "events of articles": points(articles, "event", happened),
        "themes of events": points(events, "theme", of),
        "headlines are articles": points(stories, "headline_id", place),
        "headlines of events are in them": all(articles[place[event["headline_id"]]]["event"] == event["id"]
                                               for event in events),
        "what events go on from": points(events, "follows", happened),
        "sequels": points(stories, "sequel_of", told),
        "copies name an original": all(
            article["copy_of"] in place and not articles[place[article["copy_of"]]]["copy_of"]
            for article in articles if article["copy_of"]),
        "sums of themes": all(sums(theme, of[theme["id"]]) for theme in themes),
        "sums of events": all(sums(event, happened[event["id"]]) for event in events),
        "sums of stories": all(sums(story, told[story["id"]]) for story in stories),
        "where merged themes went": points(themes, "into", of),
        "titles": all(theme["title"] == theme["name"] for theme in themes if theme["name"]),
        "themes of the ledger": points(ledger, "theme", of) and points(ledger, "other", of),
        "articles of the ledger": points(ledger, "article", place),
        "what was undone": all(entry["undone"] in ids(ledger, "number") and entry["undone"] > entry["number"]
                               for entry in ledger if entry["undone"]),
    }
    return [name for name, good in checks.items() if not good]


def missing(export):
    """What this test is about has to be in its archive."""
    themes, stories, articles, ledger, events = (export[part] for part in PARTS)
    wanted = {
        "stories": stories, "events": events, "an event that goes on": any(ids(events, "follows")),
        "copies": any(ids(articles, "copy_of")), "undated": not all(ids(articles, "published")),
        "hidden": any(ids(themes, "hidden")), "pinned": any(ids(themes, "pinned")),
        "merged": "merged" in ids(themes, "state"), "renamed": any(ids(themes, "name")),
        "described": any(ids(themes, "description")), "second themes": any(ids(articles, "second_theme")),
        "no theme": any(ids(articles, "reason")), "taken back": any(ids(ledger, "undone")),
        "kinds": {"add", "change", "birth", "refit", "join", "part", "rename", "describe", "hide", "unpin", "undo"}
                 <= set(ids(ledger, "kind")),
    }
    return [f"the archive has nothing of: {name}" for name, there in wanted.items() if not there]


def listings(archive, export):
    """All that is printed as JSON beside the export, and the parts that it must have."""
    theme = max(export["themes"], key=lambda theme: theme["articles"])["id"]
    article = next(article["id"] for article in export["articles"] if article["second_theme"])
    return {
        "themes": (["themes", "--json"], ["themes"]),
        "all themes": (["themes", "--json", "--all"], ["themes"]),
        "stories": (["stories", "--json"], ["stories"]),
        "stories of a theme": (["stories", "--json", "--theme", theme], ["stories"]),
        "events": (["events", "--json"], ["events"]),
        "events of a theme": (["events", "--json", "--theme", theme], ["events"]),
        "an event": (["show", export["events"][0]["id"], "--json"], ["articles", "events"]),
        "search": (["search", "the*", "--json"], ["articles"]),
        "search for nothing": (["search", "qqqqqq", "--json"], ["articles"]),
        "a theme": (["show", theme, "--json"], PARTS[:-1]),
        "a merged theme": (["show", "T5", "--json"], PARTS[:-1]),
        "a story": (["show", "S1", "--json"], ["stories", "articles"]),
        "an article": (["show", article, "--json"], ["articles"]),
        "diff": (["diff", "2024-W09", "2024-W10", "--json", "-q"], None),
        "why": (["why", article, "--json"], None),
        "why not": (["why", "wordless", "--json"], None),
    }


def fault(validator, value):
    error = best_match(validator.iter_errors(value))
    return error and f"{'/'.join(map(str, error.absolute_path))}: {error.message[:200]}"


def check_listings(archive, validator, export):
    wrong = []
    for name, (words, parts) in listings(archive, export).items():
        value = archive.read(*words)
        if found := fault(validator, value):
            wrong.append(f"{name}: {found}")
        if parts and [part for part in PARTS if part in value] != parts:
            wrong.append(f"{name}: other parts than {parts}")
        for part in parts or []:
            if not all(item in export[part] for item in value[part]):
                wrong.append(f"{name}: {part} that are not those of the export")
    lines = [json.loads(line) for line in archive.call("export", "--format", "jsonl").splitlines()]
    if lines != [{"type": KINDS[part]} | item for part in PARTS for item in export[part]]:
        wrong.append("the lines of JSON are not the export")
    return wrong


def first(items, key):
    return next(item for item in items if item[key])


# What must not pass the schema: a part of the export, and what is done to it.
BENT = {
    "another version": lambda export: export.update(version=2),
    "no version": lambda export: export.pop("version"),
    "a field more": lambda export: export.update(more=1),
    "a theme with a field more": lambda export: export["themes"][0].update(more=1),
    "a theme without a state": lambda export: export["themes"][0].pop("state"),
    "an unknown state": lambda export: export["themes"][0].update(state="dead"),
    "a theme with another id": lambda export: export["themes"][0].update(id="t1"),
    "a theme without a number": lambda export: export["themes"][0].update(id="T0"),
    "fewer than no articles": lambda export: export["themes"][0].update(articles=-1),
    "half an article": lambda export: export["themes"][0].update(articles=1.5),
    "a switch that is a word": lambda export: export["themes"][0].update(hidden="no"),
    "a merged theme that went nowhere": lambda export: first(export["themes"], "into").update(into=None),
    "a merged theme with articles": lambda export: first(export["themes"], "into").update(articles=1),
    "an awake theme that went somewhere": lambda export: export["themes"][0].update(state="awake", into="T2"),
    "a term without a weight": lambda export: export["themes"][0]["terms"][0].pop("weight"),
    "a term with a field more": lambda export: export["themes"][0]["terms"][0].update(stem="x"),
    "a story with the id of a theme": lambda export: export["stories"][0].update(id="T1"),
    "a story of no theme": lambda export: export["stories"][0].update(theme=None),
    "a story of nothing": lambda export: export["stories"][0].update(articles=0),
    "an event with the id of a story": lambda export: export["events"][0].update(id="S1"),
    "an event of nothing": lambda export: export["events"][0].update(articles=0),
    "a time with a zone": lambda export: first(export["articles"], "published").update(published="2024-01-01T00:00:00+01:00"),
    "a time that is empty": lambda export: export["articles"][0].update(published=""),
    "a weight above 1": lambda export: export["articles"][0].update(weight=1.2),
    "a weight that is a word": lambda export: export["articles"][0].update(weight="1"),
    "a theme and a reason": lambda export: first(export["articles"], "theme").update(reason="none"),
    "no theme and no reason": lambda export: first(export["articles"], "reason").update(reason=None),
    "no second theme with a weight": lambda export: first(export["articles"], "second_theme").update(second_theme=None),
    "an article without an id": lambda export: export["articles"][0].update(id=""),
    "an article with a field more": lambda export: export["articles"][0].update(body="x"),
    "an unknown entry": lambda export: export["ledger"][0].update(kind="praise"),
    "an entry with a field more": lambda export: export["ledger"][0].update(before=""),
    "an added theme": lambda export: export["ledger"][0].update(theme="T1"),
    "a change of no article": lambda export: first(export["ledger"], "article").update(article=None),
    "an addition that was undone": lambda export: export["ledger"][0].update(undone=2),
    "undone by nothing": lambda export: first(export["ledger"], "undone").update(undone=0),
}

# What passes the schema and still does not fit together.
WRONG = {
    "ids are unique": lambda export: export["articles"].append(export["articles"][-1]),
    "themes of articles": lambda export: first(export["articles"], "theme").update(theme="T999"),
    "copies name an original": lambda export: first(export["articles"], "copy_of").update(copy_of="nobody"),
    "sums of themes": lambda export: first(export["articles"], "theme").update(theme=None, weight=0, reason="x"),
    "sums of stories": lambda export: export["stories"][0].update(originals=0),
    "a second theme is another one": lambda export: (one := first(export["articles"], "second_theme")).update(
        second_theme=one["theme"]),
    "what was undone": lambda export: first(export["ledger"], "undone").update(undone=1),
    "articles by time": lambda export: export["articles"].reverse(),
}


def check_failing(validator, export):
    """The checks can fail."""
    wrong = []
    for name, bend in BENT.items():
        bent = copy.deepcopy(export)
        bend(bent)
        if validator.is_valid(bent):
            wrong.append(f"the schema lets pass: {name}")
    for name, bend in WRONG.items():
        bent = copy.deepcopy(export)
        bend(bent)
        if name not in disagreements(bent):
            wrong.append(f"not seen: {name}")
    for kind in ("tidings-analysis", None):
        if validator.is_valid(export | {"format": kind}):
            wrong.append(f"the schema lets pass: format {kind}")
    if validator.is_valid({"format": "tidings-archive", "version": 1}):
        wrong.append("the schema lets pass: a listing of nothing")
    return wrong


def main():
    tidings, schema, corpus = sys.argv[1:4]
    contract = json.loads(pathlib.Path(schema).read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(contract)
    validator = Draft202012Validator(contract)
    listing = Draft202012Validator(contract | {"oneOf": [{"$ref": "#/$defs/listing"}]})  # says what is wrong
    with tempfile.TemporaryDirectory() as folder:
        archive = make(tidings, corpus, folder)
        export = archive.read("export", "--format", "json")
        wrong = [f"export: {found}" for found in (fault(validator, export), fault(listing, export)) if found]
        wrong += disagreements(export) + missing(export)
        wrong += check_listings(archive, validator, export)
        wrong += check_failing(validator, export)
    print("\n".join(wrong) or f"{len(export['articles'])} articles, {len(BENT) + len(WRONG)} bent exports: as it should be")
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
