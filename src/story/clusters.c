// SPDX-License-Identifier: GPL-3.0-or-later
/* Parties: articles that are joined, two clusters at a time. */
#include "story/clusters.h"

#include <math.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "event/title_patterns.h"
#include "story/story.h"
#include "text/text.h"
#include "vector/vector.h"

static const double day = 86400;

static double furthest(const struct tdg_matrix *nearest, uint32_t row)
{
    float least = 0;
    for (size_t at = nearest->begin[row]; at < nearest->begin[row + 1]; at++)
        if (at == nearest->begin[row] || nearest->weight[at] < least)
            least = nearest->weight[at];
    return (double)least;
}

static bool is_among(const uint32_t *columns, size_t count, uint32_t column)
{
    for (size_t i = 0; i < count; i++)
        if (columns[i] == column)
            return true;
    return false;
}

/* The words of a row are the first of its counts: phrases have the last columns. A pattern says
 * nothing about the event. */
static void fill(struct tdg_story_cluster *cluster, const struct tdg_story_facts *facts,
                 uint32_t row)
{
    const struct tdg_story_input *input = facts->input;
    const struct tdg_matrix *rows = input->rows;
    const float *count = input->counts->weight + input->counts->begin[row];
    size_t begin = rows->begin[row], words = rows->begin[row + 1] - begin;
    uint32_t pattern[TDG_TEXT_PLACES * TDG_PATTERN_WORDS];
    size_t left_out = input->patterns
                          ? tdg_title_pattern_words(pattern, input->patterns, input->streams, row)
                          : 0;
    for (size_t i = 0; i < left_out; i++)
        pattern[i] = input->vocabulary->column[pattern[i]];
    for (size_t i = 0; i < words; i++) {
        float weight = rows->weight[begin + i];
        uint32_t column = rows->column[begin + i];
        if (is_among(pattern, left_out, column))
            continue;
        cluster->cells.item[cluster->cells.count++] =
            (struct tdg_sparse_cell){column, count[i], weight, facts->burst[begin + i]};
        cluster->words += (double)count[i];
        cluster->square += (double)weight * (double)weight;
        cluster->idf_sum += facts->idf_sum[column];
    }
    cluster->articles = 1;
    cluster->first = INT64_MAX;
    cluster->last = INT64_MIN;
    if (input->published[row] != TDG_NO_DATE) {
        cluster->dated = 1;
        cluster->first = cluster->last = input->published[row];
        cluster->time = (double)cluster->first / day;
    }
    cluster->knn_radius = furthest(input->nearest, row);
}

/* Neighbours of both directions within the unit; one may be there twice. next: [count + 1]. */
static int link(struct tdg_cluster_set *set, const uint32_t *local, size_t *next)
{
    const struct tdg_matrix *nearest = set->facts->input->nearest;
    const uint32_t *unit = set->facts->input->unit;
    uint32_t own = unit[set->row[0]];
    for (int pass = 0; pass < 2; pass++) {
        for (uint32_t i = 0; i < set->count; i++)
            for (size_t at = nearest->begin[set->row[i]]; at < nearest->begin[set->row[i] + 1];
                 at++) {
                if (unit[nearest->column[at]] != own)
                    continue;
                uint32_t other = local[nearest->column[at]];
                if (pass == 0) {
                    next[i + 1]++;
                    next[other + 1]++;
                } else {
                    set->near[next[i]++] = other;
                    set->near[next[other]++] = i;
                }
            }
        if (pass)
            break;
        for (size_t i = 0; i < set->count; i++)
            next[i + 1] += next[i];
        set->near = tdg_alloc(next[set->count], sizeof *set->near);
        if (!set->near)
            return TDG_ENOMEM;
    }
    for (size_t i = 0; i < set->count; i++) {
        size_t begin = i ? next[i - 1] : 0;
        set->cluster[i].near = (struct tdg_linked){set->near + begin, next[i] - begin, 0};
    }
    return TDG_OK;
}

int tdg_cluster_set_init(struct tdg_cluster_set *set, const struct tdg_story_facts *facts,
                         const uint32_t *row, size_t count, uint32_t *local)
{
    const struct tdg_matrix *rows = facts->input->rows;
    *set = (struct tdg_cluster_set){.facts = facts, .row = row, .count = count};
    size_t cells = 0;
    for (uint32_t i = 0; i < count; i++) {
        local[row[i]] = i;
        cells += rows->begin[row[i] + 1] - rows->begin[row[i]];
    }
    set->cluster = tdg_alloc(count, sizeof *set->cluster);
    set->cell = tdg_alloc(cells, sizeof *set->cell);
    size_t *next = tdg_alloc(count + 1, sizeof *next);
    int status = set->cluster && set->cell && next ? TDG_OK : TDG_ENOMEM;
    cells = 0;
    for (uint32_t i = 0; !status && i < count; i++) {
        set->cluster[i].into = i;
        set->cluster[i].cells.item = set->cell + cells;
        fill(&set->cluster[i], facts, row[i]);
        cells += rows->begin[row[i] + 1] - rows->begin[row[i]];
    }
    if (!status && count)
        status = link(set, local, next);
    free(next);
    return status;
}

void tdg_cluster_set_done(struct tdg_cluster_set *set)
{
    for (size_t i = 0; set->cluster && i < set->count; i++) {
        if (set->cluster[i].cells.capacity)
            free(set->cluster[i].cells.item);
        if (set->cluster[i].near.capacity)
            free(set->cluster[i].near.item);
    }
    free(set->cluster);
    free(set->cell);
    free(set->near);
    *set = (struct tdg_cluster_set){0};
}

