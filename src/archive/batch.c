// SPDX-License-Identifier: GPL-3.0-or-later
/* What is new in a batch. Which article of the archive a record is follows from its id, as long as
 * title, address and date do not all say otherwise, or from title and address where it has no
 * other id (input/identity.c). Whether it is as it was is told by digests of what was read, before
 * it was cleaned: one of everything, one of the words. */
#include "archive/batch.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "archive/load.h"
#include "archive/nearby.h"
#include "archive/periods.h"
#include "archive/revision.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/progress.h"
#include "clean/clean.h"
#include "input/identity.h"
#include "input/input.h"
#include "phrasing/ledger.h"
#include "pipeline/run.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/ledger.h"
#include "store/store.h"

enum {
    HALF = TDG_DIGEST_TEXT - 1, /* of a content: everything, then the words */
    CONTENT = 2 * HALF + 1,
};

struct arrival {
    char content[CONTENT];
    int64_t number;  /* of the article in the archive that it is; 0 for a new one */
    bool same;       /* as it is there */
    bool same_words; /* other facts at most */
};

struct batch {
    struct tdg_update *update;
    struct arrival *arrivals; /* [articles] */
    struct tdg_intern taken;  /* numbers of articles that came again, and ids of new ones */
    struct tdg_renamed renamed;
    size_t replaced; /* articles that have another title and another text now */
};

static void digest_of(const struct tdg_article *article, char content[CONTENT])
{
    struct tdg_digest digest = {0}, words = {0};
    char published[32], text[TDG_DIGEST_TEXT];
    snprintf(published, sizeof published, "%lld", (long long)article->published);
    tdg_digest_string(&digest, published);
    tdg_digest_string(&digest, article->title);
    tdg_digest_string(&digest, article->body);
    tdg_digest_string(&digest, article->source);
    tdg_digest_string(&digest, article->url);
    tdg_digest_string(&digest, article->language);
    tdg_digest_text(&digest, text);
    memcpy(content, text, HALF);
    tdg_digest_string(&words, article->title);
    tdg_digest_string(&words, article->body);
    tdg_digest_string(&words, article->language);
    tdg_digest_text(&words, text);
    memcpy(content + HALF, text, TDG_DIGEST_TEXT);
}

static struct tdg_identity identity_of(const struct tdg_stored_article *stored)
{
    return (struct tdg_identity){stored->title, stored->url, stored->source, stored->published};
}

static const char *given_id(const struct tdg_article *article)
{
    return article->given ? article->given : article->id;
}

/* An article of the archive that a record may be. */
struct search {
    struct batch *batch;
    const struct tdg_article *article;
    const char *content;
    bool cleaned; /* so is what the archive has */
    int64_t number;
    bool same;
    bool same_words;
    bool taken; /* another article has the id */
    int status;
};

static bool is_taken(const struct batch *batch, int64_t number)
{
    return tdg_intern_find(&batch->taken, (const char *)&number, sizeof number) != TDG_NONE;
}

static void choose(struct search *search, const struct tdg_stored_article *stored)
{
    bool same = strncmp(stored->content, search->content, HALF) == 0;
    if (is_taken(search->batch, stored->number) || (search->number && !same))
        return;
    search->number = stored->number;
    search->same = same;
    search->same_words = strlen(stored->content) == CONTENT - 1 &&
                         strcmp(stored->content + HALF, search->content + HALF) == 0;
}

static int look_at_namesake(void *context, const struct tdg_stored_article *stored)
{
    struct search *search = context;
    struct tdg_identity one = identity_of(stored), other = tdg_identity_of(search->article);
    bool same_id = strcmp(stored->id, search->article->id) == 0;
    search->taken = search->taken || same_id;
    if (search->same)
        return TDG_OK;
    if (strncmp(stored->content, search->content, HALF) == 0 ||
        (search->cleaned &&
         (search->article->nameless ? same_id : tdg_identity_same(&one, &other))))
        choose(search, stored);
    return TDG_OK;
}

static int look_at_page(void *context, const struct tdg_stored_article *stored)
{
    struct search *search = context;
    struct tdg_buffer text = {0};
    struct tdg_update *update = search->batch->update;
    bool again = stored->published == search->article->published;
    int status = TDG_OK;
    if (search->same)
        return TDG_OK;
    if (!again)
        status = tdg_archive_text(&text, update->archive, stored->number, update->error);
    if (!status && !again &&
        tdg_texts_alike(&again, text.text ? text.text : "", search->article->body))
        status = tdg_fail_memory(update->error);
    if (!status && again)
        choose(search, stored);
    tdg_buffer_done(&text);
    return status;
}

static int find(struct search *search)
{
    struct tdg_update *update = search->batch->update;
    const struct tdg_article *article = search->article;
    int status = tdg_archive_each_namesake(update->archive, given_id(article), look_at_namesake,
                                           search, update->error);
    if (!status && search->cleaned && tdg_is_known_by_address(article) && !search->number)
        status =
            tdg_archive_each_page(update->archive, article, look_at_page, search, update->error);
    return status;
}

