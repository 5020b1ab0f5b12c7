// SPDX-License-Identifier: GPL-3.0-or-later
/* JSON Lines, and JSON: a list of articles, objects that hold such lists, or articles one after
 * another, with commas, blanks, record separators (RFC 7464) or nothing between them.
 *
 * The stream is cut into values, each of which is read on its own, so that a file needs no more
 * memory than its longest record and a broken one costs no other. A list, and an object with a list
 * of articles somewhere in it, is entered: its bracket is dropped, and what is inside is read on.
 * So is an object whose members are articles, whose ids are the keys then. A list in a list is a
 * row of a table, see json_table.h. Behind something broken every object that begins where one may
 * begin is tried. */
#include "input/json.h"

#include <string.h>

#include <tidings/error.h>

#include "base/utf8.h"
#include "input/bytes.h"
#include "input/json_record.h"
#include "input/json_scan.h"
#include "input/json_table.h"

enum {
    DEEPEST = 8, /* lists and objects that are entered, each of which is looked at before */
    SOME_LINES = 5,
    KEY_SIZE = 256,
    FOLLOWS = 64,         /* bytes behind a list in which it must show what follows on it */
    FREE_TRIES = 1 << 26, /* bytes that may be tried in vain, */
    TRIES_A_BYTE = 4,     /* besides so many for each byte that has been read */
    SEPARATOR = 0x1e,
};

/* A run through one leaf. */
struct walk {
    struct tdg_reader *reader;
    struct tdg_leaf *leaf;
    char open[DEEPEST];   /* the brackets that have been entered */
    bool by_key[DEEPEST]; /* the members of the object that has been entered are articles */
    char key[KEY_SIZE];   /* of the last member; "" where it is too long */
    bool feed;            /* it is a JSON Feed, which has */
    char title[KEY_SIZE], language[KEY_SIZE];
    struct tdg_json_header header; /* of a table whose rows are lists */
    size_t header_line;            /* where that is a list of its own, */
    size_t rows;                   /* and so many follow it */
    size_t values;                 /* that have been read */
    unsigned depth;
    bool lines;      /* what is broken outside of lists ends with its line */
    bool behind;     /* a list has ended, and nothing is open */
    bool ragged;     /* something was broken, so that brackets need not match any more */
    size_t indent;   /* of the line, where nothing but blanks has come on it */
    bool indented;   /* nothing but blanks has come on the line */
    bool lost;       /* in something broken: no whole object has come behind it */
    bool article;    /* which has a title or a body of its own */
    size_t line;     /* where it began, */
    size_t last;     /* and the last line on which there was any of it */
    size_t told;     /* the line that was reported last */
    const char *why; /* it was skipped */
    size_t reach;    /* how far into the stream an attempt has come */
    size_t vain;     /* bytes of attempts that failed */
    char end;        /* the last byte that was skipped as lost */
};

static size_t skip_separators(const char *text, size_t at, size_t length)
{
    while (at < length && (tdg_json_is_blank(text[at]) || text[at] == SEPARATOR))
        at++;
    return at;
}

/* The start of an object: {" or {} */
static bool object_at(const char *text, size_t at, size_t length)
{
    at = skip_separators(text, at, length);
    if (at >= length || text[at] != '{')
        return false;
    at = tdg_json_skip_blanks(text, at + 1, length);
    return at >= length || text[at] == '"' || text[at] == '}';
}

/* An object that is no article but holds some. One that stands by itself may have a title, too, as
 * feeds do, and its list may be empty. */
static bool holds_articles(const struct tdg_json_scan *scan, bool alone)
{
    return scan->articles
               ? !scan->own_text || (alone && scan->feed)
               : (scan->by_key && !scan->own_text) || (alone && scan->vacant && scan->whole);
}

static bool is_jsonl_name(const struct tdg_sample *sample)
{
    return tdg_sample_ends(sample, ".jsonl") || tdg_sample_ends(sample, ".ndjson");
}

/* What the first value and the first line say. A value that goes on beyond the line is no line of
 * JSON Lines, unless it breaks there. */
