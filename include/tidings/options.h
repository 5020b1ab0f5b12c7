// SPDX-License-Identifier: GPL-3.0-or-later
/** The options of an analysis, set by name.
 *
 * One table describes every option; the command line, its help and the `options` of analysis.json
 * are all made from it. Names are those of the command line without the leading dashes. Several
 * threads may read the same options at once, as long as none changes them.
 */
#ifndef TIDINGS_OPTIONS_H
#define TIDINGS_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A value for every option; opaque. Made by tdg_options_new. */
struct tdg_options;

/** What an option is for; an archive refuses those of an analysis, and the other way round. */
enum tdg_option_use {
    TDG_OPTION_BOTH,
    TDG_OPTION_ANALYSIS, /**< tdg_analyze */
    TDG_OPTION_ARCHIVE,  /**< tdg_archive_add */
};

/** What a value is. Lower-case words of `argument` are values as they stand ("auto|N"). */
enum tdg_option_type {
    TDG_OPTION_SWITCH,   /**< "true" or "false"; on the command line the name alone, or --no-name */
    TDG_OPTION_CHOICE,   /**< one of the words of `argument`: "day|week|month" */
    TDG_OPTION_NUMBER,   /**< a whole number from `min` to `max` */
    TDG_OPTION_SHARE,    /**< above 0 and up to 1, with a decimal point: "0.05" */
    TDG_OPTION_DATE,     /**< "2019-02-26", and whatever else is read as one date */
    TDG_OPTION_ZONE,     /**< "UTC", "+01:00" or "Europe/Berlin" */
    TDG_OPTION_LANGUAGE, /**< two letters of ISO 639: "en" */
    TDG_OPTION_ENCODING, /**< a name that iconv knows: "windows-1251" */
    TDG_OPTION_FIELD,    /**< the name of a field of the input, below 256 bytes */
    TDG_OPTION_FIELD_MAP, /**< "title=headline": a field of an article and its name in the input */
    TDG_OPTION_THEME,     /**< the id of a theme or parent: "T5", "P2", "T5.1" */
    TDG_OPTION_ARTICLE,   /**< the id of an article */
    TDG_OPTION_FORMAT,    /**< the name of a format in which results are written (report.h) */
    TDG_OPTION_FORMATS,   /**< such names, separated by commas */
    TDG_OPTION_FILE,      /**< the path of a file */
    TDG_OPTION_FOLDER,    /**< the path of a folder */
    TDG_OPTION_TEXT,      /**< anything but nothing */
};

/** A `max` that stands for no limit; it fits into 32 bits. */
#define TDG_OPTION_UNBOUNDED 4000000000U

/** What an option has to do with, for the order and the headings of help. */
enum tdg_option_group {
    TDG_GROUP_INPUT,
    TDG_GROUP_DUPLICATES,
    TDG_GROUP_THEMES,
    TDG_GROUP_WORDS,
    TDG_GROUP_LABELS,
    TDG_GROUP_TIME,
    TDG_GROUP_FINDINGS,
    TDG_GROUP_SELECTION,
    TDG_GROUP_OUTPUT,
    TDG_GROUP_ARCHIVE,
    TDG_GROUP_LIMITS,
    TDG_GROUP_GENERAL,
};

/** One row of the table of options. Static storage. */
struct tdg_option_info {
    const char *name;     /**< "themes" */
    const char *argument; /**< "auto|N"; NULL for a switch, whose values are "true" and "false" */
    const char *initial;  /**< the default, as tdg_options_set would take it */
    const char *help;     /**< one line */
    bool recorded;        /**< can change the result, so it is written into analysis.json */
    bool repeatable;      /**< every call of tdg_options_set adds a value */
    enum tdg_option_use use;
    enum tdg_option_type type;
    enum tdg_option_group group;
    uint64_t min, max; /**< of a number */
    const char *unit;  /**< what a number counts, for messages: "days"; may be NULL */
    bool lasting;      /**< an archive keeps the value of its first articles */
    const char *(*word)(size_t index); /**< the i-th name that a format may have, NULL beyond */
};

/** A value, by the type of its option; texts have none besides themselves. */
union tdg_option_value {
    bool on;         /**< TDG_OPTION_SWITCH */
    uint64_t number; /**< TDG_OPTION_NUMBER; 0 for a word such as "auto" */
    double share;    /**< TDG_OPTION_SHARE */
    size_t index;    /**< TDG_OPTION_CHOICE and _FORMAT: which of tdg_option_word; _FIELD_MAP: which
                          of id, title, body, published, source, url and language; … */
    uint64_t set;    /**< … TDG_OPTION_FORMATS: bit i for the i-th of them */
};

/** New options with their default values; NULL when out of memory. Free with tdg_options_free. */
TDG_API struct tdg_options *tdg_options_new(void);
/** Frees options and every text borrowed from them. NULL is allowed. */
TDG_API void tdg_options_free(struct tdg_options *options);

/** Sets one option from its text, or adds a value to a repeatable one. `value` is copied.
 * TDG_EINVAL with a sentence in `error` if the name is unknown or the value not valid; the options
 * then stay as they were. */
TDG_API int tdg_options_set(struct tdg_options *options, const char *name, const char *value,
                            struct tdg_error *error);

/** The present value of an option as text, NULL if the name is unknown. Borrowed until the
 * option is set again or the options are freed. Repeated values are separated by commas. */
TDG_API const char *tdg_options_get(const struct tdg_options *options, const char *name);

/** The index-th value of a repeatable option, NULL beyond the last one; borrowed like the text. */
TDG_API const char *tdg_options_part(const struct tdg_options *options, const char *name,
                                     size_t index);

/** Sets the options that the analysis.json file `path` records. TDG_EIO if it cannot be read,
 * TDG_EFORMAT if it is not an analysis, TDG_EINVAL if it holds a value that is not valid; some of
 * the options may have been set by then. */
TDG_API int tdg_options_load(struct tdg_options *options, const char *path,
                             struct tdg_error *error);

/** How many rows the table of options has. */
TDG_API size_t tdg_option_count(void);
/** The row with this index, in the order of the help; NULL beyond the last one. Static storage. */
TDG_API const struct tdg_option_info *tdg_option_info(size_t index);

/** The index-th word that an option like this takes as it stands: "auto" of "auto|N", a name of a
 * format; NULL beyond the last one. `*length` bytes; no NUL need follow them. Static storage. */
TDG_API const char *tdg_option_word(const struct tdg_option_info *info, size_t index,
                                    size_t *length);

/** Reads the text of a value for an option like this, which need not be of the table: programs have
 * options of their own. TDG_EINVAL with a sentence that says what it takes; `*value` then stays as
 * it was. Nothing is an empty text where `initial` is. Thread-safe. */
TDG_API int tdg_option_read(const struct tdg_option_info *info, const char *text,
                            union tdg_option_value *value, struct tdg_error *error);

#ifdef __cplusplus
}
#endif
#endif
