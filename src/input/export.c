// SPDX-License-Identifier: GPL-3.0-or-later
/* Exports of Factiva, with its two-letter codes or without, of ProQuest, and of Nexis Uni, the
 * successor of the Nexis that nexis.c reads. Each is one document after another, with a line that
 * ends it: "Document NYTF000020200212eg2c0001", "____________", "End of Document". */
#include "input/export.h"

#include <string.h>
#include <strings.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"

enum { MARK_SIZE = 256, LONGEST_LABEL = 40 };

/* A line without the blanks around it. */
struct line {
    const char *text;
    size_t length;
};

/* A document on its way to be an article. */
struct document {
    struct tdg_record record;
    struct tdg_buffer title, body;
};

struct dialect {
    bool (*ends)(struct line line); /* the line that ends a document */
    void (*take)(struct document *document, const char *at, const char *end);
};

static bool is_space(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\f';
}

static struct line next_line(const char **at, const char *end)
{
    const char *stop = memchr(*at, '\n', (size_t)(end - *at)), *last = stop ? stop : end;
    struct line line = {*at, 0};
    while (line.text < last && is_space(*line.text))
        line.text++;
    *at = stop ? stop + 1 : end;
    while (last > line.text && is_space(last[-1]))
        last--;
    line.length = (size_t)(last - line.text);
    return line;
}

static bool begins(struct line line, const char *text)
{
    return line.length >= strlen(text) && strncasecmp(line.text, text, strlen(text)) == 0;
}

static bool is(struct line line, const char *text)
{
    return line.length == strlen(text) && begins(line, text);
}

static bool is_date(struct line line)
{
    struct tdg_date_times times;
    return line.length && tdg_date_read(line.text, line.length, NULL, &times) != TDG_DATE_UNKNOWN;
}

/* "1,234 words" */
static bool is_word_count(struct line line)
{
    size_t digits = 0;
    while (digits < line.length && (line.text[digits] == ',' || line.text[digits] == '.' ||
                                    (line.text[digits] >= '0' && line.text[digits] <= '9')))
        digits++;
    struct line rest = {line.text + digits, line.length - digits};
    return digits && (is(rest, " words") || is(rest, " word"));
}

static bool is_copyright(struct line line)
{
    return begins(line, "copyright") || begins(line, "(c)") || begins(line, "\xc2\xa9");
}

static void set(struct document *document, enum tdg_field field, struct line value)
{
    tdg_record_set(&document->record, field, 1, value.text, value.length);
}

/* Lines of one text; an empty one parts paragraphs. */
static void add_line(struct tdg_buffer *into, struct line line)
{
    if (into->length)
        tdg_buffer_char(into, '\n');
    tdg_buffer_add(into, line.text, line.length);
}

static void add_words(struct tdg_buffer *into, struct line line)
{
    if (into->length && line.length)
        tdg_buffer_char(into, ' ');
    tdg_buffer_add(into, line.text, line.length);
}

/* "Document NYTF000020200212eg2c0001" */
static bool ends_factiva(struct line line)
{
    if (!begins(line, "Document ") || line.length < 9 + 18 || line.length > 9 + 40)
        return false;
    size_t digits = 0;
    for (size_t i = 9; i < line.length; i++) {
        char byte = line.text[i];
        bool digit = byte >= '0' && byte <= '9';
        if (!digit && !((byte | 0x20) >= 'a' && (byte | 0x20) <= 'z'))
            return false;
        digits += digit;
    }
    return digits >= 8;
}

static const char *const codes[] = {"SE", "HD", "BY",  "CR",  "WC",  "PD", "ET",  "SN",
                                    "SC", "ED", "PG",  "VOL", "LA",  "CY", "CX",  "LP",
                                    "TD", "RF", "CO",  "IN",  "NS",  "RE", "IPD", "PUB",
                                    "AN", "CT", "ART", "CLM", "IPC", "DL", NULL};

/* The code at the beginning of a line, which ends or goes on behind a blank; in a text, where "IN"
 * may be a word, behind a tab or two blanks. */
