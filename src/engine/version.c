// SPDX-License-Identifier: GPL-3.0-or-later
#include <tidings/version.h>

const char *tdg_version(void)
{
    return TDG_VERSION;
}
