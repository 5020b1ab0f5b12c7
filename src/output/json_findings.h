// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_OUTPUT_JSON_FINDINGS_H
#define TDG_OUTPUT_JSON_FINDINGS_H

#include <tidings/analysis.h>

#include "output/json_writer.h"

void tdg_write_json_findings(struct tdg_json *json, const struct tdg_analysis *analysis);
void tdg_write_json_latest(struct tdg_json *json, const struct tdg_analysis *analysis);

#endif
