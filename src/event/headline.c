// SPDX-License-Identifier: GPL-3.0-or-later
/* An event is called by one of its headlines: one from the middle of it that says most of what the
 * others say. "Thomas Cook costs and Quaker ethics" is near the middle by its name alone; "Thomas
 * Cook collapse strands customers" says what happened. One that asks, that announces a ticker, or
 * that is opinion or list counts for less. What an event is called by stays as it was written. */
#include "event/headline.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* Small letters; a phrase counts where it stands as whole words, one that is to open the title only
 * there. */
static const struct {
    const char *phrase;
    double factor;
    bool opens;
} signs[] = {
    {"?", 0.6, false},          {"…", 0.6, false},
    {" | ", 0.6, false}, /* before the name of an author */
    {"live", 0.5, false},       {"as it happened", 0.5, false},
    {"latest", 0.7, false},     {"podcast", 0.5, false},
    {"podcasts", 0.5, false},   {"video", 0.7, false},
    {"pictures", 0.5, false},   {"photos", 0.6, false},
    {"explained", 0.7, false},  {"explainer", 0.7, false},
    {"how to", 0.6, false},     {"know", 0.7, false}, /* what we, what you need to, everything we */
    {"things", 0.7, false},     {"guide", 0.7, false},
    {"timeline", 0.6, false},   {"obituary", 0.7, false},
    {"profile", 0.6, false},    {"questions", 0.7, false},
    {"transcript", 0.6, false}, {"fantasy", 0.6, false},
    {"odds", 0.7, false},       {"tips", 0.7, false},
    {"deals", 0.7, false},      {"briefing", 0.6, false},
    {"review", 0.7, false},     {"analysis", 0.8, false},
    {"opinion", 0.7, false},    {"comment", 0.8, false},
    {"editorial", 0.6, false},  {"column", 0.6, false},
    {"letters", 0.6, false},    {"quiz", 0.4, false},
    {"cartoon", 0.5, false},    {"newsletter", 0.5, false},
    {"view on", 0.6, false},    {"i", 0.7, false},
    {"i’m", 0.6, false},        {"i'm", 0.6, false},
    {"my", 0.7, false},         {"our", 0.8, false},
    {"we", 0.8, false},         {"you", 0.7, false},
    {"why", 0.7, true},         {"how", 0.7, true},
    {"what", 0.7, true},        {"who", 0.7, true},
    {"when", 0.7, true},        {"where", 0.7, true},
    {"if", 0.7, true},          {"is", 0.7, true},
    {"can", 0.7, true},         {"in numbers", 0.6, true},
    {"in full", 0.6, true},     {"everything", 0.6, true},
    {"every", 0.7, true},       {"best", 0.7, true},
    {"the best", 0.7, true},    {"watch", 0.6, true},
    {"'", 0.8, true},           {"‘", 0.8, true},
    {"\"", 0.8, true},          {"“", 0.8, true},
};

static const double untitled = 0.1, in_column = 0.6;
static const double least_told = 0.1;
enum { SHORT_TITLE = 3, MOST_TITLE = 1024, USUAL_WORDS = 3 };

static bool says(const char *text, const char *phrase)
{
    bool word = isalpha((unsigned char)*phrase);
    for (const char *at = strstr(text, phrase); at; at = strstr(at + 1, phrase)) {
        char before = at == text ? ' ' : at[-1], after = at[strlen(phrase)];
        if (!word || (!isalnum((unsigned char)before) && !isalnum((unsigned char)after)))
            return true;
    }
    return false;
}

static bool opens_with(const char *text, const char *phrase)
{
    size_t length = strlen(phrase);
    return strncmp(text, phrase, length) == 0 &&
           !(isalpha((unsigned char)*phrase) && isalnum((unsigned char)text[length]));
}

double tdg_headline_manner(const char *title)
{
    char text[MOST_TITLE];
    size_t length = 0;
    double factor = 1;
    for (; title[length] && length + 1 < sizeof text; length++)
        text[length] = (char)tolower((unsigned char)title[length]);
    text[length] = '\0';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].factor < factor &&
            (signs[i].opens ? opens_with(text, signs[i].phrase) : says(text, signs[i].phrase)))
            factor = signs[i].factor;
    return factor;
}

struct naming {
    const struct tdg_event_input *input;
    const struct tdg_event_rows *rows;
    uint32_t *row;    /* [articles] of each, TDG_NONE for none */
    double *sum;      /* [columns] zeros between uses */
    double *rarity;   /* [terms] among all titles, in nats */
    uint32_t *with;   /* [terms] titles that have it; of an event, zeros between uses */
    uint32_t *met;    /* [terms] the last reading of a title that met it … */
    uint32_t reading; /* … of so many */
};

static void add(struct naming *naming, const struct tdg_event *event, bool comes)
{
    const struct tdg_matrix *matrix = &naming->rows->matrix;
    for (size_t i = 0; i < event->articles; i++) {
        uint32_t row = naming->row[event->members[i]];
        for (size_t at = row == TDG_NONE ? 0 : matrix->begin[row];
             row != TDG_NONE && at < matrix->begin[row + 1]; at++)
            naming->sum[matrix->column[at]] =
                comes ? naming->sum[matrix->column[at]] + (double)matrix->weight[at] : 0;
    }
}

