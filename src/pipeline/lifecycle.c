// SPDX-License-Identifier: GPL-3.0-or-later
/* A run as it begins and ends, and the order of its articles. */
#include "pipeline/lifecycle.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/workers.h"
#include "cluster/grouping.h"
#include "input/order.h"
#include "input/read.h"
#include "label/label.h"
#include "pipeline/mute.h"
#include "pipeline/option_values.h"
#include "pipeline/options.h"
#include "pipeline/settings.h"
#include "series/trends.h"
#include "story/story.h"
#include "text/streams.h"
#include "vector/matrix.h"
#include "vector/meaning.h"

int tdg_run_open(struct tdg_run *run, const struct tdg_options *options)
{
    run->options = tdg_options_copy(options);
    int status = run->options ? TDG_OK : tdg_fail_memory(run->error);
    if (!status)
        status = tdg_settings_make(&run->settings, run->options, run->error);
    if (!status)
        status = tdg_workers_new(&run->workers, run->settings.threads, run->error);
    return status;
}

void tdg_run_done(struct tdg_run *run)
{
    tdg_trends_done(&run->trends);
    tdg_labels_done(&run->parent_labels);
    tdg_events_done(&run->events);
    tdg_stories_done(&run->stories);
    tdg_labels_done(&run->labels);
    tdg_grouping_done(&run->parents);
    tdg_grouping_done(&run->grouping);
    free(run->seeds.begin);
    free(run->seeds.column);
    free(run->preset_names);
    free(run->mixed);
    tdg_meaning_done(&run->meaning);
    tdg_matrix_done(&run->graph);
    tdg_matrix_done(&run->nearest);
    tdg_matrix_done(&run->rows);
    tdg_matrix_done(&run->counts);
    tdg_muted_done(&run->muted);
    tdg_vocabulary_done(&run->vocabulary);
    tdg_streams_done(&run->streams);
    tdg_names_done(&run->names);
    free(run->copy_of);
    free(run->published);
    tdg_articles_done(&run->articles);
    tdg_workers_free(run->workers);
    tdg_settings_done(&run->settings);
    tdg_options_free(run->options);
}

int tdg_run_times(struct tdg_run *run)
{
    free(run->published);
    run->published = tdg_alloc(run->articles.count, sizeof *run->published);
    for (size_t i = 0; run->published && i < run->articles.count; i++)
        run->published[i] = run->articles.items[i].published;
    return run->published ? TDG_OK : tdg_fail_memory(run->error);
}

int tdg_run_order(struct tdg_run *run)
{
    int status = tdg_articles_order(&run->articles, &run->digest, run->monitor, run->error);
    return status ? status : tdg_run_times(run);
}
