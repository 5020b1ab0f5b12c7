// SPDX-License-Identifier: GPL-3.0-or-later
/* From the text of the options to what each stage takes. The options were checked when they were
 * set, so a conversion here cannot fail for its value. */
#include "pipeline/settings.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "calendar/date_parse.h"
#include "calendar/zone.h"
#include "cluster/cluster.h"
#include "cluster/stability.h"
#include "dedup/copies.h"
#include "input/input.h"
#include "input/read.h"
#include "label/label.h"
#include "label/subjects.h"
#include "series/trends.h"
#include "story/story.h"
#include "text/guides.h"
#include "text/mute.h"
#include "text/streams.h"
#include "vector/latent.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/smooth.h"
#include "vector/vector.h"

enum { MEGABYTE = 1 << 20, DAY = 24 * 60 * 60 };

/* 0 for "auto". */
static uint64_t number(const struct tdg_options *options, const char *name)
{
    return strtoull(tdg_options_get(options, name), NULL, 10);
}

static bool is_on(const struct tdg_options *options, const char *name)
{
    return strcmp(tdg_options_get(options, name), "true") == 0;
}

/* "0.25" → 0.25; not strtod, whose decimal point is the locale's. */
static double share(const struct tdg_options *options, const char *name)
{
    const char *digit = tdg_options_get(options, name);
    double value = 0, unit = 1;
    for (; *digit && *digit != '.'; digit++)
        value = value * 10 + (*digit - '0');
    for (digit += *digit == '.'; *digit; digit++) {
        value = value * 10 + (*digit - '0');
        unit *= 10;
    }
    return value / unit;
}

static int64_t date(const struct tdg_options *options, const char *name,
                    const struct tdg_date_rules *rules)
{
    const char *text = tdg_options_get(options, name);
    int64_t time = TDG_NO_DATE;
    if (*text)
        (void)tdg_date_parse(text, strlen(text), rules, &time);
    return time;
}

static int set_map(struct tdg_settings *settings, const struct tdg_options *options)
{
    size_t count = 0;
    while (tdg_options_part(options, "map", count))
        count++;
    settings->map = tdg_arena_alloc(&settings->arena, (count + 1) * sizeof *settings->map);
    if (!settings->map)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        const char *part = tdg_options_part(options, "map", i);
        const char *equals = strchr(part, '=');
        char *field = tdg_arena_copy(&settings->arena, part, (size_t)(equals - part));
        if (!field)
            return TDG_ENOMEM;
        settings->map[i] = (struct tdg_field_map){field, equals + 1};
    }
    settings->read.map = settings->map;
    settings->read.map_count = count;
    return TDG_OK;
}

static void set_read(struct tdg_settings *settings, const struct tdg_options *options)
{
    struct tdg_read_options *read = &settings->read;
    *read = tdg_read_defaults();
    read->format = tdg_options_get(options, "format");
    read->encoding = tdg_options_get(options, "encoding");
    read->group_field = settings->themes_from;
    read->dates.zone = settings->zone;
    read->dates.day_first = is_on(options, "day-first");
    read->dates.month_first = is_on(options, "month-first");
    read->from = date(options, "from", &read->dates);
    read->to = date(options, "to", &read->dates);
    read->dates_from_mtime = is_on(options, "dates-from-mtime");
    settings->keep_dates = is_on(options, "keep-dates");
    read->strict = is_on(options, "strict");
    read->most_articles = number(options, "max-articles");
    read->most_bytes = number(options, "max-megabytes") * MEGABYTE;
    read->most_members = number(options, "max-members");
    read->most_record = number(options, "max-record-megabytes") * MEGABYTE;
    read->most_nesting = (unsigned)number(options, "max-nesting");
}

static int check_dates(const struct tdg_read_options *read, struct tdg_error *error)
{
    if (read->dates.day_first && read->dates.month_first)
        return tdg_fail(error, TDG_EINVAL, "--day-first and --month-first exclude each other");
    if (read->from != TDG_NO_DATE && read->to != TDG_NO_DATE && read->from >= read->to)
        return tdg_fail(error, TDG_EINVAL, "there is no time between --from and --to");
    return TDG_OK;
}

