// SPDX-License-Identifier: GPL-3.0-or-later
#include "clean/language.h"

#include "clean/clean.h"
#include "clean/codes.h"
#include "clean/stopwords.h"
#include "clean/vote.h"
#include "input/read.h"
#include "unit/articles.h"

static void names_of_languages(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"en", "en"},
        {"EN", "en"},
        {"en-GB", "en"},
        {"en_US.UTF-8", "en"},
        {"eng", "en"},
        {"English", "en"},
        {"Deutsch", "de"},
        {"ger", "de"},
        {"fran\xC3\xA7"
         "ais",
         "fr"},
        {"nb", "no"},
        {"zh-Hans", "zh"},
        {"", ""},
        {"xx", ""},
        {"und", ""},
        {"unknown language of a very long name", ""},
        {"e", ""},
        {"-", ""},
        {"\xFF", ""},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(tdg_language_code(rows[i][0]), rows[i][1]);
}

static void every_list_is_found_by_its_code(void **state)
{
    (void)state;
    size_t count = 0;
    for (; tdg_stop_list(count); count++) {
        assert_string_equal(tdg_language_code(tdg_stop_list(count)->language),
                            tdg_stop_list(count)->language);
        assert_ptr_equal(tdg_stop_words(tdg_stop_list(count)->language),
                         tdg_stop_list(count)->words);
        assert_null(strstr(tdg_stop_list(count)->words, "  "));
    }
    assert_true(count >= TDG_OWN_STOP_LISTS && count <= TDG_VOTE_LISTS);
    assert_null(tdg_stop_words("xx"));
}

static void check_votes(const char *const (*rows)[2], size_t count)
{
    struct tdg_voters voters = {0};
    assert_int_equal(tdg_voters_init(&voters), 0);
    for (size_t i = 0; i < count; i++) {
        struct tdg_vote vote = {0};
        tdg_vote_count(&voters, "", rows[i][1], &vote);
        if (strcmp(tdg_vote_winner(&vote), rows[i][0]) != 0)
            fail_msg("\"%s\" is \"%s\"", rows[i][1], tdg_vote_winner(&vote));
    }
    tdg_voters_done(&voters);
}

static void texts_show_their_language(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"en", "The government said on Monday that it would not change the law, which has been in "
               "force since the war."},
        {"de", "Die Regierung hat am Montag erkl\xC3\xA4rt, dass sie das Gesetz nicht "
               "\xC3\xA4ndern wird, das seit "
               "dem Krieg gilt."},
        {"fr", "Le gouvernement a dit lundi qu'il ne changerait pas la loi, qui est en vigueur "
               "depuis la guerre."},
        {"es", "El gobierno dijo el lunes que no cambiar\xC3\xA1 la ley, que est\xC3\xA1 en vigor "
               "desde la guerra."},
        {"it", "Il governo ha detto che non cambier\xC3\xA0 la legge, che \xC3\xA8 in vigore dalla "
               "guerra."},
        {"pt", "O governo disse que n\xC3\xA3o vai mudar a lei, que est\xC3\xA1 em vigor desde a "
               "guerra, e que "
               "isso \xC3\xA9 tudo."},
        {"nl", "De regering heeft maandag gezegd dat zij de wet niet zal veranderen, die sinds de "
               "oorlog van kracht is."},
        {"sv", "Regeringen sade i m\xC3\xA5ndags att den inte kommer att \xC3\xA4ndra lagen, som "
               "har varit i kraft "
               "sedan kriget."},
        {"pl", "Rz\xC4\x85"
               "d powiedzia\xC5\x82, \xC5\xBC"
               "e nie zmieni ustawy, kt\xC3\xB3ra jest w mocy od czasu wojny, ale "
               "tylko je\xC5\x9Bli b\xC4\x99"
               "dzie mo\xC5\xBCna."},
        {"ru", "\xD0\x9E\xD0\xBD \xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB, "
               "\xD1\x87\xD1\x82\xD0\xBE "
               "\xD1\x8D\xD1\x82\xD0\xBE \xD0\xBD\xD0\xB5 \xD0\xB1\xD1\x8B\xD0\xBB\xD0\xBE "
               "\xD1\x82\xD0\xB0\xD0\xBA"},
        {"ja", "\xE6\x97\xA5\xE6\x9C\xAC\xE3\x81\xAE\xE7\xB5\x8C\xE6\xB8\x88\xE3\x81\xAF"},
        {"zh", "\xE4\xB8\xAD\xE5\x9B\xBD\xE7\xBB\x8F\xE6\xB5\x8E\xE5\xA2\x9E\xE9\x95\xBF"},
        {"ko", "\xED\x95\x9C\xEA\xB5\xAD \xEA\xB2\xBD\xEC\xA0\x9C"},
        {"el", "\xCE\x95\xCE\xBB\xCE\xBB\xCE\xAC\xCE\xB4\xCE\xB1"},
    };
    check_votes(rows, sizeof rows / sizeof *rows);
}

