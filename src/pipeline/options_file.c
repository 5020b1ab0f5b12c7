// SPDX-License-Identifier: GPL-3.0-or-later
/* Options out of an analysis.json file. */
#include <stdlib.h>
#include <string.h>

#include <cJSON.h>

#include <tidings/error.h>
#include <tidings/options.h>
#include <tidings/version.h>

#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "pipeline/option_values.h"
#include "pipeline/options.h"

/* A value as the text that tdg_options_set takes; "" for a kind that no option has. */
static const char *value_text(const cJSON *value)
{
    if (cJSON_IsBool(value))
        return cJSON_IsTrue(value) ? "true" : "false";
    return cJSON_IsString(value) ? value->valuestring : "";
}

static int set_one(struct tdg_options *options, const char *name, const cJSON *value,
                   struct tdg_error *error)
{
    return tdg_options_set(options, name, value_text(value), error);
}

static int set_all(struct tdg_options *options, const cJSON *root, struct tdg_error *error)
{
    const cJSON *format = cJSON_GetObjectItemCaseSensitive(root, "format");
    const cJSON *held = cJSON_GetObjectItemCaseSensitive(root, "options");
    if (!cJSON_IsString(format) || strcmp(format->valuestring, "tidings-analysis") != 0 ||
        !cJSON_IsObject(held))
        return tdg_fail(error, TDG_EFORMAT, "not an analysis made by tidings");
    const cJSON *item;
    int status = TDG_OK;
    cJSON_ArrayForEach(item, held)
    {
        const cJSON *part;
        if (!cJSON_IsArray(item))
            status = set_one(options, item->string, item, error);
        else
            cJSON_ArrayForEach(part, item) if (!status) status =
                set_one(options, item->string, part, error);
        if (status)
            break;
    }
    return status;
}

/* What was made without vectors of words is made without them again; what was made with other ones
 * than this program has cannot be made again. */
static int set_word_vectors(struct tdg_options *options, const cJSON *root, struct tdg_error *error)
{
    const cJSON *tool = cJSON_GetObjectItemCaseSensitive(root, "tool");
    const cJSON *used = cJSON_GetObjectItemCaseSensitive(tool, "word_vectors");
    const char *ours = tdg_word_vectors();
    if (!cJSON_IsString(used))
        return tdg_options_put(options, TDG_OPT_word_vectors, "none", error);
    if (!ours || strcmp(ours, used->valuestring) != 0)
        return tdg_fail(
            error, TDG_EINVAL,
            "this analysis was made with the word vectors “%.200s”, but this program has %s",
            used->valuestring, ours ? ours : "none");
    return TDG_OK;
}

int tdg_options_load(struct tdg_options *options, const char *path, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    int status = tdg_file_load(&text, path, error);
    if (status)
        return status;
    cJSON *root = cJSON_ParseWithLength(text.text ? text.text : "", text.length);
    status = root ? set_all(options, root, error) : tdg_fail(error, TDG_EFORMAT, "not valid JSON");
    if (!status)
        status = set_word_vectors(options, root, error);
    if (status && error)
        snprintf(error->file, sizeof error->file, "%s", path);
    cJSON_Delete(root);
    tdg_buffer_done(&text);
    return status;
}
