// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: files that are no articles, by their first bytes or their names. */
#ifndef TDG_INPUT_KIND_H
#define TDG_INPUT_KIND_H

#include <stdbool.h>
#include <stddef.h>

enum { TDG_KIND_BYTES = 512 };

/* What a file is that begins with these bytes, so many of which tell: "PNG images". NULL where it
 * may be one that is read. */
const char *tdg_kind_of_bytes(const char *bytes, size_t length);

/* What a text is whose name or first line says that it was written for a machine: "Python scripts".
 * NULL for any other. */
const char *tdg_kind_of_source(const char *name, const char *text, size_t length);

/* True for the names of what is put beside data to explain it: README.md, LICENSE, codebook.txt. */
bool tdg_kind_explains(const char *name);

#endif
