// SPDX-License-Identifier: GPL-3.0-or-later
/** The tests of all series of a family. */
#ifndef TDG_DETECT_TESTS_H
#define TDG_DETECT_TESTS_H

#include "detect/detections.h"
#include "detect/detector.h"

/** All tests of all series, appended. TDG_ENOMEM. */
int tdg_tests_run(struct tdg_detection_list *tests, struct tdg_detector *detector);

#endif
