// SPDX-License-Identifier: GPL-3.0-or-later
/* What the themes are made of: how many words of each term they have. It grows with every batch. */
#include "store/words.h"

#include <math.h>
#include <stddef.h>

#include "store/database.h"
#include "store/sql.h"
#include "store/trouble.h"

int tdg_archive_term(struct tdg_stored_term *term, struct tdg_archive *archive, const char *stem,
                     struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, articles, words FROM terms WHERE stem = ?",
                               "s>terms:ncd", stem);
    if (!status)
        *term = (struct tdg_stored_term){0};
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *term = (struct tdg_stored_term){tdg_rows_int(&rows, 0), (size_t)tdg_rows_int(&rows, 1),
                                         tdg_rows_double(&rows, 2)};
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_term_themes(struct tdg_archive *archive, int64_t term,
                            void (*each)(void *context, int64_t theme, double words), void *context,
                            struct tdg_error *error)
{
    struct tdg_rows rows;
    double sum = 0, all = 0;
    int status =
        tdg_rows_open(&rows, archive, error, "SELECT theme, words FROM theme_words WHERE term = ?",
                      "i>theme_words:nd", term);
    while (!status && (status = tdg_rows_next(&rows)) == 1) {
        each(context, tdg_rows_int(&rows, 0), tdg_rows_double(&rows, 1));
        sum += tdg_rows_double(&rows, 1);
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    if (!status)
        status = tdg_rows_open(&rows, archive, error, "SELECT words FROM terms WHERE number = ?",
                               "i>terms:d", term);
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        all = tdg_rows_double(&rows, 0);
        status = fabs(all - sum) > 1e-6 * (1 + fabs(all))
                     ? tdg_archive_damaged(archive, error, "theme_words",
                                           "the words of a term are not those of the themes")
                     : TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_grow_term(struct tdg_archive *archive, struct tdg_stored_term *term,
                          const char *stem, int64_t articles, double words, struct tdg_error *error)
{
    int status;
    if (term->number)
        status = tdg_sql(archive, error,
                         "UPDATE terms SET articles = articles + ?, words = words + ?"
                         " WHERE number = ?",
                         "idi", articles, words, term->number);
    else {
        status = tdg_sql(archive, error, "INSERT INTO terms(stem, articles, words) VALUES(?, ?, ?)",
                         "sid", stem, articles, words);
        if (!status)
            term->number = sqlite3_last_insert_rowid(archive->database);
    }
    return status;
}

int tdg_archive_grow_theme(struct tdg_archive *archive, int64_t term, int64_t theme, double words,
                           struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "INSERT INTO theme_words VALUES(?, ?, ?)"
                   " ON CONFLICT DO UPDATE SET words = words + excluded.words",
                   "iid", term, theme, words);
}

int tdg_archive_grow_all(struct tdg_archive *archive, int64_t theme, double words,
                         struct tdg_error *error)
{
    return tdg_sql(archive, error, "UPDATE themes SET words = words + ? WHERE number = ?", "di",
                   words, theme);
}

int tdg_archive_forget_words(struct tdg_archive *archive, struct tdg_error *error)
{
    return tdg_sql_script(
        archive, "DELETE FROM theme_words; DELETE FROM terms; UPDATE themes SET words = 0", error);
}

int tdg_archive_model(struct tdg_stored_model *model, struct tdg_archive *archive,
                      struct tdg_error *error)
{
    struct tdg_rows rows;
    int status = tdg_rows_open(&rows, archive, error,
                               "SELECT number, articles, themes, fewest_articles, largest_share,"
                               " least_evidence, terms FROM models ORDER BY number DESC LIMIT 1",
                               ">models:nccuddc");
    if (!status)
        *model = (struct tdg_stored_model){0};
    if (!status && (status = tdg_rows_next(&rows)) == 1) {
        *model = (struct tdg_stored_model){
            .number = tdg_rows_int(&rows, 0),
            .articles = (size_t)tdg_rows_int(&rows, 1),
            .themes = (size_t)tdg_rows_int(&rows, 2),
            .min_articles = (uint32_t)tdg_rows_int(&rows, 3),
            .largest_share = tdg_rows_double(&rows, 4),
            .min_evidence = tdg_rows_double(&rows, 5),
            .terms = (size_t)tdg_rows_int(&rows, 6),
        };
        status = TDG_OK;
    }
    tdg_rows_done(&rows);
    return status;
}

int tdg_archive_new_model(struct tdg_archive *archive, const struct tdg_stored_model *model,
                          int64_t ledger, struct tdg_error *error)
{
    return tdg_sql(archive, error,
                   "INSERT INTO models(ledger, articles, themes, fewest_articles, largest_share,"
                   " least_evidence, terms) VALUES(?, ?, ?, ?, ?, ?, ?)",
                   "iiiiddi", ledger, (int64_t)model->articles, (int64_t)model->themes,
                   (int64_t)model->min_articles, model->largest_share, model->min_evidence,
                   (int64_t)model->terms);
}
