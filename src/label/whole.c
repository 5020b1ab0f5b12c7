// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdlib.h>

#include "label/groups.h"

int tdg_label_terms_build(struct tdg_label_terms **terms, const struct tdg_ranking *named,
                          uint32_t groups, const struct tdg_stems *stems, struct tdg_arena *arena)
{
    struct tdg_label_terms *made = tdg_alloc(groups, sizeof *made);
    if (!made)
        return TDG_ENOMEM;
    for (uint32_t g = 0; g < groups; g++) {
        made[g].items = tdg_arena_alloc(arena, named->count[g] * sizeof *made[g].items);
        if (!made[g].items) {
            free(made);
            return TDG_ENOMEM;
        }
        for (size_t i = 0; i < named->count[g]; i++) {
            const struct tdg_ranked *item = &named->items[g * named->wanted + i];
            struct tdg_term_view view = tdg_view_term(item, stems);
            view.weight = item->worth;
            made[g].items[made[g].count++] = view;
        }
    }
    *terms = made;
    return TDG_OK;
}
