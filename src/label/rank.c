// SPDX-License-Identifier: GPL-3.0-or-later
/* Terms by p log(p/q): their part of the Kullback-Leibler divergence of the group's terms from all
 * terms. Articles that have a term are counted, not how often it stands there: one long article
 * must not speak for a theme. A term serves the one group that has the best claim to it. Beside
 * that ranking stand two by what a term is worth as part of a name (worth.c). */
#include "label/rank.h"

#include <math.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "label/worth.h"
#include "text/terms.h"

enum { SPARE = 20 /* looked at beyond the wanted ones, since some are parts of others */ };

/* A word of which most articles have it in a phrase says nothing beside the phrase. */
static const double part_share = 0.6;
static const double name_part_share = 0.3; /* of the worth of the word */

/* One a worker: zero between groups. */
struct scratch {
    uint32_t *articles;      /* [columns] of the group */
    uint32_t *touched;       /* columns with articles */
    struct tdg_ranked *pool; /* [candidates wanted + SPARE] */
};

/* All terms of a group with their claims. */
struct claims {
    struct tdg_ranked *items;
    size_t count;
};

/* By what a ranking goes. */
typedef double (*measure_fn)(const struct tdg_ranked *);

struct job {
    struct tdg_rankings *rankings;
    const struct tdg_traits *traits;
    const struct tdg_members *members;
    const struct tdg_matrix *counts;
    const struct tdg_stems *stems;
    uint64_t *articles; /* [columns] of all groups */
    uint64_t total;     /* sum of it */
    struct tdg_ranked frequent[2 * TDG_MIN_TERMS];
    size_t frequent_count;
    struct claims *claims;   /* [groups] */
    uint32_t *owner;         /* [columns] the group with the best claim, TDG_NONE for none */
    uint32_t *namesake;      /* [columns] … with the best worth */
    struct scratch *scratch; /* [workers] */
};

static double score_of(const struct tdg_ranked *item)
{
    return item->score;
}

static double worth_of(const struct tdg_ranked *item)
{
    return item->worth;
}

static bool is_better(const struct tdg_ranked *a, const struct tdg_ranked *b, measure_fn measure)
{
    if (measure(a) != measure(b))
        return measure(a) > measure(b);
    if (a->articles != b->articles)
        return a->articles > b->articles;
    return a->column < b->column;
}

/* Keeps the best `wanted` in order. */
static void insert(struct tdg_ranked *items, size_t *count, size_t wanted, struct tdg_ranked item,
                   measure_fn measure)
{
    size_t at = *count;
    while (at > 0 && is_better(&item, &items[at - 1], measure))
        at--;
    if (at == wanted)
        return;
    if (*count < wanted)
        ++*count;
    for (size_t i = *count - 1; i > at; i--)
        items[i] = items[i - 1];
    items[at] = item;
}

/* Number of columns touched; `total` receives the sum of their articles. */
static size_t count_articles(const struct job *job, size_t group, struct scratch *scratch,
                             uint64_t *total)
{
    size_t touched = 0;
    for (size_t m = job->members->begin[group]; m < job->members->begin[group + 1]; m++) {
        uint32_t row = job->members->row[m];
        const size_t *begin = job->counts->begin + row;
        for (size_t e = begin[0]; e < begin[1]; e++) {
            uint32_t column = job->counts->column[e];
            if (scratch->articles[column]++ == 0)
                scratch->touched[touched++] = column;
        }
        *total += begin[1] - begin[0];
    }
    return touched;
}

static const char *stem_of(const struct tdg_stems *stems, uint32_t column)
{
    return stems->streams->stem[stems->vocabulary->term[column]];
}

/* Numbers and the columns of tables ("MAY7") liken articles to each other and name nothing. */
static bool is_nameless(const struct job *job, uint32_t column)
{
    const char *stem = stem_of(job->stems, column);
    return tdg_is_quantity(stem, strlen(stem)) || tdg_is_code(stem, strlen(stem));
}

/* What the claims of a group are measured by. */
struct whole {
    uint64_t total; /* articles of its columns, summed */
    size_t members;
    const uint32_t *articles; /* [columns] */
    bool nouns;               /* have capitals */
};

