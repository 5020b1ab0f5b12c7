// SPDX-License-Identifier: GPL-3.0-or-later
/* What a story is called and what sets it apart. */
#include "story/describe.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "text/text.h"
#include "text/variants.h"
#include "vector/vector.h"

/* A theme and its stories, in lists by the theme: the number after first[theme], 0 for none, is
 * followed by next[number - 1]. */
struct list {
    uint32_t *first; /* [groups] */
    uint32_t *next;
};

struct describing {
    const struct tdg_story_input *input;
    size_t wanted; /* terms */
    struct list stories, originals;
    uint32_t *group_articles; /* [columns of counts] originals of the theme that have each term … */
    size_t group_originals;   /* … of so many */
    uint32_t *story_articles; /* [columns of counts] scratch of zeros, left so */
    double *sum;              /* [columns of rows] scratch of zeros, left so */
};

static bool is_original(const struct describing *describing, uint32_t row)
{
    return describing->input->copy_of[row] == TDG_NONE;
}

static const struct tdg_matrix *shown_of(const struct describing *describing)
{
    const struct tdg_story_input *input = describing->input;
    return input->shown ? input->shown : input->counts;
}

static void add_row(double *sum, const struct tdg_matrix *rows, uint32_t row, double factor)
{
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++)
        sum[rows->column[at]] = factor * (sum[rows->column[at]] + (double)rows->weight[at]);
}

/* An article that says something in its title is a better headline than one that has none. */
static bool has_title(const struct tdg_streams *streams, uint32_t row)
{
    return streams->title_end[row] > streams->begin[row];
}

/* The original with the largest cosine with the sum of all; in a tie the first. What is muted adds
 * to the sum, but is nobody's headline. */
static uint32_t most_central(const struct tdg_story *story, const struct describing *describing)
{
    const struct tdg_story_input *input = describing->input;
    double *sum = describing->sum, most = 0;
    uint32_t best = TDG_NONE;
    bool titled = false;
    for (size_t i = 0; i < story->articles; i++)
        if (is_original(describing, story->members[i]))
            add_row(sum, input->rows, story->members[i], 1);
    for (size_t i = 0; i < story->articles; i++) {
        uint32_t row = story->members[i];
        if (!tdg_story_leads(input, row))
            continue;
        double dot = 0;
        for (size_t at = input->rows->begin[row]; at < input->rows->begin[row + 1]; at++)
            dot += (double)input->rows->weight[at] * sum[input->rows->column[at]];
        bool has = has_title(input->streams, row);
        if (best == TDG_NONE || (has && !titled) || (has == titled && dot > most)) {
            most = dot;
            best = row;
            titled = has;
        }
    }
    for (size_t i = 0; i < story->articles; i++)
        add_row(sum, input->rows, story->members[i], 0);
    return best;
}

struct choice {
    uint32_t column;
    uint32_t articles;
    double weight;
};

/* Higher weight first, then the lower column. */
static bool is_better(const struct choice *a, const struct choice *b)
{
    if (a->weight > b->weight || a->weight < b->weight)
        return a->weight > b->weight;
    return a->column < b->column;
}

enum { CANDIDATES = 24 };

/* By insertion: nearly all fail at the first question. */
static void insert(struct choice best[CANDIDATES], size_t *count, struct choice choice)
{
    if (*count == CANDIDATES && !is_better(&choice, &best[CANDIDATES - 1]))
        return;
    size_t at = *count < CANDIDATES ? (*count)++ : CANDIDATES - 1;
    for (; at > 0 && is_better(&choice, &best[at - 1]); at--)
        best[at] = best[at - 1];
    best[at] = choice;
}

/* p log(p/q): p of the story's originals have the term, q of its theme's, which may have lost some
 * of them. */
static double weigh(const struct tdg_story *story, const struct describing *describing,
                    uint32_t column, uint32_t articles)
{
    double p = (double)articles / (double)story->originals;
    double q =
        fmax(describing->group_articles[column], articles) / (double)describing->group_originals;
    return p * log(p / q);
}

static const char *surface_of(const struct tdg_story *story, const struct describing *describing,
                              const struct choice *choice)
{
    const struct tdg_story_input *input = describing->input;
    return tdg_surface_among(input->streams, input->vocabulary->term[choice->column],
                             story->members, story->articles, choice->articles);
}

/* "supreme" and "supreme court" say one thing. */
static bool is_told(const struct tdg_story *story, const char *term)
{
    for (size_t i = 0; i < story->term_count; i++)
        if (strstr(story->terms[i].term, term) || strstr(term, story->terms[i].term))
            return true;
    return false;
}

