// SPDX-License-Identifier: GPL-3.0-or-later
/* From what the stages found to the views that people and programs see. */
#include "view/assemble.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/types.h>
#include <tidings/version.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/hash.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "input/input.h"
#include "label/label.h"
#include "label/subjects.h"
#include "phrasing/title.h"
#include "phrasing/understood.h"
#include "pipeline/ids.h"
#include "pipeline/tally.h"
#include "pipeline/theme_names.h"
#include "pipeline/unplaced.h"
#include "series/trends.h"
#include "text/text.h"
#include "view/choice.h"
#include "view/entities.h"
#include "view/event_entities.h"
#include "view/in_the_news.h"
#include "view/latest.h"
#include "view/parents.h"
#include "view/result.h"
#include "view/stories.h"
#include "view/theme_sources.h"
#include "view/why.h"

static const char *language_name(const void *context, size_t index)
{
    return ((const struct tdg_articles *)context)->items[index].language;
}

static const char *source_name(const void *context, size_t index)
{
    return ((const struct tdg_articles *)context)->items[index].source;
}

static void count_articles(struct tdg_corpus_view *corpus, const struct tdg_run *run)
{
    corpus->first = corpus->last = TDG_NO_DATE;
    for (size_t i = 0; i < run->articles.count; i++) {
        int64_t published = run->articles.items[i].published;
        corpus->copies += run->copy_of[i] != TDG_NONE;
        corpus->unplaced += run->grouping.group[i] == TDG_NONE;
        corpus->undated += published == TDG_NO_DATE;
        if (published == TDG_NO_DATE)
            continue;
        if (corpus->first == TDG_NO_DATE)
            corpus->first = published;
        corpus->last = published;
    }
}

static const char *words_of(const struct tdg_recurring_column *column,
                            const struct tdg_streams *streams, struct tdg_arena *arena)
{
    struct tdg_buffer text = {0};
    for (uint32_t i = 0; i < column->words; i++) {
        if (i)
            tdg_buffer_char(&text, ' ');
        tdg_buffer_string(&text, streams->surface[column->term[i]]);
    }
    const char *words = text.failed ? NULL : tdg_arena_string(arena, text.text);
    tdg_buffer_done(&text);
    return words;
}

static int view_columns(struct tdg_corpus_view *corpus, struct tdg_analysis *analysis,
                        const struct tdg_streams *streams)
{
    const struct tdg_recurring_columns *recurring = &streams->recurring;
    if (!recurring->count)
        return TDG_OK;
    struct tdg_column_view *columns =
        tdg_arena_alloc(&analysis->arena, recurring->count * sizeof *columns);
    for (size_t i = 0; columns && i < recurring->count; i++) {
        const struct tdg_recurring_column *column = &recurring->items[i];
        columns[i] = (struct tdg_column_view){
            .place = column->place == TDG_TITLE_START ? TDG_COLUMN_START : TDG_COLUMN_END,
            .words = words_of(column, streams, &analysis->arena),
            .articles = column->articles,
        };
        if (!columns[i].words)
            return TDG_ENOMEM;
    }
    corpus->columns = columns;
    corpus->column_count = recurring->count;
    corpus->column_titles = recurring->titles;
    return columns ? TDG_OK : TDG_ENOMEM;
}

static const char *text_of_reading(const struct tdg_what_was_read *read, struct tdg_arena *arena)
{
    struct tdg_buffer text = {0};
    tdg_read_text(&text, read);
    const char *understood =
        text.failed ? NULL : tdg_arena_string(arena, text.text ? text.text : "");
    tdg_buffer_done(&text);
    return understood;
}

