// SPDX-License-Identifier: GPL-3.0-or-later
/* One input: a file, a folder or standard input. */
#include "input/source.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/types.h>

#include "base/error.h"
#include "input/folder.h"
#include "input/stream.h"

int tdg_input_read(struct tdg_reader *reader, const char *input)
{
    struct tdg_entry entry = {.name = input, .modified = TDG_NO_DATE};
    if (strcmp(input, "-") == 0)
        return tdg_stream_read(reader, STDIN_FILENO, &entry);
    struct stat facts;
    if (stat(input, &facts) != 0)
        return tdg_fail_errno(reader->error, errno, input, "cannot be read");
    if (S_ISDIR(facts.st_mode))
        return tdg_folder_read(reader, input);
    int descriptor = open(input, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return tdg_fail_errno(reader->error, errno, input, "cannot be read");
    entry.modified = facts.st_mtime;
    entry.path = input;
    int status = tdg_stream_read(reader, descriptor, &entry);
    close(descriptor);
    return status;
}
