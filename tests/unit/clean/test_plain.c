// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/plain.h"

#include <utf8proc.h>

#include "unit/articles.h"

struct row {
    const char *text;
    const char *plain;
};

static void check_rows(const struct row *rows, size_t count, bool one_line)
{
    struct tdg_clean_scratch scratch = {0};
    for (size_t i = 0; i < count; i++) {
        struct tdg_span plain;
        struct tdg_span text = {rows[i].text, strlen(rows[i].text)};
        assert_int_equal(tdg_plain(&scratch, text, one_line, &plain), 0);
        if (plain.length != strlen(rows[i].plain) ||
            memcmp(plain.text, rows[i].plain, plain.length) != 0)
            fail_msg("\"%s\" became \"%.*s\", not \"%s\"", rows[i].text, (int)plain.length,
                     plain.text, rows[i].plain);
    }
    tdg_clean_scratch_done(&scratch);
}

#define CHECK(rows, one_line) check_rows(rows, sizeof(rows) / sizeof *(rows), one_line)

static void blanks_collapse_and_line_breaks_stay(void **state)
{
    static const struct row rows[] = {
        {"", ""},
        {"  \n\t ", ""},
        {"plain", "plain"},
        {"  two   words ", "two words"},
        {"a\tb\vc", "a b\nc"},
        {"one\ntwo", "one\ntwo"},
        {"one \r\n two", "one\ntwo"},
        {"one\rtwo", "one\ntwo"},
        {"one\n\n\n\ntwo", "one\n\ntwo"},
        {"one\r\n \r\ntwo", "one\n\ntwo"},
        {"a\x01"
         "b\x7F",
         "a b"},
    };
    (void)state;
    CHECK(rows, false);
}

static void a_title_is_one_line(void **state)
{
    static const struct row rows[] = {
        {"one\n\ntwo", "one two"},
        {"<p>Huawei</p><p>banned</p>", "Huawei banned"},
        {"\xE2\x80\x9CQuoted\xE2\x80\x9D \xE2\x80\x93 it\xE2\x80\x99s",
         "\xE2\x80\x9CQuoted\xE2\x80\x9D \xE2\x80\x93 it\xE2\x80\x99s"},
    };
    (void)state;
    CHECK(rows, true);
}

static void markup_goes(void **state)
{
    static const struct row rows[] = {
        {"<p>One</p><p>Two</p>", "One\n\nTwo"},
        {"One<br>Two<br/>Three", "One\nTwo\nThree"},
        {"<b>Tr</b>ump <i>said</i>", "Trump said"},
        {"x<!-- a > b -->y", "xy"},
        {"x<!-- never closed", "x never closed"},
        {"a<script>if (a < b) alert('x')</script>b", "a b"},
        {"a<STYLE type=\"x\">p { }</style >b", "a b"},
        {"about the <script> element", "about the element"},
        {"<a href=\"http://x.y/?a=1&b=2\" title='a > b'>link</a>", "link"},
        {"<img src=\"x.png\"alt=\"\">caption", "caption"},
        {"<ul><li>One</li><li>Two</li></ul>", "One\n\nTwo"},
        {"<td>1</td><td>2</td>", "1 2"},
        {"<![CDATA[text]]>", "text"},
        {"<!DOCTYPE html><html><body>x", "x"},
        {"<o:p>Office</o:p>", "Office"},
        {"<media:content url=\"x\"/>y", "y"},
        {"&lt;p&gt;Hello &lt;b&gt;you&lt;/b&gt;&lt;/p&gt;", "Hello you"},
    };
    (void)state;
    CHECK(rows, false);
}

static void what_is_no_markup_keeps_its_words(void **state)
{
    static const struct row rows[] = {
        {"a < b", "a < b"},
        {"a<b and c>d", "a<b and c>d"},
        {"I <3 you", "I <3 you"},
        {"x <- y", "x <- y"},
        {"Acme Corp <ACME> fell", "Acme Corp <ACME> fell"},
        {"mail <john@example.org> now", "mail <john@example.org> now"},
        {"5 < 6 <", "5 < 6 <"},
        {"<", "<"},
        {"<p", "<p"},
        {"if a <b then", "if a <b then"},
        {"1 &lt; 2", "1 < 2"},
    };
    (void)state;
    CHECK(rows, false);
}

static void references_are_resolved(void **state)
{
    static const struct row rows[] = {
        {"AT&amp;T", "AT&T"},
        {"AT&T", "AT&T"},
        {"R&D; Q&A", "R&D; Q&A"},
        {"caf&eacute;", "caf\xC3\xA9"},
        {"&#8217;&#x2019;&#39;&apos;", "\xE2\x80\x99\xE2\x80\x99''"},
        {"&#39 x", "' x"},
        {"a&nbsp;b", "a b"},
        {"a&nbsp b", "a b"},
        {"AT&amp;amp;T &amp;nbsp;x", "AT&T x"},
        {"&amp;lt;b&amp;gt;bold", "bold"},
        {"&#146;", "\xE2\x80\x99"},
        {"x&#0;y&#xD800;z&#99999999999;", "x y z"},
        {"&nosuchname; &;&#;&#x;", "&nosuchname; &;&#;&#x;"},
        {"?a=1&copy=2", "?a=1&copy=2"},
    };
    (void)state;
    CHECK(rows, false);
}

