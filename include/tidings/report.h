// SPDX-License-Identifier: GPL-3.0-or-later
/** Writing an analysis: analysis.json, articles.csv, report.md, report.txt, report.html.
 *
 * Every byte follows from the analysis alone.
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

TDG_API size_t tdg_format_count(void);
/** NULL where there are not so many. */
TDG_API const struct tdg_format_info *tdg_format_info(size_t index);
/** The name of a format, NULL beyond the last one: for options that take one. */
TDG_API const char *tdg_format_name(size_t index);
/** The index of the format whose name is the first `length` bytes of `name`, which need not end
 * there; tdg_format_count() where no format is called that. */
TDG_API size_t tdg_format_find(const char *name, size_t length);
/** Why this build cannot write a format, a few words; NULL where it can. */
TDG_API const char *tdg_format_missing(size_t index);

/** Writes to an open stream, which the caller checks and closes. TDG_EINVAL for an unknown format,
 * TDG_EIO when the stream has an error. */
TDG_API int tdg_report_print(const struct tdg_analysis *analysis, const char *format, FILE *stream,
                             struct tdg_error *error);

/** Writes the file `path`, which appears complete or not at all: it is written under another name
 * in the same folder and renamed. TDG_EIO with the reason where that fails. */
TDG_API int tdg_report_save(const struct tdg_analysis *analysis, const char *format,
                            const char *path, struct tdg_error *error);

/** Writes a series as one of ▁▂▃▄▅▆▇█ a period, from 0 to its highest share. Where there are more
 * periods than `columns`, neighbours share one, which shows their mean. */
TDG_API void tdg_report_sparkline(FILE *stream, const struct tdg_point_view *series, size_t periods,
                                  size_t columns);

/** Writes text that came from outside as a cell of CSV (RFC 4180). A spreadsheet would run a cell
 * that begins like a formula (OWASP, "CSV Injection"): an apostrophe in front makes it text.
 * Control characters, ends of lines among them, and those that turn the direction of text become
 * blanks. */
TDG_API void tdg_csv_cell(FILE *stream, const char *text);

/** A theme that moved in the last whole period. */
struct tdg_movement {
    const struct tdg_theme_view *theme;
    double change; /**< share - baseline */
};

/** At most `limit` themes whose share changed by a twentieth of a percentage point or more, largest
 * change first, either way; ties in the order of the themes. Returns how many were written. */
TDG_API size_t tdg_report_movements(const struct tdg_analysis *analysis,
                                    struct tdg_movement *movements, size_t limit);

/** A story in one period. */
struct tdg_told {
    const struct tdg_story_view *story;
    size_t articles; /**< in that period; all of them where there is no period */
};

/** At most `limit` stories of at least two originals, those with most articles in the period that
 * was asked for (where that is no gap), else in the last whole one (the last one where none is
 * whole; over all time where no article has a date); ties by originals, then in the order of the
 * stories. Returns how many were written and, in *period, the index of the period or TDG_NONE. */
TDG_API size_t tdg_report_stories(const struct tdg_analysis *analysis, struct tdg_told *told,
                                  size_t limit, uint32_t *period);

#ifdef __cplusplus
}
#endif
#endif
