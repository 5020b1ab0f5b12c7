#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson wrote of its test runs: skipped tests by name, and a last line 'N passed, N failed'."""
import json
import sys

PASSED = {"OK", "EXPECTEDFAIL"}


def results(folder):
    with open(f"{folder}/meson-logs/testlog.json", encoding="utf-8") as log:
        for line in log:
            test = json.loads(line)
            yield f"{folder}: {test['name']}", test["result"]


passed, failed, skipped = 0, [], []
for folder in sys.argv[1:]:
    for name, result in results(folder):
        if result in PASSED:
            passed += 1
        elif result == "SKIP":
            skipped.append(name)
        else:
            failed.append(f"{name} ({result})")
for name in skipped:
    print("skipped", name)
for name in failed:
    print("FAILED", name)
print(f"{passed} passed, {len(failed)} failed")
sys.exit(1 if failed or not passed else 0)
