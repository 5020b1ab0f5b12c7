// SPDX-License-Identifier: GPL-3.0-or-later
/* What is muted in an archive. It is kept as a setting, in the words of a person, and nothing else
 * of the archive knows of it: themes, stories and labels are stored as they are without it, and
 * what is read out of them is what may be shown. So a mute holds at once, and without it everything
 * is as it was. */
#include "store/muted.h"

#include <stdlib.h>
#include <string.h>

#include "base/error.h"
#include "base/memory.h"
#include "base/span.h"
#include "store/articles.h"
#include "store/database.h"
#include "store/search.h"
#include "store/sql.h"
#include "store/trouble.h"
#include "text/mute.h"
#include "text/muting.h"

static const char setting[] = "mute";

enum { PARTS = 3 /* of a label */ };

static void done(struct tdg_archive *archive)
{
    tdg_muting_free(archive->muting);
    archive->muting = NULL;
    tdg_mutes_done(&archive->mutes);
}

void tdg_archive_forget_mutes(struct tdg_archive *archive)
{
    done(archive);
}

/* The languages of the articles, in the arena. */
static int list_languages(const char ***languages, size_t *count, struct tdg_archive *archive,
                          struct tdg_arena *arena, struct tdg_error *error)
{
    struct tdg_rows rows;
    size_t room = 0;
    int status =
        tdg_rows_open(&rows, archive, error,
                      "SELECT DISTINCT language FROM articles ORDER BY language", ">articles:s");
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        const char **grown = tdg_grow(*languages, &room, *count + 1, sizeof *grown);
        if (grown)
            *languages = grown;
        const char *copy = grown ? tdg_arena_string(arena, tdg_rows_text(&rows, 0)) : NULL;
        if (copy)
            grown[(*count)++] = copy;
        status = copy ? TDG_OK : tdg_fail_memory(error);
    }
    tdg_rows_done(&rows);
    return status;
}

static int make_muting(struct tdg_archive *archive, struct tdg_error *error)
{
    struct tdg_arena arena = {0};
    struct tdg_buffer language = {0};
    const char **languages = NULL;
    size_t count = 0;
    int status = tdg_archive_setting(&language, archive, "option.language", error);
    bool stem = !language.text || strcmp(language.text, "none") != 0;
    if (!status && stem)
        status = list_languages(&languages, &count, archive, &arena, error);
    if (!status && tdg_muting_new(&archive->muting, &archive->mutes, languages, count, stem))
        status = tdg_fail_memory(error);
    free(languages);
    tdg_buffer_done(&language);
    tdg_arena_done(&arena);
    return status;
}

int tdg_archive_load_mutes(struct tdg_archive *archive, struct tdg_error *error)
{
    struct tdg_buffer text = {0};
    struct tdg_error wrong = {0};
    done(archive);
    int status = tdg_archive_setting(&text, archive, setting, error);
    if (!status && text.length) {
        status = tdg_mutes_read(&archive->mutes, text.text, setting, &wrong);
        if (status == TDG_EFORMAT) {
            struct tdg_buffer what = {0};
            tdg_buffer_format(&what, "%s: %s", setting, wrong.message);
            status = what.failed ? tdg_fail_memory(error)
                                 : tdg_archive_damaged(archive, error, "settings", what.text);
            tdg_buffer_done(&what);
        } else if (status)
            tdg_fail_memory(error);
    }
    if (!status && archive->mutes.count)
        status = make_muting(archive, error);
    tdg_buffer_done(&text);
    return status;
}

const struct tdg_mutes *tdg_archive_mutes(const struct tdg_archive *archive)
{
    return &archive->mutes;
}

