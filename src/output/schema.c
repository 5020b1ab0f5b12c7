// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings-schema analysis|archive|types: a table of fields as JSON Schema, and that of
 * analysis.json as types for the page. Run by the build. */
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

/* What a field is: an object if it has fields, which begin with what the object is about. */
struct type {
    const char *name;
    const char *script;   /* in TypeScript; values stand between commas */
    const char *about;    /* not of an object */
    const char *keywords; /* of JSON Schema */
    const struct field *fields;
};

enum shape { ONE, OR_NULL, MANY, UNIQUE };
enum mark { NONE, OPTIONAL, FILE_ONLY };

/* A row of a table; without a key and a type, it is about the next field or the whole object. */
struct field {
    const char *key;
    const struct type *type;
    const char *about;
    enum shape shape;
    enum mark mark;
    const char *rule;
};

#define TYPE(name, script, about, ...)                                                             \
    static const struct type type_##name = {#name, script, about, #__VA_ARGS__, NULL};
#define ONE_OF(name, ...)                                                                          \
    static const struct type type_##name = {#name, #__VA_ARGS__, "",                               \
                                            "\"enum\": [" #__VA_ARGS__ "]", NULL};
#define OBJECT(name, layout, record, meaning)                                                      \
    static const struct field fields_##name[] = {{.about = (meaning)},
// clang-format off
#define END(name)                                                                                  \
    {0}};                                                                                          \
    static const struct type type_##name = {#name, NULL, NULL, NULL, fields_##name};
// clang-format on
#define IF(condition) {.mark = OPTIONAL},
#define ADDED {.mark = OPTIONAL},
#define IN_FILE {.mark = FILE_ONLY},
#define RULE(...) {.rule = #__VA_ARGS__},
#define FIELD(key, type, about, shape) {key, &type_##type, about, shape, NONE, NULL},
#define TEXT(key, type, value, about) FIELD(key, type, about, ONE)
#define TEXT_OR_NULL(key, type, value, about) FIELD(key, type, about, OR_NULL)
#define TIME(key, value, about) FIELD(key, time, about, OR_NULL)
#define COUNT TEXT
#define COUNT_OR_NULL TEXT_OR_NULL
#define NUMBER TEXT
#define NUMBER_OR_NULL TEXT_OR_NULL
#define SWITCH(key, value, about) FIELD(key, boolean, about, ONE)
#define PART TEXT
#define PART_OR_NULL TEXT_OR_NULL
#define LIST(key, layout, type, count, item, about) FIELD(key, type, about, MANY)
#define TEXTS LIST
#define SET(key, layout, type, count, text, about) FIELD(key, type, about, UNIQUE)
#define WRITTEN(key, type, write, items, count, about) FIELD(key, type, about, ONE)

enum { MAX_TYPES = 100 };

struct schema {
    const char *id, *title, *about;
    const struct type *roots[4]; /* up to NULL; of several, a document is one */
    bool closed;                 /* no other fields than these */
    const struct type *types[MAX_TYPES];
    size_t count;
};

static struct schema analysis_schema(void)
{
#include "output/analysis_fields.h"
    return (struct schema){
        .id = "urn:tidings:analysis:1",
        .title = "analysis.json of tidings, format 1",
        .about =
            "The complete result of one run. Fields are added, never changed, so a reader passes "
            "over what it does not know. Numbers that are no counts have six significant digits; "
            "times are ISO 8601 in UTC; null stands for what is not known.",
        .roots = {&type_analysis}};
}

static struct schema archive_schema(void)
{
#include "output/archive_fields.h"
    return (struct schema){
        .id = "urn:tidings:archive:1",
        .title = "What tidings writes about an archive as JSON, format 1",
        .about =
            "tidings export, and --json of themes, stories, search, show, diff and why. Numbers "
            "that are no counts have six significant digits; times are ISO 8601 in UTC; null "
            "stands for what is not known or not there.",
        .roots = {&type_listing, &type_difference, &type_why},
        .closed = true};
}

static bool is_row(const struct field *field)
{
    return field->key || field->mark || field->rule;
}

/* Adds a type after those that it is made of. */
static bool collect(struct schema *schema, const struct type *type)
{
    for (size_t i = 0; i < schema->count; i++)
        if (schema->types[i] == type)
            return true;
    for (const struct field *field = type->fields; field && is_row(++field);)
        if (field->type && !collect(schema, field->type))
            return false;
    if (schema->count == MAX_TYPES)
        return false;
    schema->types[schema->count++] = type;
    return true;
}

static void print_quoted(const char *text)
{
    putchar('"');
    for (; *text; text++) {
        if (*text == '"' || *text == '\\')
            putchar('\\');
        putchar(*text);
    }
    putchar('"');
}

