// SPDX-License-Identifier: GPL-3.0-or-later
/* Articles → words. */
#include "clean/article_words.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include <tidings/error.h>

/* A body of so many words is the article, whatever headline an editor gives it. */
enum { ENOUGH_WORDS = 30, LETTERS_A_WORD = 2 };

struct writer {
    unsigned char *out;
    size_t length;
    size_t *begin;
    size_t count;
    size_t letters; /* words that are one letter of a script without blanks */
    bool inside;
};

static void add_byte(struct writer *writer, unsigned char byte)
{
    if (!writer->inside) {
        writer->begin[writer->count++] = writer->length;
        writer->out[writer->length++] = ' ';
    }
    writer->inside = true;
    writer->out[writer->length++] = byte;
}

/* Thai and Lao, Burmese, Khmer, Japanese and Chinese, ascending; the classes of text/letters.h are
 * finer. */
static bool is_word_alone(utf8proc_int32_t point, utf8proc_category_t category)
{
    static const utf8proc_int32_t blocks[][2] = {{0x0E01, 0x0EFF}, {0x1000, 0x109F},
                                                 {0x1780, 0x17FF}, {0x3040, 0x9FFF},
                                                 {0xF900, 0xFAFF}, {0x20000, 0x3FFFD}};
    if (category < UTF8PROC_CATEGORY_LM || category > UTF8PROC_CATEGORY_LO)
        return false; /* a mark goes with its letter */
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks && blocks[i][0] <= point; i++)
        if (point <= blocks[i][1])
            return true;
    return false;
}

static void add_point(struct writer *writer, utf8proc_int32_t point)
{
    utf8proc_category_t category = utf8proc_category(point);
    if (category < UTF8PROC_CATEGORY_LU || category > UTF8PROC_CATEGORY_NO) {
        writer->inside = false;
        return;
    }
    utf8proc_uint8_t bytes[4];
    utf8proc_ssize_t size = utf8proc_encode_char(utf8proc_tolower(point), bytes);
    bool alone = is_word_alone(point, category);
    writer->inside = writer->inside && !alone;
    writer->letters += alone;
    for (utf8proc_ssize_t i = 0; i < size; i++)
        add_byte(writer, bytes[i]);
}

/* The small letter or digit that an ASCII letter or digit is compared as; 0 for all else. */
static const unsigned char plain_of[UCHAR_MAX + 1] = {
    ['0'] = '0', ['1'] = '1', ['2'] = '2', ['3'] = '3', ['4'] = '4', ['5'] = '5', ['6'] = '6',
    ['7'] = '7', ['8'] = '8', ['9'] = '9', ['A'] = 'a', ['B'] = 'b', ['C'] = 'c', ['D'] = 'd',
    ['E'] = 'e', ['F'] = 'f', ['G'] = 'g', ['H'] = 'h', ['I'] = 'i', ['J'] = 'j', ['K'] = 'k',
    ['L'] = 'l', ['M'] = 'm', ['N'] = 'n', ['O'] = 'o', ['P'] = 'p', ['Q'] = 'q', ['R'] = 'r',
    ['S'] = 's', ['T'] = 't', ['U'] = 'u', ['V'] = 'v', ['W'] = 'w', ['X'] = 'x', ['Y'] = 'y',
    ['Z'] = 'z', ['a'] = 'a', ['b'] = 'b', ['c'] = 'c', ['d'] = 'd', ['e'] = 'e', ['f'] = 'f',
    ['g'] = 'g', ['h'] = 'h', ['i'] = 'i', ['j'] = 'j', ['k'] = 'k', ['l'] = 'l', ['m'] = 'm',
    ['n'] = 'n', ['o'] = 'o', ['p'] = 'p', ['q'] = 'q', ['r'] = 'r', ['s'] = 's', ['t'] = 't',
    ['u'] = 'u', ['v'] = 'v', ['w'] = 'w', ['x'] = 'x', ['y'] = 'y', ['z'] = 'z',
};

/* Letters and digits of ASCII, as many as there are; returns where they end. */
static size_t add_run(struct writer *writer, const char *text, size_t length, size_t at)
{
    unsigned char plain = plain_of[(unsigned char)text[at]];
    add_byte(writer, plain);
    unsigned char *out = writer->out + writer->length;
    while (++at < length && (plain = plain_of[(unsigned char)text[at]]))
        *out++ = plain;
    writer->length = (size_t)(out - writer->out);
    return at;
}

static void add_text(struct writer *writer, const char *text, size_t length)
{
    writer->inside = false;
    for (size_t at = 0; at < length;) {
        unsigned char byte = (unsigned char)text[at];
        if (plain_of[byte]) {
            at = add_run(writer, text, length, at);
            continue;
        }
        if (byte < 0x80) {
            writer->inside = false;
            at++;
            continue;
        }
        utf8proc_int32_t point = 0;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                 (utf8proc_ssize_t)(length - at), &point);
        if (size > 0)
            add_point(writer, point);
        else
            writer->inside = false;
        at += size > 0 ? (size_t)size : 1;
    }
}

/* The room is three times the text: a blank and a letter for a letter, and lower case may be a byte
 * longer than upper case. There are at most half as many words as bytes, rounded up. */
int tdg_words_read(struct tdg_words *words, struct tdg_word_scratch *scratch,
                   const struct tdg_article *article)
{
    size_t title = strlen(article->title);
    size_t body = strlen(article->body);
    struct writer writer = {
        .out = tdg_room(&scratch->text, 3 * (title + body) + 1),
        .begin = tdg_room(&scratch->begin, (title + body + 3) * sizeof *writer.begin),
    };
    if (!writer.out || !writer.begin)
        return TDG_ENOMEM;
    add_text(&writer, article->body, body);
    size_t in_body = writer.count;
    size_t per_word = 2 * writer.letters > in_body ? LETTERS_A_WORD : 1;
    bool brief = in_body < ENOUGH_WORDS * per_word;
    if (brief)
        add_text(&writer, article->title, title);
    writer.begin[writer.count] = writer.length;
    *words = (struct tdg_words){writer.out, writer.begin, writer.count, in_body, brief, per_word};
    return TDG_OK;
}

bool tdg_is_long(const char *body)
{
    const size_t enough = (size_t)LETTERS_A_WORD * ENOUGH_WORDS;
    size_t letters = 0; /* a word counts as many as make one */
    for (const char *at = body; *at && letters < enough; at++)
        letters += at == body || at[-1] == ' ' || at[-1] == '\n' ? LETTERS_A_WORD
                                                                 : (unsigned char)*at >= 0xE3;
    return letters >= enough;
}

void tdg_word_scratch_done(struct tdg_word_scratch *scratch)
{
    free(scratch->text.bytes);
    free(scratch->begin.bytes);
    *scratch = (struct tdg_word_scratch){0};
}