int tdg_archive_mute(struct tdg_archive *archive, enum tdg_mute_kind kind, const char *text,
                     bool muted, struct tdg_error *error)
{
    struct tdg_buffer list = {0};
    size_t index = tdg_mutes_find(&archive->mutes, kind, text);
    int status = TDG_OK;
    if (!muted && index < archive->mutes.count)
        tdg_mutes_remove(&archive->mutes, index);
    else if (muted)
        status = tdg_mutes_add(&archive->mutes, kind, (struct tdg_span){text, strlen(text)}, 0);
    tdg_mutes_write(&list, &archive->mutes);
    if (status || list.failed)
        status = tdg_fail_memory(error);
    if (!status)
        status = tdg_archive_set(archive, setting, list.text ? list.text : "", error);
    tdg_buffer_done(&list);
    return status ? status : tdg_archive_load_mutes(archive, error);
}

static int meet_terms(bool *met, struct tdg_archive *archive, size_t index, struct tdg_error *error)
{
    int status = TDG_OK;
    const char *stem;
    for (size_t at = 0;
         !status && !*met && (stem = tdg_muting_stem(archive->muting, index, &at));) {
        int64_t there = 0;
        status =
            tdg_sql_number(&there, archive, error,
                           "SELECT count(*) FROM terms WHERE stem = ? AND articles > 0", "s", stem);
        *met = there > 0;
    }
    return status;
}

int tdg_archive_mute_meets(bool *met, struct tdg_archive *archive, size_t index,
                           struct tdg_error *error)
{
    int64_t muted = 0;
    *met = false;
    if (archive->mutes.items[index].kind == TDG_MUTE_TERM)
        return meet_terms(met, archive, index, error);
    int status = tdg_sql_number(&muted, archive, error,
                                "SELECT sum(tdg_muted(source, title)) FROM articles", "");
    *met = tdg_muting_met(archive->muting, index);
    return status;
}

/* tdg_muted(source, title): what an article is muted for. */
static void muted_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct tdg_archive *archive = sqlite3_user_data(context);
    const char *source = (const char *)sqlite3_value_text(values[0]);
    const char *title = (const char *)sqlite3_value_text(values[1]);
    (void)count;
    sqlite3_result_int(context, archive->muting && source && title
                                    ? (int)tdg_muting_article(archive->muting, source, title)
                                    : 0);
}

/* tdg_mutes(): whether any article is. */
static void mutes_function(sqlite3_context *context, int count, sqlite3_value **values)
{
    const struct tdg_archive *archive = sqlite3_user_data(context);
    (void)count;
    (void)values;
    sqlite3_result_int(context, archive->muting && tdg_muting_has_articles(archive->muting));
}

int tdg_archive_teach_mutes(struct tdg_archive *archive, struct tdg_error *error)
{
    int code = sqlite3_create_function_v2(archive->database, "tdg_muted", 2, SQLITE_UTF8, archive,
                                          muted_function, NULL, NULL, NULL);
    if (!code)
        code = sqlite3_create_function_v2(archive->database, "tdg_mutes", 0, SQLITE_UTF8, archive,
                                          mutes_function, NULL, NULL, NULL);
    return code ? tdg_sql_failed(archive, error) : TDG_OK;
}

/* A word of a column is hidden where at least half of the articles of the theme that have it are of
 * a muted column. */
static int is_of_a_column(bool *is, struct tdg_archive *archive, int64_t theme, const char *text,
                          struct tdg_error *error)
{
    struct tdg_buffer query = {0}, room = {0};
    struct tdg_rows rows = {0};
    const char *letters = tdg_searchable(&room, text);
    tdg_buffer_char(&query, '"');
    for (const char *at = letters ? letters : ""; *at; at++)
        tdg_buffer_string(&query, *at == '"' ? "\"\"" : (char[]){*at, '\0'});
    tdg_buffer_char(&query, '"');
    tdg_buffer_done(&room);
    int status = query.failed || !letters
                     ? tdg_fail_memory(error)
                     : tdg_rows_open(&rows, archive, error,
                                     "SELECT count(*), coalesce(sum(tdg_muted(a.source, a.title)"
                                     " & 1), 0) FROM search JOIN articles a ON a.number ="
                                     " search.rowid WHERE search MATCH ? AND a.theme = ? AND"
                                     " a.copy_of IS NULL",
                                     "si>articles:cc", query.text, theme);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        int64_t all = tdg_rows_int(&rows, 0), muted = tdg_rows_int(&rows, 1);
        *is = muted > 0 && 2 * muted >= all;
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    tdg_buffer_done(&query);
    return status;
}