/* Languages that have no list of our own. */
static void more_languages_show(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"tr", "Bakanlık çocuklar için yeni bir aşıya onay verdi ama bazı aileler bu karara karşı "
               "çıktı."},
        {"id", "Presiden mengatakan pemerintah akan memberikan bantuan baru kepada masyarakat yang "
               "terdampak karena banjir."},
        {"ms", "Beliau berkata bantuan itu akan disalurkan selepas mesyuarat kabinet, iaitu pada "
               "minggu hadapan kerana banjir."},
        {"ro",
         "Ministerul sănătății a aprobat un nou vaccin pentru copii, dar unii părinți nu sunt "
         "de acord."},
        {"cs", "Podle ministra financí je to důležité pro všechny, kteří podnikají, ale opozice s "
               "tím nesouhlasí."},
        {"hu",
         "A miniszter szerint ez fontos mindenki számára, de az ellenzék nem ért egyet vele."},
    };
    if (!tdg_stop_table_name())
        skip();
    check_votes(rows, sizeof rows / sizeof *rows);
}

static void letters_of_cyrillic_tell(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"uk", "Міністерство схвалило нову вакцину для дітей"},
        {"be", "Урад прыняў новы закон аб падатках"},
        {"ru", "Правительство не стало менять закон, который был принят до войны, и он ещё в силе"},
        {"", "Министерство"},
        {"", "Қазақстан үкіметі жаңа заң қабылдады"},
    };
    check_votes(rows, sizeof rows / sizeof *rows);
}

/* Most stop words of Malay are Indonesian, too. */
static const char indonesian[] =
    "Bank sentral akan menaikkan suku bunga untuk menekan inflasi pada "
    "tahun ini, dan keputusan itu mengejutkan pasar saham. Nasabah "
    "tidak akan dapat membayar bunga kredit rumah yang lebih tinggi "
    "dari tahun lalu, kata bank itu pada hari ini.";
static const char malay[] = "Beliau berkata bantuan itu akan disalurkan selepas mesyuarat kabinet, "
                            "iaitu pada minggu hadapan kerana banjir.";

static void rivals_of_a_guess(void **state)
{
    (void)state;
    if (!tdg_stop_table_name())
        skip();
    static const char *const rows[][3] = {
        {indonesian, "ms", "id"},  /* as many hits, or more */
        {malay, "ms", ""},         /* fewer hits */
        {indonesian, "la", ""},    /* a guess without a list */
        {"Huawei 2019", "ms", ""}, /* no hits */
    };
    struct tdg_voters voters = {0};
    assert_int_equal(tdg_voters_init(&voters), 0);
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_vote vote = {0};
        tdg_vote_count(&voters, "", rows[i][0], &vote);
        assert_string_equal(tdg_vote_rival(&vote, rows[i][1]), rows[i][2]);
    }
    tdg_voters_done(&voters);
}

