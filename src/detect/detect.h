// SPDX-License-Identifier: GPL-3.0-or-later
/** Which series of a family moved, how, and how sure that is. */
#ifndef TDG_DETECT_DETECT_H
#define TDG_DETECT_DETECT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "detect/detections.h"
#include "detect/detector.h"
#include "detect/latest.h"

/** `detector` may be NULL: then there is nothing to find. `latest`, which may be NULL too, takes
 * what is out of the ordinary in the last period (detect/latest.h); only the first time that a
 * detector is asked. Appends nothing on failure. TDG_ENOMEM. */
int tdg_detect(struct tdg_detection_list *list, struct tdg_detection_list *latest,
               struct tdg_detector *detector);

/** How many originals each series would need in the last period for a rise to be told from chance,
 * if it were the only one of its family that moves: what is less cannot be seen at this volume.
 * least: [series of the family] 0 where even all originals would not do. TDG_ENOMEM. */
int tdg_latest_least(size_t *least, const struct tdg_detector *detector);

/** The same as in `latest` for other series over the last periods of the family, such as terms too
 * rare to be followed: chance is that of the detector, which has found before. The weight is that
 * of its family. */
int tdg_latest_find(struct tdg_detection_list *list, const struct tdg_latest *latest,
                    const struct tdg_detector *detector);

#endif
