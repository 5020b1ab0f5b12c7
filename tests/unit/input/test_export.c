// SPDX-License-Identifier: GPL-3.0-or-later
/* Exports of press databases that are text. */
#include <tidings/types.h>

#include "unit/input/reading.h"

#define END "Document NYTF000020200212eg2c0001\n\n"
#define RULE "____________________________________________________________\n"

static const struct {
    const char *name, *text;
} files[] = {
    {"coded.txt",
     "SE\nDesk\nHD\nThe title\ngoes on\nBY\nA. B.\nPD\n12 February 2020\nSN\nThe Herald\n"
     "LP\n\nFirst paragraph.\n\nTD\n\nUS trade went on.\nIN no code\n\nNS\nc13\nAN\n" END},
    {"tabs.txt",
     "HD\tThe title goes on\nPD\t12 February 2020\nSN\tThe Herald\nLP\tFirst paragraph.\n"
     "TD\tUS trade went on.\nIN no code\n\n" END},
    {"plain.txt",
     "The title goes on\n\nBy A. B.\n1,500 words\n12 February 2020\n10:15\nThe Herald\nNYTF\n"
     "English\n(c) 2020 N\n\nFirst paragraph.\n\nUS trade went on.\nIN no code\n\n" END},
    {"proquest.txt", RULE
     "\nDocument 1 of 1\n\nThe title goes on\n\nAuthor: A\n\nAbstract: Short.\n\nFull text: First "
     "paragraph.\n\nUS trade went on.\nIN no code\n\nSubject: x\n\nPublication title: The Herald\n"
     "Publication date: Feb 12, 2020\nProQuest document ID: NYTF000020200212eg2c0001\n" RULE
     "\nContact us\n"},
    {"uni.txt",
     "The title goes on\nThe Herald\nFebruary 12, 2020 Wednesday\nCopyright 2020\nLength: 9 words\n"
     "Body\n\nFirst paragraph.\n\nUS trade went on.\nIN no code\nLoad-Date: x\n\nEnd of "
     "Document\n"},
};

static void each_is_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        struct reading reading;
        reading_init(&reading);
        write_text(files[i].name, files[i].text);
        read_on(&reading, files[i].name);
        assert_int_equal(reading.status, TDG_OK);
        assert_string_equal(reading.told, "");
        assert_string_equal(titles(&reading), "The title goes on ");
        const struct tdg_article *article = reading.articles.items;
        assert_string_equal(article->source, "The Herald");
        assert_int_equal(article->published, 1581465600);
        assert_non_null(strstr(article->body, "First paragraph."));
        assert_non_null(strstr(article->body, "US trade went on.\nIN no code"));
        assert_null(strstr(article->body, "c13"));
        assert_null(strstr(article->body, "Short"));
        if (strcmp(files[i].name, "uni.txt") != 0)
            assert_string_equal(article->id, "NYTF000020200212eg2c0001");
        reading_done(&reading);
    }
}

/* Several documents, and prose that only looks like one. */
static void documents_are_parted(void **state)
{
    (void)state;
    static const struct input_row rows[] = {
        {"two.txt",
         "HD\none\nPD\n1 March 2023\nSN\nN\nLP\n\nx\n\n" END
         "HD\ntwo\nPD\n2 March 2023\nSN\nN\nTD\n\ny\n\n" END,
         "one two ", ""},
        {"three.txt",
         "one\nN\nMarch 1, 2023\nBody\nx\nEnd of Document\n\n\ntwo\nN\nMarch 2, 2023\nBody\ny\nEnd "
         "of "
         "Document\nthree\nN\nMarch 3, 2023\nBody\nz\n",
         "one two three ", ""},
        {"prose.txt", "A title\n\n500 words\n\nPD is not a date, and IN is a word.\n", "A title ",
         ""},
        {"ruled.txt", "A title\n" RULE "text\n", "A title ", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

static void documents_have_a_limit(void **state)
{
    (void)state;
    static char text[1 << 13];
    struct reading reading;
    size_t length =
        (size_t)snprintf(text, sizeof text, "HD\nlong\nPD\n1 March 2023\nSN\nN\nLP\n\n");
    while (length < 4000)
        length += (size_t)snprintf(text + length, sizeof text - length, "words and words\n");
    snprintf(text + length, sizeof text - length,
             END "HD\nshort\nPD\n1 March 2023\nSN\nN\nTD\n\ny\n" END);
    reading_init(&reading);
    reading.options.max_record = 1000;
    write_text("long.txt", text);
    read_on(&reading, "long.txt");
    assert_string_equal(titles(&reading), "short ");
    assert_string_equal(reading.told,
                        "long.txt:1 a document longer than the limit of 1000 bytes\n");
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_is_read),
        cmocka_unit_test(documents_are_parted),
        cmocka_unit_test(documents_have_a_limit),
    };
    return RUN_IN_FOLDER(tests);
}
