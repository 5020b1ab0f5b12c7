// SPDX-License-Identifier: GPL-3.0-or-later
/** The terms of the latest period, new ones among them. */
#ifndef TDG_SERIES_LATEST_TERMS_H
#define TDG_SERIES_LATEST_TERMS_H

#include "detect/detector.h"
#include "series/findings.h"
#include "series/panel.h"

/** Tells the terms of the latest period. `followed` are the terms of the detector,
 * which has found before. TDG_ENOMEM. */
int tdg_latest_terms_find(const struct tdg_family_work *work, const struct tdg_panel *followed,
                          const struct tdg_detector *detector);

#endif
