// SPDX-License-Identifier: GPL-3.0-or-later
/* Recurring columns. "Business live", "The Guardian view on" and "… obituary" stand at one end of
 * titles about anything. Left in, such words make themes of what looks alike. Words are a column
 * where
 *   - many titles begin (or end) with them, and hardly any title has them elsewhere;
 *   - they come in many months and evenly, and so does each of their words: a subject comes in
 *     waves. So "Coronavirus live news" stays;
 *   - bodies of other articles hardly ever have them: people and companies are written about;
 *   - one of the words is hardly used otherwise, or two and more are set apart from the rest by a
 *     break: "European shares" are neither;
 *   - what else their articles say is nothing in particular: those of "4TH QTR NET" share "shr" and
 *     "cts", and so it is a subject. No need to ask where a title has nothing else, or where a
 *     beginning of two words is set apart ("Cramer's lightning round: …").
 * When in doubt the words stay. The limits are from reading what was found in seven collections of
 * 3,000 to 120,000 articles.
 *
 * What titles begin with is a tree of words, so that a text is compared with all at once. */
#include "text/recurring.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/memory.h"
#include "text/beginnings.h"

enum {
    MIN_TITLES = 8,
    MIN_MONTHS = 6,     /* company results come by the quarter, which less would not show */
    MONTH = 30 * 86400, /* seconds */
    TELLING = 5,        /* terms that tell what articles are about */
    ENDS = 2            /* TDG_TITLE_START and TDG_TITLE_END */
};
static const double min_of_root = 0.25;    /* times the root of the number of titles */
static const double min_at_end = 0.9;      /* of the titles that have the words */
static const double max_in_bodies = 0.1;   /* bodies for each title at that end */
static const double min_of_months = 0.4;   /* of all months */
static const double max_variation = 1.25;  /* of a month's share, more than chance has it */
static const double min_of_shorter = 0.5;  /* of the titles that begin with one word less */
static const double min_owned = 0.5;       /* of the titles that have one of the words */
static const double min_alone = 0.5;       /* of its titles */
static const double min_bound = 0.95;      /* of its articles */
static const double max_information = 0.6; /* mean nats of the telling terms */

enum state { DROPPED, CANDIDATE, COLUMN };

/* What some titles begin with. */
struct node {
    uint32_t parent; /* one word less; TDG_NONE for a first word */
    uint32_t term;   /* the last word */
    uint32_t length;
    enum state state;
    size_t titles;   /* that begin so … */
    size_t alone;    /* … and have nothing else */
    size_t anywhere; /* titles with these words side by side */
    size_t bodies;   /* of other articles */
    size_t last;     /* article that was counted last, plus 1 */
    size_t members;  /* articles; those of a longer candidate belong to that one … */
    size_t bound;    /* … and have a break between it and the rest */
    bool own;        /* a word of it is hardly used by other titles */
};

/* The tree of one end. */
struct tree {
    enum tdg_text_place place;
    struct node *nodes; /* [count] shorter ones first */
    size_t count, capacity;
    uint32_t *node_of; /* [articles] the longest, TDG_NONE for none */
    uint32_t *root;    /* [terms] node of a first word, TDG_NONE for none */
    uint32_t *slot;    /* [slots] of (parent, term): node + 1, or 0 */
    size_t slots;      /* a power of two */
    size_t least;      /* titles */
    bool failed;
};

struct search {
    struct tdg_streams *streams;
    const uint32_t *copy_of;
    uint32_t *month;  /* [articles] TDG_NONE where an article shows nothing */
    size_t *titles;   /* [months] */
    size_t months;    /* that have a title */
    size_t all;       /* titles of all months */
    size_t originals; /* undated ones, too */
    struct tree tree[ENDS];
    uint32_t *frequency; /* [terms] articles */
    uint32_t *seen;      /* [terms] article + 1 that had the term last */
    uint32_t *count;     /* [terms] scratch of zeros */
    uint32_t *touched;   /* [terms] those that are not 0 */
};

static void tree_done(struct tree *tree)
{
    free(tree->nodes);
    free(tree->node_of);
    free(tree->root);
    free(tree->slot);
}

