// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/element.h"

#include <string.h>

/* In the byte order of their names. */
// clang-format off
static const struct tdg_element elements[] = {
    {"a", "", 0},
    {"abbr", "", 0},
    {"acronym", "", 0},
    {"address", "\n\n", 0},
    {"applet", " ", 9},
    {"area", " ", 0},
    {"article", "\n\n", 0},
    {"aside", "\n\n", 0},
    {"audio", " ", 0},
    {"b", "", 0},
    {"base", " ", 0},
    {"bdi", "", 0},
    {"bdo", "", 0},
    {"big", "", 0},
    {"blink", "", 0},
    {"blockquote", "\n\n", 0},
    {"body", "\n\n", 0},
    {"br", "\n", 0},
    {"button", " ", 0},
    {"canvas", " ", 0},
    {"caption", "\n\n", 0},
    {"center", "\n\n", 0},
    {"cite", "", 0},
    {"code", "", 0},
    {"col", " ", 0},
    {"colgroup", " ", 0},
    {"data", "", 0},
    {"dd", "\n\n", 0},
    {"del", "", 0},
    {"details", "\n\n", 0},
    {"dfn", "", 0},
    {"dialog", "\n\n", 0},
    {"div", "\n\n", 0},
    {"dl", "\n\n", 0},
    {"dt", "\n\n", 0},
    {"em", "", 0},
    {"embed", " ", 0},
    {"fieldset", "\n\n", 0},
    {"figcaption", "\n\n", 0},
    {"figure", "\n\n", 0},
    {"font", "", 0},
    {"footer", "\n\n", 0},
    {"form", "\n\n", 0},
    {"h1", "\n\n", 0},
    {"h2", "\n\n", 0},
    {"h3", "\n\n", 0},
    {"h4", "\n\n", 0},
    {"h5", "\n\n", 0},
    {"h6", "\n\n", 0},
    {"head", "", 0},
    {"header", "\n\n", 0},
    {"hr", "\n\n", 0},
    {"html", "\n\n", 0},
    {"i", "", 0},
    {"iframe", " ", 4},
    {"img", " ", 0},
    {"input", " ", 0},
    {"ins", "", 0},
    {"kbd", "", 0},
    {"label", " ", 0},
    {"legend", "\n\n", 0},
    {"li", "\n\n", 0},
    {"link", " ", 0},
    {"main", "\n\n", 0},
    {"map", " ", 0},
    {"mark", "", 0},
    {"math", " ", 8},
    {"menu", "\n\n", 0},
    {"meta", " ", 0},
    {"nav", "\n\n", 0},
    {"nobr", "", 0},
    {"noscript", "", 0},
    {"object", " ", 5},
    {"ol", "\n\n", 0},
    {"option", " ", 0},
    {"p", "\n\n", 0},
    {"param", " ", 0},
    {"picture", " ", 0},
    {"pre", "\n\n", 0},
    {"q", "", 0},
    {"rp", "", 0},
    {"rt", "", 0},
    {"ruby", "", 0},
    {"s", "", 0},
    {"samp", "", 0},
    {"script", " ", 1},
    {"section", "\n\n", 0},
    {"select", " ", 7},
    {"small", "", 0},
    {"source", " ", 0},
    {"span", "", 0},
    {"strike", "", 0},
    {"strong", "", 0},
    {"style", " ", 2},
    {"sub", "", 0},
    {"summary", "\n\n", 0},
    {"sup", "", 0},
    {"svg", " ", 6},
    {"table", "\n\n", 0},
    {"tbody", "\n\n", 0},
    {"td", " ", 0},
    {"template", " ", 3},
    {"textarea", "", 0},
    {"tfoot", "\n\n", 0},
    {"th", " ", 0},
    {"thead", "\n\n", 0},
    {"time", "", 0},
    {"title", "", 0},
    {"tr", "\n\n", 0},
    {"track", " ", 0},
    {"tt", "", 0},
    {"u", "", 0},
    {"ul", "\n\n", 0},
    {"var", "", 0},
    {"video", " ", 0},
    {"wbr", "", 0},
};
// clang-format on

enum { ELEMENTS = sizeof elements / sizeof *elements };

static int compare(const char *name, size_t length, const char *with)
{
    for (size_t i = 0; i < length; i++) {
        char byte = name[i] >= 'A' && name[i] <= 'Z' ? (char)(name[i] + 32) : name[i];
        if (byte != with[i])
            return (unsigned char)byte < (unsigned char)with[i] ? -1 : 1;
    }
    return with[length] ? -1 : 0;
}

const struct tdg_element *tdg_element_find(const char *name, size_t length)
{
    size_t low = 0;
    for (size_t high = ELEMENTS; low < high;) {
        size_t middle = (low + high) / 2;
        int order = compare(name, length, elements[middle].name);
        if (order == 0)
            return &elements[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}
