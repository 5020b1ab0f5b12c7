// SPDX-License-Identifier: GPL-3.0-or-later
/* A small analysis, made by hand with everything in it that could go wrong, in every format. */
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <unistd.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "output/html/write.h"
#include "unit/check.h"
#include "view/result.h"
#include "view/table_rows.h"

static const struct tdg_tally languages[] = {{"en", 3}};
static const struct tdg_tally sources[] = {{"The \"Ledger\"", 2}};

static struct tdg_article_view articles[] = {
    {.id = "a,1",
     .title = "=1+1, \"quoted\" | <b>",
     .source = "@wire",
     .url = "https://x.example/(1)",
     .published = 1704067200,
     .theme = 0,
     .weight = 0.98765F,
     .second_theme = 1,
     .second_weight = 0.25F,
     .story = TDG_NONE,
     .copy_of = TDG_NONE,
     .reason = "",
     .headline = "=1+1, \"quoted\" | <b>",
     .language = "en"},
    {.id = "=2",
     .title = "plain",
     .source = "",
     .url = "javascript:alert(1)",
     .published = 1704153600,
     .theme = 0,
     .weight = 1.0F,
     .second_theme = TDG_NONE,
     .story = TDG_NONE,
     .copy_of = 0,
     .reason = "",
     .headline = "plain",
     .language = "en"},
    {.id = "three",
     .title = "",
     .source = "The \"Ledger\"",
     .url = "",
     .published = TDG_NO_DATE,
     .theme = TDG_NONE,
     .second_theme = TDG_NONE,
     .story = TDG_NONE,
     .copy_of = TDG_NONE,
     .reason = "no words",
     .headline = "The \"Ledger\"",
     .language = "",
     .period = TDG_NONE},
};

static struct tdg_period_view periods[] = {
    {"2024-W01", "2024-01-01", "2024-01-07", 2, 1, false, false, true},
    {"2024-W02", "2024-01-08", "2024-01-14", 0, 0, false, true, false},
};
static const struct tdg_term_view terms[] = {{"steel", 1.0 / 3, 2}, {"C|C++", 1e-7, 1}};
static const struct tdg_point_view rising[] = {{0, 0, 0.25, 0.1, 0.5}, {1234, 1, 0.5, 0.2, 0.8}};
static const struct tdg_point_view falling[] = {{1, 1, 0.75, 0.5, 0.9}, {0, 0, 0, 0, 0.3}};
static const uint32_t representatives[] = {0, 1};

static struct tdg_theme_view themes[] = {
    {.id = "T1",
     .label = "steel, *tariffs*",
     .name = "Trade",
     .topic_code = "medtop:20000376",
     .parent = "P1",
     .articles = 2,
     .originals = 1,
     .share = 2.0 / 3,
     .terms = terms,
     .term_count = 2,
     .coherence = -0.0,
     .representatives = representatives,
     .representative_count = 2,
     .status = TDG_THEME_NEW,
     .series = rising,
     .trend = {TDG_DIRECTION_RISING, 0.25, 0.001, 0.04, 1, 0.002},
     .change = {1, 0.5, 0.25, 0},
     .stability = 0.75,
     .cohesion = 0.625},
    {.id = "T2",
     .label = "banks",
     .name = "",
     .topic_code = "",
     .parent = "P1",
     .status = TDG_THEME_GONE,
     .series = falling,
     .trend = {TDG_DIRECTION_STEADY, 0, 1, 1, TDG_NONE, 1},
     .change = {1, 0, 0.75, 0},
     .stability = (double)NAN,
     .cohesion = (double)NAN},
};

static struct tdg_parent_view parents[] = {
    {.id = "P1",
     .label = "steel|banks",
     .name = "Trade",
     .topic_code = "medtop:20000376",
     .themes = 2,
     .articles = 2,
     .originals = 1,
     .share = 1,
     .terms = terms,
     .term_count = 2},
};
static const struct tdg_choice_point curve[] = {{1, 0, 0}, {2, 1.0 / 3, 0.25}};