static void search_done(struct search *search)
{
    free(search->month);
    free(search->titles);
    for (int end = 0; end < ENDS; end++)
        tree_done(&search->tree[end]);
    free(search->frequency);
    free(search->seen);
    free(search->count);
    free(search->touched);
}

static int number_months(struct search *search, const int64_t *published)
{
    size_t articles = search->streams->articles;
    int64_t last = 0;
    search->month = tdg_alloc(articles, sizeof *search->month);
    search->titles = tdg_alloc(articles, sizeof *search->titles);
    if (!search->month || !search->titles)
        return TDG_ENOMEM;
    for (size_t i = 0; i < articles; i++) {
        bool original = !search->copy_of || search->copy_of[i] == TDG_NONE;
        search->originals += original;
        search->month[i] = TDG_NONE;
        if (!original || published[i] == TDG_NO_DATE)
            continue;
        int64_t month = published[i] / MONTH - (published[i] % MONTH < 0);
        if (!search->all++ || month != last)
            search->months++;
        last = month;
        search->month[i] = (uint32_t)search->months - 1;
        search->titles[search->months - 1]++;
    }
    return TDG_OK;
}

/* Growing the tree. */

static bool add_node(void *context, const struct tdg_start *start, size_t count, uint32_t length)
{
    struct tree *tree = context;
    if (count < tree->least || tree->failed)
        return false;
    struct node *grown = tdg_grow(tree->nodes, &tree->capacity, tree->count + 1, sizeof *grown);
    tree->failed = !grown;
    if (tree->failed)
        return false;
    tree->nodes = grown;
    grown[tree->count] = (struct node){
        .parent = tree->node_of[start->row],
        .term = (uint32_t)start->key,
        .length = length,
        .titles = count,
    };
    for (size_t i = 0; i < count; i++)
        tree->node_of[start[i].row] = (uint32_t)tree->count;
    tree->count++;
    return true;
}

static size_t slot_of(const struct tree *tree, uint32_t parent, uint32_t term)
{
    size_t slot = tdg_mix((uint64_t)parent << 32 | term) & (tree->slots - 1);
    while (tree->slot[slot]) {
        const struct node *node = &tree->nodes[tree->slot[slot] - 1];
        if (node->parent == parent && node->term == term)
            break;
        slot = (slot + 1) & (tree->slots - 1);
    }
    return slot;
}

static int index_nodes(struct tree *tree, uint32_t terms)
{
    tree->slots = 1;
    while (tree->slots < 2 * tree->count)
        tree->slots *= 2;
    tree->slot = tdg_alloc(tree->slots, sizeof *tree->slot);
    tree->root = tdg_alloc(terms, sizeof *tree->root);
    if (!tree->slot || !tree->root)
        return TDG_ENOMEM;
    memset(tree->root, 0xFF, terms * sizeof *tree->root);
    for (uint32_t i = 0; i < tree->count; i++) {
        const struct node *node = &tree->nodes[i];
        if (node->parent == TDG_NONE)
            tree->root[node->term] = i;
        else
            tree->slot[slot_of(tree, node->parent, node->term)] = i + 1;
    }
    return TDG_OK;
}

static int grow_tree(struct search *search, struct tree *tree, enum tdg_text_place place,
                     const int64_t *published)
{
    const struct tdg_streams *streams = search->streams;
    struct tdg_beginnings beginnings = {0};
    size_t least = (size_t)ceil(min_of_root * sqrt((double)search->all));
    tree->place = place;
    tree->least = least < MIN_TITLES ? MIN_TITLES : least;
    tree->node_of = tdg_alloc(streams->articles, sizeof *tree->node_of);
    int status = tree->node_of
                     ? tdg_beginnings_init(&beginnings, streams, place, published, search->copy_of)
                     : TDG_ENOMEM;
    if (!status)
        memset(tree->node_of, 0xFF, streams->articles * sizeof *tree->node_of);
    uint32_t length = 1;
    while (!status && length <= TDG_RUBRIC_WORDS &&
           tdg_beginnings_grow(&beginnings, length, add_node, tree))
        length++;
    tdg_beginnings_done(&beginnings);
    if (!status && tree->failed)
        status = TDG_ENOMEM;
    return status ? status : index_nodes(tree, streams->term_count);
}

