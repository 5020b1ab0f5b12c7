"""Fills in a sample as an analysis itself would: fill.py FOLDER SHEET [SEPARATOR]"""
import csv
import json
import sys

analysis = json.load(open(sys.argv[1] + "/analysis.json", encoding="utf-8"))
themes = {a["title"]: a["theme"] or "none" for a in analysis["articles"] if not a["copy_of"]}
rows = list(csv.DictReader(open(sys.argv[2], encoding="utf-8")))
writer = csv.DictWriter(sys.stdout, rows[0], delimiter=(sys.argv + [","])[3], lineterminator="\n")
writer.writeheader()
for row in rows:
    if row["row"][0] == "A":
        row["answer"] = themes.get(row["text"].rsplit(" (", 1)[0], "")
    if row["row"][0] == "H":
        options = [text.partition(") ")[2] for text in row["text"].split("  ")]
        groups = [themes.get(text) for text in options]
        row["answer"] = next((str(i + 1) for i, g in enumerate(groups) if groups.count(g) == 1), "")
    writer.writerow(row)
