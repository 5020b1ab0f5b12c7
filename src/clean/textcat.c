// SPDX-License-Identifier: GPL-3.0-or-later
/* libexttextcat (Cavnar and Trenkle 1994: profiles of character n-grams): slow, and poor on short
 * texts, but it knows 150 languages. */
#include "clean/textcat.h"

#include <string.h>
#include <unistd.h>

#include <textcat.h>

#include "base/utf8.h"
#include "clean/codes.h"

enum { MAX_BYTES = 1000 };

void *tdg_textcat_open(void)
{
    /* Looked at first: the library complains on stderr. */
    static const char list[] = TDG_TEXTCAT_FOLDER "/fpdb.conf";
    return access(list, R_OK) == 0 ? special_textcat_Init(list, TDG_TEXTCAT_FOLDER "/") : NULL;
}

void tdg_textcat_close(void *handle)
{
    if (handle)
        textcat_Done(handle);
}

const char *tdg_textcat_judge(void *handle, const char *text, size_t length)
{
    length = tdg_utf8_cut(text, length, MAX_BYTES);
    /* "[pt--utf8][gl--utf8]", best first; "SHORT", "UNKNOWN" */
    const char *answer = textcat_Classify(handle, text, length);
    if (!answer || answer[0] != '[')
        return "";
    char code[8] = "";
    strncpy(code, answer + 1, sizeof code - 1);
    return tdg_language_code(code);
}
