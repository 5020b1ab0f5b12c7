// SPDX-License-Identifier: GPL-3.0-or-later
/** Corrects p-values by what chance does to series without movements. */
#ifndef TDG_DETECT_CALIBRATION_H
#define TDG_DETECT_CALIBRATION_H

#include <stdbool.h>
#include <stddef.h>

/** What chance does with the series of a family, whatever the model says: p-values of series whose
 * movements were taken out and whose periods changed places (detect/permutation.c). */
struct tdg_calibration {
    bool known;
    double *log_p; /* [count] -log p, ascending */
    size_t count;
    double scale; /* of the exponential tail of log_p: 1 where the model of chance is right */
};

/** -log p as struct tdg_calibration has it: finite where p is 0, too. */
double tdg_minus_log_p(double p);

/** Takes over log_p [count], in any order. */
void tdg_calibration_set(struct tdg_calibration *chance, double *log_p, size_t count);

/** A p-value as chance has it: never less than the model says. `p` while nothing is known. */
double tdg_calibration_p(const struct tdg_calibration *chance, double p);
void tdg_calibration_done(struct tdg_calibration *chance);

#endif
