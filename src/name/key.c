// SPDX-License-Identifier: GPL-3.0-or-later
#include "name/key.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "text/accents.h"

static bool is_ascii(const char *text, size_t length)
{
    unsigned char all = 0;
    for (size_t i = 0; i < length; i++)
        all |= (unsigned char)text[i];
    return all < 0x80;
}

static void straighten(char *key)
{
    static const char curly[] = "\xE2\x80\x99";
    for (char *at; (at = strstr(key, curly));) {
        *at = '\'';
        memmove(at + 1, at + 3, strlen(at + 3) + 1);
    }
}

size_t tdg_name_key(char key[TDG_NAME_KEY], const char *text, size_t length,
                    const struct USet *alphabet)
{
    key[0] = '\0';
    if (length >= TDG_NAME_KEY / 2)
        return 0;
    if (is_ascii(text, length)) {
        for (size_t i = 0; i < length; i++)
            key[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]);
        key[length] = '\0';
        return length;
    }
    utf8proc_uint8_t *folded = NULL;
    utf8proc_ssize_t size =
        utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length, &folded,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
    if (size > 0 && size < TDG_NAME_KEY / 2) {
        if (alphabet)
            tdg_accents_strip(alphabet, "en", (const char *)folded, (size_t)size, key);
        else
            memcpy(key, folded, (size_t)size + 1);
        straighten(key);
    }
    free(folded);
    return strlen(key);
}

unsigned tdg_name_known(const char *key)
{
    const struct tdg_name_table *table = &tdg_name_table;
    size_t low = 0, high = table->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(key, table->text + table->begin[middle]);
        if (!order)
            return table->kinds[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return 0;
}
