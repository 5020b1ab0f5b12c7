// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/settings.h"

#include <stddef.h>

#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "pipeline/options.h"
#include "unit/check.h"

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
    assert_int_equal(settings.read.most_record, 2 << 20);
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
        cmocka_unit_test(a_bad_value_changes_nothing),
        cmocka_unit_test(repeated_values_add_up_and_are_copied),
        cmocka_unit_test(settings_follow_the_options),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
