// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/utf8.h"

#include "unit/check.h"

static void takes_characters(void **state)
{
    static const struct {
        const char *text;
        size_t size;
        uint32_t character;
    } cases[] = {
        {"a", 1, 'a'},
        {"", 1, 0},
        {"\xC3\xA9", 2, 0xE9},
        {"\xE2\x82\xAC", 3, 0x20AC},
        {"\xF0\x9F\x98\x80", 4, 0x1F600},
        {"\xF4\x8F\xBF\xBF", 4, 0x10FFFF},
        {"\xC0\x80", 0, 0},         /* too long a form */
        {"\xE0\x9F\xBF", 0, 0},     /* too long a form */
        {"\xED\xA0\x80", 0, 0},     /* a surrogate */
        {"\xF4\x90\x80\x80", 0, 0}, /* above U+10FFFF */
        {"\xE2\x82", 0, 0},         /* cut off */
        {"\x80", 0, 0},
        {"\xFF", 0, 0},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        uint32_t character = 0;
        assert_int_equal(tdg_utf8_take(cases[i].text, &character), cases[i].size);
        assert_int_equal(character, cases[i].character);
    }
}

static void counts_characters(void **state)
{
    (void)state;
    assert_int_equal(tdg_utf8_count("a\xC3\xA9\xE2\x82\xAC", 6), 3);
    assert_int_equal(tdg_utf8_count("a\xC3\xA9\xE2\x82\xAC", 3), 2);
}

static void cuts_between_characters(void **state)
{
    (void)state;
    static const size_t cuts[] = {0, 1, 1, 3, 3, 3, 6, 6};
    for (size_t most = 0; most < sizeof cuts / sizeof *cuts; most++)
        assert_int_equal(tdg_utf8_cut("a\xC3\xA9\xE2\x82\xAC", 6, most), cuts[most]);
}

static void mends_what_is_not_utf8(void **state)
{
    static const char text[] = "a\xC3(\0\xE2\x82";
    struct tdg_buffer buffer = {0};
    (void)state;
    assert_int_equal(tdg_utf8_valid(text, sizeof text - 1), 1);
    assert_int_equal(tdg_utf8_mend(&buffer, text, sizeof text - 1), 3);
    assert_string_equal(buffer.text, "a\xEF\xBF\xBD( \xEF\xBF\xBD");
    tdg_buffer_done(&buffer);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(takes_characters),
        cmocka_unit_test(counts_characters),
        cmocka_unit_test(cuts_between_characters),
        cmocka_unit_test(mends_what_is_not_utf8),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
