// SPDX-License-Identifier: GPL-3.0-or-later
/* Near copies: the same text with another headline, shortened, with a paragraph more, with other
 * line breaks. Signatures are cut into bands (Leskovec, Rajaraman and Ullman 2014, section 3.4);
 * who shares a band with an earlier article is compared with it word by word. An article meets at
 * most two others in a band, the first and the last one before it, so the work grows with the
 * number of articles, however many are alike. */
#include "dedup/near.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/memory.h"
#include "clean/article_words.h"

/* With a Jaccard index of .6 two texts share one of 16 bands of 2 places in 999 of 1,000 cases, and
 * agree in at least 10 of the 32 places in 998. */
enum { BAND = 2, BANDS = TDG_PLACES / BAND, MIN_AGREEMENT = 10, CHUNK = 64 };

/* A long text is a copy where so much of the shorter of both is in the longer one, in the same
 * order, which may be so many times longer. In texts of few words a changed figure or name may be
 * another report; the same sentences in another order are another text. */
static const double contained = 0.7, contained_few = 0.85, longest = 2.5;
enum { FEW_WORDS = 100 };
/* A brief text is one where the words of one are the other's, in a row, and few are added. */
enum { BRIEF_WORDS = 8, BRIEF_ADDED = 2 };

struct pair {
    uint32_t article;
    uint32_t other; /* before it */
};

struct bucket {
    uint32_t band[BAND]; /* what its articles have there */
    uint32_t first;      /* article + 1, the first one in the window */
    uint32_t last;       /* 0: empty */
};

/* A shingle and where it stands. */
struct mark {
    uint64_t shingle;
    uint32_t at;
};

/* The shingles of one article, each once, where it stands first, ascending. */
struct side {
    uint32_t article; /* TDG_NONE: nothing is there yet */
    struct tdg_shingle_scratch scratch;
    struct tdg_words words;
    struct mark *mark;
    size_t count, capacity;
    struct mark *common; /* [common_capacity] room for find_common */
    size_t common_capacity;
    uint32_t *last; /* [last_capacity] room for count_in_order */
    size_t last_capacity;
};

struct search {
    const struct tdg_articles *articles;
    const struct tdg_signature *signature;
    int64_t window;        /* seconds */
    struct bucket *bucket; /* [slots] */
    size_t slots;
    struct pair *pair;
    size_t pairs, capacity;
    bool *copy;             /* [pairs] */
    struct side (*side)[2]; /* [workers] */
};

static bool agree(const struct tdg_signature *a, const struct tdg_signature *b)
{
    int places = 0;
    for (int i = 0; i < TDG_PLACES; i++)
        places += a->least[i] == b->least[i];
    return places >= MIN_AGREEMENT;
}

static bool is_within(const struct search *search, uint32_t early, uint32_t late)
{
    const struct tdg_article *items = search->articles->items;
    return tdg_is_within(search->window, items[early].published, items[late].published);
}

static int offer(struct search *search, uint32_t article, uint32_t other)
{
    if (!agree(&search->signature[article], &search->signature[other]))
        return TDG_OK;
    struct pair *grown =
        tdg_grow(search->pair, &search->capacity, search->pairs + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    search->pair = grown;
    search->pair[search->pairs++] = (struct pair){article, other};
    return TDG_OK;
}

/* The bucket of the articles with the same band, by open addressing. */
static struct bucket *bucket_of(const struct search *search, uint32_t article, int band)
{
    const uint32_t *key = search->signature[article].least + (size_t)BAND * (size_t)band;
    size_t at = tdg_mix((uint64_t)key[0] << 32 | key[1]) & (search->slots - 1);
    for (; search->bucket[at].last; at = (at + 1) & (search->slots - 1))
        if (memcmp(key, search->bucket[at].band, sizeof search->bucket[at].band) == 0)
            break;
    memcpy(search->bucket[at].band, key, sizeof search->bucket[at].band);
    return &search->bucket[at];
}

static int go_through_band(struct search *search, const uint32_t *copy_of, int band)
{
    int status = TDG_OK;
    memset(search->bucket, 0, search->slots * sizeof *search->bucket);
    for (uint32_t i = 0; !status && i < search->articles->count; i++) {
        if (copy_of[i] != TDG_NONE || !search->signature[i].any)
            continue;
        struct bucket *bucket = bucket_of(search, i, band);
        /* No later article is in the window of one that is too early for this one. */
        if (bucket->first && !is_within(search, bucket->first - 1, i))
            bucket->first = 0;
        if (bucket->first)
            status = offer(search, i, bucket->first - 1);
        else
            bucket->first = i + 1;
        if (!status && bucket->last && bucket->last != bucket->first &&
            is_within(search, bucket->last - 1, i))
            status = offer(search, i, bucket->last - 1);
        bucket->last = i + 1;
    }
    return status;
}

static int compare_pairs(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->article != y->article)
        return x->article < y->article ? -1 : 1;
    return x->other < y->other ? -1 : x->other > y->other;
}

