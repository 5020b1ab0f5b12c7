// SPDX-License-Identifier: GPL-3.0-or-later
/* Whole names. Phrases have up to three words and end where a stop word or a single letter stands,
 * so that a name may be cut: "Minister Benjamin Netanyahu", "President Dmitri" (A. Medvedev),
 * "Alexander Van" (der Bellen), "Union peacekeepers" (African). The articles show it: a piece has
 * the same word before or behind it nearly always, perhaps with something between that is no term.
 *
 * The titles of the articles may show what is missing ("House of Fraser", "Dmitri A. Medvedev").
 * Titles of people are taken from the front of a name. What then stands beside a word in the text
 * gets that word; where something is lost between the two, or a title is left with half a name, the
 * term is none for a label. */
#include "label/whole.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "label/label.h"
#include "label/titles.h"
#include "text/spelling.h"
#include "text/text.h"

enum { MAX_WORDS = 4, LONGEST_ACRONYM = 6, LONGEST_WORD = 256, LONGEST_MODEL = 3 };

/* Of the places where a term stands, those that have its usual neighbour. */
static const double usual_share = 0.6;

/* Small letters, between blanks; whoever has one of these has a name behind it. */
static const char titles[] =
    " president vice-president prime minister premier chancellor secretary senator governor mayor "
    "general colonel judge justice professor premierminister premierministerin präsident "
    "präsidentin ministerpräsident bundespräsident bundeskanzler bundeskanzlerin kanzler kanzlerin "
    "minister ministerin außenminister finanzminister innenminister außenministerin "
    "verteidigungsminister presidente presidenta ministro ministra primer primera canciller "
    "président présidente ministre premier première chancelier primo premiê ministro primeiro "
    "premier minister-president президент премьер-министр министр ";

enum { LEFT, RIGHT, SIDES };

/* A neighbour: its term, twice, and one more where there is a break between. */
struct neighbour {
    uint64_t key;
    uint64_t votes; /* by majority vote; then how often it was met */
};

struct suspect {
    uint32_t term;
    uint64_t places;
    struct neighbour side[SIDES];
};

struct job {
    const struct tdg_stems *stems;
    const struct tdg_streams *streams;
    struct suspect *suspects;
    size_t count;
    uint32_t *suspect_of; /* [terms] TDG_NONE for none */
    struct tdg_arena *arena;
};

static uint64_t neighbour_of(const struct tdg_streams *streams, size_t article, size_t begin,
                             size_t end, int side)
{
    const uint32_t *term = streams->term;
    uint64_t bridged = 0;
    size_t low = streams->begin[article], high = streams->begin[article + 1];
    if (side == LEFT) {
        if (begin > low && term[begin - 1] == TDG_BREAK) {
            begin--;
            bridged = 1;
        }
        return begin > low ? 2 * (uint64_t)term[begin - 1] + bridged : UINT64_MAX;
    }
    if (end < high && term[end] == TDG_BREAK) {
        end++;
        bridged = 1;
    }
    return end < high ? 2 * (uint64_t)term[end] + bridged : UINT64_MAX;
}

/* Boyer and Moore: what has the majority, if anything has. */
static void vote(struct neighbour *usual, uint64_t key)
{
    if (usual->votes == 0)
        usual->key = key;
    if (usual->key == key)
        usual->votes++;
    else
        usual->votes--;
}

static void meet(struct job *job, size_t article, uint32_t term, size_t begin, size_t end,
                 bool counting)
{
    if (job->suspect_of[term] == TDG_NONE)
        return;
    struct suspect *suspect = &job->suspects[job->suspect_of[term]];
    suspect->places += counting;
    for (int side = LEFT; side < SIDES; side++) {
        uint64_t key = neighbour_of(job->streams, article, begin, end, side);
        if (!counting)
            vote(&suspect->side[side], key);
        else if (key == suspect->side[side].key)
            suspect->side[side].votes++;
    }
}

static size_t words_of(const char *text)
{
    size_t words = *text != '\0';
    for (; *text; text++)
        words += *text == ' ';
    return words;
}

static void read_streams(struct job *job, bool counting)
{
    const struct tdg_streams *streams = job->streams;
    for (size_t i = 0; i < streams->articles; i++) {
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++)
            if (streams->term[at] != TDG_BREAK)
                meet(job, i, streams->term[at], at, at + 1, counting);
        struct tdg_phrases phrases = tdg_phrases_of(streams, i);
        for (size_t p = 0; p < phrases.count; p++) {
            size_t begin = streams->begin[i] + phrases.items[p].at;
            size_t end = begin + words_of(streams->stem[phrases.items[p].term]);
            meet(job, i, phrases.items[p].term, begin, end, counting);
        }
    }
}

