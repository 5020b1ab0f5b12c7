// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/representatives.h"

size_t tdg_representatives(uint32_t *rows, const struct tdg_members *members, uint32_t group,
                           const float *weight, const uint8_t *muted, size_t wanted)
{
    size_t count = 0;
    for (size_t m = members->begin[group]; m < members->begin[group + 1]; m++) {
        uint32_t row = members->row[m];
        size_t at = count;
        if (muted && muted[row])
            continue;
        while (at > 0 && weight[row] > weight[rows[at - 1]])
            at--;
        if (at == wanted)
            continue;
        if (count < wanted)
            count++;
        for (size_t i = count - 1; i > at; i--)
            rows[i] = rows[i - 1];
        rows[at] = row;
    }
    return count;
}
