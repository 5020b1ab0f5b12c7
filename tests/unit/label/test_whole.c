// SPDX-License-Identifier: GPL-3.0-or-later
/* Names as an editor would write them. */
#include "label/label.h"

#include "unit/label/corpus.h"

enum { COPIES = 8, MAX_TEXTS = 4 };

static const char weather[] = "Rain and wind over hills and valleys, with some sun at noon.";

/* Texts of a theme beside one about the weather, each given eight times; what its label has, and
 * what it has not. */
static const struct {
    const char *texts[MAX_TEXTS];
    const char *language;
    const char *has;
    const char *lacks;
} cases[] = {
    /* Titles are taken off, also where the phrase has room for one of two only. */
    {{"We know that Prime Minister Anton Varga was in the valley.",
      "But in the rain, Prime Minister Anton Varga was at the dam."},
     "en",
     "Anton Varga",
     "Minister"},
    /* An initial tears the name; what is left of it is no name. */
    {{"We know that President Dmitri A. Volkov was in the valley.",
      "But in the rain, President Dmitri A. Volkov was at the dam."},
     "en",
     "Volkov",
     "Dmitri"},
    /* So does a word that is no term. */
    {{"Man weiß, dass Alexander Van der Linden im Tal war.",
      "Aber bei Regen, Alexander Van der Linden am Damm."},
     "de",
     "Linden",
     "Van"},
    /* A short form in brackets does not. */
    {{"We know that the Bright Harbour (BH) was in the valley.",
      "But in the rain, the Bright Harbour (BH) was at the dam."},
     "en",
     "Bright Harbour",
     "Bright Harbour BH"},
    /* Whoever wrote from there: a dateline. */
    {{"SANTA MARTA: the dam broke.", "SANTA MARTA: the dam held."}, "en", "dam", "SANTA"},
    /* One spelling is enough. */
    {{"The dam of Saïed broke.", "The dam of Saied held.", "Saïed was at the dam.",
      "Saied was in the valley at the dam."},
     "en",
     "dam",
     "Saied, Saïed"},
    /* Where nouns have capitals, other words are no names. */
    {{"Die Talsperre bröckelt und die Gemeinde wartet auf Hilfe vom Land.",
      "Die Talsperre bröckelt, also wartet die Gemeinde auf Regen am Damm."},
     "de",
     "Talsperre",
     "bröckelt"},
};

static void names_are_whole(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct corpus corpus = {0};
        for (size_t t = 0; t < MAX_TEXTS && cases[i].texts[t]; t++)
            corpus_add(&corpus, 0, COPIES, cases[i].texts[t], cases[i].language);
        corpus_add(&corpus, 1, COPIES, weather, "en");
        struct tdg_label_options options = tdg_label_defaults();
        struct tdg_labels labels = corpus_label(&corpus, &options);
        const char *text = labels.items[0].text;
        if (!strstr(text, cases[i].has) || strstr(text, cases[i].lacks))
            fail_msg("case %zu: \"%s\"", i, text);
        tdg_labels_done(&labels);
        corpus_done(&corpus);
    }
}

/* What terms leave out stands in the titles. */
static const struct {
    const char *titles[2];
    const char *has;
    const char *lacks;
} titled[] = {
    {{"House of Farrow shuts its doors", "Nobody wants House of Farrow"}, "House of Farrow", "?"},
    {{"Bank of the Tarn opens a shop", "A good year for Bank of the Tarn"},
     "Bank of the Tarn",
     "?"},
    /* No two titles agree. */
    {{"House of Farrow shuts its doors", "House by Farrow is for sale"}, "Farrow", "House "},
    {{"Formel 1 fährt wieder", "Streit um die Formel 1"}, "Formel 1", "?"},
    {{"Formel 1 fährt wieder", "Streit um die Formel"}, "Formel", "Formel 1"},
};

static void titles_show_what_is_missing(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof titled / sizeof *titled; i++) {
        struct corpus corpus = {0};
        for (size_t t = 0; t < 2; t++)
            corpus_add_titled(&corpus, 0, COPIES, titled[i].titles[t], "", "en");
        corpus_add(&corpus, 1, COPIES, weather, "en");
        struct tdg_label_options options = tdg_label_defaults();
        struct tdg_labels labels = corpus_label(&corpus, &options);
        const char *text = labels.items[0].text;
        if (!strstr(text, titled[i].has) || strstr(text, titled[i].lacks))
            fail_msg("case %zu: \"%s\"", i, text);
        tdg_labels_done(&labels);
        corpus_done(&corpus);
    }
}

/* "high" alone says nothing, nor does "high" anything; but a street may be one. */
static void weak_words_are_part_of_names_and_things(void **state)
{
    (void)state;
    static const struct {
        const char *texts[2];
        const char *has, *lacks;
    } weak[] = {
        {{"a shop on the high street is closed", "the high street and a shop"}, "high street", "?"},
        {{"a shop on the high street is closed", "the shop of this street, a street"},
         "street",
         "high"},
        {{"a flight to New Harbour is late", "they saw New Harbour from the flight"},
         "New Harbour",
         "?"},
    };
    for (size_t i = 0; i < sizeof weak / sizeof *weak; i++) {
        struct corpus corpus = {0};
        for (size_t t = 0; t < 2; t++)
            corpus_add(&corpus, 0, COPIES, weak[i].texts[t], "en");
        corpus_add(&corpus, 1, COPIES, weather, "en");
        struct tdg_label_options options = tdg_label_defaults();
        struct tdg_labels labels = corpus_label(&corpus, &options);
        const char *text = labels.items[0].text;
        if (!strstr(text, weak[i].has) || strstr(text, weak[i].lacks))
            fail_msg("case %zu: \"%s\"", i, text);
        tdg_labels_done(&labels);
        corpus_done(&corpus);
    }
}

/* "Halloran" stands in few articles of the theme and nowhere else, "dam" in all of them. */
static void what_is_common_comes_before_what_is_rare(void **state)
{
    (void)state;
    struct corpus corpus = {0};
    corpus_add(&corpus, 0, 3, "The dam and Halloran.", "en");
    corpus_add(&corpus, 0, 20, "The dam in the valley.", "en");
    corpus_add(&corpus, 1, 4, "The dam and the sea.", "en");
    corpus_add(&corpus, 1, 20, weather, "en");
    struct tdg_label_options options = tdg_label_defaults();
    struct tdg_labels labels = corpus_label(&corpus, &options);
    assert_int_equal(strncmp(labels.items[0].text, "dam", 3), 0);
    tdg_labels_done(&labels);
    corpus_done(&corpus);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_whole),
        cmocka_unit_test(titles_show_what_is_missing),
        cmocka_unit_test(weak_words_are_part_of_names_and_things),
        cmocka_unit_test(what_is_common_comes_before_what_is_rare),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
