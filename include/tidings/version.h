// SPDX-License-Identifier: GPL-3.0-or-later
/** The version of the library that is linked. */
#ifndef TIDINGS_VERSION_H
#define TIDINGS_VERSION_H

#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The version of the library that runs, "0.1.0". Static storage. */
TDG_API const char *tdg_version(void);

/** The word vectors that are built in: name and version of their source, and their shape; NULL if
 * there are none. Static storage. */
TDG_API const char *tdg_word_vectors(void);

/** The licences of the word vectors, plain text; NULL if there are none. Static storage. */
TDG_API const char *tdg_word_vectors_licences(void);

/** Where the stop words of all but the thirteen main languages come from: names and versions of
 * packages; NULL if there are none. Static storage. */
TDG_API const char *tdg_stop_word_lists(void);

/** The licences of these stop words, plain text; NULL if there are none. Static storage. */
TDG_API const char *tdg_stop_word_licences(void);

/** Where the lists of first names, countries and cities come from: names and versions of packages;
 * NULL if there are none. Static storage. */
TDG_API const char *tdg_name_lists(void);

/** The licences of these lists, plain text; NULL if there are none. Static storage. */
TDG_API const char *tdg_name_list_licences(void);

#ifdef __cplusplus
}
#endif
#endif
