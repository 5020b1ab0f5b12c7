// SPDX-License-Identifier: GPL-3.0-or-later
/** How the library tells its caller what it is doing: progress and notices.
 *
 * All callbacks are called from the thread that called the library, never from a worker.
 */
#ifndef TIDINGS_MONITOR_H
#define TIDINGS_MONITOR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

enum tdg_notice_kind {
    TDG_NOTICE_SKIPPED,  /**< a record that did not become an article */
    TDG_NOTICE_LEFT_OUT, /**< an article outside of the time that was asked for (from, to) */
    TDG_NOTICE_WARNING,  /**< the article is kept, but something about it was mended or is doubtful
                          */
};

/** One remark about the input. Strings are borrowed for the duration of the call. */
struct tdg_notice {
    enum tdg_notice_kind kind;
    const char *file; /**< as it was named, with the member of an archive after a colon; NULL where
                         it is about the input as a whole */
    size_t line;      /**< 1-based; 0 where the file has no lines */
    const char *reason;
};

/** Callbacks; any of them may be NULL. */
struct tdg_monitor {
    void *context;
    /** `done` of `total` steps of `stage` (total 0: unknown). A non-zero return asks the library to
     * stop soon with TDG_ECANCELED. */
    int (*progress)(void *context, const char *stage, size_t done, size_t total);
    void (*notice)(void *context, const struct tdg_notice *notice);
};

#ifdef __cplusplus
}
#endif
#endif
