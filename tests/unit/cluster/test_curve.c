// SPDX-License-Identifier: GPL-3.0-or-later
#include "cluster/curve.h"

#include "cluster/merge.h"
#include "cluster/tree.h"
#include "unit/cluster/links.h"

/* By its definition: Σ over all pairs in one group of weight / total - resolution × degree × degree
 * / total². */
static double modularity(const struct links *links, const uint32_t *group, double resolution)
{
    size_t rows = links->counts.rows;
    double *degree = zeros(rows, sizeof *degree), total = 0, sum = 0;
    for (size_t i = 0; i < rows; i++) {
        for (size_t j = 0; j < rows; j++)
            degree[i] += links->weight[i * rows + j];
        total += degree[i];
    }
    for (size_t i = 0; i < rows; i++)
        for (size_t j = 0; j < rows; j++)
            if (group[i] == group[j])
                sum += links->weight[i * rows + j] / total -
                       resolution * degree[i] * degree[j] / total / total;
    free(degree);
    return sum;
}

static void it_is_the_modularity_of_each_cut(void **state)
{
    (void)state;
    enum { ROWS = 80, LEAVES = 25, COLUMNS = 4 };
    struct links links;
    uint32_t leaf[ROWS], leaves = 0, number[LEAVES], group[ROWS];
    double *product = NULL;
    struct tdg_tree tree = {0};
    struct tdg_curve_point curve[LEAVES];
    links_init(&links, ROWS, 3, 3, COLUMNS);
    assert_int_equal(tdg_merge_neighbours(leaf, &leaves, &links.fit, LEAVES, NULL), 0);
    assert_int_equal(tdg_group_products(&product, &links.fit, &links.smoothed, leaf, leaves), 0);
    assert_int_equal(tdg_tree_build(&tree, product, leaves), 0);
    for (size_t count = 1; count <= LEAVES; count += 8) {
        assert_int_equal(tdg_tree_curve(curve, count, &tree, &links.fit, leaf), 0);
        for (uint32_t i = 0; i < count; i++) {
            tdg_tree_cut(number, &tree, i + 1);
            for (size_t row = 0; row < ROWS; row++)
                group[row] = number[leaf[row]];
            assert_int_equal(curve[i].groups, i + 1);
            assert_near(curve[i].modularity, modularity(&links, group, 1), 1e-9);
            for (double resolution = 1; resolution < 4; resolution += 0.75)
                assert_near(tdg_curve_value(&curve[i], resolution),
                            modularity(&links, group, resolution), 1e-9);
        }
    }
    free(product);
    tdg_tree_done(&tree);
    links_done(&links);
}

static void the_smallest_good_number_is_chosen(void **state)
{
    (void)state;
    static const struct {
        double modularity[6];
        size_t most;
        double share;
        uint32_t chosen;
    } cases[] = {
        {{0, .3, .5, .6, .61, .6}, 6, .97, 4},     {{0, .3, .5, .6, .61, .6}, 6, .8, 3},
        {{0, .3, .5, .6, .61, .6}, 3, .97, 3},     {{0, .3, .5, .6, .61, .6}, 6, 1, 5},
        {{0, .3, .5, .6, .61, .6}, 1, .97, 1},     {{0, .01, .04, .03, 0, -.1}, 6, .97, 1},
        {{0, -.1, -.2, -.2, -.2, -.3}, 6, .97, 1}, {{0, .5, .2, .1, 0}, 6, .97, 2},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct tdg_curve_point curve[6];
        for (uint32_t k = 0; k < 6; k++)
            curve[k] = (struct tdg_curve_point){k + 1, cases[i].modularity[k], 0};
        assert_int_equal(tdg_curve_choose(curve, cases[i].most, 1, cases[i].share),
                         cases[i].chosen);
    }
}

/* The same edges inside of the groups count for less, the more edges any groups would hold. */
static void a_higher_resolution_chooses_more_groups(void **state)
{
    (void)state;
    static const struct tdg_curve_point curve[] = {
        {1, 0, 1}, {2, 0.44, 0.5}, {3, 0.45, 0.3}, {4, 0.445, 0.2}, {5, 0.38, 0.18}};
    assert_int_equal(tdg_curve_choose(curve, 5, 1, 0.97), 2);
    assert_int_equal(tdg_curve_choose(curve, 5, 2, 0.97), 4);
    assert_int_equal(tdg_curve_choose(curve, 3, 2, 0.97), 3);
    assert_int_equal(tdg_curve_best(curve, 5, 1), 2);
    assert_int_equal(tdg_curve_best(curve, 5, 2), 3);
}

static void it_says_how_the_number_came_about(void **state)
{
    (void)state;
    static const struct tdg_curve_point good[] = {{1, 0, 1}, {2, 0.4561, 0.5}, {3, 0.4, 0.25}},
                                        none[] = {{1, 0, 1}, {2, 0.01, 0.5}};
    struct tdg_group_count count = tdg_curve_count(good, 3, 2, 1, 0.97, false);
    assert_int_equal(count.by, TDG_COUNT_MODULARITY);
    assert_int_equal(count.groups, 2);
    assert_int_equal(count.best_groups, 2);
    assert_near(count.best, 0.4561, 1e-12);
    count = tdg_curve_count(good, 3, 3, 2, 0.9, false);
    assert_int_equal(count.best_groups, 3);
    assert_near(count.best, 0.15, 1e-12);
    assert_int_equal(tdg_curve_count(none, 2, 1, 1, 0.97, false).by, TDG_COUNT_NO_GROUPS);
    assert_int_equal(tdg_curve_count(good, 3, 7, 1, 0.97, true).by, TDG_COUNT_ASKED);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(it_is_the_modularity_of_each_cut),
        cmocka_unit_test(the_smallest_good_number_is_chosen),
        cmocka_unit_test(a_higher_resolution_chooses_more_groups),
        cmocka_unit_test(it_says_how_the_number_came_about),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
