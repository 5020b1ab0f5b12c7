// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/understood.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/plural.h"
#include "base/progress.h"
#include "base/utf8.h"
#include "calendar/date_parse.h"

enum {
    CLOSE = 200,  /* records of a leaf that are looked at closely, */
    VALUES = 800, /* and values of a name: a folder may hold a leaf for each record */
    MISSED = 256, /* names that are kept */
    LONGEST_NAME = 128,
    LONGEST_DATE = 64, /* bytes */
};

void tdg_understood_done(struct tdg_understood *understood)
{
    free((void *)understood->met);
    free(understood->missed);
    tdg_intern_done(&understood->names);
    tdg_arena_done(&understood->arena);
    *understood = (struct tdg_understood){0};
}

void tdg_understood_leaf(struct tdg_understood *understood)
{
    understood->close = 0;
    understood->named = false;
}

void tdg_understood_format(struct tdg_understood *understood, const char *format, size_t articles)
{
    size_t i = 0;
    while (i < understood->format_count && strcmp(understood->formats[i].name, format) != 0)
        i++;
    if (!articles || i == TDG_READ_FORMATS)
        return;
    if (i == understood->format_count)
        understood->formats[understood->format_count++] = (struct tdg_tally){format, 0};
    understood->formats[i].articles += articles;
}

bool tdg_understood_is_close(const struct tdg_understood *understood)
{
    return understood->close < CLOSE;
}

/* "fields.bodyText"; its length, 0 where it is too long. */
static size_t write_way(char text[LONGEST_NAME], const struct tdg_way *way)
{
    size_t length = 0;
    if (way->outer) {
        length = write_way(text, way->outer);
        if (!length || length == LONGEST_NAME)
            return 0;
        text[length++] = '.';
    }
    if (way->length > (size_t)LONGEST_NAME - length)
        return 0;
    memcpy(text + length, way->name, way->length);
    return length + way->length;
}

int tdg_understood_name(struct tdg_understood *understood, const struct tdg_fields *fields,
                        const uint8_t *ranks, const struct tdg_way *way)
{
    char text[LONGEST_NAME];
    size_t number = (size_t)(ranks - fields->rank[0]) / TDG_FIELDS, length = write_way(text, way);
    if (!understood->met) {
        understood->met_count = fields->names.count;
        understood->met = tdg_alloc(understood->met_count, sizeof *understood->met);
        if (!understood->met)
            return TDG_ENOMEM;
    }
    const char **met = &understood->met[number];
    bool first = !*met || strlen(*met) > length ||
                 (strlen(*met) == length && memcmp(text, *met, length) < 0);
    if (!length || !first) /* of several spellings the one that any order of the input gives */
        return TDG_OK;
    *met = tdg_arena_copy(&understood->arena, text, length);
    return *met ? TDG_OK : TDG_ENOMEM;
}

static struct tdg_missed *missed_of(struct tdg_understood *understood, const char *name,
                                    size_t length)
{
    uint32_t before = understood->names.count;
    uint32_t number = tdg_intern(&understood->names, name, length);
    if (number == TDG_NONE || number < before)
        return number == TDG_NONE ? NULL : &understood->missed[number];
    struct tdg_missed *grown =
        tdg_grow(understood->missed, &understood->capacity, (size_t)number + 1, sizeof *grown);
    if (!grown)
        return NULL;
    understood->missed = grown;
    grown[number] = (struct tdg_missed){.name = tdg_arena_copy(&understood->arena, name, length),
                                        .first = TDG_NO_DATE};
    return grown[number].name ? &grown[number] : NULL;
}

/* A bare number is a date only where its name says so. */
static bool may_be_date(const struct tdg_missed *missed, const char *text, size_t length)
{
    static const char *const words[] = {"date", "Date",  "DATE",  "time", "Time",
                                        "TIME", "publi", "Publi", "day",  "Day"};
    size_t digits = 0;
    while (digits < length && strchr("0123456789.+-eE", text[digits]))
        digits++;
    if (length > LONGEST_DATE || digits < length)
        return length <= LONGEST_DATE;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strstr(missed->name, words[i]))
            return true;
    return memchr(text + 1, '-', length - 1); /* 2024-05-01 */
}

