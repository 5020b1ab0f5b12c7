// SPDX-License-Identifier: GPL-3.0-or-later
/* tidings-docs man [COMMAND] | bash | zsh | fish */
#include "cli/docs/docs.h"

#include <string.h>

int main(int count, char *words[])
{
    static const struct {
        const char *name;
        void (*write)(void);
    } kinds[] = {{"man", tdg_docs_man},
                 {"bash", tdg_docs_bash},
                 {"zsh", tdg_docs_zsh},
                 {"fish", tdg_docs_fish}};
    const struct tdg_command *command = count == 3 ? tdg_command_find(words[2]) : NULL;
    if (command && strcmp(words[1], "man") == 0) {
        tdg_docs_man_command(command);
        return fflush(stdout) ? 1 : 0;
    }
    for (size_t i = 0; count == 2 && i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(words[1], kinds[i].name) == 0) {
            kinds[i].write();
            return fflush(stdout) ? 1 : 0;
        }
    fputs("usage: tidings-docs man [COMMAND] | bash | zsh | fish\n", stderr);
    return 2;
}
