// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/docs/print.h"

#include <stdio.h>
#include <string.h>

size_t tdg_docs_words(const struct tdg_option_info *info)
{
    size_t length, count = 0;
    const char *word;
    for (; (word = tdg_option_word(info, count, &length)); count++)
        printf("%s%.*s", count ? " " : "", (int)length, word);
    return count;
}

void tdg_docs_put(const char *text, const char *special, const char *quote)
{
    for (; *text; text++) {
        if (*text == '\'') {
            fputs(quote, stdout);
            continue;
        }
        if (strchr(special, *text))
            putchar('\\');
        putchar(*text);
    }
}

bool tdg_docs_takes_files(const struct tdg_command *command)
{
    return *command->usage && *command->usage != '[';
}
