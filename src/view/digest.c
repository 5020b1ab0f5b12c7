// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/digest.h"

#include <math.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "detect/scan.h"
#include "phrasing/event.h"
#include "phrasing/finding.h"
#include "view/requested_period.h"

enum { RECENT = 4 /* periods */, ALL_CHANGES = 5 };

/* A mail is read on a phone, a page can be scrolled. The largest changes are as many everywhere. */
static const struct tdg_digest_limits limits[TDG_DIGESTS] = {
    [TDG_DIGEST_TERMINAL] = {.lead = 5,
                             .lead_headlines = 0,
                             .themes = 7,
                             .terms = 3,
                             .latest_themes = 7,
                             .latest_terms = 3,
                             .changes = ALL_CHANGES,
                             .events = 5,
                             .event_names = 0,
                             .names = 4},
    [TDG_DIGEST_MAIL] = {.brief_themes = 15,
                         .quiet = 5,
                         .lead = 7,
                         .lead_headlines = 3,
                         .themes = 10,
                         .terms = 5,
                         .latest_themes = 10,
                         .latest_terms = 5,
                         .evidence = 1,
                         .latest_evidence = 1,
                         .lineage = 10,
                         .changes = ALL_CHANGES,
                         .events = 12,
                         .event_names = 4,
                         .names = 6},
    [TDG_DIGEST_DOCUMENT] = {.brief_themes = SIZE_MAX,
                             .quiet = 10,
                             .lead = 10,
                             .lead_headlines = 3,
                             .themes = 15,
                             .terms = 10,
                             .latest_themes = SIZE_MAX,
                             .latest_terms = 20,
                             .ongoing = 10,
                             .evidence = 2,
                             .latest_evidence = 3,
                             .lineage = SIZE_MAX,
                             .changes = ALL_CHANGES,
                             .sources = 10,
                             .events = 10,
                             .event_names = 4,
                             .names = 10,
                             .theme_terms = 10,
                             .theme_headlines = 5,
                             .columns = 5},
    [TDG_DIGEST_PAGE] = {.themes = 150,
                         .terms = 300,
                         .latest_themes = SIZE_MAX,
                         .latest_terms = SIZE_MAX,
                         .evidence = SIZE_MAX,
                         .latest_evidence = SIZE_MAX,
                         .lineage = SIZE_MAX,
                         .changes = ALL_CHANGES,
                         .sources = 10,
                         .stories = 25,
                         .events = 15,
                         .event_names = 6,
                         .names = 12,
                         .opened = 12,
                         .theme_terms = 12,
                         .theme_headlines = SIZE_MAX,
                         .opened_headlines = 3,
                         .theme_sources = 5,
                         .story_terms = 5,
                         .story_articles = 8,
                         .corpus_sources = 25,
                         .periods = 530, /* ten years of weeks */
                         .pairs = 40},
};

const char *tdg_no_findings_text(enum tdg_no_findings none)
{
    return none == TDG_UNDATED           ? TDG_NO_DATES
           : none == TDG_TOO_FEW_PERIODS ? TDG_FEW_PERIODS
                                         : TDG_NO_THEME_CHANGED;
}

size_t tdg_at_most(size_t count, size_t limit)
{
    return count < limit ? count : limit;
}

const struct tdg_finding_view *tdg_listed(const struct tdg_selection *list, size_t place)
{
    return &list->all[list->index[place]];
}

bool tdg_is_up(const struct tdg_finding_view *finding)
{
    return finding->after > finding->before;
}

bool tdg_is_unstable(const struct tdg_theme_view *theme)
{
    return theme->stability < 0.5;
}

static bool is_term(const struct tdg_digest *digest, const struct tdg_finding_view *finding)
{
    (void)digest;
    return *finding->term;
}

static bool is_theme(const struct tdg_digest *digest, const struct tdg_finding_view *finding)
{
    return !is_term(digest, finding);
}

/* It began or ended in the last periods that are whole. */
static bool is_recent(const struct tdg_digest *digest, const struct tdg_finding_view *finding)
{
    uint32_t last = tdg_analysis_latest(digest->analysis)->last_whole;
    uint32_t since = last != TDG_NONE && last >= RECENT ? last - RECENT + 1 : 0;
    bool over = finding->kind == TDG_BURST && finding->last >= since;
    return is_theme(digest, finding) && (finding->first >= since || over);
}

static bool is_earlier(const struct tdg_digest *digest, const struct tdg_finding_view *finding)
{
    return is_theme(digest, finding) && !is_recent(digest, finding);
}