static void unicode_takes_one_form(void **state)
{
    static const struct row rows[] = {
        {"cafe\xCC\x81", "caf\xC3\xA9"},                    /* e, combining acute */
        {"\xE2\x84\xAB", "\xC3\x85"},                       /* Ångström sign */
        {"co\xC2\xADoperate", "cooperate"},                 /* soft hyphen */
        {"zero\xE2\x80\x8Bwidth\xEF\xBB\xBF", "zerowidth"}, /* U+200B, U+FEFF */
        {"a\xC2\xA0"
         "b\xE3\x80\x80"
         "c",
         "a b c"},                          /* no-break, ideographic */
        {"it\xC2\x92s", "it\xE2\x80\x99s"}, /* Windows-1252 taken for Latin-1 */
        {"a\xE2\x80\xA8"
         "b\xE2\x80\xA9"
         "c",
         "a\nb\n\nc"}, /* U+2028, U+2029 */
        {"bad \xFF\xC3 bytes", "bad \xEF\xBF\xBD\xEF\xBF\xBD bytes"},
        {"\xED\x95\x9C\xEA\xB5\xAD", "\xED\x95\x9C\xEA\xB5\xAD"}, /* Hangul stays composed */
        {"ﬁnance oﬃce ﬂow ﬅ", "finance office flow st"},          /* ligatures */
        {"ＮＨＫの５Ｇ、（ｘ）！", "NHKの5G、（x）！"},           /* wide letters, not signs */
        {"𝐁𝐫𝐞𝐚𝐤𝐢𝐧𝐠 𝟗", "Breaking 9"},
    };
    (void)state;
    CHECK(rows, false);
}

static void a_letter_has_a_limited_number_of_marks(void **state)
{
    (void)state;
    enum { MARKS = 1000 };
    char text[1 + 2 * MARKS];
    text[0] = 'x';
    for (size_t i = 0; i < MARKS; i++)
        memcpy(text + 1 + 2 * i, "\xCC\xA3", 2);
    struct tdg_clean_scratch scratch = {0};
    struct tdg_span plain;
    assert_int_equal(tdg_plain(&scratch, (struct tdg_span){text, sizeof text}, false, &plain), 0);
    assert_int_equal(plain.length, 1 + 2 * 30);
    tdg_clean_scratch_done(&scratch);
}

/* Any bytes give valid UTF-8 without control characters, blanks at an end or in a row; and plain
 * text stays as it is. */
static void any_bytes_become_plain_text(void **state)
{
    (void)state;
    enum { ROUNDS = 4000, MOST = 120 };
    struct tdg_clean_scratch scratch = {0};
    unsigned seed = 7;
    char text[MOST + 1];
    for (int round = 0; round < ROUNDS; round++) {
        random_text(&seed, text, (size_t)round % MOST);
        struct tdg_span plain;
        assert_int_equal(tdg_plain(&scratch, (struct tdg_span){text, strlen(text)}, false, &plain),
                         0);
        for (size_t i = 0; i < plain.length; i++) {
            unsigned char byte = (unsigned char)plain.text[i];
            assert_true(byte == '\n' || (byte >= ' ' && byte != 0x7F));
            if (i && byte == ' ')
                assert_true(plain.text[i - 1] != ' ' && plain.text[i - 1] != '\n');
        }
        for (size_t i = 0; i < plain.length;) {
            utf8proc_int32_t point = 0;
            utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)plain.text + i,
                                                     (utf8proc_ssize_t)(plain.length - i), &point);
            assert_true(size > 0);
            i += (size_t)size;
        }
    }
    tdg_clean_scratch_done(&scratch);
}

/* Broken mark-up is read in linear time: this would take minutes if it were not. */
static void broken_markup_is_no_trap(void **state)
{
    (void)state;
    static const char *const traps[] = {"<a b=\"<", "<!--",         "<script>", "</",
                                        "<",        "<a b=\"c\" '", "&#",       "<p a='"};
    enum { SIZE = 1 << 20 };
    char *text = malloc(SIZE);
    assert_non_null(text);
    struct tdg_clean_scratch scratch = {0};
    for (size_t t = 0; t < sizeof traps / sizeof *traps; t++) {
        size_t size = strlen(traps[t]);
        for (size_t i = 0; i < SIZE; i++)
            text[i] = traps[t][i % size];
        struct tdg_span plain;
        assert_int_equal(tdg_plain(&scratch, (struct tdg_span){text, SIZE}, false, &plain), 0);
    }
    tdg_clean_scratch_done(&scratch);
    free(text);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(blanks_collapse_and_line_breaks_stay),
        cmocka_unit_test(a_title_is_one_line),
        cmocka_unit_test(markup_goes),
        cmocka_unit_test(what_is_no_markup_keeps_its_words),
        cmocka_unit_test(references_are_resolved),
        cmocka_unit_test(unicode_takes_one_form),
        cmocka_unit_test(a_letter_has_a_limited_number_of_marks),
        cmocka_unit_test(any_bytes_become_plain_text),
        cmocka_unit_test(broken_markup_is_no_trap),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