static void look_for_date(struct tdg_missed *missed, const char *text, size_t length)
{
    static const struct tdg_date_rules rules = {.whole_months = true};
    struct tdg_date_times times;
    if (!may_be_date(missed, text, length) ||
        tdg_date_read(text, length, &rules, &times) == TDG_DATE_UNKNOWN)
        return;
    int64_t time = times.time;
    missed->dates++;
    if (missed->first == TDG_NO_DATE || time < missed->first)
        missed->first = time;
    if (missed->dates == 1 || time > missed->last)
        missed->last = time;
}

/* One line. */
static void keep_example(struct tdg_missed *missed, const char *text, size_t length, bool listed)
{
    static const char more[] = "…";
    size_t room = sizeof missed->example - sizeof more, kept = 0, at = 0;
    size_t end = tdg_utf8_cut(text, length, room);
    for (; at < end; at++) {
        bool comma = listed && text[at] == '\n';
        if (kept + comma == room)
            break;
        if (comma)
            missed->example[kept++] = ',';
        missed->example[kept++] = strchr("\t\r\n", text[at]) ? ' ' : text[at];
    }
    for (; at < length && ((unsigned char)text[at] & 0xC0) == 0x80; at--)
        kept--;
    if (at < length)
        memcpy(missed->example + kept, more, sizeof more);
}

int tdg_understood_other(struct tdg_understood *understood, const struct tdg_way *way,
                         const char *text, size_t length)
{
    char name[LONGEST_NAME];
    size_t named = write_way(name, way);
    while (length && strchr(" \t\r\n", *text))
        text++, length--;
    if (!named || !length ||
        (understood->names.count == MISSED &&
         tdg_intern_find(&understood->names, name, named) == TDG_NONE))
        return TDG_OK;
    struct tdg_missed *missed = missed_of(understood, name, named);
    if (!missed)
        return TDG_ENOMEM;
    if (missed->texts == VALUES)
        return TDG_OK;
    if (!missed->texts++)
        keep_example(missed, text, length, way->listed);
    missed->bytes += length;
    missed->blanks += memchr(text, ' ', length) != NULL;
    look_for_date(missed, text, length);
    return TDG_OK;
}

void tdg_understood_record(struct tdg_understood *understood, const uint8_t rank[TDG_FIELDS],
                           size_t body)
{
    understood->records++;
    understood->body_bytes += body;
    understood->close++;
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        understood
            ->chosen[field][understood->named || !rank[field] ? rank[field] : TDG_RANK_UNNAMED]++;
}

bool tdg_understood_hint(struct tdg_understood *understood, const char *maps)
{
    size_t i = 0;
    while (i < understood->hint_count && strcmp(understood->hints[i].maps, maps) != 0)
        i++;
    if (i == TDG_HINTS)
        return false;
    if (i == understood->hint_count) {
        const char *kept = tdg_arena_string(&understood->arena, maps);
        if (!kept)
            return false;
        understood->hints[understood->hint_count++] = (struct tdg_hint){kept, 0};
    }
    understood->hints[i].tables++;
    return true;
}

void tdg_understood_forget(struct tdg_understood *understood, const struct tdg_article *article)
{
    const bool has[TDG_FIELDS] = {
        [TDG_FIELD_ID] = !article->nameless,
        [TDG_FIELD_TITLE] = *article->title,
        [TDG_FIELD_BODY] = *article->body,
        [TDG_FIELD_PUBLISHED] = article->published != TDG_NO_DATE,
        [TDG_FIELD_SOURCE] = *article->source,
        [TDG_FIELD_URL] = *article->url,
        [TDG_FIELD_LANGUAGE] = *article->language,
        [TDG_FIELD_GROUP] = *article->group,
    };
    understood->records--;
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        understood->chosen[field][has[field] ? TDG_RANK_UNNAMED : 0]--;
    for (size_t i = 0; i < understood->format_count; i++)
        if (strcmp(understood->formats[i].name, "text") == 0)
            understood->formats[i].articles--;
}

/* Whether a shell and --map take the name as it is written here. */
static bool can_be_named(const char *name)
{
    for (; *name; name++)
        if ((unsigned char)*name < ' ' || *name == 0x7f || *name == '\'' || *name == '=')
            return false;
    return true;
}

