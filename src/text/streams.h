// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles as sequences of terms. */
#ifndef TDG_TEXT_STREAMS_H
#define TDG_TEXT_STREAMS_H

#include <stdbool.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "input/input.h"
#include "text/text.h"

void tdg_streams_done(struct tdg_streams *streams);

/** All true but `sorted`; the usual limit. */
struct tdg_text_options tdg_text_defaults(void);

/** Cuts titles and bodies into terms. */
int tdg_streams_build(struct tdg_streams *streams, const struct tdg_articles *articles,
                      const struct tdg_text_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

/** True where tidings has a list of stop words for an ISO 639-1 code. */
bool tdg_has_stop_words(const char *language);

#endif
