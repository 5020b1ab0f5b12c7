// SPDX-License-Identifier: GPL-3.0-or-later
/* From an analysis of all articles into one of its themes. The articles keep the words and phrases
 * that were found in all of them, and whose copies they are; everything that depends on which
 * articles there are is made again: how frequent a word is, so that words which the whole theme
 * shares lose their weight, neighbours, groups and names. The limits of the clustering (articles a
 * theme, articles a term) follow from the number of articles by themselves. */
#include "pipeline/within.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "label/label.h"
#include "pipeline/ids.h"
#include "pipeline/lifecycle.h"
#include "pipeline/settings.h"
#include "pipeline/steps.h"
#include "pipeline/theme_names.h"
#include "text/seed_topics.h"
#include "text/select.h"
#include "vector/matrix.h"

/* "T1 to T9" */
static void list_ids(struct tdg_buffer *text, const char *begin, const char *letter, size_t count)
{
    tdg_buffer_format(text, "%s%s1", begin, letter);
    if (count > 1)
        tdg_buffer_format(text, " to %s%s%zu", begin, letter, count);
}

static int fail_unknown(const struct tdg_run *run, const char *id, const struct tdg_id_part *part)
{
    const char *outer = run->within.id ? run->within.id : "";
    struct tdg_buffer text = {0}, begin = {0};
    tdg_buffer_format(&begin, "%s%s", outer, *outer ? "." : "");
    tdg_buffer_format(&text, "no %s %.*s: ", part->parent ? "parent" : "theme",
                      (int)(begin.length + part->length), id);
    if (run->grouping.groups) {
        tdg_buffer_string(&text,
                          run->grouping.groups == 1 ? "the only theme is " : "the themes are ");
        list_ids(&text, begin.text ? begin.text : "", *outer ? "" : "T", run->grouping.groups);
    } else
        tdg_buffer_string(&text, "there are no themes");
    if (run->parents.groups) {
        tdg_buffer_string(&text, "; the parents are ");
        list_ids(&text, begin.text ? begin.text : "", "P", run->parents.groups);
    } else if (part->parent)
        tdg_buffer_string(&text, "; there are no parents");
    int status = text.failed || begin.failed ? tdg_fail_memory(run->error)
                                             : tdg_fail(run->error, TDG_EINVAL, "%s", text.text);
    tdg_buffer_done(&begin);
    tdg_buffer_done(&text);
    return status;
}

static int note(struct tdg_run *run, const char *id, const struct tdg_id_part *part)
{
    struct tdg_arena *arena = &run->articles.facts;
    size_t begin = run->within.id ? strlen(run->within.id) + 1 : 0, index = part->number - 1;
    struct tdg_within within = {.id = tdg_arena_copy(arena, id, begin + part->length),
                                .articles =
                                    run->within.id ? run->within.articles : run->articles.count};
    const struct tdg_label *parent = part->parent ? &run->parent_labels.items[index] : NULL;
    int status = TDG_OK;
    if (parent) {
        within.label = tdg_arena_string(arena, parent->text);
        within.name = tdg_arena_string(arena, parent->name);
    } else
        status = tdg_name_theme(&within.label, &within.name, run, &run->labels, index, arena);
    if (status || !within.id || !within.label || !within.name)
        return TDG_ENOMEM;
    run->within = within;
    return TDG_OK;
}

/* The first original of a copy of a copy. */
static size_t first_original(const uint32_t *copy_of, size_t article)
{
    while (copy_of[article] != TDG_NONE)
        article = copy_of[article];
    return article;
}

/* number: [articles] in the new order, TDG_NONE for those that go. A copy whose original goes is
 * an original, and those after it of the same one are its copies. */
static int select_copies(uint32_t *copy_of, const uint32_t *number, size_t count)
{
    uint32_t *first = tdg_alloc(count, sizeof *first); /* the original of each … */
    uint32_t *heir = tdg_alloc(count, sizeof *heir);   /* … and what takes its place */
    int status = first && heir ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < count; i++) {
        first[i] = (uint32_t)first_original(copy_of, i);
        heir[i] = number[i] == TDG_NONE ? TDG_NONE : (uint32_t)i;
    }
    for (size_t i = 0; !status && i < count; i++)
        if (number[i] != TDG_NONE && heir[first[i]] == TDG_NONE)
            heir[first[i]] = (uint32_t)i;
    for (size_t i = 0; !status && i < count; i++) { /* number[i] <= i */
        if (number[i] == TDG_NONE)
            continue;
        uint32_t original = copy_of[i];
        if (original != TDG_NONE && number[original] == TDG_NONE)
            original = heir[first[i]] == i ? TDG_NONE : heir[first[i]];
        copy_of[number[i]] = original == TDG_NONE ? TDG_NONE : number[original];
    }
    free(first);
    free(heir);
    return status;
}