uint32_t tdg_cluster_of(struct tdg_cluster_set *set, uint32_t cluster)
{
    while (set->cluster[cluster].into != cluster) {
        uint32_t into = set->cluster[cluster].into;
        set->cluster[cluster].into = set->cluster[into].into;
        cluster = into;
    }
    return cluster;
}

bool tdg_cluster_is_rubric(const struct tdg_cluster_set *set, uint32_t article)
{
    const struct tdg_story_cluster *cluster = &set->cluster[article];
    const struct tdg_story_facts *facts = set->facts;
    uint32_t pattern[TDG_TEXT_PLACES * TDG_PATTERN_WORDS];
    return cluster->into == article && cluster->articles == 1 && cluster->cells.count == 0 &&
           facts->input->patterns &&
           tdg_title_pattern_words(pattern, facts->input->patterns, facts->input->streams,
                                   set->row[article]);
}

/* What is borrowed is copied first. */
static int reserve_cells(struct tdg_sparse *cells, size_t needed)
{
    bool borrowed = cells->capacity == 0;
    struct tdg_sparse_cell *room =
        tdg_grow(borrowed ? NULL : cells->item, &cells->capacity, needed, sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    if (borrowed && cells->count)
        memcpy(room, cells->item, cells->count * sizeof *room);
    cells->item = room;
    return TDG_OK;
}

static int reserve_near(struct tdg_linked *near, size_t needed)
{
    bool borrowed = near->capacity == 0;
    uint32_t *room = tdg_grow(borrowed ? NULL : near->item, &near->capacity, needed, sizeof *room);
    if (!room)
        return TDG_ENOMEM;
    if (borrowed && near->count)
        memcpy(room, near->item, near->count * sizeof *room);
    near->item = room;
    return TDG_OK;
}

/* Both are ascending; the larger one takes in the other, from the end. */
static void merge_cells(struct tdg_sparse *into, const struct tdg_sparse *from)
{
    size_t i = into->count, j = from->count, common = 0;
    for (size_t a = 0, b = 0; a < i && b < j;) {
        uint32_t x = into->item[a].column, y = from->item[b].column;
        common += x == y;
        a += x <= y;
        b += y <= x;
    }
    size_t at = into->count = i + j - common;
    while (j) {
        struct tdg_sparse_cell *other = &from->item[j - 1];
        if (i && into->item[i - 1].column > other->column) {
            into->item[--at] = into->item[--i];
        } else if (i && into->item[i - 1].column == other->column) {
            struct tdg_sparse_cell both = into->item[--i];
            both.count += other->count;
            both.weight += other->weight;
            both.burst = other->burst > both.burst ? other->burst : both.burst;
            into->item[--at] = both;
            j--;
        } else {
            into->item[--at] = *other;
            j--;
        }
    }
}

/* Each cluster that they know once, as it is called by now, without `self`. */
static void merge_near(struct tdg_cluster_set *set, struct tdg_linked *into,
                       const struct tdg_linked *from, uint32_t self, uint32_t *seen)
{
    size_t kept = 0;
    if (from->count)
        memcpy(into->item + into->count, from->item, from->count * sizeof *from->item);
    into->count += from->count;
    for (size_t i = 0; i < into->count; i++) {
        uint32_t cluster = tdg_cluster_of(set, into->item[i]);
        if (cluster == self || seen[cluster])
            continue;
        seen[cluster] = 1;
        into->item[kept++] = cluster;
    }
    into->count = kept;
    for (size_t i = 0; i < kept; i++)
        seen[into->item[i]] = 0;
}

static void measure(struct tdg_story_cluster *cluster, const struct tdg_story_facts *facts)
{
    cluster->square = cluster->idf_sum = 0;
    for (size_t i = 0; i < cluster->cells.count; i++) {
        const struct tdg_sparse_cell *cell = &cluster->cells.item[i];
        cluster->square += (double)cell->weight * (double)cell->weight;
        cluster->idf_sum += facts->idf_sum[cell->column];
    }
}

static void release(struct tdg_story_cluster *cluster)
{
    if (cluster->cells.capacity)
        free(cluster->cells.item);
    if (cluster->near.capacity)
        free(cluster->near.item);
    cluster->cells = (struct tdg_sparse){0};
    cluster->near = (struct tdg_linked){0};
}

int tdg_cluster_join(struct tdg_cluster_set *set, uint32_t low, uint32_t high, uint32_t *seen)
{
    struct tdg_story_cluster *stays = &set->cluster[low], *goes = &set->cluster[high];
    if (stays->cells.count < goes->cells.count) { /* the longer array takes in the shorter one */
        struct tdg_sparse cells = stays->cells;
        stays->cells = goes->cells;
        goes->cells = cells;
    }
    int status = reserve_cells(&stays->cells, stays->cells.count + goes->cells.count);
    if (!status)
        status = reserve_near(&stays->near, stays->near.count + goes->near.count);
    if (status)
        return status;
    goes->into = low;
    merge_cells(&stays->cells, &goes->cells);
    merge_near(set, &stays->near, &goes->near, low, seen);
    measure(stays, set->facts);
    stays->words += goes->words;
    stays->knn_radius += goes->knn_radius;
    stays->time += goes->time;
    stays->articles += goes->articles;
    stays->dated += goes->dated;
    if (goes->first < stays->first)
        stays->first = goes->first;
    if (goes->last > stays->last)
        stays->last = goes->last;
    stays->version++;
    release(goes);
    return TDG_OK;
}
