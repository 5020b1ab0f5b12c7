// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/output: the rows of a table of fields as functions that write it. OBJECT(X,
 * layout, record, about) begins fields_X, which writes the fields of an object, and makes write_X,
 * which writes the whole object, on one line (LINE) or a line a field (BLOCK). In a value, `it` is
 * the record and `at` its place in its list, `analysis` the whole that it belongs to; in a LIST,
 * `i` is the place of the item, and an item that is NULL is left out. A PART is an object.
 *
 * TYPE(name, type in TypeScript, about, keywords of JSON Schema) and ONE_OF(name, values) are
 * types. Before a field, IF(condition) says that it may be absent, ADDED that older files lack it,
 * and IN_FILE that the page has it elsewhere. RULE adds keywords to the schema of its object. */
#ifndef TDG_OUTPUT_FIELDS_WRITE_H
#define TDG_OUTPUT_FIELDS_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include <tidings/analysis.h>

#include "output/json_writer.h"

#define OPEN_LINE tdg_json_open_line
#define OPEN_BLOCK tdg_json_open

#define TYPE(name, script, about, ...)
#define ONE_OF(name, ...)
#define RULE(...)

#define OBJECT(name, layout, record, about)                                                        \
    static void fields_##name(struct tdg_json *json, const struct tdg_analysis *analysis,          \
                              const record *it, size_t at);                                        \
    static void write_##name(struct tdg_json *json, const char *key,                               \
                             const struct tdg_analysis *analysis, const record *it, size_t at)     \
    {                                                                                              \
        if (it) {                                                                                  \
            OPEN_##layout(json, key, '{');                                                         \
            fields_##name(json, analysis, it, at);                                                 \
            tdg_json_close(json, '}');                                                             \
        } else if (key)                                                                            \
            tdg_json_token(json, key, "null");                                                     \
    }                                                                                              \
    static void fields_##name(struct tdg_json *json, const struct tdg_analysis *analysis,          \
                              const record *it, size_t at)                                         \
    {                                                                                              \
        (void)analysis, (void)it, (void)at;
#define END(name) }

#define IF(condition) if (condition)
#define ADDED
#define IN_FILE if (!json->in_page)

#define TEXT(key, type, value, about) tdg_json_string(json, key, value);
#define TEXT_OR_NULL(key, type, value, about) tdg_json_known(json, key, value);
#define TIME(key, value, about) tdg_json_time(json, key, value);
#define COUNT(key, type, value, about) tdg_json_count(json, key, value);
#define COUNT_OR_NULL(key, type, value, about)                                                     \
    {                                                                                              \
        if (value)                                                                                 \
            tdg_json_count(json, key, value);                                                      \
        else                                                                                       \
            tdg_json_token(json, key, "null");                                                     \
    }
#define NUMBER(key, type, value, about) tdg_json_number(json, key, value);
#define NUMBER_OR_NULL NUMBER
#define SWITCH(key, value, about) tdg_json_token(json, key, (value) ? "true" : "false");
#define PART(key, object, value, about) write_##object(json, key, analysis, value, 0);
#define PART_OR_NULL PART
#define LIST(key, layout, object, count, item, about)                                              \
    {                                                                                              \
        OPEN_##layout(json, key, '[');                                                             \
        for (size_t i = 0; i < (count); i++)                                                       \
            write_##object(json, NULL, analysis, item, i);                                         \
        tdg_json_close(json, ']');                                                                 \
    }
#define TEXTS(key, layout, type, count, text, about)                                               \
    {                                                                                              \
        OPEN_##layout(json, key, '[');                                                             \
        for (size_t i = 0; i < (count); i++)                                                       \
            tdg_json_string(json, NULL, text);                                                     \
        tdg_json_close(json, ']');                                                                 \
    }
#define SET TEXTS /* of which none is there twice */
#define WRITTEN(key, type, write, items, count, about) write(json, key, items, count);

#endif
