// SPDX-License-Identifier: GPL-3.0-or-later
/* Feeds: RSS 0.9 to 2.0, RDF and Atom. Each item or entry is an article, whose elements are named
 * as the fields of a record are; what the feed says of itself holds for all of them. */
#include "input/feed.h"

#include <libxml/parser.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"

enum { MAX_ELEMENTS = 64, FEED_DEPTH = 3 };

/* What is said above the items. */
struct feed {
    struct tdg_buffer title, language;
};

struct walk {
    struct tdg_reader *reader;
    struct tdg_leaf *leaf;
    int status;   /* why the stream of bytes ended early */
    size_t items; /* that were met */
    size_t above; /* lines above the first element */
    size_t line;  /* of the first fault of the mark-up, 0: none */
    char fault[128];
};

/* Whatever else is XML is none either, which is reported. */
bool tdg_feed_fits(const struct tdg_sample *sample)
{
    static const char *const starts[] = {"<rss", "<feed", "<rdf:rdf"};
    const char *root = tdg_sample_root(sample), *end = sample->text + sample->length;
    bool page = tdg_text_begins(root, end, "<html") || tdg_text_begins(root, end, "<!doctype html");
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++)
        if (tdg_text_begins(root, end, starts[i]))
            return true;
    return !page &&
           (tdg_text_begins(sample->text, end, "<?xml") || tdg_sample_ends(sample, ".xml"));
}

/* An xmlInputReadCallback. */
static int give_bytes(void *context, char *into, int room)
{
    struct walk *walk = context;
    struct tdg_bytes *bytes = &walk->leaf->bytes;
    if (!walk->status && !tdg_bytes_length(bytes))
        walk->status = tdg_bytes_more(bytes);
    size_t length = walk->status ? 0 : tdg_bytes_length(bytes);
    if (length > (size_t)room)
        length = (size_t)room;
    if (length)
        memcpy(into, tdg_bytes_at(bytes), length);
    tdg_bytes_drop(bytes, length);
    return walk->status ? -1 : (int)length;
}

static void hear(void *user, xmlErrorPtr fault)
{
    struct walk *walk = ((xmlParserCtxt *)user)->_private;
    if (walk->line)
        return;
    walk->line = fault->line > 0 ? (size_t)fault->line : 1;
    snprintf(walk->fault, sizeof walk->fault, "%.*s", (int)strcspn(fault->message, "\n"),
             fault->message);
}

static bool is_named(const xmlChar *name, const char *wanted)
{
    return name && xmlStrcasecmp(name, (const xmlChar *)wanted) == 0;
}

/* The text of an element; of a link without one its address. To be freed with xmlFree. */
static xmlChar *element_text(xmlNode *element)
{
    xmlChar *text = xmlNodeGetContent(element);
    if (text && text[strspn((const char *)text, " \t\r\n")])
        return text;
    xmlFree(text);
    xmlChar *relation = xmlGetProp(element, (const xmlChar *)"rel");
    bool other = relation && !is_named(relation, "alternate");
    xmlFree(relation);
    return other ? NULL : xmlGetProp(element, (const xmlChar *)"href");
}

static void offer_feed(struct tdg_record *record, const struct tdg_fields *fields,
                       const struct feed *feed)
{
    const struct tdg_buffer *texts[] = {&feed->title, &feed->language};
    static const char *const names[] = {"feedtitle", "language"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (texts[i]->length)
            tdg_record_offer(record, tdg_fields_named(fields, names[i], strlen(names[i])),
                             texts[i]->text, texts[i]->length);
}

/* Names in the namespace of the feed before those of others: title before media:title. */
static bool is_own(const xmlNode *element)
{
    return !element->ns || !element->ns->prefix;
}

static int take_item(struct walk *walk, const struct feed *feed, xmlNode *item)
{
    struct tdg_record record = {.line = walk->above + (size_t)xmlGetLineNo(item),
                                .otherwise = TDG_NO_DATE};
    xmlChar *texts[MAX_ELEMENTS];
    size_t count = 0;
    for (int own = 1; own >= 0; own--)
        for (xmlNode *element = item->children; element && count < MAX_ELEMENTS;
             element = element->next) {
            const char *name = (const char *)element->name;
            bool wanted = element->type == XML_ELEMENT_NODE && is_own(element) == own;
            const uint8_t *ranks =
                wanted ? tdg_fields_named(&walk->reader->fields, name, strlen(name)) : NULL;
            if (!ranks || !tdg_record_wants(&record, ranks))
                continue;
            texts[count] = element_text(element);
            if (!texts[count])
                continue;
            tdg_record_offer(&record, ranks, (const char *)texts[count],
                             strlen((const char *)texts[count]));
            count++;
        }
    offer_feed(&record, &walk->reader->fields, feed);
    int status = tdg_article_add(walk->reader, walk->leaf, &record);
    while (count)
        xmlFree(texts[--count]);
    return status;
}

/* An element outside of items. */
static void take_feed(struct feed *feed, xmlNode *element)
{
    struct tdg_buffer *into = is_named(element->name, "title")      ? &feed->title
                              : is_named(element->name, "language") ? &feed->language
                                                                    : NULL;
    xmlChar *text = into && !into->length ? xmlNodeGetContent(element) : NULL;
    if (text)
        tdg_buffer_string(into, (const char *)text);
    xmlFree(text);
}

/* Items lie in the channel or beside it. */
static int walk_through(struct walk *walk, struct feed *feed, xmlNode *element, unsigned depth)
{
    int status = TDG_OK;
    for (; element && !status; element = element->next) {
        if (element->type != XML_ELEMENT_NODE)
            continue;
        if (is_named(element->name, "item") || is_named(element->name, "entry")) {
            walk->items++;
            status = take_item(walk, feed, element);
            if (!status)
                status = tdg_reader_tick(walk->reader);
            continue;
        }
        take_feed(feed, element);
        if (depth)
            status = walk_through(walk, feed, element->children, depth - 1);
    }
    return status;
}

static int read_document(struct walk *walk, xmlDoc *document)
{
    struct feed feed = {0};
    xmlNode *root = document ? xmlDocGetRootElement(document) : NULL;
    int status = root ? walk_through(walk, &feed, root, FEED_DEPTH) : TDG_OK;
    tdg_buffer_done(&feed.title);
    tdg_buffer_done(&feed.language);
    return status;
}

/* Faults in the mark-up are mended as far as libxml2 can, and told once. */
int tdg_feed_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct walk walk = {.reader = reader, .leaf = leaf};
    while (tdg_bytes_length(&leaf->bytes) && strchr(" \t\r\n", *tdg_bytes_at(&leaf->bytes)))
        tdg_bytes_drop(&leaf->bytes, 1); /* a declaration must be the very first */
    size_t above = leaf->bytes.line - 1;
    xmlParserCtxt *context = xmlNewParserCtxt();
    if (!context)
        return TDG_ENOMEM;
    context->_private = &walk;
    context->sax->serror = hear;
    xmlDoc *document =
        xmlCtxtReadIO(context, give_bytes, NULL, &walk, NULL, "UTF-8",
                      XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_COMPACT);
    walk.above = above;
    int status = walk.status ? walk.status : read_document(&walk, document);
    xmlFreeDoc(document);
    xmlFreeParserCtxt(context);
    if (!status && !walk.items)
        return tdg_reader_skip(reader, leaf->name, 0, "an XML file, but not a feed");
    if (!status && walk.line)
        tdg_reader_warn(reader, leaf->name, walk.line + above,
                        "faulty markup; parts may be missing: %s", walk.fault);
    return status;
}
