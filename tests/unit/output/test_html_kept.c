// SPDX-License-Identifier: GPL-3.0-or-later
/* What a page holds of a large analysis, who writes about a theme, and which themes are close. */
#include "output/html/kept.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "output/html/pairs.h"
#include "output/html/sources.h"
#include "unit/check.h"
#include "view/result.h"

enum { MANY = TDG_PAGE_ARTICLES + 1000, BIG = TDG_PAGE_ARTICLES - 500 };

static struct tdg_article_view articles[MANY];
static uint32_t members[MANY];
static const uint32_t representatives[] = {5, MANY - 1};
static struct tdg_theme_view themes[3] = {
    {.id = "T1", .articles = 4, .representatives = representatives, .representative_count = 2},
    {.id = "T2", .articles = 9},
    {.id = "T3", .articles = 1},
};
/* The largest has room, the next has not, the smallest has. */
static struct tdg_story_view stories[] = {
    {.id = "S1", .articles = 400, .originals = 400, .members = members + BIG},
    {.id = "S2", .articles = 900, .originals = 900, .members = members + BIG},
    {.id = "S3", .articles = BIG, .originals = BIG, .members = members},
};
static const struct tdg_tally sources[] = {{"a", 5}, {"b", 4}, {"c", 3},
                                           {"d", 2}, {"e", 1}, {"f", 1}};
static struct tdg_analysis analysis = {.corpus = {.sources = sources, .source_count = 6},
                                       .articles = articles,
                                       .themes = themes,
                                       .theme_count = 3,
                                       .stories = stories};

static int set_up(void **state)
{
    (void)state;
    for (uint32_t i = 0; i < MANY; i++) {
        articles[i] = (struct tdg_article_view){
            .id = "x", .title = "", .source = "", .theme = TDG_NONE, .second_theme = TDG_NONE};
        members[i] = i;
    }
    return 0;
}

static void a_small_analysis_is_held_whole(void **state)
{
    (void)state;
    struct tdg_kept kept;
    analysis.corpus.articles = TDG_PAGE_ARTICLES;
    analysis.story_count = 1;
    analysis.theme_count = 0;
    assert_int_equal(tdg_kept_new(&kept, &analysis), TDG_OK);
    assert_true(kept.all);
    assert_int_equal(kept.article_count, TDG_PAGE_ARTICLES);
    assert_int_equal(kept.story_count, 1);
    assert_int_equal(kept.row[77], 77);
    tdg_kept_done(&kept);
    analysis.theme_count = 3;
}

static void of_a_large_one_what_says_most(void **state)
{
    (void)state;
    struct tdg_kept kept;
    analysis.corpus.articles = MANY;
    analysis.story_count = 3;
    assert_int_equal(tdg_kept_new(&kept, &analysis), TDG_OK);
    assert_false(kept.all);
    assert_true(kept.stories[0] && !kept.stories[1] && kept.stories[2]);
    assert_int_equal(kept.story_count, 2);
    assert_int_equal(kept.article_count, BIG + 400 + 1); /* 5 is in a story anyway */
    assert_int_equal(kept.row[MANY - 1], kept.article_count - 1);
    assert_int_equal(kept.row[MANY - 2], TDG_NONE);
    for (size_t i = 0; i < kept.article_count; i++)
        assert_int_equal(kept.row[kept.articles[i]], i);
    tdg_kept_done(&kept);
}

static void close_themes_share_articles(void **state)
{
    (void)state;
    struct tdg_theme_pair *pairs = NULL;
    size_t count = 0;
    analysis.corpus.articles = 5;
    static const uint32_t first[] = {0, 1, 1, 2, TDG_NONE}, second[] = {1, 0, 2, TDG_NONE, 1};
    for (size_t i = 0; i < 5; i++) {
        articles[i].theme = first[i];
        articles[i].second_theme = second[i];
    }
    assert_int_equal(tdg_theme_pairs(&pairs, &count, &analysis), TDG_OK);
    assert_int_equal(count, 2);
    assert_int_equal(pairs[0].first, 0); /* 2 / sqrt(4 × 9) and 1 / sqrt(9 × 1) */
    assert_int_equal(pairs[0].second, 1);
    assert_int_equal(pairs[0].articles, 2);
    assert_near(pairs[0].closeness, 1.0 / 3, 1e-12);
    assert_near(pairs[1].closeness, 1.0 / 3, 1e-12);
    free(pairs);
}

static void the_sources_with_most_articles_come_first(void **state)
{
    (void)state;
    struct tdg_html_sources found = {0};
    static const char *const names[] = {"b", "a", "b", "c", "d", "e", "f", "", "a"};
    analysis.corpus.articles = 9;
    for (size_t i = 0; i < 9; i++) {
        articles[i].theme = i < 8 ? 0 : 1;
        articles[i].source = names[i];
    }
    assert_int_equal(tdg_html_sources_new(&found, &analysis), TDG_OK);
    assert_int_equal(tdg_html_source(&found, "c"), 2);
    assert_int_equal(tdg_html_source(&found, "g"), TDG_NONE);
    assert_int_equal(tdg_html_source(&found, ""), TDG_NONE);
    static const uint32_t expected[] = {1, 0, 2, 3, 4};
    assert_int_equal(found.themes[0].count, 5);
    assert_memory_equal(found.themes[0].source, expected, sizeof expected);
    assert_int_equal(found.themes[0].articles[0], 2);
    assert_int_equal(found.themes[1].count, 1);
    assert_int_equal(found.themes[2].count, 0);
    tdg_html_sources_done(&found);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_small_analysis_is_held_whole, set_up),
        cmocka_unit_test_setup(of_a_large_one_what_says_most, set_up),
        cmocka_unit_test_setup(close_themes_share_articles, set_up),
        cmocka_unit_test_setup(the_sources_with_most_articles_come_first, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
