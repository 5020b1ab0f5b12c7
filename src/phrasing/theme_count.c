// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/theme_count.h"

#include "base/plural.h"

/* The decimal point must not be the locale's. */
static unsigned thousandths(double modularity)
{
    return modularity > 0 ? (unsigned)(modularity * 1000 + 0.5) : 0;
}

static void put_modularity(struct tdg_buffer *text, const struct tdg_group_count *count)
{
    tdg_buffer_format(text, "%u is the smallest number of themes with %u %% of the best modularity",
                      (unsigned)count->groups, (unsigned)(count->share * 100 + 0.5));
    if (count->resolution > 1)
        tdg_buffer_format(text, " at resolution %u", (unsigned)(count->resolution + 0.5));
    tdg_buffer_format(text, ", 0.%03u for %u themes.", thousandths(count->best),
                      (unsigned)count->best_groups);
}

void tdg_theme_count_text(struct tdg_buffer *text, const struct tdg_group_count *count)
{
    static const char *const plain[] = {
        [TDG_COUNT_UNSAID] = "",
        [TDG_COUNT_NO_WORDS] = "No article has any words to cluster.",
        [TDG_COUNT_ARCHIVE] = "The themes are those of the archive.",
        [TDG_COUNT_FIELD] = "The themes are the values of a field of the articles.",
        [TDG_COUNT_SEEDS] = "Every article matches one of the given topics.",
        [TDG_COUNT_KNOWN] = "The existing themes were kept: new ones would be no clearer.",
        [TDG_COUNT_NO_GROUPS] = "No division into themes stands out, so there is only one.",
    };
    if (count->by == TDG_COUNT_MODULARITY)
        put_modularity(text, count);
    else if (count->by == TDG_COUNT_ASKED)
        tdg_buffer_format(text, "%u %s requested.", (unsigned)count->groups,
                          tdg_plural(count->groups, "theme was", "themes were"));
    else if (count->by == TDG_COUNT_FEW_ROWS)
        tdg_buffer_format(text, "%zu %s make one theme: several would need at least %zu each.",
                          count->rows, tdg_plural(count->rows, "original", "originals"),
                          count->min_rows);
    else
        tdg_buffer_string(text, plain[count->by]);
}
