// SPDX-License-Identifier: GPL-3.0-or-later
/** Remarks about the input: the first few on stderr, and all skipped records in a file. */
#ifndef TDG_CLI_NOTICES_H
#define TDG_CLI_NOTICES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include <tidings/monitor.h>

struct tdg_notices {
    bool quiet; /* nothing on stderr */
    size_t printed;
    size_t hidden;         /* remarks that were not printed, as there were too many, */
    size_t hidden_skipped; /* and those of them that are listed */
    FILE *list;            /* CSV file,line,reason; NULL where nobody asked for it */
    const char *path;      /* of the list, borrowed */
    char *temporary;       /* where it is written; NULL for a device or a pipe */
};

/** Writes where something stands: "a.csv:2", "standard input, line 2" for the file "-", or "a.xlsx,
 * sheet Press, row 2". A line of 0 is none. */
void tdg_put_place(FILE *stream, const char *file, size_t line);

/** `path` NULL: no list. False, and a message on stderr, where it cannot be written. */
bool tdg_notices_open(struct tdg_notices *notices, bool quiet, const char *path);
/** Adds a line to the list, where there is one. */
void tdg_notices_list(struct tdg_notices *notices, const char *file, size_t line,
                      const char *reason);
/** Prints and lists one remark; the caller has cleared the line. */
void tdg_notices_add(struct tdg_notices *notices, const struct tdg_notice *notice);
/** True where this remark will be printed. */
bool tdg_notices_will_print(const struct tdg_notices *notices, const struct tdg_notice *notice);
/** Says how many were not printed and completes the list, or removes it where not `keep`. False,
 * and a message, where the list could not be written. */
bool tdg_notices_close(struct tdg_notices *notices, bool keep);

#endif
