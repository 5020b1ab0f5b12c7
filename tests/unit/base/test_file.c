// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/file.h"

#include <dirent.h>
#include <unistd.h>

#include "unit/check.h"

static char folder[] = "test_file.XXXXXX";

static size_t files_in_folder(void)
{
    size_t count = 0;
    DIR *directory = opendir(folder);
    assert_non_null(directory);
    while (readdir(directory))
        count++;
    closedir(directory);
    return count - 2; /* . and .. */
}

static void a_committed_file_is_whole(void **state)
{
    (void)state;
    char path[64], read[16] = {0};
    snprintf(path, sizeof path, "%s/a.txt", folder);
    struct tdg_output output = {0};
    assert_int_equal(tdg_output_open(&output, path, NULL), TDG_OK);
    fputs("hello", output.stream);
    assert_int_equal(access(path, F_OK), -1);
    assert_int_equal(tdg_output_commit(&output, NULL), TDG_OK);
    FILE *file = fopen(path, "rb");
    assert_non_null(file);
    assert_int_equal(fread(read, 1, sizeof read, file), 5);
    fclose(file);
    assert_string_equal(read, "hello");
    assert_int_equal(unlink(path), 0);
    assert_int_equal(files_in_folder(), 0);
}

static void a_discarded_file_leaves_nothing(void **state)
{
    (void)state;
    char path[64];
    snprintf(path, sizeof path, "%s/b.txt", folder);
    struct tdg_output output = {0};
    assert_int_equal(tdg_output_open(&output, path, NULL), TDG_OK);
    fputs("half", output.stream);
    tdg_output_discard(&output);
    tdg_output_discard(&output);
    assert_int_equal(files_in_folder(), 0);
}

static void a_missing_folder_has_a_message(void **state)
{
    (void)state;
    struct tdg_output output = {0};
    struct tdg_error error = {0};
    assert_int_equal(tdg_output_open(&output, "no/such/folder/x", &error), TDG_EIO);
    assert_string_equal(error.file, "no/such/folder/x");
    assert_non_null(strstr(error.message, "No such file"));
}

static void a_full_disk_leaves_nothing(void **state)
{
    (void)state;
    if (access("/dev/full", W_OK) != 0)
        skip();
    char path[64];
    snprintf(path, sizeof path, "%s/c.txt", folder);
    struct tdg_output output = {0};
    struct tdg_error error = {0};
    assert_int_equal(tdg_output_open(&output, path, NULL), TDG_OK);
    assert_non_null(freopen("/dev/full", "wb", output.stream));
    fputs("does not fit", output.stream);
    assert_int_equal(tdg_output_commit(&output, &error), TDG_EIO);
    assert_non_null(strstr(error.message, "No space"));
    assert_int_equal(files_in_folder(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_committed_file_is_whole),
        cmocka_unit_test(a_discarded_file_leaves_nothing),
        cmocka_unit_test(a_missing_folder_has_a_message),
        cmocka_unit_test(a_full_disk_leaves_nothing),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    rmdir(folder);
    return failed;
}
