// SPDX-License-Identifier: GPL-3.0-or-later
/* Furniture of a source: lines that stand in at least five of its articles and in at least one of
 * twenty. Counting is by sorted keys of 64 bits; a small filter of counters first throws away the
 * lines, nearly all, that cannot recur. */
#include "clean/lines.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/hash.h"
#include "base/memory.h"

enum {
    LEAST_ARTICLES = 5,
    LEAST_SHARE = 20, /* one of so many */
    MOST_BYTES = 300, /* a longer line is a paragraph of text */
    MOST_COUNT = 255,
};

static uint64_t key_of(const struct tdg_line *line, uint32_t source)
{
    return tdg_mix(line->hash ^ tdg_mix(source));
}

static bool may_recur(const struct tdg_line *line)
{
    return !line->blank && !line->again && line->span.length <= MOST_BYTES;
}

int tdg_lines_note(struct tdg_clean_scratch *scratch, struct tdg_span body, uint32_t source,
                   struct tdg_line_uses *uses)
{
    struct tdg_line *lines = NULL;
    size_t count = 0;
    int status = tdg_lines_cut(scratch, body, &lines, &count);
    if (status || count < 2) /* the only line of an article is never removed */
        return status;
    struct tdg_line_use *grown =
        tdg_grow(uses->items, &uses->capacity, uses->count + count, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    uses->items = grown;
    for (size_t i = 0; i < count; i++)
        if (may_recur(&lines[i]))
            uses->items[uses->count++] = (struct tdg_line_use){key_of(&lines[i], source), source};
    return TDG_OK;
}

static int by_key(const void *left, const void *right)
{
    uint64_t a = ((const struct tdg_line_use *)left)->key;
    uint64_t b = ((const struct tdg_line_use *)right)->key;
    return (a > b) - (a < b);
}

/* Keeps in `some` what may have been used often enough; returns how many those are. */
static size_t filter(const struct tdg_line_uses *uses, size_t pieces, unsigned char *counter,
                     size_t mask, struct tdg_line_use *some)
{
    size_t count = 0;
    for (size_t p = 0; p < pieces; p++)
        for (size_t i = 0; i < uses[p].count; i++)
            if (counter[uses[p].items[i].key & mask] >= LEAST_ARTICLES) {
                if (some)
                    some[count] = uses[p].items[i];
                count++;
            }
    return count;
}

/* Reduces sorted uses to the keys that recur. */
static void pick(const struct tdg_line_use *some, size_t count, const uint32_t *articles_of,
                 struct tdg_recurring *recurring)
{
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && some[next].key == some[i].key; next++)
            ;
        size_t times = next - i;
        if (times >= LEAST_ARTICLES && times >= articles_of[some[i].source] / LEAST_SHARE)
            recurring->key[recurring->count++] = some[i].key;
    }
}

int tdg_recurring_find(const struct tdg_line_uses *uses, size_t pieces, const uint32_t *articles_of,
                       struct tdg_recurring *recurring)
{
    size_t total = 0;
    for (size_t p = 0; p < pieces; p++)
        total += uses[p].count;
    size_t size = 1024;
    while (size < total)
        size *= 2;
    int status = TDG_ENOMEM;
    struct tdg_line_use *some = NULL;
    unsigned char *counter = tdg_alloc(size, 1);
    if (!counter)
        goto out;
    for (size_t p = 0; p < pieces; p++)
        for (size_t i = 0; i < uses[p].count; i++) {
            unsigned char *count = &counter[uses[p].items[i].key & (size - 1)];
            *count = (unsigned char)(*count + (*count < MOST_COUNT));
        }
    size_t count = filter(uses, pieces, counter, size - 1, NULL);
    some = tdg_alloc(count, sizeof *some);
    struct tdg_recurring found = {.key = tdg_alloc(count, sizeof *found.key)};
    if (!some || !found.key) {
        free(found.key);
        goto out;
    }
    filter(uses, pieces, counter, size - 1, some);
    qsort(some, count, sizeof *some, by_key);
    pick(some, count, articles_of, &found);
    *recurring = found;
    status = TDG_OK;
out:
    free(some);
    free(counter);
    return status;
}

static bool recurs(const struct tdg_recurring *recurring, uint64_t key)
{
    size_t low = 0;
    for (size_t high = recurring->count; low < high;) {
        size_t middle = (low + high) / 2;
        if (recurring->key[middle] < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < recurring->count && recurring->key[low] == key;
}

int tdg_recurring_strip(struct tdg_clean_scratch *scratch, const struct tdg_recurring *recurring,
                        uint32_t source, char *body, size_t *length)
{
    struct tdg_line *lines = NULL;
    size_t count = 0;
    if (!recurring->count)
        return TDG_OK;
    int status = tdg_lines_cut(scratch, (struct tdg_span){body, *length}, &lines, &count);
    if (status || count < 2)
        return status;
    size_t gone = 0;
    for (size_t i = 0; i < count; i++) {
        lines[i].drop = may_recur(&lines[i]) && recurs(recurring, key_of(&lines[i], source));
        gone += lines[i].drop ? lines[i].span.length : 0;
    }
    /* Copies and updates of one article share their text with each other; that is no furniture. */
    if (gone && gone <= *length / 2)
        *length = tdg_lines_join(body, lines, count);
    return TDG_OK;
}
