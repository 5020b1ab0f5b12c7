// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings why: why an article of an archive is in its theme. */
#include <stdio.h>

#include <tidings/plain.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

enum { JSON };

static const struct tdg_flag flags[] = {
    [JSON] = {{.name = "json", .group = TDG_GROUP_OUTPUT, .help = "print JSON, with all terms"}, 0},
    {{0}, 0},
};

enum { TERMS = 12, TERM = 28 };

static void put(const struct tdg_archive_why *why)
{
    char id[TDG_ID_TEXT];
    if (why->theme) {
        printf("%s %.1f  ", tdg_id_text('T', why->theme, id), why->sum);
        tdg_put_text(stdout, why->title);
        putchar('\n');
    } else {
        fputs("no theme: ", stdout);
        tdg_put_text(stdout, why->reason);
        putchar('\n');
    }
    if (why->other) {
        printf("%s %.1f  ", tdg_id_text('T', why->other, id), why->other_sum);
        tdg_put_text(stdout, why->other_title);
        putchar('\n');
    }
    if (why->term_count)
        printf("\n%-*s%6s %9s %9s\n", TERM, "term", "times", why->theme ? "theme" : "",
               why->other ? "other" : "");
    for (size_t i = 0; i < why->term_count && i < TERMS; i++) {
        tdg_put_padded(stdout, why->terms[i].term, TERM);
        printf("%6zu", why->terms[i].times);
        if (why->theme)
            printf(" %+9.1f", why->terms[i].first);
        else
            printf(" %9s", "");
        printf(" %+9.1f\n", why->terms[i].other);
    }
    if (why->term_count > TERMS)
        tdg_write_count(stdout, "… and ", why->term_count - TERMS, "term with less influence\n",
                        "terms with less influence\n");
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_archive_why *why = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    if (arguments->input_count != 2)
        return tdg_arguments_wrong(arguments, "expected an archive and the id of an article");
    enum tdg_exit status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_READ);
    if (!status)
        status = tdg_session_begin(&session, true, NULL);
    if (!status) {
        int result = tdg_archive_why(archive, arguments->inputs[1], &session.monitor, &why, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status && arguments->flags[JSON].value.on) {
        if (tdg_archive_why_print(why, stdout, &error))
            status = TDG_EXIT_FAILED;
    } else if (!status)
        put(why);
    tdg_archive_why_free(why);
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_why = {
    .name = "why",
    .usage = "ARCHIVE ID [OPTION...]",
    .help = "explain why an article is in its theme",
    .text = "Shows how strongly the words of an article speak for its theme and for the "
            "runner-up: how much likelier each word is there than in all articles (log "
            "ratios; above 0 favours the theme), according to the current themes.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings why weekly.tidings ir-001",
    .flags = flags,
    .run = run,
};
