// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/id_text.h"

#include <stdio.h>

const char *tdg_id_text(char letter, uint32_t number, char text[TDG_ID_TEXT])
{
    text[0] = '\0';
    if (number)
        snprintf(text, TDG_ID_TEXT, "%c%lu", letter, (unsigned long)number);
    return text;
}
