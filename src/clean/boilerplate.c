// SPDX-License-Identifier: GPL-3.0-or-later
/* Credit lines and invitations: recognised by a table, on short lines only, so that a sentence
 * which begins like one stays. */
#include "clean/boilerplate.h"

#include <string.h>

#include <tidings/error.h>

#include "clean/lines.h"

enum {
    MAX_BYTES = 160,
    MAX_WORDS = 16,
    MIN_REPEATED_BYTES = 8, /* shorter lines, such as "Yes." in an interview, may come again */
};

enum place { WHOLE, START, END };

struct pattern {
    enum place place;
    unsigned max_words; /* a longer line is text */
    char text[32];      /* "": no more patterns */
};

/* Rows: the 26 letters, and the rest. */
enum { OTHER_SIGNS = 'z' - 'a' + 1, ROWS };

/* Patterns are lower-case; a line is compared without regard to the case of ASCII letters, and only
 * with those in the row of its first letter … */
static const struct pattern beginnings[ROWS][16] = {
    ['a' - 'a'] = {{WHOLE, 4, "advertisement"},
                   {WHOLE, 4, "anzeige"},
                   {WHOLE, 4, "afp"},
                   {WHOLE, 4, "afp/getty images"},
                   {WHOLE, 4, "associated press"},
                   {START, 16, "also read:"}},
    ['b' - 'a'] = {{START, 12, "bild:"}},
    ['c' - 'a'] = {{WHOLE, 4, "comments"},
                   {START, 16, "credit:"},
                   {START, 12, "crédit photo"},
                   {START, 12, "crédito:"},
                   {START, 16, "copyright ©"},
                   {START, 16, "copyright (c)"},
                   {START, 16, "copyright 19"},
                   {START, 16, "copyright 20"},
                   {START, 16, "click here to"}},
    ['d' - 'a'] = {{START, 16, "download our"}},
    ['e' - 'a'] = {{WHOLE, 4, "epa"}},
    ['f' - 'a'] = {{START, 16, "file photo"},
                   {START, 12, "foto:"},
                   {START, 12, "fotos:"},
                   {START, 16, "follow us on"},
                   {START, 16, "follow bbc"}},
    ['g' - 'a'] = {{WHOLE, 4, "getty"}, {WHOLE, 4, "getty images"}, {START, 16, "get the latest"}},
    ['i' - 'a'] = {{WHOLE, 4, "image"},
                   {START, 16, "image:"},
                   {START, 16, "images:"},
                   {START, 16, "image credit:"},
                   {START, 16, "image source"},
                   {START, 16, "image copyright"},
                   {START, 16, "image caption"}},
    ['l' - 'a'] = {{WHOLE, 4, "loading..."},
                   {START, 16, "lire aussi"},
                   {START, 16, "lesen sie auch"},
                   {START, 16, "lee también"},
                   {START, 16, "leia também"},
                   {START, 16, "leggi anche"},
                   {START, 16, "lees ook"}},
    ['m' - 'a'] = {{WHOLE, 4, "most read"},
                   {WHOLE, 5, "more on this story"},
                   {START, 16, "media caption"}},
    ['p' - 'a'] = {{WHOLE, 4, "publicidad"},
                   {WHOLE, 4, "publicité"},
                   {WHOLE, 4, "pubblicità"},
                   {WHOLE, 4, "publicidade"},
                   {WHOLE, 4, "press association"},
                   {START, 16, "photo:"},
                   {START, 16, "photos:"},
                   {START, 16, "photo by "},
                   {START, 16, "photo credit"},
                   {START, 16, "photograph:"},
                   {START, 16, "photograph by "},
                   {START, 16, "picture:"},
                   {START, 16, "pictures:"},
                   {START, 16, "pic:"},
                   {START, 12, "photo :"}},
    ['r' - 'a'] = {{WHOLE, 4, "reuters"},
                   {WHOLE, 4, "reuter"},
                   {WHOLE, 4, "read more"},
                   {WHOLE, 4, "read more..."},
                   {WHOLE, 4, "related articles"},
                   {WHOLE, 4, "related stories"},
                   {WHOLE, 4, "related topics"},
                   {WHOLE, 4, "related content"},
                   {WHOLE, 4, "recommended"},
                   {START, 16, "read more:"},
                   {START, 16, "read more about"},
                   {START, 16, "read also:"},
                   {START, 16, "related:"}},
    ['s' - 'a'] = {{WHOLE, 4, "shutterstock"},
                   {WHOLE, 4, "share"},
                   {WHOLE, 4, "share this"},
                   {WHOLE, 4, "share this article"},
                   {WHOLE, 4, "share on facebook"},
                   {WHOLE, 4, "share on twitter"},
                   {START, 16, "see also:"},
                   {START, 16, "sign up to "},
                   {START, 16, "sign up for "},
                   {START, 16, "subscribe to our"},
                   {START, 16, "subscribe now"}},
    ['t' - 'a'] = {{WHOLE, 4, "this video can not be played"}},
    [OTHER_SIGNS] = {{START, 16, "(c) "},
                     {START, 16, "©"},
                     {START, 16, "[source="},
                     {START, 16, "[source:"},
                     {START, 16, "[image"},
                     {START, 16, "[caption"},
                     {START, 16, "à lire aussi"}},
};

