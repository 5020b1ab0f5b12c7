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

#ifdef __cplusplus
}
#endif
#endif
