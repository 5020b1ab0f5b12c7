// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/error.h"

/* Not mkstemp: its files may be read by their owner only, and an output is for others too. */
static int open_beside(const char *path, struct tdg_buffer *name)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        tdg_buffer_clear(name);
        tdg_buffer_format(name, "%s.%ld-%d.part", path, (long)getpid(), attempt);
        if (name->failed) {
            errno = ENOMEM;
            return -1;
        }
        int descriptor = open(name->text, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (descriptor >= 0 || errno != EEXIST)
            return descriptor;
    }
    return -1;
}

int tdg_output_open(struct tdg_output *output, const char *path, struct tdg_error *error)
{
    struct tdg_buffer name = {0};
    int descriptor = open_beside(path, &name);
    FILE *stream = descriptor >= 0 ? fdopen(descriptor, "wb") : NULL;
    char *copy = stream ? strdup(path) : NULL;
    if (copy) {
        *output = (struct tdg_output){stream, copy, name.text};
        return TDG_OK;
    }
    int status = tdg_fail_errno(error, errno, path, "cannot be written");
    if (stream)
        fclose(stream);
    else if (descriptor >= 0)
        close(descriptor);
    if (descriptor >= 0)
        unlink(name.text);
    tdg_buffer_done(&name);
    return status;
}

int tdg_output_commit(struct tdg_output *output, struct tdg_error *error)
{
    bool good = fflush(output->stream) == 0 && !ferror(output->stream) &&
                fsync(fileno(output->stream)) == 0;
    int status = good ? TDG_OK : tdg_fail_errno(error, errno, output->path, "cannot be written");
    if (!status && rename(output->temporary, output->path) != 0)
        status = tdg_fail_errno(error, errno, output->path, "cannot be renamed into place");
    if (!status) {
        free(output->temporary);
        output->temporary = NULL;
    }
    tdg_output_discard(output);
    return status;
}

void tdg_output_discard(struct tdg_output *output)
{
    if (output->stream) {
        fclose(output->stream);
        if (output->temporary)
            unlink(output->temporary);
    }
    free(output->path);
    free(output->temporary);
    *output = (struct tdg_output){0};
}

int tdg_file_load(struct tdg_buffer *text, const char *path, struct tdg_error *error)
{
    FILE *file = fopen(path, "rb");
    if (!file)
        return tdg_fail_errno(error, errno, path, "cannot be read");
    char piece[1 << 14];
    size_t length;
    while ((length = fread(piece, 1, sizeof piece, file)) > 0)
        tdg_buffer_add(text, piece, length);
    int status = ferror(file) ? tdg_fail_errno(error, errno, path, "cannot be read") : TDG_OK;
    fclose(file);
    return !status && text->failed ? tdg_fail_memory(error) : status;
}
