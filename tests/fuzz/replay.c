// SPDX-License-Identifier: GPL-3.0-or-later
/* replay_TARGET FOLDER: gives each file of a folder to a fuzz target once. So a target is built and
 * its seeds are tried in every test run, with any compiler. */
#include <dirent.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t length);

static int replay(const char *folder, const char *name)
{
    static uint8_t bytes[1 << 20];
    char path[4096];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "rb");
    if (!file) {
        perror(path);
        return 1;
    }
    size_t length = fread(bytes, 1, sizeof bytes, file);
    fclose(file);
    fprintf(stderr, "%s\n", name);
    return LLVMFuzzerTestOneInput(bytes, length);
}

int main(int count, char *words[])
{
    DIR *folder = count == 2 ? opendir(words[1]) : NULL;
    if (!folder) {
        fprintf(stderr, "usage: %s FOLDER\n", words[0]);
        return 2;
    }
    int failed = 0, files = 0;
    for (struct dirent *entry; (entry = readdir(folder));)
        if (*entry->d_name != '.') {
            failed |= replay(words[1], entry->d_name);
            files++;
        }
    closedir(folder);
    return failed || files == 0;
}
