// SPDX-License-Identifier: GPL-3.0-or-later
/* Words of the day: "tariff" is in the news all year, and a sign of one event only in the week when
 * it is far more frequent than it uses to be. The burst of a word in an article is the log of how
 * many articles of the days around have it over how many would on average, each by half an article
 * towards no burst; 0 where it is no more frequent than always or where no other article has it. */
#include "story/burst.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "vector/vector.h"

static const int64_t around = INT64_C(3) * 86400; /* seconds before and after */

/* The articles of some days. */
struct days {
    const struct tdg_story_input *input;
    uint32_t *with; /* [columns] of them, those with the word */
    size_t articles;
};

static void count_row(struct days *days, size_t row, bool comes)
{
    const struct tdg_matrix *rows = days->input->rows;
    if (days->input->copy_of[row] != TDG_NONE)
        return;
    uint32_t step = comes ? 1 : UINT32_MAX; /* -1, modulo */
    days->articles += comes ? 1 : SIZE_MAX;
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++)
        days->with[rows->column[at]] += step;
}

static float burst_of(uint32_t with, double expected)
{
    if (with < 2)
        return 0;
    return (float)fmax(0, log((with - 0.5) / (expected + 0.5)));
}

int tdg_bursts_find(float **burst, const struct tdg_story_input *input)
{
    const struct tdg_matrix *rows = input->rows;
    const int64_t *published = input->published;
    struct days all = {.input = input, .with = tdg_alloc(rows->columns, sizeof *all.with)};
    struct days days = {.input = input, .with = tdg_alloc(rows->columns, sizeof *days.with)};
    *burst = tdg_alloc(rows->begin[rows->rows], sizeof **burst);
    int status = all.with && days.with && *burst ? TDG_OK : TDG_ENOMEM;
    size_t dated = 0, first = 0, last = 0;
    for (; !status && dated < rows->rows && published[dated] != TDG_NO_DATE; dated++)
        count_row(&all, dated, true);
    for (size_t row = 0; !status && row < dated; row++) {
        for (; last < dated && published[last] - around <= published[row]; last++)
            count_row(&days, last, true);
        for (; published[first] < published[row] - around; first++)
            count_row(&days, first, false);
        double share = all.articles ? (double)days.articles / (double)all.articles : 0;
        for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++)
            (*burst)[at] =
                burst_of(days.with[rows->column[at]], share * all.with[rows->column[at]]);
    }
    free(all.with);
    free(days.with);
    return status;
}