/* What stands there in at least usual_share of the places, UINT64_MAX for nothing. */
static uint64_t usual(const struct suspect *suspect, int side)
{
    const struct neighbour *neighbour = &suspect->side[side];
    return (double)neighbour->votes >= usual_share * (double)suspect->places ? neighbour->key
                                                                             : UINT64_MAX;
}

static bool is_title(const char *word, size_t length)
{
    char plain[64] = " ";
    char small[62];
    if (length >= sizeof small)
        return false;
    memcpy(small, word, length);
    small[length] = '\0';
    for (size_t i = 0; i < length; i++)
        small[i] = (char)(small[i] >= 'A' && small[i] <= 'Z' ? small[i] + 32 : small[i]);
    memcpy(plain + 1, small, length);
    memcpy(plain + 1 + length, " ", 2);
    return strstr(titles, plain) != NULL;
}

/* Without the titles in front; *lone where only one word is left behind them. */
static const char *strip_titles(const char *text, bool *lone)
{
    const char *name = text;
    while (is_title(name, strcspn(name, " ")) && strchr(name, ' '))
        name = strchr(name, ' ') + 1;
    *lone = name != text && !strchr(name, ' ');
    return *lone ? text : name;
}

static const char *last_word(const char *text)
{
    const char *blank = strrchr(text, ' ');
    return blank ? blank + 1 : text;
}

static const char *join(struct job *job, const char *first, const char *second)
{
    size_t size = strlen(first) + 1 + strlen(second) + 1;
    char *text = tdg_arena_alloc(job->arena, size);
    if (text)
        snprintf(text, size, "%s %s", first, second);
    return text;
}

/* Without small letters, in ASCII. */
static bool is_acronym(const char *word)
{
    for (; *word; word++)
        if ((*word >= 'a' && *word <= 'z') || (unsigned char)*word >= 0x80)
            return false;
    return true;
}

/* A neighbour across something that is no term belongs to the name where both have capitals; but
 * not the short form in brackets behind it. */
static bool is_torn(const struct job *job, const struct suspect *suspect, int side)
{
    uint64_t key = usual(suspect, side);
    if (key == UINT64_MAX || key / 2 >= job->streams->term_count || key % 2 == 0)
        return false;
    const char *term = job->streams->surface[suspect->term];
    const char *edge = side == LEFT ? term : last_word(term);
    const char *other = job->streams->surface[key / 2];
    return tdg_is_capitalised(edge) && tdg_is_capitalised(other) && !is_acronym(other);
}

/* The rest of a name, which always stands right beside it; NULL for none. */
static const char *beside(const struct job *job, const struct suspect *suspect, int side)
{
    uint64_t key = usual(suspect, side);
    if (key == UINT64_MAX || key % 2 == 1 || key / 2 >= job->streams->term_count)
        return NULL;
    const char *term = job->streams->surface[suspect->term];
    const char *edge = side == LEFT ? term : last_word(term);
    const char *other = job->streams->surface[key / 2];
    return tdg_is_capitalised(edge) && tdg_is_capitalised(other) ? other : NULL;
}

/* A model: up to three digits, "737" and "10". */
static bool is_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    return digits > 0 && digits <= LONGEST_MODEL && !text[digits];
}

/* As a name begins, where the articles have the word mostly as another: "House" of Fraser. */
static const char *with_capital(struct job *job, const char *word)
{
    char *text = tdg_arena_string(job->arena, word);
    if (text && *text >= 'a' && *text <= 'z')
        *text = (char)(*text - 'a' + 'A');
    return text;
}

/* "House of Fraser" from "Fraser" with "House" before it, as titles have it; the name itself where
 * they do not say what stands between. NULL when out of memory. */
static const char *mend(struct job *job, uint32_t other_term, int side, uint32_t group,
                        const char *name)
{
    const char *other = with_capital(job, job->streams->surface[other_term]);
    if (!other)
        return NULL;
    if (is_number(other))
        return side == LEFT ? join(job, other, name) : join(job, name, other);
    const char *left = side == LEFT ? last_word(other) : last_word(name);
    const char *right = side == LEFT ? name : other;
    char first[LONGEST_WORD];
    snprintf(first, sizeof first, "%.*s", (int)strcspn(right, " "), right);
    const char *between = tdg_titles_between(job->stems, group, left, first, job->arena);
    if (!between || !*between)
        return between ? name : NULL;
    const char *begun = join(job, side == LEFT ? other : name, between);
    return begun ? join(job, begun, right) : NULL;
}

/* The rest of a torn name, which is no phrase since something stands in it that is no term. */
static const char *mend_sides(struct job *job, const struct suspect *suspect, uint32_t group,
                              const char *name)
{
    const char *mended = name;
    for (int side = LEFT; mended && side < SIDES; side++) {
        uint64_t key = usual(suspect, side);
        const char *edge = side == LEFT ? name : last_word(name);
        if (key != UINT64_MAX && key % 2 == 1 && key / 2 < job->streams->term_count &&
            tdg_is_capitalised(edge) && words_of(mended) < MAX_WORDS - 1)
            mended = mend(job, (uint32_t)(key / 2), side, group, mended);
    }
    return mended;
}

