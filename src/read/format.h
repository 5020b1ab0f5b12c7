// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to read: the table of formats. */
#ifndef TDG_READ_FORMAT_H
#define TDG_READ_FORMAT_H

#include "read/reader.h"

/* The beginning of a leaf, from which its format is told. */
struct tdg_sample {
    const char *text; /* without a byte order mark */
    size_t length;
    bool whole; /* there is nothing beyond it */
    const char *name;
    const struct tdg_fields *fields;
};

/* "auto" or a name of the table. */
bool tdg_format_is_name(const char *name);
/* The leaf function of tdg_read: finds the format of a leaf and reads it. */
int tdg_format_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

/* True where the name ends like that, perhaps before the ending of a compression. */
bool tdg_sample_ends(const struct tdg_sample *sample, const char *ending);

/* True where `text`, in lower case, stands at `at` in either case. */
bool tdg_text_begins(const char *at, const char *end, const char *text);

/* The rows of the table: how a format is known, and its leaf function. */
bool tdg_json_fits(const struct tdg_sample *sample);
bool tdg_jsonl_fits(const struct tdg_sample *sample);
bool tdg_csv_fits(const struct tdg_sample *sample);
bool tdg_tsv_fits(const struct tdg_sample *sample);
bool tdg_nexis_fits(const struct tdg_sample *sample);
bool tdg_page_fits(const struct tdg_sample *sample);
bool tdg_feed_fits(const struct tdg_sample *sample);
int tdg_json_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_jsonl_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_csv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_tsv_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_nexis_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_page_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_feed_read(struct tdg_reader *reader, struct tdg_leaf *leaf);
int tdg_textfile_read(struct tdg_reader *reader, struct tdg_leaf *leaf);

#endif
