// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/kind.h"

#include "unit/name/found.h"

static struct found found;
static struct tdg_casing casing;

static int set_up(void **state)
{
    (void)state;
    static const char *const body =
        "so they met. Xanadu Ltd. Xanadu GmbH. Xanadu & Xarqu. University of Xanadu. Xanadu"
        " University. Xanadu Street. European Union. Gaza. XQU. France. Chicago. Theresa Xarqu.";
    found_init(&found, &body, 1, "en", NULL);
    return tdg_casing_init(&casing, &found.mentions, &found.words);
}

static int clean_up(void **state)
{
    (void)state;
    tdg_casing_done(&casing);
    found_done(&found);
    return 0;
}

static enum tdg_entity kind_of(const char *name, struct tdg_name_counts counts)
{
    char key[TDG_NAME_KEY];
    struct tdg_run_words parts;
    tdg_name_key(key, name, strlen(name), casing.alphabet);
    tdg_run_words_read(&parts, &casing, name, strlen(name));
    return tdg_name_kind(&found.words, key, &parts, &counts);
}

/* What no list needs to know. */
static void words_tell_a_kind(void **state)
{
    (void)state;
    static const struct {
        const char *name;
        enum tdg_entity kind;
    } expected[] = {
        {"Xanadu Ltd", TDG_ORGANISATION},
        {"Xanadu GmbH", TDG_ORGANISATION},
        {"Xanadu & Xarqu", TDG_ORGANISATION},
        {"University of Xanadu", TDG_ORGANISATION},
        {"Xanadu University", TDG_ORGANISATION},
        {"Xanadu Street", TDG_PLACE},
        {"European Union", TDG_ORGANISATION},
        {"Gaza", TDG_PLACE},
        {"XQU", TDG_ORGANISATION},
        {"Xanadu", TDG_OTHER_NAME},
        {"Xanadu Xarqu", TDG_OTHER_NAME},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (kind_of(expected[i].name, (struct tdg_name_counts){.all = 9}) != expected[i].kind)
            fail_msg("%s", expected[i].name);
}

/* Twice at least, and often enough among all. */
static void what_stands_around_tells_a_kind(void **state)
{
    (void)state;
    static const struct {
        struct tdg_name_counts counts;
        enum tdg_entity kind;
    } expected[] = {
        {{.all = 12, .person = 2}, TDG_PERSON},
        {{.all = 13, .person = 2}, TDG_OTHER_NAME},
        {{.all = 1, .person = 1}, TDG_OTHER_NAME},
        {{.all = 7, .in = 3}, TDG_PLACE},
        {{.all = 8, .in = 3}, TDG_OTHER_NAME},
        {{.all = 2, .in = 2}, TDG_OTHER_NAME},
        {{.all = 20, .org = 2}, TDG_ORGANISATION},
        {{.all = 21, .org = 2}, TDG_OTHER_NAME},
        {{.all = 8, .titled = 2, .in = 6}, TDG_PERSON},
        {{.all = 9, .titled = 2, .in = 6}, TDG_PLACE},
    };
    for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
        if (kind_of("Xanadu", expected[i].counts) != expected[i].kind)
            fail_msg("%zu: %d", i, (int)kind_of("Xanadu", expected[i].counts));
    /* a surname of somebody, and no article before it */
    assert_int_equal(kind_of("Xanadu Xarqu", (struct tdg_name_counts){.all = 9, .surname = true}),
                     TDG_PERSON);
    assert_int_equal(
        kind_of("Xanadu Xarqu", (struct tdg_name_counts){.all = 9, .the = 3, .surname = true}),
        TDG_OTHER_NAME);
}

static void lists_tell_a_kind(void **state)
{
    (void)state;
    if (!tdg_name_table.count) {
        print_message("skipped: this build has no lists of names\n");
        skip();
    }
    assert_int_equal(kind_of("France", (struct tdg_name_counts){.all = 9}), TDG_PLACE);
    assert_int_equal(kind_of("Chicago", (struct tdg_name_counts){.all = 9}), TDG_PLACE);
    assert_int_equal(kind_of("Theresa Xarqu", (struct tdg_name_counts){.all = 9}), TDG_PERSON);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(words_tell_a_kind, set_up, clean_up),
        cmocka_unit_test_setup_teardown(what_stands_around_tells_a_kind, set_up, clean_up),
        cmocka_unit_test_setup_teardown(lists_tell_a_kind, set_up, clean_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
