// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the grammar of JSON, for cutting a stream into values and for telling an
 * article from an object that holds a list of articles. */
#ifndef TDG_INPUT_JSON_SCAN_H
#define TDG_INPUT_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "input/field.h"

/* Deeper brackets are counted but not matched: no option allows a record as deep as that. */
enum { TDG_JSON_MATCHED = 1024, TDG_JSON_LEVELS = 16, TDG_JSON_LONG_NUMBER = 16 };

/* What is known of an open bracket. */
struct tdg_json_level {
    bool listed; /* a list under a name for lists of articles; an object whose last key is one */
    bool text;   /* the object has had a title or a body, */
    bool dated;  /* or a date */
    bool empty;  /* nothing has come since it was opened */
    bool wraps;  /* its last key is one of a wrapper, */
    bool inside; /* or it is the object there, whose members are those of the object around it */
};

/* All but `fields` and `listed` is 0 at the beginning of a value. */
struct tdg_json_scan {
    const struct tdg_fields *fields; /* borrowed; NULL: nothing is asked about articles */
    bool listed;                     /* the value is a list under a name for lists of articles */
    bool broken;                     /* this cannot be JSON: the last byte of the found length */
    bool whole;                      /* the value has come to its end */
    bool own_text;                   /* it is an object with a title or a body of its own */
    bool articles; /* it holds a list of objects that look like articles, however deep */
    bool feed;     /* that list is a member of the object itself, */
    bool vacant;   /* or would be, but is empty */
    bool own_date; /* it is an object with a date of its own, */
    bool by_key;   /* or one in which a key leads to an object with a text and a date */
    unsigned depth;
    unsigned deepest;
    unsigned char state;                              /* enum state in json_scan.c */
    unsigned char letters;                            /* of the word that have come */
    bool key;                                         /* the string is a key */
    size_t key_at;                                    /* where its text begins */
    const char *word;                                 /* true, false, null, NaN or Infinity */
    uint64_t objects[TDG_JSON_MATCHED / 64];          /* which of the open brackets are braces */
    struct tdg_json_level level[TDG_JSON_LEVELS + 1]; /* [depth], 0 is outside of the value */
};

/* True for the names under which lists of articles are found: articles, items, … */
bool tdg_json_is_list_name(const char *name, size_t length);

/* A tdg_find_end for one value; `state` is a scan. Where the text cannot be JSON `broken` is set,
 * and the returned length leads behind the byte that is wrong. */
size_t tdg_json_find_value(void *state, const char *text, size_t seen, size_t length);

/* True where the value is complete if nothing follows: a number at the end of a stream. */
bool tdg_json_is_whole(const struct tdg_json_scan *scan);

/* The search for the next object after something broken. {.skip, .line, .last_line} at the
 * beginning. */
struct tdg_json_search {
    size_t skip;      /* so many bytes are behind it already */
    bool line_ends;   /* the end of the line ends it, too */
    size_t indent;    /* of the line on which the broken value began */
    size_t line;      /* of the next byte */
    size_t last_line; /* of the last byte that was not blank */
    size_t column;
    bool indented; /* nothing but blanks since the beginning of the line */
    char before;   /* the last byte that was neither blank nor a comma */
    char found;    /* what ended it: '{', '\n', or '[' of a list that is the value of a key */
};

/* A tdg_find_end for what may be an object of its own: {" or {}, but not where it is the value of a
 * key. `state` is a search. The returned length leads before it, or behind the end of the line. */
size_t tdg_json_find_next(void *state, const char *text, size_t seen, size_t length);

/* Replaces in place what JSON can write but text cannot hold: \u0000 by a blank, halves of
 * surrogate pairs by U+FFFD. Returns how many. */
size_t tdg_json_mend_escapes(char *text, size_t length);

/* Replaces the escapes of a valid string (without its quotation marks) in place by what they mean,
 * which is never longer. Returns the new length. */
size_t tdg_json_unescape(char *text, size_t length);

/* From the first quotation mark of a valid string to behind its last. */
char *tdg_json_skip_string(char *text);

/* Behind a valid value that begins at `text` and is followed by a bracket, comma or blank. */
char *tdg_json_skip_value(char *text);

static inline bool tdg_json_is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

static inline size_t tdg_json_skip_blanks(const char *text, size_t at, size_t length)
{
    while (at < length && tdg_json_is_blank(text[at]))
        at++;
    return at;
}

#endif
