// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: documents that are a zip archive of XML (ISO 29500): DOCX is an article, or
 * the articles of an export; XLSX is a table. */
#ifndef TDG_INPUT_OFFICE_H
#define TDG_INPUT_OFFICE_H

#include <stdbool.h>

#include "input/package.h"

/* True where a zip archive of that name, with that first member, is a document. */
bool tdg_office_begins(const char *name, const char *member);

int tdg_office_read(struct tdg_reader *reader, struct tdg_leaf *leaf,
                    const struct tdg_package *package);

#endif
