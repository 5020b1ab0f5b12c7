// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to read: which column or key is which field of an article. */
#ifndef TDG_READ_FIELD_H
#define TDG_READ_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/intern.h"
#include "read/read.h"

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

/* For every known name (in lower case) its rank as each of the fields: 1 is best, 0 is none. */
struct tdg_fields {
    struct tdg_intern names;
    uint8_t (*rank)[TDG_FIELDS]; /* [names.count] */
    size_t capacity;
};

/* The names of the table in field.c, except for fields that the options map: those have one name
 * only. TDG_EINVAL for a map to a field that there is not. */
int tdg_fields_init(struct tdg_fields *fields, const struct tdg_read_options *options,
                    struct tdg_error *error);
void tdg_fields_done(struct tdg_fields *fields);

/* The field of that name among ours; TDG_FIELD_GROUP where there is none. */
enum tdg_field tdg_field_named(const char *name);

/* The ranks of a name, in any case; NULL where it is not known. Borrowed until done. */
const uint8_t *tdg_fields_find(const struct tdg_fields *fields, const char *name, size_t length);
/* True where a name is one of a title or of a body. */
bool tdg_fields_is_text(const struct tdg_fields *fields, const char *name, size_t length);

/* A record on its way to be an article: for each field the best value that was offered so far. */
struct tdg_record {
    struct {
        const char *text; /* borrowed; not NUL-terminated */
        size_t length;
        uint8_t rank; /* 0: nothing was offered */
    } field[TDG_FIELDS];
    size_t line;
    int64_t otherwise; /* published where the record tells no date */
};

/* Sets the fields for which the value is the first one or better than the one before. */
void tdg_record_offer(struct tdg_record *record, const uint8_t *ranks, const char *text,
                      size_t length);
/* True where the value would be used. */
bool tdg_record_wants(const struct tdg_record *record, const uint8_t *ranks);

#endif
