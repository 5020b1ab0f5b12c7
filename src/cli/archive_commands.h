// SPDX-License-Identifier: GPL-3.0-or-later
/** What the commands of an archive share. */
#ifndef TDG_CLI_ARCHIVE_COMMANDS_H
#define TDG_CLI_ARCHIVE_COMMANDS_H

#include <tidings/archive.h>

#include "cli/arguments.h"

/** Opens the archive that the first input names. Tells on stderr what is wrong. */
enum tdg_exit tdg_cli_open(struct tdg_archive **archive, const struct tdg_arguments *arguments,
                           enum tdg_archive_mode mode);

/** Opens it to read, and lists. The listing is to be freed. */
enum tdg_exit tdg_cli_list(struct tdg_archive_listing **listing,
                           const struct tdg_arguments *arguments,
                           const struct tdg_archive_request *request);

/** Writes a listing to standard output, as "json" and so on. */
enum tdg_exit tdg_cli_print(const struct tdg_archive_listing *listing, const char *format);

/** The number of an id such as T3 or S12; 0 where it is none of this letter. */
uint32_t tdg_cli_number(const char *id, char letter);

/** The lines of articles: date, theme, id and title. */
void tdg_cli_put_articles(const struct tdg_archive_listing *listing);
/** The lines of events: number, theme, first day, articles and headline. */
void tdg_cli_put_events(const struct tdg_archive_listing *listing);
/** The lines of stories: number, dates, articles and headline. */
void tdg_cli_put_stories(const struct tdg_archive_listing *listing);

#endif