static const char *code_of(struct line line, bool text)
{
    for (size_t i = 0; codes[i]; i++) {
        size_t length = strlen(codes[i]);
        if (line.length >= length && memcmp(line.text, codes[i], length) == 0 &&
            (line.length == length || line.text[length] == '\t' ||
             (line.text[length] == ' ' && (!text || is_space(line.text[length + 1])))))
            return codes[i];
    }
    return NULL;
}

static void take_code(struct document *document, const char *code, struct line value)
{
    if (strcmp(code, "HD") == 0)
        add_words(&document->title, value);
    else if (strcmp(code, "LP") == 0 || strcmp(code, "TD") == 0)
        add_line(&document->body, value);
    else if (value.length && strcmp(code, "PD") == 0)
        set(document, TDG_FIELD_PUBLISHED, value);
    else if (value.length && strcmp(code, "SN") == 0)
        set(document, TDG_FIELD_SOURCE, value);
    else if (value.length && strcmp(code, "AN") == 0)
        set(document, TDG_FIELD_ID, value);
}

/* HD, BY, WC, PD, …: a value goes on up to the next code. */
static void take_codes(struct document *document, const char *at, const char *end)
{
    const char *code = NULL;
    while (at < end) {
        struct line line = next_line(&at, end);
        bool text = code && (strcmp(code, "LP") == 0 || strcmp(code, "TD") == 0);
        const char *here = code_of(line, text);
        if (here) {
            code = here;
            line.text += strlen(code);
            line.length -= strlen(code);
            while (line.length && is_space(*line.text))
                line.text++, line.length--;
        }
        if (ends_factiva(line))
            set(document, TDG_FIELD_ID, (struct line){line.text + 9, line.length - 9});
        else if (code)
            take_code(document, code, line);
    }
}

/* Without codes: the title, the author, "500 words", the date, a time, the source, its code, the
 * language, the copyright; and the text. */
static void take_plain(struct document *document, const char *at, const char *end)
{
    enum { TITLE, DATE, SOURCE, HEAD, BODY } place = TITLE;
    while (at < end) {
        struct line line = next_line(&at, end);
        if (ends_factiva(line)) {
            set(document, TDG_FIELD_ID, (struct line){line.text + 9, line.length - 9});
            return;
        }
        if (place == BODY)
            add_line(&document->body, line);
        else if (!line.length)
            continue;
        else if (place == TITLE && is_word_count(line))
            place = DATE;
        else if (place == TITLE && !document->title.length)
            add_words(&document->title, line);
        else if (place == DATE && is_date(line)) {
            set(document, TDG_FIELD_PUBLISHED, line);
            place = SOURCE;
        } else if (place == SOURCE && !(line.text[0] >= '0' && line.text[0] <= '9')) {
            set(document, TDG_FIELD_SOURCE, line);
            place = HEAD;
        } else if (place == HEAD && is_copyright(line))
            place = BODY;
    }
}

static void take_factiva(struct document *document, const char *at, const char *end)
{
    bool coded = false;
    for (const char *here = at; here < end && !coded;) {
        struct line line = next_line(&here, end);
        const char *code = code_of(line, false);
        coded = code && strcmp(code, "HD") == 0;
    }
    if (coded)
        take_codes(document, at, end);
    else
        take_plain(document, at, end);
}

/* Of its own codes HD and two more, or a count of words with a date behind it and the end of a
 * document. */
bool tdg_factiva_fits(const struct tdg_sample *sample)
{
    const char *at = sample->text, *end = at + sample->length;
    bool title = false, dated = false, counted = false;
    size_t others = 0;
    while (at < end) {
        struct line line = next_line(&at, end);
        const char *code = code_of(line, true);
        title = title || (code && strcmp(code, "HD") == 0);
        others += code && (strcmp(code, "PD") == 0 || strcmp(code, "SN") == 0 ||
                           strcmp(code, "LP") == 0 || strcmp(code, "TD") == 0);
        dated = dated || (counted && is_date(line));
        counted = (counted && !line.length) || is_word_count(line);
        if ((title && others > 2) || (dated && ends_factiva(line)))
            return true;
    }
    return false;
}

