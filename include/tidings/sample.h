// SPDX-License-Identifier: GPL-3.0-or-later
/** How right themes are, by what a person says about a sample of their articles. */
#ifndef TIDINGS_SAMPLE_H
#define TIDINGS_SAMPLE_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Articles to draw if nothing else is said. */
#define TDG_SAMPLE_ARTICLES 200

/** What to draw from; borrowed for the call. */
struct tdg_sample_request {
    size_t size;      /**< sizeof(struct tdg_sample_request): see types.h */
    const char *path; /**< an archive, or the folder of an analysis with its analysis.json */
    size_t articles;  /**< 0: TDG_SAMPLE_ARTICLES */
    uint64_t seed;    /**< of the choice: the same one gives the same bytes */
};

/** Draws a stratified sample of the originals and writes it as a CSV file for a person to fill in:
 * the themes to choose from, articles without their theme in random order, and for each theme one
 * list of words and one of headlines, in each of which one belongs to another theme. Of every
 * theme, and of the articles without one, it draws at least two articles, and the rest in
 * proportion to the square root of their numbers. The file holds no answers: tdg_sample_score draws
 * them again. The caller flushes and closes the stream. `monitor` may be NULL. TDG_EINVAL if so few
 * articles cannot be spread over the themes, or more than 100,000 are asked for; TDG_EEMPTY if
 * there are no themes; TDG_EIO if the archive, the folder or the stream fails; TDG_EFORMAT for a
 * damaged archive or what is not an analysis.json. */
TDG_API int tdg_sample_draw(const struct tdg_sample_request *request, FILE *stream,
                            const struct tdg_monitor *monitor, struct tdg_error *error);

/** What was found out about one theme. Shares are of all originals. Intervals cover the truth in 95
 * of 100 samples. */
struct tdg_sample_theme {
    const char *id; /**< "T3"; "" for articles without a theme */
    const char *name;
    size_t originals; /**< when the sample was drawn */
    size_t drawn;
    size_t judged;
    size_t right;     /**< of the judged ones */
    double precision; /**< right / judged, with an interval (Jeffreys); NaN if none was judged */
    double precision_low;
    double precision_high;
    double share;
    double corrected; /**< the share of articles that belong to it, by what was judged: the
                           stratified estimate (Card 1982; Olofsson et al. 2014) */
    double corrected_low;
    double corrected_high;
    const char *mistaken;     /**< the theme that most of the wrong ones belong to, "" for none, and
                                   "none" if they belong to no theme */
    size_t mistaken_articles; /**< how many these are */
};

/** Of how many lists the intruder was found. */
struct tdg_sample_test {
    size_t asked;
    size_t answered;
    size_t right;
    double low; /**< interval of right / answered (Jeffreys) */
    double high;
    double chance; /**< of a guess */
};

/** The result; everything in it is freed with it. */
struct tdg_sample_score {
    const char *id; /**< of the sample */
    size_t drawn;   /**< articles */
    size_t judged;
    size_t right;
    double accuracy; /**< estimated share of all originals that are in the right theme */
    double accuracy_low;
    double accuracy_high;
    const struct tdg_sample_theme *themes; /**< by number; the last one: articles without a theme */
    size_t theme_count;
    struct tdg_sample_test words;
    struct tdg_sample_test headlines;
};

/** Reads the CSV file `answers`, which tdg_sample_draw wrote and a person filled in (with commas,
 * semicolons or tabs), and scores the themes of `path`, the archive or folder that it was drawn
 * from: *score is new; free it with tdg_sample_score_free. What cannot be counted - unknown answers
 * and rows, rows that are there twice or not at all - is reported to `monitor` (may be NULL) with
 * its line. TDG_EFORMAT if the file is no such sample, TDG_EINVAL if it was not drawn from `path`
 * as it is now, TDG_EEMPTY if no article is judged, TDG_EIO if a file cannot be read. */
TDG_API int tdg_sample_score(const char *path, const char *answers,
                             const struct tdg_monitor *monitor, struct tdg_sample_score **score,
                             struct tdg_error *error);
/** Frees a score and everything in it. NULL is allowed. */
TDG_API void tdg_sample_score_free(struct tdg_sample_score *score);
/** Writes a score as JSON. The caller flushes and closes the stream; TDG_EIO if it has an error. */
TDG_API int tdg_sample_score_print(const struct tdg_sample_score *score, FILE *stream,
                                   struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
