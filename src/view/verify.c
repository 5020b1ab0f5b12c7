// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>
#include <tidings/report.h>
#include <tidings/verify.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "pipeline/options.h"
#include "view/result.h"

/* analysis.json as text, to be freed. */
static int print(const struct tdg_analysis *analysis, char **text, size_t *length,
                 struct tdg_error *error)
{
    FILE *stream = open_memstream(text, length);
    if (!stream)
        return tdg_fail_memory(error);
    int status = tdg_report_print(analysis, "json", stream, error);
    if (fclose(stream) != 0 && !status)
        status = tdg_fail_memory(error);
    return status;
}

int tdg_verify(const char *path, const char *const *inputs, size_t input_count, const char *threads,
               const struct tdg_monitor *monitor, bool *same, struct tdg_error *error)
{
    struct tdg_buffer held = {0};
    struct tdg_analysis *analysis = NULL;
    char *text = NULL;
    size_t length = 0;
    struct tdg_options *options = tdg_options_new();
    int status = options ? tdg_options_load(options, path, error) : tdg_fail_memory(error);
    if (!status)
        status = tdg_options_put(options, TDG_OPT_threads, threads, error);
    if (!status)
        status = tdg_file_load(&held, path, error);
    if (!status)
        status = tdg_analyze(options, inputs, input_count, monitor, &analysis, error);
    if (!status)
        status = print(analysis, &text, &length, error);
    if (!status)
        *same = length == held.length && memcmp(text, held.text, length) == 0;
    free(text);
    tdg_analysis_free(analysis);
    tdg_buffer_done(&held);
    tdg_options_free(options);
    return status;
}
