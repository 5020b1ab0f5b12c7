// SPDX-License-Identifier: GPL-3.0-or-later
#include "story/facts.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "story/burst.h"
#include "vector/vector.h"

int tdg_story_facts_init(struct tdg_story_facts *facts, const struct tdg_story_input *input,
                         const struct tdg_story_options *options)
{
    const struct tdg_matrix *counts = input->counts;
    uint32_t columns = input->rows->columns;
    double total = 0, articles = (double)input->vocabulary->counted;
    *facts = (struct tdg_story_facts){.input = input, .options = options};
    facts->rate = tdg_alloc(columns, sizeof *facts->rate);
    facts->idf_sum = tdg_alloc(columns, sizeof *facts->idf_sum);
    if (!facts->rate || !facts->idf_sum)
        return TDG_ENOMEM;
    for (size_t row = 0; row < counts->rows; row++)
        for (size_t at = counts->begin[row];
             input->copy_of[row] == TDG_NONE && at < counts->begin[row + 1]; at++)
            if (counts->column[at] < columns) {
                facts->rate[counts->column[at]] += (double)counts->weight[at];
                total += (double)counts->weight[at];
            }
    for (uint32_t column = 0; column < columns; column++) {
        double with = (double)input->vocabulary->articles[column];
        facts->rate[column] = fmax(facts->rate[column], 1) / fmax(total, 1);
        facts->idf_sum[column] = log(1 + (articles - with + 0.5) / (with + 0.5));
    }
    return tdg_bursts_find(&facts->burst, input);
}

void tdg_story_facts_done(struct tdg_story_facts *facts)
{
    free(facts->rate);
    free(facts->idf_sum);
    free(facts->burst);
}
