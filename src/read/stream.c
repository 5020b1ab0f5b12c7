// SPDX-License-Identifier: GPL-3.0-or-later
/* A file, perhaps compressed several times, is one leaf; a packed file is opened member by member,
 * each of which is treated as a file again. */
#include "read/stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "read/utf8.h"

enum { DEEPEST = 4, BLOCK = 1 << 16 };

/* One opened level: a file, or a member of the level above. */
struct level {
    struct tdg_reader *reader;
    const struct tdg_entry *entry;
    struct archive *archive;
    int descriptor;      /* of the outermost level, else -1 */
    struct level *above; /* the level whose present member this one reads, or NULL */
    unsigned depth;
    int status;  /* of a callback that libarchive called */
    bool ended;  /* what can be read of the present member has been read */
    bool broken; /* it could not be opened, or cannot be read on, which has been told */
    char *block; /* [BLOCK] what is handed to libarchive, where there is a level above */
};

static int read_level(struct level *level);

/* Only what needs no other program (as lzop would) and what text is not mistaken for (as it can be
 * for mtree and uuencode): therefore not archive_read_support_format_all(). */
static bool allow_formats(struct archive *archive)
{
    static int (*const allow[])(struct archive *) = {
        archive_read_support_filter_gzip,  archive_read_support_filter_xz,
        archive_read_support_filter_zstd,  archive_read_support_filter_bzip2,
        archive_read_support_filter_lzma,  archive_read_support_filter_lz4,
        archive_read_support_filter_lzip,  archive_read_support_filter_compress,
        archive_read_support_format_tar,   archive_read_support_format_zip,
        archive_read_support_format_7zip,  archive_read_support_format_cpio,
        archive_read_support_format_empty, archive_read_support_format_raw,
    };
    for (size_t i = 0; i < sizeof allow / sizeof *allow; i++)
        if (allow[i](archive) < ARCHIVE_WARN)
            return false;
    return true;
}

/* What libarchive has to say, in other words where its own say little. */
static const char *trouble(struct archive *archive)
{
    const char *text = archive_error_string(archive);
    if (!text || !*text)
        return "damaged or cut short";
    return strstr(text, "No progress is possible") ? "truncated xz input" : text;
}

/* Bytes of the present member. What is broken ends it, and is told. */
static int fill_member(struct level *level, char *into, size_t room, size_t *got)
{
    if (level->ended)
        return TDG_OK;
    la_ssize_t read = archive_read_data(level->archive, into, room);
    if (read > 0) {
        *got = (size_t)read;
        return TDG_OK;
    }
    level->ended = true;
    if (level->status || read == 0)
        return level->status;
    level->broken = true;
    return tdg_reader_skip(level->reader, level->entry->name, 0, "the rest cannot be read: %s",
                           trouble(level->archive));
}

/* The same for bytes that go no deeper: these are counted. */
static int fill_leaf(void *context, char *into, size_t room, size_t *got)
{
    struct level *level = context;
    int status = tdg_reader_tick(level->reader);
    if (!status)
        status = fill_member(level, into, room, got);
    return status ? status : tdg_reader_count(level->reader, *got);
}

/* libarchive reads a level inside another one through this. */
static la_ssize_t read_above(struct archive *archive, void *context, const void **block)
{
    struct level *level = context;
    size_t got = 0;
    level->status = fill_member(level->above, level->block, BLOCK, &got);
    *block = level->block;
    if (!level->status)
        return (la_ssize_t)got;
    archive_set_error(archive, EIO, "%s", tdg_status_text(level->status));
    return ARCHIVE_FATAL;
}

static int open_level(struct level *level)
{
    level->archive = archive_read_new();
    if (!level->archive || !allow_formats(level->archive))
        return TDG_ENOMEM;
    int code;
    if (level->above) {
        level->block = malloc(BLOCK);
        if (!level->block)
            return TDG_ENOMEM;
        code = archive_read_open(level->archive, level, NULL, read_above, NULL);
    } else
        code = archive_read_open_fd(level->archive, level->descriptor, BLOCK);
    if (code >= ARCHIVE_WARN)
        return TDG_OK;
    level->broken = true;
    if (level->status)
        return level->status;
    return tdg_reader_skip(level->reader, level->entry->name, 0, "cannot be opened: %s",
                           trouble(level->archive));
}

