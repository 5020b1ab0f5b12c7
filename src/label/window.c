// SPDX-License-Identifier: GPL-3.0-or-later
/* Coherence over a sliding window, as the Python library gensim computes it (c_npmi of Röder, Both
 * and Hinneburg, "Exploring the Space of Topic Coherence Measures", 2015), so that figures can be
 * compared with published ones. Two habits of gensim belong to it: a token that leaves the window
 * is gone even where it stands in the window once more, and 1e-12 is added to joint probabilities.
 */
#include <math.h>

#include "base/error.h"
#include "label/label.h"
#include "label/pairs.h"

enum { WINDOW = 10 };

static const double epsilon = 1e-12;

/* Distinct slots in the window, in no order. */
struct window {
    uint32_t slot[WINDOW];
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

/* The slots that the article's last ten tokens had are kept in a ring; breaks are no tokens. */
static void add_article(struct tdg_pairs *pairs, const uint32_t *term, size_t length)
{
    struct window window = {.count = 0};
    uint32_t ring[WINDOW];
    size_t tokens = 0;
    for (size_t i = 0; i < length; i++) {
        if (term[i] == TDG_BREAK)
            continue;
        uint32_t *place = &ring[tokens % WINDOW];
        if (tokens >= WINDOW) {
            tdg_pairs_add(pairs, window.slot, window.count);
            if (*place != TDG_NONE)
                leave(&window, *place);
        }
        *place = pairs->slot[term[i]];
        enter(&window, *place);
        tokens++;
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
        return tdg_fail(error, TDG_EEMPTY, "there is no theme whose terms could be measured");
    struct tdg_pairs pairs = {0};
    int status = tdg_pairs_init(&pairs, terms, themes, top, streams->term_count);
    if (status)
        return tdg_fail_memory(error);
    for (size_t i = 0; i < streams->articles; i++)
        add_article(&pairs, streams->term + streams->begin[i],
                    streams->begin[i + 1] - streams->begin[i]);
    double sum = 0;
    for (size_t list = 0; list < themes; list++)
        sum += tdg_pairs_mean(&pairs, list, top, gensim_npmi);
    *npmi = sum / (double)themes;
    tdg_pairs_done(&pairs);
    return TDG_OK;
}
