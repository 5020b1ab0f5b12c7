// SPDX-License-Identifier: GPL-3.0-or-later
#include <tidings/version.h>

#include "clean/stopwords.h"
#include "name/list_table.h"
#include "vector/words.h"

const char *tdg_version(void)
{
    return TDG_VERSION;
}

const char *tdg_word_vectors(void)
{
    return tdg_word_table_name();
}

const char *tdg_word_vectors_licences(void)
{
    return tdg_word_table_licences();
}

const char *tdg_stop_word_lists(void)
{
    return tdg_stop_table_name();
}

const char *tdg_stop_word_licences(void)
{
    return tdg_stop_table_licences();
}

const char *tdg_name_lists(void)
{
    return tdg_name_table.name;
}

const char *tdg_name_list_licences(void)
{
    return tdg_name_table.licences;
}
