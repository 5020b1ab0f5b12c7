// SPDX-License-Identifier: GPL-3.0-or-later
/** The names of languages. */
#ifndef TDG_CLEAN_CODES_H
#define TDG_CLEAN_CODES_H

/* the ISO 639-1 code of "en-GB", "en_US.UTF-8", "eng", "English", "Deutsch" …; "" where it
 * is none. Static storage. */
const char *tdg_language_code(const char *name);

#endif
