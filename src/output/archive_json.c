// SPDX-License-Identifier: GPL-3.0-or-later
/* What is listed, compared and asked about an archive as JSON, as the table of fields has it. */
#include "output/archive_json.h"

#include <tidings/error.h>
#include <tidings/plain.h>
#include <tidings/types.h>

#include "base/error.h"
#include "output/fields_write.h"

#define ID(letter, number) tdg_id_text(letter, number, (char[TDG_ID_TEXT]){0})

#include "output/archive_fields.h"

void tdg_write_archive_json(const struct tdg_archive_listing *listing, FILE *stream)
{
    struct tdg_json json = {.stream = stream};
    write_listing(&json, NULL, NULL, listing, 0);
}

void tdg_write_archive_jsonl(const struct tdg_archive_listing *listing, FILE *stream)
{
#define LINES(object, items, count)                                                                \
    for (size_t i = 0; i < listing->count; i++) {                                                  \
        struct tdg_json json = {.stream = stream};                                                 \
        tdg_json_open_line(&json, NULL, '{');                                                      \
        tdg_json_string(&json, "type", #object);                                                   \
        fields_##object(&json, NULL, &listing->items[i], i);                                       \
        tdg_json_close(&json, '}');                                                                \
    }
    LINES(theme, themes, theme_count)
    LINES(story, stories, story_count)
    LINES(article, articles, article_count)
    LINES(entry, entries, entry_count)
    LINES(mute, muted, mute_count)
    LINES(event, events, event_count)
#undef LINES
}

int tdg_difference_print(const struct tdg_difference *difference, FILE *stream,
                         struct tdg_error *error)
{
    struct tdg_json json = {.stream = stream};
    write_difference(&json, NULL, NULL, difference, 0);
    return ferror(stream) ? tdg_fail(error, TDG_EIO, "the output cannot be written") : TDG_OK;
}

int tdg_archive_why_print(const struct tdg_archive_why *why, FILE *stream, struct tdg_error *error)
{
    struct tdg_json json = {.stream = stream};
    write_why(&json, NULL, NULL, why, 0);
    return ferror(stream) ? tdg_fail(error, TDG_EIO, "the output cannot be written") : TDG_OK;
}
