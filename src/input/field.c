// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/field.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include <tidings/types.h>

#include "base/error.h"
#include "base/memory.h"

enum {
    TEASER = 3, /* a text is taken for one where another is so many times as long */
    MAX_MAPS = 32,
};

static const char *const own_names[TDG_FIELDS] = {[TDG_FIELD_ID] = "id",
                                                  [TDG_FIELD_TITLE] = "title",
                                                  [TDG_FIELD_BODY] = "body",
                                                  [TDG_FIELD_PUBLISHED] = "published",
                                                  [TDG_FIELD_SOURCE] = "source",
                                                  [TDG_FIELD_URL] = "url",
                                                  [TDG_FIELD_LANGUAGE] = "language"};

static bool is_separator(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '_' || byte == '-';
}

/* Adds one character in lower case; false where there is no room. */
static bool add_character(struct tdg_path *path, const char *at, size_t left, size_t *size)
{
    utf8proc_uint8_t bytes[4];
    int32_t character;
    utf8proc_ssize_t taken =
        utf8proc_iterate((const utf8proc_uint8_t *)at, (utf8proc_ssize_t)left, &character);
    *size = taken > 0 ? (size_t)taken : 1;
    utf8proc_ssize_t length =
        taken > 0 ? utf8proc_encode_char(utf8proc_tolower(character), bytes) : 0;
    if (length <= 0 || path->length + (size_t)length > sizeof path->text)
        return false;
    memcpy(path->text + path->length, bytes, (size_t)length);
    path->length += (size_t)length;
    return true;
}

struct tdg_path tdg_field_path(const struct tdg_path *outer, const char *name, size_t length)
{
    static const struct tdg_path none;
    struct tdg_path path = outer ? *outer : none;
    while (length && (*name == ' ' || *name == '\t'))
        name++, length--;
    if (path.length == sizeof path.text || !length)
        return none;
    if (path.length)
        path.text[path.length++] = '.';
    for (size_t at = 0, size; at < length; at += size) {
        size = 1;
        bool leading = at == 0 || name[at - 1] == '.';
        if (is_separator(name[at]) && !(leading && name[at] == '_'))
            continue;
        if ((unsigned char)name[at] >= 0x80) {
            if (!add_character(&path, name + at, length - at, &size))
                return none;
        } else if (path.length == sizeof path.text)
            return none;
        else
            path.text[path.length++] =
                name[at] >= 'A' && name[at] <= 'Z' ? (char)(name[at] - 'A' + 'a') : name[at];
    }
    return path;
}

static int add(struct tdg_fields *fields, enum tdg_field field, const char *name, uint8_t rank,
               struct tdg_error *error)
{
    struct tdg_path path = tdg_field_path(NULL, name, strlen(name));
    if (!path.length)
        return tdg_fail(error, TDG_EINVAL, "invalid field name \"%.80s\"", name);
    uint32_t before = fields->names.count;
    uint32_t number = tdg_intern(&fields->names, path.text, path.length);
    if (number == TDG_NONE)
        return tdg_fail_memory(error);
    if (number == before) {
        void *grown =
            tdg_grow(fields->rank, &fields->capacity, (size_t)number + 1, sizeof *fields->rank);
        if (!grown)
            return tdg_fail_memory(error);
        fields->rank = grown;
        memset(fields->rank[number], 0, sizeof *fields->rank);
    }
    if (!fields->rank[number][field])
        fields->rank[number][field] = rank;
    return TDG_OK;
}

/* Every object on the way of a mapped name is entered. */
static int add_ways(struct tdg_fields *fields, const char *name, struct tdg_error *error)
{
    struct tdg_path path = tdg_field_path(NULL, name, strlen(name));
    for (size_t i = 0; i < path.length; i++)
        if (path.text[i] == '.' && tdg_intern(&fields->ways, path.text, i) == TDG_NONE)
            return tdg_fail_memory(error);
    return TDG_OK;
}

const char *tdg_field_name(enum tdg_field field)
{
    return own_names[field];
}

enum tdg_field tdg_field_named(const char *name)
{
    unsigned field = 0;
    while (field < TDG_FIELD_GROUP && strcmp(own_names[field], name) != 0)
        field++;
    return (enum tdg_field)field;
}

