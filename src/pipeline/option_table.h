// SPDX-License-Identifier: GPL-3.0-or-later
/* The table of options. A row is OPTION(TYPE, field, …): the type without TDG_OPTION_, the field of
 * struct tdg_option_values that holds the value, and the rest of struct tdg_option_info. A new
 * option is a row here and the line that uses its field; parser, help, man pages, completions,
 * analysis.json and archives follow. Rows are in the order in which analysis.json writes them.
 *
 * Included more than once, each time with another OPTION: no include guard. */
// clang-format off
OPTION(NUMBER, themes, .name = "themes", .argument = "auto|N", .initial = "auto",
       .min = 1, .max = TDG_OPTION_UNBOUNDED, .unit = "themes", .group = TDG_GROUP_THEMES,
       .recorded = true, .lasting = true,
       .help = "number of themes")
OPTION(CHOICE, detail, .name = "detail", .argument = "coarse|normal|fine", .initial = "normal",
       .group = TDG_GROUP_THEMES, .recorded = true, .use = TDG_OPTION_ANALYSIS,
       .help = "granularity of the themes when --themes is auto")
OPTION(FIELD, themes_from, .name = "themes-from", .argument = "FIELD", .initial = "",
       .group = TDG_GROUP_THEMES, .recorded = true, .use = TDG_OPTION_ANALYSIS,
       .help = "take the themes from this field of the articles")
OPTION(THEME, within, .name = "within", .argument = "ID", .initial = "",
       .group = TDG_GROUP_THEMES, .recorded = true, .use = TDG_OPTION_ANALYSIS,
       .help = "find the themes inside one theme or parent of this analysis, such as T5 or P2")
OPTION(FILE, seeds, .name = "seeds", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_THEMES, .recorded = true, .lasting = true,
       .help = "topics of your own, which become themes alongside those found")
OPTION(FILE, mute, .name = "mute", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_LABELS, .recorded = true,
       .help = "terms, columns and sources to count but not show")

OPTION(CHOICE, period, .name = "period", .argument = "day|week|month", .initial = TDG_DEFAULT_PERIOD,
       .group = TDG_GROUP_TIME, .recorded = true, .lasting = true,
       .help = "length of a period")
OPTION(CHOICE, week_start, .name = "week-start", .argument = "monday|sunday",
       .initial = TDG_DEFAULT_WEEK_START, .group = TDG_GROUP_TIME, .recorded = true, .lasting = true,
       .help = "first day of the week; monday gives ISO weeks")
OPTION(DATE, from, .name = "from", .argument = "DATE", .initial = "",
       .group = TDG_GROUP_TIME, .recorded = true,
       .help = "skip dated articles before this date")
OPTION(DATE, to, .name = "to", .argument = "DATE", .initial = "",
       .group = TDG_GROUP_TIME, .recorded = true,
       .help = "skip dated articles on or after this date")
OPTION(ZONE, time_zone, .name = "time-zone", .argument = "ZONE", .initial = "UTC",
       .group = TDG_GROUP_TIME, .recorded = true, .lasting = true,
       .help = "time zone of the periods, and of dates that name none")

OPTION(LANGUAGE, language, .name = "language", .argument = "auto|none|CODE", .initial = "auto",
       .group = TDG_GROUP_INPUT, .recorded = true, .lasting = true,
       .help = "language of the articles: detected for each, none (no stemming, no stop words), or "
               "a code such as en")
OPTION(CHOICE, format, .name = "format",
       .argument = "auto|jsonl|json|csv|tsv|feed|html|warc|mail|nexis|press|text", .initial = "auto",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "input format")
OPTION(FIELD_MAP, map, .name = "map", .argument = "FIELD=NAME", .initial = "",
       .group = TDG_GROUP_INPUT, .recorded = true, .repeatable = true,
       .help = "read FIELD (such as title or body) from the input field NAME, or from the "
               "column of that number in a table; repeatable")
OPTION(ENCODING, encoding, .name = "encoding", .argument = "NAME", .initial = "",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "input encoding; detected for each file if not given")
OPTION(SWITCH, day_first, .name = "day-first", .initial = "false",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "read 03/04/2019 as 3 April")
OPTION(SWITCH, month_first, .name = "month-first", .initial = "false",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "read 03/04/2019 as 4 March")
OPTION(SWITCH, dates_from_mtime, .name = "dates-from-mtime", .initial = "false",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "date text files by their modification time if nothing else dates them")
OPTION(SWITCH, keep_dates, .name = "keep-dates", .initial = "false",
       .group = TDG_GROUP_INPUT, .recorded = true,
       .help = "keep dates far from all others instead of treating them as errors")

OPTION(NUMBER, copy_days, .name = "copy-days", .argument = "DAYS",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_COPY_DAYS), .max = 36500, .unit = "days",
       .group = TDG_GROUP_DUPLICATES, .recorded = true, .lasting = true,
       .help = "maximum number of days between an original and its copy; identical long texts are "
               "copies at any distance")
OPTION(SWITCH, keep_copies, .name = "keep-copies", .initial = "false",
       .group = TDG_GROUP_DUPLICATES, .recorded = true, .lasting = true,
       .help = "count every article, even identical ones such as survey answers")

