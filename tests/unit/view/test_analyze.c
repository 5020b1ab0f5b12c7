// SPDX-License-Identifier: GPL-3.0-or-later
/* The whole path over small files. */
#include <math.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "unit/check.h"

static char folder[] = "test_analyze.XXXXXX";

static const char *write_input(const char *text)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/input.jsonl", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
    return path;
}

static int analyze(const char *text, const char *const *set, struct tdg_analysis **analysis,
                   struct tdg_error *error)
{
    const char *inputs[] = {write_input(text)};
    struct tdg_options *options = tdg_options_new();
    for (; set && *set; set += 2)
        assert_int_equal(tdg_options_set(options, set[0], set[1], NULL), TDG_OK);
    int status = tdg_analyze(options, inputs, 1, NULL, analysis, error);
    tdg_options_free(options);
    return status;
}

static const char two_subjects[] =
    "{\"id\":\"a\",\"title\":\"Tariffs on steel\",\"published\":\"2019-02-26\",\"source\":\"P\"}\n"
    "{\"id\":\"b\",\"title\":\"Steel tariffs "
    "bite\",\"published\":\"2019-03-05\",\"source\":\"Q\"}\n"
    "this is no json\n"
    "{\"id\":\"c\",\"title\":\"Goal in the cup "
    "final\",\"published\":\"2019-03-06\",\"kind\":\"sport\"}\n"
    "{\"id\":\"d\",\"title\":\"Cup final: a late goal\",\"source\":\"Q\",\"kind\":\"sport\"}\n"
    "{\"id\":\"e\",\"title\":\"...\"}\n";

static void subjects_fall_apart(void **state)
{
    (void)state;
    static const char *const set[] = {"themes", "2", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(two_subjects, set, &analysis, NULL), TDG_OK);
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    assert_int_equal(corpus->articles, 5);
    assert_int_equal(corpus->skipped, 1);
    assert_int_equal(corpus->undated, 2);
    assert_int_equal(corpus->unplaced, 1);
    assert_int_equal(corpus->source_count, 2);
    assert_string_equal(corpus->sources[0].name, "Q");
    assert_int_equal(tdg_analysis_period_count(analysis), 2);
    assert_int_equal(tdg_analysis_theme_count(analysis), 2);
    uint32_t theme[5];
    for (size_t i = 0; i < 5; i++)
        theme[i] = tdg_analysis_article(analysis, i)->theme;
    assert_int_equal(theme[0], theme[1]);
    assert_int_equal(theme[2], theme[3]);
    assert_int_not_equal(theme[0], theme[2]);
    assert_int_equal(theme[4], TDG_NONE);
    assert_string_equal(tdg_analysis_article(analysis, 4)->reason,
                        "no words: nothing but stop words, numbers and signs");
    assert_null(tdg_analysis_article(analysis, 5));
    tdg_analysis_free(analysis);
}

/* With --min-articles 2 the words of an article must stand in another one, too. */
static void every_article_has_a_theme_or_a_reason(void **state)
{
    (void)state;
    static const char text[] =
        "{\"id\":\"0\",\"title\":\"Tariffs on steel\"}\n"
        "{\"id\":\"1\",\"title\":\"Steel tariffs bite\"}\n"
        "{\"id\":\"2\",\"title\":\"1,200 of the 20km: the 2nd\"}\n"
        "{\"id\":\"3\",\"title\":\"Ferries\"}\n"
        "{\"id\":\"4\",\"title\":\"The ferries sail\",\"body\":\"Slowly north\"}\n"
        "{\"id\":\"5\",\"title\":\"Lichens cover granite\",\"body\":\"Moss prefers "
        "limestone\"}\n"
        "{\"id\":\"6\",\"title\":\"Steel\"}\n";
    static const char *const expected[] = {
        "", "", "no words: nothing but stop words, numbers and signs",
        "", "", "no known terms: all of its 6 words are in too few or in too many articles",
        "",
    };
    static const char *const set[] = {"min-articles", "2", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(text, set, &analysis, NULL), TDG_OK);
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct tdg_article_view *article = tdg_analysis_article(analysis, i);
        assert_string_equal(article->reason, expected[i]);
        assert_int_equal(article->theme == TDG_NONE, *expected[i] != '\0');
        assert_true(article->weight >= article->second_weight);
    }
    assert_int_equal(tdg_analysis_corpus(analysis)->unplaced, 2);
    tdg_analysis_free(analysis);
}

