// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/ledger.h"

#include <string.h>

#include "base/plural.h"

static const char *const causes[] = {
    [TDG_CAUSE_NONE] = "",
    [TDG_CAUSE_ASKED] = "asked",
    [TDG_CAUSE_GROWTH] = "growth",
    [TDG_CAUSE_UNPLACED] = "unplaced",
    [TDG_CAUSE_CONTINUED] = "continued",
    [TDG_CAUSE_FACTS] = "facts",
    [TDG_CAUSE_REMOVAL] = "removal",
    [TDG_CAUSE_SOURCE] = "source",
    [TDG_CAUSE_BATCH] = "batch",
    [TDG_CAUSE_ID] = "id",
};

const char *tdg_ledger_cause_name(enum tdg_ledger_cause cause)
{
    return causes[cause];
}

bool tdg_ledger_cause_find(enum tdg_ledger_cause *cause, const char *name)
{
    for (size_t i = 0; i < sizeof causes / sizeof *causes; i++)
        if (strcmp(causes[i], name) == 0) {
            *cause = (enum tdg_ledger_cause)i;
            return true;
        }
    return false;
}

static const char *articles_of(size_t count)
{
    return tdg_plural(count, "article", "articles");
}

static void put_theme(struct tdg_buffer *text, int64_t theme, const char *name)
{
    tdg_buffer_format(text, "T%lld", (long long)theme);
    if (name && *name)
        tdg_buffer_format(text, " (%s)", name);
}

static void put_add(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    size_t added = entry->articles - entry->changed;
    tdg_buffer_format(text, "%zu %s added, %zu changed; %zu of them %s.", added, articles_of(added),
                      entry->changed, entry->copies,
                      tdg_plural(entry->copies, "is a copy", "are copies"));
}

static void put_change(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text,
                      entry->cause == TDG_CAUSE_FACTS
                          ? "Article %s updated: same words, new address, source or date."
                          : "Article %s updated: new words.",
                      entry->article);
}

void tdg_refit_cause_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    if (entry->cause == TDG_CAUSE_ASKED)
        tdg_buffer_string(text, "requested by user");
    else if (entry->cause == TDG_CAUSE_GROWTH)
        tdg_buffer_format(text, "%zu new %s since the last fit (%zu)", entry->arrived,
                          articles_of(entry->arrived), entry->previous);
    else if (entry->cause == TDG_CAUSE_UNPLACED)
        tdg_buffer_format(text, "%zu %s no theme", entry->arrived,
                          tdg_plural(entry->arrived, "article fits", "articles fit"));
}

static void put_continued(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "The last re-clustering went on: %zu %s moved", entry->arrived,
                      articles_of(entry->arrived));
    if (entry->previous)
        tdg_buffer_format(text, ", %zu wait", entry->previous);
    tdg_buffer_string(text, ".");
}

static void put_refit(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    if (entry->cause == TDG_CAUSE_CONTINUED) {
        put_continued(text, entry);
        return;
    }
    tdg_buffer_string(text, "Re-clustered: ");
    tdg_refit_cause_text(text, entry);
    tdg_buffer_format(
        text, "; %zu of %zu %s.", entry->kept, entry->articles,
        tdg_plural(entry->articles, "article kept its theme", "articles kept their themes"));
}

static void put_birth(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_string(text, "New theme ");
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_format(text, ": %zu %s.", entry->articles, articles_of(entry->articles));
}

static void put_split(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_string(text, " split off from ");
    put_theme(text, entry->other, NULL);
    tdg_buffer_format(text, " with %zu %s.", entry->articles, articles_of(entry->articles));
}

static void put_merge(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_string(text, " merged into ");
    put_theme(text, entry->other, entry->other_name);
    tdg_buffer_format(text, ", with %zu of its %zu %s.", entry->kept, entry->articles,
                      articles_of(entry->articles));
}

static void put_end(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    size_t articles = entry->articles;
    put_theme(text, entry->theme, entry->name);
    if (entry->cause == TDG_CAUSE_REMOVAL)
        tdg_buffer_string(text, " ended: its articles were removed.");
    else if (!articles)
        tdg_buffer_string(text, " ended: no articles left.");
    else if (entry->kept < articles)
        tdg_buffer_format(text, " ended: of its %zu %s, %zu %s in other themes and %zu in none.",
                          articles, articles_of(articles), entry->kept,
                          tdg_plural(entry->kept, "is", "are"), articles - entry->kept);
    else
        tdg_buffer_format(text, " ended: its %zu %s now in several themes.", articles,
                          tdg_plural(articles, "article is", "articles are"));
}

