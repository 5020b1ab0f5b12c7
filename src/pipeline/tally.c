// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/tally.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/intern.h"

static int by_articles_then_name(const void *left, const void *right)
{
    const struct tdg_tally *a = left, *b = right;
    if (a->articles != b->articles)
        return a->articles < b->articles ? 1 : -1;
    return strcmp(a->name, b->name);
}

/* One tally a name, in the order of their first appearance. */
static struct tdg_tally *new_tally(const struct tdg_intern *names, struct tdg_arena *arena)
{
    struct tdg_tally *tally = tdg_arena_alloc(arena, (names->count + 1) * sizeof *tally);
    for (uint32_t i = 0; tally && i < names->count; i++) {
        tally[i].name = tdg_arena_string(arena, names->text[i]);
        tally[i].articles = 0;
        if (!tally[i].name)
            return NULL;
    }
    return tally;
}

int tdg_tally_names(const struct tdg_tally **tally, size_t *distinct, size_t count,
                    const char *(*next)(const void *context, size_t index), const void *context,
                    struct tdg_arena *arena)
{
    int status = TDG_ENOMEM;
    struct tdg_intern names = {0};
    uint32_t *number = tdg_alloc(count, sizeof *number);
    for (size_t i = 0; number && i < count; i++) {
        const char *name = next(context, i);
        number[i] = *name ? tdg_intern(&names, name, strlen(name)) + 1 : 0;
        if (*name && !number[i])
            goto out;
    }
    struct tdg_tally *counted = number ? new_tally(&names, arena) : NULL;
    if (!counted)
        goto out;
    for (size_t i = 0; i < count; i++)
        if (number[i])
            counted[number[i] - 1].articles++;
    qsort(counted, names.count, sizeof *counted, by_articles_then_name);
    *tally = counted;
    *distinct = names.count;
    status = TDG_OK;
out:
    free(number);
    tdg_intern_done(&names);
    return status;
}