static int add_file(struct tdg_articles *articles, const char *name, uint32_t *file)
{
    const char **grown = tdg_grow((void *)articles->files, &articles->file_capacity,
                                  (size_t)articles->file_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    articles->files = grown;
    const char *copy = tdg_arena_string(&articles->facts, name);
    if (!copy)
        return TDG_ENOMEM;
    *file = articles->file_count;
    articles->files[articles->file_count++] = copy;
    return TDG_OK;
}

static int read_leaf(struct level *level)
{
    struct tdg_reader *reader = level->reader;
    struct tdg_leaf leaf = {
        .name = level->entry->name,
        .modified = level->entry->modified,
    };
    int status = add_file(reader->articles, leaf.name, &leaf.file);
    if (status)
        return status;
    level->ended = false;
    tdg_bytes_init(&leaf.bytes, fill_leaf, level);
    status = reader->leaf(reader, &leaf);
    tdg_bytes_done(&leaf.bytes);
    return status;
}

/* The next member and its path. libarchive translates names to the locale of the thread, in "C" it
 * fails for most of them: so that is UTF-8 for a moment. */
static int next_member(struct level *level, struct archive_entry **member, const char **path)
{
    locale_t names = level->reader->names;
    locale_t before = names ? uselocale(names) : (locale_t)0;
    int code = archive_read_next_header(level->archive, member);
    *path = code >= ARCHIVE_WARN && code != ARCHIVE_EOF ? archive_entry_pathname(*member) : NULL;
    if (!*path)
        *path = "?";
    if (before)
        uselocale(before);
    return code;
}

static int read_member(struct level *level, struct archive_entry *member, const char *path)
{
    struct tdg_buffer name = {0};
    tdg_buffer_format(&name, "%s:", level->entry->name);
    tdg_utf8_mend(&name, path, strlen(path));
    struct tdg_entry entry = {.name = name.text, .modified = TDG_NO_DATE};
    if (archive_entry_mtime_is_set(member))
        entry.modified = archive_entry_mtime(member);
    struct level below = {.reader = level->reader,
                          .entry = &entry,
                          .descriptor = -1,
                          .above = level,
                          .depth = level->depth + 1};
    int status = name.failed ? TDG_ENOMEM : TDG_OK;
    if (!status) {
        level->ended = false;
        status = below.depth > DEEPEST
                     ? tdg_reader_skip(level->reader, name.text, 0,
                                       "packed files inside more than %d others", DEEPEST)
                     : read_level(&below);
    }
    tdg_buffer_done(&name);
    return status;
}

/* Hidden members are passed over as hidden files are. */
static bool is_wanted(struct archive_entry *member, const char *path)
{
    if (archive_entry_filetype(member) != AE_IFREG || archive_entry_hardlink(member))
        return false;
    for (const char *at = path; at; at = strchr(at, '/')) {
        at += *at == '/';
        if (at[0] == '.' && strncmp(at, "./", 2) != 0 && strncmp(at, "../", 3) != 0)
            return false;
    }
    return true;
}

/* Reads on to the end of the present member, so that its bytes are counted too. */
static int drain(struct level *level)
{
    char block[4096];
    size_t got = 1;
    int status = TDG_OK;
    level->ended = false;
    while (!status && got > 0) {
        got = 0;
        status = fill_leaf(level, block, sizeof block, &got);
    }
    return status;
}

static int read_members(struct level *level)
{
    struct tdg_reader *reader = level->reader;
    struct archive_entry *member;
    const char *path;
    size_t wanted = 0;
    for (size_t count = 0;; count++) {
        int code = next_member(level, &member, &path);
        if (level->status || code == ARCHIVE_EOF)
            break;
        if (code < ARCHIVE_WARN && level->broken) /* the same trouble again */
            break;
        if (code < ARCHIVE_WARN)
            return tdg_reader_skip(reader, level->entry->name, 0, "the rest cannot be read: %s",
                                   trouble(level->archive));
        if (archive_format(level->archive) == ARCHIVE_FORMAT_RAW ||
            archive_format(level->archive) == ARCHIVE_FORMAT_EMPTY)
            return read_leaf(level);
        if (count >= reader->options->most_members)
            return tdg_fail_at(reader->error, TDG_ELIMIT, level->entry->name, 0,
                               "more members than the limit of %zu", reader->options->most_members);
        bool reads = is_wanted(member, path);
        int status = reads ? read_member(level, member, path) : drain(level);
        if (status)
            return status;
        wanted += reads;
    }
    if (!level->status && !wanted && !level->broken)
        return tdg_reader_skip(reader, level->entry->name, 0, "%s",
                               archive_format(level->archive) == ARCHIVE_FORMAT_EMPTY
                                   ? "the file is empty"
                                   : "there is no file in it");
    return level->status;
}

static int read_level(struct level *level)
{
    int status = open_level(level);
    if (!status && !level->broken)
        status = read_members(level);
    if (level->archive)
        archive_read_free(level->archive);
    free(level->block);
    return status;
}

int tdg_stream_read(struct tdg_reader *reader, int descriptor, const struct tdg_entry *entry)
{
    struct level level = {.reader = reader, .entry = entry, .descriptor = descriptor};
    return read_level(&level);
}
