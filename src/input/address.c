// SPDX-License-Identifier: GPL-3.0-or-later
#include "input/address.h"

#include <string.h>
#include <strings.h>

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

/* Parameters that ask for the AMP form of a page, or come from a cache of such forms; NULL:
 * whatever their value is. "amp=0" is the page as it is. */
static const struct {
    const char *name, *value;
} amp_parameters[] = {
    {"amp", ""},
    {"amp", "1"},
    {"amp", "0"},
    {"amp", "true"},
    {"amp", "false"},
    {"amp", "yes"},
    {"amp", "amp"},
    {"isamp", "1"},
    {"isamp", "true"},
    {"outputtype", "amp"},
    {"output", "amp"},
    {"format", "amp"},
    {"view", "amp"},
    {"mode", "amp"},
    {"amp_js_v", NULL},
    {"amp_gsa", NULL},
    {"amp_r", NULL},
    {"amp_ct", NULL},
    {"amp_latest_update_time", NULL},
    {"usqp", NULL},
};

static bool is_word(const char *text, size_t length, const char *word)
{
    return strlen(word) == length && strncasecmp(text, word, length) == 0;
}

/* A parameter that does not choose the page; `all`: nor its form. */
static bool is_idle(const char *at, size_t length, bool all)
{
    const char *equals = memchr(at, '=', length);
    size_t name = equals ? (size_t)(equals - at) : length;
    const char *value = equals ? equals + 1 : at + length;
    if (is_tracking(at, name))
        return true;
    for (size_t i = 0; all && i < sizeof amp_parameters / sizeof *amp_parameters; i++)
        if (is_word(at, name, amp_parameters[i].name) &&
            (!amp_parameters[i].value ||
             is_word(value, (size_t)(at + length - value), amp_parameters[i].value)))
            return true;
    return all && !length;
}

