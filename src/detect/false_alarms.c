// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/false_alarms.h"

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "detect/detection.h"
#include "detect/detector.h"
#include "detect/found.h"
#include "detect/permutation.h"

static const uint64_t checking = 0x6e756c6cU;

static int see_findings(struct tdg_finder *finder, void *seen)
{
    struct tdg_null *null = seen;
    struct tdg_found_list found = {0};
    int status = tdg_findings_find(&found, NULL, finder);
    null->runs++;
    null->runs_with += found.count > 0;
    null->findings += found.count;
    tdg_found_list_done(&found);
    return status;
}

int tdg_findings_null(struct tdg_null *null, struct tdg_finder *finder, size_t runs)
{
    if (!finder)
        return TDG_OK;
    null->block = tdg_permutation_block(&finder->family);
    struct tdg_permutation plan = {runs, 1, null->block, checking};
    return tdg_permute(finder, &plan, see_findings, null);
}
