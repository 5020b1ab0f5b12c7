// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: headers as mail (RFC 5322), HTTP and WARC have them, "Name: value", with
 * values that go on in lines that begin with a blank, up to an empty line. */
#ifndef TDG_INPUT_HEADER_H
#define TDG_INPUT_HEADER_H

#include <stdbool.h>
#include <stddef.h>

struct tdg_slice {
    const char *text; /* borrowed; not NUL-terminated */
    size_t length;
};

/* Behind the empty line that ends the headers; 0 where there is none yet. */
size_t tdg_header_end(const char *text, size_t length);

/* The value of the first header of that name, in either case, without blanks around it; line breaks
 * are still in it. A length of 0 where there is none. */
struct tdg_slice tdg_header_find(const char *headers, size_t length, const char *name);

/* The parameter of a value: charset in "text/html; charset=utf-8". */
struct tdg_slice tdg_header_parameter(struct tdg_slice value, const char *name);

/* True where the value begins with that text, in either case. */
bool tdg_slice_begins(struct tdg_slice slice, const char *text);

/* The value as a string that is cut off where it does not fit. */
void tdg_slice_copy(struct tdg_slice slice, char *into, size_t size);

#endif
