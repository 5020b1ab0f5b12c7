// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/settings.h"

#include <stddef.h>

#include <tidings/report.h>
#include <tidings/types.h>

#include "cluster/stability.h"
#include "input/read.h"
#include "pipeline/options.h"
#include "unit/check.h"
#include "vector/matrix.h"

static const struct {
    const char *name, *value;
    bool valid;
} values[] = {
    {"themes", "auto", true},
    {"themes", "1", true},
    {"themes", "0", false},
    {"themes", "-3", false},
    {"themes", "12x", false},
    {"themes", "99999999999999999999999", false},
    {"themes", "", false},
    {"period", "day", true},
    {"period", "week", true},
    {"period", "wee", false},
    {"period", "day|week", false},
    {"period", "", false},
    {"seed", "18446744073709551615", true},
    {"seed", "18446744073709551616", false},
    {"seed", "0", true},
    {"resamples", "0", true},
    {"resamples", "1000", true},
    {"resamples", "1001", false},
    {"threads", "256", true},
    {"threads", "257", false},
    {"max-share", "0.5", true},
    {"max-share", "1", true},
    {"max-share", "1.0", true},
    {"max-share", "1.01", false},
    {"max-share", "0", false},
    {"max-share", "0.0", false},
    {"max-share", ".25", true},
    {"max-share", "0,5", false},
    {"max-share", "5e-1", false},
    {"max-share", "11", false},
    {"from", "2019-02-26", true},
    {"from", "", true},
    {"from", "2019-02-30", false},
    {"time-zone", "UTC", true},
    {"time-zone", "+05:30", true},
    {"time-zone", "Atlantis/Poseidonis", false},
    {"time-zone", "../../etc/passwd", false},
    {"language", "none", true},
    {"language", "de", true},
    {"language", "german", false},
    {"map", "title=headline", true},
    {"map", "title=", false},
    {"map", "headline", false},
    {"map", "titel=headline", false},
    {"permutations", "100000", true},
    {"permutations", "100001", false},
    {"null", "1", false},
    {"window", "36500", true},
    {"window", "36501", false},
    {"within", "T5.P1.3", true},
    {"within", "S5", false},
    {"encoding", "windows-1251", true},
    {"encoding", "klingon", false},
    {"why", "", false},
    {"seeds", "", true},
    {"strict", "true", true},
    {"strict", "yes", false},
    {"no-such-option", "1", false},
};

static void values_are_checked(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        struct tdg_options *options = tdg_options_new();
        struct tdg_error error = {0};
        int status = tdg_options_set(options, values[i].name, values[i].value, &error);
        if (status != (values[i].valid ? TDG_OK : TDG_EINVAL))
            fail_msg("--%s %s: %d", values[i].name, values[i].value, status);
        if (values[i].valid)
            assert_string_equal(tdg_options_get(options, values[i].name), values[i].value);
        else
            assert_non_null(strstr(error.message, values[i].name));
        tdg_options_free(options);
    }
}

static void every_default_is_valid(void **state)
{
    (void)state;
    struct tdg_options *options = tdg_options_new();
    for (size_t i = 0; i < tdg_option_count(); i++) {
        const struct tdg_option_info *info = tdg_option_info(i);
        assert_string_equal(tdg_options_get(options, info->name), info->initial);
        if (!info->repeatable)
            assert_int_equal(tdg_options_set(options, info->name, info->initial, NULL), TDG_OK);
    }
    assert_null(tdg_option_info(tdg_option_count()));
    assert_null(tdg_options_get(options, "no-such-option"));
    tdg_options_free(options);
}

static void messages_say_what_is_valid(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"themes", "many", "--themes takes auto or a number of themes, not \"many\""},
        {"period", "", "--period takes day, week or month, not \"\""},
        {"window", "-1", "--window takes a number of days from 0 to 36500, not \"-1\""},
        {"max-terms", "0", "--max-terms takes a number from 1, not \"0\""},
        {"threads", "x", "--threads takes a number from 0 to 256, not \"x\""},
        {"seed", "1.5", "--seed takes a whole number, not \"1.5\""},
        {"nonsense", "1", "unknown option --nonsense"},
    };
    struct tdg_options *options = tdg_options_new();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_error error = {0};
        assert_int_equal(tdg_options_set(options, rows[i][0], rows[i][1], &error), TDG_EINVAL);
        assert_string_equal(error.message, rows[i][2]);
    }
    tdg_options_free(options);
}

static void programs_read_options_of_their_own(void **state)
{
    (void)state;
    const struct tdg_option_info write = {
        .name = "write", .type = TDG_OPTION_FORMATS, .word = tdg_format_name};
    union tdg_option_value value = {.set = 99};
    size_t length = 0;
    assert_int_equal(tdg_option_read(&write, "json,pdf", &value, NULL), TDG_EINVAL);
    assert_true(value.set == 99);
    assert_int_equal(tdg_option_read(&write, "json,csv", &value, NULL), TDG_OK);
    assert_true(value.set == (1U << tdg_format_find("json", 4) | 1U << tdg_format_find("csv", 3)));
    assert_memory_equal(tdg_option_word(&write, 0, &length), "json", 4);
    assert_int_equal(length, 4);
    const struct tdg_option_info limit = {
        .name = "limit", .argument = "none|N", .type = TDG_OPTION_NUMBER, .min = 2, .max = 9};
    assert_memory_equal(tdg_option_word(&limit, 0, &length), "none", 4);
    assert_null(tdg_option_word(&limit, 1, &length));
    assert_int_equal(tdg_option_read(&limit, "9", &value, NULL), TDG_OK);
    assert_true(value.number == 9);
    assert_int_equal(tdg_option_read(&limit, "none", &value, NULL), TDG_OK);
    assert_true(value.number == 0);
    assert_int_equal(tdg_option_read(&limit, "1", &value, NULL), TDG_EINVAL);
}

