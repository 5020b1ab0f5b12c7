// SPDX-License-Identifier: GPL-3.0-or-later
/** Bytes → articles.
 *
 * Inputs are files, folders and standard input, in any format of the table in input/format.c, each
 * perhaps compressed or packed (libarchive). What cannot be read is told to the monitor with file,
 * line and reason, and counted; the rest is read on.
 */
#ifndef TDG_INPUT_INPUT_H
#define TDG_INPUT_INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/memory.h"
#include "calendar/date_parse.h"

/** One article. No string is ever NULL; all are valid UTF-8 without NUL inside. They live in the
 * arenas of the set that holds the article. */
struct tdg_article {
    const char *id;
    const char *title;
    const char *body;
    const char *source;
    const char *url;
    const char *language; /* as the article says, later as found; "" unknown */
    const char *headline; /* what people read of it (base/headline.h), set before bodies go */
    const char *group;    /* the field named by `group_field`; "" where there is none */
    int64_t published;    /* TDG_NO_DATE where unknown */
    uint32_t file;        /* index into files */
    size_t line;          /* where its record begins, 1-based; 0 where files have no lines */
    const char *given;    /* the id in the input where another article has it too, else NULL */
    bool nameless;        /* had no id: it is made of the content */
    bool settled;         /* of an archive, which has told it from all others already */
};

/** What tells whether two articles with the same id are one. No string is NULL. */
struct tdg_identity {
    const char *title, *url, *source;
    int64_t published; /* TDG_NO_DATE where unknown */
};

enum { TDG_ID_DIGITS = 8 };

enum { TDG_READ_FIELDS = 7, TDG_READ_NAMES = 4, TDG_READ_FORMATS = 16 };

/** From where the records had one of the fields of an article. */
struct tdg_read_field {
    const char *field;                      /* "id", "title", … */
    size_t without;                         /* records that do not have it */
    struct tdg_tally names[TDG_READ_NAMES]; /* as records name it; "" where its format does */
    size_t count;                           /* of names */
};

/** A name that is no field of an article, among the first records. */
struct tdg_read_other {
    const char *name, *example;
    size_t records; /* that have a value */
};

/** What was understood of the input, records that became no articles included. */
struct tdg_what_was_read {
    size_t records;
    struct tdg_tally formats[TDG_READ_FORMATS]; /* and their articles, most first */
    size_t format_count;
    struct tdg_read_field fields[TDG_READ_FIELDS];
    const struct tdg_read_other *others; /* [other_count] with the facts of the articles */
    size_t other_count;
};

/** {0} is an empty set. */
struct tdg_articles {
    struct tdg_article *items;
    size_t count;
    size_t capacity;
    const char **files; /* [file_count] names as they are told to people */
    uint32_t file_count;
    size_t file_capacity;
    size_t skipped;  /* records that did not become articles … */
    size_t left_out; /* … those among them that `from` and `to` leave out */
    size_t strays;   /* articles whose date was taken for wrong: see input/stray.c */
    struct tdg_what_was_read read;
    struct tdg_arena facts; /* ids, titles, sources, … : kept to the end */
    struct tdg_arena bodies;
};

/** A field of the input that has another name there: title=headline. */
struct tdg_field_map {
    const char *field; /* one of ours: id, title, body, published, source, url, language */
    const char *name;
};

struct tdg_read_options {
    const char *format;   /* "auto" or a name of the table of formats */
    const char *encoding; /* one that iconv knows; NULL or "": found for each file */
    const struct tdg_field_map *map;
    size_t map_count;
    const char *group_field; /* also keep this field as `group`; NULL or "" for none */
    struct tdg_date_rules dates;
    int64_t from; /* articles before or, for `to`, at or after are left out and counted as */
    int64_t to;   /* skipped; TDG_NO_DATE for no limit. Undated articles stay. */
    bool dates_from_mtime; /* folders of text: the file's time where nothing else is known */
    bool advise;           /* tell which --map would find what most articles lack */
    bool strict;           /* the first broken record ends the run with TDG_EFORMAT */
    size_t first;          /* of each file no more records than these are read; 0: all */
    size_t max_articles;   /* limits: TDG_ELIMIT beyond … */
    size_t max_bytes;      /* … of all decompressed input, */
    size_t max_members;    /* … members of one archive; */
    size_t max_record;     /* a longer record (line, file of text) is skipped: bytes */
    unsigned max_nesting;  /* a JSON record nested deeper is skipped */
};

/** Articles that got another id, and the first of these ids. */
struct tdg_renamed {
    size_t count;
    const char *example; /* borrowed */
};

/** Articles that are there before the input, and the dates of the first and the last of them. */
struct tdg_dated {
    size_t count;
    int64_t first;
    int64_t last;
};

/** A table with a header row, as RFC 4180 has it, read whole: what `tidings score` needs. */
struct tdg_table {
    char ***rows; /* [row_count][column_count]; rows[0] is the header */
    size_t row_count;
    size_t column_count;
    struct tdg_arena arena;
};

#endif
