// SPDX-License-Identifier: GPL-3.0-or-later
/* Variants are joined by what the whole room knows of them, so it is asked as a whole. */
#include "name/build.h"

#include "unit/articles.h"

enum { MOST = 40 };

struct line {
    const char *body;
    size_t times;
};

/* Articles of these bodies, each so often; from the last to the first where `backwards`. */
static void build(struct tdg_names *names, const struct line *lines, size_t count, bool backwards)
{
    static struct tdg_article items[MOST];
    struct tdg_articles articles = {.items = items};
    for (size_t i = 0; i < count; i++) {
        const struct line *line = &lines[backwards ? count - 1 - i : i];
        for (size_t k = 0; k < line->times; k++) {
            assert_true(articles.count < MOST);
            items[articles.count++] =
                (struct tdg_article){.title = "", .body = line->body, .language = "en"};
        }
    }
    assert_int_equal(tdg_names_build(names, &articles, NULL, NULL), 0);
}

static const struct tdg_name *find(const struct tdg_names *names, const char *text)
{
    for (size_t i = 0; i < names->count; i++)
        if (strcmp(names->items[i].text, text) == 0)
            return &names->items[i];
    return NULL;
}

static bool has_variant(const struct tdg_name *name, const char *text)
{
    for (size_t i = 0; name && i < name->variant_count; i++)
        if (strcmp(name->variants[i], text) == 0)
            return true;
    return false;
}

/* The same for any order of the articles. */
static void variants_are_one_name(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"so they met President Orla Xarqu there.", 4},
        {"so they met Xarqu there.", 3},
        {"so they met Orla J. Xarqu there, and the minister Orla J. Xarqu left.", 2},
        {"so they buy from Vexil Ltd there.", 3},
        {"so they buy from Vexil there, and Vexil shares fell.", 3},
        {"so the Zembla Grain Board (ZGB) met.", 2},
        {"so they asked ZGB again.", 2},
    };
    for (int backwards = 0; backwards < 2; backwards++) {
        struct tdg_names names;
        build(&names, lines, sizeof lines / sizeof *lines, backwards);
        const struct tdg_name *person = find(&names, "Orla Xarqu");
        assert_non_null(person);
        assert_int_equal(person->kind, TDG_PERSON);
        assert_int_equal(person->article_count, 9);
        assert_true(has_variant(person, "Xarqu"));
        assert_true(has_variant(person, "Orla J Xarqu"));
        assert_null(find(&names, "Xarqu"));
        const struct tdg_name *company = find(&names, "Vexil Ltd");
        company = company ? company : find(&names, "Vexil");
        assert_non_null(company);
        assert_int_equal(company->kind, TDG_ORGANISATION);
        assert_int_equal(company->article_count, 6);
        const struct tdg_name *board = find(&names, "Zembla Grain Board");
        assert_non_null(board);
        assert_int_equal(board->article_count, 4);
        assert_true(has_variant(board, "ZGB"));
        tdg_names_done(&names);
    }
}

/* Two people of one surname: it is of neither, unless one is four times as frequent. */
static void a_surname_of_two_is_of_neither(void **state)
{
    (void)state;
    for (size_t more = 7; more <= 8; more++) {
        const struct line lines[] = {
            {"so they met President Orla Xarqu there.", more},
            {"so they met President Vilma Xarqu there.", 2},
            {"so they met Xarqu there.", 3},
        };
        struct tdg_names names;
        build(&names, lines, sizeof lines / sizeof *lines, false);
        const struct tdg_name *first = find(&names, "Orla Xarqu");
        const struct tdg_name *second = find(&names, "Vilma Xarqu");
        assert_non_null(first);
        assert_non_null(second);
        assert_int_equal(second->article_count, 2);
        assert_int_equal(has_variant(first, "Xarqu"), more == 8);
        assert_int_equal(first->article_count, more == 8 ? more + 3 : more);
        tdg_names_done(&names);
    }
}

/* What is in brackets has to be made of the capitals before it. */
static void other_brackets_are_no_short_forms(void **state)
{
    (void)state;
    static const struct line lines[] = {
        {"so the Zembla Grain Board (QPR) met.", 3},
        {"so they asked QPR again.", 3},
    };
    struct tdg_names names;
    build(&names, lines, sizeof lines / sizeof *lines, false);
    const struct tdg_name *board = find(&names, "Zembla Grain Board");
    assert_non_null(board);
    assert_int_equal(board->article_count, 3);
    assert_false(has_variant(board, "QPR"));
    tdg_names_done(&names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(variants_are_one_name),
        cmocka_unit_test(a_surname_of_two_is_of_neither),
        cmocka_unit_test(other_brackets_are_no_short_forms),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
