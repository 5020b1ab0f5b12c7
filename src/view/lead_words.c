// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/lead_words.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "event/headline.h"

enum { PROFILE = 48, SHORT_TAIL = 3 /* words */, TITLE = 64 /* words that are looked at */ };

static const double shrunk = 2; /* articles, in a ratio of two numbers of them */
/* Of a title that names its page beside the news, or that is in a column. */
static const double labelled = 0.5, in_column = 0.6;

int tdg_lead_words_new(struct tdg_lead_words *words, const struct tdg_run *run, const bool *now,
                       const bool *before, double scale)
{
    const struct tdg_matrix *counts = &run->counts;
    *words = (struct tdg_lead_words){
        .run = run,
        .now = tdg_alloc(counts->columns, sizeof(double)),
        .usual = tdg_alloc(counts->columns, sizeof(double)),
        .inside = tdg_alloc(counts->columns, sizeof(double)),
    };
    if (!words->now || !words->usual || !words->inside)
        return TDG_ENOMEM;
    for (size_t i = 0; i < counts->rows; i++) {
        double *into = now[i] ? words->now : before[i] ? words->usual : NULL;
        words->articles += now[i];
        for (size_t k = counts->begin[i]; into && k < counts->begin[i + 1]; k++)
            into[counts->column[k]]++;
    }
    for (uint32_t c = 0; c < counts->columns; c++)
        words->usual[c] *= scale;
    return TDG_OK;
}

void tdg_lead_words_done(struct tdg_lead_words *words)
{
    free(words->now);
    free(words->usual);
    free(words->inside);
}

/* How special a word is in the time: 0 where most articles have it. */
static double rarity(const struct tdg_lead_words *words, uint32_t column)
{
    return fmax(0, log(((double)words->articles + 1) / (words->now[column] + 0.5)));
}

static bool is_muted(const struct tdg_run *run, uint32_t column)
{
    return run->muted.term && run->muted.term[run->vocabulary.term[column]];
}

static void count_inside(const struct tdg_lead_words *words, const uint32_t *rows, size_t count,
                         double step)
{
    const struct tdg_matrix *counts = &words->run->counts;
    for (size_t i = 0; i < count; i++)
        for (size_t k = counts->begin[rows[i]]; k < counts->begin[rows[i] + 1]; k++)
            words->inside[counts->column[k]] += step;
}

struct weighted {
    double weight;
    uint32_t column;
};

static int by_weight(const void *left, const void *right)
{
    const struct weighted *a = left, *b = right;
    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->column > b->column) - (a->column < b->column);
}

static int by_column(const void *left, const void *right)
{
    const struct weighted *a = left, *b = right;
    return (a->column > b->column) - (a->column < b->column);
}

/* A word of one article alone says nothing of them all. Every column is taken once. */
static size_t weigh(struct weighted *list, const struct tdg_lead_words *words, const uint32_t *rows,
                    size_t count)
{
    const struct tdg_matrix *counts = &words->run->counts;
    double least = count < 3 ? 1 : 2;
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = counts->begin[rows[i]]; k < counts->begin[rows[i] + 1]; k++) {
            uint32_t column = counts->column[k];
            double weight = words->inside[column] / (double)count * rarity(words, column);
            if (words->inside[column] >= least && weight > 0 && !is_muted(words->run, column))
                list[found++] = (struct weighted){weight, column};
            words->inside[column] = 0;
        }
    }
    return found;
}

static int keep(struct tdg_lead_profile *profile, struct weighted *list, size_t found,
                struct tdg_arena *arena)
{
    double norm = 0;
    if (found)
        qsort(list, found, sizeof *list, by_weight);
    found = found < PROFILE ? found : PROFILE;
    if (found)
        qsort(list, found, sizeof *list, by_column);
    *profile = (struct tdg_lead_profile){
        .column = tdg_arena_alloc(arena, (found + 1) * sizeof *profile->column),
        .weight = tdg_arena_alloc(arena, (found + 1) * sizeof *profile->weight),
        .count = found,
    };
    if (!profile->column || !profile->weight)
        return TDG_ENOMEM;
    for (size_t i = 0; i < found; i++)
        norm += list[i].weight * list[i].weight;
    for (size_t i = 0; i < found; i++) {
        profile->column[i] = list[i].column;
        profile->weight[i] = list[i].weight / sqrt(norm);
    }
    return TDG_OK;
}

