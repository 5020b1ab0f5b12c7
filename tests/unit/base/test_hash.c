// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include "unit/check.h"

static void every_bit_counts(void **state)
{
    (void)state;
    unsigned char bytes[23] = {0};
    uint64_t plain = tdg_hash(bytes, sizeof bytes, 0);
    assert_int_not_equal(plain, tdg_hash(bytes, sizeof bytes - 1, 0));
    assert_int_not_equal(plain, tdg_hash(bytes, sizeof bytes, 1));
    for (size_t bit = 0; bit < 8 * sizeof bytes; bit++) {
        bytes[bit / 8] ^= (unsigned char)(1u << bit % 8);
        assert_int_not_equal(plain, tdg_hash(bytes, sizeof bytes, 0));
        bytes[bit / 8] = 0;
    }
}

static void the_cut_of_a_digest_counts(void **state)
{
    (void)state;
    struct tdg_digest one = {0}, other = {0};
    char a[TDG_DIGEST_TEXT], b[TDG_DIGEST_TEXT];
    tdg_digest_string(&one, "ab");
    tdg_digest_string(&one, "c");
    tdg_digest_string(&other, "a");
    tdg_digest_string(&other, "bc");
    tdg_digest_text(&one, a);
    tdg_digest_text(&other, b);
    assert_int_equal(strlen(a), 32);
    assert_string_not_equal(a, b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bit_counts),
        cmocka_unit_test(the_cut_of_a_digest_counts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
