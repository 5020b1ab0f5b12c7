// SPDX-License-Identifier: GPL-3.0-or-later
#include <stddef.h>
#include <stdio.h>
#include <unistd.h>

#include <tidings/error.h>
#include <tidings/score.h>

#include "unit/check.h"

static void write_file(const char *path, const char *text)
{
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static int enter_folder(void **state)
{
    static char folder[] = "/tmp/tidings-score-XXXXXX";
    *state = mkdtemp(folder);
    return *state && chdir(folder) == 0 ? 0 : -1;
}

static int leave_folder(void **state)
{
    static const char *const names[] = {"gold.jsonl", "groups.csv", "corpus.jsonl",
                                        "analysis.json"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(names[i]);
    return chdir("/") || rmdir(*state);
}

static double value(const struct tdg_measure *measures, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(measures[i].name, name) == 0)
            return measures[i].value;
    fail_msg("no measure %s", name);
    return 0;
}

static const struct tdg_score_request request = {
    .size = sizeof request, .groups = "groups.csv", .gold = "gold.jsonl"};

/* Article 3 has no text, 5 no gold, 4 no group; 9 is nobody. */
static const char gold[] = "{\"id\":\"1\",\"title\":\"t\",\"label\":\"x\"}\n"
                           "{\"id\":2,\"title\":\"t\",\"body\":\"b\",\"label\":\"x\"}\n"
                           "{\"id\":\"3\",\"title\":\"\",\"body\":\"\",\"label\":\"y\"}\n"
                           "{\"id\":\"4\",\"body\":\"b\",\"label\":\"y\"}\n"
                           "{\"id\":\"5\",\"body\":\"b\"}\n";

static void groups_are_compared_with_gold(void **state)
{
    (void)state;
    struct tdg_measure measures[TDG_MEASURES_MAX];
    size_t count = 0;
    write_file("gold.jsonl", gold);
    write_file("groups.csv", "title,id,theme\n\"a, b\",1,T1\n,2,T1\n,3,T2\n,4,\n,5,T1\n,9,T7\n");
    assert_int_equal(tdg_score_groups(&request, NULL, measures, &count, NULL), TDG_OK);
    assert_near(value(measures, count, "articles"), 4, 0);
    assert_near(value(measures, count, "covered"), 0.75, 0);
    assert_near(value(measures, count, "gold_groups"), 2, 0);
    assert_near(value(measures, count, "found_groups"), 2, 0);
    assert_near(value(measures, count, "purity"), 1, 1e-12);
    assert_near(value(measures, count, "bcubed_recall"), 0.75, 1e-12);
    assert_near(value(measures, count, "v_measure"), 0.8, 1e-12); /* 2 ln 2 / (ln 2 + 1.5 ln 2) */
}

static void what_is_missing_is_reported(void **state)
{
    (void)state;
    struct tdg_measure measures[TDG_MEASURES_MAX];
    struct tdg_error error = {0};
    size_t count = 77;
    write_file("gold.jsonl", gold);
    write_file("groups.csv", "id,group\n1,T1\n");
    assert_int_equal(tdg_score_groups(&request, NULL, measures, &count, &error), TDG_EFORMAT);
    assert_non_null(strstr(error.message, "theme"));
    write_file("groups.csv", "theme\n1\n");
    assert_int_equal(tdg_score_groups(&request, NULL, measures, &count, NULL), TDG_EFORMAT);
    write_file("groups.csv", "id,theme\n");
    struct tdg_score_request other = request;
    other.field = "story";
    assert_int_equal(tdg_score_groups(&other, NULL, measures, &count, &error), TDG_EEMPTY);
    assert_non_null(strstr(error.message, "story"));
    other = request;
    other.groups = "absent.csv";
    assert_int_equal(tdg_score_groups(&other, NULL, measures, &count, NULL), TDG_EIO);
    assert_int_equal(count, 77);
}

static void terms_are_measured(void **state)
{
    (void)state;
    struct tdg_measure measures[TDG_MEASURES_MAX];
    size_t count = 0;
    write_file("corpus.jsonl",
               "{\"id\":\"1\",\"body\":\"sea ship x\"}\n{\"id\":\"2\",\"body\":\"Sea x\"}\n"
               "{\"id\":\"3\",\"body\":\"ship sea sun x\"}\n{\"id\":\"4\",\"body\":\"x x\"}\n");
    write_file(
        "analysis.json",
        "{\"themes\":[{\"terms\":[{\"term\":\"sea\"},{\"term\":\"ship\"},{\"term\":\"moon\"}]},"
        "{\"terms\":[{\"term\":\"sun\"},{\"term\":\"sea\"}]}]}");
    assert_int_equal(
        tdg_score_terms("corpus.jsonl", "analysis.json", 2, NULL, measures, &count, NULL), TDG_OK);
    /* Four windows: sea and ship in two, always together; sun in one, with sea. */
    double second = log(0.25 / (0.25 * 0.5)) / -log(0.25);
    assert_near(value(measures, count, "npmi"), (1 + second) / 2, 1e-9);
    assert_near(value(measures, count, "diversity"), 0.75, 0);
    assert_near(value(measures, count, "themes"), 2, 0);
    assert_near(value(measures, count, "terms_not_in_corpus"), 0, 0);
}

static void broken_analyses_are_refused(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        int status;
    } cases[] = {
        {"", TDG_EFORMAT},
        {"{\"themes\":", TDG_EFORMAT},
        {"{}", TDG_EFORMAT},
        {"[1]", TDG_EFORMAT},
        {"{\"themes\":[]}", TDG_EEMPTY},
        {"{\"themes\":[{}]}", TDG_EFORMAT},
        {"{\"themes\":[{\"terms\":[{\"term\":\"sea\"}]}]}", TDG_EFORMAT},
        {"{\"themes\":[{\"terms\":[{\"term\":\"sea\"},{\"term\":7}]}]}", TDG_EFORMAT},
    };
    struct tdg_measure measures[TDG_MEASURES_MAX];
    size_t count = 77;
    write_file("corpus.jsonl", "{\"id\":\"1\",\"body\":\"sea ship\"}\n");
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        write_file("analysis.json", cases[i].text);
        assert_int_equal(
            tdg_score_terms("corpus.jsonl", "analysis.json", 2, NULL, measures, &count, NULL),
            cases[i].status);
    }
    assert_int_equal(
        tdg_score_terms("corpus.jsonl", "analysis.json", 1, NULL, measures, &count, NULL),
        TDG_EINVAL);
    assert_int_equal(tdg_score_terms("corpus.jsonl", "absent", 2, NULL, measures, &count, NULL),
                     TDG_EIO);
    assert_int_equal(count, 77);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(groups_are_compared_with_gold),
        cmocka_unit_test(what_is_missing_is_reported),
        cmocka_unit_test(terms_are_measured),
        cmocka_unit_test(broken_analyses_are_refused),
    };
    return cmocka_run_group_tests(tests, enter_folder, leave_folder);
}
