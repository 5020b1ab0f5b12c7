#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody else's program builds and runs with the library as it is installed: in C, and with every public header in C++.

installed.py BUILD SOURCE.c CORPUS CC [OPTION...]

Installs BUILD into a temporary folder and asks pkg-config what to compile and link with. Exits with 77 (skipped) without
pkg-config or meson.
"""
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

WARNINGS = ["-Wall", "-Wextra", "-Wpedantic", "-Werror"]


def ask(*words):
    return subprocess.run(words, check=True, capture_output=True, text=True).stdout


def install(build, folder):
    """The prefix that the files are in, and the folder of tidings.pc."""
    subprocess.run(["meson", "install", "-C", build, "--no-rebuild", "--quiet", "--destdir", folder], check=True)
    found = list(folder.rglob("tidings.pc"))
    assert len(found) == 1, f"installed as tidings.pc: {found}"
    prefix = next(line for line in found[0].read_text().splitlines() if line.startswith("prefix="))
    return folder / prefix.removeprefix("prefix=").lstrip("/"), found[0].parent


def flags(prefix, place, *wanted):
    os.environ["PKG_CONFIG_PATH"] = str(place)
    return ask("pkg-config", f"--define-variable=prefix={prefix}", *wanted, "tidings").split()


def main():
    build, source, corpus, *compiler = sys.argv[1:]
    missing = [name for name in ("pkg-config", "meson") if not shutil.which(name)]
    if missing:
        print(f"SKIPPED: no {' and no '.join(missing)}; whether the installed library can be used is NOT TESTED")
        sys.exit(77)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        prefix, place = install(pathlib.Path(build).resolve(), folder / "root")
        includes, libraries = flags(prefix, place, "--cflags"), flags(prefix, place, "--libs")
        # No -std: what a user's compiler takes a C file for.
        subprocess.run([*compiler, *WARNINGS, source, *includes, *libraries, "-o", folder / "user"], check=True)
        headers = sorted(path.relative_to(prefix / "include") for path in (prefix / "include").rglob("*.h"))
        assert headers, "no header is installed"
        text = "".join(f"#include <{header}>\n" for header in headers) + "int main() { return *tdg_version() ? 0 : 1; }\n"
        (folder / "user.cpp").write_text(text)
        subprocess.run([*compiler, *WARNINGS, "-x", "c++", "-std=c++17", folder / "user.cpp", "-x", "none", *includes, *libraries,
                        "-o", folder / "user++"], check=True)
        library = next(flag[2:] for flag in libraries if flag.startswith("-L"))
        os.environ["LD_LIBRARY_PATH"] = library
        subprocess.run([folder / "user", corpus], check=True)
        subprocess.run([folder / "user++"], check=True)
        version = ask("pkg-config", f"--define-variable=prefix={prefix}", "--modversion", "tidings").strip()
        assert f"tidings {version}" in ask(prefix / "bin" / "tidings", "--version"), version
    print(f"a program in C and one in C++ with {len(headers)} headers, by pkg-config tidings {version}")


main()