/* TDG_NONE: nothing begins so. `node` is TDG_NONE before the first word. */
static uint32_t descend(const struct tree *tree, uint32_t node, uint32_t term)
{
    if (node == TDG_NONE)
        return tree->root[term];
    return tree->slot[slot_of(tree, node, term)] - 1; /* 0 - 1 is TDG_NONE */
}

/* Counting where the words are. */

static void count_node(struct node *node, size_t article, bool title)
{
    if (node->last == article + 1)
        return;
    node->last = article + 1;
    if (title)
        node->anywhere++;
    else
        node->bodies++;
}

/* All words of the tree that stand side by side in a part of the stream, whatever breaks are
 * between them. Titles are read before their bodies, so that a body counts where its title has
 * them not. */
static void count_range(struct tree *tree, const struct tdg_streams *streams, size_t article,
                        size_t begin, size_t end, bool title)
{
    bool back = tree->place == TDG_TITLE_END;
    for (size_t at = begin; at < end; at++) {
        uint32_t node = TDG_NONE;
        for (size_t i = at; i >= begin && i < end; i += back ? SIZE_MAX : 1) {
            uint32_t term = streams->term[i];
            if (term == TDG_BREAK && i != at)
                continue;
            node = term == TDG_BREAK ? TDG_NONE : descend(tree, node, term);
            if (node == TDG_NONE || !tree->nodes)
                break;
            count_node(&tree->nodes[node], article, title);
        }
    }
}

static size_t words_of_title(const struct tdg_streams *streams, size_t article)
{
    size_t words = 0;
    for (size_t at = streams->begin[article]; at < streams->title_end[article]; at++)
        words += streams->term[at] != TDG_BREAK;
    return words;
}

static void count_places(const struct search *search, struct tree *tree)
{
    const struct tdg_streams *streams = search->streams;
    for (size_t i = 0; tree->count && i < streams->articles; i++) {
        if (search->month[i] == TDG_NONE)
            continue;
        size_t begin = streams->begin[i], middle = streams->title_end[i];
        count_range(tree, streams, i, begin, middle, true);
        if (!streams->sorted)
            count_range(tree, streams, i, middle, streams->begin[i + 1], false);
        struct node *node = tree->node_of[i] == TDG_NONE ? NULL : &tree->nodes[tree->node_of[i]];
        if (node && words_of_title(streams, i) == node->length)
            node->alone++;
    }
}

static bool is_mostly_alone(const struct node *node)
{
    return (double)node->alone >= min_alone * (double)node->titles;
}

static bool keeps_its_place(const struct node *node)
{
    return (double)node->titles >= min_at_end * (double)node->anywhere &&
           (is_mostly_alone(node) || (double)node->bodies <= max_in_bodies * (double)node->titles);
}

/* Regular in time. */

/* The coefficient of variation of a share from month to month, what chance makes of so few articles
 * taken out. */
static double variation(const struct search *search, const uint32_t *count)
{
    double all = 0, deviation = 0, months = (double)search->months;
    for (size_t m = 0; m < search->months; m++)
        all += count[m];
    if (all <= 0)
        return 0;
    for (size_t m = 0; m < search->months; m++) {
        double expected = all * (double)search->titles[m] / (double)search->all;
        deviation += (count[m] - expected) * (count[m] - expected) / expected;
    }
    double excess = deviation / (months - 1) - 1;
    return excess > 0 ? sqrt(excess / (all / months)) : 0;
}

static bool is_regular(const struct search *search, const uint32_t *count)
{
    size_t months = 0;
    for (size_t m = 0; m < search->months; m++)
        months += count[m] > 0;
    return months >= MIN_MONTHS && (double)months >= min_of_months * (double)search->months &&
           variation(search, count) <= max_variation;
}

