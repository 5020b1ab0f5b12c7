// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of formats: a new one is a file and a row here. */
#include "input/format.h"

#include <string.h>

#include <tidings/error.h>

#include "input/beside.h"
#include "input/bytes.h"
#include "input/csv_read.h"
#include "input/encoding.h"
#include "input/export.h"
#include "input/feed.h"
#include "input/json.h"
#include "input/kind.h"
#include "input/mail.h"
#include "input/nexis.h"
#include "input/opml.h"
#include "input/page.h"
#include "input/sample.h"
#include "input/textfile.h"
#include "input/warc.h"

enum { SAMPLE = 1 << 16, RAW_SAMPLE = 1 << 12 };

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
    bool raw; /* its bytes are in several encodings */
} formats[] = {
    {"warc", tdg_warc_fits, tdg_warc_read, true},
    {"mail", tdg_mail_fits, tdg_mail_read, true},
    {"feed", tdg_opml_fits, tdg_opml_read, false},
    {"feed", tdg_feed_fits, tdg_feed_read, false},
    {"html", tdg_page_fits, tdg_page_read, false},
    {"json", tdg_json_fits, tdg_json_read, false},
    {"jsonl", tdg_jsonl_fits, tdg_jsonl_read, false},
    {"csv", tdg_csv_fits, tdg_csv_read, false},
    {"tsv", tdg_tsv_fits, tdg_tsv_read, false},
    {"nexis", tdg_nexis_fits, tdg_nexis_read, false},
    {"nexis", tdg_nexis_uni_fits, tdg_nexis_uni_read, false},
    {"press", tdg_factiva_fits, tdg_factiva_read, false},
    {"press", tdg_proquest_fits, tdg_proquest_read, false},
    {"text", anything, tdg_textfile_read, false},
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

/* The first one that fits. Of those that `given` is the name of the last one, if none does. */
static const struct format *detect(const struct tdg_sample *sample, const struct format *given,
                                   bool raw)
{
    const struct format *last = given;
    for (size_t i = 0; i < FORMATS; i++) {
        if (formats[i].raw != raw || (given && strcmp(formats[i].name, given->name) != 0))
            continue;
        last = &formats[i];
        if (formats[i].fits(sample))
            break;
        if (!given)
            last = NULL;
    }
    return last;
}

/* What lies in a folder with articles may be none: see beside.h. */
static int read_as(struct tdg_reader *reader, struct tdg_leaf *leaf, const struct format *format)
{
    size_t from = reader->articles->count, before = from + reader->articles->skipped;
    size_t passed = reader->beside.named;
    tdg_understood_leaf(&reader->understood);
    int status = format->read(reader, leaf);
    if (status == TDG_ENOUGH)
        status = TDG_OK;
    if (!status && reader->beside.named == passed &&
        reader->articles->count + reader->articles->skipped == before)
        status = tdg_reader_skip(reader, leaf->name, 0, "contains no articles");
    tdg_understood_format(&reader->understood, format->name, reader->articles->count - from);
    if (!status && tdg_beside_is_inside(&reader->beside, leaf->name))
        status = tdg_beside_add(&reader->beside, reader->articles, from, leaf->name,
                                format->read == tdg_textfile_read);
    return status;
}

static int refuse(struct tdg_reader *reader, const struct tdg_leaf *leaf, const char *kind)
{
    return tdg_reader_skip(reader, leaf->name, 0, "%s are not supported", kind);
}

static struct tdg_sample sample_of(const struct tdg_reader *reader, const struct tdg_leaf *leaf)
{
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
    return sample;
}

/* A leaf in UTF-8. *text tells whether its format was one that is read. */
static int read_text(struct tdg_reader *reader, struct tdg_leaf *leaf, const struct format *given,
                     bool *text)
{
    int status = tdg_bytes_peek(&leaf->bytes, SAMPLE);
    if (status)
        return status;
    struct tdg_sample sample = sample_of(reader, leaf);
    if (!sample.length)
        return tdg_reader_skip(reader, leaf->name, 0, "the file is empty");
    if (!given && is_binary(&sample))
        return tdg_reader_skip(reader, leaf->name, 0, "not text");
    const struct format *format = detect(&sample, given, false);
    const char *kind = given || format->read != tdg_textfile_read
                           ? NULL
                           : tdg_kind_of_source(leaf->name, sample.text, sample.length);
    if (kind && !tdg_beside_is_inside(&reader->beside, leaf->name))
        return refuse(reader, leaf, kind);
    if (kind)
        tdg_beside_pass(&reader->beside, leaf->name, reader->monitor);
    *text = !kind;
    return kind ? TDG_OK : read_as(reader, leaf, format);
}

static int decode(struct tdg_reader *reader, struct tdg_leaf *leaf, const struct format *format)
{
    struct tdg_decoder decoder;
    bool text = false;
    tdg_decoder_enter(&decoder, &leaf->bytes, reader->options->encoding);
    int status = read_text(reader, leaf, format, &text);
    tdg_decoder_leave(&decoder, &leaf->bytes);
    if (!status && text && decoder.name[0] && !decoder.forced)
        tdg_reader_warn(reader, leaf->name, 0, "read as %s; if that is wrong, use --encoding",
                        decoder.name);
    if (!status && text && decoder.replaced)
        tdg_reader_warn(reader, leaf->name, 0, "%zu invalid byte%s of %s replaced",
                        decoder.replaced, decoder.replaced == 1 ? "" : "s", decoder.name);
    return status;
}

int tdg_format_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    size_t skipped = reader->articles->skipped;
    int status = tdg_bytes_peek(&leaf->bytes, RAW_SAMPLE);
    if (status)
        return status;
    struct tdg_sample sample = sample_of(reader, leaf);
    if (!sample.length) /* a broken file has been told already */
        return reader->articles->skipped > skipped
                   ? TDG_OK
                   : tdg_reader_skip(reader, leaf->name, 0, "the file is empty");
    const struct format *format = named(reader->options->format);
    const char *kind = format ? NULL : tdg_kind_of_bytes(sample.text, sample.length);
    if (kind)
        return refuse(reader, leaf, kind);
    if (!format)
        format = detect(&sample, NULL, true);
    return format && format->raw ? read_as(reader, leaf, format) : decode(reader, leaf, format);
}