int tdg_lead_profile(struct tdg_lead_profile *profile, const struct tdg_lead_words *words,
                     const uint32_t *rows, size_t count, struct tdg_arena *arena)
{
    const struct tdg_matrix *counts = &words->run->counts;
    size_t most = 0;
    for (size_t i = 0; i < count; i++)
        most += counts->begin[rows[i] + 1] - counts->begin[rows[i]];
    struct weighted *list = tdg_alloc(most, sizeof *list);
    if (!list)
        return TDG_ENOMEM;
    count_inside(words, rows, count, 1);
    int status = keep(profile, list, weigh(list, words, rows, count), arena);
    free(list);
    return status;
}

double tdg_lead_likeness(const struct tdg_lead_profile *a, const struct tdg_lead_profile *b)
{
    double sum = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        if (a->column[i] == b->column[j])
            sum += a->weight[i++] * b->weight[j++];
        else if (a->column[i] < b->column[j])
            i++;
        else
            j++;
    }
    return sum;
}

double tdg_lead_surprise(const struct tdg_lead_words *words, const struct tdg_lead_profile *profile)
{
    double sum = 0, all = 0;
    for (size_t i = 0; i < profile->count; i++) {
        uint32_t column = profile->column[i];
        double weight = profile->weight[i] * profile->weight[i];
        sum += weight * log((words->now[column] + shrunk) / (words->usual[column] + shrunk));
        all += weight;
    }
    return all > 0 ? sum / all : 0;
}

/* "…| The Paper", "… – live", "… - in pictures": a label of few words behind a dash. */
static bool has_label(const char *title)
{
    const char *dash = NULL;
    for (const char *at = title; (at = strchr(at, ' ')); at++)
        if (strncmp(at, " – ", 5) == 0 || strncmp(at, " - ", 3) == 0 || strncmp(at, " — ", 5) == 0)
            dash = at + 1;
    size_t blanks = 0;
    for (const char *at = dash ? strchr(dash, ' ') : NULL; at; at = strchr(at + 1, ' '))
        blanks++;
    return strchr(title, '|') || (dash && blanks <= SHORT_TAIL);
}

/* Distinct words of the title: a title may say one twice. */
static double say(const struct tdg_lead_words *words, uint32_t row, size_t count)
{
    const struct tdg_run *run = words->run;
    const struct tdg_streams *streams = &run->streams;
    size_t begin = streams->begin[row], end = streams->title_end[row], length = 0;
    double sum = 0;
    end = end - begin < TITLE ? end : begin + TITLE;
    for (size_t k = begin; k < end; k++) {
        bool first = streams->term[k] != TDG_BREAK;
        for (size_t j = begin; first && j < k; j++)
            first = streams->term[j] != streams->term[k];
        uint32_t column = first ? run->vocabulary.column[streams->term[k]] : TDG_NONE;
        length += first;
        if (column != TDG_NONE && words->inside[column] > 1 && !is_muted(run, column))
            sum += words->inside[column] / (double)count * rarity(words, column);
    }
    return sum / sqrt(4 + (double)length);
}

void tdg_lead_centrality(double *value, const struct tdg_lead_words *words, const uint32_t *rows,
                         size_t count)
{
    count_inside(words, rows, count, 1);
    for (size_t i = 0; i < count; i++) {
        const char *title = words->run->articles.items[rows[i]].headline;
        value[i] = say(words, rows[i], count) * tdg_headline_manner(title) *
                   (has_label(title) ? labelled : 1);
        const struct tdg_streams *streams = &words->run->streams;
        if (tdg_in_recurring_column(streams, rows[i], streams->begin[rows[i]]))
            value[i] *= in_column;
    }
    count_inside(words, rows, count, -1);
}
