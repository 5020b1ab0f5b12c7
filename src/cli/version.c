// SPDX-License-Identifier: GPL-3.0-or-later
#include <stdio.h>

#include <tidings/version.h>

#include "cli/arguments.h"
#include "cli/commands.h"

enum { LICENCES };

static const struct tdg_flag flags[] = {
    [LICENCES] =
        {{.name = "licences",
          .group = TDG_GROUP_OUTPUT,
          .help =
              "also print the licences of the word vectors, the stop words and the lists of names"},
         0},
    {{0}, 0},
};

static enum tdg_exit run(const struct tdg_arguments *arguments)
{
    if (arguments->input_count)
        return tdg_arguments_wrong(arguments, "expected no arguments");
    const char *vectors = tdg_word_vectors(), *licences = tdg_word_vectors_licences();
    const char *lists = tdg_stop_word_lists(), *list_licences = tdg_stop_word_licences();
    const char *names = tdg_name_lists(), *name_licences = tdg_name_list_licences();
    printf("tidings %s\nword vectors: %s\n", tdg_version(), vectors ? vectors : "none");
    printf("more stop words: %s\n", lists ? lists : "none");
    printf("lists of names: %s\n", names ? names : "none");
    if (licences && arguments->flags[LICENCES].value.on)
        printf("\n%s", licences);
    if (list_licences && arguments->flags[LICENCES].value.on)
        printf("\n%s", list_licences);
    if (name_licences && arguments->flags[LICENCES].value.on)
        printf("\n%s", name_licences);
    return TDG_EXIT_DONE;
}

const struct tdg_command tdg_command_version = {
    .name = "version",
    .usage = "[OPTION...]",
    .help = "print the version, the built-in word vectors, stop words and lists of names",
    .flags = flags,
    .run = run,
};
