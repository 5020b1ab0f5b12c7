// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/build.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"
#include "name/pool.h"

static void pool_done(struct tdg_name_pool *pool)
{
    tdg_casing_done(&pool->casing);
    tdg_intern_done(&pool->keys);
    tdg_intern_done(&pool->forms);
    free(pool->form);
    free(pool->counts);
    free(pool->name_of);
    free(pool->kind);
    free(pool->best);
    free(pool->joined);
}

/* The number of the name with this spelling; TDG_NONE when out of memory. */
static uint32_t add_name(struct tdg_name_pool *pool, const char *text, size_t length,
                         uint32_t *form)
{
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, text, length, pool->casing.alphabet);
    uint32_t keys = pool->keys.count, forms = pool->forms.count;
    uint32_t name = tdg_intern(&pool->keys, key, size);
    *form = tdg_intern(&pool->forms, text, length);
    struct tdg_name_counts *counts =
        tdg_grow(pool->counts, &pool->count_capacity, pool->keys.count + 1, sizeof *counts);
    struct tdg_form *list =
        tdg_grow(pool->form, &pool->form_capacity, pool->forms.count + 1, sizeof *list);
    pool->counts = counts ? counts : pool->counts;
    pool->form = list ? list : pool->form;
    if (!counts || !list || name == TDG_NONE || *form == TDG_NONE)
        return TDG_NONE;
    if (name == keys)
        counts[name] = (struct tdg_name_counts){0};
    if (*form == forms)
        list[*form] = (struct tdg_form){.name = name};
    return name;
}

static void count(struct tdg_name_counts *counts, uint32_t cues, bool stripped, bool titled)
{
    counts->all++;
    counts->person += (cues & TDG_CUE_PERSON) != 0;
    counts->org += (cues & TDG_CUE_ORG) != 0;
    counts->said += (cues & TDG_CUE_SAID) != 0;
    counts->titled += titled;
    if (stripped) /* what stood before it stood before other words of the run */
        return;
    counts->in += (cues & TDG_CUE_IN) != 0;
    counts->the += (cues & TDG_CUE_THE) != 0;
}

/* The name of a run, as it stands there. */
struct found {
    uint32_t name, form;
    bool looked, stripped, titled;
};

/* Which of the two places of a run a mention is at. */
static uint32_t run_of(const struct tdg_mention *mention)
{
    return 2 * mention->run + (mention->cues & TDG_CUE_OPENS);
}

static int look_at_run(struct tdg_name_pool *pool, struct found *found, uint32_t run, uint32_t cues)
{
    const struct tdg_intern *runs = &pool->casing.mentions->runs;
    struct tdg_run_words words;
    tdg_run_words_read(&words, &pool->casing, runs->text[run], runs->length[run]);
    struct tdg_core core = tdg_core_find(&pool->casing, run, cues, &words);
    *found = (struct found){TDG_NONE, TDG_NONE, true, core.first > 0, core.titled};
    if (core.first >= core.end)
        return TDG_OK;
    const char *begin = words.text[core.first];
    size_t length = (size_t)(words.text[core.end - 1] - begin) + words.length[core.end - 1];
    found->name = add_name(pool, begin, length, &found->form);
    return found->name == TDG_NONE ? TDG_ENOMEM : TDG_OK;
}

static int find_names(struct tdg_name_pool *pool)
{
    const struct tdg_mentions *mentions = pool->casing.mentions;
    size_t runs = mentions->runs.count;
    struct found *found = tdg_alloc(2 * runs, sizeof *found);
    pool->name_of = tdg_alloc(2 * runs, sizeof *pool->name_of);
    int status = found && pool->name_of ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < mentions->count; i++) {
        const struct tdg_mention *mention = &mentions->items[i];
        struct found *here = &found[run_of(mention)];
        if (!here->looked)
            status = look_at_run(pool, here, mention->run, mention->cues);
        if (status || here->name == TDG_NONE)
            continue;
        count(&pool->counts[here->name], mention->cues, here->stripped, here->titled);
        pool->form[here->form].times++;
    }
    for (size_t i = 0; !status && i < 2 * runs; i++)
        pool->name_of[i] = found[i].looked ? found[i].name : TDG_NONE;
    free(found);
    return status;
}

