// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/digest.h"

#include <tidings/types.h>

#include "unit/check.h"
#include "view/result.h"

enum { PERIODS = 20, THEMES = 20, TERMS = 4, LATEST = PERIODS - 2 };

static struct tdg_period_view periods[PERIODS];
static struct tdg_finding_view findings[THEMES + TERMS];
static const uint32_t compared[] = {10, 11, 12, 13, 14, 15, 16, 17};
static struct tdg_analysis analysis;

/* Twenty findings about themes, of which number i begins in period i, and four about terms. */
static int set_up(void **state)
{
    (void)state;
    for (size_t i = 0; i < PERIODS; i++)
        periods[i] = (struct tdg_period_view){.id = "", .whole = i && i + 1 < PERIODS};
    for (uint32_t i = 0; i < THEMES; i++)
        findings[i] = (struct tdg_finding_view){
            .kind = TDG_STEP_UP, .theme = i, .term = "", .first = i, .last = LATEST};
    for (uint32_t i = 0; i < TERMS; i++)
        findings[THEMES + i] = (struct tdg_finding_view){
            .kind = TDG_NEW, .theme = TDG_NONE, .term = "x", .first = i % 2, .last = i % 2};
    analysis = (struct tdg_analysis){
        .trends = {.periods = periods,
                   .period_count = PERIODS,
                   .findings = {.items = findings, .count = THEMES + TERMS}},
        .latest = {.asked = "",
                   .period = LATEST,
                   .last_whole = LATEST,
                   .compared = compared,
                   .compared_count = 8},
    };
    return 0;
}

static void a_longer_report_shows_more(void **state)
{
    (void)state;
    static const size_t themes[TDG_DIGESTS] = {7, 10, 15, 20}, terms[TDG_DIGESTS] = {3, 4, 4, 4};
    for (enum tdg_digest_kind kind = 0; kind < TDG_DIGESTS; kind++) {
        struct tdg_digest digest;
        assert_int_equal(tdg_digest_new(&digest, &analysis, kind), TDG_OK);
        assert_int_equal(digest.themes.count, themes[kind]);
        assert_int_equal(digest.themes.left_out, THEMES - themes[kind]);
        assert_int_equal(digest.terms.count, terms[kind]);
        assert_int_equal(digest.terms.left_out, TERMS - terms[kind]);
        assert_int_equal(digest.none, TDG_SOME_FINDINGS);
        for (uint32_t i = 0; i < themes[kind]; i++)
            assert_ptr_equal(tdg_listed(&digest.themes, i), &findings[i]);
        tdg_digest_done(&digest);
    }
}

static void what_is_recent_is_not_earlier(void **state)
{
    (void)state;
    struct tdg_digest digest;
    findings[0].kind = TDG_BURST; /* of long ago, and over only now */
    findings[1].last = 2;
    assert_int_equal(tdg_digest_new(&digest, &analysis, TDG_DIGEST_PAGE), TDG_OK);
    static const uint32_t recent[] = {0, 15, 16, 17, 18, 19};
    assert_int_equal(digest.recent.count, 6);
    assert_memory_equal(digest.recent.index, recent, sizeof recent);
    assert_int_equal(digest.earlier.count, THEMES - 6);
    assert_int_equal(digest.earlier.index[0], 1);
    tdg_digest_done(&digest);
}

static void terms_of_the_page_begin_with_the_latest(void **state)
{
    (void)state;
    struct tdg_digest digest;
    assert_int_equal(tdg_digest_new(&digest, &analysis, TDG_DIGEST_PAGE), TDG_OK);
    static const uint32_t order[] = {THEMES + 1, THEMES + 3, THEMES, THEMES + 2};
    assert_memory_equal(digest.terms.index, order, sizeof order);
    tdg_digest_done(&digest);
}

static void what_began_in_the_compared_periods_goes_on(void **state)
{
    (void)state;
    struct tdg_digest digest;
    findings[3].kind = TDG_RISING;  /* a slope, from before them */
    findings[12].last = LATEST - 1; /* over */
    assert_int_equal(tdg_digest_new(&digest, &analysis, TDG_DIGEST_DOCUMENT), TDG_OK);
    static const uint32_t ongoing[] = {3, 10, 11, 13, 14, 15, 16, 17};
    assert_int_equal(digest.ongoing.count, 8);
    assert_memory_equal(digest.ongoing.index, ongoing, sizeof ongoing);
    tdg_digest_done(&digest);
    analysis.latest.period = TDG_NONE;
    analysis.latest.compared_count = 0;
    assert_int_equal(tdg_digest_new(&digest, &analysis, TDG_DIGEST_DOCUMENT), TDG_OK);
    assert_int_equal(digest.ongoing.count, 0);
    assert_false(digest.tested);
    assert_null(digest.latest);
    tdg_digest_done(&digest);
}

static void assert_none(enum tdg_no_findings expected, const char *sentence)
{
    struct tdg_digest digest;
    assert_int_equal(tdg_digest_new(&digest, &analysis, TDG_DIGEST_MAIL), TDG_OK);
    assert_int_equal(digest.none, expected);
    assert_string_equal(tdg_no_findings_text(digest.none), sentence);
    tdg_digest_done(&digest);
}

static void silence_has_a_reason(void **state)
{
    (void)state;
    analysis.trends.findings.count = 0;
    assert_none(TDG_NO_CHANGES, "No theme changed significantly.");
    for (size_t i = 8; i < PERIODS; i++)
        periods[i].whole = false;
    assert_none(TDG_TOO_FEW_PERIODS, "There are too few whole periods to test for changes.");
    analysis.trends.period_count = 0;
    assert_none(TDG_UNDATED, "No article has a date, so nothing is said about time.");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_longer_report_shows_more, set_up),
        cmocka_unit_test_setup(what_is_recent_is_not_earlier, set_up),
        cmocka_unit_test_setup(terms_of_the_page_begin_with_the_latest, set_up),
        cmocka_unit_test_setup(what_began_in_the_compared_periods_goes_on, set_up),
        cmocka_unit_test_setup(silence_has_a_reason, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
