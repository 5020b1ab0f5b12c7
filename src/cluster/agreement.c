// SPDX-License-Identifier: GPL-3.0-or-later
/* Agreement of two groupings, from the cells of their contingency table that are not zero. The
 * cells are found by sorting pairs, so that thousands of groups against thousands cost no more
 * memory than the items do. Sums go over cells and groups in ascending order. */
#include "cluster/agreement.h"

#include <gsl/gsl_math.h>
#include <gsl/gsl_sort_ulong.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"

/* gsl_sort_ulong sorts pairs packed into 64 bits. */
_Static_assert(sizeof(unsigned long) == sizeof(uint64_t), "an unsigned long has 64 bits");

struct side {
    uint32_t *group; /* [items] 0, 1, … < groups, in the order of the given numbers */
    size_t *size;    /* [groups] */
    size_t groups;
};

struct table {
    size_t items;
    struct side found, gold;
    unsigned long *pair; /* [items] sorting space */
};

/* Numbers the groups of one side densely. Where `alone`, every item without a group is a group. */
static int number_groups(struct side *side, unsigned long *pair, const uint32_t *given,
                         size_t items, bool alone)
{
    side->group = tdg_alloc(items, sizeof *side->group);
    side->size = tdg_alloc(items, sizeof *side->size);
    if (!side->group || !side->size)
        return TDG_ENOMEM;
    for (size_t i = 0; i < items; i++)
        pair[i] = (uint64_t)given[i] << 32 | i;
    gsl_sort_ulong(pair, 1, items);
    for (size_t i = 0; i < items; i++) {
        uint32_t value = (uint32_t)(pair[i] >> 32);
        bool same = i > 0 && value == (uint32_t)(pair[i - 1] >> 32);
        if (!same || (alone && value == TDG_NONE))
            side->groups++;
        side->group[(uint32_t)pair[i]] = (uint32_t)(side->groups - 1);
        side->size[side->groups - 1]++;
    }
    return TDG_OK;
}

static double pairs_of(double items)
{
    return items * (items - 1) / 2;
}

static double entropy(const struct side *side, double items)
{
    double sum = 0;
    for (size_t g = 0; g < side->groups; g++)
        sum -= (double)side->size[g] / items * log((double)side->size[g] / items);
    return sum;
}

static double pairs_within(const struct side *side)
{
    double sum = 0;
    for (size_t g = 0; g < side->groups; g++)
        sum += pairs_of((double)side->size[g]);
    return sum;
}

/* What is summed over the cells. */
struct cells {
    double information; /* mutual, nats */
    double pairs;       /* of items that are together on both sides */
    double precision;   /* B-cubed, × items */
    double recall;
    double majority; /* items that are of their found group's most frequent gold group */
};

static void add_cell(struct cells *cells, double cell, double found, double gold, double items)
{
    cells->information += cell / items * log(cell * items / (found * gold));
    cells->pairs += pairs_of(cell);
    cells->precision += cell * cell / found;
    cells->recall += cell * cell / gold;
}

static struct cells sum_cells(struct table *table)
{
    struct cells cells = {0};
    size_t items = table->items, largest = 0;
    for (size_t i = 0; i < items; i++)
        table->pair[i] = (uint64_t)table->found.group[i] << 32 | table->gold.group[i];
    gsl_sort_ulong(table->pair, 1, items);
    for (size_t begin = 0, end = 0; begin < items; begin = end) {
        while (end < items && table->pair[end] == table->pair[begin])
            end++;
        size_t found = table->pair[begin] >> 32, gold = (uint32_t)table->pair[begin];
        add_cell(&cells, (double)(end - begin), (double)table->found.size[found],
                 (double)table->gold.size[gold], (double)items);
        largest = GSL_MAX(largest, end - begin);
        if (end == items || table->pair[end] >> 32 != found) {
            cells.majority += (double)largest;
            largest = 0;
        }
    }
    return cells;
}

/* `value` where the denominator is 0: there is nothing to disagree about. */
static double ratio(double numerator, double denominator, double value)
{
    return denominator != 0 ? numerator / denominator : value;
}

static struct tdg_agreement measure(struct table *table)
{
    double items = (double)table->items;
    struct cells cells = sum_cells(table);
    double gold_entropy = entropy(&table->gold, items);
    double found_entropy = entropy(&table->found, items);
    double gold_pairs = pairs_within(&table->gold), found_pairs = pairs_within(&table->found);
    double expected = ratio(gold_pairs * found_pairs, pairs_of(items), 0);
    double precision = cells.precision / items, recall = cells.recall / items;
    return (struct tdg_agreement){
        .v_measure = ratio(2 * cells.information, gold_entropy + found_entropy, 1),
        .homogeneity = ratio(cells.information, gold_entropy, 1),
        .completeness = ratio(cells.information, found_entropy, 1),
        .ari = ratio(cells.pairs - expected, (gold_pairs + found_pairs) / 2 - expected, 1),
        .bcubed_precision = precision,
        .bcubed_recall = recall,
        .bcubed_f1 = 2 * precision * recall / (precision + recall),
        .pairwise_f1 = ratio(2 * cells.pairs, gold_pairs + found_pairs, 1),
        .purity = cells.majority / items,
    };
}

int tdg_agreement(struct tdg_agreement *agreement, const uint32_t *found, const uint32_t *gold,
                  size_t count, struct tdg_error *error)
{
    if (count == 0)
        return tdg_fail(error, TDG_EEMPTY, "no article has a gold group");
    if (count > UINT32_MAX)
        return tdg_fail(error, TDG_ELIMIT, "too many articles to compare");
    struct table table = {.items = count};
    table.pair = tdg_alloc(count, sizeof *table.pair);
    int status = table.pair ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = number_groups(&table.found, table.pair, found, count, true);
    if (!status)
        status = number_groups(&table.gold, table.pair, gold, count, false);
    if (!status)
        *agreement = measure(&table);
    free(table.pair);
    free(table.found.group);
    free(table.found.size);
    free(table.gold.group);
    free(table.gold.size);
    return tdg_fail_status(error, status);
}
