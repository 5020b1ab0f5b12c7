// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/stop.h"

#include <signal.h>
#include <stddef.h>

/* The one thing a signal handler may write to. */
static volatile sig_atomic_t requested;

static void on_signal(int number)
{
    (void)number;
    requested = 1;
}

void tdg_stop_listen(void)
{
    struct sigaction action = {.sa_handler = on_signal, .sa_flags = (int)SA_RESETHAND};
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
    sigaction(SIGTERM, &action, NULL);
}

bool tdg_stop_requested(void)
{
    return requested != 0;
}
