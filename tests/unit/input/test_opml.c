// SPDX-License-Identifier: GPL-3.0-or-later
/* Lists of feeds. */
#include <tidings/types.h>

#include "unit/input/reading.h"

#define FEED(title) "<rss><channel><item><title>" title "</title></item></channel></rss>"

static void files_of_the_folder_are_read(void **state)
{
    (void)state;
    struct reading reading;
    char link[256];
    reading_init(&reading);
    make_folder("o");
    make_folder("o/sub");
    write_text("outside.xml", FEED("outside"));
    write_text("o/a.xml", FEED("a"));
    write_text("o/sub/b.xml", FEED("b"));
    write_text("o/inner.opml", "<opml><outline xmlUrl='a.xml'/></opml>");
    path_of(link, "o/link.xml");
    assert_int_equal(symlink("../outside.xml", link), 0);
    write_text(
        "o/list.opml",
        "<?xml version='1.0'?><opml><body><outline text='News'><outline xmlUrl='sub/b.xml'/>"
        "<outline xmlUrl='http://n.example/f'/><outline xmlUrl='https://n.example/g'/></outline>"
        "<outline url='a.xml'/><outline xmlUrl='../outside.xml'/><outline xmlUrl='link.xml'/>"
        "<outline xmlUrl='gone.xml'/><outline xmlUrl='sub'/><outline xmlUrl='inner.opml'/>"
        "</body></opml>");
    read_on(&reading, "o/list.opml");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "b a ");
    static const char *const wanted[] = {
        "o/../outside.xml:0 named in ",
        "o/link.xml:0 named in ",
        "o/gone.xml:0 named in ",
        "o/sub:0 named in ",
        "but outside of its folder\n",
        "but not there\n",
        "but not a file that can be read\n",
        "o/list.opml:0 2 feeds on the web not downloaded: http://n.example/f, …\n",
        "o/list.opml:0 not taken for articles: ",
    };
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        if (!strstr(reading.told, wanted[i]))
            fail_msg("not told: %s\nbut\n%s", wanted[i], reading.told);
    reading_done(&reading);
}

static void a_list_in_a_folder_says_nothing_new(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    make_folder("p");
    write_text("p/a.xml", FEED("a"));
    write_text("p/list.opml", "<opml><outline xmlUrl='a.xml'/></opml>");
    read_on(&reading, "p");
    assert_string_equal(titles(&reading), "a ");
    assert_string_equal(reading.told, "p/list.opml:0 not taken for an article\n"
                                      "p:0 not taken for articles: list.opml\n");
    reading_done(&reading);
}

static void lists_of_the_web_are_told(void **state)
{
    (void)state;
    static const struct input_row rows[] = {
        {"w.opml", "<opml><outline xmlUrl='http://a.example'/></opml>", "",
         "0 a list of 1 feed on the web, which is not downloaded: http://a.example\n"},
        {"n.opml", "<opml><outline text='nothing'/></opml>", "", "0 contains no articles\n"},
        {"x.opml", "<opml><outline xmlUrl='http://a.example'/></op", "",
         "0 faulty markup; the rest of the list is not read\n"
         "0 a list of 1 feed on the web, which is not downloaded: http://a.example\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(files_of_the_folder_are_read),
        cmocka_unit_test(a_list_in_a_folder_says_nothing_new),
        cmocka_unit_test(lists_of_the_web_are_told),
    };
    return RUN_IN_FOLDER(tests);
}
