// SPDX-License-Identifier: GPL-3.0-or-later
/** One call of the library with somebody in front of it: progress, remarks, Ctrl-C, errors. */
#ifndef TDG_CLI_SESSION_H
#define TDG_CLI_SESSION_H

#include <stdbool.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "cli/commands.h"
#include "cli/notices.h"
#include "cli/progress.h"

/** Stays where it is from begin to end: the monitor points to it. */
struct tdg_session {
    struct tdg_monitor monitor;
    struct tdg_progress_bar bar;
    struct tdg_notices notices;
};

/** `skipped` is the file for the list of skipped records, or NULL. */
enum tdg_exit tdg_session_begin(struct tdg_session *session, bool quiet, const char *skipped);
/** Tells on stderr how the call ended. */
enum tdg_exit tdg_session_end(struct tdg_session *session, int status,
                              const struct tdg_error *error);

/** Prints a failure as "tidings: FILE:LINE: message". */
void tdg_print_error(int status, const struct tdg_error *error);

#endif
