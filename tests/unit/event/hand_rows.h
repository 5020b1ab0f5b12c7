// SPDX-License-Identifier: GPL-3.0-or-later
/* Rows made by hand. */
#ifndef TDG_TESTS_EVENT_HAND_ROWS_H
#define TDG_TESTS_EVENT_HAND_ROWS_H

#include "event/rows.h"

#include "unit/check.h"

enum { HAND_ROWS = 64, HAND_COLUMNS = 8 };

/* hand_rows_init first: `rows` points into it. */
struct hand_rows {
    struct tdg_event_rows rows;
    size_t begin[HAND_ROWS + 1];
    uint32_t column[HAND_ROWS * HAND_COLUMNS];
    float weight[HAND_ROWS * HAND_COLUMNS];
    uint32_t article[HAND_ROWS];
    double day[HAND_ROWS];
    float burst[HAND_ROWS];
};

/* No rows. */
static inline void hand_rows_init(struct hand_rows *hand)
{
    *hand = (struct hand_rows){0};
    hand->rows.matrix.begin = hand->begin;
    hand->rows.matrix.column = hand->column;
    hand->rows.matrix.weight = hand->weight;
    hand->rows.matrix.columns = HAND_COLUMNS;
    hand->rows.article = hand->article;
    hand->rows.day = hand->day;
    hand->rows.burst = hand->burst;
}

/* Days ascend. weights: made of length 1; zeros have no cell. */
static inline void hand_rows_add(struct hand_rows *hand, double day, float burst,
                                 const double weights[HAND_COLUMNS])
{
    size_t row = hand->rows.matrix.rows++, at = hand->begin[row];
    double square = 0;
    assert_true(row < HAND_ROWS);
    for (size_t i = 0; i < HAND_COLUMNS; i++)
        square += weights[i] * weights[i];
    for (uint32_t i = 0; i < HAND_COLUMNS; i++)
        if (weights[i] > 0) {
            hand->column[at] = i;
            hand->weight[at++] = (float)(weights[i] / sqrt(square));
        }
    hand->begin[row + 1] = at;
    hand->article[row] = (uint32_t)row;
    hand->day[row] = day;
    hand->burst[row] = burst;
}

#endif
