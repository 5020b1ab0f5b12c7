// SPDX-License-Identifier: GPL-3.0-or-later
/** The tests of all series of a family. */
#ifndef TDG_DETECT_TESTS_H
#define TDG_DETECT_TESTS_H

#include "detect/detector.h"
#include "detect/found.h"

/** All tests of all series, appended. TDG_ENOMEM. */
int tdg_findings_test(struct tdg_found_list *tests, struct tdg_finder *finder);

#endif
