// SPDX-License-Identifier: GPL-3.0-or-later
/* What a person does not want to see: a list, one a line, "term: …", "column: …", "source: …". A
 * line without a kind is a term; a colon behind anything else is a slip of the pen, and told. */
#include "text/mute.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/error.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "text/wording.h"
#include "text/words.h"

bool tdg_mute_find(enum tdg_mute_kind *kind, const char *name, size_t length)
{
    for (size_t i = 0; i < TDG_MUTE_KINDS; i++) {
        const char *known = tdg_mute_name((enum tdg_mute_kind)i);
        if (strlen(known) == length && strncasecmp(known, name, length) == 0) {
            *kind = (enum tdg_mute_kind)i;
            return true;
        }
    }
    return false;
}

static bool has_word(const char *text)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    struct tdg_segmenter segmenter = {0};
    bool has = false;
    tdg_scanner_init(&scanner, (struct tdg_word_rules){0}, text, &segmenter);
    while (!has && tdg_scanner_next(&scanner, &word))
        has = word.length <= TDG_LONGEST_WORD;
    tdg_segmenter_done(&segmenter);
    return has;
}

const char *tdg_mute_wrong(enum tdg_mute_kind kind, const char *text)
{
    const char *wrong = tdg_wording_wrong(text);
    if (!wrong && kind != TDG_MUTE_SOURCE && !has_word(text))
        wrong = "it contains no words";
    return wrong;
}

size_t tdg_mutes_find(const struct tdg_mutes *mutes, enum tdg_mute_kind kind, const char *text)
{
    char *wanted = tdg_wording_fold(text);
    size_t i = 0;
    for (bool found = false; wanted && i < mutes->count; i++) {
        char *other = mutes->items[i].kind == kind ? tdg_wording_fold(mutes->items[i].text) : NULL;
        found = other && strcmp(other, wanted) == 0;
        free(other);
        if (found)
            break;
    }
    free(wanted);
    return i;
}

int tdg_mutes_add(struct tdg_mutes *mutes, enum tdg_mute_kind kind, struct tdg_span text,
                  size_t line)
{
    char *copy = tdg_arena_copy(&mutes->arena, text.text, text.length);
    if (!copy)
        return TDG_ENOMEM;
    if (tdg_mutes_find(mutes, kind, copy) < mutes->count)
        return TDG_OK;
    struct tdg_mute *grown =
        tdg_grow(mutes->items, &mutes->capacity, mutes->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    mutes->items = grown;
    grown[mutes->count++] = (struct tdg_mute){kind, copy, line};
    return TDG_OK;
}

void tdg_mutes_remove(struct tdg_mutes *mutes, size_t index)
{
    memmove(mutes->items + index, mutes->items + index + 1,
            (--mutes->count - index) * sizeof *mutes->items);
}

static int fail(struct tdg_error *error, const char *file, size_t line, const char *reason)
{
    return tdg_fail_at(error, TDG_EFORMAT, file, line, "%s", reason);
}

static int read_line(struct tdg_mutes *mutes, struct tdg_span line, size_t number, const char *file,
                     struct tdg_error *error)
{
    enum tdg_mute_kind kind = TDG_MUTE_TERM;
    const char *colon = memchr(line.text, ':', line.length);
    struct tdg_span text = line;
    if (tdg_utf8_valid(line.text, line.length) != line.length)
        return fail(error, file, number, "the line is not UTF-8");
    if (colon) {
        size_t length = (size_t)(colon - line.text);
        struct tdg_span name = tdg_span_trim((struct tdg_span){line.text, length});
        if (!tdg_mute_find(&kind, name.text, name.length))
            return fail(error, file, number,
                        "expected \"term\", \"column\" or \"source\" before the colon");
        text = tdg_span_trim((struct tdg_span){colon + 1, line.length - length - 1});
    }
    char *copy = tdg_arena_copy(&mutes->arena, text.text, text.length);
    if (!copy)
        return tdg_fail_memory(error);
    const char *wrong =
        strlen(copy) < text.length ? "it contains a control character" : tdg_mute_wrong(kind, copy);
    if (wrong)
        return tdg_fail_at(error, TDG_EFORMAT, file, number, "cannot mute this: %s", wrong);
    return tdg_fail_status(error, tdg_mutes_add(mutes, kind, text, number));
}

int tdg_mutes_read(struct tdg_mutes *mutes, const char *text, const char *file,
                   struct tdg_error *error)
{
    struct tdg_mutes made = {0};
    struct tdg_lines lines = {.rest = text};
    int status = TDG_OK;
    for (struct tdg_span line; !status && tdg_lines_next(&lines, &line);)
        status = read_line(&made, line, lines.number, file, error);
    if (status)
        tdg_mutes_done(&made);
    else
        *mutes = made;
    return status;
}

int tdg_mutes_load(struct tdg_mutes *mutes, const char *path, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    int status = tdg_file_load(&text, path, error);
    if (!status)
        status = tdg_mutes_read(mutes, text.text ? text.text : "", path, error);
    tdg_buffer_done(&text);
    return status;
}

void tdg_mutes_write(struct tdg_buffer *text, const struct tdg_mutes *mutes)
{
    for (size_t i = 0; i < mutes->count; i++)
        tdg_buffer_format(text, "%s: %s\n", tdg_mute_name(mutes->items[i].kind),
                          mutes->items[i].text);
}

void tdg_mutes_done(struct tdg_mutes *mutes)
{
    free(mutes->items);
    tdg_arena_done(&mutes->arena);
    *mutes = (struct tdg_mutes){0};
}
