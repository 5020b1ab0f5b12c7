// SPDX-License-Identifier: GPL-3.0-or-later
/* Folders, files of text, and what is compressed or packed. */
#include <archive.h>
#include <archive_entry.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "input/input.h"
#include "input/read.h"
#include "unit/input/packing.h"
#include "unit/input/reading.h"

static const struct member members[] = {
    {"a.jsonl", "{\"title\":\"a\"}\n{\"title\":\"b\"}\n", 0},
    {"sub/c.csv", "title,text\nc,x\n", 0},
    {"sub/\xc3\xbc_2019-02-26.txt", "d\nbody", 0},
    {".hidden", "x", 0},
    {"sub/.folder/x.txt", "x", 0},
};

enum { MEMBERS = sizeof members / sizeof *members };

/* The bytes of a file, to be freed. */
static char *load(const char *name, size_t length)
{
    char path[256];
    path_of(path, name);
    char *bytes = malloc(length);
    FILE *file = fopen(path, "rb");
    assert_non_null(bytes);
    assert_non_null(file);
    assert_int_equal(fread(bytes, 1, length, file), length);
    fclose(file);
    return bytes;
}

static void compressed_files_are_files(void **state)
{
    (void)state;
    static const int filters[] = {ARCHIVE_FILTER_NONE, ARCHIVE_FILTER_GZIP, ARCHIVE_FILTER_XZ,
                                  ARCHIVE_FILTER_ZSTD, ARCHIVE_FILTER_BZIP2};
    for (size_t i = 0; i < sizeof filters / sizeof *filters; i++) {
        struct reading reading;
        size_t length = pack("one", ARCHIVE_FORMAT_RAW, filters[i], members, 1);
        char *bytes = load("one", length);
        const struct member again = {"one", bytes, length};
        pack("two", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, &again, 1);
        reading_init(&reading);
        read_on(&reading, "one");
        read_on(&reading, "two");
        assert_string_equal(titles(&reading), "a b a b ");
        assert_string_equal(reading.told, "");
        assert_int_equal(reading.articles.items[3].line, 2);
        reading_done(&reading);
        free(bytes);
    }
}

static void members_are_files(void **state)
{
    (void)state;
    static const struct {
        int format, filter;
    } rows[] = {
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE},
        {ARCHIVE_FORMAT_TAR_PAX_RESTRICTED, ARCHIVE_FILTER_XZ},
        {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        char expected[256];
        reading_init(&reading);
        pack("p", rows[i].format, rows[i].filter, members, MEMBERS);
        read_on(&reading, "p");
        assert_int_equal(reading.status, TDG_OK);
        assert_string_equal(reading.told, "");
        assert_string_equal(titles(&reading), "a b c d ");
        const struct tdg_article *last = &reading.articles.items[3];
        assert_int_equal(last->published, 1551139200);
        path_of(expected, "p:sub/\xc3\xbc_2019-02-26.txt");
        assert_string_equal(reading.articles.files[last->file], expected);
        reading_done(&reading);
    }
}

/* A tar in a zip in a tar, and so on, up to a limit. */
static void archives_in_archives(void **state)
{
    (void)state;
    size_t length = pack("p", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, members, 1);
    for (int depth = 1; depth < 7; depth++) {
        struct reading reading;
        reading_init(&reading);
        read_on(&reading, "p");
        assert_int_equal(reading.status, TDG_OK);
        assert_string_equal(titles(&reading), depth <= 4 ? "a b " : "");
        if (depth == 5)
            assert_string_equal(reading.told, "p:n:n:n:n:a.jsonl:0 "
                                              "packed files nested more than 4 deep\n");
        char *bytes = load("p", length);
        const struct member outer = {"n", bytes, length};
        length = pack("p", depth % 2 ? ARCHIVE_FORMAT_ZIP : ARCHIVE_FORMAT_TAR_USTAR,
                      ARCHIVE_FILTER_NONE, &outer, 1);
        free(bytes);
        reading_done(&reading);
    }
}

/* Where a file is cut off what was before is read, and something is told. */
static void cut_files_are_reported(void **state)
{
    (void)state;
    static const struct {
        int format, filter;
    } rows[] = {{ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP},
                {ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_ZSTD},
                {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_XZ},
                {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE},
                {ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE}};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        bool raw = rows[i].format == ARCHIVE_FORMAT_RAW;
        size_t length = pack("p", rows[i].format, rows[i].filter, members, raw ? 1 : MEMBERS);
        char *bytes = load("p", length);
        for (size_t cut = 1; cut < length - 1; cut += 1 + cut / 50) {
            struct reading reading;
            reading_init(&reading);
            write_bytes("cut", bytes, cut);
            read_on(&reading, "cut");
            assert_int_equal(reading.status, TDG_OK);
            assert_true(reading.articles.count + reading.articles.skipped > 0);
            reading_done(&reading);
        }
        free(bytes);
    }
}

