// SPDX-License-Identifier: GPL-3.0-or-later
/* Labels: the best two or three terms that say different things.
 *
 * "tariff, tariffs, tariff dispute" names nothing three times, and "2019, 10" names nothing at all.
 * So a term is skipped where it shares a word with one already taken, or a beginning of five
 * letters (of four where both have capitals: "China, Chinese"), or stands inside it; and where it
 * is very short or begins with a digit. Accents and capitals make no difference: "Saied" is
 * "Saïed". Where too few terms are left the rules are given up, the second one first.
 *
 * A further term must be worth a fair part of the first: what little a theme of odds and ends has
 * in common is told by the most telling word rather than by three. */
#include "label/name.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/spelling.h"

enum {
    MOST = 3,
    COMMON_START = 5,
    COMMON_NAME = 4,
    LONGEST_ENDING = 5, /* of a form of a name behind what it has in common with another */
    INSIDE = 4,
    SHORTEST = 3,
    LONGEST = 400
};

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Two words are the same or begin with so many of the same letters. */
static bool is_like(const char *a, size_t a_length, const char *b, size_t b_length, size_t start)
{
    size_t same = 0;
    while (same < a_length && same < b_length && a[same] == b[same])
        same++;
    return (same == a_length && same == b_length) || tdg_utf8_count(a, same) >= start;
}

static bool stands_inside(const char *small, const char *large)
{
    size_t length = strlen(small);
    if (tdg_utf8_count(small, length) < INSIDE)
        return false;
    for (; strlen(large) >= length; large++) {
        size_t same = 0;
        while (same < length && small[same] == large[same])
            same++;
        if (same == length)
            return true;
    }
    return false;
}

/* The length of the word at `text`, which ends at a blank. */
static size_t word(const char *text)
{
    return strcspn(text, " ");
}

static const char *next_word(const char *text)
{
    text += word(text);
    return text + strspn(text, " ");
}

/* "ECB" for "european central bank". */
static bool is_short_for(const char *term, const char *phrase)
{
    size_t at = 0;
    for (; *phrase; phrase = next_word(phrase), at++)
        if (!is_upper(term[at]) || term[at] - 'A' != *phrase - 'a')
            return false;
    return at > 1 && !term[at];
}

static bool overlaps(const char *first, const char *second)
{
    char a[LONGEST], b[LONGEST];
    tdg_plain_spelling(first, a, sizeof a);
    tdg_plain_spelling(second, b, sizeof b);
    bool names = tdg_is_capitalised(first) && tdg_is_capitalised(second);
    for (const char *x = a; *x; x = next_word(x))
        for (const char *y = b; *y; y = next_word(y))
            if (is_like(x, word(x), y, word(y), names ? COMMON_NAME : COMMON_START))
                return true;
    return stands_inside(a, b) || stands_inside(b, a) || is_short_for(first, b) ||
           is_short_for(second, a);
}

/* "EU" and "AI" are short but say something. */
static bool is_weak(const struct tdg_term_view *term)
{
    const char *text = term->term;
    size_t length = strlen(text);
    bool acronym = length == 2 && is_upper(text[0]) && is_upper(text[1]);
    bool number = text[0] >= '0' && text[0] <= '9' && !strchr(text, ' '); /* no "737 Max" */
    return number || (tdg_utf8_count(text, length) < SHORTEST && !acronym) || term->weight <= 0;
}

/* What a term must be, from the strictest rule to none. */
struct rule {
    bool fair;
    bool strong;
    bool different;
};

static const struct rule rules[] = {
    {true, true, true}, {false, true, true}, {false, false, true}, {false, false, false}};
enum { RULES = sizeof rules / sizeof *rules };

static const double fair_part = 0.06;   /* of the worth of the first term */
static const double phrase_part = 0.5;  /* of the worth of a word in it */
static const double variant_part = 0.2; /* of the worth of a rarer variant */

/* The terms taken, in their order. */
struct choice {
    uint32_t *taken; /* [terms] */
    size_t count;
};

static bool fits(const struct tdg_label_terms *terms, const struct choice *choice, size_t term,
                 const struct rule *rule)
{
    const struct tdg_term_view *candidate = &terms->items[term];
    if (candidate->articles == 0 || (rule->strong && is_weak(candidate)))
        return false;
    if (rule->fair && choice->count &&
        candidate->weight < fair_part * terms->items[choice->taken[0]].weight)
        return false;
    for (size_t i = 0; i < choice->count; i++) {
        const char *taken = terms->items[choice->taken[i]].term;
        if (choice->taken[i] == term || strcmp(taken, candidate->term) == 0 ||
            (rule->different && overlaps(taken, candidate->term)))
            return false;
    }
    return true;
}

static bool has_word(const char *phrase, const char *term)
{
    for (const char *at = phrase; *at; at = next_word(at))
        if (word(at) == strlen(term) && memcmp(at, term, word(at)) == 0)
            return true;
    return false;
}

/* "trade war" for "trade": the best phrase with the word that is worth half as much at least. */
static size_t complete(const struct tdg_label_terms *terms, const struct choice *choice,
                       size_t term, const struct rule *rule)
{
    const struct tdg_term_view *single = &terms->items[term];
    for (size_t t = 0; rule->strong && !strchr(single->term, ' ') && t < terms->count; t++) {
        const struct tdg_term_view *phrase = &terms->items[t];
        if (t != term && strchr(phrase->term, ' ') && has_word(phrase->term, single->term) &&
            phrase->weight >= phrase_part * single->weight && fits(terms, choice, t, rule))
            return t;
    }
    return term;
}

