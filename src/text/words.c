// SPDX-License-Identifier: GPL-3.0-or-later
/* Words are runs of letters, marks and digits. Some signs join two such runs: "COVID-19", "don't",
 * "3.5", "1,000", "U.S.", "AT&T", "amazon.com". What is written without blanks is cut by
 * dictionaries (segment.h). */
#include "text/words.h"

#include <string.h>

#include "text/letters.h"

/* A line of fewer words may be in capitals because its words are: "WHO", "US GDP". */
enum { SHOUTED_WORDS = 3 };

void tdg_scanner_init(struct tdg_scanner *scanner, struct tdg_word_rules rules, const char *text,
                      struct tdg_segmenter *segmenter)
{
    *scanner = (struct tdg_scanner){.rules = rules,
                                    .text = text,
                                    .length = strlen(text),
                                    .opens = true,
                                    .segmenter = segmenter};
    tdg_segmenter_reset(segmenter);
}

/* Whether the line at `begin` is all in capitals; mostly the second letter tells that it is not. */
static bool is_shouted(const char *text, size_t begin, size_t end)
{
    unsigned words = 0;
    bool inside = false;
    size_t size = 1;
    for (size_t at = begin; at < end; at += size) {
        unsigned class = tdg_class_at(text, end, at, &size);
        if (class & (TDG_LOWER | TDG_UNSPACED))
            return false;
        words += !inside && class & TDG_UPPER;
        inside = (class & (TDG_WORD | TDG_JOINER)) != 0;
    }
    return words >= SHOUTED_WORDS;
}

static void look_at_line(struct tdg_scanner *scanner)
{
    const char *rest = scanner->text + scanner->at;
    const char *end = memchr(rest, '\n', scanner->length - scanner->at);
    scanner->line_end = end ? (size_t)(end - scanner->text) : scanner->length;
    scanner->all_caps = is_shouted(scanner->text, scanner->at, scanner->line_end);
}

/* Ends of domain names, which tell "amazon.com" from a full stop without a blank after it. */
static bool is_domain(const char *text, size_t length)
{
    static const char *const names[] = {"ai",  "au",  "ca",  "ch", "cn",  "co",   "com",
                                        "de",  "edu", "eu",  "fr", "gov", "info", "io",
                                        "net", "nl",  "org", "ru", "tv",  "uk"};
    size_t size = 0;
    while (size < length && text[size] >= 'a' && text[size] <= 'z')
        size++;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == size && memcmp(names[i], text, size) == 0)
            return true;
    return false;
}

/* Letters of one kind (ASCII capitals or small) at `at`; another sort of letter ends them. */
static size_t count_letters(const struct tdg_scanner *scanner, size_t at, unsigned class)
{
    size_t count = 0;
    size_t size = 1;
    while (at + count < scanner->length &&
           tdg_class_at(scanner->text, scanner->length, at + count, &size) == class)
        count++;
    return count;
}

/* "U.S.", "EE.UU." and "e.g.": groups of one or two capitals, or single small letters. The group
 * before the full stop began at `group`. */
static bool joins_acronym(const struct tdg_scanner *scanner, size_t group, size_t at)
{
    size_t size = 1;
    unsigned class = tdg_class_at(scanner->text, scanner->length, at + 1, &size);
    size_t most = class == TDG_UPPER ? 2 : class == TDG_LOWER ? 1 : 0;
    size_t before = at - group;
    if (!before || before > most || count_letters(scanner, group, class) != before)
        return false;
    size_t after = count_letters(scanner, at + 1, class);
    if (!after || after > most)
        return false;
    unsigned next = tdg_class_at(scanner->text, scanner->length, at + 1 + after, &size);
    return !(next & TDG_WORD);
}

/* A word while it is read. */
struct reading {
    size_t begin;
    size_t group;   /* where the last run of letters began */
    unsigned first; /* class of the first character */
    unsigned last;  /* of the last one */
    unsigned rest;  /* classes of all but the first, together */
    bool dotted;
    bool joined;
};

/* Whether the joiner at `at`, of this class and `size` bytes long, holds two parts of one word
 * together. */
