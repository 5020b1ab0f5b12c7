// SPDX-License-Identifier: GPL-3.0-or-later
/* A batch among the articles around it in time: of which it has copies, and whose stories it goes
 * on with. What is in the archive stays where it is: a new article joins a story, a story never
 * changes its number, and of two texts the same the one that came first to the archive stays the
 * original. */
#include "archive/nearby.h"

#include <stdbool.h>

#include <stdlib.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/events.h"
#include "archive/load.h"
#include "archive/place.h"
#include "archive/revision.h"
#include "base/error.h"
#include "base/memory.h"
#include "cluster/grouping.h"
#include "dedup/copies.h"
#include "input/input.h"
#include "pipeline/lifecycle.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/events.h"
#include "store/themes.h"
#include "story/story.h"

enum {
    MIN_AROUND = 2000, /* articles of the archive that are looked at at most, at least so many */
    TIMES_BATCH = 4,   /* and so many times the batch */
    DAY = 86400,
    EVENT_DAYS = 49, /* before a batch, for events: those of two weeks are found again, and what
                        they are compared with is five weeks before */
    EVENT_TIMES = 9,
};

struct window {
    struct tdg_update *update;
    struct tdg_run *run;
    bool *fresh;      /* [articles] */
    int64_t *copy_of; /* [articles] numbers, 0 for an original */
    int64_t *theme;   /* [articles] */
    int64_t *story;   /* [articles] */
    int64_t *event;   /* [articles] */
    struct tdg_row_index index;
    int64_t
        *successors; /* [heir_count] copies of a text that is no more, which are originals now */
    size_t heir_count;
};

static void window_done(struct window *w)
{
    free(w->fresh);
    free(w->copy_of);
    free(w->theme);
    free(w->story);
    free(w->event);
    free(w->successors);
    tdg_row_index_done(&w->index);
}

struct tdg_article_range tdg_update_around(const struct tdg_run *run, int64_t before)
{
    struct tdg_article_range range = {.from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true};
    int64_t pause = run->settings.story.pause;
    for (size_t i = 0; i < run->articles.count; i++) {
        int64_t time = run->articles.items[i].published;
        if (time == TDG_NO_DATE)
            continue;
        if (range.from == TDG_NO_DATE || time < range.from)
            range.from = time;
        if (range.to == TDG_NO_DATE || time > range.to)
            range.to = time;
    }
    if (range.to != TDG_NO_DATE) {
        range.from -= before > pause ? before : pause;
        range.to += pause;
        range.undated = false;
    }
    range.limit = TIMES_BATCH * run->articles.count;
    if (range.limit < MIN_AROUND)
        range.limit = MIN_AROUND;
    return range;
}

static bool is_in(const int64_t *numbers, size_t count, int64_t number)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (numbers[middle] < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low < count && numbers[low] == number;
}

/* Numbers of articles. */
struct numbers {
    int64_t *items;
    size_t count, capacity;
};

static int add_number(void *context, int64_t number)
{
    struct numbers *numbers = context;
    int64_t *grown =
        tdg_grow(numbers->items, &numbers->capacity, numbers->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    numbers->items = grown;
    numbers->items[numbers->count++] = number;
    return TDG_OK;
}

/* What a changed article was a copy of, and what was a copy of it, however far away: whether they
 * still are is asked of all of them. */
static int list_kin(struct numbers *kin, const struct tdg_update *update)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < update->changed_count; i++) {
        const struct tdg_changed *changed = &update->changed[i];
        if (changed->copy_of)
            status = add_number(kin, changed->copy_of);
        if (!status)
            status = tdg_archive_each_copy(update->archive, changed->number, add_number, kin,
                                           update->error);
    }
    return status;
}

static int load_kin(struct window *w)
{
    struct numbers kin = {0};
    struct tdg_row_index index = {0};
    int status = list_kin(&kin, w->update);
    if (!status && kin.count)
        status = tdg_row_index_build(&index, w->run);
    if (!status && kin.count)
        qsort(kin.items, kin.count, sizeof *kin.items, tdg_compare_numbers);
    for (size_t i = 0; !status && i < kin.count; i++) {
        struct tdg_article_range range = {
            .from = TDG_NO_DATE, .to = TDG_NO_DATE, .undated = true, .article = kin.items[i]};
        bool twice = i && kin.items[i - 1] == kin.items[i];
        if (!twice && tdg_row_of(&index, kin.items[i]) == TDG_NONE)
            status = tdg_update_load(w->run, w->update, &range);
    }
    free(kin.items);
    tdg_row_index_done(&index);
    return status;
}