/* A line of at least twenty underscores, and nothing else. */
static bool ends_proquest(struct line line)
{
    for (size_t i = 0; i < line.length; i++)
        if (line.text[i] != '_')
            return false;
    return line.length >= 20;
}

/* "Publication title: New York Times": what is behind the label; a text of NULL where there is
 * none. */
static struct line label_value(struct line line, const char *label)
{
    size_t length = strlen(label);
    if (!begins(line, label) || line.length == length || line.text[length] != ':')
        return (struct line){NULL, 0};
    struct line value = {line.text + length + 1, line.length - length - 1};
    while (value.length && is_space(*value.text))
        value.text++, value.length--;
    return value;
}

static bool is_labelled(struct line line)
{
    const char *colon = line.length ? memchr(line.text, ':', line.length) : NULL;
    return colon && colon - line.text < LONGEST_LABEL && line.text[0] >= 'A' && line.text[0] <= 'Z';
}

static const struct {
    const char *label;
    enum tdg_field field;
} proquest_labels[] = {
    {"Title", TDG_FIELD_TITLE},
    {"Publication title", TDG_FIELD_SOURCE},
    {"Publication date", TDG_FIELD_PUBLISHED},
    {"Document URL", TDG_FIELD_URL},
    {"ProQuest document ID", TDG_FIELD_ID},
};

/* The first line is the title; "Full text: …" goes on up to the labels that come behind it, and is
 * better than "Abstract: …". */
static void take_proquest(struct document *document, const char *at, const char *end)
{
    static const char *const behind[] = {"Subject",
                                         "Title",
                                         "Location",
                                         "People",
                                         "Company / organization",
                                         "Publication title",
                                         "Author",
                                         "Identifier / keyword",
                                         "Credit",
                                         "Copyright",
                                         "Business indexing term"};
    struct tdg_buffer abstract = {0}, *into = NULL;
    struct line first = {NULL, 0};
    while (at < end) {
        struct line line = next_line(&at, end);
        struct line text = label_value(line, "Full text"), shorter = label_value(line, "Abstract");
        bool label = false;
        for (size_t i = 0; i < sizeof proquest_labels / sizeof *proquest_labels; i++) {
            struct line value = label_value(line, proquest_labels[i].label);
            if (value.length)
                set(document, proquest_labels[i].field, value);
            label = label || value.text;
        }
        for (size_t i = 0; i < sizeof behind / sizeof *behind; i++)
            label = label || label_value(line, behind[i]).text;
        if (!first.text && line.length && !is_labelled(line) && !begins(line, "Document ") &&
            !ends_proquest(line))
            first = line;
        if (text.text || shorter.text) {
            into = text.text ? &document->body : &abstract;
            add_line(into, text.text ? text : shorter);
        } else if (label || ends_proquest(line))
            into = NULL;
        else if (into)
            add_line(into, line);
    }
    if (!document->record.field[TDG_FIELD_TITLE].rank && first.text &&
        (document->body.length || abstract.length))
        set(document, TDG_FIELD_TITLE, first);
    if (!document->body.length && abstract.length)
        tdg_buffer_add(&document->body, abstract.text, abstract.length);
    document->body.failed = document->body.failed || abstract.failed;
    tdg_buffer_done(&abstract);
}

bool tdg_proquest_fits(const struct tdg_sample *sample)
{
    const char *at = sample->text, *end = at + sample->length;
    bool ruled = false;
    while (at < end) {
        struct line line = next_line(&at, end);
        ruled = ruled || ends_proquest(line);
        if (ruled &&
            (label_value(line, "ProQuest document ID").text ||
             begins(line, "ProQuest document link") || label_value(line, "Publication title").text))
            return true;
    }
    return false;
}

static bool ends_nexis_uni(struct line line)
{
    return is(line, "End of Document");
}

/* The title, the source, the date, the copyright, labelled lines, "Body", and the text up to
 * "Load-Date: …". */
