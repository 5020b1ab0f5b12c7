// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/notices.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/plain.h>
#include <tidings/report.h>

enum { PRINTED = 10 };

static bool fail(const char *path)
{
    int reason = errno;
    fputs("tidings: ", stderr);
    tdg_put_text(stderr, path);
    fprintf(stderr, ": %s\n", strerror(reason));
    return false;
}

static char *part_of(const char *path)
{
    size_t size = strlen(path) + 32;
    char *name = malloc(size);
    if (name)
        snprintf(name, size, "%s.%ld.part", path, (long)getpid());
    return name;
}

/* Half a list must not be taken for a whole one, so it gets its name at the end; a device or a pipe
 * has no such end. */
bool tdg_notices_open(struct tdg_notices *notices, bool quiet, const char *path)
{
    *notices = (struct tdg_notices){.quiet = quiet, .path = path};
    if (!path)
        return true;
    struct stat facts;
    bool special = stat(path, &facts) == 0 && !S_ISREG(facts.st_mode);
    if (!special)
        notices->temporary = part_of(path);
    if (special || notices->temporary)
        notices->list = fopen(special ? path : notices->temporary, "w");
    if (!notices->list) {
        free(notices->temporary);
        return fail(path);
    }
    fputs("file,line,reason\n", notices->list);
    return true;
}

void tdg_notices_list(struct tdg_notices *notices, const char *file, size_t line,
                      const char *reason)
{
    if (!notices->list)
        return;
    tdg_csv_cell(notices->list, file ? file : "");
    fprintf(notices->list, ",%zu,", line);
    tdg_csv_cell(notices->list, reason);
    fputc('\n', notices->list);
}

static bool is_of_a_file(const struct tdg_notice *notice)
{
    return notice->file && *notice->file;
}

void tdg_put_place(FILE *stream, const char *file, size_t line)
{
    bool input = strcmp(file, "-") == 0, sheet = strstr(file, ", sheet ");
    tdg_put_text(stream, input ? "standard input" : file);
    if (line)
        fprintf(stream, "%s%zu", input ? ", line " : sheet ? ", row " : ":", line);
}

static void print(const struct tdg_notice *notice)
{
    if (is_of_a_file(notice)) {
        tdg_put_place(stderr, notice->file, notice->line);
        fputs(": ", stderr);
    }
    tdg_put_text(stderr, notice->reason);
    fputc('\n', stderr);
}

/* That an article was left out on request is no news; what is about the input as a whole always is.
 */
bool tdg_notices_will_print(const struct tdg_notices *notices, const struct tdg_notice *notice)
{
    return !notices->quiet && notice->kind != TDG_NOTICE_LEFT_OUT &&
           (!is_of_a_file(notice) || notices->printed < PRINTED);
}

void tdg_notices_add(struct tdg_notices *notices, const struct tdg_notice *notice)
{
    bool skipped = notice->kind == TDG_NOTICE_SKIPPED || notice->kind == TDG_NOTICE_LEFT_OUT;
    if (tdg_notices_will_print(notices, notice)) {
        print(notice);
        notices->printed += is_of_a_file(notice);
    } else if (notice->kind != TDG_NOTICE_LEFT_OUT) {
        notices->hidden++;
        notices->hidden_skipped += skipped;
    }
    if (skipped)
        tdg_notices_list(notices, notice->file, notice->line, notice->reason);
}

static bool close_list(struct tdg_notices *notices, bool keep)
{
    FILE *stream = notices->list;
    notices->list = NULL;
    bool good = fflush(stream) == 0 && !ferror(stream);
    if (good && keep && notices->temporary)
        good = fsync(fileno(stream)) == 0 && rename(notices->temporary, notices->path) == 0;
    if (!good)
        fail(notices->path);
    fclose(stream);
    if (notices->temporary && (!good || !keep))
        unlink(notices->temporary);
    free(notices->temporary);
    return good;
}

static void print_rest(const struct tdg_notices *notices)
{
    char text[TDG_NUMBER_TEXT];
    fprintf(stderr, "… and %s more", tdg_count_text(notices->hidden, text));
    if (notices->hidden_skipped && !notices->list)
        fprintf(stderr, " (--skipped FILE lists %s)",
                notices->hidden_skipped == notices->hidden ? "all of them" : "those skipped");
    fputc('\n', stderr);
}

bool tdg_notices_close(struct tdg_notices *notices, bool keep)
{
    if (!notices->quiet && notices->hidden)
        print_rest(notices);
    return !notices->list || close_list(notices, keep);
}