/* The place of a text in a file. */
static size_t find(const char *bytes, size_t length, const char *text)
{
    size_t at = 0, size = strlen(text);
    while (at + size <= length && memcmp(bytes + at, text, size) != 0)
        at++;
    assert_true(at + size <= length);
    return at;
}

static const struct member numbered[] = {
    {"0.jsonl", "{\"title\":\"a\"}\n", 0}, {"1.jsonl", "{\"title\":\"b\"}\n", 0},
    {"2.jsonl", "{\"title\":\"c\"}\n", 0}, {"3.jsonl", "{\"title\":\"d\"}\n", 0},
    {"4.jsonl", "{\"title\":\"e\"}\n", 0},
};

enum { NUMBERED = sizeof numbered / sizeof *numbered };

/* A damaged header costs its member; what is behind it is read, and the loss is told once. */
static void members_behind_damage_are_read(void **state)
{
    (void)state;
    static const struct {
        int format, filter;
        const char *header; /* of this member … */
        size_t at, length;  /* … these bytes are changed */
        char with;
        const char *titles, *told;
    } rows[] = {
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "2.jsonl", 0, 1, 'X', "a b d e ",
         "damaged:0 a damaged header at byte 2048: the 1024 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, "2.jsonl", 148, 8, 'Z', "a b d e ",
         "damaged:0 a damaged header at byte 2048: the 1024 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_GNUTAR, ARCHIVE_FILTER_NONE, "2.jsonl", 124, 12, 'z', "a b d e ",
         "damaged:0 a damaged header at byte 2048: the 1024 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "2.jsonl", 0, 512, '\0', "a b d e ",
         "damaged:0 a damaged header at byte 2048: the 1024 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "1.jsonl", 0, 1536, 'X', "a d e ",
         "damaged:0 a damaged header at byte 1024: the 2048 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "4.jsonl", 0, 1, 'X', "a b c d ",
         "damaged:0 a damaged header at byte 4096: the 2048 bytes from there to the end of the "
         "archive are lost\n"},
        {ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, "0.jsonl", 0, 1, 'X', "b c d e ",
         "damaged:0 a damaged header at byte 0: the 1024 bytes from there to the next member of "
         "the archive are lost\n"},
        {ARCHIVE_FORMAT_CPIO_SVR4_NOCRC, ARCHIVE_FILTER_NONE, "2.jsonl", 0, 6, 'X', "a b e ",
         "damaged:0 a damaged header: Skipped 272 bytes before finding valid header\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct reading reading;
        reading_init(&reading);
        size_t length = pack("p", rows[i].format, ARCHIVE_FILTER_NONE, numbered, NUMBERED);
        char *bytes = load("p", length);
        size_t header = find(bytes, length, rows[i].header);
        if (rows[i].format == ARCHIVE_FORMAT_CPIO_SVR4_NOCRC)
            header -= 110; /* the name stands at its end, behind which cpio looks too far */
        memset(bytes + header + rows[i].at, rows[i].with, rows[i].length);
        const struct member damaged = {"damaged", bytes, length};
        pack("damaged", ARCHIVE_FORMAT_RAW, rows[i].filter, &damaged, 1);
        read_on(&reading, "damaged");
        assert_int_equal(reading.status, TDG_OK);
        if (strcmp(titles(&reading), rows[i].titles) != 0)
            fail_msg("row %zu has the titles \"%s\"", i, titles(&reading));
        if (strcmp(reading.told, rows[i].told) != 0)
            fail_msg("row %zu tells\n%s", i, reading.told);
        assert_int_equal(reading.articles.skipped, 1);
        free(bytes);
        reading_done(&reading);
    }
}

/* A member whose checksum does not fit is read for what it is worth, and the one behind it, too. */
static void a_wrong_checksum_loses_nothing(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    size_t length = pack("p", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, numbered, NUMBERED);
    char *bytes = load("p", length);
    /* The checksum of the first member: in its header, behind its data and in the directory. */
    size_t at = find(bytes, length, "PK\1\2") + 16;
    char sum[4];
    memcpy(sum, bytes + at, sizeof sum);
    for (size_t i = 0; i + sizeof sum <= length; i++)
        if (memcmp(bytes + i, sum, sizeof sum) == 0)
            bytes[i] ^= 1;
    write_bytes("sum.zip", bytes, length);
    read_on(&reading, "sum.zip");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "a b c d e ");
    assert_non_null(strstr(reading.told, "sum.zip:0.jsonl:0 damaged: "));
    assert_int_equal(reading.articles.skipped, 1);
    free(bytes);
    reading_done(&reading);
}

