// SPDX-License-Identifier: GPL-3.0-or-later
/* A file, perhaps compressed several times, is one leaf; a packed file is opened member by member,
 * each of which is treated as a file again. */
#include "input/stream.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "input/bytes.h"
#include "input/input.h"
#include "input/office.h"

enum { DEEPEST = 4, BLOCK = 1 << 16, RETRIES = 8, TAR_BLOCK = 512, TAR_MAGIC = 257 };

/* One opened level: a file, or a member of the level above. */
struct level {
    struct tdg_reader *reader;
    const struct tdg_entry *entry;
    struct archive *archive;
    int descriptor;      /* of the outermost level, else -1 */
    struct level *above; /* the level whose present member this one reads, or NULL */
    unsigned depth;
    bool tar;            /* it is a tar archive, whatever its first header looks like */
    int status;          /* of a callback that libarchive called */
    const char *present; /* the name of the present member */
    const char *data;    /* bytes of it that libarchive has handed out and nobody has taken, */
    size_t left;         /* so many, */
    size_t gap;          /* behind so many zeros of a hole */
    int64_t offset;      /* of what comes next in the member */
    int64_t last;        /* where the last member that was read to its end ended in the archive */
    bool ended;          /* what can be read of the present member has been read */
    bool broken;         /* it could not be opened, or cannot be read on, which has been told */
    char *block;         /* [BLOCK] what is handed to libarchive, where there is a level above */
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
    /* A block of zeros ends a tar archive; where it stands for a header others lie behind it. */
    return archive_read_set_option(archive, "tar", "read_concatenated_archives", "1") >=
           ARCHIVE_WARN;
}

/* What libarchive has to say, in other words where its own say little. */
static const char *trouble(struct archive *archive)
{
    const char *text = archive_error_string(archive);
    if (!text || !*text)
        return "damaged or cut short";
    return strstr(text, "No progress is possible") ? "truncated xz input" : text;
}

/* Tells what has failed, but for a lack of memory, which ends the run. An archive of 7-Zip or lzma
 * may ask for more than there is on any machine: that is the archive's fault. */
static int tell(struct level *level, const char *name, const char *what)
{
    const char *why = trouble(level->archive);
    if (level->status)
        return level->status;
    if (archive_errno(level->archive) == ENOMEM &&
        archive_format(level->archive) != ARCHIVE_FORMAT_7ZIP && !strstr(why, "zma"))
        return TDG_ENOMEM;
    return tdg_reader_skip(level->reader, name, 0, "%s: %s", what, why);
}

static void begin_member(struct level *level, const char *name)
{
    level->present = name;
    level->ended = false;
    level->left = level->gap = 0;
    level->offset = 0;
}

/* Has libarchive hand out more of the present member. What is broken ends it, and is reported: a
 * block that comes with a warning is good, one that failed may have others behind it
 * (ARCHIVE_FAILED: in the next member), and behind what is fatal there is nothing. */
static int next_block(struct level *level)
{
    const void *data = NULL;
    size_t size = 0;
    la_int64_t offset = level->offset;
    int tries = 0, code;
    do
        code = archive_read_data_block(level->archive, &data, &size, &offset);
    while (code == ARCHIVE_RETRY && !level->status && ++tries < RETRIES);
    if (level->status)
        return level->status;
    if (code >= ARCHIVE_WARN && code != ARCHIVE_EOF) {
        level->data = data;
        level->left = size;
        level->gap = offset > level->offset ? (size_t)(offset - level->offset) : 0;
        level->offset = offset + (la_int64_t)size;
    } else
        level->ended = true;
    level->broken = level->broken || code == ARCHIVE_FATAL;
    if (code >= ARCHIVE_OK)
        return TDG_OK;
    return tell(level, level->present,
                code == ARCHIVE_WARN ? "damaged" : "the rest cannot be read");
}

/* Bytes of the present member, *got of them: 0 at its end. */
static int fill_member(struct level *level, char *into, size_t room, size_t *got)
{
    int status = TDG_OK;
    while (!level->left && !level->gap && !level->ended && !status)
        status = next_block(level);
    if (level->gap) {
        *got = level->gap < room ? level->gap : room;
        memset(into, 0, *got);
        level->gap -= *got;
    } else if (level->left) {
        *got = level->left < room ? level->left : room;
        memcpy(into, level->data, *got);
        level->data += *got;
        level->left -= *got;
    }
    return status;
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
    if (level->tar && archive_read_set_format(level->archive, ARCHIVE_FORMAT_TAR) < ARCHIVE_WARN)
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
    return tell(level, level->entry->name, "cannot be opened");
}

