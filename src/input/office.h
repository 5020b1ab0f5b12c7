// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: documents that are a zip archive of XML (ISO 29500): DOCX is an article, or
 * the articles of an export; XLSX is a table. */
#ifndef TDG_INPUT_OFFICE_H
#define TDG_INPUT_OFFICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "input/reader.h"

struct tdg_office_part {
    char *name;
    struct tdg_buffer bytes;
};

/* The parts that are needed, in memory. {0} is empty. */
struct tdg_office {
    struct tdg_office_part *parts; /* [count] */
    size_t count, capacity;
    size_t bytes; /* of all of them */
    bool slides;  /* it is a presentation */
};

/* True where a zip archive of that name, with that first member, is a document. */
bool tdg_office_begins(const char *name, const char *member);

/* The place for the bytes of a member; *buffer is NULL where it is not needed. TDG_ENOMEM. */
int tdg_office_part(struct tdg_office *office, const char *member, struct tdg_buffer **buffer);

/* The bytes that all parts may have together. */
size_t tdg_office_limit(const struct tdg_reader *reader);

/* The part whose name begins like that; NULL where there is none. */
const struct tdg_office_part *tdg_office_find(const struct tdg_office *office, const char *name);

int tdg_office_read(struct tdg_reader *reader, struct tdg_leaf *leaf,
                    const struct tdg_office *office);
void tdg_office_done(struct tdg_office *office);

#endif
