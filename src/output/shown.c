// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/shown.h"

#include <stdint.h>

#include "base/utf8.h"

const char *tdg_next_shown(const char **text, size_t *length)
{
    const char *at = *text;
    uint32_t code;
    size_t taken = tdg_utf8_take(at, &code);
    *text += taken ? taken : 1;
    *length = !taken ? 3 : tdg_utf8_is_unwanted(code) ? 1 : taken;
    return !taken ? "\xEF\xBF\xBD" : tdg_utf8_is_unwanted(code) ? " " : at;
}
