// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings curate: what a person decides about themes. */
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/archive_commands.h"
#include "cli/session.h"

enum { QUIET };

static const struct tdg_flag flags[] = {
    [QUIET] = TDG_FLAG_QUIET,
    {{0}, 0},
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
    {"mute", 2, 2, false, "term|column|source TEXT"},
    {"unmute", 2, 2, false, "term|column|source TEXT"},
    {"undo", 0, 1, false, "[ENTRY]"},
    {"list", 0, 0, false, "without further arguments"},
};

static const char known[] =
    "rename, describe, merge, split, pin, unpin, hide, mute, unmute, undo or list";

enum { KINDS = sizeof kinds / sizeof *kinds };

static enum tdg_exit parse(struct tdg_archive_decision *decision,
                           const struct tdg_arguments *arguments)
{
    const char *const *words = arguments->inputs;
    size_t kind = 0;
    if (arguments->input_count < 2)
        return tdg_arguments_wrong(arguments, "expected an archive and an action: %s", known);
    while (kind < KINDS && strcmp(kinds[kind].kind, words[1]) != 0)
        kind++;
    if (kind == KINDS)
        return tdg_arguments_wrong(arguments, "unknown action '%s'; expected %s", words[1], known);
    size_t more = arguments->input_count - 2;
    bool undo = strcmp(words[1], "undo") == 0;
    if (more < kinds[kind].least || more > kinds[kind].most)
        return tdg_arguments_wrong(arguments, "expected ARCHIVE %s %s", words[1],
                                   kinds[kind].expected);
    *decision = (struct tdg_archive_decision){.size = sizeof *decision, .kind = words[1]};
    if (strcmp(words[1], "mute") == 0 || strcmp(words[1], "unmute") == 0) {
        decision->what = words[2];
        decision->value = words[3];
        return TDG_EXIT_DONE;
    }
    char entry[TDG_ID_TEXT + 1];
    if (undo && more)
        snprintf(entry, sizeof entry, "E%s", words[2]);
    if (more)
        decision->theme = tdg_cli_number(undo ? entry : words[2], undo ? 'E' : 'T');
    if (more && !decision->theme)
        return tdg_arguments_wrong(arguments, "'%s' is not the %s", words[2],
                                   undo ? "number of an entry" : "id of a theme, such as T3");
    if (kinds[kind].into && !(decision->into = tdg_cli_number(words[3], 'T')))
        return tdg_arguments_wrong(arguments, "'%s' is not the id of a theme, such as T3",
                                   words[3]);
    decision->value = more > 1 ? words[3] : "";
    return TDG_EXIT_DONE;
}

static bool is_decision(const struct tdg_archive_entry *entry)
{
    static const char *const decisions[] = {"rename", "describe", "pin",    "unpin", "hide",
                                            "join",   "part",     "remove", "mute",  "unmute"};
    for (size_t i = 0; i < sizeof decisions / sizeof *decisions; i++)
        if (strcmp(entry->kind, decisions[i]) == 0)
            return !entry->undone;
    return false;
}

/* What people have decided and not taken back, and what is muted by now. */
static enum tdg_exit list(const struct tdg_arguments *arguments)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_LEDGER | TDG_ARCHIVE_MUTED,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    enum tdg_exit status = tdg_cli_list(&listing, arguments, &request);
    for (size_t i = 0; !status && i < listing->entry_count; i++) {
        const struct tdg_archive_entry *entry = &listing->entries[i];
        char time[TDG_TIME_SIZE];
        if (!is_decision(entry))
            continue;
        printf("%5lu  %-10.10s  ", (unsigned long)entry->number, tdg_time_text(entry->date, time));
        tdg_put_wrapped(stdout, entry->text, 19, 19, 80);
        putchar('\n');
    }
    if (!status && listing->mute_count)
        puts("\nMuted:");
    for (size_t i = 0; !status && i < listing->mute_count; i++) {
        printf("%s: ", tdg_mute_name(listing->muted[i].kind));
        tdg_put_text(stdout, listing->muted[i].text);
        putchar('\n');
    }
    tdg_archive_listing_free(listing);
    return status;
}

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    struct tdg_archive_decision decision = {0};
    struct tdg_archive_change change = {.size = sizeof change};
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    enum tdg_exit status = parse(&decision, arguments);
    if (!status && decision.kind && strcmp(decision.kind, "list") == 0)
        return list(arguments);
    if (!status)
        status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (!status) {
        int result = tdg_archive_curate(archive, &decision, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status && strcmp(decision.kind, "split") == 0)
        printf("T%zu is the smaller part\n", change.born);
    if (!status && change.restored) {
        char text[TDG_NUMBER_TEXT];
        printf("%s removed %s back\n", tdg_count_text(change.restored, text),
               change.restored == 1 ? "article is" : "articles are");
    }
    tdg_archive_close(archive);
    return status;
}

const struct tdg_command tdg_command_curate = {
    .name = "curate",
    .usage = "ARCHIVE rename THEME NAME\n"
             "ARCHIVE describe THEME TEXT\n"
             "ARCHIVE merge THEME INTO-THEME\n"
             "ARCHIVE split|pin|unpin|hide THEME\n"
             "ARCHIVE mute|unmute term|column|source TEXT\n"
             "ARCHIVE undo [ENTRY]\n"
             "ARCHIVE list",
    .help = "rename, merge, split, pin or hide themes; mute terms and sources",
    .text = "Records a decision about a theme of an archive, or mutes what you do not want "
            "to see. A decision is an entry of the ledger, which show prints, and binds all "
            "later batches and refits: a merged theme stays merged, a pinned one survives "
            "every refit with its articles. undo reverses the last decision, or the entry "
            "with the given number; list prints the decisions in force, with their numbers.\n"
            "\n"
            "Muted items still count in every number of articles, share and series.\n"
            "\n"
            "term\tA word or phrase, in any case and number. Neither it nor a longer phrase "
            "that contains it appears in labels, lists of terms, subject names or findings.\n"
            "\n"
            "column\tWords that begin or end titles, such as 'The week in pictures'. Their "
            "articles appear in no story or headline and are not evidence; in these "
            "articles, the words do not count towards labels, terms and findings.\n"
            "\n"
            "source\tThe name of a source. Its articles are neither headlines nor evidence. A "
            "story covered only by muted sources is left out, and so is a finding with fewer "
            "than five other articles.\n"
            "\n"
            "Muting affects every later themes, stories, show, diff and report. An existing "
            "report is unchanged until report --again. unmute reverses it.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings curate weekly.tidings rename T1 'Rates and inflation'\n"
                "tidings curate weekly.tidings undo",
    .words = "rename|describe|merge|split|pin|unpin|hide|mute|unmute|undo|list",
    .flags = flags,
    .run = run,
};
