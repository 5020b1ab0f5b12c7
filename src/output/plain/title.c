// SPDX-License-Identifier: GPL-3.0-or-later
/* What themes are called: their ids and their titles. */
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>

const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT])
{
    text[0] = '\0';
    if (number)
        snprintf(text, TDG_ID_TEXT, "%c%lu", letter, (unsigned long)number);
    return text;
}

/* The name of a well-known subject says more than terms do; the terms say what it is here. */
static const char *join(const char *name, const char *label, char title[TDG_TITLE])
{
    bool named = name && *name;
    snprintf(title, TDG_TITLE, "%s%s%s", named ? name : "", named ? ": " : "", label);
    return title;
}

const char *tdg_theme_title(const struct tdg_theme_view *theme, char title[TDG_TITLE])
{
    return join(theme->seeded ? "" : theme->name, theme->label, title);
}

const char *tdg_parent_title(const struct tdg_parent_view *parent, char title[TDG_TITLE])
{
    return join(parent->name, parent->label, title);
}
