// SPDX-License-Identifier: GPL-3.0-or-later
/* What an article is called where people read of it. Short posts, agency flashes and transcripts
 * have no title: their first words say more than an id does. */
#include "base/headline.h"

#include <string.h>

#include <tidings/analysis.h>

#include "base/buffer.h"

enum { LONGEST = 80 /* characters */ };

static const char blanks[] = " \t\r\n";

/* The bytes of the first `LONGEST` characters, less where a character would be cut. */
static size_t longest_part(const char *text)
{
    size_t at = 0, characters = 0;
    while (text[at] && (characters < LONGEST || ((unsigned char)text[at] & 0xC0) == 0x80)) {
        characters += ((unsigned char)text[at] & 0xC0) != 0x80;
        at++;
    }
    return at;
}

/* Up to the last blank, or all of it: what is written without blanks can be cut anywhere. */
static size_t whole_words(const char *text, size_t length)
{
    size_t at = length;
    if (!text[length] || strchr(blanks, text[length]))
        return length;
    while (at && !strchr(blanks, text[at - 1]))
        at--;
    while (at && strchr(blanks, text[at - 1]))
        at--;
    return at ? at : length;
}

static void add_words(struct tdg_buffer *out, const char *text)
{
    text += strspn(text, blanks);
    size_t length = whole_words(text, longest_part(text));
    for (size_t at = 0; at < length;) {
        size_t word = strcspn(text + at, blanks);
        if (word > length - at)
            word = length - at;
        tdg_buffer_add(out, text + at, word);
        at += word;
        at += strspn(text + at, blanks);
        if (at < length)
            tdg_buffer_char(out, ' ');
    }
    if (text[length + strspn(text + length, blanks)])
        tdg_buffer_string(out, "…");
}

static void add_facts(struct tdg_buffer *out, const struct tdg_headline_facts *facts)
{
    char time[TDG_TIME_SIZE];
    tdg_time_text(facts->published, time);
    time[strcspn(time, "T")] = '\0';
    tdg_buffer_string(out, facts->source);
    if (*facts->source && *time)
        tdg_buffer_string(out, ", ");
    tdg_buffer_string(out, time);
    if (!*facts->source && !*time)
        tdg_buffer_string(out, facts->id);
}

const char *tdg_headline(const struct tdg_headline_facts *facts, struct tdg_arena *arena)
{
    struct tdg_buffer out = {0};
    if (facts->title[strspn(facts->title, blanks)])
        return facts->title;
    if (facts->text)
        add_words(&out, facts->text);
    if (!out.length && !out.failed)
        add_facts(&out, facts);
    const char *kept = out.failed ? NULL : tdg_arena_string(arena, out.text ? out.text : "");
    tdg_buffer_done(&out);
    return kept;
}
