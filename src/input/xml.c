// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/xml.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

/* What libxml2 goes on behind, in its way. */
static void hear(void *context, xmlErrorPtr fault)
{
    struct tdg_xml *xml = context;
    xml->broken = xml->broken || fault->level == XML_ERR_FATAL;
}

bool tdg_xml_open(struct tdg_xml *xml, const struct tdg_buffer *bytes)
{
    *xml = (struct tdg_xml){.broken = bytes->length > INT_MAX};
    int length = xml->broken ? 0 : (int)bytes->length;
    xml->reader =
        xmlReaderForMemory(bytes->text ? bytes->text : "", length, NULL, NULL,
                           XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA |
                               XML_PARSE_COMPACT | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    if (xml->reader)
        xmlTextReaderSetStructuredErrorHandler(xml->reader, hear, xml);
    return xml->reader != NULL;
}

void tdg_xml_close(struct tdg_xml *xml)
{
    if (xml->reader)
        xmlFreeTextReader(xml->reader);
    xml->reader = NULL;
}

enum tdg_xml_step tdg_xml_next(struct tdg_xml *xml)
{
    if (xml->empty && !xml->closed) {
        xml->closed = true;
        return TDG_XML_CLOSE;
    }
    xml->empty = false;
    for (;;) {
        int more = xml->ended ? 0 : xmlTextReaderRead(xml->reader);
        xml->broken = xml->broken || more < 0;
        xml->ended = more != 1;
        if (xml->ended)
            return TDG_XML_END;
        switch (xmlTextReaderNodeType(xml->reader)) {
        case XML_READER_TYPE_DOCUMENT_TYPE: /* no office writes one; strangers do, for its entities
                                             */
            xml->broken = xml->ended = true;
            return TDG_XML_END;
        case XML_READER_TYPE_ELEMENT:
            xml->name = (const char *)xmlTextReaderConstLocalName(xml->reader);
            xml->empty = xmlTextReaderIsEmptyElement(xml->reader) == 1;
            xml->closed = false;
            return TDG_XML_OPEN;
        case XML_READER_TYPE_END_ELEMENT:
            xml->name = (const char *)xmlTextReaderConstLocalName(xml->reader);
            return TDG_XML_CLOSE;
        case XML_READER_TYPE_TEXT:
        case XML_READER_TYPE_CDATA:
        case XML_READER_TYPE_WHITESPACE:
        case XML_READER_TYPE_SIGNIFICANT_WHITESPACE:
            xml->text = (const char *)xmlTextReaderConstValue(xml->reader);
            if (xml->text)
                return TDG_XML_TEXT;
            break;
        default:
            break;
        }
    }
}

void tdg_xml_skip(struct tdg_xml *xml)
{
    unsigned depth = 1;
    while (depth) {
        enum tdg_xml_step step = tdg_xml_next(xml);
        if (step == TDG_XML_END)
            return;
        depth += step == TDG_XML_OPEN;
        depth -= step == TDG_XML_CLOSE;
    }
}

bool tdg_xml_is(const struct tdg_xml *xml, const char *name)
{
    return xml->name && strcmp(xml->name, name) == 0;
}

void tdg_xml_attribute(struct tdg_xml *xml, const char *name, char *into, size_t size)
{
    *into = '\0';
    for (int more = xmlTextReaderMoveToFirstAttribute(xml->reader); more == 1;
         more = xmlTextReaderMoveToNextAttribute(xml->reader)) {
        const char *here = (const char *)xmlTextReaderConstLocalName(xml->reader);
        const char *value = (const char *)xmlTextReaderConstValue(xml->reader);
        if (here && value && strcmp(here, name) == 0)
            snprintf(into, size, "%s", value);
    }
    xmlTextReaderMoveToElement(xml->reader);
}
