// SPDX-License-Identifier: GPL-3.0-or-later
/* Which themes are about a well-known subject. A theme is known by its best terms, each with its
 * score p log(p/q). The match with a subject is the part of that score which belongs to seeds of
 * the subject; its coverage is the share of the theme's articles that have any seed.
 *
 * A name is given where several seeds match, match and coverage are large, and no other subject is
 * nearly as good. The coverage must also be more than that of the theme's best term, which would
 * say better what the theme is ("Tehran" rather than "Nuclear arms"), and more than elsewhere; the
 * thresholds were chosen by reading the names on eleven corpora. A wrong name is worse than none:
 * the label names the theme anyway. */
#include "label/known.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/memory.h"
#include "text/lookup.h"
#include "vector/vector.h"

enum { MIN_SEEDS = 3 };

static const double min_match = 0.12;
static const double large_match = 0.25; /* for which two seeds are enough */
static const double min_margin = 1.6;   /* times the match of the second subject */
static const double min_coverage = 0.5;
static const double min_excess = 0.45; /* of what coverage could exceed that elsewhere by */

/* A term that is a seed of a subject. */
struct entry {
    uint32_t term;
    uint32_t subject;
};

struct job {
    const struct tdg_label_input *input;
    const struct tdg_subjects *subjects;
    const struct tdg_members *members;
    struct entry *entries; /* [entry_count] in the order of the terms */
    size_t entry_count;
    double *match;        /* [subjects] */
    size_t *seeds;        /* [subjects] */
    bool *is_seed;        /* [columns] of the subject in question */
    uint32_t *subject_of; /* [groups] TDG_NONE for none */
};

static int by_term(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->subject > b->subject) - (a->subject < b->subject);
}

/* Sorted, each only once. */
static void tidy_entries(struct job *job)
{
    qsort(job->entries, job->entry_count, sizeof *job->entries, by_term);
    size_t kept = 0;
    for (size_t i = 0; i < job->entry_count; i++)
        if (!kept || by_term(&job->entries[kept - 1], &job->entries[i]) != 0)
            job->entries[kept++] = job->entries[i];
    job->entry_count = kept;
}

static int find_entries(struct job *job, bool stem)
{
    size_t total = 0, most = 0;
    for (size_t s = 0; s < job->subjects->seeds_count; s++) {
        size_t count = job->subjects->seeds[s].count;
        total += count;
        most = count > most ? count : most;
    }
    job->entries = tdg_alloc(total, sizeof *job->entries);
    uint32_t *term = tdg_alloc(most, sizeof *term);
    int status = job->entries && term ? TDG_OK : TDG_ENOMEM;
    for (size_t s = 0; !status && s < job->subjects->seeds_count; s++) {
        const struct tdg_seeds *seeds = &job->subjects->seeds[s];
        status = tdg_terms_find(term, seeds->words, seeds->count, seeds->language, stem,
                                job->input->streams);
        for (size_t i = 0; !status && i < seeds->count; i++)
            if (term[i] != TDG_NONE)
                job->entries[job->entry_count++] = (struct entry){term[i], seeds->subject};
    }
    free(term);
    if (!status)
        tidy_entries(job);
    return status;
}

static void match_term(const struct job *job, uint32_t term, double score)
{
    size_t low = 0, high = job->entry_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (job->entries[middle].term < term)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < job->entry_count && job->entries[low].term == term; low++) {
        job->match[job->entries[low].subject] += score;
        job->seeds[job->entries[low].subject]++;
    }
}

static void mark_seeds(const struct job *job, uint32_t subject)
{
    memset(job->is_seed, 0, job->input->counts->columns * sizeof *job->is_seed);
    for (size_t i = 0; i < job->entry_count; i++) {
        uint32_t column = job->input->vocabulary->column[job->entries[i].term];
        if (job->entries[i].subject == subject && column != TDG_NONE)
            job->is_seed[column] = true;
    }
}

/* How many of the members begin ≤ m < end have a seed. */
static size_t count_covered(const struct job *job, size_t begin, size_t end)
{
    const struct tdg_matrix *counts = job->input->counts;
    size_t covered = 0;
    for (size_t m = begin; m < end; m++) {
        size_t at = counts->begin[job->members->row[m]];
        size_t row_end = counts->begin[job->members->row[m] + 1];
        while (at < row_end && !job->is_seed[counts->column[at]])
            at++;
        covered += at < row_end;
    }
    return covered;
}

/* Whether most of a group's articles have a seed: more than have its own best term, and more than
 * elsewhere, since in long articles nearly anything is met. */
static bool is_covered(const struct job *job, size_t group, uint32_t subject, double best_term)
{
    const size_t *begin = job->members->begin;
    size_t all = begin[job->members->groups], own = begin[group + 1] - begin[group];
    mark_seeds(job, subject);
    size_t covered = count_covered(job, begin[group], begin[group + 1]);
    size_t elsewhere =
        count_covered(job, 0, begin[group]) + count_covered(job, begin[group + 1], all);
    double usual = all > own ? (double)elsewhere / (double)(all - own) : 0;
    double share = own ? (double)covered / (double)own : 0;
    return share >= min_coverage && share >= best_term && share - usual >= min_excess * (1 - usual);
}

