// SPDX-License-Identifier: GPL-3.0-or-later
/* Spreadsheets: each sheet with a header is a table of articles. A date is a number whose format
 * says so. */
#include "input/sheet.h"

#include <inttypes.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <tidings/error.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "input/csv_read.h"
#include "input/xml.h"

enum {
    COLUMNS = 16384, /* that a sheet can have, */
    TITLES = 10,     /* rows above the header, */
    NAME = 128,
    SHOWN = 80, /* bytes of a name in a notice */
    MAX_SHEETS = 1000,
    DAY = 86400,
    DAYS_TO_1970 = 25569, /* from 30 December 1899, */
    DAYS_TO_1904 = 1462,  /* where a workbook may begin, too, */
    LAST_DAY = 2958466,   /* and to the year 10000 */
};

struct book {
    struct tdg_buffer text; /* the shared strings, one after another, */
    size_t *ends;           /* [count] and where each of them ends */
    size_t count, capacity;
    bool *dates; /* [formats] the formats of cells that are dates */
    size_t formats, format_capacity;
    bool from_1904;
};

struct sheet {
    const struct book *book;
    struct tdg_xml xml;
    struct tdg_buffer row; /* the texts of its cells, */
    size_t *ends;          /* [row_count] and where each of them ends */
    size_t row_count, row_capacity;
    size_t number; /* of the row */
};

/* The text of a string: all of its runs, but not how it is pronounced. Ends behind `name`. */
static void add_string(struct tdg_buffer *into, struct tdg_xml *xml, const char *name)
{
    bool inside = false;
    for (enum tdg_xml_step step; (step = tdg_xml_next(xml)) != TDG_XML_END;) {
        if (step == TDG_XML_CLOSE && tdg_xml_is(xml, name))
            return;
        if (step == TDG_XML_OPEN && tdg_xml_is(xml, "rPh"))
            tdg_xml_skip(xml);
        else if (step != TDG_XML_TEXT && tdg_xml_is(xml, "t"))
            inside = step == TDG_XML_OPEN;
        else if (step == TDG_XML_TEXT && inside)
            tdg_buffer_string(into, xml->text);
    }
}