static size_t choose(struct choice best[CANDIDATES], const struct tdg_story *story,
                     const struct describing *describing)
{
    const struct tdg_matrix *counts = shown_of(describing);
    size_t count = 0;
    for (size_t i = 0; i < story->articles; i++)
        for (size_t at = counts->begin[story->members[i]];
             is_original(describing, story->members[i]) &&
             at < counts->begin[story->members[i] + 1];
             at++)
            describing->story_articles[counts->column[at]]++;
    for (size_t i = 0; i < story->articles; i++)
        for (size_t at = counts->begin[story->members[i]];
             at < counts->begin[story->members[i] + 1]; at++) {
            uint32_t column = counts->column[at];
            uint32_t articles = describing->story_articles[column];
            describing->story_articles[column] = 0;
            if (articles)
                insert(
                    best, &count,
                    (struct choice){column, articles, weigh(story, describing, column, articles)});
        }
    return count;
}

static int describe(struct tdg_story *story, const struct describing *describing,
                    struct tdg_arena *arena)
{
    struct choice best[CANDIDATES];
    size_t count = choose(best, story, describing);
    struct tdg_term_view *terms = tdg_arena_alloc(arena, (describing->wanted + 1) * sizeof *terms);
    if (!terms)
        return TDG_ENOMEM;
    story->terms = terms;
    story->term_count = 0;
    for (size_t i = 0; i < count && story->term_count < describing->wanted; i++) {
        const char *term = surface_of(story, describing, &best[i]);
        if (best[i].weight > 0 && !is_told(story, term))
            terms[story->term_count++] =
                (struct tdg_term_view){term, best[i].weight, best[i].articles};
    }
    story->headline = most_central(story, describing);
    return TDG_OK;
}

static void put(struct list *list, uint32_t group, size_t item)
{
    list->next[item] = list->first[group];
    list->first[group] = (uint32_t)item + 1;
}

static int prepare(struct describing *describing, const struct tdg_stories *stories)
{
    const struct tdg_story_input *input = describing->input;
    uint32_t groups = input->grouping->groups;
    size_t rows = input->grouping->rows;
    describing->stories = (struct list){tdg_alloc(groups, sizeof(uint32_t)),
                                        tdg_alloc(stories->count, sizeof(uint32_t))};
    describing->originals =
        (struct list){tdg_alloc(groups, sizeof(uint32_t)), tdg_alloc(rows, sizeof(uint32_t))};
    describing->group_articles = tdg_alloc(input->counts->columns, sizeof(uint32_t));
    describing->story_articles = tdg_alloc(input->counts->columns, sizeof(uint32_t));
    describing->sum = tdg_alloc(input->rows->columns, sizeof *describing->sum);
    if (!describing->stories.first || !describing->stories.next || !describing->originals.first ||
        !describing->originals.next || !describing->group_articles || !describing->story_articles ||
        !describing->sum)
        return TDG_ENOMEM;
    for (size_t i = stories->count; i-- > 0;)
        put(&describing->stories, stories->items[i].group, i);
    for (size_t i = rows; i-- > 0;)
        if (is_original(describing, (uint32_t)i) && input->grouping->group[i] != TDG_NONE)
            put(&describing->originals, input->grouping->group[i], i);
    return TDG_OK;
}

static void describing_done(struct describing *describing)
{
    free(describing->stories.first);
    free(describing->stories.next);
    free(describing->originals.first);
    free(describing->originals.next);
    free(describing->group_articles);
    free(describing->story_articles);
    free(describing->sum);
}

/* Counted up before and down after its use. */
static void count_terms(struct describing *describing, uint32_t group, uint32_t step)
{
    const struct tdg_matrix *counts = shown_of(describing);
    for (uint32_t i = describing->originals.first[group]; i;
         i = describing->originals.next[i - 1]) {
        describing->group_originals += step == 1;
        for (size_t at = counts->begin[i - 1]; at < counts->begin[i]; at++)
            describing->group_articles[counts->column[at]] += step;
    }
}

int tdg_stories_describe(struct tdg_stories *stories, const struct tdg_story_input *input,
                         const struct tdg_story_options *options)
{
    struct describing describing = {.input = input, .wanted = options->terms};
    int status = prepare(&describing, stories);
    for (uint32_t group = 0; !status && group < input->grouping->groups; group++) {
        describing.group_originals = 0;
        count_terms(&describing, group, 1);
        for (uint32_t i = describing.stories.first[group]; !status && i;
             i = describing.stories.next[i - 1])
            status = describe(&stories->items[i - 1], &describing, &stories->arena);
        count_terms(&describing, group, UINT32_MAX);
    }
    describing_done(&describing);
    return status;
}
