// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/build.h"

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <setjmp.h>

#include <cmocka.h>

#include "base/workers.h"
#include "name/list_table.h"

static const char *const bodies[] = {
    "Yesterday the president met Angela Merkel in Berlin. President Donald Trump said no.",
    "The minister told Angela Merkel that Donald Trump was late. Mr Trump was in France.",
    "People in France know Kaïs Saïed, 63, who spoke. The European Central Bank (ECB) was there.",
    "They know Kais Saied, who spoke to the ECB and to the European Central Bank. Police came.",
    "Police say that the police in France looked for Mr. Smith of Widgets Ltd and Mr. Smith.",
    "The shares of Widgets Ltd fell; so say police. Nobody knows whether Monday was better.",
};

enum { ARTICLES = sizeof bodies / sizeof *bodies };

static void build_as(struct tdg_names *names, const char *language, struct tdg_workers *workers)
{
    static struct tdg_article items[ARTICLES];
    for (size_t i = 0; i < ARTICLES; i++)
        items[i] = (struct tdg_article){.title = "A Title In Which All Words Have Capitals",
                                        .body = bodies[i],
                                        .language = language};
    struct tdg_articles articles = {.items = items, .count = ARTICLES};
    assert_int_equal(tdg_names_build(names, &articles, workers, NULL), 0);
}

static const struct tdg_name *find(const struct tdg_names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].text, text) == 0)
            return &names->items[i];
    return NULL;
}

static void kinds_are_told(void **state)
{
    (void)state;
    if (!tdg_name_table.count)
        skip();
    struct tdg_names names;
    build_as(&names, "en", NULL);
    static const struct {
        const char *text;
        enum tdg_entity kind;
        size_t articles;
    } expected[] = {
        {"Angela Merkel", TDG_PERSON, 2},
        {"Donald Trump", TDG_PERSON, 2},
        {"France", TDG_PLACE, 3},
        {"European Central Bank", TDG_ORGANISATION, 2},
        {"Widgets Ltd", TDG_ORGANISATION, 2},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++) {
        const struct tdg_name *name = find(&names, expected[i].text);
        assert_non_null(name);
        assert_int_equal(name->kind, expected[i].kind);
        assert_int_equal(name->article_count, expected[i].articles);
    }
    /* words of any sentence, and of a title that has capitals everywhere */
    assert_null(find(&names, "Police"));
    assert_null(find(&names, "Monday"));
    assert_null(find(&names, "Title"));
    tdg_names_done(&names);
}

static void variants_are_joined(void **state)
{
    (void)state;
    struct tdg_names names;
    build_as(&names, "en", NULL);
    const struct tdg_name *person = find(&names, "Kaïs Saïed");
    if (!person)
        person = find(&names, "Kais Saied");
    assert_non_null(person);
    assert_int_equal(person->kind, TDG_PERSON);
    assert_int_equal(person->article_count, 2);
    assert_int_equal(person->variant_count, 1);
    const struct tdg_name *bank = find(&names, "European Central Bank");
    assert_non_null(bank);
    assert_int_equal(bank->variant_count, 1);
    assert_string_equal(bank->variants[0], "ECB");
    assert_null(find(&names, "Trump"));
    tdg_names_done(&names);
}

static void no_capitals_no_names(void **state)
{
    (void)state;
    struct tdg_names names;
    build_as(&names, "ja", NULL);
    assert_int_equal(names.count, 0);
    tdg_names_done(&names);
}

static void nouns_in_capitals_are_no_names(void **state)
{
    (void)state;
    static struct tdg_article items[2];
    for (size_t i = 0; i < 2; i++)
        items[i] =
            (struct tdg_article){.title = "",
                                 .language = "de",
                                 .body = "Da sah der Hund die Katze. Ein Mann sah Paul Meier."};
    struct tdg_articles articles = {.items = items, .count = 2};
    struct tdg_names names;
    assert_int_equal(tdg_names_build(&names, &articles, NULL, NULL), 0);
    assert_null(find(&names, "Hund"));
    assert_null(find(&names, "Katze"));
    if (tdg_name_table.count)
        assert_non_null(find(&names, "Paul Meier"));
    tdg_names_done(&names);
}

static void articles_are_selected(void **state)
{
    (void)state;
    struct tdg_names names;
    build_as(&names, "en", NULL);
    const uint32_t number[ARTICLES] = {TDG_NONE, 0, 1, TDG_NONE, 2, TDG_NONE};
    tdg_names_select(&names, number);
    const struct tdg_name *place = find(&names, "France");
    assert_non_null(place);
    assert_int_equal(place->article_count, 3);
    assert_int_equal(place->articles[2], 2);
    assert_null(find(&names, "Angela Merkel")); /* in one article alone */
    tdg_names_done(&names);
}

static void nothing_is_nothing(void **state)
{
    (void)state;
    struct tdg_articles articles = {0};
    struct tdg_names names;
    assert_int_equal(tdg_names_build(&names, &articles, NULL, NULL), 0);
    assert_int_equal(names.count, 0);
    tdg_names_done(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_are_told),        cmocka_unit_test(variants_are_joined),
        cmocka_unit_test(no_capitals_no_names),  cmocka_unit_test(nouns_in_capitals_are_no_names),
        cmocka_unit_test(articles_are_selected), cmocka_unit_test(nothing_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
