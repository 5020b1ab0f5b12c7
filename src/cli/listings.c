// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings themes, events, stories, search, show and export: what is in an archive. */
#include <stdio.h>
#include <string.h>

#include <tidings/plain.h>
#include <tidings/report.h>
#include <tidings/types.h>

#include "cli/archive_commands.h"
#include "cli/session.h"
#include "cli/terminal.h"

enum { JSON, LIMIT, THEME };
enum { WITHIN = LIMIT + 1 }; /* of themes */

static const struct tdg_flag theme_flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [LIMIT] = {{.name = "all",
                .group = TDG_GROUP_SELECTION,
                .help = "include themes that have ended, were merged or are hidden"},
               0},
    [WITHIN] = {{.name = "within",
                 .argument = "ID",
                 .type = TDG_OPTION_TEXT,
                 .group = TDG_GROUP_SELECTION,
                 .help = "find the themes inside one theme, such as T5; the archive is unchanged"},
                0},
    {{0}, 0},
};

#define FLAG_LIMIT(usual, text)                                                                    \
    {                                                                                              \
        {.name = "limit",                                                                          \
         .argument = "N",                                                                          \
         .initial = (usual),                                                                       \
         .type = TDG_OPTION_NUMBER,                                                                \
         .min = 1,                                                                                 \
         .max = TDG_OPTION_UNBOUNDED,                                                              \
         .group = TDG_GROUP_SELECTION,                                                             \
         .help = (text)},                                                                          \
            0                                                                                      \
    }
#define FLAG_THEME(text)                                                                           \
    {                                                                                              \
        {.name = "theme",                                                                          \
         .argument = "THEME",                                                                      \
         .type = TDG_OPTION_TEXT,                                                                  \
         .group = TDG_GROUP_SELECTION,                                                             \
         .help = (text)},                                                                          \
            0                                                                                      \
    }

static const struct tdg_flag story_flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [LIMIT] = FLAG_LIMIT("20", "number of stories to list, largest first"),
    [THEME] = FLAG_THEME("list only the stories of this theme, such as T3"),
    {{0}, 0},
};

static const struct tdg_flag event_flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [LIMIT] = FLAG_LIMIT("20", "number of events to list, largest first"),
    [THEME] = FLAG_THEME("list only the events of this theme, such as T3"),
    {{0}, 0},
};

static const struct tdg_flag search_flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [LIMIT] = FLAG_LIMIT("20", "number of articles to list, best match first"),
    [THEME] = FLAG_THEME("search only in this theme, such as T3"),
    {{0}, 0},
};

static const struct tdg_flag show_flags[] = {
    [JSON] = TDG_FLAG_JSON,
    [LIMIT] = FLAG_LIMIT("10", "number of articles to list, newest first"),
    {{0}, 0},
};

enum { FORMAT };

static const struct tdg_flag export_flags[] = {
    [FORMAT] = {{.name = "format",
                 .argument = "json|jsonl|csv|graphml",
                 .initial = "json",
                 .type = TDG_OPTION_CHOICE,
                 .group = TDG_GROUP_OUTPUT,
                 .help = "output format"},
                0},
    {{0}, 0},
};

enum { TEXT_WIDTH = 80, TERMS = 10 };

static enum tdg_exit parse_theme(uint32_t *theme, const struct tdg_arguments *arguments)
{
    const char *text = arguments->flags[THEME].text;
    *theme = text ? tdg_cli_number(text, 'T') : 0;
    if (text && !*theme)
        return tdg_arguments_wrong(arguments, "--theme takes an id such as T3, not '%s'", text);
    return TDG_EXIT_DONE;
}

/* Nothing of a theme is not the same as no theme. */
static enum tdg_exit check_theme(uint32_t theme, const struct tdg_arguments *arguments)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_THEMES,
                                          .theme = theme,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    enum tdg_exit status = theme ? tdg_cli_list(&listing, arguments, &request) : TDG_EXIT_DONE;
    if (!status && theme && !listing->theme_count)
        status =
            tdg_arguments_wrong(arguments, "no theme T%lu in the archive", (unsigned long)theme);
    tdg_archive_listing_free(listing);
    return status;
}

