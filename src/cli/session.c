// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/session.h"

#include <stdio.h>

#include <tidings/plain.h>

#include "cli/stop.h"

static int on_progress(void *context, const char *stage, size_t done, size_t total)
{
    struct tdg_session *session = context;
    tdg_progress_bar_draw(&session->bar, stage, done, total);
    return tdg_stop_requested();
}

static void on_notice(void *context, const struct tdg_notice *notice)
{
    struct tdg_session *session = context;
    if (tdg_notices_will_print(&session->notices, notice))
        tdg_progress_bar_clear(&session->bar);
    tdg_notices_add(&session->notices, notice);
}

enum tdg_exit tdg_session_begin(struct tdg_session *session, bool quiet, const char *skipped)
{
    *session = (struct tdg_session){
        .monitor = {.size = sizeof session->monitor,
                    .context = session,
                    .progress = on_progress,
                    .notice = on_notice},
        .bar = tdg_progress_bar_of(quiet),
    };
    if (!tdg_notices_open(&session->notices, quiet, skipped))
        return TDG_EXIT_FAILED;
    tdg_stop_listen();
    return TDG_EXIT_DONE;
}

void tdg_print_error(int status, const struct tdg_error *error)
{
    if (ferror(stdout)) /* main() says so, unless the reader has gone */
        return;
    fputs("tidings: ", stderr);
    if (*error->file) {
        tdg_put_place(stderr, error->file, error->line);
        fputs(": ", stderr);
    }
    tdg_put_text(stderr, *error->message ? error->message : tdg_status_text(status));
    fputc('\n', stderr);
}

enum tdg_exit tdg_session_end(struct tdg_session *session, int status,
                              const struct tdg_error *error)
{
    /* A read that the signal interrupted may have failed before anybody asked for progress. */
    bool stopped = status && tdg_stop_requested();
    tdg_progress_bar_clear(&session->bar);
    if (status == TDG_EFORMAT) /* what ended the run belongs in the list, too */
        tdg_notices_list(&session->notices, error->file, error->line, error->message);
    bool listed = tdg_notices_close(&session->notices, !stopped);
    if (stopped) {
        fputs("tidings: stopped\n", stderr);
        return TDG_EXIT_STOPPED;
    }
    if (status) {
        tdg_print_error(status, error);
        return status == TDG_EINVAL ? TDG_EXIT_USAGE : TDG_EXIT_FAILED;
    }
    return listed ? TDG_EXIT_DONE : TDG_EXIT_FAILED;
}