/* One that people are called by: "Mr Modi", or as often as by the whole name. */
static bool is_surname(const struct tdg_name_pool *pool, uint32_t alone, uint32_t whole)
{
    const struct tdg_name_counts *counts = &pool->counts[alone];
    const char *key = pool->keys.text[alone];
    if (counts->titled && counts->titled * 8 >= counts->all)
        return true;
    return counts->all >= 3 && counts->all * 4 >= pool->counts[whole].all &&
           counts->the * 10 < counts->all && counts->in * 10 < counts->all &&
           !(tdg_name_known(key) & ~(unsigned)TDG_FIRST_NAME) &&
           !(tdg_name_word(pool->casing.words, key, strlen(key)) & (TDG_NW_ORG | TDG_NW_PLACE));
}

static void find_surnames(struct tdg_name_pool *pool)
{
    for (uint32_t n = 0; n < pool->keys.count; n++) {
        const char *key = pool->keys.text[n], *blank = strrchr(key, ' ');
        const char *last = blank ? blank + 1 : key;
        uint32_t alone = tdg_intern_find(&pool->keys, last, strlen(last));
        pool->counts[n].surname = alone != TDG_NONE && alone != n && is_surname(pool, alone, n);
    }
}

/* "DAKAR", as it begins a report from there; an abbreviation is shorter. */
static bool is_shouted(const struct tdg_name_pool *pool, uint32_t form)
{
    enum { ABBREVIATION = 4 };
    const char *text = pool->forms.text[form];
    return pool->forms.length[form] > ABBREVIATION &&
           !text[strcspn(text, "abcdefghijklmnopqrstuvwxyz")];
}

static int tell_kinds(struct tdg_name_pool *pool)
{
    uint32_t names = pool->keys.count;
    pool->kind = tdg_alloc(names, sizeof *pool->kind);
    pool->best = tdg_alloc(names, sizeof *pool->best);
    pool->joined = tdg_alloc(names, sizeof *pool->joined);
    if (!pool->kind || !pool->best || !pool->joined)
        return TDG_ENOMEM;
    for (uint32_t n = 0; n < names; n++) {
        pool->best[n] = TDG_NONE;
        pool->joined[n] = n;
    }
    for (uint32_t f = 0; f < pool->forms.count; f++) {
        uint32_t *best = &pool->best[pool->form[f].name];
        bool shouted = *best != TDG_NONE && is_shouted(pool, *best);
        if (*best == TDG_NONE || (shouted && !is_shouted(pool, f)) ||
            (pool->form[f].times > pool->form[*best].times && (shouted || !is_shouted(pool, f))))
            *best = f;
    }
    find_surnames(pool);
    for (uint32_t n = 0; n < names; n++) {
        struct tdg_run_words words;
        const struct tdg_intern *forms = &pool->forms;
        tdg_run_words_read(&words, &pool->casing, forms->text[pool->best[n]],
                           forms->length[pool->best[n]]);
        pool->kind[n] =
            tdg_name_kind(pool->casing.words, pool->keys.text[n], &words, &pool->counts[n]);
    }
    return TDG_OK;
}

static int by_times(const void *left, const void *right)
{
    const struct tdg_form *one = left, *other = right;
    if (one->times != other->times)
        return one->times > other->times ? -1 : 1;
    return (one->name > other->name) - (one->name < other->name);
}

/* The spellings of each name, most frequent first. In `order` stands the number of a form in
 * place of its name. */
static int add_variants(struct tdg_names *names, const struct tdg_name_pool *pool,
                        const uint32_t *slot)
{
    enum { MOST = 12 };
    uint32_t forms = pool->forms.count;
    struct tdg_form *order = tdg_alloc(forms, sizeof *order);
    if (!order)
        return TDG_ENOMEM;
    uint32_t kept = 0;
    for (uint32_t f = 0; f < forms; f++)
        if (slot[tdg_name_root(pool, pool->form[f].name)] != TDG_NONE)
            order[kept++] = (struct tdg_form){f, pool->form[f].times};
    int status = TDG_OK;
    if (kept)
        qsort(order, kept, sizeof *order, by_times);
    for (uint32_t i = 0; !status && i < kept; i++) {
        uint32_t f = order[i].name, root = tdg_name_root(pool, pool->form[f].name);
        struct tdg_name *name = &names->items[slot[root]];
        if (f == pool->best[root] || name->variant_count == MOST)
            continue;
        if (!name->variants)
            name->variants = tdg_arena_alloc(&names->arena, MOST * sizeof *name->variants);
        if (!name->variants || !(name->variants[name->variant_count++] =
                                     tdg_arena_string(&names->arena, pool->forms.text[f])))
            status = TDG_ENOMEM;
    }
    free(order);
    return status;
}

