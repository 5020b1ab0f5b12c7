#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What golden files cannot see: a terminal's width and colours, the progress bar, Ctrl-C, a reader that left.

terminal.py TIDINGS CORPUS.jsonl WIDTH…
"""
import fcntl
import os
import pathlib
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

TIDINGS, CORPUS = map(os.path.abspath, sys.argv[1:3])
WIDTHS = [int(word) for word in sys.argv[3:]]
ESCAPE = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def on_terminal(stream, columns, *options, **environment):
    """What `stream` ("stdout" or "stderr") gets where it is a terminal; the other one is thrown away."""
    main, terminal = pty.openpty()
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
    streams = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, stream: terminal}
    kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS")}
    process = subprocess.Popen([TIDINGS, "analyze", CORPUS, *options], stdin=subprocess.DEVNULL,
                               env=kept | {"TERM": "xterm"} | environment, **streams)
    os.close(terminal)
    pieces = []
    while True:
        try:
            piece = os.read(main, 65536)
        except OSError:  # how Linux says that the other end is closed
            piece = b""
        if not piece:
            break
        pieces.append(piece)
    os.close(main)
    assert process.wait() == 0
    return b"".join(pieces).decode("utf-8")


def widest(text):
    return max(len(ESCAPE.sub("", line).rstrip("\r")) for line in text.split("\n"))


def the_summary_fits():
    widths = [widest(on_terminal("stdout", columns)) for columns in WIDTHS]
    assert all(width <= columns for width, columns in zip(widths, WIDTHS)), widths
    assert widths == sorted(widths), widths


def colours_can_be_switched_off():
    assert "\x1b[" in on_terminal("stdout", 80)
    assert "\x1b" not in on_terminal("stdout", 80, NO_COLOR="1")
    assert "\x1b" not in on_terminal("stdout", 80, TERM="dumb")


def progress_is_for_terminals():
    assert "\r\x1b[K" in on_terminal("stderr", 80)
    assert "\x1b" not in on_terminal("stderr", 80, TERM="dumb")
    assert on_terminal("stderr", 80, "--quiet") == ""


def listens(process, number):
    """Whether the process has a handler for the signal."""
    status = pathlib.Path(f"/proc/{process.pid}/status").read_text(encoding="ascii")
    return int(re.search(r"SigCgt:\s*([0-9a-f]+)", status)[1], 16) >> (number - 1) & 1


def a_signal_stops_cleanly():
    for number in (signal.SIGINT, signal.SIGTERM):
        with tempfile.TemporaryDirectory() as folder:
            process = subprocess.Popen([TIDINGS, "analyze", "-", "-qo", "out", "--skipped", "list.csv"], cwd=folder,
                                       stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            while not listens(process, number):
                time.sleep(0.01)
            process.send_signal(number)
            # Input that goes on, so that the program comes to where it looks up.
            try:
                out, err = process.communicate(pathlib.Path(CORPUS).read_bytes(), timeout=30)
            finally:
                process.kill()
            assert process.returncode == 130, process.returncode
            assert (out, err) == (b"", b"tidings: stopped\n"), (out, err)
            assert not os.path.exists(f"{folder}/list.csv")
            assert os.listdir(f"{folder}/out") == []


def a_closed_pipe_ends_quietly():
    for options in ([], ["--write", "json"]):
        reader, writer = os.pipe()
        os.close(reader)
        done = subprocess.run([TIDINGS, "analyze", CORPUS, "-q", *options], stdin=subprocess.DEVNULL, stdout=writer,
                              stderr=subprocess.PIPE, check=False)
        os.close(writer)
        assert (done.returncode, done.stderr) == (1, b""), done


def main():
    tests = [the_summary_fits, colours_can_be_switched_off, progress_is_for_terminals, a_signal_stops_cleanly,
             a_closed_pipe_ends_quietly]
    try:
        pty.openpty()
    except OSError as error:
        print(f"no terminal can be had here, the tests of the terminal are skipped: {error}")
        sys.exit(77)
    failed = 0
    for test in tests:
        try:
            test()
        except AssertionError as error:
            print(f"{test.__name__}: line {error.__traceback__.tb_next.tb_lineno}: {error}")
            failed += 1
    print(f"{len(tests) - failed} passed, {failed} failed")
    sys.exit(1 if failed else 0)


main()
