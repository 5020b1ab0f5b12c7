// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/package.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "base/memory.h"

enum { RECORDS = 32 /* as long as so many of the longest records */ };

static bool is_needed(const char *member)
{
    static const char *const names[] = {
        "docProps/core.xml", "word/document", "xl/workbook.xml", "xl/_rels/workbook.xml.rels",
        "xl/sharedStrings",  "xl/styles.xml", "xl/worksheets/",  "mimetype"};
    size_t length = strlen(member);
    bool xml = length > 4 && (strcmp(member + length - 4, ".xml") == 0 ||
                              strcmp(member + length - 5, ".rels") == 0);
    bool below = strstr(member, "worksheets/_rels") || strstr(member, "word/document/");
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strncmp(member, names[i], strlen(names[i])) == 0)
            return !below && (xml || strcmp(member, "mimetype") == 0);
    return false;
}

int tdg_package_place(struct tdg_package *package, const char *member, struct tdg_buffer **buffer)
{
    *buffer = NULL;
    package->slides = package->slides || strncmp(member, "ppt/", 4) == 0;
    if (!is_needed(member))
        return TDG_OK;
    struct tdg_part *grown =
        tdg_grow(package->parts, &package->capacity, package->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    package->parts = grown;
    struct tdg_part *part = &package->parts[package->count];
    *part = (struct tdg_part){.name = strdup(member)};
    if (!part->name)
        return TDG_ENOMEM;
    package->count++;
    *buffer = &part->bytes;
    return TDG_OK;
}

size_t tdg_package_limit(const struct tdg_reader *reader)
{
    size_t limit = reader->options->max_record;
    return limit < SIZE_MAX / RECORDS ? limit * RECORDS : SIZE_MAX;
}

const struct tdg_part *tdg_package_find(const struct tdg_package *package, const char *name)
{
    for (size_t i = 0; i < package->count; i++)
        if (strncmp(package->parts[i].name, name, strlen(name)) == 0)
            return &package->parts[i];
    return NULL;
}

void tdg_package_done(struct tdg_package *package)
{
    for (size_t i = 0; i < package->count; i++) {
        free(package->parts[i].name);
        tdg_buffer_done(&package->parts[i].bytes);
    }
    free(package->parts);
    *package = (struct tdg_package){0};
}
