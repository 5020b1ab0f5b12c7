// SPDX-License-Identifier: GPL-3.0-or-later
/* Numbers and the columns of tables ("MAY7") rise and fall with the tables that are printed, and
 * tell nobody what happened. */
#include <string.h>

#include "text/text.h"
#include "trend/watch.h"

bool tdg_is_tellable(const char *stem)
{
    for (size_t length; *stem; stem += length + (stem[length] == ' ')) {
        length = strcspn(stem, " ");
        if (tdg_is_quantity(stem, length) || tdg_is_code(stem, length))
            return false;
    }
    return true;
}
