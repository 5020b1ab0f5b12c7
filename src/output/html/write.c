// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/write.h"

#include <stdlib.h>

#include "base/error.h"
#include "output/html/bundle.h"
#include "output/html/data.h"
#include "output/html/events.h"
#include "output/html/findings.h"
#include "output/html/head.h"
#include "output/html/html.h"
#include "output/html/made.h"
#include "output/html/map.h"
#include "output/html/names.h"
#include "output/html/shares.h"
#include "output/html/sources.h"
#include "output/html/stories.h"
#include "output/html/terms.h"
#include "output/html/text.h"
#include "output/html/themes.h"
#include "view/charts.h"

/* Nothing may be loaded, sent or run but the two inline pieces with these hashes. */
static void write_begin(FILE *stream, const struct tdg_within_view *within)
{
    fprintf(stream,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
            "script-src '%s'; style-src '%s'; img-src data:; base-uri 'none'; "
            "form-action 'none'\">\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
            "<meta name=\"color-scheme\" content=\"light dark\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
            "<link rel=\"icon\" href=\"data:,\">\n"
            "<title>tidings: themes ",
            tdg_bundle.script_hash, tdg_bundle.style_hash);
    fputs(*within->id ? "within " : "of the news", stream);
    tdg_html_text(stream, within->title);
    fputs("</title>\n<style>", stream);
    fwrite(tdg_bundle.style, 1, tdg_bundle.style_size, stream);
    fputs("</style>\n</head>\n<body>\n", stream);
}

static void write_end(FILE *stream)
{
    fputs("<script>", stream);
    fwrite(tdg_bundle.script, 1, tdg_bundle.script_size, stream);
    fputs("</script>\n</body>\n</html>\n", stream);
}

static int prepare(struct tdg_html *html)
{
    int status = tdg_columns_new(&html->columns, html->analysis);
    if (!status)
        status = tdg_parent_series(&html->parent_series, html->analysis);
    if (!status)
        status = tdg_html_sources_new(&html->sources, html->analysis);
    if (!status)
        status = tdg_digest_new(&html->digest, html->analysis, TDG_DIGEST_PAGE);
    if (!status)
        status = tdg_kept_new(&html->kept, html->analysis, html->digest.events,
                              html->digest.event_count);
    return status;
}

static void done(struct tdg_html *html)
{
    tdg_columns_done(&html->columns);
    free(html->parent_series);
    tdg_digest_done(&html->digest);
    tdg_intern_done(&html->sources);
    tdg_kept_done(&html->kept);
}

static void write_page(const struct tdg_html *html)
{
    write_begin(html->stream, tdg_analysis_within(html->analysis));
    tdg_html_head(html);
    fputs("<main>\n", html->stream);
    tdg_html_findings(html);
    tdg_html_events(html);
    tdg_html_names(html);
    tdg_html_shares(html);
    tdg_html_themes(html);
    tdg_html_stories(html);
    tdg_html_all_terms(html);
    tdg_html_map(html);
    tdg_html_made(html);
    fputs("</main>\n", html->stream);
    tdg_html_data(html);
    write_end(html->stream);
}

const char *tdg_html_missing(void)
{
    return tdg_bundle.script ? NULL
                             : "this build has no page; it needs Node.js and npm when it is built "
                               "(meson option html_report)";
}

int tdg_write_html(const struct tdg_analysis *analysis, FILE *stream, struct tdg_error *error)
{
    struct tdg_html html = {.stream = stream, .analysis = analysis};
    int status = prepare(&html);
    if (status)
        status = tdg_fail_memory(error);
    else
        write_page(&html);
    done(&html);
    return status;
}
