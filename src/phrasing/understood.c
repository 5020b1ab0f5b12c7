// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/understood.h"

#include <stdbool.h>
#include <string.h>

#include "base/plural.h"

/* The fields whose absence matters to a report. */
static bool is_missed(const char *field)
{
    static const char *const fields[] = {"title", "body", "published", "source"};
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
        if (strcmp(fields[i], field) == 0)
            return true;
    return false;
}

static void put_names(struct tdg_buffer *text, const struct tdg_read_field *field)
{
    bool several = field->count > 1;
    for (size_t i = 0; i < field->count; i++) {
        const char *name = field->names[i].name;
        if (!several && (!*name || strcmp(name, field->field) == 0))
            continue;
        tdg_buffer_format(text, "%s%s", i ? ", " : " = ", *name ? name : "by its format");
        if (several)
            tdg_buffer_format(text, " (%zu)", field->names[i].articles);
    }
}

static void put_field(struct tdg_buffer *text, const struct tdg_read_field *field, bool first)
{
    tdg_buffer_format(text, "%s%s", first ? ": " : ", ", field->field);
    put_names(text, field);
    if (field->without && is_missed(field->field))
        tdg_buffer_format(text, " (%zu without)", field->without);
}

static void put_formats(struct tdg_buffer *text, const struct tdg_what_was_read *read)
{
    for (size_t i = 0; i < read->format_count; i++) {
        tdg_buffer_format(text, "%s%s", i ? ", " : " (", read->formats[i].name);
        if (read->format_count > 1)
            tdg_buffer_format(text, " %zu", read->formats[i].articles);
    }
    tdg_buffer_string(text, read->format_count ? ")" : "");
}

void tdg_read_text(struct tdg_buffer *text, const struct tdg_what_was_read *read)
{
    size_t put = 0, missing = 0;
    if (!read->records)
        return;
    tdg_buffer_format(text, "%zu %s", read->records,
                      tdg_plural(read->records, "record", "records"));
    put_formats(text, read);
    for (size_t i = 0; i < TDG_READ_FIELDS; i++)
        if (read->fields[i].count)
            put_field(text, &read->fields[i], !put++);
    for (size_t i = 0; i < TDG_READ_FIELDS; i++)
        if (!read->fields[i].count && is_missed(read->fields[i].field))
            tdg_buffer_format(text, "%s%s", missing++ ? ", " : "; no ", read->fields[i].field);
}