/* The second period against the first one. */
static const uint32_t compared[] = {0};
static const struct tdg_finding_view latest_movements[] = {
    {.kind = TDG_BURST,
     .theme = 0,
     .parent = TDG_NONE,
     .term = "",
     .first = 1,
     .last = 1,
     .from = "2024-01-08",
     .to = "2024-01-14",
     .factor = 4,
     .before = 0.125,
     .after = 0.5,
     .low = 0.25,
     .high = 0.75,
     .observed = 1234,
     .expected = 308.5,
     .p = 0.001,
     .q = 0.002,
     .text = "“Trade | <b>” quadrupled.",
     .evidence = representatives,
     .evidence_count = 2},
    {.kind = TDG_RETURNING,
     .theme = TDG_NONE,
     .parent = TDG_NONE,
     .term = "C|C++",
     .first = 1,
     .last = 1,
     .from = "2024-01-08",
     .to = "2024-01-14",
     .factor = 9,
     .before = 0.01,
     .after = 0.09,
     .observed = 9,
     .expected = 1,
     .q = 0.0004,
     .text = "The term “C|C++” is back.",
     .evidence = representatives,
     .evidence_count = 1},
};
static const struct tdg_source_view latest_sources[] = {
    {"@wire | one", 2, 1, 0.5, TDG_SOURCE_USUAL}};

static const struct tdg_lineage_view lineage[] = {
    {TDG_LEDGER_BIRTH, "T2", "T1", "2024-01-09", "T2 (banks | <b>) split off from T1."}};

static struct tdg_analysis analysis = {
    .corpus = {.articles = 3,
               .understood = "4 records (csv): title = a|b",
               .copies = 1,
               .skipped = 1,
               .undated = 1,
               .unplaced = 1,
               .first = 1704067200,
               .last = 1704153600,
               .terms = 7,
               .fingerprint = "00ff",
               .languages = languages,
               .language_count = 1,
               .sources = sources,
               .source_count = 1},
    .articles = articles,
    .themes = themes,
    .theme_count = 2,
    .parents = parents,
    .parent_count = 1,
    .choice = {2, true, "2 themes were asked for.", curve, 2, "", 1, 0},
    .trends = {.periods = periods, .period_count = 2},
    .latest = {.period = 1,
               .last_whole = 1,
               .asked = "",
               .compared = compared,
               .compared_count = 1,
               .movements = latest_movements,
               .movement_count = 2,
               .sources = latest_sources,
               .source_count = 1,
               .lineage = lineage,
               .lineage_count = 1},
};

/* The whole text of a format, to be freed. */
static char *printed(const char *format)
{
    char *bytes = NULL;
    size_t size = 0;
    FILE *stream = open_memstream(&bytes, &size);
    assert_non_null(stream);
    assert_int_equal(tdg_report_print(&analysis, format, stream, NULL), TDG_OK);
    assert_int_equal(fclose(stream), 0);
    return bytes;
}

/* Every one of these lines or parts of lines is in the text, in this order. */
static void assert_holds(const char *format, const char *const *parts)
{
    char *bytes = printed(format);
    const char *at = bytes ? bytes : "";
    for (; *parts; parts++) {
        const char *found = strstr(at, *parts);
        if (!found)
            fail_msg("not there, or not in its place: %s\nin: %s", *parts, bytes);
        at = found + strlen(*parts);
    }
    free(bytes);
}