static void check_language(const struct tdg_articles *set, size_t i, const char *language)
{
    if (strcmp(set->items[i].language, language) != 0)
        fail_msg("article %zu is \"%s\", not \"%s\"", i, set->items[i].language, language);
}

static void short_texts_take_the_usual_language(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    for (int i = 0; i < 5; i++)
        add_article(&set, "Die Polizei hat nach dem Mann gesucht, der nicht mehr da war", "",
                    "Kurier", "");
    for (int i = 0; i < 9; i++)
        add_article(&set, "The police have been looking for a man who was not there", "", "Gazette",
                    "");
    add_article(&set, "Huawei", "", "Kurier", "");                        /* 14: of its source */
    add_article(&set, "Huawei", "", "", "");                              /* 15: of the corpus */
    add_article(&set, "Huawei", "", "Kurier", "Spanish");                 /* 16: as it says */
    add_article(&set, "What is this and who are you?", "", "Kurier", ""); /* 17: its own */
    add_article(&set, "...", "", "Kurier", "");                           /* 18: none */
    add_article(&set, "\xE6\x97\xA5\xE6\x9C\xAC\xE3\x81\xAE", "", "Kurier", ""); /* 19 */
    const struct tdg_clean_options options = {"auto"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    static const char *const expected[] = {"de", "en", "es", "en", "", "ja"};
    check_language(&set, 0, "de");
    check_language(&set, 5, "en");
    for (size_t i = 0; i < 6; i++)
        check_language(&set, 14 + i, expected[i]);
    tdg_articles_done(&set);
}

/* A text that stop words give to both languages, and n-grams to Malay. */
static void kin_languages_follow_the_collection(void **state)
{
    (void)state;
    static const char *const texts[][2] = {
        {"id", "Presiden mengatakan pemerintah akan memberikan bantuan baru kepada masyarakat yang "
               "terdampak karena banjir."},
        {"ms", malay}};
    if (!tdg_stop_table_name())
        skip();
    for (size_t i = 0; i < 2; i++) {
        struct tdg_articles set = {0};
        for (int j = 0; j < 4; j++)
            add_article(&set, "", texts[i][1], "", "");
        add_article(&set, "",
                    "Pemain bertahan itu cedera dan tidak akan bermain pada laga yang lebih "
                    "penting. Tim itu menang adu penalti pada babak final dan para pendukung tidak "
                    "dapat menahan haru.",
                    "", "");
        const struct tdg_clean_options options = {"auto"};
        assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
        for (size_t j = 0; j < 5; j++)
            check_language(&set, j, texts[i][0]);
        tdg_articles_done(&set);
    }
}

static void the_option_decides(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    struct tdg_error error = {0};
    add_article(&set, "One", "The text of it is here", "", "de");
    struct tdg_clean_options options = {"none"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, &error), 0);
    check_language(&set, 0, "");
    options.language = "fr";
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, &error), 0);
    check_language(&set, 0, "fr");
    options.language = "klingon";
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, &error), TDG_EINVAL);
    assert_non_null(strstr(error.message, "klingon"));
    tdg_articles_done(&set);
}

static void no_articles_are_no_problem(void **state)
{
    (void)state;
    struct tdg_articles set = {0};
    const struct tdg_clean_options options = {"auto"};
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    add_article(&set, "", "", "", "");
    assert_int_equal(tdg_clean(&set, &options, NULL, NULL, NULL), 0);
    check_language(&set, 0, "");
    tdg_articles_done(&set);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_languages),
        cmocka_unit_test(every_list_is_found_by_its_code),
        cmocka_unit_test(texts_show_their_language),
        cmocka_unit_test(more_languages_show),
        cmocka_unit_test(letters_of_cyrillic_tell),
        cmocka_unit_test(rivals_of_a_guess),
        cmocka_unit_test(short_texts_take_the_usual_language),
        cmocka_unit_test(kin_languages_follow_the_collection),
        cmocka_unit_test(the_option_decides),
        cmocka_unit_test(no_articles_are_no_problem),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
