// SPDX-License-Identifier: GPL-3.0-or-later
/* What a folder holds beside its articles, and files that are no articles. */
#include "input/beside.h"

#include <tidings/types.h>

#include "input/kind.h"
#include "unit/input/reading.h"

static void kinds_by_their_bytes(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t length;
        const char *kind;
    } rows[] = {
        {"%PDF-1.4\n", 9, "PDF files"},
        {"{\\rtf1\\ansi", 11, "RTF documents"},
        {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8, "Word and Excel files of before 2007"},
        {"\x89PNG\r\n\x1a\n", 8, "PNG images"},
        {"\xff\xd8\xff\xe0", 4, "JPEG images"},
        {"GIF89a\1\0", 8, "GIF images"},
        {"SQLite format 3\0", 16, "SQLite databases"},
        {"PAR1\x15\0", 6, "Parquet files"},
        {"\x7f\x45\x4c\x46\2", 5, "programs"},
        {"MZ\x90\0", 4, "programs"},
        {"RIFF\1\0\0\0WEBP", 12, "WebP images"},
        {"\0\0\0\x18\x66typmp42", 12, "videos"},
        {"MZ is how this text begins", 26, NULL}, /* nothing but letters */
        {"BM, RIFF and GIF8 are words", 27, NULL},
        {"{\"title\":1}", 11, NULL},
        {"", 0, NULL},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const char *kind = tdg_kind_of_bytes(rows[i].bytes, rows[i].length);
        if (!rows[i].kind)
            assert_null(kind);
        else
            assert_string_equal(kind, rows[i].kind);
    }
}

static void kinds_by_their_names(void **state)
{
    (void)state;
    static const char *const explains[] = {
        "README",       "a/readme.md",         "x.zip:LICENSE-MIT", "Codebook.txt",    "COPYING",
        "README.de.md", "data dictionary.txt", "columns.csv",       "datapackage.json"};
    static const char *const others[] = {"story.txt", "licensed-to-kill.txt", "noticeable.md",
                                         "columnist.txt"};
    for (size_t i = 0; i < sizeof explains / sizeof *explains; i++)
        assert_true(tdg_kind_explains(explains[i]));
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        assert_false(tdg_kind_explains(others[i]));
    assert_string_equal(tdg_kind_of_source("a/fetch.py", "", 0), "Python scripts");
    assert_string_equal(tdg_kind_of_source("Model.R", "", 0), "R scripts");
    assert_string_equal(tdg_kind_of_source("a/Makefile", "", 0), "build files");
    assert_string_equal(tdg_kind_of_source("run", "#!/bin/sh\n", 10), "scripts");
    assert_null(tdg_kind_of_source("story.txt", "#! is how", 9));
    assert_null(tdg_kind_of_source("makefile.txt", "", 0));
}

/* In a folder with records texts that explain them are no articles. */
static void texts_beside_records(void **state)
{
    (void)state;
    struct reading reading;
    static char rows[4096] = "title,date\n";
    for (size_t i = 0; i < 30; i++)
        snprintf(rows + strlen(rows), 64, "t,2023-03-%02zu\n", i + 1);
    make_folder("data");
    make_folder("data/sub");
    write_text("data/README.md", "about\ntext\n");
    write_text("data/fetch.py", "import this\n");
    write_text("data/notes.txt", "notes\ntext\n");
    write_text("data/sub/LICENSE", "licence\ntext\n");
    write_text("data/sub/story_2023-03-01.txt", "story\ntext\n");
    write_text("data/sub/run", "#!/bin/sh\n");
    write_text("data/z.csv", rows);
    reading_init(&reading);
    read_on(&reading, "data");
    assert_int_equal(reading.status, TDG_OK);
    assert_int_equal(reading.articles.count, 31);
    assert_string_equal(reading.articles.items[0].title, "story");
    assert_int_equal(reading.articles.skipped, 0);
    assert_string_equal(
        reading.told, "data/fetch.py:0 not taken for an article\n"
                      "data/sub/run:0 not taken for an article\n"
                      "data/README.md:0 not taken for an article\n"
                      "data/notes.txt:0 not taken for an article\n"
                      "data/sub/LICENSE:0 not taken for an article\n"
                      "data:0 not taken for articles: fetch.py, sub/run, README.md, notes.txt and "
                      "1 more\n");
    reading_done(&reading);
}

/* In a folder of texts each of them is one, and so is what was asked for by name. */
static void texts_by_themselves(void **state)
{
    (void)state;
    struct reading reading;
    make_folder("texts");
    write_text("texts/README.md", "about\ntext\n");
    write_text("texts/a.txt", "a\ntext\n");
    write_text("texts/b.md", "b\ntext\n");
    reading_init(&reading);
    read_on(&reading, "texts");
    assert_string_equal(titles(&reading), "about a b ");
    assert_string_equal(reading.told, "");
    reading_done(&reading);
    reading_init(&reading);
    read_on(&reading, "texts/README.md");
    assert_string_equal(titles(&reading), "about ");
    reading_done(&reading);
    static const struct input_row rows[] = {
        {"alone.py", "import this\n", "", "0 Python scripts are not supported\n"},
        {"alone.yml", "a: b\n", "", "0 YAML files are not supported\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check_row(&rows[i]);
    make_folder("few"); /* as many undated texts as records: they are articles */
    write_text("few/a.txt", "a\ntext\n");
    write_text("few/b.jsonl", "{\"title\":\"b\"}\n");
    reading_init(&reading);
    read_on(&reading, "few");
    assert_string_equal(titles(&reading), "a b ");
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(kinds_by_their_bytes),
        cmocka_unit_test(kinds_by_their_names),
        cmocka_unit_test(texts_beside_records),
        cmocka_unit_test(texts_by_themselves),
    };
    return RUN_IN_FOLDER(tests);
}
