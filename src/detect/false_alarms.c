// SPDX-License-Identifier: GPL-3.0-or-later
#include "detect/false_alarms.h"

#include <stdint.h>

#include <tidings/error.h>

#include "detect/detect.h"
#include "detect/detections.h"
#include "detect/permutation.h"

static const uint64_t checking = 0x6e756c6cU;

static int see_findings(struct tdg_detector *detector, void *seen)
{
    struct tdg_false_alarms *null = seen;
    struct tdg_detection_list found = {0};
    int status = tdg_detect(&found, NULL, detector);
    null->runs++;
    null->runs_with += found.count > 0;
    null->findings += found.count;
    tdg_detection_list_done(&found);
    return status;
}

int tdg_false_alarms_count(struct tdg_false_alarms *null, struct tdg_detector *detector,
                           size_t runs)
{
    if (!detector)
        return TDG_OK;
    null->block = tdg_permutation_block(&detector->family);
    struct tdg_permutation plan = {runs, 1, null->block, checking};
    return tdg_permute(detector, &plan, see_findings, null);
}