static void json_follows_the_contract(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "{\n  \"format\": \"tidings-analysis\",\n  \"version\": 1,\n  \"tool\": {\"name\": "
        "\"tidings\", \"version\": \"",
        "\"options\": {\n    \"themes\": \"12\",",
        "\"period\": \"week\"",
        "\"day-first\": false",
        "\"max-share\": \"0.5\"",
        "\"input\": {\"fingerprint\": \"00ff\"}",
        "\"corpus\": {\n    \"articles\": 3,\n    \"copies\": 1,\n    \"skipped\": 1,\n    "
        "\"undated\": 1,\n    \"first\": \"2024-01-01T00:00:00Z\",\n    \"last\": "
        "\"2024-01-02T00:00:00Z\",",
        "\"The \\\"Ledger\\\"\": 2",
        "\"terms\": 7",
        "{\"id\": \"2024-W01\", \"start\": \"2024-01-01\", \"end\": \"2024-01-07\", \"articles\": "
        "2, \"originals\": 1, \"partial\": false, \"gap\": false}",
        "\"name\": \"Trade\",\n      \"topic_code\": \"medtop:20000376\",\n      \"parent\": "
        "\"P1\",",
        "\"share\": 0.666667,",
        "{\"term\": \"steel\", \"weight\": 0.333333, \"articles\": 2},",
        "\"weight\": 1e-07,",
        "\"coherence\": 0,\n      \"representatives\": [\"a,1\", \"=2\"],\n      \"status\": "
        "\"new\",",
        "{\"period\": \"2024-W02\", \"articles\": 1234, \"originals\": 1, \"share\": 0.5, \"low\": "
        "0.2, \"high\": 0.8}",
        "\"trend\": {\"direction\": \"rising\", \"per_period\": 0.25, \"p\": 0.001, \"q\": 0.04, "
        "\"since\": \"2024-W02\", \"direction_q\": 0.002},",
        "\"change\": {\"period\": \"2024-W02\", \"share\": 0.5, \"baseline\": 0.25, \"least\": "
        "0},\n      "
        "\"stability\": 0.75",
        "\"cohesion\": 0.625,\n      \"mixed\": false",
        "\"name\": null,\n      \"topic_code\": null,\n      \"parent\": \"P1\",",
        "\"stability\": null",
        "  ],\n  \"stories\": [],\n  \"events\": [],\n  \"findings\": [],\n  \"parents\": [\n    "
        "{\n      \"id\": "
        "\"P1\",\n      \"label\": \"steel|banks\",\n      \"name\": \"Trade\",\n      "
        "\"topic_code\": \"medtop:20000376\",\n      "
        "\"themes\": 2,\n      \"articles\": 2,\n      \"originals\": 1,\n      \"share\": 1,",
        "{\"term\": \"steel\", \"weight\": 0.333333, \"articles\": 2},",
        "\"choice\": {\n    \"themes\": 2,\n    \"given\": true,\n    \"reason\": \"2 themes were "
        "asked for.\",\n    \"detail\": null,\n    \"resolution\": 1,\n    \"coarse\": 0,\n    "
        "\"curve\": [\n      {\"themes\": 1, \"modularity\": 0, \"resolved\": 0},\n      "
        "{\"themes\": 2, \"modularity\": 0.333333, \"resolved\": 0.25}\n    ]\n  },\n  \"null\": "
        "null,\n  "
        "\"latest\": {\n    \"period\": \"2024-W02\",\n    \"asked\": null,\n    "
        "\"compared\": [\n      \"2024-W01\"\n    ],\n    \"movements\": [\n      {\n        "
        "\"kind\": \"burst\",\n        \"theme\": \"T1\",",
        "\"kind\": \"returning\",\n        \"term\": \"C|C++\",",
        "{\"name\": \"@wire | one\", \"articles\": 2, \"share\": 1, \"before\": 0.5}\n    ],\n    "
        "\"lineage\": [\n      {\"kind\": \"birth\", \"theme\": \"T2\", \"other\": \"T1\", "
        "\"day\": "
        "\"2024-01-09\", \"text\": \"T2 (banks | <b>) split off from T1.\"}\n    ]\n  },\n  "
        "\"muted\": [],\n  \"articles\": [\n    {\"id\": \"a,1\", \"title\": \"=1+1, "
        "\\\"quoted\\\" | <b>\", "
        "\"source\": "
        "\"@wire\", \"published\": \"2024-01-01T00:00:00Z\", \"url\": \"https://x.example/(1)\", "
        "\"language\": \"en\", \"theme\": \"T1\", \"weight\": 0.98765, \"second_theme\": \"T2\", "
        "\"second_weight\": 0.25, \"story\": null, \"event\": null, \"copy_of\": null, \"period\": "
        "\"2024-W01\", "
        "\"reason\": null},\n",
        NULL,
    };
    assert_holds("json", parts);
}