static void print_about(const char *about, const char *after)
{
    if (!*about)
        return;
    printf("\"description\": ");
    print_quoted(about);
    fputs(after, stdout);
}

static void print_property(const struct field *field)
{
    printf("        \"%s\": { ", field->key);
    print_about(field->about, ", ");
    const char *name = field->type->name;
    if (field->shape == ONE)
        printf("\"$ref\": \"#/$defs/%s\"", name);
    else if (field->shape == OR_NULL)
        printf("\"anyOf\": [{ \"$ref\": \"#/$defs/%s\" }, { \"type\": \"null\" }]", name);
    else
        printf("\"type\": \"array\", \"items\": { \"$ref\": \"#/$defs/%s\" }%s", name,
               field->shape == UNIQUE ? ", \"uniqueItems\": true" : "");
    printf(" }");
}

static void print_object(const struct field *fields, bool closed)
{
    const char *before = "";
    printf("\"type\": \"object\",\n      \"required\": [");
    for (const struct field *field = fields + 1; is_row(field); field++)
        if (field->key && field[-1].mark != OPTIONAL) {
            printf("%s\"%s\"", before, field->key);
            before = ", ";
        }
    printf("],\n");
    if (closed)
        printf("      \"additionalProperties\": false,\n");
    for (const struct field *field = fields + 1; is_row(field); field++)
        if (field->rule)
            printf("      %s,\n", field->rule);
    printf("      \"properties\": {");
    before = "\n";
    for (const struct field *field = fields + 1; is_row(field); field++)
        if (field->key) {
            fputs(before, stdout);
            print_property(field);
            before = ",\n";
        }
    printf("\n      }\n");
}

static void print_schema(const struct schema *schema)
{
    printf("{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
           "  \"$id\": \"%s\",\n  \"title\": \"%s\",\n  ",
           schema->id, schema->title);
    print_about(schema->about, ",\n");
    const char *before = schema->roots[1] ? "  \"oneOf\": [{ " : "  ";
    for (const struct type *const *root = schema->roots; *root; root++) {
        printf("%s\"$ref\": \"#/$defs/%s\"", before, (*root)->name);
        before = " }, { ";
    }
    fputs(schema->roots[1] ? " }]" : "", stdout);
    printf(",\n  \"$defs\": {");
    for (size_t i = 0; i < schema->count; i++) {
        const struct type *type = schema->types[i];
        printf("%s\n    \"%s\": {", i ? "," : "", type->name);
        if (type->fields) {
            printf("\n      ");
            print_about(type->fields->about, ",\n      ");
            print_object(type->fields, schema->closed);
            printf("    }");
        } else {
            printf(" ");
            print_about(type->about, ", ");
            printf("%s }", type->keywords);
        }
    }
    printf("\n  }\n}\n");
}

/* null_runs: NullRuns */
static void print_interface_name(const char *name)
{
    for (bool upper = true; *name; name++) {
        if (*name != '_')
            putchar(upper && *name >= 'a' && *name <= 'z' ? *name - 'a' + 'A' : *name);
        upper = *name == '_';
    }
}

static void print_script_type(const struct type *type)
{
    if (type->fields) {
        print_interface_name(type->name);
        return;
    }
    for (const char *at = type->script; *at; at++)
        if (*at == ',')
            printf(" |");
        else
            putchar(*at);
}

static void print_script(const struct schema *schema)
{
    printf("// made by tidings-schema\n");
    for (size_t i = 0; i < schema->count; i++) {
        const struct field *field = schema->types[i]->fields;
        if (!field)
            continue;
        printf("\n");
        if (*field->about)
            printf("/** %s */\n", field->about);
        printf("export interface ");
        print_interface_name(schema->types[i]->name);
        printf(" {\n");
        while (is_row(++field)) {
            if (!field->key || field[-1].mark == FILE_ONLY)
                continue;
            if (*field->about)
                printf("  /** %s */\n", field->about);
            printf("  %s%s: %s", field->key, field[-1].mark == OPTIONAL ? "?" : "",
                   field->shape >= MANY ? "Array<" : "");
            print_script_type(field->type);
            printf("%s;\n", field->shape >= MANY ? ">" : field->shape == OR_NULL ? " | null" : "");
        }
        printf("}\n");
    }
}

int main(int argc, char **argv)
{
    const char *wanted = argc == 2 ? argv[1] : "";
    struct schema schema = strcmp(wanted, "archive") == 0 ? archive_schema() : analysis_schema();
    for (const struct type *const *root = schema.roots; *root; root++)
        if (!collect(&schema, *root)) {
            fprintf(stderr, "tidings-schema: more than %d types\n", MAX_TYPES);
            return 1;
        }
    (strcmp(wanted, "types") == 0 ? print_script : print_schema)(&schema);
    return fflush(stdout) || ferror(stdout);
}
