// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/terms.h"

#include "unit/articles.h"

/* The term of a spelling, "" where it is none. */
static void check(const char *language, const char *spelling, const char *expected)
{
    struct tdg_lang_rules rules = {0};
    assert_int_equal(tdg_lang_rules_init(&rules, language), 0);
    struct sb_stemmer *stemmer = language[0] ? sb_stemmer_new(language, NULL) : NULL;
    char term[TDG_TERM_SIZE] = "";
    size_t length = strlen(spelling);
    if (tdg_is_term(&rules, spelling, length, true)) {
        size_t size = tdg_term(&rules, stemmer, spelling, length, term);
        assert_int_equal(size, strlen(term));
    }
    if (strcmp(term, expected) != 0)
        fail_msg("%s \"%s\" gave \"%s\", not \"%s\"", language, spelling, term, expected);
    sb_stemmer_delete(stemmer);
    tdg_lang_rules_done(&rules);
}

static void spellings_have_terms(void **state)
{
    (void)state;
    static const char *const rows[][3] = {
        {"en", "Tariffs", "tariff"},
        {"en", "tariff", "tariff"},
        {"en", "The", ""},
        {"en", "don't", ""},
        {"en", "said", ""},
        {"en", "us", ""},
        {"en", "Us", ""},
        {"en", "US", "u.s."},
        {"en", "U.S.", "u.s."},
        {"en", "U.S", "u.s."},
        {"en", "u.s.", "u.s."},
        {"de", "US", "u.s."},
        {"de", "U.S.", "u.s."},
        {"en", "WHO", "w.h.o."},
        {"en", "who", ""},
        {"en", "UN", "un"},
        {"en", "U.N.", "un"},
        {"en", "a.m.", ""},
        {"en", "e.g", ""},
        {"en", "NOT", ""},
        {"en", "5G", "5g"},
        {"en", "COVID-19", "covid-19"},
        {"en", "G20", "g20"},
        {"en", "2019", "2019"},
        {"en", "3.5", "3.5"},
        {"en", "1,000", "1,000"},
        {"en", "2019-20", "2019-20"},
        {"en", "20km", "20km"},
        {"en", "1980s", "1980s"},
        {"en", "7", ""},
        {"en", "2nd", "2nd"},
        {"en", "x", ""},
        {"en", "\xC3\xA9", ""},
        {"", "the", "the"},
        {"", "Tariffs", "tariffs"},
        {"de", "Z\xC3\xB6lle", "zoll"},
        {"de",
         "Stra\xC3\x9F"
         "en",
         "strass"},
        {"de",
         "\xC3\x9C"
         "ber",
         ""},
        {"de",
         "au\xC3\x9F"
         "er",
         ""},
        {"fr", "tarifs", "tarif"},
        {"fr", "\xC3\x80", ""},
        {"es", "aranceles", "arancel"},
        {"es", "EE.UU.", "eeuu"},
        {"it", "dazi", "daz"},
        {"pt", "tarifas", "tarif"},
        {"nl", "handelsoorlogen", "handelsoorlog"},
        {"sv", "tullarna", "tull"},
        {"da", "krigen", "krig"},
        {"no", "krigen", "krig"},
        {"fi", "sodat", "soda"},
        {"pl", "wojna", "wojna"}, /* a list, but no stemmer */
        {"pl", "nie", ""},
        {"ru", "\xD0\xB2\xD0\xBE\xD0\xB9\xD0\xBD\xD1\x8B", "\xD0\xB2\xD0\xBE\xD0\xB9\xD0\xBD"},
        {"ru", "\xD0\x98", ""},
        {"zh", "\xE4\xB8\xAD\xE5\x9B\xBD", "\xE4\xB8\xAD\xE5\x9B\xBD"},
        {"zh", "火", "火"},
        {"zh", "的", ""},
        {"ja", "は", ""},
        {"th", "ก", ""},
        {"th", "รัฐบาล", "รัฐบาล"},
        /* accents that are foreign to the language, and its own */
        {"en", "Kaïs", "kai"},
        {"en", "Kais", "kai"},
        {"en", "São", "sao"},
        {"en", "ZÜRICH", "zurich"},
        {"en", "Beyoncé", "beyonc"},
        {"en", "Beyonce", "beyonc"},
        {"en", "Łódź", "lodz"},
        {"en", "Ærø", "aero"},
        {"en", "Yıldırım", "yildirim"},
        {"en", "İstanbul", "istanbul"},
        {"en", "naïve", "naiv"},
        {"en", "résumé", "résumé"},
        {"en", "resume", "resum"},
        {"en", "fiancés", "fiancé"},
        {"en", "Thé", "thé"},
        {"en", "Москвой", "москвой"},
        {"de", "schöner", "schon"},
        {"de", "Erdoğan", "erdogan"},
        {"de", "Kaïs", "kais"},
        {"fr", "Erdoğan", "erdogan"},
        {"fr", "marché", "march"},
        {"fr", "prêter", "prêt"},
        {"es", "año", "año"},
        {"es", "Kaïs", "kais"},
        {"sv", "räv", "räv"},
        {"sv", "São", "sao"},
        {"pl", "ósmy", "ósmy"},
        {"pl", "São", "sao"},
        {"tr", "kâr", "kâr"},
        {"tr", "şır", "şır"},
        {"tr", "İçin", ""},
        {"ro", "președinte", "preşedint"},
        {"ro", "preşedinte", "preşedint"},
        {"", "Kaïs", "kaïs"},
        {"ru", "São", "são"},
        {"ja", "が", ""},
        {"zh", "這個", ""},
        {"zh", "说", ""},
        {"zh", "説", ""},
        {"zh", "經濟", "經濟"},
        {"ko", "\xED\x95\x9C\xEA\xB5\xAD", "\xED\x95\x9C\xEA\xB5\xAD"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        check(rows[i][0], rows[i][1], rows[i][2]);
}

static void stop_words_may_stay(void **state)
{
    (void)state;
    struct tdg_lang_rules rules = {0};
    assert_int_equal(tdg_lang_rules_init(&rules, "en"), 0);
    assert_true(tdg_is_term(&rules, "the", 3, false));
    assert_true(tdg_is_term(&rules, "2019", 4, true));
    assert_false(tdg_is_term(&rules, "", 0, false));
    tdg_lang_rules_done(&rules);
}

static void quantities_are_told_from_words(void **state)
{
    (void)state;
    static const char *const quantities[] = {
        "2019",   "3.5",    "1,000", "2019-20", "20km",   "1980s",  "三千", "五日",
        "十二月", "第三次", "年",    "周一",    "星期日", "月曜日", "三分", "二〇二三年"};
    static const char *const words[] = {"5g",   "covid-19", "g20",  "u.s.", "737max", "km", "x",
                                        "疫苗", "周",       "日本", "三星", "月球",   "火", "한국"};
    for (size_t i = 0; i < sizeof quantities / sizeof *quantities; i++)
        assert_true(tdg_is_quantity(quantities[i], strlen(quantities[i])));
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        assert_false(tdg_is_quantity(words[i], strlen(words[i])));
}

static void codes_are_told_from_names(void **state)
{
    (void)state;
    static const char *const codes[] = {"MAY7", "mar8", "qtr1", "année2019"};
    static const char *const names[] = {"5G",   "G20",  "COVID-19", "may",   "",     "7",
                                        "a380", "ab12", "éà7",      "may7a", "may 7"};
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        assert_true(tdg_is_code(codes[i], strlen(codes[i])));
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        assert_false(tdg_is_code(names[i], strlen(names[i])));
}

static void every_word_folds_within_its_room(void **state)
{
    (void)state;
    unsigned seed = 5;
    for (int round = 0; round < 4000; round++) {
        char text[2 * TDG_LONGEST_WORD];
        char folded[TDG_TERM_SIZE];
        random_text(&seed, text, (size_t)round % sizeof text);
        size_t size = tdg_fold(text, strlen(text), folded);
        assert_true(size < sizeof folded);
        assert_int_equal(folded[size], '\0');
    }
    /* U+0390 folds into three code points */
    char text[TDG_LONGEST_WORD];
    for (size_t i = 0; i < sizeof text; i += 2)
        text[i] = '\xCE', text[i + 1] = '\x90';
    char folded[TDG_TERM_SIZE];
    assert_true(tdg_fold(text, sizeof text, folded) < sizeof folded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(spellings_have_terms),
        cmocka_unit_test(stop_words_may_stay),
        cmocka_unit_test(quantities_are_told_from_words),
        cmocka_unit_test(codes_are_told_from_names),
        cmocka_unit_test(every_word_folds_within_its_room),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