static void put_sleep(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_format(text, " is dormant: no articles for %zu days.", entry->days);
}

static void put_event(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "Event %s merged into %s (%zu %s).", entry->name, entry->other_name,
                      entry->articles, articles_of(entry->articles));
}

static void put_return(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_string(text, " is active again.");
}

static void put_wording(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    bool renamed = entry->kind == TDG_LEDGER_RENAME;
    long long theme = (long long)entry->theme;
    if (!entry->value || !*entry->value)
        tdg_buffer_format(text, "%s of T%lld cleared by user.", renamed ? "Name" : "Description",
                          theme);
    else
        tdg_buffer_format(text, "T%lld %s by user: “%s”.", theme, renamed ? "renamed" : "described",
                          entry->value);
}

static void put_flag(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "T%lld %s by user.", (long long)entry->theme,
                      entry->kind == TDG_LEDGER_PIN     ? "pinned"
                      : entry->kind == TDG_LEDGER_UNPIN ? "unpinned"
                                                        : "hidden");
}

static void put_join(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "T%lld merged into T%lld by user.", (long long)entry->theme,
                      (long long)entry->other);
}

static void put_part(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "T%lld split by user; T%lld is the smaller part.",
                      (long long)entry->theme, (long long)entry->other);
}

/* What is muted is kept as "term: steel". */
static void put_mute(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    int what = (int)strcspn(entry->before, ":");
    const char *muted = entry->before + what;
    muted += strspn(muted, ": ");
    tdg_buffer_format(text, "%s by user: %.*s “%s”.",
                      entry->kind == TDG_LEDGER_MUTE ? "Muted" : "Unmuted", what, entry->before,
                      muted);
}

static void put_remove(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "%zu %s", entry->articles, articles_of(entry->articles));
    if (entry->cause == TDG_CAUSE_SOURCE)
        tdg_buffer_format(text, " from the source “%s”", entry->value);
    else if (entry->cause == TDG_CAUSE_BATCH)
        tdg_buffer_format(text, " of entry %lld", (long long)entry->entry);
    else if (entry->cause == TDG_CAUSE_ID)
        tdg_buffer_format(text, " (%s)", entry->value);
    tdg_buffer_string(text, " removed by user");
    if (entry->copies)
        tdg_buffer_format(text, "; %zu %s now", entry->copies,
                          tdg_plural(entry->copies, "copy is an original", "copies are originals"));
    tdg_buffer_char(text, '.');
}

static void put_undo(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "Entry %lld (%s) undone by user", (long long)entry->entry,
                      entry->value);
    if (entry->cause == TDG_CAUSE_REMOVAL)
        tdg_buffer_format(text, ": %zu %s restored", entry->articles, articles_of(entry->articles));
    if (entry->returned)
        tdg_buffer_format(text, ", %zu added again in the meantime", entry->returned);
    tdg_buffer_char(text, '.');
}

void tdg_ledger_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    static void (*const put[])(struct tdg_buffer * text, const struct tdg_ledger_entry *entry) = {
        [TDG_LEDGER_ADD] = put_add,        [TDG_LEDGER_REFIT] = put_refit,
        [TDG_LEDGER_CHANGE] = put_change,  [TDG_LEDGER_BIRTH] = put_birth,
        [TDG_LEDGER_SPLIT] = put_split,    [TDG_LEDGER_MERGE] = put_merge,
        [TDG_LEDGER_END] = put_end,        [TDG_LEDGER_SLEEP] = put_sleep,
        [TDG_LEDGER_EVENT] = put_event,    [TDG_LEDGER_RETURN] = put_return,
        [TDG_LEDGER_RENAME] = put_wording, [TDG_LEDGER_DESCRIBE] = put_wording,
        [TDG_LEDGER_PIN] = put_flag,       [TDG_LEDGER_UNPIN] = put_flag,
        [TDG_LEDGER_HIDE] = put_flag,      [TDG_LEDGER_JOIN] = put_join,
        [TDG_LEDGER_PART] = put_part,      [TDG_LEDGER_REMOVE] = put_remove,
        [TDG_LEDGER_MUTE] = put_mute,      [TDG_LEDGER_UNMUTE] = put_mute,
        [TDG_LEDGER_UNDO] = put_undo,
    };
    put[entry->kind](text, entry);
}
