// SPDX-License-Identifier: GPL-3.0-or-later
/* Text that stands in many articles which are otherwise different. */
#ifndef TDG_CLEAN_FURNITURE_H
#define TDG_CLEAN_FURNITURE_H

#include <stddef.h>
#include <stdint.h>

#include "base/span.h"
#include "base/workers.h"
#include "clean/plain.h"
#include "input/input.h"

/* Keys of units of text. {0} is empty. */
struct tdg_keys {
    uint64_t *items;
    size_t count;
    size_t capacity;
};

/* Of which source each article is. */
struct tdg_sources {
    const uint32_t *of;       /* [articles] */
    const uint32_t *articles; /* [sources] how many have a body */
};

/* So many articles are noted together. */
enum { TDG_NOTED = 256 };

/* Notes the units of a clean body, each once, and the body. TDG_ENOMEM. */
int tdg_furniture_note(struct tdg_clean_scratch *scratch, struct tdg_span body,
                       struct tdg_keys *uses);

/* Takes furniture out of the bodies of the first `changing` articles, in place; the others only
 * help to tell what it is. uses: [pieces] what was noted of each TDG_NOTED articles, in their
 * order; noted: [articles] how many keys are of each. The bodies must be writable. TDG_ENOMEM. */
int tdg_furniture_strip(struct tdg_articles *articles, size_t changing,
                        const struct tdg_sources *sources, const struct tdg_keys *uses,
                        const size_t *noted, struct tdg_workers *workers);

#endif