static void drop_themes(struct tdg_run *run)
{
    tdg_labels_done(&run->parent_labels);
    tdg_labels_done(&run->labels);
    tdg_grouping_done(&run->parents);
    tdg_grouping_done(&run->grouping);
    tdg_matrix_done(&run->graph);
    tdg_matrix_done(&run->nearest);
    tdg_matrix_done(&run->rows);
    tdg_matrix_done(&run->counts);
    tdg_vocabulary_done(&run->vocabulary);
    free(run->seeds.begin);
    free(run->seeds.column);
    free(run->mixed);
    free(run->preset_names);
    run->seeds = (struct tdg_seeds_columns){0};
    run->mixed = NULL;
    run->preset_names = NULL;
    run->known = NULL;
}

static bool is_inside(const struct tdg_run *run, const struct tdg_id_part *part, size_t article)
{
    const struct tdg_grouping *grouping = part->parent ? &run->parents : &run->grouping;
    return grouping->group[article] == part->number - 1;
}

static int select_articles(struct tdg_run *run, const struct tdg_id_part *part)
{
    size_t count = run->articles.count, kept = 0;
    bool *keep = tdg_alloc(count, sizeof *keep);
    uint32_t *number = tdg_alloc(count, sizeof *number);
    int status = keep && number ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < count; i++) {
        keep[i] = is_inside(run, part, i);
        number[i] = keep[i] ? (uint32_t)kept : TDG_NONE;
        if (keep[i])
            run->articles.items[kept++] = run->articles.items[i];
    }
    if (!status)
        status = select_copies(run->copy_of, number, count);
    if (!status) {
        run->articles.count = kept;
        run->articles.strays = 0; /* which of them are here is not known any more */
        tdg_streams_select(&run->streams, keep);
        tdg_names_select(&run->names, number);
    }
    free(keep);
    free(number);
    return status;
}

/* What was asked of the themes of all articles is not asked of those inside one of them. Those are
 * looked into by people, so there are to be some articles in each. */
static void change_settings(struct tdg_settings *settings, const char *id)
{
    settings->cluster.groups = 0;
    settings->cluster.sparing = true;
    settings->themes_from = "";
    settings->trend.whole = id;
    tdg_seed_topics_done(&settings->topics);
}

/* That the parts of Cybersecurity are about Cybersecurity is no news. Several themes of one subject
 * are called "Cybersecurity (phishing)", …: see label/known.c. */
static void forget_names(struct tdg_labels *labels, const char *outer)
{
    const char *end = strstr(outer, " (");
    size_t length = end ? (size_t)(end - outer) : strlen(outer);
    for (size_t i = 0; length && i < labels->count; i++) {
        const char *name = labels->items[i].name;
        if (strncmp(name, outer, length) == 0 &&
            (!name[length] || strncmp(name + length, " (", 2) == 0))
            labels->items[i].name = "";
    }
}

int tdg_run_look_within(struct tdg_run *run)
{
    change_settings(&run->settings, run->within.id);
    int status = tdg_run_steps(run, TDG_STEP_VECTORS, TDG_STEP_LABELS);
    if (!status && run->labels.count == 1) { /* the same articles by the same name */
        run->labels.items[0].text = run->within.label;
        run->labels.items[0].name = run->within.name;
    } else if (!status) {
        forget_names(&run->labels, run->within.name);
        forget_names(&run->parent_labels, run->within.name);
    }
    return status;
}

static int go_into(struct tdg_run *run, const char *id, const struct tdg_id_part *part)
{
    size_t count = part->parent ? run->parents.groups : run->grouping.groups;
    if (part->number > count)
        return fail_unknown(run, id, part);
    int status = note(run, id, part);
    if (!status)
        status = select_articles(run, part);
    if (!status)
        status = tdg_run_times(run);
    if (status)
        return tdg_fail_memory(run->error);
    drop_themes(run);
    return tdg_run_look_within(run);
}

int tdg_run_go_within(struct tdg_run *run, const char *id)
{
    size_t at = run->within.id ? strlen(run->within.id) : 0;
    int status = TDG_OK;
    while (!status && id[at]) {
        struct tdg_id_part part;
        size_t begin = at + (at > 0); /* the dot */
        if (!tdg_id_part_read(&part, id + begin, at > 0))
            return tdg_fail(run->error, TDG_EINVAL, "invalid theme id \"%.80s\"", id);
        status = go_into(run, id, &part);
        at = begin + part.length;
    }
    return status;
}
