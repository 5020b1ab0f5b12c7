// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/suggestion.h"

#include <string.h>

enum { LONGEST = 40 };

static size_t min(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* Edits that turn a into b, two neighbours that changed places counting as one (optimal string
 * alignment). Three rows of the table are enough. */
static size_t edits(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t rows[3][LONGEST + 1];
    for (size_t j = 0; j <= b_length; j++)
        rows[0][j] = j;
    for (size_t i = 1; i <= a_length; i++) {
        const size_t *before = rows[(i + 1) % 3], *above = rows[(i - 1) % 3];
        size_t *row = rows[i % 3];
        row[0] = i;
        for (size_t j = 1; j <= b_length; j++) {
            row[j] = min(min(above[j], row[j - 1]) + 1, above[j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                row[j] = min(row[j], before[j - 2] + 1);
        }
    }
    return rows[a_length % 3][b_length];
}

/* Near is one edit, or one in three letters; what is cut off or only begun is as near as one. */
void tdg_suggestion_offer(struct tdg_suggestion *suggestion, const char *name)
{
    size_t typed = strlen(suggestion->typed), length = strlen(name);
    if (typed < 2 || typed > LONGEST || length > LONGEST)
        return;
    size_t distance = edits(suggestion->typed, typed, name, length);
    if (strncmp(suggestion->typed, name, typed) == 0)
        distance = min(distance, 1);
    if (distance > 1 + typed / 4 || distance >= length)
        return;
    if (!suggestion->best || distance < suggestion->distance) {
        suggestion->best = name;
        suggestion->distance = distance;
    }
}
