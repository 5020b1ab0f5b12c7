// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/office.h"

#include <string.h>
#include <strings.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/utf8.h"
#include "calendar/date_parse.h"
#include "input/article.h"
#include "input/inner.h"
#include "input/sheet.h"
#include "input/xml.h"

enum { LONGEST_TITLE = 300 };

bool tdg_office_begins(const char *name, const char *member)
{
    static const char *const endings[] = {".docx", ".docm", ".dotx", ".xlsx", ".xlsm", ".xltx",
                                          ".pptx", ".odt",  ".ods",  ".odp",  ".epub"};
    static const char *const members[] = {"[Content_Types].xml", "_rels/",      "docProps/",
                                          "word/document",       "xl/workbook", "mimetype"};
    size_t length = strlen(name);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++)
        if (length > strlen(endings[i]) &&
            strcasecmp(name + length - strlen(endings[i]), endings[i]) == 0)
            return true;
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (strncmp(member, members[i], strlen(members[i])) == 0)
            return true;
    return false;
}

/* A document on its way to be text. */
struct document {
    struct tdg_buffer text, title, core_title, created;
    bool heading; /* the paragraph is one */
    size_t begin; /* where the paragraph begins in the text */
};

/* "Title", "Heading1", and what German and French Word call them. */
static bool is_heading(const char *style)
{
    static const char *const styles[] = {"Title",       "Titel",  "Titre",    "Heading1",
                                         "berschrift1", "Titre1", "Headline", "Überschrift1"};
    for (size_t i = 0; i < sizeof styles / sizeof *styles; i++)
        if (strcasecmp(style, styles[i]) == 0)
            return true;
    return false;
}

/* Paragraphs stand apart by empty lines, as in exports that are text. */
static void end_paragraph(struct document *document)
{
    struct tdg_buffer *text = &document->text;
    if (document->begin < text->length) {
        size_t length = text->length - document->begin;
        if (document->heading && !document->title.length && length < LONGEST_TITLE)
            tdg_buffer_add(&document->title, text->text + document->begin, length);
        tdg_buffer_string(text, "\n\n");
    }
    document->begin = text->length;
    document->heading = false;
}

/* The cells of a row stand in one line. */
static void end_cell(struct document *document)
{
    struct tdg_buffer *text = &document->text;
    while (text->length && text->text[text->length - 1] == '\n')
        text->text[--text->length] = '\0';
    tdg_buffer_char(text, '\t');
    document->begin = text->length;
}

/* Of a text that stands twice, for old programs and for new ones, one is taken; what was deleted or
 * moved away is none. */
static void open_element(struct document *document, struct tdg_xml *xml, bool *inside)
{
    char style[64];
    if (tdg_xml_is(xml, "t"))
        *inside = true;
    else if (tdg_xml_is(xml, "pStyle")) {
        tdg_xml_attribute(xml, "val", style, sizeof style);
        document->heading = is_heading(style);
    } else if (tdg_xml_is(xml, "tab"))
        tdg_buffer_char(&document->text, '\t');
    else if (tdg_xml_is(xml, "br") || tdg_xml_is(xml, "cr"))
        tdg_buffer_char(&document->text, '\n');
    else if (tdg_xml_is(xml, "noBreakHyphen"))
        tdg_buffer_char(&document->text, '-');
    else if (tdg_xml_is(xml, "tabs") || tdg_xml_is(xml, "Fallback") || tdg_xml_is(xml, "del") ||
             tdg_xml_is(xml, "moveFrom"))
        tdg_xml_skip(xml);
}

static int take_text(struct document *document, const struct tdg_part *part, bool *broken)
{
    struct tdg_xml xml;
    bool inside = false;
    if (!tdg_xml_open(&xml, &part->bytes))
        return TDG_ENOMEM;
    for (enum tdg_xml_step step; (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (step == TDG_XML_OPEN)
            open_element(document, &xml, &inside);
        else if (step == TDG_XML_TEXT) {
            if (inside)
                tdg_buffer_string(&document->text, xml.text);
        } else if (tdg_xml_is(&xml, "t"))
            inside = false;
        else if (tdg_xml_is(&xml, "p"))
            end_paragraph(document);
        else if (tdg_xml_is(&xml, "tc"))
            end_cell(document);
        else if (tdg_xml_is(&xml, "tr"))
            tdg_buffer_string(&document->text, "\n\n");
    }
    *broken = xml.broken;
    tdg_xml_close(&xml);
    return document->text.failed || document->title.failed ? TDG_ENOMEM : TDG_OK;
}

/* The title and the date that the program keeps of the document. */
static int take_core(struct document *document, const struct tdg_part *part)
{
    struct tdg_xml xml;
    struct tdg_buffer *into = NULL;
    if (!part)
        return TDG_OK;
    if (!tdg_xml_open(&xml, &part->bytes))
        return TDG_ENOMEM;
    for (enum tdg_xml_step step; (step = tdg_xml_next(&xml)) != TDG_XML_END;) {
        if (step == TDG_XML_OPEN)
            into = tdg_xml_is(&xml, "title")     ? &document->core_title
                   : tdg_xml_is(&xml, "created") ? &document->created
                                                 : NULL;
        else if (step == TDG_XML_TEXT && into)
            tdg_buffer_string(into, xml.text);
        else if (step == TDG_XML_CLOSE)
            into = NULL;
    }
    tdg_xml_close(&xml);
    return document->core_title.failed || document->created.failed ? TDG_ENOMEM : TDG_OK;
}

static int read_document(struct tdg_reader *reader, struct tdg_leaf *leaf,
                         const struct tdg_package *package, const struct tdg_part *part)
{
    struct document document = {0};
    struct tdg_record known = {.otherwise = TDG_NO_DATE};
    bool broken = false;
    int status = take_text(&document, part, &broken);
    if (!status)
        status = take_core(&document, tdg_package_find(package, "docProps/core.xml"));
    const struct tdg_buffer *title = document.title.length ? &document.title : &document.core_title;
    int64_t time;
    if (!status && document.created.length &&
        tdg_date_parse(document.created.text, document.created.length, NULL, &time))
        known.otherwise = time;
    if (!status) {
        tdg_record_set(&known, TDG_FIELD_TITLE, 1, title->text, title->length);
        status = document.text.length
                     ? tdg_inner_read(reader, leaf, document.text.text, document.text.length,
                                      "UTF-8", &known, reader->leaf)
                     : tdg_reader_skip(reader, leaf->name, 0, "a document without text");
    }
    if (!status && broken)
        tdg_reader_warn(reader, leaf->name, 0, "a damaged document; part of it may be missing");
    tdg_buffer_done(&document.text);
    tdg_buffer_done(&document.title);
    tdg_buffer_done(&document.core_title);
    tdg_buffer_done(&document.created);
    return status;
}

int tdg_office_read(struct tdg_reader *reader, struct tdg_leaf *leaf,
                    const struct tdg_package *package)
{
    const struct tdg_part *text = tdg_package_find(package, "word/document");
    const struct tdg_part *type = tdg_package_find(package, "mimetype");
    if (tdg_package_find(package, "xl/workbook.xml"))
        return tdg_sheets_read(reader, leaf, package);
    if (text)
        return read_document(reader, leaf, package, text);
    if (package->broken)
        return TDG_OK;
    const char *kind = package->slides ? "presentations"
                       : type && type->bytes.text && strstr(type->bytes.text, "epub") ? "EPUB books"
                       : type ? "OpenDocument files"
                              : "office files of this kind";
    return tdg_reader_skip(reader, leaf->name, 0, "%s are not supported", kind);
}