static void set_stages(struct tdg_settings *settings, const struct tdg_options *options)
{
    settings->copies = (struct tdg_copy_options){
        .window = (int64_t)number(options, "copy-days") * DAY,
        .keep = is_on(options, "keep-copies"),
    };
    settings->text = tdg_text_defaults();
    settings->text.stem = settings->text.stop_words = settings->text.phrases =
        strcmp(settings->language, "none") != 0;
    settings->text.sorted = is_on(options, "no-text");
    settings->vector = tdg_vector_defaults();
    settings->vector.weighting = tdg_options_get(options, "weighting");
    if (strcmp(settings->vector.weighting, TDG_WEIGHTING_SUITED) == 0)
        settings->vector.weighting = "bm25"; /* of an archive, whose articles may be longer later */
    settings->vector.min_articles = (uint32_t)number(options, "min-articles");
    settings->vector.max_share = share(options, "max-share");
    settings->vector.most_terms = (uint32_t)number(options, "max-terms");
    settings->neighbours = tdg_neighbour_defaults();
    settings->neighbours.window = (int64_t)number(options, "window") * DAY;
    settings->latent = tdg_latent_defaults();
    settings->latent.seed = number(options, "seed");
    settings->smooth = tdg_smooth_defaults();
    settings->cluster = tdg_cluster_defaults();
    settings->story = tdg_story_defaults();
    settings->cluster.groups = (uint32_t)number(options, "themes");
    settings->stability = tdg_stability_defaults();
    settings->stability.resamples = (unsigned)number(options, "resamples");
    settings->stability.seed = number(options, "seed");
    settings->label = tdg_label_defaults();
    settings->label.terms = number(options, "terms");
    settings->label.stem = settings->text.stem;
    settings->trend = tdg_trend_defaults();
    settings->trend.periods.period = tdg_options_get(options, "period");
    settings->trend.periods.week_start = tdg_options_get(options, "week-start");
    settings->trend.periods.zone = settings->zone;
    settings->trend.periods.max_periods = number(options, "max-periods");
    settings->trend.level = share(options, "level");
    settings->trend.null_runs = number(options, "null");
    settings->trend.seed = number(options, "seed");
}

void tdg_settings_resolve(struct tdg_settings *settings, const struct tdg_options *options)
{
    static const struct {
        const char *detail;
        double resolution;
    } rows[] = {{"coarse", 1}, {"normal", 2}, {"fine", 3}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (strcmp(tdg_options_get(options, "detail"), rows[i].detail) == 0)
            settings->cluster.resolution = rows[i].resolution;
    settings->vector.weighting = tdg_options_get(options, "weighting");
    settings->vector.skip_weak = settings->text.stop_words;
    settings->mark_mixed = true;
    settings->rubrics = true;
    settings->word_vectors = strcmp(tdg_options_get(options, "word-vectors"), "none") != 0;
}

int tdg_settings_make(struct tdg_settings *settings, const struct tdg_options *options,
                      struct tdg_error *error)
{
    struct tdg_settings made = {
        .language = tdg_options_get(options, "language"),
        .themes_from = tdg_options_get(options, "themes-from"),
        .seeds = tdg_options_get(options, "seeds"),
        .mute = tdg_options_get(options, "mute"),
        .threads = (unsigned)number(options, "threads"),
    };
    int status = tdg_zone_open(&made.zone, tdg_options_get(options, "time-zone"), error);
    if (!status) {
        set_read(&made, options);
        status = check_dates(&made.read, error);
    }
    if (!status) {
        set_stages(&made, options);
        status = set_map(&made, options) ? tdg_fail_memory(error) : TDG_OK;
    }
    if (!status)
        status = tdg_subjects_new(&made.subjects, tdg_options_get(options, "subjects"), error);
    made.label.subjects = made.subjects;
    if (!status && *made.seeds && *made.themes_from)
        status = tdg_fail(error, TDG_EINVAL, "--seeds and --themes-from exclude each other");
    if (!status && *made.seeds)
        status = tdg_guides_load(&made.guides, made.seeds, error);
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
    tdg_guides_done(&settings->guides);
    tdg_mutes_done(&settings->mutes);
    tdg_arena_done(&settings->arena);
    *settings = (struct tdg_settings){0};
}
