// SPDX-License-Identifier: GPL-3.0-or-later
/* Private to src/input: folders. */
#ifndef TDG_INPUT_FOLDER_H
#define TDG_INPUT_FOLDER_H

#include "input/reader.h"

/* Reads all files of a folder and of those in it, in the order of their names; hidden ones are
 * skipped, what cannot be read is reported. */
int tdg_folder_read(struct tdg_reader *reader, const char *path);

#endif
