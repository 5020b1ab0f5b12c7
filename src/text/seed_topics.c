// SPDX-License-Identifier: GPL-3.0-or-later
/* A file of subjects: one a line, "Name: term, term, "phrase, with a comma"". A term in quotation
 * marks is taken without them. */
#include "text/seed_topics.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/span.h"

struct reading {
    struct tdg_seed_topics *topics;
    struct tdg_lines lines;
};

static bool is_utf8(struct tdg_span span)
{
    while (span.length) {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)span.text,
                                                 (utf8proc_ssize_t)span.length, &point);
        if (size <= 0)
            return false;
        span.text += size;
        span.length -= (size_t)size;
    }
    return true;
}

static bool is_known(const struct tdg_seed_topics *topics, struct tdg_span name)
{
    for (size_t i = 0; i < topics->count; i++)
        if (tdg_span_is(name, topics->items[i].name))
            return true;
    return false;
}

/* The next term of a list, and behind it its comma; false where its quotation marks are wrong. */
static bool next_term(struct tdg_span *list, struct tdg_span *term)
{
    struct tdg_span rest = tdg_span_trim(*list);
    bool quoted = rest.length && *rest.text == '"';
    size_t begin = quoted, end = begin;
    while (end < rest.length && rest.text[end] != (quoted ? '"' : ','))
        end++;
    *term = tdg_span_trim((struct tdg_span){rest.text + begin, end - begin});
    if (quoted && end++ == rest.length)
        return false;
    *list = tdg_span_trim((struct tdg_span){rest.text + end, rest.length - end});
    if (list->length && *list->text != ',')
        return false;
    if (list->length) {
        list->text++;
        list->length--;
    }
    return quoted || !memchr(term->text, '"', term->length);
}

static int read_terms(struct tdg_seed_topic *topic, struct tdg_span list,
                      const struct reading *reading)
{
    size_t most = 1;
    for (size_t i = 0; i < list.length; i++)
        most += list.text[i] == ',';
    topic->words = tdg_arena_alloc(&reading->topics->arena, most * sizeof *topic->words);
    if (!topic->words)
        return tdg_fail_memory(reading->lines.error);
    for (struct tdg_span term; list.length;) {
        if (!next_term(&list, &term))
            return tdg_lines_fail(&reading->lines, "a quotation mark is unclosed or inside a term");
        if (!term.length)
            continue;
        const char *copy = tdg_arena_copy(&reading->topics->arena, term.text, term.length);
        if (!copy)
            return tdg_fail_memory(reading->lines.error);
        topic->words[topic->count++] = copy;
    }
    return topic->count ? TDG_OK : tdg_lines_fail(&reading->lines, "the topic has no terms");
}

static int add_guide(struct reading *reading, struct tdg_span line)
{
    struct tdg_seed_topics *topics = reading->topics;
    const char *colon = memchr(line.text, ':', line.length);
    if (!colon)
        return tdg_lines_fail(&reading->lines, "expected \"Name: term, term\"");
    struct tdg_span name = tdg_span_trim((struct tdg_span){line.text, (size_t)(colon - line.text)});
    if (!name.length)
        return tdg_lines_fail(&reading->lines, "the topic has no name");
    if (is_known(topics, name))
        return tdg_lines_fail(&reading->lines, "a topic of this name is already defined above");
    struct tdg_seed_topic *grown =
        tdg_grow(topics->items, &topics->capacity, topics->count + 1, sizeof *grown);
    if (!grown)
        return tdg_fail_memory(reading->lines.error);
    topics->items = grown;
    struct tdg_seed_topic topic = {.line = reading->lines.number};
    topic.name = tdg_arena_copy(&topics->arena, name.text, name.length);
    if (!topic.name)
        return tdg_fail_memory(reading->lines.error);
    colon++;
    struct tdg_span list = {colon, line.length - (size_t)(colon - line.text)};
    int status = read_terms(&topic, list, reading);
    if (!status)
        topics->items[topics->count++] = topic;
    return status;
}

int tdg_seed_topics_read(struct tdg_seed_topics *topics, const char *text, const char *file,
                         struct tdg_error *error)
{
    struct tdg_seed_topics made = {0};
    struct reading reading = {&made, {text, 0, file, error}};
    int status = TDG_OK;
    for (struct tdg_span line; !status && tdg_lines_next(&reading.lines, &line);)
        status = is_utf8(line) ? add_guide(&reading, line)
                               : tdg_lines_fail(&reading.lines, "the line is not UTF-8");
    if (!status && !made.count)
        status = tdg_fail_at(error, TDG_EFORMAT, file, 0, "contains no topics");
    if (status)
        tdg_seed_topics_done(&made);
    else
        *topics = made;
    return status;
}

int tdg_seed_topics_load(struct tdg_seed_topics *topics, const char *path, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    int status = tdg_file_load(&text, path, error);
    if (!status)
        status = tdg_seed_topics_read(topics, text.text ? text.text : "", path, error);
    tdg_buffer_done(&text);
    return status;
}

void tdg_seed_topics_done(struct tdg_seed_topics *topics)
{
    free(topics->items);
    tdg_arena_done(&topics->arena);
    *topics = (struct tdg_seed_topics){0};
}
