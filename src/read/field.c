// SPDX-License-Identifier: GPL-3.0-or-later
#include "read/field.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"

enum { LONGEST_NAME = 64 };

/* The spellings of a field, the best one first: the first that a record has a value for is taken.
 * Its own name comes first and is the one that a map uses. */
static const struct {
    const char *names[8];
} spellings[TDG_FIELDS] = {
    [TDG_FIELD_ID] = {{"id", "uuid", "guid"}},
    [TDG_FIELD_TITLE] = {{"title", "headline"}},
    [TDG_FIELD_BODY] = {{"body", "text", "content", "article", "description"}},
    [TDG_FIELD_PUBLISHED] = {{"published", "date", "pubdate", "created_at", "time", "timestamp"}},
    [TDG_FIELD_SOURCE] = {{"source", "publisher", "outlet", "domain"}},
    [TDG_FIELD_URL] = {{"url", "link"}},
    [TDG_FIELD_LANGUAGE] = {{"language", "lang"}},
};

static size_t fold(char folded[LONGEST_NAME], const char *name, size_t length)
{
    while (length && (*name == ' ' || *name == '\t'))
        name++, length--;
    while (length && (name[length - 1] == ' ' || name[length - 1] == '\t'))
        length--;
    if (length > LONGEST_NAME)
        return 0;
    for (size_t i = 0; i < length; i++)
        folded[i] = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] - 'A' + 'a') : name[i];
    return length;
}

static int add(struct tdg_fields *fields, enum tdg_field field, const char *name, uint8_t rank,
               struct tdg_error *error)
{
    char folded[LONGEST_NAME];
    size_t length = fold(folded, name, strlen(name));
    if (!length)
        return tdg_fail(error, TDG_EINVAL, "\"%.80s\" is no name of a field", name);
    uint32_t before = fields->names.count;
    uint32_t number = tdg_intern(&fields->names, folded, length);
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

enum tdg_field tdg_field_named(const char *name)
{
    unsigned field = 0;
    while (field < TDG_FIELD_GROUP && strcmp(spellings[field].names[0], name) != 0)
        field++;
    return (enum tdg_field)field;
}

static int add_maps(struct tdg_fields *fields, const struct tdg_read_options *options,
                    bool mapped[TDG_FIELDS], struct tdg_error *error)
{
    int status = TDG_OK;
    for (size_t i = 0; i < options->map_count && !status; i++) {
        enum tdg_field field = tdg_field_named(options->map[i].field);
        if (field == TDG_FIELD_GROUP)
            return tdg_fail(error, TDG_EINVAL, "there is no field \"%.80s\" to be mapped",
                            options->map[i].field);
        mapped[field] = true;
        status = add(fields, field, options->map[i].name, 1, error);
    }
    return status;
}

/* A group field that is one of ours goes by all its spellings. */
static int add_group(struct tdg_fields *fields, const char *name, struct tdg_error *error)
{
    if (!name || !*name)
        return TDG_OK;
    int status = add(fields, TDG_FIELD_GROUP, name, 1, error);
    for (unsigned field = 0; field < TDG_FIELD_GROUP && !status; field++) {
        if (strcmp(spellings[field].names[0], name) != 0)
            continue;
        for (uint32_t number = 0; number < fields->names.count; number++)
            if (fields->rank[number][field])
                fields->rank[number][TDG_FIELD_GROUP] = fields->rank[number][field];
    }
    return status;
}

int tdg_fields_init(struct tdg_fields *fields, const struct tdg_read_options *options,
                    struct tdg_error *error)
{
    bool mapped[TDG_FIELDS] = {false};
    *fields = (struct tdg_fields){0};
    int status = add_maps(fields, options, mapped, error);
    for (unsigned field = 0; field < TDG_FIELD_GROUP && !status; field++)
        for (uint8_t i = 0; !mapped[field] && spellings[field].names[i] && !status; i++)
            status = add(fields, (enum tdg_field)field, spellings[field].names[i], (uint8_t)(i + 1),
                         error);
    if (!status)
        status = add_group(fields, options->group_field, error);
    if (status)
        tdg_fields_done(fields);
    return status;
}

void tdg_fields_done(struct tdg_fields *fields)
{
    tdg_intern_done(&fields->names);
    free(fields->rank);
    *fields = (struct tdg_fields){0};
}

const uint8_t *tdg_fields_find(const struct tdg_fields *fields, const char *name, size_t length)
{
    char folded[LONGEST_NAME];
    length = fold(folded, name, length);
    uint32_t number = length ? tdg_intern_find(&fields->names, folded, length) : TDG_NONE;
    return number == TDG_NONE ? NULL : fields->rank[number];
}

bool tdg_fields_is_text(const struct tdg_fields *fields, const char *name, size_t length)
{
    const uint8_t *ranks = tdg_fields_find(fields, name, length);
    return ranks && (ranks[TDG_FIELD_TITLE] || ranks[TDG_FIELD_BODY]);
}

bool tdg_record_wants(const struct tdg_record *record, const uint8_t *ranks)
{
    for (unsigned field = 0; field < TDG_FIELDS; field++)
        if (ranks[field] &&
            (!record->field[field].rank || ranks[field] < record->field[field].rank))
            return true;
    return false;
}

void tdg_record_offer(struct tdg_record *record, const uint8_t *ranks, const char *text,
                      size_t length)
{
    for (unsigned field = 0; field < TDG_FIELDS; field++) {
        if (!ranks[field] ||
            (record->field[field].rank && record->field[field].rank <= ranks[field]))
            continue;
        record->field[field].text = text;
        record->field[field].length = length;
        record->field[field].rank = ranks[field];
    }
}
