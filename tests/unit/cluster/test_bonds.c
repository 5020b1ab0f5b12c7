// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/bonds.h"

#include <stdlib.h>

#include <tidings/error.h>

#include "unit/check.h"

static void the_strongest_come_first(void **state)
{
    (void)state;
    enum { BONDS = 97 };
    struct tdg_bonds bonds = {0};
    for (uint32_t i = 0; i < BONDS; i++) { /* in an order of no meaning, with ties */
        uint32_t k = 31 * i % BONDS;
        struct tdg_bond bond = {k % 10, k, k + 1, {i, 0}};
        assert_int_equal(tdg_bonds_push(&bonds, bond), TDG_OK);
    }
    struct tdg_bond before = tdg_bonds_pop(&bonds);
    for (size_t i = 1; i < BONDS; i++) {
        struct tdg_bond bond = tdg_bonds_pop(&bonds);
        assert_true(bond.strength <= before.strength);
        assert_true(bond.strength < before.strength || bond.low > before.low);
        before = bond;
    }
    assert_int_equal(bonds.count, 0);
    free(bonds.items);
}

static void of_equal_ones_the_lower_comes_first(void **state)
{
    (void)state;
    struct tdg_bonds bonds = {0};
    tdg_bonds_push(&bonds, (struct tdg_bond){1, 2, 5, {0, 0}});
    tdg_bonds_push(&bonds, (struct tdg_bond){1, 2, 4, {7, 8}});
    struct tdg_bond first = tdg_bonds_pop(&bonds);
    assert_int_equal(first.high, 4);
    assert_int_equal(first.version[1], 8);
    assert_int_equal(tdg_bonds_pop(&bonds).high, 5);
    free(bonds.items);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_strongest_come_first),
        cmocka_unit_test(of_equal_ones_the_lower_comes_first),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
