// SPDX-License-Identifier: GPL-3.0-or-later
/** Random numbers: GSL's generators, one stream for each purpose. */
#ifndef TDG_BASE_RANDOM_H
#define TDG_BASE_RANDOM_H

#include <gsl/gsl_rng.h>
#include <stdint.h>

/** A Mersenne twister (gsl_rng_mt19937) for one of many independent streams of a seed, so that what
 * one part of the program draws never shifts what another one draws. NULL when out of memory; free
 * with gsl_rng_free. */
gsl_rng *tdg_random_new(uint64_t seed, uint64_t stream);

#endif
