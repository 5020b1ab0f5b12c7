// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/error.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "input/stream.h"

enum { DEEPEST = 64 };

/* A folder that is being read, and those it lies in, to notice links that lead in a circle. */
struct place {
    const struct place *above;
    const char *path;
    dev_t device;
    ino_t node;
    unsigned depth;
};

struct names {
    char **items;
    size_t count;
    size_t capacity;
};

static void names_done(struct names *names)
{
    for (size_t i = 0; i < names->count; i++)
        free(names->items[i]);
    free(names->items);
}

static int compare_names(const void *one, const void *other)
{
    return strcmp(*(char *const *)one, *(char *const *)other);
}

static int list(struct names *names, DIR *directory)
{
    struct dirent *entry;
    while ((entry = readdir(directory))) {
        if (entry->d_name[0] == '.')
            continue;
        char **grown = tdg_grow(names->items, &names->capacity, names->count + 1, sizeof *grown);
        if (!grown)
            return TDG_ENOMEM;
        names->items = grown;
        char *copy = strdup(entry->d_name);
        if (!copy)
            return TDG_ENOMEM;
        names->items[names->count++] = copy;
    }
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, compare_names);
    return TDG_OK;
}

static int skip_errno(struct tdg_reader *reader, const char *name)
{
    char reason[128];
    if (errno == ENOMEM) /* the file may be a good one */
        return tdg_fail_errno(reader->error, errno, name, "cannot be read");
    if (strerror_r(errno, reason, sizeof reason) != 0)
        snprintf(reason, sizeof reason, "error %d", errno);
    return tdg_reader_skip(reader, name, 0, "cannot be read: %s", reason);
}

static bool leads_back(const struct place *place, const struct stat *facts)
{
    for (; place; place = place->above)
        if (place->device == facts->st_dev && place->node == facts->st_ino)
            return true;
    return false;
}

static int read_place(struct tdg_reader *reader, const struct place *place);

static int read_file(struct tdg_reader *reader, const char *path, const char *name,
                     int64_t modified)
{
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return skip_errno(reader, name);
    struct tdg_entry entry = {.name = name, .modified = modified};
    int status = tdg_stream_read(reader, descriptor, &entry);
    close(descriptor);
    return status;
}

static int read_entry(struct tdg_reader *reader, const struct place *place, const char *path,
                      const char *name)
{
    struct stat facts;
    if (stat(path, &facts) != 0)
        return skip_errno(reader, name);
    if (S_ISREG(facts.st_mode))
        return read_file(reader, path, name, facts.st_mtime);
    if (!S_ISDIR(facts.st_mode))
        return tdg_reader_skip(reader, name, 0, "neither a file nor a folder");
    if (leads_back(place, &facts))
        return tdg_reader_skip(reader, name, 0, "a link to a folder that contains it");
    if (place->depth == DEEPEST)
        return tdg_reader_skip(reader, name, 0, "folders nested more than %d deep", DEEPEST);
    struct place below = {place, path, facts.st_dev, facts.st_ino, place->depth + 1};
    return read_place(reader, &below);
}

static int read_child(struct tdg_reader *reader, const struct place *place, const char *child)
{
    struct tdg_buffer path = {0}, name = {0};
    const char *slash = place->path[strlen(place->path) - 1] == '/' ? "" : "/";
    tdg_buffer_format(&path, "%s%s%s", place->path, slash, child);
    int status = TDG_ENOMEM;
    if (!path.failed) {
        tdg_utf8_mend(&name, path.text, path.length);
        if (!name.failed)
            status = read_entry(reader, place, path.text, name.text);
    }
    tdg_buffer_done(&path);
    tdg_buffer_done(&name);
    return status;
}

static int read_place(struct tdg_reader *reader, const struct place *place)
{
    struct names names = {0};
    DIR *directory = opendir(place->path);
    if (!directory)
        return skip_errno(reader, place->path);
    int status = list(&names, directory);
    closedir(directory);
    if (!status && names.count == 0)
        status = tdg_reader_skip(reader, place->path, 0, "the folder is empty");
    for (size_t i = 0; i < names.count && !status; i++)
        status = read_child(reader, place, names.items[i]);
    names_done(&names);
    return status;
}

int tdg_folder_read(struct tdg_reader *reader, const char *path)
{
    struct stat facts;
    if (!*path || stat(path, &facts) != 0)
        return skip_errno(reader, path);
    struct place place = {.path = path, .device = facts.st_dev, .node = facts.st_ino};
    return read_place(reader, &place);
}