/* Leaves in the run what is not in the archive as it is. */
static int sift(struct batch *batch)
{
    struct tdg_update *update = batch->update;
    struct tdg_articles *articles = &update->run.articles;
    size_t kept = 0;
    int status = TDG_OK;
    update->change.read = articles->count;
    update->change.skipped = articles->skipped;
    update->change.left_out = articles->left_out;
    for (size_t i = 0; !status && i < articles->count; i++) {
        struct arrival *arrival = &batch->arrivals[kept];
        struct search search = {
            .batch = batch, .article = &articles->items[i], .content = arrival->content};
        digest_of(search.article, arrival->content);
        status = find(&search);
        if (!status && search.same) {
            update->change.unchanged++;
            if (tdg_intern(&batch->taken, (const char *)&search.number, sizeof search.number) ==
                TDG_NONE)
                status = tdg_fail_memory(update->error);
        } else
            articles->items[kept++] = articles->items[i];
    }
    if (!status)
        articles->count = kept;
    return status;
}

/* Dates are judged beside those of the archive. */
static int find_dates(struct tdg_update *update)
{
    struct tdg_archive_counts counts;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status && counts.oldest != TDG_NO_DATE)
        update->run.before = (struct tdg_dated){counts.articles, counts.oldest, counts.now};
    return status;
}

/* Cleaned, the words may be the same although the page is not. */
static int compare_texts(struct batch *batch, struct arrival *arrival,
                         const struct tdg_article *article)
{
    struct tdg_update *update = batch->update;
    struct tdg_buffer body = {0}, title = {0}, language = {0};
    bool alike = true;
    int status = tdg_archive_text(&body, update->archive, arrival->number, update->error);
    if (!status)
        status =
            tdg_archive_title(&title, &language, update->archive, arrival->number, update->error);
    if (status)
        return status;
    const char *text = body.text ? body.text : "";
    bool same_title = strcmp(title.text ? title.text : "", article->title) == 0;
    arrival->same_words = same_title && strcmp(text, article->body) == 0 &&
                          strcmp(language.text ? language.text : "", article->language) == 0;
    if (!same_title && tdg_texts_alike(&alike, text, article->body))
        status = tdg_fail_memory(update->error);
    batch->replaced += !same_title && !alike;
    tdg_buffer_done(&body);
    tdg_buffer_done(&title);
    tdg_buffer_done(&language);
    return status;
}

/* A free id for a new article whose own is that of another one. */
static int rename_article(struct batch *batch, struct tdg_article *article)
{
    struct tdg_update *update = batch->update;
    struct tdg_identity facts = tdg_identity_of(article);
    const char *own = given_id(article);
    int64_t number = 1;
    int status = TDG_OK;
    for (size_t digits = TDG_ID_DIGITS; !status && number && digits < TDG_DIGEST_TEXT;
         digits *= 2) {
        bool same;
        article->id = tdg_identity_id(&update->run.articles.facts, own, &facts, digits);
        if (!article->id)
            return tdg_fail_memory(update->error);
        status = tdg_archive_find(&number, &same, update->archive, article->id, "", update->error);
        if (!status && tdg_intern_find(&batch->taken, article->id, strlen(article->id)) != TDG_NONE)
            number = 1;
    }
    article->given = own;
    if (!status && !batch->renamed.count++)
        batch->renamed.example = article->id;
    return status;
}

static int identify(struct batch *batch, size_t index)
{
    struct tdg_update *update = batch->update;
    struct tdg_article *article = &update->run.articles.items[index];
    struct arrival *arrival = &batch->arrivals[index];
    struct search search = {
        .batch = batch, .article = article, .content = arrival->content, .cleaned = true};
    int status = find(&search);
    arrival->number = search.number;
    arrival->same = search.same;
    arrival->same_words = search.same_words;
    if (!status && search.number && !search.same && !search.same_words)
        status = compare_texts(batch, arrival, article);
    else if (!status && !search.number && search.taken)
        status = rename_article(batch, article);
    if (!status &&
        (search.number
             ? tdg_intern(&batch->taken, (const char *)&search.number, sizeof search.number)
             : tdg_intern(&batch->taken, article->id, strlen(article->id))) == TDG_NONE)
        status = tdg_fail_memory(update->error);
    article->line = (size_t)search.number;
    article->settled = true;
    update->change.unchanged += search.same;
    update->change.changed += search.number && !search.same;
    update->change.added += !search.number;
    return status;
}

static void tell(const struct batch *batch)
{
    const struct tdg_monitor *monitor = batch->update->monitor;
    tdg_renamed_tell(&batch->renamed, monitor);
    if (batch->replaced)
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "articles that came again with another title and another text, which replace "
                   "those in the archive: %zu of %zu",
                   batch->replaced, batch->update->change.read);
}

static int enter_change(struct tdg_update *update, const struct tdg_article *article,
                        bool same_words)
{
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_CHANGE,
                                     .article = article->id,
                                     .articles = 1,
                                     .cause = same_words ? TDG_CAUSE_FACTS : TDG_CAUSE_NONE};
    return tdg_archive_enter(NULL, update->archive, &entry, update->error);
}

