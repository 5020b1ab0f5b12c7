// SPDX-License-Identifier: GPL-3.0-or-later
/* Acronyms that look like stop words: "US" is a country and "us" is not, "WHO" is an organisation.
 * Where the letters of a dotted acronym ("U.S.", also "u.s.") make a stop word, the term keeps the
 * dots: "u.s.". The same term is given to the few undotted spellings of the table below, in
 * capitals and in a line that is not all in capitals (the reader of words hands over the words of
 * such lines in small letters), and in every language, so that they are the same terms in all.
 * Every other acronym loses its dots: "U.N." is "UN". */
#include "text/terms.h"

#include <stdio.h>
#include <string.h>

#include <utf8proc.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "clean/stopwords.h"
#include "text/letters.h"
#include "text/spelling.h"

static const char *const acronyms[] = {"US", "WHO", "IT"};

/* What turns a number into a quantity, an ordinal or a time of the day. Small letters only: "5G"
 * and "4K" are words. */
static const char *const units[] = {"am", "bn", "c", "cm", "ft", "h",   "hr", "k", "kg",
                                    "km", "lb", "m", "mm", "mn", "mph", "nd", "p", "pc",
                                    "pm", "rd", "s", "st", "th", "tn",  "yr"};

int tdg_lang_rules_init(struct tdg_lang_rules *rules, const char *code)
{
    static const char *const eliding[] = {"fr", "it", "ca"};
    struct tdg_lang_rules new = {.code = ""};
    snprintf(new.code, sizeof new.code, "%s", code);
    new.rules.possessive = !code[0] || strcmp(code, "en") == 0;
    for (size_t i = 0; i < sizeof eliding / sizeof *eliding; i++)
        new.rules.elision = new.rules.elision || strcmp(code, eliding[i]) == 0;
    const char *words = tdg_stop_words(code);
    for (const char *at = words ? words : ""; *at;) {
        size_t length = strcspn(at, " ");
        if (tdg_intern(&new.stop, at, length) == TDG_NONE) {
            tdg_intern_done(&new.stop);
            return TDG_ENOMEM;
        }
        at += length;
        at += *at == ' ';
    }
    new.alphabet = code[0] ? tdg_alphabet_open(code) : NULL;
    *rules = new;
    return TDG_OK;
}

void tdg_lang_rules_done(struct tdg_lang_rules *rules)
{
    tdg_intern_done(&rules->stop);
    tdg_alphabet_close(rules->alphabet);
}

static bool is_stop_word(const struct tdg_lang_rules *rules, const char *folded, size_t length)
{
    return tdg_intern_find(&rules->stop, folded, length) != TDG_NONE;
}

/* The small letter of the Turkish "İ" is "i"; Unicode keeps a dot above it, which nobody writes. */
static utf8proc_ssize_t drop_dots(utf8proc_int32_t *points, utf8proc_ssize_t count)
{
    utf8proc_ssize_t kept = 0;
    for (utf8proc_ssize_t i = 0; i < count; i++)
        if (points[i] != 0x0307 || !kept || points[kept - 1] != 'i')
            points[kept++] = points[i];
    return kept;
}

