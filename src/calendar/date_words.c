// SPDX-License-Identifier: GPL-3.0-or-later
/* The names of months and weekdays come from the Unicode CLDR by way of ICU, in the languages
 * below; what else stands in dates is listed here. */
#include "calendar/date_words.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/udat.h>
#include <unicode/ustring.h>
#include <utf8proc.h>

#include "base/utf8.h"
#include "calendar/date_fold.h"

enum { LONGEST_WORD = 40, MAX_NAMES = 4096, MIN_LETTERS = 3 };

static const char *const languages[] = {"en", "de", "fr", "es", "it", "pt", "nl", "ru",
                                        "pl", "cs", "sv", "da", "nb", "fi", "hu", "ro",
                                        "el", "tr", "uk", "id", "zh", "ja", "ko"};

static const char *const fillers[] = {
    /* en */ "at",
    "date",
    "dated",
    "first",
    "last",
    "modified",
    "o'clock",
    "of",
    "on",
    "posted",
    "published",
    "the",
    "updated",
    /* de */ "am",
    "aktualisiert",
    "den",
    "der",
    "uhr",
    "um",
    "veröffentlicht",
    "vom",
    /* fr, es, it, pt */ "a",
    "alle",
    "actualizado",
    "aggiornato",
    "atualizado",
    "d",
    "das",
    "de",
    "del",
    "do",
    "el",
    "em",
    "h",
    "hrs",
    "il",
    "l",
    "la",
    "las",
    "le",
    "les",
    "los",
    "min",
    "mis",
    "ore",
    "publicado",
    "pubblicato",
    "publié",
    "à",
    "às",
    /* nl, sv, da, nb, fi */ "bijgewerkt",
    "gepubliceerd",
    "kl",
    "klo",
    "klockan",
    "om",
    "op",
    "publicerad",
    "uur",
    /* pl, ru, uk, tr, ro, hu */ "dnia",
    "godz",
    "o",
    "opublikowano",
    "ora",
    "r",
    "roku",
    "saat",
    "в",
    "г",
    "года",
    "о",
    "обновлено",
    "опубликовано",
    "р",
    "року",
};

/* Ordinals: "12th", "1er", "2º", "12-го", after a number only, are fillers too. */
static const char *const ordinals[] = {"st", "nd", "rd", "th", "er", "ère", "º", "ª", "o", "го"};

struct name {
    char text[LONGEST_WORD];
    unsigned month; /* 0: a weekday */
};

static struct {
    struct name *names; /* in the order of their texts; kept to the end of the program */
    size_t count;
} known;

static pthread_once_t once = PTHREAD_ONCE_INIT;

static int by_text(const void *left, const void *right)
{
    const struct name *one = left, *other = right;
    int order = strcmp(one->text, other->text);
    return order ? order : (one->month > other->month) - (one->month < other->month);
}

/* Names with digits, such as "2月", are read as numbers. */
static void add(const char *text, size_t length, unsigned month)
{
    if (!length || length >= LONGEST_WORD || strpbrk(text, "0123456789") ||
        known.count == MAX_NAMES)
        return;
    struct name *name = &known.names[known.count++];
    memcpy(name->text, text, length + 1);
    name->month = month;
}

/* As it is, and as people write it without accents. A full stop at the end is not needed. */
static void add_spellings(const UChar *symbol, int32_t length, unsigned month)
{
    char bytes[4 * LONGEST_WORD], folded[TDG_DATE_LONGEST + 1];
    int32_t size = 0;
    size_t folded_length = 0;
    UErrorCode code = U_ZERO_ERROR;
    u_strToUTF8(bytes, sizeof bytes, &size, symbol, length, &code);
    if (U_FAILURE(code) || !tdg_date_fold(folded, &folded_length, bytes, (size_t)size))
        return;
    while (folded_length && folded[folded_length - 1] == '.')
        folded[--folded_length] = '\0';
    add(folded, folded_length, month);
    utf8proc_uint8_t *bare = NULL;
    utf8proc_ssize_t left =
        utf8proc_map((const utf8proc_uint8_t *)folded, 0, &bare,
                     UTF8PROC_NULLTERM | UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK);
    if (left > 0 && strcmp((const char *)bare, folded) != 0)
        add((const char *)bare, (size_t)left, month);
    free(bare);
}

