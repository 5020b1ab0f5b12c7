// SPDX-License-Identifier: GPL-3.0-or-later
/* What became of the themes in a period, as the ledger has it, for the report of it. */
#include "view/archive_lineage.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/error.h"
#include "base/memory.h"
#include "phrasing/ledger.h"
#include "pipeline/ids.h"
#include "store/ledger.h"
#include "view/result.h"

struct telling {
    struct tdg_arena *arena;
    struct tdg_lineage_view *items;
    size_t count, capacity;
};

static const char *id_of(int64_t theme, struct tdg_arena *arena)
{
    return theme ? tdg_view_id(NULL, 'T', (size_t)theme - 1, arena) : "";
}

static int tell(void *context, const struct tdg_ledger_entry *entry, const char *text, int64_t date)
{
    struct telling *telling = context;
    char day[TDG_TIME_SIZE];
    struct tdg_lineage_view *grown =
        tdg_grow(telling->items, &telling->capacity, telling->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    telling->items = grown;
    tdg_time_text(date, day);
    day[strcspn(day, "T")] = '\0';
    struct tdg_lineage_view *turn = &grown[telling->count++];
    *turn = (struct tdg_lineage_view){.kind = entry->kind,
                                      .theme = id_of(entry->theme, telling->arena),
                                      .other = id_of(entry->other, telling->arena),
                                      .day = tdg_arena_string(telling->arena, day),
                                      .text = tdg_arena_string(telling->arena, text)};
    return turn->theme && turn->other && turn->day && turn->text ? TDG_OK : TDG_ENOMEM;
}

int tdg_archive_view_lineage(struct tdg_analysis *analysis, struct tdg_update *update,
                             const struct tdg_named_period *period)
{
    struct telling telling = {.arena = &analysis->arena};
    int status = tdg_archive_each_event(update->archive, period->from, period->to, tell, &telling,
                                        update->error);
    struct tdg_lineage_view *kept =
        tdg_arena_alloc(&analysis->arena, (telling.count + 1) * sizeof *kept);
    if (!status && kept && telling.count)
        memcpy(kept, telling.items, telling.count * sizeof *kept);
    analysis->latest.lineage = kept;
    analysis->latest.lineage_count = kept ? telling.count : 0;
    free(telling.items);
    return status == TDG_ENOMEM || !kept ? tdg_fail_memory(update->error) : status;
}
