// SPDX-License-Identifier: GPL-3.0-or-later
/* Is an archive whole: its tables, and what is read out of its settings? */
#include <stddef.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "archive/options.h"
#include "archive/transaction.h"
#include "archive/update.h"
#include "pipeline/lifecycle.h"
#include "pipeline/run.h"
#include "store/check.h"

/* The options and subjects of an archive, read as every change reads them. */
static int read_settings(struct tdg_archive *archive, struct tdg_error *error)
{
    struct tdg_update update = {.archive = archive, .error = error};
    struct tdg_run run = {.error = error};
    int status = tdg_update_open_read_only(&update);
    if (!status)
        status = tdg_run_open(&run, update.options);
    if (!status)
        status = tdg_update_seed(&run, &update);
    tdg_run_done(&run);
    status = tdg_update_close(&update, status);
    return status == TDG_EEMPTY ? TDG_OK : status; /* nothing is in it, nothing is wrong */
}

int tdg_archive_check(struct tdg_archive *archive, void (*tell)(void *context, const char *problem),
                      void *context, size_t *problems, struct tdg_error *error)
{
    struct tdg_error wrong = {0};
    size_t found = 0;
    int status = tdg_archive_check_tables(archive, tell, context, &found, error);
    int read = status || found ? TDG_OK : read_settings(archive, &wrong);
    if (read == TDG_EFORMAT || read == TDG_EINVAL) {
        found++;
        if (tell)
            tell(context, wrong.message);
    } else if (read) {
        status = read;
        if (error)
            *error = wrong;
    }
    if (!status)
        *problems = found;
    return status;
}
