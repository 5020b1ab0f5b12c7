// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/theme_count.h"

#include <stddef.h>

#include "check.h"

static void the_reason_is_a_sentence(void **state)
{
    (void)state;
    static const struct {
        struct tdg_group_count count;
        const char *text;
    } cases[] = {
        {{.by = TDG_COUNT_MODULARITY,
          .groups = 2,
          .share = 0.97,
          .resolution = 1,
          .best = 0.4561,
          .best_groups = 2},
         "2 is the smallest number of themes with 97 % of the best modularity, 0.456 for 2 "
         "themes."},
        {{.by = TDG_COUNT_MODULARITY,
          .groups = 3,
          .share = 0.9,
          .resolution = 2,
          .best = 0.15,
          .best_groups = 3},
         "3 is the smallest number of themes with 90 % of the best modularity at resolution 2, "
         "0.150 for 3 themes."},
        {{.by = TDG_COUNT_NO_GROUPS}, "No division into themes stands out, so there is only one."},
        {{.by = TDG_COUNT_ASKED, .groups = 7}, "7 themes were requested."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_buffer text = {0};
        tdg_theme_count_text(&text, &cases[i].count);
        assert_string_equal(text.text, cases[i].text);
        tdg_buffer_done(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_reason_is_a_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
