// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/markdown_text.h"

#include "unit/check.h"

static void words_of_strangers(void **state)
{
    (void)state;
    /* address NULL: the text alone */
    static const struct {
        const char *text, *address, *markdown;
    } rows[] = {
        {"plain, with - dash. And: colon!", NULL, "plain, with - dash. And: colon!"},
        {"<script>alert(1)</script> & co", NULL, "&lt;script&gt;alert(1)&lt;/script&gt; &amp; co"},
        {"&lt;b&gt;", NULL, "&amp;lt;b&amp;gt;"},
        {"*a* _b_ `c` ~d~ #1 $2 @me", NULL, "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\#1 \\$2 \\@me"},
        {"![x](javascript:y)|z\\", NULL, "!\\[x\\](javascript:y)\\|z\\\\"},
        {"see https://x.example", NULL, "see https\\://x.example"},
        {"two\nlines\ttab\x1b[31m", NULL, "two lines tab \\[31m"},
        {"rtl \xE2\x80\xAE x \xC2\x9B y \xE2\x80\xA8 z", NULL, "rtl   x   y   z"},
        {"not UTF-8 \xFF.", NULL, "not UTF-8 \xEF\xBF\xBD."},
        {"Köln 数据", NULL, "Köln 数据"},
        {"a [b]", "https://x.example/p?q=1&r=2", "[a \\[b\\]](https://x.example/p?q=1&amp;r=2)"},
        {"a", "HTTP://X.example/(1) \"<\\>|", "[a](HTTP://X.example/%281%29%20%22%3C%5C%3E%7C)"},
        {"a", "javascript:alert(1)", "a"},
        {"a", "data:text/html,x", "a"},
        {"a", " https://x.example", "a"},
        {"a", "https:x", "a"},
        {"a", "", "a"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *bytes = NULL;
        size_t size = 0;
        FILE *stream = open_memstream(&bytes, &size);
        assert_non_null(stream);
        if (rows[i].address)
            tdg_write_link(stream, rows[i].text, rows[i].address);
        else
            tdg_write_escaped(stream, rows[i].text);
        assert_int_equal(fclose(stream), 0);
        assert_string_equal(bytes, rows[i].markdown);
        free(bytes);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(words_of_strangers),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
