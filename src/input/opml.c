// SPDX-License-Identifier: GPL-3.0-or-later
/* OPML is a list of feeds. Those that are files in the folder of the list, or below it, are read;
 * the others are told, for nothing is downloaded, and no list leads out of its folder. */
#include "input/opml.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "input/stream.h"
#include "input/xml.h"

enum { ADDRESS = 1024 };

struct list {
    struct tdg_reader *reader;
    struct tdg_leaf *leaf;
    char *folder;        /* of the list, without links */
    size_t files, web;   /* entries of both kinds */
    char first[ADDRESS]; /* address on the web */
};

bool tdg_opml_fits(const struct tdg_sample *sample)
{
    return tdg_text_begins(tdg_sample_root(sample), sample->text + sample->length, "<opml");
}

static bool is_address(const char *place)
{
    return strstr(place, "://") || strncmp(place, "mailto:", 7) == 0 ||
           strncmp(place, "urn:", 4) == 0 || strncmp(place, "//", 2) == 0;
}

/* The path of the list up to and with its last slash. */
static void add_folder(struct tdg_buffer *path, const char *list)
{
    const char *slash = strrchr(list, '/');
    if (slash)
        tdg_buffer_add(path, list, (size_t)(slash - list) + 1);
}

static bool is_below(const char *path, const char *folder)
{
    size_t length = strlen(folder);
    return strncmp(path, folder, length) == 0 && (path[length] == '/' || folder[length - 1] == '/');
}

static int open_file(const struct list *list, const char *path, int *descriptor)
{
    struct stat facts;
    char *real = realpath(path, NULL);
    if (!real)
        return errno == ENOMEM ? TDG_ENOMEM
                               : tdg_reader_skip(list->reader, path, 0,
                                                 "named in %s, but not there", list->leaf->name);
    bool below = is_below(real, list->folder);
    *descriptor = below ? open(real, O_RDONLY | O_CLOEXEC | O_NONBLOCK) : -1;
    free(real);
    if (*descriptor >= 0 && fstat(*descriptor, &facts) == 0 && S_ISREG(facts.st_mode))
        return TDG_OK;
    if (*descriptor >= 0)
        close(*descriptor);
    *descriptor = -1;
    return tdg_reader_skip(list->reader, path, 0, "named in %s, but %s", list->leaf->name,
                           below ? "not a file that can be read" : "outside of its folder");
}

static int read_file(struct list *list, const char *place)
{
    struct tdg_buffer path = {0};
    int descriptor = -1, status = TDG_OK;
    if (*place != '/')
        add_folder(&path, list->leaf->path);
    tdg_buffer_string(&path, place);
    list->files++;
    status = path.failed ? TDG_ENOMEM : open_file(list, path.text, &descriptor);
    if (!status && descriptor >= 0) {
        struct tdg_entry entry = {.name = path.text, .modified = TDG_NO_DATE};
        status = tdg_stream_read(list->reader, descriptor, &entry);
        close(descriptor);
    }
    tdg_buffer_done(&path);
    return status;
}

static int take_outline(struct list *list, struct tdg_xml *xml)
{
    char place[ADDRESS];
    tdg_xml_attribute(xml, "xmlUrl", place, sizeof place);
    if (!*place)
        tdg_xml_attribute(xml, "url", place, sizeof place);
    if (!*place)
        return TDG_OK; /* a heading */
    if (!is_address(place))
        return read_file(list, place);
    if (!list->web++)
        memcpy(list->first, place, sizeof place);
    return TDG_OK;
}

static int read_list(struct list *list, const struct tdg_buffer *text)
{
    struct tdg_xml xml;
    int status = TDG_OK;
    size_t members = 0;
    if (!tdg_xml_open(&xml, text))
        return TDG_ENOMEM;
    for (enum tdg_xml_step step; !status && (step = tdg_xml_next(&xml)) != TDG_XML_END;)
        if (step == TDG_XML_OPEN && tdg_xml_is(&xml, "outline") &&
            members++ < list->reader->options->max_members)
            status = take_outline(list, &xml);
    if (!status && xml.broken)
        tdg_reader_warn(list->reader, list->leaf->name, 0,
                        "faulty markup; the rest of the list is not read");
    tdg_xml_close(&xml);
    const char *plural = list->web == 1 ? "" : "s", *more = list->web == 1 ? "" : ", …";
    if (!status && list->web && !list->files)
        status =
            tdg_reader_skip(list->reader, list->leaf->name, 0,
                            "a list of %zu feed%s on the web, which %s not downloaded: %.80s%s",
                            list->web, plural, list->web == 1 ? "is" : "are", list->first, more);
    else if (!status && list->web)
        tdg_reader_warn(list->reader, list->leaf->name, 0,
                        "%zu feed%s on the web not downloaded: %.80s%s", list->web, plural,
                        list->first, more);
    return status;
}

int tdg_opml_read(struct tdg_reader *reader, struct tdg_leaf *leaf)
{
    struct list list = {.reader = reader, .leaf = leaf};
    struct tdg_buffer text = {0}, folder = {0};
    size_t limit = reader->options->max_record;
    if (!leaf->path && !tdg_beside_is_inside(&reader->beside, leaf->name))
        return tdg_reader_skip(reader, leaf->name, 0, "a list of feeds inside of another input");
    if (!leaf->path) {
        tdg_beside_pass(&reader->beside, leaf->name,
                        reader->monitor); /* its folder is read without it */
        return TDG_OK;
    }
    int status = tdg_bytes_peek(&leaf->bytes, limit < SIZE_MAX ? limit + 1 : limit);
    if (!status && tdg_bytes_length(&leaf->bytes) > limit)
        return tdg_reader_skip(reader, leaf->name, 0, "a list longer than the limit of %zu bytes",
                               limit);
    if (!status) {
        tdg_buffer_add(&text, tdg_bytes_at(&leaf->bytes), tdg_bytes_length(&leaf->bytes));
        tdg_bytes_drop(&leaf->bytes, tdg_bytes_length(&leaf->bytes));
        add_folder(&folder, leaf->path);
        list.folder = realpath(folder.length ? folder.text : ".", NULL);
        status =
            text.failed || folder.failed || !list.folder ? TDG_ENOMEM : read_list(&list, &text);
    }
    free(list.folder);
    tdg_buffer_done(&text);
    tdg_buffer_done(&folder);
    return status;
}
