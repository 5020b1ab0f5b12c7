// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/beside.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "base/progress.h"
#include "input/kind.h"

enum {
    SHOWN = 4,
    FEW = 10 /* undated texts beside so many times as many records are no articles */
};

void tdg_beside_done(struct tdg_beside *beside)
{
    free(beside->texts);
    tdg_buffer_done(&beside->names);
    *beside = (struct tdg_beside){0};
}

bool tdg_beside_is_inside(const struct tdg_beside *beside, const char *name)
{
    return beside->input && strcmp(beside->input, name) != 0;
}

void tdg_beside_pass(struct tdg_beside *beside, const char *name, const struct tdg_monitor *monitor)
{
    tdg_notice(monitor, TDG_NOTICE_LEFT_OUT, name, 0, "not taken for an article");
    size_t input = beside->input ? strlen(beside->input) : 0;
    if (strncmp(name, beside->input ? beside->input : "", input) == 0)
        name += input;
    while (*name == '/' || *name == ':')
        name++;
    if (beside->named++ < SHOWN)
        tdg_buffer_format(&beside->names, "%s%s", beside->names.length ? ", " : "", name);
}

int tdg_beside_add(struct tdg_beside *beside, const struct tdg_articles *articles, size_t from,
                   const char *name, bool text)
{
    bool explains = tdg_kind_explains(name);
    if (!text && !explains) {
        beside->records += articles->count - from;
        return TDG_OK;
    }
    for (size_t i = from; i < articles->count; i++) {
        if (!explains && articles->items[i].published != TDG_NO_DATE)
            continue;
        struct tdg_beside_text *grown =
            tdg_grow(beside->texts, &beside->capacity, beside->count + 1, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        beside->texts = grown;
        beside->texts[beside->count++] = (struct tdg_beside_text){i, explains};
    }
    return TDG_OK;
}

int tdg_beside_decide(struct tdg_beside *beside, const struct tdg_articles *articles,
                      const struct tdg_monitor *monitor)
{
    size_t plain = 0, kept = beside->first;
    for (size_t i = beside->first; i < beside->count; i++)
        plain += !beside->texts[i].explains;
    bool few = plain <= beside->records / FEW;
    for (size_t i = beside->first; i < beside->count && beside->records; i++) {
        struct tdg_beside_text text = beside->texts[i];
        if (!text.explains && !few)
            continue;
        tdg_beside_pass(beside, articles->files[articles->items[text.article].file], monitor);
        beside->texts[kept++] = text;
    }
    beside->count = beside->first = kept;
    int status = beside->names.failed ? TDG_ENOMEM : TDG_OK;
    if (!status && beside->named > SHOWN)
        tdg_notice(monitor, TDG_NOTICE_WARNING, beside->input, 0,
                   "not taken for articles: %s and %zu more", beside->names.text,
                   beside->named - SHOWN);
    else if (!status && beside->named)
        tdg_notice(monitor, TDG_NOTICE_WARNING, beside->input, 0, "not taken for articles: %s",
                   beside->names.text);
    tdg_buffer_clear(&beside->names);
    beside->named = beside->records = 0;
    return status;
}

void tdg_beside_remove(struct tdg_beside *beside, struct tdg_articles *articles,
                       struct tdg_understood *understood)
{
    size_t kept = 0, next = 0;
    for (size_t i = 0; i < articles->count; i++) {
        if (next < beside->count && beside->texts[next].article == i) {
            tdg_understood_forget(understood, &articles->items[i]);
            next++;
        } else
            articles->items[kept++] = articles->items[i];
    }
    articles->count = kept;
}