bool tdg_json_fits(const struct tdg_sample *sample)
{
    const char *text = sample->text;
    size_t length = sample->length, at = skip_separators(text, 0, length);
    if (at == length || (text[at] != '[' && !object_at(text, at, length)))
        return false;
    const char *end = memchr(text + at, '\n', length - at);
    size_t second = end ? skip_separators(text, (size_t)(end - text), length) : length;
    struct tdg_json_scan scan = {.fields = sample->fields, .listed = true};
    size_t value = tdg_json_find_value(&scan, text + at, 0, length - at);
    bool beyond = end && !scan.broken && (!value || at + value > (size_t)(end - text));
    if (is_jsonl_name(sample))
        return beyond;
    if (text[at] == '[') {
        size_t first = tdg_json_skip_blanks(text, at + 1, length);
        return tdg_sample_ends(sample, ".json") || first == length ||
               strchr("{[]", text[first]) != NULL;
    }
    if (second < length)
        return beyond || text[second] == '"' || text[second] == '}';
    return holds_articles(&scan, true);
}

bool tdg_jsonl_fits(const struct tdg_sample *sample)
{
    if (is_jsonl_name(sample) || tdg_sample_ends(sample, ".json"))
        return true;
    const char *at = sample->text, *end = sample->text + sample->length;
    for (int line = 0; at && line < SOME_LINES; line++) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (object_at(at, 0, (size_t)((stop ? stop : end) - at)))
            return true;
        at = stop ? stop + 1 : NULL;
    }
    return false;
}

/* To the next byte that separates nothing; *more is false at the end. */
static int next_byte(struct walk *walk, char *byte, bool *more)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    for (;;) {
        size_t length = tdg_bytes_length(bytes), skip = 0;
        const char *text = length ? tdg_bytes_at(bytes) : NULL;
        for (; skip < length; skip++) {
            char here = text[skip];
            if (here == '\n') {
                walk->indent = 0;
                walk->indented = true;
            } else if (tdg_json_is_blank(here))
                walk->indent += walk->indented;
            else if (here == ',' || here == SEPARATOR)
                walk->indented = false;
            else
                break;
        }
        *more = skip < length;
        *byte = *more ? text[skip] : '\0';
        tdg_bytes_drop(bytes, skip);
        if (*more || bytes->ended)
            return TDG_OK;
        int status = tdg_bytes_more(bytes);
        if (status)
            return status;
    }
}

static void drop(struct walk *walk, size_t length)
{
    tdg_bytes_drop(&walk->leaf->bytes, length);
    walk->indented = false;
}

static void enter(struct walk *walk, char bracket, bool by_key)
{
    walk->by_key[walk->depth] = by_key;
    walk->open[walk->depth++] = bracket;
    walk->lost = false;
    drop(walk, 1);
}

/* Outside of lists a line is a record, and no more than one can be lost in it. */
static bool is_line(const struct walk *walk)
{
    return walk->lines && !walk->depth;
}

/* Reports what was lost, once its end is known. */
static int report(struct walk *walk)
{
    if (!walk->lost)
        return TDG_OK;
    walk->lost = false;
    if (is_line(walk) && walk->line == walk->told)
        return TDG_OK;
    walk->told = walk->line;
    if (walk->last > walk->line)
        return tdg_reader_skip(walk->reader, walk->leaf->name, walk->line, "%s, up to line %zu",
                               walk->why, walk->last);
    return tdg_reader_skip(walk->reader, walk->leaf->name, walk->line, "%s", walk->why);
}

static bool may_try(const struct walk *walk)
{
    return walk->vain / TRIES_A_BYTE < walk->leaf->bytes.offset + FREE_TRIES / TRIES_A_BYTE;
}

/* A list that belongs to a key of a broken article, at the beginning of the window: *length where
 * it is whole and its object goes on behind it, so that nothing in it can be a neighbour. */
static int measure_list(struct walk *walk, size_t *length)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    struct tdg_json_scan scan = {0};
    enum tdg_record_part piece;
    size_t found;
    *length = 0;
    int status = tdg_bytes_cut(bytes, tdg_json_find_value, &scan, walk->reader->options->max_record,
                               &piece, &found);
    if (!status)
        status = tdg_bytes_peek(bytes, found + FOLLOWS);
    if (status)
        return status;
    const char *text = tdg_bytes_at(bytes);
    size_t end = tdg_bytes_length(bytes), next = tdg_json_skip_blanks(text, found, end);
    bool goes_on = next < end && text[next] == '}';
    if (next < end && text[next] == ',') {
        next = tdg_json_skip_blanks(text, next + 1, end);
        goes_on = next < end && text[next] == '"';
    }
    if (scan.whole && goes_on)
        *length = found;
    else
        walk->vain += found;
    return TDG_OK;
}

