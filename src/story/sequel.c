// SPDX-License-Identifier: GPL-3.0-or-later
/* A story that comes back after a pause is the sequel of the one that it would have been joined to
 * without the pause: of those that it knows and whose words bind them, the one with the strongest
 * bond. */
#include "story/sequel.h"

#include <stdbool.h>
#include <stddef.h>

#include <tidings/types.h>

#include "story/bond.h"
#include "story/party.h"

static uint32_t sequel_of(struct tdg_theatre *theatre, uint32_t number, struct tdg_layout *layout)
{
    const struct tdg_party *party = &theatre->party[number];
    uint32_t best = TDG_NONE;
    double most = 0;
    tdg_layout_set(layout, party);
    for (size_t i = 0; i < party->near.count; i++) {
        uint32_t number_before = tdg_party_of(theatre, party->near.item[i]);
        const struct tdg_party *before = &theatre->party[number_before];
        if (before->articles < 2 || before->last >= party->first ||
            tdg_party_gap(before, party) <= theatre->facts->options->pause)
            continue;
        double bond = tdg_bond(layout, before, theatre->facts, true);
        if (bond > most || (best != TDG_NONE && bond >= most && number_before < best)) {
            most = bond;
            best = number_before;
        }
    }
    tdg_layout_clear(layout);
    return best;
}

void tdg_theatre_sequels(struct tdg_theatre *theatre, uint32_t *sequel, struct tdg_layout *layout)
{
    for (uint32_t i = 0; i < theatre->count; i++) {
        const struct tdg_party *party = &theatre->party[i];
        bool told = party->into == i && party->articles > 1 && party->dated;
        sequel[i] = told ? sequel_of(theatre, i, layout) : TDG_NONE;
    }
}