static void a_part_says_what_it_is_a_part_of(void **state)
{
    (void)state;
    static const char *const parts[][6] = {
        {"json", "\"within\": {\"id\": \"T5\", \"label\": \"a <b>|\", \"name\": null, "
                 "\"articles\": 90}"},
        {"md", "# Themes within T5 a ", "; 2024-W01 to 2024-W02", "**3 of 90 articles**",
         "of the originals of T5", "- Within T5: only its articles"},
        {"txt", "Themes within T5 a <b>| – 3 of 90 articles", "of T5, was"},
        {"html", "<title>tidings: themes within T5 a &lt;b&gt;|</title>",
         "<h1>Themes within T5 a &lt;b&gt;|</h1>", "of <data value=\"90\">90</data> articles",
         "<dt>Within T5 a &lt;b&gt;|</dt>"},
    };
    struct tdg_within_view before = analysis.within;
    const char *asked = analysis.latest.asked;
    analysis.within = (struct tdg_within_view){"T5", "a <b>|", "", "T5 a <b>|", 90};
    analysis.latest.asked = "";
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        const char *held[6] = {NULL};
        for (size_t p = 1; p < 6; p++)
            held[p - 1] = parts[i][p];
        if (!tdg_format_missing(tdg_format_find(parts[i][0], strlen(parts[i][0]))))
            assert_holds(parts[i][0], held);
    }
    analysis.within = before;
    analysis.latest.asked = asked;
}

static void threads_are_not_recorded(void **state)
{
    (void)state;
    char *bytes = printed("json");
    assert_null(strstr(bytes, "\"threads\""));
    assert_null(strstr(bytes, "\"strict\""));
    free(bytes);
}

static void csv_has_a_row_for_every_article(void **state)
{
    (void)state;
    char *bytes = printed("csv");
    assert_string_equal(
        bytes, "id,published,title,source,theme,weight,second_theme,second_weight,story,copy_of,"
               "reason,url,language,period,theme_name,event\n"
               "\"a,1\",2024-01-01T00:00:00Z,\"'=1+1, \"\"quoted\"\" | <b>\",\"'@wire\",T1,0.9876,"
               "T2,0.2500,,,,https://x.example/(1),en,2024-W01,Trade,\n"
               "\"'=2\",2024-01-02T00:00:00Z,plain,,T1,1.0000,,,,\"a,1\",,javascript:alert(1),en,"
               "2024-W01,Trade,\n"
               "three,,,\"The \"\"Ledger\"\"\",,,,,,,no words,,,,,\n");
    free(bytes);
}

static void markdown_is_safe_and_complete(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "# Themes, 2024-W01 to 2024-W02\n",
        "**3 articles** from 2024-01-01 to 2024-01-02: 1 copy, 1 undated, 1 without a theme; 1 "
        "record skipped.\n",
        "## What moved, 8–14 January 2024\n\n0 articles, against the whole period before.\n\n",
        "- “Trade \\| &lt;b&gt;” quadrupled.\n  - 2024-01-01: [=1+1, \"quoted\" \\| "
        "&lt;b&gt;](https://x.example/%281%29)\n",
        "| C\\|C++ | back again | 9 | 1.0 | < 0.001 | [=1+1, \"quoted\" \\| &lt;b&gt;]"
        "(https://x.example/%281%29) |\n",
        "| T2 | banks | 0 | 0.0 % | 75.0 % | -75.0 |\n",
        "| T1 | Trade: steel, \\*tariffs\\* | 1,234 | 50.0 % | 25.0 % | +25.0 |\n",
        "| \\@wire \\| one | 2 | 100.0 % | 50.0 % |\n",
        "| P1 | **Trade: steel\\|banks** | 2 | 100.0 % | | |\n"
        "| T1 | – Trade: steel, \\*tariffs\\* | 2 | 66.7 % | ▅█ | rising since 2024-W02 (q = "
        "0.002) |\n"
        "| T2 | – banks | 0 | 0.0 % | █▁ | steady |\n",
        "### T1: Trade: steel",
        "66.7 % of all originals; stability 0.75; terms: steel, C\\|C++\n",
        "- 2024-01-01, \\@wire: [=1+1, \"quoted\" \\| &lt;b&gt;](https://x.example/%281%29)\n",
        "- 2024-01-02: plain\n",
        "of all originals; terms: \n",
        "## Notes\n",
        "- Read: 4 records (csv): title = a\\|b.\n",
        "- Stability: how much of a theme comes back",
        "fingerprint 00ff.\n",
        NULL,
    };
    assert_holds("md", parts);
    char *bytes = printed("md");
    assert_null(strstr(bytes, "javascript"));
    assert_null(strstr(bytes, "Partial"));
    free(bytes);
}

