// SPDX-License-Identifier: GPL-3.0-or-later
/** How the library reports to its caller while it works: progress and notices.
 *
 * All callbacks are called from the thread that called the library, never from a worker.
 */
#ifndef TIDINGS_MONITOR_H
#define TIDINGS_MONITOR_H

#include <stddef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a notice is about. */
enum tdg_notice_kind {
    TDG_NOTICE_SKIPPED,  /**< a record that did not become an article */
    TDG_NOTICE_LEFT_OUT, /**< an article outside the requested time (from, to), or a file that lies
                            beside the articles and is none; one warning names them, too */
    TDG_NOTICE_WARNING,  /**< the article is kept, but something about it was mended or is doubtful
                          */
    TDG_NOTICE_UNDERSTOOD, /**< no remark: what was read as what, once for the input */
};

/** One remark about the input. Its strings are valid only during the callback. */
struct tdg_notice {
    enum tdg_notice_kind kind;
    const char *file; /**< as it was named, with the member of an archive after a colon; NULL where
                         it is about the input as a whole */
    size_t line;      /**< 1-based; 0 where the file has no lines */
    const char *reason;
};

/** Callbacks, any of which may be NULL. Read during the call that it is given to, not kept. */
struct tdg_monitor {
    size_t size;   /**< sizeof(struct tdg_monitor): see types.h */
    void *context; /**< passed to every callback as it is */
    /** `done` of `total` steps of `stage` (`total` 0: unknown). Return nonzero to stop: the
     * call then fails soon with TDG_ECANCELED. */
    int (*progress)(void *context, const char *stage, size_t done, size_t total);
    /** Something about the input that people should know. */
    void (*notice)(void *context, const struct tdg_notice *notice);
};

#ifdef __cplusplus
}
#endif
#endif
