// SPDX-License-Identifier: GPL-3.0-or-later
/* What the terms of a name leave out: stop words, initials and single digits are no terms, but
 * stand in the titles. */
#include "label/titles.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { LONGEST_BETWEEN = 8, FEWEST = 2, MIN_DIGITS = 3 };

static const double usual_share = 0.6;

static bool is_word_byte(unsigned char c)
{
    return c >= 0x80 || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* The next place of `word`, `length` bytes, at or behind `text`, with no letter right beside it;
 * NULL for none. */
static const char *find_word(const char *text, const char *begin, const char *word, size_t length)
{
    for (const char *at = text; (at = strstr(at, word)); at += length)
        if ((at == begin || !is_word_byte((unsigned char)at[-1])) &&
            !is_word_byte((unsigned char)at[length]))
            return at;
    return NULL;
}

/* Up to two words between `left` and `right`: no commas, no end of a sentence but behind an
 * initial. */
static bool is_between(const char *text, size_t length)
{
    size_t blanks = 0;
    for (size_t i = 0; i < length; i++) {
        blanks += text[i] == ' ';
        bool initial = text[i] == '.' && i > 0 && text[i - 1] >= 'A' && text[i - 1] <= 'Z';
        if (text[i] != ' ' && text[i] != '&' && !initial && !is_word_byte((unsigned char)text[i]))
            return false;
    }
    return length && blanks <= 1 && text[0] != ' ' && text[length - 1] != ' ';
}

/* Its length where `right` follows the blank behind it; 0 for none. */
static size_t between(const char *text, const char *right)
{
    size_t right_length = strlen(right), length = 0;
    for (; length <= LONGEST_BETWEEN && text[length]; length++)
        if (text[length] == ' ' && strncmp(text + length + 1, right, right_length) == 0 &&
            !is_word_byte((unsigned char)text[length + 1 + right_length]) &&
            is_between(text, length))
            return length;
    return 0;
}

/* What is met: the majority by Boyer and Moore's vote, which a second reading counts. */
struct usual {
    const char *text;
    size_t length;
    size_t votes, met, all;
};

static void meet(struct usual *usual, const char *text, size_t length, bool counting)
{
    bool same = usual->length == length && memcmp(usual->text, text, length) == 0;
    if (counting) {
        usual->met += same;
        usual->all++;
    } else if (!usual->votes) {
        *usual = (struct usual){.text = text, .length = length, .votes = 1};
    } else {
        usual->votes = same ? usual->votes + 1 : usual->votes - 1;
    }
}

static void read_title(struct usual *usual, const char *title, const char *left, const char *right,
                       bool counting)
{
    size_t length = strlen(left);
    const char *at = title;
    while ((at = find_word(at, title, left, length))) {
        at += length;
        size_t size = *at == ' ' ? between(at + 1, right) : 0;
        if (size)
            meet(usual, at + 1, size, counting);
    }
}

const char *tdg_titles_between(const struct tdg_stems *stems, uint32_t group, const char *left,
                               const char *right, struct tdg_arena *arena)
{
    const struct tdg_members *members = stems->members;
    struct usual usual = {.text = ""};
    for (int counting = 0; stems->titles && counting <= 1; counting++)
        for (size_t m = members->begin[group]; m < members->begin[group + 1]; m++)
            read_title(&usual, stems->titles[members->row[m]], left, right, counting);
    bool clear = usual.met >= FEWEST && (double)usual.met >= usual_share * (double)usual.all;
    return tdg_arena_copy(arena, usual.text, clear ? usual.length : 0);
}

char tdg_titles_digit(const struct tdg_stems *stems, uint32_t group, const char *word)
{
    const struct tdg_members *members = stems->members;
    size_t length = strlen(word), all = 0, met[10] = {0};
    for (size_t m = members->begin[group]; stems->titles && m < members->begin[group + 1]; m++) {
        const char *title = stems->titles[members->row[m]], *at = title;
        while ((at = find_word(at, title, word, length))) {
            at += length;
            all++;
            if (at[0] == ' ' && at[1] >= '0' && at[1] <= '9' && strchr(" :,.?!", at[2]) &&
                !(at[2] && at[3] >= '0' && at[3] <= '9'))
                met[at[1] - '0']++;
        }
    }
    for (int digit = 0; digit < 10; digit++)
        if (met[digit] >= MIN_DIGITS && (double)met[digit] >= usual_share * (double)all)
            return (char)('0' + digit);
    return 0;
}
