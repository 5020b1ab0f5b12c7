// SPDX-License-Identifier: GPL-3.0-or-later
/* Archives for the tests of reading. */
#ifndef TDG_TESTS_PACKING_H
#define TDG_TESTS_PACKING_H

#include <archive.h>
#include <archive_entry.h>

#include "unit/input/reading.h"

/* A member of an archive. */
struct member {
    const char *name;
    const char *text;
    size_t length; /* 0: up to the NUL */
};

static inline size_t pack(const char *name, int format, int filter, const struct member *items,
                          size_t count)
{
    char path[256];
    path_of(path, name);
    struct archive *archive = archive_write_new();
    assert_int_equal(archive_write_set_format(archive, format), ARCHIVE_OK);
    assert_int_equal(archive_write_add_filter(archive, filter), ARCHIVE_OK);
    assert_int_equal(archive_write_set_bytes_in_last_block(archive, 1), ARCHIVE_OK);
    assert_int_equal(archive_write_open_filename(archive, path), ARCHIVE_OK);
    for (size_t i = 0; i < count; i++) {
        size_t length = items[i].length ? items[i].length : strlen(items[i].text);
        struct archive_entry *entry = archive_entry_new();
        archive_entry_set_pathname(entry, items[i].name);
        archive_entry_set_filetype(entry, AE_IFREG);
        archive_entry_set_perm(entry, 0644);
        archive_entry_set_size(entry, (la_int64_t)length);
        archive_entry_set_mtime(entry, 1551193261, 0);
        /* Only a warning: in the locale "C" it cannot translate the name. */
        assert_true(archive_write_header(archive, entry) >= ARCHIVE_WARN);
        assert_int_equal(archive_write_data(archive, items[i].text, length), length);
        archive_entry_free(entry);
    }
    assert_int_equal(archive_write_close(archive), ARCHIVE_OK);
    archive_write_free(archive);
    struct stat facts;
    assert_int_equal(stat(path, &facts), 0);
    return (size_t)facts.st_size;
}

#endif
