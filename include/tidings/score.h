// SPDX-License-Identifier: GPL-3.0-or-later
/** How good a grouping is, against gold groups and by itself. */
#ifndef TIDINGS_SCORE_H
#define TIDINGS_SCORE_H

#include <stddef.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One measure. Unless said otherwise values lie between 0 (bad) and 1 (perfect). */
struct tdg_measure {
    const char *name; /**< static storage */
    double value;
    int decimals; /**< how many of them mean something */
};

/** What is compared with what. */
struct tdg_score_request {
    size_t size;        /**< sizeof(struct tdg_score_request): see types.h */
    const char *groups; /**< CSV file with the columns id and `column`; "-" is standard input */
    const char *gold; /**< articles with an id and the field `field`, in any format that is read */
    const char *column; /**< NULL: "theme" */
    const char *field;  /**< NULL: "label" */
};

/** Room for the measures of one call. */
#define TDG_MEASURES_MAX 16

/** Compares a grouping with the gold one: V-measure (Rosenberg and Hirschberg 2007; the same as NMI
 * with the arithmetic mean), homogeneity, completeness, adjusted Rand index (Hubert and Arabie
 * 1985; may be negative), B-cubed precision, recall and F1 (Bagga and Baldwin 1998), pairwise F1,
 * purity, coverage. Articles without a group count as a group each; articles without gold are left
 * out. Writes at most TDG_MEASURES_MAX measures and their number. TDG_EEMPTY if no article has
 * gold, TDG_EFORMAT if a column is missing, TDG_EIO if a file cannot be read, TDG_ECANCELED if
 * `monitor` (may be NULL) asked to stop. Thread-safe. */
TDG_API int tdg_score_groups(const struct tdg_score_request *request,
                             const struct tdg_monitor *monitor,
                             struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                             struct tdg_error *error);

/** Coherence and diversity of the terms of the analysis.json file `analysis` over the articles of
 * `corpus`, whose bodies are tokens separated by blanks: NPMI (Bouma 2009) over a Boolean sliding
 * window of ten tokens, averaged over pairs of the first `top` terms and then over themes (Röder,
 * Both and Hinneburg 2015, c_npmi; -1 to 1), and distinct terms / all terms. Writes at most
 * TDG_MEASURES_MAX measures and their number. TDG_EIO if a file cannot be read, TDG_EFORMAT if
 * `analysis` is not one, TDG_EEMPTY if no article can be used, TDG_ECANCELED if `monitor` (may be
 * NULL) asked to stop. Thread-safe. */
TDG_API int tdg_score_terms(const char *corpus, const char *analysis, size_t top,
                            const struct tdg_monitor *monitor,
                            struct tdg_measure measures[TDG_MEASURES_MAX], size_t *count,
                            struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
