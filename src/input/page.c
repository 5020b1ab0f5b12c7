// SPDX-License-Identifier: GPL-3.0-or-later
/* A saved web page is one article. What it says of itself for machines (JSON-LD, meta elements) is
 * taken first; its text is the part with the most of what looks like prose: paragraphs that are
 * long, have commas and few links, after Readability (Arc90, 2009) and "Boilerplate Detection using
 * Shallow Text Features" (Kohlschütter et al. 2010). */
#include "input/page.h"

#include <cJSON.h>
#include <libxml/HTMLparser.h>

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "input/article.h"
#include "input/bytes.h"
#include "input/field.h"

enum {
    HEAD = 2048,      /* bytes in which a page shows itself */
    MAX_TEXTS = 64,   /* values of one page */
    LONG_ENOUGH = 25, /* bytes of a paragraph */
    PROSE = 100,      /* bytes that count as much as one comma */
    DEEPEST = 200,    /* elements within elements */
    DATA_DEEPEST = 6, /* objects within objects of JSON-LD */
    WHOLE_BODY = 200, /* bytes of a body that JSON-LD gives */
};

struct page {
    struct tdg_record record;
    xmlChar *texts[MAX_TEXTS]; /* what the record borrows */
    size_t text_count;
    cJSON *data[MAX_TEXTS];
    size_t data_count;
    xmlNode *best; /* the element with the most prose */
    double most;
    struct tdg_buffer body;
};

static bool holds(const char *at, const char *end, const char *wanted)
{
    while (at < end && !tdg_text_begins(at, end, wanted))
        at++;
    return at < end;
}

bool tdg_page_fits(const struct tdg_sample *sample)
{
    size_t at = 0, head = sample->length < HEAD ? sample->length : HEAD;
    while (at < sample->length && strchr(" \t\r\n", sample->text[at]) && sample->text[at])
        at++;
    if (at == sample->length || sample->text[at] != '<')
        return false;
    return tdg_sample_ends(sample, ".html") || tdg_sample_ends(sample, ".htm") ||
           tdg_sample_ends(sample, ".xhtml") || holds(sample->text, sample->text + head, "<html") ||
           holds(sample->text, sample->text + head, "<!doctype html");
}

static bool is_element(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && xmlStrcasecmp(node->name, (const xmlChar *)name) == 0;
}

static bool is_any(const xmlNode *node, const char *const *names)
{
    for (; *names; names++)
        if (is_element(node, *names))
            return true;
    return false;
}

/* Parts of a page that are never its text. */
static bool is_furniture(const xmlNode *node)
{
    static const char *const names[] = {"script", "style",    "nav",      "header", "footer",
                                        "aside",  "form",     "noscript", "svg",    "button",
                                        "select", "template", "iframe",   NULL};
    return node->type == XML_COMMENT_NODE || is_any(node, names);
}

static void offer(struct page *page, enum tdg_field field, uint8_t rank, const char *text)
{
    tdg_record_set(&page->record, field, rank, text, text ? strlen(text) : 0);
}

/* The page keeps the text, which is to be freed with xmlFree. */
static void offer_owned(struct page *page, enum tdg_field field, uint8_t rank, xmlChar *text)
{
    if (!text || page->text_count == MAX_TEXTS) {
        xmlFree(text);
        return;
    }
    page->texts[page->text_count++] = text;
    offer(page, field, rank, (const char *)text);
}

/* What pages call their facts in meta elements, the best one first. */
static void take_meta(struct page *page, xmlNode *node)
{
    static const struct {
        const char *name;
        enum tdg_field field;
        uint8_t rank;
    } metas[] = {
        {"og:title", TDG_FIELD_TITLE, 2},
        {"twitter:title", TDG_FIELD_TITLE, 5},
        {"article:published_time", TDG_FIELD_PUBLISHED, 2},
        {"og:article:published_time", TDG_FIELD_PUBLISHED, 3},
        {"datepublished", TDG_FIELD_PUBLISHED, 3},
        {"publishdate", TDG_FIELD_PUBLISHED, 4},
        {"publish-date", TDG_FIELD_PUBLISHED, 4},
        {"pubdate", TDG_FIELD_PUBLISHED, 4},
        {"dc.date.issued", TDG_FIELD_PUBLISHED, 4},
        {"dc.date", TDG_FIELD_PUBLISHED, 5},
        {"dcterms.created", TDG_FIELD_PUBLISHED, 5},
        {"citation_publication_date", TDG_FIELD_PUBLISHED, 5},
        {"parsely-pub-date", TDG_FIELD_PUBLISHED, 5},
        {"sailthru.date", TDG_FIELD_PUBLISHED, 5},
        {"date", TDG_FIELD_PUBLISHED, 6},
        {"og:site_name", TDG_FIELD_SOURCE, 2},
        {"application-name", TDG_FIELD_SOURCE, 4},
        {"og:url", TDG_FIELD_URL, 3},
        {"content-language", TDG_FIELD_LANGUAGE, 3},
        {"description", TDG_FIELD_BODY, 30},
    };
    static const char *const keys[] = {"property", "name", "itemprop", "http-equiv"};
    for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
        xmlChar *name = xmlGetProp(node, (const xmlChar *)keys[k]);
        for (size_t i = 0; name && i < sizeof metas / sizeof *metas; i++)
            if (xmlStrcasecmp(name, (const xmlChar *)metas[i].name) == 0)
                offer_owned(page, metas[i].field, metas[i].rank,
                            xmlGetProp(node, (const xmlChar *)"content"));
        xmlFree(name);
    }
}