/* The batch is in the archive already: what was just put there is not loaded a second time. */
static int bring_together(struct window *w, const int64_t *numbers, size_t count)
{
    struct tdg_run *run = w->run;
    struct tdg_article_range range = tdg_update_around(run, (int64_t)EVENT_DAYS * DAY);
    size_t batch = run->articles.count, kept = batch;
    range.limit = EVENT_TIMES * batch > MIN_AROUND ? EVENT_TIMES * batch : MIN_AROUND;
    range.limit += batch;
    int status = tdg_update_load(run, w->update, &range);
    for (size_t i = batch; !status && i < run->articles.count; i++)
        if (!is_in(numbers, count, tdg_run_number(run, i)))
            run->articles.items[kept++] = run->articles.items[i];
    if (status)
        return status;
    run->articles.count = kept;
    status = load_kin(w);
    return status ? status : tdg_run_order(run);
}

/* A changed article that stays is where it was, before anything is looked for. */
static void stay(struct window *w, size_t row)
{
    const struct tdg_changed *changed = tdg_update_changed(w->update, tdg_run_number(w->run, row));
    if (changed && changed->stays) {
        w->theme[row] = changed->theme;
        w->story[row] = changed->story;
    }
}

static int fill_in(struct window *w, const int64_t *numbers, size_t count)
{
    struct tdg_run *run = w->run;
    size_t rows = run->articles.count;
    w->fresh = tdg_alloc(rows, sizeof *w->fresh);
    w->copy_of = tdg_alloc(rows, sizeof *w->copy_of);
    w->theme = tdg_alloc(rows, sizeof *w->theme);
    w->story = tdg_alloc(rows, sizeof *w->story);
    w->event = tdg_alloc(rows, sizeof *w->event);
    if (!w->fresh || !w->copy_of || !w->theme || !w->story || !w->event ||
        tdg_row_index_build(&w->index, run))
        return tdg_fail_memory(w->update->error);
    int status = TDG_OK;
    for (size_t i = 0; !status && i < rows; i++) {
        int64_t number = tdg_run_number(run, i);
        w->fresh[i] = is_in(numbers, count, number);
        if (w->fresh[i])
            stay(w, i);
        else
            status =
                tdg_archive_event_of(&w->event[i], w->update->archive, number, w->update->error);
        if (!status && !w->fresh[i])
            status = tdg_archive_place_of(&w->copy_of[i], &w->theme[i], &w->story[i],
                                          w->update->archive, number, w->update->error);
    }
    return status;
}

/* The original in the archive of an article that is there already. */
static int64_t root_of(const struct window *w, uint32_t row)
{
    return w->copy_of[row] ? w->copy_of[row] : tdg_run_number(w->run, row);
}

/* The row with the text of a row, as the run found it. */
static uint32_t text_of(const struct window *w, uint32_t row)
{
    return w->run->copy_of[row] == TDG_NONE ? row : w->run->copy_of[row];
}

/* The row of the changed article that one of the archive is a copy of; TDG_NONE for others. */
static uint32_t changed_original(const struct window *w, size_t row)
{
    uint32_t original =
        w->fresh[row] || !w->copy_of[row] ? TDG_NONE : tdg_row_of(&w->index, w->copy_of[row]);
    return original != TDG_NONE && w->fresh[original] ? original : TDG_NONE;
}

/* What was a copy of the old text and is none of the new one: the earliest, in the order of the
 * rows, speaks for the others from now on. */
static int release_copies(struct window *w)
{
    size_t rows = w->run->articles.count;
    int64_t *successor = tdg_alloc(rows, sizeof *successor); /* of the copies of a row */
    w->successors = tdg_alloc(rows, sizeof *w->successors);
    int status = successor && w->successors ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        uint32_t original = changed_original(w, i);
        if (original == TDG_NONE || text_of(w, (uint32_t)i) == text_of(w, original))
            continue;
        int64_t number = tdg_run_number(w->run, i);
        w->copy_of[i] = successor[original];
        if (!successor[original])
            w->successors[w->heir_count++] = successor[original] = number;
        status = tdg_archive_set_copy(w->update->archive, number, w->copy_of[i], w->update->error);
    }
    free(successor);
    return status;
}

