// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/ledger.h"

#include "check.h"

static void each_kind_has_its_sentence(void **state)
{
    (void)state;
    static const struct {
        struct tdg_ledger_entry entry;
        const char *text;
    } cases[] = {
        {{.kind = "add", .articles = 3, .changed = 1, .copies = 1},
         "2 articles were added, 1 changed; 1 of them is a copy."},
        {{.kind = "refit",
          .cause = TDG_CAUSE_GROWTH,
          .arrived = 1,
          .previous = 2,
          .kept = 1,
          .articles = 2},
         "The themes were found anew: 1 article came to the 2 of the last time. 1 of 2 articles "
         "kept theirs."},
        {{.kind = "merge",
          .theme = 3,
          .other = 1,
          .name = "steel",
          .other_name = "Trade",
          .kept = 4,
          .articles = 5},
         "T3 (steel) went into T1 (Trade) with 4 of its 5 articles."},
        {{.kind = "end", .theme = 3, .name = "steel", .kept = 1, .articles = 2},
         "T3 (steel) ends; of its 2 articles 1 is in other themes, 1 in none."},
        {{.kind = "describe", .theme = 3, .value = ""}, "A person said: describe T3 as nothing."},
        {{.kind = "mute", .before = "term: a: b"}, "A person said: mute term “a: b”."},
        {{.kind = "remove", .cause = TDG_CAUSE_ID, .value = "a7", .articles = 1, .copies = 1},
         "A person removed 1 article (a7); 1 copy is an original now."},
        {{.kind = "undo", .entry = 7, .value = "remove", .articles = 1, .returned = 2},
         "A person took back entry 7 (remove): 1 article is back, 2 had come again since then."},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_buffer text = {0};
        tdg_ledger_text(&text, &cases[i].entry);
        assert_string_equal(text.text, cases[i].text);
        tdg_buffer_done(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_kind_has_its_sentence),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
