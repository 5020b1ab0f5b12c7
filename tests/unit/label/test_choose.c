// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/groups.h"

#include "label/label.h"
#include "unit/label/corpus.h"

static const char *const trade[] = {
    "The Czech Republic and the trade war: tariffs on steel this year.",
    "Ministers of the Czech Republic speak of tariffs and of the trade war this year.",
    "Steel tariffs hurt. The trade war goes on, the Czech Republic warned.",
    "New tariffs on grain in the trade war this year.",
};
static const char *const health[] = {
    "Patients wait for doctors in the hospital this year.",
    "The hospital of Saint Aldhelm lost doctors and patients.",
    "Doctors and patients of the hospital protest.",
    "A nurse in the hospital, and no doctors for patients this year.",
};
static const char *const sport[] = {
    "The goalkeeper saved a penalty in the final match.",
    "Penalty, match and final: the goalkeeper won this year.",
    "A match without goalkeeper is no final.",
    "The striker, the penalty, the match.",
};
enum { TEXTS = 4, REPEATS = 6, GROUPS = 3 };

static struct tdg_labels label(struct corpus *corpus, size_t terms)
{
    for (int i = 0; i < REPEATS * TEXTS; i++) {
        corpus_add(corpus, 0, 1, trade[i % TEXTS], "en");
        corpus_add(corpus, 1, 1, health[i % TEXTS], "en");
        corpus_add(corpus, 2, 1, sport[i % TEXTS], "en");
    }
    struct tdg_label_options options = tdg_label_defaults();
    options.terms = terms;
    return corpus_label(corpus, &options);
}

static bool lists(const struct tdg_label *theme, const char *term)
{
    for (size_t t = 0; t < theme->term_count; t++)
        if (strcmp(theme->terms[t].term, term) == 0)
            return true;
    return false;
}

static void a_term_serves_one_theme(void **state)
{
    (void)state;
    struct corpus corpus = {0};
    struct tdg_labels labels = label(&corpus, 20);
    for (size_t a = 0; a < GROUPS; a++)
        for (size_t b = 0; b < GROUPS; b++)
            for (size_t t = 0; a != b && t < labels.items[a].term_count; t++)
                if (labels.items[a].terms[t].weight > 0)
                    for (size_t u = 0; u < labels.items[b].term_count; u++)
                        assert_false(labels.items[b].terms[u].weight > 0 &&
                                     strcmp(labels.items[a].terms[t].term,
                                            labels.items[b].terms[u].term) == 0);
    tdg_labels_done(&labels);
    corpus_done(&corpus);
}

static void phrases_stand_for_their_words(void **state)
{
    (void)state;
    struct corpus corpus = {0};
    struct tdg_labels labels = label(&corpus, 20);
    assert_true(lists(&labels.items[0], "Czech Republic"));
    assert_true(lists(&labels.items[0], "trade war"));
    assert_true(lists(&labels.items[0], "tariffs"));
    assert_false(lists(&labels.items[0], "Czech"));
    assert_false(lists(&labels.items[0], "war"));
    assert_non_null(strstr(labels.items[0].text, "trade war"));
    assert_non_null(strstr(labels.items[0].text, "Czech Republic"));
    for (size_t g = 0; g < GROUPS; g++)
        assert_null(strstr(labels.items[g].text, "year"));
    tdg_labels_done(&labels);
    corpus_done(&corpus);
}

static void at_least_ten_terms(void **state)
{
    (void)state;
    static const size_t wanted[] = {1, 10, 20, 200};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        struct corpus corpus = {0};
        struct tdg_labels labels = label(&corpus, wanted[i]);
        for (size_t g = 0; g < GROUPS; g++) {
            assert_true(labels.items[g].term_count >= (wanted[i] < 10 ? wanted[i] : 10));
            assert_true(labels.items[g].term_count <= wanted[i]);
            for (size_t t = 0; t < labels.items[g].term_count; t++)
                for (size_t u = 0; u < t; u++)
                    assert_string_not_equal(labels.items[g].terms[t].term,
                                            labels.items[g].terms[u].term);
        }
        tdg_labels_done(&labels);
        corpus_done(&corpus);
    }
}

/* "alpha" and "beta" are good and meet; "lonely" is as good but keeps to itself. */
static void terms_go_together(void **state)
{
    (void)state;
    struct corpus corpus = {0};
    for (int i = 0; i < 10; i++) {
        corpus_add(&corpus, 0, 4,
                   "Alpha, beta; gamma, delta; epsilon, zeta; eta, theta; iota, kappa.", "en");
        corpus_add(&corpus, 0, 3, "Lonely.", "en");
        corpus_add(&corpus, 0, 3, "Solitary.", "en");
        corpus_add(&corpus, 1, 5, "Rain, wind; hills, valleys.", "en");
    }
    struct tdg_label_options options = tdg_label_defaults();
    struct tdg_labels labels = corpus_label(&corpus, &options);
    for (size_t t = 0; t < 10; t++) {
        assert_string_not_equal(labels.items[0].terms[t].term, "lonely");
        assert_string_not_equal(labels.items[0].terms[t].term, "solitary");
    }
    assert_true(labels.items[0].coherence > 0.9);
    tdg_labels_done(&labels);
    corpus_done(&corpus);
}

/* Who stands beside whom makes no difference: the best scores come first. */
static void order_of_sorted_bodies_says_nothing(void **state)
{
    (void)state;
    struct corpus corpus = {.sorted = true};
    corpus_add(&corpus, 0, 9,
               "Alpha, beta; gamma, delta; epsilon, zeta; eta, theta; iota, kappa; lambda, mu.",
               "en");
    corpus_add(&corpus, 0, 9,
               "Mu, alpha; rho, beta; sigma, gamma; tau, delta; iota, epsilon; phi, chi.", "en");
    corpus_add(&corpus, 1, 9, "Rain, wind; hills, valleys.", "en");
    struct tdg_label_options options = tdg_label_defaults();
    struct tdg_labels labels = corpus_label(&corpus, &options);
    for (size_t t = 1; t < labels.items[0].term_count; t++)
        assert_true(labels.items[0].terms[t].weight <= labels.items[0].terms[t - 1].weight);
    tdg_labels_done(&labels);
    corpus_done(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_term_serves_one_theme),
        cmocka_unit_test(phrases_stand_for_their_words),
        cmocka_unit_test(at_least_ten_terms),
        cmocka_unit_test(terms_go_together),
        cmocka_unit_test(order_of_sorted_bodies_says_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