static bool is_current(const struct tdg_archive_theme *theme)
{
    return !theme->hidden && (theme->state == TDG_THEME_AWAKE || theme->state == TDG_THEME_ASLEEP);
}

static void put_themes(const struct tdg_archive_listing *listing, bool all)
{
    for (size_t i = 0; i < listing->theme_count; i++) {
        const struct tdg_archive_theme *theme = &listing->themes[i];
        char id[TDG_ID_TEXT], digits[TDG_NUMBER_TEXT], time[TDG_TIME_SIZE], title[TDG_TITLE];
        if (!all && !is_current(theme))
            continue;
        tdg_put_padded(stdout, tdg_id_text('T', theme->number, id), 6);
        printf("%8s  %-10.10s  %-7s", tdg_count_text(theme->articles, digits),
               tdg_time_text(theme->last, time),
               theme->hidden                        ? "hidden"
               : theme->pinned && is_current(theme) ? "pinned"
                                                    : tdg_theme_state_name(theme->state));
        tdg_put_text(stdout, tdg_title(theme->title, theme->label, title));
        putchar('\n');
    }
}

/* The table, or analysis.json. */
static enum tdg_exit list_within(const struct tdg_arguments *arguments)
{
    struct tdg_archive *archive = NULL;
    struct tdg_analysis *analysis = NULL;
    struct tdg_error error = {0};
    struct tdg_session session;
    if (arguments->flags[LIMIT].value.on)
        return tdg_arguments_wrong(arguments, "--all and --within cannot be combined");
    enum tdg_exit status = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_READ);
    if (!status)
        status = tdg_session_begin(&session, false, NULL);
    if (!status) {
        int result = tdg_archive_within(archive, arguments->flags[WITHIN].text, &session.monitor,
                                        &analysis, &error);
        status = tdg_session_end(&session, result, &error);
    }
    struct tdg_plain terminal = tdg_terminal_of(stdout);
    int printed =
        status ? TDG_OK
        : arguments->flags[JSON].value.on
            ? tdg_report_print(analysis, "json", stdout, &error)
            : tdg_plain_print(analysis, &terminal, TDG_PLAIN_CORPUS | TDG_PLAIN_THEMES, &error);
    if (printed) {
        tdg_print_error(printed, &error);
        status = TDG_EXIT_FAILED;
    }
    tdg_analysis_free(analysis);
    tdg_archive_close(archive);
    return status;
}

static enum tdg_exit run_themes(const struct tdg_arguments *arguments)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_THEMES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    if (arguments->flags[WITHIN].text)
        return list_within(arguments);
    enum tdg_exit status = tdg_cli_list(&listing, arguments, &request);
    if (!status && arguments->flags[JSON].value.on)
        status = tdg_cli_print(listing, "json");
    else if (!status)
        put_themes(listing, arguments->flags[LIMIT].value.on);
    tdg_archive_listing_free(listing);
    return status;
}

/* Events, stories or articles, of one theme where it was named. */
static enum tdg_exit list_of_theme(struct tdg_archive_request *request,
                                   const struct tdg_arguments *arguments,
                                   void (*put)(const struct tdg_archive_listing *listing))
{
    struct tdg_archive_listing *listing = NULL;
    request->limit = arguments->flags[LIMIT].value.number;
    enum tdg_exit status = parse_theme(&request->theme, arguments);
    if (!status)
        status = check_theme(request->theme, arguments);
    if (!status)
        status = tdg_cli_list(&listing, arguments, request);
    if (!status && arguments->flags[JSON].value.on)
        status = tdg_cli_print(listing, "json");
    else if (!status)
        put(listing);
    tdg_archive_listing_free(listing);
    return status;
}

