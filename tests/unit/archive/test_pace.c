// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive/pace.h"

#include "unit/check.h"

enum { MOST_MOVES = 200 };

struct planned {
    int64_t from, to;
    size_t count;
    bool begins;
};

/* Moves in any order; articles are numbered from 1. */
static size_t plan(struct tdg_pace_move moves[MOST_MOVES], const struct planned *ways, size_t count)
{
    size_t all = 0;
    int64_t article = 1;
    for (size_t round = 0; round < MOST_MOVES; round++)
        for (size_t w = 0; w < count; w++)
            if (round < ways[w].count)
                moves[all++] = (struct tdg_pace_move){.from = ways[w].from,
                                                      .to = ways[w].to,
                                                      .article = article++,
                                                      .begins = ways[w].begins};
    return all;
}

static size_t count_now(const struct tdg_pace_move *moves, size_t count, const struct planned *way)
{
    size_t now = 0;
    for (size_t i = 0; i < count; i++)
        now += moves[i].now && moves[i].from == way->from && moves[i].to == way->to;
    return now;
}

static void expect(const struct planned *ways, size_t count, size_t most, const size_t *now)
{
    struct tdg_pace_move moves[MOST_MOVES];
    size_t all = plan(moves, ways, count);
    assert_int_equal(tdg_pace_choose(moves, all, most), 0);
    for (size_t w = 0; w < count; w++)
        assert_int_equal(count_now(moves, all, &ways[w]), now[w]);
}

static void what_has_room_goes_as_a_whole(void **state)
{
    (void)state;
    static const struct planned ways[] = {{1, 2, 30, false}, {1, 3, 40, false}, {4, 2, 8, false}};
    expect(ways, 3, 100, (const size_t[]){30, 40, 8});
    expect(ways, 3, 50, (const size_t[]){0, 40, 8}); /* 30 more have no room, 8 have */
    expect(ways, 3, 10, (const size_t[]){0, 0, 8});
    expect(ways, 3, 5, (const size_t[]){0, 5, 0}); /* none as a whole: a part of the largest */
    expect(ways, 3, 0, (const size_t[]){0, 0, 0});
    struct tdg_pace_move none[1];
    assert_int_equal(tdg_pace_choose(none, 0, 7), 0);
}

static void what_is_new_begins_at_once(void **state)
{
    (void)state;
    static const struct planned ways[] = {{1, 2, 30, false}, {1, 7, 20, true}, {4, 8, 60, true}};
    expect(ways, 3, 100, (const size_t[]){0, 20, 60});
    expect(ways, 3, 40, (const size_t[]){0, 10, 30}); /* half of each */
}

/* However the moves are listed, the same articles go: a part is drawn by their numbers. */
static void the_order_makes_no_difference(void **state)
{
    (void)state;
    static const struct planned way = {1, 2, 90, false};
    struct tdg_pace_move moves[MOST_MOVES], turned[MOST_MOVES];
    size_t all = plan(moves, &way, 1), early = 0;
    for (size_t i = 0; i < all; i++)
        turned[i] = moves[all - 1 - i];
    assert_int_equal(tdg_pace_choose(moves, all, 30), 0);
    assert_int_equal(tdg_pace_choose(turned, all, 30), 0);
    for (size_t i = 0; i < all; i++) {
        assert_int_equal(moves[i].article, turned[i].article);
        assert_int_equal(moves[i].now, turned[i].now);
        early += moves[i].now && moves[i].article <= 45;
    }
    assert_in_range(early, 9, 21); /* all of the time moves alike */
}

static void a_tenth_moves_with_its_copies(void **state)
{
    (void)state;
    assert_int_equal(tdg_pace_most(1100), 100);
    assert_int_equal(tdg_pace_most(10), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_has_room_goes_as_a_whole),
        cmocka_unit_test(what_is_new_begins_at_once),
        cmocka_unit_test(the_order_makes_no_difference),
        cmocka_unit_test(a_tenth_moves_with_its_copies),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