/* What is behind the end of an archive is no member; a cut header is one that is lost. */
static void ends_in_the_middle_of_a_block(void **state)
{
    (void)state;
    struct reading reading;
    size_t length = pack("p", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, numbered, NUMBERED);
    char *bytes = load("p", length);
    static const struct {
        size_t length; /* zeros behind the archive, or what is left of it */
        const char *titles, *told;
        size_t skipped;
    } rows[] = {
        {6244, "a b c d e ",
         "cut.tar:0 the archive ends in the middle of a block; a member may be missing\n", 0},
        {5120, "a b c d e ", "", 0},
        {4200, "a b c d ", "cut.tar:0 the rest cannot be read: Truncated tar archive\n", 1},
    };
    char text[6244] = {0};
    assert_int_equal(length, 6144);
    memcpy(text, bytes, length);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading_init(&reading);
        write_bytes("cut.tar", text, rows[i].length);
        read_on(&reading, "cut.tar");
        assert_string_equal(titles(&reading), rows[i].titles);
        assert_string_equal(reading.told, rows[i].told);
        assert_int_equal(reading.articles.skipped, rows[i].skipped);
        reading_done(&reading);
    }
    free(bytes);
}

/* Archives one behind the other, as a tape has them. */
static void joined_archives_are_one(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    size_t length = pack("p", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_NONE, numbered, 2);
    char *bytes = load("p", length), *twice = malloc(2 * length);
    assert_non_null(twice);
    memcpy(twice, bytes, length);
    memcpy(twice + length, bytes, length);
    write_bytes("twice.tar", twice, 2 * length);
    read_on(&reading, "twice.tar");
    assert_string_equal(titles(&reading), "a b a b ");
    assert_string_equal(reading.told, "");
    free(bytes);
    free(twice);
    reading_done(&reading);
}

static void folders_are_read_in_order(void **state)
{
    (void)state;
    static const struct {
        const char *name, *text;
    } files[] = {
        {"f/2019-02-26-story.txt", "story\nbody"},
        {"f/b.txt", "\n  dated  \nby a reporter\nDATE: 26 Feb 2019 10:00 UTC\nbody\n"},
        {"f/c.jsonl", "{\"title\":\"line\"}\n"},
        {"f/d/20190301_x.md", "Published: nonsense\nmarked\nB"},
        {"f/d/y19990230.txt", "undated\nbody"},
        {"f/e.csv", "title,text\nrow,x\n"},
        {"f/.hidden.txt", "hidden"},
        {"f/z.pdf", "%PDF-1.4\n"},
    };
    struct reading reading;
    reading_init(&reading);
    make_folder("f");
    make_folder("f/d");
    make_folder("f/g");
    for (size_t i = sizeof files / sizeof *files; i-- > 0;)
        write_text(files[i].name, files[i].text);
    char loop[256];
    path_of(loop, "f/loop");
    assert_int_equal(symlink("../f", loop), 0);
    read_on(&reading, "f");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "story dated line marked undated row ");
    const struct tdg_article *article = reading.articles.items;
    assert_int_equal(article[0].published, 1551139200);
    assert_int_equal(article[1].published, 1551175200);
    assert_string_equal(article[1].body, "by a reporter\nbody");
    assert_int_equal(article[3].published, 1551398400);
    assert_true(article[4].published == TDG_NO_DATE);
    assert_int_equal(article[0].line, 0);
    assert_string_equal(reading.told, "f/g:0 the folder is empty\n"
                                      "f/loop:0 a link to a folder that contains it\n"
                                      "f/z.pdf:0 PDF files are not supported\n");
    assert_int_equal(reading.articles.skipped, 3);
    reading_done(&reading);
}

static void dates_of_files_are_used_on_request(void **state)
{
    (void)state;
    char path[256];
    struct reading reading;
    reading_init(&reading);
    write_text("alone.txt", "title\nbody");
    path_of(path, "alone.txt");
    const struct timespec times[2] = {{.tv_sec = 1551193261}, {.tv_sec = 1551193261}};
    assert_int_equal(utimensat(AT_FDCWD, path, times, 0), 0);
    read_on(&reading, "alone.txt");
    reading.options.dates_from_mtime = true;
    read_on(&reading, "alone.txt");
    assert_true(reading.articles.items[0].published == TDG_NO_DATE);
    assert_int_equal(reading.articles.items[1].published, 1551193261);
    reading_done(&reading);
}