static bool joins(const struct tdg_scanner *scanner, const struct reading *reading, unsigned class,
                  size_t at, size_t size)
{
    size_t ignored = 0;
    unsigned next = tdg_class_at(scanner->text, scanner->length, at + size, &ignored);
    if (!(next & TDG_WORD))
        return false;
    switch (scanner->text[at]) {
    case ',':
        return next & reading->last & TDG_DIGIT;
    case '.':
        if (next & reading->last & TDG_DIGIT)
            return true;
        return joins_acronym(scanner, reading->group, at) ||
               (!reading->dotted && is_domain(scanner->text + at + 1, scanner->length - at - 1));
    case '&':
        return next & reading->last & TDG_UPPER;
    case '-':
        return !reading->dotted;
    default: /* hyphens beyond ASCII and apostrophes */
        return class & TDG_CLAUSE ? !reading->dotted
                                  : next & TDG_LETTER && reading->last & TDG_LETTER;
    }
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Reads on to the end of the word, which is returned. */
static size_t read_word(const struct tdg_scanner *scanner, struct reading *reading)
{
    const char *text = scanner->text;
    size_t at = reading->begin;
    size_t size = 1;
    reading->first = tdg_class_at(text, scanner->length, at, &size);
    reading->last = reading->first;
    at += size;
    for (;;) {
        if (is_small(text[at])) { /* nearly all letters are, so they take a loop of their own */
            while (is_small(text[at]))
                at++;
            reading->rest |= TDG_LOWER;
            reading->last = TDG_LOWER;
        }
        unsigned class = tdg_class_at(text, scanner->length, at, &size);
        if (class & TDG_WORD) {
            reading->rest |= class;
            reading->last = class;
        } else if (class & TDG_JOINER && joins(scanner, reading, class, at, size)) {
            reading->dotted =
                reading->dotted || (text[at] == '.' && joins_acronym(scanner, reading->group, at));
            reading->group = at + size;
            reading->rest |= class & TDG_BEYOND;
            reading->joined = true;
            reading->last = 0;
        } else {
            return at;
        }
        at += size;
    }
}

/* Where an address ends: at a blank, or where a script without blanks goes on. */
static size_t skip_to_blank(const struct tdg_scanner *scanner, size_t at)
{
    const unsigned stop = TDG_UNSPACED | TDG_CLAUSE | TDG_SENTENCE;
    size_t size = 1;
    for (; at < scanner->length && (unsigned char)scanner->text[at] > ' '; at += size) {
        unsigned class = tdg_class_at(scanner->text, scanner->length, at, &size);
        if (class & TDG_BEYOND && class & stop)
            break;
    }
    return at;
}

/* Whether the text goes on like this, which is in small letters and full stops. */
static bool goes_on(const char *text, const char *small)
{
    while (*small && (*text | 0x20) == *small) {
        text++;
        small++;
    }
    return !*small;
}

/* The scheme of an address that was torn off it. */
static bool is_scheme(const char *text, size_t length)
{
    return (length == 4 || length == 5) && goes_on(text, length == 4 ? "http" : "https");
}

/* Addresses of pages and people are no words, nor are pieces of them ("utm_source=rss"). Returns
 * where it ends, or 0 where it is none. */
static size_t address_end(const struct tdg_scanner *scanner, size_t begin, size_t end)
{
    const char *text = scanner->text;
    size_t left = scanner->length - end;
    bool page = left > 3 && memcmp(text + end, "://", 3) == 0;
    bool bare = (text[begin] | 0x20) == 'w' && goes_on(text + begin, "www.");
    bool person = left > 1 && text[end] == '@' && (unsigned char)text[end + 1] > ' ';
    bool tracking = end - begin == 3 && left > 1 && memcmp(text + begin, "utm_", 4) == 0;
    if (is_scheme(text + begin, end - begin) && !page)
        return end;
    return page || bare || person || tracking ? skip_to_blank(scanner, end) : 0;
}

/* The length of the apostrophe at `at`, 0 where there is none. */
static size_t apostrophe_at(const char *text, size_t length, size_t at)
{
    size_t size = 1;
    unsigned class = tdg_class_at(text, length, at, &size);
    bool is = class & TDG_BEYOND ? (class & (TDG_JOINER | TDG_CLAUSE)) == TDG_JOINER
                                 : at < length && text[at] == '\'';
    return is ? size : 0;
}

static void strip_possessive(struct tdg_word *word)
{
    size_t length = word->length;
    if (length < 3 || (word->text[length - 1] | 0x20) != 's')
        return;
    size_t at = length - 2;
    while (at && ((unsigned char)word->text[at] & 0xC0) == 0x80)
        at--;
    if (at && apostrophe_at(word->text, length, at))
        word->length = at;
}

/* What French, Italian and Catalan fuse with the word after it is a stop word of its own. */
static void strip_elision(struct tdg_word *word)
{
    static const char *const fused[] = {
        "l",      "d",  "j",    "m",   "n",    "s",    "t",    "c",     "qu",    "jusqu", "lorsqu",
        "puisqu", "un", "dell", "all", "dall", "nell", "sull", "quest", "quell", "sant",  "quoiqu"};
    enum { LONGEST = 6 };
    size_t at = 0;
    while (at < word->length && at <= LONGEST && !apostrophe_at(word->text, word->length, at))
        at++;
    size_t size = apostrophe_at(word->text, word->length, at);
    if (!size || at > LONGEST)
        return;
    for (size_t i = 0; i < sizeof fused / sizeof *fused; i++) {
        size_t same = 0;
        while (same < at && (word->text[same] | 0x20) == fused[i][same])
            same++;
        if (same == at && !fused[i][at]) {
            word->text += at + size;
            word->length -= at + size;
            word->after_break = true;
            size_t ignored = 0;
            unsigned first = tdg_class_at(word->text, word->length, 0, &ignored);
            word->capital = (first & TDG_UPPER) != 0;
            word->opens = false;
            return;
        }
    }
}

/* False where it turned out not to be a word. */
static bool take_word(struct tdg_scanner *scanner, struct tdg_word *word)
{
    struct reading reading = {.begin = scanner->at, .group = scanner->at};
    size_t end = read_word(scanner, &reading);
    size_t address = address_end(scanner, reading.begin, end);
    if (address) {
        scanner->at = address;
        scanner->broken = true;
        return false;
    }
    /* The last full stop of "U.S." ends no sentence, as far as anyone can tell. */
    end += reading.dotted && end < scanner->length && scanner->text[end] == '.';
    *word = (struct tdg_word){
        .text = scanner->text + reading.begin,
        .length = end - reading.begin,
        .after_break = scanner->broken,
        .capital = reading.first & TDG_UPPER && !(reading.rest & TDG_UPPER),
        .opens = scanner->opens,
        .all_caps = scanner->all_caps,
        .dotted = reading.dotted,
        .beyond_ascii = ((reading.first | reading.rest) & TDG_BEYOND) != 0,
    };
    if (reading.joined && scanner->rules.possessive)
        strip_possessive(word);
    if (reading.joined && scanner->rules.elision)
        strip_elision(word);
    scanner->at = end;
    scanner->broken = false;
    scanner->opens = false;
    return true;
}

/* False after a failure, which ends the text. */
static bool take_unspaced(struct tdg_scanner *scanner, struct tdg_word *word)
{
    size_t length = tdg_segment_next(scanner->segmenter, scanner->text + scanner->at,
                                     scanner->length - scanner->at);
    *word = (struct tdg_word){.text = scanner->text + scanner->at,
                              .length = length,
                              .after_break = scanner->broken,
                              .beyond_ascii = true};
    scanner->at = length ? scanner->at + length : scanner->length;
    scanner->broken = false;
    scanner->opens = false;
    return length > 0;
}

/* How much of the text is the address of a link in Markdown, "](/news/2024)", 0 for none. */
static size_t link_length(const struct tdg_scanner *scanner)
{
    const char *text = scanner->text + scanner->at;
    if (text[0] != ']' || text[1] != '(')
        return 0;
    size_t length = 2;
    while ((unsigned char)text[length] > ' ' && text[length] != ')')
        length++;
    return text[length] == ')' ? length + 1 : 0;
}

bool tdg_scanner_next(struct tdg_scanner *scanner, struct tdg_word *word)
{
    while (scanner->at < scanner->length) {
        if (scanner->at >= scanner->line_end)
            look_at_line(scanner);
        if (scanner->text[scanner->at] == ' ') { /* says nothing */
            scanner->at++;
            continue;
        }
        size_t size = 1;
        unsigned class = tdg_class_at(scanner->text, scanner->length, scanner->at, &size);
        if (class & TDG_WORD) {
            if (take_word(scanner, word))
                return true;
            continue;
        }
        if (class & TDG_UNSPACED)
            return take_unspaced(scanner, word);
        /* A line break alone may be the wrapping of a line; an empty line ends a paragraph. */
        bool paragraph = scanner->text[scanner->at] == '\n' && scanner->at + 1 < scanner->length &&
                         scanner->text[scanner->at + 1] == '\n';
        scanner->broken = scanner->broken || paragraph || class & (TDG_CLAUSE | TDG_SENTENCE);
        scanner->opens = scanner->opens || paragraph || class & TDG_SENTENCE;
        size_t link = link_length(scanner);
        scanner->at += link ? link : size;
    }
    return false;
}

bool tdg_is_title_case(const char *title)
{
    enum { LONG_WORD = 4, LEAST = 3, RATIO = 3 };
    size_t length = strlen(title);
    size_t size = 1;
    unsigned capitals = 0;
    unsigned small = 0;
    unsigned first = 0; /* class of the first letter of the word, 0 outside */
    unsigned letters = 0;
    bool opens = true; /* the first word has a capital anyway */
    for (size_t at = 0; at <= length; at += size) {
        unsigned class = tdg_class_at(title, length, at, &size);
        if (class & TDG_WORD) {
            first = first ? first : class;
            letters++;
            continue;
        }
        if (letters >= LONG_WORD && !opens) {
            capitals += (first & TDG_UPPER) != 0;
            small += (first & TDG_LOWER) != 0;
        }
        opens = opens && !letters;
        letters = first = 0;
    }
    return capitals >= LEAST && capitals > RATIO * small;
}
