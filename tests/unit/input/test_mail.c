// SPDX-License-Identifier: GPL-3.0-or-later
/* Mail: one message, and mailboxes. */
#include "input/mime.h"

#include <tidings/types.h>

#include "unit/input/reading.h"

#define HEAD                                                                                       \
    "Date: Wed, 01 Mar 2023 10:00:00 +0100 (CET)\nMIME-Version: 1.0\nMessage-ID: <1@h.example>\n"

static void encoded_words_are_decoded(void **state)
{
    (void)state;
    static const struct {
        const char *value, *text;
    } rows[] = {
        {"plain  text", "plain  text"},
        {"folded\r\n line", "folded line"},
        {"=?utf-8?q?Z=C3=B6lle_und?= Handel", "Z\xc3\xb6lle und Handel"},
        {"=?UTF-8?B?WsO2bGxl?=", "Z\xc3\xb6lle"},
        {"a =?iso-8859-1?Q?=E4?= b", "a \xc3\xa4 b"},
        {"=?utf-8?q?a?=\r\n =?utf-8?q?b?=", "ab"},
        {"=?utf-8?q?=C3?= =?utf-8?q?=A4?=", "\xc3\xa4"}, /* a character cut in two */
        {"=?utf-8?q?a?= =?iso-8859-1?q?=E4?=", "a\xc3\xa4"},
        {"=?utf-8*de?q?a?=", "a"},
        {"=?koi8-r?B?8NLJ18XU?=", "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82"},
        {"=?utf-8?x?a?= =?broken", "=?utf-8?x?a?= =?broken"},
        {"=?utf-8?q?a=3?=", "a=3"},
        {"raw \xe4", "raw \xc3\xa4"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_buffer text = {0};
        struct tdg_slice value = {rows[i].value, strlen(rows[i].value)};
        assert_int_equal(tdg_mime_words(&text, value), TDG_OK);
        assert_string_equal(text.text ? text.text : "", rows[i].text);
        tdg_buffer_done(&text);
    }
}

static void a_message_is_an_article(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("m.eml", "From: =?utf-8?q?The_H=C3=A9rald?= <n@h.example>\r\n"
                        "Subject: =?utf-8?b?WsO2bGxl?=\r\n =?utf-8?q?_steigen?=\r\n"
                        "Archived-At: <http://h.example/1>\r\nContent-Language: de\r\n" HEAD
                        "Content-Transfer-Encoding: quoted-printable\r\n\r\n"
                        "Ein K=C3=B6rper, der um=\r\nbrochen ist.\r\n");
    read_on(&reading, "m.eml");
    assert_int_equal(reading.articles.count, 1);
    const struct tdg_article *article = reading.articles.items;
    assert_string_equal(article->title, "Z\xc3\xb6lle steigen");
    assert_string_equal(article->source, "The H\xc3\xa9rald");
    assert_string_equal(article->id, "1@h.example");
    assert_string_equal(article->url, "http://h.example/1");
    assert_string_equal(article->language, "de");
    assert_string_equal(article->body, "Ein K\xc3\xb6rper, der umbrochen ist.");
    assert_int_equal(article->published, 1677661200);
    assert_string_equal(reading.told, "");
    reading_done(&reading);
}

/* The body that comes of a message. */
static void body_is(const char *message, const char *body)
{
    struct reading reading;
    reading_init(&reading);
    write_text("b.eml", message);
    read_on(&reading, "b.eml");
    assert_int_equal(reading.status, TDG_OK);
    assert_int_equal(reading.articles.count, 1);
    assert_string_equal(reading.articles.items[0].body, body);
    reading_done(&reading);
}

#define LONG                                                                                       \
    "A plain text that is long enough to be the newsletter itself and not only a line that sends " \
    "its readers to the web. A plain text that is long enough to be the newsletter itself, and "   \
    "not only a line for those who read plain text."

static void the_text_of_a_message(void **state)
{
    (void)state;
    body_is(
        "Subject: s\n" HEAD "Content-Type: multipart/alternative; boundary=\"x y\"\n\npreamble\n"
        "--x y\nContent-Type: text/plain\n\n" LONG "\n--x y\nContent-Type: text/html\n\n<p>h</p>\n"
        "--x y--\nepilogue\n",
        LONG);
    body_is("Subject: s\n" HEAD "Content-Type: multipart/alternative; boundary=x\n\n"
            "--x\n\nView in browser\n--x\nContent-Type: text/html\n\n<p>h</p>\n--x--\n",
            "<p>h</p>");
    body_is(
        "Subject: s\n" HEAD "Content-Type: multipart/mixed; boundary=x\n\n--x\n"
        "Content-Type: multipart/related; boundary=xx\n\n--xx\n\none\n--xx--\n--x\n"
        "Content-Type: application/pdf\n\nno\n--x\nContent-Disposition: attachment\n\nno\n--x\n"
        "Content-Type: message/rfc822\n\nSubject: t\nContent-Transfer-Encoding: base64\n\ndHdv\n",
        "one\n\n\ntwo");
    body_is("Subject: s\n" HEAD "Content-Type: text/plain; charset=koi8-r\n"
            "Content-Transfer-Encoding: base64\n\n8NLJ18XU\n",
            "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82");
    body_is("Subject: s\n" HEAD
            "Content-Type: text/plain; charset=nonsense\n\nstr\xe4nge words, m\xf6re\n",
            "str\xc3\xa4nge words, m\xc3\xb6re");
}

static void parts_have_a_limit(void **state)
{
    (void)state;
    static char text[1 << 16];
    size_t length = (size_t)snprintf(text, sizeof text, "Subject: s\n" HEAD);
    for (int i = 0; i < 50; i++)
        length += (size_t)snprintf(text + length, sizeof text - length,
                                   "Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n", i, i);
    struct input_row row = {"deep.eml", text, "s ",
                            "3 parts nested too deep, or too many of them, "
                            "were not read\n"};
    row.told = "1 parts nested too deep, or too many of them, were not read\n";
    check_row(&row);
    length = (size_t)snprintf(text, sizeof text,
                              "Subject: s\n" HEAD "Content-Type: multipart/mixed; boundary=b\n\n");
    while (length < 20000)
        length += (size_t)snprintf(text + length, sizeof text - length, "--b\n\nx\n");
    row.name = "many.eml";
    check_row(&row);
}

static void mailboxes_are_parted(void **state)
{
    (void)state;
    static const struct input_row rows[] = {
        {"two.mbox",
         "From a@b Wed Mar  1 10:00:00 2023\nSubject: one\n\ntext\nFrom here on\n\n>From b\n\n"
         "From is no start\n\nFrom a@b Thu Mar  2 10:00:00 2023\nSubject: two\n\ntext\n",
         "one two ", ""},
        {"unnamed", "From a@b Wed Mar  1 10:00:00 2023\nSubject: one\n\ntext\n", "one ", ""},
        {"message", "Received: x\nFrom: a@b\nSubject: one\n" HEAD "\ntext\n", "one ", ""},
        {"letter.txt", "Date: 1 March 2023\nDear Sir\n\ntext\n", "Dear Sir ", ""},
        {"letter2.txt", "From: a friend\nDate: 1 March 2023\n\ntext\n", "From: a friend ", ""},
        {"empty.mbox", "From a@b Wed Mar  1 10:00:00 2023\n\n", "", "0 contains no articles\n"},
        {"uu.eml", "Subject: s\nContent-Transfer-Encoding: x-uuencode\n\nM1\n", "s ",
         "1 unknown content-transfer-encoding\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(encoded_words_are_decoded), cmocka_unit_test(a_message_is_an_article),
        cmocka_unit_test(the_text_of_a_message),     cmocka_unit_test(parts_have_a_limit),
        cmocka_unit_test(mailboxes_are_parted),
    };
    return RUN_IN_FOLDER(tests);
}
