// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/json_scan.h"

#include <string.h>

/* What may come next. Numbers are taken as liberally as strtod() takes them, 01 and -.5 and 1., and
 * \u without four digits as text: C:\users is in files that have always been read. A comma may
 * stand before a closing bracket, and NaN and Infinity, as Python writes them, are values. */
enum state {
    VALUE,  /* a value */
    ITEM,   /* a value or the end of the list, behind [ or a comma */
    MEMBER, /* a key or the end of the object, behind { or a comma */
    COLON,
    NEXT, /* a comma or a closing bracket */
    STRING,
    ESCAPE,
    WORD,
    MINUS,
    POINT, /* a digit behind "-." */
    DIGITS,
    FRACTION,
    EXPONENT, /* a sign or a digit behind e */
    SIGN,     /* a digit behind that */
    POWER,
    LOOSE, /* deeper than brackets are matched */
    LOOSE_STRING,
    LOOSE_ESCAPE,
};

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_hex(char byte)
{
    return is_digit(byte) || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
}

bool tdg_json_is_list_name(const char *name, size_t length)
{
    static const char *const names[] = {"articles", "items",   "data", "documents", "docs",
                                        "results",  "records", "news", "stories",   "entries",
                                        "hits",     "posts",   "rows", "tweets",    "statuses"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i]) == length && memcmp(names[i], name, length) == 0)
            return true;
    return false;
}

static bool is_object(const struct tdg_json_scan *scan, unsigned depth)
{
    return depth && scan->objects[(depth - 1) / 64] >> (depth - 1) % 64 & 1;
}

static void end_value(struct tdg_json_scan *scan)
{
    scan->state = NEXT;
    scan->whole = scan->depth == 0;
}

static void fill_level(struct tdg_json_scan *scan)
{
    if (scan->depth <= TDG_JSON_LEVELS)
        scan->level[scan->depth].empty = false;
}

static void open_bracket(struct tdg_json_scan *scan, bool object)
{
    fill_level(scan);
    scan->state = object ? MEMBER : ITEM;
    if (scan->depth >= TDG_JSON_MATCHED)
        scan->state = LOOSE;
    else {
        uint64_t bit = UINT64_C(1) << scan->depth % 64, *bits = &scan->objects[scan->depth / 64];
        *bits = object ? *bits | bit : *bits & ~bit;
    }
    scan->depth++;
    if (scan->depth > scan->deepest)
        scan->deepest = scan->depth;
    if (scan->depth > TDG_JSON_LEVELS)
        return;
    bool listed = scan->depth == 1 ? scan->listed : scan->level[scan->depth - 1].listed;
    scan->level[scan->depth] = (struct tdg_json_level){
        .listed = !object && listed,
        .empty = true,
        .inside = object && scan->depth > 1 && scan->level[scan->depth - 1].wraps,
    };
}

static void close_bracket(struct tdg_json_scan *scan, bool object)
{
    if (scan->depth == 0 || is_object(scan, scan->depth) != object) {
        scan->broken = true;
        return;
    }
    if (scan->depth == 2 && !object && is_object(scan, 1) && scan->level[2].listed &&
        scan->level[2].empty)
        scan->vacant = true;
    scan->depth--;
    end_value(scan);
}

/* A key of an object tells what the object is. An article under a name that is none for lists needs
 * a date to be known: tags and authors have names and texts, too. */
