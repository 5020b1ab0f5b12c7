// SPDX-License-Identifier: GPL-3.0-or-later
/* Remains of HTML in a text that may as well be none: every "<" has to prove that it opens a tag.
 * Time is linear whatever the text: failed searches are remembered. */
#include "clean/html.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include <utf8proc.h>

#include "clean/element.h"
#include "clean/entity.h"

struct html {
    struct tdg_span text;
    size_t at;
    char *out;
    size_t written;
    bool strict;         /* only known elements are tags */
    bool escaped_markup; /* a "<" came out of a character reference */
    bool no_comment_end;
    unsigned no_end_of; /* bit e: there is no further end tag of the skipped element e */
    int end_tags;       /* whether the text has "</": -1 not known yet */
    size_t wasted;      /* bytes looked at in vain behind quotation marks */
};

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte + 32) : byte;
}

static bool is_letter(char byte)
{
    return lower(byte) >= 'a' && lower(byte) <= 'z';
}

static bool is_blank(char byte)
{
    return byte == ' ' || (byte >= '\t' && byte <= '\r');
}

static bool is_name(char byte)
{
    return is_letter(byte) || (byte >= '0' && byte <= '9') || byte == '-' || byte == ':';
}

static bool starts(const struct html *html, size_t at, const char *what)
{
    size_t size = strlen(what);
    return html->text.length - at >= size && memcmp(html->text.text + at, what, size) == 0;
}

/* The place of `what` at or after `at`, or the length of the text. */
static size_t find(const struct html *html, size_t at, const char *what)
{
    const char *text = html->text.text;
    while (at < html->text.length) {
        const char *hit = memchr(text + at, what[0], html->text.length - at);
        if (!hit)
            break;
        at = (size_t)(hit - text);
        if (starts(html, at, what))
            return at;
        at++;
    }
    return html->text.length;
}

static void put(struct html *html, const char *bytes)
{
    while (*bytes)
        html->out[html->written++] = *bytes++;
}

/* The place of the ">" that ends the tag at `at`, or 0. Quoted values may hold anything, as long as
 * broken quotation does not cost too much time. */
static size_t tag_end(struct html *html, size_t at)
{
    const char *text = html->text.text;
    bool patient = html->wasted < 4 * html->text.length;
    char quote = '\0';
    for (size_t i = at; i < html->text.length; i++) {
        if (quote)
            quote = text[i] == quote ? '\0' : quote;
        else if (text[i] == '>')
            return i;
        else if (text[i] == '<' && i > at)
            break;
        else if ((text[i] == '"' || text[i] == '\'') && text[i - 1] == '=' && patient)
            quote = text[i];
        html->wasted += patient;
    }
    return 0;
}

static bool has_end_tags(struct html *html)
{
    if (html->end_tags < 0)
        html->end_tags = find(html, 0, "</") < html->text.length;
    return html->end_tags;
}

struct tag {
    const struct tdg_element *element; /* NULL: unknown */
    bool closing;
    size_t end; /* of the tag, behind its ">" */
};

/* Whether a "<" opens a tag. Without an attribute it needs a name that HTML has; "a <b and c> d" is
 * no tag, and neither is a ticker symbol such as <GM>. */
static bool read_tag(struct html *html, size_t at, struct tag *tag)
{
    const char *text = html->text.text;
    size_t length = html->text.length;
    size_t name = at + 1;
    tag->closing = name < length && text[name] == '/';
    name += tag->closing;
    size_t name_end = name;
    while (name_end < length && is_name(text[name_end]))
        name_end++;
    if (name_end == name || !is_letter(text[name]) || name_end == length)
        return false;
    if (!is_blank(text[name_end]) && text[name_end] != '>' && text[name_end] != '/')
        return false;
    size_t end = tag_end(html, at);
    if (!end)
        return false;
    tag->end = end + 1;
    tag->element = tdg_element_find(text + name, name_end - name);
    size_t rest = name_end;
    while (rest < end && (is_blank(text[rest]) || text[rest] == '/'))
        rest++;
    bool has_values = memchr(text + name_end, '=', end - name_end) != NULL;
    if (tag->element)
        return rest == end || has_values || name_end - name > 1;
    return !html->strict && (has_values || (rest == end && has_end_tags(html)));
}