/* Used without options, a stage does what it does with options that nobody set. */
static void defaults_are_those_of_the_stages(void **state)
{
    (void)state;
    struct tdg_options *options = tdg_options_new();
    struct tdg_settings settings;
    assert_int_equal(tdg_settings_make(&settings, options, NULL), TDG_OK);
    struct tdg_read_options read = tdg_read_defaults();
    struct tdg_vector_options vector = tdg_vector_defaults();
    struct tdg_trend_options trend = tdg_trend_defaults();
    assert_true(settings.read.max_articles == read.max_articles);
    assert_true(settings.read.max_bytes == read.max_bytes);
    assert_true(settings.read.max_members == read.max_members);
    assert_true(settings.read.max_record == read.max_record);
    assert_true(settings.read.max_nesting == read.max_nesting);
    assert_true(settings.copies.window == tdg_copy_defaults().window);
    assert_near(settings.vector.max_share, vector.max_share, 0);
    assert_true(settings.vector.max_terms == vector.max_terms);
    assert_true(settings.label.terms == tdg_label_defaults().terms);
    assert_true(settings.stability.resamples == tdg_stability_defaults().resamples);
    assert_true(settings.stability.seed == tdg_stability_defaults().seed);
    assert_true(settings.trend.seed == trend.seed);
    assert_near(settings.trend.level, trend.level, 0);
    assert_true(settings.trend.periods.max_periods == trend.periods.max_periods);
    assert_string_equal(settings.trend.periods.period, trend.periods.period);
    assert_string_equal(settings.trend.periods.week_start, trend.periods.week_start);
    tdg_settings_done(&settings);
    tdg_options_free(options);
}

static void a_bad_value_changes_nothing(void **state)
{
    (void)state;
    struct tdg_options *options = tdg_options_new();
    assert_int_equal(tdg_options_set(options, "themes", "7", NULL), TDG_OK);
    assert_int_equal(tdg_options_set(options, "themes", "seven", NULL), TDG_EINVAL);
    assert_string_equal(tdg_options_get(options, "themes"), "7");
    tdg_options_free(options);
}

static void repeated_values_add_up_and_are_copied(void **state)
{
    (void)state;
    struct tdg_options *options = tdg_options_new();
    assert_int_equal(tdg_options_set(options, "map", "title=kop", NULL), TDG_OK);
    assert_int_equal(tdg_options_set(options, "map", "body=a,b", NULL), TDG_OK);
    struct tdg_options *copy = tdg_options_copy(options);
    tdg_options_free(options);
    assert_string_equal(tdg_options_get(copy, "map"), "title=kop,body=a,b");
    assert_string_equal(tdg_options_part(copy, "map", 1), "body=a,b");
    assert_null(tdg_options_part(copy, "map", 2));
    assert_null(tdg_options_part(copy, "seed", 0));
    assert_int_equal(copy->values.map.count, 2);
    assert_string_equal(copy->values.map.items[1].field, "body");
    assert_string_equal(copy->values.map.items[1].name, "a,b");
    tdg_options_free(copy);
}

static void settings_follow_the_options(void **state)
{
    (void)state;
    static const char *const set[][2] = {
        {"themes", "12"},       {"max-share", "0.25"},           {"seed", "18446744073709551615"},
        {"from", "2019-02-26"}, {"map", "published=erschienen"}, {"max-record-megabytes", "2"},
        {"language", "none"},   {"day-first", "true"},           {"window", "30"},
    };
    struct tdg_options *options = tdg_options_new();
    for (size_t i = 0; i < sizeof set / sizeof *set; i++)
        assert_int_equal(tdg_options_set(options, set[i][0], set[i][1], NULL), TDG_OK);
    struct tdg_settings settings;
    assert_int_equal(tdg_settings_make(&settings, options, NULL), TDG_OK);
    assert_int_equal(settings.cluster.groups, 12);
    assert_near(settings.vector.max_share, 0.25, 0);
    assert_true(settings.latent.seed == UINT64_MAX);
    assert_int_equal(settings.neighbours.window, 30 * 24 * 60 * 60);
    assert_true(settings.read.from == INT64_C(1551139200));
    assert_true(settings.read.to == TDG_NO_DATE);
    assert_int_equal(settings.read.map_count, 1);
    assert_string_equal(settings.read.map[0].field, "published");
    assert_string_equal(settings.read.map[0].name, "erschienen");
    assert_int_equal(settings.read.max_record, 2 << 20);
    assert_false(settings.text.stem);
    assert_true(settings.read.dates.day_first);
    tdg_settings_done(&settings);
    tdg_options_free(options);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_checked),
        cmocka_unit_test(every_default_is_valid),
        cmocka_unit_test(messages_say_what_is_valid),
        cmocka_unit_test(programs_read_options_of_their_own),
        cmocka_unit_test(defaults_are_those_of_the_stages),
        cmocka_unit_test(a_bad_value_changes_nothing),
        cmocka_unit_test(repeated_values_add_up_and_are_copied),
        cmocka_unit_test(settings_follow_the_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
