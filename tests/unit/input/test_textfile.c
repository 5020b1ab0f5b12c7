// SPDX-License-Identifier: GPL-3.0-or-later
/* Files of text: what is their title, and what Markdown says above its text. */
#include "input/textfile.h"

#include "reading.h"

static void markdown_may_begin_with_facts(void **state)
{
    (void)state;
    static const struct {
        const char *text, *title, *body, *source;
        int64_t published;
    } cases[] = {
        {"---\ntitle: \"Flood: the day after\"\ndate: 2024-01-09\nsource: Wire \ntags: [a]\n"
         "body: no\n---\n\nThe river fell.\n",
         "Flood: the day after", "The river fell.", "Wire", 1704758400},
        {"---\r\ntitle: Flood\r\n---\r\n# Flood\r\nText.", "Flood", "Text.", "", TDG_NO_DATE},
        {"---\nno end\n", "---", "no end", "", TDG_NO_DATE},
        {"---\n---\nTitle\nText", "Title", "Text", "", TDG_NO_DATE},
        {"## Title\nText", "Title", "Text", "", TDG_NO_DATE},
        {"#hashtag\nText", "#hashtag", "Text", "", TDG_NO_DATE},
        {"####### x\nText", "####### x", "Text", "", TDG_NO_DATE},
        {"###", "###", "", "", TDG_NO_DATE},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct reading reading;
        reading_init(&reading);
        write_text("note.md", cases[i].text);
        read_on(&reading, "note.md");
        assert_int_equal(reading.articles.count, 1);
        const struct tdg_article *article = &reading.articles.items[0];
        assert_string_equal(article->title, cases[i].title);
        assert_string_equal(article->body, cases[i].body);
        assert_string_equal(article->source, cases[i].source);
        assert_int_equal(article->published, cases[i].published);
        reading_done(&reading);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(markdown_may_begin_with_facts),
    };
    return RUN_IN_FOLDER(tests);
}
