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

/** An article with a date and without a period, as older versions left them; 0: there is none. */
int tdg_archive_unfiled(int64_t *article, int64_t *published, struct tdg_archive *archive,
                        struct tdg_error *error);
int tdg_archive_file(struct tdg_archive *archive, int64_t article, int64_t period,
                     struct tdg_error *error);

#endif
