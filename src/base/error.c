// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/error.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

static const struct {
    int status;
    const char *text;
} statuses[] = {
#define STATUS_ROW(name, value, text) {TDG_##name, text},
    TDG_STATUSES(STATUS_ROW)
#undef STATUS_ROW
};

const char *tdg_status_text(int status)
{
    for (size_t i = 0; i < sizeof statuses / sizeof *statuses; i++)
        if (statuses[i].status == status)
            return statuses[i].text;
    return "unknown status";
}

__attribute__((format(printf, 5, 0))) static void fill(struct tdg_error *error, int status,
                                                       const char *file, size_t line,
                                                       const char *format, va_list arguments)
{
    if (!error)
        return;
    error->status = status;
    error->line = line;
    snprintf(error->file, sizeof error->file, "%s", file ? file : "");
    vsnprintf(error->message, sizeof error->message, format, arguments);
}

int tdg_fail(struct tdg_error *error, int status, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fill(error, status, NULL, 0, format, arguments);
    va_end(arguments);
    return status;
}

int tdg_fail_at(struct tdg_error *error, int status, const char *file, size_t line,
                const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    fill(error, status, file, line, format, arguments);
    va_end(arguments);
    return status;
}

int tdg_fail_errno(struct tdg_error *error, int reason, const char *file, const char *what)
{
    char text[128];
    if (reason == ENOMEM)
        return tdg_fail_at(error, TDG_ENOMEM, file, 0, "%s", tdg_status_text(TDG_ENOMEM));
    if (strerror_r(reason, text, sizeof text) != 0)
        snprintf(text, sizeof text, "error %d", reason);
    return tdg_fail_at(error, TDG_EIO, file, 0, "%s: %s", what, text);
}

int tdg_fail_memory(struct tdg_error *error)
{
    return tdg_fail(error, TDG_ENOMEM, "%s", tdg_status_text(TDG_ENOMEM));
}

int tdg_fail_status(struct tdg_error *error, int status)
{
    bool described = error && error->status == status && *error->message;
    return status && !described ? tdg_fail(error, status, "%s", tdg_status_text(status)) : status;
}
