// SPDX-License-Identifier: GPL-3.0-or-later
#include "view/archive_view.h"

#include <stdbool.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "archive/load.h"
#include "archive/mute.h"
#include "base/error.h"
#include "cluster/group_count.h"
#include "cluster/grouping.h"
#include "label/label.h"
#include "phrasing/unplaced.h"
#include "pipeline/events.h"
#include "pipeline/ids.h"
#include "pipeline/lifecycle.h"
#include "pipeline/mute.h"
#include "pipeline/steps.h"
#include "store/articles.h"
#include "store/names.h"
#include "store/store.h"
#include "store/trouble.h"
#include "story/describe.h"
#include "story/story.h"
#include "text/text.h"
#include "vector/centroids.h"
#include "view/assemble.h"
#include "view/result.h"

/* A theme of the archive and how many articles of the view are in it. */
struct counted {
    int64_t number;
    size_t articles;
    const char *name, *label;
    bool hidden;
};

struct census {
    struct tdg_archive_view *view;
    struct counted *items; /* by number */
    size_t count, capacity;
};

static int note_theme(void *context, int64_t theme, const char *name, const char *label,
                      bool hidden)
{
    struct census *census = context;
    struct counted *grown =
        tdg_grow(census->items, &census->capacity, census->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    census->items = grown;
    struct tdg_arena *arena = &census->view->arena;
    struct counted *item = &grown[census->count++];
    *item = (struct counted){.number = theme,
                             .name = tdg_arena_string(arena, name),
                             .label = tdg_arena_string(arena, label),
                             .hidden = hidden};
    return item->name && item->label ? TDG_OK : TDG_ENOMEM;
}

/* Largest first, as in every analysis; hidden and empty ones last. */
static int by_articles(const void *left, const void *right)
{
    const struct counted *one = left, *other = right;
    size_t a = one->hidden ? 0 : one->articles, b = other->hidden ? 0 : other->articles;
    if (a != b)
        return a > b ? -1 : 1;
    return (one->number > other->number) - (one->number < other->number);
}

static size_t find(const struct census *census, int64_t number)
{
    size_t i = 0;
    while (i < census->count && census->items[i].number != number)
        i++;
    return i;
}

/* Where the articles are in the archive. */
struct place {
    int64_t theme, second_theme, story, event, copy_of;
    double weight, second_weight;
};

static int load_places(struct place *place, struct tdg_archive_view *view,
                       const struct tdg_article_range *range, const struct tdg_row_index *index)
{
    struct tdg_article_cursor *cursor = NULL;
    struct tdg_stored_article stored;
    struct tdg_update *update = view->update;
    int status = tdg_article_cursor_open(&cursor, update->archive, range, update->error);
    while (!status && (status = tdg_article_cursor_next(cursor, &stored)) == 1) {
        uint32_t row = tdg_row_of(index, stored.number);
        if (row == TDG_NONE) {
            status = tdg_archive_damaged(update->archive, update->error, "articles",
                                         "an article is there twice");
            break;
        }
        place[row] =
            (struct place){stored.theme,   stored.second_theme, stored.story,        stored.event,
                           stored.copy_of, stored.weight,       stored.second_weight};
        view->reason[row] = tdg_arena_string(&view->arena, stored.reason);
        status = view->reason[row] ? TDG_OK : TDG_ENOMEM;
    }
    tdg_article_cursor_close(cursor);
    return status;
}

static uint32_t group_of(const struct census *census, uint32_t groups, int64_t theme)
{
    size_t slot = theme ? find(census, theme) : census->count;
    return slot < groups ? (uint32_t)slot : TDG_NONE;
}

/* The groups are the themes that have an article here and are not hidden. */
static int group(struct tdg_archive_view *view, struct census *census, const struct place *place)
{
    struct tdg_run *run = &view->run;
    size_t rows = run->articles.count;
    uint32_t groups = 0;
    for (size_t i = 0; i < rows; i++)
        if (find(census, place[i].theme) < census->count)
            census->items[find(census, place[i].theme)].articles++;
    if (census->count)
        qsort(census->items, census->count, sizeof *census->items, by_articles);
    while (groups < census->count && census->items[groups].articles &&
           !census->items[groups].hidden)
        groups++;
    view->theme = tdg_alloc(groups, sizeof *view->theme);
    if (!view->theme || tdg_grouping_new(&run->grouping, rows, groups))
        return TDG_ENOMEM;
    run->grouping.count.by = TDG_COUNT_ARCHIVE;
    for (uint32_t g = 0; g < groups; g++)
        view->theme[g] = census->items[g].number;
    for (size_t i = 0; i < rows; i++) {
        run->grouping.group[i] = group_of(census, groups, place[i].theme);
        run->grouping.second[i] = group_of(census, groups, place[i].second_theme);
        run->grouping.weight[i] = (float)place[i].weight;
        run->grouping.second_weight[i] =
            run->grouping.second[i] == TDG_NONE ? 0 : (float)place[i].second_weight;
        if (run->grouping.group[i] == TDG_NONE && place[i].theme)
            view->reason[i] = TDG_THEME_HIDDEN;
    }
    return TDG_OK;
}

static int copies(struct tdg_run *run, const struct place *place, const struct tdg_row_index *index)
{
    size_t rows = run->articles.count;
    run->copy_of = tdg_alloc(rows, sizeof *run->copy_of);
    if (!run->copy_of)
        return TDG_ENOMEM;
    for (size_t i = 0; i < rows; i++)
        run->copy_of[i] = place[i].copy_of ? tdg_row_of(index, place[i].copy_of) : TDG_NONE;
    return TDG_OK;
}

/* The title of a theme is that of the archive, by which people know it. */
static int name(struct tdg_run *run, const struct census *census)
{
    for (uint32_t g = 0; g < run->grouping.groups; g++) {
        struct tdg_label *label = &run->labels.items[g];
        label->text = tdg_arena_string(&run->labels.arena, census->items[g].label);
        label->name = tdg_arena_string(&run->labels.arena, census->items[g].name);
        if (!label->text || !label->name)
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

struct member {
    int64_t story;
    uint32_t row;
};

static int by_story(const void *left, const void *right)
{
    const struct member *one = left, *other = right;
    if (one->story != other->story)
        return one->story > other->story ? 1 : -1;
    return (one->row > other->row) - (one->row < other->row);
}

static int by_number(const void *left, const void *right)
{
    int64_t one = *(const int64_t *)left, other = *(const int64_t *)right;
    return (one > other) - (one < other);
}

/* They are in the order of their numbers. */
static uint32_t index_of(const struct tdg_archive_view *view, int64_t story)
{
    size_t count = view->run.stories.count;
    const int64_t *found =
        count ? bsearch(&story, view->story, count, sizeof *view->story, by_number) : NULL;
    return found ? (uint32_t)(found - view->story) : TDG_NONE;
}

/* A story of the archive, by those of its articles that are here: two or more. Its theme is that of
 * the most of them. */
static int add_story(struct tdg_archive_view *view, const struct member *member, size_t count)
{
    struct tdg_run *run = &view->run;
    struct tdg_stories *stories = &run->stories;
    uint32_t best = TDG_NONE;
    size_t most = 0, leads = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t group = run->grouping.group[member[i].row];
        leads += !run->muted.article ||
                 (run->copy_of[member[i].row] == TDG_NONE && !run->muted.article[member[i].row]);
        size_t same = 0;
        for (size_t j = 0; group != TDG_NONE && j < count; j++)
            same += run->grouping.group[member[j].row] == group;
        if (same > most) {
            most = same;
            best = group;
        }
    }
    if (count < 2 || best == TDG_NONE || !leads)
        return TDG_OK;
    struct tdg_story *story = &stories->items[stories->count];
    *story =
        (struct tdg_story){.group = best,
                           .headline = TDG_NONE,
                           .sequel_of = TDG_NONE,
                           .members = tdg_arena_alloc(&stories->arena, count * sizeof(uint32_t)),
                           .articles = count};
    if (!story->members)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        uint32_t row = member[i].row;
        story->members[i] = row;
        stories->story[row] = (uint32_t)stories->count;
        story->originals += run->copy_of[row] == TDG_NONE;
    }
    view->story[stories->count++] = member[0].story;
    return TDG_OK;
}

/* The headline is the one that the archive has, where it is here. */
static int describe_stories(struct tdg_archive_view *view, const struct tdg_row_index *index)
{
    struct tdg_run *run = &view->run;
    struct tdg_stories *stories = &run->stories;
    struct tdg_story_input input = {
        .grouping = &run->grouping,
        .counts = &run->counts,
        .shown = tdg_run_shown(run),
        .muted = run->muted.article,
        .rows = &run->rows,
        .vocabulary = &run->vocabulary,
        .streams = &run->streams,
        .copy_of = run->copy_of,
    };
    int status = tdg_fail_status(view->update->error,
                                 tdg_stories_describe(stories, &input, &run->settings.story));
    for (size_t i = 0; !status && i < stories->count; i++) {
        int64_t headline = 0, sequel_of = 0;
        status = tdg_archive_story(&headline, &sequel_of, view->update->archive, view->story[i],
                                   view->update->error);
        uint32_t row = headline ? tdg_row_of(index, headline) : TDG_NONE;
        struct tdg_story *story = &stories->items[i];
        bool muted = row != TDG_NONE && run->muted.article && run->muted.article[row];
        if (row != TDG_NONE && stories->story[row] == i && !muted)
            story->headline = row;
        else if (story->headline == TDG_NONE)
            story->headline = story->members[0];
        story->sequel_of = index_of(view, sequel_of);
    }
    return status;
}

static bool is_out(const struct tdg_run *run, size_t row)
{
    return run->muted.article && run->muted.article[row] & TDG_MUTED_COLUMN;
}

static int tell_stories(struct tdg_archive_view *view, const struct place *place,
                        const struct tdg_row_index *index)
{
    size_t rows = view->run.articles.count, count = 0;
    struct tdg_stories *stories = &view->run.stories;
    struct member *member = tdg_alloc(rows, sizeof *member);
    stories->story = tdg_alloc(rows, sizeof *stories->story);
    stories->items = tdg_alloc(rows / 2 + 1, sizeof *stories->items);
    view->story = tdg_alloc(rows / 2 + 1, sizeof *view->story);
    int status = member && stories->story && stories->items && view->story ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < rows; i++) {
        stories->story[i] = TDG_NONE;
        if (place[i].story && !is_out(&view->run, i))
            member[count++] = (struct member){place[i].story, (uint32_t)i};
    }
    if (!status && count)
        qsort(member, count, sizeof *member, by_story);
    for (size_t begin = 0, end; !status && begin < count; begin = end) {
        for (end = begin; end < count && member[end].story == member[begin].story;)
            end++;
        status = add_story(view, member + begin, end - begin);
    }
    free(member);
    return status ? tdg_fail_status(view->update->error, status) : describe_stories(view, index);
}

