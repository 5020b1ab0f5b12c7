// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings curate: what a person decides about themes. */
#include <stdio.h>
#include <string.h>

#include "cli/archive.h"
#include "cli/session.h"
#include "cli/text.h"

enum { QUIET };

static const struct tdg_flag flags[] = {
    [QUIET] = {"quiet", 'q', NULL, "no progress, only errors"},
    {0},
};

/* What each decision takes after the archive. */
static const struct {
    const char *kind;
    size_t least, most; /* words after the kind */
    bool into;          /* the second is a theme */
    const char *expected;
} kinds[] = {
    {"rename", 2, 2, false, "THEME NAME"},
    {"describe", 2, 2, false, "THEME TEXT"},
    {"merge", 2, 2, true, "THEME INTO-THEME"},
    {"split", 1, 1, false, "THEME"},
    {"pin", 1, 1, false, "THEME"},
    {"unpin", 1, 1, false, "THEME"},
    {"hide", 1, 1, false, "THEME"},
    {"undo", 0, 1, false, "[ENTRY]"},
};

enum { KINDS = sizeof kinds / sizeof *kinds };

static enum tdg_exit parse(struct tdg_archive_decision *decision,
                           const struct tdg_arguments *arguments)
{
    const char *const *words = arguments->inputs;
    size_t kind = 0;
    if (arguments->input_count < 2)
        return tdg_arguments_wrong(arguments, "it takes an archive and what to do: rename, "
                                              "describe, merge, split, pin, unpin, hide or undo");
    while (kind < KINDS && strcmp(kinds[kind].kind, words[1]) != 0)
        kind++;
    if (kind == KINDS)
        return tdg_arguments_wrong(arguments,
                                   "there is no '%s': rename, describe, merge, split, "
                                   "pin, unpin, hide or undo",
                                   words[1]);
    size_t more = arguments->input_count - 2;
    bool undo = strcmp(words[1], "undo") == 0;
    if (more < kinds[kind].least || more > kinds[kind].most)
        return tdg_arguments_wrong(arguments, "it takes ARCHIVE %s %s", words[1],
                                   kinds[kind].expected);
    *decision = (struct tdg_archive_decision){.kind = words[1]};
    char entry[TDG_CLI_ID + 1];
    if (undo && more)
        snprintf(entry, sizeof entry, "E%s", words[2]);
    if (more)
        decision->theme = tdg_cli_number(undo ? entry : words[2], undo ? 'E' : 'T');
    if (more && !decision->theme)
        return tdg_arguments_wrong(arguments, "%s is no %s", words[2],
                                   undo ? "number of an entry" : "id of a theme, such as T3");
    if (kinds[kind].into && !(decision->into = tdg_cli_number(words[3], 'T')))
        return tdg_arguments_wrong(arguments, "%s is no id of a theme, such as T3", words[3]);
    decision->value = more > 1 ? words[3] : "";
    return TDG_EXIT_DONE;
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive_decision decision = {0};
    struct tdg_archive_change change = {0};
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    enum tdg_exit status = parse(&decision, arguments);
    if (!status)
        status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, tdg_arguments_switch(arguments, QUIET), NULL);
    if (!status) {
        int result = tdg_archive_curate(archive, &decision, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status && strcmp(decision.kind, "split") == 0)
        printf("T%zu is the smaller part\n", change.born);
    if (!status && change.restored) {
        char text[TDG_DIGITS];
        printf("%s removed %s back\n", tdg_digits(change.restored, text),
               change.restored == 1 ? "article is" : "articles are");
    }
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_curate = {
    .name = "curate",
    .usage = "ARCHIVE rename THEME NAME\n"
             "       tidings curate ARCHIVE describe THEME TEXT\n"
             "       tidings curate ARCHIVE merge THEME INTO-THEME\n"
             "       tidings curate ARCHIVE split|pin|unpin|hide THEME\n"
             "       tidings curate ARCHIVE undo [ENTRY]",
    .help = "rename, merge, split, pin or hide themes of an archive",
    .text = "Decides something about a theme of an archive. A decision is an entry of the\n"
            "ledger, which show prints, and binds all later batches and refits: a merged\n"
            "theme stays merged, a pinned one is there after every refit, with its\n"
            "articles. undo takes back the last decision, or the entry of a number.\n\n"
            "example:\n"
            "  tidings add weekly.tidings datasets/tidings.jsonl\n"
            "  tidings curate weekly.tidings rename T1 'Rates and inflation'\n"
            "  tidings curate weekly.tidings undo",
    .flags = flags,
    .run = run,
};