static void take_key(struct tdg_json_scan *scan, const char *name, size_t length)
{
    if (!scan->fields || scan->depth > TDG_JSON_LEVELS)
        return;
    struct tdg_json_level *here = &scan->level[scan->depth];
    here->empty = false;
    here->listed = tdg_json_is_list_name(name, length);
    here->wraps = tdg_field_is_wrapper(name, length);
    const uint8_t *ranks = tdg_fields_named(scan->fields, name, length);
    if (!ranks)
        return;
    unsigned depth = scan->depth;
    while (scan->level[depth].inside)
        depth--;
    struct tdg_json_level *level = &scan->level[depth];
    level->text = level->text || ranks[TDG_FIELD_TITLE] || ranks[TDG_FIELD_BODY];
    level->dated = level->dated || ranks[TDG_FIELD_PUBLISHED];
    if (depth == 1) {
        scan->own_text = level->text;
        scan->own_date = level->dated;
    } else if (is_object(scan, depth - 1))
        scan->by_key = scan->by_key || (level->text && level->dated);
    else if (level->text) {
        bool listed = scan->level[depth - 1].listed;
        scan->articles = scan->articles || listed || level->dated;
        scan->feed = scan->feed || (depth == 3 && listed && is_object(scan, 1));
    }
}

/* From inside a string to behind it, or to `length`. */
static size_t scan_string(struct tdg_json_scan *scan, const char *text, size_t at, size_t length)
{
    while (at < length && text[at] != '"' && text[at] != '\\')
        at++;
    if (at == length)
        return at;
    if (text[at] == '\\')
        scan->state = ESCAPE;
    else if (scan->key) {
        take_key(scan, text + scan->key_at, at - scan->key_at);
        scan->state = COLON;
    } else
        end_value(scan);
    return at + 1;
}

static void begin_string(struct tdg_json_scan *scan, size_t at, bool key)
{
    scan->state = STRING;
    scan->key = key;
    scan->key_at = at + 1;
}

static void begin_word(struct tdg_json_scan *scan, char byte)
{
    static const char *const words[] = {"true", "false", "null", "NaN", "Infinity"};
    scan->broken = true;
    for (size_t i = 0; i < sizeof words / sizeof *words && scan->broken; i++) {
        scan->broken = byte != *words[i];
        scan->word = words[i];
    }
    scan->state = WORD;
    scan->letters = 1;
}

static void begin_value(struct tdg_json_scan *scan, char byte, size_t at)
{
    fill_level(scan);
    if (byte == '"')
        begin_string(scan, at, false);
    else if (byte == '{' || byte == '[')
        open_bracket(scan, byte == '{');
    else if (byte == '-')
        scan->state = MINUS;
    else if (is_digit(byte))
        scan->state = DIGITS;
    else
        begin_word(scan, byte);
}

/* A byte of a number; false where the number has ended before it. */
static bool scan_number(struct tdg_json_scan *scan, char byte)
{
    static const struct {
        unsigned char from, to;
        char byte; /* 'd' any digit, 's' a sign, 'e' either case */
    } steps[] = {
        {MINUS, DIGITS, 'd'},      {MINUS, POINT, '.'},       {POINT, FRACTION, 'd'},
        {DIGITS, DIGITS, 'd'},     {DIGITS, FRACTION, '.'},   {DIGITS, EXPONENT, 'e'},
        {FRACTION, FRACTION, 'd'}, {FRACTION, EXPONENT, 'e'}, {EXPONENT, POWER, 'd'},
        {EXPONENT, SIGN, 's'},     {SIGN, POWER, 'd'},        {POWER, POWER, 'd'},
    };
    char kind = is_digit(byte)               ? 'd'
                : byte == '+' || byte == '-' ? 's'
                : byte == 'e' || byte == 'E' ? 'e'
                                             : byte;
    for (size_t i = 0; i < sizeof steps / sizeof *steps; i++)
        if (steps[i].from == scan->state && steps[i].byte == kind) {
            scan->state = steps[i].to;
            return true;
        }
    if (scan->state == MINUS && byte == 'I') {
        begin_word(scan, byte);
        scan->letters = 0; /* the caller goes on with this one */
        return true;
    }
    scan->broken = scan->state != DIGITS && scan->state != FRACTION && scan->state != POWER;
    if (!scan->broken)
        end_value(scan);
    return scan->broken;
}

