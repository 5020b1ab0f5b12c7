// SPDX-License-Identifier: GPL-3.0-or-later
/* The way of an article, in one screenful: each step fills in the next fields of the run. */
#include "pipeline/steps.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/headline.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/progress.h"
#include "clean/clean.h"
#include "cluster/cluster.h"
#include "cluster/grouping.h"
#include "cluster/stability.h"
#include "dedup/copies.h"
#include "input/input.h"
#include "input/read.h"
#include "label/label.h"
#include "label/label_groups.h"
#include "name/build.h"
#include "phrasing/understood.h"
#include "pipeline/dates.h"
#include "pipeline/events.h"
#include "pipeline/lifecycle.h"
#include "pipeline/mixed.h"
#include "pipeline/mute.h"
#include "pipeline/parents.h"
#include "pipeline/preset_groups.h"
#include "pipeline/seed_topics.h"
#include "series/build.h"
#include "series/trends.h"
#include "text/recurring.h"
#include "text/sorted.h"
#include "text/streams.h"
#include "vector/counts.h"
#include "vector/graph.h"
#include "vector/latent.h"
#include "vector/matrix.h"
#include "vector/meaning.h"
#include "vector/nearest.h"
#include "vector/smooth.h"
#include "vector/vector.h"
#include "vector/vocabulary.h"
#include "vector/weighting.h"

static int say_what_was_read(struct tdg_run *run)
{
    struct tdg_buffer text = {0};
    tdg_read_text(&text, &run->articles.read);
    int status = text.failed ? tdg_fail_memory(run->error) : TDG_OK;
    if (text.text && !status)
        tdg_notice(run->monitor, TDG_NOTICE_UNDERSTOOD, NULL, 0, "%s", text.text);
    tdg_buffer_done(&text);
    return status;
}

static int read_articles(struct tdg_run *run)
{
    int status = tdg_read(&run->articles, run->inputs, run->input_count, &run->settings.read,
                          run->monitor, run->error);
    if (!status)
        status = say_what_was_read(run);
    if (!status)
        status = tdg_run_check_dates(run);
    if (!status)
        status = tdg_run_order(run);
    if (!status && run->articles.count == 0)
        status = tdg_fail(run->error, TDG_EEMPTY, "no articles in the input");
    return status;
}

static int clean(struct tdg_run *run)
{
    struct tdg_clean_options options = {.language = run->settings.language};
    int status = tdg_clean(&run->articles, &options, run->workers, run->monitor, run->error);
    if (!status && run->settings.text.sorted)
        status = tdg_bodies_sort(&run->articles, run->workers, run->error);
    return status;
}

static int find_copies(struct tdg_run *run)
{
    run->copy_of = tdg_alloc(run->articles.count, sizeof *run->copy_of);
    if (!run->copy_of)
        return tdg_fail_memory(run->error);
    return tdg_find_copies(&run->articles, run->copy_of, &run->settings.copies, run->workers,
                           run->error);
}

static int find_headlines(struct tdg_run *run)
{
    for (size_t i = 0; i < run->articles.count; i++) {
        struct tdg_article *article = &run->articles.items[i];
        struct tdg_headline_facts facts = {
            .title = article->title,
            .text = run->settings.text.sorted ? NULL : article->body,
            .source = article->source,
            .id = article->id,
            .published = article->published,
        };
        article->headline = tdg_headline(&facts, &run->articles.facts);
        if (!article->headline)
            return tdg_fail_memory(run->error);
    }
    return TDG_OK;
}

static int cut_into_terms(struct tdg_run *run)
{
    int status = find_headlines(run);
    if (!status && run->settings.names)
        status = tdg_names_build(&run->names, &run->articles, run->workers, run->error);
    if (!status)
        status = tdg_streams_build(&run->streams, &run->articles, &run->settings.text, run->workers,
                                   run->monitor, run->error);
    if (!status)
        tdg_arena_done(&run->articles.bodies);
    for (size_t i = 0; !status && i < run->articles.count; i++)
        run->articles.items[i].body = "";
    return status;
}

