// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search.h"

#include "unit/articles.h"

static void letters_stand_alone(void **state)
{
    (void)state;
    static const char *const rows[][2] = {
        {"", ""},
        {"Trade war, 2019", "Trade war, 2019"},
        {"한국 경제 “Ünüm”", "한국 경제 “Ünüm”"},
        {"疫苗", " 疫 苗"},
        {"5G网络A股 up", "5G 网 络 A 股 up"},
        {"ワクチン。", " ワ ク チ ン。"},
        {"ที่นี่", " ที่ นี่"},
    };
    struct tdg_buffer room = {0};
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        assert_string_equal(tdg_searchable(&room, rows[i][0]), rows[i][1]);
    tdg_buffer_done(&room);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(letters_stand_alone)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
