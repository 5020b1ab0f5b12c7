// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/detections.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>

#include "base/memory.h"

/* The least that is news, as a factor up or down, and in articles of these periods. */
static const double min_factor = 1.3, min_burst = 1.5;
static const double min_plain = 1.25; /* of the share, whatever the typical theme does */
static const double min_articles = 5;

int tdg_detection_list_append(struct tdg_detection_list *list, const struct tdg_detection *found)
{
    struct tdg_detection *grown =
        tdg_grow(list->items, &list->capacity, list->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    list->items = grown;
    grown[list->count++] = *found;
    return TDG_OK;
}

void tdg_detection_list_done(struct tdg_detection_list *list)
{
    free(list->items);
    *list = (struct tdg_detection_list){0};
}

static bool is_large(double factor, double least)
{
    return factor >= least || factor * least <= 1;
}

bool tdg_is_news(const struct tdg_detection *found, double plain)
{
    double least = found->move == TDG_BURST ? min_burst : min_factor;
    return (plain > 1) == (found->factor > 1) && is_large(found->factor, least) &&
           is_large(plain, min_plain) && fabs(found->observed - found->expected) >= min_articles;
}

double tdg_highest_share(const double *count, const double *whole, size_t periods)
{
    double most = 0;
    for (size_t t = 0; t < periods; t++)
        if (whole[t] > 0)
            most = fmax(most, count[t] / whole[t]);
    return most;
}
