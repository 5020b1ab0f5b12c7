// SPDX-License-Identifier: GPL-3.0-or-later
/* The order of a table of themes: under their parents, what is mixed at the end. */
#include "view/table_rows.h"

#include <string.h>

#include "base/memory.h"
#include "view/result.h"

bool tdg_is_shown_parent(const struct tdg_parent_view *parent)
{
    return parent->themes > 1;
}

static size_t add_themes(struct tdg_table_row *rows, size_t count,
                         const struct tdg_analysis *analysis, const struct tdg_parent_view *parent,
                         bool mixed)
{
    for (size_t i = 0; i < tdg_analysis_theme_count(analysis); i++) {
        const struct tdg_theme_view *theme = tdg_analysis_theme(analysis, i);
        if (theme->mixed == mixed && (!parent || strcmp(theme->parent, parent->id) == 0))
            rows[count++] = (struct tdg_table_row){.theme = theme,
                                                   .below = parent && tdg_is_shown_parent(parent)};
    }
    return count;
}

size_t tdg_report_rows(struct tdg_table_row **rows, const struct tdg_analysis *analysis)
{
    size_t parents = tdg_analysis_parent_count(analysis), count = 0;
    struct tdg_table_row *made =
        tdg_alloc(tdg_analysis_theme_count(analysis) + parents, sizeof *made);
    *rows = made;
    if (!made)
        return 0;
    if (!parents)
        count = add_themes(made, count, analysis, NULL, false);
    for (size_t i = 0; i < parents; i++) {
        const struct tdg_parent_view *parent = tdg_analysis_parent(analysis, i);
        if (tdg_is_shown_parent(parent))
            made[count++] = (struct tdg_table_row){.parent = parent};
        count = add_themes(made, count, analysis, parent, false);
    }
    return add_themes(made, count, analysis, NULL, true);
}
