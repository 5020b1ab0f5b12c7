// SPDX-License-Identifier: GPL-3.0-or-later
/* Findings, over all periods and of the latest one, as parts of analysis.json. */
#include "output/json_findings.h"

#include <stddef.h>

#include <tidings/types.h>

#include "output/json_stories.h"

static void write_drivers(struct tdg_json *json, const struct tdg_finding_view *finding)
{
    tdg_json_open(json, "drivers", '[');
    for (size_t i = 0; i < finding->driver_count; i++) {
        tdg_json_open_line(json, NULL, '{');
        tdg_json_string(json, "term", finding->drivers[i].term);
        tdg_json_count(json, "articles", finding->drivers[i].articles);
        tdg_json_number(json, "expected", finding->drivers[i].expected);
        tdg_json_close(json, '}');
    }
    tdg_json_close(json, ']');
}

static void write_subject(struct tdg_json *json, const struct tdg_analysis *analysis,
                          const struct tdg_finding_view *finding)
{
    const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, finding->theme);
    if (theme)
        tdg_json_string(json, "theme", theme->id);
    else if (*finding->term)
        tdg_json_string(json, "term", finding->term);
    else
        tdg_json_string(json, "parent", tdg_analysis_parent(analysis, finding->parent)->id);
}

static void write_finding(struct tdg_json *json, const struct tdg_analysis *analysis,
                          const struct tdg_finding_view *finding)
{
    tdg_json_open(json, NULL, '{');
    tdg_json_string(json, "kind", tdg_move_name(finding->kind));
    write_subject(json, analysis, finding);
    tdg_json_string(json, "from", finding->from);
    tdg_json_string(json, "to", finding->to);
    tdg_json_string(json, "first_period", tdg_analysis_period(analysis, finding->first)->id);
    tdg_json_string(json, "last_period", tdg_analysis_period(analysis, finding->last)->id);
    tdg_json_number(json, "factor", finding->factor);
    tdg_json_number(json, "points", 100 * (finding->after - finding->before));
    tdg_json_number(json, "before", finding->before);
    tdg_json_number(json, "after", finding->after);
    tdg_json_number(json, "low", finding->low);
    tdg_json_number(json, "high", finding->high);
    tdg_json_count(json, "observed", finding->observed);
    tdg_json_number(json, "expected", finding->expected);
    tdg_json_number(json, "p", finding->p);
    tdg_json_number(json, "q", finding->q);
    tdg_json_string(json, "text", finding->text);
    write_drivers(json, finding);
    tdg_write_json_ids(json, "evidence", analysis, finding->evidence, finding->evidence_count);
    tdg_json_close(json, '}');
}

void tdg_write_json_findings(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    tdg_json_open(json, "findings", '[');
    for (size_t i = 0; i < tdg_analysis_finding_count(analysis); i++)
        write_finding(json, analysis, tdg_analysis_finding(analysis, i));
    tdg_json_close(json, ']');
}

static void write_event(struct tdg_json *json, const struct tdg_event_view *event)
{
    tdg_json_open_line(json, NULL, '{');
    tdg_json_string(json, "kind", tdg_ledger_kind_name(event->kind));
    tdg_json_string(json, "theme", event->theme);
    tdg_json_known(json, "other", event->other);
    tdg_json_string(json, "day", event->day);
    tdg_json_string(json, "text", event->text);
    tdg_json_close(json, '}');
}

static void write_source(struct tdg_json *json, const struct tdg_source_view *source)
{
    tdg_json_open_line(json, NULL, '{');
    tdg_json_string(json, "name", source->name);
    tdg_json_count(json, "articles", source->articles);
    tdg_json_number(json, "share", source->share);
    tdg_json_number(json, "before", source->before);
    if (source->state)
        tdg_json_string(json, "state", tdg_source_state_name(source->state));
    tdg_json_close(json, '}');
}

void tdg_write_json_latest(struct tdg_json *json, const struct tdg_analysis *analysis)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    const struct tdg_period_view *period = tdg_analysis_period(analysis, latest->period);
    if (!period) {
        tdg_json_token(json, "latest", "null");
        return;
    }
    tdg_json_open(json, "latest", '{');
    tdg_json_string(json, "period", period->id);
    tdg_json_known(json, "asked", latest->asked);
    tdg_json_open(json, "compared", '[');
    for (size_t i = 0; i < latest->compared_count; i++)
        tdg_json_string(json, NULL, tdg_analysis_period(analysis, latest->compared[i])->id);
    tdg_json_close(json, ']');
    tdg_json_open(json, "movements", '[');
    for (size_t i = 0; i < latest->movement_count; i++)
        write_finding(json, analysis, &latest->movements[i]);
    tdg_json_close(json, ']');
    tdg_json_open(json, "sources", '[');
    for (size_t i = 0; i < latest->source_count; i++)
        write_source(json, &latest->sources[i]);
    tdg_json_close(json, ']');
    tdg_json_open(json, "events", '[');
    for (size_t i = 0; i < latest->event_count; i++)
        write_event(json, &latest->events[i]);
    tdg_json_close(json, ']');
    tdg_json_close(json, '}');
}
