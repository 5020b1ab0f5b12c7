// SPDX-License-Identifier: GPL-3.0-or-later
/** The program and the styles of the page, as the build made them from report/page. */
#ifndef TDG_OUTPUT_HTML_BUNDLE_H
#define TDG_OUTPUT_HTML_BUNDLE_H

#include <stddef.h>

struct tdg_bundle {
    const unsigned char *script; /* NULL where this build has no page */
    size_t script_size;
    const char *script_hash; /* "sha256-…", for the Content-Security-Policy */
    const unsigned char *style;
    size_t style_size;
    const char *style_hash;
    const char *licences; /* of the packages in them, plain text */
};

extern const struct tdg_bundle tdg_bundle;

#endif
