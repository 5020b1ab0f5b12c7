// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/sources.h"

#include "check.h"

static void sources_are_listed_by_what_they_did(void **state)
{
    (void)state;
    struct tdg_source_view sources[8] = {{.name = "Alpha", .state = TDG_SOURCE_NEW},
                                         {.name = "Beta", .state = TDG_SOURCE_SILENT}};
    struct tdg_latest_view latest = {.sources = sources, .source_count = 2};
    char text[TDG_SOURCES_TEXT];
    assert_int_equal(tdg_sources_text(text, &latest, TDG_SOURCE_NEW, TDG_MOST_SOURCES), 1);
    assert_string_equal(text, "Alpha");
    assert_int_equal(tdg_sources_text(text, &latest, TDG_SOURCE_FEW, TDG_MOST_SOURCES), 0);
    assert_string_equal(text, "");
    for (size_t i = 1; i < 8; i++)
        sources[i] = (struct tdg_source_view){.name = "Beta", .state = TDG_SOURCE_SILENT};
    latest.source_count = 3;
    assert_int_equal(tdg_sources_text(text, &latest, TDG_SOURCE_SILENT, TDG_MOST_SOURCES), 2);
    assert_string_equal(text, "Beta and Beta");
    latest.source_count = 8;
    assert_int_equal(tdg_sources_text(text, &latest, TDG_SOURCE_SILENT, TDG_MOST_SOURCES), 7);
    assert_string_equal(text, "Beta, Beta, Beta, Beta, Beta and 2 more");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sources_are_listed_by_what_they_did),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
