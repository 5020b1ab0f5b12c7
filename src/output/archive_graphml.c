// SPDX-License-Identifier: GPL-3.0-or-later
/* GraphML (Brandes and others, 2002): a node for every theme, story and article, an edge from each
 * to what it belongs to. Ids of articles get an "a:" in front: one may be called T1. */
#include "output/archive_graphml.h"

#include <stddef.h>

#include <tidings/analysis.h>
#include <tidings/plain.h>
#include <tidings/types.h>

/* What XML 1.0 does not allow at all becomes a question mark. */
static void write_text(FILE *stream, const char *text)
{
    for (; *text; text++) {
        unsigned char byte = (unsigned char)*text;
        if (byte == '&')
            fputs("&amp;", stream);
        else if (byte == '<')
            fputs("&lt;", stream);
        else if (byte == '>')
            fputs("&gt;", stream);
        else if (byte == '"')
            fputs("&quot;", stream);
        else if (byte == '\n' || byte == '\t' || byte == '\r')
            fputc(' ', stream);
        else
            fputc(byte < ' ' ? '?' : byte, stream);
    }
}

static void begin_node(FILE *stream, const char *prefix, const char *id, const char *kind,
                       const char *title)
{
    fprintf(stream, "    <node id=\"%s", prefix);
    write_text(stream, id);
    fprintf(stream, "\"><data key=\"kind\">%s</data><data key=\"title\">", kind);
    write_text(stream, title);
    fputs("</data>", stream);
}

static void put_edge(FILE *stream, const char *prefix, const char *from, const char *to_prefix,
                     const char *to, const char *kind)
{
    if (!*to)
        return;
    fprintf(stream, "    <edge source=\"%s", prefix);
    write_text(stream, from);
    fprintf(stream, "\" target=\"%s", to_prefix);
    write_text(stream, to);
    fprintf(stream, "\"><data key=\"relation\">%s</data></edge>\n", kind);
}

static void write_nodes(const struct tdg_archive_listing *listing, FILE *stream)
{
    char id[TDG_ID_TEXT], time[TDG_TIME_SIZE];
    for (size_t i = 0; i < listing->theme_count; i++) {
        const struct tdg_archive_theme *theme = &listing->themes[i];
        begin_node(stream, "", tdg_id_text('T', theme->number, id), "theme", theme->title);
        fprintf(stream, "<data key=\"articles\">%zu</data></node>\n", theme->articles);
    }
    for (size_t i = 0; i < listing->story_count; i++) {
        const struct tdg_archive_story *story = &listing->stories[i];
        begin_node(stream, "", tdg_id_text('S', story->number, id), "story", story->headline);
        fprintf(stream, "<data key=\"articles\">%zu</data></node>\n", story->articles);
    }
    for (size_t i = 0; i < listing->event_count; i++) {
        const struct tdg_archive_event *event = &listing->events[i];
        begin_node(stream, "", tdg_id_text('E', event->number, id), "event", event->headline);
        fprintf(stream, "<data key=\"articles\">%zu</data></node>\n", event->articles);
    }
    for (size_t i = 0; i < listing->article_count; i++) {
        const struct tdg_archive_article *article = &listing->articles[i];
        begin_node(stream, "a:", article->id, "article", article->headline);
        if (article->published != TDG_NO_DATE)
            fprintf(stream, "<data key=\"published\">%s</data>",
                    tdg_time_text(article->published, time));
        fputs("</node>\n", stream);
    }
}

static void write_edges(const struct tdg_archive_listing *listing, FILE *stream)
{
    char id[TDG_ID_TEXT], to[TDG_ID_TEXT];
    for (size_t i = 0; i < listing->theme_count; i++) {
        const struct tdg_archive_theme *theme = &listing->themes[i];
        put_edge(stream, "", tdg_id_text('T', theme->number, id), "",
                 tdg_id_text('T', theme->into, to), "into");
    }
    for (size_t i = 0; i < listing->story_count; i++) {
        const struct tdg_archive_story *story = &listing->stories[i];
        tdg_id_text('S', story->number, id);
        put_edge(stream, "", id, "", tdg_id_text('T', story->theme, to), "theme");
        put_edge(stream, "", id, "", tdg_id_text('S', story->sequel_of, to), "sequel_of");
    }
    for (size_t i = 0; i < listing->event_count; i++) {
        const struct tdg_archive_event *event = &listing->events[i];
        tdg_id_text('E', event->number, id);
        put_edge(stream, "", id, "", tdg_id_text('T', event->theme, to), "theme");
        put_edge(stream, "", id, "", tdg_id_text('E', event->follows, to), "follows");
    }
    for (size_t i = 0; i < listing->article_count; i++) {
        const struct tdg_archive_article *article = &listing->articles[i];
        put_edge(stream, "a:", article->id, "", tdg_id_text('T', article->theme, to), "theme");
        put_edge(stream, "a:", article->id, "", tdg_id_text('T', article->second_theme, to),
                 "second_theme");
        put_edge(stream, "a:", article->id, "", tdg_id_text('S', article->story, to), "story");
        put_edge(stream, "a:", article->id, "", tdg_id_text('E', article->event, to), "event");
        put_edge(stream, "a:", article->id, "a:", article->copy_of, "copy_of");
    }
}

void tdg_write_archive_graphml(const struct tdg_archive_listing *listing, FILE *stream)
{
    fputs("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
          "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n"
          "  <key id=\"kind\" for=\"node\" attr.name=\"kind\" attr.type=\"string\"/>\n"
          "  <key id=\"title\" for=\"node\" attr.name=\"title\" attr.type=\"string\"/>\n"
          "  <key id=\"articles\" for=\"node\" attr.name=\"articles\" attr.type=\"int\"/>\n"
          "  <key id=\"published\" for=\"node\" attr.name=\"published\" attr.type=\"string\"/>\n"
          "  <key id=\"relation\" for=\"edge\" attr.name=\"relation\" attr.type=\"string\"/>\n"
          "  <graph edgedefault=\"directed\">\n",
          stream);
    write_nodes(listing, stream);
    write_edges(listing, stream);
    fputs("  </graph>\n</graphml>\n", stream);
}
