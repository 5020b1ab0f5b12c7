// SPDX-License-Identifier: GPL-3.0-or-later
/** Articles → plain text in a known language. */
#ifndef TDG_CLEAN_CLEAN_H
#define TDG_CLEAN_CLEAN_H

#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "input/input.h"

struct tdg_clean_options {
    const char *language; /* "auto": per article; "none": as given, no language; or an ISO 639-1
                             code for all articles */
};

/** Replaces titles and bodies by plain text in Unicode normal form C: mark-up and character
 * references resolved, control characters gone, blanks collapsed (a line break stays one, an empty
 * line separates paragraphs), credit lines, captions and lines that recur in a large share of one
 * source's articles removed from bodies. Sets `language` of every article to an ISO 639-1 code, or
 * "" where it cannot be reported. The old bodies are freed. Articles are in their final order. */
int tdg_clean(struct tdg_articles *articles, const struct tdg_clean_options *options,
              struct tdg_workers *workers, const struct tdg_monitor *monitor,
              struct tdg_error *error);

/** Takes what the first `changing` articles have in common with all others out of their bodies. All
 * have been cleaned before, and all bodies are writable. TDG_ENOMEM. */
int tdg_clean_among(struct tdg_articles *articles, size_t changing, struct tdg_workers *workers,
                    struct tdg_error *error);

#endif
