// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/buffer.h"

#include <tidings/error.h>

#include "store/packed.h"
#include "unit/check.h"

static void texts_come_back(void **state)
{
    (void)state;
    char text[5000] = "";
    for (size_t size = 0; size < sizeof text; size += 1 + size / 3) {
        for (size_t i = 0; i < size; i++)
            text[i] = (char)('a' + i * i % 7);
        size_t packed_size = 0;
        void *packed = tdg_pack(text, size, &packed_size);
        struct tdg_buffer back = {0};
        assert_non_null(packed);
        assert_true(packed_size <= size);
        assert_int_equal(tdg_unpack(&back, packed, packed_size, size), TDG_OK);
        assert_int_equal(back.length, size);
        assert_true(size == 0 || memcmp(back.text, text, size) == 0);
        tdg_buffer_done(&back);
        free(packed);
    }
}

static void damaged_texts_are_refused(void **state)
{
    (void)state;
    char text[1000];
    memset(text, 'x', sizeof text);
    size_t packed_size = 0;
    unsigned char *packed = tdg_pack(text, sizeof text, &packed_size);
    struct tdg_buffer back = {0};
    assert_true(packed_size < sizeof text);
    packed[packed_size / 2] ^= 0xff;
    assert_int_equal(tdg_unpack(&back, packed, packed_size, sizeof text), TDG_EFORMAT);
    packed[packed_size / 2] ^= 0xff;
    assert_int_equal(tdg_unpack(&back, packed, packed_size, sizeof text + 1), TDG_EFORMAT);
    assert_int_equal(tdg_unpack(&back, packed, packed_size - 1, sizeof text), TDG_EFORMAT);
    tdg_buffer_done(&back);
    free(packed);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_come_back),
        cmocka_unit_test(damaged_texts_are_refused),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
