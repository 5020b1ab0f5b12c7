// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/progress.h"

#include <stdarg.h>
#include <stdbool.h>

#include <stdio.h>

#include <tidings/error.h>

/* Whether it has the fields of its first version; later ones are to be looked for one by one. */
static bool has_size(const struct tdg_monitor *monitor)
{
    return monitor->size >= offsetof(struct tdg_monitor, notice) + sizeof monitor->notice;
}

int tdg_progress(const struct tdg_monitor *monitor, const char *stage, size_t done, size_t total)
{
    if (monitor && !has_size(monitor))
        return TDG_EINVAL;
    if (!monitor || !monitor->progress)
        return TDG_OK;
    return monitor->progress(monitor->context, stage, done, total) ? TDG_ECANCELED : TDG_OK;
}

void tdg_notice(const struct tdg_monitor *monitor, enum tdg_notice_kind kind, const char *file,
                size_t line, const char *format, ...)
{
    if (!monitor || !has_size(monitor) || !monitor->notice)
        return;
    char reason[512];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(reason, sizeof reason, format, arguments);
    va_end(arguments);
    struct tdg_notice notice = {kind, file ? file : "", line, reason};
    monitor->notice(monitor->context, &notice);
}
