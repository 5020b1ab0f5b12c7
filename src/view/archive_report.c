// SPDX-License-Identifier: GPL-3.0-or-later
/* The report of a period: the archive up to the end of it, as it is now. It is kept as it was made,
 * so that what was said about a week can be read again, whatever became of the themes since. */
#include "view/archive_report.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/archive.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "archive/transaction.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/progress.h"
#include "calendar/named_period.h"
#include "store/articles.h"
#include "store/names.h"
#include "store/reports.h"
#include "store/store.h"
#include "view/archive_lineage.h"
#include "view/archive_view.h"
#include "view/result.h"

static const int64_t day = 86400;

/* A date far beyond those of all but a few articles may be wrong: the period that is usual is none
 * of those behind it. */
static int64_t newest_of(const struct tdg_archive_counts *counts, const char *id)
{
    return !id && counts->newest - counts->now > 31 * day ? counts->now : counts->newest;
}

int tdg_archive_find_period(struct tdg_named_period *period, struct tdg_update *update,
                            const char *id)
{
    struct tdg_archive_counts counts;
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status && counts.newest == TDG_NO_DATE)
        status = tdg_fail(update->error, TDG_EEMPTY, "no article of the archive has a date");
    return status ? status
                  : tdg_period_named(period, id, counts.oldest, newest_of(&counts, id),
                                     &update->settings.trend.periods, update->error);
}

static int keep_format(struct tdg_update *update, int64_t report,
                       const struct tdg_analysis *analysis, const char *format)
{
    char *text = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&text, &size);
    int status = stream ? tdg_report_print(analysis, format, stream, update->error)
                        : tdg_fail_memory(update->error);
    if (stream && fclose(stream) && !status)
        status = tdg_fail_memory(update->error);
    if (!status)
        status = tdg_archive_keep_file(update->archive, report, format, text, size, update->error);
    free(text);
    return status;
}

/* Those of the latest period come first. */
static int keep_findings(struct tdg_update *update, int64_t report,
                         const struct tdg_analysis *analysis, const struct tdg_archive_view *view)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(analysis);
    size_t movements = latest->movement_count;
    int status = TDG_OK;
    for (size_t i = 0; !status && i < movements + tdg_analysis_finding_count(analysis); i++) {
        const struct tdg_finding_view *finding =
            i < movements ? &latest->movements[i] : tdg_analysis_finding(analysis, i - movements);
        int64_t theme = finding->theme == TDG_NONE ? 0 : view->theme[finding->theme];
        status = tdg_archive_keep_finding(update->archive, report, i + 1, finding, theme,
                                          tdg_analysis_period(analysis, finding->first)->id,
                                          tdg_analysis_period(analysis, finding->last)->id,
                                          update->error);
    }
    return status;
}

/* Whoever asks for a week on Saturday evening means this week: six days of seven suffice. What is
 * shorter than two days is judged by its hours, as in every analysis. */
static bool is_over(const struct tdg_named_period *period, int64_t newest)
{
    int64_t length = period->to - period->from, passed = newest + day - period->from;
    return newest != TDG_NO_DATE &&
           (newest >= period->to || (length >= 2 * day && 7 * passed >= 6 * length));
}

static int make_report(int64_t *report, struct tdg_update *update,
                       const struct tdg_named_period *period)
{
    struct tdg_archive_view view = {.since = period->from};
    struct tdg_analysis *analysis = NULL;
    struct tdg_archive_counts counts = {0};
    int status = tdg_archive_count(&counts, update->archive, update->error);
    if (!status)
        status = tdg_archive_view_open(&view, update, TDG_NO_DATE, period->to);
    view.run.settings.trend.ended = is_over(period, counts.newest);
    view.run.settings.trend.asked = period->id;
    if (!status)
        status = tdg_archive_view_analyze(&analysis, &view);
    if (!status)
        status = tdg_archive_view_lineage(analysis, update, period);
    if (!status)
        status = tdg_archive_newest_entry(&update->ledger, update->archive, update->error);
    if (!status)
        status = tdg_archive_new_report(report, update->archive, period->id, update->ledger,
                                        update->error);
    for (size_t i = 0; !status && i < tdg_format_count(); i++)
        if (!tdg_format_missing(i))
            status = keep_format(update, *report, analysis, tdg_format_info(i)->name);
    if (!status)
        status = keep_findings(update, *report, analysis, &view);
    tdg_analysis_free(analysis);
    tdg_archive_view_done(&view);
    return status;
}

