// SPDX-License-Identifier: GPL-3.0-or-later
/* Which records are the same article. An id says so only as long as nothing else contradicts it:
 * exports that number their rows begin again in every file, and two sources number alike. */
#include "input/identity.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/intern.h"
#include "base/progress.h"
#include "input/address.h"

/* A time between two quarters of an hour tells articles apart; a bare day, in any time zone, is at
 * the beginning of one. */
enum { QUARTER = 900 };

/* Texts are alike where half of the windows of the shorter one are in the longer one as well.
 * Windows of 12 bytes: two articles of a column share next to none of them, a text and its
 * corrected version nearly all. */
enum { WINDOW = 12 };

static bool is_precise(int64_t time)
{
    return time != TDG_NO_DATE && time % QUARTER != 0;
}

static bool has_nothing(const struct tdg_identity *facts)
{
    return !*facts->title && !*facts->url && facts->published == TDG_NO_DATE;
}

bool tdg_identity_same(const struct tdg_identity *one, const struct tdg_identity *other)
{
    if (has_nothing(one) || has_nothing(other))
        return has_nothing(one) && has_nothing(other);
    bool time = one->published == other->published;
    bool other_url = tdg_address_differs(one->url, other->url);
    if (tdg_address_same(one->url, other->url))
        return true;
    if (*one->title && strcmp(one->title, other->title) == 0 && (time || !other_url))
        return true;
    return time && one->published != TDG_NO_DATE && strcmp(one->source, other->source) == 0 &&
           (!other_url || is_precise(one->published));
}

static const char *address_of(const char *url, const char *id)
{
    return *url || !tdg_address_is_web(id) ? url : id;
}

int64_t tdg_page_number(const char *url, const char *id, const char *title)
{
    char room[TDG_ADDRESS_ROOM];
    struct tdg_digest digest = {0};
    const char *key = tdg_address_key(room, address_of(url, id));
    if (!tdg_address_is_page(key))
        return 0;
    tdg_digest_string(&digest, key);
    tdg_digest_string(&digest, title);
    return digest.low ? (int64_t)digest.low : 1;
}

bool tdg_is_known_by_address(const struct tdg_article *article)
{
    return article->nameless ||
           (tdg_address_is_web(article->id) &&
            tdg_address_same(article->id, address_of(article->url, article->id)));
}

static int by_number(const void *left, const void *right)
{
    uint64_t one = *(const uint64_t *)left, other = *(const uint64_t *)right;
    return (one > other) - (one < other);
}

/* The distinct windows of a text, ascending; *count of them. To be freed; NULL when out of memory.
 */
static uint64_t *windows_of(const char *text, size_t *count)
{
    size_t length = strlen(text), made = length < WINDOW ? 1 : length - WINDOW + 1;
    uint64_t *windows = tdg_alloc(made, sizeof *windows);
    *count = 0;
    if (!windows)
        return NULL;
    for (size_t i = 0; i < made; i++)
        windows[i] = tdg_hash(text + i, length < WINDOW ? length : WINDOW, 0);
    qsort(windows, made, sizeof *windows, by_number);
    for (size_t i = 0; i < made; i++)
        if (!*count || windows[*count - 1] != windows[i])
            windows[(*count)++] = windows[i];
    return windows;
}

int tdg_texts_alike(bool *alike, const char *one, const char *other)
{
    size_t counts[2], shared = 0;
    *alike = !*one || !*other || strcmp(one, other) == 0;
    if (*alike)
        return TDG_OK;
    uint64_t *left = windows_of(one, &counts[0]), *right = windows_of(other, &counts[1]);
    int status = left && right ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0, j = 0; !status && i < counts[0] && j < counts[1];) {
        shared += left[i] == right[j];
        if (left[i] < right[j])
            i++;
        else if (left[i] > right[j])
            j++;
        else
            i++, j++;
    }
    if (!status)
        *alike = 2 * shared >= (counts[0] < counts[1] ? counts[0] : counts[1]);
    free(left);
    free(right);
    return status;
}

