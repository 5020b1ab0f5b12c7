// SPDX-License-Identifier: GPL-3.0-or-later
/* The exact nearest rows of one row, by the postings of its columns.
 *
 * Rows are gone through in blocks whose partial cosines stay in the innermost cache. The k-th best
 * partial cosine so far is a limit that the k nearest reach. What the most frequent columns of the
 * row can add at most is known from the largest weights (Bayardo, Ma and Srikant 2007, "Scaling up
 * all pairs similarity search") and from the norm (Anastasiu and Karypis 2014, "L2AP"); where that
 * is little against the limit, their long postings are not read at all (MaxScore: Turtle and Flood
 * 1995), and rows whose partial cosine comes near enough are candidates.
 *
 * With a meaning, the same pass finds the nearest by the mixed score c + a (e·e - c). Nobody's
 * e·e is above 1, and a row's a not above A, its product with the largest pull: so a cosine below
 * (limit - A) / (1 - A) is too little, whatever the meaning. Only where A reaches the limit can a
 * row without any common column be among the nearest; then all rows are asked for their meaning.
 *
 * Partial cosines are in float and only choose candidates, with a margin that covers their
 * rounding. What decides is the sum in double over the common columns, ascending, rounded to float:
 * the same from both sides and whatever was left out. */
#include "vector/nearest_search.h"

#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "vector/matrix.h"
#include "vector/transpose.h"

enum { BLOCK = TDG_SEARCH_BLOCK };

/* Columns are left out that together can add this part of the limit at most. */
static const float REST = 0.25F;

/* The largest a: what the meaning of the shortest articles counts beside their words. */
static const double CLOSENESS = 0.15;

/* Of e·e: each part of e is off by half a step of its rounding at most, and a length by sqrt(32)
 * times that. */
static const float MEANING_MARGIN = 16.0F / TDG_MEANING_UNIT;

static float largest(const float *weight, size_t count)
{
    float most = 0;
    for (size_t i = 0; i < count; i++)
        most = weight[i] > most ? weight[i] : most;
    return most;
}

/* Half a step of the rounding of e may lie above its length; the margin covers that, too. */
static void measure_pulls(struct tdg_postings *postings)
{
    const struct tdg_meaning *meaning = postings->meaning;
    for (size_t i = 0; meaning && i < meaning->rows; i++) {
        postings->pull[i] = (float)sqrt(CLOSENESS * (double)meaning->share[i]);
        postings->max_pull = fmaxf(postings->max_pull, postings->pull[i]);
    }
}

int tdg_postings_init(struct tdg_postings *postings, const struct tdg_matrix *rows,
                      const struct tdg_meaning *meaning, const uint32_t *copy_of)
{
    struct tdg_postings made = {.rows = rows, .meaning = meaning};
    int status = tdg_transpose(&made.column, rows, copy_of);
    if (status)
        return status;
    made.most = tdg_alloc(rows->columns, sizeof *made.most);
    made.pull = tdg_alloc(meaning ? rows->rows : 0, sizeof *made.pull);
    if (!made.most || !made.pull) {
        tdg_postings_done(&made);
        return TDG_ENOMEM;
    }
    measure_pulls(&made);
    const size_t *begin = made.column.begin;
    for (uint32_t c = 0; c < rows->columns; c++)
        made.most[c] = largest(made.column.weight + begin[c], begin[c + 1] - begin[c]);
    *postings = made;
    return TDG_OK;
}

void tdg_postings_done(struct tdg_postings *postings)
{
    tdg_matrix_done(&postings->column);
    free(postings->most);
    free(postings->pull);
    *postings = (struct tdg_postings){0};
}

static size_t longest_row(const struct tdg_matrix *rows)
{
    size_t longest = 0;
    for (size_t i = 0; i < rows->rows; i++)
        if (rows->begin[i + 1] - rows->begin[i] > longest)
            longest = rows->begin[i + 1] - rows->begin[i];
    return longest;
}