static void plain_text_is_safe_and_complete(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "Themes of the news: 3 articles from 2024-01-01 to 2024-01-02\n",
        "What moved\n----------\n",
        "The last whole period, 8–14 January 2024\n",
        "  + “Trade | <b>” quadrupled.\n    =1+1, \"quoted\" | <b> – @wire 2024-01-01\n",
        "  + The term “C|C++” is back.\n",
        "  -75.0  banks – 0.0 % of coverage, was 75.0 %\n",
        "  +25.0  Trade: steel, *tariffs* – 50.0 % of coverage, was 25.0 %\n",
        " 66.7 %  ▅█  Trade: steel, *tariffs*\n",
        NULL,
    };
    assert_holds("txt", parts);
}

/* What the report of one period says after its news. */
static void the_brief_of_a_period_is_safe_and_complete(void **state)
{
    (void)state;
    static const char *const document[] = {
        "# 8–14 January 2024\n\n0 articles of 1 source; the archive has 3, of 1–2 January 2024.\n",
        "## Themes, by articles\n",
        "- 2024-01-09: T2 (banks \\| &lt;b&gt;) split off from T1.\n",
        "## What the tests say\n\n- “Trade \\| &lt;b&gt;” quadrupled.\n",
        NULL,
    };
    static const char *const text[] = {
        "8–14 January 2024\n0 articles of 1 source; the archive has 3, of 1–2 January 2024\n",
        "Themes, by articles\n-------------------\n",
        "  . T2 (banks | <b>) split off from T1.\n",
        "  + “Trade | <b>” quadrupled.\n",
        NULL,
    };
    analysis.latest.asked = "2024-W02";
    assert_holds("md", document);
    assert_holds("txt", text);
    analysis.latest.asked = "";
}

/* Where the build has a page at all. */
static void the_page_is_safe_and_complete(void **state)
{
    (void)state;
    static const char *const parts[] = {
        "<!DOCTYPE html>\n<html lang=\"en\">",
        "default-src 'none'; script-src 'sha256-",
        "<h2 id=\"h-moved\">What moved</h2>",
        "id=\"L1\"",
        "“Trade | &lt;b&gt;” quadrupled.",
        "id=\"table-latest\"",
        "<tr id=\"L2\"",
        "back again",
        "T2 (banks | &lt;b&gt;) split off from T1.",
        "<span class=\"dot c1\"></span><b>banks</b>",
        "@wire | one",
        "<h2 id=\"h-shares\">Share of the themes over time</h2>",
        "<path class=\"layer c0\" d=\"M",
        "<h2 id=\"h-themes\">Themes</h2>",
        "<article class=\"card\" id=\"T1\"",
        "<b>Trade</b> <span class=\"label\">steel, *tariffs*</span>",
        "href=\"https://x.example/%281%29\">=1+1, &quot;quoted&quot; | &lt;b&gt;</a>",
        "The &quot;Ledger&quot;",
        "<script type=\"application/json\" id=\"analysis\">\n{\"format\":\"tidings-analysis\",",
        "\"articles\":[[\"a,1\",\"=1+1, \\\"quoted\\\" | \\u003cb\\u003e\",",
        "</html>\n",
        NULL,
    };
    if (tdg_html_missing())
        skip();
    assert_holds("html", parts);
}

