#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Man pages and completions say what --help says: every option of every command, its words, its default.

docs.py TIDINGS FOLDER, where FOLDER holds what the build made. Shells and mandoc that are not installed are left out.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

TIDINGS, FOLDER = map(os.path.abspath, sys.argv[1:3])
OPTION = re.compile(r"^  (?:-(\w), |    )--([a-z-]+)(?: (\S+))?(?:  |$)", re.M)


def run(*words, **options):
    return subprocess.run(words, check=True, capture_output=True, text=True, encoding="utf-8", **options).stdout


def made(name):
    return (pathlib.Path(FOLDER) / name).read_text(encoding="ascii")


def commands():
    names = re.findall(r"^  ([a-z]+)  ", run(TIDINGS, "help"), re.M)
    assert "analyze" in names and "version" in names
    return names


def options(command):
    """(letter or "", name, argument or "") of each option in the help of a command."""
    found = OPTION.findall(run(TIDINGS, command, "--help"))
    assert ("h", "help", "") in found, command
    return found


def words(argument):
    """What an argument such as auto|N takes as it stands."""
    return [word for word in argument.split("|") if word.islower()]


def spelt(command):
    return {f"--{name}" for _, name, _ in options(command)} | {f"-{letter}" for letter, _, _ in options(command) if letter}


def every_option_has_a_place_in_its_page():
    for command in commands():
        page = made(f"tidings-{command}.1").replace("\\-", "-")
        listed = re.findall(r"^\.TP\n(?:\\fB-(\w)\\fR, )?\\fB--([a-z-]+)\\fR(?: \\fI(\S+)\\fR)?$", page, re.M)
        assert sorted(listed) == sorted(options(command)), command
        text = " ".join(run(TIDINGS, command, "--help").split())
        assert sorted(re.findall(r"\(default: (\S+)\)", text)) == sorted(re.findall(r"^Default: (.+?)(?:;.*|\.)$", page, re.M)), command
        assert f"tidings-{command}" in made("tidings.1").replace("\\-", "-"), command


def pages_are_well_formed():
    pages = sorted(pathlib.Path(FOLDER).glob("*.1"))
    assert len(pages) == len(commands()) + 1
    for page in pages:
        if shutil.which("mandoc"):
            said = subprocess.run(["mandoc", "-T", "lint", "-W", "warning", page], capture_output=True, text=True).stdout
            assert not [line for line in said.splitlines() if "missing date" not in line], said
        if shutil.which("groff"):
            assert not subprocess.run(["groff", "-man", "-ww", "-T", "ascii", "-z", page], capture_output=True, text=True).stderr, page


def bash(*typed, folder="/"):
    """What bash offers for the last word."""
    script = 'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _tidings; printf "%s\\n" "${COMPREPLY[@]}"'
    out = run("bash", "-c", script, "bash", os.path.join(FOLDER, "tidings"), "tidings", *typed, cwd=folder)
    return out.split("\n")[:-1] if out.strip() else []


def fish(*typed, folder="/"):
    out = run("fish", "--no-config", "-c", 'source $argv[1]; complete -C "$argv[2]"', os.path.join(FOLDER, "tidings.fish"),
              " ".join(("tidings", *typed)), cwd=folder)
    return [line.split("\t")[0] for line in out.splitlines()]


def zsh(command):
    """The part of the file that is about a command: zsh completes on a terminal only."""
    return re.search(rf"^    {command}\)\n(.*?)^      ;;", made("_tidings"), re.M | re.S)[1]


def shells_parse_them():
    run("bash", "-n", os.path.join(FOLDER, "tidings"))
    for shell, name in (("zsh", "_tidings"), ("fish", "tidings.fish")):
        if shutil.which(shell):
            run(shell, "-n", os.path.join(FOLDER, name))


def every_option_is_completed():
    for command in commands():
        assert set(bash(command, "-")) == spelt(command), command
        part = zsh(command)
        long = set(re.findall(r"^ +'(?:\(.*?,)?\*?--([a-z-]+)", part, re.M)) | set(re.findall(r",--([a-z-]+)", part))
        assert long == {name for _, name, _ in options(command)}, command
        listed = re.findall(rf"'__tidings_is {command}' -l ([a-z-]+)(?: -s (\w))?", made("tidings.fish"))
        assert sorted(listed) == sorted((name, letter) for letter, name, _ in options(command)), command
        if shutil.which("fish"):
            assert {word for word in fish(command, "--") if word.startswith("--")} == {w.removesuffix("=") for w in spelt(command) if w[:2] == "--"}, command


def words_are_offered():
    assert set(bash("")) == {*commands(), "--help", "--version"}
    seen = 0
    for command in commands():
        for _, name, argument in options(command):
            if not argument or not words(argument):
                continue
            seen += 1
            assert bash(command, f"--{name}", "") == words(argument), name
            assert words(argument)[0] in bash(command, f"--{name}", "=", words(argument)[0][0]), name
            assert f"'--{name}=[" in zsh(command) and f"({' '.join(words(argument))})'" in zsh(command), name
            if shutil.which("fish"):
                assert set(fish(command, f"--{name}", "''")) >= set(words(argument)), name
    assert seen > 10
    assert bash("analyze", "--write", "json,c") == ["json,csv"]
    assert "rename" in bash("curate", "weekly.tidings", "") and bash("help", "ver") == ["verify", "version"]
    if shutil.which("fish"):
        assert set(fish("")) >= set(commands())
        assert "rename" in fish("curate", "weekly.tidings", "") and set(fish("help", "ver")) == {"verify", "version"}
        assert "json,csv" in fish("analyze", "--write", "json,c")


def paths_are_offered():
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "a list.txt").touch()
        (pathlib.Path(folder) / "results").mkdir()
        assert set(bash("analyze", "--seeds", "", folder=folder)) == {"a list.txt", "results"}
        assert set(bash("analyze", "", folder=folder)) == {"a list.txt", "results"}
        assert bash("analyze", "-o", "", folder=folder) == ["results"]
        assert bash("analyze", "--seed", "", folder=folder) == bash("version", "", folder=folder) == []
        if shutil.which("fish"):
            assert fish("analyze", "--output", "''", folder=folder) == ["results/"]
            assert set(fish("analyze", "--seeds", "''", folder=folder)) == {"a list.txt", "results/"}
            assert fish("analyze", "--seed", "''", folder=folder) == []


every_option_has_a_place_in_its_page()
pages_are_well_formed()
shells_parse_them()
every_option_is_completed()
words_are_offered()
paths_are_offered()