/* Of two that have changed together, the original stays the original, whatever their dates are. */
static bool was_copy(const struct window *w, uint32_t copy, size_t original)
{
    const struct tdg_changed *changed = tdg_update_changed(w->update, tdg_run_number(w->run, copy));
    return changed && !w->copy_of[copy] && changed->copy_of == tdg_run_number(w->run, original);
}

/* The original of a new article that was found to be like one in the archive. That may be a copy
 * itself, of an article that came too long before this one: then this is another original. Only the
 * same long text is the same at any time. An original that was not loaded is older than what was.
 */
static int64_t root_in_time(const struct window *w, uint32_t row, uint32_t found)
{
    const struct tdg_article *items = w->run->articles.items;
    int64_t root = root_of(w, found);
    uint32_t root_row = tdg_row_of(&w->index, root);
    int64_t came = root_row == TDG_NONE ? TDG_NO_DATE : items[root_row].published;
    bool near = root_row != TDG_NONE &&
                tdg_is_copy_in_time(&w->run->settings.copies, came, items[row].published);
    return near || root_row == found || tdg_is_lasting_copy(&items[row], &items[found]) ? root : 0;
}

/* Settles the originals of the batch. found[row] is what the run found: the earliest with the same
 * text. One that was found to be the original of something in the archive is its copy, but for what
 * was a copy of it before. */
static void settle_copies(struct window *w)
{
    uint32_t *found = w->run->copy_of;
    size_t rows = w->run->articles.count;
    for (size_t i = 0; i < rows; i++)
        if (!w->fresh[i] && found[i] != TDG_NONE && w->fresh[found[i]] && !w->copy_of[found[i]] &&
            root_of(w, (uint32_t)i) != tdg_run_number(w->run, found[i]))
            w->copy_of[found[i]] = root_of(w, (uint32_t)i);
    for (size_t i = 0; i < rows; i++)
        if (w->fresh[i] && found[i] != TDG_NONE && !w->copy_of[i] && was_copy(w, found[i], i))
            w->copy_of[found[i]] = tdg_run_number(w->run, i);
    for (size_t i = 0; i < rows; i++)
        if (w->fresh[i] && found[i] != TDG_NONE && !w->copy_of[i] &&
            root_of(w, found[i]) != tdg_run_number(w->run, i))
            w->copy_of[i] = root_in_time(w, (uint32_t)i, found[i]);
    for (size_t i = 0; i < rows; i++) {
        uint32_t original = changed_original(w, i);
        if (original != TDG_NONE && w->copy_of[original])
            w->copy_of[i] = w->copy_of[original];
    }
    for (size_t i = 0; i < rows; i++)
        found[i] = w->copy_of[i] ? tdg_row_of(&w->index, w->copy_of[i]) : TDG_NONE;
}

/* Copies of the batch are where their original is, and so are those of what has changed. */
static int place_copies(struct window *w)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < w->run->articles.count; i++) {
        if (!w->copy_of[i] || (!w->fresh[i] && changed_original(w, i) == TDG_NONE))
            continue;
        status = tdg_archive_place_as(w->update->archive, tdg_run_number(w->run, i), w->copy_of[i],
                                      &w->theme[i], &w->story[i], w->update->error);
    }
    return status;
}

/* What stays is in its story still. */
static int keep_stories(struct window *w)
{
    int status = TDG_OK;
    for (size_t i = 0; !status && i < w->run->articles.count; i++)
        if (w->fresh[i] && w->story[i])
            status = tdg_archive_set_story(w->update->archive, tdg_run_number(w->run, i),
                                           w->story[i], w->update->error);
    return status;
}

/* The grouping that the stories are sought in: the themes as they are. */
static int group(struct window *w)
{
    struct tdg_run *run = w->run;
    const struct tdg_stored_themes *themes = &w->update->themes;
    size_t rows = run->articles.count;
    struct tdg_grouping *grouping = &run->grouping;
    *grouping = (struct tdg_grouping){
        .rows = rows,
        .groups = (uint32_t)themes->count,
        .group = tdg_alloc(rows, sizeof *grouping->group),
    };
    if (!grouping->group)
        return tdg_fail_memory(w->update->error);
    for (size_t i = 0; i < rows; i++) {
        grouping->group[i] = TDG_NONE;
        for (uint32_t t = 0; w->theme[i] && t < grouping->groups; t++)
            if (themes->items[t].number == w->theme[i])
                grouping->group[i] = t;
    }
    return TDG_OK;
}

