// SPDX-License-Identifier: GPL-3.0-or-later
/** The names in articles: found, told apart, their spellings joined. */
#ifndef TDG_NAME_BUILD_H
#define TDG_NAME_BUILD_H

#include <tidings/error.h>

#include "input/input.h"
#include "name/name.h"

struct tdg_workers;

/* `names` is new. Needs the bodies of the articles. */
int tdg_names_build(struct tdg_names *names, const struct tdg_articles *articles,
                    struct tdg_workers *workers, struct tdg_error *error);

#endif