/* The events of the archive by those of their articles that are here: two or more, one of which may
 * lead. given: [articles] the first row of the event of each, TDG_NONE for none; member: scratch.
 */
static void list_events(uint32_t *given, struct member *member, const struct tdg_run *run,
                        const struct place *place)
{
    size_t count = 0;
    for (size_t i = 0; i < run->articles.count; i++) {
        given[i] = TDG_NONE;
        if (place[i].event && !is_out(run, i))
            member[count++] = (struct member){place[i].event, (uint32_t)i};
    }
    if (count)
        qsort(member, count, sizeof *member, by_story);
    for (size_t begin = 0, end; begin < count; begin = end) {
        bool led = false;
        for (end = begin; end < count && member[end].story == member[begin].story; end++)
            led = led || (run->copy_of[member[end].row] == TDG_NONE &&
                          !(run->muted.article && run->muted.article[member[end].row]));
        for (size_t i = begin; led && end - begin > 1 && i < end; i++)
            given[member[i].row] = member[begin].row;
    }
}

static int tell_events(struct tdg_archive_view *view, const struct place *place)
{
    struct tdg_run *run = &view->run;
    size_t rows = run->articles.count;
    uint32_t *given = tdg_alloc(rows, sizeof *given);
    struct member *member = tdg_alloc(rows, sizeof *member);
    if (!given || !member) {
        free(given);
        free(member);
        return tdg_fail_memory(view->update->error);
    }
    list_events(given, member, run, place);
    int status = tdg_run_describe_events(run, given);
    free(given);
    free(member);
    if (status)
        return status;
    view->event = tdg_alloc(run->events.count, sizeof *view->event);
    if (!view->event)
        return tdg_fail_memory(view->update->error);
    for (size_t e = 0; e < run->events.count; e++)
        view->event[e] = place[run->events.items[e].members[0]].event;
    return TDG_OK;
}