/* … and of its last one. */
static const struct pattern ends[ROWS][4] = {
    ['a' - 'a'] = {{END, 8, "/epa"}},
    ['d' - 'a'] = {{END, 16, "all rights reserved"}},
    ['k' - 'a'] = {{END, 8, "/shutterstock"}},
    ['p' - 'a'] = {{END, 8, "/afp"}},
    ['s' - 'a'] = {{END, 8, "/getty images"}, {END, 8, "via getty images"}, {END, 8, "/reuters"}},
    [OTHER_SIGNS] = {{END, 16, "all rights reserved."}},
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool same(const char *text, const char *pattern, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (lower(text[i]) != pattern[i])
            return false;
    return true;
}

static unsigned count_words(struct tdg_span line)
{
    unsigned words = 1;
    for (size_t i = 0; i < line.length; i++)
        words += line.text[i] == ' ';
    return words;
}

static bool is_one_of(const struct pattern *pattern, struct tdg_span line, unsigned words)
{
    for (; pattern->text[0]; pattern++) {
        size_t size = strlen(pattern->text);
        if (size > line.length || words > pattern->max_words)
            continue;
        if (pattern->place == WHOLE && size != line.length)
            continue;
        size_t from = pattern->place == END ? line.length - size : 0;
        if (same(line.text + from, pattern->text, size))
            return true;
    }
    return false;
}

static size_t row_of(char byte)
{
    char letter = lower(byte);
    return letter >= 'a' && letter <= 'z' ? (size_t)(letter - 'a') : OTHER_SIGNS;
}

bool tdg_is_boilerplate(struct tdg_span line)
{
    if (!line.length || line.length > MAX_BYTES)
        return false;
    const struct pattern *begin = beginnings[row_of(line.text[0])];
    const struct pattern *end = ends[row_of(line.text[line.length - 1])];
    if (!begin->text[0] && !end->text[0])
        return false;
    unsigned words = count_words(line);
    return words <= MAX_WORDS && (is_one_of(begin, line, words) || is_one_of(end, line, words));
}

int tdg_boilerplate_strip(struct tdg_clean_scratch *scratch, char *body, size_t *length)
{
    struct tdg_line *lines = NULL;
    size_t count = 0;
    size_t dropped = 0;
    size_t kept = 0;
    int status = tdg_lines_cut(scratch, (struct tdg_span){body, *length}, &lines, &count);
    if (status)
        return status;
    for (size_t i = 0; i < count; i++) {
        bool repeated = lines[i].again && lines[i].span.length >= MIN_REPEATED_BYTES;
        lines[i].drop = repeated || tdg_is_boilerplate(lines[i].span);
        dropped += lines[i].drop;
        kept += !lines[i].drop && !lines[i].blank;
    }
    if (dropped && kept)
        *length = tdg_lines_join(body, lines, count);
    return TDG_OK;
}