static bool init_floor(struct tdg_floor *floor, uint32_t neighbours)
{
    floor->best.most = (size_t)neighbours + 1;
    floor->best.item = tdg_alloc(floor->best.most, sizeof *floor->best.item);
    return floor->best.item != NULL;
}

int tdg_search_init(struct tdg_search *search, const struct tdg_postings *postings,
                    uint32_t neighbours)
{
    const struct tdg_matrix *rows = postings->rows;
    struct tdg_search made = {.postings = postings};
    made.weight = tdg_alloc(rows->columns, sizeof *made.weight);
    made.sum = tdg_alloc(BLOCK, sizeof *made.sum);
    made.found = tdg_alloc(rows->rows, sizeof *made.found);
    made.asked = tdg_alloc(longest_row(rows), sizeof *made.asked);
    bool floors = init_floor(&made.floor, neighbours) && init_floor(&made.mixed_floor, neighbours);
    if (made.weight && made.sum && made.found && made.asked && floors) {
        *search = made;
        return TDG_OK;
    }
    tdg_search_done(&made);
    return TDG_ENOMEM;
}

void tdg_search_done(struct tdg_search *search)
{
    free(search->weight);
    free(search->sum);
    free(search->found);
    free(search->asked);
    free(search->floor.best.item);
    free(search->mixed_floor.best.item);
    *search = (struct tdg_search){0};
}

/* The first place in begin ≤ at < end whose row is not below `row`. */
static size_t lower_bound(const uint32_t *column, size_t begin, size_t end, uint32_t row)
{
    while (begin < end) {
        size_t middle = begin + (end - begin) / 2;
        if (column[middle] < row)
            begin = middle + 1;
        else
            end = middle;
    }
    return begin;
}

static int compare_asked(const void *a, const void *b)
{
    const struct tdg_asked *x = a, *y = b;
    size_t left = x->end - x->begin, right = y->end - y->begin;
    if (left != right)
        return left < right ? -1 : 1;
    return x->begin < y->begin ? -1 : x->begin > y->begin;
}

/* `rest` holds the weight of the column's best posting; it becomes the limit of the columns from
 * this one on. Summed from the small end in double; the margin covers the rest. */
static void limit_rests(struct tdg_asked *asked, size_t count)
{
    double product = 0, square = 0;
    for (size_t i = count; i-- > 0;) {
        product += (double)asked[i].weight * (double)asked[i].rest;
        square += (double)asked[i].weight * (double)asked[i].weight;
        asked[i].rest = (float)fmin(product, sqrt(square));
    }
}

/* Lists the columns of the row, rarest first, spreads its weights out, and starts again. The
 * margin: a sum of m float products, each at least 0 and together at most 1, is off by at most m
 * times half of FLT_EPSILON (Higham 2002, section 3.1); twice that on both sides of a comparison. A
 * mixed score has a few roundings more. */
static void ask(struct tdg_search *search, uint32_t row, uint32_t first, uint32_t last, bool mixed)
{
    const struct tdg_matrix *rows = search->postings->rows, *turned = &search->postings->column;
    search->asked_count = 0;
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++) {
        uint32_t column = rows->column[at];
        struct tdg_asked asked = {.begin = turned->begin[column],
                                  .end = turned->begin[column + 1],
                                  .weight = rows->weight[at],
                                  .rest = search->postings->most[column]};
        if (first > 0)
            asked.begin = lower_bound(turned->column, asked.begin, asked.end, first);
        if (last < rows->rows)
            asked.end = lower_bound(turned->column, asked.begin, asked.end, last);
        asked.next = asked.begin;
        search->asked[search->asked_count++] = asked;
        search->weight[column] = asked.weight;
    }
    qsort(search->asked, search->asked_count, sizeof *search->asked, compare_asked);
    limit_rests(search->asked, search->asked_count);
    search->row = row;
    search->pull = mixed ? search->postings->pull[row] * search->postings->max_pull : 0;
    search->margin = 4 * FLT_EPSILON * (float)(search->asked_count + (search->pull > 0 ? 12 : 4));
    search->found_count = 0;
    search->floor.best.count = search->mixed_floor.best.count = 0;
    search->floor.limit = search->mixed_floor.limit = 0;
}

