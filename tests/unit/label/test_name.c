// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/groups.h"

#include <tidings/error.h>

#include "base/memory.h"
#include "label/label.h"
#include "label/name.h"
#include "unit/check.h"

enum { THEMES = 5, TERMS = 8 };

/* Terms of themes, best first, and the labels they get. "-word" has a weight below 0, "!word"
 * stands in no article, "+word" in more than the others. */
static const struct {
    const char *terms[THEMES][TERMS];
    const char *labels[THEMES];
} cases[] = {
    {{{"tariffs", "steel", "Brussels", "trade"}}, {"tariffs, steel, Brussels"}},
    {{{"steel"}}, {"steel"}},
    /* The same word, a common beginning, one inside the other. */
    {{{"tariff", "tariffs", "tariff dispute", "steel", "trade"}}, {"tariff, steel, trade"}},
    {{{"election", "electoral", "Elected", "vote", "poll"}}, {"election, vote, poll"}},
    {{{"security", "cybersecurity", "attack", "bank"}}, {"security, attack, bank"}},
    {{{"steel tariffs", "steel", "Brussels", "port"}}, {"steel tariffs, Brussels, port"}},
    {{{"Brexit", "brexit", "May", "deal"}}, {"Brexit, May, deal"}},
    {{{"us", "business", "market"}}, {"business, market"}},
    {{{"größte", "größer", "Bahn", "Streik"}}, {"größte, Bahn, Streik"}},
    {{{"größten", "größtes", "Bahn", "Streik"}}, {"größten, Bahn, Streik"}},
    /* Accents make no difference; names are alike from four letters on. */
    {{{"Kaïs Saïed", "Saied", "vote"}}, {"Kaïs Saïed, vote"}},
    {{{"China", "Chinese", "Chin", "trade"}}, {"China, trade"}},
    /* Of two forms of a name the commoner one; what is made of a word is another. */
    {{{"Chinese", "+China", "trade"}}, {"China, trade"}},
    {{{"Arbeitsmarkt", "+Arbeit", "Wien"}}, {"Arbeitsmarkt, Wien"}},
    {{{"tariffs", "+tariff", "steel"}}, {"tariffs, steel"}},
    /* A name and its short form; a model is no number. */
    {{{"European Central Bank", "ECB", "rate"}}, {"European Central Bank, rate"}},
    {{{"IS", "Islamischer Staat", "Syrien"}}, {"IS, Syrien"}},
    {{{"2019", "737 Max", "crash"}}, {"737 Max, crash"}},
    /* A phrase for its word where it is worth half as much. */
    {{{"trade", "trade war", "steel", "port"}}, {"trade war, steel, port"}},
    {{{"trade", "steel", "port", "trade war"}}, {"trade, steel, port"}},
    /* Numbers and very short terms only where there is nothing better. */
    {{{"2019", "go", "x", "EU", "budget", "farm"}}, {"EU, budget, farm"}},
    {{{"2019", "10", "budget"}}, {"budget"}},
    {{{"2019", "x", "20"}}, {"2019"}},
    {{{"é", "été", "pluie"}}, {"été, pluie"}},
    /* One good term is better than two. */
    {{{"tariff", "tariffs"}}, {"tariff"}},
    {{{"tariff", "-said"}}, {"tariff"}},
    {{{"tariff", "steel", "-said"}}, {"tariff, steel"}},
    {{{"tariff", "!steel", "!said"}}, {"tariff"}},
    {{{"!steel"}, {0}}, {"theme 1", "theme 2"}},
    /* Different themes have different labels. */
    {{{"oil", "gas", "coal", "wind"}, {"oil", "gas", "coal", "sun"}},
     {"oil, gas, coal", "oil, gas, coal, sun"}},
    {{{"oil", "gas", "coal"}, {"oil", "gas", "coal", "-said"}, {"oil", "gas", "coal", "-said"}},
     {"oil, gas, coal", "oil, gas, coal, said", "oil, gas, coal (2)"}},
    {{{"oil"}, {"oil"}, {"oil"}, {"oil (2)"}, {"oil"}},
     {"oil", "oil (2)", "oil (3)", "oil (2) (2)", "oil (4)"}},
};

static size_t fill(struct tdg_term_view *terms, const char *const *texts)
{
    size_t count = 0;
    for (; count < TERMS && texts[count]; count++) {
        char mark = texts[count][0];
        terms[count] = (struct tdg_term_view){
            .term = texts[count] + (mark == '-' || mark == '!' || mark == '+'),
            .weight = mark == '-' ? -0.01 : 1.0 / (double)(count + 1),
            .articles = mark == '!'   ? 0
                        : mark == '+' ? 2
                                      : 1,
        };
    }
    return count;
}

static void labels_are_readable_and_unique(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_term_view terms[THEMES][TERMS];
        struct tdg_label items[THEMES] = {0};
        struct tdg_labels labels = {.items = items};
        struct tdg_label_terms lists[THEMES] = {{0}};
        for (; labels.count < THEMES && cases[i].labels[labels.count]; labels.count++) {
            lists[labels.count].items = terms[labels.count];
            lists[labels.count].count = fill(terms[labels.count], cases[i].terms[labels.count]);
        }
        assert_int_equal(tdg_name_groups(&labels, lists), TDG_OK);
        for (size_t g = 0; g < labels.count; g++)
            assert_string_equal(items[g].text, cases[i].labels[g]);
        tdg_arena_done(&labels.arena);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_are_readable_and_unique)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
