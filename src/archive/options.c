// SPDX-License-Identifier: GPL-3.0-or-later
/* The options of an archive are those of its first batch: themes that were made one way are not
 * compared with themes that were made another way. How to read is each batch's own business. */
#include "archive/options.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>

#include "archive/mute.h"
#include "base/buffer.h"
#include "base/error.h"
#include "base/file.h"
#include "pipeline/option_values.h"
#include "pipeline/options.h"
#include "pipeline/settings.h"
#include "store/articles.h"
#include "store/trouble.h"
#include "text/seed_topics.h"
#include "text/text.h"
#include "text/word_lists.h"

/* They name things outside of the archive, or themes that no article to come is placed into, or
 * that a refit could not keep. */
static int refuse(const struct tdg_options *options, struct tdg_error *error)
{
    for (size_t i = 0; tdg_option_info(i); i++) {
        const struct tdg_option_info *info = tdg_option_info(i);
        if (info->use == TDG_OPTION_ANALYSIS &&
            strcmp(tdg_options_get(options, info->name), info->initial) != 0)
            return tdg_fail(error, TDG_EINVAL, "an archive takes no --%s", info->name);
    }
    return TDG_OK;
}

static int refuse_other(const struct tdg_update *update, const struct tdg_option_info *info,
                        const char *value)
{
    if (!info->argument)
        return tdg_fail(update->error, TDG_EINVAL,
                        "this archive was begun without --%s, and stays without it", info->name);
    if (*value == '\n' || *tdg_options_get(update->options, info->name) == '\n')
        return tdg_fail(update->error, TDG_EINVAL,
                        "this archive was begun with other --%s, and stays with them", info->name);
    return tdg_fail(update->error, TDG_EINVAL,
                    "this archive was begun with --%s %s, and stays with it", info->name, value);
}

/* What is wrong with a setting of the archive, by what was said where it was read. */
static int fail_stored(const struct tdg_update *update, const char *name)
{
    struct tdg_buffer text = {0};
    int status = update->error ? update->error->status : TDG_EFORMAT;
    if (status == TDG_ENOMEM)
        return status;
    tdg_buffer_format(&text, "%s", name);
    if (update->error)
        tdg_buffer_format(&text, ": %.300s", update->error->message);
    status = text.failed
                 ? tdg_fail_memory(update->error)
                 : tdg_archive_damaged(update->archive, update->error, "settings", text.text);
    tdg_buffer_done(&text);
    return status;
}

/* An archive that is older than an option has not made use of it. */
static int keep_one(struct tdg_update *update, const struct tdg_option_info *info, bool known)
{
    struct tdg_buffer name = {0}, stored = {0};
    const char *given = tdg_options_get(update->options, info->name);
    tdg_buffer_format(&name, "option.%s", info->name);
    int status = name.failed ? tdg_fail_memory(update->error) : TDG_OK;
    if (!status && !known)
        status = tdg_archive_set(update->archive, name.text, given, update->error);
    if (!status && known)
        status = tdg_archive_setting(&stored, update->archive, name.text, update->error);
    const char *value = stored.text ? stored.text : info->initial;
    if (!status && known && strcmp(value, given) != 0) {
        if (strcmp(given, info->initial) != 0)
            status = refuse_other(update, info, value);
        else if (tdg_options_set(update->options, info->name, value, update->error))
            status = fail_stored(update, name.text);
    }
    tdg_buffer_done(&name);
    tdg_buffer_done(&stored);
    return status;
}

/* The words that a person gives are kept as they stood in the file: an option whose value begins
 * with a line break is the text itself. */
static int load_lists(struct tdg_update *update)
{
    static const enum tdg_option_id lists[] = {TDG_OPT_stop_words, TDG_OPT_synonyms, TDG_OPT_keep};
    int status = TDG_OK;
    for (size_t i = 0; !status && i < sizeof lists / sizeof *lists; i++) {
        const char *path = tdg_options_get(update->options, tdg_option_info(lists[i])->name);
        struct tdg_buffer text = {0};
        tdg_buffer_char(&text, '\n');
        if (*path && *path != '\n') {
            struct tdg_word_lists *read = NULL; /* complaints name the file */
            status = tdg_word_lists_new(&read, lists[i] == TDG_OPT_stop_words ? path : "",
                                        lists[i] == TDG_OPT_synonyms ? path : "",
                                        lists[i] == TDG_OPT_keep ? path : "", update->error);
            tdg_word_lists_free(read);
            if (!status)
                status = tdg_file_load(&text, path, update->error);
            if (!status)
                status = tdg_options_put(update->options, lists[i], text.text, update->error);
        }
        tdg_buffer_done(&text);
    }
    return status;
}

/* A person's subjects are those of the first batch, kept as they stood in the file. */
static int keep_seeds(struct tdg_update *update, const char *path, bool known)
{
    struct tdg_buffer text = {0};
    struct tdg_seed_topics topics = {0};
    int status = *path ? tdg_file_load(&text, path, update->error) : TDG_OK;
    if (!status && *path) /* complaints name the file */
        status = tdg_seed_topics_read(&topics, text.text ? text.text : "", path, update->error);
    if (!status && !known && *path)
        status = tdg_archive_set(update->archive, "seeds", text.text, update->error);
    if (!status)
        status = tdg_archive_setting(&update->seeds, update->archive, "seeds", update->error);
    if (!status && known && *path &&
        strcmp(text.text ? text.text : "", update->seeds.text ? update->seeds.text : "") != 0)
        status = tdg_fail_at(update->error, TDG_EINVAL, path, 0,
                             "this archive was begun with other seeds, and stays with them");
    if (!status)
        status = tdg_options_put(update->options, TDG_OPT_seeds, "", update->error);
    tdg_seed_topics_done(&topics);
    tdg_buffer_done(&text);
    return status;
}

int tdg_update_seed(struct tdg_run *run, const struct tdg_update *update)
{
    if (!update->seeds.length ||
        !tdg_seed_topics_read(&run->settings.topics, update->seeds.text, "seeds", update->error))
        return TDG_OK;
    return fail_stored(update, "seeds");
}

int tdg_update_options(struct tdg_update *update, const struct tdg_options *given)
{
    struct tdg_buffer begun = {0};
    update->options = given ? tdg_options_copy(given) : tdg_options_new();
    if (!update->options)
        return tdg_fail_memory(update->error);
    int status = refuse(update->options, update->error);
    if (!status)
        status = tdg_archive_setting(&begun, update->archive, "begun", update->error);
    if (!status)
        status = keep_seeds(update, update->options->values.seeds, begun.length > 0);
    if (!status)
        status = load_lists(update);
    if (!status)
        status = tdg_update_keep_mutes(update, update->options->values.mute);
    if (!status) /* they are in the archive now */
        status = tdg_options_put(update->options, TDG_OPT_mute, "", update->error);
    for (size_t i = 0; !status && tdg_option_info(i); i++)
        if (tdg_option_info(i)->lasting)
            status = keep_one(update, tdg_option_info(i), begun.length > 0);
    if (!status && !begun.length)
        status = tdg_archive_set(update->archive, "begun", "1", update->error);
    if (!status)
        status = tdg_settings_make(&update->settings, update->options, update->error);
    if (status == TDG_EINVAL && begun.length && !given)
        status = fail_stored(update, "options");
    tdg_buffer_done(&begun);
    return status;
}
