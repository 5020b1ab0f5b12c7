// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: which column or key is which field of an article. */
#ifndef TDG_INPUT_FIELD_H
#define TDG_INPUT_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "base/intern.h"
#include "input/input.h"

enum tdg_field {
    TDG_FIELD_ID,
    TDG_FIELD_TITLE,
    TDG_FIELD_BODY,
    TDG_FIELD_PUBLISHED,
    TDG_FIELD_SOURCE,
    TDG_FIELD_URL,
    TDG_FIELD_LANGUAGE,
    TDG_FIELD_GROUP,
    TDG_FIELDS
};

/* Lists that end with NULL: see spellings.c. */
extern const char *const *const tdg_field_spellings[TDG_FIELDS];
extern const char *const tdg_field_wrappers[];
extern const char *const tdg_field_values[];

/* A name as all of its spellings have it: in lower case, without blanks, hyphens and underscores
 * (but one at the beginning), so that pubDate, "Pub Date" and pub_date are one. Names of members of
 * objects are joined by full stops. A name that is too long has the length 0. */
struct tdg_path {
    char text[64];
    size_t length;
};

/* `name` as a member of the object at `outer`, which is NULL for the record itself. */
struct tdg_path tdg_field_path(const struct tdg_path *outer, const char *name, size_t length);

/* For every known name its rank as each of the fields: 1 is best, 0 is none. */
struct tdg_fields {
    struct tdg_intern names;
    uint8_t (*rank)[TDG_FIELDS]; /* [names.count] */
    size_t capacity;
    struct tdg_intern ways;     /* objects that hold a field that was mapped */
    uint8_t mapped[TDG_FIELDS]; /* the ranks of names that were asked for end here */
};

/* The names that the options map a field to, in their order, and behind them those of spellings.c.
 * TDG_EINVAL for a map to a field that there is not. */
int tdg_fields_init(struct tdg_fields *fields, const struct tdg_read_options *options,
                    struct tdg_error *error);
void tdg_fields_done(struct tdg_fields *fields);

const char *tdg_field_name(enum tdg_field field);

/* The field of that name among ours; TDG_FIELD_GROUP where there is none. */
enum tdg_field tdg_field_named(const char *name);

/* The ranks of a name; NULL where it is not known. A name with full stops, as tables made of
 * objects have it, is also known by what it is in its wrapper ("fields.bodyText"), and by the field
 * that it is the value of ("title.rendered"). Borrowed until done. */
const uint8_t *tdg_fields_find(const struct tdg_fields *fields, const struct tdg_path *path);
const uint8_t *tdg_fields_named(const struct tdg_fields *fields, const char *name, size_t length);

/* True where an object of that name holds a field that was mapped. */
bool tdg_fields_leads_on(const struct tdg_fields *fields, const struct tdg_path *path);

/* True where an object of that name stands for the record it is in. */
bool tdg_field_is_wrapper(const char *name, size_t length);

/* The place of a name in a list that ends with NULL; its length where it is not there. */
size_t tdg_field_place(const char *const *list, const char *name, size_t length);

/* Ranks beside those of the spellings, which are below all of these. */
enum {
    TDG_RANK_LAST = 0x7f,    /* of a value for which a record has nothing better */
    TDG_RANK_POOR = 0x80,    /* is added to that of a source that is an address */
    TDG_RANK_UNNAMED = 0xfe, /* of a value that no name led to */
    TDG_RANK_NOTHING = 0xff, /* of what programs write for nothing */
};

struct tdg_value {
    const char *text; /* borrowed; not NUL-terminated */
    size_t length;
    uint8_t rank; /* 0: there is none */
};

enum { TDG_DATE_VALUES = 4 };

/* A record on its way to be an article. */
struct tdg_record {
    struct tdg_value field[TDG_FIELDS];      /* the best that was offered so far */
    struct tdg_value longest;                /* of what was offered as a body */
    struct tdg_value dates[TDG_DATE_VALUES]; /* the best ones, by rank */
    size_t line;
    int64_t otherwise; /* published where the record tells no date */
};

/* Takes the value where it is better than those before. Blanks, and what programs write for nothing
 * ("None", "null", "NaN", "[deleted]"), are no value and hide no other; but a record that has no
 * other text has its "None" or "N/A": it may be the answer to a question. */
void tdg_record_offer(struct tdg_record *record, const uint8_t *ranks, const char *text,
                      size_t length);

/* Takes the text as that field, as from a name of that rank; an empty one is none. */
void tdg_record_set(struct tdg_record *record, enum tdg_field field, uint8_t rank, const char *text,
                    size_t length);

/* True where the value might be used. */
bool tdg_record_wants(const struct tdg_record *record, const uint8_t *ranks);

/* The body: the value of the best name, unless it was not asked for and another is three times as
 * long. */
struct tdg_value tdg_record_body(const struct tdg_record *record, const struct tdg_fields *fields);

#endif
