// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/text.h"

#include <tidings/types.h>

#include "unit/check.h"

static char *bytes;
static size_t size;

static FILE *begin(void)
{
    FILE *stream = open_memstream(&bytes, &size);
    assert_non_null(stream);
    return stream;
}

static void assert_written(FILE *stream, const char *expected)
{
    assert_int_equal(fclose(stream), 0);
    assert_string_equal(bytes, expected);
    free(bytes);
}

static void words_of_strangers(void **state)
{
    (void)state;
    static const struct {
        const char *text, *html;
    } rows[] = {
        {"", ""},
        {"plain – Köln 数据 😀", "plain – Köln 数据 😀"},
        {"<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"},
        {"\" onload='x' &amp; <!--", "&quot; onload=&#39;x&#39; &amp;amp; &lt;!--"},
        {"two\nlines\ttab\x1b[31m", "two lines tab [31m"},
        {"rtl \xE2\x80\xAE x \xC2\x9B y \xE2\x80\xA8 z", "rtl   x   y   z"},
        {"not UTF-8 \xFF.", "not UTF-8 \xEF\xBF\xBD."},
        {"cut off \xE2\x82", "cut off \xEF\xBF\xBD\xEF\xBF\xBD"},
        {"too long \xC0\xBC", "too long \xEF\xBF\xBD\xEF\xBF\xBD"}, /* a "<" in two bytes */
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *stream = begin();
        tdg_html_text(stream, rows[i].text);
        assert_written(stream, rows[i].html);
    }
}

/* Whatever the bytes: no tag, no quote, no ampersand but those of an entity. */
static void random_bytes_stay_text(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 2000; round++) {
        char text[40];
        for (size_t i = 0; i < sizeof text - 1; i++) {
            seed = seed * 1103515245U + 12345U;
            unsigned draw = seed >> 16;
            text[i] = draw % 3 ? "<>&\"'/-!= "[draw / 3 % 10] : (char)(1 + draw / 3 % 255);
        }
        text[sizeof text - 1] = '\0';
        FILE *stream = begin();
        tdg_html_text(stream, text);
        assert_int_equal(fclose(stream), 0);
        assert_null(strpbrk(bytes, "<>\"'"));
        for (const char *at = bytes; (at = strchr(at, '&')); at++)
            assert_non_null(memchr(at, ';', 6));
        free(bytes);
    }
}

static void only_addresses_of_the_web_are_links(void **state)
{
    (void)state;
    static const struct {
        const char *url, *html;
    } rows[] = {
        {"https://x.example/a?b=1&c=2", "<a class=\"out\" rel=\"noopener noreferrer\" "
                                        "href=\"https://x.example/a?b=1&amp;c=2\">a &lt; b</a>"},
        {"HTTP://x.example/\"><script>'", "<a class=\"out\" rel=\"noopener noreferrer\" "
                                          "href=\"HTTP://x.example/%22%3E%3Cscript%3E%27\">"
                                          "a &lt; b</a>"},
        {"https://x.example/\xE2\x80\xAEgnp", "<a class=\"out\" rel=\"noopener noreferrer\" "
                                              "href=\"https://x.example/%E2%80%AEgnp\">"
                                              "a &lt; b</a>"},
        {"javascript:alert(1)", "a &lt; b"},
        {" javascript:alert(1)", "a &lt; b"},
        {"data:text/html,x", "a &lt; b"},
        {"//x.example", "a &lt; b"},
        {"file:///etc/passwd", "a &lt; b"},
        {"", "a &lt; b"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        FILE *stream = begin();
        tdg_html_link(stream, "a < b", rows[i].url);
        assert_written(stream, rows[i].html);
    }
}

static void numbers_carry_their_value(void **state)
{
    (void)state;
    FILE *stream = begin();
    tdg_html_count(stream, 12345);
    tdg_html_share(stream, 0.12345);
    tdg_html_points(stream, 0.0149);
    tdg_html_points(stream, -0.0149);
    tdg_html_points(stream, -0.0001);
    tdg_html_q(stream, 0.00001);
    tdg_html_q(stream, 0.0123);
    assert_written(stream, "<data value=\"12345\">12,345</data>"
                           "<data class=\"share\" value=\"0.12345\">12.3&nbsp;%</data>"
                           "<data class=\"points\" value=\"1.49\">+1.5</data>"
                           "<data class=\"points\" value=\"-1.49\">-1.5</data>"
                           "<data class=\"points\" value=\"-0.01\">0.0</data>"
                           "q &lt; <data class=\"q\" value=\"0.001\">0.001</data>"
                           "q = <data class=\"q\" value=\"0.012\">0.012</data>");
}

static void counts_lead_to_articles(void **state)
{
    (void)state;
    FILE *stream = begin();
    tdg_html_count_of(stream, 3, "T1", "T1@2024-W01");
    tdg_html_count_of(stream, 0, "T1", "T1");
    tdg_html_count_from(stream, 1, "all", 4);
    assert_written(stream, "<a class=\"count\" href=\"#T1\" data-list=\"T1@2024-W01\">"
                           "<data value=\"3\">3</data></a><data value=\"0\">0</data>"
                           "<a class=\"count\" href=\"#made\" data-list=\"all=4\">"
                           "<data value=\"1\">1</data></a>");
}

static void days(void **state)
{
    (void)state;
    FILE *stream = begin();
    tdg_html_time(stream, 1704067200);
    tdg_html_time(stream, TDG_NO_DATE);
    tdg_html_days(stream, "2024-01-01", "2024-01-01");
    tdg_html_days(stream, "2024-01-01", "2024-01-07");
    assert_written(stream,
                   "<time datetime=\"2024-01-01\">2024-01-01</time>undated"
                   "<span class=\"days\"><time datetime=\"2024-01-01\">2024-01-01</time></span>"
                   "<span class=\"days\"><time datetime=\"2024-01-01\">2024-01-01</time> to "
                   "<time datetime=\"2024-01-07\">2024-01-07</time></span>");
}

static void no_line_ends_before_a_percent_sign(void **state)
{
    (void)state;
    FILE *stream = begin();
    tdg_html_sentence(stream, "“R&D” rose to 3.5 % of coverage");
    assert_written(stream, "“R&amp;D” rose to 3.5&nbsp;% of coverage");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_strangers),
        cmocka_unit_test(random_bytes_stay_text),
        cmocka_unit_test(only_addresses_of_the_web_are_links),
        cmocka_unit_test(numbers_carry_their_value),
        cmocka_unit_test(counts_lead_to_articles),
        cmocka_unit_test(days),
        cmocka_unit_test(no_line_ends_before_a_percent_sign),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
