// SPDX-License-Identifier: GPL-3.0-or-later
/** What a report shows of an analysis: which findings, themes, stories and sources, how many of
 * them, in which order. It is decided here for all writers, which put it into their format. */
#ifndef TDG_VIEW_DIGEST_H
#define TDG_VIEW_DIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/analysis.h>
#include <tidings/report.h>

#include "phrasing/lead.h"
#include "view/brief.h"
#include "view/table_rows.h"

/** The reports, from the shortest to the longest. */
enum tdg_digest_kind {
    TDG_DIGEST_TERMINAL,
    TDG_DIGEST_MAIL,     /* report.txt */
    TDG_DIGEST_DOCUMENT, /* report.md */
    TDG_DIGEST_PAGE,     /* report.html */
    TDG_DIGESTS
};

/** How much a report shows at most: SIZE_MAX for all there is, 0 where it has no place for it. */
struct tdg_digest_limits {
    size_t themes, terms;               /* findings about themes and parents, and about terms */
    size_t latest_themes, latest_terms; /* the same of the latest period */
    size_t ongoing;
    size_t evidence, latest_evidence; /* headlines below a finding about a theme */
    size_t lineage, changes, sources;
    size_t stories, events;              /* of the period */
    size_t event_names;                  /* of an event */
    size_t names;                        /* in the news, of each state */
    size_t opened;                       /* findings that are seen before a click */
    size_t theme_terms, theme_headlines; /* of every theme */
    size_t opened_headlines;             /* of these, seen before a click */
    size_t theme_sources;
    size_t story_terms, story_articles;
    size_t columns;              /* recurring ones of titles */
    size_t corpus_sources;       /* among the facts about the articles */
    size_t periods;              /* rows of the table behind a drawing: the latest */
    size_t pairs;                /* closest themes */
    size_t lead, lead_headlines; /* items of the news, and headlines below each */
    size_t brief_themes, quiet;  /* of the report of one period: themes, and what is less */
};

/** Findings in the order in which they are shown. */
struct tdg_selection {
    const struct tdg_finding_view *all; /* those of the analysis, or the latest movements */
    uint32_t *index;                    /* [count] into `all` */
    size_t count;
    size_t left_out; /* as many more are not shown */
};

/** Why no finding about a theme is shown. */
enum tdg_no_findings { TDG_SOME_FINDINGS, TDG_UNDATED, TDG_TOO_FEW_PERIODS, TDG_NO_CHANGES };

/** {0} is empty. */
struct tdg_digest {
    const struct tdg_analysis *analysis;
    const struct tdg_digest_limits *limits;
    bool latest_first; /* the report was asked for one period: what has just happened leads */

    enum tdg_no_findings none;
    struct tdg_selection themes;  /* surest first */
    struct tdg_selection terms;   /* on the page: those that begin last, then surest first */
    struct tdg_selection recent;  /* of all findings about themes, those that began or ended in
                                        the last four whole periods */
    struct tdg_selection earlier; /* and the others */

    const struct tdg_period_view *latest; /* NULL where there is nothing to say about one */
    bool tested;                          /* whether chance can be told from change there */
    struct tdg_selection latest_themes, latest_terms;
    struct tdg_selection ongoing; /* of the findings, what is under way in the latest period */
    size_t lineage_count, source_count; /* of the latest period, the first ones */
    struct tdg_movement *changes;
    size_t change_count;

    struct tdg_told *stories;
    size_t story_count;
    struct tdg_told_event *events;
    size_t event_count;
    const char **event_names;                   /* [event_count] who and where, "" for nobody */
    const struct tdg_period_view *story_period; /* of both; NULL: of all time */

    const struct tdg_news_name_view **names; /* in the news, by state */
    size_t name_count;
    const struct tdg_period_view *news_period;

    struct tdg_lead_section {
        enum tdg_lead_scope scope;
        const char *first, *last; /* days */
        const char *start;        /* of the period, "" of all time */
        size_t count;             /* items */
    } lead[2];
    size_t lead_count;
    char silent[TDG_SILENT_TEXT]; /* what is said of sources before the news; "" for nothing */

    struct tdg_brief brief; /* of a report about one period */

    struct tdg_table_row *rows; /* all themes */
    size_t row_count;
    bool undivided;     /* a theme was looked into, and there is nothing inside but itself */
    bool has_stability; /* it is known of any theme */

    struct tdg_arena arena;
};

/** TDG_OK or TDG_ENOMEM; tdg_digest_done either way. */
int tdg_digest_new(struct tdg_digest *digest, const struct tdg_analysis *analysis,
                   enum tdg_digest_kind kind);
void tdg_digest_done(struct tdg_digest *digest);

/** Why there is none, as a sentence. */
const char *tdg_no_findings_text(enum tdg_no_findings none);

/** The finding at a place of a list. */
const struct tdg_finding_view *tdg_listed(const struct tdg_selection *list, size_t place);

/** Whether the share went up. */
bool tdg_is_up(const struct tdg_finding_view *finding);

/** Whether a theme may be chance: it hardly comes back among half of the articles. */
bool tdg_is_unstable(const struct tdg_theme_view *theme);

/** Fewer of the two. */
size_t tdg_at_most(size_t count, size_t limit);

#endif
