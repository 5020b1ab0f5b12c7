// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/lines.h"

#include "base/workers.h"
#include "clean/boilerplate.h"
#include "clean/clean.h"
#include "input/input.h"
#include "input/read.h"
#include "unit/articles.h"

static void credit_lines_are_recognised(void **state)
{
    (void)state;
    static const struct {
        const char *line;
        bool boilerplate;
    } rows[] = {
        {"GETTY", true},
        {"Getty Images", true},
        {"Image: AP", true},
        {"PHOTO: Jane Doe", true},
        {"Photograph: Jane Doe/AFP/Getty Images", true},
        {"[source=Reuters]", true},
        {"(c) Reuters", true},
        {"Read more: How it began", true},
        {"Image copyright Getty Images", true},
        {"Sign up to our newsletter", true},
        {"Protesters in Cairo. Jane Doe/Reuters", true},
        {"Copyright 2019 Example Ltd", true},
        {"\xC2\xA9 2019 Example", true},
        {"Anzeige", true},
        {"this video can not be played", false}, /* six words, four at most */
        {"\xC3\xA0 lire aussi : le budget", true},
        {"[Image of the minister]", true},
        {"A view of the port (Via Getty Images", true},
        {"Example Ltd. All rights reserved.", true},
        {"Example Ltd. ALL RIGHTS RESERVED", true},
        {"A crowd at the gate/EPA", true},
        {"The sweater is an extra/EPA2", false},
        {"7", false},
        {"", false},
        {"Reuters reported on Monday that the talks had failed.", false},
        {"Image problems have troubled the party since the election was lost in May.", false},
        {"Copyright law is about to change in Europe", false},
        {"Getty Images sued the company over its use of twelve million photographs", false},
        {"Photo: this sentence only begins like a credit line and then goes on and on and on "
         "until nobody can take it for one",
         false},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (tdg_is_boilerplate((struct tdg_span){rows[i].line, strlen(rows[i].line)}) !=
            rows[i].boilerplate)
            fail_msg("\"%s\"", rows[i].line);
}

static void a_body_loses_credits_and_repetitions(void **state)
{
    (void)state;
    static const struct {
        const char *body;
        const char *stripped;
    } rows[] = {
        {"One.\nGETTY\nTwo.", "One.\nTwo."},
        {"One.\n\nImage: AP\n\nTwo.", "One.\n\nTwo."},
        {"A caption here\nText.\nA caption here", "A caption here\nText."},
        {"Yes.\nWhy?\nYes.", "Yes.\nWhy?\nYes."},
        {"GETTY", "GETTY"},
        {"GETTY\nImage: AP", "GETTY\nImage: AP"},
        {"Only text.", "Only text."},
    };
    struct tdg_clean_scratch scratch = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char body[100];
        strcpy(body, rows[i].body);
        size_t length = strlen(body);
        assert_int_equal(tdg_boilerplate_strip(&scratch, body, &length), 0);
        body[length] = '\0';
        assert_string_equal(body, rows[i].stripped);
    }
    tdg_clean_scratch_done(&scratch);
}

/* `count` articles of one source, each with two paragraphs of its own and a line that all have. */
static void add_source(struct tdg_articles *set, const char *source, int count, const char *shared)
{
    for (int i = 0; i < count; i++) {
        char body[300];
        snprintf(body, sizeof body,
                 "The first paragraph of number %d says one thing.\n%s\nThe second paragraph of "
                 "number %d says another.",
                 i, shared, i);
        add_article(set, "", body, source, "en");
    }
}

