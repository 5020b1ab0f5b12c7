#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tidy.sh ROOT BUILD [STEPS]: clang-tidy finds nothing in the product's sources. A build by gcc may name
# warnings that clang does not know. STEPS is how far the paths of a function are followed: clang's own limit of 225,000
# takes three times as long as a third of it.
set -eu
cd "$1"
find src -name '*.c' | sort | xargs -P "$(nproc)" -n 1 clang-tidy --quiet -p "$2" \
    --extra-arg=-Wno-unknown-warning-option \
    --extra-arg=-Xclang --extra-arg=-analyzer-config --extra-arg=-Xclang --extra-arg="max-nodes=${3:-75000}" 2>/dev/null