static void add_language(const char *language)
{
    static const struct {
        UDateFormatSymbolType type;
        bool months;
    } lists[] = {{UDAT_MONTHS, true},          {UDAT_STANDALONE_MONTHS, true},
                 {UDAT_SHORT_MONTHS, true},    {UDAT_STANDALONE_SHORT_MONTHS, true},
                 {UDAT_WEEKDAYS, false},       {UDAT_STANDALONE_WEEKDAYS, false},
                 {UDAT_SHORT_WEEKDAYS, false}, {UDAT_STANDALONE_SHORT_WEEKDAYS, false}};
    static const UChar pattern[] = u"y";
    UErrorCode code = U_ZERO_ERROR;
    UDateFormat *format =
        udat_open(UDAT_PATTERN, UDAT_PATTERN, language, NULL, 0, pattern, 1, &code);
    for (size_t i = 0; U_SUCCESS(code) && i < sizeof lists / sizeof *lists; i++) {
        int32_t count = udat_countSymbols(format, lists[i].type);
        for (int32_t n = 0; n < count; n++) {
            UChar symbol[LONGEST_WORD];
            int32_t length = udat_getSymbols(format, lists[i].type, n, symbol, LONGEST_WORD, &code);
            if (U_SUCCESS(code) && length < LONGEST_WORD)
                add_spellings(symbol, length, lists[i].months ? (unsigned)n + 1 : 0);
            code = U_ZERO_ERROR;
        }
    }
    udat_close(format);
}

/* Without memory or ICU's data no word is known, and dates in words are not understood. */
static void load(void)
{
    known.names = calloc(MAX_NAMES, sizeof *known.names);
    for (size_t i = 0; known.names && i < sizeof languages / sizeof *languages; i++)
        add_language(languages[i]);
    if (known.names && known.count)
        qsort(known.names, known.count, sizeof *known.names, by_text);
}

/* The names that begin with the word are neighbours; the whole ones among them come first. */
static size_t first_with(const char *word, size_t length)
{
    size_t low = 0, high = known.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strncmp(known.names[middle].text, word, length) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* A month that two languages do not agree on is none. */
static void meet(struct tdg_date_word *meaning, const struct name *name, bool *torn)
{
    if (!name->month)
        meaning->weekday = true;
    else if (meaning->month && meaning->month != name->month)
        *torn = true;
    else
        meaning->month = name->month;
}

static bool is_among(const char *const *list, size_t count, const char *word, size_t length)
{
    for (size_t i = 0; i < count; i++)
        if (strlen(list[i]) == length && memcmp(list[i], word, length) == 0)
            return true;
    return false;
}

bool tdg_date_ordinal(const char *word, size_t length)
{
    return is_among(ordinals, sizeof ordinals / sizeof *ordinals, word, length);
}

struct tdg_date_word tdg_date_word(const char *word, size_t length)
{
    struct tdg_date_word whole = {0}, begun = {0};
    bool whole_torn = false, begun_torn = false;
    pthread_once(&once, load);
    for (size_t i = first_with(word, length);
         i < known.count && strncmp(known.names[i].text, word, length) == 0; i++) {
        if (!known.names[i].text[length])
            meet(&whole, &known.names[i], &whole_torn);
        meet(&begun, &known.names[i], &begun_torn);
    }
    bool is_whole = whole.month || whole.weekday;
    struct tdg_date_word meaning = is_whole                                      ? whole
                                   : tdg_utf8_count(word, length) >= MIN_LETTERS ? begun
                                                                                 : whole;
    if (is_whole ? whole_torn : begun_torn)
        meaning.month = 0;
    meaning.filler = is_among(fillers, sizeof fillers / sizeof *fillers, word, length);
    return meaning;
}
