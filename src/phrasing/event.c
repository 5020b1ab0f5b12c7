// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/event.h"

void tdg_event_names_text(struct tdg_buffer *text, const struct tdg_event_view *event, size_t limit)
{
    for (size_t i = 0; i < event->entity_count && i < limit; i++) {
        if (i)
            tdg_buffer_string(text, ", ");
        tdg_buffer_string(text, event->entities[i].name);
    }
}
