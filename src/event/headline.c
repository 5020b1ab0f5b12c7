// SPDX-License-Identifier: GPL-3.0-or-later
/* An event is called by one of its headlines: the one nearest to the middle of it, where one that
 * asks, that announces a ticker or that is opinion, quotation or list counts for less. What it is
 * called by stays as it was written. */
#include "event/headline.h"

#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* Small letters; a phrase counts where it stands as whole words. */
static const struct {
    const char *phrase;
    double factor;
} signs[] = {
    {"?", 0.6},
    {"live", 0.5},
    {"as it happened", 0.5},
    {"latest", 0.7},
    {"live blog", 0.5},
    {"podcast", 0.5},
    {"video", 0.7},
    {"in pictures", 0.5},
    {"photos", 0.6},
    {"explained", 0.7},
    {"explainer", 0.7},
    {"how to", 0.6},
    {"what we know", 0.7},
    {"what you need to know", 0.6},
    {"briefing", 0.6},
    {"review", 0.7},
    {"analysis", 0.8},
    {"opinion", 0.7},
    {"comment", 0.8},
    {"letters", 0.6},
    {"quiz", 0.4},
    {"cartoon", 0.5},
    {"live updates", 0.5},
    {"newsletter", 0.5},
    {"news briefing", 0.5},
    {"podcasts", 0.5},
    {"the guardian view", 0.6},
};

static const double untitled = 0.1, in_column = 0.6;
enum { SHORT_TITLE = 3, MOST_TITLE = 1024 };

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

double tdg_headline_manner(const char *title)
{
    char text[MOST_TITLE];
    size_t length = 0;
    double factor = 1;
    for (; title[length] && length + 1 < sizeof text; length++)
        text[length] = (char)tolower((unsigned char)title[length]);
    text[length] = '\0';
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (signs[i].factor < factor && says(text, signs[i].phrase))
            factor = signs[i].factor;
    return factor;
}

struct naming {
    const struct tdg_event_input *input;
    const struct tdg_event_rows *rows;
    uint32_t *row; /* [articles] of each, TDG_NONE for none */
    double *sum;   /* [columns] zeros between uses */
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

static double worth(const struct naming *naming, uint32_t article)
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
    return dot * tdg_headline_manner(input->titles[article]);
}

static void name(struct tdg_event *event, struct naming *naming)
{
    double most = 0;
    add(naming, event, true);
    for (size_t i = 0; i < event->articles; i++) {
        uint32_t article = event->members[i];
        if (!tdg_event_leads(naming->input, article))
            continue;
        double has = worth(naming, article);
        if (event->headline != TDG_NONE && has <= most)
            continue;
        most = has;
        event->headline = article;
    }
    add(naming, event, false);
}

int tdg_event_headlines(struct tdg_events *events, const struct tdg_event_input *input,
                        const struct tdg_event_rows *rows)
{
    size_t articles = input->streams->articles;
    struct naming naming = {.input = input,
                            .rows = rows,
                            .row = tdg_alloc(articles, sizeof *naming.row),
                            .sum = tdg_alloc(rows->matrix.columns, sizeof *naming.sum)};
    int status = naming.row && naming.sum ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < articles; i++)
        naming.row[i] = TDG_NONE;
    for (uint32_t i = 0; !status && i < rows->matrix.rows; i++)
        naming.row[rows->article[i]] = i;
    for (size_t i = 0; !status && i < events->count; i++)
        name(&events->items[i], &naming);
    free(naming.row);
    free(naming.sum);
    return status;
}