static void texts_have_a_limit(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    reading.options.max_record = 9;
    write_text("nine.txt", "title\nabc");
    write_text("ten.txt", "title\nabcd");
    read_on(&reading, "nine.txt");
    read_on(&reading, "ten.txt");
    assert_string_equal(titles(&reading), "title ");
    assert_string_equal(reading.told, "ten.txt:0 a text longer than the limit of 9 bytes\n");
    reading_done(&reading);
}

static void what_is_no_text_is_reported(void **state)
{
    (void)state;
    char bytes[512];
    for (size_t i = 0; i < sizeof bytes; i++)
        bytes[i] = (char)i;
    struct reading reading;
    reading_init(&reading);
    write_bytes("binary", bytes, sizeof bytes);
    read_on(&reading, "binary");
    assert_int_equal(reading.articles.count, 0);
    assert_int_equal(reading.articles.skipped, 1);
    assert_string_equal(reading.told, "binary:0 not text\n");
    reading_done(&reading);
}

static void unreadable_files_are_reported(void **state)
{
    (void)state;
    char path[256];
    make_folder("u");
    write_text("u/a.txt", "a");
    write_text("u/b.txt", "b");
    path_of(path, "u/a.txt");
    assert_int_equal(chmod(path, 0), 0);
    if (access(path, R_OK) == 0) {
        /* Nothing is unreadable to root but what is not there. */
        assert_int_equal(unlink(path), 0);
        assert_int_equal(symlink("nowhere", path), 0);
    }
    struct reading reading;
    reading_init(&reading);
    read_on(&reading, "u");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "b ");
    assert_non_null(strstr(reading.told, "u/a.txt:0 cannot be read: "));
    reading_done(&reading);
}

static void standard_input_is_a_file(void **state)
{
    (void)state;
    char path[256];
    pack("p", ARCHIVE_FORMAT_RAW, ARCHIVE_FILTER_GZIP, members, 1);
    path_of(path, "p");
    int before = dup(STDIN_FILENO), file = open(path, O_RDONLY);
    assert_true(file >= 0 && dup2(file, STDIN_FILENO) == STDIN_FILENO);
    const char *inputs[] = {"-"};
    struct reading reading;
    reading_init(&reading);
    assert_int_equal(tdg_read(&reading.articles, inputs, 1, &reading.options, NULL, NULL), TDG_OK);
    assert_string_equal(titles(&reading), "a b ");
    assert_string_equal(reading.articles.files[0], "-");
    if (before >= 0) {
        dup2(before, STDIN_FILENO);
        close(before);
    }
    close(file);
    reading_done(&reading);
}

static void limits_end_the_run(void **state)
{
    (void)state;
    struct reading reading;
    pack("p", ARCHIVE_FORMAT_TAR_USTAR, ARCHIVE_FILTER_GZIP, members, MEMBERS);
    static const struct {
        size_t articles, bytes, members;
        int status;
    } rows[] = {
        {4, 1000, 5, TDG_OK},
        {3, 1000, 5, TDG_ELIMIT},
        {4, 30, 5, TDG_ELIMIT},
        {4, 1000, 4, TDG_ELIMIT},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        reading_init(&reading);
        reading.options.max_articles = rows[i].articles;
        reading.options.max_bytes = rows[i].bytes;
        reading.options.max_members = rows[i].members;
        read_on(&reading, "p");
        assert_int_equal(reading.status, rows[i].status);
        assert_int_equal(reading.error.status, rows[i].status);
        reading_done(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(compressed_files_are_files),
        cmocka_unit_test(members_are_files),
        cmocka_unit_test(archives_in_archives),
        cmocka_unit_test(cut_files_are_reported),
        cmocka_unit_test(members_behind_damage_are_read),
        cmocka_unit_test(a_wrong_checksum_loses_nothing),
        cmocka_unit_test(ends_in_the_middle_of_a_block),
        cmocka_unit_test(joined_archives_are_one),
        cmocka_unit_test(folders_are_read_in_order),
        cmocka_unit_test(dates_of_files_are_used_on_request),
        cmocka_unit_test(texts_have_a_limit),
        cmocka_unit_test(what_is_no_text_is_reported),
        cmocka_unit_test(unreadable_files_are_reported),
        cmocka_unit_test(standard_input_is_a_file),
        cmocka_unit_test(limits_end_the_run),
    };
    return RUN_IN_FOLDER(tests);
}