static int make_vectors(struct tdg_run *run)
{
    int status = TDG_OK;
    if (run->settings.recurring &&
        tdg_recurring_columns_find(&run->streams, run->published, run->copy_of))
        status = tdg_fail_memory(run->error);
    if (!status)
        status = tdg_vocabulary_build(&run->vocabulary, &run->streams, run->copy_of,
                                      &run->settings.vector, run->error);
    if (!status)
        status = tdg_counts_build(&run->counts, &run->streams, &run->vocabulary, run->workers,
                                  run->error);
    if (!status)
        status = tdg_weigh(&run->rows, &run->counts, &run->vocabulary, &run->settings.vector,
                           run->workers, run->error);
    return status ? status : tdg_run_mute(run);
}

static int find_meaning(struct tdg_run *run)
{
    bool *english = tdg_alloc(run->articles.count, sizeof *english);
    if (!english)
        return tdg_fail_memory(run->error);
    for (size_t i = 0; i < run->articles.count; i++)
        english[i] = strcmp(run->articles.items[i].language, "en") == 0;
    struct tdg_meaning_input input = {
        .rows = &run->rows,
        .vocabulary = &run->vocabulary,
        .streams = &run->streams,
        .copy_of = run->copy_of,
        .english = english,
    };
    int status = tdg_meaning_build(&run->meaning, &input, run->workers, run->error);
    free(english);
    return status;
}

/* Stories are held together by words, themes also by what they mean. */
static int link_by_meaning(struct tdg_run *run)
{
    struct tdg_matrix mixed = {0};
    int status = tdg_nearest_find_mixed(&run->nearest, &mixed, &run->rows, &run->meaning,
                                        run->copy_of, run->published, &run->settings.neighbours,
                                        run->workers, run->monitor, run->error);
    if (!status)
        status = tdg_graph_build(&run->graph, &mixed, run->error);
    tdg_matrix_done(&mixed);
    return status;
}

static int link_neighbours(struct tdg_run *run)
{
    bool wanted = !*run->settings.themes_from;
    int status = wanted && run->settings.word_vectors ? find_meaning(run) : TDG_OK;
    if (status)
        return status;
    if (run->meaning.columns)
        return link_by_meaning(run);
    status = tdg_nearest_find(&run->nearest, &run->rows, run->copy_of, run->published,
                              &run->settings.neighbours, run->workers, run->monitor, run->error);
    if (!status && wanted)
        status = tdg_graph_build(&run->graph, &run->nearest, run->error);
    return status;
}

/* Articles that are compared by their meaning are all a little alike, which makes the graph denser
 * and modularity find fewer groups: 26 instead of 42 in 119,678 headlines. At one and a half times
 * the resolution there are as many as words alone make. */
static double finer(const struct tdg_meaning *meaning)
{
    enum { PERCENT = 100 };
    return meaning->columns ? round((1 + meaning->part / 2) * PERCENT) / PERCENT : 1;
}

/* The groups of the rows in `latent` and `smoothed`, and how stable they are. */
static int group_rows(struct tdg_run *run, const struct tdg_dense *latent,
                      const struct tdg_dense *smoothed)
{
    struct tdg_cluster_seeds seeds = {(uint32_t)run->settings.topics.count, run->seeds.begin,
                                      run->seeds.column};
    struct tdg_cluster_input input = {
        .counts = &run->counts,
        .graph = &run->graph,
        .latent = latent,
        .smoothed = smoothed,
        .copy_of = run->copy_of,
        .seeds = seeds.subjects ? &seeds : NULL,
        .known = run->known,
    };
    struct tdg_cluster_options options = run->settings.cluster;
    if (options.resolution > 1)
        options.resolution *= finer(&run->meaning);
    int status =
        tdg_cluster(&run->grouping, &input, &options, run->workers, run->monitor, run->error);
    if (!status)
        status = tdg_cluster_stability(&run->grouping, &input, &options, &run->settings.stability,
                                       run->workers, run->monitor, run->error);
    if (!status)
        tdg_seeds_tell_unused(run);
    return status;
}

static int find_themes(struct tdg_run *run)
{
    if (*run->settings.themes_from)
        return tdg_group_by_field(&run->grouping, &run->preset_names, &run->articles,
                                  run->settings.themes_from, run->error);
    struct tdg_dense latent = {0}, smoothed = {0};
    struct tdg_latent_options options = run->settings.latent;
    options.rank -= run->meaning.columns; /* it takes the place of the last ones */
    int status = tdg_latent_build(&latent, &run->rows, run->copy_of, &options, run->workers,
                                  run->monitor, run->error);
    if (!status && run->meaning.columns)
        status = tdg_meaning_join(&latent, &run->meaning, run->error);
    if (!status)
        status = tdg_smooth(&smoothed, &latent, &run->graph, &run->rows, &run->settings.smooth,
                            run->workers, run->error);
    if (!status)
        status = tdg_seeds_find(run);
    if (!status)
        status = group_rows(run, &latent, &smoothed);
    tdg_dense_done(&latent);
    tdg_dense_done(&smoothed);
    return status;
}