static int add_maps(struct tdg_fields *fields, const struct tdg_read_options *options,
                    struct tdg_error *error)
{
    int status = TDG_OK;
    for (size_t i = 0; i < options->map_count && !status; i++) {
        const char *name = options->map[i].name;
        enum tdg_field field = tdg_field_named(options->map[i].field);
        if (field == TDG_FIELD_GROUP || fields->mapped[field] == MAX_MAPS)
            return tdg_fail(error, TDG_EINVAL, "--map: unknown field \"%.80s\"",
                            options->map[i].field);
        status = add(fields, field, name, ++fields->mapped[field], error);
        if (!status)
            status = add_ways(fields, name, error);
    }
    return status;
}

/* A group field that is one of ours goes by all its spellings. */
static int add_group(struct tdg_fields *fields, const char *name, struct tdg_error *error)
{
    if (!name || !*name)
        return TDG_OK;
    int status = add(fields, TDG_FIELD_GROUP, name, 1, error);
    if (!status)
        status = add_ways(fields, name, error);
    enum tdg_field field = tdg_field_named(name);
    for (uint32_t number = 0; field < TDG_FIELD_GROUP && number < fields->names.count; number++)
        if (fields->rank[number][field])
            fields->rank[number][TDG_FIELD_GROUP] = fields->rank[number][field];
    return status;
}

int tdg_fields_init(struct tdg_fields *fields, const struct tdg_read_options *options,
                    struct tdg_error *error)
{
    *fields = (struct tdg_fields){0};
    int status = add_maps(fields, options, error);
    for (unsigned field = 0; field < TDG_FIELD_GROUP && !status; field++)
        for (uint8_t i = 0; tdg_field_spellings[field][i] && !status; i++)
            status = add(fields, (enum tdg_field)field, tdg_field_spellings[field][i],
                         (uint8_t)(fields->mapped[field] + i + 1), error);
    if (!status)
        status = add_group(fields, options->group_field, error);
    if (status)
        tdg_fields_done(fields);
    return status;
}

void tdg_fields_done(struct tdg_fields *fields)
{
    tdg_intern_done(&fields->names);
    tdg_intern_done(&fields->ways);
    free(fields->rank);
    *fields = (struct tdg_fields){0};
}

size_t tdg_field_place(const char *const *list, const char *name, size_t length)
{
    size_t place = 0;
    while (list[place] && (strlen(list[place]) != length || memcmp(list[place], name, length) != 0))
        place++;
    return place;
}

bool tdg_field_is_wrapper(const char *name, size_t length)
{
    return tdg_field_wrappers[tdg_field_place(tdg_field_wrappers, name, length)];
}

static const uint8_t *find(const struct tdg_fields *fields, const char *name, size_t length)
{
    uint32_t number = length ? tdg_intern_find(&fields->names, name, length) : TDG_NONE;
    return number == TDG_NONE ? NULL : fields->rank[number];
}

const uint8_t *tdg_fields_find(const struct tdg_fields *fields, const struct tdg_path *path)
{
    const char *name = path->text, *end = path->text + path->length;
    const uint8_t *ranks = find(fields, name, path->length);
    for (const char *stop; !ranks && (stop = memchr(name, '.', (size_t)(end - name)));) {
        if (!tdg_field_is_wrapper(name, (size_t)(stop - name))) {
            bool is_value = tdg_field_values[tdg_field_place(tdg_field_values, stop + 1,
                                                             (size_t)(end - stop - 1))];
            return is_value ? find(fields, name, (size_t)(stop - name)) : NULL;
        }
        name = stop + 1;
        ranks = find(fields, name, (size_t)(end - name));
    }
    return ranks;
}

const uint8_t *tdg_fields_named(const struct tdg_fields *fields, const char *name, size_t length)
{
    struct tdg_path path = tdg_field_path(NULL, name, length);
    return tdg_fields_find(fields, &path);
}

bool tdg_fields_leads_on(const struct tdg_fields *fields, const struct tdg_path *path)
{
    return path->length && tdg_intern_find(&fields->ways, path->text, path->length) != TDG_NONE;
}