/* Many articles are in their theme with all of their words: only how near they are to its middle
 * tells them apart. Those that the view is about come first. */
static int find_closeness(struct tdg_archive_view *view)
{
    struct tdg_run *run = &view->run;
    float *closeness = run->grouping.closeness;
    int status = tdg_centroid_closeness(closeness, &run->rows, run->copy_of, run->grouping.group,
                                        run->grouping.groups);
    for (size_t i = 0; !status && view->since && i < run->articles.count; i++)
        closeness[i] += run->published[i] != TDG_NO_DATE && run->published[i] >= view->since;
    return tdg_fail_status(view->update->error, status);
}

static int fill_in(struct tdg_archive_view *view, const struct tdg_article_range *range,
                   struct census *census)
{
    struct tdg_run *run = &view->run;
    struct tdg_error *error = view->update->error;
    struct tdg_row_index index = {0};
    struct place *place = tdg_alloc(run->articles.count, sizeof *place);
    view->reason = tdg_alloc(run->articles.count, sizeof *view->reason);
    int status = place && view->reason && !tdg_row_index_build(&index, run) ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = load_places(place, view, range, &index);
    if (!status && (group(view, census, place) || copies(run, place, &index)))
        status = tdg_fail_memory(error);
    if (!status)
        status = tdg_run_steps(run, TDG_STEP_TERMS, TDG_STEP_VECTORS);
    if (!status)
        status = find_closeness(view);
    if (!status)
        status = tdg_run_steps(run, TDG_STEP_LABELS, TDG_STEP_LABELS);
    if (!status)
        status = tdg_fail_status(error, name(run, census));
    if (!status)
        status = tell_stories(view, place, &index);
    if (!status)
        status = tell_events(view, place);
    tdg_row_index_done(&index);
    free(place);
    return status;
}

