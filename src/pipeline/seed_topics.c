// SPDX-License-Identifier: GPL-3.0-or-later
/* A person's subjects in terms of the corpus. What is not met in it is reported: a subject that
 * nobody could be drawn to is worth knowing of. */
#include "pipeline/seed_topics.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/progress.h"
#include "input/input.h"
#include "pipeline/tally.h"
#include "text/lookup.h"
#include "text/text.h"

static const char *language_of(const void *context, size_t index)
{
    return ((const struct tdg_articles *)context)->items[index].language;
}

/* The columns of one subject, and which of its words have one. */
struct search {
    struct tdg_run *run;
    const struct tdg_seed_topic *topic;
    uint32_t *term; /* [topic->count] */
    bool *known;    /* [topic->count] */
};

static int find_in_language(struct search *search, const char *language)
{
    const struct tdg_run *run = search->run;
    struct tdg_seeds_columns *seeds = &search->run->seeds;
    int status = tdg_terms_find(search->term, search->topic->words, search->topic->count, language,
                                run->settings.text.stem, &run->streams);
    for (size_t i = 0; !status && i < search->topic->count; i++) {
        uint32_t term = search->term[i];
        uint32_t column = term == TDG_NONE ? TDG_NONE : run->vocabulary.column[term];
        if (column == TDG_NONE)
            continue;
        search->known[i] = true;
        uint32_t *grown = tdg_grow(seeds->column, &seeds->capacity, seeds->used + 1, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        seeds->column = grown;
        grown[seeds->used++] = column;
    }
    return status;
}

static void tell(const struct search *search, size_t unknown)
{
    const struct tdg_seed_topic *topic = search->topic;
    struct tdg_buffer text = {0};
    if (!unknown)
        return;
    if (unknown == topic->count)
        tdg_buffer_format(&text,
                          "%s: no theme, because too few or too many articles contain its terms",
                          topic->name);
    else {
        tdg_buffer_format(&text, "%s: too few or too many articles contain", topic->name);
        const char *mark = " ";
        for (size_t i = 0; i < topic->count; i++)
            if (!search->known[i]) {
                tdg_buffer_format(&text, "%s\"%s\"", mark, topic->words[i]);
                mark = ", ";
            }
    }
    if (!text.failed)
        tdg_notice(search->run->monitor, TDG_NOTICE_WARNING, search->run->settings.seeds,
                   topic->line, "%s", text.text);
    tdg_buffer_done(&text);
}

static int find_columns(struct tdg_run *run, const struct tdg_seed_topic *topic,
                        const struct tdg_tally *languages, size_t language_count)
{
    struct search search = {run, topic, tdg_alloc(topic->count, sizeof *search.term),
                            tdg_alloc(topic->count, sizeof *search.known)};
    int status = search.term && search.known ? find_in_language(&search, "") : TDG_ENOMEM;
    for (size_t i = 0; !status && i < language_count; i++)
        status = find_in_language(&search, languages[i].name);
    size_t unknown = 0;
    for (size_t i = 0; !status && i < topic->count; i++)
        unknown += !search.known[i];
    if (!status)
        tell(&search, unknown);
    free(search.term);
    free(search.known);
    return status;
}

int tdg_seeds_find(struct tdg_run *run)
{
    const struct tdg_seed_topics *topics = &run->settings.topics;
    struct tdg_seeds_columns *seeds = &run->seeds;
    struct tdg_arena arena = {0};
    const struct tdg_tally *languages;
    size_t language_count;
    if (!topics->count)
        return TDG_OK;
    seeds->begin = tdg_alloc(topics->count + 1, sizeof *seeds->begin);
    int status = seeds->begin ? tdg_tally_names(&languages, &language_count, run->articles.count,
                                                language_of, &run->articles, &arena)
                              : TDG_ENOMEM;
    for (size_t i = 0; !status && i < topics->count; i++) {
        status = find_columns(run, &topics->items[i], languages, language_count);
        seeds->begin[i + 1] = seeds->used;
    }
    tdg_arena_done(&arena);
    return tdg_fail_status(run->error, status);
}

void tdg_seeds_tell_unused(const struct tdg_run *run)
{
    const struct tdg_seed_topics *topics = &run->settings.topics;
    for (uint32_t i = 0; i < topics->count; i++) {
        bool used = run->seeds.begin[i] == run->seeds.begin[i + 1]; /* has been told */
        for (uint32_t g = 0; !used && g < run->grouping.groups; g++)
            used = run->grouping.subject[g] == i;
        struct tdg_buffer text = {0};
        if (used)
            continue;
        tdg_buffer_format(&text, "%s: no theme, because no articles are clearly about it",
                          topics->items[i].name);
        if (!text.failed)
            tdg_notice(run->monitor, TDG_NOTICE_WARNING, run->settings.seeds, topics->items[i].line,
                       "%s", text.text);
        tdg_buffer_done(&text);
    }
}
