// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of fields of what is written about an archive as JSON, format 1; see analysis_fields.h.
 *
 * Included more than once, each time with other macros: no include guard. */
// clang-format off
#include "output/field_types.h"

TYPE(theme_id, "string", "Given once and never again.",
     "type": "string", "pattern": "^T[1-9][0-9]*$")
TYPE(event_id, "string", "Given once and never again.",
     "type": "string", "pattern": "^E[1-9][0-9]*$")
TYPE(story_id, "string", "Given once and never again.",
     "type": "string", "pattern": "^S[1-9][0-9]*$")

OBJECT(term, LINE, struct tdg_term_view, "")
    TEXT("term", text, it->term, "")
    NUMBER("weight", real, it->weight,
          "p log(p/q), its part of the Kullback-Leibler divergence, in nats.")
    COUNT("articles", count, it->articles, "Originals of the theme that had it.")
END(term)

ONE_OF(theme_state, "awake", "asleep", "ended", "merged")

OBJECT(theme, BLOCK, struct tdg_archive_theme, "A lasting subject.")
    TEXT("id", theme_id, ID('T', it->number), "")
    TEXT("title", text, it->title,
          "Its name by a person, else that of a well-known subject, else its label.")
    TEXT("label", text, it->label, "Made of its terms.")
    TEXT_OR_NULL("name", text, it->name, "By a person.")
    TEXT_OR_NULL("description", text, it->description, "By a person.")
    TEXT("state", theme_state, tdg_theme_state_name(it->state),
          "Asleep: nothing about it in 56 days.")
    TEXT_OR_NULL("into", theme_id, ID('T', it->into), "The theme that a merged one went into.")
    SWITCH("pinned", it->pinned, "Survives every refit with its articles.")
    SWITCH("hidden", it->hidden, "Left out of lists and reports.")
    COUNT("articles", count, it->articles, "Articles whose main theme it is, copies included.")
    COUNT("originals", count, it->originals, "Articles that are no copies.")
    TIME("first", it->first, "Date of its earliest article.")
    TIME("last", it->last, "")
    LIST("terms", BLOCK, term, it->term_count, &it->terms[i],
          "Best first, as of the last time the themes were found.")
    RULE("allOf": [
         { "if": { "properties": { "state": { "const": "merged" } } },
           "then": { "properties": { "into": { "$ref": "#/$defs/theme_id" } } },
           "else": { "properties": { "into": { "type": "null" } } } },
         { "if": { "properties": { "state": { "enum": ["merged", "ended"] } } },
           "then": { "properties": { "articles": { "const": 0 }, "originals": { "const": 0 } } } }])
END(theme)

OBJECT(story, BLOCK, struct tdg_archive_story, "One event as several articles tell it.")
    TEXT("id", story_id, ID('S', it->number), "")
    TEXT("theme", theme_id, ID('T', it->theme), "That of most of its articles.")
    TEXT_OR_NULL("headline", text, it->headline,
          "Title of its most central article, else the first words of its text, else its source "
          "and date.")
    TEXT_OR_NULL("headline_id", text, it->headline_id, "Id of that one.")
    COUNT("articles", number, it->articles, "")
    COUNT("originals", count, it->originals, "")
    TIME("first", it->first, "")
    TIME("last", it->last, "")
    TEXT_OR_NULL("sequel_of", story_id, ID('S', it->sequel_of),
          "The story that it takes up again after a pause.")
END(story)

OBJECT(event, BLOCK, struct tdg_archive_event,
      "What happened, as articles of the same days tell it, whatever themes they are in.")
    TEXT("id", event_id, ID('E', it->number), "")
    TEXT_OR_NULL("theme", theme_id, ID('T', it->theme), "That of most of its articles.")
    TEXT_OR_NULL("headline", text, it->headline, "The one that names it.")
    TEXT_OR_NULL("headline_id", text, it->headline_id, "Id of that article.")
    COUNT("articles", number, it->articles, "")
    COUNT("originals", count, it->originals, "")
    COUNT("sources", count, it->sources, "")
    TIME("first", it->first, "Date of its earliest article.")
    TIME("last", it->last, "")
    TEXT_OR_NULL("follows", event_id, ID('E', it->follows),
          "The event of the weeks before that it goes on with.")
END(event)

