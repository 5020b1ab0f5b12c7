// SPDX-License-Identifier: GPL-3.0-or-later
/* From the values of the options to what each stage takes. */
#include "pipeline/settings.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/error.h"
#include "calendar/date_parse.h"
#include "cluster/cluster.h"
#include "cluster/stability.h"
#include "input/read.h"
#include "pipeline/option_values.h"
#include "text/mute.h"
#include "text/seed_topics.h"
#include "text/streams.h"
#include "vector/latent.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/smooth.h"

enum { MEGABYTE = 1 << 20, DAY = 24 * 60 * 60 };

/* The time of an option that was checked when it was set; the zone had not to be known then. */
static int64_t date(const char *text, const struct tdg_date_rules *rules)
{
    int64_t time = TDG_NO_DATE;
    if (*text)
        (void)tdg_date_parse(text, strlen(text), rules, &time);
    return time;
}

static void set_read(struct tdg_settings *settings, const struct tdg_option_values *values)
{
    struct tdg_read_options *read = &settings->read;
    *read = tdg_read_defaults();
    read->advise = true;
    read->format = values->format.word;
    read->encoding = values->encoding;
    read->map = values->map.items;
    read->map_count = values->map.count;
    read->group_field = settings->themes_from;
    read->dates.zone = settings->zone;
    read->dates.day_first = values->day_first;
    read->dates.month_first = values->month_first;
    read->from = date(values->from, &read->dates);
    read->to = date(values->to, &read->dates);
    read->dates_from_mtime = values->dates_from_mtime;
    settings->keep_dates = values->keep_dates;
    read->strict = values->strict;
    read->max_articles = values->max_articles;
    read->max_bytes = values->max_megabytes * MEGABYTE;
    read->max_members = values->max_members;
    read->max_record = values->max_record_megabytes * MEGABYTE;
    read->max_nesting = (unsigned)values->max_nesting;
}

static int check_dates(const struct tdg_read_options *read, struct tdg_error *error)
{
    if (read->dates.day_first && read->dates.month_first)
        return tdg_fail(error, TDG_EINVAL, "--day-first and --month-first cannot be combined");
    if (read->from != TDG_NO_DATE && read->to != TDG_NO_DATE && read->from >= read->to)
        return tdg_fail(error, TDG_EINVAL, "--from must be before --to");
    return TDG_OK;
}

static void set_stages(struct tdg_settings *settings, const struct tdg_option_values *values)
{
    settings->copies = (struct tdg_copy_options){
        .window = (int64_t)values->copy_days * DAY,
        .keep = values->keep_copies,
    };
    settings->text = tdg_text_defaults();
    settings->text.stem = settings->text.stop_words = settings->text.phrases =
        strcmp(settings->language, "none") != 0;
    settings->text.sorted = values->no_text;
    settings->vector = tdg_vector_defaults();
    settings->vector.weighting = values->weighting.word;
    if (strcmp(settings->vector.weighting, TDG_WEIGHTING_SUITED) == 0)
        settings->vector.weighting = "bm25"; /* of an archive, whose articles may be longer later */
    settings->vector.min_articles = (uint32_t)values->min_articles;
    settings->vector.max_share = values->max_share;
    settings->vector.max_terms = (uint32_t)values->max_terms;
    settings->neighbours = tdg_neighbour_defaults();
    settings->neighbours.window = (int64_t)values->window * DAY;
    settings->latent = tdg_latent_defaults();
    settings->latent.seed = values->seed;
    settings->smooth = tdg_smooth_defaults();
    settings->cluster = tdg_cluster_defaults();
    settings->event = tdg_event_defaults();
    settings->story = tdg_story_defaults();
    settings->cluster.groups = (uint32_t)values->themes;
    settings->stability = tdg_stability_defaults();
    settings->stability.resamples = (unsigned)values->resamples;
    settings->stability.seed = values->seed;
    settings->label = tdg_label_defaults();
    settings->label.terms = values->terms;
    settings->label.stem = settings->text.stem;
    settings->trend = tdg_trend_defaults();
    settings->trend.periods.period = values->period.word;
    settings->trend.periods.week_start = values->week_start.word;
    settings->trend.periods.zone = settings->zone;
    settings->trend.periods.max_periods = values->max_periods;
    settings->trend.level = values->level;
    settings->trend.null_runs = values->permutations;
    settings->trend.seed = values->seed;
    settings->vector.skip_weak = settings->text.stop_words;
    settings->recurring = true;
    settings->word_vectors = strcmp(values->word_vectors.word, "none") != 0;
}

void tdg_settings_resolve(struct tdg_settings *settings, const struct tdg_options *options)
{
    static const double resolutions[] = {1, 2, 3}; /* of the details coarse, normal and fine */
    settings->cluster.resolution = resolutions[options->values.detail.index];
    settings->vector.weighting = options->values.weighting.word;
    settings->mark_mixed = true;
    settings->names = true;
}

int tdg_settings_make(struct tdg_settings *settings, const struct tdg_options *options,
                      struct tdg_error *error)
{
    const struct tdg_option_values *values = &options->values;
    struct tdg_settings made = {
        .language = values->language,
        .themes_from = values->themes_from,
        .seeds = values->seeds,
        .mute = values->mute,
        .threads = (unsigned)values->threads,
    };
    int status = tdg_zone_open(&made.zone, values->time_zone, error);
    if (!status) {
        set_read(&made, values);
        set_stages(&made, values);
        status = check_dates(&made.read, error);
    }
    if (!status)
        status = tdg_subjects_new(&made.subjects, values->subjects, error);
    made.label.subjects = made.subjects;
    if (!status && *made.seeds && *made.themes_from)
        status = tdg_fail(error, TDG_EINVAL, "--seeds and --themes-from cannot be combined");
    if (!status && *made.seeds)
        status = tdg_seed_topics_load(&made.topics, made.seeds, error);
    if (!status)
        status = tdg_word_lists_new(&made.lists, values->stop_words, values->synonyms, values->keep,
                                    error);
    made.text.lists = made.lists;
    if (!status && *made.mute)
        status = tdg_mutes_load(&made.mutes, made.mute, error);
    if (status)
        tdg_settings_done(&made);
    else
        *settings = made;
    return status;
}

void tdg_settings_done(struct tdg_settings *settings)
{
    tdg_zone_free(settings->zone);
    tdg_subjects_free(settings->subjects);
    tdg_seed_topics_done(&settings->topics);
    tdg_mutes_done(&settings->mutes);
    tdg_word_lists_free(settings->lists);
    tdg_arena_done(&settings->arena);
    *settings = (struct tdg_settings){0};
}
