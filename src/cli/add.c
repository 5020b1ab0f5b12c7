// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings add and tidings refit: what changes an archive. */
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <tidings/plain.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

enum { SKIPPED, QUIET };

static const struct tdg_flag add_flags[] = {
    [SKIPPED] = TDG_FLAG_SKIPPED,
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

enum { REFIT_QUIET };

static const struct tdg_flag refit_flags[] = {
    [REFIT_QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
};

static void put_refit(const struct tdg_archive_change *change)
{
    char kept[TDG_NUMBER_TEXT];
    printf("re-clustered: %s; %s", change->reason, tdg_count_text(change->kept, kept));
    tdg_write_count(stdout, " of ", change->compared, "article kept its theme\n",
                    "articles kept their themes\n");
}

static void put_change(const struct tdg_archive_change *change)
{
    char text[TDG_NUMBER_TEXT];
    printf("%s added", tdg_count_text(change->added, text));
    printf(", %s changed", tdg_count_text(change->changed, text));
    printf(", %s already there", tdg_count_text(change->unchanged, text));
    if (change->skipped > change->left_out)
        printf(", %s skipped", tdg_count_text(change->skipped - change->left_out, text));
    if (change->left_out)
        printf(", %s outside --from and --to", tdg_count_text(change->left_out, text));
    putchar('\n');
    if (change->added + change->changed == 0)
        return;
    printf("%s in a theme", tdg_count_text(change->placed, text));
    tdg_write_count(stdout, ", ", change->copies, "copy", "copies");
    tdg_write_count(stdout, ", ", change->born, "new theme", "new themes");
    tdg_write_count(stdout, ", ", change->stories, "new story\n", "new stories\n");
    if (change->refitted)
        put_refit(change);
}

/* A wrong name must be reported before a new archive is made. */
static bool are_there(const struct tdg_arguments *arguments)
{
    bool all = true;
    for (size_t i = 1; all && i < arguments->input_count; i++) {
        const char *input = arguments->inputs[i];
        if (strcmp(input, "-") == 0 || access(input, F_OK) == 0)
            continue;
        struct tdg_error error = {.status = TDG_EIO};
        snprintf(error.file, sizeof error.file, "%s", input);
        snprintf(error.message, sizeof error.message, "cannot be read: %s", strerror(errno));
        tdg_print_error(TDG_EIO, &error);
        all = false;
    }
    return all;
}

static enum tdg_exit run_add(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_error error = {0};
    struct tdg_session session;
    if (arguments->input_count < 2)
        return tdg_arguments_wrong(arguments, "expected an archive and input: ARCHIVE INPUT...");
    enum tdg_exit status = are_there(arguments)
                               ? tdg_cli_open(&archive, arguments, TDG_ARCHIVE_CREATE)
                               : TDG_EXIT_FAILED;
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[QUIET].value.on,
                                   arguments->flags[SKIPPED].text);
    if (!status) {
        int result = tdg_archive_add(archive, arguments->options, arguments->inputs + 1,
                                     arguments->input_count - 1, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status)
        put_change(&change);
    tdg_archive_close(archive);
    return status;
}

static enum tdg_exit run_refit(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_error error = {0};
    struct tdg_session session;
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    enum tdg_exit status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[REFIT_QUIET].value.on, NULL);
    if (!status) {
        int result = tdg_archive_refit(archive, NULL, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status)
        put_refit(&change);
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_add = {
    .name = "add",
    .usage = "ARCHIVE INPUT... [OPTION...]",
    .help = "add articles to an archive",
    .text = "Adds articles to an archive, a file that is created if missing. INPUT is a "
            "file, a folder, or - for standard input. The first articles are analyzed; later "
            "ones are assigned to the existing themes, which keep their ids.\n"
            "\n"
            "Adding the same articles again changes nothing. An article whose text has "
            "changed stays in its theme unless its words clearly favour another. An id that "
            "returns with another title, date and address belongs to another article and "
            "gets a suffix.\n"
            "\n"
            "Options that shape the themes are fixed by the first call, and so is --no-text.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings themes weekly.tidings",
    .flags = add_flags,
    .takes_options = true,
    .use = TDG_OPTION_ARCHIVE,
    .run = run_add,
};

const struct tdg_command tdg_command_refit = {
    .name = "refit",
    .usage = "ARCHIVE [OPTION...]",
    .help = "recompute the themes of an archive",
    .text = "Recomputes the themes from all articles of an archive. A theme that continues "
            "keeps its id; show lists what emerged, ended, split or merged. add does this by "
            "itself when an archive has grown by half, or when many articles fit no theme. "
            "Otherwise the themes stay as they are unless new ones are clearer.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings refit weekly.tidings",
    .flags = refit_flags,
    .run = run_refit,
};