/* What is kept stays as it was made, and says so where more is known by now. */
static int tell_late(struct tdg_update *update, const struct tdg_named_period *period,
                     int64_t report)
{
    size_t late = 0;
    int status = tdg_archive_late_articles(&late, update->archive, report, period->from, period->to,
                                           update->error);
    if (!status && late)
        tdg_notice(update->monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "the stored report of %s is unchanged, but %zu of its articles arrived later "
                   "(use --again to regenerate it)",
                   period->id, late);
    bool muted = false;
    if (!status)
        status = tdg_archive_muted_since(&muted, update->archive, report, update->error);
    if (!status && muted)
        tdg_notice(update->monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "the stored report of %s is unchanged, but what is muted has changed since "
                   "(use --again to regenerate it)",
                   period->id);
    return status;
}

/* One that is kept is read as everything else is: whoever writes meanwhile, and where nobody may
 * write. Nothing is appended where there is none. */
static int load_kept(struct tdg_buffer *text, struct tdg_archive *archive, const char *period_id,
                     const char *format, const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_named_period period = {0};
    int64_t report = 0;
    int status = tdg_update_open_read_only(&update);
    if (!status)
        status = tdg_archive_find_period(&period, &update, period_id);
    if (!status)
        status = tdg_archive_find_report(&report, archive, period.id, error);
    if (!status && report)
        status = tell_late(&update, &period, report);
    if (!status && report)
        status = tdg_archive_load_file(text, archive, report, format, error);
    return tdg_update_close(&update, status);
}

/* Somebody else may have made it since it was looked for. */
static int make_and_load(struct tdg_buffer *text, struct tdg_archive *archive,
                         const char *period_id, const char *format, bool again,
                         const struct tdg_monitor *monitor, struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .monitor = monitor, .error = error};
    struct tdg_named_period period = {0};
    int64_t report = 0;
    int status = tdg_update_open(&update, NULL);
    if (!status)
        status = tdg_archive_find_period(&period, &update, period_id);
    if (!status && !again)
        status = tdg_archive_find_report(&report, archive, period.id, error);
    if (!status && !report)
        status = make_report(&report, &update, &period);
    if (!status)
        status = tdg_archive_load_file(text, archive, report, format, error);
    return tdg_update_close(&update, status);
}

/* The report of a period as it is kept, made before where it was not. */
static int find_report(struct tdg_buffer *text, struct tdg_archive *archive, const char *period_id,
                       const char *format, bool again, const struct tdg_monitor *monitor,
                       struct tdg_error *error)
{
    if (tdg_format_find(format, strlen(format)) == tdg_format_count())
        return tdg_fail(error, TDG_EINVAL, "there is no format '%s'", format);
    int status = again ? TDG_OK : load_kept(text, archive, period_id, format, monitor, error);
    if (status || text->length)
        return status;
    return make_and_load(text, archive, period_id, format, again, monitor, error);
}

static int put(const struct tdg_buffer *text, FILE *stream, struct tdg_error *error)
{
    if (text->length && fwrite(text->text, 1, text->length, stream) != text->length)
        return tdg_fail(error, TDG_EIO, "the output cannot be written");
    return TDG_OK;
}

int tdg_archive_report(struct tdg_archive *archive, const char *period, const char *format,
                       bool again, FILE *stream, const struct tdg_monitor *monitor,
                       struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    int status = find_report(&text, archive, period, format, again, monitor, error);
    if (!status)
        status = put(&text, stream, error);
    tdg_buffer_done(&text);
    return status;
}

int tdg_archive_report_save(struct tdg_archive *archive, const char *period, const char *format,
                            bool again, const char *path, const struct tdg_monitor *monitor,
                            struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    struct tdg_output output = {0};
    int status = find_report(&text, archive, period, format, again, monitor, error);
    if (!status)
        status = tdg_output_open(&output, path, error);
    if (!status)
        status = put(&text, output.stream, error);
    if (!status)
        status = tdg_output_commit(&output, error);
    tdg_output_discard(&output);
    tdg_buffer_done(&text);
    return status;
}
