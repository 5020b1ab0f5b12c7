// SPDX-License-Identifier: GPL-3.0-or-later
/* Near copies: the same text with another headline, shortened, with a paragraph more, with other
 * line breaks. Signatures are cut into bands (Leskovec, Rajaraman and Ullman 2014, section 3.4);
 * who shares a band with an earlier article is compared with it word by word. An article meets at
 * most two others in a band, the first and the last one before it, so the work grows with the
 * number of articles, however many are alike. */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/memory.h"
#include "base/workers.h"
#include "clean/shingle.h"

/* With a Jaccard index of .6 two texts share one of 16 bands of 2 places in 999 of 1,000 cases, and
 * agree in at least 10 of the 32 places in 998. */
enum { BAND = 2, BANDS = TDG_PLACES / BAND, LEAST_AGREEMENT = 10, CHUNK = 64 };

/* A long text is a copy where so much of the shorter of both is in the longer one, which may be so
 * many times longer. In texts of few words a changed figure or name may be another report. */
static const double contained = 0.7, contained_few = 0.85, longest = 2.5;
enum { FEW_WORDS = 100 };
/* A brief text is one where the words of one are the other's, in a row, and few are added. */
enum { BRIEF_WORDS = 8, BRIEF_ADDED = 2 };

struct pair {
    uint32_t article;
    uint32_t other; /* before it */
};

struct bucket {
    uint32_t first; /* article + 1; 0: empty */
    uint32_t last;
};

/* The shingles of one article, each once, ascending. */
struct side {
    uint32_t article; /* TDG_NONE: nothing is there yet */
    struct tdg_shingle_scratch scratch;
    struct tdg_words words;
    uint64_t *shingle; /* in the scratch */
    size_t count;
};

struct search {
    const struct tdg_articles *articles;
    const struct tdg_signature *signature;
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
    return places >= LEAST_AGREEMENT;
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
    size_t at = tdg_hash(key, (size_t)BAND * sizeof *key, 0) & (search->slots - 1);
    for (; search->bucket[at].first; at = (at + 1) & (search->slots - 1)) {
        const uint32_t *other =
            search->signature[search->bucket[at].first - 1].least + (size_t)BAND * (size_t)band;
        if (memcmp(key, other, (size_t)BAND * sizeof *key) == 0)
            break;
    }
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
        if (bucket->first)
            status = offer(search, i, bucket->first - 1);
        else
            bucket->first = i + 1;
        if (!status && bucket->last && bucket->last != bucket->first)
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

static int compare_hashes(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static int load(struct side *side, const struct tdg_articles *articles, uint32_t article)
{
    const uint64_t *made;
    if (side->article == article)
        return TDG_OK;
    side->article = TDG_NONE;
    int status = tdg_words_read(&side->words, &side->scratch, &articles->items[article]);
    if (!status)
        status = tdg_shingles_make(&made, &side->count, &side->scratch, &side->words);
    if (status)
        return status;
    side->shingle = (uint64_t *)(void *)side->scratch.shingles.bytes;
    qsort(side->shingle, side->count, sizeof *side->shingle, compare_hashes);
    size_t kept = 0;
    for (size_t i = 0; i < side->count; i++)
        if (kept == 0 || side->shingle[kept - 1] != side->shingle[i])
            side->shingle[kept++] = side->shingle[i];
    side->count = kept;
    side->article = article;
    return TDG_OK;
}

static size_t count_common(const struct side *a, const struct side *b)
{
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a->count && j < b->count;) {
        uint64_t x = a->shingle[i], y = b->shingle[j];
        common += x == y;
        i += x <= y;
        j += y <= x;
    }
    return common;
}

static bool is_long_copy(const struct side *few, const struct side *many)
{
    double bar = few->words.count < FEW_WORDS ? contained_few : contained;
    return (double)many->count <= longest * (double)few->count &&
           (double)count_common(few, many) >= bar * (double)few->count;
}

static bool is_brief_copy(const struct tdg_words *few, const struct tdg_words *many)
{
    size_t added = many->count - few->count, length = few->begin[few->count];
    if (few->count < BRIEF_WORDS || added > BRIEF_ADDED)
        return false;
    for (size_t i = 0; i <= added; i++)
        if (many->begin[i + few->count] - many->begin[i] == length &&
            memcmp(many->text + many->begin[i], few->text, length) == 0)
            return true;
    return false;
}

static bool is_copy(const struct side *a, const struct side *b)
{
    const struct side *few = a->words.count <= b->words.count ? a : b;
    const struct side *many = few == a ? b : a;
    if (few->words.brief != many->words.brief)
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
        copy_of[pair.article] = copy_of[pair.other] == TDG_NONE ? pair.other : copy_of[pair.other];
    }
}

static void search_done(struct search *search, unsigned threads)
{
    for (unsigned w = 0; search->side && w < threads; w++) {
        tdg_shingle_scratch_done(&search->side[w][0].scratch);
        tdg_shingle_scratch_done(&search->side[w][1].scratch);
    }
    free(search->side);
    free(search->copy);
    free(search->pair);
    free(search->bucket);
}

int tdg_near_copies(uint32_t *copy_of, const struct tdg_articles *articles,
                    const struct tdg_signature *signature, struct tdg_workers *workers)
{
    struct search search = {.articles = articles, .signature = signature, .slots = 16};
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