/* Each pair once, by article and then by the other. */
static void sort_pairs(struct search *search)
{
    size_t kept = 0;
    if (search->pairs)
        qsort(search->pair, search->pairs, sizeof *search->pair, compare_pairs);
    for (size_t i = 0; i < search->pairs; i++)
        if (kept == 0 || compare_pairs(&search->pair[kept - 1], &search->pair[i]) != 0)
            search->pair[kept++] = search->pair[i];
    search->pairs = kept;
}

static int compare_marks(const void *a, const void *b)
{
    const struct mark *x = a, *y = b;
    if (x->shingle != y->shingle)
        return x->shingle < y->shingle ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

static bool make_room(struct side *side, size_t count)
{
    struct mark *mark = tdg_grow(side->mark, &side->capacity, count, sizeof *mark);
    if (mark)
        side->mark = mark;
    struct mark *common = tdg_grow(side->common, &side->common_capacity, count, sizeof *common);
    if (common)
        side->common = common;
    uint32_t *last = tdg_grow(side->last, &side->last_capacity, count, sizeof *last);
    if (last)
        side->last = last;
    return mark && common && last;
}

/* Puts the shingles in order and leaves each once. */
static int mark_shingles(struct side *side, const uint64_t *shingle, size_t count)
{
    if (!make_room(side, count + 1))
        return TDG_ENOMEM;
    struct mark *mark = side->mark;
    for (size_t i = 0; i < count; i++)
        mark[i] = (struct mark){shingle[i], (uint32_t)i};
    qsort(mark, count, sizeof *mark, compare_marks);
    side->count = 0;
    for (size_t i = 0; i < count; i++)
        if (side->count == 0 || mark[side->count - 1].shingle != mark[i].shingle)
            mark[side->count++] = mark[i];
    return TDG_OK;
}

static int load(struct side *side, const struct tdg_articles *articles, uint32_t article)
{
    const uint64_t *shingle;
    size_t count;
    if (side->article == article)
        return TDG_OK;
    side->article = TDG_NONE;
    int status = tdg_words_read(&side->words, &side->scratch.words, &articles->items[article]);
    if (!status)
        status = tdg_shingles_make(&shingle, &count, &side->scratch, &side->words);
    if (!status)
        status = mark_shingles(side, shingle, count);
    if (!status)
        side->article = article;
    return status;
}

/* What both have: common[i].shingle is its place in `a`, .at that in `b`. */
static size_t find_common(struct mark *common, const struct side *a, const struct side *b)
{
    size_t count = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t x = a->mark[i].shingle, y = b->mark[j].shingle;
        if (x == y)
            common[count++] = (struct mark){a->mark[i].at, b->mark[j].at};
        i += x <= y;
        j += y <= x;
    }
    return count;
}

/* The most of them that stand in the same order in both: the longest increasing subsequence
 * (Fredman 1975). last[k]: the least place in `b` at which k + 1 in order can end. */
static size_t count_in_order(struct mark *common, size_t count, uint32_t *last)
{
    size_t longest_run = 0;
    qsort(common, count, sizeof *common, compare_marks); /* by the place in `a` */
    for (size_t i = 0; i < count; i++) {
        size_t low = 0, high = longest_run;
        while (low < high) {
            size_t middle = (low + high) / 2;
            if (last[middle] < common[i].at)
                low = middle + 1;
            else
                high = middle;
        }
        last[low] = common[i].at;
        longest_run += low == longest_run;
    }
    return longest_run;
}