int tdg_archive_hides(bool *hides, struct tdg_archive *archive, int64_t theme, const char *text,
                      struct tdg_error *error)
{
    *hides = archive->muting && tdg_muting_hides(archive->muting, text);
    if (!archive->muting || *hides || !theme || !tdg_muting_in_a_column(archive->muting, text))
        return TDG_OK;
    return is_of_a_column(hides, archive, theme, text, error);
}

/* The parts of a label that may be shown; how many, and how many there were. */
static int keep_parts(struct tdg_buffer *shown, size_t *kept, size_t *all,
                      struct tdg_archive *archive, int64_t theme, struct tdg_span label,
                      struct tdg_error *error)
{
    struct tdg_buffer part = {0};
    int status = TDG_OK;
    *kept = *all = 0;
    for (size_t begin = 0, end; !status && begin < label.length; begin = end + 2) {
        bool hides = false;
        for (end = begin; end < label.length; end++)
            if (end + 1 < label.length && label.text[end] == ',' && label.text[end + 1] == ' ')
                break;
        tdg_buffer_clear(&part);
        tdg_buffer_add(&part, label.text + begin, end - begin);
        if (!part.failed)
            status = tdg_archive_hides(&hides, archive, theme, part.text, error);
        ++*all;
        if (status || hides)
            continue;
        if ((*kept)++)
            tdg_buffer_string(shown, ", ");
        tdg_buffer_string(shown, part.text);
    }
    if (!status && (part.failed || shown->failed))
        status = tdg_fail_memory(error);
    tdg_buffer_done(&part);
    return status;
}

/* What a label lacks comes from the terms of the theme. */
static int fill_up(struct tdg_buffer *shown, size_t kept, size_t all, struct tdg_archive *archive,
                   int64_t theme, struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT term FROM key_terms WHERE theme = ? AND articles > 0"
                               " ORDER BY rank",
                               "i>key_terms:s", theme);
    while (!status && kept < all && kept < PARTS && (status = tdg_rows_next(&rows)) == 1) {
        const char *term = tdg_rows_text(&rows, 0);
        bool hides = false;
        status = tdg_archive_hides(&hides, archive, theme, term, error);
        if (status || hides || (shown->text && strstr(shown->text, term)))
            continue;
        if (kept++)
            tdg_buffer_string(shown, ", ");
        tdg_buffer_string(shown, term);
    }
    tdg_rows_done(&rows);
    if (status >= 0 && !kept)
        tdg_buffer_format(shown, "theme %lld", (long long)theme);
    return shown->failed ? tdg_fail_memory(error) : status < 0 ? status : TDG_OK;
}

int tdg_archive_show_label(struct tdg_buffer *shown, struct tdg_archive *archive, int64_t theme,
                           const char *label, struct tdg_error *error)
{
    size_t kept = 0, all = 0;
    if (!archive->muting) {
        tdg_buffer_string(shown, label);
        return shown->failed ? tdg_fail_memory(error) : TDG_OK;
    }
    struct tdg_span span = {label, strlen(label)};
    int status = keep_parts(shown, &kept, &all, archive, theme, span, error);
    if (!status && kept < all)
        status = fill_up(shown, kept, all, archive, theme, error);
    return status;
}

int tdg_archive_show_name(struct tdg_buffer *shown, struct tdg_archive *archive, const char *name,
                          struct tdg_error *error)
{
    size_t kept = 0, all = 0;
    if (archive->muting)
        return keep_parts(shown, &kept, &all, archive, 0, (struct tdg_span){name, strlen(name)},
                          error);
    tdg_buffer_string(shown, name);
    return shown->failed ? tdg_fail_memory(error) : TDG_OK;
}
