// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_STORE_PERIODS_H
#define TDG_STORE_PERIODS_H

#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "store/store.h"

/** Keeps it where it is not known yet. */
int tdg_archive_keep_period(struct tdg_archive *archive, const struct tdg_stored_period *period,
                            struct tdg_error *error);

#endif
