// SPDX-License-Identifier: GPL-3.0-or-later
#define _GNU_SOURCE /* dladdr */
/* Memory that runs out at any moment of reading ends the run: no record is lost to it. */
#include <dlfcn.h>
#include <errno.h>
#include <stdbool.h>
#include <stddef.h>

#include <tidings/error.h>

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
        assert_true(whole && failures > 5);
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
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_record_is_lost)};
    return RUN_IN_FOLDER(tests);
}
