// SPDX-License-Identifier: GPL-3.0-or-later
/** The language of a text, by libexttextcat. */
#ifndef TDG_CLEAN_TEXTCAT_H
#define TDG_CLEAN_TEXTCAT_H

#include <stddef.h>

/* libexttextcat's judgement of a longer text; "" where it has none. A handle serves one
 * thread. */
void *tdg_textcat_open(void); /* NULL where its data is missing */

void tdg_textcat_close(void *handle);
const char *tdg_textcat_judge(void *handle, const char *text, size_t length);

#endif
