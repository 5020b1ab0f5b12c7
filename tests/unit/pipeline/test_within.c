// SPDX-License-Identifier: GPL-3.0-or-later
/* The themes inside a theme. */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/options.h>

#include "pipeline/ids.h"
#include "unit/check.h"

static char folder[] = "test_within.XXXXXX";

static void ids_are_paths(void **state)
{
    (void)state;
    static const char *const good[] = {"T1", "P2", "T10.3", "T5.P1", "T5.P1.12", "P3.1"};
    static const char *const bad[] = {
        "",   "T",    "T0",    "T01", "5",   "T5.", "T5.T1", "S1",   "T-1",         "T5..1",
        ".1", "T5.P", "T5.S1", "t5",  "T5 ", "P2.", "T5.0",  "T1e3", "T99999999999"};
    const char *rest = NULL;
    for (size_t i = 0; i < sizeof good / sizeof *good; i++)
        assert_true(tdg_within_is_id(good[i]));
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        assert_false(tdg_within_is_id(bad[i]));
    assert_int_equal(tdg_within_theme("T12.P3.4", &rest), 12);
    assert_string_equal(rest, ".P3.4");
    assert_int_equal(tdg_within_theme("P1", &rest), 0);
}

/* Two subjects by their field, "farm" and "town". All of "farm" is about the harvest: half about
 * apples, half about wheat. */
static const char *write_corpus(void)
{
    static const char *const apples[] = {"apples orchard cider press juice",
                                         "orchard apples blossom pruning ladder"};
    static const char *const wheat[] = {"wheat combine silo grain flour",
                                        "grain wheat sowing drill silo"};
    static char path[64];
    snprintf(path, sizeof path, "%s/farm.jsonl", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (int i = 0; i < 60; i++)
        fprintf(file,
                "{\"id\":\"f%02d\",\"desk\":\"farm\",\"published\":\"2024-01-%02d\",\"title\":"
                "\"Harvest "
                "%d\",\"body\":\"The harvest number%d went well with %s and word%d.\"}\n",
                i, 1 + i % 28, i, i, i % 2 ? apples[i / 2 % 2] : wheat[i / 2 % 2], i);
    for (int i = 0; i < 20; i++)
        fprintf(
            file,
            "{\"id\":\"t%02d\",\"desk\":\"town\",\"published\":\"2024-01-%02d\",\"title\":"
            "\"Council "
            "%d\",\"body\":\"The council voted number%d on buses, trams and parking place%d.\"}\n",
            i, 1 + i % 28, i, i, i);
    assert_int_equal(fclose(file), 0);
    return path;
}

static int analyze(const char *const *set, struct tdg_analysis **analysis, struct tdg_error *error)
{
    const char *inputs[] = {write_corpus()};
    struct tdg_options *options = tdg_options_new();
    for (; *set; set += 2)
        assert_int_equal(tdg_options_set(options, set[0], set[1], NULL), TDG_OK);
    int status = tdg_analyze(options, inputs, 1, NULL, analysis, error);
    tdg_options_free(options);
    return status;
}

static void a_theme_falls_into_its_parts(void **state)
{
    (void)state;
    static const char *const set[] = {"themes-from", "desk", "within", "T1", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(set, &analysis, NULL), TDG_OK);
    const struct tdg_within_view *within = tdg_analysis_within(analysis);
    assert_string_equal(within->id, "T1");
    assert_string_equal(within->label, "farm");
    assert_string_equal(within->title, "T1 farm");
    assert_int_equal(within->articles, 80);
    assert_int_equal(tdg_analysis_article_count(analysis), 60);
    size_t themes = tdg_analysis_theme_count(analysis);
    assert_in_range(themes, 2, 4);
    assert_false(tdg_analysis_choice(analysis)->given);
    double shares = 0;
    for (size_t i = 0; i < themes; i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        char id[32];
        snprintf(id, sizeof id, "T1.%zu", i + 1);
        assert_string_equal(theme->id, id);
        shares += theme->share;
        for (size_t t = 0; t < 3; t++) /* what is common to all of them is no term of a part */
            assert_null(strstr(theme->terms[t].term, "arvest"));
    }
    assert_true(shares > 0.999 && shares < 1.001);
    bool has[4][2] = {{false}}; /* no part is about apples and wheat */
    for (size_t i = 0; i < 60; i++) {
        const struct tdg_article_view *article = tdg_analysis_article(analysis, i);
        has[article->theme][(article->id[2] - '0') % 2] = true;
    }
    for (size_t i = 0; i < themes; i++)
        assert_true(has[i][0] != has[i][1]);
    tdg_analysis_free(analysis);
}

static void a_small_theme_stays_one(void **state)
{
    (void)state;
    static const char *const set[] = {"themes-from", "desk", "within", "T2", NULL};
    static const char *const deeper[] = {"themes-from", "desk", "within", "T2.1", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(set, &analysis, NULL), TDG_OK);
    assert_int_equal(tdg_analysis_theme_count(analysis), 1);
    assert_string_equal(tdg_analysis_theme(analysis, 0)->id, "T2.1");
    assert_string_equal(tdg_analysis_theme(analysis, 0)->label, "town");
    assert_non_null(strstr(tdg_analysis_choice(analysis)->reason, "make one theme"));
    tdg_analysis_free(analysis);
    assert_int_equal(analyze(deeper, &analysis, NULL), TDG_OK);
    assert_string_equal(tdg_analysis_theme(analysis, 0)->id, "T2.1.1");
    assert_int_equal(tdg_analysis_within(analysis)->articles, 80);
    tdg_analysis_free(analysis);
}

static void a_theme_that_is_not_there(void **state)
{
    (void)state;
    static const char *const messages[][2] = {
        {"T3", "no theme T3: the themes are T1 to T2"},
        {"P1", "no parent P1: the themes are T1 to T2; there are no parents"},
        {"T2.2", "no theme T2.2: the only theme is T2.1"},
    };
    for (size_t i = 0; i < 3; i++) {
        const char *set[] = {"themes-from", "desk", "within", messages[i][0], NULL};
        struct tdg_analysis *analysis = NULL;
        struct tdg_error error = {0};
        assert_int_equal(analyze(set, &analysis, &error), TDG_EINVAL);
        assert_null(analysis);
        assert_string_equal(error.message, messages[i][1]);
    }
}

static void everything_is_within_nothing(void **state)
{
    (void)state;
    static const char *const set[] = {"themes-from", "desk", "within", "", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(set, &analysis, NULL), TDG_OK);
    assert_string_equal(tdg_analysis_within(analysis)->id, "");
    assert_int_equal(tdg_analysis_theme_count(analysis), 2);
    tdg_analysis_free(analysis);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    char path[64];
    snprintf(path, sizeof path, "%s/farm.jsonl", folder);
    (void)unlink(path);
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(ids_are_paths),
        cmocka_unit_test(a_theme_falls_into_its_parts),
        cmocka_unit_test(a_small_theme_stays_one),
        cmocka_unit_test(a_theme_that_is_not_there),
        cmocka_unit_test(everything_is_within_nothing),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
