// SPDX-License-Identifier: GPL-3.0-or-later
/* Weak words say nothing about a subject, whatever it is: they count time and money, head credits,
 * or are what headlines do with anything. A name is not made of them.
 *
 * Those of age, order, number and the calendar are left out of the grouping, too. Without them,
 * British headlines had no theme "new" any more, and the themes of newsgroups20 and datasets/ agree
 * better with the labels. A shorter list is worse than none (V of reuters_r8 falls by .04 without
 * "new" alone, and is as before without all of them); those of other languages gained nothing
 * (crises_es, gnad10k_test lost .01).
 *
 * In front of something, some of them are part of its name: "New York", "high street". */
#include "text/weak.h"

#include <string.h>

#include "text/terms.h"
#include "text/words.h"

enum { GROUPING = 1 /* left out of it */, FRONT = 2 /* may begin a name */ };

/* Small letters, between blanks. */
static const struct {
    unsigned kind;
    const char *words;
} lists[] = {
    {GROUPING,
     " day days week weeks month months year years hour hours minute minutes today yesterday "
     "tomorrow morning night weekend quarter earlier ago monday tuesday wednesday thursday friday "
     "saturday sunday january february april june july august september october november december "
     "jan feb apr jun jul aug sep sept oct nov dec million mln billion bln trillion thousand "
     "thousands hundred hundreds dozen dozens last next time times number numbers part parts "
     "people "},
    {GROUPING | FRONT, " first second third new old "},
    {FRONT,
     " fourth good bad best worst right big great long short high low early late half full "},
    {0,
     " march mar cent cents cts pct per percent dlr dlrs stg mr mrs ms dr sir vs "
     "contributed contributing reporting reported research thanks advance photo photos "
     "say says said tell tells told ask asks asked warn warns warned urge urges hit hits face "
     "faces facing take takes took get gets got make makes made give gives gave come comes came go "
     "goes went put puts set sets keep keeps kept see sees saw show shows need needs want wants "
     "look looks call calls called hold holds held lead leads led leave leaves left turn turns "
     "turned happened happens including rise rises rose fall falls fell cut cuts backs back way "
     "better worse biggest large higher lower end start begin begins sit sits ring rings break "
     "breaks deliver delivers hear hears defend defends "},
    {0,
     " jahr jahre jahren jahres woche wochen monat monate monaten tag tage tagen uhr stunde "
     "stunden minuten prozent millionen milliarde milliarden mio mrd euro ende anfang montag "
     "dienstag mittwoch donnerstag freitag samstag sonntag jänner januar februar märz mai juni "
     "juli oktober dezember heute gestern deutlich höhere sagt sagte fährt geht gibt kommt macht "
     "lang früher einfacher schwer gebracht "},
    {FRONT, " alt neu neue neuen "},
    {0,
     " año años mes meses semana semanas día días hora horas hoy ayer lunes martes miércoles "
     "jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre "
     "octubre noviembre diciembre millón millones euros mil dice dijo "},
    {0, " an ans année années mois semaine semaines jour jours heure heures lundi mardi mercredi "
        "jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre "
        "octobre novembre décembre milliard milliards dit "},
    {0, " anno anni mese mesi settimana giorno giorni ora ore oggi ieri milioni miliardi "},
    {0, " ano anos mês semana dia dias hoje ontem milhões bilhões "},
    {0, " jaar jaren maand week dag dagen uur vandaag gisteren miljoen miljard "},
    {0, " год года лет месяц неделя день час сегодня вчера млн млрд рублей "},
    /* Whoever sent the article. */
    {0, " afp ap apa dpa efe ansa tass xinhua reuters anadolu nachrichtenagentur agenturmeldungen "
        "agenturen correspondent korrespondent "},
    /* Of titles that are quoted in another language. */
    {FRONT,
     " the of and for with from by der die das des dem den und von van het een les des du et la le "
     "los las del della di da dos e y el "},
};

enum { LISTS = sizeof lists / sizeof *lists };

/* The list that has the word, LISTS for none. */
static size_t list_of(const char *spelling, size_t length)
{
    char folded[TDG_TERM_SIZE], word[TDG_TERM_SIZE + 2];
    size_t list = 0;
    if (!length || length > TDG_LONGEST_WORD)
        return LISTS;
    length = tdg_fold(spelling, length, folded);
    word[0] = word[length + 1] = ' ';
    memcpy(word + 1, folded, length);
    word[length + 2] = '\0';
    while (list < LISTS && !strstr(lists[list].words, word))
        list++;
    return list;
}

bool tdg_is_weak_word(const char *spelling)
{
    size_t list = list_of(spelling, strlen(spelling));
    return list < LISTS && lists[list].kind & GROUPING;
}

enum tdg_weakness tdg_weakness_in_names(const char *spelling, size_t length)
{
    size_t list = list_of(spelling, length);
    return list == LISTS ? TDG_STRONG : lists[list].kind & FRONT ? TDG_WEAK_FRONT : TDG_WEAK;
}
