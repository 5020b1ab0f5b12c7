// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: texts that lie beside the articles and are none themselves. A README, a
 * licence or the description of the columns says nothing of the time where a folder or a packed
 * file holds records; where it holds nothing but texts, each of them is an article. */
#ifndef TDG_INPUT_BESIDE_H
#define TDG_INPUT_BESIDE_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/monitor.h>

#include "base/buffer.h"
#include "input/understood.h"

struct tdg_beside_text {
    size_t article; /* its place in the set */
    bool explains;  /* its name says that it is none */
};

/* {0} before the first input. */
struct tdg_beside {
    const char *input;             /* the present one; borrowed */
    size_t records;                /* articles of files that are not plain text, */
    struct tdg_beside_text *texts; /* [count] undated texts, and those that explain something: */
    size_t count, capacity, first; /* those from `first` on are of the present input */
    struct tdg_buffer names;       /* of what was not read, some of them */
    size_t named;
};

void tdg_beside_done(struct tdg_beside *beside);

/* True where a file of that name lies in the present input, and is not it. */
bool tdg_beside_is_inside(const struct tdg_beside *beside, const char *name);

/* A file of the present input that is no article: a notice, and part of the remark at its end. */
void tdg_beside_pass(struct tdg_beside *beside, const char *name,
                     const struct tdg_monitor *monitor);

/* The articles from number `from` on, which a file gave: `text` where it is plain text. TDG_ENOMEM.
 */
int tdg_beside_add(struct tdg_beside *beside, const struct tdg_articles *articles, size_t from,
                   const char *name, bool text);

/* At the end of an input: decides, and says once what is not taken. */
int tdg_beside_decide(struct tdg_beside *beside, const struct tdg_articles *articles,
                      const struct tdg_monitor *monitor);

/* After the last one: takes out the texts that are no articles. */
void tdg_beside_remove(struct tdg_beside *beside, struct tdg_articles *articles,
                       struct tdg_understood *understood);

#endif