static int stored_of(struct tdg_stored_article *stored, struct tdg_update *update,
                     const struct tdg_article *article, const char *content)
{
    *stored = (struct tdg_stored_article){
        .number = (int64_t)article->line,
        .id = article->id,
        .title = article->title,
        .source = article->source,
        .url = article->url,
        .language = article->language,
        .content = content,
        .body = article->body,
        .published = article->published,
    };
    return tdg_update_period(&stored->period, update, stored->published);
}

/* What has the words that it had is not analyzed again: it stays where it is, with its copies and
 * in its story. Leaves the others in the run. */
static int correct_facts(struct batch *batch)
{
    struct tdg_update *update = batch->update;
    struct tdg_articles *articles = &update->run.articles;
    size_t kept = 0;
    int status = TDG_OK;
    update->corrected = tdg_alloc(articles->count, sizeof *update->corrected);
    if (!update->corrected)
        return tdg_fail_memory(update->error);
    for (size_t i = 0; !status && i < articles->count; i++) {
        const struct arrival *arrival = &batch->arrivals[i];
        struct tdg_stored_article stored;
        if (arrival->same)
            continue;
        if (!arrival->number || !arrival->same_words) {
            batch->arrivals[kept] = *arrival;
            articles->items[kept++] = articles->items[i];
            continue;
        }
        status = stored_of(&stored, update, &articles->items[i], arrival->content);
        if (!status)
            status = enter_change(update, &articles->items[i], true);
        if (!status)
            status = tdg_archive_correct(update->archive, &stored, update->error);
        update->corrected[update->corrected_count++] = stored.number;
    }
    articles->count = kept;
    return status;
}

static int put_all(struct batch *batch)
{
    struct tdg_update *update = batch->update;
    struct tdg_articles *articles = &update->run.articles;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < articles->count; i++) {
        struct tdg_article *article = &articles->items[i];
        struct tdg_stored_article stored;
        status = stored_of(&stored, update, article, batch->arrivals[i].content);
        if (!status && stored.number)
            status = enter_change(update, article, false);
        if (!status)
            status = tdg_archive_put(update->archive, &stored, update->ledger, update->error);
        article->line = (size_t)stored.number;
    }
    return status;
}

static int list_numbers(const struct tdg_run *run, int64_t **fresh, size_t *count)
{
    *count = run->articles.count;
    *fresh = tdg_alloc(*count, sizeof **fresh);
    if (!*fresh)
        return TDG_ENOMEM;
    for (size_t i = 0; i < *count; i++)
        (*fresh)[i] = tdg_run_number(run, i);
    qsort(*fresh, *count, sizeof **fresh, tdg_compare_numbers);
    return TDG_OK;
}

/* One page a day with a notice in the place of its text tells nothing; with those of the days
 * before it does. Two of a kind stay as they came, so that the next ones are known by them. */
static int strip_furniture(struct tdg_update *update)
{
    struct tdg_run *run = &update->run;
    struct tdg_article_range range = tdg_update_around(run, 0);
    size_t batch = run->articles.count;
    if (run->settings.text.sorted)
        return TDG_OK;
    int status = tdg_update_load(run, update, &range);
    if (!status && run->articles.count > batch)
        status = tdg_clean_among(&run->articles, batch, run->workers, update->error);
    run->articles.count = batch;
    return status;
}

static int take_in(struct batch *batch)
{
    struct tdg_update *update = batch->update;
    struct tdg_ledger_entry entry = {.kind = TDG_LEDGER_ADD};
    int status = tdg_archive_enter(&update->ledger, update->archive, &entry, update->error);
    if (!status)
        status = correct_facts(batch);
    if (!status)
        status = tdg_update_meet_changed(update);
    return status ? status : put_all(batch);
}

static int identify_all(struct batch *batch)
{
    struct tdg_update *update = batch->update;
    int status = tdg_run_steps(&update->run, TDG_STEP_CLEAN, TDG_STEP_CLEAN);
    if (!status)
        status = strip_furniture(update);
    for (size_t i = 0; !status && i < update->run.articles.count; i++)
        status = identify(batch, i);
    if (!status)
        tell(batch);
    return status;
}

int tdg_update_read(struct tdg_update *update, int64_t **fresh, size_t *count)
{
    struct tdg_run *run = &update->run;
    struct batch batch = {.update = update};
    int status = find_dates(update);
    if (!status)
        status = tdg_run_steps(run, TDG_STEP_READ, TDG_STEP_READ);
    if (!status) {
        batch.arrivals = tdg_alloc(run->articles.count, sizeof *batch.arrivals);
        status = batch.arrivals ? sift(&batch) : TDG_ENOMEM;
    }
    if (!status && run->articles.count)
        status = identify_all(&batch);
    if (!status && update->change.added + update->change.changed)
        status = take_in(&batch);
    if (!status && update->ledger)
        status = tdg_fail_status(update->error, list_numbers(run, fresh, count));
    free(batch.arrivals);
    tdg_intern_done(&batch.taken);
    return status;
}
