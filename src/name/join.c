// SPDX-License-Identifier: GPL-3.0-or-later
/* "Trump" and "Donald J Trump" are "Donald Trump"; "Apple Inc" is "Apple"; "ECB" is what stood
 * before it where it was in brackets. Who wears a surname is the one that is by far the most
 * frequent, else nobody. */
#include "name/pool.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"

enum { FAR_MORE = 4 };

uint32_t tdg_name_root(const struct tdg_name_pool *pool, uint32_t name)
{
    while (pool->joined[name] != name)
        name = pool->joined[name];
    return name;
}

static void join(struct tdg_name_pool *pool, uint32_t name, uint32_t into)
{
    name = tdg_name_root(pool, name);
    into = tdg_name_root(pool, into);
    if (name != into)
        pool->joined[name] = into;
}

static const char *last_word(const char *key)
{
    const char *blank = strrchr(key, ' ');
    return blank ? blank + 1 : key;
}

/* First and last word of a key of three words or more, whose middle is a name or an initial. */
static uint32_t without_middle(const struct tdg_name_pool *pool, const char *key)
{
    char text[TDG_NAME_KEY];
    const char *last = last_word(key), *blank = strchr(key, ' ');
    if (!blank || blank + 1 == last || last - blank > 12)
        return TDG_NONE;
    int length = snprintf(text, sizeof text, "%.*s%s", (int)(blank + 1 - key), key, last);
    return tdg_intern_find(&pool->keys, text, (size_t)length);
}

/* The two most frequent people of one surname. */
struct wearers {
    uint32_t best, times, second;
};

static int join_people(struct tdg_name_pool *pool)
{
    uint32_t names = pool->keys.count;
    struct wearers *by_surname = tdg_alloc(names, sizeof *by_surname);
    if (!by_surname)
        return TDG_ENOMEM;
    for (uint32_t n = 0; n < names; n++) {
        uint32_t whole =
            pool->kind[n] == TDG_PERSON ? without_middle(pool, pool->keys.text[n]) : TDG_NONE;
        if (whole != TDG_NONE && pool->kind[whole] == TDG_PERSON)
            join(pool, n, whole);
    }
    for (uint32_t n = 0; n < names; n++) {
        const char *key = pool->keys.text[n], *last = last_word(key);
        if (pool->kind[n] != TDG_PERSON || last == key || pool->joined[n] != n)
            continue;
        uint32_t surname = tdg_intern_find(&pool->keys, last, strlen(last));
        if (surname == TDG_NONE)
            continue;
        struct wearers *wearers = &by_surname[surname];
        uint32_t times = pool->counts[n].all;
        if (times > wearers->times) {
            wearers->second = wearers->times;
            wearers->best = n;
            wearers->times = times;
        } else if (times > wearers->second)
            wearers->second = times;
    }
    for (uint32_t n = 0; n < names; n++) {
        const char *key = pool->keys.text[n];
        const struct wearers *wearers = &by_surname[n];
        const struct tdg_name_counts *counts = &pool->counts[n];
        bool other = pool->kind[n] == TDG_PLACE || pool->kind[n] == TDG_ORGANISATION;
        if (wearers->times >= 2 && !other && wearers->times >= FAR_MORE * wearers->second &&
            wearers->times * (tdg_name_known(key) ? 3 : 8) >= counts->all)
            join(pool, n, wearers->best);
    }
    free(by_surname);
    return TDG_OK;
}

static void join_companies(struct tdg_name_pool *pool)
{
    for (uint32_t n = 0; n < pool->keys.count; n++) {
        const char *key = pool->keys.text[n], *last = last_word(key);
        if (last == key || pool->kind[n] != TDG_ORGANISATION ||
            !(tdg_name_word(pool->casing.words, last, strlen(last)) & TDG_NW_COMPANY))
            continue;
        uint32_t rest = tdg_intern_find(&pool->keys, key, (size_t)(last - 1 - key));
        if (rest == TDG_NONE || pool->kind[rest] == TDG_PLACE || pool->kind[rest] == TDG_PERSON)
            continue;
        pool->kind[rest] = TDG_ORGANISATION;
        join(pool, n, rest);
    }
}

/* Whether the capitals of the long form are the letters of the short one. */
static bool is_short_of(const char *abbreviation, const char *text)
{
    size_t at = 0;
    bool begins = true;
    for (; *text; text++) {
        if (begins && *text >= 'A' && *text <= 'Z') {
            if (abbreviation[at] != *text)
                return false;
            at++;
        }
        begins = *text == ' ' || *text == '-';
    }
    return at >= 2 && !abbreviation[at];
}

static uint32_t key_of(const struct tdg_name_pool *pool, const char *text, size_t length)
{
    char key[TDG_NAME_KEY];
    size_t size = tdg_name_key(key, text, length, pool->casing.alphabet);
    return size ? tdg_intern_find(&pool->keys, key, size) : TDG_NONE;
}

static void join_short_forms(struct tdg_name_pool *pool)
{
    const struct tdg_mentions *mentions = pool->casing.mentions;
    for (size_t i = 0; i < mentions->short_count; i++) {
        const struct tdg_short_form *pair = &mentions->shorts[i];
        uint32_t name = pool->name_of[2 * (size_t)pair->run];
        if (name == TDG_NONE)
            name = pool->name_of[2 * (size_t)pair->run + 1];
        const char *text = mentions->runs.text[pair->abbreviation];
        uint32_t abbreviation = key_of(pool, text, mentions->runs.length[pair->abbreviation]);
        if (name == TDG_NONE || abbreviation == TDG_NONE ||
            pool->joined[abbreviation] != abbreviation ||
            !is_short_of(text, pool->forms.text[pool->best[name]]))
            continue;
        if (pool->kind[name] == TDG_OTHER_NAME)
            pool->kind[name] = pool->kind[abbreviation];
        join(pool, abbreviation, name);
    }
}

int tdg_names_join(struct tdg_name_pool *pool)
{
    int status = join_people(pool);
    join_companies(pool);
    join_short_forms(pool);
    return status;
}