int tdg_archive_view_open(struct tdg_archive_view *view, struct tdg_update *update, int64_t from,
                          int64_t to)
{
    struct tdg_article_range range = {.from = from, .to = to};
    struct census census = {.view = view};
    view->update = update;
    view->run = (struct tdg_run){.monitor = update->monitor, .error = update->error};
    int status = tdg_run_open(&view->run, update->options);
    view->run.settings.names = !view->run.settings.text.sorted; /* words in order, or no names */
    if (!status)
        status = tdg_update_hide(&view->run, update);
    if (!status)
        status = tdg_update_load(&view->run, update, &range);
    if (!status)
        status = tdg_run_order(&view->run);
    if (!status && !view->run.articles.count)
        status = tdg_fail(update->error, TDG_EEMPTY, "there is no article in this time");
    if (!status)
        status = tdg_archive_each_theme(update->archive, note_theme, &census, update->error);
    if (!status)
        status = fill_in(view, &range, &census);
    free(census.items);
    return status;
}

void tdg_archive_view_done(struct tdg_archive_view *view)
{
    free(view->theme);
    free(view->story);
    free(view->event);
    free(view->reason);
    tdg_run_done(&view->run);
    tdg_arena_done(&view->arena);
}

static int rename_ids(struct tdg_analysis *analysis, const struct tdg_archive_view *view)
{
    bool good = true;
    for (size_t i = 0; good && i < analysis->theme_count; i++) {
        analysis->themes[i].id =
            tdg_view_id(NULL, 'T', (size_t)view->theme[i] - 1, &analysis->arena);
        good = analysis->themes[i].id;
    }
    for (size_t i = 0; good && i < analysis->story_count; i++) {
        analysis->stories[i].id =
            tdg_view_id(NULL, 'S', (size_t)view->story[i] - 1, &analysis->arena);
        good = analysis->stories[i].id;
    }
    for (size_t i = 0; good && i < analysis->event_count; i++) {
        analysis->events[i].id =
            tdg_view_id(NULL, 'E', (size_t)view->event[i] - 1, &analysis->arena);
        good = analysis->events[i].id;
    }
    for (size_t i = 0; good && i < analysis->corpus.articles; i++) {
        struct tdg_article_view *article = &analysis->articles[i];
        if (article->theme != TDG_NONE)
            continue;
        article->reason = tdg_unplaced_read(&analysis->arena, view->reason[i]);
        good = article->reason;
    }
    return good ? TDG_OK : TDG_ENOMEM;
}

int tdg_archive_view_analyze(struct tdg_analysis **analysis, struct tdg_archive_view *view)
{
    struct tdg_analysis *made = NULL;
    int status = tdg_run_steps(&view->run, TDG_STEP_TRENDS, TDG_STEP_TRENDS);
    if (!status)
        status = tdg_assemble(&made, &view->run);
    if (!status && rename_ids(made, view))
        status = tdg_fail_memory(view->update->error);
    if (status)
        tdg_analysis_free(made);
    else
        *analysis = made;
    return status;
}
