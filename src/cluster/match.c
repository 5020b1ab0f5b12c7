// SPDX-License-Identifier: GPL-3.0-or-later
/* Optimal assignment: the Hungarian method with potentials, one row after the other along shortest
 * augmenting paths (Kuhn 1955; Jonker and Volgenant 1987). O(n³) for n groups. */
#include "cluster/match.h"

#include <math.h>
#include <stdbool.h>

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

/* Costs are -shared, of a square that is filled up with 0. Numbers begin with 1; 0 is the column
 * from which a path starts. */
struct assignment {
    const double *shared;
    uint32_t ones, others, size;
    double *row_price;    /* [size + 1] */
    double *column_price; /* [size + 1] */
    double *least;        /* [size + 1] reduced cost of the cheapest way to each column */
    uint32_t *owner;      /* [size + 1] row of each column, 0 for none */
    uint32_t *way;        /* [size + 1] column before each on the path */
    bool *seen;           /* [size + 1] */
};

static double cost(const struct assignment *a, uint32_t row, uint32_t column)
{
    return row <= a->ones && column <= a->others
               ? -a->shared[(size_t)(row - 1) * a->others + column - 1]
               : 0;
}

/* One step of the search: prices the columns from `column` on and goes on to the cheapest. */
static uint32_t advance(struct assignment *a, uint32_t column)
{
    uint32_t row = a->owner[column], next = 0;
    double smallest = HUGE_VAL;
    a->seen[column] = true;
    for (uint32_t j = 1; j <= a->size; j++) {
        if (a->seen[j])
            continue;
        double reduced = cost(a, row, j) - a->row_price[row] - a->column_price[j];
        if (reduced < a->least[j]) {
            a->least[j] = reduced;
            a->way[j] = column;
        }
        if (a->least[j] < smallest) {
            smallest = a->least[j];
            next = j;
        }
    }
    for (uint32_t j = 0; j <= a->size; j++) {
        if (a->seen[j]) {
            a->row_price[a->owner[j]] += smallest;
            a->column_price[j] -= smallest;
        } else
            a->least[j] -= smallest;
    }
    return next;
}

static void assign_row(struct assignment *a, uint32_t row)
{
    uint32_t column = 0;
    a->owner[0] = row;
    for (uint32_t j = 0; j <= a->size; j++) {
        a->least[j] = HUGE_VAL;
        a->seen[j] = false;
    }
    do
        column = advance(a, column);
    while (a->owner[column]);
    while (column) {
        a->owner[column] = a->owner[a->way[column]];
        column = a->way[column];
    }
}

int tdg_match_groups(uint32_t *match, const double *shared, uint32_t ones, uint32_t others)
{
    uint32_t size = ones > others ? ones : others;
    size_t room = (size_t)size + 1;
    struct assignment a = {
        .shared = shared,
        .ones = ones,
        .others = others,
        .size = size,
        .row_price = tdg_alloc(room, sizeof *a.row_price),
        .column_price = tdg_alloc(room, sizeof *a.column_price),
        .least = tdg_alloc(room, sizeof *a.least),
        .owner = tdg_alloc(room, sizeof *a.owner),
        .way = tdg_alloc(room, sizeof *a.way),
        .seen = tdg_alloc(room, sizeof *a.seen),
    };
    bool good = a.row_price && a.column_price && a.least && a.owner && a.way && a.seen;
    for (uint32_t row = 1; good && row <= size; row++)
        assign_row(&a, row);
    for (uint32_t i = 0; good && i < ones; i++)
        match[i] = TDG_NONE;
    for (uint32_t j = 1; good && j <= others; j++)
        if (a.owner[j] <= ones && cost(&a, a.owner[j], j) < 0)
            match[a.owner[j] - 1] = j - 1;
    free(a.row_price);
    free(a.column_price);
    free(a.least);
    free(a.owner);
    free(a.way);
    free(a.seen);
    return good ? TDG_OK : TDG_ENOMEM;
}