static int view_corpus(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    struct tdg_corpus_view *corpus = &analysis->corpus;
    const struct tdg_articles *articles = &run->articles;
    corpus->articles = articles->count;
    corpus->skipped = articles->skipped;
    corpus->left_out = articles->left_out;
    corpus->strays = articles->strays;
    corpus->understood = text_of_reading(&articles->read, &analysis->arena);
    if (!corpus->understood)
        return TDG_ENOMEM;
    corpus->terms = run->vocabulary.columns;
    corpus->links = run->graph.begin ? run->graph.begin[run->graph.rows] / 2 : 0;
    corpus->word_vectors = run->meaning.columns ? tdg_word_vectors() : NULL;
    count_articles(corpus, run);
    char fingerprint[TDG_DIGEST_TEXT];
    tdg_digest_text(&run->digest, fingerprint);
    corpus->fingerprint = tdg_arena_string(&analysis->arena, fingerprint);
    if (!corpus->fingerprint)
        return TDG_ENOMEM;
    int status = view_columns(corpus, analysis, &run->streams);
    if (!status)
        status = tdg_tally_names(&corpus->languages, &corpus->language_count, articles->count,
                                 language_name, articles, &analysis->arena);
    if (!status)
        status = tdg_tally_names(&corpus->sources, &corpus->source_count, articles->count,
                                 source_name, articles, &analysis->arena);
    return status;
}

static struct tdg_article_view view_article(struct tdg_analysis *analysis,
                                            const struct tdg_run *run, size_t row)
{
    struct tdg_arena *arena = &analysis->arena;
    const uint32_t *period_of = analysis->trends.period_of;
    const struct tdg_article *article = &run->articles.items[row];
    const struct tdg_grouping *grouping = &run->grouping;
    bool placed = grouping->group[row] != TDG_NONE;
    size_t words = 0;
    enum tdg_unplaced why = placed ? TDG_UNPLACED_HIDDEN : tdg_why_unplaced(&words, run, row);
    return (struct tdg_article_view){
        .id = article->id,
        .title = article->title,
        .source = article->source,
        .url = article->url,
        .language = article->language,
        .published = article->published,
        .theme = grouping->group[row],
        .weight = placed ? grouping->weight[row] : 0,
        .second_theme = grouping->second[row],
        .second_weight = grouping->second_weight[row],
        .story = run->stories.story[row],
        .event = run->events.event[row],
        .copy_of = run->copy_of[row],
        .reason = placed ? "" : tdg_unplaced_text(arena, why, words),
        .headline = article->headline,
        .period = period_of ? period_of[row] : TDG_NONE,
    };
}

static int view_articles(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    size_t count = run->articles.count;
    analysis->articles = tdg_alloc(count, sizeof *analysis->articles);
    bool good = analysis->articles;
    for (size_t i = 0; good && i < count; i++) {
        analysis->articles[i] = view_article(analysis, run, i);
        good = analysis->articles[i].reason;
    }
    return good ? TDG_OK : TDG_ENOMEM;
}

static void count_members(struct tdg_analysis *analysis)
{
    size_t placed = 0;
    for (size_t i = 0; i < analysis->corpus.articles; i++) {
        const struct tdg_article_view *article = &analysis->articles[i];
        if (article->theme == TDG_NONE)
            continue;
        bool original = article->copy_of == TDG_NONE;
        analysis->themes[article->theme].articles++;
        analysis->themes[article->theme].originals += original;
        placed += original;
    }
    for (size_t i = 0; i < analysis->theme_count; i++)
        analysis->themes[i].share =
            placed ? (double)analysis->themes[i].originals / (double)placed : 0;
}

static int name_theme(struct tdg_analysis *analysis, const struct tdg_run *run, size_t index)
{
    struct tdg_theme_view *theme = &analysis->themes[index];
    theme->id = tdg_view_id(run->within.id, 'T', index, &analysis->arena);
    theme->parent = "";
    theme->seeded = tdg_seed_topic_of(run, index) != NULL;
    int status = theme->id ? tdg_name_theme(&theme->label, &theme->name, run, &analysis->labels,
                                            index, &analysis->arena)
                           : TDG_ENOMEM;
    if (!status)
        theme->topic_code = tdg_arena_string(
            &analysis->arena, tdg_subjects_code(run->settings.subjects, theme->name));
    return !status && !theme->topic_code ? TDG_ENOMEM : status;
}