/* The largest match but for one subject, TDG_NONE for none. */
static uint32_t best_but(const struct job *job, uint32_t other)
{
    uint32_t best = TDG_NONE;
    for (uint32_t s = 0; s < job->subjects->count; s++)
        if (s != other && (best == TDG_NONE || job->match[s] > job->match[best]))
            best = s;
    return best;
}

/* The subject of a group, TDG_NONE for none that is clear. */
static uint32_t find_subject(const struct job *job, size_t group, const struct tdg_ranked *items,
                             size_t count)
{
    double total = 0;
    memset(job->match, 0, job->subjects->count * sizeof *job->match);
    memset(job->seeds, 0, job->subjects->count * sizeof *job->seeds);
    for (size_t i = 0; i < count; i++) {
        match_term(job, job->input->vocabulary->term[items[i].column], items[i].worth);
        total += items[i].worth;
    }
    uint32_t best = best_but(job, TDG_NONE);
    if (best == TDG_NONE || total <= 0)
        return TDG_NONE;
    uint32_t second = best_but(job, best);
    double match = job->match[best] / total;
    double margin = second == TDG_NONE ? 0 : min_margin * job->match[second];
    size_t fewest = match >= large_match ? MIN_SEEDS - 1 : MIN_SEEDS;
    bool clear = job->seeds[best] >= fewest && match >= min_match && job->match[best] >= margin &&
                 is_covered(job, group, best, items[0].coverage);
    return clear ? best : TDG_NONE;
}

/* True where no theme was called that before; from now on one is. */
static bool claim(struct tdg_intern *names, const struct tdg_buffer *text, int *status)
{
    uint32_t before = names->count;
    uint32_t number = text->failed ? TDG_NONE : tdg_intern(names, text->text, text->length);
    *status = number == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    return number == before;
}

/* Several themes of one subject are told apart by the first term of the label or, where that is the
 * same, by all of it. */
static int spell(struct tdg_buffer *text, struct tdg_intern *names, const char *name,
                 const struct tdg_label *label, bool several)
{
    int status = TDG_OK;
    tdg_buffer_clear(text);
    tdg_buffer_string(text, name);
    if (!several)
        return text->failed ? TDG_ENOMEM : TDG_OK;
    tdg_buffer_format(text, " (%.*s)", (int)strcspn(label->text, ","), label->text);
    if (claim(names, text, &status) || status)
        return status;
    tdg_buffer_clear(text);
    tdg_buffer_format(text, "%s (%s)", name, label->text);
    return text->failed ? TDG_ENOMEM : TDG_OK;
}

static bool has_sister(const struct job *job, size_t groups, size_t group)
{
    for (size_t other = 0; other < groups; other++)
        if (other != group && job->subject_of[other] == job->subject_of[group])
            return true;
    return false;
}

static int give_names(const struct job *job, struct tdg_labels *labels)
{
    struct tdg_buffer text = {0};
    struct tdg_intern names = {0};
    int status = TDG_OK;
    for (size_t g = 0; !status && g < labels->count; g++) {
        struct tdg_label *label = &labels->items[g];
        if (job->subject_of[g] == TDG_NONE)
            continue;
        status = spell(&text, &names, job->subjects->name[job->subject_of[g]], label,
                       has_sister(job, labels->count, g));
        if (!status)
            label->name = tdg_arena_copy(&labels->arena, text.text, text.length);
        if (!label->name)
            status = TDG_ENOMEM;
    }
    tdg_intern_done(&names);
    tdg_buffer_done(&text);
    return status;
}

int tdg_subjects_name(struct tdg_labels *labels, const struct tdg_subjects *subjects,
                      const struct tdg_label_input *input, const struct tdg_members *members,
                      const struct tdg_ranking *broad, bool stem)
{
    struct job job = {.input = input, .subjects = subjects, .members = members};
    job.match = tdg_alloc(subjects->count, sizeof *job.match);
    job.seeds = tdg_alloc(subjects->count, sizeof *job.seeds);
    job.is_seed = tdg_alloc(input->counts->columns, sizeof *job.is_seed);
    job.subject_of = tdg_alloc(labels->count, sizeof *job.subject_of);
    int status = job.match && job.seeds && job.is_seed && job.subject_of ? find_entries(&job, stem)
                                                                         : TDG_ENOMEM;
    for (size_t g = 0; !status && g < labels->count; g++)
        job.subject_of[g] =
            find_subject(&job, g, broad->items + g * broad->wanted, broad->count[g]);
    if (!status)
        status = give_names(&job, labels);
    free(job.entries);
    free(job.match);
    free(job.seeds);
    free(job.is_seed);
    free(job.subject_of);
    return status;
}
