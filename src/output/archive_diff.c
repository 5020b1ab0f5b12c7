// SPDX-License-Identifier: GPL-3.0-or-later
/* What was compared or asked about an archive as JSON; archive.schema.json tells what it means. */
#include <stddef.h>
#include <stdio.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/plain.h>

#include "base/error.h"
#include "output/json_writer.h"

static void write_terms(struct tdg_json *json, const struct tdg_difference_term *terms,
                        size_t count)
{
    tdg_json_open(json, "terms", '[');
    for (size_t i = 0; i < count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "term", terms[i].term);
        tdg_json_count(json, "before", terms[i].before);
        tdg_json_count(json, "after", terms[i].after);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_theme(struct tdg_json *json, const struct tdg_difference_theme *theme)
{
    char id[TDG_ID_TEXT];
    tdg_json_open(json, NULL, '{');
    tdg_json_string(json, "id", tdg_id_text('T', theme->number, id));
    tdg_json_string(json, "title", theme->title);
    tdg_json_count(json, "before", theme->before);
    tdg_json_count(json, "after", theme->after);
    tdg_json_number(json, "share_before", theme->share_before);
    tdg_json_number(json, "share_after", theme->share_after);
    write_terms(json, theme->terms, theme->term_count);
    tdg_json_open(json, "articles", '[');
    for (size_t i = 0; i < theme->article_count; i++)
        tdg_json_string(json, NULL, theme->articles[i]);
    tdg_json_close(json, ']');
    tdg_json_close(json, '}');
}

int tdg_difference_print(const struct tdg_difference *difference, FILE *stream,
                         struct tdg_error *error)
{
    struct tdg_json json = {.stream = stream};
    tdg_json_open(&json, NULL, '{');
    tdg_json_string(&json, "format", "tidings-difference");
    tdg_json_count(&json, "version", 1);
    tdg_json_string(&json, "before", difference->before);
    tdg_json_string(&json, "after", difference->after);
    tdg_json_count(&json, "originals_before", difference->originals_before);
    tdg_json_count(&json, "originals_after", difference->originals_after);
    tdg_json_open(&json, "themes", '[');
    for (size_t i = 0; i < difference->theme_count; i++)
        write_theme(&json, &difference->themes[i]);
    tdg_json_close(&json, ']');
    write_terms(&json, difference->terms, difference->term_count);
    tdg_json_close(&json, '}');
    return ferror(stream) ? tdg_fail(error, TDG_EIO, "the output cannot be written") : TDG_OK;
}

int tdg_archive_why_print(const struct tdg_archive_why *why, FILE *stream, struct tdg_error *error)
{
    struct tdg_json json = {.stream = stream};
    char id[TDG_ID_TEXT];
    tdg_json_open(&json, NULL, '{');
    tdg_json_string(&json, "format", "tidings-why");
    tdg_json_count(&json, "version", 1);
    tdg_json_known(&json, "theme", tdg_id_text('T', why->theme, id));
    tdg_json_known(&json, "title", why->title);
    tdg_json_known(&json, "reason", why->reason);
    tdg_json_number(&json, "sum", why->sum);
    tdg_json_known(&json, "other", tdg_id_text('T', why->other, id));
    tdg_json_known(&json, "other_title", why->other_title);
    tdg_json_number(&json, "other_sum", why->other_sum);
    tdg_json_open(&json, "terms", '[');
    for (size_t i = 0; i < why->term_count; i++) {
        tdg_json_open_line(&json, NULL, '{');
        tdg_json_string(&json, "term", why->terms[i].term);
        tdg_json_count(&json, "times", why->terms[i].times);
        tdg_json_number(&json, "theme", why->terms[i].first);
        tdg_json_number(&json, "other", why->terms[i].other);
        tdg_json_close(&json, '}');
    }
    tdg_json_close(&json, ']');
    tdg_json_close(&json, '}');
    return ferror(stream) ? tdg_fail(error, TDG_EIO, "the output cannot be written") : TDG_OK;
}
