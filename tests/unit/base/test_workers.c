// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/workers.h"

#include "unit/check.h"

enum { ITEMS = 1003, CHUNK = 17 };

struct seen {
    int times[ITEMS];
    double partial[ITEMS / CHUNK + 1];
};

static int visit(void *context, const struct tdg_chunk *chunk)
{
    struct seen *seen = context;
    double sum = 0;
    for (size_t i = chunk->begin; i < chunk->end; i++) {
        seen->times[i]++;
        sum += 1.0 / (double)(i + 1);
    }
    seen->partial[chunk->index] = sum;
    return 0;
}

static void every_item_once_and_the_same_partial_sums(void **state)
{
    (void)state;
    static struct seen reference;
    assert_int_equal(tdg_workers_run(NULL, ITEMS, CHUNK, visit, &reference), 0);
    for (unsigned threads = 1; threads < 9; threads++) {
        struct tdg_workers *workers = NULL;
        assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
        assert_int_equal(tdg_workers_count(workers), threads);
        for (int round = 0; round < 50; round++) {
            static struct seen seen;
            memset(&seen, 0, sizeof seen);
            assert_int_equal(tdg_workers_run(workers, ITEMS, CHUNK, visit, &seen), 0);
            assert_memory_equal(seen.partial, reference.partial, sizeof seen.partial);
            for (int i = 0; i < ITEMS; i++)
                assert_int_equal(seen.times[i], 1);
        }
        tdg_workers_free(workers);
    }
}

static int fail_late(void *context, const struct tdg_chunk *chunk)
{
    (void)context;
    return chunk->index >= 20 ? -(int)chunk->index : 0;
}

static void the_first_failure_in_order_is_reported(void **state)
{
    (void)state;
    struct tdg_workers *workers = NULL;
    assert_int_equal(tdg_workers_new(&workers, 4, NULL), 0);
    for (int round = 0; round < 50; round++)
        assert_int_equal(tdg_workers_run(workers, ITEMS, CHUNK, fail_late, NULL), -20);
    assert_int_equal(tdg_workers_run(workers, 0, CHUNK, fail_late, NULL), 0);
    tdg_workers_free(workers);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_item_once_and_the_same_partial_sums),
        cmocka_unit_test(the_first_failure_in_order_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
