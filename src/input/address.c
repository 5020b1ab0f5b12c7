// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/address.h"

#include <stdbool.h>
#include <string.h>

/* Parameters that no site uses to choose what it shows. A name that ends with "_" stands for all
 * that begin with it. */
static const char *const tracking[] = {
    "utm_",       "mtm_",          "pk_",
    "hsa_",       "mc_cid",        "mc_eid",
    "fbclid",     "gclid",         "gclsrc",
    "dclid",      "gbraid",        "wbraid",
    "msclkid",    "yclid",         "twclid",
    "ttclid",     "igshid",        "igsh",
    "mkt_tok",    "_hsenc",        "_hsmi",
    "_ga",        "_gl",           "vero_id",
    "wt_mc",      "xtor",          "cmpid",
    "ito",        "smid",          "smtyp",
    "guccounter", "guce_referrer", "guce_referrer_sig",
};

static bool is_tracking(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof tracking / sizeof *tracking; i++) {
        size_t known = strlen(tracking[i]);
        bool begins = length >= known && memcmp(name, tracking[i], known) == 0;
        if (begins && (length == known || (tracking[i][known - 1] == '_')))
            return true;
    }
    return false;
}

size_t tdg_address_clean(char *url, size_t length)
{
    const char *end = url + length;
    const char *mark = memchr(url, '#', length);
    const char *query_end = mark ? mark : end;
    char *query = memchr(url, '?', (size_t)(query_end - url));
    if (!query)
        return length;
    char *into = query;
    for (const char *at = query + 1; at < query_end;) {
        const char *stop = memchr(at, '&', (size_t)(query_end - at));
        stop = stop ? stop : query_end;
        const char *equals = memchr(at, '=', (size_t)(stop - at));
        if (!is_tracking(at, (size_t)((equals ? equals : stop) - at))) {
            *into = into == query ? '?' : '&';
            memmove(into + 1, at, (size_t)(stop - at));
            into += 1 + (stop - at);
        }
        at = stop + 1;
    }
    memmove(into, query_end, (size_t)(end - query_end));
    return (size_t)(into - url) + (size_t)(end - query_end);
}
