#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# format.sh ROOT: every source looks as clang-format would leave it.
set -eu
cd "$1"
find src include tests -name '*.[ch]' | sort | xargs clang-format --dry-run -Werror
