// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/unplaced.h"

#include <stdbool.h>

#include "text/text.h"

/* Those of a column are left out. */
static size_t count_words(const struct tdg_streams *streams, size_t row)
{
    size_t words = 0;
    for (size_t at = streams->begin[row]; at < streams->begin[row + 1]; at++)
        words += streams->term[at] != TDG_BREAK && !tdg_in_recurring_column(streams, row, at);
    return words;
}

static bool has_column(const struct tdg_recurring_columns *recurring, size_t row)
{
    return recurring->opening && (recurring->opening[row] || recurring->closing[row]);
}

enum tdg_unplaced tdg_why_unplaced(size_t *words, const struct tdg_run *run, size_t row)
{
    *words = count_words(&run->streams, row);
    return *run->settings.themes_from                 ? TDG_UNPLACED_NO_FIELD
           : *words                                   ? TDG_UNPLACED_NO_TERMS
           : has_column(&run->streams.recurring, row) ? TDG_UNPLACED_COLUMN_ONLY
                                                      : TDG_UNPLACED_NO_WORDS;
}
