// SPDX-License-Identifier: GPL-3.0-or-later
/* Which articles and lists a sample asks about. Small themes get more than their share (Bankier
 * 1988), since precision is asked of each theme, and the estimator weighs them by their size. The
 * lists are the tests of word intrusion (Chang et al. 2009), and the same with headlines. */
#include "sample/draw.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/hash.h"
#include "base/random.h"

enum {
    LEAST = 2,     /* of each stratum: fewer say nothing of how they differ */
    SHOWN = 5,     /* terms that the list of themes shows, so that the tests take others */
    WORDS = 5,     /* of the theme in a list; one more is the intruder */
    HEADLINES = 3, /* likewise */
    STREAM = 0x73616d70,
};

bool tdg_sample_allocate(size_t *drawn, const size_t *originals, size_t count, size_t total,
                         size_t *least)
{
    size_t taken = 0;
    for (size_t i = 0; i < count; i++)
        taken += drawn[i] = originals[i] < LEAST ? originals[i] : LEAST;
    *least = taken;
    if (taken > total)
        return false;
    while (taken < total) {
        size_t best = count;
        double most = 0;
        for (size_t i = 0; i < count; i++) {
            double need = sqrt((double)originals[i]) / ((double)drawn[i] + .5);
            if (drawn[i] < originals[i] && need > most) {
                best = i;
                most = need;
            }
        }
        if (best == count)
            break;
        drawn[best]++;
        taken++;
    }
    return true;
}

static const char *text_of_digest(const struct tdg_frame *frame, size_t articles, uint64_t seed,
                                  char text[TDG_DIGEST_TEXT])
{
    struct tdg_digest digest = {0};
    const uint64_t numbers[] = {articles, seed};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        for (unsigned byte = 0; byte < 8; byte++) {
            unsigned char one = (unsigned char)(numbers[i] >> (8 * byte));
            tdg_digest_add(&digest, &one, 1);
        }
    for (size_t t = 0; t < frame->theme_count; t++)
        for (size_t i = 0; i < frame->themes[t].term_count; i++)
            tdg_digest_string(&digest, frame->themes[t].terms[i]);
    for (size_t i = 0; i < frame->article_count; i++) {
        tdg_digest_string(&digest, frame->articles[i].id);
        tdg_digest_string(&digest, frame->themes[frame->articles[i].theme].id);
    }
    tdg_digest_text(&digest, text);
    return text;
}

static int make_strata(struct tdg_sample *sample, const struct tdg_frame *frame, size_t articles,
                       struct tdg_error *error)
{
    size_t count = frame->theme_count + 1, least = 0;
    size_t *originals = tdg_alloc(2 * count, sizeof *originals);
    sample->strata = tdg_arena_alloc(&sample->arena, count * sizeof *sample->strata);
    int status = originals && sample->strata ? TDG_OK : TDG_ENOMEM;
    for (size_t t = 0; !status && t < count; t++)
        originals[t] = frame->themes[t].originals;
    if (!status && !tdg_sample_allocate(originals + count, originals, count, articles, &least))
        status = tdg_fail(error, TDG_EINVAL,
                          "%zu articles are too few for %zu themes: it takes at least %zu",
                          articles, frame->theme_count, least);
    for (size_t t = 0; !status && t < count; t++)
        sample->strata[t] = (struct tdg_sample_stratum){frame->themes[t].id, frame->themes[t].name,
                                                        originals[t], originals[count + t]};
    sample->themes = frame->theme_count;
    free(originals);
    return status;
}

/* What choosing needs. */
struct drawing {
    struct tdg_sample *sample;
    const struct tdg_frame *frame;
    gsl_rng *random;
    bool *picked; /* [frame->article_count] */
};

static int pick_articles(struct drawing *drawing)
{
    struct tdg_sample *sample = drawing->sample;
    const struct tdg_frame *frame = drawing->frame;
    for (size_t t = 0; t <= frame->theme_count; t++) {
        const struct tdg_frame_theme *theme = &frame->themes[t];
        size_t drawn = sample->strata[t].drawn;
        size_t *chosen = tdg_alloc(drawn, sizeof *chosen);
        if (!chosen)
            return TDG_ENOMEM;
        if (drawn)
            gsl_ran_choose(drawing->random, chosen, drawn, theme->members, theme->originals,
                           sizeof *chosen);
        for (size_t i = 0; i < drawn; i++) {
            drawing->picked[chosen[i]] = true;
            sample->rows[sample->row_count++] =
                (struct tdg_sample_row){.task = TDG_SAMPLE_ARTICLE,
                                        .theme = (uint32_t)t,
                                        .article = frame->articles[chosen[i]].id,
                                        .index = chosen[i]};
        }
        free(chosen);
    }
    gsl_ran_shuffle(drawing->random, sample->rows, sample->row_count, sizeof *sample->rows);
    return TDG_OK;
}

/* Those behind the ones that the list of themes shows, or the first ones where it has no more. */
static const char **words_of(const struct tdg_frame_theme *theme, size_t *count)
{
    bool more = theme->term_count >= SHOWN + WORDS;
    *count = theme->term_count < WORDS ? theme->term_count : WORDS;
    return theme->terms + (more ? SHOWN : 0);
}

static bool has_term(const struct tdg_frame_theme *theme, const char *term)
{
    for (size_t i = 0; i < theme->term_count; i++)
        if (strcmp(theme->terms[i], term) == 0)
            return true;
    return false;
}