static const char *text_of(const cJSON *object, const char *name)
{
    const cJSON *value = cJSON_GetObjectItem(object, name);
    if (cJSON_IsArray(value))
        value = cJSON_GetArrayItem(value, 0);
    if (cJSON_IsObject(value))
        value = cJSON_GetObjectItem(value, "name");
    return cJSON_GetStringValue(value);
}

/* schema.org: an object with a headline and a date is the article, wherever it lies. */
static void take_data(struct page *page, const cJSON *value, unsigned depth)
{
    const char *body = text_of(value, "articleBody");
    if (cJSON_IsObject(value) && text_of(value, "headline")) {
        offer(page, TDG_FIELD_TITLE, 1, text_of(value, "headline"));
        offer(page, TDG_FIELD_PUBLISHED, 1, text_of(value, "datePublished"));
        offer(page, TDG_FIELD_SOURCE, 1, text_of(value, "publisher"));
        offer(page, TDG_FIELD_LANGUAGE, 2, text_of(value, "inLanguage"));
        if (body && strlen(body) >= WHOLE_BODY)
            offer(page, TDG_FIELD_BODY, 1, body);
    }
    if (!depth || !(cJSON_IsObject(value) || cJSON_IsArray(value)))
        return;
    for (const cJSON *item = value->child; item; item = item->next)
        take_data(page, item, depth - 1);
}

static void take_script(struct page *page, xmlNode *node)
{
    xmlChar *type = xmlGetProp(node, (const xmlChar *)"type");
    xmlChar *text = type && xmlStrcasecmp(type, (const xmlChar *)"application/ld+json") == 0
                        ? xmlNodeGetContent(node)
                        : NULL;
    cJSON *data = text && page->data_count < MAX_TEXTS ? cJSON_Parse((const char *)text) : NULL;
    if (data) {
        page->data[page->data_count++] = data;
        take_data(page, data, DATA_DEEPEST);
    }
    xmlFree(text);
    xmlFree(type);
}

static void take_link(struct page *page, xmlNode *node)
{
    xmlChar *relation = xmlGetProp(node, (const xmlChar *)"rel");
    if (relation && xmlStrcasecmp(relation, (const xmlChar *)"canonical") == 0)
        offer_owned(page, TDG_FIELD_URL, 1, xmlGetProp(node, (const xmlChar *)"href"));
    xmlFree(relation);
}

static void take_facts(struct page *page, xmlNode *node, unsigned depth)
{
    for (; node; node = node->next) {
        if (is_element(node, "meta"))
            take_meta(page, node);
        else if (is_element(node, "script"))
            take_script(page, node);
        else if (is_element(node, "link"))
            take_link(page, node);
        else if (is_element(node, "html"))
            offer_owned(page, TDG_FIELD_LANGUAGE, 1, xmlGetProp(node, (const xmlChar *)"lang"));
        else if (is_element(node, "title"))
            offer_owned(page, TDG_FIELD_TITLE, 4, xmlNodeGetContent(node));
        else if (is_element(node, "h1"))
            offer_owned(page, TDG_FIELD_TITLE, 3, xmlNodeGetContent(node));
        else if (is_element(node, "time"))
            offer_owned(page, TDG_FIELD_PUBLISHED, 7,
                        xmlGetProp(node, (const xmlChar *)"datetime"));
        if (depth)
            take_facts(page, node->children, depth - 1);
    }
}