size_t tdg_fold(const char *spelling, size_t length, char folded[TDG_TERM_SIZE])
{
    unsigned char any = 0;
    if (length > TDG_LONGEST_WORD)
        length = TDG_LONGEST_WORD;
    for (size_t i = 0; i < length; i++) {
        char byte = spelling[i];
        any |= (unsigned char)byte;
        folded[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
    }
    folded[length] = '\0';
    if (any < 0x80)
        return length;
    enum { POINTS = 8 * TDG_LONGEST_WORD };
    utf8proc_int32_t points[POINTS];
    utf8proc_option_t options = UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE;
    utf8proc_ssize_t count = utf8proc_decompose(
        (const utf8proc_uint8_t *)spelling, (utf8proc_ssize_t)length, points, POINTS - 1, options);
    if (count < 0 || count > POINTS - 1)
        return length;
    count = drop_dots(points, count);
    utf8proc_ssize_t size = utf8proc_reencode(points, count, options);
    if (size <= 0 || size >= TDG_TERM_SIZE)
        return length;
    memcpy(folded, points, (size_t)size);
    folded[size] = '\0';
    return (size_t)size;
}

/* Groups of one or two letters between full stops, at least two of them. */
static bool is_dotted(const char *folded, size_t length)
{
    size_t group = 0;
    bool dots = false;
    for (size_t i = 0; i < length; i++) {
        bool letter = folded[i] >= 'a' && folded[i] <= 'z';
        if (folded[i] == '.' ? !group : !letter || group == 2)
            return false;
        dots = dots || folded[i] == '.';
        group = letter ? group + 1 : 0;
    }
    return dots;
}

static size_t strip_dots(char *folded, size_t length)
{
    size_t kept = 0;
    for (size_t i = 0; i < length; i++)
        if (folded[i] != '.')
            folded[kept++] = folded[i];
    folded[kept] = '\0';
    return kept;
}

/* "us" → "u.s." */
static size_t add_dots(char *letters, size_t length)
{
    char copy[TDG_TERM_SIZE];
    memcpy(copy, letters, length);
    size_t written = 0;
    for (size_t i = 0; i < length; i++) {
        letters[written++] = copy[i];
        letters[written++] = '.';
    }
    letters[written] = '\0';
    return written;
}

static bool same_letters(const char *small, size_t length, const char *capitals)
{
    size_t same = 0;
    while (same < length && small[same] == (capitals[same] | 0x20))
        same++;
    return same == length && !capitals[same];
}

static bool is_known_acronym(const char *letters, size_t length)
{
    for (size_t i = 0; i < sizeof acronyms / sizeof *acronyms; i++)
        if (strlen(acronyms[i]) == length && memcmp(acronyms[i], letters, length) == 0)
            return true;
    return false;
}

/* Turns a folded spelling into the acronym it is. True where it must neither be stemmed nor taken
 * for a stop word. */
static bool read_acronym(const struct tdg_lang_rules *rules, const char *spelling, char *folded,
                         size_t *length)
{
    bool known = is_known_acronym(spelling, *length);
    if (!known && is_dotted(folded, *length)) {
        if (folded[*length - 1] == '.')
            folded[--*length] = '\0';
        if (is_stop_word(rules, folded, *length))
            return false; /* "a.m" is one with its dots */
        *length = strip_dots(folded, *length);
        known = is_stop_word(rules, folded, *length);
        for (size_t i = 0; !known && i < sizeof acronyms / sizeof *acronyms; i++)
            known = same_letters(folded, *length, acronyms[i]);
    }
    if (known)
        *length = add_dots(folded, *length);
    return known;
}

/* Numerals, what begins an ordinal or the name of a day, and what is counted with them. */
static const char numerals[] = "〇零一二三四五六七八九十百千万萬亿億兆两兩几幾半";
static const char ordinals[] = "第周週";
static const char counters[] = "年月日号號天時时分秒点點个個件台位条次回元円圓岁歳歲代多余餘";

/* How many bytes at `at` are one of these letters, 0 for none. */
static size_t one_of(const char *letters, const char *text, size_t length, size_t at)
{
    char letter[4] = "";
    if (at + 3 > length)
        return 0;
    memcpy(letter, text + at, 3);
    return strstr(letters, letter) ? 3 : 0;
}

/* "三千", "五日", "第三次", "周一", "星期一", "月曜日"; and "年", which stands behind digits. */
static bool is_ideographic_quantity(const char *spelling, size_t length)
{
    static const char *const weeks[] = {"星期", "礼拜", "禮拜"};
    if (length == 3)
        return one_of(numerals, spelling, 3, 0) || one_of(counters, spelling, 3, 0);
    if (one_of("曜", spelling, length, 3))
        return one_of("月火水木金土日", spelling, length, 0);
    size_t at = one_of(ordinals, spelling, length, 0);
    for (size_t i = 0; i < sizeof weeks / sizeof *weeks; i++)
        if (length >= strlen(weeks[i]) && memcmp(spelling, weeks[i], strlen(weeks[i])) == 0)
            at = strlen(weeks[i]);
    for (size_t size; at < length; at += size) {
        size = one_of(numerals, spelling, length, at);
        if (!size && at)
            size = one_of(counters, spelling, length, at);
        if (!size)
            return false;
    }
    return true;
}

bool tdg_is_quantity(const char *spelling, size_t length)
{
    size_t at = 0;
    size_t size = 1;
    while (at < length) {
        unsigned class = tdg_class_at(spelling, length, at, &size);
        if (class & (TDG_LETTER | TDG_UNSPACED))
            break;
        at += size;
    }
    if (at == length)
        return true;
    if (!at)
        return (unsigned char)*spelling >= 0x80 && is_ideographic_quantity(spelling, length);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (strlen(units[i]) == length - at && memcmp(units[i], spelling + at, length - at) == 0)
            return true;
    return false;
}

bool tdg_is_code(const char *spelling, size_t length)
{
    enum { MIN_LETTERS = 3 };
    size_t at = 0, letters = 0, size = 1;
    for (; at < length && tdg_class_at(spelling, length, at, &size) & TDG_LETTER; at += size)
        letters++;
    size_t digits = at;
    while (digits < length && spelling[digits] >= '0' && spelling[digits] <= '9')
        digits++;
    return letters >= MIN_LETTERS && digits > at && digits == length;
}

/* More than one letter, or one that is a word by itself, as those of Chinese are. */
static bool has_content(const char *spelling, size_t length)
{
    size_t size = 0;
    bool unspaced = (tdg_class_at(spelling, length, 0, &size) & TDG_UNSPACED) != 0;
    return size < length || (unspaced && length > 2 && memcmp(spelling, "\xE3\x90\x80", 3) >= 0);
}

bool tdg_is_term(const struct tdg_lang_rules *rules, const char *spelling, size_t length,
                 bool stop_words)
{
    char folded[TDG_TERM_SIZE];
    if (!has_content(spelling, length))
        return false;
    size_t size = tdg_fold(spelling, length, folded);
    return !stop_words || read_acronym(rules, spelling, folded, &size) ||
           !is_stop_word(rules, folded, size);
}

/* "résumé", "rosés", "fiancée": an "e" would be silent there, and lost in the stem. */
static bool ends_in_e(const char *folded, size_t length)
{
    length -= length && folded[length - 1] == 's';
    length -= length && folded[length - 1] == 'e';
    return length > 2 && memcmp(folded + length - 2, "é", 2) == 0;
}

/* Accents that are foreign to the language. "thé" becomes no stop word, and "attaché", "exposé" and
 * "résumé" are not what is attached, exposed and resumed; but "Beyoncé" is "Beyonce". */
static size_t strip_accents(const struct tdg_lang_rules *rules, const char *spelling, char *folded,
                            size_t length)
{
    char plain[TDG_TERM_SIZE];
    size_t at = 0;
    while (at < length && (unsigned char)folded[at] < 0x80)
        at++;
    if (at == length || !rules->alphabet ||
        (ends_in_e(folded, length) && !tdg_is_capitalised(spelling)))
        return length;
    size_t size = tdg_accents_strip(rules->alphabet, rules->code, folded, length, plain);
    if (is_stop_word(rules, plain, size))
        return length;
    memcpy(folded, plain, size + 1);
    return size;
}

size_t tdg_term(const struct tdg_lang_rules *rules, struct sb_stemmer *stemmer,
                const char *spelling, size_t length, char term[TDG_TERM_SIZE])
{
    size_t size = tdg_fold(spelling, length, term);
    size = strip_accents(rules, spelling, term, size);
    char *blank = memchr(term, ' ', size);
    for (char *at = blank; at; at = memchr(at, ' ', size - (size_t)(at - term)))
        *at = '_';
    if (blank)
        return size;
    if (read_acronym(rules, spelling, term, &size) || !stemmer)
        return size;
    const sb_symbol *stem = sb_stemmer_stem(stemmer, (const sb_symbol *)term, (int)size);
    if (!stem)
        return 0;
    int stemmed = sb_stemmer_length(stemmer);
    if (stemmed <= 0 || stemmed >= TDG_TERM_SIZE)
        return size;
    memcpy(term, stem, (size_t)stemmed);
    term[stemmed] = '\0';
    return (size_t)stemmed;
}
