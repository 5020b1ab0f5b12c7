// SPDX-License-Identifier: GPL-3.0-or-later
/** Addresses of articles, which strangers wrote. */
#ifndef TDG_OUTPUT_ADDRESS_H
#define TDG_OUTPUT_ADDRESS_H

#include <stdbool.h>
#include <stdio.h>

/** Only http:// and https:// make a link. */
bool tdg_is_web_address(const char *url);

/** Writes `url` so that it can stand in a link of Markdown or in a quoted attribute of HTML: what
 * could end it early, and what is not ASCII, is percent-encoded (RFC 3986, section 2.1).
 * `ampersand` is how "&" is written there. */
void tdg_write_address(FILE *stream, const char *url, const char *ampersand);

#endif
