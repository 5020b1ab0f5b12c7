// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of fields of analysis.json, format 1: fields are added at the end of their object,
 * never changed. A field is one row: key, type, meaning and value. The writer (json.c), the JSON
 * Schema and the types of the page (schema.c) are made of it; fields_write.h lists the rows.
 *
 * Included more than once, each time with other macros: no include guard. */
// clang-format off
#include "output/field_types.h"

TYPE(day, "string", "", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$")
TYPE(parent_id, "string", "P1; within a theme or parent, T5.P1.",
     "type": "string", "pattern": "^([TP][1-9][0-9]*(\\.P?[1-9][0-9]*)*\\.)?P[1-9][0-9]*$")
TYPE(theme_id, "string", "T1; within a theme or parent, T5.1.",
     "type": "string",
     "pattern": "^(T[1-9][0-9]*|[TP][1-9][0-9]*(\\.P?[1-9][0-9]*)*\\.[1-9][0-9]*)$")
TYPE(story_id, "string", "S1; within a theme or parent, T5.S1.",
     "type": "string", "pattern": "^([TP][1-9][0-9]*(\\.P?[1-9][0-9]*)*\\.)?S[1-9][0-9]*$")
TYPE(event_id, "string", "E1; within a theme or parent, T5.E1.",
     "type": "string", "pattern": "^([TP][1-9][0-9]*(\\.P?[1-9][0-9]*)*\\.)?E[1-9][0-9]*$")
TYPE(theme_or_parent_id, "string", "",
     "anyOf": [{ "$ref": "#/$defs/theme_id" }, { "$ref": "#/$defs/parent_id" }])
TYPE(topic_code, "string",
     "Of the subject that the name is, in the IPTC Media Topics; null where it has none there.",
     "type": "string", "pattern": "^medtop:[0-9]{8}$")

ONE_OF(tool_name, "tidings")
TYPE(tool_version, "string", "", "type": "string", "pattern": "^[0-9]+\\.[0-9]+\\.[0-9]+")

OBJECT(tool, LINE, struct tdg_corpus_view, "What wrote the file.")
    TEXT("name", tool_name, "tidings", "")
    TEXT("version", tool_version, tdg_version(), "")
    IF(it->word_vectors) TEXT("word_vectors", string, it->word_vectors,
          "What short English articles were compared by beside their words; absent where they "
          "were not.")
END(tool)

TYPE(fingerprint, "string", "", "type": "string", "pattern": "^[0-9a-f]+$")

OBJECT(input, LINE, struct tdg_corpus_view, "")
    TEXT("fingerprint", fingerprint, it->fingerprint,
          "128 bits over all articles in their order, hexadecimal: equal for equal input.")
END(input)

ONE_OF(place, "start", "end")

OBJECT(column, LINE, struct tdg_column_view, "")
    TEXT("place", place, tdg_column_place_name(it->place), "Of titles.")
    TEXT("words", text, it->words, "With blanks between, without stop words.")
    COUNT("articles", count, it->articles, "That have them there, copies included.")
END(column)

TYPE(tallies, "{ [name: string]: number }", "Names with their number of articles, most frequent first.",
     "type": "object", "additionalProperties": { "$ref": "#/$defs/count" })

OBJECT(corpus, BLOCK, struct tdg_corpus_view, "What was read. Numbers of articles include copies.")
    COUNT("articles", count, it->articles, "Read and kept.")
    COUNT("copies", count, it->copies, "Of these, near-duplicates of an earlier one.")
    COUNT("skipped", count, it->skipped, "Records that did not become articles.")
    COUNT("undated", count, it->undated,
          "Articles without a date: they have themes, and no part in time.")
    IF(it->strays) COUNT("stray_dates", count, it->strays,
          "Of the undated articles, those whose date was far from all others and was taken for "
          "wrong; absent where there are none.")
    TIME("first", it->first, "Earliest date.")
    TIME("last", it->last, "Latest date.")
    WRITTEN("languages", tallies, write_tallies, it->languages, it->language_count,
          "By ISO 639-1 code.")
    WRITTEN("sources", tallies, write_tallies, it->sources, it->source_count, "")
    COUNT("terms", count, it->terms, "Size of the vocabulary.")
    COUNT("unplaced", count, it->unplaced,
          "Articles without a theme; articles.csv has the reason of each.")
    COUNT("links", count, it->links,
          "Pairs of articles, one among the nearest of the other; 0 where the articles bring "
          "their themes along.")
    IF(it->column_count) LIST("columns", BLOCK, column, it->column_count, &it->columns[i],
          "Recurring columns: words that begin or end titles about anything, and are left out "
          "there; most articles first. Absent where there are none, and in reports of an archive.")
    IF(it->column_count) COUNT("column_titles", count, it->column_titles,
          "Articles of whose title a column is left out; absent where there are none.")
    IF(it->left_out) COUNT("left_out", count, it->left_out,
          "Of the skipped ones, those that the options from and to leave out; not there where "
          "that is none.")
    RULE("allOf": [{ "properties": { "columns": { "minItems": 1 } } }])
END(corpus)

OBJECT(period, LINE, struct tdg_period_view, "")
    TEXT("id", period_id, it->id, "")
    TEXT("start", day, it->start, "First day, in the time zone of the analysis.")
    TEXT("end", day, it->end, "Last day.")
    COUNT("articles", count, it->articles, "")
    COUNT("originals", count, it->originals, "Articles that are no copies.")
    SWITCH("partial", it->partial, "The collection began or ended inside it.")
    SWITCH("gap", it->gap, "Hardly anything was collected: it is compared with nothing.")
END(period)

OBJECT(term, LINE, struct tdg_term_view, "")
    TEXT("term", text, it->term, "The most frequent surface form.")
    NUMBER("weight", real, it->weight,
          "p log(p/q), its part of the Kullback-Leibler divergence, in nats.")
    COUNT("articles", count, it->articles, "Originals of the theme that have it.")
END(term)

OBJECT(point, LINE, struct tdg_point_view, "")
    TEXT("period", period_id, period_id(analysis, at), "")
    COUNT("articles", count, it->articles, "")
    COUNT("originals", count, it->originals, "")
    NUMBER("share", share, it->share, "Of the dated originals of the period; 0 where it has none.")
    NUMBER("low", share, it->low, "95 % interval of the share.")
    NUMBER("high", share, it->high, "")
END(point)

ONE_OF(direction, "rising", "falling", "steady")

OBJECT(trend, LINE, struct tdg_trend_view, "How the share moved over all whole periods.")
    TEXT("direction", direction, tdg_direction_name(it->direction),
          "As the last finding about the theme that still holds in the last whole period says, "
          "else as the slope says.")
    NUMBER("per_period", real, it->per_period, "Slope of the share.")
    NUMBER("p", share, it->p, "Of no slope; 1 where there are too few periods.")
    NUMBER("q", share, it->q, "p after Benjamini-Hochberg over all themes.")
    ADDED TEXT_OR_NULL("since", period_id, period_id(analysis, it->since),
          "The period from which the direction holds: where the finding that it is of begins, or, "
          "of a steady theme, after its last finding; null: in all periods.")
    ADDED NUMBER("direction_q", share, it->direction_q,
          "q of the finding or of the slope that the direction is of.")
END(trend)

OBJECT(change, LINE, struct tdg_change_view,
      "The last whole period against the ones before it; null where there are fewer than two.")
    TEXT("period", period_id, period_id(analysis, it->period), "")
    NUMBER("share", share, it->share, "")
    NUMBER("baseline", share, it->baseline, "Mean share of up to eight whole periods before it.")
    ADDED NUMBER("least", count, (double)it->least,
          "Originals in that period from which a rise could have been told from chance; 0 where nothing could be.")
END(change)

OBJECT(reach, LINE, struct tdg_reach_view, "How far articles went: what copies add to originals.")
    COUNT("copies", count, it->copies, "")
    COUNT("sources", count, it->sources, "Distinct known ones.")
    TEXT_OR_NULL("first_source", string, it->first, "The one that was first.")
    NUMBER_OR_NULL("lag_hours", real, it->lag, "Median from an original to its copies.")
END(reach)

OBJECT(theme_source, LINE, struct tdg_theme_source_view, "")
    TEXT("source", text, it->source, "")
    COUNT("articles", count, it->articles, "")
    COUNT("originals", count, it->originals, "")
    NUMBER("share", share, it->share, "")
END(theme_source)

TYPE(coherence, "number", "", "type": "number", "minimum": -1, "maximum": 1)
TYPE(cohesion, "number", "", "type": "number", "maximum": 1)
ONE_OF(status, "new", "continuing", "returning", "gone")

OBJECT(theme, BLOCK, struct tdg_theme_view, "A lasting subject.")
    TEXT("id", theme_id, it->id, "")
    TEXT("label", text, it->label, "Made of its terms, unique in the analysis.")
    TEXT_OR_NULL("name", text, it->name, "Of a well-known subject, or given by a person.")
    TEXT_OR_NULL("topic_code", topic_code, it->topic_code, "")
    TEXT_OR_NULL("parent", parent_id, it->parent, "Id of its parent; null where there are none.")
    COUNT("articles", count, it->articles, "Articles whose main theme it is, copies included.")
    COUNT("originals", count, it->originals, "")
    NUMBER("share", share, it->share, "Of all originals that have a theme.")
    LIST("terms", BLOCK, term, it->term_count, &it->terms[i],
          "Best first; at least ten where the corpus has them.")
    NUMBER_OR_NULL("coherence", coherence, it->coherence,
          "Mean NPMI of the first ten terms over articles.")
    SET("representatives", LINE, string, it->representative_count,
        article_id(analysis, it->representatives[i]),
          "Ids of articles, as in articles.csv; most central first.")
    TEXT("status", status, tdg_theme_status_name(it->status), "")
    LIST("series", BLOCK, point, tdg_analysis_period_count(analysis), &it->series[i],
          "One point for every period, in their order.")
    PART("trend", trend, &it->trend, "")
    PART_OR_NULL("change", change, it->change.period == TDG_NONE ? NULL : &it->change, "")
    NUMBER_OR_NULL("stability", share, it->stability,
          "How much of the theme comes back where half of the articles, or some thousands of "
          "them, are grouped anew: mean over several draws of the best Jaccard coefficient with a "
          "theme of the draw (Hennig 2007). Below 0.5 it may be chance, from 0.75 on it is there "
          "to stay; null where that says nothing (one article, one theme alone) or was not looked "
          "for (resamples 0, themes-from).")
    SWITCH("seeded", it->seeded,
          "Grown from one of the user's own subjects (--seeds), whose name it has.")
    PART("reach", reach, &it->reach, "")
    LIST("sources", BLOCK, theme_source, it->source_count, &it->sources[i],
          "The sources of its articles, most articles first; share: of the originals of the "
          "source that have a theme, how many have this one.")
    NUMBER_OR_NULL("cohesion", cohesion, it->cohesion,
          "How much more of the links of its articles to their neighbours stay inside the theme "
          "than as many links between any articles would: (inside - expected) / (1 - expected), 1 "
          "for all. null where there is one theme, or where it was not looked for (archives, "
          "themes-from).")
    SWITCH("mixed", it->mixed,
          "A leftover: its articles have less in common than those of other themes (cohesion "
          "below 0.6 of the median), or none of its three best terms is in more than 7 % of them. "
          "Its label begins with Other subjects, it has no name, it shares its parent with no "
          "other theme, and no finding is about it; its terms and stories are followed as any.")
END(theme)

OBJECT(parent, BLOCK, struct tdg_parent_view, "")
    TEXT("id", parent_id, it->id, "")
    TEXT("label", text, it->label, "Made of its terms, unique among the parents.")
    TEXT_OR_NULL("name", text, it->name, "Of a well-known subject.")
    TEXT_OR_NULL("topic_code", topic_code, it->topic_code, "")
    COUNT("themes", number, it->themes, "How many themes have it as their parent.")
    COUNT("articles", count, it->articles, "Of its themes, copies included.")
    COUNT("originals", count, it->originals, "")
    NUMBER("share", share, it->share, "Of all originals that have a theme.")
    LIST("terms", BLOCK, term, it->term_count, &it->terms[i],
          "Best first; at least ten where the corpus has them.")
END(parent)

OBJECT(day_count, LINE, struct tdg_day_view, "")
    TEXT("day", string, it->day, "")
    COUNT("articles", count, it->articles, "")
END(day_count)

OBJECT(story_term, LINE, struct tdg_term_view, "")
    TEXT("term", text, it->term, "")
    NUMBER("weight", real, it->weight, "p log(p/q) against the theme.")
    COUNT("articles", count, it->articles, "Originals of the story that have it.")
END(story_term)

OBJECT(story, BLOCK, struct tdg_story_view, "What one set of articles reports of an event.")
    TEXT("id", text, it->id, "")
    TEXT("theme", theme_id, theme_id(analysis, it->theme), "")
    TEXT("headline", string, tdg_analysis_article(analysis, it->headline)->headline, "")
    COUNT("articles", count, it->articles, "")
    COUNT("sources", count, it->reach.sources, "")
    TIME("first", it->first, "")
    TIME("last", it->last, "")
    SET("members", LINE, string, it->articles, article_id(analysis, it->members[i]),
          "Ids of articles in the order of time, copies among them.")
    COUNT("originals", count, it->originals, "")
    ADDED TEXT("headline_article", text, article_id(analysis, it->headline),
          "The most central article that is no copy.")
    PART("reach", reach, &it->reach, "")
    LIST("curve", LINE, day_count, it->day_count, &it->curve[i],
          "Days with articles, in the time zone of the analysis.")
    LIST("terms", LINE, story_term, it->term_count, &it->terms[i],
          "What sets it apart inside its theme, best first.")
    TEXT_OR_NULL("sequel_of", string, story_id(analysis, it->sequel_of),
          "The story that it takes up again after a pause.")
END(story)

ONE_OF(entity_kind, "other", "person", "organisation", "place")

OBJECT(event_entity, LINE, struct tdg_event_entity_view, "")
    TEXT("name", text, it->name, "")
    TEXT("kind", entity_kind, tdg_entity_name(it->kind), "")
    COUNT("articles", count, it->articles, "Of the event, that have it; copies included.")
END(event_entity)

OBJECT(event, BLOCK, struct tdg_event_view,
      "What happened, as two articles or more of the same days tell it, whatever themes they are "
      "in.")
    TEXT("id", event_id, it->id, "")
    TEXT_OR_NULL("theme", theme_id, theme_id(analysis, it->theme),
          "The one that most of its articles are in.")
    TEXT("headline", string, tdg_analysis_article(analysis, it->headline)->headline,
          "The one that names it.")
    TEXT("headline_article", text, article_id(analysis, it->headline), "")
    COUNT("articles", count, it->articles, "")
    COUNT("originals", count, it->originals, "")
    COUNT("sources", count, it->reach.sources, "")
    TIME("first", it->first, "")
    TIME("last", it->last, "")
    PART("reach", reach, &it->reach, "")
    LIST("curve", LINE, day_count, it->day_count, &it->curve[i],
          "Days with articles, in the time zone of the analysis.")
    SET("stories", LINE, story_id, it->story_count, story_id(analysis, it->stories[i]),
          "The stories in it: what one set of articles reports.")
    TEXT_OR_NULL("follows", event_id, event_id(analysis, it->follows),
          "The event of the weeks before that it goes on with.")
    SET("members", LINE, string, it->articles, article_id(analysis, it->members[i]),
          "Ids of articles in the order of time, copies among them.")
    LIST("entities", LINE, event_entity, it->entity_count, &it->entities[i],
          "The people, organisations and places that two of its articles or more name, a fifth of "
          "them at least: those in many of its articles and in few others first, at most six.")
END(event)

OBJECT(title_format, BLOCK, struct tdg_format_view,
      "A kind of article that comes again and again, whatever has happened.")
    TEXT("pattern", text, it->pattern,
          "What the titles have in common; \u2026 stands for names and numbers.")
    COUNT("articles", count, it->articles, "")
    COUNT("sources", count, it->sources, "")
    TIME("first", it->first, "")
    TIME("last", it->last, "")
    SET("members", LINE, string, it->articles, article_id(analysis, it->members[i]),
          "Ids of articles in the order of time.")
END(title_format)

TYPE(entity_id, "string", "N1; within a theme or parent, T5.N1.",
     "type": "string", "pattern": "^([TP][1-9][0-9]*(\\.P?[1-9][0-9]*)*\\.)?N[1-9][0-9]*$")

OBJECT(entity, LINE, struct tdg_entity_view, "Whom and what articles name.")
    TEXT("id", entity_id, it->id, "")
    TEXT("name", text, it->name, "The most frequent spelling of the full name.")
    TEXT("kind", entity_kind, tdg_entity_name(it->kind), "other: nothing tells which.")
    SET("variants", LINE, text, it->variant_count, it->variants[i],
          "Its other spellings, most frequent first, at most twelve.")
    COUNT("articles", count, it->article_count, "That have it, copies included.")
    COUNT("sources", count, it->sources, "Distinct known ones.")
    SET("members", LINE, string, entity_members(it),
        article_id(analysis, it->articles[it->article_count - entity_members(it) + i]),
          "Ids of its articles in the order of time: the latest hundred.")
END(entity)

TYPE(positive, "number", "", "type": "number", "minimum": 0)

OBJECT(driver, LINE, struct tdg_driver_view, "")
    TEXT("term", text, it->term, "")
    COUNT("articles", count, it->articles, "Originals that have it, where the finding has most.")
    NUMBER("expected", positive, it->expected, "Of them, by what is usual in the theme.")
END(driver)

ONE_OF(finding_kind, "rising", "falling", "burst", "step_up", "step_down", "new", "gone",
       "returning")

OBJECT(finding, BLOCK, struct tdg_finding_view,
      "One statement about a theme, a parent or a term in time.")
    TEXT("kind", finding_kind, tdg_move_name(it->kind),
          "returning: only among the movements of the latest period, whose other kinds are rising "
          "(it was under way in the period before), falling, burst, new and gone.")
    IF(it->theme != TDG_NONE) TEXT("theme", theme_id, theme_id(analysis, it->theme), "")
    IF(*it->term) TEXT("term", text, it->term, "")
    IF(it->parent != TDG_NONE)
    TEXT("parent", parent_id, tdg_analysis_parent(analysis, it->parent)->id, "")
    TEXT("from", day, it->from, "First day of the first period.")
    TEXT("to", day, it->to, "Last day of the last period.")
    TEXT("first_period", period_id, period_id(analysis, it->first), "")
    TEXT("last_period", period_id, period_id(analysis, it->last), "")
    NUMBER_OR_NULL("factor", positive, it->factor,
          "after / before; null where there was nothing before.")
    NUMBER("points", real, 100 * (it->after - it->before), "after - before, in percentage points.")
    NUMBER("before", share, it->before, "Share without it; of a slope, where it begins.")
    NUMBER("after", share, it->after, "Share in its periods; of a slope, where it ends.")
    NUMBER("low", share, it->low,
          "95 % interval of the share in its periods, by their overdispersion.")
    NUMBER("high", share, it->high, "")
    COUNT("observed", count, it->observed, "Originals in its periods.")
    NUMBER("expected", positive, it->expected, "Originals there without it.")
    NUMBER("p", share, it->p,
          "That chance moves a series as much, in any of the ways that were tried.")
    NUMBER("q", share, it->q,
          "p after Benjamini-Hochberg over everything tested: themes and parents, or terms.")
    TEXT("text", text, it->text, "One sentence.")
    LIST("drivers", BLOCK, driver, it->driver_count, &it->drivers[i],
          "Terms that set its articles apart from others of the theme, strongest first.")
    SET("evidence", LINE, string, it->evidence_count, article_id(analysis, it->evidence[i]),
          "Ids of articles, the most telling first.")
    RULE("oneOf": [{ "required": ["theme"] }, { "required": ["parent"] }, { "required": ["term"] }])
END(finding)

OBJECT(choice_point, LINE, struct tdg_choice_point, "")
    COUNT("themes", number, it->themes, "")
    NUMBER("modularity", real, it->modularity,
          "Of the graph of neighbours, cut into so many groups.")
    NUMBER("resolved", real, it->resolved, "The same at the resolution.")
END(choice_point)

ONE_OF(detail, "coarse", "normal", "fine")
TYPE(resolution, "number", "", "type": "number", "minimum": 1)

OBJECT(choice, BLOCK, struct tdg_choice_view, "Why there are as many themes as there are.")
    COUNT("themes", count, it->themes, "")
    SWITCH("given", it->given,
          "The number was asked for, or the articles brought their themes along.")
    TEXT("reason", text, it->reason, "")
    TEXT_OR_NULL("detail", detail, it->detail,
          "As it was asked for; null where the number was given.")
    NUMBER("resolution", resolution, it->resolution,
          "Of the modularity by which the number was chosen: inside - resolution × expected "
          "(Reichardt and Bornholdt 2006). At a higher one the themes are smaller; 1 where the "
          "themes that a higher one finds could be found in any words.")
    COUNT("coarse", count, it->coarse,
          "How many themes resolution 1 would find: the parents, as far as they got a theme. 0 "
          "where the themes are those, or the number was given.")
    LIST("curve", BLOCK, choice_point, it->curve_count, &it->curve[i],
          "How good every number of themes from 1 on would be; empty where the articles brought "
          "theirs along.")
END(choice)

OBJECT(null_runs, LINE, struct tdg_null_view,
      "What chance alone would find: dates in another order, movements taken out. null without "
      "--permutations.")
    COUNT("runs", count, it->runs, "")
    COUNT("runs_with", count, it->runs_with, "Runs with any finding about a theme or a parent.")
    COUNT("findings", count, it->findings, "In all runs together.")
    COUNT("block", count, it->block, "Periods that stayed together.")
    NUMBER("low", share, it->low, "95 % interval of runs_with / runs.")
    NUMBER("high", share, it->high, "")
END(null_runs)

ONE_OF(source_state, "silent", "few", "new")

OBJECT(latest_source, LINE, struct tdg_source_view, "")
    TEXT("name", text, it->name, "")
    COUNT("articles", count, it->articles, "Originals in the period.")
    NUMBER("share", share, it->share, "Of all originals of the period.")
    NUMBER("before", share, it->before, "Of all originals of the periods compared.")
    IF(it->state) TEXT("state", source_state, tdg_source_state_name(it->state),
          "silent: no article of it in the period; few: less than a fifth of its usual number; "
          "new: no article before. Absent otherwise, and where it usually has fewer than three.")
END(latest_source)

ONE_OF(lineage_kind, "birth", "split", "merge", "end", "sleep", "return", "rename", "describe", "pin",
       "unpin", "hide", "join", "part")

OBJECT(lineage, LINE, struct tdg_lineage_view, "")
    TEXT("kind", lineage_kind, tdg_ledger_kind_name(it->kind), "")
    TEXT("theme", theme_id, it->theme, "")
    TEXT_OR_NULL("other", theme_id, it->other, "")
    TEXT("day", day, it->day, "Of the newest article then.")
    TEXT("text", text, it->text, "")
END(lineage)

OBJECT(latest, BLOCK, struct tdg_latest_view,
      "The latest period that is whole against up to eight whole ones before it; null where fewer "
      "than eight can be compared.")
    TEXT("period", period_id, period_id(analysis, it->period), "")
    TEXT_OR_NULL("asked", period_id, it->asked,
          "The period that an archive was asked about, which may be a gap or not whole; null in "
          "an analysis.")
    TEXTS("compared", BLOCK, period_id, it->compared_count, period_id(analysis, it->compared[i]),
          "The periods before, in their order.")
    LIST("movements", BLOCK, finding, it->movement_count, &it->movements[i],
          "What is out of the ordinary in this period, which alone is tested, against chance: of "
          "themes and parents first, then of terms; in either, surest first.")
    LIST("sources", BLOCK, latest_source, it->source_count, &it->sources[i],
          "The hundred with most originals in the period; of equals those with most before.")
    LIST("lineage", BLOCK, lineage, it->lineage_count, &it->lineage[i],
          "Of an archive: what became of its themes in the period that was asked about, in the "
          "order of its ledger.")
END(latest)

ONE_OF(in_the_news_state, "new", "again", "more", "also", "fewer")

OBJECT(news_name, LINE, struct tdg_news_name_view, "")
    TEXT("name", text, it->name, "")
    TEXT("kind", entity_kind, tdg_entity_name(it->kind), "")
    TEXT("state", in_the_news_state, tdg_in_the_news_name(it->state),
          "new: in no article before; again: in none of the last four periods, but in earlier "
          "ones; more, fewer: than before. also: what is "
          "different may be chance.")
    COUNT("articles", count, it->articles, "Originals of the period that have it.")
    NUMBER("expected", positive, it->expected,
          "As many as the share of it in the periods compared makes; 0 where there are none.")
    NUMBER("q", share, it->q,
          "That chance makes the difference, after Benjamini-Hochberg over all names that were "
          "tested; 1 where it was not.")
    TEXT_OR_NULL("event", event_id, event_id(analysis, it->event),
          "The event that most of these articles are in, two or more.")
END(news_name)

OBJECT(news, BLOCK, struct tdg_news_view,
      "Who is in the news of the period that was asked for, or of the latest whole one.")
    TEXT("period", period_id, period_id(analysis, it->period), "")
    TEXTS("compared", BLOCK, period_id, it->compared_count, period_id(analysis, it->compared[i]),
          "Up to eight whole periods before it, in their order.")
    LIST("names", BLOCK, news_name, it->name_count, &it->names[i],
          "People, organisations and places: those that are new, then again, more, also (the "
          "fifty in most articles) and fewer; in either, most articles first, those that are fewer "
          "by what was expected. At most two hundred.")
END(news)

OBJECT(mute, LINE, struct tdg_mute_view, "")
    TEXT("kind", mute_kind, tdg_mute_name(it->kind), "")
    TEXT("text", text, it->text, "")
END(mute)

OBJECT(article, LINE, struct tdg_article_view, "")
    TEXT("id", string, it->id, "")
    TEXT("title", string, it->title, "Cleaned; empty where it has none.")
    TEXT_OR_NULL("source", text, it->source, "")
    TIME("published", it->published, "")
    TEXT_OR_NULL("url", text, it->url, "")
    TEXT_OR_NULL("language", text, it->language, "ISO 639-1.")
    TEXT_OR_NULL("theme", theme_id, theme_id(analysis, it->theme), "")
    NUMBER_OR_NULL("weight", share, weight_in(it->theme, it->weight),
          "Share of its words, ½ to 1, that its theme explains.")
    TEXT_OR_NULL("second_theme", theme_id, theme_id(analysis, it->second_theme), "")
    NUMBER_OR_NULL("second_weight", share, weight_in(it->second_theme, it->second_weight), "")
    TEXT_OR_NULL("story", story_id, story_id(analysis, it->story), "")
    ADDED TEXT_OR_NULL("event", event_id, event_id(analysis, it->event), "")
    TEXT_OR_NULL("copy_of", text, article_id(analysis, it->copy_of), "Id of the original.")
    TEXT_OR_NULL("period", period_id, period_id(analysis, it->period), "")
    TEXT_OR_NULL("reason", text, it->reason, "Why it has no theme.")
END(article)

OBJECT(within, LINE, struct tdg_within_view,
      "The theme or parent of the analysis of all articles that this one is an analysis of: only "
      "its articles are here, and shares are of them. null where they all are. The fingerprint of "
      "the input is that of all articles.")
    TEXT("id", theme_or_parent_id, it->id, "")
    TEXT("label", text, it->label, "")
    TEXT_OR_NULL("name", text, it->name, "")
    COUNT("articles", count, it->articles,
          "Of that analysis, with those of other themes and of none.")
END(within)

ONE_OF(lead_kind, "event", "theme", "parent", "term")
ONE_OF(certainty, "too early to tell", "likely", "clear")

OBJECT(lead, BLOCK, struct tdg_lead_view,
      "A piece of news: an event, several that are told as one, or what moved without an event.")
    TEXT("kind", lead_kind, tdg_lead_kind_name(it->kind), "")
    TEXT("title", text, it->title, "The headline in its middle; of a movement, what moved.")
    TEXT("sentence", text, it->sentence, "How much there is of it, in plain words.")
    TEXT("certainty", certainty, tdg_certainty_name(it->certainty),
          "clear: a change that was tested against chance (q at most 0.01) stands behind it; likely: five articles "
          "or more, of two sources or twice as many, three times the usual, after three periods or "
          "more (of all time, whatever was before); else too early to tell.")
    TEXT_OR_NULL("event", event_id, event_id(analysis, it->event), "Its largest event.")
    TEXT_OR_NULL("theme", theme_id, theme_id(analysis, it->theme), "That it is, or is in.")
    IF(it->parent != TDG_NONE)
    TEXT("parent", parent_id, tdg_analysis_parent(analysis, it->parent)->id, "")
    IF(*it->term) TEXT("term", text, it->term, "")
    TEXT("first", day, it->since, "Day of its first article; it may lie before the period.")
    COUNT("originals", count, it->originals, "")
    COUNT("sources", count, it->sources, "Distinct known ones.")
    NUMBER("usual", positive, it->usual,
          "Originals that would be usual in the period, by up to eight periods before; of all "
          "time, its originals a period.")
    SET("headlines", LINE, string, it->headline_count, article_id(analysis, it->headlines[i]),
          "Ids of at most three articles, most telling first, of different sources where there are "
          "any.")
    SET("articles", LINE, string, it->article_count, article_id(analysis, it->articles[i]),
          "Ids of its articles of the time, copies included. Those of two items have less than "
          "half of the smaller one's in common.")
END(lead)

ONE_OF(format, "tidings-analysis")
TYPE(option_values, "{ [name: string]: string | boolean | string[] }", "",
     "type": "object",
     "additionalProperties": { "type": ["string", "boolean", "array"],
                               "items": { "type": "string" } })

OBJECT(analysis, BLOCK, struct tdg_analysis, "")
    TEXT("format", format, "tidings-analysis", "")
    COUNT("version", version, 1, "")
    PART("tool", tool, tdg_analysis_corpus(it), "")
    WRITTEN("options", option_values, write_options, tdg_analysis_options(it), tdg_option_count(),
          "Every option that can change the result, by its name on the command line, as it was "
          "used.")
    PART("input", input, tdg_analysis_corpus(it), "")
    PART("corpus", corpus, tdg_analysis_corpus(it), "")
    LIST("periods", BLOCK, period, tdg_analysis_period_count(it), tdg_analysis_period(it, i),
          "Every period from the first date to the last, without gaps; empty where no article has "
          "a date.")
    LIST("themes", BLOCK, theme, tdg_analysis_theme_count(it), tdg_analysis_theme(it, i),
          "By their number of articles, largest first.")
    LIST("stories", BLOCK, story, tdg_analysis_story_count(it), kept_story(json, it, i), "")
    ADDED IN_FILE LIST("events", BLOCK, event, tdg_analysis_event_count(it), tdg_analysis_event(it, i),
          "By their first article. Those of articles without a date are stories.")
    LIST("findings", BLOCK, finding, tdg_analysis_finding_count(it), tdg_analysis_finding(it, i),
          "About themes and parents first, then about terms; in either, most evidence first. A "
          "parent that moves because a single one of its themes does has none.")
    LIST("parents", BLOCK, parent, tdg_analysis_parent_count(it), tdg_analysis_parent(it, i),
          "Themes that lie close to each other, taken as one, by their number of articles; empty "
          "where the themes do not fall into clearly fewer.")
    PART("choice", choice, tdg_analysis_choice(it), "")
    PART_OR_NULL("null", null_runs, null_runs_of(it), "")
    PART_OR_NULL("latest", latest, latest_of(it), "")
    LIST("muted", BLOCK, mute, tdg_analysis_mute_count(it), tdg_analysis_mute(it, i),
          "What was not to be seen (--mute), in the order in which it was given. It is in every "
          "number of articles, and in no label, list of terms, finding or headline.")
    IN_FILE LIST("articles", BLOCK, article, tdg_analysis_article_count(it), listed_article(it, i),
          "Every article that was read, by time, then id; within a theme, those of the theme; in "
          "the report of an archive, those of its period. articles.jsonl has the same, one a "
          "line. The page holds them in a block of its own instead.")
    PART_OR_NULL("within", within, within_of(it), "")
    ADDED IN_FILE LIST("entities", BLOCK, entity, tdg_analysis_entity_count(it),
                       tdg_analysis_entity(it, i),
          "People, organisations and places that two articles or more name, those in most articles "
          "first, at most a thousand. Empty where bodies are lists of words.")
    ADDED IN_FILE LIST("formats", BLOCK, title_format, tdg_analysis_format_count(it),
                       tdg_analysis_format(it, i),
          "Columns, live blogs of a kind, notices: articles whose titles are the same but for names "
          "and numbers, week after week. They are in no event of their own. By their first "
          "article.")
    ADDED IN_FILE PART_OR_NULL("in_the_news", news, news_of(it),
          "null where no article has a date.")
    ADDED IN_FILE LIST("lead", BLOCK, lead, tdg_analysis_lead_count(it, TDG_LEAD_PERIOD),
                       tdg_analysis_lead(it, TDG_LEAD_PERIOD, i),
          "The news of the period that was asked about, else of the last whole one: at most ten "
          "items by their size and by how unusual it is.")
    ADDED IN_FILE LIST("lead_of_all", BLOCK, lead, tdg_analysis_lead_count(it, TDG_LEAD_ALL),
                       tdg_analysis_lead(it, TDG_LEAD_ALL, i),
          "The news of all time up to the last period, likewise.")
END(analysis)