const char *tdg_identity_id(struct tdg_arena *arena, const char *id,
                            const struct tdg_identity *facts, size_t digits)
{
    struct tdg_digest digest = {0};
    char text[TDG_DIGEST_TEXT], published[24];
    snprintf(published, sizeof published, "%lld", (long long)facts->published);
    tdg_digest_string(&digest, facts->title);
    tdg_digest_string(&digest, facts->url);
    tdg_digest_string(&digest, facts->source);
    tdg_digest_string(&digest, published);
    tdg_digest_text(&digest, text);
    size_t length = strlen(id);
    char *made = tdg_arena_alloc(arena, length + digits + 2);
    if (!made)
        return NULL;
    memcpy(made, id, length);
    made[length] = '~';
    memcpy(made + length + 1, text, digits);
    made[length + 1 + digits] = '\0';
    return made;
}

struct tdg_identity tdg_identity_of(const struct tdg_article *article)
{
    return (struct tdg_identity){article->title, article->url, article->source, article->published};
}

/* Something that makes two rows one where they have it in common. */
struct key {
    struct tdg_digest digest;
    uint32_t row;
    bool but_for_url; /* unless their addresses differ */
};

struct uniting {
    struct tdg_articles *articles;
    const struct tdg_monitor *monitor;
    uint32_t *of;     /* [articles] another row of the same article, itself for the last one */
    bool *doubtful;   /* [articles] others have the same id */
    bool *by_address; /* [articles] tdg_is_known_by_address */
    struct key *key;  /* [keys] */
    size_t keys, capacity;
};

static int compare_keys(const void *left, const void *right)
{
    const struct key *one = left, *other = right;
    int order = (one->digest.high > other->digest.high) - (one->digest.high < other->digest.high);
    if (!order)
        order = (one->digest.low > other->digest.low) - (one->digest.low < other->digest.low);
    return order ? order : (one->row > other->row) - (one->row < other->row);
}

static uint32_t root_of(struct uniting *uniting, uint32_t row)
{
    while (uniting->of[row] != row)
        row = uniting->of[row] = uniting->of[uniting->of[row]];
    return row;
}

/* The earlier row stands for both. */
static void unite(struct uniting *uniting, uint32_t one, uint32_t other)
{
    one = root_of(uniting, one);
    other = root_of(uniting, other);
    uniting->of[one < other ? other : one] = one < other ? one : other;
}

static int add_key(struct uniting *uniting, size_t row, const char *kind, const char *one,
                   const char *other, int64_t time)
{
    struct key *grown =
        tdg_grow(uniting->key, &uniting->capacity, uniting->keys + 1, sizeof *grown);
    char published[24];
    if (!grown)
        return TDG_ENOMEM;
    uniting->key = grown;
    struct key *key = &grown[uniting->keys++];
    *key = (struct key){.row = (uint32_t)row, .but_for_url = *kind == 't'};
    snprintf(published, sizeof published, "%lld", (long long)time);
    const char *const parts[] = {kind, uniting->articles->items[row].id, one, other, published};
    /* Pages are told by title and address alone: the id is made of the text. */
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        tdg_digest_string(&key->digest, i == 1 && *kind == 'p' ? "" : parts[i]);
    return TDG_OK;
}

static const struct tdg_article *article_at(const struct uniting *uniting, size_t row)
{
    return &uniting->articles->items[row];
}

/* Marks the rows whose id another one has as well. */
static int find_doubles(struct uniting *uniting)
{
    struct tdg_intern ids = {0};
    size_t count = uniting->articles->count;
    uint32_t *first = tdg_alloc(count, sizeof *first);
    int status = first ? TDG_OK : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < count; i++) {
        uint32_t known = ids.count;
        const char *id = article_at(uniting, i)->id;
        uint32_t number = tdg_intern(&ids, id, strlen(id));
        if (number == TDG_NONE)
            status = TDG_ENOMEM;
        else if (number == known)
            first[number] = i;
        else
            uniting->doubtful[i] = uniting->doubtful[first[number]] = true;
    }
    free(first);
    tdg_intern_done(&ids);
    return status;
}

