// SPDX-License-Identifier: GPL-3.0-or-later
#include "label/subjects.h"

#include <stdbool.h>

#include "label/label.h"
#include "unit/label/corpus.h"

enum { SUBJECTS = 3 };

/* Lexicons read one after the other, and what is known then: names, or the line of the mistake. */
static const struct {
    const char *first;
    const char *second;
    const char *names[SUBJECTS];
    size_t seeds; /* words in all */
    size_t wrong_line;
} lexicons[] = {
    {"", "", {NULL}, 0, 0},
    {"# nothing\n\n   \n", "", {NULL}, 0, 0},
    {"[Oil and gas]\nen: oil, crude oil\nde: Erdöl\n", "", {"Oil and gas"}, 3, 0},
    {"\xEF\xBB\xBF[ A ]\r\nen:  x ,, y ,\r\n[B]\r\nen:", "", {"A", "B"}, 2, 0},
    {"[A]\nen: x\n", "[B]\nen: y\n[A]\nen: z", {"A", "B"}, 3, 0},
    {"[A]\nen: x\n", "# mine\nreplace\n[B]\nen: y\n", {"B"}, 1, 0},
    {"[A]\nen: x\n", "replace", {NULL}, 0, 0},
    {"[A\nen: x\n", "", {NULL}, 0, 1},
    {"\xEF\xBB", "", {NULL}, 0, 1}, /* not quite a byte order mark */
    {"\n[ ]\n", "", {NULL}, 0, 2},
    {"[]", "", {NULL}, 0, 1},
    {"[", "", {NULL}, 0, 1},
    {"en: x\n", "", {NULL}, 0, 1},
    {"[A] medtop:20000229\nen: x\n", "", {"A"}, 1, 0},
    {"[A] medtop:2000022\n", "", {NULL}, 0, 1},
    {"[A] subj:20000229\n", "", {NULL}, 0, 1},
    {"[A] medtop:2000022x\n", "", {NULL}, 0, 1},
    {"[A]\nx, y\n", "", {"A"}, 0, 2},
    {"[A]\nEN: x\n", "", {"A"}, 0, 2},
    {"[A]\nen: x\nreplace\n", "", {"A"}, 1, 3},
};

static void lexicons_are_read(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof lexicons / sizeof *lexicons; i++) {
        struct tdg_subjects *subjects = tdg_alloc(1, sizeof *subjects);
        struct tdg_error error = {0};
        assert_non_null(subjects);
        int status = tdg_subjects_read(subjects, lexicons[i].first, "a.txt", &error);
        assert_int_equal(status, lexicons[i].wrong_line ? TDG_EFORMAT : TDG_OK);
        if (lexicons[i].wrong_line) {
            assert_int_equal(error.line, lexicons[i].wrong_line);
            assert_string_equal(error.file, "a.txt");
        }
        assert_int_equal(tdg_subjects_read(subjects, lexicons[i].second, "b.txt", NULL), 0);
        size_t names = 0, seeds = 0;
        for (; names < SUBJECTS && lexicons[i].names[names]; names++)
            assert_string_equal(subjects->name[names], lexicons[i].names[names]);
        assert_int_equal(subjects->count, names);
        for (size_t s = 0; s < subjects->seeds_count; s++)
            seeds += subjects->seeds[s].count;
        assert_int_equal(seeds, lexicons[i].seeds);
        tdg_subjects_free(subjects);
    }
}

static void names_have_the_codes_of_their_subjects(void **state)
{
    (void)state;
    struct tdg_subjects *subjects = tdg_alloc(1, sizeof *subjects);
    assert_int_equal(
        tdg_subjects_read(subjects,
                          "[Trade] medtop:20000373\n[Trade disputes] "
                          "medtop:20000376\n[Space]\n[Space] medtop:13000000\n[Chess]\n",
                          "a.txt", NULL),
        0);
    static const char *const codes[][2] = {{"Trade disputes", "medtop:20000376"},
                                           {"Trade", "medtop:20000373"},
                                           {"Trade (steel)", "medtop:20000373"},
                                           {"Space", "medtop:13000000"},
                                           {"Chess", ""},
                                           {"Tradesmen", ""},
                                           {"", ""}};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_string_equal(tdg_subjects_code(subjects, codes[i][0]), codes[i][1]);
    assert_string_equal(tdg_subjects_code(NULL, "Trade"), "");
    tdg_subjects_free(subjects);
}

/* The languages that every subject speaks. */
static const char *const languages[] = {"en", "de", "fr", "es", "it", "pt", "nl", "ru"};

static bool speaks(const struct tdg_subjects *subjects, size_t subject, const char *language)
{
    for (size_t i = 0; i < subjects->seeds_count; i++)
        if (subjects->seeds[i].subject == subject && subjects->seeds[i].count >= 3 &&
            strcmp(subjects->seeds[i].language, language) == 0)
            return true;
    return false;
}

