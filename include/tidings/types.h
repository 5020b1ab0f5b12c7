// SPDX-License-Identifier: GPL-3.0-or-later
/** What every part of the interface uses: constants, kinds with their names, and the rules for
 * structures.
 *
 * A structure that only the library fills in (views, listings, rows of tables) may gain fields at
 * its end in a later version, and loses none: use it through the pointer that you were given.
 *
 * A structure that the caller fills in, or makes room for, and that may gain fields begins with its
 * size: set `.size = sizeof` the structure, and what you do not need to 0. So a program works with
 * a library whose structure is larger, where the missing fields count as 0, and with an older one
 * as long as it leaves the fields that this one lacks at 0; otherwise the call fails with
 * TDG_EINVAL, as it does without a size. Of a result, the library fills in as much as there is room
 * for.
 *
 * Other structures (an error, a measure, a movement, a story of a report) never change.
 */
#ifndef TIDINGS_TYPES_H
#define TIDINGS_TYPES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The index that stands for "none". */
#define TDG_NONE UINT32_MAX
/** The time that stands for "unknown"; other times are seconds since 1970-01-01T00:00:00Z. */
#define TDG_NO_DATE INT64_MIN

/** Which way the share of a theme goes over all whole periods. */
enum tdg_direction {
    TDG_DIRECTION_STEADY,
    TDG_DIRECTION_RISING,
    TDG_DIRECTION_FALLING,
};

/** "steady", "rising" or "falling"; "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_direction_name(enum tdg_direction direction);

/** Whether a theme is there in the last whole periods, and was there before. */
enum tdg_theme_status {
    TDG_THEME_CONTINUING,
    TDG_THEME_NEW,
    TDG_THEME_RETURNING, /**< after a silence */
    TDG_THEME_GONE,
};

/** "continuing", "new", "returning" or "gone"; "" for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_theme_status_name(enum tdg_theme_status status);

/** How a series moved: the kind of a finding. */
enum tdg_move {
    TDG_RISING, /**< a slope */
    TDG_FALLING,
    TDG_BURST,   /**< more, and then as before */
    TDG_STEP_UP, /**< more from then on */
    TDG_STEP_DOWN,
    TDG_NEW,       /**< from next to nothing */
    TDG_GONE,      /**< to next to nothing */
    TDG_RETURNING, /**< after four periods of silence; only of the latest period */
};

/** Their names: "rising", "falling", "burst", "step_up", "step_down", "new", "gone", "returning";
 * "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_move_name(enum tdg_move move);

/** The end of titles at which a recurring column stands. */
enum tdg_column_place {
    TDG_COLUMN_START,
    TDG_COLUMN_END,
};

/** "start" or "end"; "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_column_place_name(enum tdg_column_place place);

/** What is unusual about a source in the latest period. */
enum tdg_source_state {
    TDG_SOURCE_USUAL,  /**< nothing */
    TDG_SOURCE_SILENT, /**< no article */
    TDG_SOURCE_FEW,    /**< less than a fifth of its usual number */
    TDG_SOURCE_NEW,    /**< nothing before this period */
};

/** "silent", "few" or "new"; "" for a usual source and for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_source_state_name(enum tdg_source_state state);

/** What a name is the name of. */
enum tdg_entity {
    TDG_OTHER_NAME, /**< nothing tells which of the others */
    TDG_PERSON,
    TDG_ORGANISATION,
    TDG_PLACE,
};

/** "other", "person", "organisation" or "place"; "" for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_entity_name(enum tdg_entity kind);

/** What an item of the lead is. */
enum tdg_lead_kind {
    TDG_LEAD_EVENT,  /**< or several that are told as one */
    TDG_LEAD_THEME,  /**< one that moved, and no event carries it */
    TDG_LEAD_PARENT, /**< likewise */
    TDG_LEAD_TERM,   /**< likewise */
};

/** "event", "theme", "parent" or "term"; "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_lead_kind_name(enum tdg_lead_kind kind);

/** How sure it is that an item of the lead is more than chance. */
enum tdg_certainty {
    TDG_TOO_EARLY, /**< too few articles, or too few periods before */
    TDG_LIKELY,    /**< far more than usual, in several sources where there are several */
    TDG_CLEAR,     /**< a change that was tested against chance stands behind it */
};

