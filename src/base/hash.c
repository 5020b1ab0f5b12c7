// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Little-endian whatever the machine is, so that a fingerprint means the same everywhere. */
static uint64_t load(const unsigned char *bytes, size_t length)
{
    uint64_t value = 0;
    for (size_t i = 0; i < length; i++)
        value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

/* Fewer than eight bytes: most words are, and no more than two loads of four bytes that overlap. */
static uint64_t load_tail(const unsigned char *bytes, size_t length)
{
    if (length < 4)
        return load(bytes, length);
    return load(bytes, 4) | load(bytes + length - 4, 4) << (8 * (length - 4));
}

static const uint64_t step = UINT64_C(0x9e3779b97f4a7c15);

/* tdg_mix(step): where a hash without a seed begins, as nearly all do. */
static const uint64_t unseeded = UINT64_C(0xe220a8397b1dcdaf);

uint64_t tdg_hash(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t state = (seed ? tdg_mix(seed + step) : unseeded) ^ length;
    for (; length >= 8; at += 8, length -= 8)
        state = tdg_mix(state ^ load(at, 8)) + step;
    return tdg_mix(state ^ load_tail(at, length) ^ ((uint64_t)length << 56));
}

/* Both halves at once: each waits for its own multiplications, and so takes the time of one. */
void tdg_digest_add(struct tdg_digest *digest, const void *bytes, size_t length)
{
    const unsigned char *at = bytes;
    uint64_t high = tdg_mix(digest->high + step) ^ length;
    uint64_t low = tdg_mix(~digest->low + step) ^ length;
    for (; length >= 8; at += 8, length -= 8) {
        uint64_t piece = load(at, 8);
        high = tdg_mix(high ^ piece) + step;
        low = tdg_mix(low ^ piece) + step;
    }
    uint64_t tail = load_tail(at, length) ^ ((uint64_t)length << 56);
    digest->high = tdg_mix(high ^ tail);
    digest->low = tdg_mix(low ^ tail);
}

void tdg_digest_string(struct tdg_digest *digest, const char *text)
{
    tdg_digest_add(digest, text, strlen(text));
}

void tdg_digest_text(const struct tdg_digest *digest, char text[TDG_DIGEST_TEXT])
{
    snprintf(text, TDG_DIGEST_TEXT, "%016" PRIx64 "%016" PRIx64, digest->high, digest->low);
}
