// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/address.h"

#include "unit/check.h"

static void only_what_says_how_a_reader_came_goes(void **state)
{
    (void)state;
    static const struct {
        const char *url, *clean;
    } cases[] = {
        {"https://a.example/x", "https://a.example/x"},
        {"https://a.example/x?utm_source=rss&utm_medium=feed", "https://a.example/x"},
        {"https://a.example/x?id=7&fbclid=Iw0#part", "https://a.example/x?id=7#part"},
        {"https://a.example/x?fbclid=Iw0&id=7&gclid", "https://a.example/x?id=7"},
        {"https://a.example/?p=12&page=2", "https://a.example/?p=12&page=2"},
        {"https://a.example/x?utmost=1&italy=2", "https://a.example/x?utmost=1&italy=2"},
        {"https://a.example/x#?utm_source=a", "https://a.example/x#?utm_source=a"},
        {"https://a.example/x?&&a=1", "https://a.example/x?&&a=1"},
        {"?", ""},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char url[80];
        snprintf(url, sizeof url, "%s", cases[i].url);
        url[tdg_address_clean(url, strlen(url))] = '\0';
        assert_string_equal(url, cases[i].clean);
    }
}

/* Each row is a page under many addresses. No page is another one, and none is a whole site. */
static void forms_of_an_address_are_one_page(void **state)
{
    (void)state;
    static const char *const pages[][20] = {
        {"https://a.example/news/x",
         "http://a.example/news/x",
         "HTTPS://A.Example/news/x/",
         "//a.example/news/x",
         "a.example/news/x",
         "https://www.a.example/news/x",
         "https://m.a.example/news/x",
         "https://mobile.a.example/news/x#comments",
         "https://amp.a.example/news/x",
         "https://a.example:443/news/x",
         "http://a.example:80/news//x",
         "https://a.example./news/x?utm_source=rss&fbclid=1",
         "https://a.example/news/x/amp",
         "https://a.example/amp/news/x/",
         "https://a.example/news/x.amp",
         "https://a.example/news/x?amp",
         "https://www.google.com/amp/s/www.a.example/news/x/amp/?amp_js_v=0.1&usqp=mq331",
         "https://www-a-example.cdn.ampproject.org/c/s/www.a.example/news/x?amp=1#aoh=1",
         "https://a.example/news/x/index.html",
         "https://a.example/n%65ws/x?"},
        {"https://a.example/news/x.html", "https://a.example/news/x.amp.html",
         "https://a.example/amp/news/x.html?outputType=amp"},
        {"https://b.example/news/x", "http://google.co.uk/amp/b.example/news/x"},
        {"https://a.example:8080/news/x", "http://a.example:8080/news/x/"},
        {"https://a.example/news/X"}, /* case counts in a path */
        {"https://a.example/News/x"},
        {"https://a.example/news/x%2Famp", "https://a.example/news/x%2famp"},
        {"https://a.example/?p=12", "http://www.a.example?p=12", "a.example/index.php?p=12"},
        {"https://a.example/?p=13"},
        {"https://a.example/news/x?page=2", "http://a.example/news/x/?page=2&utm_medium=feed"},
        {"https://a.example/news/x?amp=17"},
        {"https://a.example/watch?v=b&t=a"},
        {"https://a.example/app#!/news/x"},
        {"https://a.example/app#/news/y"},
        {"https://a.example/tag/AMP"},
        {"https://a.example/index.php/news"},
        {"https://de.a.example/news/x"},
        {"https://en.m.wiki.example/Orne", "https://en.wiki.example/Orne"},
        {"https://m.example/news/x"}, /* a site of that name */
        {"https://a.example/caf%C3%A9", "https://a.example/caf\xC3\xA9",
         "https://a.example/caf%c3%a9/"},
        {"https://www.google.com/amp/s/x"}, /* no page behind it */
        {"news/x"},
        {"urn:uuid:1"},
        {"urn:uuid:2"},
    };
    enum { PAGES = sizeof pages / sizeof *pages, FORMS = sizeof *pages / sizeof **pages };
    for (size_t i = 0; i < PAGES; i++)
        for (size_t form = 0; form < FORMS && pages[i][form]; form++)
            for (size_t j = 0; j < PAGES; j++)
                if (tdg_address_same(pages[i][form], pages[j][0]) != (i == j) ||
                    tdg_address_differs(pages[j][0], pages[i][form]) != (i != j))
                    fail_msg("%s, %s", pages[i][form], pages[j][0]);
}

static void a_whole_site_is_no_page(void **state)
{
    (void)state;
    static const char *const sites[] = {
        "https://a.example/",         "http://www.a.example", "https://m.a.example/index.html",
        "https://a.example/amp/",     "a.example/",           "https://a.example/?utm_source=x",
        "https://a.example:443/?&#x",
    };
    char room[TDG_ADDRESS_ROOM];
    for (size_t i = 0; i < sizeof sites / sizeof *sites; i++) {
        assert_false(tdg_address_is_page(tdg_address_key(room, sites[i])));
        assert_false(tdg_address_same(sites[i], sites[0]));
        assert_false(tdg_address_differs(sites[i], sites[0]));
        assert_true(tdg_address_differs(sites[i], "https://b.example/"));
    }
    assert_false(tdg_address_same("", ""));
    assert_false(tdg_address_differs("", sites[0]));
    assert_false(tdg_address_is_page(tdg_address_key(room, "https://")));
}

static void what_does_not_fit_is_its_own_key(void **state)
{
    (void)state;
    char room[TDG_ADDRESS_ROOM], url[TDG_ADDRESS_ROOM + 8];
    for (size_t length = TDG_ADDRESS_ROOM - 4; length < sizeof url; length++) {
        snprintf(url, sizeof url, "//a?%0*d", (int)length - 4, 7);
        const char *key = tdg_address_key(room, url);
        assert_true(key == room ? strlen(key) < TDG_ADDRESS_ROOM : key == url);
        assert_true(tdg_address_same(url, url));
    }
    assert_true(tdg_address_key(room, url) == url);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(forms_of_an_address_are_one_page),
        cmocka_unit_test(a_whole_site_is_no_page),
        cmocka_unit_test(what_does_not_fit_is_its_own_key),
        cmocka_unit_test(only_what_says_how_a_reader_came_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