/* The beginning of a tar archive whose first header is damaged, so that libarchive takes it for
 * none. */
static bool looks_like_tar(const struct level *level)
{
    return !level->gap && level->left >= TAR_BLOCK && memchr(level->data, '\0', TAR_MAGIC) &&
           memcmp(level->data + TAR_MAGIC, "ustar", strlen("ustar")) == 0;
}

/* What is packed in nothing any more. */
static int read_leaf(struct level *level)
{
    struct tdg_reader *reader = level->reader;
    size_t skipped = reader->articles->skipped;
    begin_member(level, level->entry->name);
    int early = next_block(level);
    if (early || (level->ended && reader->articles->skipped > skipped)) /* told already */
        return early;
    if (!level->tar && looks_like_tar(level)) {
        struct level again = {.reader = reader,
                              .entry = level->entry,
                              .descriptor = -1,
                              .above = level,
                              .depth = level->depth,
                              .tar = true};
        return read_level(&again);
    }
    struct tdg_leaf leaf = {
        .name = level->entry->name,
        .path = level->depth ? NULL : level->entry->path,
        .modified = level->entry->modified,
    };
    int status = tdg_reader_file(reader, leaf.name, &leaf.file);
    if (status)
        return status;
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

static int read_member(struct level *level, struct archive_entry *member, const char *name)
{
    struct tdg_entry entry = {.name = name, .modified = TDG_NO_DATE};
    if (archive_entry_mtime_is_set(member))
        entry.modified = archive_entry_mtime(member);
    struct level below = {.reader = level->reader,
                          .entry = &entry,
                          .descriptor = -1,
                          .above = level,
                          .depth = level->depth + 1};
    return below.depth > DEEPEST ? tdg_reader_skip(level->reader, name, 0,
                                                   "packed files nested more than %d deep", DEEPEST)
                                 : read_level(&below);
}

/* Hidden members are skipped as hidden files are. */
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
    while (!status && got > 0) {
        got = 0;
        status = fill_leaf(level, block, sizeof block, &got);
    }
    return status;
}

/* The present member; *wanted counts those that are read. */
static int pass_member(struct level *level, struct archive_entry *member, const char *path,
                       size_t *wanted)
{
    struct tdg_buffer name = {0};
    tdg_buffer_format(&name, "%s:", level->entry->name);
    tdg_utf8_mend(&name, path, strlen(path));
    int status = name.failed ? TDG_ENOMEM : TDG_OK;
    if (!status) {
        bool reads = is_wanted(member, path);
        begin_member(level, name.text);
        status = reads ? read_member(level, member, name.text) : drain(level);
        *wanted += reads;
    }
    tdg_buffer_done(&name);
    return status;
}

/* A header that was read with a warning. Names that are in no known encoding are mended; what cpio
 * passes over before a header is lost. */
static int tell_warning(struct level *level)
{
    const char *why = trouble(level->archive);
    if (strstr(why, "be converted"))
        return TDG_OK;
    if (strncmp(why, "Skipped", strlen("Skipped")) == 0)
        return tell(level, level->entry->name, "a damaged header");
    tdg_reader_warn(level->reader, level->entry->name, 0, "%s", why);
    return TDG_OK;
}

/* Where a tar archive ends in the middle of a block: true where its end mark, two blocks of zeros,
 * may have come before that, behind the last member. */
static bool has_end_mark(const struct level *level)
{
    la_int64_t last = (level->last + TAR_BLOCK - 1) / TAR_BLOCK * TAR_BLOCK;
    return level->ended && strstr(trouble(level->archive), "Truncated tar") &&
           archive_filter_bytes(level->archive, 0) >= last + 2 * (la_int64_t)TAR_BLOCK;
}

/* To the next header. Behind a damaged one libarchive looks at every block in turn for one that is
 * whole: ARCHIVE_RETRY. What lies between is lost. */
static int seek_member(struct level *level, struct archive_entry **member, const char **path,
                       int *code)
{
    la_int64_t from = -1;
    level->last = archive_filter_bytes(level->archive, 0);
    while ((*code = next_member(level, member, path)) == ARCHIVE_RETRY && !level->status) {
        if (from < 0)
            from = archive_read_header_position(level->archive);
        int status = tdg_reader_tick(level->reader);
        if (!status)
            status = tdg_reader_count(level->reader, TAR_BLOCK);
        if (status)
            return status;
    }
    if (level->status)
        return level->status;
    bool found = *code >= ARCHIVE_WARN && *code != ARCHIVE_EOF;
    int status = TDG_OK;
    if (from >= 0) {
        la_int64_t to = found ? archive_read_header_position(level->archive)
                              : archive_filter_bytes(level->archive, 0);
        status =
            tdg_reader_skip(level->reader, level->entry->name, 0,
                            "a damaged header at byte %lld: the %lld bytes from there to the "
                            "%s of the archive are lost",
                            (long long)from, (long long)(to - from), found ? "next member" : "end");
    }
    return !status && *code == ARCHIVE_WARN ? tell_warning(level) : status;
}

