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

static enum tdg_exit parse_mute(struct tdg_archive_decision *decision,
                                const struct tdg_arguments *arguments)
{
    const char *const *words = arguments->inputs;
    decision->value = words[3];
    while (*tdg_mute_name(decision->what) && strcmp(tdg_mute_name(decision->what), words[2]) != 0)
        decision->what++;
    return *tdg_mute_name(decision->what)
               ? TDG_EXIT_DONE
               : tdg_arguments_wrong(arguments, "%s takes term, column or source, not '%s'",
                                     words[1], words[2]);
}

static enum tdg_exit parse_entry(struct tdg_archive_decision *decision,
                                 const struct tdg_arguments *arguments)
{
    char entry[TDG_ID_TEXT + 1];
    if (arguments->input_count < 3)
        return TDG_EXIT_DONE;
    snprintf(entry, sizeof entry, "E%s", arguments->inputs[2]);
    decision->theme = tdg_cli_number(entry, 'E');
    return decision->theme ? TDG_EXIT_DONE
                           : tdg_arguments_wrong(arguments, "'%s' is not the number of an entry",
                                                 arguments->inputs[2]);
}

static enum tdg_exit parse_theme(struct tdg_archive_decision *decision,
                                 const struct tdg_arguments *arguments)
{
    static const char wrong[] = "'%s' is not the id of a theme, such as T3";
    const char *const *words = arguments->inputs;
    decision->value = arguments->input_count > 3 ? words[3] : "";
    decision->theme = tdg_cli_number(words[2], 'T');
    if (!decision->theme)
        return tdg_arguments_wrong(arguments, wrong, words[2]);
    if (decision->kind == TDG_LEDGER_JOIN && !(decision->into = tdg_cli_number(words[3], 'T')))
        return tdg_arguments_wrong(arguments, wrong, words[3]);
    return TDG_EXIT_DONE;
}

/* What each decision takes after the archive, and how that is read. */
static const struct {
    const char *word;
    enum tdg_ledger_kind kind;
    size_t least, most; /* words after the first */
    const char *expected;
    enum tdg_exit (*parse)(struct tdg_archive_decision *decision,
                           const struct tdg_arguments *arguments);
} kinds[] = {
    {"rename", TDG_LEDGER_RENAME, 2, 2, "THEME NAME", parse_theme},
    {"describe", TDG_LEDGER_DESCRIBE, 2, 2, "THEME TEXT", parse_theme},
    {"merge", TDG_LEDGER_JOIN, 2, 2, "THEME INTO-THEME", parse_theme},
    {"split", TDG_LEDGER_PART, 1, 1, "THEME", parse_theme},
    {"pin", TDG_LEDGER_PIN, 1, 1, "THEME", parse_theme},
    {"unpin", TDG_LEDGER_UNPIN, 1, 1, "THEME", parse_theme},
    {"hide", TDG_LEDGER_HIDE, 1, 1, "THEME", parse_theme},
    {"mute", TDG_LEDGER_MUTE, 2, 2, "term|column|source TEXT", parse_mute},
    {"unmute", TDG_LEDGER_UNMUTE, 2, 2, "term|column|source TEXT", parse_mute},
    {"undo", TDG_LEDGER_UNDO, 0, 1, "[ENTRY]", parse_entry},
    {"list", TDG_LEDGER_ADD, 0, 0, "without further arguments", NULL}, /* decides nothing */
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
    while (kind < KINDS && strcmp(kinds[kind].word, words[1]) != 0)
        kind++;
    if (kind == KINDS)
        return tdg_arguments_wrong(arguments, "unknown action '%s'; expected %s", words[1], known);
    size_t more = arguments->input_count - 2;
    if (more < kinds[kind].least || more > kinds[kind].most)
        return tdg_arguments_wrong(arguments, "expected ARCHIVE %s %s", words[1],
                                   kinds[kind].expected);
    *decision = (struct tdg_archive_decision){.size = sizeof *decision, .kind = kinds[kind].kind};
    return kinds[kind].parse ? kinds[kind].parse(decision, arguments) : TDG_EXIT_DONE;
}

/* Of those who use the archive, and not taken back. */
static bool is_decision(const struct tdg_archive_entry *entry)
{
    return entry->kind >= TDG_LEDGER_RENAME && entry->kind < TDG_LEDGER_UNDO && !entry->undone;
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
    if (!status && decision.kind == TDG_LEDGER_ADD)
        return list(arguments);
    if (!status)
        status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_WRITE);
    if (!status)
        status = tdg_session_begin(&session, arguments->flags[QUIET].value.on, NULL);
    if (!status) {
        int result = tdg_archive_curate(archive, &decision, &session.monitor, &change, &error);
        status = tdg_session_end(&session, result, &error);
    }
    if (!status && decision.kind == TDG_LEDGER_PART)
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
            "every refit with its articles. A name has at most 200 characters, a description "
            "2000. undo reverses the last decision, or the entry "
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
