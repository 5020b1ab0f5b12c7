// SPDX-License-Identifier: GPL-3.0-or-later
/* DOCX and XLSX. */
#include "input/office.h"

#include <tidings/types.h>

#include "unit/input/packing.h"
#include "unit/input/reading.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"
#define DOCUMENT(paragraphs) "<w:document xmlns:w='w'><w:body>" paragraphs "</w:body></w:document>"

static void pack_zip(const char *name, const struct member *items, size_t count)
{
    pack(name, ARCHIVE_FORMAT_ZIP, ARCHIVE_FILTER_NONE, items, count);
}

/* A document with that text: the titles that come of it, and what is told. */
static void document_is(const char *xml, const char *core, const char *wanted, const char *told)
{
    const struct member items[] = {
        {"[Content_Types].xml", "<x/>", 0},
        {"docProps/core.xml", core, 0},
        {"word/document.xml", xml, 0},
    };
    struct reading reading;
    reading_init(&reading);
    pack_zip("d.docx", items, 3);
    read_on(&reading, "d.docx");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(titles(&reading), wanted);
    assert_string_equal(reading.told, told);
    reading_done(&reading);
}

static void a_document_is_an_article(void **state)
{
    (void)state;
    static const char core[] = "<c xmlns:dc='d'><dc:title>kept</dc:title>"
                               "<created>2023-03-01T10:00:00Z</created></c>";
    document_is(DOCUMENT(P("first") P("second")), "<c/>", "first ", "");
    document_is(DOCUMENT(P("first") P("second")), core, "kept ", "");
    document_is(DOCUMENT("<w:p><w:pPr><w:pStyle w:val='Title'/></w:pPr><w:r><w:t>styled</w:t></w:r>"
                         "</w:p>" P("text")),
                core, "styled ", "");
    document_is(DOCUMENT("<w:p><w:r><w:t>ke</w:t></w:r><w:del><w:r><w:t>x</w:t></w:r></w:del><w:r>"
                         "<w:t>pt</w:t><w:delText>y</w:delText></w:r></w:p>"),
                "<c/>", "kept ", "");
    document_is("<w:document xmlns:w='w'><w:p><w:r><w:t>cut</w:t></w:r></w:p>", "<c/>", "cut ",
                "d.docx:0 a damaged document; part of it may be missing\n");
    document_is(
        "<!DOCTYPE x [<!ENTITY a 'aaaa'>]><w:document xmlns:w='w'><w:t>&a;</w:t></w:document>",
        "<c/>", "",
        "d.docx:0 a document without text\n"
        "d.docx:0 a damaged document; part of it may be missing\n");
    document_is(DOCUMENT(P("1 of 2 DOCUMENTS") P("Herald") P("January 4, 2023 Wednesday") P("one")
                             P("LENGTH: 9 words") P("text") P("2 of 2 DOCUMENTS") P("Herald")
                                 P("January 5, 2023 Thursday") P("two") P("text")),
                core, "one two ", "");
    document_is(
        DOCUMENT("<w:tbl><w:tr><w:tc>" P("HD") "</w:tc><w:tc>" P(
            "coded") "</w:tc></w:tr>"
                     "<w:tr><w:tc>" P("PD") "</w:tc><w:tc>" P(
                         "1 March 2023") "</w:tc></w:tr>"
                                         "<w:tr><w:tc>" P("SN") "</w:tc><w:tc>" P(
                                             "N") "</w:tc></w:tr><w:tr><w:tc>" P("LP") "</"
                                                                                       "w:tc><w:"
                                                                                       "tc>" P(
                                                                                           "tex"
                                                                                           "t") "</"
                                                                                                "w:"
                                                                                                "tc"
                                                                                                "><"
                                                                                                "/w"
                                                                                                ":t"
                                                                                                "r>"
                                                                                                "</"
                                                                                                "w:"
                                                                                                "tb"
                                                                                                "l"
                                                                                                ">"),
        core, "coded ", "");
}