/* Drops the candidates that do not come regularly. */
static int drop_irregular(const struct search *search, struct tree *tree)
{
    size_t months = search->months, candidates = 0;
    uint32_t *place = tdg_alloc(tree->count, sizeof *place);
    for (size_t n = 0; place && n < tree->count; n++)
        if (tree->nodes[n].state == CANDIDATE)
            place[n] = (uint32_t)candidates++;
    uint32_t *count = tdg_alloc(candidates, months * sizeof *count);
    for (size_t i = 0; place && count && i < search->streams->articles; i++)
        for (uint32_t n = tree->node_of[i]; n != TDG_NONE; n = tree->nodes[n].parent)
            if (tree->nodes[n].state == CANDIDATE)
                count[place[n] * months + search->month[i]]++;
    for (size_t n = 0; place && count && n < tree->count; n++)
        if (tree->nodes[n].state == CANDIDATE && !is_regular(search, count + place[n] * months))
            tree->nodes[n].state = DROPPED;
    int status = place && count ? TDG_OK : TDG_ENOMEM;
    free(place);
    free(count);
    return status;
}

/* The titles of each month that have a word of a candidate. */
struct waves {
    uint32_t *slot;  /* [terms] TDG_NONE for other words */
    uint32_t *count; /* [words][months] */
    uint32_t words;
};

static void list_words(struct waves *waves, const struct tree *tree)
{
    for (size_t c = 0; c < tree->count; c++)
        if (tree->nodes[c].state == CANDIDATE)
            for (uint32_t n = (uint32_t)c; n != TDG_NONE; n = tree->nodes[n].parent)
                if (waves->slot[tree->nodes[n].term] == TDG_NONE)
                    waves->slot[tree->nodes[n].term] = waves->words++;
}

static void count_words(struct search *search, struct waves *waves)
{
    const struct tdg_streams *streams = search->streams;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t at = streams->begin[i];
             search->month[i] != TDG_NONE && at < streams->title_end[i]; at++) {
            uint32_t term = streams->term[at];
            if (term == TDG_BREAK || waves->slot[term] == TDG_NONE || search->seen[term] == i + 1)
                continue;
            search->seen[term] = (uint32_t)i + 1;
            waves->count[waves->slot[term] * search->months + search->month[i]]++;
        }
    memset(search->seen, 0, streams->term_count * sizeof *search->seen);
}

static void look_at_word(const struct search *search, struct node *node, const uint32_t *count)
{
    size_t titles = 0;
    for (size_t m = 0; m < search->months; m++)
        titles += count[m];
    node->own = node->own || (double)node->titles >= min_owned * (double)titles;
    if (variation(search, count) > max_variation)
        node->state = DROPPED;
}

static void look_at_words(const struct search *search, struct tree *tree, const struct waves *waves)
{
    for (size_t c = 0; c < tree->count; c++)
        for (uint32_t n = (uint32_t)c; n != TDG_NONE && tree->nodes[c].state == CANDIDATE;
             n = tree->nodes[n].parent) {
            size_t slot = waves->slot[tree->nodes[n].term];
            look_at_word(search, &tree->nodes[c], waves->count + slot * search->months);
        }
}

/* Drops the candidates with a word that is a subject. */
static int drop_subjects(struct search *search)
{
    size_t terms = search->streams->term_count;
    struct waves waves = {.slot = tdg_alloc(terms, sizeof *waves.slot)};
    if (!waves.slot)
        return TDG_ENOMEM;
    memset(waves.slot, 0xFF, terms * sizeof *waves.slot);
    for (int end = 0; end < ENDS; end++)
        list_words(&waves, &search->tree[end]);
    waves.count = tdg_alloc(waves.words, search->months * sizeof *waves.count);
    if (waves.count) {
        count_words(search, &waves);
        for (int end = 0; end < ENDS; end++)
            look_at_words(search, &search->tree[end], &waves);
    }
    int status = waves.count ? TDG_OK : TDG_ENOMEM;
    free(waves.slot);
    free(waves.count);
    return status;
}

/* "Business live UK" is "Business live", and then the title. */
static void drop_tails(struct tree *tree)
{
    for (size_t c = 0; c < tree->count; c++) {
        struct node *node = &tree->nodes[c];
        bool grown = false;
        for (uint32_t n = node->parent; n != TDG_NONE; n = tree->nodes[n].parent)
            grown = grown || tree->nodes[n].state == CANDIDATE;
        if (grown &&
            (double)node->titles < min_of_shorter * (double)tree->nodes[node->parent].titles)
            node->state = DROPPED;
    }
}

