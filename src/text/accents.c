// SPDX-License-Identifier: GPL-3.0-or-later
/* "Kaïs" and "Kais", "São" and "Sao", "Erdoğan" and "Erdogan" are one name, but "schön" and "schon"
 * are two words. Search engines take all accents away and let people exempt letters of their
 * language (Elasticsearch's icu_folding has the Swedish å, ä and ö as its example). Here the
 * letters that a language writes its own words with are exempt, as CLDR lists them: "ñ" in Spanish,
 * "é" in French, nothing in English or Indonesian. So a letter keeps its accent wherever this may
 * tell two words apart, and loses it where it is foreign, and mostly part of a name.
 *
 * It follows from the word and its language alone, not from what else a corpus has: a batch that
 * has only "Kaïs" finds the "Kais" of its archive. */
#include "text/accents.h"

#include <string.h>

#include <unicode/ulocdata.h>
#include <unicode/uset.h>
#include <utf8proc.h>

/* Letters that CLDR counts among the rarer ones of their language and that tell words apart:
 * Turkish "kâr" is profit, and "kar" is snow; and the two ways to write a Romanian comma, of which
 * the stemmer knows the cedilla. */
static const struct {
    const char *language;
    const char *letter;
    const char *plain;
} own[] = {
    {"ro", "ş", "ş"}, {"ro", "ș", "ş"}, {"ro", "ţ", "ţ"}, {"ro", "ț", "ţ"},
    {"tr", "â", "â"}, {"tr", "î", "î"}, {"tr", "û", "û"},
};

/* Latin letters that Unicode does not take to pieces. */
static const struct {
    const char *letter;
    const char *plain;
} whole[] = {
    {"æ", "ae"}, {"ð", "d"}, {"ø", "o"}, {"þ", "th"}, {"đ", "d"},
    {"ħ", "h"},  {"ı", "i"}, {"ł", "l"}, {"œ", "oe"}, {"ŧ", "t"},
};

struct USet *tdg_alphabet_open(const char *language)
{
    UErrorCode code = U_ZERO_ERROR;
    ULocaleData *data = ulocdata_open(language, &code);
    /* Of a language that it does not know, ICU gives what the machine is set to. */
    bool known = U_SUCCESS(code) && code != U_USING_DEFAULT_WARNING;
    USet *alphabet =
        known ? ulocdata_getExemplarSet(data, NULL, 0, ULOCDATA_ES_STANDARD, &code) : NULL;
    ulocdata_close(data);
    if (alphabet && (U_FAILURE(code) || !uset_contains(alphabet, 'a'))) {
        uset_close(alphabet);
        return NULL;
    }
    if (alphabet)
        uset_freeze(alphabet); /* many threads read it */
    return alphabet;
}

void tdg_alphabet_close(struct USet *alphabet)
{
    if (alphabet)
        uset_close(alphabet);
}

static bool is_letter(const char *letter, const char *text, size_t size)
{
    return strlen(letter) == size && memcmp(letter, text, size) == 0;
}

/* What the letter becomes; NULL where it stays. `room` may hold the result. */
static const char *plain_of(const struct USet *alphabet, const char *language, const char *text,
                            size_t size, utf8proc_int32_t point, char room[2])
{
    for (size_t i = 0; i < sizeof own / sizeof *own; i++)
        if (strcmp(own[i].language, language) == 0 && is_letter(own[i].letter, text, size))
            return own[i].plain;
    if (uset_contains(alphabet, point))
        return NULL;
    for (size_t i = 0; i < sizeof whole / sizeof *whole; i++)
        if (is_letter(whole[i].letter, text, size))
            return whole[i].plain;
    utf8proc_int32_t part[4];
    int last = 0;
    utf8proc_ssize_t count =
        utf8proc_decompose_char(point, part, 4, UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK, &last);
    if (count != 1 || part[0] < 'a' || part[0] > 'z')
        return NULL;
    room[0] = (char)part[0];
    room[1] = '\0';
    return room;
}

size_t tdg_accents_strip(const struct USet *alphabet, const char *language, const char *folded,
                         size_t length, char *plain)
{
    size_t written = 0;
    for (size_t at = 0, size = 1; at < length; at += size) {
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t bytes = utf8proc_iterate((const utf8proc_uint8_t *)folded + at,
                                                  (utf8proc_ssize_t)(length - at), &point);
        size = bytes > 0 ? (size_t)bytes : 1;
        char room[2];
        const char *letter =
            size > 1 ? plain_of(alphabet, language, folded + at, size, point, room) : NULL;
        size_t wide = letter ? strlen(letter) : size;
        memcpy(plain + written, letter ? letter : folded + at, wide);
        written += wide;
    }
    plain[written] = '\0';
    return written;
}
