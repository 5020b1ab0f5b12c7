// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/memory.h"

#include <stdint.h>

#include "unit/check.h"

static void grow_keeps_what_is_there(void **state)
{
    (void)state;
    size_t capacity = 0;
    int *array = NULL;
    for (int i = 0; i < 1000; i++) {
        int *grown = tdg_grow(array, &capacity, (size_t)i + 1, sizeof *grown);
        assert_non_null(grown);
        array = grown;
        array[i] = i;
    }
    for (int i = 0; i < 1000; i++)
        assert_int_equal(array[i], i);
    free(array);
}

static void grow_refuses_what_does_not_fit(void **state)
{
    (void)state;
    size_t capacity = 0;
    assert_null(tdg_grow(NULL, &capacity, SIZE_MAX / 2, 16));
    assert_int_equal(capacity, 0);
}

static void arena_pieces_do_not_overlap(void **state)
{
    (void)state;
    struct tdg_arena arena = {0};
    char *piece[300];
    for (int i = 0; i < 300; i++) {
        size_t length = (size_t)(i * i % 40000);
        piece[i] = tdg_arena_alloc(&arena, length + 1);
        assert_non_null(piece[i]);
        assert_int_equal((uintptr_t)piece[i] % _Alignof(max_align_t), 0);
        memset(piece[i], i, length + 1);
        assert_string_equal(tdg_arena_copy(&arena, "abc", 2), "ab");
    }
    for (int i = 0; i < 300; i++)
        for (int j = 0; j <= i * i % 40000; j++)
            assert_int_equal((unsigned char)piece[i][j], (unsigned char)i);
    tdg_arena_done(&arena);
}

static void adopted_pieces_stay_valid(void **state)
{
    (void)state;
    struct tdg_arena from = {0}, into = {0};
    char *kept = tdg_arena_string(&from, "kept");
    tdg_arena_string(&into, "other");
    tdg_arena_adopt(&into, &from);
    tdg_arena_done(&from);
    assert_string_equal(kept, "kept");
    tdg_arena_adopt(&into, &from);
    tdg_arena_done(&into);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(grow_keeps_what_is_there),
        cmocka_unit_test(grow_refuses_what_does_not_fit),
        cmocka_unit_test(arena_pieces_do_not_overlap),
        cmocka_unit_test(adopted_pieces_stay_valid),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
