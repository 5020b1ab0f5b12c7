// SPDX-License-Identifier: GPL-3.0-or-later
/* A record becomes an article. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/progress.h"
#include "read/reader.h"

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

static int64_t published(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                         const struct tdg_record *record)
{
    const char *text = record->field[TDG_FIELD_PUBLISHED].text;
    size_t length = record->field[TDG_FIELD_PUBLISHED].length;
    int64_t time = record->otherwise;
    trim(&text, &length);
    if (!length || tdg_date_parse(text, length, &reader->options->dates, &time))
        return time;
    size_t shown = length < SHOWN ? length : SHOWN;
    while (shown < length && ((unsigned char)text[shown] & 0xc0) == 0x80)
        shown--;
    tdg_reader_warn(reader, leaf->name, record->line, "date not understood: %.*s%s", (int)shown,
                    text, shown < length ? "…" : "");
    return time;
}

/* Why an article is not wanted at this time; NULL where it is. */
static const char *out_of_range(const struct tdg_read_options *options, int64_t time)
{
    if (time == TDG_NO_DATE)
        return NULL;
    if (options->from != TDG_NO_DATE && time < options->from)
        return "its date is before the first asked for";
    if (options->to != TDG_NO_DATE && time >= options->to)
        return "its date is after the last asked for";
    return NULL;
}

static int store(struct tdg_articles *articles, struct tdg_article *article,
                 const struct tdg_record *record)
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
        const char *text = record->field[field].text;
        size_t length = record->field[field].length;
        trim(&text, &length);
        *places[field] =
            keep(field == TDG_FIELD_BODY ? &articles->bodies : &articles->facts, text, length);
        if (!*places[field])
            return TDG_ENOMEM;
    }
    article->nameless = !*article->id;
    if (article->nameless)
        article->id = content_id(&articles->facts, article);
    return article->id ? TDG_OK : TDG_ENOMEM;
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
    if (!has_text(record, TDG_FIELD_TITLE) && !has_text(record, TDG_FIELD_BODY))
        return tdg_reader_skip(reader, leaf->name, record->line, "neither a title nor a body");
    struct tdg_article article = {.file = leaf->file, .line = record->line};
    article.published = published(reader, leaf, record);
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        reader->seen[field] |= record->field[field].rank > 0;
    const char *reason = out_of_range(reader->options, article.published);
    if (reason) {
        articles->skipped++;
        articles->left_out++;
        tdg_notice(reader->monitor, TDG_NOTICE_LEFT_OUT, leaf->name, record->line, "%s", reason);
        return TDG_OK;
    }
    if (articles->count >= reader->options->most_articles)
        return tdg_fail_at(reader->error, TDG_ELIMIT, leaf->name, record->line,
                           "more articles than the limit of %zu", reader->options->most_articles);
    struct tdg_article *grown =
        tdg_grow(articles->items, &articles->capacity, articles->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->items = grown;
    int status = store(articles, &article, record);
    if (!status)
        articles->items[articles->count++] = article;
    return status;
}
