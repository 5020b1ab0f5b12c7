// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/html/sources.h"

#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

int tdg_html_sources_new(struct tdg_intern *names, const struct tdg_analysis *analysis)
{
    const struct tdg_corpus_view *corpus = tdg_analysis_corpus(analysis);
    for (size_t i = 0; i < corpus->source_count; i++)
        if (tdg_intern(names, corpus->sources[i].name, strlen(corpus->sources[i].name)) == TDG_NONE)
            return TDG_ENOMEM;
    return TDG_OK;
}

uint32_t tdg_html_source(const struct tdg_intern *names, const char *name)
{
    return *name ? tdg_intern_find(names, name, strlen(name)) : TDG_NONE;
}
