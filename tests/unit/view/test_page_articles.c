// SPDX-License-Identifier: GPL-3.0-or-later
/* What a page holds of a large analysis, and which themes are close. */
#include "view/page_articles.h"

#include <tidings/error.h>
#include <tidings/types.h>

#include "unit/check.h"
#include "view/result.h"
#include "view/theme_pairs.h"

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
static struct tdg_analysis analysis = {
    .articles = articles, .themes = themes, .theme_count = 3, .stories = stories};

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
    assert_int_equal(tdg_kept_new(&kept, &analysis, NULL, 0), TDG_OK);
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
    assert_int_equal(tdg_kept_new(&kept, &analysis, NULL, 0), TDG_OK);
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

/* Each theme has three lines: that of the last pair would be the fourth of both. */
static void the_map_joins_the_closest(void **state)
{
    (void)state;
    static struct tdg_theme_view five[5];
    struct tdg_theme_pair *pairs = NULL;
    size_t count = 0, made = 0;
    for (uint32_t one = 0; one < 5; one++) {
        five[one] = (struct tdg_theme_view){.id = "T", .articles = 9};
        for (uint32_t other = one + 1; other < 5; other++) {
            size_t about_both = other < 4 ? 5 : one < 3 ? 3 : 1;
            for (size_t i = 0; i < about_both; i++) {
                articles[made].theme = one;
                articles[made++].second_theme = other;
            }
        }
    }
    analysis.themes = five;
    analysis.theme_count = 5;
    analysis.corpus.articles = made;
    assert_int_equal(tdg_theme_pairs(&pairs, &count, &analysis), TDG_OK);
    assert_int_equal(count, 10);
    for (size_t i = 0; i < count; i++)
        assert_int_equal(pairs[i].joined, i < 9);
    assert_int_equal(pairs[9].first, 3);
    assert_int_equal(pairs[9].second, 4);
    analysis.themes = themes;
    analysis.theme_count = 3;
    free(pairs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_small_analysis_is_held_whole, set_up),
        cmocka_unit_test_setup(of_a_large_one_what_says_most, set_up),
        cmocka_unit_test_setup(close_themes_share_articles, set_up),
        cmocka_unit_test_setup(the_map_joins_the_closest, set_up),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