/* In quotation marks where a shell needs them. */
static const char *quoted(const char *name, char text[LONGEST_NAME + 3])
{
    bool plain = true;
    for (const char *at = name; *at; at++)
        plain = plain && ((*at >= 'a' && *at <= 'z') || (*at >= 'A' && *at <= 'Z') ||
                          (*at >= '0' && *at <= '9') || strchr("_.-@/:,+", *at) ||
                          (unsigned char)*at >= 0x80);
    snprintf(text, LONGEST_NAME + 3, plain ? "%s" : "'%s'", name);
    return text;
}

const char *tdg_missed_map(const struct tdg_missed *missed, const char *field,
                           char text[TDG_MAP_TEXT])
{
    char name[LONGEST_NAME + 3];
    snprintf(text, TDG_MAP_TEXT, "--map %s=%s", field, quoted(missed->name, name));
    return text;
}

/* Its records with a date, of two days or more, for one day alone may be that of the export; 0 if
 * they are no dates. */
static size_t worth_as_date(const struct tdg_missed *missed, size_t bytes)
{
    (void)bytes;
    bool fits = missed->dates * 10 > missed->texts * 9 &&
                (missed->texts < 3 || missed->last > missed->first);
    return fits ? missed->dates : 0;
}

static size_t worth_as_text(const struct tdg_missed *missed, size_t bytes)
{
    bool fits = missed->bytes / bytes >= missed->texts && missed->blanks * 2 > missed->texts;
    return fits ? missed->bytes : 0;
}

/* Of those that became no field; in a tie the first by name. */
static const struct tdg_missed *best_of(const struct tdg_understood *understood,
                                        size_t (*worth)(const struct tdg_missed *, size_t),
                                        size_t bytes, const struct tdg_missed *besides)
{
    const struct tdg_missed *best = NULL;
    size_t most = 0;
    for (uint32_t i = 0; i < understood->names.count; i++) {
        const struct tdg_missed *missed = &understood->missed[i];
        size_t here = worth(missed, bytes);
        bool more = here > most || (best && here == most && strcmp(missed->name, best->name) < 0);
        if (!more || missed->taken || missed == besides || !can_be_named(missed->name))
            continue;
        best = missed;
        most = here;
    }
    return best;
}

const struct tdg_missed *tdg_understood_date(const struct tdg_understood *understood)
{
    return best_of(understood, worth_as_date, 0, NULL);
}

const struct tdg_missed *tdg_understood_text(const struct tdg_understood *understood, size_t bytes,
                                             const struct tdg_missed *besides)
{
    return best_of(understood, worth_as_text, bytes, besides);
}

/* The name whose rank is that; "" where no name led to the values. */
static const char *name_of(const struct tdg_understood *understood, const struct tdg_fields *fields,
                           unsigned field, unsigned rank)
{
    rank = rank < TDG_RANK_UNNAMED ? rank & (TDG_RANK_POOR - 1U) : rank;
    for (size_t i = 0; i < understood->met_count; i++)
        if (fields->rank[i][field] == rank && understood->met[i])
            return understood->met[i];
    return "";
}

static int by_articles(const void *a, const void *b)
{
    const struct tdg_tally *left = a, *right = b;
    if (left->articles != right->articles)
        return left->articles > right->articles ? -1 : 1;
    return strcmp(left->name, right->name);
}

/* A name became a field, so that it is not among those that are not used. */
static void take(struct tdg_understood *understood, const char *name)
{
    uint32_t number = tdg_intern_find(&understood->names, name, strlen(name));
    if (number != TDG_NONE)
        understood->missed[number].taken = true;
}

