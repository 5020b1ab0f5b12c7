// SPDX-License-Identifier: GPL-3.0-or-later
/** What the ledger of an archive says. */
#ifndef TDG_PHRASING_LEDGER_H
#define TDG_PHRASING_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/types.h>

#include "base/buffer.h"

/** What brought an entry about, where its kind leaves that open. */
enum tdg_ledger_cause {
    TDG_CAUSE_NONE,
    TDG_CAUSE_ASKED,     /* refit: the user */
    TDG_CAUSE_GROWTH,    /* refit: `arrived` articles since the last fit to `previous` */
    TDG_CAUSE_UNPLACED,  /* refit: `arrived` articles that fit no theme */
    TDG_CAUSE_CONTINUED, /* refit: `arrived` articles that the last one left behind move, `previous`
                            still wait */
    TDG_CAUSE_FACTS,     /* change: of address, source or date, not of words */
    TDG_CAUSE_REMOVAL,   /* end: the user removed its articles; undo: of a removal */
    TDG_CAUSE_SOURCE,    /* remove: the articles of the source `value` */
    TDG_CAUSE_BATCH,     /* remove: those of the entry `entry` */
    TDG_CAUSE_ID,        /* remove: the article `value` */
};

/** The facts of an entry: 0 or NULL where its kind has no use for one. */
struct tdg_ledger_entry {
    enum tdg_ledger_kind kind;
    int64_t theme, other;
    const char *article;
    size_t articles;
    const char *before; /* what a decision replaced, for undoing it */
    enum tdg_ledger_cause cause;
    const char *name, *other_name; /* what the themes were called then */
    const char *value;             /* the words of the user; undo: the kind of the other entry */
    int64_t entry;                 /* the other entry that this one is about */
    size_t changed, copies;        /* add; remove: copies that became originals */
    size_t arrived, previous;      /* refit */
    size_t kept;                   /* of `articles`: in the same theme, or where a theme ended,
                                      in some theme */
    size_t days;                   /* sleep: without an article */
    size_t returned;               /* undo of a removal: had come again since */
};

/** Causes by their names in an archive, "" for none, and back. False if no cause has the name. */
const char *tdg_ledger_cause_name(enum tdg_ledger_cause cause);
bool tdg_ledger_cause_find(enum tdg_ledger_cause *cause, const char *name);

/** Appends the entry as a sentence. */
void tdg_ledger_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry);

/** Appends why the themes were found again, as a clause; nothing without a cause. */
void tdg_refit_cause_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry);

#endif