static int take_strings(struct book *book, const struct tdg_part *part)
{
    struct tdg_xml xml;
    if (!part)
        return TDG_OK;
    if (!tdg_xml_open(&xml, &part->bytes))
        return TDG_ENOMEM;
    int status = TDG_OK;
    for (enum tdg_xml_step step; !status && (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (step != TDG_XML_OPEN || !tdg_xml_is(&xml, "si"))
            continue;
        size_t *grown = tdg_grow(book->ends, &book->capacity, book->count + 1, sizeof *grown);
        if (!grown) {
            status = TDG_ENOMEM;
            break;
        }
        book->ends = grown;
        add_string(&book->text, &xml, "si");
        book->ends[book->count++] = book->text.length;
    }
    tdg_xml_close(&xml);
    return book->text.failed ? TDG_ENOMEM : status;
}

/* Of the formats that every program knows by number these are dates. */
static bool is_known_date(unsigned long number)
{
    return (number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 36) ||
           (number >= 50 && number <= 58);
}

/* A format such as "yyyy\-mm\-dd": a day or a year outside of quotation marks and brackets. */
static bool is_date_format(const char *code)
{
    bool quoted = false, bracket = false;
    for (; *code; code++) {
        if (*code == '"')
            quoted = !quoted;
        else if (quoted)
            continue;
        else if (*code == '\\' && code[1])
            code++;
        else if (*code == '[' || *code == ']')
            bracket = *code == '[';
        else if (!bracket && strchr("yYdD", *code))
            return true;
    }
    return false;
}

enum { MAX_CUSTOM = 1000 };

/* The numbers of the formats of a workbook that are dates. */
struct custom {
    unsigned long date[MAX_CUSTOM];
    size_t count;
};

static bool is_custom_date(const struct custom *custom, unsigned long number)
{
    for (size_t i = 0; i < custom->count; i++)
        if (custom->date[i] == number)
            return true;
    return false;
}

static unsigned long number_of(struct tdg_xml *xml, const char *name)
{
    char text[24];
    tdg_xml_attribute(xml, name, text, sizeof text);
    return strtoul(text, NULL, 10);
}

static int add_format(struct book *book, bool date)
{
    bool *grown = tdg_grow(book->dates, &book->format_capacity, book->formats + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    book->dates = grown;
    book->dates[book->formats++] = date;
    return TDG_OK;
}

static int take_styles(struct book *book, const struct tdg_part *part)
{
    struct tdg_xml xml;
    struct custom custom = {.count = 0};
    bool cells = false;
    int status = TDG_OK;
    if (!part)
        return TDG_OK;
    if (!tdg_xml_open(&xml, &part->bytes))
        return TDG_ENOMEM;
    for (enum tdg_xml_step step; !status && (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (tdg_xml_is(&xml, "cellXfs") && step != TDG_XML_TEXT)
            cells = step == TDG_XML_OPEN;
        if (step != TDG_XML_OPEN)
            continue;
        if (tdg_xml_is(&xml, "numFmt") && custom.count < MAX_CUSTOM) {
            char code[NAME];
            tdg_xml_attribute(&xml, "formatCode", code, sizeof code);
            if (is_date_format(code))
                custom.date[custom.count++] = number_of(&xml, "numFmtId");
        } else if (tdg_xml_is(&xml, "xf") && cells) {
            unsigned long format = number_of(&xml, "numFmtId");
            status = add_format(book, is_known_date(format) || is_custom_date(&custom, format));
        }
    }
    tdg_xml_close(&xml);
    return status;
}

/* The day and the time that a number stands for; false where it stands for none. */
static bool write_date(const struct book *book, const char *number, char into[32])
{
    char *end;
    double days = strtod(number, &end);
    if (end == number || !(days >= 1.0 && days < LAST_DAY))
        return false;
    double seconds = (days - DAYS_TO_1970 + (book->from_1904 ? DAYS_TO_1904 : 0)) * DAY;
    time_t time = (time_t)floor(seconds + 0.5);
    struct tm parts;
    if (!gmtime_r(&time, &parts))
        return false;
    strftime(into, 32, time % DAY ? "%Y-%m-%dT%H:%M:%S" : "%Y-%m-%d", &parts);
    return true;
}

/* "BC7": 54, counted from 0; COLUMNS where it is none. */
static size_t column_of(const char *reference)
{
    size_t column = 0, letters = 0;
    for (; reference[letters] >= 'A' && reference[letters] <= 'Z' && letters < 4; letters++)
        column = column * 26 + (size_t)(reference[letters] - 'A') + 1;
    return letters && column <= COLUMNS ? column - 1 : COLUMNS;
}

/* The cells up to a column; those between are empty. */
static int pad(struct sheet *sheet, size_t count)
{
    size_t *grown = tdg_grow(sheet->ends, &sheet->row_capacity, count, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    sheet->ends = grown;
    while (sheet->row_count < count)
        sheet->ends[sheet->row_count++] = sheet->row.length;
    return TDG_OK;
}

static void add_value(struct sheet *sheet, const char *kind, size_t style, const char *value)
{
    const struct book *book = sheet->book;
    char date[32];
    if (strcmp(kind, "s") == 0) {
        char *end;
        size_t number = strtoul(value, &end, 10);
        size_t begin = number && number < book->count ? book->ends[number - 1] : 0;
        if (end != value && number < book->count)
            tdg_buffer_add(&sheet->row, book->text.text ? book->text.text + begin : "",
                           book->ends[number] - begin);
    } else if (strcmp(kind, "e") == 0) /* #N/A */
        return;
    else if ((!*kind || strcmp(kind, "n") == 0) && style < book->formats && book->dates[style] &&
             write_date(book, value, date))
        tdg_buffer_string(&sheet->row, date);
    else
        tdg_buffer_string(&sheet->row, value);
}

/* A cell and what is in it. One that is left of the cell before has no place and is dropped. */
static int take_cell(struct sheet *sheet)
{
    struct tdg_xml *xml = &sheet->xml;
    struct tdg_buffer value = {0};
    char reference[16], kind[12];
    tdg_xml_attribute(xml, "r", reference, sizeof reference);
    tdg_xml_attribute(xml, "t", kind, sizeof kind);
    size_t style = number_of(xml, "s"),
           column = *reference ? column_of(reference) : sheet->row_count;
    bool placed = column < COLUMNS && column >= sheet->row_count;
    int status = placed ? pad(sheet, column + 1) : TDG_OK;
    bool inside = false;
    for (enum tdg_xml_step step; (step = tdg_xml_next(xml)) != TDG_XML_END;) {
        if (step == TDG_XML_CLOSE && tdg_xml_is(xml, "c"))
            break;
        if (step == TDG_XML_OPEN && tdg_xml_is(xml, "is"))
            add_string(&value, xml, "is");
        else if (step != TDG_XML_TEXT && tdg_xml_is(xml, "v"))
            inside = step == TDG_XML_OPEN;
        else if (step == TDG_XML_TEXT && inside)
            tdg_buffer_string(&value, xml->text);
    }
    if (!status && placed && value.length) {
        add_value(sheet, kind, style, value.text);
        sheet->ends[column] = sheet->row.length;
    }
    if (!status && (value.failed || sheet->row.failed))
        status = TDG_ENOMEM;
    tdg_buffer_done(&value);
    return status;
}

static int take_cells(struct sheet *sheet)
{
    char number[24];
    int status = TDG_OK;
    tdg_xml_attribute(&sheet->xml, "r", number, sizeof number);
    sheet->number = *number ? strtoul(number, NULL, 10) : sheet->number + 1;
    sheet->row_count = 0;
    tdg_buffer_clear(&sheet->row);
    for (enum tdg_xml_step step; !status && (step = tdg_xml_next(&sheet->xml)) != TDG_XML_END;) {
        if (step == TDG_XML_CLOSE && tdg_xml_is(&sheet->xml, "row"))
            break;
        if (step == TDG_XML_OPEN && tdg_xml_is(&sheet->xml, "c"))
            status = take_cell(sheet);
    }
    return status;
}

static int hand_out(const struct sheet *sheet, struct tdg_csv *csv)
{
    struct tdg_cell *grown =
        tdg_grow(csv->cells, &csv->capacity, sheet->row_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    csv->cells = grown;
    csv->count = sheet->row_count;
    csv->line = sheet->number;
    for (size_t i = 0, begin = 0; i < sheet->row_count; begin = sheet->ends[i++])
        csv->cells[i] = (struct tdg_cell){sheet->row.text ? sheet->row.text + begin : "",
                                          sheet->ends[i] - begin};
    return TDG_OK;
}

/* A tdg_next_row. */
static int next_row(void *context, struct tdg_reader *reader, struct tdg_leaf *leaf,
                    struct tdg_csv *csv, bool *more)
{
    struct sheet *sheet = context;
    size_t limit = reader->options->max_record;
    *more = false;
    for (enum tdg_xml_step step; (step = tdg_xml_next(&sheet->xml)) != TDG_XML_END;) {
        if (step != TDG_XML_OPEN || !tdg_xml_is(&sheet->xml, "row"))
            continue;
        int status = take_cells(sheet);
        if (!status)
            status = tdg_reader_tick(reader);
        if (!status && sheet->row.length > limit)
            status = tdg_reader_skip(reader, leaf->name, sheet->number,
                                     "a row longer than the limit of %zu bytes", limit);
        else if (!status && sheet->row.length) {
            *more = true;
            return hand_out(sheet, csv);
        }
        if (status)
            return status;
    }
    return TDG_OK;
}

/* What is told of a sheet, and the articles of it, name it besides the file. */
static int read_sheet(struct tdg_reader *reader, const struct tdg_leaf *leaf,
                      const struct book *book, const struct tdg_part *part, const char *name)
{
    struct sheet sheet = {.book = book};
    struct tdg_csv csv = {.ragged = true};
    struct tdg_leaf here = *leaf;
    struct tdg_buffer place = {0};
    bool named = false, missing;
    tdg_buffer_format(&place, "%s, sheet %.*s", leaf->name,
                      (int)tdg_utf8_cut(name, strlen(name), SHOWN), name);
    int status = place.failed ? TDG_ENOMEM : tdg_reader_file(reader, place.text, &here.file);
    if (!status && !tdg_xml_open(&sheet.xml, &part->bytes))
        status = TDG_ENOMEM;
    if (status) {
        tdg_buffer_done(&place);
        return status;
    }
    here.name = place.text;
    status = tdg_rows_read(reader, &here, &csv, next_row, &sheet, TITLES, &named, &missing);
    if (!status && !named && csv.line)
        tdg_reader_warn(reader, here.name, 0,
                        "not read: no column is a title or a body; --map can name one");
    if (!status && sheet.xml.broken)
        tdg_reader_warn(reader, here.name, sheet.number, "damaged behind this row");
    tdg_xml_close(&sheet.xml);
    tdg_buffer_done(&sheet.row);
    tdg_buffer_done(&place);
    free(sheet.ends);
    tdg_csv_done(&csv);
    return status;
}

/* The file of a sheet, by the number that the workbook has for it. */
static int find_target(const struct tdg_package *package, const char *id, char into[NAME])
{
    const struct tdg_part *part = tdg_package_find(package, "xl/_rels/workbook.xml.rels");
    struct tdg_xml xml;
    char here[NAME];
    *into = '\0';
    if (!part)
        return TDG_OK;
    if (!tdg_xml_open(&xml, &part->bytes))
        return TDG_ENOMEM;
    for (enum tdg_xml_step step; !*into && (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (step != TDG_XML_OPEN || !tdg_xml_is(&xml, "Relationship"))
            continue;
        tdg_xml_attribute(&xml, "Id", here, sizeof here);
        if (strcmp(here, id) != 0)
            continue;
        tdg_xml_attribute(&xml, "Target", here, sizeof here);
        snprintf(into, NAME, "%s%.100s", *here == '/' ? "" : "xl/", *here == '/' ? here + 1 : here);
    }
    tdg_xml_close(&xml);
    return TDG_OK;
}

static int read_sheets(struct tdg_reader *reader, struct tdg_leaf *leaf, struct book *book,
                       const struct tdg_package *package)
{
    struct tdg_xml xml;
    int status = TDG_OK;
    if (!tdg_xml_open(&xml, &tdg_package_find(package, "xl/workbook.xml")->bytes))
        return TDG_ENOMEM;
    size_t count = 0;
    for (enum tdg_xml_step step; !status && (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (step == TDG_XML_OPEN && tdg_xml_is(&xml, "workbookPr")) {
            char value[8];
            tdg_xml_attribute(&xml, "date1904", value, sizeof value);
            book->from_1904 = *value == '1' || *value == 't';
        }
        if (step != TDG_XML_OPEN || !tdg_xml_is(&xml, "sheet") || ++count > MAX_SHEETS)
            continue;
        char name[NAME], id[NAME], target[NAME];
        tdg_xml_attribute(&xml, "name", name, sizeof name);
        name[tdg_utf8_valid(name, strlen(name))] = '\0'; /* it may be cut */
        tdg_xml_attribute(&xml, "id", id, sizeof id);
        status = find_target(package, id, target);
        const struct tdg_part *part = *target ? tdg_package_find(package, target) : NULL;
        if (!status && part)
            status = read_sheet(reader, leaf, book, part, name);
        else if (!status && strncmp(target, "xl/worksheets/", 14) == 0)
            tdg_reader_warn(reader, leaf->name, 0, "sheet \"%.80s\" is missing", name);
    }
    tdg_xml_close(&xml);
    return status;
}

int tdg_sheets_read(struct tdg_reader *reader, struct tdg_leaf *leaf,
                    const struct tdg_package *package)
{
    struct book book = {0};
    size_t before = reader->articles->count + reader->articles->skipped;
    int status = take_strings(&book, tdg_package_find(package, "xl/sharedStrings"));
    if (!status)
        status = take_styles(&book, tdg_package_find(package, "xl/styles.xml"));
    if (!status)
        status = read_sheets(reader, leaf, &book, package);
    if (!status && reader->articles->count + reader->articles->skipped == before)
        status = tdg_reader_skip(reader, leaf->name, 0, "contains no articles");
    tdg_buffer_done(&book.text);
    free(book.ends);
    free(book.dates);
    return status;
}