OBJECT(article, BLOCK, struct tdg_archive_article, "")
    TEXT("id", text, it->id, "")
    TIME("published", it->published, "")
    TEXT("title", string, it->title, "")
    TEXT_OR_NULL("source", text, it->source, "")
    TEXT_OR_NULL("url", text, it->url, "")
    TEXT_OR_NULL("language", text, it->language, "ISO 639-1.")
    TEXT_OR_NULL("theme", theme_id, ID('T', it->theme), "")
    NUMBER("weight", share, it->weight, "How much of its words is about its theme.")
    TEXT_OR_NULL("second_theme", theme_id, ID('T', it->second_theme), "")
    NUMBER("second_weight", share, it->second_weight, "")
    TEXT_OR_NULL("story", story_id, ID('S', it->story), "")
    ADDED TEXT_OR_NULL("event", event_id, ID('E', it->event), "")
    TEXT_OR_NULL("copy_of", text, it->copy_of, "Id of the original.")
    TEXT_OR_NULL("reason", text, it->reason, "Why it has no theme.")
    RULE("allOf": [
         { "if": { "properties": { "theme": { "type": "null" } } },
           "then": { "properties": { "reason": { "$ref": "#/$defs/text" }, "weight": { "const": 0 },
                                     "second_theme": { "type": "null" } } },
           "else": { "properties": { "reason": { "type": "null" } } } },
         { "if": { "properties": { "second_theme": { "type": "null" } } },
           "then": { "properties": { "second_weight": { "const": 0 } } } }])
END(article)

ONE_OF(entry_kind, "add", "change", "birth", "split", "merge", "end", "sleep", "return", "event", "refit",
       "rename", "describe", "pin", "unpin", "hide", "join", "part", "remove", "mute", "unmute",
       "undo")

OBJECT(entry, BLOCK, struct tdg_archive_entry, "Something that was done to the archive.")
    COUNT("number", number, it->number, "")
    TEXT("kind", entry_kind, tdg_ledger_kind_name(it->kind),
          "From rename on by a person: join is the merging of two themes, part the splitting of "
          "one.")
    TEXT_OR_NULL("theme", theme_id, ID('T', it->theme), "That it is about.")
    TEXT_OR_NULL("other", theme_id, ID('T', it->other), "That it came from or went into.")
    TEXT_OR_NULL("article", text, it->article, "Id, of a change.")
    TIME("date", it->date, "Of the newest article then.")
    COUNT("articles", count, it->articles, "How many it is about.")
    TEXT("text", text, it->text, "One sentence.")
    COUNT_OR_NULL("undone", number, it->undone, "The entry that took it back.")
    RULE("allOf": [
         { "if": { "properties": { "kind": { "const": "change" } } },
           "then": { "properties": { "article": { "$ref": "#/$defs/text" } } },
           "else": { "properties": { "article": { "type": "null" } } } },
         { "if": { "properties": { "kind": { "enum": ["add", "change", "refit", "remove", "mute",
                                                      "unmute"] } } },
           "then": { "properties": { "theme": { "type": "null" }, "other": { "type": "null" } } },
           "else": { "if": { "properties": { "kind": { "const": "undo" } } },
                     "else": { "properties": { "theme": { "$ref": "#/$defs/theme_id" } } } } },
         { "if": { "properties": { "kind": { "enum": ["rename", "describe", "pin", "unpin", "hide",
                                                      "join", "part", "remove", "mute", "unmute",
                                                      "end"] } } },
           "else": { "properties": { "undone": { "type": "null" } } } }])
END(entry)

OBJECT(mute, BLOCK, struct tdg_mute_view, "")
    TEXT("kind", mute_kind, tdg_mute_name(it->kind), "")
    TEXT("text", text, it->text, "")
END(mute)

ONE_OF(listing_format, "tidings-archive")

