// SPDX-License-Identifier: GPL-3.0-or-later
/* WARC files. */
#include <zlib.h>

#include "unit/input/reading.h"

#define PAGE(title, more)                                                                          \
    "<!doctype html><html lang=en><title>" title "</title>" more                                   \
    "<article><p>A paragraph, with commas, that is long enough.</p></article></html>"
#define ANSWER "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n"

/* Records, one after another. */
struct file {
    char bytes[1 << 14];
    size_t length;
};

static void add_bytes(struct file *file, const void *bytes, size_t length)
{
    assert_true(file->length + length <= sizeof file->bytes);
    memcpy(file->bytes + file->length, bytes, length);
    file->length += length;
}

static void add(struct file *file, const char *head, const void *block, size_t length)
{
    char text[512];
    int size = snprintf(text, sizeof text,
                        "WARC/1.1\r\nWARC-Date: 2023-03-01T10:00:00Z\r\nContent-Length: %zu\r\n"
                        "WARC-Target-URI: <http://n.example/a/>\r\n%s\r\n",
                        length, head);
    add_bytes(file, text, (size_t)size);
    add_bytes(file, block, length);
    add_bytes(file, "\r\n\r\n", 4);
}

static const char response[] = "WARC-Type: response\r\nContent-Type: application/http\r\n";

static void answer(struct file *file, const char *block)
{
    add(file, response, block, strlen(block));
}

static size_t zipped(char *into, size_t room, const char *text)
{
    z_stream stream = {0};
    assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY), Z_OK);
    char copy[1024];
    snprintf(copy, sizeof copy, "%s", text);
    stream.next_in = (Bytef *)copy;
    stream.avail_in = (uInt)strlen(copy);
    stream.next_out = (Bytef *)into;
    stream.avail_out = (uInt)room;
    assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
    deflateEnd(&stream);
    return room - stream.avail_out;
}

static void pages_become_articles(void **state)
{
    (void)state;
    static struct file file;
    struct reading reading;
    char block[2048], page[1024];
    static const char chunked[] = PAGE("chunks", "");
    file.length = 0;
    reading_init(&reading);
    add(&file, "WARC-Type: warcinfo\r\nContent-Type: application/warc-fields\r\n", "a: b", 4);
    answer(&file, ANSWER "\r\n" PAGE("plain", "<meta property=article:published_time "
                                              "content=2023-02-01>"));
    snprintf(block, sizeof block,
             ANSWER "Transfer-Encoding: chunked\r\n\r\n%zx;a=b\r\n%.20s\r\n%zx\r\n%s\r\n0\r\n\r\n",
             (size_t)20, chunked, strlen(chunked) - 20, chunked + 20);
    answer(&file, block);
    static const char head[] = ANSWER "Content-Encoding: gzip\r\n\r\n";
    memcpy(block, head, sizeof head - 1);
    size_t length = zipped(page, sizeof page, PAGE("zipped", ""));
    memcpy(block + sizeof head - 1, page, length);
    add(&file, response, block, sizeof head - 1 + length);
    answer(&file, "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=windows-1252\r\n\r\n" PAGE(
                      "caf\xe9", ""));
    answer(&file, "HTTP/1.1 404 Not Found\r\n\r\nno");
    answer(&file, ANSWER "\r\n");
    answer(&file, "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx");
    answer(&file, ANSWER "Content-Encoding: br\r\n\r\nxxxx");
    add(&file, "WARC-Type: revisit\r\n", "", 0);
    add(&file, "WARC-Type: conversion\r\nContent-Type: text/plain\r\n", "text\nof a page", 14);
    add(&file, "WARC-Type: resource\r\nContent-Type: text/html\r\n", PAGE("resource", ""),
        strlen(PAGE("resource", "")));
    write_bytes("w.warc", file.bytes, file.length);
    read_on(&reading, "w.warc");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "plain chunks zipped caf\xc3\xa9 text resource ");
    const struct tdg_article *articles = reading.articles.items;
    assert_int_equal(articles[0].published, 1675209600);
    for (size_t i = 1; i < 6; i++)
        assert_int_equal(articles[i].published, 1677664800);
    for (size_t i = 0; i < 6; i++) {
        assert_string_equal(articles[i].url, "http://n.example/a/");
        assert_string_equal(articles[i].source, "n.example");
        assert_true(articles[i].line > 1);
    }
    assert_string_equal(articles[2].body, "A paragraph, with commas, that is long enough.");
    assert_string_equal(
        reading.told, "w.warc:0 6 records not read: 1 requests and notes of the crawler, 1 neither "
                      "pages nor text, 1 pages that had not changed, 1 answers other than 200, 1 "
                      "without content, 1 compressed with Brotli\n");
    reading_done(&reading);
}

static void damage_costs_one_record(void **state)
{
    (void)state;
    static struct file file;
    struct reading reading;
    file.length = 0;
    reading_init(&reading);
    reading.options.max_record = 1000;
    answer(&file, ANSWER "\r\n" PAGE("one", ""));
    add_bytes(&file, "garbage\r\n", 9);
    add(&file, "X-", "", 0);
    answer(&file, ANSWER "\r\n" PAGE("two", ""));
    static char large[3000];
    memset(large, 'x', sizeof large);
    add(&file, response, large, sizeof large);
    add_bytes(&file, "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9x\r\n\r\n", 53);
    answer(&file, ANSWER "\r\n" PAGE("three", ""));
    file.length -= 30;
    write_bytes("d.warc", file.bytes, file.length);
    read_on(&reading, "d.warc");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), "one two three ");
    assert_string_equal(reading.told,
                        "d.warc:13 no record: 9 bytes up to the next record are lost\n"
                        "d.warc:33 a record longer than the limit of 1000 bytes\n"
                        "d.warc:42 a record without a length: 53 bytes up to the next record are "
                        "lost\n"
                        "d.warc:46 the file ends inside of this record\n"
                        "d.warc:0 1 record not read: 1 requests and notes of the crawler\n");
    reading_done(&reading);
}

static void any_cut_is_read(void **state)
{
    (void)state;
    static struct file file;
    file.length = 0;
    answer(&file, ANSWER "Transfer-Encoding: chunked\r\n\r\n5\r\n<html\r\nfffffffff\r\n");
    answer(&file, ANSWER "Content-Encoding: gzip\r\n\r\n\x1f\x8b\x08xxxxxxxxx");
    for (size_t length = 0; length < file.length; length++) {
        struct reading reading;
        reading_init(&reading);
        write_bytes("c.warc", file.bytes, length);
        read_on(&reading, "c.warc");
        assert_int_equal(reading.status, TDG_OK);
        reading_done(&reading);
    }
}

static void addresses_are_text(void **state)
{
    (void)state;
    struct reading reading;
    reading_init(&reading);
    write_text("u.warc",
               "WARC/1.0\r\nWARC-Type: conversion\r\nContent-Type: text/plain\r\n"
               "WARC-Target-URI: http://n\xff.example/\r\nContent-Length: 5\r\n\r\ntitle\r\n");
    read_on(&reading, "u.warc");
    assert_string_equal(titles(&reading), "title ");
    assert_string_equal(reading.articles.items[0].url, "");
    assert_string_equal(reading.articles.items[0].source, "");
    reading_done(&reading);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(pages_become_articles),
        cmocka_unit_test(damage_costs_one_record),
        cmocka_unit_test(any_cut_is_read),
        cmocka_unit_test(addresses_are_text),
    };
    return RUN_IN_FOLDER(tests);
}
