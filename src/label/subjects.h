// SPDX-License-Identifier: GPL-3.0-or-later
/** The lexicon of well-known subjects, in the format that label/subjects.txt explains. */
#ifndef TDG_LABEL_SUBJECTS_H
#define TDG_LABEL_SUBJECTS_H

#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#include "base/memory.h"

/** label/subjects.txt, put there by the build. */
extern const char tdg_built_in_subjects[];

/** Seed terms of a subject in one language. */
struct tdg_seeds {
    uint32_t subject;
    const char *language;
    const char **words; /* [count] as people write them */
    size_t count;
};

struct tdg_subjects {
    const char **name; /* [count] */
    const char **code; /* [count] in the IPTC Media Topics, "medtop:20000229"; "" for none */
    size_t count;
    size_t name_capacity;
    size_t code_capacity;
    struct tdg_seeds *seeds; /* [seeds_count] in the order of the files */
    size_t seeds_count;
    size_t seeds_capacity;
    struct tdg_arena arena;
};

/** Reads a lexicon on top of what is there. TDG_EFORMAT with `file` and line, TDG_ENOMEM; what was
 * read until then stays. */
int tdg_subjects_read(struct tdg_subjects *subjects, const char *text, const char *file,
                      struct tdg_error *error);

/** The lexicon that is built in and, unless "", that of a file, in the format of
 * label/subjects.txt. TDG_EIO, TDG_EFORMAT with file and line. */
int tdg_subjects_new(struct tdg_subjects **subjects, const char *path, struct tdg_error *error);
void tdg_subjects_free(struct tdg_subjects *subjects);

/** The code of the subject after which a theme is called, in the IPTC Media Topics; "" where it has
 * none, or the name is no subject's. subjects may be NULL. */
const char *tdg_subjects_code(const struct tdg_subjects *subjects, const char *name);

#endif