/* A byte inside of a word or an escape. */
static void scan_inside(struct tdg_json_scan *scan, char byte)
{
    if (scan->state == ESCAPE) {
        scan->state = STRING;
        scan->broken = !byte || !strchr("\"\\/bfnrtu", byte);
    } else {
        scan->broken = byte != scan->word[scan->letters++];
        if (!scan->broken && !scan->word[scan->letters])
            end_value(scan);
    }
}

/* A byte between values. */
static void scan_between(struct tdg_json_scan *scan, char byte, size_t at)
{
    bool object = is_object(scan, scan->depth);
    if ((byte == '}' && scan->state == MEMBER) || (byte == ']' && scan->state == ITEM) ||
        ((byte == '}' || byte == ']') && scan->state == NEXT))
        close_bracket(scan, byte == '}');
    else if (scan->state == NEXT && byte == ',')
        scan->state = object ? MEMBER : ITEM;
    else if (scan->state == COLON && byte == ':')
        scan->state = VALUE;
    else if (scan->state == MEMBER && byte == '"')
        begin_string(scan, at, true);
    else if (scan->state == VALUE || scan->state == ITEM)
        begin_value(scan, byte, at);
    else
        scan->broken = true;
}

static void scan_loose(struct tdg_json_scan *scan, char byte)
{
    if (scan->state == LOOSE_ESCAPE || (scan->state != LOOSE_STRING && byte == '"'))
        scan->state = LOOSE_STRING;
    else if (scan->state == LOOSE_STRING)
        scan->state = byte == '"' ? LOOSE : byte == '\\' ? LOOSE_ESCAPE : LOOSE_STRING;
    else if (byte == '{' || byte == '[') {
        scan->depth++;
        scan->deepest = scan->depth > scan->deepest ? scan->depth : scan->deepest;
    } else if ((byte == '}' || byte == ']') && --scan->depth == TDG_JSON_MATCHED)
        scan->state = NEXT;
}

size_t tdg_json_find_value(void *state, const char *text, size_t seen, size_t length)
{
    struct tdg_json_scan *scan = state;
    for (size_t at = seen; at < length;) {
        if (scan->state == STRING) {
            at = scan_string(scan, text, at, length);
            if (scan->whole)
                return at;
            continue;
        }
        char byte = text[at];
        if (scan->state >= MINUS && scan->state <= POWER && !scan_number(scan, byte)) {
            if (scan->whole)
                return at;
            continue; /* the same byte, behind the number */
        }
        if (scan->state >= LOOSE)
            scan_loose(scan, byte);
        else if (scan->state == ESCAPE || scan->state == WORD)
            scan_inside(scan, byte);
        else if (scan->state < STRING && !tdg_json_is_blank(byte))
            scan_between(scan, byte, at);
        at++;
        if (scan->broken || scan->whole)
            return at;
    }
    return 0;
}

bool tdg_json_is_whole(const struct tdg_json_scan *scan)
{
    return !scan->broken &&
           (scan->whole || (scan->depth == 0 && (scan->state == DIGITS || scan->state == FRACTION ||
                                                 scan->state == POWER)));
}

/* {" or {}: 1, anything else: 0, too short to tell: -1. */
static int object_begins(const char *text, size_t at, size_t length)
{
    at = tdg_json_skip_blanks(text, at + 1, length);
    return at == length ? -1 : text[at] == '"' || text[at] == '}';
}

static bool stops(struct tdg_json_search *search, const char *text, size_t at, size_t length)
{
    /* A value of a key stands on a line of its own no further left than its record. */
    bool outside = search->before != ':' || (search->indented && search->column <= search->indent);
    if (text[at] == '{')
        return outside && object_begins(text, at, length);
    return text[at] == '[' && !outside;
}

