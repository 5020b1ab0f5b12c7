// SPDX-License-Identifier: GPL-3.0-or-later
/* A batch from its files to its analysis. */
#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/error.h"
#include "pipeline/lifecycle.h"
#include "pipeline/option_values.h"
#include "pipeline/run.h"
#include "pipeline/settings.h"
#include "pipeline/steps.h"
#include "pipeline/within.h"
#include "view/assemble.h"
#include "view/result.h"

int tdg_analyze(const struct tdg_options *options, const char *const *inputs, size_t input_count,
                const struct tdg_monitor *monitor, struct tdg_analysis **analysis,
                struct tdg_error *error)
{
    struct tdg_run run = {
        .inputs = inputs, .input_count = input_count, .monitor = monitor, .error = error};
    int status = tdg_run_open(&run, options);
    if (!status && run.settings.text.sorted)
        status = tdg_fail(error, TDG_EINVAL,
                          "--no-text is for archives; an analysis keeps no texts anyway");
    if (!status)
        tdg_settings_resolve(&run.settings, run.options);
    if (!status)
        status = tdg_run_steps(&run, TDG_STEP_READ, TDG_STEP_LABELS);
    if (!status && *run.options->values.within)
        status = tdg_run_go_within(&run, run.options->values.within);
    if (!status)
        status = tdg_run_steps(&run, TDG_STEP_EVENTS, TDG_STEP_TRENDS);
    if (!status)
        status = tdg_assemble(analysis, &run);
    tdg_run_done(&run);
    return status;
}
