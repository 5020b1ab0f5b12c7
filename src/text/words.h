// SPDX-License-Identifier: GPL-3.0-or-later
/* Finding the words of a text. */
#ifndef TDG_TEXT_WORDS_H
#define TDG_TEXT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

enum { TDG_LONGEST_WORD = 64 /* bytes; a longer one is an address or debris */ };

/* What a language asks for. */
struct tdg_word_rules {
    bool possessive; /* "Trump's" is "Trump" */
    bool elision;    /* "l'Europe" is "Europe" */
};

struct tdg_word {
    const char *text; /* as it stands; not NUL-terminated */
    size_t length;
    bool after_break; /* the end of a clause, or something that is no word, lies before it */
    bool capital;     /* "Huawei": one capital, and that in front */
    bool opens;       /* a sentence begins with it, so that its capital means little */
    bool shouted;     /* its line is all in capitals, so that they mean nothing */
    bool dotted;      /* "U.S" */
    bool beyond_ascii;
};

struct tdg_scanner {
    struct tdg_word_rules rules;
    const char *text;
    size_t length;
    size_t at;
    size_t line_end; /* where the line ends whose capitals were looked at */
    bool shouted;
    bool opens;
    bool broken;
    bool inside_cjk; /* the letter at `at` was the second of a pair */
};

void tdg_scanner_init(struct tdg_scanner *scanner, struct tdg_word_rules rules, const char *text);
/* The next word; false at the end. */
bool tdg_scanner_next(struct tdg_scanner *scanner, struct tdg_word *word);

/* True for a headline whose Words Are Mostly Capitalised, whatever they are. */
bool tdg_is_title_case(const char *title);

/* letters.c: classes of characters, as bits. */
enum tdg_class {
    TDG_LOWER = 1,
    TDG_UPPER = 2,
    TDG_OTHER = 4, /* letters without case, and marks */
    TDG_DIGIT = 8,
    TDG_WORD = TDG_LOWER | TDG_UPPER | TDG_OTHER | TDG_DIGIT,
    TDG_LETTER = TDG_LOWER | TDG_UPPER | TDG_OTHER,
    TDG_CJK = 16, /* written without blanks; no bit of TDG_WORD */
    TDG_CLAUSE = 32,
    TDG_SENTENCE = 64,
    TDG_JOINER = 128, /* apostrophe, hyphen, …: may stand inside a word; else nothing or a clause */
    TDG_BEYOND = 256, /* not ASCII */
};

extern const unsigned short tdg_ascii_class[128];
unsigned tdg_class_beyond(const char *text, size_t length, size_t at, size_t *size);

/* The class of the character at text[at], and its length in bytes: at least 1. 0 at the end. */
static inline unsigned tdg_class_at(const char *text, size_t length, size_t at, size_t *size)
{
    *size = 1;
    if (at >= length)
        return 0;
    unsigned char byte = (unsigned char)text[at];
    return byte < 0x80 ? tdg_ascii_class[byte] : tdg_class_beyond(text, length, at, size);
}

#endif