size_t tdg_json_find_next(void *state, const char *text, size_t seen, size_t length)
{
    struct tdg_json_search *search = state;
    for (size_t at = seen; at < length; at++) {
        char byte = text[at];
        if (search->skip)
            search->skip--;
        else if (stops(search, text, at, length)) {
            search->found = byte;
            return at;
        }
        if (byte == '\n') {
            search->line++;
            search->column = 0;
            search->indented = true;
            if (search->line_ends && !search->skip) {
                search->found = byte;
                return at + 1;
            }
        } else if (tdg_json_is_blank(byte))
            search->column++;
        else {
            search->column++;
            search->indented = false;
            search->last_line = search->line;
            if (byte != ',')
                search->before = byte;
        }
    }
    return 0;
}

/* The four digits of an escape at `at`: its number, or -1 where it is none. */
static int escape_value(const char *text, size_t at, size_t length)
{
    int value = 0;
    if (at + 6 > length || text[at] != '\\' || text[at + 1] != 'u')
        return -1;
    for (size_t i = at + 2; i < at + 6; i++) {
        if (!is_hex(text[i]))
            return -1;
        int digit = is_digit(text[i]) ? text[i] - '0' : (text[i] | 0x20) - 'a' + 10;
        value = value * 16 + digit;
    }
    return value;
}

size_t tdg_json_mend_escapes(char *text, size_t length)
{
    size_t mended = 0;
    const char *found;
    for (size_t at = 0; at < length && (found = memchr(text + at, '\\', length - at));) {
        at = (size_t)(found - text);
        int value = escape_value(text, at, length);
        if (value < 0) {
            at += 2;
            continue;
        }
        const char *better = NULL;
        if (value == 0)
            better = "0020";
        else if (value >= 0xd800 && value <= 0xdfff) {
            int low = escape_value(text, at + 6, length);
            if (value <= 0xdbff && low >= 0xdc00 && low <= 0xdfff)
                at += 6;
            else
                better = "fffd";
        }
        if (better) {
            memcpy(text + at + 2, better, 4);
            mended++;
        }
        at += 6;
    }
    return mended;
}

/* The UTF-8 of a character; its length. */
static size_t put_character(char *into, unsigned character)
{
    static const unsigned char leads[] = {0, 0, 0xc0, 0xe0, 0xf0};
    size_t size = character < 0x80 ? 1 : character < 0x800 ? 2 : character < 0x10000 ? 3 : 4;
    for (size_t i = size; i-- > 1; character >>= 6)
        into[i] = (char)(0x80 | (character & 0x3f));
    into[0] = (char)(leads[size] | character);
    return size;
}

size_t tdg_json_unescape(char *text, size_t length)
{
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    char *into = memchr(text, '\\', length);
    if (!into)
        return length;
    for (const char *at = into, *end = text + length; at < end;) {
        if (*at != '\\') {
            *into++ = *at++;
            continue;
        }
        int value = escape_value(at, 0, (size_t)(end - at));
        if (value < 0) {
            const char *letter = strchr(from, at[1]);
            if (at[1] == 'u')
                *into++ = '\\';
            *into++ = letter ? to[letter - from] : at[1];
            at += 2;
            continue;
        }
        at += 6;
        unsigned character = (unsigned)value;
        if (value >= 0xd800 && value <= 0xdbff) {
            unsigned low = (unsigned)escape_value(at, 0, (size_t)(end - at));
            character = 0x10000 + ((character - 0xd800) << 10) + (low - 0xdc00);
            at += 6;
        }
        into += put_character(into, character);
    }
    return (size_t)(into - text);
}

char *tdg_json_skip_string(char *text)
{
    for (text++; *text != '"'; text++)
        text += *text == '\\';
    return text + 1;
}

char *tdg_json_skip_value(char *text)
{
    unsigned depth = 0;
    do {
        if (*text == '"') {
            text = tdg_json_skip_string(text);
            continue;
        }
        depth += *text == '{' || *text == '[';
        depth -= *text == '}' || *text == ']';
        text++;
    } while (depth || !(tdg_json_is_blank(*text) || strchr(",]}", *text)));
    return text;
}
