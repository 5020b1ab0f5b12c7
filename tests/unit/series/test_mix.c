// SPDX-License-Identifier: GPL-3.0-or-later
/* Two sources that write about other things: one falls silent or joins, and no theme has moved. */
#include "series/mix.h"

#include <stdbool.h>

#include <gsl/gsl_randist.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/types.h>

#include "base/random.h"
#include "series/build.h"
#include "unit/check.h"

enum { MOST = 60000, WEEKS = 24, THEMES = 12, PARENTS = 3, SOURCES = 2 };

static const int64_t DAY = 86400, monday = 1551657600; /* 2019-03-04 */

static int64_t published[MOST];
static uint32_t group[MOST], source[MOST];
static uint32_t parent[THEMES] = {0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2};
static size_t articles;

/* Themes 0 to 3 are those of source 1, mostly; the others those of source 0. */
static double share_of(uint32_t theme, uint32_t who)
{
    bool own = (theme < 4) == (who == 1);
    double size = who == 1 ? 4 : 8;
    return own ? 0.94 / size : 0.06 / (THEMES - size);
}

/* How a corpus differs from a steady one. */
struct common_factor {
    int first, last; /* weeks in which source 1 writes: first <= week < last */
    int rise;        /* from this week on theme 6 has more articles of source 0 … */
    double factor;   /* … by this factor */
    bool known;      /* the sources of the articles */
};

static uint32_t draw_theme(gsl_rng *random, uint32_t who, double factor)
{
    double weight[THEMES], sum = 0;
    for (uint32_t g = 0; g < THEMES; g++)
        sum += weight[g] = share_of(g, who) * (g == 6 ? factor : 1);
    double at = gsl_rng_uniform(random) * sum;
    uint32_t g = 0;
    while (g + 1 < THEMES && (at -= weight[g]) > 0)
        g++;
    return g;
}

static struct tdg_trends build(const struct common_factor *common_factor, uint64_t seed)
{
    gsl_rng *random = tdg_random_new(seed, 5);
    assert_non_null(random);
    articles = 0;
    for (int day = 0; day < WEEKS * 7; day++)
        for (uint32_t who = 0; who < SOURCES; who++) {
            int week = day / 7;
            bool writes = who == 0 || (week >= common_factor->first && week < common_factor->last);
            unsigned count = gsl_ran_poisson(random, who == 0 ? 20 : 10);
            for (unsigned i = 0; writes && i < count; i++) {
                published[articles] = monday + day * DAY + 60 * i;
                group[articles] =
                    draw_theme(random, who,
                               who == 0 && week >= common_factor->rise ? common_factor->factor : 1);
                source[articles++] = who;
            }
        }
    gsl_rng_free(random);
    struct tdg_trend_input input = {.articles = articles,
                                    .published = published,
                                    .group = group,
                                    .groups = THEMES,
                                    .source = common_factor->known ? source : NULL,
                                    .sources = SOURCES,
                                    .parents = PARENTS,
                                    .parent = parent};
    struct tdg_trend_options options = tdg_trend_defaults();
    struct tdg_trends trends = {0};
    assert_int_equal(tdg_trends_build(&trends, &input, &options, NULL), TDG_OK);
    assert_null(trends.mix);
    return trends;
}

/* Everything that says that a theme moved: findings, movements of the latest week, directions of
 * the whole span, and themes that are new or gone. */
static size_t claims(const struct tdg_trends *trends)
{
    size_t count = trends->findings.count + trends->latest.count;
    for (size_t g = 0; g < THEMES; g++)
        count += trends->trends[g].direction != TDG_DIRECTION_STEADY ||
                 trends->statuses[g] != TDG_THEME_CONTINUING;
    return count;
}

/* Falls silent for the last week, for the last half; joins in the last week, half way. */
static const struct common_factor silences[] = {{0, WEEKS - 1, WEEKS, 1, true},
                                                {0, WEEKS / 2, WEEKS, 1, true},
                                                {WEEKS - 1, WEEKS, WEEKS, 1, true},
                                                {WEEKS / 2, WEEKS, WEEKS, 1, true},
                                                {4, 15, WEEKS, 1, true}};
enum { SILENCES = sizeof silences / sizeof *silences, SEEDS = 1 };

static void a_source_that_comes_or_goes_moves_no_theme(void **state)
{
    (void)state;
    size_t known = 0, unknown = 0;
    for (size_t i = 0; i < SILENCES; i++)
        for (uint64_t seed = 1; seed <= SEEDS; seed++) {
            struct common_factor common_factor = silences[i];
            struct tdg_trends trends = build(&common_factor, seed);
            known += claims(&trends);
            for (size_t g = 0; g < 4; g++) /* nor is there a change to be shown */
                assert_near(trends.changes[g].share, trends.changes[g].baseline, 0.05);
            tdg_trends_done(&trends);
            common_factor.known = false;
            trends = build(&common_factor, seed);
            unknown += claims(&trends) > 0;
            tdg_trends_done(&trends);
        }
    assert_true(known <= 1); /* chance, at the usual level, in five runs */
    assert_int_equal(unknown, SILENCES * SEEDS);
}

