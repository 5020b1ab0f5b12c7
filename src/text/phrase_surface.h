// SPDX-License-Identifier: GPL-3.0-or-later
/** How people write a phrase. */
#ifndef TDG_TEXT_PHRASE_SURFACE_H
#define TDG_TEXT_PHRASE_SURFACE_H

#include "text/tokens.h"

/* Chooses the surface of every phrase of the streams. TDG_ENOMEM. */
int tdg_phrase_surfaces(const struct tdg_tokens *tokens);

#endif
