// SPDX-License-Identifier: GPL-3.0-or-later
/* Words that a person gives the program to keep and to show. */
#include "text/wording.h"

#include <stdbool.h>
#include <string.h>

#include <utf8proc.h>

#include "base/span.h"
#include "base/utf8.h"

const char *tdg_wording_wrong(const char *text)
{
    size_t length = strlen(text);
    bool says = false;
    if (tdg_utf8_valid(text, length) != length)
        return "it is not UTF-8";
    for (size_t at = 0; at < length;) {
        utf8proc_int32_t point;
        utf8proc_ssize_t size = utf8proc_iterate((const utf8proc_uint8_t *)text + at,
                                                 (utf8proc_ssize_t)(length - at), &point);
        utf8proc_category_t category = utf8proc_category(point);
        if (category == UTF8PROC_CATEGORY_CC || category == UTF8PROC_CATEGORY_ZL ||
            category == UTF8PROC_CATEGORY_ZP)
            return "it contains a control character";
        says = says || (category != UTF8PROC_CATEGORY_ZS && category != UTF8PROC_CATEGORY_CF);
        at += size > 0 ? (size_t)size : 1;
    }
    return says ? NULL : "it is blank";
}

char *tdg_wording_fold(const char *text)
{
    struct tdg_span span = tdg_span_trim((struct tdg_span){text, strlen(text)});
    utf8proc_uint8_t *folded = NULL;
    utf8proc_option_t options = UTF8PROC_CASEFOLD | UTF8PROC_COMPOSE | UTF8PROC_STABLE;
    if (utf8proc_map((const utf8proc_uint8_t *)span.text, (utf8proc_ssize_t)span.length, &folded,
                     options) < 0)
        return strndup(span.text, span.length);
    return (char *)folded;
}
