// SPDX-License-Identifier: GPL-3.0-or-later
/** The version of the library that is linked. */
#ifndef TIDINGS_VERSION_H
#define TIDINGS_VERSION_H

#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** "0.1.0"; static storage. */
TDG_API const char *tdg_version(void);

/** The vectors of words that are built in, by the name and version of where they come from and
 * their shape; NULL where there are none. Static storage. */
TDG_API const char *tdg_word_vectors(void);

/** The licences under which they come, plain text; NULL where there are none. Static storage. */
TDG_API const char *tdg_word_vectors_licences(void);

#ifdef __cplusplus
}
#endif
#endif