static void view_theme(struct tdg_analysis *analysis, const struct tdg_run *run, size_t index)
{
    const double *stability = run->grouping.stability, *cohesion = run->grouping.cohesion;
    struct tdg_theme_view *theme = &analysis->themes[index];
    const struct tdg_label *label = &analysis->labels.items[index];
    const struct tdg_trends *trends = &analysis->trends;
    theme->terms = label->terms;
    theme->term_count = label->term_count;
    theme->coherence = label->coherence;
    theme->stability = stability ? stability[index] : (double)NAN;
    theme->cohesion = cohesion ? cohesion[index] : (double)NAN;
    theme->mixed = run->mixed && run->mixed[index];
    theme->representatives = label->representatives;
    theme->representative_count = label->representative_count;
    theme->series = trends->points ? trends->points + index * trends->period_count : NULL;
    theme->trend = trends->trends[index];
    theme->change = trends->changes[index];
    theme->status = trends->statuses[index];
}

static int view_themes(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    analysis->theme_count = run->grouping.groups;
    analysis->themes = tdg_alloc(analysis->theme_count, sizeof *analysis->themes);
    int status =
        analysis->themes ? tdg_keep_terms(&analysis->labels, &analysis->arena) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < analysis->theme_count; i++) {
        status = name_theme(analysis, run, i);
        view_theme(analysis, run, i);
    }
    if (!status)
        count_members(analysis);
    return status;
}

static int view_mutes(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    const struct tdg_mutes *mutes = &run->settings.mutes;
    analysis->muted =
        tdg_arena_alloc(&analysis->arena, (mutes->count + 1) * sizeof *analysis->muted);
    if (!analysis->muted)
        return TDG_ENOMEM;
    for (size_t i = 0; i < mutes->count; i++) {
        struct tdg_mute_view *view = &analysis->muted[analysis->muted_count++];
        *view = (struct tdg_mute_view){
            mutes->items[i].kind,
            tdg_arena_string(&analysis->arena, mutes->items[i].text),
        };
        if (!view->text)
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

static void take_over(struct tdg_analysis *analysis, struct tdg_run *run)
{
    analysis->options = run->options;
    analysis->labels = run->labels;
    analysis->parent_labels = run->parent_labels;
    analysis->trends = run->trends;
    tdg_arena_adopt(&analysis->facts, &run->articles.facts);
    run->options = NULL;
    run->labels = run->parent_labels = (struct tdg_labels){0};
    run->trends = (struct tdg_trends){0};
}

/* The strings of the run live with the facts of the articles, which were taken over. */
static int view_within(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    const struct tdg_within *within = &run->within;
    if (!within->id)
        return TDG_OK;
    struct tdg_buffer title = {0};
    tdg_buffer_format(&title, "%s ", within->id);
    tdg_title_text(&title, within->name, within->label);
    analysis->within = (struct tdg_within_view){
        .id = within->id,
        .label = within->label,
        .name = within->name,
        .title = title.failed ? NULL : tdg_arena_string(&analysis->arena, title.text),
        .articles = within->articles,
    };
    tdg_buffer_done(&title);
    return analysis->within.title ? TDG_OK : TDG_ENOMEM;
}

int tdg_assemble(struct tdg_analysis **analysis, struct tdg_run *run)
{
    struct tdg_analysis *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(run->error);
    take_over(made, run);
    int status = view_corpus(made, run);
    if (!status)
        status = view_within(made, run);
    if (!status)
        status = view_mutes(made, run);
    if (!status)
        status = view_articles(made, run);
    if (!status)
        status = view_themes(made, run);
    if (!status)
        status = tdg_view_theme_sources(made);
    if (!status)
        status = tdg_view_parents(made, run);
    if (!status)
        status = tdg_view_choice(made, run);
    if (!status)
        status = tdg_view_whys(made, run);
    if (!status)
        status = tdg_view_stories(made, run);
    if (!status)
        status = tdg_view_entities(made, run);
    if (!status)
        status = tdg_view_event_entities(made, run);
    if (!status)
        status = tdg_view_latest(made, run);
    if (!status)
        status = tdg_view_in_the_news(made, run);
    if (status) {
        tdg_analysis_free(made);
        return tdg_fail_memory(run->error);
    }
    *analysis = made;
    return TDG_OK;
}
