// SPDX-License-Identifier: GPL-3.0-or-later
/* What a label is made of. The best terms of a theme need not be its names: "year" and "cent" stand
 * in many of its articles, and in many others. So the score of a term, p log(p/q), is multiplied by
 * the share of its articles that lie in the theme; and a phrase, which says more than its words, is
 * preferred to them. Words that only count time and money, and those of credits, come last. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "label/groups.h"

static const double phrase_bonus = 2;
static const double weak_malus = 0.05;

/* Small letters, between blanks. */
static const char weak_words[] =
    " day days week weeks month months year years hour hours minute minutes today yesterday "
    "tomorrow morning night weekend quarter earlier ago monday tuesday wednesday thursday friday "
    "saturday sunday january february april june july august september october november "
    "december jan feb mar apr jun jul aug sep sept oct nov dec cent cents cts pct per percent "
    "million mln billion bln trillion thousand thousands hundred hundreds dozen dozens dlr dlrs "
    "stg "
    "vs first second third last next new old time times number numbers part parts people "
    "contributed reporting thanks advance "
    "jahr jahre jahren jahres woche wochen monat monate monaten tag tage tagen uhr stunde stunden "
    "minuten prozent million millionen milliarde milliarden mio mrd euro ende anfang montag "
    "dienstag mittwoch donnerstag freitag samstag sonntag jänner januar februar märz mai juni juli "
    "oktober dezember heute gestern alt "
    "año años mes meses semana semanas día días hora horas hoy ayer lunes martes miércoles jueves "
    "viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre "
    "noviembre diciembre millón millones euros mil "
    "an ans année années mois semaine semaines jour jours heure heures lundi mardi mercredi jeudi "
    "vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre "
    "novembre décembre milliard milliards ";

struct rated {
    struct tdg_ranked item;
    double value;
};

/* By value, then as they were ranked. */
static int by_value(const void *left, const void *right)
{
    const struct rated *a = left;
    const struct rated *b = right;
    if (a->value != b->value)
        return a->value > b->value ? -1 : 1;
    if (a->item.articles != b->item.articles)
        return a->item.articles > b->item.articles ? -1 : 1;
    return (a->item.column > b->item.column) - (a->item.column < b->item.column);
}

/* Whether one of its words only weak_words. */
static bool is_weak(const char *term)
{
    char word[64] = " ";
    for (const char *at = term; *at; at += *at == ' ') {
        size_t length = strcspn(at, " ");
        if (length + 3 <= sizeof word) {
            for (size_t i = 0; i < length; i++)
                word[1 + i] = at[i] >= 'A' && at[i] <= 'Z' ? (char)(at[i] + 32) : at[i];
            memcpy(word + 1 + length, " ", 2);
            if (strstr(weak_words, word))
                return true;
        }
        at += length;
    }
    return false;
}

static double value_of(const struct tdg_ranked *item, const struct tdg_stems *stems)
{
    uint32_t words = stems->vocabulary->columns - stems->vocabulary->phrases;
    if (item->score <= 0)
        return item->score;
    double value = item->score * item->share;
    if (is_weak(stems->streams->surface[stems->vocabulary->term[item->column]]))
        return value * weak_malus;
    return item->column >= words ? value * phrase_bonus : value;
}

int tdg_label_terms_rank(struct tdg_label_terms **terms, const struct tdg_ranking *candidates,
                         uint32_t groups, const struct tdg_stems *stems, struct tdg_arena *arena)
{
    int status = TDG_ENOMEM;
    struct rated *rated = tdg_alloc(candidates->wanted, sizeof *rated);
    struct tdg_label_terms *made = tdg_alloc(groups, sizeof *made);
    if (!rated || !made)
        goto out;
    for (uint32_t g = 0; g < groups; g++) {
        size_t count = candidates->count[g];
        for (size_t i = 0; i < count; i++) {
            rated[i].item = candidates->items[g * candidates->wanted + i];
            rated[i].value = value_of(&rated[i].item, stems);
        }
        qsort(rated, count, sizeof *rated, by_value);
        made[g].items = tdg_arena_alloc(arena, count * sizeof *made[g].items);
        if (!made[g].items)
            goto out;
        made[g].count = count;
        for (size_t i = 0; i < count; i++)
            made[g].items[i] = tdg_view_term(&rated[i].item, stems, g);
    }
    *terms = made;
    made = NULL;
    status = TDG_OK;
out:
    free(rated);
    free(made);
    return status;
}
