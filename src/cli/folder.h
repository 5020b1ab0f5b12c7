// SPDX-License-Identifier: GPL-3.0-or-later
/** Folders for results. */
#ifndef TDG_CLI_FOLDER_H
#define TDG_CLI_FOLDER_H

#include <stdbool.h>

/** Makes a folder and those above it, where they are absent. False, and a message on stderr, where
 * that fails or nothing may be written there. */
bool tdg_folder_make(const char *path);

/** "path/name", to be freed; NULL when out of memory. */
char *tdg_folder_join(const char *path, const char *name);

#endif