/* It began in the periods that are compared, or is still on its way. */
static bool goes_on(const struct tdg_digest *digest, const struct tdg_finding_view *finding)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    bool slope = finding->kind == TDG_RISING || finding->kind == TDG_FALLING;
    return is_theme(digest, finding) && digest->tested && finding->last >= latest->period &&
           finding->first < latest->period && (slope || finding->first >= latest->compared[0]);
}

static int choose(struct tdg_selection *list, struct tdg_digest *digest,
                  const struct tdg_finding_view *all, size_t count,
                  bool (*belongs)(const struct tdg_digest *, const struct tdg_finding_view *),
                  size_t limit)
{
    list->all = all;
    list->index = tdg_arena_alloc(&digest->arena, (count + 1) * sizeof *list->index);
    if (!list->index)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        if (!belongs(digest, &all[i]))
            continue;
        if (list->count < limit)
            list->index[list->count++] = (uint32_t)i;
        else
            list->left_out++;
    }
    return TDG_OK;
}

static int compare_keys(const void *one, const void *other)
{
    const uint64_t a = *(const uint64_t *)one, b = *(const uint64_t *)other;
    return (a > b) - (a < b);
}

/* Those that begin last come first; the surest first among them. */
static int choose_latest_terms(struct tdg_digest *digest, const struct tdg_finding_view *all,
                               size_t count, size_t limit)
{
    struct tdg_selection *list = &digest->terms;
    uint64_t *keys = tdg_arena_alloc(&digest->arena, (count + 1) * sizeof *keys);
    int status = keys ? choose(list, digest, all, count, is_term, SIZE_MAX) : TDG_ENOMEM;
    if (status)
        return status;
    for (size_t i = 0; i < list->count; i++)
        keys[i] = (uint64_t)(UINT32_MAX - all[list->index[i]].first) << 32 | list->index[i];
    qsort(keys, list->count, sizeof *keys, compare_keys);
    for (size_t i = 0; i < list->count; i++)
        list->index[i] = (uint32_t)keys[i];
    list->left_out = list->count - tdg_at_most(list->count, limit);
    list->count -= list->left_out;
    return TDG_OK;
}

static int choose_findings(struct tdg_digest *digest, enum tdg_digest_kind kind)
{
    const struct tdg_digest_limits *limit = digest->limits;
    const struct tdg_finding_view *all = tdg_analysis_finding(digest->analysis, 0);
    size_t count = tdg_analysis_finding_count(digest->analysis), whole = 0;
    size_t periods = tdg_analysis_period_count(digest->analysis);
    for (size_t i = 0; i < periods; i++)
        whole += tdg_analysis_period(digest->analysis, i)->whole;
    int status = choose(&digest->themes, digest, all, count, is_theme, limit->themes);
    if (!status)
        status = choose(&digest->recent, digest, all, count, is_recent, limit->themes);
    if (!status)
        status = choose(&digest->earlier, digest, all, count, is_earlier, limit->themes);
    if (!status)
        status = choose(&digest->ongoing, digest, all, count, goes_on, limit->ongoing);
    if (!status && kind == TDG_DIGEST_PAGE)
        status = choose_latest_terms(digest, all, count, limit->terms);
    else if (!status)
        status = choose(&digest->terms, digest, all, count, is_term, limit->terms);
    digest->none = digest->themes.count      ? TDG_SOME_FINDINGS
                   : !periods                ? TDG_UNDATED
                   : whole < TDG_MIN_PERIODS ? TDG_TOO_FEW_PERIODS
                                             : TDG_NO_CHANGES;
    return status;
}

/* With a few periods there are changes, but no telling them from chance. */
static int choose_latest(struct tdg_digest *digest)
{
    const struct tdg_latest_view *latest = tdg_analysis_latest(digest->analysis);
    const struct tdg_digest_limits *limit = digest->limits;
    digest->changes =
        tdg_arena_alloc(&digest->arena, (limit->changes + 1) * sizeof *digest->changes);
    if (!digest->changes)
        return TDG_ENOMEM;
    digest->change_count = tdg_report_movements(digest->analysis, digest->changes, limit->changes);
    digest->tested = latest->period != TDG_NONE;
    if (digest->tested || digest->change_count)
        digest->latest = tdg_analysis_period(digest->analysis, latest->last_whole);
    digest->lineage_count = tdg_at_most(latest->lineage_count, limit->lineage);
    digest->source_count = tdg_at_most(latest->source_count, limit->sources);
    int status = choose(&digest->latest_themes, digest, latest->movements, latest->movement_count,
                        is_theme, limit->latest_themes);
    return status ? status
                  : choose(&digest->latest_terms, digest, latest->movements, latest->movement_count,
                           is_term, limit->latest_terms);
}

