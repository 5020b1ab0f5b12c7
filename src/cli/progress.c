// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/progress.h"

#include <time.h>

#include <tidings/plain.h>

#include "cli/terminal.h"

enum { EVERY = 100 /* milliseconds */, STAGE = 12, BAR = 30 };

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

struct tdg_progress_bar tdg_progress_bar_of(bool quiet)
{
    return (struct tdg_progress_bar){.moves = !quiet && tdg_terminal_moves(stderr)};
}

static void draw_bar(double part)
{
    int filled = (int)(part * BAR);
    fputs(" [", stderr);
    for (int i = 0; i < BAR; i++)
        fputc(i < filled ? '#' : '.', stderr);
    fprintf(stderr, "] %3d %%", (int)(100 * part));
}

void tdg_progress_bar_draw(struct tdg_progress_bar *bar, const char *stage, size_t done,
                           size_t total)
{
    int64_t time = bar->moves ? now() : 0;
    if (!bar->moves || (bar->drawn && time - bar->drawn < EVERY))
        return;
    char text[TDG_NUMBER_TEXT];
    tdg_progress_bar_clear(bar);
    tdg_put_padded(stderr, stage, STAGE);
    if (total)
        draw_bar(done < total ? (double)done / (double)total : 1);
    else if (done)
        fprintf(stderr, " %s", tdg_count_text(done, text));
    fflush(stderr);
    bar->shown = true;
    bar->drawn = time;
}

/* Carriage return, Erase in Line (ECMA-48 section 8.3.41). */
void tdg_progress_bar_clear(struct tdg_progress_bar *bar)
{
    if (bar->shown)
        fputs("\r\033[K", stderr);
    bar->shown = false;
}