/* articles: ascending, perhaps several times the same; `different` of them. */
static int add_name_view(struct tdg_names *names, const struct tdg_name_pool *pool, uint32_t number,
                         const uint32_t *articles, size_t count, size_t different)
{
    struct tdg_name *name = &names->items[names->count++];
    *name = (struct tdg_name){
        .text = tdg_arena_string(&names->arena, pool->forms.text[pool->best[number]]),
        .kind = pool->kind[number],
        .articles = tdg_arena_alloc(&names->arena, different * sizeof *name->articles),
    };
    if (!name->text || !name->articles)
        return TDG_ENOMEM;
    for (size_t i = 0; i < count; i++)
        if (!i || articles[i] != articles[i - 1])
            name->articles[name->article_count++] = articles[i];
    return TDG_OK;
}

/* The articles of the mentions of each name, which are in order (a counting sort: begin[n] is where
 * those of name n begin). root_of: [runs * 2] the name that the one of a run ends up in. begin:
 * [keys + 1], zeroed. */
static void sort_articles(const struct tdg_name_pool *pool, const uint32_t *root_of, size_t *begin,
                          uint32_t *article)
{
    const struct tdg_mentions *mentions = pool->casing.mentions;
    uint32_t names = pool->keys.count;
    for (size_t i = 0; i < mentions->count; i++) {
        uint32_t name = root_of[run_of(&mentions->items[i])];
        if (name != TDG_NONE)
            begin[name + 1]++;
    }
    for (uint32_t n = 0; n < names; n++)
        begin[n + 1] += begin[n];
    for (size_t i = 0; i < mentions->count; i++) {
        uint32_t name = root_of[run_of(&mentions->items[i])];
        if (name != TDG_NONE)
            article[begin[name]++] = mentions->items[i].article;
    }
    /* Every begin has moved to the end of its name. */
    memmove(begin + 1, begin, names * sizeof *begin);
    begin[0] = 0;
}

/* What is in one article only is left out. */
static int collect(struct tdg_names *names, const struct tdg_name_pool *pool)
{
    uint32_t count = pool->keys.count;
    size_t *begin = tdg_alloc((size_t)count + 1, sizeof *begin);
    uint32_t *article = tdg_alloc(pool->casing.mentions->count, sizeof *article);
    uint32_t *slot = tdg_alloc(count, sizeof *slot);
    size_t runs = 2 * (size_t)pool->casing.mentions->runs.count;
    uint32_t *root_of = tdg_alloc(runs, sizeof *root_of);
    names->items = tdg_alloc(count, sizeof *names->items);
    int status = begin && article && slot && root_of && names->items ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < runs; i++)
        root_of[i] =
            pool->name_of[i] == TDG_NONE ? TDG_NONE : tdg_name_root(pool, pool->name_of[i]);
    if (!status)
        sort_articles(pool, root_of, begin, article);
    for (uint32_t n = 0; !status && n < count; n++) {
        size_t different = 0;
        for (size_t i = begin[n]; i < begin[n + 1]; i++)
            different += i == begin[n] || article[i] != article[i - 1];
        slot[n] = different < 2 ? TDG_NONE : (uint32_t)names->count;
        if (different >= 2)
            status = add_name_view(names, pool, n, article + begin[n], begin[n + 1] - begin[n],
                                   different);
    }
    if (!status)
        status = add_variants(names, pool, slot);
    free(begin);
    free(article);
    free(slot);
    free(root_of);
    return status;
}

static int build(struct tdg_names *names, const struct tdg_articles *articles,
                 const struct tdg_name_words *words, struct tdg_workers *workers)
{
    struct tdg_mentions mentions = {0};
    struct tdg_name_pool pool = {0};
    int status = tdg_mentions_find(&mentions, articles, words, workers);
    if (!status)
        status = tdg_casing_init(&pool.casing, &mentions, words);
    if (!status)
        status = find_names(&pool);
    if (!status)
        status = tell_kinds(&pool);
    if (!status)
        status = tdg_names_join(&pool);
    if (!status)
        status = collect(names, &pool);
    pool_done(&pool);
    tdg_mentions_done(&mentions);
    return status;
}

int tdg_names_build(struct tdg_names *names, const struct tdg_articles *articles,
                    struct tdg_workers *workers, struct tdg_error *error)
{
    struct tdg_name_words words = {0};
    *names = (struct tdg_names){0};
    int status = tdg_name_words_init(&words);
    if (!status)
        status = build(names, articles, &words, workers);
    tdg_name_words_done(&words);
    if (status)
        return tdg_fail_memory(error);
    tdg_names_sort(names);
    return TDG_OK;
}
