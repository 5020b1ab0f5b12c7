// SPDX-License-Identifier: GPL-3.0-or-later
/* A name says much of an event that many of its articles have, and few others. */
#include "view/event_entities.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "text/muting.h"
#include "view/entities.h"
#include "view/result.h"

enum { MOST = 6, LEAST = 2 /* articles */, PART = 5 /* and one of so many */ };

struct candidate {
    double score;
    uint32_t name;
    uint32_t articles; /* of the event */
};

struct choosing {
    struct tdg_analysis *analysis;
    const struct tdg_run *run;
    struct tdg_article_names named;
    uint32_t *articles;           /* [names] of the present event; 0 between two events */
    struct candidate *candidates; /* [names] those of the present event */
    size_t count;
};

static void find_candidates(struct choosing *choosing, const struct tdg_event_view *event)
{
    choosing->count = 0;
    for (size_t i = 0; i < event->articles; i++) {
        uint32_t article = event->members[i];
        const size_t *begin = choosing->named.begin + article;
        for (size_t at = begin[0]; at < begin[1]; at++) {
            uint32_t name = choosing->named.name[at];
            if (!choosing->articles[name]++)
                choosing->candidates[choosing->count++].name = name;
        }
    }
}

/* As words are weighted: by how often it is there, and how rare elsewhere. */
static double score_of(const struct choosing *choosing, uint32_t name, uint32_t articles)
{
    double all = (double)choosing->run->articles.count;
    return articles * log((1 + all) / (double)choosing->run->names.items[name].article_count);
}

static bool tells(const struct choosing *choosing, const struct tdg_event_view *event,
                  const struct candidate *candidate)
{
    const struct tdg_name *name = &choosing->run->names.items[candidate->name];
    struct tdg_muting *muted = choosing->run->muted.rules;
    return name->kind != TDG_OTHER_NAME && candidate->articles >= LEAST &&
           (size_t)candidate->articles * PART >= event->articles &&
           !(muted && tdg_muting_hides(muted, name->text));
}

/* Names are in the order of their articles, then text. */
static int best_first(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    if (a->score != b->score)
        return a->score > b->score ? -1 : 1;
    return (a->name > b->name) - (a->name < b->name);
}

static const char *text_of(const struct choosing *choosing, uint32_t name)
{
    return choosing->run->names.items[name].text;
}

/* Of a full name and a part of it the full one is enough. */
static size_t keep_best(struct choosing *choosing, size_t count)
{
    struct candidate *all = choosing->candidates;
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0;
        for (; same < kept; same++) {
            const char *one = text_of(choosing, all[same].name);
            const char *other = text_of(choosing, all[i].name);
            if (tdg_name_ends(one, other))
                break;
            if (tdg_name_ends(other, one)) {
                all[same] = all[i];
                break;
            }
        }
        if (same == kept && kept < MOST)
            all[kept++] = all[i];
    }
    return kept;
}

static size_t choose(struct choosing *choosing, const struct tdg_event_view *event)
{
    size_t told = 0;
    find_candidates(choosing, event);
    for (size_t i = 0; i < choosing->count; i++) {
        struct candidate one = choosing->candidates[i];
        one.articles = choosing->articles[one.name];
        choosing->articles[one.name] = 0;
        one.score = score_of(choosing, one.name, one.articles);
        if (tells(choosing, event, &one))
            choosing->candidates[told++] = one;
    }
    if (told)
        qsort(choosing->candidates, told, sizeof *choosing->candidates, best_first);
    return keep_best(choosing, told);
}

static int view_event(struct choosing *choosing, struct tdg_event_view *event)
{
    struct tdg_arena *arena = &choosing->analysis->arena;
    size_t count = choose(choosing, event);
    struct tdg_event_entity_view *views = tdg_arena_alloc(arena, (count + 1) * sizeof *views);
    for (size_t i = 0; views && i < count; i++) {
        const struct candidate *candidate = &choosing->candidates[i];
        views[i] = (struct tdg_event_entity_view){
            .name = tdg_arena_string(arena, text_of(choosing, candidate->name)),
            .kind = choosing->run->names.items[candidate->name].kind,
            .articles = candidate->articles,
        };
        if (!views[i].name)
            return TDG_ENOMEM;
    }
    event->entities = views;
    event->entity_count = count;
    return views ? TDG_OK : TDG_ENOMEM;
}

int tdg_view_event_entities(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    size_t names = run->names.count;
    if (!names)
        return TDG_OK;
    struct choosing choosing = {
        .analysis = analysis,
        .run = run,
        .articles = tdg_alloc(names, sizeof *choosing.articles),
        .candidates = tdg_alloc(names, sizeof *choosing.candidates),
    };
    int status = choosing.articles && choosing.candidates ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_names_by_article(&choosing.named, &run->names, run->articles.count);
    for (size_t i = 0; !status && i < analysis->event_count; i++)
        status = view_event(&choosing, &analysis->events[i]);
    tdg_article_names_done(&choosing.named);
    free(choosing.articles);
    free(choosing.candidates);
    return status;
}