static void without_dates_nothing_is_said_about_time(void **state)
{
    (void)state;
    struct tdg_analysis dated = analysis;
    struct tdg_theme_view with_change = themes[0];
    analysis.trends.period_count = 0;
    analysis.latest = (struct tdg_latest_view){.period = TDG_NONE, .asked = ""};
    analysis.theme_count = 1;
    analysis.corpus.first = analysis.corpus.last = TDG_NO_DATE;
    themes[0].change.period = TDG_NONE;
    articles[0].second_theme = TDG_NONE;
    static const char *const json[] = {"\"first\": null,\n    \"last\": null", "\"periods\": []",
                                       "\"series\": []", "\"change\": null", NULL};
    static const char *const markdown[] = {"# Themes\n\n**3 articles**: 1 copy", "No article has",
                                           NULL};
    static const char *const page[] = {"<p class=\"empty\">No article has a date", NULL};
    assert_holds("json", json);
    assert_holds("md", markdown);
    if (!tdg_html_missing())
        assert_holds("html", page);
    char *bytes = printed("md");
    assert_null(strstr(bytes, "moved"));
    free(bytes);
    analysis = dated;
    themes[0] = with_change;
    articles[0].second_theme = 1;
}

static void a_parent_of_one_theme_is_not_shown(void **state)
{
    (void)state;
    parents[0].themes = 1;
    char *bytes = printed("md");
    assert_null(strstr(bytes, "P1"));
    free(bytes);
    parents[0].themes = 2;
}

static void partial_periods_are_named(void **state)
{
    (void)state;
    static const char *const parts[] = {"- Partial: 2024-W01, 2024-W02. ", NULL};
    periods[0].partial = periods[1].partial = true;
    assert_holds("md", parts);
    periods[0].partial = periods[1].partial = false;
}

/* P1 has T2 and T4, P2 has T3 alone, and T1 is a leftover. */
static void what_is_mixed_comes_last(void **state)
{
    (void)state;
    struct tdg_theme_view four[] = {themes[0], themes[1], themes[1], themes[1]};
    struct tdg_parent_view two[] = {parents[0], parents[0], parents[0]};
    struct tdg_analysis grown = analysis;
    struct tdg_table_row *rows = NULL;
    static const char *const expected[] = {"P1", "T2", "T4", "T3", "T1"};
    four[0].mixed = true;
    four[2].id = "T3";
    four[3].id = "T4";
    four[0].parent = "P3";
    four[2].parent = two[1].id = "P2";
    two[2].id = "P3";
    two[1].themes = two[2].themes = 1;
    grown.themes = four;
    grown.theme_count = 4;
    grown.parents = two;
    grown.parent_count = 3;
    assert_int_equal(tdg_report_rows(&rows, &grown), 5);
    for (size_t i = 0; i < 5; i++) {
        assert_true(!rows[i].parent != !rows[i].theme);
        assert_string_equal(rows[i].parent  ? rows[i].parent->id
                            : rows[i].theme ? rows[i].theme->id
                                            : "",
                            expected[i]);
        assert_int_equal(rows[i].below, i == 1 || i == 2);
    }
    free(rows);
    grown.parent_count = 0;
    assert_int_equal(tdg_report_rows(&rows, &grown), 4);
    assert_string_equal(rows[0].theme->id, "T2");
    assert_ptr_equal(rows[3].theme, four);
    free(rows);
    struct tdg_movement movements[4];
    assert_int_equal(tdg_report_movements(&grown, movements, 4), 3);
}

