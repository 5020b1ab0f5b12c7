// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/hash.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

uint64_t tdg_mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

/* Little-endian whatever the machine is, so that a fingerprint means the same everywhere. */
static uint64_t load(const unsigned char *bytes, size_t length)
{
    uint64_t value = 0;
    for (size_t i = 0; i < length; i++)
        value |= (uint64_t)bytes[i] << (8 * i);
    return value;
}

uint64_t tdg_hash(const void *bytes, size_t length, uint64_t seed)
{
    const unsigned char *at = bytes;
    uint64_t state = tdg_mix(seed + UINT64_C(0x9e3779b97f4a7c15)) ^ length;
    for (; length >= 8; at += 8, length -= 8)
        state = tdg_mix(state ^ load(at, 8)) + UINT64_C(0x9e3779b97f4a7c15);
    return tdg_mix(state ^ load(at, length) ^ ((uint64_t)length << 56));
}

void tdg_digest_add(struct tdg_digest *digest, const void *bytes, size_t length)
{
    digest->high = tdg_hash(bytes, length, digest->high);
    digest->low = tdg_hash(bytes, length, ~digest->low);
}

void tdg_digest_string(struct tdg_digest *digest, const char *text)
{
    tdg_digest_add(digest, text, strlen(text));
}

void tdg_digest_text(const struct tdg_digest *digest, char text[TDG_DIGEST_TEXT])
{
    snprintf(text, TDG_DIGEST_TEXT, "%016" PRIx64 "%016" PRIx64, digest->high, digest->low);
}
