// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/answers.h"

#include <stdint.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/error.h"
#include "base/file.h"

enum { CELLS = 64 }; /* of a row; what stands behind them is not looked at */

static const size_t max_bytes = (size_t)1 << 28;

const char *const tdg_sheet_names[TDG_SHEET_COLUMNS] = {
    [TDG_SHEET_ROW] = "row",       [TDG_SHEET_QUESTION] = "question", [TDG_SHEET_TEXT] = "text",
    [TDG_SHEET_ANSWER] = "answer", [TDG_SHEET_SAMPLE] = "sample",
};

static char *trimmed(char *cell)
{
    cell += strspn(cell, " \t");
    size_t length = strlen(cell);
    while (length && strchr(" \t", cell[length - 1]))
        cell[--length] = 0;
    return cell;
}

/* Takes one cell, unquoted in its place, and ends it with a NUL: the text is the file's own, which
 * is never longer than what it stands for. *end: it was the last one of its row. */
static char *take_cell(struct tdg_answers *answers, bool *end)
{
    char *text = answers->text.text, *from = text + answers->at, *to = from, *cell = from;
    const char *last = text + answers->text.length;
    bool quoted = from < last && *from == '"';
    if (quoted)
        from++;
    for (; from < last; from++) {
        if (quoted && *from == '"') {
            if (from + 1 < last && from[1] == '"')
                from++;
            else {
                quoted = false;
                continue;
            }
        } else if (!quoted && (*from == answers->separator || *from == '\n' || *from == '\r'))
            break;
        answers->next_line += *from == '\n';
        *to++ = *from;
    }
    if (quoted)
        answers->torn = answers->line;
    *end = from >= last || *from != answers->separator;
    if (from < last && *from == '\r' && from + 1 < last && from[1] == '\n')
        from++;
    answers->next_line += *end && from < last;
    answers->at = (size_t)(from - text) + (from < last);
    *to = 0;
    return trimmed(cell);
}

/* How many cells the next row has; 0 at the end of the file. */
static size_t take_row(struct tdg_answers *answers, char *cells[CELLS])
{
    size_t count = 0;
    bool end = answers->at >= answers->text.length;
    answers->line = answers->next_line;
    while (!end) {
        char *cell = take_cell(answers, &end);
        if (count < CELLS)
            cells[count++] = cell;
    }
    return count;
}

static int read_header(struct tdg_answers *answers, struct tdg_error *error)
{
    char *cells[CELLS];
    size_t count = take_row(answers, cells);
    for (size_t c = 0; c < TDG_SHEET_COLUMNS; c++) {
        size_t at = 0;
        while (at < count && strcasecmp(cells[at], tdg_sheet_names[c]) != 0)
            at++;
        if (at == count && c != TDG_SHEET_QUESTION && c != TDG_SHEET_TEXT)
            return tdg_fail_at(error, TDG_EFORMAT, answers->path, 1,
                               "not a sample of tidings: it has no column \"%s\"",
                               tdg_sheet_names[c]);
        answers->column_of[c] = at;
    }
    return TDG_OK;
}

int tdg_answers_open(struct tdg_answers *answers, const char *path, struct tdg_error *error)
{
    struct stat facts;
    answers->path = path;
    answers->next_line = 1;
    if (stat(path, &facts) == 0 && (uintmax_t)facts.st_size > max_bytes)
        return tdg_fail_at(error, TDG_ELIMIT, path, 0, "larger than %zu bytes", max_bytes);
    int status = tdg_file_load(&answers->text, path, error);
    const char *text = answers->text.text ? answers->text.text : "";
    if (status)
        return status;
    if (memchr(text, 0, answers->text.length))
        return tdg_fail_at(error, TDG_EFORMAT, path, 0, "not CSV in UTF-8: it has zero bytes");
    if (strncmp(text, "\xef\xbb\xbf", 3) == 0)
        answers->at = 3;
    size_t head = strcspn(text, "\r\n");
    answers->separator = memchr(text, ';', head) ? ';' : memchr(text, '\t', head) ? '\t' : ',';
    return read_header(answers, error);
}

bool tdg_answers_next(struct tdg_answers *answers)
{
    static char none[] = "";
    char *cells[CELLS];
    size_t count;
    while ((count = take_row(answers, cells)) > 0) {
        bool filled = false;
        for (size_t i = 0; i < count; i++)
            filled = filled || *cells[i];
        for (size_t c = 0; c < TDG_SHEET_COLUMNS; c++)
            answers->cells[c] = answers->column_of[c] < count ? cells[answers->column_of[c]] : none;
        if (filled)
            return true;
    }
    return false;
}

void tdg_answers_done(struct tdg_answers *answers)
{
    tdg_buffer_done(&answers->text);
    *answers = (struct tdg_answers){0};
}
