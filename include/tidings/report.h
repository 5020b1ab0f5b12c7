// SPDX-License-Identifier: GPL-3.0-or-later
/** Writing an analysis: analysis.json, articles.csv, report.md, report.txt, report.html.
 *
 * Every byte follows from the analysis alone. Several threads may write the same analysis at once,
 * each to its own stream.
 */
#ifndef TIDINGS_REPORT_H
#define TIDINGS_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One row of the table of formats. Static storage. */
struct tdg_format_info {
    const char *name; /**< "json" */
    const char *file; /**< "analysis.json", its usual name */
    const char *help; /**< one line */
    bool extra;       /**< written only where it is asked for */
};

/** How many formats there are. */
TDG_API size_t tdg_format_count(void);
/** The format with this index; NULL beyond the last one. Static storage. */
TDG_API const struct tdg_format_info *tdg_format_info(size_t index);
/** The name of the format with this index, NULL beyond the last one: for `word` of struct
 * tdg_option_info. Static storage. */
TDG_API const char *tdg_format_name(size_t index);
/** The index of the format whose name is the first `length` bytes of `name`, which need not end
 * there; tdg_format_count() if no format has that name. */
TDG_API size_t tdg_format_find(const char *name, size_t length);
/** Why this build cannot write the format with this index, a few words; NULL if it can. Static
 * storage. */
TDG_API const char *tdg_format_missing(size_t index);

/** Writes to an open stream, which the caller flushes and closes. TDG_EINVAL for a format that is
 * unknown or not in this build, TDG_EIO if the stream has an error. */
TDG_API int tdg_report_print(const struct tdg_analysis *analysis, const char *format, FILE *stream,
                             struct tdg_error *error);

/** Writes the file `path`, which appears complete or not at all: it is written under another name
 * in the same folder and renamed. TDG_EINVAL for a format that is unknown or not in this build,
 * TDG_EIO with the reason if the file cannot be written. */
TDG_API int tdg_report_save(const struct tdg_analysis *analysis, const char *format,
                            const char *path, struct tdg_error *error);

/** Writes the `periods` points of a series as UTF-8, one of ▁▂▃▄▅▆▇█ for each, from 0 to the
 * highest share. If there are more than `columns`, neighbours share a sign, which shows their mean.
 * The caller checks the stream. */
TDG_API void tdg_report_sparkline(FILE *stream, const struct tdg_point_view *series, size_t periods,
                                  size_t columns);

/** Writes text that came from outside as a cell of CSV (RFC 4180). A spreadsheet would run a cell
 * that begins like a formula (OWASP, "CSV Injection"): an apostrophe in front makes it text.
 * Control characters, ends of lines among them, and those that turn the direction of text become
 * blanks. The caller checks the stream. */
TDG_API void tdg_csv_cell(FILE *stream, const char *text);

/** What would be shown as 0.0 percentage points did not move: the smallest change of a share that
 * is shown. */
#define TDG_MIN_CHANGE 0.0005

/** A theme that moved in the last whole period. */
struct tdg_movement {
    const struct tdg_theme_view *theme;
    double change; /**< share - baseline */
};

/** At most `limit` themes whose share changed by TDG_MIN_CHANGE or more, largest change first, up
 * or down; ties in the order of the themes. Fills `movements` (room for `limit`) with views
 * borrowed from the analysis and returns how many there are. */
TDG_API size_t tdg_report_movements(const struct tdg_analysis *analysis,
                                    struct tdg_movement *movements, size_t limit);

/** A story in one period. */
struct tdg_told {
    const struct tdg_story_view *story;
    size_t articles; /**< in that period; all of them where there is no period */
};

/** At most `limit` stories of at least two originals, those with most articles in the requested
 * period, if that is no gap, else in the last whole one (in the last one if none is whole; over all
 * time if no article has a date); ties by originals, then in the order of the stories. Fills `told`
 * (room for `limit`) with views borrowed from the analysis, sets *period to the index of the period
 * or TDG_NONE, and returns how many stories there are. */
TDG_API size_t tdg_report_stories(const struct tdg_analysis *analysis, struct tdg_told *told,
                                  size_t limit, uint32_t *period);

/** An event in one period. */
struct tdg_told_event {
    const struct tdg_event_view *event;
    size_t articles; /**< in that period; all of them where there is no period */
};

/** At most `limit` events, chosen as tdg_report_stories chooses stories. */
TDG_API size_t tdg_report_events(const struct tdg_analysis *analysis, struct tdg_told_event *told,
                                 size_t limit, uint32_t *period);

#ifdef __cplusplus
}
#endif
#endif
