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

/* Archives keep digests: they may never change. */
static void every_length_has_its_old_hash(void **state)
{
    (void)state;
    unsigned char bytes[40];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (unsigned char)(7 * i + 3);
    uint64_t all = 0;
    struct tdg_digest digest = {0};
    for (size_t length = 0; length <= sizeof bytes; length++) {
        all = all * 31 + tdg_hash(bytes, length, length % 3);
        tdg_digest_add(&digest, bytes, length);
    }
    char text[TDG_DIGEST_TEXT];
    tdg_digest_text(&digest, text);
    assert_true(all == UINT64_C(0x656f154b6cac06b9));
    assert_string_equal(text, "572aec48f6c5afa8190f8d390c513509");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_bit_counts),
        cmocka_unit_test(the_cut_of_a_digest_counts),
        cmocka_unit_test(every_length_has_its_old_hash),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
