// SPDX-License-Identifier: GPL-3.0-or-later
/** Plain text with a width, for terminals and mail: words, numbers, ids and titles as every output
 * writes them, and an analysis as a summary. report.txt is a format of report.h.
 *
 * Columns are those of a fixed-width font: two for most of East Asia, none for marks above letters.
 * No locale has a say in any of it.
 */
#ifndef TIDINGS_PLAIN_H
#define TIDINGS_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <tidings/analysis.h>
#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Where plain text goes, and what can be shown there. */
struct tdg_plain {
    FILE *stream;
    size_t width; /**< columns of a line */
    bool colours; /**< the escape sequences of ECMA-48 are understood */
};

/** Parts of a summary, in the order in which they are written. */
enum tdg_plain_part {
    TDG_PLAIN_CORPUS = 1,   /**< the number of articles and their time, in a line */
    TDG_PLAIN_FINDINGS = 2, /**< what moved, strongest first */
    TDG_PLAIN_THEMES = 4,   /**< the table of themes */
    TDG_PLAIN_LATEST = 8,   /**< what is out of the ordinary in the latest period */
    TDG_PLAIN_MOVEMENTS = 16 /**< the largest changes in the last whole period */,
    TDG_PLAIN_STORIES = 32, /**< the largest stories of that period */
    TDG_PLAIN_ALL = 63
};

/** Writes parts of an analysis (their sum); a part of which there is nothing to say is left out.
 * TDG_ENOMEM, else TDG_OK: the caller looks at the stream. */
TDG_API int tdg_plain_print(const struct tdg_analysis *analysis, const struct tdg_plain *plain,
                            unsigned parts, struct tdg_error *error);

/** The colours of plain text, and bold. */
enum tdg_colour {
    TDG_COLOUR_NONE,
    TDG_COLOUR_BOLD,
    TDG_COLOUR_DIM,
    TDG_COLOUR_GREEN,
    TDG_COLOUR_RED
};
/** Changes the colour of what follows, if there are colours. */
TDG_API void tdg_plain_colour(const struct tdg_plain *plain, enum tdg_colour colour);

/** Columns that `text` takes when it is put. */
TDG_API size_t tdg_text_width(const char *text);

/** Writes `text`. Control characters, those that turn the direction of text and bytes that are not
 * UTF-8 become question marks: nothing in it is obeyed by a terminal or disguises a table. */
TDG_API void tdg_put_text(FILE *stream, const char *text);

/** The same in exactly `width` columns: filled up with blanks, or cut with an ellipsis. */
TDG_API void tdg_put_padded(FILE *stream, const char *text, size_t width);

/** The same in at most `width` columns, and as many as it needs. */
TDG_API void tdg_put_cut(FILE *stream, const char *text, size_t width);

/** Writes words from `column` on; those that would end beyond `width` begin a new line at column
 * `indent`. A blank stands before the first word if column > indent. Returns the column. */
TDG_API size_t tdg_put_wrapped(FILE *stream, const char *text, size_t column, size_t indent,
                               size_t width);

enum { TDG_NUMBER_TEXT = 48 };
/** "1,234,567". Returns `text`. */
TDG_API const char *tdg_count_text(size_t count, char text[TDG_NUMBER_TEXT]);

/** Writes "before", the count and the noun that goes with it. */
TDG_API void tdg_write_count(FILE *stream, const char *before, size_t count, const char *one,
                             const char *many);

enum { TDG_ID_TEXT = 16 };
/** "T3" for the letter T and 3, "" for 0: an id of an archive. Returns `text`. */
TDG_API const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT]);

enum { TDG_TITLE = 512 };
/** "Brexit: brexit, deal": the name of a theme, if it has one, and its label. The label of a topic
 * of the user begins with its name and stands alone. Returns `title`. */
TDG_API const char *tdg_title(const char *name, const char *label, char title[TDG_TITLE]);

/** The same for a theme of an analysis. */
TDG_API const char *tdg_theme_title(const struct tdg_theme_view *theme, char title[TDG_TITLE]);

/** The same for a parent. */
TDG_API const char *tdg_parent_title(const struct tdg_parent_view *parent, char title[TDG_TITLE]);

#ifdef __cplusplus
}
#endif
#endif
