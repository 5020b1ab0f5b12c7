// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/entities.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/intern.h"
#include "pipeline/ids.h"
#include "text/muting.h"
#include "view/result.h"

enum { MOST = 1000 };

bool tdg_name_ends(const char *name, const char *end)
{
    size_t length = strlen(name), part = strlen(end);
    return part < length && strcmp(name + length - part, end) == 0 &&
           strchr(" -", name[length - part - 1]);
}

static int count_sources(struct tdg_entity_view *entity, const struct tdg_analysis *analysis)
{
    struct tdg_intern sources = {0};
    int status = TDG_OK;
    for (size_t i = 0; !status && i < entity->article_count; i++) {
        const char *source = analysis->articles[entity->articles[i]].source;
        if (*source && tdg_intern(&sources, source, strlen(source)) == TDG_NONE)
            status = TDG_ENOMEM;
    }
    entity->sources = sources.count;
    tdg_intern_done(&sources);
    return status;
}

static int view_variants(struct tdg_entity_view *entity, const struct tdg_name *name,
                         const struct tdg_run *run, struct tdg_arena *arena)
{
    const char **variants = tdg_arena_alloc(arena, (name->variant_count + 1) * sizeof *variants);
    if (!variants)
        return TDG_ENOMEM;
    for (size_t i = 0; i < name->variant_count; i++) {
        if (run->muted.rules && tdg_muting_hides(run->muted.rules, name->variants[i]))
            continue;
        variants[entity->variant_count] = tdg_arena_string(arena, name->variants[i]);
        if (!variants[entity->variant_count++])
            return TDG_ENOMEM;
    }
    entity->variants = variants;
    return TDG_OK;
}

static int view_entity(struct tdg_analysis *analysis, const struct tdg_run *run,
                       const struct tdg_name *name)
{
    struct tdg_arena *arena = &analysis->arena;
    struct tdg_entity_view *entity = &analysis->entities[analysis->entity_count];
    uint32_t *articles = tdg_arena_alloc(arena, name->article_count * sizeof *articles);
    *entity = (struct tdg_entity_view){
        .id = tdg_view_id(run->within.id, 'N', analysis->entity_count, arena),
        .name = tdg_arena_string(arena, name->text),
        .kind = name->kind,
        .article_count = name->article_count,
        .articles = articles,
    };
    if (!articles || !entity->id || !entity->name)
        return TDG_ENOMEM;
    memcpy(articles, name->articles, name->article_count * sizeof *articles);
    int status = view_variants(entity, name, run, arena);
    if (!status)
        status = count_sources(entity, analysis);
    analysis->entity_count++;
    return status;
}

int tdg_view_entities(struct tdg_analysis *analysis, const struct tdg_run *run)
{
    size_t most = run->names.count < MOST ? run->names.count : MOST;
    analysis->entities = tdg_arena_alloc(&analysis->arena, (most + 1) * sizeof *analysis->entities);
    int status = analysis->entities ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < run->names.count && analysis->entity_count < most; i++) {
        const struct tdg_name *name = &run->names.items[i];
        if (!run->muted.rules || !tdg_muting_hides(run->muted.rules, name->text))
            status = view_entity(analysis, run, name);
    }
    return status;
}