static bool is_long_copy(struct side *few, const struct side *many)
{
    double bar = few->words.count < FEW_WORDS * few->words.per_word ? contained_few : contained;
    if ((double)many->count > longest * (double)few->count)
        return false;
    size_t common = find_common(few->common, few, many);
    return (double)common >= bar * (double)few->count &&
           (double)count_in_order(few->common, common, few->last) >= bar * (double)few->count;
}

static bool is_brief_copy(const struct tdg_words *few, const struct tdg_words *many)
{
    size_t added = many->count - few->count, length = few->begin[few->count];
    if (few->count < BRIEF_WORDS * few->per_word || added > BRIEF_ADDED * few->per_word)
        return false;
    for (size_t i = 0; i <= added; i++)
        if (many->begin[i + few->count] - many->begin[i] == length &&
            memcmp(many->text + many->begin[i], few->text, length) == 0)
            return true;
    return false;
}

static bool is_copy(struct side *a, struct side *b)
{
    struct side *few = a->words.count <= b->words.count ? a : b;
    const struct side *many = few == a ? b : a;
    if (few->words.brief != many->words.brief || few->words.per_word != many->words.per_word)
        return false;
    return few->words.brief ? is_brief_copy(&few->words, &many->words) : is_long_copy(few, many);
}

static int check_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct search *search = context;
    struct side *side = search->side[chunk->worker];
    int status = TDG_OK;
    for (size_t i = chunk->begin; !status && i < chunk->end; i++) {
        status = load(&side[0], search->articles, search->pair[i].article);
        if (!status)
            status = load(&side[1], search->articles, search->pair[i].other);
        if (!status)
            search->copy[i] = is_copy(&side[0], &side[1]);
    }
    return status;
}

static int check_pairs(struct search *search, struct tdg_workers *workers)
{
    unsigned threads = tdg_workers_count(workers);
    search->copy = tdg_alloc(search->pairs, sizeof *search->copy);
    search->side = tdg_alloc(threads, sizeof *search->side);
    if (!search->copy || !search->side)
        return TDG_ENOMEM;
    for (unsigned w = 0; w < threads; w++)
        search->side[w][0].article = search->side[w][1].article = TDG_NONE;
    return tdg_workers_run(workers, search->pairs, CHUNK, check_chunk, search);
}

/* The earliest of those that an article is like, or what that is a copy of: it comes first, so it
 * is settled. */
static void settle(const struct search *search, uint32_t *copy_of)
{
    for (size_t i = 0; i < search->pairs; i++) {
        struct pair pair = search->pair[i];
        if (!search->copy[i] || copy_of[pair.article] != TDG_NONE)
            continue;
        uint32_t root = copy_of[pair.other] == TDG_NONE ? pair.other : copy_of[pair.other];
        if (is_within(search, root, pair.article))
            copy_of[pair.article] = root;
    }
}

static void side_done(struct side *side)
{
    tdg_shingle_scratch_done(&side->scratch);
    free(side->mark);
    free(side->common);
    free(side->last);
}

static void search_done(struct search *search, unsigned threads)
{
    for (unsigned w = 0; search->side && w < threads; w++)
        for (int i = 0; i < 2; i++)
            side_done(&search->side[w][i]);
    free(search->side);
    free(search->copy);
    free(search->pair);
    free(search->bucket);
}

int tdg_near_copies(uint32_t *copy_of, const struct tdg_articles *articles,
                    const struct tdg_signature *signature, int64_t window,
                    struct tdg_workers *workers)
{
    struct search search = {
        .articles = articles, .signature = signature, .window = window, .slots = 16};
    while (search.slots < 2 * articles->count)
        search.slots *= 2;
    search.bucket = tdg_alloc(search.slots, sizeof *search.bucket);
    int status = search.bucket ? TDG_OK : TDG_ENOMEM;
    for (int band = 0; !status && band < BANDS; band++)
        status = go_through_band(&search, copy_of, band);
    sort_pairs(&search);
    if (!status)
        status = check_pairs(&search, workers);
    if (!status)
        settle(&search, copy_of);
    search_done(&search, tdg_workers_count(workers));
    return status;
}
