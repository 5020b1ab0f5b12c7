// SPDX-License-Identifier: GPL-3.0-or-later
/* What every unit test includes: cmocka in its required order, and what it lacks. */
#ifndef TDG_TESTS_CHECK_H
#define TDG_TESTS_CHECK_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* cmocka compares floats only; this one compares doubles, absolutely. */
#define assert_near(actual, expected, epsilon)                                                     \
    do {                                                                                           \
        double actual_ = (actual), expected_ = (expected);                                         \
        if (!(fabs(actual_ - expected_) <= (epsilon)))                                             \
            fail_msg("%s is %.17g, not %.17g", #actual, actual_, expected_);                       \
    } while (0)

#endif