static bool is_found(const struct tdg_trends *trends, uint32_t theme, bool up)
{
    bool found = false;
    for (size_t i = 0; i < trends->findings.count; i++)
        found = found || (trends->findings.items[i].theme == theme &&
                          (trends->findings.items[i].factor > 1) == up);
    return found;
}

static void a_movement_within_a_source_is_found(void **state)
{
    (void)state;
    for (size_t i = 0; i < SILENCES; i++) {
        bool up = i % 2;
        struct common_factor common_factor = silences[i];
        common_factor.rise = 10;
        common_factor.factor = up ? 2 : 0.4;
        struct tdg_trends trends = build(&common_factor, 1);
        assert_true(is_found(&trends, 6, up));
        tdg_trends_done(&trends);
    }
}

static void a_burst_of_the_latest_week_is_seen_while_the_other_source_is_silent(void **state)
{
    (void)state;
    struct common_factor common_factor = {0, WEEKS - 1, WEEKS - 1, 3, true};
    struct tdg_trends trends = build(&common_factor, 1);
    assert_true(trends.latest.count > 0);
    assert_int_equal(trends.latest.items[0].theme, 6);
    assert_true(trends.latest.items[0].factor > 1);
    for (size_t i = 0; i < trends.latest.count; i++) { /* nothing about those of source 1 */
        const struct tdg_finding_view *view = &trends.latest.items[i];
        assert_true(view->theme >= 4 && view->parent != 0);
    }
    tdg_trends_done(&trends);
}

/* One source, unknown ones, or only small ones: nothing to hold constant, and the same results. */
static void without_two_sources_nothing_changes(void **state)
{
    (void)state;
    struct tdg_period_view periods[] = {{.originals = 60}, {.originals = 60}};
    uint32_t who[120], themes[120], in[120];
    for (uint32_t i = 0; i < 120; i++) {
        in[i] = i / 60;
        themes[i] = 0;
        who[i] = i / 15; /* fifteen articles each */
    }
    struct tdg_trends trends = {.period_count = 2, .periods = periods};
    struct tdg_timeline timeline = {.period = in};
    struct tdg_trend_input input = {
        .articles = 120, .group = themes, .groups = 1, .source = who, .sources = 8};
    struct tdg_mix mix = {0};
    assert_int_equal(tdg_mix_find(&mix, &trends, &timeline, &input), TDG_OK);
    assert_int_equal(mix.strata, 0);
    input.source = NULL;
    assert_int_equal(tdg_mix_find(&mix, &trends, &timeline, &input), TDG_OK);
    assert_int_equal(mix.strata, 0);
    input.source = themes;
    input.sources = 1;
    assert_int_equal(tdg_mix_find(&mix, &trends, &timeline, &input), TDG_OK);
    assert_int_equal(mix.strata, 0);
    assert_near(tdg_mix_of_theme(&mix, 0, 1), 1, 0);
}

/* Source 0 has 40 articles in either period, source 1 has 20 in the first one; small ones 15. */
static void factors_follow_the_sources(void **state)
{
    (void)state;
    struct tdg_period_view periods[] = {{.originals = 75, .whole = true},
                                        {.originals = 40, .whole = true}};
    uint32_t who[115], themes[115], in[115];
    for (uint32_t i = 0; i < 115; i++) {
        who[i] = i < 80 ? 0 : i < 100 ? 1 : i < 110 ? 2 : TDG_NONE;
        in[i] = i >= 40 && i < 80;
        themes[i] = who[i] == 0 ? 0 : 1;
    }
    struct tdg_trends trends = {.period_count = 2, .periods = periods};
    struct tdg_timeline timeline = {.period = in};
    struct tdg_trend_input input = {
        .articles = 115, .group = themes, .groups = 2, .source = who, .sources = 3};
    struct tdg_mix mix = {0};
    assert_int_equal(tdg_mix_find(&mix, &trends, &timeline, &input), TDG_OK);
    assert_int_equal(mix.strata, 3);
    /* Theme 0 is in 80 of 115 articles, all of source 0; five articles draw to that. */
    double share = 80.0 / 115, own = (80 / share + 5) / 85;
    double first = (40 * own + 20 * (5.0 / 25) + 15 * (5.0 / 20)) / 75;
    assert_near(tdg_mix_of_theme(&mix, 0, 0), first, 1e-12);
    assert_near(tdg_mix_of_theme(&mix, 0, 1), own, 1e-12);
    assert_true(tdg_mix_of_theme(&mix, 1, 1) < 0.1);
    tdg_mix_done(&mix);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_source_that_comes_or_goes_moves_no_theme),
        cmocka_unit_test(a_movement_within_a_source_is_found),
        cmocka_unit_test(a_burst_of_the_latest_week_is_seen_while_the_other_source_is_silent),
        cmocka_unit_test(without_two_sources_nothing_changes),
        cmocka_unit_test(factors_follow_the_sources),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
