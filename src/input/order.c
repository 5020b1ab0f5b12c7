// SPDX-License-Identifier: GPL-3.0-or-later
/* The one order of the articles, whatever order they were read in. */
#include "input/order.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "input/identity.h"

/* TDG_NO_DATE is the least of all numbers but comes last. */
static int compare_times(int64_t one, int64_t other)
{
    uint64_t shift = (uint64_t)1 << 63;
    uint64_t a = ((uint64_t)one ^ shift) - 1, b = ((uint64_t)other ^ shift) - 1;
    return (a > b) - (a < b);
}

static int compare_facts(const struct tdg_article *one, const struct tdg_article *other)
{
    int order = compare_times(one->published, other->published);
    order = order ? order : strcmp(one->id, other->id);
    order = order ? order : strcmp(one->title, other->title);
    order = order ? order : strcmp(one->body, other->body);
    order = order ? order : strcmp(one->source, other->source);
    order = order ? order : strcmp(one->url, other->url);
    order = order ? order : strcmp(one->language, other->language);
    return order ? order : strcmp(one->group, other->group);
}

/* Files are numbered in the order of their names here. */
static int compare(const void *left, const void *right)
{
    const struct tdg_article *one = left, *other = right;
    int order = compare_facts(one, other);
    if (!order)
        order = (one->file > other->file) - (one->file < other->file);
    return order ? order : (one->line > other->line) - (one->line < other->line);
}

struct named {
    const char *name;
    uint32_t file;
};

static int compare_names(const void *left, const void *right)
{
    return strcmp(((const struct named *)left)->name, ((const struct named *)right)->name);
}

/* Numbers the files in the order of their names. */
static int order_files(struct tdg_articles *articles)
{
    size_t count = articles->file_count;
    struct named *names = tdg_alloc(count, sizeof *names);
    uint32_t *number = tdg_alloc(count, sizeof *number);
    int status = names && number ? TDG_OK : TDG_ENOMEM;
    if (!status && count) {
        for (uint32_t i = 0; i < count; i++)
            names[i] = (struct named){articles->files[i], i};
        qsort(names, count, sizeof *names, compare_names);
        for (uint32_t i = 0; i < count; i++) {
            articles->files[i] = names[i].name;
            number[names[i].file] = i;
        }
        for (size_t i = 0; i < articles->count; i++)
            articles->items[i].file = number[articles->items[i].file];
    }
    free(number);
    free(names);
    return status;
}

/* Articles of an archive are all different, and have been told from each other. */
static int unite(struct tdg_articles *articles, const struct tdg_monitor *monitor)
{
    struct tdg_renamed renamed = {0};
    for (size_t i = 0; i < articles->count; i++)
        if (articles->items[i].settled)
            return TDG_OK;
    int status = tdg_articles_unite(articles, monitor, &renamed);
    if (!status && renamed.count)
        qsort(articles->items, articles->count, sizeof *articles->items, compare);
    if (!status)
        tdg_renamed_tell(&renamed, monitor);
    return status;
}

static struct tdg_digest digest_all(const struct tdg_articles *articles)
{
    struct tdg_digest digest = {0};
    for (size_t i = 0; i < articles->count; i++) {
        const struct tdg_article *article = &articles->items[i];
        unsigned char published[8]; /* little-endian on every machine */
        for (int byte = 0; byte < 8; byte++)
            published[byte] = (unsigned char)((uint64_t)article->published >> (8 * byte));
        tdg_digest_add(&digest, published, sizeof published);
        tdg_digest_string(&digest, article->id);
        tdg_digest_string(&digest, article->title);
        tdg_digest_string(&digest, article->body);
        tdg_digest_string(&digest, article->source);
        tdg_digest_string(&digest, article->url);
        tdg_digest_string(&digest, article->language);
        tdg_digest_string(&digest, article->group);
    }
    return digest;
}

int tdg_articles_order(struct tdg_articles *articles, struct tdg_digest *digest,
                       const struct tdg_monitor *monitor, struct tdg_error *error)
{
    int status = order_files(articles);
    if (!status && articles->count)
        qsort(articles->items, articles->count, sizeof *articles->items, compare);
    if (!status)
        status = unite(articles, monitor);
    if (status)
        return tdg_fail_memory(error);
    *digest = digest_all(articles);
    return TDG_OK;
}
