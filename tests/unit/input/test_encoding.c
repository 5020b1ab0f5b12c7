// SPDX-License-Identifier: GPL-3.0-or-later
#include <iconv.h>
#include <stddef.h>

#include <tidings/error.h>

#include "unit/input/reading.h"

static const char text[] = "title,body\nStraße nach Łódź,Čas běží, říká „ona“ – 5 €\n"
                           "Москва,Собрание перенесено на вторник из-за снега в городе\n";

/* A file in that encoding, with a mark at its beginning where iconv makes one. */
static void write_encoded(const char *name, const char *utf8, const char *encoding)
{
    static char bytes[1 << 18];
    char *from = (char *)(uintptr_t)utf8, *to = bytes;
    size_t left = strlen(utf8), room = sizeof bytes;
    iconv_t conversion = iconv_open(encoding, "UTF-8");
    assert_true(conversion != (iconv_t)-1);
    assert_int_equal(iconv(conversion, &from, &left, &to, &room), 0);
    iconv_close(conversion);
    write_bytes(name, bytes, sizeof bytes - room);
}

static void unicode_is_found(void **state)
{
    (void)state;
    static const char *const encodings[] = {"UTF-8",    "UTF-16",   "UTF-32",  "UTF-16LE",
                                            "UTF-16BE", "UTF-32LE", "UTF-32BE"};
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++) {
        struct reading reading;
        reading_init(&reading);
        write_encoded("u.csv", text, encodings[i]);
        read_on(&reading, "u.csv");
        if (reading.articles.count != 1)
            fail_msg("%s: %s", encodings[i], reading.told);
        assert_int_equal(reading.articles.count, 1);
        assert_string_equal(reading.articles.items[0].title, "Москва");
        reading_done(&reading);
    }
}

static void single_bytes_are_found(void **state)
{
    (void)state;
    static const struct {
        const char *encoding, *title, *body;
    } rows[] = {
        {"windows-1252", "Straße", "Größere Bäche führen Hochwasser – über 5 € Schaden je Meter"},
        {"windows-1251", "Москва", "Собрание перенесено на вторник из-за снега в городе"},
        {"SHIFT_JIS", "東京", "会議は雪のため火曜日に延期されたと市が発表した"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char csv[1024];
        struct reading reading;
        reading_init(&reading);
        snprintf(csv, sizeof csv, "title,body\n%s,%s\nplain,ascii\n", rows[i].title, rows[i].body);
        write_encoded("s.csv", csv, rows[i].encoding);
        read_on(&reading, "s.csv");
        assert_int_equal(reading.articles.count, 2);
        assert_string_equal(reading.articles.items[0].title, rows[i].title);
        assert_string_equal(reading.articles.items[0].body, rows[i].body);
        assert_non_null(strstr(reading.told, "read as"));
        assert_null(strchr(strchr(reading.told, '\n') + 1, '\n')); /* once */
        reading_done(&reading);
    }
}

/* A file that begins with a hundred thousand bytes of ASCII. */
static void what_comes_late_is_found(void **state)
{
    (void)state;
    static char csv[1 << 17];
    struct reading reading;
    reading_init(&reading);
    size_t length = (size_t)snprintf(csv, sizeof csv, "title\n");
    while (length < 100000)
        length += (size_t)snprintf(csv + length, sizeof csv - length, "plain words\n");
    snprintf(csv + length, sizeof csv - length, "Größere Bäche führen Hochwasser\n");
    write_encoded("late.csv", csv, "windows-1252");
    read_on(&reading, "late.csv");
    assert_string_equal(reading.articles.items[reading.articles.count - 1].title,
                        "Größere Bäche führen Hochwasser");
    reading_done(&reading);
}

static void utf8_with_a_fault_stays_utf8(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("f.csv", "title\nGrößere Bäche\nkap\xff"
                        "utt und schön\n");
    read_on(&reading, "f.csv");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.articles.items[0].title, "Größere Bäche");
    assert_string_equal(reading.articles.items[1].title, "kap\xef\xbf\xbdutt und schön");
    reading_done(&reading);
}

static void marks_at_line_starts_are_dropped(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("m.jsonl",
               "\xef\xbb\xbf\xef\xbb\xbf{\"title\":\"a\"}\n\xef\xbb\xbf{\"title\":\"b\"}\n");
    read_on(&reading, "m.jsonl");
    assert_int_equal(reading.articles.count, 2);
    assert_string_equal(reading.told, "");
    reading_done(&reading);
}

static void an_encoding_can_be_forced(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_encoded("f.csv", "title\nŁódź\n", "ISO-8859-2");
    reading.options.encoding = "ISO-8859-2";
    read_on(&reading, "f.csv");
    assert_string_equal(reading.articles.items[0].title, "Łódź");
    assert_string_equal(reading.told, "");
    reading_done(&reading);
    reading_init(&reading);
    reading.options.encoding = "ISO-0";
    read_on(&reading, "f.csv");
    assert_int_equal(reading.status, TDG_EINVAL);
    reading_done(&reading);
    reading_init(&reading);
    write_text("g.csv", "title\na\xff\xff z\n");
    reading.options.encoding = "UTF-16LE";
    read_on(&reading, "g.csv");
    assert_int_equal(reading.status, TDG_OK);
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unicode_is_found),
        cmocka_unit_test(single_bytes_are_found),
        cmocka_unit_test(what_comes_late_is_found),
        cmocka_unit_test(utf8_with_a_fault_stays_utf8),
        cmocka_unit_test(marks_at_line_starts_are_dropped),
        cmocka_unit_test(an_encoding_can_be_forced),
    };
    return RUN_IN_FOLDER(tests);
}