static void the_largest_movement_comes_first(void **state)
{
    (void)state;
    struct tdg_movement movements[3];
    assert_int_equal(tdg_report_movements(&analysis, movements, 3), 2);
    assert_string_equal(movements[0].theme->id, "T2");
    assert_near(movements[0].change, -0.75, 1e-12);
    assert_near(movements[1].change, 0.25, 1e-12);
    assert_int_equal(tdg_report_movements(&analysis, movements, 1), 1);
    assert_string_equal(movements[0].theme->id, "T2");
    assert_int_equal(tdg_report_movements(&analysis, movements, 0), 0);
}

static void formats_are_a_table(void **state)
{
    (void)state;
    assert_int_equal(tdg_format_count(), 6);
    assert_string_equal(tdg_format_info(0)->name, "json");
    assert_string_equal(tdg_format_info(3)->file, "report.md");
    assert_null(tdg_format_info(6));
    assert_null(tdg_format_missing(0));
    assert_null(tdg_format_missing(6));
    assert_int_equal(tdg_format_find("json", 4), 0);
    assert_int_equal(tdg_format_find("txt,html", 3), 4);
    assert_int_equal(tdg_format_find("jsonl", 5), 1);
    assert_int_equal(tdg_format_find("json", 2), 6);
    assert_int_equal(tdg_format_find("", 0), 6);
    struct tdg_error error = {0};
    assert_int_equal(tdg_report_print(&analysis, "docx", stdout, &error), TDG_EINVAL);
    assert_non_null(strstr(error.message, "docx"));
    assert_int_equal(tdg_report_save(&analysis, "docx", "unused", &error), TDG_EINVAL);
}

static void a_file_appears_whole_or_not_at_all(void **state)
{
    (void)state;
    char folder[] = "test_formats.XXXXXX", path[64];
    assert_non_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/articles.csv", folder);
    assert_int_equal(tdg_report_save(&analysis, "csv", path, NULL), TDG_OK);
    FILE *file = fopen(path, "rb");
    char bytes[4096] = "";
    assert_non_null(file);
    bytes[fread(bytes, 1, sizeof bytes - 1, file)] = '\0';
    fclose(file);
    char *expected = printed("csv");
    assert_string_equal(bytes, expected);
    free(expected);
    unlink(path);
    assert_int_equal(rmdir(folder), 0);
    struct tdg_error error = {0};
    assert_int_equal(tdg_report_save(&analysis, "csv", path, &error), TDG_EIO);
    assert_string_equal(error.file, path);
}

static void a_full_stream_is_an_error(void **state)
{
    (void)state;
    FILE *full = fopen("/dev/full", "wb");
    if (!full)
        skip();
    setvbuf(full, NULL, _IONBF, 0);
    assert_int_equal(tdg_report_print(&analysis, "csv", full, NULL), TDG_EIO);
    fclose(full);
}

static int begin(void **state)
{
    (void)state;
    analysis.options = tdg_options_new();
    return analysis.options ? tdg_options_set(analysis.options, "themes", "12", NULL) : -1;
}

static int end(void **state)
{
    (void)state;
    tdg_options_free(analysis.options);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(json_follows_the_contract),
        cmocka_unit_test(a_part_says_what_it_is_a_part_of),
        cmocka_unit_test(threads_are_not_recorded),
        cmocka_unit_test(csv_has_a_row_for_every_article),
        cmocka_unit_test(markdown_is_safe_and_complete),
        cmocka_unit_test(plain_text_is_safe_and_complete),
        cmocka_unit_test(the_brief_of_a_period_is_safe_and_complete),
        cmocka_unit_test(the_page_is_safe_and_complete),
        cmocka_unit_test(without_dates_nothing_is_said_about_time),
        cmocka_unit_test(a_parent_of_one_theme_is_not_shown),
        cmocka_unit_test(partial_periods_are_named),
        cmocka_unit_test(what_is_mixed_comes_last),
        cmocka_unit_test(the_largest_movement_comes_first),
        cmocka_unit_test(formats_are_a_table),
        cmocka_unit_test(a_file_appears_whole_or_not_at_all),
        cmocka_unit_test(a_full_stream_is_an_error),
    };
    return cmocka_run_group_tests(tests, begin, end);
}