/* The story of the archive that most of the members of a found one are in, 0 for none; in a tie the
 * oldest one. */
static int64_t story_of(const struct window *w, const struct tdg_story *found)
{
    int64_t best = 0;
    size_t most = 0;
    for (size_t i = 0; i < found->articles; i++) {
        int64_t story = w->story[found->members[i]];
        size_t count = 0;
        for (size_t j = 0; story && j < found->articles; j++)
            count += w->story[found->members[j]] == story;
        if (count > most || (count && count == most && story < best)) {
            most = count;
            best = story;
        }
    }
    return best;
}

static bool has_fresh(const struct window *w, const struct tdg_story *found)
{
    bool fresh = false;
    for (size_t i = 0; i < found->articles; i++)
        fresh = fresh || w->fresh[found->members[i]];
    return fresh;
}

/* Gives the members that are in no story yet the one of the found story. *number is 0 where nothing
 * is to be said. */
static int join_story(struct window *w, size_t index, int64_t *number)
{
    const struct tdg_story *found = &w->run->stories.items[index];
    struct tdg_update *update = w->update;
    *number = story_of(w, found);
    if (!has_fresh(w, found))
        return TDG_OK;
    bool begins = !*number;
    int status = TDG_OK;
    if (begins) {
        status = tdg_archive_new_story(number, update->archive,
                                       update->themes.items[found->group].number, update->error);
        update->change.stories++;
    }
    for (size_t i = 0; !status && i < found->articles; i++) {
        uint32_t row = found->members[i];
        if (w->story[row])
            continue;
        w->story[row] = *number;
        status = tdg_archive_set_story(update->archive, tdg_run_number(w->run, row), *number,
                                       update->error);
    }
    if (!status && w->story[found->headline] == *number)
        status = tdg_archive_describe_story(
            update->archive, *number, tdg_run_number(w->run, found->headline), 0, update->error);
    return status;
}

static int join_stories(struct window *w)
{
    const struct tdg_stories *stories = &w->run->stories;
    int64_t *number = tdg_alloc(stories->count, sizeof *number);
    int status = number ? TDG_OK : TDG_ENOMEM;
    for (size_t s = 0; !status && s < stories->count; s++)
        status = join_story(w, s, &number[s]);
    for (size_t s = 0; !status && s < stories->count; s++) {
        uint32_t before = stories->items[s].sequel_of;
        if (number[s] && before != TDG_NONE && number[before] && number[before] < number[s])
            status = tdg_archive_describe_story(w->update->archive, number[s], 0, number[before],
                                                w->update->error);
    }
    free(number);
    return status;
}

int tdg_update_join_nearby(struct tdg_update *update, const int64_t *fresh, size_t count)
{
    struct window w = {.update = update, .run = &update->run};
    int status = bring_together(&w, fresh, count);
    if (!status)
        status = fill_in(&w, fresh, count);
    if (!status)
        status = tdg_run_steps(w.run, TDG_STEP_COPIES, TDG_STEP_COPIES);
    if (!status)
        status = release_copies(&w);
    if (!status) {
        settle_copies(&w);
        status = tdg_run_steps(w.run, TDG_STEP_TERMS, TDG_STEP_TERMS);
    }
    if (!status)
        status = tdg_update_place(update, w.fresh, w.copy_of, w.theme);
    if (!status)
        status = keep_stories(&w);
    if (!status)
        status = place_copies(&w);
    if (!status)
        status = tdg_update_learn_changed(update, w.successors, w.heir_count);
    if (!status)
        status = tdg_run_steps(w.run, TDG_STEP_VECTORS, TDG_STEP_NEIGHBOURS);
    if (!status)
        status = group(&w);
    if (!status)
        status = tdg_run_steps(w.run, TDG_STEP_EVENTS, TDG_STEP_STORIES);
    if (!status)
        status = join_stories(&w);
    if (!status)
        status = tdg_update_store_events(update, w.run, w.fresh, w.event);
    window_done(&w);
    return status;
}