static int add_keys(struct uniting *uniting, size_t row)
{
    const struct tdg_article *article = article_at(uniting, row);
    struct tdg_identity facts = tdg_identity_of(article);
    bool dated = article->published != TDG_NO_DATE;
    char room[TDG_ADDRESS_ROOM];
    const char *page = tdg_address_key(room, address_of(article->url, article->id));
    bool is_page = tdg_address_is_page(page);
    int status = TDG_OK;
    uniting->by_address[row] = tdg_is_known_by_address(article);
    if (uniting->by_address[row] && is_page && *article->title)
        status = add_key(uniting, row, "page", page, article->title, 0);
    if (status || !uniting->doubtful[row])
        return status;
    if (has_nothing(&facts) || article->nameless)
        return add_key(uniting, row, "id", "", "", 0);
    if (is_page && *article->url)
        status = add_key(uniting, row, "address", page, "", 0);
    if (!status && *article->title)
        status = add_key(uniting, row, "title", article->title, "", 0);
    if (!status && *article->title)
        status = add_key(uniting, row, "headline", article->title, "", article->published);
    if (!status && dated)
        status = add_key(uniting, row, "time", article->source, "", article->published);
    if (!status && is_precise(article->published))
        status = add_key(uniting, row, "second", article->source, "", article->published);
    return status;
}

/* Two records known by their address that have it and a title in common are one page, unless it is
 * one that has something else every day. */
static int is_page_again(bool *again, const struct tdg_article *one,
                         const struct tdg_article *other)
{
    *again = one->published == other->published;
    return *again ? TDG_OK : tdg_texts_alike(again, one->body, other->body);
}

static bool is_page(const struct uniting *uniting, const struct key *one, const struct key *other)
{
    const struct tdg_article *a = article_at(uniting, one->row),
                             *b = article_at(uniting, other->row);
    return uniting->by_address[one->row] && uniting->by_address[other->row] &&
           strcmp(a->id, b->id) != 0;
}

/* Neighbours in the order of time are compared, so the work grows with the articles alone. */
static int unite_all(struct uniting *uniting)
{
    int status = TDG_OK;
    if (uniting->keys)
        qsort(uniting->key, uniting->keys, sizeof *uniting->key, compare_keys);
    for (size_t i = 1; !status && i < uniting->keys; i++) {
        const struct key *before = &uniting->key[i - 1], *key = &uniting->key[i];
        if (memcmp(&before->digest, &key->digest, sizeof key->digest) != 0)
            continue;
        bool again =
            !key->but_for_url || !tdg_address_differs(article_at(uniting, before->row)->url,
                                                      article_at(uniting, key->row)->url);
        if (is_page(uniting, before, key))
            status = is_page_again(&again, article_at(uniting, before->row),
                                   article_at(uniting, key->row));
        if (!status && again)
            unite(uniting, before->row, key->row);
    }
    return status;
}

/* Whether an article is a later version than another one, which comes before it in the order: a
 * date is better than none, a later one better than an earlier one; of the same time, the longer
 * text. */
static bool is_newer(const struct tdg_article *article, const struct tdg_article *before)
{
    if (article->published != before->published)
        return article->published != TDG_NO_DATE;
    return strlen(article->body) > strlen(before->body);
}

static bool same_content(const struct tdg_article *one, const struct tdg_article *other)
{
    return one->published == other->published && strcmp(one->title, other->title) == 0 &&
           strcmp(one->body, other->body) == 0 && strcmp(one->source, other->source) == 0 &&
           strcmp(one->url, other->url) == 0;
}

/* best[root]: the row that is kept of an article. */
static void choose_versions(struct uniting *uniting, uint32_t *best)
{
    for (uint32_t i = 0; i < uniting->articles->count; i++) {
        uint32_t root = root_of(uniting, i);
        if (root == i || is_newer(article_at(uniting, i), article_at(uniting, best[root])))
            best[root] = i;
    }
}