static void the_built_in_lexicon_is_whole(void **state)
{
    (void)state;
    struct tdg_subjects *subjects = NULL;
    assert_int_equal(tdg_subjects_new(&subjects, "", NULL), 0);
    assert_true(subjects->count >= 40);
    for (size_t s = 0; s < subjects->count; s++) {
        size_t english = 0;
        for (size_t i = 0; i < subjects->seeds_count; i++)
            if (subjects->seeds[i].subject == s && strcmp(subjects->seeds[i].language, "en") == 0)
                english += subjects->seeds[i].count;
        if (english < 10)
            fail_msg("%s has %zu English seeds", subjects->name[s], english);
        for (size_t l = 0; l < sizeof languages / sizeof *languages; l++)
            if (!speaks(subjects, s, languages[l]))
                fail_msg("%s has too few seeds for \"%s\"", subjects->name[s], languages[l]);
    }
    tdg_subjects_free(subjects);
    subjects = NULL;
    struct tdg_error error = {0};
    assert_int_equal(tdg_subjects_new(&subjects, "/no/such/file", &error), TDG_EIO);
    assert_null(subjects);
}

static const char lexicon[] =
    "[Cybersecurity]\nen: hackers, ransomware, passwords, cyber security\nde: Hacker, Passwörter\n"
    "ru: хакеры, пароль\nnl: hackers, wachtwoorden\n"
    "[Trade disputes]\nen: tariffs, trade war, exports, steel\n"
    "[Metals]\nen: steel, copper, furnaces\n";

static const char hackers[] = "Hackers stole the passwords with ransomware.";
static const char hospital[] = "Ransomware and hackers in the hospital: no passwords left.";
static const char tariffs[] = "The trade war: new tariffs on exports.";
static const char mills[] = "Steel tariffs and copper exports from the furnaces.";
static const char weather[] = "Rain and wind over hills and valleys.";

/* Texts of up to three groups and the names they get. */
static const struct {
    struct {
        const char *text;
        const char *language;
        const char *name;
    } groups[3];
} cases[] = {
    {{{hackers, "en", "Cybersecurity"}, {tariffs, "en", "Trade disputes"}, {weather, "en", ""}}},
    {{{"Hacker stehlen Passwörter.", "de", "Cybersecurity"}, {weather, "en", ""}}},
    {{{"Хакеры украли пароли.", "ru", "Cybersecurity"}, {weather, "en", ""}}},
    {{{"Hackers stalen wachtwoorden.", "nl", "Cybersecurity"}, {weather, "en", ""}}},
    /* Two themes of one subject are told apart by their labels. */
    {{{hackers, "en", "Cybersecurity (Hackers stole)"},
      {hospital, "en", "Cybersecurity (hospital)"},
      {weather, "en", ""}}},
    /* Two subjects are as good: none is clear. */
    {{{mills, "en", ""}, {weather, "en", ""}}},
    {{{"One hacker and much else about gardens, roses, soil, rakes.", "en", ""},
      {weather, "en", ""}}},
};

static void clear_themes_get_names(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct corpus corpus = {0};
        struct tdg_subjects *subjects = tdg_alloc(1, sizeof *subjects);
        assert_int_equal(tdg_subjects_read(subjects, lexicon, "a.txt", NULL), 0);
        for (uint32_t g = 0; g < 3 && cases[i].groups[g].text; g++)
            corpus_add(&corpus, g, 6, cases[i].groups[g].text, cases[i].groups[g].language);
        struct tdg_label_options options = tdg_label_defaults();
        options.subjects = subjects;
        options.stem = true;
        struct tdg_labels labels = corpus_label(&corpus, &options);
        for (uint32_t g = 0; g < labels.count; g++)
            assert_string_equal(labels.items[g].name, cases[i].groups[g].name);
        tdg_labels_done(&labels);
        corpus_done(&corpus);
        tdg_subjects_free(subjects);
    }
}

/* Seeds among articles that have none do not name a theme. */
static void a_name_needs_most_of_the_articles(void **state)
{
    (void)state;
    for (int others = 2; others <= 20; others += 18) {
        struct corpus corpus = {0};
        struct tdg_subjects *subjects = tdg_alloc(1, sizeof *subjects);
        assert_int_equal(tdg_subjects_read(subjects, lexicon, "a.txt", NULL), 0);
        corpus_add(&corpus, 0, 6, hackers, "en");
        corpus_add(&corpus, 0, others, "Meeting.", "en");
        corpus_add(&corpus, 1, 20, weather, "en");
        struct tdg_label_options options = tdg_label_defaults();
        options.subjects = subjects;
        options.stem = true;
        struct tdg_labels labels = corpus_label(&corpus, &options);
        assert_string_equal(labels.items[0].name, others == 2 ? "Cybersecurity" : "");
        tdg_labels_done(&labels);
        corpus_done(&corpus);
        tdg_subjects_free(subjects);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lexicons_are_read),
        cmocka_unit_test(names_have_the_codes_of_their_subjects),
        cmocka_unit_test(the_built_in_lexicon_is_whole),
        cmocka_unit_test(clear_themes_get_names),
        cmocka_unit_test(a_name_needs_most_of_the_articles),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
