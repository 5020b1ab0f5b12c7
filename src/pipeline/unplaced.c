// SPDX-License-Identifier: GPL-3.0-or-later
#include "pipeline/unplaced.h"

#include <stdbool.h>

#include "base/buffer.h"
#include "phrasing/unplaced.h"
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

const char *tdg_reason_unplaced(struct tdg_arena *arena, const struct tdg_run *run, size_t row)
{
    struct tdg_buffer text = {0};
    size_t words = count_words(&run->streams, row);
    enum tdg_unplaced why = *run->settings.themes_from                 ? TDG_UNPLACED_NO_FIELD
                            : words                                    ? TDG_UNPLACED_NO_TERMS
                            : has_column(&run->streams.recurring, row) ? TDG_UNPLACED_COLUMN_ONLY
                                                                       : TDG_UNPLACED_NO_WORDS;
    tdg_unplaced_text(&text, why, words);
    const char *reason = text.failed ? NULL : tdg_arena_string(arena, text.text);
    tdg_buffer_done(&text);
    return reason;
}