/* From something broken to what may be the next object: `skip` bytes at least. */
static int seek(struct walk *walk, size_t skip)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    struct tdg_json_search search = {.skip = skip,
                                     .line_ends = is_line(walk),
                                     .indent = walk->indented ? walk->indent : 0,
                                     .line = bytes->line,
                                     .last_line = bytes->line};
    for (;;) {
        enum tdg_record_part piece;
        size_t length;
        search.found = '\0';
        int status = tdg_bytes_cut(bytes, tdg_json_find_next, &search,
                                   walk->reader->options->max_record, &piece, &length);
        if (!status)
            status = tdg_bytes_pass(bytes, tdg_json_find_next, &search, piece, length);
        if (status)
            return status;
        walk->last = search.last_line;
        walk->end = search.before;
        if (search.found != '[')
            break;
        length = 0;
        if (walk->article && may_try(walk))
            status = measure_list(walk, &length);
        if (status)
            return status;
        search.skip = length ? length : 1;
    }
    walk->indent = search.column;
    walk->indented = search.indented;
    return search.found == '\n' ? report(walk) : TDG_OK;
}

/* The value at the beginning of the window is broken, which was found out behind `length` bytes. An
 * attempt in something that is lost already is something more only where it looks like an article
 * and came further than those before: else it is a part of it. */
static int lose(struct walk *walk, const struct tdg_json_scan *scan, size_t length, const char *why)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    size_t reach = bytes->offset + length;
    int status = TDG_OK;
    if (walk->lost && scan->own_text && reach > walk->reach)
        status = report(walk);
    if (status)
        return status;
    if (!walk->lost) {
        walk->line = bytes->line;
        walk->why = why;
        walk->article = scan->own_text;
    }
    walk->lost = walk->ragged = true;
    if (reach > walk->reach)
        walk->reach = reach;
    walk->vain += length;
    return seek(walk, may_try(walk) ? 1 : length);
}

/* A value beyond the limit: on to its end, or to that of its line, where lines are records. */
static int lose_long(struct walk *walk, struct tdg_json_scan *scan, enum tdg_record_part piece,
                     size_t length)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    size_t limit = walk->reader->options->max_record;
    int status = report(walk);
    if (!status)
        status = tdg_reader_skip(walk->reader, walk->leaf->name, bytes->line,
                                 "a record longer than the limit of %zu bytes", limit);
    walk->indented = false;
    if (status)
        return status;
    if (!is_line(walk) || !may_try(walk))
        return tdg_bytes_pass(bytes, tdg_json_find_value, scan, piece, length);
    walk->vain += length;
    status = tdg_bytes_cut(bytes, tdg_find_line, NULL, limit, &piece, &length);
    return status ? status : tdg_bytes_pass(bytes, tdg_find_line, NULL, piece, length);
}

/* What may stand behind a value. */
static bool ends_here(const struct tdg_bytes *bytes, size_t length)
{
    const char *text = tdg_bytes_at(bytes);
    return length >= tdg_bytes_length(bytes) || tdg_json_is_blank(text[length]) ||
           text[length] == SEPARATOR || strchr(",]}[{", text[length]);
}

/* A list that is none of articles: the header of a table, where it comes first, or a row of it. */
static int take_row(struct walk *walk, const struct tdg_json_scan *scan, size_t length)
{
    struct tdg_leaf *leaf = walk->leaf;
    char *text = tdg_bytes_at(&leaf->bytes);
    if (walk->values == 1) {
        int status = tdg_json_header_take(&walk->header, &walk->reader->fields, text, length);
        walk->header_line = walk->header.count ? leaf->bytes.line : 0;
        if (!status && !walk->header.count)
            status = tdg_json_header_number(&walk->header, &walk->reader->fields, text, length);
        if (status || walk->header_line)
            return status;
    }
    walk->rows++;
    return walk->header.count
               ? tdg_json_row_read(walk->reader, leaf, &walk->header, text, length)
               : tdg_json_record(walk->reader, leaf, leaf->bytes.line, text, length, scan, NULL);
}

