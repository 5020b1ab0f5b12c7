// SPDX-License-Identifier: GPL-3.0-or-later
#include "text/words.h"

#include <stdlib.h>

#include "unit/articles.h"

static const struct tdg_word_rules none = {0};
static const struct tdg_word_rules english = {.possessive = true};
static const struct tdg_word_rules french = {.elision = true};

/* The words of a text, "|" where something lies between two. */
static void describe(struct tdg_word_rules rules, const char *text, char *out, size_t size)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    size_t at = 0;
    out[0] = '\0';
    struct tdg_segmenter segmenter = {0};
    tdg_scanner_init(&scanner, rules, text, &segmenter);
    while (tdg_scanner_next(&scanner, &word) && at < size)
        at += (size_t)snprintf(out + at, size - at, "%s%s%.*s", at ? " " : "",
                               at && word.after_break ? "| " : "", (int)word.length, word.text);
    assert_false(segmenter.failed);
    tdg_segmenter_done(&segmenter);
}

static void texts_are_cut_into_words(void **state)
{
    (void)state;
    static const struct {
        const struct tdg_word_rules *rules;
        const char *text;
        const char *words;
    } rows[] = {
        {&none, "", ""},
        {&none, " ... !?", ""},
        {&none, "Trade war escalates", "Trade war escalates"},
        {&none, "One. Two, three; four (five) six", "One | Two | three | four | five | six"},
        {&none, "wrapped\nline", "wrapped line"},
        {&none, "One paragraph\n\nanother", "One paragraph | another"},
        {&none, "COVID-19 trade-off - dash -- dash", "COVID-19 trade-off | dash | dash"},
        {&none,
         "em\xE2\x80\x94"
         "dash en \xE2\x80\x93 dash",
         "em | dash en | dash"},
        {&none, "don't rock 'n' roll workers' rights", "don't rock n roll workers rights"},
        {&none, "5G 3.5 1,000 2019", "5G 3.5 1,000 2019"},
        {&none, "in 2019,2020", "in 2019,2020"},
        {&none, "the U.S. economy", "the U.S. economy"},
        {&none, "U.S.-China talks", "U.S. | China talks"},
        {&none, "EE.UU. y D.C., e.g. this", "EE.UU. y D.C. | e.g. this"},
        {&none, "The end.Next one", "The end | Next one"},
        {&none, "Amazon.com and bbc.co.uk", "Amazon.com and bbc.co.uk"},
        {&none, "AT&T, S&P, a & b", "AT&T | S&P | a b"},
        {&none, "see https://example.org/a?b=c now", "see | now"},
        {&none, "see www.example.org/x now", "see | now"},
        {&none, "**The [trade war](/news/war?utm_source=rss) escalates** now",
         "The | trade war | escalates now"},
        {&none, "see [this](https://example.org/a) and http : // x", "see | this | and | x"},
        {&none, "go utm_medium=mail&utm_campaign=x on", "go | on"},
        {&none, "a list [1] (of two) [sic](it is not)", "a list | 1 | of two | sic | it is not"},
        {&none, "mail john.doe@example.org now", "mail john | now"},
        {&none, "WWW.EXAMPLE.COM HTTP://X.Y/Z Www.x.org/a HTTPS go", "go"},
        {&none, "详见www.baidu.com，央行http://x.cn/a干预", "详 见 | 央行 | 干预"},
        {&none, "@realDonaldTrump #MeToo", "realDonaldTrump MeToo"},
        {&english, "Trump's men, China\xE2\x80\x99s US's TRUMP'S", "Trump men | China US TRUMP"},
        {&english, "Trump´s men, Chinaʼs “US”", "Trump men | China | US"},
        {&none, "donʼt don´t don＇t обʼєкт ´so´ ʻso", "donʼt don´t don＇t обʼєкт so so"},
        {&none, "non‑breaking wide－hyphen － so", "non‑breaking wide－hyphen | so"},
        {&english, "it's 'quoted' o'clock", "it quoted o'clock"},
        {&none, "geht's", "geht's"},
        {&french,
         "l'Europe d\xE2\x80\x99"
         "abord aujourd'hui",
         "Europe | abord aujourd'hui"},
        {&french, "L'UNION jusqu'ici", "UNION | ici"},
        {&none, "l'Europe", "l'Europe"},
        {&none,
         "\xC3\x9C"
         "ber stra\xC3\x9F"
         "e",
         "\xC3\x9C"
         "ber stra\xC3\x9F"
         "e"},
        /* Chinese, Japanese, Thai, Khmer and Burmese by dictionary, Korean by its blanks */
        {&none, "人民币汇率下跌，央行干预市场。", "人民 币 汇率 下跌 | 央行 干预 市场"},
        {&none, "医生表示第三针疫苗可以提高免疫力", "医生 表示 第三 针 疫苗 可以 提高 免疫力"},
        {&none, "國際貨幣基金組織", "國際 貨幣 基金 組織"},
        {&none, "5G中国。经济", "5G 中国 | 经济"},
        {&none, "コロナウイルスのワクチン接種", "コロナ ウイルス の ワクチン 接種"},
        {&none, "日本銀行は金利を引き上げる", "日本 銀行 は 金利 を 引き上げる"},
        {&none, "ธนาคารแห่งประเทศไทยขึ้นอัตราดอกเบี้ย 25 จุด",
         "ธนาคาร แห่ง ประเทศไทย ขึ้น อัตรา ดอกเบี้ย 25 จุด"},
        {&none, "រដ្ឋាភិបាលកម្ពុជាបានប្រកាស", "រដ្ឋាភិបាល កម្ពុជា បាន ប្រកាស"},
        {&none, "ລັດຖະບານລາວ", "ລັດຖະບານ ລາວ"},
        {&none, "မြန်မာနိုင်ငံ", "မြန်မာနိုင်ငံ"},
        {&none, "中", "中"},
        {&none, "한국 경제", "한국 경제"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char words[400];
        describe(*rows[i].rules, rows[i].text, words, sizeof words);
        if (strcmp(words, rows[i].words) != 0)
            fail_msg("\"%s\" gave \"%s\", not \"%s\"", rows[i].text, words, rows[i].words);
    }
}

/* A long text without a mark is cut piece by piece, as a short one would be. */
static void long_runs_are_cut(void **state)
{
    (void)state;
    enum { TIMES = 900 };
    static const char sentence[] = "央行干预市场";
    static const char *const words[] = {"央行", "干预", "市场"};
    char *text = malloc(TIMES * strlen(sentence) + 1);
    assert_non_null(text);
    for (size_t i = 0; i < TIMES; i++)
        memcpy(text + i * strlen(sentence), sentence, sizeof sentence);
    struct tdg_segmenter segmenter = {0};
    struct tdg_scanner scanner;
    struct tdg_word word;
    size_t count = 0;
    tdg_scanner_init(&scanner, none, text, &segmenter);
    for (; tdg_scanner_next(&scanner, &word); count++) {
        assert_int_equal(word.length, strlen(words[count % 3]));
        assert_memory_equal(word.text, words[count % 3], word.length);
    }
    assert_int_equal(count, 3 * TIMES);
    tdg_segmenter_done(&segmenter);
    free(text);
}

/* Per word: c a capital in front only, o opens a sentence, s in a all_caps line. */
static void capitals_are_understood(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        const char *marks;
    } rows[] = {
        {"Huawei is here. Tariffs rise", "co - - co -"},
        {"in Huawei, Apple", "o c c"},
        {"he said: \xE2\x80\x9CTariffs\xE2\x80\x9D", "o - co"},
        {"NATO and iPhone", "o - -"},
        {"TRUMP SLAMS US", "os s s"},
        {"WHO", "o"},
        {"US GDP", "o -"},
        {"A calm line\nBREAKING NEWS FROM KABUL\nCalm", "co - - s s s s c"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        struct tdg_scanner scanner;
        struct tdg_word word;
        char marks[100] = "";
        struct tdg_segmenter segmenter = {0};
        tdg_scanner_init(&scanner, none, rows[i].text, &segmenter);
        while (tdg_scanner_next(&scanner, &word)) {
            size_t at = strlen(marks);
            snprintf(marks + at, sizeof marks - at, "%s%s%s%s%s", at ? " " : "",
                     word.capital ? "c" : "", word.opens ? "o" : "", word.all_caps ? "s" : "",
                     word.capital || word.opens || word.all_caps ? "" : "-");
        }
        tdg_segmenter_done(&segmenter);
        if (strcmp(marks, rows[i].marks) != 0)
            fail_msg("\"%s\" gave \"%s\", not \"%s\"", rows[i].text, marks, rows[i].marks);
    }
}

static void headlines_in_title_case(void **state)
{
    (void)state;
    assert_true(tdg_is_title_case("Trump Slaps New Tariffs on Chinese Goods"));
    assert_true(tdg_is_title_case("Tariffs: What They Mean for Your Wallet"));
    assert_false(
        tdg_is_title_case("Huawei row: Trump and Johnson meet in London to settle dispute"));
    assert_false(tdg_is_title_case("Trade war escalates"));
    assert_false(tdg_is_title_case(""));
}

/* Any bytes: words come in their order, lie inside the text and do not overlap. */
static void any_bytes_are_read(void **state)
{
    (void)state;
    enum { ROUNDS = 4000, MOST = 200 };
    unsigned seed = 11;
    char text[MOST + 1];
    struct tdg_segmenter segmenter = {0};
    for (int round = 0; round < ROUNDS; round++) {
        random_text(&seed, text, (size_t)round % MOST);
        struct tdg_scanner scanner;
        struct tdg_word word;
        const char *last = text;
        tdg_scanner_init(&scanner, round % 2 ? english : french, text, &segmenter);
        while (tdg_scanner_next(&scanner, &word)) {
            assert_true(word.length > 0 && word.text >= last);
            assert_true(word.text + word.length <= text + strlen(text));
            last = word.text + word.length;
        }
    }
    tdg_segmenter_done(&segmenter);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(texts_are_cut_into_words), cmocka_unit_test(long_runs_are_cut),
        cmocka_unit_test(capitals_are_understood),  cmocka_unit_test(headlines_in_title_case),
        cmocka_unit_test(any_bytes_are_read),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
