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

/* Patterns are lower-case; a line is compared without regard to the case of ASCII letters.
 * max_words: a longer line is text. */
static const struct {
    enum place place;
    unsigned max_words;
    char text[32];
} patterns[] = {
    {WHOLE, 4, "advertisement"},
    {WHOLE, 4, "anzeige"},
    {WHOLE, 4, "publicidad"},
    {WHOLE, 4, "publicité"},
    {WHOLE, 4, "pubblicità"},
    {WHOLE, 4, "publicidade"},
    {WHOLE, 4, "getty"},
    {WHOLE, 4, "getty images"},
    {WHOLE, 4, "afp"},
    {WHOLE, 4, "afp/getty images"},
    {WHOLE, 4, "epa"},
    {WHOLE, 4, "reuters"},
    {WHOLE, 4, "reuter"},
    {WHOLE, 4, "shutterstock"},
    {WHOLE, 4, "associated press"},
    {WHOLE, 4, "press association"},
    {WHOLE, 4, "image"},
    {WHOLE, 4, "share"},
    {WHOLE, 4, "share this"},
    {WHOLE, 4, "share this article"},
    {WHOLE, 4, "share on facebook"},
    {WHOLE, 4, "share on twitter"},
    {WHOLE, 4, "read more"},
    {WHOLE, 4, "read more..."},
    {WHOLE, 4, "most read"},
    {WHOLE, 4, "related articles"},
    {WHOLE, 4, "related stories"},
    {WHOLE, 4, "related topics"},
    {WHOLE, 4, "related content"},
    {WHOLE, 5, "more on this story"},
    {WHOLE, 4, "recommended"},
    {WHOLE, 4, "comments"},
    {WHOLE, 4, "loading..."},
    {WHOLE, 4, "this video can not be played"},
    {START, 16, "image:"},
    {START, 16, "images:"},
    {START, 16, "image credit:"},
    {START, 16, "image source"},
    {START, 16, "image copyright"},
    {START, 16, "image caption"},
    {START, 16, "media caption"},
    {START, 16, "photo:"},
    {START, 16, "photos:"},
    {START, 16, "photo by "},
    {START, 16, "photo credit"},
    {START, 16, "photograph:"},
    {START, 16, "photograph by "},
    {START, 16, "picture:"},
    {START, 16, "pictures:"},
    {START, 16, "pic:"},
    {START, 16, "credit:"},
    {START, 16, "file photo"},
    {START, 12, "foto:"},
    {START, 12, "fotos:"},
    {START, 12, "bild:"},
    {START, 12, "photo :"},
    {START, 12, "crédit photo"},
    {START, 12, "crédito:"},
    {START, 16, "(c) "},
    {START, 16, "©"},
    {START, 16, "copyright ©"},
    {START, 16, "copyright (c)"},
    {START, 16, "copyright 19"},
    {START, 16, "copyright 20"},
    {START, 16, "[source="},
    {START, 16, "[source:"},
    {START, 16, "[image"},
    {START, 16, "[caption"},
    {START, 16, "read more:"},
    {START, 16, "read more about"},
    {START, 16, "read also:"},
    {START, 16, "also read:"},
    {START, 16, "see also:"},
    {START, 16, "related:"},
    {START, 16, "lire aussi"},
    {START, 16, "à lire aussi"},
    {START, 16, "lesen sie auch"},
    {START, 16, "lee también"},
    {START, 16, "leia também"},
    {START, 16, "leggi anche"},
    {START, 16, "lees ook"},
    {START, 16, "sign up to "},
    {START, 16, "sign up for "},
    {START, 16, "subscribe to our"},
    {START, 16, "subscribe now"},
    {START, 16, "follow us on"},
    {START, 16, "follow bbc"},
    {START, 16, "click here to"},
    {START, 16, "download our"},
    {START, 16, "get the latest"},
    {END, 16, "all rights reserved"},
    {END, 16, "all rights reserved."},
    {END, 8, "/getty images"},
    {END, 8, "via getty images"},
    {END, 8, "/reuters"},
    {END, 8, "/afp"},
    {END, 8, "/epa"},
    {END, 8, "/shutterstock"},
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

bool tdg_is_boilerplate(struct tdg_span line)
{
    if (!line.length || line.length > MAX_BYTES)
        return false;
    unsigned words = count_words(line);
    if (words > MAX_WORDS)
        return false;
    char first = lower(line.text[0]);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        if (patterns[i].place != END && patterns[i].text[0] != first)
            continue;
        size_t size = strlen(patterns[i].text);
        if (size > line.length || words > patterns[i].max_words)
            continue;
        if (patterns[i].place == WHOLE && size != line.length)
            continue;
        size_t from = patterns[i].place == END ? line.length - size : 0;
        if (same(line.text + from, patterns[i].text, size))
            return true;
    }
    return false;
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
