// SPDX-License-Identifier: GPL-3.0-or-later
#include "vector/words.h"

#include <string.h>

#include <tidings/types.h>

uint32_t tdg_word_find(const struct tdg_word_table *table, const char *word)
{
    uint32_t begin = 0, end = table->words;
    while (begin < end) {
        uint32_t middle = begin + (end - begin) / 2;
        int order = strcmp(word, table->text + table->begin[middle]);
        if (order == 0)
            return middle;
        if (order < 0)
            end = middle;
        else
            begin = middle + 1;
    }
    return TDG_NONE;
}

const char *tdg_word_table_name(void)
{
    return tdg_word_table.words ? tdg_word_table.name : NULL;
}

const char *tdg_word_table_licences(void)
{
    return tdg_word_table.words ? tdg_word_table.licences : NULL;
}