static void the_date_of_a_document(void **state)
{
    (void)state;
    const struct member items[] = {
        {"[Content_Types].xml", "<x/>", 0},
        {"docProps/core.xml", "<c><created>2023-03-01T10:00:00Z</created></c>", 0},
        {"word/document.xml", DOCUMENT(P("a") P("Date: 2 March 2023") P("b")), 0},
        {"word/document.xml", DOCUMENT(P("a") P("b")), 0},
    };
    static const int64_t days[] = {1677715200, 1677664800};
    for (size_t i = 0; i < 2; i++) {
        struct reading reading;
        const struct member some[] = {items[0], items[1], items[2 + i]};
        reading_init(&reading);
        pack_zip("date.docx", some, 3);
        read_on(&reading, "date.docx");
        assert_int_equal(reading.articles.items[0].published, days[i]);
        reading_done(&reading);
    }
}

static const char workbook[] = "<workbook xmlns:r='r'><sheets><sheet name='S' r:id='1'/>"
                               "<sheet name='Notes' r:id='2'/></sheets></workbook>";
static const char relations[] = "<R><Relationship Id='1' Target='worksheets/sheet1.xml'/>"
                                "<Relationship Id='2' Target='/xl/worksheets/sheet2.xml'/></R>";
static const char styles[] = "<s><numFmts><numFmt numFmtId='164' formatCode='&quot;day&quot; 0'/>"
                             "<numFmt numFmtId='165' formatCode='dd/mm/yy'/></numFmts>"
                             "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                             "<cellXfs><xf/><xf numFmtId='14'/><xf numFmtId='165'/>"
                             "<xf numFmtId='164'/></cellXfs></s>";
static const char strings[] = "<sst><si><t>title</t></si><si><r><t>ru</t></r><r><t>ns</t></r>"
                              "<rPh><t>no</t></rPh></si><si><t>date</t></si><si/></sst>";

/* A sheet with these rows: the titles that come of it. */
static void sheet_is(const char *rows, struct reading *reading)
{
    static char sheet[1 << 14];
    snprintf(sheet, sizeof sheet, "<worksheet><sheetData>%s</sheetData></worksheet>", rows);
    const struct member items[] = {
        {"_rels/.rels", "<x/>", 0},
        {"xl/worksheets/sheet1.xml", sheet, 0},
        {"xl/sharedStrings.xml", strings, 0},
        {"xl/workbook.xml", workbook, 0},
        {"xl/styles.xml", styles, 0},
        {"xl/_rels/workbook.xml.rels", relations, 0},
        {"xl/worksheets/sheet2.xml",
         "<w><row><c t='str'><v>variable</v></c><c t='str'><v>meaning</v></c></row></w>", 0},
    };
    reading_init(reading);
    pack_zip("s.xlsx", items, sizeof items / sizeof *items);
    read_on(reading, "s.xlsx");
    assert_int_equal(reading->status, TDG_OK);
}

static void a_sheet_is_a_table(void **state)
{
    (void)state;
    struct reading reading;
    sheet_is("<row r='1'><c r='A1' t='str'><v>An export</v></c></row><row r='2'/>"
             "<row r='3'><c r='A3' t='s'><v>0</v></c><c r='C3' t='s'><v>2</v></c></row>"
             "<row r='4'><c r='A4' t='s'><v>1</v></c><c r='C4' s='1'><v>44986</v></c></row>"
             "<row r='5'><c r='A5' t='inlineStr'><is><t>inline</t></is></c>"
             "<c r='C5' s='2'><v>44986.5</v></c><c r='E5'><v>beside</v></c></row>"
             "<row><c t='str'><f>A1</f><v>formula</v></c><c/><c t='d'><v>2023-03-01</v></c></row>"
             "<row r='7'><c r='A7' t='e'><v>#N/A</v></c></row>"
             "<row r='8'><c r='A8' t='str'><v>short</v></c></row>"
             "<row r='9'><c r='A9' t='s'><v>99</v></c><c r='C9' s='1'><v>1</v></c></row>",
             &reading);
    assert_string_equal(titles(&reading), "runs inline formula short ");
    const struct tdg_article *articles = reading.articles.items;
    assert_int_equal(articles[0].published, 1677628800);
    assert_int_equal(articles[1].published, 1677672000);
    assert_int_equal(articles[2].published, 1677628800);
    assert_true(articles[3].published == TDG_NO_DATE);
    assert_int_equal(articles[1].line, 5);
    assert_string_equal(reading.told,
                        "s.xlsx, sheet S:9 neither a title nor a body\n"
                        "s.xlsx, sheet Notes:0 not read: no column is a title or a body; "
                        "--map can name one\n");
    reading_done(&reading);
}