/* A word of another theme that this one does not have; NULL where there is none. */
static const char *foreign_word(const struct drawing *drawing, size_t own)
{
    const struct tdg_frame *frame = drawing->frame;
    size_t first = gsl_rng_uniform_int(drawing->random, (unsigned long)frame->theme_count);
    for (size_t i = 0; i < frame->theme_count; i++) {
        size_t other = (first + i) % frame->theme_count, count;
        const char **words = words_of(&frame->themes[other], &count);
        if (other == own || !count)
            continue;
        size_t start = gsl_rng_uniform_int(drawing->random, (unsigned long)count);
        for (size_t w = 0; w < count; w++)
            if (!has_term(&frame->themes[own], words[(start + w) % count]))
                return words[(start + w) % count];
    }
    return NULL;
}

/* Articles of a theme that no other row shows; fewer where there are not so many. */
static size_t some_headlines(const struct drawing *drawing, size_t theme, size_t wanted,
                             const char **headlines)
{
    const struct tdg_frame_theme *of = &drawing->frame->themes[theme];
    size_t found = 0;
    if (!of->originals)
        return 0;
    size_t start = gsl_rng_uniform_int(drawing->random, (unsigned long)of->originals);
    for (size_t i = 0; i < of->originals && found < wanted; i++) {
        size_t article = of->members[(start + i) % of->originals];
        if (drawing->picked[article])
            continue;
        drawing->picked[article] = true;
        headlines[found++] = drawing->frame->articles[article].headline;
    }
    return found;
}

static const char *foreign_headline(const struct drawing *drawing, size_t own)
{
    size_t themes = drawing->frame->theme_count;
    size_t first = gsl_rng_uniform_int(drawing->random, (unsigned long)themes);
    const char *headline;
    for (size_t i = 0; i < themes; i++)
        if ((first + i) % themes != own &&
            some_headlines(drawing, (first + i) % themes, 1, &headline))
            return headline;
    return NULL;
}

/* `count` options of a theme and one of another theme, in random order. */
static int add_list(struct drawing *drawing, enum tdg_sample_task task, size_t theme,
                    const char **own, size_t count, const char *intruder)
{
    struct tdg_sample *sample = drawing->sample;
    struct tdg_sample_row row = {
        .task = task, .theme = (uint32_t)theme, .article = "", .option_count = count + 1};
    row.options = tdg_arena_alloc(&sample->arena, (count + 1) * sizeof *row.options);
    if (!row.options)
        return TDG_ENOMEM;
    memcpy(row.options, own, count * sizeof *own);
    row.options[count] = intruder;
    gsl_ran_shuffle(drawing->random, row.options, count + 1, sizeof *row.options);
    while (row.options[row.answer++] != intruder)
        ;
    sample->rows[sample->row_count++] = row;
    return TDG_OK;
}

static int add_words(struct drawing *drawing, size_t theme)
{
    size_t count;
    const char **words = words_of(&drawing->frame->themes[theme], &count);
    const char *intruder = count == WORDS ? foreign_word(drawing, theme) : NULL;
    return intruder ? add_list(drawing, TDG_SAMPLE_WORDS, theme, words, count, intruder) : TDG_OK;
}

static int add_headlines(struct drawing *drawing, size_t theme)
{
    const char *headlines[HEADLINES];
    if (some_headlines(drawing, theme, HEADLINES, headlines) < HEADLINES)
        return TDG_OK;
    const char *intruder = foreign_headline(drawing, theme);
    return intruder ? add_list(drawing, TDG_SAMPLE_HEADLINE, theme, headlines, HEADLINES, intruder)
                    : TDG_OK;
}

/* One of each theme, in an order that says nothing. */
static int add_lists(struct drawing *drawing, int (*add)(struct drawing *drawing, size_t theme))
{
    struct tdg_sample *sample = drawing->sample;
    size_t first = sample->row_count;
    int status = TDG_OK;
    for (size_t t = 0; !status && t < sample->themes; t++)
        status = add(drawing, t);
    if (!status && sample->row_count > first)
        gsl_ran_shuffle(drawing->random, sample->rows + first, sample->row_count - first,
                        sizeof *sample->rows);
    for (size_t i = first; i < sample->row_count; i++)
        sample->rows[i].number = (uint32_t)(i - first + 1);
    return status;
}

static int draw(struct drawing *drawing)
{
    struct tdg_sample *sample = drawing->sample;
    size_t room = 2 * sample->themes;
    for (size_t t = 0; t <= sample->themes; t++)
        room += sample->strata[t].drawn;
    sample->rows = tdg_arena_alloc(&sample->arena, (room + 1) * sizeof *sample->rows);
    int status = sample->rows ? pick_articles(drawing) : TDG_ENOMEM;
    for (size_t i = 0; !status && i < sample->row_count; i++)
        sample->rows[i].number = (uint32_t)(i + 1);
    if (!status)
        status = add_lists(drawing, add_words);
    return status ? status : add_lists(drawing, add_headlines);
}

int tdg_sample_make(struct tdg_sample *sample, const struct tdg_frame *frame, size_t articles,
                    uint64_t seed, struct tdg_error *error)
{
    char digest[TDG_DIGEST_TEXT];
    if (!frame->theme_count)
        return tdg_fail(error, TDG_EEMPTY, "there is no theme to draw articles of");
    snprintf(sample->id, sizeof sample->id, "s%.8s-%zu-%" PRIu64,
             text_of_digest(frame, articles, seed, digest), articles, seed);
    int status = make_strata(sample, frame, articles, error);
    struct drawing drawing = {sample, frame, tdg_random_new(seed, STREAM),
                              tdg_alloc(frame->article_count, sizeof *drawing.picked)};
    if (!status)
        status = drawing.random && drawing.picked ? draw(&drawing) : TDG_ENOMEM;
    gsl_rng_free(drawing.random);
    free(drawing.picked);
    return tdg_fail_status(error, status);
}

void tdg_sample_done(struct tdg_sample *sample)
{
    tdg_arena_done(&sample->arena);
    *sample = (struct tdg_sample){0};
}