static struct tdg_ranked claim(const struct job *job, uint32_t column, const struct whole *group)
{
    uint32_t articles = group->articles[column];
    double p = (double)articles / (double)group->total;
    double q = (double)job->articles[column] / (double)job->total;
    struct tdg_ranked item = {.column = column,
                              .articles = articles,
                              .score = p * log(p / q),
                              .share = (double)articles / (double)job->articles[column],
                              .coverage = (double)articles / (double)group->members};
    item.worth = tdg_worth(job->traits, &item, group->articles, group->nouns);
    return item;
}

static int claim_terms(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct scratch *scratch = &job->scratch[chunk->worker];
    for (size_t g = chunk->begin; g < chunk->end; g++) {
        struct claims *claims = &job->claims[g];
        struct whole group = {.members = job->members->begin[g + 1] - job->members->begin[g],
                              .articles = scratch->articles};
        size_t touched = count_articles(job, g, scratch, &group.total);
        group.nouns = tdg_nouns_have_capitals(job->traits, scratch->touched, touched);
        claims->items = tdg_alloc(touched, sizeof *claims->items);
        for (size_t i = 0; i < touched; i++) {
            uint32_t column = scratch->touched[i];
            if (claims->items && !is_nameless(job, column))
                claims->items[claims->count++] = claim(job, column, &group);
        }
        for (size_t i = 0; i < touched; i++)
            scratch->articles[scratch->touched[i]] = 0;
        if (!claims->items)
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

/* In a tie the larger group, which comes first, has the term. best: [columns]. */
static void find_owners(const struct job *job, uint32_t *owner, measure_fn measure, double *best)
{
    for (uint32_t column = 0; column < job->counts->columns; column++) {
        owner[column] = TDG_NONE;
        best[column] = 0;
    }
    for (uint32_t g = 0; g < job->members->groups; g++)
        for (size_t i = 0; i < job->claims[g].count; i++) {
            const struct tdg_ranked *item = &job->claims[g].items[i];
            if (measure(item) > best[item->column]) {
                best[item->column] = measure(item);
                owner[item->column] = g;
            }
        }
}

static bool holds(const struct tdg_ranked *items, size_t count, uint32_t column)
{
    for (size_t i = 0; i < count; i++)
        if (items[i].column == column)
            return true;
    return false;
}

/* A group of one short article has few terms. Its list is filled up with terms of other groups, and
 * then with the most frequent terms of all, for which p log(p/q) is 0 in the limit and which nobody
 * is shown as part of a label. */
static void fill_up(const struct job *job, size_t group, struct tdg_ranked *items, size_t *count)
{
    struct tdg_ranked others[TDG_MIN_TERMS];
    size_t other_count = 0;
    const struct claims *claims = &job->claims[group];
    for (size_t i = 0; *count < TDG_MIN_TERMS && i < claims->count; i++)
        if (!holds(items, *count, claims->items[i].column))
            insert(others, &other_count, TDG_MIN_TERMS, claims->items[i], score_of);
    size_t wanted = job->rankings->own.wanted;
    wanted = wanted < TDG_MIN_TERMS ? wanted : TDG_MIN_TERMS;
    for (size_t i = 0; *count < wanted && i < other_count; i++)
        items[(*count)++] = others[i];
    for (size_t i = 0; *count < wanted && i < job->frequent_count; i++)
        if (job->articles[job->frequent[i].column] && /* 0: it is muted everywhere */
            !holds(items, *count, job->frequent[i].column))
            items[(*count)++] = (struct tdg_ranked){.column = job->frequent[i].column};
}

/* Whether the words of `part`, `length` bytes, stand side by side in `whole`. */
static bool stands_in(const char *part, size_t length, const char *whole)
{
    for (; strlen(whole) >= length; whole++) {
        if (memcmp(whole, part, length) == 0 && (whole[length] == ' ' || whole[length] == '\0'))
            return true;
        whole += strcspn(whole, " ");
        if (!*whole)
            break;
    }
    return false;
}

bool tdg_stems_overlap(const struct tdg_stems *stems, uint32_t column, uint32_t other)
{
    uint32_t words = stems->vocabulary->columns - stems->vocabulary->phrases;
    if (column < words && other < words)
        return column == other;
    const char *whole = stem_of(stems, other);
    for (const char *word = stem_of(stems, column); *word; word += *word == ' ') {
        size_t length = strcspn(word, " ");
        if (stands_in(word, length, whole))
            return true;
        word += length;
    }
    return false;
}

/* "Czech" and "Republic" beside "Czech Republic"; among names only where the phrase is a good one.
 */
static bool is_part(const struct job *job, const struct tdg_ranked *items, size_t count,
                    const struct tdg_ranked *item, measure_fn measure)
{
    uint32_t words = job->counts->columns - job->stems->vocabulary->phrases;
    const char *stem = stem_of(job->stems, item->column);
    for (size_t i = 0; i < count; i++) {
        bool holds_most = items[i].column >= words && items[i].column != item->column &&
                          (double)items[i].articles >= part_share * (double)item->articles;
        if (!holds_most || (measure == worth_of && items[i].worth < name_part_share * item->worth))
            continue;
        const char *phrase = stem_of(job->stems, items[i].column);
        if (strlen(phrase) > strlen(stem) && stands_in(stem, strlen(stem), phrase))
            return true;
    }
    return false;
}

/* The best terms of a group that it owns, none of which is a mere part of another. */
static void rank_owned(const struct job *job, size_t group, const uint32_t *owner,
                       measure_fn measure, struct tdg_ranked *pool, struct tdg_ranking *ranking)
{
    size_t pooled = 0;
    for (size_t i = 0; i < job->claims[group].count; i++) {
        struct tdg_ranked item = job->claims[group].items[i];
        if (owner[item.column] == group)
            insert(pool, &pooled, ranking->wanted + SPARE, item, measure);
    }
    struct tdg_ranked *items = ranking->items + group * ranking->wanted;
    for (size_t i = 0; i < pooled && ranking->count[group] < ranking->wanted; i++)
        if (!is_part(job, pool, pooled, &pool[i], measure))
            items[ranking->count[group]++] = pool[i];
}

/* A group of which no term is worth anything, since it has one article, is named by what it has. */
static void name_anyway(const struct tdg_rankings *rankings, size_t group)
{
    const struct tdg_ranking *own = &rankings->own, *named = &rankings->named;
    for (size_t i = 0; i < own->count[group] && i < named->wanted; i++) {
        struct tdg_ranked *item = &named->items[group * named->wanted + i];
        *item = own->items[group * own->wanted + i];
        item->worth = item->score;
        named->count[group]++;
    }
}

static int rank_group(void *context, const struct tdg_chunk *chunk)
{
    const struct job *job = context;
    struct tdg_ranking *own = &job->rankings->own, *broad = &job->rankings->broad;
    struct tdg_ranked *pool = job->scratch[chunk->worker].pool;
    for (size_t g = chunk->begin; g < chunk->end; g++) {
        for (size_t i = 0; i < job->claims[g].count; i++)
            if (job->claims[g].items[i].worth > 0)
                insert(broad->items + g * broad->wanted, &broad->count[g], broad->wanted,
                       job->claims[g].items[i], worth_of);
        rank_owned(job, g, job->owner, score_of, pool, own);
        fill_up(job, g, own->items + g * own->wanted, &own->count[g]);
        rank_owned(job, g, job->namesake, worth_of, pool, &job->rankings->named);
        if (job->rankings->named.count[g] == 0)
            name_anyway(job->rankings, g);
    }
    return TDG_OK;
}

static void count_all(struct job *job)
{
    for (size_t m = 0; m < job->members->begin[job->members->groups]; m++) {
        const size_t *begin = job->counts->begin + job->members->row[m];
        for (size_t e = begin[0]; e < begin[1]; e++)
            job->articles[job->counts->column[e]]++;
        job->total += begin[1] - begin[0];
    }
    for (uint32_t column = 0; column < job->counts->columns; column++)
        if (!is_nameless(job, column))
            insert(job->frequent, &job->frequent_count,
                   sizeof job->frequent / sizeof *job->frequent,
                   (struct tdg_ranked){.column = column, .score = (double)job->articles[column]},
                   score_of);
}

static bool prepare_ranking(struct tdg_ranking *ranking, uint32_t groups)
{
    ranking->count = tdg_alloc(groups, sizeof *ranking->count);
    ranking->items = tdg_alloc(groups * ranking->wanted, sizeof *ranking->items);
    return ranking->count && ranking->items;
}

static bool make_room(struct job *job, unsigned workers)
{
    uint32_t groups = job->members->groups, columns = job->counts->columns;
    job->articles = tdg_alloc(columns, sizeof *job->articles);
    job->owner = tdg_alloc(columns, sizeof *job->owner);
    job->namesake = tdg_alloc(columns, sizeof *job->namesake);
    job->claims = tdg_alloc(groups, sizeof *job->claims);
    job->scratch = tdg_alloc(workers, sizeof *job->scratch);
    struct tdg_rankings *rankings = job->rankings;
    if (!prepare_ranking(&rankings->own, groups) || !prepare_ranking(&rankings->named, groups) ||
        !prepare_ranking(&rankings->broad, groups) || !job->articles || !job->owner ||
        !job->namesake || !job->claims || !job->scratch)
        return false;
    size_t pool = rankings->own.wanted > rankings->named.wanted ? rankings->own.wanted
                                                                : rankings->named.wanted;
    for (unsigned w = 0; w < workers; w++) {
        struct scratch *scratch = &job->scratch[w];
        scratch->articles = tdg_alloc(columns, sizeof *scratch->articles);
        scratch->touched = tdg_alloc(columns, sizeof *scratch->touched);
        scratch->pool = tdg_alloc(pool + SPARE, sizeof *scratch->pool);
        if (!scratch->articles || !scratch->touched || !scratch->pool)
            return false;
    }
    return true;
}

static int rank_all(struct job *job, struct tdg_workers *workers)
{
    double *best = tdg_alloc(job->counts->columns, sizeof *best);
    if (!best)
        return TDG_ENOMEM;
    count_all(job);
    int status = tdg_workers_run(workers, job->members->groups, 1, claim_terms, job);
    if (!status) {
        find_owners(job, job->owner, score_of, best);
        find_owners(job, job->namesake, worth_of, best);
        status = tdg_workers_run(workers, job->members->groups, 1, rank_group, job);
    }
    free(best);
    return status;
}

static void job_done(struct job *job, unsigned workers)
{
    for (unsigned w = 0; job->scratch && w < workers; w++) {
        free(job->scratch[w].articles);
        free(job->scratch[w].touched);
        free(job->scratch[w].pool);
    }
    for (uint32_t g = 0; job->claims && g < job->members->groups; g++)
        free(job->claims[g].items);
    free(job->scratch);
    free(job->claims);
    free(job->articles);
    free(job->owner);
    free(job->namesake);
}

int tdg_rankings_build(struct tdg_rankings *rankings, const struct tdg_members *members,
                       const struct tdg_matrix *counts, const struct tdg_stems *stems,
                       const struct tdg_traits *traits, struct tdg_workers *workers)
{
    unsigned worker_count = tdg_workers_count(workers);
    struct tdg_rankings made = {.own = {.wanted = rankings->own.wanted},
                                .named = {.wanted = rankings->named.wanted},
                                .broad = {.wanted = rankings->broad.wanted}};
    struct job job = {
        .rankings = &made, .traits = traits, .members = members, .counts = counts, .stems = stems};
    int status = make_room(&job, worker_count) ? rank_all(&job, workers) : TDG_ENOMEM;
    job_done(&job, worker_count);
    if (status)
        tdg_rankings_done(&made);
    else
        *rankings = made;
    return status;
}

void tdg_rankings_done(struct tdg_rankings *rankings)
{
    tdg_ranking_done(&rankings->own);
    tdg_ranking_done(&rankings->named);
    tdg_ranking_done(&rankings->broad);
}

void tdg_ranking_done(struct tdg_ranking *ranking)
{
    free(ranking->count);
    free(ranking->items);
    *ranking = (struct tdg_ranking){0};
}
