// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/title.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/analysis.h>

/* The name of a well-known subject says more than terms do; the terms say what it is here. */
#define JOINED(name, label) "%s%s%s", name, *(name) ? ": " : "", label

const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT])
{
    text[0] = '\0';
    if (number)
        snprintf(text, TDG_ID_TEXT, "%c%lu", letter, (unsigned long)number);
    return text;
}

/* The label of a topic of the user is "name: terms" already. */
const char *tdg_title_name(const char *name, const char *label)
{
    size_t length = name ? strlen(name) : 0;
    bool repeated = length && strncmp(label, name, length) == 0 && strchr(":", label[length]);
    return length && !repeated ? name : "";
}

void tdg_title_text(struct tdg_buffer *text, const char *name, const char *label)
{
    const char *shown = tdg_title_name(name, label);
    tdg_buffer_format(text, JOINED(shown, label));
}

const char *tdg_short_title(const char *name, const char *label)
{
    return name && *name ? name : label;
}

const char *tdg_title(const char *name, const char *label, char title[TDG_TITLE])
{
    const char *shown = tdg_title_name(name, label);
    snprintf(title, TDG_TITLE, JOINED(shown, label));
    return title;
}

const char *tdg_theme_title(const struct tdg_theme_view *theme, char title[TDG_TITLE])
{
    return tdg_title(theme->name, theme->label, title);
}

const char *tdg_parent_title(const struct tdg_parent_view *parent, char title[TDG_TITLE])
{
    return tdg_title(parent->name, parent->label, title);
}