/* Jumps behind the end tag of an element whose contents are not text. */
static void skip_contents(struct html *html, const struct tag *tag)
{
    const struct tdg_element *element = tag->element;
    html->at = tag->end;
    if (tag->closing || html->no_end_of & (1U << element->skip))
        return;
    size_t size = strlen(element->name);
    for (size_t at = tag->end;; at += 2) {
        at = find(html, at, "</");
        if (at == html->text.length) {
            html->no_end_of |= 1U << element->skip;
            return;
        }
        const char *name = html->text.text + at + 2;
        size_t i = 0;
        while (i < size && at + 2 + i < html->text.length && lower(name[i]) == element->name[i])
            i++;
        if (i == size) {
            size_t end = find(html, at, ">");
            html->at = end < html->text.length ? end + 1 : end;
            return;
        }
    }
}

/* Comments, CDATA sections, declarations and processing instructions. */
static bool read_special(struct html *html)
{
    size_t at = html->at;
    if (starts(html, at, "<!--")) {
        size_t end = html->no_comment_end ? html->text.length : find(html, at + 4, "-->");
        html->no_comment_end = end == html->text.length;
        html->at = html->no_comment_end ? at + 4 : end + 3;
        return true;
    }
    if (starts(html, at, "<![CDATA[")) {
        html->at = at + 9;
        return true;
    }
    if (starts(html, at, "<!DOCTYPE") || starts(html, at, "<!doctype") ||
        starts(html, at, "<?xml")) {
        size_t end = tag_end(html, at);
        html->at = end ? end + 1 : at + 5;
        return true;
    }
    return false;
}

static void read_less_than(struct html *html)
{
    struct tag tag;
    if (read_special(html))
        return;
    if (!read_tag(html, html->at, &tag)) {
        put(html, "<");
        html->at++;
    } else if (tag.element && tag.element->skip) {
        skip_contents(html, &tag);
        put(html, " ");
    } else {
        html->at = tag.end;
        put(html, tag.element ? tag.element->becomes : "");
    }
}

static void read_ampersand(struct html *html)
{
    int32_t point = 0;
    size_t rest = html->at + 1;
    size_t size = tdg_entity_read(html->text.text + rest, html->text.length - rest, &point);
    if (!size) {
        put(html, "&");
        html->at++;
        return;
    }
    html->escaped_markup = html->escaped_markup || point == '<';
    html->written +=
        (size_t)utf8proc_encode_char(point, (utf8proc_uint8_t *)html->out + html->written);
    html->at = rest + size;
}

/* `text` may be what stands in `out`: writing never overtakes reading. */
static size_t strip(char *out, struct tdg_span text, bool strict, bool *escaped_markup)
{
    struct html html = {.text = text, .out = out, .strict = strict, .end_tags = -1};
    while (html.at < text.length) {
        char byte = text.text[html.at];
        if (byte == '<') {
            read_less_than(&html);
        } else if (byte == '&') {
            read_ampersand(&html);
        } else if (byte == ']' && starts(&html, html.at, "]]>")) {
            html.at += 3;
        } else {
            out[html.written++] = byte;
            html.at++;
        }
    }
    *escaped_markup = html.escaped_markup;
    return html.written;
}

size_t tdg_html_strip(char *out, struct tdg_span text)
{
    bool again = false;
    size_t length = strip(out, text, false, &again);
    /* A feed inside a feed: the whole mark-up was escaped. */
    if (again)
        length = strip(out, (struct tdg_span){out, length}, true, &again);
    return length;
}
