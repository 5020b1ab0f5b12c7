// SPDX-License-Identifier: GPL-3.0-or-later
/** What a sample is drawn from: the originals of an archive or of an analysis, by theme. */
#ifndef TDG_SAMPLE_FRAME_H
#define TDG_SAMPLE_FRAME_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/archive.h>
#include <tidings/error.h>

#include "base/buffer.h"
#include "base/memory.h"

struct tdg_frame_article {
    const char *id;
    const char *headline;
    const char *source;
    const char *date; /* "2019-02-26", "" where it is unknown */
    uint32_t theme;   /* theme_count: none */
};

/** Those without a theme are one more, the last one, without a name and terms. */
struct tdg_frame_theme {
    const char *id;
    const char *name;
    const char **terms;
    size_t term_count;
    size_t *members; /* [originals] articles */
    size_t originals;
};

/** {0} is empty. */
struct tdg_frame {
    struct tdg_frame_theme *themes; /* [theme_count + 1] */
    size_t theme_count;
    struct tdg_frame_article *articles; /* [article_count] originals */
    size_t article_count;
    size_t capacity;             /* of the articles */
    struct tdg_archive *archive; /* that has their texts; NULL: nothing has; borrowed */
    struct tdg_arena arena;
};

/** From the analysis.json of a folder. */
int tdg_frame_of_folder(struct tdg_frame *frame, const char *folder, struct tdg_error *error);

/** From an archive, which the frame borrows. */
int tdg_frame_of_archive(struct tdg_frame *frame, struct tdg_archive *archive,
                         struct tdg_error *error);
void tdg_frame_done(struct tdg_frame *frame);

/** Appends the text of an article; nothing where it is not known. */
int tdg_frame_text(struct tdg_buffer *text, const struct tdg_frame *frame, size_t article,
                   struct tdg_error *error);

#endif
