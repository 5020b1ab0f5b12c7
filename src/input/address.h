// SPDX-License-Identifier: GPL-3.0-or-later
/** The address of a page: which ones lead to the same page. */
#ifndef TDG_INPUT_ADDRESS_H
#define TDG_INPUT_ADDRESS_H

#include <stdbool.h>
#include <stddef.h>

/** Takes out, in place, the parameters that say how a reader came to a page: the same page is then
 * under one address, which still leads to it. Returns the length. */
size_t tdg_address_clean(char *url, size_t length);

enum { TDG_ADDRESS_ROOM = 2048 };

/** What two addresses of one page have in common, for comparing and never for showing:
 * "a.example/x" for "https://www.A.example:443/x/",
 * "http://m.a.example/amp/x?amp=1&utm_source=rss", "https://a.example/x.amp#top" and
 * "https://www.google.com/amp/s/a.example/x". Parameters that may choose a page stay, in their
 * order, and so does the case of the path. An address that is none of the web, or longer than the
 * room, is its own key: returns `room` or `url`. */
const char *tdg_address_key(char room[TDG_ADDRESS_ROOM], const char *url);

/** Whether a key stands for one page. A missing address does not, nor does that of a whole site,
 * which articles are given where theirs is not known. */
bool tdg_address_is_page(const char *key);

/** Whether two addresses lead to the same page, which is not a whole site. */
bool tdg_address_same(const char *one, const char *other);

/** Whether both are there and have different keys. */
bool tdg_address_differs(const char *one, const char *other);

/** Whether an address says by its scheme that it is one of the web. */
bool tdg_address_is_web(const char *url);

#endif