static const char *names_of(struct tdg_digest *digest, const struct tdg_event_view *event)
{
    struct tdg_buffer text = {0};
    tdg_event_names_text(&text, event, digest->limits->event_names);
    const char *names =
        text.failed ? NULL : tdg_arena_string(&digest->arena, text.text ? text.text : "");
    tdg_buffer_done(&text);
    return names;
}

static int choose_stories(struct tdg_digest *digest)
{
    size_t limit = digest->limits->stories;
    uint32_t period;
    digest->stories = tdg_arena_alloc(&digest->arena, (limit + 1) * sizeof *digest->stories);
    digest->events =
        tdg_arena_alloc(&digest->arena, (digest->limits->events + 1) * sizeof *digest->events);
    digest->event_names =
        tdg_arena_alloc(&digest->arena, (digest->limits->events + 1) * sizeof *digest->event_names);
    if (!digest->stories || !digest->events || !digest->event_names)
        return TDG_ENOMEM;
    digest->event_count =
        tdg_report_events(digest->analysis, digest->events, digest->limits->events, &period);
    for (size_t i = 0; i < digest->event_count; i++)
        if (!(digest->event_names[i] = names_of(digest, digest->events[i].event)))
            return TDG_ENOMEM;
    digest->story_count = tdg_report_stories(digest->analysis, digest->stories, limit, &period);
    digest->story_period = tdg_analysis_period(digest->analysis, period);
    return TDG_OK;
}

/* So many of each state. */
static int choose_names(struct tdg_digest *digest)
{
    const struct tdg_news_view *news = tdg_analysis_in_the_news(digest->analysis);
    digest->names = tdg_arena_alloc(&digest->arena, (news->name_count + 1) * sizeof(void *));
    if (!digest->names)
        return TDG_ENOMEM;
    for (size_t i = 0, same = 0; i < news->name_count; i++) {
        same = i && news->names[i].state == news->names[i - 1].state ? same + 1 : 0;
        if (same < digest->limits->names)
            digest->names[digest->name_count++] = &news->names[i];
    }
    digest->news_period = tdg_analysis_period(digest->analysis, news->period);
    return TDG_OK;
}

static void add_section(struct tdg_digest *digest, enum tdg_lead_scope scope,
                        const struct tdg_period_view *first, const struct tdg_period_view *last)
{
    size_t count =
        tdg_at_most(tdg_analysis_lead_count(digest->analysis, scope), digest->limits->lead);
    if (count && first && last)
        digest->lead[digest->lead_count++] = (struct tdg_lead_section){
            scope, first->start, last->end, scope == TDG_LEAD_PERIOD ? first->start : "", count};
}

/* The report of a period is about that; an analysis of several is about all of them first. */
static void choose_lead(struct tdg_digest *digest)
{
    const struct tdg_analysis *analysis = digest->analysis;
    size_t periods = tdg_analysis_period_count(analysis);
    uint32_t own = tdg_report_period(analysis);
    if (!digest->latest_first && periods > 1)
        add_section(digest, TDG_LEAD_ALL, tdg_analysis_period(analysis, 0),
                    tdg_analysis_period(analysis, periods - 1));
    add_section(digest, TDG_LEAD_PERIOD, tdg_analysis_period(analysis, own),
                tdg_analysis_period(analysis, own));
    tdg_silent_text(digest->silent, analysis);
}

int tdg_digest_new(struct tdg_digest *digest, const struct tdg_analysis *analysis,
                   enum tdg_digest_kind kind)
{
    size_t themes = tdg_analysis_theme_count(analysis);
    *digest = (struct tdg_digest){
        .analysis = analysis,
        .limits = &limits[kind],
        .latest_first = *tdg_analysis_latest(analysis)->asked,
        .undivided = *tdg_analysis_within(analysis)->id && themes < 2,
    };
    for (size_t i = 0; i < themes; i++)
        digest->has_stability |= !isnan(tdg_analysis_theme(analysis, i)->stability);
    int status = choose_latest(digest);
    if (!status)
        status = choose_findings(digest, kind);
    if (!status)
        status = choose_stories(digest);
    if (!status)
        status = choose_names(digest);
    if (!status)
        status = tdg_brief_make(&digest->brief, analysis, digest->events, digest->event_count,
                                &digest->arena);
    if (!status)
        choose_lead(digest);
    if (!status)
        digest->row_count = tdg_report_rows(&digest->rows, analysis);
    return !status && !digest->rows ? TDG_ENOMEM : status;
}

void tdg_digest_done(struct tdg_digest *digest)
{
    free(digest->rows);
    tdg_arena_done(&digest->arena);
    *digest = (struct tdg_digest){0};
}
