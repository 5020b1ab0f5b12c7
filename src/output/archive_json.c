// SPDX-License-Identifier: GPL-3.0-or-later
/* A listing of an archive as JSON. What the fields mean is told by archive.schema.json. Where
 * nothing is known there is null. */
#include "output/archive_json.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/plain.h>
#include <tidings/types.h>

#include "output/json_stories.h"
#include "output/json_writer.h"

static void write_id(struct tdg_json *json, const char *key, char letter, uint32_t number)
{
    char text[TDG_ID_TEXT];
    tdg_json_known(json, key, tdg_id_text(letter, number, text));
}

static void write_switch(struct tdg_json *json, const char *key, bool on)
{
    tdg_json_token(json, key, on ? "true" : "false");
}

static void write_article(struct tdg_json *json, const struct tdg_archive_article *article)
{
    tdg_json_string(json, "id", article->id);
    tdg_json_time(json, "published", article->published);
    tdg_json_string(json, "title", article->title);
    tdg_json_known(json, "source", article->source);
    tdg_json_known(json, "url", article->url);
    tdg_json_known(json, "language", article->language);
    write_id(json, "theme", 'T', article->theme);
    tdg_json_number(json, "weight", article->weight);
    write_id(json, "second_theme", 'T', article->second_theme);
    tdg_json_number(json, "second_weight", article->second_weight);
    write_id(json, "story", 'S', article->story);
    tdg_json_known(json, "copy_of", article->copy_of);
    tdg_json_known(json, "reason", article->reason);
}

static void write_theme(struct tdg_json *json, const struct tdg_archive_theme *theme)
{
    write_id(json, "id", 'T', theme->number);
    tdg_json_string(json, "title", theme->title);
    tdg_json_string(json, "label", theme->label);
    tdg_json_known(json, "name", theme->name);
    tdg_json_known(json, "description", theme->description);
    tdg_json_string(json, "state", tdg_theme_state_name(theme->state));
    write_id(json, "into", 'T', theme->into);
    write_switch(json, "pinned", theme->pinned);
    write_switch(json, "hidden", theme->hidden);
    tdg_json_count(json, "articles", theme->articles);
    tdg_json_count(json, "originals", theme->originals);
    tdg_json_time(json, "first", theme->first);
    tdg_json_time(json, "last", theme->last);
    tdg_write_json_terms(json, theme->terms, theme->term_count, false);
}

static void write_story(struct tdg_json *json, const struct tdg_archive_story *story)
{
    write_id(json, "id", 'S', story->number);
    write_id(json, "theme", 'T', story->theme);
    tdg_json_known(json, "headline", story->headline);
    tdg_json_known(json, "headline_id", story->headline_id);
    tdg_json_count(json, "articles", story->articles);
    tdg_json_count(json, "originals", story->originals);
    tdg_json_time(json, "first", story->first);
    tdg_json_time(json, "last", story->last);
    write_id(json, "sequel_of", 'S', story->sequel_of);
}

static void write_entry(struct tdg_json *json, const struct tdg_archive_entry *entry)
{
    tdg_json_count(json, "number", entry->number);
    tdg_json_string(json, "kind", tdg_ledger_kind_name(entry->kind));
    write_id(json, "theme", 'T', entry->theme);
    write_id(json, "other", 'T', entry->other);
    tdg_json_known(json, "article", entry->article);
    tdg_json_time(json, "date", entry->date);
    tdg_json_count(json, "articles", entry->articles);
    tdg_json_string(json, "text", entry->text);
    if (entry->undone)
        tdg_json_count(json, "undone", entry->undone);
    else
        tdg_json_token(json, "undone", "null");
}

static void write_mute(struct tdg_json *json, const struct tdg_mute_view *mute)
{
    tdg_json_string(json, "kind", tdg_mute_name(mute->kind));
    tdg_json_string(json, "text", mute->text);
}

/* The parts of a listing, each written by the kind of its items. */
#define PARTS(X)                                                                                   \
    X(TDG_ARCHIVE_THEMES, "themes", "theme", themes, theme_count, write_theme)                     \
    X(TDG_ARCHIVE_STORIES, "stories", "story", stories, story_count, write_story)                  \
    X(TDG_ARCHIVE_ARTICLES, "articles", "article", articles, article_count, write_article)         \
    X(TDG_ARCHIVE_LEDGER, "ledger", "entry", entries, entry_count, write_entry)                    \
    X(TDG_ARCHIVE_MUTED, "muted", "mute", muted, mute_count, write_mute)

void tdg_write_archive_json(const struct tdg_archive_listing *listing, FILE *stream)
{
    struct tdg_json json = {.stream = stream};
    tdg_json_open(&json, NULL, '{');
    tdg_json_string(&json, "format", "tidings-archive");
    tdg_json_count(&json, "version", 1);
#define WRITE(part, key, kind, items, count, write)                                                \
    if (listing->parts & (part)) {                                                                 \
        tdg_json_open(&json, key, '[');                                                            \
        for (size_t i = 0; i < listing->count; i++) {                                              \
            tdg_json_open(&json, NULL, '{');                                                       \
            write(&json, &listing->items[i]);                                                      \
            tdg_json_close(&json, '}');                                                            \
        }                                                                                          \
        tdg_json_close(&json, ']');                                                                \
    }
    PARTS(WRITE)
#undef WRITE
    tdg_json_close(&json, '}');
}

void tdg_write_archive_jsonl(const struct tdg_archive_listing *listing, FILE *stream)
{
#define WRITE(part, key, kind, items, count, write)                                                \
    for (size_t i = 0; i < listing->count; i++) {                                                  \
        struct tdg_json json = {.stream = stream};                                                 \
        tdg_json_open_line(&json, NULL, '{');                                                      \
        tdg_json_string(&json, "type", kind);                                                      \
        write(&json, &listing->items[i]);                                                          \
        tdg_json_close(&json, '}');                                                                \
    }
    PARTS(WRITE)
#undef WRITE
}