/* Moves what stays of [query, end), which begins with "?", to `into`. Returns its end. */
static char *filter_query(char *into, const char *query, const char *end, bool all)
{
    const char *begin = into;
    for (const char *at = query + 1; at < end;) {
        const char *stop = memchr(at, '&', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        if (!is_idle(at, length, all)) {
            *into = into == begin ? '?' : '&';
            memmove(into + 1, at, length);
            into += 1 + length;
        }
        at += length + 1;
    }
    return into;
}

size_t tdg_address_clean(char *url, size_t length)
{
    const char *end = url + length;
    const char *mark = memchr(url, '#', length);
    const char *query_end = mark ? mark : end;
    char *query = memchr(url, '?', (size_t)(query_end - url));
    if (!query)
        return length;
    char *into = filter_query(query, query, query_end, false);
    memmove(into, query_end, (size_t)(end - query_end));
    return (size_t)(into - url) + (size_t)(end - query_end);
}

static const char *const schemes[] = {"https://", "http://"};

/* What follows the scheme; NULL without one. */
static const char *after_scheme(const char *url)
{
    for (size_t i = 0; i < sizeof schemes / sizeof *schemes; i++)
        if (strncasecmp(url, schemes[i], strlen(schemes[i])) == 0)
            return url + strlen(schemes[i]);
    return strncmp(url, "//", 2) == 0 ? url + 2 : NULL;
}

bool tdg_address_is_web(const char *url)
{
    return *url != '/' && after_scheme(url);
}

static const char letters_and_digits[] =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

/* "a.example/" and on: how addresses are written without a scheme. */
static bool begins_with_host(const char *text)
{
    size_t length = strcspn(text, "/");
    return text[length] && memchr(text, '.', length) && strspn(text, letters_and_digits) > 0 &&
           strcspn(text, " ?#@") > length;
}

/* Caches that give the AMP form of the pages of others, whose address follows in the path, after
 * "s/" where its scheme is https. */
static const struct {
    const char *begin, *end; /* of the host */
    const char *path;
} caches[] = {
    {"www.google.", "", "/amp/"},      {"google.", "", "/amp/"},
    {"www.bing.com", "", "/amp/"},     {"", "cdn.ampproject.org", "/c/"},
    {"", "cdn.ampproject.org", "/v/"}, {"", ".bing-amp.com", "/c/"},
};

/* The host of the page that a cache gives; else `host`. */
static const char *host_behind_cache(const char *host)
{
    size_t length = strcspn(host, "/?#");
    const char *path = host + length;
    for (size_t i = 0; i < sizeof caches / sizeof *caches; i++) {
        size_t begin = strlen(caches[i].begin), end = strlen(caches[i].end);
        size_t skipped = strlen(caches[i].path);
        if (length < begin + end || strncasecmp(host, caches[i].begin, begin) != 0 ||
            strncasecmp(path - end, caches[i].end, end) != 0 ||
            strncmp(path, caches[i].path, skipped) != 0)
            continue;
        const char *inner = path + skipped;
        inner += strncmp(inner, "s/", 2) == 0 ? 2 : 0;
        if (begins_with_host(inner))
            return inner;
    }
    return host;
}

/* Names of hosts by which one site serves several kinds of readers. */
static bool is_kind_of_reader(const char *label, size_t length)
{
    static const char *const labels[] = {"www", "m", "mobile", "amp"};
    for (size_t i = 0; i < sizeof labels / sizeof *labels; i++)
        if (is_word(label, length, labels[i]))
            return true;
    return false;
}

/* In small letters, without a default port and without labels as above, of which the last two are
 * none: "m.com" is a site. Returns the end. */
static char *put_host(char *into, const char *host, size_t length)
{
    static const char *const ports[] = {":443", ":80", "."};
    for (size_t i = 0; i < sizeof ports / sizeof *ports; i++) {
        size_t port = strlen(ports[i]);
        if (length > port && strncmp(host + length - port, ports[i], port) == 0)
            length -= port;
    }
    const char *end = host + length;
    for (const char *at = host; at < end;) {
        const char *dot = memchr(at, '.', (size_t)(end - at));
        const char *stop = dot ? dot + 1 : end;
        bool more = dot && memchr(stop, '.', (size_t)(end - stop));
        if (!more || !is_kind_of_reader(at, (size_t)(dot - at)))
            for (const char *from = at; from < stop; from++)
                *into++ = *from >= 'A' && *from <= 'Z' ? (char)(*from - 'A' + 'a') : *from;
        at = stop;
    }
    return into;
}

static int digit_of(char byte)
{
    static const char digits[] = "0123456789abcdef0123456789ABCDEF";
    const char *at = byte ? strchr(digits, byte) : NULL;
    return at ? (int)(at - digits) % 16 : -1;
}

/* Signs that mean the same whether they are written as they are or as "%7E" are written as they
 * are; of the others the digits are capitals (RFC 3986, 6.2.2). Ends with a NUL. */
static void put_decoded(char *into, const char *text)
{
    while (*text) {
        int high = *text == '%' ? digit_of(text[1]) : -1;
        int low = high >= 0 ? digit_of(text[2]) : -1;
        int byte = 16 * high + low;
        if (low < 0) {
            *into++ = *text++;
            continue;
        }
        if (byte >= 0x80 || (byte && (strchr(letters_and_digits, byte) || strchr("-._~", byte))))
            *into++ = (char)byte;
        else {
            *into++ = '%';
            *into++ = "0123456789ABCDEF"[high];
            *into++ = "0123456789ABCDEF"[low];
        }
        text += 3;
    }
    *into = '\0';
}

/* In small letters, as sites write it: "/wiki/AMP" is a page of its own. */
static bool is_amp_segment(const char *segment, size_t length)
{
    return (length == 3 && memcmp(segment, "amp", 3) == 0) || is_word(segment, length, "amp.html");
}

/* What the last segment of a path is called where it is the one that a server adds by itself. */
static bool is_index(const char *segment, size_t length)
{
    static const char *const names[] = {"index.html", "index.htm", "index.shtml", "index.php"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (is_word(segment, length, names[i]))
            return true;
    return false;
}

/* The length of a last segment without the mark of its AMP form; "x.amp.html" becomes "x.html". */
static size_t cut_amp(char *segment, size_t length)
{
    static const char amp[] = ".amp", html[] = ".html";
    enum { AMP = sizeof amp - 1, HTML = sizeof html - 1 };
    if (length > AMP && is_word(segment + length - AMP, AMP, amp))
        return length - AMP;
    if (length <= AMP + HTML || !is_word(segment + length - AMP - HTML, AMP + HTML, ".amp.html"))
        return length;
    memmove(segment + length - AMP - HTML, html, HTML);
    return length - AMP;
}

/* Writes [path, end) to `into`, which is not behind it, without empty segments and those of forms.
 * The "/" before it is there. Returns the end; no "/" is there but the first. */
static char *put_path(char *into, const char *path, const char *end)
{
    char *const begin = into, *last = into;
    for (const char *at = path; at < end;) {
        const char *stop = memchr(at, '/', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        if (length && !is_amp_segment(at, length)) {
            if (into > begin)
                *into++ = '/';
            last = into;
            memmove(into, at, length);
            into += length;
        }
        at += length + 1;
    }
    into = last + cut_amp(last, (size_t)(into - last));
    if (is_index(last, (size_t)(into - last)))
        into = last > begin ? last - 1 : begin;
    return into;
}

const char *tdg_address_key(char room[TDG_ADDRESS_ROOM], const char *url)
{
    const char *host = after_scheme(url);
    if (!host && begins_with_host(url))
        host = url;
    if (!host || strlen(url) + 2 > TDG_ADDRESS_ROOM) /* a key has a "/" that may be missing here */
        return url;
    host = host_behind_cache(host);
    size_t length = strcspn(host, "/?#");
    char *path = put_host(room, host, length);
    *path++ = '/';
    put_decoded(path, host + length + (host[length] == '/'));
    char *mark = strchr(path, '#'), *end = mark ? mark : path + strlen(path);
    char *query = memchr(path, '?', (size_t)(end - path));
    char *into = put_path(path, path, query ? query : end);
    if (query)
        into = filter_query(into, query, end, true);
    /* A fragment names a part of a page, unless a script makes the page of it. */
    if (mark && (mark[1] == '!' || mark[1] == '/') && mark[2]) {
        size_t rest = strlen(mark);
        memmove(into, mark, rest);
        into += rest;
    }
    *into = '\0';
    return room;
}

bool tdg_address_is_page(const char *key)
{
    const char *slash = strchr(key, '/');
    return *key && !(slash && !slash[1]);
}

bool tdg_address_same(const char *one, const char *other)
{
    char rooms[2][TDG_ADDRESS_ROOM];
    const char *key = tdg_address_key(rooms[0], one);
    return tdg_address_is_page(key) && strcmp(key, tdg_address_key(rooms[1], other)) == 0;
}

bool tdg_address_differs(const char *one, const char *other)
{
    char rooms[2][TDG_ADDRESS_ROOM];
    return *one && *other &&
           strcmp(tdg_address_key(rooms[0], one), tdg_address_key(rooms[1], other)) != 0;
}