/* The cosine below which no row is among the nearest, by either score; at most 0 where a row
 * without any common column may be. */
static float min_cosine(const struct tdg_search *search)
{
    float least = search->floor.limit;
    if (search->pull > 0) {
        float most = search->pull * (1 + MEANING_MARGIN);
        least = fminf(least, (search->mixed_floor.limit - most) / (1 - search->pull));
    }
    return least;
}

/* How many columns to add up: the more are left out, the fewer postings are read, and the more rows
 * come so near to the limit that their cosine has to be computed. Without any, the rest is 0. */
static size_t columns_needed(const struct tdg_search *search)
{
    size_t needed = search->asked_count;
    float affordable = min_cosine(search) * REST;
    while (affordable > 0 && needed > 0 && search->asked[needed - 1].rest <= affordable)
        needed--;
    return needed;
}

/* Adds the block's postings of the first columns up. */
static void add_up(struct tdg_search *search, size_t columns, size_t start)
{
    const uint32_t *row = search->postings->column.column;
    const float *weight = search->postings->column.weight;
    float *sum = search->sum;
    for (size_t c = 0; c < columns; c++) {
        struct tdg_asked *asked = &search->asked[c];
        size_t at = asked->next;
        for (; at < asked->end && row[at] - start < BLOCK; at++)
            sum[row[at] - start] += asked->weight * weight[at];
        asked->next = at;
    }
}

static inline int32_t product(const int16_t *one, const int16_t *other, uint32_t columns)
{
    int32_t sum = 0;
    for (uint32_t c = 0; c < columns; c++)
        sum += one[c] * other[c];
    return sum;
}

/* e·e; with a number of columns that the compiler knows it takes a third of the time. */
static double likeness(const struct tdg_meaning *meaning, size_t one, size_t other)
{
    enum { USUAL = 32 };
    const double scale = 1.0 / TDG_MEANING_UNIT / TDG_MEANING_UNIT; /* a power of two: exact */
    uint32_t columns = meaning->columns;
    const int16_t *x = meaning->value + one * columns, *y = meaning->value + other * columns;
    return scale * (columns == USUAL ? product(x, y, USUAL) : product(x, y, columns));
}

/* The mixed score of the row that looks and another one, of which the cosine is known. */
static double mix(const struct tdg_search *search, uint32_t row, double cosine)
{
    const struct tdg_postings *postings = search->postings;
    double a = (double)postings->pull[search->row] * (double)postings->pull[row];
    return a > 0 ? (1 - a) * cosine + a * likeness(postings->meaning, search->row, row) : cosine;
}

static void offer(struct tdg_floor *floor, uint32_t row, float score)
{
    tdg_best_offer(&floor->best, (struct tdg_candidate){score, row});
    if (floor->best.count == floor->best.most)
        floor->limit = floor->best.item[floor->best.most - 1].cosine;
}

/* Whether a row can be among the nearest by the mixed score if its meaning is the very same. */
static bool may_be_near(const struct tdg_search *search, uint32_t row, float max_cosine)
{
    float a = search->postings->pull[search->row] * search->postings->pull[row];
    float most = max_cosine + a * (1 + MEANING_MARGIN - max_cosine);
    return most >= search->mixed_floor.limit - search->margin;
}

static void note(struct tdg_search *search, uint32_t row, float sum, float rest)
{
    struct tdg_near_row found = {row, sum + rest, -1};
    if (sum + rest >= search->floor.limit - search->margin)
        offer(&search->floor, row, sum);
    if (search->pull > 0 && may_be_near(search, row, sum + rest)) {
        float mixed = (float)mix(search, row, (double)sum);
        found.mixed = mixed + rest;
        offer(&search->mixed_floor, row, mixed);
        if (found.mixed < search->mixed_floor.limit - search->margin &&
            found.cosine < search->floor.limit - search->margin)
            return;
    }
    search->found[search->found_count++] = found;
}

static float bar_of(const struct tdg_search *search, float rest)
{
    float bar = min_cosine(search) - rest - search->margin;
    return bar > 0 ? bar : 0;
}

