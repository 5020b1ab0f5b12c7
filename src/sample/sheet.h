// SPDX-License-Identifier: GPL-3.0-or-later
/** A sample as the CSV file that a person fills in. */
#ifndef TDG_SAMPLE_SHEET_H
#define TDG_SAMPLE_SHEET_H

#include <stdint.h>
#include <stdio.h>

#include <tidings/error.h>

#include "sample/draw.h"
#include "sample/frame.h"

int tdg_sheet_write(FILE *stream, const struct tdg_frame *frame, const struct tdg_sample *sample,
                    struct tdg_error *error);

#endif
