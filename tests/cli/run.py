#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden tests of the program: command lines with what they print and how they end.

run.py [--update] PROGRAM CASES...

A file of cases is a list of blocks, with blank lines and lines of comment (#) between them:

    $ tidings frobnicate | cat          a command for the shell, in a fresh folder with a copy of data/
    > what it prints                    standard output, a line each
    ! tidings: unknown command …        standard error
    = 2                                 status, where it is not 0

The commands of one file share their folder. --update writes into the file what happened.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
DATASETS = HERE.parent.parent / "datasets"
LONGEST = 60  # seconds a command


def parse(text):
    """Blocks as lists of lines; a block without a command is comment."""
    block = []
    for line in text.removesuffix("\n").split("\n"):
        if not line or line.startswith("$ ") or line.startswith("#"):
            if block:
                yield block
            block = []
        if line:
            block.append(line)
        else:
            yield [""]
    if block:
        yield block


def marked(mark, text):
    return [f"{mark} {line}".rstrip() for line in text.decode("utf-8", "backslashreplace").removesuffix("\n").split("\n") if text]


def run(command, folder, environment):
    done = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=LONGEST)
    status = [f"= {done.returncode}"] if done.returncode else []
    return [f"$ {command}"] + marked(">", done.stdout) + marked("!", done.stderr) + status


def environment_of(program, folder):
    """Nothing of the caller's environment but what finds programs and configures sanitizers."""
    tools = folder / ".bin"
    tools.mkdir()
    (tools / "tidings").symlink_to(pathlib.Path(program).resolve())
    kept = {name: value for name, value in os.environ.items() if name.endswith("SAN_OPTIONS")}
    return kept | {"PATH": f"{tools}:/usr/bin:/bin", "DATASETS": str(DATASETS), "HOME": str(folder)}


def check(program, path, update):
    """Numbers of passed and failed commands of one file."""
    passed, failed, actual = 0, 0, []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        shutil.copytree(HERE / "data", folder, dirs_exist_ok=True)
        environment = environment_of(program, folder)
        for block in parse(path.read_text(encoding="utf-8")):
            got = run(block[0][2:], folder, environment) if block[0].startswith("$ ") else block
            actual += got
            if got is block:
                continue
            if got == block:
                passed += 1
            else:
                failed += 1
                print(f"{path.name}: expected", *block, "but got", *got, sep="\n    ")
    if update:
        path.write_text("\n".join(actual) + "\n", encoding="utf-8")
    return passed, failed


def main():
    arguments = sys.argv[1:]
    update = "--update" in arguments
    program, *files = [word for word in arguments if word != "--update"]
    passed = failed = 0
    for file in files:
        good, bad = check(program, pathlib.Path(file), update)
        passed, failed = passed + good, failed + bad
    print(f"{passed} passed, {failed} failed")
    sys.exit(1 if (failed and not update) or not passed + failed else 0)


if __name__ == "__main__":
    main()