/* Marking. */

/* The longest beginning of a title that is in this state or a later one; TDG_NONE for none.
 * *places: its places of the stream. */
static uint32_t longest(const struct tree *tree, const struct tdg_streams *streams, size_t article,
                        enum state state, size_t *places)
{
    size_t begin = streams->begin[article], length = streams->title_end[article] - begin;
    uint32_t found = TDG_NONE, node = TDG_NONE;
    *places = 0;
    for (size_t i = 0; i < length; i++) {
        uint32_t term = streams->term[begin + (tree->place == TDG_TITLE_END ? length - 1 - i : i)];
        if (term == TDG_BREAK)
            continue;
        node = descend(tree, node, term);
        if (node == TDG_NONE)
            break;
        if (tree->nodes[node].state < state)
            continue;
        found = node;
        *places = i + 1;
    }
    return found;
}

/* Marks what is in this state in the titles; tree->node_of becomes what a title begins with. */
static void mark(struct search *search, enum state state)
{
    struct tdg_recurring_columns *recurring = &search->streams->recurring;
    recurring->titles = 0;
    for (size_t i = 0; i < search->streams->articles; i++) {
        size_t places[ENDS];
        for (int end = 0; end < ENDS; end++) {
            struct tree *tree = &search->tree[end];
            tree->node_of[i] = longest(tree, search->streams, i, state, &places[end]);
        }
        recurring->opening[i] = (uint8_t)places[TDG_TITLE_START];
        recurring->closing[i] = (uint8_t)places[TDG_TITLE_END];
        recurring->titles += places[TDG_TITLE_START] || places[TDG_TITLE_END];
    }
}

/* What the rest of the articles is about. */

static void count_terms(struct search *search)
{
    const struct tdg_streams *streams = search->streams;
    for (size_t i = 0; i < streams->articles; i++)
        for (size_t at = streams->begin[i]; at < streams->begin[i + 1]; at++) {
            uint32_t term = streams->term[at];
            if ((search->copy_of && search->copy_of[i] != TDG_NONE) || term == TDG_BREAK ||
                search->seen[term] == i + 1)
                continue;
            search->seen[term] = (uint32_t)i + 1;
            search->frequency[term]++;
        }
    memset(search->seen, 0, streams->term_count * sizeof *search->seen);
}

static bool has_word(const struct tree *tree, uint32_t node, uint32_t term)
{
    for (uint32_t n = node; n != TDG_NONE; n = tree->nodes[n].parent)
        if (tree->nodes[n].term == term)
            return true;
    return false;
}

/* Counts the terms of one article that are no part of a candidate; `touched` gets the new ones. */
static size_t count_article(struct search *search, uint32_t article, size_t touched)
{
    const struct tdg_streams *streams = search->streams;
    for (size_t at = streams->begin[article]; at < streams->begin[article + 1]; at++) {
        uint32_t term = streams->term[at];
        if (term == TDG_BREAK || search->seen[term] == article + 1 ||
            tdg_in_recurring_column(streams, article, at))
            continue;
        search->seen[term] = article + 1;
        if (!search->count[term]++)
            search->touched[touched++] = term;
    }
    return touched;
}

/* How much likelier a term is here than in other articles, by how often it is here. */
static double information(const struct search *search, uint32_t term, size_t members)
{
    double here = (double)search->count[term], all = (double)search->frequency[term];
    double share = here / (double)members;
    double elsewhere = (all - here + 1) / ((double)(search->originals - members) + 1);
    return share > elsewhere ? share * log(share / elsewhere) : 0;
}

static void keep_largest(double best[TELLING], double value)
{
    for (int i = 0; i < TELLING; i++)
        if (value > best[i]) {
            double less = best[i];
            best[i] = value;
            value = less;
        }
}