static int label(struct tdg_labels *labels, const struct tdg_grouping *grouping,
                 struct tdg_run *run, bool muted)
{
    const char **titles = tdg_alloc(run->articles.count, sizeof *titles);
    if (!titles)
        return tdg_fail_memory(run->error);
    for (size_t i = 0; i < run->articles.count; i++)
        titles[i] = run->articles.items[i].title;
    struct tdg_label_input input = {
        .grouping = grouping,
        .counts = muted ? tdg_run_shown(run) : &run->counts,
        .vocabulary = &run->vocabulary,
        .streams = &run->streams,
        .copy_of = run->copy_of,
        .titles = titles,
        .muting = muted ? run->muted.rules : NULL,
        .muted = muted ? run->muted.article : NULL,
    };
    int status = tdg_label_groups(labels, &input, &run->settings.label, run->workers, run->error);
    free(titles);
    return status;
}

/* Which themes are mixed is told by all of their terms, whatever may be shown of them. */
static int label_themes(struct tdg_run *run)
{
    int status = label(&run->labels, &run->grouping, run, false);
    if (!status)
        status = tdg_find_mixed(run);
    if (!status && run->muted.rules) {
        tdg_labels_done(&run->labels);
        status = label(&run->labels, &run->grouping, run, true);
    }
    if (!status)
        status = tdg_name_mixed(run);
    if (!status)
        status = tdg_fail_status(run->error, tdg_group_by_parents(&run->parents, &run->grouping));
    if (!status && run->parents.groups)
        status = label(&run->parent_labels, &run->parents, run, true);
    if (!status && run->parents.groups)
        tdg_parents_unname(run);
    return status;
}

/* How a sentence calls a theme: by its name, else by its terms in quotation marks. */
static const char *title_of(struct tdg_labels *labels, uint32_t group)
{
    const struct tdg_label *label = &labels->items[group];
    struct tdg_buffer title = {0};
    if (*label->name)
        return label->name;
    tdg_buffer_format(&title, "“%s”", label->text);
    const char *kept = title.failed ? NULL : tdg_arena_string(&labels->arena, title.text);
    tdg_buffer_done(&title);
    return kept;
}

/* [groups], to be freed; NULL when out of memory. `given`: the names that they have already, or
 * NULL. */
static const char **titles_of(struct tdg_labels *labels, uint32_t groups, const char **given)
{
    const char **titles = tdg_alloc(groups, sizeof *titles);
    for (uint32_t g = 0; titles && g < groups; g++) {
        titles[g] = given ? given[g] : title_of(labels, g);
        if (!titles[g]) {
            free(titles);
            return NULL;
        }
    }
    return titles;
}

/* The sources of the articles as numbers, in the order in which they come; [articles], to be freed.
 */
static int number_sources(uint32_t **source, uint32_t *sources, const struct tdg_articles *articles)
{
    struct tdg_intern names = {0};
    uint32_t *numbers = tdg_alloc(articles->count, sizeof *numbers);
    int status = numbers ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < articles->count; i++) {
        const char *name = articles->items[i].source;
        numbers[i] = *name ? tdg_intern(&names, name, strlen(name)) : TDG_NONE;
        if (*name && numbers[i] == TDG_NONE)
            status = TDG_ENOMEM;
    }
    *source = numbers;
    *sources = (uint32_t)names.count;
    tdg_intern_done(&names);
    return status;
}

