// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/pages.h"

#include <stdint.h>

#include "input/identity.h"
#include "store/trouble.h"

static void page_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    const char *text[3] = {"", "", ""};
    for (int i = 0; i < count; i++) {
        text[i] = (const char *)sqlite3_value_text(values[i]);
        if (!text[i]) /* of a damaged row */
            return;
    }
    int64_t number = tdg_page_number(text[0], text[1], text[2]);
    if (number)
        sqlite3_result_int64(context, number);
}

int tdg_archive_teach_pages(struct tdg_archive *archive, struct tdg_error *error)
{
    int code = sqlite3_create_function_v2(archive->database, "tdg_page", 3,
                                          SQLITE_UTF8 | SQLITE_DETERMINISTIC, NULL, page_function,
                                          NULL, NULL, NULL);
    return code ? tdg_sql_failed(archive, error) : TDG_OK;
}