/* Of a damaged sheet the rows before that are read, but for the last few. */
static void what_is_odd_in_a_sheet(void **state)
{
    (void)state;
    static char rows[1 << 13];
    struct reading reading;
    int length =
        snprintf(rows, sizeof rows,
                 "<row><c t='str'><v>title</v></c></row><row><c r='ZZZZ1' t='str'><v>far</v></c>"
                 "<c r='A2' t='str'><v>one</v></c><c r='A2' t='str'><v>again</v></c></row>");
    for (int i = 0; i < 50; i++)
        length += snprintf(rows + length, sizeof rows - (size_t)length,
                           "<row><c t='str'><v>row</v></c></row>");
    snprintf(rows + length, sizeof rows - (size_t)length, "<row><c t='str'><v>two</v></c");
    sheet_is(rows, &reading);
    assert_string_equal(reading.articles.items[0].title, "one");
    assert_in_range(reading.articles.count, 20, 51);
    assert_non_null(strstr(reading.told, " damaged behind this row\n"));
    reading_done(&reading);
}

/* What a document is allowed to become in memory. */
static void documents_have_a_limit(void **state)
{
    (void)state;
    static char large[1 << 17];
    memset(large, 'x', sizeof large - 1);
    const struct member items[] = {
        {"[Content_Types].xml", "<x/>", 0},
        {"word/document.xml", large, 0},
    };
    struct reading reading;
    reading_init(&reading);
    reading.options.max_record = 1000;
    pack_zip("l.docx", items, 2);
    read_on(&reading, "l.docx");
    assert_int_equal(reading.status, TDG_OK);
    assert_string_equal(reading.told, "l.docx:0 a document longer than the limit of 32000 bytes\n");
    reading_done(&reading);
}

static void other_documents_are_refused(void **state)
{
    (void)state;
    static const struct {
        struct member member;
        const char *told;
    } rows[] = {
        {{"ppt/presentation.xml", "<x/>", 0}, "o:0 presentations are not supported\n"},
        {{"mimetype", "application/vnd.oasis.opendocument.text", 0},
         "o:0 OpenDocument files are not supported\n"},
        {{"mimetype", "application/epub+zip", 0}, "o:0 EPUB books are not supported\n"},
        {{"visio/document.xml", "<x/>", 0}, "o:0 office files of this kind are not supported\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        const struct member items[] = {{"[Content_Types].xml", "<x/>", 0}, rows[i].member};
        bool typed = strcmp(rows[i].member.name, "mimetype") != 0;
        struct reading reading;
        reading_init(&reading);
        pack_zip("o", typed ? items : items + 1, typed ? 2 : 1);
        read_on(&reading, "o");
        assert_int_equal(reading.articles.count, 0);
        assert_string_equal(reading.told, rows[i].told);
        reading_done(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_document_is_an_article), cmocka_unit_test(the_date_of_a_document),
        cmocka_unit_test(a_sheet_is_a_table),       cmocka_unit_test(what_is_odd_in_a_sheet),
        cmocka_unit_test(documents_have_a_limit),   cmocka_unit_test(other_documents_are_refused),
    };
    return RUN_IN_FOLDER(tests);
}
