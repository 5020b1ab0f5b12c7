// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/archive_commands.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/plain.h>

#include "cli/session.h"
#include "cli/terminal.h"

enum { DATE = 10, ID = 6, COUNT = 6, GAP = 2, TITLE_MIN = 20 };

static enum tdg_exit failed(int status, const struct tdg_error *error)
{
    tdg_print_error(status, error);
    return status == TDG_EINVAL ? TDG_EXIT_USAGE : TDG_EXIT_FAILED;
}

enum tdg_exit tdg_cli_open(struct tdg_archive **archive, const struct tdg_arguments *arguments,
                           enum tdg_archive_mode mode)
{
    struct tdg_error error = {0};
    if (!arguments->input_count)
        return tdg_arguments_wrong(arguments, "expected the name of an archive");
    int status = tdg_archive_open(archive, arguments->inputs[0], mode, &error);
    return status ? failed(status, &error) : TDG_EXIT_DONE;
}

enum tdg_exit tdg_cli_list(struct tdg_archive_listing **listing,
                           const struct tdg_arguments *arguments,
                           const struct tdg_archive_request *request)
{
    struct tdg_archive *archive = NULL;
    struct tdg_error error = {0};
    enum tdg_exit exit = tdg_cli_open(&archive, arguments, TDG_ARCHIVE_READ);
    if (exit)
        return exit;
    int status = tdg_archive_read(archive, request, listing, &error);
    tdg_archive_close(archive);
    return status ? failed(status, &error) : TDG_EXIT_DONE;
}

enum tdg_exit tdg_cli_print(const struct tdg_archive_listing *listing, const char *format)
{
    struct tdg_error error = {0};
    int status = tdg_archive_print(listing, format, stdout, &error);
    return status && !ferror(stdout) ? failed(status, &error) : TDG_EXIT_DONE;
}

uint32_t tdg_cli_number(const char *id, char letter)
{
    size_t digits = *id ? strspn(id + 1, "0123456789") : 0;
    if (*id != letter || !digits || digits > 9 || id[1 + digits])
        return 0;
    return (uint32_t)strtoul(id + 1, NULL, 10);
}

static void put_date(int64_t time)
{
    char text[TDG_TIME_SIZE];
    tdg_time_text(time, text);
    printf("%-*.*s", DATE, DATE, time == TDG_NO_DATE ? "no date" : text);
}

/* The rest of a line of the terminal. */
static void put_rest(const char *text, size_t used)
{
    struct tdg_plain terminal = tdg_terminal_of(stdout);
    size_t width = terminal.width > used + TITLE_MIN ? terminal.width - used : TITLE_MIN;
    tdg_put_cut(stdout, text, width);
    putchar('\n');
}

void tdg_cli_put_articles(const struct tdg_archive_listing *listing)
{
    for (size_t i = 0; i < listing->article_count; i++) {
        const struct tdg_archive_article *article = &listing->articles[i];
        char id[TDG_ID_TEXT];
        put_date(article->published);
        printf("%*s", GAP, "");
        tdg_put_padded(stdout, tdg_id_text('T', article->theme, id), ID);
        tdg_put_text(stdout, article->id);
        printf("%*s", GAP, "");
        put_rest(article->headline, DATE + GAP + ID + tdg_text_width(article->id) + GAP);
    }
}

static void put_row(char letter, uint32_t number, uint32_t theme, int64_t first, size_t articles,
                    const char *headline)
{
    char id[TDG_ID_TEXT];
    tdg_put_padded(stdout, tdg_id_text(letter, number, id), ID);
    tdg_put_padded(stdout, tdg_id_text('T', theme, id), ID);
    put_date(first);
    printf("%*zu%*s", COUNT, articles, GAP, "");
    put_rest(headline, 2 * ID + DATE + COUNT + GAP);
}

void tdg_cli_put_events(const struct tdg_archive_listing *listing)
{
    for (size_t i = 0; i < listing->event_count; i++) {
        const struct tdg_archive_event *event = &listing->events[i];
        put_row('E', event->number, event->theme, event->first, event->articles, event->headline);
    }
}

void tdg_cli_put_stories(const struct tdg_archive_listing *listing)
{
    for (size_t i = 0; i < listing->story_count; i++) {
        const struct tdg_archive_story *story = &listing->stories[i];
        put_row('S', story->number, story->theme, story->first, story->articles, story->headline);
    }
}
