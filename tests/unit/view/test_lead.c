// SPDX-License-Identifier: GPL-3.0-or-later
/* The news of four weeks of a small town, in which one week a bridge falls. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <tidings/analysis.h>
#include <tidings/options.h>
#include <tidings/types.h>

#include "unit/check.h"

enum { WEEKS = 4, LAST = 3 };

static char folder[] = "test_lead.XXXXXX";
static const char *const sources[] = {"Harbour Ledger", "Northgate Courier", "Meridian Wire"};

static void write_article(FILE *file, const char *title, int week, int day, int source)
{
    static int number;
    fprintf(file,
            "{\"id\": \"a%d\", \"title\": \"%s\", \"published\": \"2024-%02d-%02dT%02d:00:00Z\", "
            "\"source\": \"%s\"}\n",
            number++, title, 1 + (1 + 7 * week + day > 31),
            1 + 7 * week + day > 31 ? 7 * week + day - 30 : 1 + 7 * week + day, 8 + source,
            sources[source]);
}

/* Every week has its markets, its football and its weather; the bridge is in the last. */
static void write_news(const char *path)
{
    static const char *const usual[] = {
        "Harvest festival draws crowds to the old town of Ostfeld",
        "Ferry timetable changes for winter, Port Authority says",
        "Castlebay held to a draw by Ringford in the league",
        "Central Bank leaves interest rates where they are",
        "Snow closes the mountain road above Lindental",
        "Museum of Glass opens a new wing in Aldhelm",
    };
    static const char *const bridge[] = {
        "Karlov Bridge collapses in Zembla, dozens missing",
        "Rescue teams search river below collapsed Karlov Bridge in Zembla",
        "Zembla mourns victims of Karlov Bridge collapse",
        "Inspectors warned of cracks in Karlov Bridge before collapse, Zembla paper says",
        "Zembla minister resigns over Karlov Bridge collapse",
        "Karlov Bridge collapse: Zembla closes three more bridges",
    };
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    for (int week = 0; week < WEEKS; week++)
        for (int i = 0; i < 6; i++) {
            char title[200];
            snprintf(title, sizeof title, "%s, report number %c%c", usual[i], 'a' + week, 'k' + i);
            write_article(file, title, week, i, (i + week) % 3);
        }
    for (int i = 0; i < 6; i++)
        write_article(file, bridge[i], LAST, i, i % 3);
    assert_int_equal(fclose(file), 0);
}

static struct tdg_analysis *analyze(const char *name, const char *value)
{
    char path[64];
    snprintf(path, sizeof path, "%s/news.jsonl", folder);
    write_news(path);
    const char *inputs[] = {path};
    struct tdg_options *options = tdg_options_new();
    struct tdg_analysis *analysis = NULL;
    assert_int_equal(tdg_options_set(options, "themes", "2", NULL), TDG_OK);
    if (name)
        assert_int_equal(tdg_options_set(options, name, value, NULL), TDG_OK);
    assert_int_equal(tdg_analyze(options, inputs, 1, NULL, &analysis, NULL), TDG_OK);
    tdg_options_free(options);
    unlink(path);
    return analysis;
}

static void the_bridge_leads(void **state)
{
    (void)state;
    struct tdg_analysis *analysis = analyze(NULL, NULL);
    const struct tdg_lead_view *item = tdg_analysis_lead(analysis, TDG_LEAD_PERIOD, 0);
    assert_non_null(item);
    assert_int_equal(item->kind, TDG_LEAD_EVENT);
    assert_non_null(strstr(item->title, "Karlov Bridge"));
    assert_int_equal(item->originals, 6);
    assert_int_equal(item->article_count, 6);
    assert_int_equal(item->sources, 3);
    assert_string_equal(item->sentence, "6 articles, new this week; all 3 sources.");
    assert_int_equal(item->certainty, TDG_LIKELY);
    assert_int_equal(item->headline_count, 3);
    for (size_t i = 0; i < item->article_count; i++)
        assert_non_null(
            strstr(tdg_analysis_article(analysis, item->articles[i])->title, "Karlov Bridge"));
    for (size_t i = 1; i < item->headline_count; i++)
        for (size_t j = 0; j < i; j++)
            assert_string_not_equal(tdg_analysis_article(analysis, item->headlines[i])->source,
                                    tdg_analysis_article(analysis, item->headlines[j])->source);
    item = tdg_analysis_lead(analysis, TDG_LEAD_ALL, 0);
    assert_non_null(item);
    assert_non_null(strstr(item->title, "Karlov Bridge"));
    tdg_analysis_free(analysis);
}

static void no_two_items_rest_on_the_same_articles(void **state)
{
    (void)state;
    struct tdg_analysis *analysis = analyze(NULL, NULL);
    for (int scope = TDG_LEAD_PERIOD; scope <= TDG_LEAD_ALL; scope++) {
        size_t count = tdg_analysis_lead_count(analysis, (enum tdg_lead_scope)scope);
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < i; j++) {
                const struct tdg_lead_view *a =
                    tdg_analysis_lead(analysis, (enum tdg_lead_scope)scope, i);
                const struct tdg_lead_view *b =
                    tdg_analysis_lead(analysis, (enum tdg_lead_scope)scope, j);
                size_t common = 0, smaller = a->article_count < b->article_count ? a->article_count
                                                                                 : b->article_count;
                for (size_t k = 0; k < a->article_count; k++)
                    for (size_t l = 0; l < b->article_count; l++)
                        common += a->articles[k] == b->articles[l];
                assert_true(2 * common < smaller);
            }
        assert_null(tdg_analysis_lead(analysis, (enum tdg_lead_scope)scope, count));
    }
    assert_int_equal(tdg_analysis_lead_count(analysis, (enum tdg_lead_scope)7), 0);
    tdg_analysis_free(analysis);
}

static void what_is_muted_does_not_lead(void **state)
{
    (void)state;
    char path[64];
    snprintf(path, sizeof path, "%s/mute.txt", folder);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    fputs("term: Karlov\n", file);
    assert_int_equal(fclose(file), 0);
    struct tdg_analysis *analysis = analyze("mute", path);
    for (int scope = TDG_LEAD_PERIOD; scope <= TDG_LEAD_ALL; scope++)
        for (size_t i = 0; i < tdg_analysis_lead_count(analysis, (enum tdg_lead_scope)scope); i++)
            assert_null(strstr(tdg_analysis_lead(analysis, (enum tdg_lead_scope)scope, i)->title,
                               "Karlov"));
    tdg_analysis_free(analysis);
    unlink(path);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(folder) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(folder);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_bridge_leads),
        cmocka_unit_test(no_two_items_rest_on_the_same_articles),
        cmocka_unit_test(what_is_muted_does_not_lead),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
