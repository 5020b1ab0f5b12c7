#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# header.sh INCLUDE-FOLDER HEADER: a public header compiles alone, as C and as C++.
set -eu
for language in 'c -std=c17' 'c++ -std=c++17'; do
    printf '#include <tidings/%s>\n' "$2" |
        ${CC:-cc} -x $language -Wall -Wextra -Wpedantic -Werror -I"$1" -fsyntax-only -
done
