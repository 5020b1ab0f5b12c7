// SPDX-License-Identifier: GPL-3.0-or-later
/** The writers behind the table of formats. A writer puts everything on the stream and leaves its
 * errors to the caller, who looks at ferror() once, at the end. From outside: <tidings/report.h>.
 */
#ifndef TDG_REPORT_REPORT_H
#define TDG_REPORT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include <tidings/report.h>

/** One row of the table: how a format is called, and who writes it. */
struct tdg_format {
    struct tdg_format_info info;
    int (*write)(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
    const char *(*missing)(void); /* tdg_format_missing; NULL for what every build has */
};

int tdg_write_json(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
int tdg_write_jsonl(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
int tdg_write_csv(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
/** asked.c: index of the period that the report was asked for, TDG_NONE where none was or where it
 * lies behind all articles. */
uint32_t tdg_report_asked(const struct tdg_analysis *analysis);
/** direction.c: "steady", "rising since 2019-W10"; returns `text`. */
enum { TDG_DIRECTION_TEXT = 64 };
const char *tdg_direction_text(const struct tdg_analysis *analysis,
                               const struct tdg_trend_view *trend, char text[TDG_DIRECTION_TEXT]);
/** Whether it is one that a q stands beside. */
bool tdg_is_steady(const struct tdg_trend_view *trend);
/** Whether another period than the one that was asked for is compared, and why, as a sentence. */
bool tdg_report_not_compared(const struct tdg_analysis *analysis, char *sentence, size_t size);
/** rows.c: a row of a table of themes, of a parent or of a theme. */
struct tdg_table_row {
    const struct tdg_parent_view *parent; /* NULL for a theme */
    const struct tdg_theme_view *theme;   /* NULL for a parent */
    bool below;                           /* the theme belongs to the parent above it */
};
/** All rows in the order of the table: parents of several themes, each with its themes below, the
 * others between them, and what is mixed at the end. *rows is to be freed; it is NULL, and there is
 * no row, when out of memory. */
size_t tdg_report_rows(struct tdg_table_row **rows, const struct tdg_analysis *analysis);
/** muted.c: "term “x”, source “y”; …" on one line, without its end; nothing where nothing is muted.
 * put(stream, text): writes words of strangers. */
void tdg_write_muted(FILE *stream, const struct tdg_analysis *analysis,
                     void (*put)(FILE *stream, const char *text));
/** markdown_stories.c: the part of report.md about the stories of the last period. */
void tdg_write_markdown_stories(FILE *stream, const struct tdg_analysis *analysis);
/** markdown_latest.c: the part about the latest period. */
void tdg_write_markdown_latest(FILE *stream, const struct tdg_analysis *analysis);
/** json_findings.c */
struct tdg_json;
void tdg_write_json_findings(struct tdg_json *json, const struct tdg_analysis *analysis);
void tdg_write_json_latest(struct tdg_json *json, const struct tdg_analysis *analysis);
/** json_articles.c: the list "articles". */
void tdg_write_json_articles(struct tdg_json *json, const struct tdg_analysis *analysis);
/** json_stories.c */
/** `kept` says which stories are written; NULL: all. */
void tdg_write_json_stories(struct tdg_json *json, const struct tdg_analysis *analysis,
                            const bool *kept);
/** The whole of analysis.json as one value; `kept` as above. */
void tdg_write_json_analysis(struct tdg_json *json, const struct tdg_analysis *analysis,
                             const bool *kept);
void tdg_write_json_reach(struct tdg_json *json, const struct tdg_reach_view *reach);
/** The list "terms"; `in_line`: all of it on one line, else a line a term. */
void tdg_write_json_terms(struct tdg_json *json, const struct tdg_term_view *terms, size_t count,
                          bool in_line);
/** A list of the ids of articles, which are given by their indices. */
void tdg_write_json_ids(struct tdg_json *json, const char *key, const struct tdg_analysis *analysis,
                        const uint32_t *articles, size_t count);
int tdg_write_markdown(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
int tdg_write_text(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
/** html/html.c */
int tdg_write_html(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error);
const char *tdg_html_missing(void);

#endif
