// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the text that press databases export. */
#ifndef TDG_INPUT_EXPORT_H
#define TDG_INPUT_EXPORT_H

#include <stdbool.h>

#include "input/reader.h"
#include "input/sample.h"

bool tdg_factiva_fits(const struct tdg_sample *sample);
bool tdg_proquest_fits(const struct tdg_sample *sample);
bool tdg_nexis_uni_fits(const struct tdg_sample *sample);
int tdg_factiva_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_proquest_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_nexis_uni_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