static bool is_better(uint8_t rank, const struct tdg_value *value)
{
    return rank && (!value->rank || rank < value->rank);
}

bool tdg_record_wants(const struct tdg_record *record, const uint8_t *ranks)
{
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        if (is_better(ranks[field], &record->field[field]))
            return true;
    return ranks[TDG_FIELD_BODY] ||
           is_better(ranks[TDG_FIELD_PUBLISHED], &record->dates[TDG_DATE_VALUES - 1]);
}

/* True where the text is one of the words, which are in lower case. */
static bool is_among(const char *const *words, const char *text, size_t length)
{
    for (; *words; words++) {
        size_t same = 0;
        while (same < length && (*words)[same] &&
               (text[same] >= 'A' && text[same] <= 'Z' ? text[same] - 'A' + 'a' : text[same]) ==
                   (*words)[same])
            same++;
        if (same == length && !(*words)[same])
            return true;
    }
    return false;
}

/* What programs write where they have nothing; of that a person may have answered the first. */
static bool is_nothing(const char *text, size_t length, bool *answer)
{
    static const char *const answers[] = {"none", "n/a", "na", "nil", NULL};
    static const char *const others[] = {"null",      "nan",    "undefined", "[removed]",
                                         "[deleted]", "(null)", "[null]",    "#n/a",
                                         "<na>",      "\\n",    NULL};
    while (length && strchr(" \t\r\n", *text))
        text++, length--;
    while (length && strchr(" \t\r\n", text[length - 1]))
        length--;
    *answer = is_among(answers, text, length);
    return !length || *answer || is_among(others, text, length);
}

static void offer_date(struct tdg_record *record, struct tdg_value value)
{
    for (size_t i = 0; i < TDG_DATE_VALUES; i++)
        if (is_better(value.rank, &record->dates[i])) {
            struct tdg_value worse = record->dates[i];
            record->dates[i] = value;
            value = worse;
        }
}

static void offer_body(struct tdg_record *record, struct tdg_value value)
{
    const struct tdg_value *longest = &record->longest;
    if (!longest->rank || value.length > longest->length ||
        (value.length == longest->length && value.rank < longest->rank))
        record->longest = value;
}

/* An address tells the source worse than any name does. */
static uint8_t rank_of(enum tdg_field field, uint8_t rank, const char *text, size_t length)
{
    static const char start[] = "http";
    bool address = field == TDG_FIELD_SOURCE && length > sizeof start &&
                   memcmp(text, start, sizeof start - 1) == 0;
    return address && rank ? rank | TDG_RANK_POOR : rank;
}

void tdg_record_offer(struct tdg_record *record, const uint8_t *ranks, const char *text,
                      size_t length)
{
    bool answer, nothing = is_nothing(text, length, &answer);
    for (unsigned field = 0; field < TDG_FIELDS; field++) {
        uint8_t rank = rank_of((enum tdg_field)field, ranks[field], text, length);
        if (nothing)
            rank = rank && answer && field == TDG_FIELD_BODY ? TDG_RANK_NOTHING : 0;
        struct tdg_value value = {text, length, rank};
        if (is_better(value.rank, &record->field[field]))
            record->field[field] = value;
        if (value.rank && field == TDG_FIELD_BODY)
            offer_body(record, value);
        if (value.rank && field == TDG_FIELD_PUBLISHED)
            offer_date(record, value);
    }
}

void tdg_record_set(struct tdg_record *record, enum tdg_field field, uint8_t rank, const char *text,
                    size_t length)
{
    uint8_t ranks[TDG_FIELDS] = {0};
    ranks[field] = rank;
    if (length)
        tdg_record_offer(record, ranks, text, length);
}

struct tdg_value tdg_record_body(const struct tdg_record *record, const struct tdg_fields *fields)
{
    const struct tdg_value *best = &record->field[TDG_FIELD_BODY];
    if (best->rank == TDG_RANK_NOTHING && record->field[TDG_FIELD_TITLE].rank)
        return (struct tdg_value){0};
    bool asked = best->rank <= fields->mapped[TDG_FIELD_BODY];
    return !asked && record->longest.length / TEASER > best->length ? record->longest : *best;
}
