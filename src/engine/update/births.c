// SPDX-License-Identifier: GPL-3.0-or-later
/* New themes out of the articles that fit none. They are analyzed by themselves, as if they were
 * all there is; what comes out as a clear group becomes a theme. */
#include <math.h>
#include <stdlib.h>

#include "base/error.h"
#include "engine/update/update.h"

enum {
    FEWEST_IN_ALL = 40, /* articles without a theme before it is tried */
    FEWEST_A_THEME = 10,
    MOST = 5000, /* the newest ones that are looked at */
};

/* A group that does not come back among half of the articles, or whose terms do not go together, is
 * no subject but what was left over. */
static const double least_stability = 0.5, least_coherence = 0.05;

static bool is_clear(const struct tdg_run *run, uint32_t group, size_t originals)
{
    double stability = run->grouping.stability ? run->grouping.stability[group] : (double)NAN;
    return originals >= FEWEST_A_THEME && !(stability < least_stability) &&
           run->labels.items[group].coherence >= least_coherence;
}

static int bear_group(struct tdg_update *update, const struct tdg_run *run, uint32_t group,
                      int64_t *theme)
{
    size_t originals = 0;
    int64_t number = 0;
    for (size_t i = 0; i < run->articles.count; i++)
        originals += run->grouping.group[i] == group && run->copy_of[i] == TDG_NONE;
    if (!is_clear(run, group, originals))
        return TDG_OK;
    int status = tdg_update_bear(&number, update, run, group, 0);
    for (size_t i = 0; !status && i < run->articles.count; i++) {
        if (run->grouping.group[i] != group)
            continue;
        theme[i] = number;
        status = tdg_archive_move(update->archive, tdg_run_number(run, i), number,
                                  (double)run->grouping.weight[i], update->error);
    }
    return status;
}

static int analyze(struct tdg_update *update, struct tdg_run *run)
{
    struct tdg_article_range range = {
        .from = TDG_NO_DATE, .to = TDG_NO_DATE, .limit = MOST, .undated = true, .unplaced = true};
    int status = tdg_run_open(run, update->options);
    run->settings.cluster.groups = 0; /* a number that was asked for is that of the whole archive */
    if (!status)
        status = tdg_update_load(run, update, &range);
    if (!status)
        status = tdg_run_order(run);
    if (!status)
        status = tdg_run_steps(run, "copies", "labels");
    return status;
}

static int tried(size_t *count, struct tdg_update *update)
{
    struct tdg_buffer text = {0};
    int status = tdg_archive_setting(&text, update->archive, "tried", update->error);
    *count = text.length ? strtoul(text.text, NULL, 10) : 0;
    tdg_buffer_done(&text);
    return status;
}

static int keep_tried(struct tdg_update *update, size_t count)
{
    char text[32];
    snprintf(text, sizeof text, "%zu", count);
    return tdg_archive_set(update->archive, "tried", text, update->error);
}

int tdg_update_births(struct tdg_update *update)
{
    struct tdg_archive_counts counts;
    size_t before = 0;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status)
        status = tried(&before, update);
    /* Not again until there are half as many more. */
    if (status || counts.unplaced < FEWEST_IN_ALL || 2 * counts.unplaced < 3 * before)
        return status;
    struct tdg_run run = {.monitor = update->monitor, .error = update->error};
    int64_t *theme = NULL;
    status = analyze(update, &run);
    if (!status) {
        theme = tdg_alloc(run.articles.count, sizeof *theme);
        status = theme ? TDG_OK : TDG_ENOMEM;
    }
    for (uint32_t g = 0; !status && g < run.grouping.groups; g++)
        status = bear_group(update, &run, g, theme);
    if (!status)
        status = tdg_update_learn(update, &run, theme, NULL);
    if (!status)
        status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status)
        status = keep_tried(update, counts.unplaced);
    free(theme);
    tdg_run_done(&run);
    return status;
}