/* The mean of the terms that tell the most about what these articles are about. */
static double information_of(struct search *search, const struct tree *tree, uint32_t node,
                             const uint32_t *article, size_t members)
{
    double best[TELLING] = {0}, sum = 0;
    size_t touched = 0;
    for (size_t i = 0; i < members; i++)
        touched = count_article(search, article[i], touched);
    for (size_t i = 0; i < touched; i++) {
        uint32_t term = search->touched[i];
        if (!has_word(tree, node, term))
            keep_largest(best, information(search, term, members));
        search->count[term] = 0;
        search->seen[term] = 0;
    }
    for (int i = 0; i < TELLING; i++)
        sum += best[i];
    return sum / TELLING;
}

/* Whether a break, or nothing at all, lies between what is marked in a title and the rest. */
static bool is_bound(const struct tdg_streams *streams, uint32_t article, enum tdg_text_place place)
{
    size_t begin = streams->begin[article], end = streams->title_end[article];
    size_t length = end - begin, opening = streams->recurring.opening[article];
    size_t closing = streams->recurring.closing[article];
    size_t at = place == TDG_TITLE_START ? begin + opening : end - closing - 1;
    bool whole = (place == TDG_TITLE_START ? opening : closing) >= length;
    return whole || streams->term[at] == TDG_BREAK;
}

static bool is_column(struct search *search, const struct tree *tree, uint32_t number,
                      const uint32_t *article)
{
    const struct node *node = &tree->nodes[number];
    if (node->members < MIN_TITLES)
        return false;
    bool bound = node->length > 1 && (double)node->bound >= min_bound * (double)node->members;
    if (is_mostly_alone(node) || (bound && tree->place == TDG_TITLE_START))
        return true;
    return (bound || node->own) &&
           information_of(search, tree, number, article, node->members) <= max_information;
}

/* The articles in the order of their candidates. */
static int list_members(const struct search *search, struct tree *tree, uint32_t **articles)
{
    size_t *at = tdg_alloc(tree->count + 1, sizeof *at);
    uint32_t *list = tdg_alloc(search->streams->articles, sizeof *list);
    for (int writes = 0; at && list && writes < 2; writes++) {
        for (size_t i = 0; i < search->streams->articles; i++) {
            uint32_t n = search->month[i] == TDG_NONE ? TDG_NONE : tree->node_of[i];
            if (n == TDG_NONE)
                continue;
            if (writes)
                list[at[n]++] = (uint32_t)i;
            else
                tree->nodes[n].members++;
            tree->nodes[n].bound += writes && is_bound(search->streams, (uint32_t)i, tree->place);
        }
        for (size_t n = 0; !writes && n < tree->count; n++)
            at[n + 1] = at[n] + tree->nodes[n].members;
    }
    int status = at && list ? TDG_OK : TDG_ENOMEM;
    free(at);
    *articles = list;
    return status;
}

static int choose(struct search *search, struct tree *tree)
{
    uint32_t *articles = NULL;
    int status = list_members(search, tree, &articles);
    for (size_t n = 0, at = 0; !status && n < tree->count; n++) {
        struct node *node = &tree->nodes[n];
        if (node->state == CANDIDATE && is_column(search, tree, (uint32_t)n, articles + at))
            node->state = COLUMN;
        at += node->members;
    }
    free(articles);
    return status;
}

/* The list of what was found. */

static struct tdg_recurring_column rubric_of(const struct tree *tree, uint32_t node,
                                             size_t articles)
{
    struct tdg_recurring_column column = {
        .place = tree->place, .words = tree->nodes[node].length, .articles = articles};
    for (uint32_t n = node; n != TDG_NONE; n = tree->nodes[n].parent) {
        uint32_t i = tree->nodes[n].length - 1;
        column.term[tree->place == TDG_TITLE_END ? column.words - 1 - i : i] = tree->nodes[n].term;
    }
    return column;
}

static int compare_rubrics(const void *left, const void *right)
{
    const struct tdg_recurring_column *one = left, *other = right;
    if (one->articles != other->articles)
        return one->articles > other->articles ? -1 : 1;
    for (uint32_t i = 0; i < one->words && i < other->words; i++)
        if (one->term[i] != other->term[i])
            return one->term[i] < other->term[i] ? -1 : 1;
    if (one->words != other->words)
        return one->words < other->words ? -1 : 1;
    return (int)one->place - (int)other->place;
}

