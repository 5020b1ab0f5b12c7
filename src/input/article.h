// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input. */
#ifndef TDG_INPUT_ARTICLE_H
#define TDG_INPUT_ARTICLE_H

#include <tidings/monitor.h>

#include "input/field.h"
#include "input/input.h"
#include "input/reader.h"

/* Makes an article of a record, or tells why not. Its values are valid UTF-8. TDG_ELIMIT beyond
 * the option `max_articles`. */
int tdg_article_add(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                    const struct tdg_record *record);

/* Takes out the articles outside of the time that was asked for, and tells them. */
void tdg_articles_keep_span(struct tdg_articles *articles, const struct tdg_read_options *options,
                            const struct tdg_monitor *monitor);

#endif
