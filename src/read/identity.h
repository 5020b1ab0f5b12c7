// SPDX-License-Identifier: GPL-3.0-or-later
/** Inside the stage: which records are the same article. What others need of it is in read.h. */
#ifndef TDG_READ_IDENTITY_H
#define TDG_READ_IDENTITY_H

#include "read/read.h"

/** Of articles in their order: keeps the newest version of each and tells the others as skipped;
 * gives different articles different ids. *renamed: which got another one, so that the order by id
 * is another one as well. TDG_ENOMEM. */
int tdg_articles_unite(struct tdg_articles *articles, const struct tdg_monitor *monitor,
                       struct tdg_renamed *renamed);

#endif
