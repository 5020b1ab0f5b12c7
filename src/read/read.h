// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 1: bytes → articles.
 *
 * Inputs are files, folders and standard input, in any format of the table in read/format.c, each
 * perhaps compressed or packed (libarchive). What cannot be read is told to the monitor with file,
 * line and reason, and counted; the rest is read on.
 */
#ifndef TDG_READ_READ_H
#define TDG_READ_READ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/monitor.h>

#include "base/date.h"
#include "base/hash.h"
#include "base/memory.h"

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
struct tdg_identity tdg_identity_of(const struct tdg_article *article);
/** They have the same address; or the same title, and the same time or no other address; or the
 * same source and time, where a time at a quarter of an hour, such as a bare day, is not enough for
 * two addresses. A missing address is no other one. With neither title nor address nor date the id
 * alone decides. */
bool tdg_identity_same(const struct tdg_identity *one, const struct tdg_identity *other);

/** Whether one text is a version of the other, by what they have in common; a missing one is one of
 * any. TDG_ENOMEM. */
int tdg_texts_alike(bool *alike, const char *one, const char *other);

enum { TDG_ID_DIGITS = 8 };
/** "id~" and digits (at most 32) of a digest of the facts: the id of an article whose own is that
 * of another one. NULL when out of memory. */
const char *tdg_identity_id(struct tdg_arena *arena, const char *id,
                            const struct tdg_identity *facts, size_t digits);

/** {0} is an empty set. */
struct tdg_articles {
    struct tdg_article *items;
    size_t count;
    size_t capacity;
    const char **files; /* [file_count] names as they are told to people */
    uint32_t file_count;
    size_t file_capacity;
    size_t skipped;         /* records that did not become articles … */
    size_t left_out;        /* … those among them that `from` and `to` leave out */
    size_t strays;          /* articles whose date was taken for wrong: see read/stray.c */
    struct tdg_arena facts; /* ids, titles, sources, … : kept to the end */
    struct tdg_arena bodies;
};

void tdg_articles_done(struct tdg_articles *articles);

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
    bool strict;           /* the first broken record ends the run with TDG_EFORMAT */
    size_t most_articles;  /* limits: TDG_ELIMIT beyond … */
    size_t most_bytes;     /* … of all decompressed input, */
    size_t most_members;   /* … members of one archive; */
    size_t most_record;    /* a longer record (line, file of text) is skipped: bytes */
    unsigned most_nesting; /* a JSON record nested deeper is skipped */
};

/** True for the name of an encoding that can be read. */
bool tdg_encoding_is_name(const char *name);

/** The usual limits, format "auto", no map, UTC. */
struct tdg_read_options tdg_read_defaults(void);

/** Articles that got another id, and the first of these ids. */
struct tdg_renamed {
    size_t count;
    const char *example; /* borrowed */
};
/** One remark with their number, if there are any. */
void tdg_renamed_tell(const struct tdg_renamed *renamed, const struct tdg_monitor *monitor);

/** Reads all inputs ("-" is standard input) and appends to *articles, which may be {0}. An input
 * that does not exist fails the run with TDG_EIO; an empty or broken one is told and passed over.
 * Articles come in the order of the input: see tdg_articles_order. On failure what was read so far
 * stays in *articles, to be freed by the caller. */
int tdg_read(struct tdg_articles *articles, const char *const *inputs, size_t input_count,
             const struct tdg_read_options *options, const struct tdg_monitor *monitor,
             struct tdg_error *error);

/** Articles that are there before the input, and the dates of the first and the last of them. */
struct tdg_dated {
    size_t count;
    int64_t first;
    int64_t last;
};

/** Takes their date from the few articles whose date is far from those of all others and of
 * `before` (read/stray.c has the rule), reports each with file and line, and counts them. Judges
 * from `fewest` articles on; with fewer, all dates stay. */
int tdg_articles_drop_strays(struct tdg_articles *articles, const struct tdg_dated *before,
                             size_t fewest, const struct tdg_monitor *monitor,
                             struct tdg_error *error);

/** Puts the articles in order by time (unknown last), then id, then content, whatever order they
 * were read in.
 *
 * Records of one article are united: those with the same id that tdg_identity_same takes for one,
 * and those without an id that have title and address in common, and their time or most of their
 * text. The newest version stays (by time, then by the length of its text); the others are told as
 * skipped, by file and line. Different articles with the same id all stay: the first in the order
 * with it, the others with that of tdg_identity_id, which one remark says.
 *
 * `digest` receives the hash of all articles in their order. */
int tdg_articles_order(struct tdg_articles *articles, struct tdg_digest *digest,
                       const struct tdg_monitor *monitor, struct tdg_error *error);

/** A table with a header row, as RFC 4180 has it, read whole: what `tidings score` needs. */
struct tdg_table {
    char ***rows; /* [row_count][column_count]; rows[0] is the header */
    size_t row_count;
    size_t column_count;
    struct tdg_arena arena;
};

int tdg_table_read(struct tdg_table *table, const char *path, struct tdg_error *error);
void tdg_table_done(struct tdg_table *table);

#endif
