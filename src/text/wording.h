// SPDX-License-Identifier: GPL-3.0-or-later
/** Words that the user gives the program to keep and to show. */
#ifndef TDG_TEXT_WORDING_H
#define TDG_TEXT_WORDING_H

/** What is wrong with words that a person gives, to be kept and shown: "it is blank", "it is not
 * UTF-8", "it contains a control character"; NULL where nothing is. */
const char *tdg_wording_wrong(const char *text);

/** Without blanks at the ends and without case; to be freed, NULL when out of memory. */
char *tdg_wording_fold(const char *text);

#endif