static void short_articles_say_so(void **state)
{
    (void)state;
    static const char text[] = "{\"id\":\"0\",\"title\":\"Tariffs on steel\"}\n"
                               "{\"id\":\"1\",\"title\":\"Steel tariffs bite\"}\n"
                               "{\"id\":\"2\",\"title\":\"Ferries\"}\n"
                               "{\"id\":\"3\",\"title\":\"Lichens cover granite\"}\n";
    static const char *const set[] = {"min-articles", "2", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(text, set, &analysis, NULL), TDG_OK);
    assert_string_equal(tdg_analysis_article(analysis, 2)->reason,
                        "too short: its only word is in too few or in too many articles");
    assert_string_equal(tdg_analysis_article(analysis, 3)->reason,
                        "too short: all of its 3 words are in too few or in too many articles");
    tdg_analysis_free(analysis);
}

static void themes_come_from_a_field(void **state)
{
    (void)state;
    static const char *const set[] = {"themes-from", "kind", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(two_subjects, set, &analysis, NULL), TDG_OK);
    assert_int_equal(tdg_analysis_theme_count(analysis), 1);
    const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, 0);
    assert_string_equal(theme->label, "sport");
    assert_int_equal(theme->articles, 2);
    assert_string_equal(tdg_analysis_article(analysis, 0)->reason,
                        "the field that names its theme is empty");
    tdg_analysis_free(analysis);
}

static const struct {
    const char *text;
    int status;
    size_t themes;
} odd_inputs[] = {
    {"", TDG_EEMPTY, 0},
    {"\n\n\n", TDG_EEMPTY, 0},
    {"no json at all\nnone here\n", TDG_EEMPTY, 0},
    {"{\"title\":\"\"}\n", TDG_EEMPTY, 0},
    {"{\"title\":\"One article about ferries\"}\n", TDG_OK, 1},
    {"{\"id\":1,\"title\":\"Ferries sail\"}\n{\"id\":2,\"title\":\"Ferries sail\"}\n", TDG_OK, 1},
    {"{\"title\":\"the of and\"}\n{\"title\":\"and the of\"}\n", TDG_OK, 0},
    {"{\"title\":\"Ferries\",\"date\":\"0000-00-00\"}\n", TDG_OK, 1},
    {"{\"title\":\"Ferries\",\"date\":\"9999-12-31\"}\n", TDG_OK, 1},
    {"{\"title\":\"\xff\xfe ferries \x80\"}\n", TDG_OK, 1},
    {"{\"title\":\"zero \\u0000 byte\"}\n", TDG_OK, 1},
};

static void assert_why_adds_up(const struct tdg_why_view *why)
{
    double first = 0, other = 0, last = HUGE_VAL;
    for (size_t i = 0; i < why->term_count; i++) {
        double difference = fabs(why->terms[i].first - why->terms[i].other);
        assert_true(difference <= last && why->terms[i].times > 0 && *why->terms[i].term);
        first += why->terms[i].first;
        other += why->terms[i].other;
        last = difference;
    }
    assert_near(first, why->first_sum, 1e-9);
    assert_near(other, why->other_sum, 1e-9);
    assert_true(why->first_sum > why->other_sum);
    for (size_t i = 0; i < why->neighbour_count; i++) {
        assert_true(why->neighbours[i].cosine > 0 && why->neighbours[i].cosine < 1 + 1e-6);
        assert_true(i == 0 || why->neighbours[i].cosine <= why->neighbours[i - 1].cosine);
        assert_true(why->neighbours[i].article != why->original);
    }
}

static void whys_tell_what_decided(void **state)
{
    (void)state;
    static const char *const set[] = {"themes", "2", "why", "b", "why", "nobody",
                                      "why",    "e", "why", "b", NULL};
    static const char *const plain[] = {"themes", "2", NULL};
    struct tdg_analysis *analysis = NULL, *without = NULL;
    assert_int_equal(analyze(two_subjects, set, &analysis, NULL), TDG_OK);
    assert_int_equal(analyze(two_subjects, plain, &without, NULL), TDG_OK);
    assert_int_equal(tdg_analysis_why_count(without), 0);
    assert_null(tdg_analysis_why(without, 0));
    assert_int_equal(tdg_analysis_why_count(analysis), 4);
    const struct tdg_why_view *why = tdg_analysis_why(analysis, 0);
    assert_string_equal(tdg_analysis_article(analysis, why->article)->id, "b");
    assert_int_equal(why->original, why->article);
    assert_int_equal(why->theme, tdg_analysis_article(analysis, why->article)->theme);
    assert_int_equal(why->other, 1 - why->theme);
    assert_int_equal(why->barred, TDG_NONE);
    assert_true(why->term_count >= 2 && why->neighbour_count >= 1);
    assert_why_adds_up(why);
    assert_why_adds_up(tdg_analysis_why(analysis, 3));
    assert_int_equal(tdg_analysis_why(analysis, 1)->article, TDG_NONE);
    assert_string_equal(tdg_analysis_why(analysis, 1)->id, "nobody");
    assert_int_not_equal(tdg_analysis_why(analysis, 2)->article, TDG_NONE);
    assert_int_equal(tdg_analysis_why(analysis, 2)->theme, TDG_NONE);
    assert_int_equal(tdg_analysis_why(analysis, 2)->term_count, 0);
    tdg_analysis_free(analysis);
    tdg_analysis_free(without);
}

