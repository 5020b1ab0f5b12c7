// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/sample.h"

#include <string.h>
#include <strings.h>

bool tdg_sample_ends(const struct tdg_sample *sample, const char *ending)
{
    static const char *const packed[] = {".gz",   ".xz",  ".zst", ".bz2",
                                         ".lzma", ".lz4", ".lz",  ".Z"};
    size_t length = strlen(sample->name), wanted = strlen(ending);
    for (size_t i = 0; i < sizeof packed / sizeof *packed; i++) {
        size_t size = strlen(packed[i]);
        if (length > size && memcmp(sample->name + length - size, packed[i], size) == 0) {
            length -= size;
            break;
        }
    }
    return length >= wanted && memcmp(sample->name + length - wanted, ending, wanted) == 0;
}

bool tdg_text_begins(const char *at, const char *end, const char *text)
{
    for (; *text; at++, text++)
        if (at >= end || (*at >= 'A' && *at <= 'Z' ? *at - 'A' + 'a' : *at) != *text)
            return false;
    return true;
}

/* Behind the end of what begins at `at`. */
static const char *behind(const char *at, const char *end, const char *mark)
{
    while (at < end && !tdg_text_begins(at, end, mark))
        at++;
    return at < end ? at + strlen(mark) : end;
}

const char *tdg_sample_root(const struct tdg_sample *sample)
{
    const char *at = sample->text, *end = sample->text + sample->length;
    for (;;) {
        while (at < end && *at && strchr(" \t\r\n", *at))
            at++;
        if (tdg_text_begins(at, end, "<!--"))
            at = behind(at, end, "-->");
        else if (tdg_text_begins(at, end, "<?"))
            at = behind(at, end, "?>");
        else if (tdg_text_begins(at, end, "<!doctype") &&
                 !tdg_text_begins(at, end, "<!doctype html"))
            at = behind(at, end, ">");
        else
            return at;
    }
}
