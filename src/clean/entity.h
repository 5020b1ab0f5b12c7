// SPDX-License-Identifier: GPL-3.0-or-later
/** Character references of HTML. */
#ifndef TDG_CLEAN_ENTITY_H
#define TDG_CLEAN_ENTITY_H

#include <stddef.h>
#include <stdint.h>

/* reads the character reference after an "&" and returns its length without the "&", or 0
 * where there is none. "&amp;amp;" and "&amp;nbsp;", escaped twice, are resolved in one go. */
size_t tdg_entity_read(const char *text, size_t length, int32_t *point);

#endif
