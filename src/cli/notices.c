// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/notices.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/text.h"

enum { PRINTED = 10 };

static bool fail(const char *path)
{
    fprintf(stderr, "tidings: %s: %s\n", path, strerror(errno));
    return false;
}

bool tdg_notices_open(struct tdg_notices *notices, bool quiet, const char *path)
{
    *notices = (struct tdg_notices){.quiet = quiet, .path = path};
    if (!path)
        return true;
    notices->list = fopen(path, "w");
    if (!notices->list)
        return fail(path);
    fputs("file,line,reason\n", notices->list);
    return true;
}

static void put_cell(FILE *stream, const char *text)
{
    fputc('"', stream);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', stream);
        fputc(*text, stream);
    }
    fputc('"', stream);
}

static void list(FILE *stream, const struct tdg_notice *notice)
{
    put_cell(stream, notice->file ? notice->file : "");
    fprintf(stream, ",%zu,", notice->line);
    put_cell(stream, notice->reason);
    fputc('\n', stream);
}

static void print(const struct tdg_notice *notice)
{
    if (notice->file && *notice->file) {
        tdg_put_text(stderr, notice->file);
        if (notice->line)
            fprintf(stderr, ":%zu", notice->line);
        fputs(": ", stderr);
    }
    tdg_put_text(stderr, notice->reason);
    fputc('\n', stderr);
}

bool tdg_notices_will_print(const struct tdg_notices *notices)
{
    return !notices->quiet && notices->count < PRINTED;
}

void tdg_notices_add(struct tdg_notices *notices, const struct tdg_notice *notice)
{
    if (tdg_notices_will_print(notices))
        print(notice);
    if (notices->list && notice->kind == TDG_NOTICE_SKIPPED)
        list(notices->list, notice);
    notices->count++;
}

static bool close_list(struct tdg_notices *notices, bool keep)
{
    FILE *stream = notices->list;
    struct stat facts;
    notices->list = NULL;
    bool good = fflush(stream) == 0 && !ferror(stream);
    bool regular = fstat(fileno(stream), &facts) == 0 && S_ISREG(facts.st_mode);
    if (!good)
        fail(notices->path);
    fclose(stream);
    /* Half a list is worse than none; a device or a pipe is not ours to remove. */
    if ((!good || !keep) && regular)
        unlink(notices->path);
    return good;
}

bool tdg_notices_close(struct tdg_notices *notices, bool keep)
{
    char text[TDG_DIGITS];
    if (!notices->quiet && notices->count > PRINTED)
        fprintf(stderr, "… and %s more%s\n", tdg_digits(notices->count - PRINTED, text),
                notices->list ? "" : " (--skipped FILE lists them all)");
    return !notices->list || close_list(notices, keep);
}
