// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: a walk through XML in memory. No entity is expanded, nothing is loaded, and
 * texts and depth have the limits of libxml2. */
#ifndef TDG_INPUT_XML_H
#define TDG_INPUT_XML_H

#include <stdbool.h>

#include <libxml/xmlreader.h>

#include "base/buffer.h"

enum tdg_xml_step { TDG_XML_END, TDG_XML_OPEN, TDG_XML_CLOSE, TDG_XML_TEXT };

struct tdg_xml {
    xmlTextReader *reader;
    const char *name;   /* of the element, without its prefix */
    const char *text;   /* of a text; borrowed until the next step */
    bool empty, closed; /* the element has no content; that has been told */
    bool broken;        /* something is wrong with it, and may be missing */
    bool ended;
};

/* False where there is no memory. */
bool tdg_xml_open(struct tdg_xml *xml, const struct tdg_buffer *bytes);
void tdg_xml_close(struct tdg_xml *xml);

/* To the next beginning or end of an element, or text; an empty element has both. */
enum tdg_xml_step tdg_xml_next(struct tdg_xml *xml);

/* Passes over what is inside of the present element, and its end. */
void tdg_xml_skip(struct tdg_xml *xml);

bool tdg_xml_is(const struct tdg_xml *xml, const char *name);

/* An attribute of the present element, by its name without a prefix, written to `into`; "" where it
 * has none. */
void tdg_xml_attribute(struct tdg_xml *xml, const char *name, char *into, size_t size);

#endif
