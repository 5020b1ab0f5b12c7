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
        {{.kind = TDG_LEDGER_ADD, .articles = 3, .changed = 1, .copies = 1},
         "2 articles added, 1 changed; 1 of them is a copy."},
        {{.kind = TDG_LEDGER_REFIT,
          .cause = TDG_CAUSE_GROWTH,
          .arrived = 1,
          .previous = 2,
          .kept = 1,
          .articles = 2},
         "Re-clustered: 1 new article since the last fit (2); 1 of 2 articles kept their themes."},
        {{.kind = TDG_LEDGER_REFIT,
          .cause = TDG_CAUSE_CONTINUED,
          .arrived = 163,
          .previous = 327,
          .kept = 1475,
          .articles = 1638},
         "The last re-clustering went on: 163 articles moved, 327 wait."},
        {{.kind = TDG_LEDGER_REFIT, .cause = TDG_CAUSE_CONTINUED, .arrived = 1, .articles = 1638},
         "The last re-clustering went on: 1 article moved."},
        {{.kind = TDG_LEDGER_MERGE,
          .theme = 3,
          .other = 1,
          .name = "steel",
          .other_name = "Trade",
          .kept = 4,
          .articles = 5},
         "T3 (steel) merged into T1 (Trade), with 4 of its 5 articles."},
        {{.kind = TDG_LEDGER_END, .theme = 3, .name = "steel", .kept = 1, .articles = 2},
         "T3 (steel) ended: of its 2 articles, 1 is in other themes and 1 in none."},
        {{.kind = TDG_LEDGER_DESCRIBE, .theme = 3, .value = ""},
         "Description of T3 cleared by user."},
        {{.kind = TDG_LEDGER_MUTE, .before = "term: a: b"}, "Muted by user: term “a: b”."},
        {{.kind = TDG_LEDGER_REMOVE,
          .cause = TDG_CAUSE_ID,
          .value = "a7",
          .articles = 1,
          .copies = 1},
         "1 article (a7) removed by user; 1 copy is an original now."},
        {{.kind = TDG_LEDGER_UNDO,
          .cause = TDG_CAUSE_REMOVAL,
          .entry = 7,
          .value = "remove",
          .articles = 1,
          .returned = 2},
         "Entry 7 (remove) undone by user: 1 article restored, 2 added again in the meantime."},
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
