// SPDX-License-Identifier: GPL-3.0-or-later
/* Ids of themes, parents and stories: "T5", "P2", "T5.1", "T5.S1". */
#include "pipeline/ids.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"

bool tdg_id_part_read(struct tdg_id_part *part, const char *text, bool inside)
{
    size_t letter = *text == 'P' || (!inside && *text == 'T');
    size_t digits = strspn(text + letter, "0123456789");
    char end = text[letter + digits];
    *part = (struct tdg_id_part){.parent = *text == 'P', .length = letter + digits};
    if (!digits || digits > 9 || text[letter] == '0' || (end && end != '.') || (!inside && !letter))
        return false;
    part->number = (size_t)strtoul(text + letter, NULL, 10);
    return true;
}

bool tdg_within_is_id(const char *id)
{
    struct tdg_id_part part;
    bool inside = false;
    do {
        id += inside; /* the dot */
        if (!tdg_id_part_read(&part, id, inside))
            return false;
        id += part.length;
        inside = true;
    } while (*id);
    return true;
}

size_t tdg_within_theme(const char *id, const char **rest)
{
    struct tdg_id_part part;
    if (!tdg_id_part_read(&part, id, false) || part.parent)
        return 0;
    *rest = id + part.length;
    return part.number;
}

const char *tdg_view_id(const char *outer, char letter, size_t index, struct tdg_arena *arena)
{
    bool inside = outer && *outer;
    char of[2] = {letter, '\0'};
    struct tdg_buffer id = {0};
    tdg_buffer_format(&id, "%s%s%s%zu", inside ? outer : "", inside ? "." : "",
                      inside && letter == 'T' ? "" : of, index + 1);
    const char *kept = id.failed ? NULL : tdg_arena_string(arena, id.text);
    tdg_buffer_done(&id);
    return kept;
}