static enum tdg_exit run_stories(const struct tdg_arguments *arguments)
{
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_STORIES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    return list_of_theme(&request, arguments, tdg_cli_put_stories);
}

static enum tdg_exit run_events(const struct tdg_arguments *arguments)
{
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_EVENTS,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    return list_of_theme(&request, arguments, tdg_cli_put_events);
}

/* All words after the archive, with a blank between; false where they are too long. */
static bool join_words(char *words, size_t size, const struct tdg_arguments *arguments)
{
    size_t used = 0;
    for (size_t i = 1; i < arguments->input_count; i++) {
        int more =
            snprintf(words + used, size - used, "%s%s", i > 1 ? " " : "", arguments->inputs[i]);
        if (more < 0 || (size_t)more >= size - used)
            return false;
        used += (size_t)more;
    }
    return true;
}

static enum tdg_exit run_search(const struct tdg_arguments *arguments)
{
    char words[1000];
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_ARTICLES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE,
                                          .words = words};
    if (arguments->input_count < 2)
        return tdg_arguments_wrong(arguments, "expected an archive and words to search for");
    if (!join_words(words, sizeof words, arguments))
        return tdg_arguments_wrong(arguments, "the search is too long");
    return list_of_theme(&request, arguments, tdg_cli_put_articles);
}

static void put_history(const struct tdg_archive_listing *listing)
{
    if (listing->entry_count)
        puts("\nHistory, with the numbers of the entries of the ledger:");
    for (size_t i = 0; i < listing->entry_count; i++) {
        const struct tdg_archive_entry *entry = &listing->entries[i];
        char time[TDG_TIME_SIZE];
        printf("%5lu  %-10.10s  ", (unsigned long)entry->number, tdg_time_text(entry->date, time));
        tdg_put_wrapped(stdout, entry->text, 19, 19, TEXT_WIDTH);
        puts(entry->undone ? " (undone)" : "");
    }
}

static void put_theme(const struct tdg_archive_listing *listing)
{
    const struct tdg_archive_theme *theme = &listing->themes[0];
    char first[TDG_TIME_SIZE], last[TDG_TIME_SIZE];
    printf("T%lu  ", (unsigned long)theme->number);
    tdg_put_text(stdout, theme->title);
    tdg_write_count(stdout, "\n", theme->articles, "article", "articles");
    if (theme->first != TDG_NO_DATE)
        printf(", %.10s to %.10s", tdg_time_text(theme->first, first),
               tdg_time_text(theme->last, last));
    printf("; %s%s%s\n", tdg_theme_state_name(theme->state), theme->pinned ? ", pinned" : "",
           theme->hidden ? ", hidden" : "");
    if (theme->into)
        printf("continued in T%lu\n", (unsigned long)theme->into);
    if (*theme->description) {
        tdg_put_wrapped(stdout, theme->description, 0, 0, TEXT_WIDTH);
        putchar('\n');
    }
    size_t column = (size_t)printf("terms:");
    size_t terms = theme->term_count < TERMS ? theme->term_count : TERMS;
    for (size_t i = 0; i < terms; i++) {
        char text[512];
        snprintf(text, sizeof text, "%s%s", theme->terms[i].term, i + 1 < terms ? "," : "");
        column = tdg_put_wrapped(stdout, text, column, 2, TEXT_WIDTH);
    }
    putchar('\n');
    put_history(listing);
    if (listing->story_count)
        puts("\nLargest stories:");
    tdg_cli_put_stories(listing);
    if (listing->article_count)
        puts("\nNewest articles:");
    tdg_cli_put_articles(listing);
}

static void put_story(const struct tdg_archive_listing *listing)
{
    tdg_cli_put_stories(listing);
    if (listing->stories[0].sequel_of)
        printf("sequel of S%lu\n", (unsigned long)listing->stories[0].sequel_of);
    putchar('\n');
    tdg_cli_put_articles(listing);
}

