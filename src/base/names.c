// SPDX-License-Identifier: GPL-3.0-or-later
/* The names of the public kinds, as JSON, archives, reports and the command line spell them: one
 * table each, and no other place. */
#include "base/names.h"

#include <stddef.h>
#include <string.h>

#define NAME(table, kind)                                                                          \
    ((size_t)(kind) < sizeof(table) / sizeof *(table) ? (table)[(size_t)(kind)] : "")

static const char *const directions[] = {
    [TDG_DIRECTION_STEADY] = "steady",
    [TDG_DIRECTION_RISING] = "rising",
    [TDG_DIRECTION_FALLING] = "falling",
};

const char *tdg_direction_name(enum tdg_direction direction)
{
    return NAME(directions, direction);
}

static const char *const theme_statuses[] = {
    [TDG_THEME_CONTINUING] = "continuing",
    [TDG_THEME_NEW] = "new",
    [TDG_THEME_RETURNING] = "returning",
    [TDG_THEME_GONE] = "gone",
};

const char *tdg_theme_status_name(enum tdg_theme_status status)
{
    return NAME(theme_statuses, status);
}

static const char *const moves[] = {
    [TDG_RISING] = "rising",   [TDG_FALLING] = "falling",     [TDG_BURST] = "burst",
    [TDG_STEP_UP] = "step_up", [TDG_STEP_DOWN] = "step_down", [TDG_NEW] = "new",
    [TDG_GONE] = "gone",       [TDG_RETURNING] = "returning",
};

const char *tdg_move_name(enum tdg_move move)
{
    return NAME(moves, move);
}

static const char *const column_places[] = {
    [TDG_COLUMN_START] = "start",
    [TDG_COLUMN_END] = "end",
};

const char *tdg_column_place_name(enum tdg_column_place place)
{
    return NAME(column_places, place);
}

static const char *const source_states[] = {
    [TDG_SOURCE_USUAL] = "",
    [TDG_SOURCE_SILENT] = "silent",
    [TDG_SOURCE_FEW] = "few",
    [TDG_SOURCE_NEW] = "new",
};

const char *tdg_source_state_name(enum tdg_source_state state)
{
    return NAME(source_states, state);
}

static const char *const entities[] = {
    [TDG_OTHER_NAME] = "other",
    [TDG_PERSON] = "person",
    [TDG_ORGANISATION] = "organisation",
    [TDG_PLACE] = "place",
};

const char *tdg_entity_name(enum tdg_entity kind)
{
    return NAME(entities, kind);
}

static const char *const lead_kinds[] = {
    [TDG_LEAD_EVENT] = "event",
    [TDG_LEAD_THEME] = "theme",
    [TDG_LEAD_PARENT] = "parent",
    [TDG_LEAD_TERM] = "term",
};

const char *tdg_lead_kind_name(enum tdg_lead_kind kind)
{
    return NAME(lead_kinds, kind);
}

static const char *const certainties[] = {
    [TDG_TOO_EARLY] = "too early to tell",
    [TDG_LIKELY] = "likely",
    [TDG_CLEAR] = "clear",
};

const char *tdg_certainty_name(enum tdg_certainty certainty)
{
    return NAME(certainties, certainty);
}

static const char *const in_the_news[] = {
    [TDG_NAMED_NEW] = "new",   [TDG_NAMED_AGAIN] = "again", [TDG_NAMED_MORE] = "more",
    [TDG_NAMED_ALSO] = "also", [TDG_NAMED_FEWER] = "fewer",
};

const char *tdg_in_the_news_name(enum tdg_in_the_news state)
{
    return NAME(in_the_news, state);
}

static const char *const mute_kinds[] = {
    [TDG_MUTE_TERM] = "term",
    [TDG_MUTE_COLUMN] = "column",
    [TDG_MUTE_SOURCE] = "source",
};

const char *tdg_mute_name(enum tdg_mute_kind kind)
{
    return NAME(mute_kinds, kind);
}

static const char *const theme_states[] = {
    [TDG_THEME_AWAKE] = "awake",
    [TDG_THEME_ASLEEP] = "asleep",
    [TDG_THEME_ENDED] = "ended",
    [TDG_THEME_MERGED] = "merged",
};

const char *tdg_theme_state_name(enum tdg_theme_state state)
{
    return NAME(theme_states, state);
}

static const char *const ledger_kinds[] = {
    [TDG_LEDGER_ADD] = "add",       [TDG_LEDGER_REFIT] = "refit",
    [TDG_LEDGER_CHANGE] = "change", [TDG_LEDGER_BIRTH] = "birth",
    [TDG_LEDGER_SPLIT] = "split",   [TDG_LEDGER_MERGE] = "merge",
    [TDG_LEDGER_END] = "end",       [TDG_LEDGER_SLEEP] = "sleep",
    [TDG_LEDGER_RETURN] = "return", [TDG_LEDGER_EVENT] = "event",
    [TDG_LEDGER_RENAME] = "rename", [TDG_LEDGER_DESCRIBE] = "describe",
    [TDG_LEDGER_PIN] = "pin",       [TDG_LEDGER_UNPIN] = "unpin",
    [TDG_LEDGER_HIDE] = "hide",     [TDG_LEDGER_JOIN] = "join",
    [TDG_LEDGER_PART] = "part",     [TDG_LEDGER_REMOVE] = "remove",
    [TDG_LEDGER_MUTE] = "mute",     [TDG_LEDGER_UNMUTE] = "unmute",
    [TDG_LEDGER_UNDO] = "undo",
};

const char *tdg_ledger_kind_name(enum tdg_ledger_kind kind)
{
    return NAME(ledger_kinds, kind);
}

bool tdg_ledger_kind_find(enum tdg_ledger_kind *kind, const char *name)
{
    for (size_t i = 0; i < sizeof ledger_kinds / sizeof *ledger_kinds; i++)
        if (strcmp(ledger_kinds[i], name) == 0) {
            *kind = (enum tdg_ledger_kind)i;
            return true;
        }
    return false;
}
