// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings remove: articles that are not wanted in an archive. */
#include <stdio.h>

#include "cli/archive.h"
#include "cli/session.h"
#include "cli/text.h"

enum { SOURCE, BATCH, QUIET };

static const struct tdg_flag flags[] = {
    [SOURCE] = {"source", 0, "NAME", "all articles of a source, as its name is written"},
    [BATCH] = {"batch", 0, "ENTRY",
               "all articles of one add, by the number of its entry in the ledger"},
    [QUIET] = {"quiet", 'q', NULL, "no progress, only results and errors"},
    {0},
};

static enum tdg_exit parse(struct tdg_archive_removal *removal,
                           const struct tdg_arguments *arguments)
{
    const char *batch = arguments->flags[BATCH];
    char entry[TDG_CLI_ID + 1];
    *removal = (struct tdg_archive_removal){.source = arguments->flags[SOURCE]};
    if (!arguments->input_count)
        return tdg_arguments_wrong(arguments, "it takes the name of an archive");
    removal->ids = arguments->inputs + 1;
    removal->id_count = arguments->input_count - 1;
    if ((removal->id_count > 0) + (removal->source != NULL) + (batch != NULL) != 1)
        return tdg_arguments_wrong(arguments, "it takes an archive and what to remove: ids of "
                                              "articles, --source NAME or --batch ENTRY");
    if (!batch)
        return TDG_EXIT_DONE;
    snprintf(entry, sizeof entry, "E%s", batch);
    removal->batch = tdg_cli_number(entry, 'E');
    if (!removal->batch)
        return tdg_arguments_wrong(arguments, "--batch takes the number of an entry, not '%s'",
                                   batch);
    return TDG_EXIT_DONE;
}

static void put_change(const struct tdg_archive_change *change)
{
    char text[TDG_DIGITS];
    printf("%s removed", tdg_digits(change->removed, text));
    if (change->originals)
        printf(", %s of their copies originals now", tdg_digits(change->originals, text));
    if (change->ended)
        printf(", %s themes ended", tdg_digits(change->ended, text));
    putchar('\n');
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive_removal removal = {0};
    struct tdg_archive_change change = {0};
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    enum tdg_exit status = parse(&removal, arguments);
    if (!status)
        status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, tdg_arguments_switch(arguments, QUIET), NULL);
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
             "       tidings remove ARCHIVE --source NAME\n"
             "       tidings remove ARCHIVE --batch ENTRY",
    .help = "take articles out of an archive",
    .text = "Takes articles out of an archive, by their ids, by their source, or all of one\n"
            "add. Themes, series, stories and search are then as they would be without\n"
            "them; a copy whose original goes is an original, a theme without articles\n"
            "ends unless it is pinned, and reports that were made stay as they are. It is\n"
            "an entry of the ledger that 'curate ARCHIVE undo' takes back: until then the\n"
            "articles are kept aside in the file. One that is added again is a new one.\n\n"
            "example:\n"
            "  tidings add weekly.tidings datasets/tidings.jsonl\n"
            "  tidings remove weekly.tidings --source 'Meridian Wire'\n"
            "  tidings curate weekly.tidings undo",
    .flags = flags,
    .run = run,
};
