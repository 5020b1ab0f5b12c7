// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/error.h"
#include "output/archive_graphml.h"
#include "output/archive_json.h"
#include "output/csv.h"

static const struct {
    const char *name;
    void (*write)(const struct tdg_archive_listing *listing, FILE *stream);
} formats[] = {
    {"json", tdg_write_archive_json},
    {"jsonl", tdg_write_archive_jsonl},
    {"csv", tdg_write_archive_csv},
    {"graphml", tdg_write_archive_graphml},
};

int tdg_archive_print(const struct tdg_archive_listing *listing, const char *format, FILE *stream,
                      struct tdg_error *error)
{
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        if (strcmp(formats[i].name, format) != 0)
            continue;
        formats[i].write(listing, stream);
        return ferror(stream) ? tdg_fail(error, TDG_EIO, "the output cannot be written") : TDG_OK;
    }
    return tdg_fail(error, TDG_EINVAL, "there is no format '%s': json, jsonl, csv or graphml",
                    format);
}
