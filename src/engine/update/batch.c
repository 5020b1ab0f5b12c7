// SPDX-License-Identifier: GPL-3.0-or-later
/* What is new in a batch. An article is known by its id; whether it is the same is told by a digest
 * of what was read, before it was cleaned. */
#include <stdlib.h>

#include "base/error.h"
#include "clean/clean.h"
#include "engine/update/update.h"

static void digest_of(const struct tdg_article *article, char text[TDG_DIGEST_TEXT])
{
    struct tdg_digest digest = {0};
    char published[32];
    snprintf(published, sizeof published, "%lld", (long long)article->published);
    tdg_digest_string(&digest, published);
    tdg_digest_string(&digest, article->title);
    tdg_digest_string(&digest, article->body);
    tdg_digest_string(&digest, article->source);
    tdg_digest_string(&digest, article->url);
    tdg_digest_string(&digest, article->language);
    tdg_digest_text(&digest, text);
}

/* Leaves in the run what is new or changed; the line of each becomes its number or 0. contents:
 * [articles] their digests, in the order of those that are left. */
static int sift(struct tdg_update *update, char (*contents)[TDG_DIGEST_TEXT])
{
    struct tdg_articles *articles = &update->run.articles;
    size_t kept = 0;
    int status = TDG_OK;
    update->change.read = articles->count;
    update->change.skipped = articles->skipped;
    for (size_t i = 0; !status && i < articles->count; i++) {
        struct tdg_article *article = &articles->items[i];
        int64_t number = 0;
        bool same = false;
        digest_of(article, contents[kept]);
        status = tdg_archive_find(&number, &same, update->archive, article->id, contents[kept],
                                  update->error);
        update->change.unchanged += number && same;
        update->change.changed += number && !same;
        update->change.added += !number;
        if (number && same)
            continue;
        article->line = (size_t)number;
        articles->items[kept++] = *article;
    }
    if (!status)
        articles->count = kept;
    return status;
}

/* One wrong date would make thousands of empty periods in every report. */
static int check_dates(struct tdg_update *update)
{
    const struct tdg_articles *articles = &update->run.articles;
    struct tdg_archive_counts counts;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    int64_t first = counts.oldest, last = counts.newest;
    for (size_t i = 0; !status && i < articles->count; i++) {
        int64_t time = articles->items[i].published;
        if (time == TDG_NO_DATE)
            continue;
        first = first == TDG_NO_DATE || time < first ? time : first;
        last = last == TDG_NO_DATE || time > last ? time : last;
    }
    if (status || first == TDG_NO_DATE)
        return status;
    return tdg_period_count_check(first, last, &update->settings.trend, update->error);
}

static int tell_change(struct tdg_update *update, const struct tdg_article *article)
{
    struct tdg_buffer text = {0};
    tdg_buffer_format(&text, "Article %s came again with another content, which is kept.",
                      article->id);
    struct tdg_ledger_entry entry = {
        .kind = "change", .article = article->id, .articles = 1, .text = text.text};
    int status = text.failed ? tdg_fail_memory(update->error)
                             : tdg_archive_enter(NULL, update->archive, &entry, update->error);
    tdg_buffer_done(&text);
    return status;
}

static int put_all(struct tdg_update *update, char (*contents)[TDG_DIGEST_TEXT])
{
    struct tdg_articles *articles = &update->run.articles;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < articles->count; i++) {
        struct tdg_article *article = &articles->items[i];
        struct tdg_stored_article stored = {
            .number = (int64_t)article->line,
            .id = article->id,
            .title = article->title,
            .source = article->source,
            .url = article->url,
            .language = article->language,
            .content = contents[i],
            .body = article->body,
            .published = article->published,
        };
        status = tdg_update_period(&stored.period, update, stored.published);
        if (!status && stored.number)
            status = tell_change(update, article);
        if (!status)
            status = tdg_archive_put(update->archive, &stored, update->ledger, update->error);
        article->line = (size_t)stored.number;
    }
    return status;
}

static int by_value(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

static int list_numbers(const struct tdg_run *run, int64_t **fresh, size_t *count)
{
    *count = run->articles.count;
    *fresh = tdg_alloc(*count, sizeof **fresh);
    if (!*fresh)
        return TDG_ENOMEM;
    for (size_t i = 0; i < *count; i++)
        (*fresh)[i] = tdg_run_number(run, i);
    qsort(*fresh, *count, sizeof **fresh, by_value);
    return TDG_OK;
}

/* One page a day with a notice in the place of its text tells nothing; with those of the days
 * before it does. Two of a kind stay as they came, so that the next ones are known by them. */
static int strip_furniture(struct tdg_update *update)
{
    struct tdg_run *run = &update->run;
    struct tdg_article_range range = tdg_update_around(run);
    size_t batch = run->articles.count;
    if (run->settings.text.sorted)
        return TDG_OK;
    int status = tdg_update_load(run, update, &range);
    if (!status && run->articles.count > batch)
        status = tdg_clean_among(&run->articles, batch, run->workers, update->error);
    run->articles.count = batch;
    return status;
}

int tdg_update_read(struct tdg_update *update, int64_t **fresh, size_t *count)
{
    struct tdg_run *run = &update->run;
    char(*contents)[TDG_DIGEST_TEXT] = NULL;
    int status = tdg_run_steps(run, "read", "read");
    if (!status) {
        contents = tdg_alloc(run->articles.count, sizeof *contents);
        status = contents ? sift(update, contents) : tdg_fail_memory(update->error);
    }
    if (!status)
        status = check_dates(update);
    if (!status && run->articles.count) {
        struct tdg_ledger_entry entry = {.kind = "add", .text = ""};
        status = tdg_archive_enter(&update->ledger, update->archive, &entry, update->error);
        if (!status)
            status = tdg_run_steps(run, "clean", "clean");
        if (!status)
            status = strip_furniture(update);
        if (!status)
            status = tdg_update_forget_changed(update);
        if (!status)
            status = put_all(update, contents);
        if (!status)
            status = list_numbers(run, fresh, count) ? tdg_fail_memory(update->error) : TDG_OK;
    }
    free(contents);
    return status;
}