/** "too early to tell", "likely" or "clear"; "" for any other number. Static storage; thread-safe.
 */
TDG_API const char *tdg_certainty_name(enum tdg_certainty certainty);

/** How often a name is in the articles of a period, beside those before it. */
enum tdg_in_the_news {
    TDG_NAMED_NEW,   /**< in no article before */
    TDG_NAMED_AGAIN, /**< in none of the last four periods, but in earlier ones */
    TDG_NAMED_MORE,  /**< more often than before */
    TDG_NAMED_ALSO,  /**< chance may have made the difference */
    TDG_NAMED_FEWER, /**< less often than before */
};

/** "new", "again", "more", "also" or "fewer"; "" for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_in_the_news_name(enum tdg_in_the_news state);

/** What a mute is about. */
enum tdg_mute_kind {
    TDG_MUTE_TERM,
    TDG_MUTE_COLUMN,
    TDG_MUTE_SOURCE,
};

/** "term", "column" or "source"; "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_mute_name(enum tdg_mute_kind kind);

/** What has become of a theme of an archive. */
enum tdg_theme_state {
    TDG_THEME_AWAKE,
    TDG_THEME_ASLEEP, /**< no articles lately */
    TDG_THEME_ENDED,  /**< no articles left */
    TDG_THEME_MERGED, /**< went on in another theme */
};

/** "awake", "asleep", "ended" or "merged"; "" for any other number. Static storage; thread-safe. */
TDG_API const char *tdg_theme_state_name(enum tdg_theme_state state);

/** What an entry of the ledger of an archive records. */
enum tdg_ledger_kind {
    TDG_LEDGER_ADD,    /**< a batch was added */
    TDG_LEDGER_REFIT,  /**< the themes were found again */
    TDG_LEDGER_CHANGE, /**< an article came again with other words or facts */
    TDG_LEDGER_BIRTH,  /**< a new theme */
    TDG_LEDGER_SPLIT,  /**< a theme left another one */
    TDG_LEDGER_MERGE,  /**< a theme went on in another one */
    TDG_LEDGER_END,    /**< a theme has no articles left */
    TDG_LEDGER_SLEEP,  /**< no articles of a theme lately */
    TDG_LEDGER_RETURN, /**< a theme that slept has articles again */
    TDG_LEDGER_EVENT,  /**< an event went on in another one */
    TDG_LEDGER_RENAME, /**< from here on, what users do */
    TDG_LEDGER_DESCRIBE,
    TDG_LEDGER_PIN,
    TDG_LEDGER_UNPIN,
    TDG_LEDGER_HIDE,
    TDG_LEDGER_JOIN,   /**< two themes are made one */
    TDG_LEDGER_PART,   /**< one theme is made two */
    TDG_LEDGER_REMOVE, /**< articles are taken out */
    TDG_LEDGER_MUTE,
    TDG_LEDGER_UNMUTE,
    TDG_LEDGER_UNDO, /**< takes another entry back */
};

/** "add" … "undo", as the enumerators are spelt; "" for any other number. Static storage;
 * thread-safe. */
TDG_API const char *tdg_ledger_kind_name(enum tdg_ledger_kind kind);

/** A name and how many articles have it. */
struct tdg_tally {
    const char *name;
    size_t articles;
};

/** A term of a theme. */
struct tdg_term_view {
    const char *term; /**< the most frequent surface form */
    double weight;    /**< p log(p/q), Kullback-Leibler contribution in nats */
    size_t articles;  /**< originals of the theme that have it */
};

/** One period of the calendar; every period between the first and the last date is there. */
struct tdg_period_view {
    const char *id;    /**< "2019-02-26", "2019-W09" or "2019-02" */
    const char *start; /**< first and last day, ISO 8601, in the time zone of the analysis */
    const char *end;
    size_t articles;
    size_t originals;
    bool partial; /**< the collection began or ended inside it */
    bool gap;     /**< hardly anything was collected: compared with nothing, like partial ones */
    bool whole;   /**< neither partial nor a gap nor empty: only such periods are compared */
};

#ifdef __cplusplus
}
#endif
#endif
