// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE /* dladdr */
/* Memory that runs out at any moment of reading ends the run: no record is lost to it. */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

#include "unit/input/packing.h"
#include "unit/input/reading.h"

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define SANITIZED
#endif
#endif
#if defined SANITIZED || defined __SANITIZE_ADDRESS__ || !defined __GLIBC__
#define INTERPOSED 0
#else
#define INTERPOSED 1
#endif

static long until_failure; /* allocations; 0: none fails */
static bool goes_on;       /* those after it fail, too */

#if INTERPOSED
void *__libc_malloc(size_t size);
void *__libc_calloc(size_t count, size_t size);
void *__libc_realloc(void *old, size_t size);

/* Only where our own code asks, or a parser of JSON: libarchive 3.6 crashes where some of its own
 * allocations fail. */
extern const char __executable_start, etext;

static bool is_ours(const void *caller)
{
    if ((const char *)caller >= &__executable_start && (const char *)caller < &etext)
        return true;
    Dl_info from;
    return dladdr(caller, &from) && strstr(from.dli_fname, "json");
}

static bool fails(const void *caller)
{
    if (until_failure == 0 || !is_ours(caller))
        return false;
    if (until_failure > 1 && --until_failure)
        return false;
    until_failure = goes_on;
    errno = ENOMEM;
    return true;
}

void *malloc(size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_malloc(size);
}

void *calloc(size_t count, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_calloc(count, size);
}

void *realloc(void *old, size_t size)
{
    return fails(__builtin_return_address(0)) ? NULL : __libc_realloc(old, size);
}
#endif

static const char lines[] =
    "{\"title\":\"a\",\"id\":12345678901234567890,\"body\":\"\\u00e9\\n\"}\n"
    "{\"title\":\"b\",\"by\":[{\"name\":\"x\"}],\"n\":-1.5e3}\n"
    "{\"title\":\"c\xff\",\"date\":\"2024-01-01\"}\n";

#define PAGE(title) "<html><title>" title "</title><p>A paragraph, with commas, and more.</p>.."
#define RECORD(page)                                                                               \
    "WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: "               \
    "66\r\n\r\n" page "\r\n\r\n"
#define MESSAGE(subject, sender)                                                                   \
    "From a@b Wed Mar  1 10:00:00 2023\nSubject: " subject "\nFrom: " sender                       \
    "\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Transfer-Encoding: "              \
    "base64\n\nYWJj\n"                                                                             \
    "--x\nContent-Type: text/html; charset=koi8-r\nContent-Transfer-Encoding: "                    \
    "quoted-printable\n\n"                                                                         \
    "<p>=D0=D2</p>\n--x--\n\n"
#define EXPORT(title)                                                                              \
    "HD\n" title "\nPD\n1 March 2023\nSN\nN\nLP\n\ntext\n\nDocument NYTF000020200212eg2c0001\n\n"
#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NEXIS(mark, title) P(mark) P("N") P("January 4, 2023") P(title) P("text")

static const struct member document[] = {
    {"docProps/core.xml", "<c><title>t</title><created>2023-03-01T10:00:00Z</created></c>", 0},
    {"word/document.xml",
     "<w:d xmlns:w='w'>" NEXIS("1 of 3 DOCUMENTS", "a") NEXIS("2 of 3 DOCUMENTS", "b")
         NEXIS("3 of 3 DOCUMENTS", "c") "</w:d>",
     0},
};

static const struct member sheet[] = {
    {"xl/workbook.xml", "<w xmlns:r='r'><sheet name='S' r:id='1'/></w>", 0},
    {"xl/_rels/workbook.xml.rels", "<R><Relationship Id='1' Target='worksheets/sheet1.xml'/></R>",
     0},
    {"xl/styles.xml",
     "<s><numFmts><numFmt numFmtId='164' "
     "formatCode='dd/mm'/></numFmts><cellXfs><xf/></cellXfs></s>",
     0},
    {"xl/sharedStrings.xml", "<s><si><t>title</t></si><si><t>a</t></si></s>", 0},
    {"xl/worksheets/sheet1.xml",
     "<w><row><c t='s'><v>0</v></c></row><row><c t='s'><v>1</v></c></row><row><c "
     "t='str'><v>b</v></c></row>"
     "<row><c t='inlineStr'><is><t>c</t></is></c></row></w>",
     0},
};

/* Whatever allocation fails, and whether memory comes back: all articles, or none of the status. */
static void every_allocation_of(const char *name)
{
    for (int mode = 0; mode < 2; mode++) {
        bool whole = false;
        size_t failures = 0;
        for (long number = 1; !whole && number < 10000; number++) {
            struct reading reading;
            reading_init(&reading);
            goes_on = mode;
            until_failure = number;
            read_on(&reading, name);
            whole = until_failure > 1;
            until_failure = 0;
            if (reading.status == TDG_OK) {
                if (reading.articles.count != 3 || reading.articles.skipped)
                    fail_msg("%s, allocation %ld: \"%s\"", name, number, reading.told);
            } else {
                assert_int_equal(reading.status, TDG_ENOMEM);
                failures++;
            }
            reading_done(&reading);
        }
        if (!whole || failures <= 5)
            fail_msg("%s: %zu failures", name, failures);
    }
}

static void no_record_is_lost(void **state)
{
    (void)state;
    if (!INTERPOSED)
        skip();
    write_text("m.jsonl", lines);
    every_allocation_of("m.jsonl");
    write_text("m.json",
               "{\"articles\":[\n{\"title\":\"a\\t\"},{\"title\":\"b\"},{\"title\":\"c\"}]}");
    every_allocation_of("m.json");
    write_text("m.csv", "title,text\na,x\n\"b\"\"\",y\nc,z\n");
    every_allocation_of("m.csv");
    write_text("m.warc", RECORD(PAGE("a")) RECORD(PAGE("b")) RECORD(PAGE("c")));
    every_allocation_of("m.warc");
    write_text("m.mbox",
               MESSAGE("=?utf-8?q?a?=", "=?koi8-r?q?b?=") MESSAGE("b", "c") MESSAGE("c", "d"));
    every_allocation_of("m.mbox");
    write_text("m.txt", EXPORT("a") EXPORT("b") EXPORT("c"));
    every_allocation_of("m.txt");
    pack("m.docx", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, document, 2);
    every_allocation_of("m.docx");
    pack("m.xlsx", ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, sheet, 5);
    every_allocation_of("m.xlsx");
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_record_is_lost)};
    return RUN_IN_FOLDER(tests);
}
