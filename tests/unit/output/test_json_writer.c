// SPDX-License-Identifier: GPL-3.0-or-later
#include "output/json_writer.h"

#include "unit/check.h"

/* What a text looks like inside an array on one line. */
static char *written(const char *text)
{
    char *bytes = NULL;
    size_t size = 0;
    struct tdg_json json = {.stream = open_memstream(&bytes, &size)};
    assert_non_null(json.stream);
    tdg_json_open_line(&json, NULL, '[');
    tdg_json_string(&json, NULL, text);
    tdg_json_close(&json, ']');
    assert_int_equal(fclose(json.stream), 0);
    return bytes;
}

static void strings_are_escaped(void **state)
{
    (void)state;
    static const struct {
        const char *text, *json;
    } rows[] = {
        {NULL, "[null]\n"},
        {"", "[\"\"]\n"},
        {"a \"b\" \\ /", "[\"a \\\"b\\\" \\\\ /\"]\n"},
        {"\n\t\x01\x1b\x7f", "[\"\\n\\u0009\\u0001\\u001b\\u007f\"]\n"},
        {"\xC2\x9B", "[\"\\u009b\"]\n"},
        {"Köln 数据 😀", "[\"Köln 数据 😀\"]\n"},
        /* not UTF-8: a lone byte, a form too long, a surrogate, one cut off */
        {"a\xFF"
         "b",
         "[\"a\xEF\xBF\xBD"
         "b\"]\n"},
        {"\xC0\x80", "[\"\xEF\xBF\xBD\xEF\xBF\xBD\"]\n"},
        {"\xED\xA0\x80", "[\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"]\n"},
        {"\xF4\x90\x80\x80", "[\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"]\n"},
        {"\xE2\x82", "[\"\xEF\xBF\xBD\xEF\xBF\xBD\"]\n"},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
        char *bytes = written(rows[i].text);
        assert_string_equal(bytes, rows[i].json);
        free(bytes);
    }
}

/* Nothing in a page ends the element around it, and nothing takes room. */
static void in_a_page(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t size = 0;
    struct tdg_json json = {.stream = open_memstream(&bytes, &size), .in_page = true};
    assert_non_null(json.stream);
    tdg_json_open(&json, NULL, '{');
    tdg_json_string(&json, "</script>", "<!-- & \xE2\x80\xA8\xE2\x80\xA9 \"");
    tdg_json_open(&json, "list", '[');
    tdg_json_count(&json, NULL, 1);
    tdg_json_open_line(&json, NULL, '[');
    tdg_json_count(&json, NULL, 2);
    tdg_json_count(&json, NULL, 3);
    tdg_json_close(&json, ']');
    tdg_json_close(&json, ']');
    tdg_json_close(&json, '}');
    assert_int_equal(fclose(json.stream), 0);
    assert_string_equal(bytes, "{\"\\u003c/script\\u003e\":\"\\u003c!-- \\u0026 \\u2028\\u2029 "
                               "\\\"\",\"list\":[1,[2,3]]}\n");
    free(bytes);
}

static void brackets_are_indented(void **state)
{
    (void)state;
    char *bytes = NULL;
    size_t size = 0;
    struct tdg_json json = {.stream = open_memstream(&bytes, &size)};
    assert_non_null(json.stream);
    tdg_json_open(&json, NULL, '{');
    tdg_json_count(&json, "count", 3);
    tdg_json_number(&json, "bad", (double)NAN);
    tdg_json_open(&json, "empty", '[');
    tdg_json_close(&json, ']');
    tdg_json_open(&json, "list", '[');
    tdg_json_open_line(&json, NULL, '{');
    tdg_json_number(&json, "x", 0.5);
    tdg_json_open(&json, "inner", '[');
    tdg_json_token(&json, NULL, "true");
    tdg_json_close(&json, ']');
    tdg_json_close(&json, '}');
    tdg_json_open_line(&json, NULL, '{');
    tdg_json_close(&json, '}');
    tdg_json_close(&json, ']');
    tdg_json_close(&json, '}');
    assert_int_equal(fclose(json.stream), 0);
    assert_string_equal(bytes, "{\n"
                               "  \"count\": 3,\n"
                               "  \"bad\": null,\n"
                               "  \"empty\": [],\n"
                               "  \"list\": [\n"
                               "    {\"x\": 0.5, \"inner\": [true]},\n"
                               "    {}\n"
                               "  ]\n"
                               "}\n");
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_are_escaped),
        cmocka_unit_test(in_a_page),
        cmocka_unit_test(brackets_are_indented),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