static void take_nexis_uni(struct document *document, const char *at, const char *end)
{
    enum { TITLE, SOURCE, DATE, HEAD, BODY } place = TITLE;
    while (at < end) {
        struct line line = next_line(&at, end);
        if (ends_nexis_uni(line) || (place == BODY && begins(line, "Load-Date:")))
            return;
        if (place == BODY)
            add_line(&document->body, line);
        else if (!line.length)
            continue;
        else if (is(line, "Body"))
            place = BODY;
        else if (place == TITLE) {
            add_words(&document->title, line);
            place = SOURCE;
        } else if (place == SOURCE) {
            set(document, TDG_FIELD_SOURCE, line);
            place = DATE;
        } else if (place == DATE && is_date(line)) {
            set(document, TDG_FIELD_PUBLISHED, line);
            place = HEAD;
        }
    }
}

bool tdg_nexis_uni_fits(const struct tdg_sample *sample)
{
    const char *at = sample->text, *end = at + sample->length;
    bool body = false;
    while (at < end) {
        struct line line = next_line(&at, end);
        body = body || is(line, "Body");
        if (body && (ends_nexis_uni(line) || begins(line, "Load-Date:")))
            return true;
    }
    return false;
}

/* A tdg_find_end: behind the line that ends a document. `state` is the dialect. */
static size_t find_document(void *state, const char *text, size_t seen, size_t length)
{
    const struct dialect *dialect = state;
    size_t from = seen > MARK_SIZE ? seen - MARK_SIZE : 0;
    while (from > 0 && text[from - 1] != '\n')
        from--;
    for (const char *at = text + from, *end = text + length; at < end;) {
        struct line line = next_line(&at, end);
        if (at[-1] == '\n' && dialect->ends(line))
            return (size_t)(at - text);
    }
    return 0;
}

/* Behind the last document there may be something that is none. */
static int read_document(struct tdg_reader *reader, struct tdg_leaf *leaf,
                         const struct dialect *dialect, size_t length, bool last)
{
    char *text = tdg_bytes_at(&leaf->bytes);
    struct document document = {
        .record = {.line = leaf->bytes.line, .otherwise = TDG_NO_DATE},
    };
    while (length && (is_space(*text) || *text == '\n')) {
        document.record.line += *text == '\n';
        text++, length--;
    }
    const char *at = text;
    bool empty = !length || (dialect->ends(next_line(&at, text + length)) && at == text + length);
    int status =
        empty ? TDG_OK : tdg_reader_mend(reader, leaf->name, document.record.line, &text, &length);
    if (!status && !empty) {
        dialect->take(&document, text, text + length);
        set(&document, TDG_FIELD_TITLE, (struct line){document.title.text, document.title.length});
        set(&document, TDG_FIELD_BODY, (struct line){document.body.text, document.body.length});
        bool none = last && !document.body.length && !document.record.field[TDG_FIELD_TITLE].rank;
        status = document.title.failed || document.body.failed ? TDG_ENOMEM
                 : none                                        ? TDG_OK
                        : tdg_article_add(reader, leaf, &document.record);
    }
    tdg_buffer_done(&document.title);
    tdg_buffer_done(&document.body);
    return status;
}

static int read_documents(struct tdg_reader *reader, struct tdg_leaf *leaf, struct dialect dialect)
{
    struct tdg_bytes *bytes = &leaf->bytes;
    for (;;) {
        enum tdg_record_part piece;
        size_t length, limit = reader->options->max_record;
        int status = tdg_bytes_cut(bytes, find_document, &dialect, limit, &piece, &length);
        if (status || piece == TDG_PIECE_NONE)
            return status;
        if (piece == TDG_PIECE_WHOLE || piece == TDG_PIECE_LAST)
            status = read_document(reader, leaf, &dialect, length, piece == TDG_PIECE_LAST);
        else
            status = tdg_reader_skip(reader, leaf->name, bytes->line,
                                     "a document longer than the limit of %zu bytes", limit);
        if (!status)
            status = tdg_bytes_pass(bytes, find_document, &dialect, piece, length);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            return status;
    }
}

int tdg_factiva_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    return read_documents(reader, leaf, (struct dialect){ends_factiva, take_factiva});
}

int tdg_proquest_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    return read_documents(reader, leaf, (struct dialect){ends_proquest, take_proquest});
}

int tdg_nexis_uni_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    return read_documents(reader, leaf, (struct dialect){ends_nexis_uni, take_nexis_uni});
}