/* The letters of an element, and those in its links; commas. */
struct prose {
    size_t letters, linked, commas;
};

static void measure(struct prose *prose, const xmlNode *node, bool linked, unsigned depth)
{
    for (; node; node = node->next) {
        if (node->type == XML_TEXT_NODE && node->content)
            for (const xmlChar *at = node->content; *at; at++) {
                prose->letters += *at > ' ';
                prose->linked += *at > ' ' && linked;
                prose->commas += *at == ',';
            }
        else if (depth && !is_furniture(node))
            measure(prose, node->children, linked || is_element(node, "a"), depth - 1);
    }
}

static bool is_paragraph(const xmlNode *node)
{
    static const char *const names[] = {"p", "blockquote", "pre", "li", "h2", "h3", "h4", NULL};
    return is_any(node, names);
}

/* The prose of the paragraphs right in an element, and half of that of the elements in it. */
static double weigh(struct page *page, xmlNode *node, unsigned depth)
{
    double weight = 0.0;
    for (xmlNode *child = node->children; child && depth; child = child->next) {
        if (is_furniture(child))
            continue;
        if (is_element(child, "p") || is_element(child, "pre") || is_element(child, "blockquote")) {
            struct prose prose = {0};
            measure(&prose, child->children, false, DEEPEST);
            if (prose.letters >= LONG_ENOUGH && 2 * prose.linked < prose.letters)
                weight += 1.0 + (double)prose.commas + (double)prose.letters / PROSE;
        } else
            weight += weigh(page, child, depth - 1) / 2.0;
    }
    if (weight > page->most) {
        page->most = weight;
        page->best = node;
    }
    return weight;
}

static void add_paragraph(struct page *page, xmlNode *node)
{
    struct prose prose = {0};
    measure(&prose, node->children, false, DEEPEST);
    xmlChar *text =
        prose.letters && 2 * prose.linked < prose.letters ? xmlNodeGetContent(node) : NULL;
    if (text) {
        if (page->body.length)
            tdg_buffer_string(&page->body, "\n\n");
        tdg_buffer_string(&page->body, (const char *)text);
    }
    xmlFree(text);
}

static void add_paragraphs(struct page *page, xmlNode *node, unsigned depth)
{
    for (; node; node = node->next) {
        if (is_furniture(node))
            continue;
        if (is_paragraph(node))
            add_paragraph(page, node);
        else if (depth)
            add_paragraphs(page, node->children, depth - 1);
    }
}

static int take_page(struct page *page, struct tdg_reader *reader, struct tdg_leaf *leaf,
                     xmlDoc *document)
{
    xmlNode *root = xmlDocGetRootElement(document);
    if (leaf->known)
        page->record = *leaf->known;
    else
        page->record.otherwise = reader->options->dates_from_mtime ? leaf->modified : TDG_NO_DATE;
    if (root) {
        take_facts(page, root, DEEPEST);
        weigh(page, root, DEEPEST);
    }
    if (page->best)
        add_paragraphs(page, page->best->children, DEEPEST);
    if (page->body.failed)
        return TDG_ENOMEM;
    offer(page, TDG_FIELD_BODY, 2, page->body.text);
    return tdg_article_add(reader, leaf, &page->record);
}

int tdg_page_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    size_t limit = reader->options->max_record;
    int status = tdg_bytes_peek(&leaf->bytes, limit < SIZE_MAX ? limit + 1 : limit);
    size_t length = tdg_bytes_length(&leaf->bytes);
    if (status || !length)
        return status;
    if (length > limit || length > INT32_MAX)
        return tdg_reader_skip(reader, leaf->name, 0, "a page longer than the limit of %zu bytes",
                               limit);
    char *text = tdg_bytes_at(&leaf->bytes);
    status =
        tdg_reader_mend(reader, leaf->name, leaf->known ? leaf->known->line : 0, &text, &length);
    if (status)
        return status;
    xmlDoc *document =
        htmlReadMemory(text, (int)length, NULL, "UTF-8",
                       HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                           HTML_PARSE_NONET | HTML_PARSE_COMPACT);
    if (!document)
        return tdg_reader_skip(reader, leaf->name, leaf->known ? leaf->known->line : 0,
                               "a page without elements");
    struct page page = {0};
    status = take_page(&page, reader, leaf, document);
    while (page.text_count)
        xmlFree(page.texts[--page.text_count]);
    while (page.data_count)
        cJSON_Delete(page.data[--page.data_count]);
    tdg_buffer_done(&page.body);
    xmlFreeDoc(document);
    return status;
}
