// SPDX-License-Identifier: GPL-3.0-or-later
/* Coherence over a sliding window, as the Python library gensim computes it (c_npmi of Röder, Both
 * and Hinneburg, "Exploring the Space of Topic Coherence Measures", 2015), so that figures can be
 * compared with published ones. Two habits of gensim belong to it: a token that leaves the window
 * is gone even where it stands in the window once more, and 1e-12 is added to joint probabilities.
 */
#include "label/window.h"

#include <math.h>

#include <tidings/types.h>

#include "base/error.h"

enum { WINDOW = 10, STARTS = 3 /* a word, a pair and a triple */ };

static const double epsilon = 1e-12;

/* Distinct slots in the window, in no order. */
struct window {
    uint32_t slot[WINDOW * STARTS];
    size_t count;
};

static void leave(struct window *window, uint32_t slot)
{
    for (size_t i = 0; i < window->count; i++)
        if (window->slot[i] == slot) {
            window->slot[i] = window->slot[--window->count];
            return;
        }
}

static void enter(struct window *window, uint32_t slot)
{
    if (slot == TDG_NONE)
        return;
    for (size_t i = 0; i < window->count; i++)
        if (window->slot[i] == slot)
            return;
    window->slot[window->count++] = slot;
}

/* The slots of the terms that begin at one place of the text: a word, and phrases. */
struct start {
    uint32_t slot[STARTS];
    size_t count;
};

static void add_start(struct start *start, uint32_t slot)
{
    if (slot != TDG_NONE && start->count < STARTS)
        start->slot[start->count++] = slot;
}

/* What the article's last ten words began is kept in a ring. */
void tdg_pairs_add_windows(struct tdg_pairs *pairs, const struct tdg_streams *streams,
                           size_t article)
{
    const uint32_t *term = streams->term + streams->begin[article];
    size_t length = streams->begin[article + 1] - streams->begin[article];
    struct tdg_phrases phrases = tdg_phrases_of(streams, article);
    struct window window = {.count = 0};
    struct start ring[WINDOW];
    size_t words = 0;
    for (size_t i = 0, p = 0; i < length; i++) {
        if (term[i] == TDG_BREAK)
            continue;
        struct start *start = &ring[words % WINDOW];
        if (words >= WINDOW) {
            tdg_pairs_add(pairs, window.slot, window.count);
            for (size_t s = 0; s < start->count; s++)
                leave(&window, start->slot[s]);
        }
        start->count = 0;
        add_start(start, pairs->slot[term[i]]);
        for (; p < phrases.count && phrases.items[p].at == i; p++)
            add_start(start, pairs->slot[phrases.items[p].term]);
        for (size_t s = 0; s < start->count; s++)
            enter(&window, start->slot[s]);
        words++;
    }
    tdg_pairs_add(pairs, window.slot, window.count);
}

static double gensim_npmi(uint64_t both, uint64_t first, uint64_t second, uint64_t samples)
{
    if (first == 0 || second == 0)
        return -1;
    double all = (double)samples, joint = (double)both / all + epsilon;
    return log(joint / ((double)first / all * ((double)second / all))) / -log(joint);
}

int tdg_window_coherence(double *npmi, const struct tdg_streams *streams,
                         const uint32_t *const *terms, size_t themes, size_t top,
                         struct tdg_error *error)
{
    if (themes == 0)
        return tdg_fail(error, TDG_EEMPTY, "no theme has terms that can be scored");
    struct tdg_pairs pairs = {0};
    int status = tdg_pairs_init(&pairs, terms, themes, top, streams->term_count);
    if (status)
        return tdg_fail_memory(error);
    for (size_t i = 0; i < streams->articles; i++)
        tdg_pairs_add_windows(&pairs, streams, i);
    double sum = 0;
    for (size_t list = 0; list < themes; list++)
        sum += tdg_pairs_mean(&pairs, list, top, gensim_npmi);
    *npmi = sum / (double)themes;
    tdg_pairs_done(&pairs);
    return TDG_OK;
}