/* A value that is whole: an article, or something else that is reported. */
static int take(struct walk *walk, const struct tdg_json_scan *scan, size_t length)
{
    struct tdg_leaf *leaf = walk->leaf;
    int status = TDG_OK;
    struct tdg_record known = {0};
    tdg_record_set(&known, TDG_FIELD_ID, TDG_RANK_LAST, walk->key, strlen(walk->key));
    if (walk->feed) {
        tdg_record_set(&known, TDG_FIELD_SOURCE, TDG_RANK_LAST, walk->title, strlen(walk->title));
        tdg_record_set(&known, TDG_FIELD_LANGUAGE, TDG_RANK_LAST, walk->language,
                       strlen(walk->language));
    }
    bool part = walk->lost || (is_line(walk) && leaf->bytes.line == walk->told);
    if (!part || scan->own_text) { /* else it belongs to what is lost */
        char *text = tdg_bytes_at(&leaf->bytes);
        status = report(walk);
        if (!status && *text == '[')
            status = take_row(walk, scan, length);
        else if (!status)
            status = tdg_json_record(walk->reader, leaf, leaf->bytes.line, text, length, scan,
                                     walk->feed || *walk->key ? &known : NULL);
    }
    if (!status)
        drop(walk, length);
    return status;
}

/* A string without escapes that is not too long; else none. */
static void keep_string(char into[KEY_SIZE], const char *text, size_t length)
{
    bool fits =
        length < KEY_SIZE && !memchr(text, '\\', length) && tdg_utf8_valid(text, length) == length;
    memcpy(into, text, fits ? length : 0);
    into[fits ? length : 0] = '\0';
}

/* What a JSON Feed says of itself holds for its items. */
static void take_feed(struct walk *walk, const char *text, size_t length)
{
    char version[KEY_SIZE];
    if (strcmp(walk->key, "version") == 0) {
        keep_string(version, text, length);
        walk->feed = strstr(version, "jsonfeed.org/version/") != NULL;
    } else if (strcmp(walk->key, "title") == 0)
        keep_string(walk->title, text, length);
    else if (strcmp(walk->key, "language") == 0)
        keep_string(walk->language, text, length);
}

/* The first object may be a table: *done where it was read, or entered. One of columns stands alone
 * in its file, for an article that was scraped from a page may look like it. */
static int read_table(struct walk *walk, const struct tdg_json_scan *scan, size_t length,
                      bool *done)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    enum tdg_json_table table =
        tdg_json_table_of(&walk->reader->fields, tdg_bytes_at(bytes), length, scan->broken);
    *done = table == TDG_JSON_ROWS;
    if (table == TDG_JSON_ROWS)
        enter(walk, '{', false);
    if (table != TDG_JSON_COLUMNS)
        return TDG_OK;
    int status = tdg_bytes_peek(bytes, length + FOLLOWS);
    if (status)
        return status;
    *done = !scan->whole || skip_separators(tdg_bytes_at(bytes), length, tdg_bytes_length(bytes)) ==
                                tdg_bytes_length(bytes);
    return *done ? tdg_json_columns_read(walk->reader, walk->leaf) : TDG_OK;
}

/* Members of an object that is a table: its header, or the list of its rows, which is entered. */
static int read_part(struct walk *walk, const struct tdg_json_scan *scan, size_t length, bool *done)
{
    const char *text = tdg_bytes_at(&walk->leaf->bytes);
    *done = walk->header.count && walk->depth < DEEPEST && tdg_json_has_rows(text, length);
    if (*done)
        enter(walk, '[', false);
    else if (scan->whole && !walk->header.count)
        return tdg_json_header_take(&walk->header, &walk->reader->fields, text, length);
    return TDG_OK;
}

/* The value at the beginning of the window; `member` where it belongs to a key of an object that
 * has been entered, `listed` where that is one of those for lists of articles. */
static int read_value(struct walk *walk, bool member, bool listed)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    struct tdg_json_scan scan = {.fields = &walk->reader->fields, .listed = listed || !member};
    size_t limit = walk->reader->options->max_record;
    enum tdg_record_part piece;
    size_t length;
    int status = tdg_bytes_cut(bytes, tdg_json_find_value, &scan, limit, &piece, &length);
    if (status)
        return status;
    char first = *tdg_bytes_at(bytes);
    bool alone = !walk->depth && !walk->lines, done = false;
    if (++walk->values == 1 && first == '{')
        status = read_table(walk, &scan, length, &done);
    else if (!scan.broken && first == '[' && member)
        status = read_part(walk, &scan, length, &done);
    if (status || done)
        return status;
    bool brackets = first == '{' || first == '[';
    if (walk->depth < DEEPEST && brackets && holds_articles(&scan, alone || member)) {
        status = report(walk);
        if (!status)
            enter(walk, first, first == '{' && !scan.articles && scan.by_key);
        return status;
    }
    bool too_long = length > limit && !scan.broken;
    if (too_long && !(scan.own_text && scan.articles))
        return lose_long(walk, &scan, piece, length);
    if (too_long)
        return lose(walk, &scan, length, "unterminated record");
    if (!tdg_json_is_whole(&scan) || (!brackets && !ends_here(bytes, length)))
        return lose(walk, &scan, length,
                    walk->behind ? "text after the end of the list" : "not valid JSON");
    bool article = first == '{' && walk->depth && walk->by_key[walk->depth - 1] && scan.own_text &&
                   scan.own_date;
    if (!member || article)
        return take(walk, &scan, length);
    if (first == '"' && walk->depth == 1)
        take_feed(walk, tdg_bytes_at(bytes) + 1, length - 2);
    drop(walk, length);
    return TDG_OK;
}

