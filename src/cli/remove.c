// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings remove: articles that are not wanted in an archive. */
#include <stdio.h>

#include <tidings/plain.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

enum { SOURCE, BATCH, QUIET };

static const struct tdg_flag flags[] = {
    [SOURCE] = {{.name = "source",
                 .argument = "NAME",
                 .type = TDG_OPTION_TEXT,
                 .group = TDG_GROUP_SELECTION,
                 .help = "remove all articles of this source; the name must match exactly"},
                0},
    [BATCH] = {{.name = "batch",
                .argument = "ENTRY",
                .type = TDG_OPTION_NUMBER,
                .min = 1,
                .max = TDG_OPTION_UNBOUNDED,
                .group = TDG_GROUP_SELECTION,
                .help = "remove all articles of one add, by its entry number in the ledger"},
               0},
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

static enum tdg_exit parse(struct tdg_archive_removal *removal,
                           const struct tdg_arguments *arguments)
{
    *removal =
        (struct tdg_archive_removal){.size = sizeof *removal,
                                     .source = arguments->flags[SOURCE].text,
                                     .batch = (uint32_t)arguments->flags[BATCH].value.number};
    if (!arguments->input_count)
        return tdg_arguments_wrong(arguments, "expected the name of an archive");
    removal->ids = arguments->inputs + 1;
    removal->id_count = arguments->input_count - 1;
    if ((removal->id_count > 0) + (removal->source != NULL) + (removal->batch > 0) != 1)
        return tdg_arguments_wrong(arguments, "expected an archive and what to remove: ids of "
                                              "articles, --source NAME or --batch ENTRY");
    return TDG_EXIT_DONE;
}

static void put_change(const struct tdg_archive_change *change)
{
    char text[TDG_NUMBER_TEXT];
    printf("%s removed", tdg_count_text(change->removed, text));
    if (change->originals)
        printf(", %s of their copies now originals", tdg_count_text(change->originals, text));
    if (change->ended)
        printf(", %s themes ended", tdg_count_text(change->ended, text));
    putchar('\n');
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive_removal removal = {.size = sizeof removal};
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    enum tdg_exit status = parse(&removal, arguments);
    if (!status)
        status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (!status) {
        int result = tdg_archive_remove(archive, &removal, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status)
        put_change(&change);
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_remove = {
    .name = "remove",
    .usage = "ARCHIVE ID... [OPTION...]\n"
             "ARCHIVE --source NAME\n"
             "ARCHIVE --batch ENTRY",
    .help = "remove articles from an archive",
    .text = "Removes articles from an archive by id, by source, or all of one add. Themes, "
            "series, stories and search are then as they would be without them. A copy whose "
            "original is removed becomes an original; a theme without articles ends unless "
            "it is pinned; existing reports are unchanged.\n"
            "\n"
            "The removal is an entry of the ledger that 'curate ARCHIVE undo' reverses; "
            "until then the articles are set aside in the file. An article that is added "
            "again is a new one.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings remove weekly.tidings --source 'Meridian Wire'\n"
                "tidings curate weekly.tidings undo",
    .flags = flags,
    .run = run,
};
