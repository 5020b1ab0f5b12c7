// SPDX-License-Identifier: GPL-3.0-or-later
/** Which records are the same article. */
#ifndef TDG_INPUT_IDENTITY_H
#define TDG_INPUT_IDENTITY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/monitor.h>

#include "base/memory.h"
#include "input/input.h"

/** Of articles in their order: keeps the newest version of each and tells the others as skipped;
 * gives different articles different ids. *renamed: which got another one, so that the order by id
 * is another one as well. TDG_ENOMEM. */
int tdg_articles_unite(struct tdg_articles *articles, const struct tdg_monitor *monitor,
                       struct tdg_renamed *renamed);
struct tdg_identity tdg_identity_of(const struct tdg_article *article);

/** The page that an article is by its address, as a number by which the same article under another
 * form of the address is found; 0 where it has no address of a page. The address is its URL, or
 * else the id where that is one. Articles of one page with different titles have different numbers.
 */
int64_t tdg_page_number(const char *url, const char *id, const char *title);

/** Whether an article has nothing but its address to be known by: no id, or one that is the address
 * again. */
bool tdg_is_known_by_address(const struct tdg_article *article);

/** They have an address of the same page (input/address.h); or the same title, and the same time or
 * no other address; or the same source and time, where a time at a quarter of an hour, such as a
 * bare day, is not enough for two addresses. A missing address is no other one. With neither title
 * nor address nor date the id alone decides. */
bool tdg_identity_same(const struct tdg_identity *one, const struct tdg_identity *other);

/** Whether one text is a version of the other, by what they have in common; a missing one is one of
 * any. TDG_ENOMEM. */
int tdg_texts_alike(bool *alike, const char *one, const char *other);

/** "id~" and digits (at most 32) of a digest of the facts: the id of an article whose own is that
 * of another one. NULL when out of memory. */
const char *tdg_identity_id(struct tdg_arena *arena, const char *id,
                            const struct tdg_identity *facts, size_t digits);

/** One remark with their number, if there are any. */
void tdg_renamed_tell(const struct tdg_renamed *renamed, const struct tdg_monitor *monitor);

#endif
