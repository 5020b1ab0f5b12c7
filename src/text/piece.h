// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef TDG_TEXT_PIECE_H
#define TDG_TEXT_PIECE_H

#include "text/pieces.h"

/* piece.c. TDG_ENOMEM. */
int tdg_piece_read(const struct tdg_reading *reading, struct tdg_piece *piece);
void tdg_piece_done(struct tdg_piece *piece);

#endif
