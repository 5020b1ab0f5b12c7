// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbers and the columns of tables ("MAY7") rise and fall with the tables that are printed, and
 * tell nobody what happened. */
#include "series/tellable.h"

#include <string.h>

#include "text/terms.h"

bool tdg_is_tellable(const char *stem)
{
    for (size_t length; *stem; stem += length + (stem[length] == ' ')) {
        length = strcspn(stem, " ");
        if (tdg_is_quantity(stem, length) || tdg_is_code(stem, length))
            return false;
    }
    return true;
}

bool tdg_says_again(const char *one, const char *other)
{
    const char *longer = strlen(one) > strlen(other) ? one : other;
    const char *shorter = longer == one ? other : one;
    size_t length = strlen(shorter);
    for (const char *at = longer; (at = strstr(at, shorter)); at++)
        if ((at == longer || at[-1] == ' ') && (at[length] == '\0' || at[length] == ' '))
            return true;
    return false;
}
