// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/score.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/sized.h"
#include "cluster/agreement.h"
#include "cluster/grouping.h"
#include "input/input.h"
#include "input/read.h"
#include "input/table.h"

/* Articles that have gold, by the number of their id: the last record of an id decides. */
struct gold {
    struct tdg_intern ids;
    struct tdg_intern groups;
    uint32_t *group; /* [ids.count] */
    size_t capacity;
};

static void gold_done(struct gold *gold)
{
    tdg_intern_done(&gold->ids);
    tdg_intern_done(&gold->groups);
    free(gold->group);
}

static int set_group(struct gold *gold, const char *id, const char *group)
{
    uint32_t at = tdg_intern(&gold->ids, id, strlen(id));
    uint32_t number = tdg_intern(&gold->groups, group, strlen(group));
    if (at == TDG_NONE || number == TDG_NONE)
        return TDG_ENOMEM;
    uint32_t *grown = tdg_grow(gold->group, &gold->capacity, gold->ids.count, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    gold->group = grown;
    gold->group[at] = number;
    return TDG_OK;
}

/* Only the id and the gold field matter, and an article without text must count, too: the id is
 * read as if it were the body. */
static int read_gold(struct gold *gold, const struct tdg_score_request *request,
                     const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct tdg_articles articles = {0};
    const char *field = request->field ? request->field : "label";
    const struct tdg_field_map map[] = {{"body", "id"}};
    struct tdg_read_options options = tdg_read_defaults();
    options.group_field = field;
    options.map = map;
    options.map_count = sizeof map / sizeof *map;
    int status = tdg_read(&articles, &request->gold, 1, &options, monitor, error);
    for (size_t i = 0; !status && i < articles.count; i++) {
        const struct tdg_article *article = &articles.items[i];
        if (article->group[0] && set_group(gold, article->id, article->group))
            status = tdg_fail_memory(error);
    }
    if (!status && gold->ids.count == 0)
        status = tdg_fail_at(error, TDG_EEMPTY, request->gold, 0, "no article has a field \"%s\"",
                             field);
    tdg_articles_done(&articles);
    return status;
}

static int find_column(size_t *column, const struct tdg_table *table, const char *path,
                       const char *name, struct tdg_error *error)
{
    for (size_t c = 0; table->row_count > 0 && c < table->column_count; c++)
        if (strcmp(table->rows[0][c], name) == 0) {
            *column = c;
            return TDG_OK;
        }
    return tdg_fail_at(error, TDG_EFORMAT, path, 1, "no column \"%s\"", name);
}

/* found[id]: the group of the last row of an id that has one, TDG_NONE for none. */
static int read_found(uint32_t *found, struct tdg_intern *groups, const struct gold *gold,
                      const struct tdg_score_request *request, struct tdg_error *error)
{
    struct tdg_table table = {0};
    size_t id = 0, group = 0;
    int status = tdg_table_read(&table, request->groups, error);
    if (!status)
        status = find_column(&id, &table, request->groups, "id", error);
    if (!status)
        status = find_column(&group, &table, request->groups,
                             request->column ? request->column : "theme", error);
    for (size_t r = 1; !status && r < table.row_count; r++) {
        char *const *row = table.rows[r];
        uint32_t at = tdg_intern_find(&gold->ids, row[id], strlen(row[id]));
        if (at == TDG_NONE && row[id][0] == '\'') /* as tdg_csv_cell writes "=1" */
            at = tdg_intern_find(&gold->ids, row[id] + 1, strlen(row[id] + 1));
        if (at == TDG_NONE || !row[group][0])
            continue;
        found[at] = tdg_intern(groups, row[group], strlen(row[group]));
        if (found[at] == TDG_NONE)
            status = tdg_fail_memory(error);
    }
    tdg_table_done(&table);
    return status;
}

/* How many items have a group, and how many different ones there are. */
static void count_found(const uint32_t *found, size_t count, size_t *covered, size_t *distinct,
                        bool *seen)
{
    *covered = *distinct = 0;
    for (size_t i = 0; i < count; i++) {
        if (found[i] == TDG_NONE)
            continue;
        ++*covered;
        *distinct += !seen[found[i]];
        seen[found[i]] = true;
    }
}

static int measure(struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                   const struct gold *gold, const uint32_t *found, size_t groups,
                   struct tdg_error *error)
{
    size_t articles = gold->ids.count, covered, distinct;
    struct tdg_agreement agreement;
    bool *seen = tdg_alloc(groups, sizeof *seen);
    if (!seen)
        return tdg_fail_memory(error);
    count_found(found, articles, &covered, &distinct, seen);
    free(seen);
    int status = tdg_agreement(&agreement, found, gold->group, articles, error);
    if (status)
        return status;
    const struct tdg_measure all[] = {
        {"articles", (double)articles, 0},
        {"covered", (double)covered / (double)articles, 4},
        {"gold_groups", (double)gold->groups.count, 0},
        {"found_groups", (double)distinct, 0},
        {"v_measure", agreement.v_measure, 4},
        {"homogeneity", agreement.homogeneity, 4},
        {"completeness", agreement.completeness, 4},
        {"ari", agreement.ari, 4},
        {"bcubed_precision", agreement.bcubed_precision, 4},
        {"bcubed_recall", agreement.bcubed_recall, 4},
        {"bcubed_f1", agreement.bcubed_f1, 4},
        {"pairwise_f1", agreement.pairwise_f1, 4},
        {"purity", agreement.purity, 4},
    };
    _Static_assert(sizeof all / sizeof *all <= TDG_MEASURES_MAX, "room for all measures");
    memcpy(measures, all, sizeof all);
    *count = sizeof all / sizeof *all;
    return TDG_OK;
}

int tdg_score_groups(const struct tdg_score_request *given, const struct tdg_monitor *monitor,
                     struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                     struct tdg_error *error)
{
    struct gold gold = {0};
    struct tdg_intern groups = {0};
    uint32_t *found = NULL;
    struct tdg_score_request request;
    int status = tdg_sized_read(&request, sizeof request, given, error);
    if (!status)
        status = read_gold(&gold, &request, monitor, error);
    if (status)
        goto out;
    found = tdg_alloc(gold.ids.count, sizeof *found);
    if (!found) {
        status = tdg_fail_memory(error);
        goto out;
    }
    for (uint32_t i = 0; i < gold.ids.count; i++)
        found[i] = TDG_NONE;
    status = read_found(found, &groups, &gold, &request, error);
    if (!status)
        status = measure(measures, count, &gold, found, groups.count, error);
out:
    free(found);
    tdg_intern_done(&groups);
    gold_done(&gold);
    return status;
}
