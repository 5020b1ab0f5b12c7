// SPDX-License-Identifier: GPL-3.0-or-later
/* A record becomes an article. */
#include "input/article.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "calendar/date_parse.h"
#include "input/address.h"
#include "input/dates.h"

enum { SHOWN = 60 }; /* bytes of a value that is shown in a notice */

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static void trim(const char **text, size_t *length)
{
    while (*length && is_blank(**text))
        ++*text, --*length;
    while (*length && is_blank((*text)[*length - 1]))
        --*length;
}

static const char *keep(struct tdg_arena *arena, const char *text, size_t length)
{
    return length ? tdg_arena_copy(arena, text, length) : "";
}

/* The id of an article that has none. */
static const char *content_id(struct tdg_arena *arena, const struct tdg_article *article)
{
    struct tdg_digest digest = {0};
    char text[TDG_DIGEST_TEXT], published[24];
    snprintf(published, sizeof published, "%" PRId64, article->published);
    const char *const parts[] = {article->title, article->body, published, article->source,
                                 article->url};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        tdg_digest_string(&digest, parts[i]);
    tdg_digest_text(&digest, text);
    return tdg_arena_copy(arena, text, TDG_DIGEST_TEXT - 1);
}

/* The best of the record's dates that is one, else the best. */
static struct tdg_value best_date(const struct tdg_record *record)
{
    static const struct tdg_date_rules rules = {.whole_months = true};
    struct tdg_date_times times;
    for (size_t i = 0; record->dates[1].rank && i < TDG_DATE_VALUES && record->dates[i].rank; i++)
        if (tdg_date_read(record->dates[i].text, record->dates[i].length, &rules, &times) !=
            TDG_DATE_UNKNOWN)
            return record->dates[i];
    return record->dates[0];
}

/* *rank: of the name that told it. */
static int read_date(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                     const struct tdg_record *record, int64_t *time, uint8_t *rank)
{
    struct tdg_value value = best_date(record);
    *time = record->otherwise;
    *rank = *time == TDG_NO_DATE ? 0 : TDG_RANK_UNNAMED;
    trim(&value.text, &value.length);
    if (!value.length)
        return TDG_OK;
    int64_t told;
    bool understood;
    int status =
        tdg_dates_read(&reader->dates, &reader->options->dates, leaf->file, reader->articles->count,
                       value.text, value.length, &told, &understood);
    if (understood) {
        *time = told;
        *rank = value.rank;
    }
    if (status || understood)
        return status;
    size_t shown = tdg_utf8_cut(value.text, value.length, SHOWN);
    tdg_reader_warn(reader, leaf->name, record->line, "date not understood: %.*s%s", (int)shown,
                    value.text, shown < value.length ? "…" : "");
    return TDG_OK;
}

/* Why an article is not wanted at this time; NULL where it is. */
static const char *out_of_range(const struct tdg_read_options *options, int64_t time)
{
    if (time == TDG_NO_DATE)
        return NULL;
    if (options->from != TDG_NO_DATE && time < options->from)
        return "dated before --from";
    if (options->to != TDG_NO_DATE && time >= options->to)
        return "dated on or after --to";
    return NULL;
}

static const char *keep_address(struct tdg_arena *arena, const char *url)
{
    if (!strchr(url, '?'))
        return url;
    char *clean = tdg_arena_string(arena, url);
    if (clean)
        clean[tdg_address_clean(clean, strlen(clean))] = '\0';
    return clean;
}

static int store(struct tdg_articles *articles, struct tdg_article *article,
                 const struct tdg_record *record, struct tdg_value body)
{
    const char **const places[TDG_FIELDS] = {
        [TDG_FIELD_ID] = &article->id,       [TDG_FIELD_TITLE] = &article->title,
        [TDG_FIELD_BODY] = &article->body,   [TDG_FIELD_SOURCE] = &article->source,
        [TDG_FIELD_URL] = &article->url,     [TDG_FIELD_LANGUAGE] = &article->language,
        [TDG_FIELD_GROUP] = &article->group,
    };
    for (unsigned field = 0; field < TDG_FIELDS; field++) {
        if (!places[field])
            continue;
        struct tdg_value value = field == TDG_FIELD_BODY ? body : record->field[field];
        const char *text = value.text;
        size_t length = value.length;
        trim(&text, &length);
        *places[field] =
            keep(field == TDG_FIELD_BODY ? &articles->bodies : &articles->facts, text, length);
        if (!*places[field])
            return TDG_ENOMEM;
    }
    article->url = keep_address(&articles->facts, article->url);
    article->nameless = !*article->id;
    if (article->url && article->nameless)
        article->id = content_id(&articles->facts, article);
    return article->id && article->url ? TDG_OK : TDG_ENOMEM;
}

static bool has_text(const struct tdg_record *record, enum tdg_field field)
{
    const char *text = record->field[field].text;
    size_t length = record->field[field].length;
    trim(&text, &length);
    return length > 0;
}

int tdg_article_add(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                    const struct tdg_record *record)
{
    struct tdg_articles *articles = reader->articles;
    uint8_t rank[TDG_FIELDS];
    struct tdg_value body = tdg_record_body(record, &reader->fields);
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        rank[field] = record->field[field].rank;
    rank[TDG_FIELD_BODY] = body.rank == TDG_RANK_NOTHING ? 0 : body.rank;
    if (!has_text(record, TDG_FIELD_TITLE) && !has_text(record, TDG_FIELD_BODY)) {
        tdg_understood_record(&reader->understood, rank, body.length);
        return tdg_reader_skip(reader, leaf->name, record->line, "neither a title nor a body");
    }
    struct tdg_article article = {.file = leaf->file, .line = record->line};
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        reader->seen[field] |= record->field[field].rank > 0 &&
                               (!reader->fields.mapped[field] ||
                                record->field[field].rank <= reader->fields.mapped[field]);
    if (articles->count >= reader->options->max_articles)
        return tdg_fail_at(reader->error, TDG_ELIMIT, leaf->name, record->line,
                           "more articles than the limit of %zu", reader->options->max_articles);
    struct tdg_article *grown =
        tdg_grow(articles->items, &articles->capacity, articles->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->items = grown;
    int status = read_date(reader, leaf, record, &article.published, &rank[TDG_FIELD_PUBLISHED]);
    if (!status)
        status = store(articles, &article, record, body);
    if (!status)
        articles->items[articles->count++] = article;
    tdg_understood_record(&reader->understood, rank, body.length);
    size_t first = reader->options->first;
    return !status && first && reader->understood.close >= first ? TDG_ENOUGH : status;
}

void tdg_articles_keep_span(struct tdg_articles *articles, const struct tdg_read_options *options,
                            const struct tdg_monitor *monitor)
{
    size_t kept = 0;
    for (size_t i = 0; i < articles->count; i++) {
        const struct tdg_article *article = &articles->items[i];
        const char *reason = out_of_range(options, article->published);
        if (!reason) {
            articles->items[kept++] = *article;
            continue;
        }
        articles->skipped++;
        articles->left_out++;
        tdg_notice(monitor, TDG_NOTICE_LEFT_OUT, articles->files[article->file], article->line,
                   "%s", reason);
    }
    articles->count = kept;
}
