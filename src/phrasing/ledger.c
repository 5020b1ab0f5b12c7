// SPDX-License-Identifier: GPL-3.0-or-later
#include "phrasing/ledger.h"

#include <string.h>

#include "base/buffer.h"
#include "base/plural.h"

static const char *articles_of(size_t count)
{
    return tdg_plural(count, "article", "articles");
}

static void put_theme(struct tdg_buffer *text, int64_t theme, const char *name)
{
    tdg_buffer_format(text, "T%lld", (long long)theme);
    if (name)
        tdg_buffer_format(text, " (%s)", name);
}

static void put_add(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    size_t added = entry->articles - entry->changed;
    tdg_buffer_format(text, "%zu %s added, %zu changed; %zu of them %s.", added,
                      tdg_plural(added, "article was", "articles were"), entry->changed,
                      entry->copies, tdg_plural(entry->copies, "is a copy", "are copies"));
}

static void put_change(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text,
                      entry->cause == TDG_CAUSE_FACTS
                          ? "Article %s came again with the same words and other facts "
                            "(address, source or date), which are kept."
                          : "Article %s came again with another content, which is kept.",
                      entry->article);
}

void tdg_refit_cause_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    if (entry->cause == TDG_CAUSE_ASKED)
        tdg_buffer_string(text, "asked for");
    else if (entry->cause == TDG_CAUSE_GROWTH)
        tdg_buffer_format(text, "%zu %s came to the %zu of the last time", entry->arrived,
                          articles_of(entry->arrived), entry->previous);
    else if (entry->cause == TDG_CAUSE_UNPLACED)
        tdg_buffer_format(text, "%zu %s none of the themes", entry->arrived,
                          tdg_plural(entry->arrived, "article fits", "articles fit"));
}

static void put_refit(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_string(text, entry->cause == TDG_CAUSE_ASKED ? "The themes were found anew, as "
                                                            : "The themes were found anew: ");
    tdg_refit_cause_text(text, entry);
    tdg_buffer_format(text, ". %zu of %zu %s kept theirs.", entry->kept, entry->articles,
                      articles_of(entry->articles));
}

static void put_birth(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_format(text, " begins with %zu %s.", entry->articles, articles_of(entry->articles));
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
    tdg_buffer_string(text, " went into ");
    put_theme(text, entry->other, entry->other_name);
    tdg_buffer_format(text, " with %zu of its %zu %s.", entry->kept, entry->articles,
                      articles_of(entry->articles));
}

static void put_end(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    size_t articles = entry->articles;
    put_theme(text, entry->theme, entry->name);
    if (entry->cause == TDG_CAUSE_REMOVAL)
        tdg_buffer_string(text, " ends: its articles were removed.");
    else if (!articles)
        tdg_buffer_string(text, " ends without an article.");
    else if (entry->kept < articles)
        tdg_buffer_format(text, " ends; of its %zu %s %zu %s in other themes, %zu in none.",
                          articles, articles_of(articles), entry->kept,
                          tdg_plural(entry->kept, "is", "are"), articles - entry->kept);
    else
        tdg_buffer_format(text, " ends; its %zu %s in several themes now.", articles,
                          tdg_plural(articles, "article is", "articles are"));
}

static void put_sleep(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_format(text, " sleeps: nothing about it in %zu days.", entry->days);
}

static void put_return(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    put_theme(text, entry->theme, entry->name);
    tdg_buffer_string(text, " is back.");
}

static void put_wording(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person said: %s ", entry->kind);
    put_theme(text, entry->theme, NULL);
    if (entry->value && *entry->value)
        tdg_buffer_format(text, " “%s”.", entry->value);
    else
        tdg_buffer_string(text, " as nothing.");
}

static void put_flag(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person said: %s ", entry->kind);
    put_theme(text, entry->theme, NULL);
    tdg_buffer_char(text, '.');
}

static void put_join(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person merged T%lld into T%lld.", (long long)entry->theme,
                      (long long)entry->other);
}

static void put_part(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person split T%lld; T%lld is the smaller part.",
                      (long long)entry->theme, (long long)entry->other);
}

/* What is muted is kept as "term: steel". */
static void put_mute(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    int what = (int)strcspn(entry->before, ":");
    const char *muted = entry->before + what;
    muted += strspn(muted, ": ");
    tdg_buffer_format(text, "A person said: %s %.*s “%s”.", entry->kind, what, entry->before,
                      muted);
}

static void put_remove(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person removed %zu %s", entry->articles,
                      articles_of(entry->articles));
    if (entry->cause == TDG_CAUSE_SOURCE)
        tdg_buffer_format(text, " of the source “%s”", entry->value);
    else if (entry->cause == TDG_CAUSE_BATCH)
        tdg_buffer_format(text, " of entry %lld", (long long)entry->entry);
    else if (entry->cause == TDG_CAUSE_ID)
        tdg_buffer_format(text, " (%s)", entry->value);
    if (entry->copies)
        tdg_buffer_format(text, "; %zu %s now", entry->copies,
                          tdg_plural(entry->copies, "copy is an original", "copies are originals"));
    tdg_buffer_char(text, '.');
}

static void put_undo(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    tdg_buffer_format(text, "A person took back entry %lld (%s)", (long long)entry->entry,
                      entry->value);
    if (strcmp(entry->value, "remove") == 0)
        tdg_buffer_format(text, ": %zu %s back", entry->articles,
                          tdg_plural(entry->articles, "article is", "articles are"));
    if (entry->returned)
        tdg_buffer_format(text, ", %zu had come again since then", entry->returned);
    tdg_buffer_char(text, '.');
}

static const struct {
    const char *kind;
    void (*put)(struct tdg_buffer *text, const struct tdg_ledger_entry *entry);
} kinds[] = {
    {"add", put_add},        {"change", put_change},    {"refit", put_refit},
    {"birth", put_birth},    {"split", put_split},      {"merge", put_merge},
    {"end", put_end},        {"sleep", put_sleep},      {"return", put_return},
    {"rename", put_wording}, {"describe", put_wording}, {"pin", put_flag},
    {"unpin", put_flag},     {"hide", put_flag},        {"join", put_join},
    {"part", put_part},      {"mute", put_mute},        {"unmute", put_mute},
    {"remove", put_remove},  {"undo", put_undo},
};

void tdg_ledger_text(struct tdg_buffer *text, const struct tdg_ledger_entry *entry)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (strcmp(kinds[i].kind, entry->kind) == 0)
            kinds[i].put(text, entry);
}