static int list_columns(struct search *search)
{
    struct tdg_recurring_columns *recurring = &search->streams->recurring;
    size_t *articles = NULL, most = search->tree[0].count + search->tree[1].count;
    recurring->items = tdg_alloc(most, sizeof *recurring->items);
    articles = tdg_alloc(most, sizeof *articles);
    for (int end = 0; recurring->items && articles && end < ENDS; end++) {
        const struct tree *tree = &search->tree[end];
        memset(articles, 0, most * sizeof *articles);
        for (size_t i = 0; i < search->streams->articles; i++)
            if (tree->node_of[i] != TDG_NONE)
                articles[tree->node_of[i]]++;
        for (size_t n = 0; n < tree->count; n++)
            if (tree->nodes[n].state == COLUMN && articles[n])
                recurring->items[recurring->count++] = rubric_of(tree, (uint32_t)n, articles[n]);
    }
    int status = recurring->items && articles ? TDG_OK : TDG_ENOMEM;
    if (recurring->items && recurring->count)
        qsort(recurring->items, recurring->count, sizeof *recurring->items, compare_rubrics);
    free(articles);
    return status;
}

static int find_candidates(struct search *search, const int64_t *published)
{
    int status = TDG_OK;
    for (int end = 0; !status && end < ENDS; end++) {
        struct tree *tree = &search->tree[end];
        status = grow_tree(search, tree, end == 0 ? TDG_TITLE_START : TDG_TITLE_END, published);
        if (!status)
            count_places(search, tree);
        for (size_t n = 0; !status && n < tree->count; n++)
            tree->nodes[n].state = keeps_its_place(&tree->nodes[n]) ? CANDIDATE : DROPPED;
        if (!status)
            status = drop_irregular(search, tree);
    }
    if (!status)
        status = drop_subjects(search);
    for (int end = 0; !status && end < ENDS; end++)
        drop_tails(&search->tree[end]);
    return status;
}

static int allocate(struct search *search)
{
    size_t articles = search->streams->articles, terms = search->streams->term_count;
    struct tdg_recurring_columns *recurring = &search->streams->recurring;
    search->frequency = tdg_alloc(terms, sizeof *search->frequency);
    search->seen = tdg_alloc(terms, sizeof *search->seen);
    search->count = tdg_alloc(terms, sizeof *search->count);
    search->touched = tdg_alloc(terms, sizeof *search->touched);
    recurring->opening = tdg_alloc(articles, sizeof *recurring->opening);
    recurring->closing = tdg_alloc(articles, sizeof *recurring->closing);
    return search->frequency && search->seen && search->count && search->touched &&
                   recurring->opening && recurring->closing
               ? TDG_OK
               : TDG_ENOMEM;
}

static void rubrics_done(struct tdg_recurring_columns *recurring)
{
    free(recurring->items);
    free(recurring->opening);
    free(recurring->closing);
    *recurring = (struct tdg_recurring_columns){0};
}

int tdg_recurring_columns_find(struct tdg_streams *streams, const int64_t *published,
                               const uint32_t *copy_of)
{
    struct search search = {.streams = streams, .copy_of = copy_of};
    int status = number_months(&search, published);
    if (!status && search.months >= MIN_MONTHS) {
        status = allocate(&search);
        if (!status)
            status = find_candidates(&search, published);
        if (!status) {
            mark(&search, CANDIDATE);
            count_terms(&search);
        }
        for (int end = 0; !status && end < ENDS; end++)
            status = choose(&search, &search.tree[end]);
        if (!status) {
            mark(&search, COLUMN);
            status = list_columns(&search);
        }
    }
    search_done(&search);
    if (status || !streams->recurring.count)
        rubrics_done(&streams->recurring);
    return status;
}

bool tdg_phrase_in_rubric(const struct tdg_streams *streams, size_t article,
                          const struct tdg_phrase *phrase)
{
    if (!streams->recurring.opening)
        return false;
    size_t first = streams->begin[article] + phrase->at, last = first;
    for (const char *stem = streams->stem[phrase->term]; *stem; stem++)
        last += *stem == ' ';
    return tdg_in_recurring_column(streams, article, first) ||
           tdg_in_recurring_column(streams, article, last);
}
