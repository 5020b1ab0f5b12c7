// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles out of the archive, as if they had been read and cleaned. */
#include "archive/load.h"

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "input/input.h"
#include "store/articles.h"

static int keep(struct tdg_articles *articles, const struct tdg_stored_article *stored)
{
    struct tdg_article *grown =
        tdg_grow(articles->items, &articles->capacity, articles->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->items = grown;
    struct tdg_article *article = &grown[articles->count];
    *article = (struct tdg_article){
        .id = tdg_arena_string(&articles->facts, stored->id),
        .title = tdg_arena_string(&articles->facts, stored->title),
        .body = tdg_arena_string(&articles->bodies, stored->body),
        .source = tdg_arena_string(&articles->facts, stored->source),
        .url = tdg_arena_string(&articles->facts, stored->url),
        .language = tdg_arena_string(&articles->facts, stored->language),
        .group = "",
        .published = stored->published,
        .line = (size_t)stored->number,
        .settled = true,
    };
    if (!article->id || !article->title || !article->body || !article->source || !article->url ||
        !article->language)
        return TDG_ENOMEM;
    articles->count++;
    return TDG_OK;
}

/* The reader numbers files, and an article has one. */
static int name_file(struct tdg_articles *articles)
{
    if (articles->file_count)
        return TDG_OK;
    const char **grown = tdg_grow(articles->files, &articles->file_capacity, 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->files = grown;
    articles->files[articles->file_count++] = "";
    return TDG_OK;
}

int tdg_update_load(struct tdg_run *run, struct tdg_update *update,
                    const struct tdg_article_range *range)
{
    struct tdg_article_cursor *cursor = NULL;
    struct tdg_stored_article stored;
    int status = tdg_fail_status(update->error, name_file(&run->articles));
    if (!status)
        status = tdg_article_cursor_open(&cursor, update->archive, range, update->error);
    while (!status && (status = tdg_article_cursor_next(cursor, &stored)) == 1)
        status = tdg_fail_status(update->error, keep(&run->articles, &stored));
    tdg_article_cursor_close(cursor);
    return status;
}

static int by_number(const void *left, const void *right)
{
    const struct tdg_row_number *one = left, *other = right;
    return (one->number > other->number) - (one->number < other->number);
}

int tdg_row_index_build(struct tdg_row_index *index, const struct tdg_run *run)
{
    size_t count = run->articles.count;
    index->items = tdg_alloc(count, sizeof *index->items);
    if (!index->items)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        index->items[i] = (struct tdg_row_number){tdg_run_number(run, i), (uint32_t)i};
    index->count = count;
    if (count)
        qsort(index->items, count, sizeof *index->items, by_number);
    return TDG_OK;
}

uint32_t tdg_row_of(const struct tdg_row_index *index, int64_t number)
{
    struct tdg_row_number key = {number, 0};
    const struct tdg_row_number *found =
        index->count ? bsearch(&key, index->items, index->count, sizeof key, by_number) : NULL;
    return found ? found->row : TDG_NONE;
}

void tdg_row_index_done(struct tdg_row_index *index)
{
    free(index->items);
    *index = (struct tdg_row_index){0};
}
