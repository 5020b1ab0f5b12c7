// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of formats: a new one is a file and a row here. */
#include "input/format.h"

#include <string.h>

#include <tidings/error.h>

#include "input/bytes.h"
#include "input/csv_read.h"
#include "input/encoding.h"
#include "input/feed.h"
#include "input/json.h"
#include "input/nexis.h"
#include "input/page.h"
#include "input/sample.h"
#include "input/textfile.h"

enum { SAMPLE = 1 << 16 };

static bool anything(const struct tdg_sample *sample)
{
    (void)sample;
    return true;
}

/* In the order in which they are tried. */
static const struct format {
    const char *name;
    bool (*fits)(const struct tdg_sample *sample);
    tdg_leaf_function read;
} formats[] = {
    {"feed", tdg_feed_fits, tdg_feed_read},    {"html", tdg_page_fits, tdg_page_read},
    {"json", tdg_json_fits, tdg_json_read},    {"jsonl", tdg_jsonl_fits, tdg_jsonl_read},
    {"csv", tdg_csv_fits, tdg_csv_read},       {"tsv", tdg_tsv_fits, tdg_tsv_read},
    {"nexis", tdg_nexis_fits, tdg_nexis_read}, {"text", anything, tdg_textfile_read},
};

enum { FORMATS = sizeof formats / sizeof *formats };

static const struct format *named(const char *name)
{
    for (size_t i = 0; i < FORMATS; i++)
        if (strcmp(formats[i].name, name) == 0)
            return &formats[i];
    return NULL;
}

bool tdg_format_is_name(const char *name)
{
    return strcmp(name, "auto") == 0 || named(name);
}

/* More than one byte in twenty is a control character, the separator of JSON texts left aside. */
static bool is_binary(const struct tdg_sample *sample)
{
    size_t controls = 0;
    for (size_t i = 0; i < sample->length; i++) {
        unsigned char byte = (unsigned char)sample->text[i];
        controls += byte < ' ' && !(byte >= '\t' && byte <= '\r') && byte != 0x1e;
    }
    return controls * 20 > sample->length;
}

/* Why a file cannot be any of the formats; NULL where it can. */
static const char *foreign(const struct tdg_sample *sample)
{
    static const struct {
        const char *start, *reason;
    } kinds[] = {
        {"%pdf-", "PDF files are not supported"},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (tdg_text_begins(sample->text, sample->text + sample->length, kinds[i].start))
            return kinds[i].reason;
    return is_binary(sample) ? "not text" : NULL;
}

static const struct format *detect(const struct tdg_sample *sample)
{
    size_t i = 0;
    while (!formats[i].fits(sample))
        i++;
    return &formats[i];
}

static int read_as(struct tdg_reader *reader, struct tdg_leaf *leaf, const struct format *format)
{
    size_t before = reader->articles->count + reader->articles->skipped;
    int status = format->read(reader, leaf);
    if (!status && reader->articles->count + reader->articles->skipped == before)
        status = tdg_reader_skip(reader, leaf->name, 0, "contains no articles");
    return status;
}

/* A leaf in UTF-8. *text tells whether its format was one that is read. */
static int read_text(struct tdg_reader *reader, struct tdg_leaf *leaf, bool *text)
{
    size_t skipped = reader->articles->skipped;
    int status = tdg_bytes_peek(&leaf->bytes, SAMPLE);
    if (status)
        return status;
    struct tdg_sample sample = {
        .text = tdg_bytes_at(&leaf->bytes),
        .length = tdg_bytes_length(&leaf->bytes),
        .name = leaf->name,
        .fields = &reader->fields,
    };
    if (sample.length > SAMPLE)
        sample.length = SAMPLE;
    else
        sample.whole = leaf->bytes.ended;
    if (!sample.length) /* a broken file has been told already */
        return reader->articles->skipped > skipped
                   ? TDG_OK
                   : tdg_reader_skip(reader, leaf->name, 0, "the file is empty");
    const struct format *format = named(reader->options->format);
    const char *reason = format ? NULL : foreign(&sample);
    if (reason)
        return tdg_reader_skip(reader, leaf->name, 0, "%s", reason);
    *text = true;
    return read_as(reader, leaf, format ? format : detect(&sample));
}

int tdg_format_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct tdg_decoder decoder;
    bool text = false;
    tdg_decoder_enter(&decoder, &leaf->bytes, reader->options->encoding);
    int status = read_text(reader, leaf, &text);
    tdg_decoder_leave(&decoder, &leaf->bytes);
    if (!status && text && decoder.name[0] && !decoder.forced)
        tdg_reader_warn(reader, leaf->name, 0, "read as %s; if that is wrong, use --encoding",
                        decoder.name);
    if (!status && text && decoder.replaced)
        tdg_reader_warn(reader, leaf->name, 0, "%zu invalid byte%s of %s replaced",
                        decoder.replaced, decoder.replaced == 1 ? "" : "s", decoder.name);
    return status;
}