/* Where the articles bring their themes along, no word decides. */
static void given_themes_need_no_words(void **state)
{
    (void)state;
    static const char *const set[] = {"themes-from", "source", "why", "b", NULL};
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(analyze(two_subjects, set, &analysis, NULL), TDG_OK);
    const struct tdg_why_view *why = tdg_analysis_why(analysis, 0);
    assert_int_not_equal(why->theme, TDG_NONE);
    assert_int_equal(why->other, TDG_NONE);
    assert_int_equal(why->before, TDG_NONE);
    assert_int_equal(why->term_count + why->neighbour_count, 0);
    assert_int_equal(tdg_analysis_parent_count(analysis), 0);
    assert_true(tdg_analysis_choice(analysis)->given);
    assert_int_equal(tdg_analysis_choice(analysis)->curve_count, 0);
    tdg_analysis_free(analysis);
}

static void odd_inputs_are_survived(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof odd_inputs / sizeof *odd_inputs; i++) {
        struct tdg_analysis *analysis = NULL;
        struct tdg_error error = {0};
        int status = analyze(odd_inputs[i].text, NULL, &analysis, &error);
        if (status != odd_inputs[i].status)
            fail_msg("input %zu: status %d (%s)", i, status, error.message);
        if (!status)
            assert_int_equal(tdg_analysis_theme_count(analysis), odd_inputs[i].themes);
        else
            assert_true(*error.message);
        tdg_analysis_free(analysis);
    }
}

static int stop_at(void *context, const char *stage, size_t done, size_t total)
{
    (void)done, (void)total;
    return strcmp(stage, context) == 0;
}

static void a_run_stops_on_request(void **state)
{
    (void)state;
    static const char *const stages[] = {"read",    "clean",  "copies", "terms",
                                         "vectors", "themes", "labels", "trends"};
    const char *inputs[] = {write_input(two_subjects)};
    struct tdg_options *options = tdg_options_new();
    for (size_t i = 0; i < sizeof stages / sizeof *stages; i++) {
        char stage[16];
        snprintf(stage, sizeof stage, "%s", stages[i]);
        struct tdg_monitor monitor = {
            .size = sizeof monitor, .context = stage, .progress = stop_at};
        struct tdg_analysis *analysis = NULL;
        struct tdg_error error = {0};
        assert_int_equal(tdg_analyze(options, inputs, 1, &monitor, &analysis, &error),
                         TDG_ECANCELED);
        assert_null(analysis);
        assert_string_equal(error.message, "stopped on request");
    }
    tdg_options_free(options);
}

static void a_missing_input_is_named(void **state)
{
    (void)state;
    const char *inputs[] = {"no-such-file.jsonl"};
    struct tdg_options *options = tdg_options_new();
    struct tdg_analysis *analysis = NULL;
    struct tdg_error error = {0};
    assert_int_equal(tdg_analyze(options, inputs, 1, NULL, &analysis, &error), TDG_EIO);
    assert_string_equal(error.file, "no-such-file.jsonl");
    tdg_options_free(options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(subjects_fall_apart),
        cmocka_unit_test(every_article_has_a_theme_or_a_reason),
        cmocka_unit_test(short_articles_say_so),
        cmocka_unit_test(themes_come_from_a_field),
        cmocka_unit_test(whys_tell_what_decided),
        cmocka_unit_test(given_themes_need_no_words),
        cmocka_unit_test(odd_inputs_are_survived),
        cmocka_unit_test(a_run_stops_on_request),
        cmocka_unit_test(a_missing_input_is_named),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    char path[64];
    snprintf(path, sizeof path, "%s/input.jsonl", folder);
    unlink(path);
    rmdir(folder);
    return failed;
}