OPTION(FILE, stop_words, .name = "stop-words", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "more stop words, one a line; with \"replace:\" as the first line, the only ones")
OPTION(FILE, synonyms, .name = "synonyms", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "lines of \"term = other, other\": all count as the first")
OPTION(FILE, keep, .name = "keep", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "phrases, one a line, that are one term each")
OPTION(CHOICE, weighting, .name = "weighting", .argument = "auto|tfidf|bm25", .initial = "auto",
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "term weighting; auto: tfidf for long articles, bm25 for others")
OPTION(NUMBER, min_articles, .name = "min-articles", .argument = "auto|N", .initial = "auto",
       .min = 1, .max = TDG_OPTION_UNBOUNDED, .unit = "articles",
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "ignore terms found in fewer articles")
OPTION(SHARE, max_share, .name = "max-share", .argument = "SHARE",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_SHARE),
       .group = TDG_GROUP_WORDS, .recorded = true, .lasting = true,
       .help = "ignore terms found in a larger share of the articles")
OPTION(NUMBER, window, .name = "window", .argument = "DAYS", .initial = "0", .max = 36500,
       .unit = "days", .group = TDG_GROUP_THEMES, .recorded = true, .lasting = true,
       .help = "maximum number of days between neighbouring articles; 0 for no limit")
OPTION(CHOICE, word_vectors, .name = "word-vectors", .argument = "auto|none", .initial = "auto",
       .group = TDG_GROUP_WORDS, .lasting = true,
       .help = "auto: compare short English articles by the meaning of their words as well")
OPTION(NUMBER, terms, .name = "terms", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_TERMS), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LABELS, .recorded = true, .lasting = true,
       .help = "number of terms to show per theme")
OPTION(FILE, subjects, .name = "subjects", .argument = "FILE", .initial = "",
       .group = TDG_GROUP_LABELS, .recorded = true, .lasting = true,
       .help = "additional well-known subjects to name themes after")
OPTION(NUMBER, resamples, .name = "resamples", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_RESAMPLES), .max = 1000,
       .group = TDG_GROUP_THEMES, .recorded = true, .lasting = true,
       .help = "number of half-samples that measure the stability of themes; 0 for none")
OPTION(ARTICLE, why, .name = "why", .argument = "ID", .initial = "", .repeatable = true,
       .group = TDG_GROUP_OUTPUT, .use = TDG_OPTION_ANALYSIS,
       .help = "explain why this article is in its theme; repeatable")

OPTION(SHARE, level, .name = "level", .argument = "SHARE",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_LEVEL),
       .group = TDG_GROUP_FINDINGS, .recorded = true, .lasting = true,
       .help = "maximum false discovery rate (q)")
OPTION(NUMBER, permutations, .name = "permutations", .argument = "N", .initial = "0", .max = 100000,
       .group = TDG_GROUP_FINDINGS, .recorded = true, .lasting = true,
       .help = "shuffle the dates N times and report how often chance alone yields a finding")
OPTION(NUMBER, seed, .name = "seed", .argument = "N", .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_SEED),
       .max = UINT64_MAX, .group = TDG_GROUP_GENERAL, .recorded = true, .lasting = true,
       .help = "random seed")
OPTION(NUMBER, threads, .name = "threads", .argument = "N", .initial = "0", .max = 256,
       .group = TDG_GROUP_GENERAL,
       .help = "number of worker threads, 0 for one per processor; results do not depend on it")
OPTION(SWITCH, no_text, .name = "no-text", .initial = "false",
       .group = TDG_GROUP_ARCHIVE, .lasting = true, .use = TDG_OPTION_ARCHIVE,
       .help = "store no texts, only their words in byte order")
OPTION(SWITCH, strict, .name = "strict", .initial = "false",
       .group = TDG_GROUP_INPUT,
       .help = "fail at the first unreadable record instead of skipping it")

OPTION(NUMBER, max_articles, .name = "max-articles", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_ARTICLES), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true,
       .help = "maximum number of articles")
OPTION(NUMBER, max_megabytes, .name = "max-megabytes", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_MEGABYTES), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true,
       .help = "maximum size of all input, decompressed")
OPTION(NUMBER, max_record_megabytes, .name = "max-record-megabytes", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_RECORD_MEGABYTES), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true,
       .help = "maximum size of a record; larger ones are skipped")
OPTION(NUMBER, max_members, .name = "max-members", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_MEMBERS), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true,
       .help = "maximum number of files in a tar or zip file")
OPTION(NUMBER, max_nesting, .name = "max-nesting", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_NESTING), .min = 1,
       .max = 1000, /* cJSON reads no deeper */
       .group = TDG_GROUP_LIMITS, .recorded = true,
       .help = "maximum nesting depth of a JSON record")
OPTION(NUMBER, max_terms, .name = "max-terms", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_TERMS), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true, .lasting = true,
       .help = "maximum number of terms; the most frequent are used")
OPTION(NUMBER, max_periods, .name = "max-periods", .argument = "N",
       .initial = TDG_DEFAULT_TEXT(TDG_DEFAULT_MAX_PERIODS), .min = 1, .max = TDG_OPTION_UNBOUNDED,
       .group = TDG_GROUP_LIMITS, .recorded = true, .lasting = true,
       .help = "maximum number of periods from the first date to the last")
// clang-format on
