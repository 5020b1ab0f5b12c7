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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_says_how_a_reader_came_goes),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