/* "Formel 1" */
static const char *add_digit(struct job *job, uint32_t group, const char *name)
{
    char digit[] = {strchr(name, ' ') || !tdg_is_capitalised(name)
                        ? '\0'
                        : tdg_titles_digit(job->stems, group, name),
                    '\0'};
    return *digit ? join(job, name, digit) : name;
}

/* The term as it is written in a label, "" where it is not fit for one; NULL when out of memory. */
static const char *write_whole(struct job *job, uint32_t term, uint32_t group)
{
    const char *text = job->streams->surface[term];
    if (job->suspect_of[term] == TDG_NONE)
        return text;
    const struct suspect *suspect = &job->suspects[job->suspect_of[term]];
    bool lone = false;
    const char *name = strip_titles(text, &lone);
    const char *mended = mend_sides(job, suspect, group, name);
    if (!mended || mended != name)
        return mended;
    /* A family name alone is a name, a given name or half of a phrase is none. */
    if (is_torn(job, suspect, RIGHT) ||
        (name == text && strchr(text, ' ') && is_torn(job, suspect, LEFT)))
        return "";
    const char *left = name == text ? beside(job, suspect, LEFT) : NULL;
    const char *right = beside(job, suspect, RIGHT);
    if (lone && right)
        return "";
    if (left && !is_title(left, strlen(left)) && words_of(name) < MAX_WORDS)
        name = join(job, left, name);
    if (name && right && words_of(name) < MAX_WORDS)
        name = join(job, name, right);
    /* Halves of a dateline make a whole one. */
    if (name && is_acronym(name) && strlen(name) > LONGEST_ACRONYM)
        return "";
    return name ? add_digit(job, group, name) : NULL;
}

static int find_suspects(struct job *job, const struct tdg_ranking *named, uint32_t groups)
{
    size_t most = 0;
    for (uint32_t g = 0; g < groups; g++)
        most += named->count[g];
    uint32_t terms = job->streams->term_count;
    job->suspects = tdg_alloc(most, sizeof *job->suspects);
    job->suspect_of = tdg_alloc(terms, sizeof *job->suspect_of);
    if (!job->suspects || !job->suspect_of)
        return TDG_ENOMEM;
    for (uint32_t term = 0; term < terms; term++)
        job->suspect_of[term] = TDG_NONE;
    for (uint32_t g = 0; g < groups; g++)
        for (size_t i = 0; i < named->count[g]; i++) {
            uint32_t column = named->items[g * named->wanted + i].column;
            uint32_t term = job->stems->vocabulary->term[column];
            if (job->suspect_of[term] != TDG_NONE)
                continue;
            job->suspect_of[term] = (uint32_t)job->count;
            job->suspects[job->count++].term = term;
        }
    read_streams(job, false);
    for (size_t s = 0; s < job->count; s++)
        for (int side = LEFT; side < SIDES; side++)
            job->suspects[s].side[side].votes = 0;
    read_streams(job, true);
    return TDG_OK;
}

/* What stands alone is written as the group writes it. */
static int write_group(struct job *job, struct tdg_label_terms *terms, uint32_t group,
                       const struct tdg_ranked *items, size_t count)
{
    terms->items = tdg_arena_alloc(job->arena, count * sizeof *terms->items);
    if (!terms->items)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++) {
        uint32_t term = job->stems->vocabulary->term[items[i].column];
        struct tdg_term_view view = tdg_view_term(&items[i], job->stems, group);
        const char *whole = write_whole(job, term, group);
        if (!whole)
            return TDG_ENOMEM;
        if (strcmp(whole, job->streams->surface[term]) != 0)
            view.term = whole;
        view.weight = items[i].worth;
        if (*whole)
            terms->items[terms->count++] = view;
    }
    return TDG_OK;
}

int tdg_label_terms_build(struct tdg_label_terms **terms, const struct tdg_ranking *named,
                          uint32_t groups, const struct tdg_stems *stems, struct tdg_arena *arena)
{
    struct job job = {.stems = stems, .streams = stems->streams, .arena = arena};
    struct tdg_label_terms *made = tdg_alloc(groups, sizeof *made);
    int status = made ? TDG_OK : TDG_ENOMEM;
    /* Where bodies are sorted, nothing stands beside anything. */
    if (!status)
        status = find_suspects(&job, named, stems->streams->sorted ? 0 : groups);
    for (uint32_t g = 0; !status && g < groups; g++)
        status = write_group(&job, &made[g], g, named->items + g * named->wanted, named->count[g]);
    free(job.suspects);
    free(job.suspect_of);
    if (status)
        free(made);
    else
        *terms = made;
    return status;
}