/* Goes over the same postings again, notes the rows that may be among the nearest (the limit rises
 * meanwhile) and clears the sums. */
static void look_through(struct tdg_search *search, size_t columns, size_t start, float rest)
{
    const uint32_t *row = search->postings->column.column;
    float *sum = search->sum;
    float bar = bar_of(search, rest);
    for (size_t c = 0; c < columns; c++) {
        struct tdg_asked *asked = &search->asked[c];
        for (size_t at = asked->begin; at < asked->next; at++) {
            float found = sum[row[at] - start];
            sum[row[at] - start] = 0;
            if (found > bar) {
                note(search, row[at], found, rest);
                bar = bar_of(search, rest);
            }
        }
        asked->begin = asked->next;
    }
}

/* Lists all rows that may be among the nearest, and some more. */
static void gather(struct tdg_search *search, size_t first, size_t last)
{
    for (size_t start = first; start < last; start += BLOCK) {
        size_t columns = columns_needed(search);
        float rest = columns < search->asked_count ? search->asked[columns].rest : 0;
        add_up(search, columns, start);
        look_through(search, columns, start, rest);
    }
}

static double cosine_of(const struct tdg_search *search, uint32_t row)
{
    const struct tdg_matrix *rows = search->postings->rows;
    double sum = 0;
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++)
        sum += (double)search->weight[rows->column[at]] * (double)rows->weight[at];
    return sum;
}

static void offer_positive(struct tdg_best *best, uint32_t row, float score)
{
    if (score > 0)
        tdg_best_offer(best, (struct tdg_candidate){score, row});
}

/* Of the rows with a common column. */
static void choose(const struct tdg_search *search, struct tdg_best *best, struct tdg_best *mixed)
{
    for (size_t i = 0; i < search->found_count; i++) {
        struct tdg_near_row found = search->found[i];
        bool near = found.cosine >= search->floor.limit - search->margin;
        bool near_mixed =
            search->pull > 0 && found.mixed >= search->mixed_floor.limit - search->margin;
        if (found.row == search->row || !(near || near_mixed))
            continue;
        double cosine = cosine_of(search, found.row);
        if (near)
            offer_positive(best, found.row, (float)cosine);
        if (near_mixed)
            offer_positive(mixed, found.row, (float)mix(search, found.row, cosine));
    }
}

/* The rows without a common column, where they can be among the nearest. All others have been
 * noted: as long as min_cosine is not above 0 no column is left out. */
static void choose_strangers(const struct tdg_search *search, struct tdg_best *mixed,
                             uint32_t first, uint32_t last)
{
    const struct tdg_postings *postings = search->postings;
    if (!mixed || !(search->pull > 0) || min_cosine(search) > 0)
        return;
    for (uint32_t row = first; row < last; row++) {
        if (!(postings->pull[row] > 0) || row == search->row)
            continue;
        float score = (float)mix(search, row, 0);
        float limit = mixed->count == mixed->most ? mixed->item[mixed->most - 1].cosine : 0;
        if (score > 0 && score >= limit && !(cosine_of(search, row) > 0))
            offer_positive(mixed, row, score);
    }
}

static void copy_best(struct tdg_best *to, const struct tdg_best *from)
{
    to->count = from->count;
    memcpy(to->item, from->item, from->count * sizeof *to->item);
}

void tdg_search_run(struct tdg_search *search, struct tdg_best *best, struct tdg_best *mixed,
                    uint32_t row, uint32_t first, uint32_t last)
{
    const struct tdg_matrix *rows = search->postings->rows;
    ask(search, row, first, last, mixed != NULL);
    gather(search, first, last);
    best->count = 0;
    if (mixed)
        mixed->count = 0;
    choose(search, best, mixed);
    choose_strangers(search, mixed, first, last);
    if (mixed && !(search->pull > 0))
        copy_best(mixed, best);
    for (size_t at = rows->begin[row]; at < rows->begin[row + 1]; at++)
        search->weight[rows->column[at]] = 0;
}
