// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: an office document, which is a zip archive, in memory. */
#ifndef TDG_INPUT_PACKAGE_H
#define TDG_INPUT_PACKAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "input/reader.h"

struct tdg_part {
    char *name;
    struct tdg_buffer bytes;
};

/* The parts that are needed, in memory. {0} is empty. */
struct tdg_package {
    struct tdg_part *parts; /* [count] */
    size_t count, capacity;
    size_t bytes; /* of all of them */
    bool slides;  /* it is a presentation */
    bool broken;  /* the archive is damaged, which has been told */
};

/* The place for the bytes of a member; *buffer is NULL where it is not needed. TDG_ENOMEM. */
int tdg_package_place(struct tdg_package *package, const char *member, struct tdg_buffer **buffer);

/* The bytes that all parts may have together. */
size_t tdg_package_limit(const struct tdg_reader *reader);

/* The part whose name begins like that; NULL where there is none. */
const struct tdg_part *tdg_package_find(const struct tdg_package *package, const char *name);

void tdg_package_done(struct tdg_package *package);

#endif