static void furniture_of_a_source_goes(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    static const char shared[] = "See all our blogs";
    add_source(&set, "Gazette", 40, shared);
    add_source(&set, "Tribune", 2, "Two articles cannot tell");
    const struct tdg_clean_options options = {"auto"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    assert_string_equal(set.items[7].body, "The first paragraph of number 7 says one thing.\n"
                                           "The second paragraph of number 7 says another.");
    assert_non_null(strstr(set.items[41].body, "cannot tell"));
    tdg_articles_done(&set);
}

static void copies_do_not_erase_each_other(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    static const char body[] = "A wire story that many carried.\nIts second paragraph is short.";
    for (int i = 0; i < 30; i++)
        add_article(&set, "", body, "Gazette", "en");
    const struct tdg_clean_options options = {"auto"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    for (size_t i = 0; i < set.count; i++)
        assert_string_equal(set.items[i].body, body);
    tdg_articles_done(&set);
}

/* Kinds of furniture in `articles` pages with headlines of their own. {} stands for words that only
 * one page has; a page that shows nothing else goes by its headline. */
static void kinds_of_furniture_go(void **state)
{
    (void)state;
    static const struct {
        const char *before, *after;
        bool own;
    } rows[] = {
        {"Menu\n\n", "", true},
        {"", "\n\nShare", true},
        {"Home | World | Sport | Weather\nLog in\n",
         "\nMost read:\nA singer leaves\nA whale swims by", true},
        {"", " Sign up for our newsletter to hear from us every day. Follow us on all channels.",
         true},
        {"",
         "\nThis notice is long. It goes on about conditions of use for the whole of this "
         "paragraph, "
         "which has more than three hundred bytes, so that by its length alone it could be text: "
         "but "
         "no text of several articles is the same in each of them, and under headlines that have "
         "nothing to do with it. All rights are those of the owners of this page, as ever.",
         true},
        {"We use cookies to offer you a better visit. Accept all of them to read on.", "", false},
        {"Please accept.\nThen read on here.", "", false},
    };
    static const char *const stems[] = {"harbour", "senate", "violin",
                                        "glacier", "bakery", "rocket"};
    enum { PAGES = sizeof stems / sizeof *stems };
    for (size_t r = 0; r < sizeof rows / sizeof *rows; r++) {
        struct tdg_articles set = {0};
        char title[64], own[200], body[1000];
        for (int i = 0; i < PAGES; i++) {
            snprintf(title, sizeof title, "The %s reopens", stems[i]);
            snprintf(own, sizeof own, "Today the %s was opened by guest number %d, we hear.",
                     stems[i], i);
            snprintf(body, sizeof body, "%s%s%s", rows[r].before, rows[r].own ? own : "",
                     rows[r].after);
            add_article(&set, title, body, r % 2 ? "Gazette" : "", "en");
        }
        const struct tdg_clean_options options = {"auto"};
        assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
        for (int i = 0; i < PAGES; i++) {
            snprintf(own, sizeof own, "Today the %s was opened by guest number %d, we hear.",
                     stems[i], i);
            assert_string_equal(set.items[i].body, rows[r].own ? own : "");
        }
        tdg_articles_done(&set);
    }
}

/* An agency text under other headlines, with a line of the editor or without, is text; and so is
 * the paragraph that the articles of a series repeat. */
static void what_copies_share_is_text(void **state)
{
    (void)state;
    static const char wire[] = "The harbour of Ostby opened on Monday after a storm.\n"
                               "Ships had waited for three days, the harbour master said.";
    static const char *const titles[] = {"Harbour of Ostby opens", "Ships enter Ostby again",
                                         "After the storm: harbour open", "Ships wait no more"};
    struct tdg_articles set = {0};
    char body[500];
    for (int i = 0; i < 8; i++) {
        snprintf(body, sizeof body, "%s\nFrom desk number %d.", wire, i);
        add_article(&set, titles[i % 4], i < 4 ? wire : body, "", "en");
    }
    for (int i = 0; i < 5; i++) {
        snprintf(body, sizeof body,
                 "Day %d in court brought witness number %d, who spoke at length of what she saw.\n"
                 "The trial of the Ostby bank began in May.",
                 i, i);
        add_article(&set, "Ostby bank: the trial goes on", body, "", "en");
    }
    const struct tdg_clean_options options = {"auto"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    for (size_t i = 0; i < 8; i++)
        assert_ptr_equal(strstr(set.items[i].body, wire), set.items[i].body);
    for (size_t i = 8; i < set.count; i++)
        assert_non_null(strstr(set.items[i].body, "The trial of the Ostby bank"));
    tdg_articles_done(&set);
}

static void clean_random(struct tdg_articles *set, unsigned threads)
{
    enum { COUNT = 1500, MOST = 400 };
    static const char *const sources[] = {"", "Gazette", "Tribune"};
    const struct tdg_clean_options options = {"auto"};
    struct tdg_workers *workers = NULL;
    unsigned seed = 9;
    char text[MOST + 1];
    for (size_t i = 0; i < COUNT; i++) {
        random_text(&seed, text, i % MOST);
        add_article(set, text, text, sources[i % 3], "");
    }
    assert_int_equal(tdg_workers_new(&workers, threads, NULL), 0);
    assert_int_equal(tdg_clean(set, &options, workers, NULL, NULL), 0);
    tdg_workers_free(workers);
}

static void threads_change_nothing(void **state)
{
    (void)state;
    struct tdg_articles one = {0};
    clean_random(&one, 1);
    for (unsigned threads = 2; threads < 8; threads += 5) {
        struct tdg_articles more = {0};
        clean_random(&more, threads);
        for (size_t i = 0; i < one.count; i++) {
            assert_string_equal(one.items[i].title, more.items[i].title);
            assert_string_equal(one.items[i].body, more.items[i].body);
            assert_string_equal(one.items[i].language, more.items[i].language);
        }
        tdg_articles_done(&more);
    }
    tdg_articles_done(&one);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(credit_lines_are_recognised),
        cmocka_unit_test(a_body_loses_credits_and_repetitions),
        cmocka_unit_test(furniture_of_a_source_goes),
        cmocka_unit_test(kinds_of_furniture_go),
        cmocka_unit_test(what_copies_share_is_text),
        cmocka_unit_test(copies_do_not_erase_each_other),
        cmocka_unit_test(threads_change_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