/* The bytes of the present member; beyond the limit the rest is left and the document is told. */
static int take_part(struct level *level, struct tdg_package *package, struct tdg_buffer *into,
                     bool *large)
{
    char block[4096];
    size_t got = 1, limit = tdg_package_limit(level->reader);
    int status = TDG_OK;
    while (!status && got > 0) {
        got = 0;
        status = fill_leaf(level, block, sizeof block, &got);
        if (package->bytes + got > limit)
            *large = true;
        else if (!*large) {
            tdg_buffer_add(into, block, got);
            package->bytes += got;
        }
        if (into->failed)
            return TDG_ENOMEM;
    }
    return status;
}

/* An office document is one file, whose parts are members. */
static int read_office(struct level *level, const char *path)
{
    struct tdg_package package = {0};
    struct tdg_reader *reader = level->reader;
    struct tdg_leaf leaf = {.name = level->entry->name, .modified = level->entry->modified};
    size_t from = reader->articles->count, members = 0;
    bool large = false;
    int code = ARCHIVE_OK, status = tdg_reader_file(reader, leaf.name, &leaf.file);
    while (!status && code >= ARCHIVE_WARN && code != ARCHIVE_EOF) {
        struct archive_entry *member;
        struct tdg_buffer *part;
        begin_member(level, level->entry->name);
        status = tdg_package_place(&package, path, &part);
        if (!status)
            status = part ? take_part(level, &package, part, &large) : drain(level);
        if (!status && ++members > reader->options->max_members)
            status =
                tdg_fail_at(reader->error, TDG_ELIMIT, leaf.name, 0,
                            "more members than the limit of %zu", reader->options->max_members);
        if (!status)
            status = seek_member(level, &member, &path, &code);
    }
    if (!status && code < ARCHIVE_WARN && !level->broken)
        status = tell(level, leaf.name, "the rest cannot be read");
    package.broken = code < ARCHIVE_WARN;
    if (!status && large)
        status =
            tdg_reader_skip(reader, leaf.name, 0, "a document longer than the limit of %zu bytes",
                            tdg_package_limit(reader));
    else if (!status)
        status = tdg_office_read(reader, &leaf, &package);
    if (!status && tdg_beside_is_inside(&reader->beside, leaf.name))
        status = tdg_beside_add(&reader->beside, reader->articles, from, leaf.name, false);
    tdg_package_done(&package);
    return status;
}

static int read_members(struct level *level)
{
    struct tdg_reader *reader = level->reader;
    struct archive_entry *member;
    const char *path;
    size_t wanted = 0, skipped = reader->articles->skipped;
    level->ended = true; /* there is none yet */
    for (size_t count = 0;; count++) {
        int code, status = seek_member(level, &member, &path, &code);
        if (status)
            return status;
        if (code == ARCHIVE_EOF || (code < ARCHIVE_WARN && level->broken)) /* told already */
            break;
        if (code < ARCHIVE_WARN && has_end_mark(level)) {
            tdg_reader_warn(reader, level->entry->name, 0,
                            "the archive ends in the middle of a block; a member may be missing");
            break;
        }
        if (code < ARCHIVE_WARN)
            return tell(level, level->entry->name, "the rest cannot be read");
        if (archive_format(level->archive) == ARCHIVE_FORMAT_RAW ||
            archive_format(level->archive) == ARCHIVE_FORMAT_EMPTY)
            return read_leaf(level);
        if (!count && archive_format(level->archive) == ARCHIVE_FORMAT_ZIP &&
            tdg_office_begins(level->entry->name, path))
            return read_office(level, path);
        if (count >= reader->options->max_members)
            return tdg_fail_at(reader->error, TDG_ELIMIT, level->entry->name, 0,
                               "more members than the limit of %zu", reader->options->max_members);
        status = pass_member(level, member, path, &wanted);
        if (status)
            return status;
    }
    if (!wanted && reader->articles->skipped == skipped)
        return tdg_reader_skip(reader, level->entry->name, 0, "%s",
                               archive_format(level->archive) == ARCHIVE_FORMAT_EMPTY
                                   ? "the file is empty"
                                   : "contains no files");
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
