// SPDX-License-Identifier: GPL-3.0-or-later
/* analysis.json, format 1: fields are added at the end of their object, never changed. What it
 * means is told by analysis.schema.json. Where nothing is known there is null. */
#include "output/json.h"

#include <string.h>

#include <tidings/archive.h>
#include <tidings/options.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "output/json_articles.h"
#include "output/json_findings.h"
#include "output/json_stories.h"

/* Values stay the text that was given, so that reading them back loses nothing: a seed may have
 * more digits than a JSON number keeps. Switches are true or false, repeatable options lists. */
static void write_option(struct tdg_json *json, const struct tdg_options *options,
                         const struct tdg_option_info *info)
{
    const char *value = tdg_options_get(options, info->name);
    if (info->repeatable) {
        tdg_json_open(json, info->name, '[');
        for (size_t i = 0; (value = tdg_options_part(options, info->name, i)); i++)
            tdg_json_string(json, NULL, value);
        tdg_json_close(json, ']');
    } else
        (info->argument ? tdg_json_string : tdg_json_token)(json, info->name, value);
}

static void write_options(struct tdg_json *json, const struct tdg_options *options)
{
    tdg_json_open(json, "options", '{');
    for (size_t i = 0; i < tdg_option_count(); i++)
        if (tdg_option_info(i)->recorded)
            write_option(json, options, tdg_option_info(i));
    tdg_json_close(json, '}');
}

static void write_tallies(struct tdg_json *json, const char *key, const struct tdg_tally *tallies,
                          size_t count)
{
    tdg_json_open(json, key, '{');
    for (size_t i = 0; i < count; i++)
        tdg_json_count(json, tallies[i].name, tallies[i].articles);
    tdg_json_close(json, '}');
}

static void write_columns(struct tdg_json *json, const struct tdg_corpus_view *corpus)
{
    if (!corpus->column_count)
        return;
    tdg_json_open(json, "columns", '[');
    for (size_t i = 0; i < corpus->column_count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "place", tdg_column_place_name(corpus->columns[i].place));
        tdg_json_string(json, "words", corpus->columns[i].words);
        tdg_json_count(json, "articles", corpus->columns[i].articles);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
    tdg_json_count(json, "column_titles", corpus->column_titles);
}

static void write_corpus(struct tdg_json *json, const struct tdg_corpus_view *corpus)
{
    tdg_json_open(json, "corpus", '{');
    tdg_json_count(json, "articles", corpus->articles);
    tdg_json_count(json, "copies", corpus->copies);
    tdg_json_count(json, "skipped", corpus->skipped);
    tdg_json_count(json, "undated", corpus->undated);
    if (corpus->strays)
        tdg_json_count(json, "stray_dates", corpus->strays);
    tdg_json_time(json, "first", corpus->first);
    tdg_json_time(json, "last", corpus->last);
    write_tallies(json, "languages", corpus->languages, corpus->language_count);
    write_tallies(json, "sources", corpus->sources, corpus->source_count);
    tdg_json_count(json, "terms", corpus->terms);
    tdg_json_count(json, "unplaced", corpus->unplaced);
    tdg_json_count(json, "links", corpus->links);
    write_columns(json, corpus);
    if (corpus->left_out)
        tdg_json_count(json, "left_out", corpus->left_out);
    tdg_json_close(json, '}');
}