static int keep_field(struct tdg_read_field *kept, struct tdg_understood *understood,
                      const struct tdg_fields *fields, struct tdg_arena *arena, unsigned field)
{
    *kept = (struct tdg_read_field){.field = tdg_field_name((enum tdg_field)field),
                                    .without = understood->chosen[field][0]};
    for (unsigned rank = 1; rank < 256; rank++) {
        size_t records = understood->chosen[field][rank], i = 0;
        const char *name = records ? name_of(understood, fields, field, rank) : "";
        take(understood, name);
        while (i < kept->count && strcmp(kept->names[i].name, name) != 0)
            i++;
        if (!records || i == TDG_READ_NAMES)
            continue;
        if (i == kept->count) {
            kept->names[i].name = tdg_arena_string(arena, name);
            kept->count++;
        }
        if (!kept->names[i].name)
            return TDG_ENOMEM;
        kept->names[i].articles += records;
    }
    return TDG_OK;
}

/* The body that was read may be a teaser of another. */
static bool is_teaser(const struct tdg_understood *understood, const struct tdg_missed *body)
{
    enum { TIMES = 3 };
    size_t bodies = understood->records - understood->chosen[TDG_FIELD_BODY][0];
    return bodies && body->bytes / body->texts / TIMES > understood->body_bytes / bodies;
}

static void advise(const struct tdg_understood *understood, const struct tdg_monitor *monitor)
{
    char map[TDG_MAP_TEXT];
    size_t all = understood->records, undated = understood->chosen[TDG_FIELD_PUBLISHED][0];
    size_t empty = understood->chosen[TDG_FIELD_BODY][0];
    const struct tdg_missed *date = undated * 2 > all ? tdg_understood_date(understood) : NULL;
    const struct tdg_missed *body =
        all ? tdg_understood_text(understood, TDG_BODY_BYTES, NULL) : NULL;
    if (date)
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "%zu of %zu records have no date, but \"%s\" looks like one: try %s", undated,
                   all, date->name, tdg_missed_map(date, "published", map));
    if (body && empty * 2 > all)
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "%zu of %zu records have no body, but \"%s\" holds long texts: try %s", empty,
                   all, body->name, tdg_missed_map(body, "body", map));
    else if (body && is_teaser(understood, body))
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "\"%s\" holds much longer texts than what is read as the body: try %s",
                   body->name, tdg_missed_map(body, "body", map));
}

static void tell_hints(const struct tdg_understood *understood, const struct tdg_monitor *monitor)
{
    for (size_t i = 0; i < understood->hint_count; i++) {
        const struct tdg_hint *hint = &understood->hints[i];
        tdg_notice(monitor, TDG_NOTICE_WARNING, NULL, 0,
                   "%zu %s no column that is a title or a body: try %s", hint->tables,
                   tdg_plural(hint->tables, "table has", "tables have"), hint->maps);
    }
}

static int keep_others(struct tdg_what_was_read *read, const struct tdg_understood *understood,
                       struct tdg_arena *arena)
{
    size_t count = understood->names.count, kept = 0;
    struct tdg_read_other *others = tdg_arena_alloc(arena, (count + 1) * sizeof *others);
    for (size_t i = 0; others && i < count; i++) {
        const struct tdg_missed *missed = &understood->missed[i];
        if (missed->taken)
            continue;
        others[kept] =
            (struct tdg_read_other){tdg_arena_string(arena, missed->name),
                                    tdg_arena_string(arena, missed->example), missed->texts};
        if (!others[kept].name || !others[kept].example)
            return TDG_ENOMEM;
        kept++;
    }
    read->others = others;
    read->other_count = kept;
    return others ? TDG_OK : TDG_ENOMEM;
}

int tdg_understood_close(struct tdg_understood *understood, const struct tdg_fields *fields,
                         bool advised, struct tdg_articles *articles,
                         const struct tdg_monitor *monitor)
{
    struct tdg_what_was_read *read = &articles->read;
    int status = TDG_OK;
    read->records = understood->records;
    qsort(understood->formats, understood->format_count, sizeof *understood->formats, by_articles);
    while (understood->format_count && !understood->formats[understood->format_count - 1].articles)
        understood->format_count--;
    read->format_count = understood->format_count;
    memcpy(read->formats, understood->formats, sizeof read->formats);
    for (unsigned field = 0; !status && field < TDG_READ_FIELDS; field++)
        status = keep_field(&read->fields[field], understood, fields, &articles->facts, field);
    if (status)
        return status;
    tell_hints(understood, monitor);
    if (advised)
        advise(understood, monitor);
    return keep_others(read, understood, &articles->facts);
}