/* An event, and that it was another one before: numbers stay good. */
static void put_event(const struct tdg_archive_listing *listing, uint32_t asked)
{
    const struct tdg_archive_event *event = &listing->events[0];
    if (event->number != asked)
        printf("E%lu went on in E%lu.\n", (unsigned long)asked, (unsigned long)event->number);
    tdg_cli_put_events(listing);
    if (event->follows)
        printf("goes on from E%lu\n", (unsigned long)event->follows);
    putchar('\n');
    tdg_cli_put_articles(listing);
}

static void put_article(const struct tdg_archive_article *article)
{
    char time[TDG_TIME_SIZE], id[TDG_ID_TEXT];
    tdg_put_text(stdout, article->id);
    fputs("  ", stdout);
    tdg_put_text(stdout, article->headline);
    printf("\npublished: %s\n", tdg_time_text(article->published, time));
    const char *const facts[][2] = {{"source", article->source},
                                    {"url", article->url},
                                    {"language", article->language},
                                    {"copy of", article->copy_of},
                                    {"no theme", article->reason}};
    for (size_t i = 0; i < sizeof facts / sizeof *facts; i++) {
        if (!*facts[i][1])
            continue;
        printf("%s: ", facts[i][0]);
        tdg_put_text(stdout, facts[i][1]);
        putchar('\n');
    }
    if (article->theme)
        printf("theme: %s (%.0f %% of its words)\n", tdg_id_text('T', article->theme, id),
               100 * article->weight);
    if (article->second_theme)
        printf("second theme: %s (%.0f %%)\n", tdg_id_text('T', article->second_theme, id),
               100 * article->second_weight);
    if (article->story)
        printf("story: %s\n", tdg_id_text('S', article->story, id));
    if (article->event)
        printf("event: %s\n", tdg_id_text('E', article->event, id));
}

/* What an id names: T3 a theme, E7 an event, S12 a story, unless there is an article of this id. */
static enum tdg_exit show(const struct tdg_arguments *arguments, struct tdg_archive_request request,
                          bool *found)
{
    struct tdg_archive_listing *listing = NULL;
    enum tdg_exit status = tdg_cli_list(&listing, arguments, &request);
    if (status)
        return status;
    *found = request.theme   ? listing->theme_count > 0
             : request.event ? listing->event_count > 0
             : request.story ? listing->story_count > 0
                             : listing->article_count > 0;
    if (*found && arguments->flags[JSON].value.on)
        status = tdg_cli_print(listing, "json");
    else if (*found && request.theme)
        put_theme(listing);
    else if (*found && request.event)
        put_event(listing, request.event);
    else if (*found && request.story)
        put_story(listing);
    else if (*found)
        put_article(&listing->articles[0]);
    tdg_archive_listing_free(listing);
    return status;
}

static enum tdg_exit run_show(const struct tdg_arguments *arguments)
{
    if (arguments->input_count != 2)
        return tdg_arguments_wrong(arguments,
                                   "expected an archive and an id: T3, E7, S12 or that of an "
                                   "article");
    const char *id = arguments->inputs[1];
    bool found = false;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_ARTICLES,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE,
                                          .article = id};
    enum tdg_exit status = show(arguments, request, &found);
    request.article = NULL;
    request.limit = arguments->flags[LIMIT].value.number;
    if (!status && !found && (request.theme = tdg_cli_number(id, 'T'))) {
        request.parts |= TDG_ARCHIVE_THEMES | TDG_ARCHIVE_STORIES | TDG_ARCHIVE_LEDGER;
        status = show(arguments, request, &found);
        request.theme = 0;
    }
    if (!status && !found && (request.event = tdg_cli_number(id, 'E'))) {
        request.parts = TDG_ARCHIVE_ARTICLES | TDG_ARCHIVE_EVENTS;
        status = show(arguments, request, &found);
        request.event = 0;
    }
    if (!status && !found && (request.story = tdg_cli_number(id, 'S'))) {
        request.parts = TDG_ARCHIVE_ARTICLES | TDG_ARCHIVE_STORIES;
        status = show(arguments, request, &found);
    }
    if (!status && !found)
        return tdg_arguments_wrong(arguments, "no theme, event, story or article '%s'", id);
    return status;
}