/* "China" and "Chinese": names, and forms of one. "Arbeit" and "Arbeitsmarkt" are not. */
static bool are_forms(const char *first, const char *second)
{
    char a[LONGEST], b[LONGEST];
    if (strchr(first, ' ') || strchr(second, ' ') || !tdg_is_capitalised(first) ||
        !tdg_is_capitalised(second))
        return false;
    size_t a_length = tdg_plain_spelling(first, a, sizeof a), same = 0;
    size_t b_length = tdg_plain_spelling(second, b, sizeof b);
    while (same < a_length && same < b_length && a[same] == b[same])
        same++;
    return tdg_utf8_count(a, same) >= COMMON_NAME &&
           tdg_utf8_count(a + same, a_length - same) <= LONGEST_ENDING &&
           tdg_utf8_count(b + same, b_length - same) <= LONGEST_ENDING;
}

/* "China" for "Chinese": of two forms of a name the one that more articles of the theme have, if it
 * is worth a part of the other at least. */
static size_t prefer_common(const struct tdg_label_terms *terms, const struct choice *choice,
                            size_t term, const struct rule *rule)
{
    size_t best = term;
    for (size_t t = 0; rule->strong && t < terms->count; t++) {
        const struct tdg_term_view *other = &terms->items[t];
        if (t != term && other->articles > terms->items[best].articles &&
            other->weight >= variant_part * terms->items[term].weight &&
            are_forms(terms->items[term].term, other->term) && fits(terms, choice, t, rule))
            best = t;
    }
    return best;
}

/* Takes the best term under the first of `count` rules that any term fits; false where none does.
 */
static bool take(const struct tdg_label_terms *terms, struct choice *choice, size_t count)
{
    for (size_t r = 0; r < count; r++)
        for (size_t t = 0; t < terms->count; t++)
            if (fits(terms, choice, t, &rules[r])) {
                size_t best = prefer_common(terms, choice, t, &rules[r]);
                choice->taken[choice->count++] = (uint32_t)complete(terms, choice, best, &rules[r]);
                return true;
            }
    return false;
}

static void spell(struct tdg_buffer *text, const struct tdg_label_terms *terms,
                  const struct choice *choice, size_t group)
{
    tdg_buffer_clear(text);
    for (size_t i = 0; i < choice->count; i++) {
        if (i > 0)
            tdg_buffer_string(text, ", ");
        tdg_buffer_string(text, terms->items[choice->taken[i]].term);
    }
    if (choice->count == 0)
        tdg_buffer_format(text, "theme %zu", group + 1);
}

/* True where no label was called that before; from now on one is. */
static bool claim(struct tdg_intern *names, const struct tdg_buffer *text, int *status)
{
    uint32_t before = names->count;
    uint32_t number = text->failed ? TDG_NONE : tdg_intern(names, text->text, text->length);
    *status = number == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    return number == before;
}

/* Makes the text unique: by further terms, and when there are none left by a number. */
static int distinguish(struct tdg_buffer *text, struct tdg_intern *names,
                       const struct tdg_label_terms *terms, struct choice *choice, size_t group)
{
    int status;
    size_t usual = choice->count;
    do {
        if (claim(names, text, &status) || status)
            return status;
        if (!take(terms, choice, RULES))
            break;
        spell(text, terms, choice, group);
    } while (true);
    choice->count = usual;
    for (size_t number = 2;; number++) {
        spell(text, terms, choice, group);
        tdg_buffer_format(text, " (%zu)", number);
        if (claim(names, text, &status) || status)
            return status;
    }
}

static int name_group(struct tdg_labels *labels, const struct tdg_label_terms *terms, size_t group,
                      struct tdg_buffer *text, struct tdg_intern *names, uint32_t *taken)
{
    struct tdg_label *label = &labels->items[group];
    struct choice choice = {.taken = taken};
    take(terms, &choice, RULES);
    while (choice.count < MOST && take(terms, &choice, 1)) /* further ones must be good ones */
        ;
    spell(text, terms, &choice, group);
    int status = distinguish(text, names, terms, &choice, group);
    if (status)
        return status;
    label->text = tdg_arena_copy(&labels->arena, text->text, text->length);
    return label->text ? TDG_OK : TDG_ENOMEM;
}

int tdg_name_groups(struct tdg_labels *labels, const struct tdg_label_terms *terms)
{
    int status = TDG_ENOMEM;
    struct tdg_buffer text = {0};
    struct tdg_intern names = {0};
    size_t most = 0;
    for (size_t g = 0; g < labels->count; g++)
        if (terms[g].count > most)
            most = terms[g].count;
    uint32_t *taken = tdg_alloc(most, sizeof *taken);
    if (!taken)
        goto out;
    status = TDG_OK;
    for (size_t g = 0; !status && g < labels->count; g++)
        status = name_group(labels, &terms[g], g, &text, &names, taken);
out:
    free(taken);
    tdg_intern_done(&names);
    tdg_buffer_done(&text);
    return status;
}
