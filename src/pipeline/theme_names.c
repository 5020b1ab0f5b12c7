// SPDX-License-Identifier: GPL-3.0-or-later
/* What the themes of a run are called. */
#include "pipeline/theme_names.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "phrasing/title.h"

/* The topic that a theme grew from, NULL for none. */
const struct tdg_seed_topic *tdg_seed_topic_of(const struct tdg_run *run, size_t index)
{
    const uint32_t *subject = run->grouping.subject;
    bool seeded = subject && subject[index] != TDG_NONE;
    return seeded ? &run->settings.topics.items[subject[index]] : NULL;
}

/* A theme of a person's subject begins with its name, which no other theme has. */
int tdg_name_theme(const char **label, const char **name, const struct tdg_run *run,
                   const struct tdg_labels *labels, size_t index, struct tdg_arena *arena)
{
    const struct tdg_seed_topic *topic = tdg_seed_topic_of(run, index);
    const char *own_label = labels->items[index].text, *own_name = labels->items[index].name;
    if (run->preset_names) {
        own_label = run->preset_names[index];
        own_name = "";
    }
    for (size_t i = 0; !topic && i < run->grouping.groups; i++)
        if (tdg_seed_topic_of(run, i) && strcmp(tdg_seed_topic_of(run, i)->name, own_name) == 0)
            own_name = "";
    struct tdg_buffer text = {0};
    tdg_title_text(&text, topic ? topic->name : "", own_label);
    *label = text.failed ? NULL : tdg_arena_string(arena, text.text);
    *name = tdg_arena_string(arena, topic ? topic->name : own_name);
    tdg_buffer_done(&text);
    return *label && *name ? TDG_OK : TDG_ENOMEM;
}
