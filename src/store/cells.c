// SPDX-License-Identifier: GPL-3.0-or-later
/* What a cell of a table may hold. SQLite itself takes anything anywhere. */
#include "store/cells.h"

#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/names.h"
#include "base/utf8.h"
#include "phrasing/ledger.h"

static const char not_there[] = "a value is missing";
static const char no_number[] = "a value is not a number";
static const char out_of_range[] = "a number is out of range";
static const char nothing[] = "a number refers to no row";
static const char no_text[] = "a value is not text";
static const char no_utf8[] = "a text is not UTF-8";
static const char no_kind[] = "a kind is unknown";

/* Whole numbers by their letter. */
static const struct {
    char letter;
    bool null; /* may be NULL */
    int64_t least, most;
    const char *wrong;
} numbers[] = {
    {'n', false, 1, UINT32_MAX - 1, nothing},
    {'o', true, 1, UINT32_MAX - 1, nothing},
    {'z', false, 0, UINT32_MAX - 1, nothing},
    {'c', false, 0, INT64_C(1) << 53, out_of_range},
    {'u', false, 0, UINT32_MAX - 1, out_of_range},
    {'i', false, INT64_MIN, INT64_MAX, out_of_range},
    {'I', true, INT64_MIN, INT64_MAX, out_of_range},
    {'f', false, 0, 1, out_of_range},
    /* years 0 to 9999 */
    {'t', true, INT64_C(-62167219200), INT64_C(253402300799), out_of_range},
    {'T', false, INT64_C(-62167219200), INT64_C(253402300799), out_of_range},
};

static const char *text_wrong(sqlite3_stmt *statement, int column)
{
    const char *text = (const char *)sqlite3_column_text(statement, column);
    size_t length = (size_t)sqlite3_column_bytes(statement, column);
    return text && tdg_utf8_valid(text, length) == length ? NULL : no_utf8;
}

static const char *real_wrong(sqlite3_stmt *statement, int column, int type, char letter)
{
    if (type != SQLITE_FLOAT && type != SQLITE_INTEGER)
        return no_number;
    double value = sqlite3_column_double(statement, column);
    bool good = letter == 'D' || (letter == 'p' ? value >= 0 && value <= 1 : isfinite(value) != 0);
    return good ? NULL : out_of_range;
}

static const char *name_wrong(sqlite3_stmt *statement, int column, char letter)
{
    enum tdg_ledger_kind kind;
    enum tdg_ledger_cause cause;
    const char *name = (const char *)sqlite3_column_text(statement, column);
    bool good = name && (letter == 'k' ? tdg_ledger_kind_find(&kind, name)
                                       : tdg_ledger_cause_find(&cause, name));
    return good ? NULL : no_kind;
}

const char *tdg_cell_wrong(sqlite3_stmt *statement, int column, char letter)
{
    int type = sqlite3_column_type(statement, column);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        if (numbers[i].letter != letter)
            continue;
        if (type == SQLITE_NULL)
            return numbers[i].null ? NULL : not_there;
        int64_t value = sqlite3_column_int64(statement, column);
        return type != SQLITE_INTEGER                                ? no_number
               : value < numbers[i].least || value > numbers[i].most ? numbers[i].wrong
                                                                     : NULL;
    }
    if (letter == 'x')
        return NULL;
    if (type == SQLITE_NULL)
        return strchr("DSw", letter) ? NULL : not_there;
    if (strchr("dDp", letter))
        return real_wrong(statement, column, type, letter);
    if (letter == 'k' || letter == 'w')
        return type == SQLITE_TEXT ? name_wrong(statement, column, letter) : no_text;
    if (letter == 'b' && type == SQLITE_BLOB)
        return NULL;
    if (letter == 'b' && type == SQLITE_TEXT)
        return text_wrong(statement, column);
    return type == SQLITE_TEXT ? text_wrong(statement, column) : no_text;
}