static void write_periods(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    tdg_json_open(json, "periods", '[');
    for (size_t i = 0; i < tdg_analysis_period_count(analysis); i++) {
        const struct tdg_period_view *period = tdg_analysis_period(analysis, i);
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "id", period->id);
        tdg_json_string(json, "start", period->start);
        tdg_json_string(json, "end", period->end);
        tdg_json_count(json, "articles", period->articles);
        tdg_json_count(json, "originals", period->originals);
        tdg_json_token(json, "partial", period->partial ? "true" : "false");
        tdg_json_token(json, "gap", period->gap ? "true" : "false");
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_series(struct tdg_json *json, const struct tdg_analysis *analysis,
                         const struct tdg_theme_view *theme)
{
    tdg_json_open(json, "series", '[');
    for (size_t i = 0; i < tdg_analysis_period_count(analysis); i++) {
        const struct tdg_point_view *point = &theme->series[i];
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "period", tdg_analysis_period(analysis, i)->id);
        tdg_json_count(json, "articles", point->articles);
        tdg_json_count(json, "originals", point->originals);
        tdg_json_number(json, "share", point->share);
        tdg_json_number(json, "low", point->low);
        tdg_json_number(json, "high", point->high);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_trend(struct tdg_json *json, const struct tdg_analysis *analysis,
                        const struct tdg_trend_view *trend)
{
    const struct tdg_period_view *since = tdg_analysis_period(analysis, trend->since);
    tdg_json_open_line(json, "trend", '{');
    tdg_json_string(json, "direction", tdg_direction_name(trend->direction));
    tdg_json_number(json, "per_period", trend->per_period);
    tdg_json_number(json, "p", trend->p);
    tdg_json_number(json, "q", trend->q);
    tdg_json_string(json, "since", since ? since->id : NULL);
    tdg_json_number(json, "direction_q", trend->direction_q);
    tdg_json_close(json, '}');
}

static void write_change(struct tdg_json *json, const struct tdg_analysis *analysis,
                         const struct tdg_change_view *change)
{
    const struct tdg_period_view *period = tdg_analysis_period(analysis, change->period);
    if (!period) {
        tdg_json_token(json, "change", "null");
        return;
    }
    tdg_json_open_line(json, "change", '{');
    tdg_json_string(json, "period", period->id);
    tdg_json_number(json, "share", change->share);
    tdg_json_number(json, "baseline", change->baseline);
    tdg_json_close(json, '}');
}

static void write_sources(struct tdg_json *json, const struct tdg_theme_view *theme)
{
    tdg_json_open(json, "sources", '[');
    for (size_t i = 0; i < theme->source_count; i++) {
        const struct tdg_theme_source_view *source = &theme->sources[i];
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "source", source->source);
        tdg_json_count(json, "articles", source->articles);
        tdg_json_count(json, "originals", source->originals);
        tdg_json_number(json, "share", source->share);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_theme(struct tdg_json *json, const struct tdg_analysis *analysis,
                        const struct tdg_theme_view *theme)
{
    tdg_json_open(json, NULL, '{');
    tdg_json_string(json, "id", theme->id);
    tdg_json_string(json, "label", theme->label);
    tdg_json_known(json, "name", theme->name);
    tdg_json_known(json, "topic_code", theme->topic_code);
    tdg_json_known(json, "parent", theme->parent);
    tdg_json_count(json, "articles", theme->articles);
    tdg_json_count(json, "originals", theme->originals);
    tdg_json_number(json, "share", theme->share);
    tdg_write_json_terms(json, theme->terms, theme->term_count, false);
    tdg_json_number(json, "coherence", theme->coherence);
    tdg_write_json_ids(json, "representatives", analysis, theme->representatives,
                       theme->representative_count);
    tdg_json_string(json, "status", tdg_theme_status_name(theme->status));
    write_series(json, analysis, theme);
    write_trend(json, analysis, &theme->trend);
    write_change(json, analysis, &theme->change);
    tdg_json_number(json, "stability", theme->stability);
    tdg_json_token(json, "seeded", theme->seeded ? "true" : "false");
    tdg_write_json_reach(json, &theme->reach);
    write_sources(json, theme);
    tdg_json_number(json, "cohesion", theme->cohesion);
    tdg_json_token(json, "mixed", theme->mixed ? "true" : "false");
    tdg_json_close(json, '}');
}

static void write_parent(struct tdg_json *json, const struct tdg_parent_view *parent)
{
    tdg_json_open(json, NULL, '{');
    tdg_json_string(json, "id", parent->id);
    tdg_json_string(json, "label", parent->label);
    tdg_json_known(json, "name", parent->name);
    tdg_json_known(json, "topic_code", parent->topic_code);
    tdg_json_count(json, "themes", parent->themes);
    tdg_json_count(json, "articles", parent->articles);
    tdg_json_count(json, "originals", parent->originals);
    tdg_json_number(json, "share", parent->share);
    tdg_write_json_terms(json, parent->terms, parent->term_count, false);
    tdg_json_close(json, '}');
}

static void write_parents(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    tdg_json_open(json, "parents", '[');
    for (size_t i = 0; i < tdg_analysis_parent_count(analysis); i++)
        write_parent(json, tdg_analysis_parent(analysis, i));
    tdg_json_close(json, ']');
}

static void write_choice(struct tdg_json *json, const struct tdg_choice_view *choice)
{
    tdg_json_open(json, "choice", '{');
    tdg_json_count(json, "themes", choice->themes);
    tdg_json_token(json, "given", choice->given ? "true" : "false");
    tdg_json_known(json, "reason", choice->reason);
    tdg_json_known(json, "detail", choice->detail);
    tdg_json_number(json, "resolution", choice->resolution);
    tdg_json_count(json, "coarse", choice->coarse);
    tdg_json_open(json, "curve", '[');
    for (size_t i = 0; i < choice->curve_count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_count(json, "themes", choice->curve[i].themes);
        tdg_json_number(json, "modularity", choice->curve[i].modularity);
        tdg_json_number(json, "resolved", choice->curve[i].resolved);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
    tdg_json_close(json, '}');
}

static void write_head(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    tdg_json_string(json, "format", "tidings-analysis");
    tdg_json_count(json, "version", 1);
    tdg_json_open_line(json, "tool", '{');
    tdg_json_string(json, "name", "tidings");
    tdg_json_string(json, "version", tdg_version());
    if (corpus->word_vectors)
        tdg_json_string(json, "word_vectors", corpus->word_vectors);
    tdg_json_close(json, '}');
    write_options(json, tdg_analysis_options(analysis));
    tdg_json_open_line(json, "input", '{');
    tdg_json_string(json, "fingerprint", corpus->fingerprint);
    tdg_json_close(json, '}');
    write_corpus(json, corpus);
}

static void write_null(struct tdg_json *json, const struct tdg_null_view *null)
{
    if (!null->runs) {
        tdg_json_token(json, "null", "null");
        return;
    }
    tdg_json_open_line(json, "null", '{');
    tdg_json_count(json, "runs", null->runs);
    tdg_json_count(json, "runs_with", null->runs_with);
    tdg_json_count(json, "findings", null->findings);
    tdg_json_count(json, "block", null->block);
    tdg_json_number(json, "low", null->low);
    tdg_json_number(json, "high", null->high);
    tdg_json_close(json, '}');
}

static void write_within(struct tdg_json *json, const struct tdg_within_view *within)
{
    if (!*within->id) {
        tdg_json_token(json, "within", "null");
        return;
    }
    tdg_json_open_line(json, "within", '{');
    tdg_json_string(json, "id", within->id);
    tdg_json_string(json, "label", within->label);
    tdg_json_known(json, "name", within->name);
    tdg_json_count(json, "articles", within->articles);
    tdg_json_close(json, '}');
}

void tdg_write_json_analysis(struct tdg_json *json, const struct tdg_analysis *analysis,
                             const bool *kept)
{
    tdg_json_open(json, NULL, '{');
    write_head(json, analysis);
    write_periods(json, analysis);
    tdg_json_open(json, "themes", '[');
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++)
        write_theme(json, analysis, tdg_analysis_theme(analysis, i));
    tdg_json_close(json, ']');
    tdg_write_json_stories(json, analysis, kept);
    tdg_write_json_findings(json, analysis);
    write_parents(json, analysis);
    write_choice(json, tdg_analysis_choice(analysis));
    write_null(json, tdg_analysis_null(analysis));
    tdg_write_json_latest(json, analysis);
    tdg_json_open(json, "muted", '[');
    for (size_t i = 0; i < tdg_analysis_mute_count(analysis); i++) {
        const struct tdg_mute_view *mute = tdg_analysis_mute(analysis, i);
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "kind", tdg_mute_name(mute->kind));
        tdg_json_string(json, "text", mute->text);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
    if (!json->in_page) /* where the articles have a block of their own */
        tdg_write_json_articles(json, analysis);
    write_within(json, tdg_analysis_within(analysis));
    tdg_json_close(json, '}');
}

int tdg_write_json(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    (void)error;
    struct tdg_json json = {.stream = stream};
    tdg_write_json_analysis(&json, analysis, NULL);
    return TDG_OK;
}
