// SPDX-License-Identifier: GPL-3.0-or-later
/** Hashes for tables and fingerprints. The same on every machine; not cryptographic. */
#ifndef TDG_BASE_HASH_H
#define TDG_BASE_HASH_H

#include <stddef.h>
#include <stdint.h>

/** Spreads the bits of one number over all 64 (the finaliser of SplitMix64, Steele et al. 2014). */
static inline uint64_t tdg_mix(uint64_t value)
{
    value = (value ^ (value >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
    value = (value ^ (value >> 27)) * UINT64_C(0x94d049bb133111eb);
    return value ^ (value >> 31);
}

/** 64 bits of `length` bytes. */
uint64_t tdg_hash(const void *bytes, size_t length, uint64_t seed);

/** 128 bits over a sequence of pieces; where the pieces are cut makes a difference. Start with {0}.
 */
struct tdg_digest {
    uint64_t high;
    uint64_t low;
};

void tdg_digest_add(struct tdg_digest *digest, const void *bytes, size_t length);
void tdg_digest_string(struct tdg_digest *digest, const char *text);

enum { TDG_DIGEST_TEXT = 33 };

/** 32 hexadecimal digits and a NUL. */
void tdg_digest_text(const struct tdg_digest *digest, char text[TDG_DIGEST_TEXT]);

#endif