OBJECT(listing, BLOCK, struct tdg_archive_listing,
      "What was asked for, in one state of the archive. An export has all parts.")
    TEXT("format", listing_format, "tidings-archive", "")
    COUNT("version", version, 1, "")
    IF(it->parts & TDG_ARCHIVE_THEMES)
    LIST("themes", BLOCK, theme, it->theme_count, &it->themes[i],
          "By their number, ended and merged ones as well.")
    IF(it->parts & TDG_ARCHIVE_STORIES)
    LIST("stories", BLOCK, story, it->story_count, &it->stories[i],
          "By their number; with a limit, the largest first.")
    IF(it->parts & TDG_ARCHIVE_ARTICLES)
    LIST("articles", BLOCK, article, it->article_count, &it->articles[i],
          "By time, then id, undated ones last; with a limit, the newest first; of a search, the "
          "best first.")
    IF(it->parts & TDG_ARCHIVE_LEDGER)
    LIST("ledger", BLOCK, entry, it->entry_count, &it->entries[i],
          "Everything that was done, in its order.")
    IF(it->parts & TDG_ARCHIVE_MUTED) LIST("muted", BLOCK, mute, it->mute_count, &it->muted[i],
          "What a person does not want to see, in the order in which it was given: it is in every "
          "number of articles, and in no label, list of terms, story or headline.")
    IF(it->parts & TDG_ARCHIVE_EVENTS) ADDED
    LIST("events", BLOCK, event, it->event_count, &it->events[i],
          "By their number; with a limit, the largest first.")
    RULE("minProperties": 3)
END(listing)

OBJECT(changed_term, LINE, struct tdg_difference_term, "")
    TEXT("term", text, it->term, "")
    COUNT("before", count, it->before, "Originals that have it.")
    COUNT("after", count, it->after, "")
END(changed_term)

OBJECT(changed_theme, BLOCK, struct tdg_difference_theme, "")
    TEXT("id", theme_id, ID('T', it->number), "")
    TEXT("title", text, it->title, "")
    COUNT("before", count, it->before, "Originals.")
    COUNT("after", count, it->after, "")
    NUMBER("share_before", share, it->share_before, "Of the originals of the period.")
    NUMBER("share_after", share, it->share_after, "")
    LIST("terms", BLOCK, changed_term, it->term_count, &it->terms[i],
          "Those that changed most, by the log-likelihood ratio.")
    SET("articles", BLOCK, text, it->article_count, it->articles[i],
          "Ids of originals, most typical first, of the period in which the share is larger.")
END(changed_theme)

ONE_OF(difference_format, "tidings-difference")

OBJECT(difference, BLOCK, struct tdg_difference,
      "What sets one period apart from another one (diff).")
    TEXT("format", difference_format, "tidings-difference", "")
    COUNT("version", version, 1, "")
    TEXT("before", period_id, it->before, "")
    TEXT("after", period_id, it->after, "")
    COUNT("originals_before", count, it->originals_before, "")
    COUNT("originals_after", count, it->originals_after, "")
    LIST("themes", BLOCK, changed_theme, it->theme_count, &it->themes[i],
          "By the change of their share, largest first.")
    LIST("terms", BLOCK, changed_term, it->term_count, &it->terms[i],
          "Of all articles: those that changed most, by the log-likelihood ratio.")
END(difference)

OBJECT(why_term, LINE, struct tdg_why_term_view, "")
    TEXT("term", text, it->term, "")
    COUNT("times", number, it->times, "In the article.")
    NUMBER("theme", real, it->first, "")
    NUMBER("other", real, it->other, "")
END(why_term)

ONE_OF(why_format, "tidings-why")

OBJECT(why, BLOCK, struct tdg_archive_why,
      "How much the words of an article speak for its theme by now, and for the one they speak "
      "for most after it, in nats.")
    TEXT("format", why_format, "tidings-why", "")
    COUNT("version", version, 1, "")
    TEXT_OR_NULL("theme", theme_id, ID('T', it->theme), "")
    TEXT_OR_NULL("title", text, it->title, "")
    TEXT_OR_NULL("reason", text, it->reason, "Why it has no theme.")
    NUMBER("sum", real, it->sum, "Of all terms.")
    TEXT_OR_NULL("other", theme_id, ID('T', it->other), "")
    TEXT_OR_NULL("other_title", text, it->other_title, "")
    NUMBER("other_sum", real, it->other_sum, "")
    LIST("terms", BLOCK, why_term, it->term_count, &it->terms[i],
          "Those that make most of a difference first.")
    RULE("if": { "properties": { "theme": { "type": "null" } } },
         "then": { "properties": { "reason": { "$ref": "#/$defs/text" },
                                   "title": { "type": "null" } } },
         "else": { "properties": { "reason": { "type": "null" },
                                   "title": { "$ref": "#/$defs/text" } } })
END(why)
