// SPDX-License-Identifier: GPL-3.0-or-later
/* In place of what meson makes of report/page, where it cannot. */
#include "output/html/bundle.h"

const struct tdg_bundle tdg_bundle = {0};
