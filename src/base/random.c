// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/random.h"

#include "base/hash.h"

gsl_rng *tdg_random_new(uint64_t seed, uint64_t stream)
{
    gsl_rng *random = gsl_rng_alloc(gsl_rng_mt19937);
    /* The generator takes 32 bits and replaces a seed of 0 by its own default. */
    if (random)
        gsl_rng_set(random, (unsigned long)(tdg_mix(tdg_mix(seed) + stream) >> 32) | 1UL);
    return random;
}