/* Whether a place of a title holds a term that this reading meets for the first time. */
static bool is_new(struct naming *naming, size_t at)
{
    uint32_t term = naming->input->streams->term[at];
    if (term == TDG_BREAK || naming->met[term] == naming->reading)
        return false;
    naming->met[term] = naming->reading;
    return true;
}

/* Adds a title to the terms that it has, or takes it away. */
static void count_title(struct naming *naming, uint32_t article, uint32_t step)
{
    const struct tdg_streams *streams = naming->input->streams;
    naming->reading++;
    for (size_t at = streams->begin[article]; at < streams->title_end[article]; at++)
        if (is_new(naming, at))
            naming->with[streams->term[at]] += step;
}

static void count_titles(struct naming *naming, const struct tdg_event *event, uint32_t step)
{
    for (size_t i = 0; i < event->articles; i++)
        if (naming->input->copy_of[event->members[i]] == TDG_NONE)
            count_title(naming, event->members[i], step);
}

/* How much of what the titles of an event say this one says, for its length. */
static double tells(struct naming *naming, uint32_t article, const struct tdg_event *event)
{
    const struct tdg_streams *streams = naming->input->streams;
    double sum = 0, others = fmax(1, (double)event->originals - 1);
    size_t words = 0;
    naming->reading++;
    for (size_t at = streams->begin[article]; at < streams->title_end[article]; at++) {
        words += streams->term[at] != TDG_BREAK;
        double with = is_new(naming, at) ? (double)naming->with[streams->term[at]] : 0;
        if (with > 1)
            sum += (with - 1) / others * naming->rarity[streams->term[at]];
    }
    return (least_told + sum) / sqrt((double)(USUAL_WORDS + words));
}

static double worth(struct naming *naming, uint32_t article, const struct tdg_event *event)
{
    const struct tdg_event_input *input = naming->input;
    const struct tdg_matrix *matrix = &naming->rows->matrix;
    const struct tdg_streams *streams = input->streams;
    uint32_t row = naming->row[article];
    double dot = 0;
    for (size_t at = row == TDG_NONE ? 0 : matrix->begin[row];
         row != TDG_NONE && at < matrix->begin[row + 1]; at++)
        dot += (double)matrix->weight[at] * naming->sum[matrix->column[at]];
    if (streams->title_end[article] - streams->begin[article] < SHORT_TITLE)
        dot *= untitled;
    if (tdg_in_recurring_column(streams, article, streams->begin[article]))
        dot *= in_column;
    return dot * tells(naming, article, event) * tdg_headline_manner(input->titles[article]);
}

static void name(struct tdg_event *event, struct naming *naming)
{
    double most = 0;
    add(naming, event, true);
    count_titles(naming, event, 1);
    for (size_t i = 0; i < event->articles; i++) {
        uint32_t article = event->members[i];
        if (!tdg_event_leads(naming->input, article))
            continue;
        double has = worth(naming, article, event);
        if (event->headline != TDG_NONE && has <= most)
            continue;
        most = has;
        event->headline = article;
    }
    add(naming, event, false);
    count_titles(naming, event, UINT32_MAX); /* -1, modulo */
}

static void find_rarity(struct naming *naming)
{
    const struct tdg_event_input *input = naming->input;
    size_t originals = 0;
    for (uint32_t i = 0; i < input->streams->articles; i++)
        if (input->copy_of[i] == TDG_NONE) {
            count_title(naming, i, 1);
            originals++;
        }
    for (uint32_t term = 0; term < input->streams->term_count; term++) {
        naming->rarity[term] = log(1 + (double)originals / (naming->with[term] + 1.0));
        naming->with[term] = 0;
    }
}

int tdg_event_headlines(struct tdg_events *events, const struct tdg_event_input *input,
                        const struct tdg_event_rows *rows)
{
    size_t articles = input->streams->articles, terms = input->streams->term_count;
    struct naming naming = {.input = input,
                            .rows = rows,
                            .row = tdg_alloc(articles, sizeof *naming.row),
                            .sum = tdg_alloc(rows->matrix.columns, sizeof *naming.sum),
                            .rarity = tdg_alloc(terms, sizeof *naming.rarity),
                            .with = tdg_alloc(terms, sizeof *naming.with),
                            .met = tdg_alloc(terms, sizeof *naming.met)};
    bool good = naming.row && naming.sum && naming.rarity && naming.with && naming.met;
    for (size_t i = 0; good && i < articles; i++)
        naming.row[i] = TDG_NONE;
    for (uint32_t i = 0; good && i < rows->matrix.rows; i++)
        naming.row[rows->article[i]] = i;
    if (good)
        find_rarity(&naming);
    for (size_t i = 0; good && i < events->count; i++)
        name(&events->items[i], &naming);
    free(naming.row);
    free(naming.sum);
    free(naming.rarity);
    free(naming.with);
    free(naming.met);
    return good ? TDG_OK : TDG_ENOMEM;
}
