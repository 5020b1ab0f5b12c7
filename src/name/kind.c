// SPDX-License-Identifier: GPL-3.0-or-later
/* The surest evidence first: what is known by hand, titles, lists, forms; then what stands around
 * it. Where nothing tells, it is none of the three. */
#include "name/kind.h"

#include <string.h>

static bool is_acronym(const struct tdg_run_words *parts)
{
    for (size_t i = 0; i < parts->length[0]; i++)
        if (parts->text[0][i] >= 'a' && parts->text[0][i] <= 'z')
            return false;
    return parts->length[0] > 1;
}

/* Words around it: at least two times, and in one of `part` cases. */
static bool often(uint32_t times, uint32_t part, const struct tdg_name_counts *counts)
{
    return times >= 2 && times * part >= counts->all;
}

static enum tdg_entity by_context(const struct tdg_name_counts *counts)
{
    if (often(counts->person, 6, counts))
        return TDG_PERSON;
    if (counts->in >= 3 && counts->in * 5 >= counts->all * 2)
        return TDG_PLACE;
    if (often(counts->org, 10, counts))
        return TDG_ORGANISATION;
    return TDG_OTHER_NAME;
}

static enum tdg_entity kind_of_word(const struct tdg_run_words *parts,
                                    const struct tdg_name_counts *counts)
{
    unsigned known = parts->known[0];
    bool first_name = known & TDG_FIRST_NAME;
    if (known & TDG_COUNTRY)
        return TDG_PLACE;
    if (is_acronym(parts))
        return often(counts->in, 3, counts)    ? TDG_PLACE
               : parts->length[0] > 2          ? TDG_ORGANISATION
               : often(counts->the, 3, counts) ? TDG_ORGANISATION
                                               : TDG_OTHER_NAME;
    if (known & TDG_CITY && !often(counts->person, 6, counts) &&
        (counts->in * 10 >= counts->all ||
         (!counts->surname && !(first_name && (counts->person || counts->said)))))
        return TDG_PLACE;
    if (known & (TDG_REGION | TDG_TOWN) && counts->in && counts->in * 7 >= counts->all)
        return TDG_PLACE;
    enum tdg_entity kind = by_context(counts);
    return kind == TDG_OTHER_NAME && first_name && !often(counts->the, 3, counts) ? TDG_PERSON
                                                                                  : kind;
}

static bool is_of_head(const struct tdg_run_words *parts)
{
    for (size_t i = 0; i + 1 < parts->count; i++)
        if (parts->kinds[i] & TDG_NW_HEAD && parts->kinds[i + 1] & TDG_NW_LINK)
            return true;
    return false;
}

/* "Smith" or "van Persie" after a first name that is nothing else, or a last word that is no word.
 */
static bool is_named(const struct tdg_run_words *parts)
{
    size_t last = parts->count - 1;
    bool sure = !parts->common[0] && !(parts->known[0] & (TDG_COUNTRY | TDG_CITY | TDG_REGION)) &&
                !(parts->kinds[0] & TDG_NW_NOISE);
    bool word = parts->common[last] || parts->kinds[last] & (TDG_NW_NOISE | TDG_NW_NO_NAME);
    return parts->known[0] & TDG_FIRST_NAME && !(is_acronym(parts) && parts->length[0] < 4) &&
           parts->count < 5 && (sure || !word) &&
           !(parts->kinds[0] & (TDG_NW_ORG | TDG_NW_PLACE_START));
}

static enum tdg_entity kind_of_words(const char *key, const struct tdg_run_words *parts,
                                     const struct tdg_name_counts *counts)
{
    size_t last = parts->count - 1;
    unsigned known = tdg_name_known(key);
    uint32_t end = parts->kinds[last], begin = parts->kinds[0];
    bool person = is_named(parts);
    if (end & TDG_NW_COMPANY || strchr(key, '&'))
        return TDG_ORGANISATION;
    if (known & (TDG_COUNTRY | TDG_REGION | TDG_CITY | TDG_TOWN) &&
        (!person || counts->in * 6 >= counts->all))
        return TDG_PLACE;
    if (is_of_head(parts) || end & TDG_NW_ORG_END)
        return TDG_ORGANISATION;
    if (end & TDG_NW_PLACE_END && !(person && (counts->person || counts->said || counts->surname)))
        return TDG_PLACE;
    if (person)
        return TDG_PERSON;
    if (begin & TDG_NW_PLACE_START && (parts->known[last] & (TDG_COUNTRY | TDG_CITY | TDG_REGION) ||
                                       often(counts->in, 4, counts)))
        return TDG_PLACE;
    enum tdg_entity kind = by_context(counts);
    bool plain = parts->count < 4;
    for (size_t i = 0; i < parts->count; i++)
        plain = plain && !parts->common[i] && !(parts->kinds[i] & ~(uint32_t)TDG_NW_PARTICLE) &&
                (!(parts->known[i] & (TDG_COUNTRY | TDG_CITY)) || i == last);
    if (kind == TDG_OTHER_NAME && plain && !often(counts->the, 5, counts) &&
        (counts->surname || often(counts->said, 6, counts)))
        return TDG_PERSON;
    return kind;
}

enum tdg_entity tdg_name_kind(const struct tdg_name_words *words, const char *key,
                              const struct tdg_run_words *parts,
                              const struct tdg_name_counts *counts)
{
    uint32_t hand = tdg_name_word(words, key, strlen(key));
    if (counts->titled && counts->titled * 4 >= counts->all)
        return TDG_PERSON;
    if (hand & TDG_NW_PLACE)
        return TDG_PLACE;
    if (hand & TDG_NW_ORG)
        return TDG_ORGANISATION;
    return parts->count == 1 ? kind_of_word(parts, counts) : kind_of_words(key, parts, counts);
}
