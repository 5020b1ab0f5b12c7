// SPDX-License-Identifier: GPL-3.0-or-later
/* A term that is new is in few articles, too few to be followed through all periods. So all terms
 * of the latest ones are tested there, with what is known of chance from those that are followed.
 */
#include "series/latest_terms.h"

#include <math.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "detect/detect.h"
#include "detect/detections.h"
#include "detect/family.h"
#include "detect/latest.h"
#include "series/trends.h"

enum { MAX_TERMS = 50 }; /* that are reported */

/* Of each column the spread that it has where it is followed, at least the common one. */
static int spreads_of(double **spread, const struct tdg_panel *panel,
                      const struct tdg_detector *detector, size_t columns)
{
    double common = tdg_detector_common_spread(detector);
    *spread = tdg_alloc(columns, sizeof **spread);
    if (!*spread)
        return TDG_ENOMEM;
    for (size_t c = 0; c < columns; c++)
        (*spread)[c] = common;
    for (size_t s = 0; s < panel->family.series; s++)
        (*spread)[panel->subjects[s].index] = fmax(common, tdg_detector_spread(detector, s));
    return TDG_OK;
}

/* What the terms of the latest periods are tested with. */
struct recent {
    struct tdg_panel panel;
    struct tdg_latest latest;
    double *offset;  /* [periods], with a mix of sources [series][periods] */
    double *rest;    /* [series] */
    double *spread;  /* [series] */
    double *earlier; /* [series] */
};

static void recent_done(struct recent *recent)
{
    tdg_panel_done(&recent->panel);
    free(recent->offset);
    free(recent->rest);
    free(recent->spread);
    free(recent->earlier);
}

/* Originals that have each term before the periods that are compared. */
static void count_earlier(struct recent *recent, const struct tdg_family_work *work,
                          const uint32_t *series)
{
    const struct tdg_trend_input *input = work->input;
    const uint32_t *period = work->timeline->period;
    for (size_t i = 0; i < input->articles; i++) {
        if (period[i] == TDG_NONE || period[i] >= recent->panel.period[0] ||
            (input->copy_of && input->copy_of[i] != TDG_NONE))
            continue;
        for (size_t k = input->counts->begin[i]; k < input->counts->begin[i + 1]; k++)
            if (series[input->counts->column[k]] != TDG_NONE)
                recent->earlier[series[input->counts->column[k]]]++;
    }
}

static int prepare(struct recent *recent, const struct tdg_family_work *work, const double *spread)
{
    const struct tdg_family *family = &recent->panel.family;
    size_t columns = work->input->vocabulary->columns;
    uint32_t *series = tdg_alloc(columns, sizeof *series);
    size_t rows = family->mix ? family->series : 1;
    recent->offset = tdg_alloc(rows, (family->periods + 1) * sizeof *recent->offset);
    recent->rest = tdg_alloc(family->series, sizeof *recent->rest);
    recent->spread = tdg_alloc(family->series, sizeof *recent->spread);
    recent->earlier = tdg_alloc(family->series, sizeof *recent->earlier);
    int status = series && recent->offset && recent->rest && recent->spread && recent->earlier
                     ? TDG_OK
                     : TDG_ENOMEM;
    double whole = 0;
    for (size_t t = 0; !status && t < family->periods; t++) {
        for (size_t s = 0; s < rows; s++)
            recent->offset[s * family->periods + t] =
                family->whole[t] * family->doc_length[t] * tdg_family_mix(family, s, t);
        whole += family->whole[t];
    }
    for (size_t c = 0; !status && c < columns; c++)
        series[c] = TDG_NONE;
    for (size_t s = 0; !status && s < family->series; s++) {
        double sum = 0;
        for (size_t t = 0; t < family->periods; t++)
            sum += family->count[s * family->periods + t];
        recent->rest[s] = tdg_rest_of(sum * tdg_family_density(family, s), whole);
        recent->spread[s] = spread[recent->panel.subjects[s].index];
        series[recent->panel.subjects[s].index] = (uint32_t)s;
    }
    if (!status)
        count_earlier(recent, work, series);
    free(series);
    return status;
}

int tdg_latest_terms_find(const struct tdg_family_work *work, const struct tdg_panel *followed,
                          const struct tdg_detector *detector)
{
    struct recent recent = {0};
    struct tdg_detection_list list = {0};
    double *spread = NULL;
    int status = spreads_of(&spread, followed, detector, work->input->vocabulary->columns);
    if (!status)
        status = tdg_panel_recent_terms(&recent.panel, work->trends, work->timeline, work->input);
    if (!status)
        status = prepare(&recent, work, spread);
    recent.latest = (struct tdg_latest){.series = recent.panel.family.series,
                                        .periods = recent.panel.family.periods,
                                        .count = recent.panel.family.count,
                                        .whole = recent.panel.family.whole,
                                        .offset = recent.offset,
                                        .same_offset = !recent.panel.family.mix,
                                        .mix = recent.panel.family.mix,
                                        .rest = recent.rest,
                                        .spread = recent.spread,
                                        .earlier = recent.earlier,
                                        .common_factor = work->common_factor};
    if (!status)
        status = tdg_latest_find(&list, &recent.latest, detector);
    if (!status)
        status = tdg_family_tell(&work->trends->latest, work, &recent.panel, &list, MAX_TERMS);
    free(spread);
    tdg_detection_list_done(&list);
    recent_done(&recent);
    return status;
}
