// SPDX-License-Identifier: GPL-3.0-or-later
/* What a story is called and what sets it apart. */
#include <math.h>
#include <string.h>

#include "story/party.h"

static bool is_original(const struct tdg_describing *describing, uint32_t row)
{
    return describing->facts->input->copy_of[row] == TDG_NONE;
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

/* The original with the largest cosine with the sum of all; in a tie the first. */
static uint32_t most_central(const struct tdg_story *story, const struct tdg_describing *describing)
{
    const struct tdg_story_input *input = describing->facts->input;
    double *sum = describing->sum, most = 0;
    uint32_t best = TDG_NONE;
    bool titled = false;
    for (size_t i = 0; i < story->articles; i++)
        if (is_original(describing, story->members[i]))
            add_row(sum, input->rows, story->members[i], 1);
    for (size_t i = 0; i < story->articles; i++) {
        uint32_t row = story->members[i];
        if (!is_original(describing, row))
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

/* p log(p/q): p of the story's originals have the term, q of its theme's. */
static double weigh(const struct tdg_story *story, const struct tdg_describing *describing,
                    uint32_t column, uint32_t articles)
{
    double p = (double)articles / (double)story->originals;
    double q = (double)describing->group_articles[column] / (double)describing->originals;
    return p * log(p / q);
}

static const char *surface_of(const struct tdg_describing *describing, uint32_t column)
{
    const struct tdg_story_input *input = describing->facts->input;
    return input->streams->surface[input->vocabulary->term[column]];
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
                     const struct tdg_describing *describing)
{
    const struct tdg_matrix *counts = describing->facts->input->counts;
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

int tdg_story_describe(struct tdg_story *story, const struct tdg_describing *describing,
                       struct tdg_arena *arena)
{
    struct choice best[CANDIDATES];
    size_t wanted = describing->facts->options->terms;
    size_t count = choose(best, story, describing);
    struct tdg_term_view *terms = tdg_arena_alloc(arena, (wanted + 1) * sizeof *terms);
    if (!terms)
        return TDG_ENOMEM;
    story->terms = terms;
    for (size_t i = 0; i < count && story->term_count < wanted; i++) {
        const char *term = surface_of(describing, best[i].column);
        if (best[i].weight > 0 && !is_told(story, term))
            terms[story->term_count++] =
                (struct tdg_term_view){term, best[i].weight, best[i].articles};
    }
    story->headline = most_central(story, describing);
    return TDG_OK;
}
