// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/folder.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <tidings/plain.h>

/* 0 or an errno. What exists already is fine here, and looked at afterwards. */
static int make_each(char *path)
{
    for (char *at = path + 1; *path; at++) {
        if (*at && *at != '/')
            continue;
        char kept = *at;
        *at = '\0';
        int reason = mkdir(path, 0777) == 0 || errno == EEXIST ? 0 : errno;
        *at = kept;
        if (reason || !kept)
            return reason;
    }
    return ENOENT;
}

static int check(const char *path)
{
    struct stat facts;
    if (stat(path, &facts) != 0)
        return errno;
    if (!S_ISDIR(facts.st_mode))
        return ENOTDIR;
    return access(path, W_OK | X_OK) == 0 ? 0 : errno;
}

bool tdg_folder_make(const char *path)
{
    char *copy = strdup(path);
    int reason = copy ? make_each(copy) : ENOMEM;
    free(copy);
    if (!reason)
        reason = check(path);
    if (reason) {
        fputs("tidings: ", stderr);
        tdg_put_text(stderr, path);
        fprintf(stderr, ": %s\n", strerror(reason));
    }
    return !reason;
}

char *tdg_folder_join(const char *path, const char *name)
{
    size_t size = strlen(path) + strlen(name) + 2;
    char *joined = malloc(size);
    if (joined)
        snprintf(joined, size, "%s/%s", path, name);
    return joined;
}