static void drop_others(struct uniting *uniting, const uint32_t *best)
{
    struct tdg_articles *articles = uniting->articles;
    size_t count = articles->count, kept = 0;
    for (uint32_t i = 0; i < count; i++) {
        const struct tdg_article *article = &articles->items[i];
        uint32_t chosen = best[root_of(uniting, i)];
        if (chosen == i)
            continue;
        articles->skipped++;
        tdg_notice(uniting->monitor, TDG_NOTICE_SKIPPED, articles->files[article->file],
                   article->line, "%s",
                   same_content(article, &articles->items[chosen])
                       ? "the same article again"
                       : "another version of an article; the newest is kept");
    }
    for (uint32_t i = 0; i < count; i++)
        if (best[root_of(uniting, i)] == i) {
            articles->items[kept] = articles->items[i];
            uniting->doubtful[kept++] = uniting->doubtful[i];
        }
    articles->count = kept;
}

/* A free id for an article whose own is taken; [id~digits]. */
static int rename_article(struct uniting *uniting, struct tdg_intern *ids,
                          struct tdg_article *article)
{
    struct tdg_identity facts = tdg_identity_of(article);
    for (size_t digits = TDG_ID_DIGITS; digits < TDG_DIGEST_TEXT; digits *= 2) {
        const char *id = tdg_identity_id(&uniting->articles->facts, article->id, &facts, digits);
        uint32_t known = ids->count;
        uint32_t number = id ? tdg_intern(ids, id, strlen(id)) : TDG_NONE;
        if (number == TDG_NONE)
            return TDG_ENOMEM;
        if (number == known) {
            article->given = article->id;
            article->id = id;
            return TDG_OK;
        }
    }
    return TDG_OK; /* 128 bits the same: cannot be */
}

/* What is still more than one article under an id: the first keeps it. */
static int rename_others(struct uniting *uniting, struct tdg_renamed *renamed)
{
    struct tdg_articles *articles = uniting->articles;
    struct tdg_intern ids = {0};
    bool *first = tdg_alloc(articles->count, sizeof *first);
    int status = first ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i < articles->count; i++) {
        uint32_t known = ids.count;
        uint32_t number = tdg_intern(&ids, articles->items[i].id, strlen(articles->items[i].id));
        first[i] = number == known;
        status = number == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    }
    for (size_t i = 0; !status && i < articles->count; i++)
        if (!first[i]) {
            status = rename_article(uniting, &ids, &articles->items[i]);
            if (!renamed->count++)
                renamed->example = articles->items[i].id;
        }
    free(first);
    tdg_intern_done(&ids);
    return status;
}

static int settle(struct uniting *uniting, struct tdg_renamed *renamed)
{
    size_t count = uniting->articles->count;
    uint32_t *best = tdg_alloc(count, sizeof *best);
    int status = best ? find_doubles(uniting) : TDG_ENOMEM;
    bool any = false;
    for (uint32_t i = 0; !status && i < count; i++) {
        uniting->of[i] = i;
        any = any || uniting->doubtful[i];
        status = add_keys(uniting, i);
    }
    if (!status)
        status = unite_all(uniting);
    if (!status) {
        choose_versions(uniting, best);
        drop_others(uniting, best);
    }
    if (!status && any)
        status = rename_others(uniting, renamed);
    free(best);
    return status;
}

void tdg_renamed_tell(const struct tdg_renamed *renamed, const struct tdg_monitor *monitor)
{
    if (renamed->count)
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "%zu %s an id already used by an article with another title, date and address; "
                   "a suffix was added to the id (%s)",
                   renamed->count, renamed->count == 1 ? "article has" : "articles have",
                   renamed->example);
}

int tdg_articles_unite(struct tdg_articles *articles, const struct tdg_monitor *monitor,
                       struct tdg_renamed *renamed)
{
    struct uniting uniting = {.articles = articles,
                              .monitor = monitor,
                              .of = tdg_alloc(articles->count, sizeof *uniting.of),
                              .doubtful = tdg_alloc(articles->count, sizeof *uniting.doubtful),
                              .by_address = tdg_alloc(articles->count, sizeof *uniting.by_address)};
    *renamed = (struct tdg_renamed){0};
    int status = uniting.of && uniting.doubtful && uniting.by_address ? settle(&uniting, renamed)
                                                                      : TDG_ENOMEM;
    free(uniting.of);
    free(uniting.doubtful);
    free(uniting.by_address);
    free(uniting.key);
    return status;
}
