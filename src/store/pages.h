// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/store: the pages that articles are. */
#ifndef TDG_STORE_PAGES_H
#define TDG_STORE_PAGES_H

#include <tidings/error.h>

#include "store/database.h"

/** Makes tdg_page(url, id, title) known: tdg_page_number, NULL for 0. Statements use it, the schema
 * does not, so that any SQL tool can read an archive. */
int tdg_archive_teach_pages(struct tdg_archive *archive, struct tdg_error *error);

#endif
