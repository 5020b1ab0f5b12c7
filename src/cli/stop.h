// SPDX-License-Identifier: GPL-3.0-or-later
/** Ctrl-C: the first one asks the work to stop cleanly, the second one ends the program. */
#ifndef TDG_CLI_STOP_H
#define TDG_CLI_STOP_H

#include <stdbool.h>

/** Listens to SIGINT and SIGTERM from now on. */
void tdg_stop_listen(void);
bool tdg_stop_requested(void);

#endif
