// SPDX-License-Identifier: GPL-3.0-or-later
/** Themes that fall asleep and wake up. */
#ifndef TDG_ARCHIVE_DORMANCY_H
#define TDG_ARCHIVE_DORMANCY_H

#include "archive/update.h"

/** Themes that fell asleep or came back, by the time that the archive has come to. */
int tdg_update_states(struct tdg_update *update);

#endif
