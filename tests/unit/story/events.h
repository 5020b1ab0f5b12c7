// SPDX-License-Identifier: GPL-3.0-or-later
/* Small inputs of the stage: planted titles among titles of words drawn by chance. */
#ifndef TDG_TESTS_STORY_EVENTS_H
#define TDG_TESTS_STORY_EVENTS_H

#include "story/story.h"

#include <tidings/error.h>

#include "base/workers.h"
#include "input/input.h"
#include "input/read.h"
#include "story/build.h"
#include "text/streams.h"
#include "unit/articles.h"
#include "vector/counts.h"
#include "vector/matrix.h"
#include "vector/nearest.h"
#include "vector/vocabulary.h"
#include "vector/weighting.h"

enum { EVENTS_ROWS = 2048, EVENTS_BACKGROUND = 1600, EVENTS_DAY = 86400 };

struct planted {
    const char *title;
    int day; /* from the first one on; -1: undated */
    uint32_t group;
    int copy_of;      /* index in the list, -1: an original */
    const char *body; /* or NULL */
};

/* {0} is empty. Planted articles keep their order; where they are is in `row`. */
struct events {
    struct tdg_articles articles;
    struct tdg_streams streams;
    struct tdg_vocabulary vocabulary;
    struct tdg_matrix counts, rows, nearest;
    struct tdg_grouping grouping;
    struct tdg_title_patterns patterns;
    uint32_t group[EVENTS_ROWS], copy_of[EVENTS_ROWS];
    int64_t published[EVENTS_ROWS];
    uint32_t row[EVENTS_ROWS]; /* of each planted article */
};

static inline void events_add(struct events *events, const char *title, const char *body, int day,
                              uint32_t group, uint32_t copy_of)
{
    size_t row = events->articles.count;
    assert_true(row < EVENTS_ROWS);
    add_article(&events->articles, title, body ? body : "", "", "en");
    events->group[row] = group;
    events->copy_of[row] = copy_of;
    events->published[row] = day < 0 ? TDG_NO_DATE : (int64_t)day * EVENTS_DAY;
}

/* Six words of 800, in the theme `group`. */
static inline void events_add_chance(struct events *events, unsigned *seed, int day)
{
    char title[128];
    size_t length = 0;
    for (int i = 0; i < 6; i++) {
        *seed = *seed * 1103515245U + 12345U;
        unsigned draw = (*seed >> 16) % 800;
        length += (size_t)snprintf(title + length, sizeof title - length, "%sba%cc%cd%c",
                                   i ? " " : "", 'a' + (char)(draw % 10),
                                   'a' + (char)(draw / 10 % 10), 'a' + (char)(draw / 100));
    }
    events_add(events, title, NULL, day, *seed >> 30 & 1, TDG_NONE);
}

/* planted: [count] by day, undated ones last; `days` of background around them. */
static inline void events_init(struct events *events, const struct planted *planted, size_t count,
                               int days)
{
    unsigned seed = 11;
    size_t next = 0;
    for (int day = 0; day < days; day++) {
        for (int i = 0; i < EVENTS_BACKGROUND / days; i++)
            events_add_chance(events, &seed, day);
        for (; next < count && planted[next].day == day; next++) {
            events->row[next] = (uint32_t)events->articles.count;
            events_add(events, planted[next].title, planted[next].body, day, planted[next].group,
                       planted[next].copy_of < 0 ? TDG_NONE : events->row[planted[next].copy_of]);
        }
    }
    for (; next < count; next++) {
        events->row[next] = (uint32_t)events->articles.count;
        events_add(events, planted[next].title, planted[next].body, -1, planted[next].group,
                   TDG_NONE);
    }
    struct tdg_text_options text = tdg_text_defaults();
    struct tdg_vector_options vector = tdg_vector_defaults();
    struct tdg_neighbour_options neighbours = tdg_neighbour_defaults();
    vector.min_articles = 1;
    assert_int_equal(
        tdg_streams_build(&events->streams, &events->articles, &text, NULL, NULL, NULL), 0);
    assert_int_equal(
        tdg_vocabulary_build(&events->vocabulary, &events->streams, events->copy_of, &vector, NULL),
        0);
    assert_int_equal(
        tdg_counts_build(&events->counts, &events->streams, &events->vocabulary, NULL, NULL), 0);
    assert_int_equal(
        tdg_weigh(&events->rows, &events->counts, &events->vocabulary, &vector, NULL, NULL), 0);
    assert_int_equal(tdg_nearest_find(&events->nearest, &events->rows, events->copy_of,
                                      events->published, &neighbours, NULL, NULL, NULL),
                     0);
    assert_int_equal(
        tdg_title_patterns_find(&events->patterns, &events->streams, events->published), 0);
    events->grouping =
        (struct tdg_grouping){.rows = events->articles.count, .groups = 2, .group = events->group};
}

static inline struct tdg_story_input events_input(const struct events *events)
{
    return (struct tdg_story_input){
        .grouping = &events->grouping,
        .unit = events->group,
        .units = events->grouping.groups,
        .patterns = &events->patterns,
        .counts = &events->counts,
        .rows = &events->rows,
        .nearest = &events->nearest,
        .vocabulary = &events->vocabulary,
        .streams = &events->streams,
        .copy_of = events->copy_of,
        .published = events->published,
    };
}

static inline struct tdg_stories events_stories(const struct events *events,
                                                struct tdg_workers *workers)
{
    struct tdg_stories stories = {0};
    struct tdg_story_options options = tdg_story_defaults();
    struct tdg_story_input input = events_input(events);
    assert_int_equal(tdg_stories_build(&stories, &input, &options, workers, NULL, NULL), TDG_OK);
    return stories;
}

static inline void events_done(struct events *events)
{
    tdg_title_patterns_done(&events->patterns);
    tdg_matrix_done(&events->nearest);
    tdg_matrix_done(&events->rows);
    tdg_matrix_done(&events->counts);
    tdg_vocabulary_done(&events->vocabulary);
    tdg_streams_done(&events->streams);
    tdg_articles_done(&events->articles);
}

#endif
