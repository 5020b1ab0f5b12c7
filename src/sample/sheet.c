// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sheet.h"

#include <tidings/report.h>

#include "base/error.h"
#include "sample/answers.h"

enum {
    TERMS = 5,     /* of a theme in the list */
    EXCERPT = 500, /* bytes of the text of an article */
};

static void write_row(FILE *stream, const char *row, const char *question, const char *text,
                      const char *sample)
{
    const char *const cells[TDG_SHEET_COLUMNS] = {row, question, text, "", sample};
    for (size_t i = 0; i < TDG_SHEET_COLUMNS; i++) {
        if (i)
            putc(',', stream);
        tdg_csv_cell(stream, cells[i]);
    }
    putc('\n', stream);
}

static void add_theme(struct tdg_buffer *text, const struct tdg_frame_theme *theme)
{
    tdg_buffer_string(text, theme->name);
    for (size_t i = 0; i < theme->term_count && i < TERMS; i++)
        tdg_buffer_format(text, "%s%s", i ? ", " : " – ", theme->terms[i]);
}

static int add_article(struct tdg_buffer *text, const struct tdg_frame *frame, size_t at,
                       struct tdg_error *error)
{
    const struct tdg_frame_article *article = &frame->articles[at];
    struct tdg_buffer body = {0};
    tdg_buffer_string(text, article->headline);
    if (*article->source || *article->date)
        tdg_buffer_format(text, " (%s%s%s)", article->source,
                          *article->source && *article->date ? ", " : "", article->date);
    int status = tdg_frame_text(&body, frame, at, error);
    size_t length = body.length < EXCERPT ? body.length : EXCERPT;
    while (length < body.length && length && ((unsigned char)body.text[length] & 0xc0) == 0x80)
        length--;
    if (!status && length) {
        tdg_buffer_string(text, " | ");
        tdg_buffer_add(text, body.text, length);
        tdg_buffer_string(text, length < body.length ? "…" : "");
    }
    tdg_buffer_done(&body);
    return status;
}

static const char *question_of(enum tdg_sample_task task)
{
    return task == TDG_SAMPLE_ARTICLE ? "Which theme is it about? Its number, or none"
           : task == TDG_SAMPLE_WORDS ? "Which word does not belong? Its number"
                                      : "Which headline does not belong? Its number";
}

int tdg_sheet_write(FILE *stream, const struct tdg_frame *frame, const struct tdg_sample *sample,
                    struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    char name[24];
    int status = TDG_OK;
    for (size_t i = 0; i < TDG_SHEET_COLUMNS; i++)
        fprintf(stream, "%s%s", i ? "," : "", tdg_sheet_names[i]);
    putc('\n', stream);
    for (size_t t = 0; !status && t < sample->themes; t++) {
        tdg_buffer_clear(&text);
        add_theme(&text, &frame->themes[t]);
        status = text.failed ? TDG_ENOMEM : TDG_OK;
        if (!status)
            write_row(stream, frame->themes[t].id, "A theme to choose", text.text, sample->id);
    }
    for (size_t i = 0; !status && i < sample->row_count; i++) {
        const struct tdg_sample_row *row = &sample->rows[i];
        tdg_buffer_clear(&text);
        if (row->task == TDG_SAMPLE_ARTICLE)
            status = add_article(&text, frame, row->index, error);
        for (size_t o = 0; o < row->option_count; o++)
            tdg_buffer_format(&text, "%s(%zu) %s", o ? "  " : "", o + 1, row->options[o]);
        if (!status && text.failed)
            status = TDG_ENOMEM;
        snprintf(name, sizeof name, "%c%u", (char)row->task, (unsigned)row->number);
        if (!status)
            write_row(stream, name, question_of(row->task), text.text, sample->id);
    }
    tdg_buffer_done(&text);
    if (!status && ferror(stream))
        return tdg_fail(error, TDG_EIO, "the sample cannot be written");
    return tdg_fail_status(error, status);
}
