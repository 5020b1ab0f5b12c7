// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: what was understood of the input, and what seems to have been missed. */
#ifndef TDG_INPUT_UNDERSTOOD_H
#define TDG_INPUT_UNDERSTOOD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/monitor.h>

#include "base/intern.h"
#include "base/memory.h"
#include "input/field.h"
#include "input/input.h"

/* The names around a value, from the inside out; borrowed. */
struct tdg_way {
    const char *name;
    size_t length;
    const struct tdg_way *outer; /* NULL: a member of the record */
    bool listed;                 /* the text is a list, one member a line */
};

/* What the values of a name look like. */
struct tdg_missed {
    const char *name;    /* as --map takes it */
    size_t texts, dates; /* records that have one; those whose text is a date */
    size_t bytes;        /* of all texts */
    size_t blanks;       /* texts of more than one word */
    int64_t first, last; /* of the dates */
    char example[64];    /* the beginning of the first text */
    bool taken;          /* it became a field after all */
};

enum { TDG_HINTS = 8 };

/* {0} is empty. The first records of each leaf are looked at closely. */
struct tdg_understood {
    struct tdg_arena arena;
    bool named;                     /* the records of this leaf name their fields */
    size_t records, close;          /* of all leaves; of this one */
    size_t body_bytes;              /* of the bodies of all records */
    size_t chosen[TDG_FIELDS][256]; /* records whose field has a name of that rank */
    const char **met;               /* [met_count] by the number of the name: as it was written */
    size_t met_count;
    struct tdg_intern names;   /* of what was missed */
    struct tdg_missed *missed; /* [names.count] */
    size_t capacity;
    struct tdg_tally formats[TDG_READ_FORMATS];
    size_t format_count;
    struct tdg_hint {
        const char *maps;
        size_t tables;
    } hints[TDG_HINTS];
    size_t hint_count;
};

void tdg_understood_done(struct tdg_understood *understood);

/* A leaf begins; articles of a format were read from one. */
void tdg_understood_leaf(struct tdg_understood *understood);
void tdg_understood_format(struct tdg_understood *understood, const char *format, size_t articles);

/* True for the first records of a leaf, of which the names are wanted. */
bool tdg_understood_is_close(const struct tdg_understood *understood);

/* A field has this name. TDG_ENOMEM. */
int tdg_understood_name(struct tdg_understood *understood, const struct tdg_fields *fields,
                        const uint8_t *ranks, const struct tdg_way *way);

/* A name has this text, whether it becomes a field or not. TDG_ENOMEM. */
int tdg_understood_other(struct tdg_understood *understood, const struct tdg_way *way,
                         const char *text, size_t length);

/* A record ends: the ranks of the names that became its fields, 0 for none; bytes of its body. */
void tdg_understood_record(struct tdg_understood *understood, const uint8_t rank[TDG_FIELDS],
                           size_t body);

/* A table was skipped that these --map would have read, which is said once for all tables at the
 * end; false: it is to be said with the table, as there are too many to remember. */
bool tdg_understood_hint(struct tdg_understood *understood, const char *maps);

/* An article is taken back that was read from a leaf of text. */
void tdg_understood_forget(struct tdg_understood *understood, const struct tdg_article *article);

/* The one whose values look most like dates, or that has most text, with so many bytes and more
 * than a word in most of its values, `besides` one that is taken; NULL for none. */
enum { TDG_BODY_BYTES = 80, TDG_TITLE_BYTES = 15, TDG_MAP_TEXT = 192 };
const struct tdg_missed *tdg_understood_date(const struct tdg_understood *understood);
const struct tdg_missed *tdg_understood_text(const struct tdg_understood *understood, size_t bytes,
                                             const struct tdg_missed *besides);

/* "--map body='Full text'"; returns `text`. */
const char *tdg_missed_map(const struct tdg_missed *missed, const char *field,
                           char text[TDG_MAP_TEXT]);

/* Says what was missed where most articles lack it, if advice is wanted, and hands the rest to the
 * articles. TDG_ENOMEM. */
int tdg_understood_close(struct tdg_understood *understood, const struct tdg_fields *fields,
                         bool advised, struct tdg_articles *articles,
                         const struct tdg_monitor *monitor);

#endif
