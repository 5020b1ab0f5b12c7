// SPDX-License-Identifier: GPL-3.0-or-later
/** How often chance alone finds something. */
#ifndef TDG_DETECT_FALSE_ALARMS_H
#define TDG_DETECT_FALSE_ALARMS_H

#include <stddef.h>

#include "detect/detector.h"

/** How often chance alone finds something, at this level and in this collection. */
struct tdg_false_alarms {
    size_t runs;
    size_t runs_with; /* with any finding */
    size_t findings;  /* in all of them */
    size_t block;     /* periods that stayed together */
};

/** Takes out what may have moved and puts blocks of periods in another order, `runs` times. Adds to
 * *null. Only after tdg_detect. TDG_ENOMEM. */
int tdg_false_alarms_count(struct tdg_false_alarms *null, struct tdg_detector *detector,
                           size_t runs);

#endif
