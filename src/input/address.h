// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: the address of a page. */
#ifndef TDG_INPUT_ADDRESS_H
#define TDG_INPUT_ADDRESS_H

#include <stddef.h>

/* Takes out, in place, the parameters that say how a reader came to a page: the same page is then
 * under one address, which still leads to it. Returns the length. */
size_t tdg_address_clean(char *url, size_t length);

#endif
