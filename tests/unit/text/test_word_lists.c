// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/word_lists.h"

#include "unit/articles.h"

static void lists_are_read(void **state)
{
    (void)state;
    struct tdg_word_lists *lists = NULL;
    struct tdg_error error = {0};
    assert_int_equal(tdg_word_lists_new(&lists, "", "", "", &error), 0);
    assert_null(lists);
    assert_int_equal(tdg_word_lists_new(&lists, "\nreplace:\nThe\n# none\nof",
                                        "\nEU = bloc , Union’s", "\n The Who \nThe Who", &error),
                     0);
    assert_true(lists->replace);
    assert_int_equal(lists->stop.count, 2);
    assert_true(tdg_intern_find(&lists->stop, "the", 3) == 0);
    static const char *const phrases[][2] = {
        {"EU", "EU"}, {"bloc", "EU"}, {"Union's", "EU"}, {"The Who", "The Who"}};
    assert_int_equal(lists->count, 4);
    for (size_t i = 0; i < 4; i++) {
        assert_string_equal(lists->phrases[i].words, phrases[i][0]);
        assert_string_equal(lists->phrases[i].shown, phrases[i][1]);
    }
    tdg_word_lists_free(lists);
}

static void errors_name_their_line(void **state)
{
    (void)state;
    struct tdg_word_lists *lists = NULL;
    struct tdg_error error = {0};
    assert_int_equal(tdg_word_lists_new(&lists, "", "\na = b\nc = b", "", &error), TDG_EFORMAT);
    assert_int_equal(error.line, 2);
    assert_string_equal(error.file, "synonyms");
    assert_int_equal(tdg_word_lists_new(&lists, "\na\nb c", "", "", &error), TDG_EFORMAT);
    assert_int_equal(tdg_word_lists_new(&lists, "", "", "/nowhere", &error), TDG_EIO);
    assert_null(lists);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lists_are_read),
        cmocka_unit_test(errors_name_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
