// SPDX-License-Identifier: GPL-3.0-or-later
/* Which terms become columns. Terms that are too rare say nothing about what articles have in
 * common, terms that are everywhere say nothing about how they differ. */
#include "vector/vocabulary.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "text/recurring.h"
#include "text/weak.h"
#include "vector/matrix.h"

/* With fewer articles than this a share means nothing: half of four articles is two. */
enum { MIN_FOR_SHARE = 20 };

/* In a small pile every term that two articles share counts; in a large one a term of four articles
 * is a misspelling or a name that links hardly anything, and costs memory. */
static const struct {
    size_t articles; /* at least */
    uint32_t min_articles;
} floors[] = {{2000, 5}, {500, 3}, {50, 2}, {0, 1}};

/* The terms with at least `low` and at most `high` articles, of those with exactly `low` only the
 * first `ties` by number. */
struct band {
    uint32_t low;
    uint32_t high;
    size_t ties;
};

static uint32_t automatic_floor(size_t articles)
{
    size_t row = 0;
    while (articles < floors[row].articles)
        row++;
    return floors[row].min_articles;
}

static void count_term(uint32_t *frequency, size_t *last, uint32_t term, size_t article)
{
    if (term == TDG_BREAK || last[term] == article + 1)
        return;
    last[term] = article + 1;
    frequency[term]++;
}

/* Fills frequency[term] and returns the number of articles they were counted over. `last` holds one
 * more than the article that had the term last, so that each article counts once. */
static size_t count_articles(uint32_t *frequency, size_t *last, const struct tdg_streams *streams,
                             const uint32_t *copy_of)
{
    size_t counted = 0;
    for (size_t i = 0; i < streams->articles; i++) {
        if (copy_of && copy_of[i] != TDG_NONE)
            continue;
        counted++;
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++)
            if (!tdg_in_recurring_column(streams, i, at))
                count_term(frequency, last, streams->term[at], i);
        struct tdg_phrases phrases = tdg_phrases_of(streams, i);
        for (size_t p = 0; p < phrases.count; p++)
            if (!tdg_phrase_in_rubric(streams, i, &phrases.items[p]))
                count_term(frequency, last, phrases.items[p].term, i);
    }
    return counted;
}

static size_t terms_within(const uint32_t *frequency, uint32_t term_count, uint32_t low,
                           uint32_t high)
{
    size_t terms = 0;
    for (uint32_t term = 0; term < term_count; term++)
        terms += frequency[term] >= low && frequency[term] <= high;
    return terms;
}

/* The limits that the options ask for. Where they would leave no column at all, first the upper
 * limit is given up, then the lower one: an article of any corpus must have a chance. */
static struct band wanted_band(const uint32_t *frequency, uint32_t term_count, size_t counted,
                               const struct tdg_vector_options *options)
{
    uint32_t low = options->min_articles ? options->min_articles : automatic_floor(counted);
    uint32_t high = UINT32_MAX;
    if (counted >= MIN_FOR_SHARE)
        high = (uint32_t)floor(options->max_share * (double)counted);
    if (terms_within(frequency, term_count, low, high) == 0)
        high = UINT32_MAX;
    if (terms_within(frequency, term_count, low, high) == 0)
        low = 1;
    return (struct band){low, high, SIZE_MAX};
}

/* Raises the lower end until at most `most` terms are left. rank[f] becomes the number of terms in
 * f articles: there are at most `counted` of them. */
static void keep_most_frequent(struct band *band, size_t *rank, size_t counted,
                               const uint32_t *frequency, uint32_t term_count, uint32_t most)
{
    for (uint32_t term = 0; term < term_count; term++)
        rank[frequency[term]]++;
    size_t kept = 0;
    uint32_t top = band->high < counted ? band->high : (uint32_t)counted;
    for (uint32_t f = top; f >= band->low; f--) {
        if (rank[f] > most - kept) {
            band->low = f;
            band->ties = most - kept;
            return;
        }
        kept += rank[f];
    }
}

static bool take_word(struct band *band, uint32_t frequency)
{
    if (frequency < band->low || frequency > band->high)
        return false;
    if (frequency > band->low)
        return true;
    if (band->ties == 0)
        return false;
    band->ties--;
    return true;
}

/* Allocates and fills the four arrays; frequency: [term_count]. The band has been narrowed to the
 * most frequent words; phrases only need `least` articles. */
static int fill(struct tdg_vocabulary *vocabulary, struct band band, uint32_t least,
                const uint32_t *frequency, const struct tdg_streams *streams, bool skip_weak)
{
    uint32_t term_count = streams->term_count, words = term_count - streams->phrase_count;
    size_t most = terms_within(frequency, term_count, least, band.high);
    vocabulary->term = tdg_alloc(most, sizeof *vocabulary->term);
    vocabulary->articles = tdg_alloc(most, sizeof *vocabulary->articles);
    vocabulary->column = tdg_alloc(term_count, sizeof *vocabulary->column);
    if (!vocabulary->term || !vocabulary->articles || !vocabulary->column)
        return TDG_ENOMEM;
    for (uint32_t term = 0; term < term_count; term++) {
        vocabulary->column[term] = TDG_NONE;
        bool phrase = term >= words;
        if (phrase ? frequency[term] < least || frequency[term] > band.high
                   : !take_word(&band, frequency[term]))
            continue;
        if (!phrase && skip_weak && tdg_is_weak_word(streams->surface[term]))
            continue;
        vocabulary->phrases += phrase;
        vocabulary->term[vocabulary->columns] = term;
        vocabulary->articles[vocabulary->columns] = frequency[term];
        vocabulary->column[term] = vocabulary->columns++;
    }
    return TDG_OK;
}

int tdg_vocabulary_build(struct tdg_vocabulary *vocabulary, const struct tdg_streams *streams,
                         const uint32_t *copy_of, const struct tdg_vector_options *options,
                         struct tdg_error *error)
{
    if (!(options->max_share >= 0 && options->max_share <= 1))
        return tdg_fail(error, TDG_EINVAL, "the largest share of a term must lie between 0 and 1");
    if (streams->articles >= UINT32_MAX)
        return tdg_fail(error, TDG_ELIMIT, "too many articles");
    struct tdg_vocabulary made = {0};
    uint32_t term_count = streams->term_count, words = term_count - streams->phrase_count;
    uint32_t *frequency = tdg_alloc(term_count, sizeof *frequency);
    size_t *last = tdg_alloc(term_count, sizeof *last);
    size_t *rank = tdg_alloc(streams->articles + 1, sizeof *rank);
    int status = frequency && last && rank ? TDG_OK : TDG_ENOMEM;
    if (status)
        goto out;
    made.counted = count_articles(frequency, last, streams, copy_of);
    struct band band = wanted_band(frequency, words, made.counted, options);
    uint32_t least = band.low;
    if (options->max_terms)
        keep_most_frequent(&band, rank, made.counted, frequency, words, options->max_terms);
    status = fill(&made, band, least, frequency, streams, options->skip_weak);
out:
    free(frequency);
    free(last);
    free(rank);
    if (status) {
        tdg_vocabulary_done(&made);
        return tdg_fail_memory(error);
    }
    *vocabulary = made;
    return TDG_OK;
}
