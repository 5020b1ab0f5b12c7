// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/plain/names.h"

#include <stdbool.h>
#include <stdio.h>

#include "output/plain/line.h"
#include "phrasing/in_the_news.h"

void tdg_plain_names(const struct tdg_plain *plain, const struct tdg_digest *digest,
                     const char *mark)
{
    struct tdg_plain_line line = {0};
    char count[TDG_NAMED_COUNT], text[TDG_NAMED_COUNT + 8];
    for (size_t i = 0; i < digest->name_count; i++) {
        const struct tdg_news_name_view *name = digest->names[i];
        bool first = !i || digest->names[i - 1]->state != name->state;
        bool last = i + 1 == digest->name_count || digest->names[i + 1]->state != name->state;
        if (first) {
            line = tdg_line_begin(plain, mark);
            snprintf(text, sizeof text, "%s:", tdg_in_the_news_title(name->state));
            tdg_line_put(&line, text);
        }
        tdg_line_put(&line, name->name);
        snprintf(text, sizeof text, "(%s)%s", tdg_named_count_text(name, count), last ? "" : ",");
        tdg_line_put(&line, text);
        if (last)
            tdg_line_end(&line);
    }
}
