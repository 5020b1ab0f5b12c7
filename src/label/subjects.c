// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/subjects.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "base/span.h"

enum { CODE_DIGITS = 8 };

/* Where a lexicon is being read. */
struct reading {
    struct tdg_subjects *subjects;
    struct tdg_lines lines;
    uint32_t subject; /* TDG_NONE before the first one */
};

static int add_subject(struct reading *reading, struct tdg_span name)
{
    struct tdg_subjects *subjects = reading->subjects;
    size_t needed = subjects->count + 1;
    const char **names = tdg_grow(subjects->name, &subjects->name_capacity, needed, sizeof *names);
    if (!names)
        return tdg_fail_memory(reading->lines.error);
    subjects->name = names;
    const char **codes = tdg_grow(subjects->code, &subjects->code_capacity, needed, sizeof *codes);
    if (!codes)
        return tdg_fail_memory(reading->lines.error);
    subjects->code = codes;
    names[subjects->count] = tdg_arena_copy(&subjects->arena, name.text, name.length);
    codes[subjects->count] = "";
    if (!names[subjects->count])
        return tdg_fail_memory(reading->lines.error);
    subjects->count++;
    return TDG_OK;
}

/* "medtop:" and eight digits. */
static bool is_code(struct tdg_span code)
{
    static const char scheme[] = "medtop:";
    size_t length = sizeof scheme - 1;
    if (code.length != length + CODE_DIGITS || memcmp(code.text, scheme, length) != 0)
        return false;
    for (; length < code.length; length++)
        if (code.text[length] < '0' || code.text[length] > '9')
            return false;
    return true;
}

/* "[Name]" or "[Name] medtop:20000229": the number of the subject, which may have seeds already. */
static int open_subject(struct reading *reading, struct tdg_span line)
{
    struct tdg_subjects *subjects = reading->subjects;
    const char *end = memchr(line.text, ']', line.length);
    if (!end)
        return tdg_lines_fail(&reading->lines, "expected [Name] on a line of its own");
    size_t closed = (size_t)(end - line.text);
    struct tdg_span name = tdg_span_trim((struct tdg_span){line.text + 1, closed - 1});
    struct tdg_span code = tdg_span_trim((struct tdg_span){end + 1, line.length - closed - 1});
    if (!name.length)
        return tdg_lines_fail(&reading->lines, "the subject has no name");
    if (code.length && !is_code(code))
        return tdg_lines_fail(&reading->lines,
                              "expected nothing or a code after [Name]: medtop: and eight digits");
    for (reading->subject = 0; reading->subject < subjects->count; reading->subject++)
        if (tdg_span_is(name, subjects->name[reading->subject]))
            break;
    int status = TDG_OK;
    if (reading->subject == subjects->count)
        status = add_subject(reading, name);
    if (status || !code.length)
        return status;
    const char *copy = tdg_arena_copy(&subjects->arena, code.text, code.length);
    if (!copy)
        return tdg_fail_memory(reading->lines.error);
    subjects->code[reading->subject] = copy;
    return TDG_OK;
}

/* The words between the commas of a line. */
static int read_words(struct tdg_seeds *seeds, struct tdg_span line, struct tdg_arena *arena)
{
    size_t most = 1;
    for (size_t i = 0; i < line.length; i++)
        most += line.text[i] == ',';
    seeds->words = tdg_arena_alloc(arena, most * sizeof *seeds->words);
    if (!seeds->words)
        return TDG_ENOMEM;
    for (size_t begin = 0; begin < line.length;) {
        size_t end = begin;
        while (end < line.length && line.text[end] != ',')
            end++;
        struct tdg_span word = tdg_span_trim((struct tdg_span){line.text + begin, end - begin});
        begin = end + 1;
        if (!word.length)
            continue;
        seeds->words[seeds->count] = tdg_arena_copy(arena, word.text, word.length);
        if (!seeds->words[seeds->count++])
            return TDG_ENOMEM;
    }
    return TDG_OK;
}

/* "en: hacker, ransomware" */
static int add_seeds(struct reading *reading, struct tdg_span line)
{
    struct tdg_subjects *subjects = reading->subjects;
    bool code = line.length > 2 && line.text[2] == ':' && line.text[0] >= 'a' &&
                line.text[0] <= 'z' && line.text[1] >= 'a' && line.text[1] <= 'z';
    if (!code)
        return tdg_lines_fail(&reading->lines,
                              "expected \"en: term, term\", beginning with a language code");
    if (reading->subject == TDG_NONE)
        return tdg_lines_fail(&reading->lines, "seed terms without a [Name] above them");
    struct tdg_seeds *grown = tdg_grow(subjects->seeds, &subjects->seeds_capacity,
                                       subjects->seeds_count + 1, sizeof *grown);
    if (!grown)
        return tdg_fail_memory(reading->lines.error);
    subjects->seeds = grown;
    struct tdg_seeds seeds = {.subject = reading->subject};
    seeds.language = tdg_arena_copy(&subjects->arena, line.text, 2);
    if (!seeds.language ||
        read_words(&seeds, (struct tdg_span){line.text + 3, line.length - 3}, &subjects->arena))
        return tdg_fail_memory(reading->lines.error);
    grown[subjects->seeds_count++] = seeds;
    return TDG_OK;
}

static int read_line(struct reading *reading, struct tdg_span line)
{
    if (tdg_span_is(line, "replace")) {
        if (reading->subject != TDG_NONE)
            return tdg_lines_fail(&reading->lines,
                                  "\"replace\" must come before the first subject");
        reading->subjects->count = reading->subjects->seeds_count = 0;
        return TDG_OK;
    }
    return line.text[0] == '[' ? open_subject(reading, line) : add_seeds(reading, line);
}

int tdg_subjects_read(struct tdg_subjects *subjects, const char *text, const char *file,
                      struct tdg_error *error)
{
    struct reading reading = {subjects, {text, 0, file, error}, TDG_NONE};
    int status = TDG_OK;
    for (struct tdg_span line; !status && tdg_lines_next(&reading.lines, &line);)
        status = read_line(&reading, line);
    return status;
}

int tdg_subjects_new(struct tdg_subjects **subjects, const char *path, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    struct tdg_subjects *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return tdg_fail_memory(error);
    int status = tdg_subjects_read(made, tdg_built_in_subjects, "subjects.txt", error);
    if (!status && *path)
        status = tdg_file_load(&text, path, error);
    if (!status && text.text)
        status = tdg_subjects_read(made, text.text, path, error);
    tdg_buffer_done(&text);
    if (status)
        tdg_subjects_free(made);
    else
        *subjects = made;
    return status;
}

/* A theme that shares its subject with others is called "Name (its label)". */
const char *tdg_subjects_code(const struct tdg_subjects *subjects, const char *name)
{
    for (size_t s = 0; subjects && s < subjects->count; s++) {
        size_t length = strlen(subjects->name[s]);
        if (strncmp(name, subjects->name[s], length) == 0 &&
            (name[length] == '\0' || strncmp(name + length, " (", 2) == 0))
            return subjects->code[s];
    }
    return "";
}

void tdg_subjects_free(struct tdg_subjects *subjects)
{
    if (!subjects)
        return;
    free(subjects->name);
    free(subjects->code);
    free(subjects->seeds);
    tdg_arena_done(&subjects->arena);
    free(subjects);
}