static enum tdg_exit run_export(const struct tdg_arguments *arguments)
{
    struct tdg_archive_listing *listing = NULL;
    struct tdg_archive_request request = {.size = sizeof request,
                                          .parts = TDG_ARCHIVE_ARTICLES | TDG_ARCHIVE_THEMES |
                                                   TDG_ARCHIVE_STORIES | TDG_ARCHIVE_LEDGER |
                                                   TDG_ARCHIVE_MUTED | TDG_ARCHIVE_EVENTS,
                                          .from = TDG_NO_DATE,
                                          .to = TDG_NO_DATE};
    if (arguments->input_count != 1)
        return tdg_arguments_wrong(arguments, "expected one archive");
    enum tdg_exit status = tdg_cli_list(&listing, arguments, &request);
    if (!status)
        status = tdg_cli_print(listing, arguments->flags[FORMAT].text);
    tdg_archive_listing_free(listing);
    return status;
}

const struct tdg_command tdg_command_themes = {
    .name = "themes",
    .usage = "ARCHIVE [OPTION...]",
    .help = "list an archive's themes",
    .text = "Lists the themes of an archive: id, number of articles, date of the newest one, "
            "state. With --within, finds the themes inside one of them, among its articles "
            "alone.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings themes weekly.tidings\n"
                "tidings themes weekly.tidings --within T1",
    .flags = theme_flags,
    .run = run_themes,
};

const struct tdg_command tdg_command_stories = {
    .name = "stories",
    .usage = "ARCHIVE [OPTION...]",
    .help = "list an archive's stories",
    .text = "Lists the largest stories of an archive: id, theme, first day, number of "
            "articles, headline.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings stories weekly.tidings --limit 5",
    .flags = story_flags,
    .run = run_stories,
};

const struct tdg_command tdg_command_events = {
    .name = "events",
    .usage = "ARCHIVE [OPTION...]",
    .help = "list an archive's events",
    .text = "Lists the largest events of an archive: id, theme, first day, number of articles, "
            "headline. An event is what happened, whatever themes its articles are in; a story is "
            "what one set of articles reports of it.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings events weekly.tidings --limit 5",
    .flags = event_flags,
    .run = run_events,
};

const struct tdg_command tdg_command_search = {
    .name = "search",
    .usage = "ARCHIVE WORD... [OPTION...]",
    .help = "search an archive's articles",
    .text = "Lists the articles that contain all of the words, best match first. Quotation "
            "marks make a phrase of several words; a star at the end of a word matches any "
            "ending.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings search weekly.tidings 'euro*' --limit 5",
    .flags = search_flags,
    .run = run_search,
};

const struct tdg_command tdg_command_show = {
    .name = "show",
    .usage = "ARCHIVE ID [OPTION...]",
    .help = "show a theme and its history, an event, a story or an article",
    .text = "Shows what is known about a theme (T3) and its history, about an event (E7), about a "
            "story (S12), or about an article, by its id. Of an event that has gone on in another "
            "one, that one is shown.",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings show weekly.tidings T1",
    .flags = show_flags,
    .run = run_show,
};

const struct tdg_command tdg_command_export = {
    .name = "export",
    .usage = "ARCHIVE [OPTION...]",
    .help = "export everything in an archive except the texts",
    .text = "Writes the themes, events, stories, articles and ledger of an archive to standard "
            "output: as JSON (described by archive.schema.json), as JSON Lines, the articles "
            "as CSV, or as a graph for programs such as Gephi (GraphML).",
    .examples = "tidings add weekly.tidings datasets/tidings.jsonl\n"
                "tidings export weekly.tidings --format csv > articles.csv",
    .flags = export_flags,
    .run = run_export,
};