/* A key of an object that has been entered, and its value. */
static int read_member(struct walk *walk)
{
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    struct tdg_json_scan scan = {0};
    enum tdg_record_part piece;
    size_t length;
    char byte = '\0';
    bool more = false;
    int status = tdg_bytes_cut(bytes, tdg_json_find_value, &scan, walk->reader->options->max_record,
                               &piece, &length);
    if (status)
        return status;
    const char *name = tdg_bytes_at(bytes) + 1;
    bool listed = scan.whole && tdg_json_is_list_name(name, length - 2);
    if (!scan.whole)
        return lose(walk, &scan, length, "not valid JSON");
    keep_string(walk->key, name, length - 2);
    drop(walk, length);
    status = next_byte(walk, &byte, &more);
    if (status || !more)
        return status;
    if (byte != ':')
        return lose(walk, &scan, 1, "not valid JSON");
    drop(walk, 1);
    status = next_byte(walk, &byte, &more);
    if (!status && more)
        status = read_value(walk, true, listed);
    walk->key[0] = '\0';
    return status;
}

/* A closing bracket. One that fits nothing is reported, but where brackets are known to be missing.
 */
static int leave(struct walk *walk, char bracket)
{
    char opened = bracket == ']' ? '[' : '{';
    unsigned depth = walk->depth;
    while (depth && walk->open[depth - 1] != opened)
        depth--;
    int status = TDG_OK;
    if (!depth && !walk->ragged) {
        status =
            tdg_reader_skip(walk->reader, walk->leaf->name, walk->leaf->bytes.line,
                            walk->behind ? "text after the end of the list" : "not valid JSON");
        walk->ragged = true;
    }
    if (depth) {
        walk->depth = depth - 1;
        walk->behind = !walk->depth;
    }
    drop(walk, 1);
    return status;
}

static int step(struct walk *walk, char byte)
{
    char inside = walk->depth ? walk->open[walk->depth - 1] : '\0';
    if (byte == ']' || byte == '}')
        return leave(walk, byte);
    if (byte == '"' && inside == '{')
        return read_member(walk);
    if (byte == '[' && !walk->depth && !walk->lines) {
        enter(walk, byte, false);
        return TDG_OK;
    }
    return read_value(walk, false, false);
}

/* At the end of the stream: brackets that are missing there. What is lost may have held them. */
static int finish(struct walk *walk)
{
    bool closed = walk->lost && (walk->end == ']' || walk->end == '}');
    int status = report(walk);
    if (!status && walk->header_line && !walk->rows)
        status =
            tdg_reader_skip(walk->reader, walk->leaf->name, walk->header_line, "not a JSON object");
    if (!status && walk->depth && !closed)
        tdg_reader_warn(walk->reader, walk->leaf->name, walk->leaf->bytes.line,
                        "unterminated %s; part of the file may be missing",
                        memchr(walk->open, '[', walk->depth) ? "list" : "object");
    return status;
}

static int walk_through(struct tdg_reader *reader, struct tdg_leaf *leaf, bool lines)
{
    struct walk walk = {.reader = reader, .leaf = leaf, .lines = lines, .indented = true};
    char byte;
    bool more;
    int status;
    while (!(status = next_byte(&walk, &byte, &more)) && more) {
        status = step(&walk, byte);
        if (!status)
            status = tdg_reader_tick(reader);
        if (status)
            break;
    }
    if (!status)
        status = finish(&walk);
    tdg_json_header_done(&walk.header, reader, leaf);
    return status;
}

int tdg_json_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    return walk_through(reader, leaf, false);
}

int tdg_jsonl_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    return walk_through(reader, leaf, true);
}
