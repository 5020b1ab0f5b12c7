// SPDX-License-Identifier: GPL-3.0-or-later
/** The order of the articles. */
#ifndef TDG_INPUT_ORDER_H
#define TDG_INPUT_ORDER_H

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/hash.h"
#include "input/input.h"

/** Puts the articles in order by time (unknown last), then id, then content, whatever order they
 * were read in.
 *
 * Records of one article are united: those with the same id that tdg_identity_same takes for one,
 * and those known by their address that have it and the title in common, and their time or most of
 * their text. The newest version stays (by time, then by the length of its text); the others are
 * reported as skipped, by file and line. Different articles with the same id all stay: the first in
 * the order with it, the others with that of tdg_identity_id, which one remark says.
 *
 * `digest` receives the hash of all articles in their order. */
int tdg_articles_order(struct tdg_articles *articles, struct tdg_digest *digest,
                       const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
