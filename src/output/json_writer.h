// SPDX-License-Identifier: GPL-3.0-or-later
/** A stream of JSON, indented by two blanks; small objects and arrays may stay on one line.
 *
 *     struct tdg_json json = {.stream = stream};
 *     tdg_json_open(&json, NULL, '{');
 *     tdg_json_count(&json, "articles", 12);
 *     tdg_json_close(&json, '}');
 *
 * `key` is NULL inside an array and at the top. The caller pairs the brackets, keeps keys unique,
 * and looks at the stream for errors.
 */
#ifndef TDG_OUTPUT_JSON_WRITER_H
#define TDG_OUTPUT_JSON_WRITER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

struct tdg_json {
    FILE *stream;
    unsigned depth; /* of open brackets */
    unsigned line;  /* depth at which the present line began, 0 where every value has its own */
    bool filled;    /* the innermost open bracket has a value already */
    bool in_page;   /* no blanks and lines between values, and nothing in strings that could end the
                       element of HTML around them or that a script would take for an end of line */
    const bool *stories; /* which stories of an analysis are written; NULL: all */
};

/** `bracket` is '{' or '['. */
void tdg_json_open(struct tdg_json *json, const char *key, char bracket);

/** The same, and everything up to its close stays on one line. */
void tdg_json_open_line(struct tdg_json *json, const char *key, char bracket);

/** `bracket` is '}' or ']'. */
void tdg_json_close(struct tdg_json *json, char bracket);

/** NULL becomes null; bytes that are not UTF-8 become U+FFFD. */
void tdg_json_string(struct tdg_json *json, const char *key, const char *text);

/** "" becomes null, too. */
void tdg_json_known(struct tdg_json *json, const char *key, const char *text);

/** ISO 8601, null for TDG_NO_DATE. */
void tdg_json_time(struct tdg_json *json, const char *key, int64_t time);
void tdg_json_count(struct tdg_json *json, const char *key, size_t count);

/** Six significant digits; null where it is not finite. */
void tdg_json_number(struct tdg_json *json, const char *key, double value);

/** `token` is JSON already. */
void tdg_json_token(struct tdg_json *json, const char *key, const char *token);

#endif
