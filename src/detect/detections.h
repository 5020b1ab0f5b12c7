// SPDX-License-Identifier: GPL-3.0-or-later
/** What is found in a series, and what of it is large enough to be news. */
#ifndef TDG_DETECT_DETECTIONS_H
#define TDG_DETECT_DETECTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/types.h>

/** A finding. Shares are of the whole. */
struct tdg_detection {
    size_t series;
    enum tdg_move move;
    size_t begin; /* periods begin <= t < end */
    size_t end;
    double before; /* share without it, in these periods or, for a slope, where that begins */
    double after;  /* share in these periods or, for a slope, where that ends */
    double factor; /* after / before; INFINITY for new */
    double low;    /* 95 % interval of the share in these periods */
    double high;
    double observed; /* originals in these periods */
    double expected; /* without it */
    double
        certain;  /* p, whether it is large enough to be reported or not; before all corrections */
    double p;     /* that chance moves a series as much, in any way that was tried */
    double q;     /* after Benjamini-Hochberg over all that was tested in the family, divided
                     by the family's weight */
    double value; /* evidence: penalised likelihood ratio */
};

/** {0} is empty. */
struct tdg_detection_list {
    struct tdg_detection *items; /* most evidence first, then by series and time */
    size_t count;
    size_t capacity;
    size_t tests; /* how many p-values there were */
};

/** Appends one. TDG_ENOMEM. */
int tdg_detection_list_append(struct tdg_detection_list *list, const struct tdg_detection *found);

void tdg_detection_list_done(struct tdg_detection_list *list);

/** Whether it is large enough to be reported: beside what was expected, and in plain shares, of
 * which `plain` is the factor. */
bool tdg_is_news(const struct tdg_detection *found, double plain);

/** The highest share that a series has in any of its periods. */
double tdg_highest_share(const double *count, const double *whole, size_t periods);

#endif
