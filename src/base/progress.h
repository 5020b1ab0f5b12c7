// SPDX-License-Identifier: GPL-3.0-or-later
/** Telling a monitor, which may be NULL or have no callbacks. */
#ifndef TDG_BASE_PROGRESS_H
#define TDG_BASE_PROGRESS_H

#include <stddef.h>

#include <tidings/monitor.h>

/** TDG_OK; TDG_ECANCELED if the caller asked to stop, TDG_EINVAL if the monitor lacks its size. */
int tdg_progress(const struct tdg_monitor *monitor, const char *stage, size_t done, size_t total);

/** `file` may be NULL. */
void tdg_notice(const struct tdg_monitor *monitor, enum tdg_notice_kind kind, const char *file,
                size_t line, const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