static int follow_trends(struct tdg_run *run)
{
    const struct tdg_grouping *grouping = &run->grouping;
    uint32_t parents = run->parents.groups;
    const char **names = titles_of(&run->labels, grouping->groups, run->preset_names);
    const char **parent_names = titles_of(&run->parent_labels, parents, NULL);
    uint32_t *source = NULL, sources = 0;
    int status = names && parent_names && !number_sources(&source, &sources, &run->articles)
                     ? TDG_OK
                     : tdg_fail_memory(run->error);
    struct tdg_trend_input input = {
        .articles = run->articles.count,
        .published = run->published,
        .group = grouping->group,
        .copy_of = run->copy_of,
        .groups = grouping->groups,
        .source = source,
        .sources = sources,
        .parents = parents,
        .parent = parents ? grouping->parent : NULL,
        .mixed = run->mixed,
        .weight = grouping->weight,
        .names = names,
        .parent_names = parent_names,
        .counts = tdg_run_shown(run),
        .vocabulary = &run->vocabulary,
        .streams = &run->streams,
        .muted = run->muted.article,
        .muted_term = run->muted.term,
    };
    if (!status)
        status = tdg_trends_build(&run->trends, &input, &run->settings.trend, run->error);
    free(source);
    free(names);
    free(parent_names);
    return status;
}

/* What steps hand on. A run made by hand, as those of an archive are, may hold some of it already.
 */
enum {
    ARTICLES = 1 << 0,
    TIMES = 1 << 1,
    COPIES = 1 << 2,
    TERMS = 1 << 3,
    VECTORS = 1 << 4,
    NEIGHBOURS = 1 << 5,
    THEMES = 1 << 6,
    LABELS = 1 << 7,
    EVENTS = 1 << 8,
};

static unsigned made(const struct tdg_run *run)
{
    return (run->published || run->articles.items ? ARTICLES : 0U) | (run->published ? TIMES : 0U) |
           (run->copy_of ? COPIES : 0U) | (run->streams.begin ? TERMS : 0U) |
           (run->counts.begin && run->rows.begin ? VECTORS : 0U) |
           (run->nearest.begin ? NEIGHBOURS : 0U) | (run->grouping.group ? THEMES : 0U) |
           (run->labels.items ? LABELS : 0U) | (run->events.event ? EVENTS : 0U);
}

static const struct step {
    const char *name;
    int (*take)(struct tdg_run *run);
    unsigned needs, makes;
} steps[] = {
    [TDG_STEP_READ] = {"read", read_articles, 0, ARTICLES | TIMES},
    [TDG_STEP_CLEAN] = {"clean", clean, ARTICLES, 0},
    [TDG_STEP_COPIES] = {"copies", find_copies, ARTICLES, COPIES},
    [TDG_STEP_TERMS] = {"terms", cut_into_terms, ARTICLES, TERMS},
    [TDG_STEP_VECTORS] = {"vectors", make_vectors, TIMES | COPIES | TERMS, VECTORS},
    [TDG_STEP_NEIGHBOURS] = {"neighbours", link_neighbours, TIMES | COPIES | VECTORS, NEIGHBOURS},
    [TDG_STEP_THEMES] = {"themes", find_themes, ARTICLES | COPIES | VECTORS | NEIGHBOURS, THEMES},
    [TDG_STEP_LABELS] = {"labels", label_themes, COPIES | TERMS | VECTORS | THEMES, LABELS},
    [TDG_STEP_EVENTS] = {"events", tdg_run_find_events, TIMES | COPIES | TERMS | THEMES, EVENTS},
    [TDG_STEP_STORIES] = {"stories", tdg_run_find_stories,
                          TIMES | COPIES | TERMS | VECTORS | NEIGHBOURS | THEMES | EVENTS, 0},
    [TDG_STEP_TRENDS] = {"trends", follow_trends,
                         TIMES | COPIES | TERMS | VECTORS | THEMES | LABELS, 0},
};

static int take(struct tdg_run *run, const struct step *step)
{
    if (step->needs & ~made(run))
        return tdg_fail(run->error, TDG_EINVAL, "internal error: too early for the step “%s”",
                        step->name);
    int status = tdg_progress(run->monitor, step->name, 0, 0);
    if (!status)
        status = step->take(run);
    if (!status && step->makes & ~made(run))
        status = tdg_fail(run->error, TDG_EINVAL, "internal error: the step “%s” made nothing",
                          step->name);
    return status;
}

int tdg_run_steps(struct tdg_run *run, enum tdg_step first, enum tdg_step last)
{
    int status = TDG_OK;
    for (unsigned i = first; !status && i <= last; i++)
        status = take(run, &steps[i]);
    if (status == TDG_ECANCELED)
        tdg_fail(run->error, status, "%s", tdg_status_text(status));
    return status;
}
