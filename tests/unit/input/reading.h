// SPDX-License-Identifier: GPL-3.0-or-later
/* What the tests of reading share: a folder for inputs, and a record of what was told. */
#ifndef TDG_TESTS_READING_H
#define TDG_TESTS_READING_H

#include <ftw.h>
#include <stddef.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "input/input.h"
#include "input/read.h"
#include "unit/check.h"

static char work[] = "test_read.XXXXXX";

/* What came of a reading: articles, status, error and all notices as "file:line reason\n", with the
 * folder of the test left out. */
struct reading {
    struct tdg_read_options options;
    struct tdg_articles articles;
    struct tdg_error error;
    int status;
    int progress_calls;
    int stop_at; /* the call of progress that asks to stop; 0: none */
    char told[1 << 14];
};

static int count_progress(void *context, const char *stage, size_t done, size_t total)
{
    struct reading *reading = context;
    assert_string_equal(stage, "read");
    assert_int_equal(total, 0);
    assert_true(done <= reading->articles.count + reading->articles.skipped);
    return ++reading->progress_calls == reading->stop_at;
}

static void note(void *context, const struct tdg_notice *notice)
{
    struct reading *reading = context;
    size_t length = strlen(reading->told);
    const char *name = notice->file ? notice->file : "";
    if (strncmp(name, work, strlen(work)) == 0)
        name += strlen(work) + 1;
    snprintf(reading->told + length, sizeof reading->told - length, "%s:%zu %s\n", name,
             notice->line, notice->reason);
}

static inline struct tdg_monitor monitor_of(struct reading *reading)
{
    return (struct tdg_monitor){sizeof(struct tdg_monitor), reading, count_progress, note};
}

static inline void reading_init(struct reading *reading)
{
    memset(reading, 0, sizeof *reading);
    reading->options = tdg_read_defaults();
}

static inline void path_of(char path[256], const char *name)
{
    snprintf(path, 256, "%s/%s", work, name);
}

static inline void write_bytes(const char *name, const void *bytes, size_t length)
{
    char path[256];
    path_of(path, name);
    FILE *file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, length, file), length);
    assert_int_equal(fclose(file), 0);
}

static inline void write_text(const char *name, const char *text)
{
    write_bytes(name, text, strlen(text));
}

static inline void make_folder(const char *name)
{
    char path[256];
    path_of(path, name);
    assert_int_equal(mkdir(path, 0777), 0);
}

/* Reads one input of the folder with the options of the reading. */
static inline void read_on(struct reading *reading, const char *name)
{
    char path[256];
    path_of(path, name);
    const char *inputs[] = {path};
    struct tdg_monitor monitor = monitor_of(reading);
    reading->status =
        tdg_read(&reading->articles, inputs, 1, &reading->options, &monitor, &reading->error);
}

/* All titles, each with a blank behind it. */
static inline const char *titles(const struct reading *reading)
{
    static char text[1 << 14];
    size_t length = 0;
    text[0] = '\0';
    for (size_t i = 0; i < reading->articles.count && length < sizeof text; i++)
        length += (size_t)snprintf(text + length, sizeof text - length, "%s ",
                                   reading->articles.items[i].title);
    return text;
}

static inline void reading_done(struct reading *reading)
{
    tdg_articles_done(&reading->articles);
}

static int remove_one(const char *path, const struct stat *facts, int kind, struct FTW *where)
{
    (void)facts, (void)kind, (void)where;
    return remove(path);
}

/* The main() of a test. */
#define RUN_IN_FOLDER(tests)                                                                       \
    (mkdtemp(work) ? cmocka_run_group_tests(tests, NULL, remove_folder) : 1)

static int remove_folder(void **state)
{
    (void)state;
    return nftw(work, remove_one, 16, FTW_DEPTH | FTW_PHYS);
}

/* One row of a table of inputs: the file's bytes, the titles that come of it, what is told. */
struct input_row {
    const char *name;
    const char *text;
    const char *titles;
    const char *told; /* lines "line reason" */
};

/* Every line of `told` without the name. */
static inline void check_told(const struct reading *reading, const struct input_row *row)
{
    char told[sizeof reading->told] = "";
    size_t length = 0, skip = strlen(row->name) + 1;
    for (const char *at = reading->told; *at;) {
        size_t size = strcspn(at, "\n") + 1;
        assert_true(size > skip && strncmp(at, row->name, skip - 1) == 0);
        memcpy(told + length, at + skip, size - skip);
        length += size - skip;
        at += size;
    }
    told[length] = '\0';
    if (strcmp(told, row->told) != 0)
        fail_msg("%s tells\n%snot\n%s", row->name, told, row->told);
}

static inline void check_row(const struct input_row *row)
{
    struct reading reading;
    reading_init(&reading);
    write_text(row->name, row->text);
    read_on(&reading, row->name);
    assert_int_equal(reading.status, TDG_OK);
    if (strcmp(titles(&reading), row->titles) != 0)
        fail_msg("%s has the titles \"%s\"", row->name, titles(&reading));
    check_told(&reading, row);
    reading_done(&reading);
}

#endif
