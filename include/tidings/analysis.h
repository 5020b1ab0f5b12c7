// SPDX-License-Identifier: GPL-3.0-or-later
/** An analysis: the complete, immutable result of one run.
 *
 * Everything that a getter returns is borrowed from the analysis and valid until tdg_analysis_free;
 * nothing in it is to be freed. No string is NULL unless its comment says so. Getters allocate
 * nothing and cannot fail, and several threads may read one analysis at once.
 */
#ifndef TIDINGS_ANALYSIS_H
#define TIDINGS_ANALYSIS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>
#include <tidings/options.h>
#include <tidings/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/** One finished run; opaque. Made by tdg_analyze and tdg_archive_within. */
struct tdg_analysis;

/** A recurring column: words at one end of titles that say what sort of article it is, and nothing
 * of its subject. There they are not counted. */
struct tdg_column_view {
    enum tdg_column_place place; /**< of titles */
    const char *words;           /**< separated by blanks, without stop words */
    size_t articles;             /**< that have them there, copies included */
};

/** What was read. Counts of articles include copies. */
struct tdg_corpus_view {
    size_t articles; /**< read and kept */
    size_t copies;   /**< of these, copies of an earlier one */
    size_t skipped;  /**< records that did not become articles */
    size_t undated;  /**< of the articles, those without a date: clustered, not counted in time */
    size_t unplaced; /**< of the articles, those without a theme; each has its reason */
    int64_t first;   /**< earliest and latest date, TDG_NO_DATE where no article has one */
    int64_t last;
    size_t terms;                      /**< size of the vocabulary */
    const char *fingerprint;           /**< hash of the articles in their order, hexadecimal */
    const struct tdg_tally *languages; /**< most frequent first, then by name */
    size_t language_count;
    const struct tdg_tally *sources; /**< most frequent first, then by name; known ones only */
    size_t source_count;
    size_t links;  /**< pairs of articles of which one is among the nearest of the other */
    size_t strays; /**< of the undated articles, those whose date was far from all others */
    const struct tdg_column_view *columns; /**< most articles first */
    size_t column_count;
    size_t column_titles;     /**< of the articles, those of whose title a column is left out */
    size_t left_out;          /**< of the skipped records, those outside of `from` and `to` */
    const char *understood;   /**< which names in the records became which fields, as a line; ""
                                   where no records were read, as in an archive */
    const char *word_vectors; /**< that short articles were compared by, as tdg_word_vectors() has
                                   it; NULL where none were */
};

/** One article, in the order by time of publication, then by id. */
struct tdg_article_view {
    const char *id;
    const char *title; /**< cleaned; "" where it has none */
    const char *source;
    const char *url;
    const char *language; /**< ISO 639-1, or "" */
    int64_t published;
    uint32_t theme; /**< index of a theme or TDG_NONE */
    float weight;   /**< share of its words, ½ to 1, that its theme explains when the best other
                         theme takes what it explains better; 0 without a theme */
    uint32_t second_theme; /**< a theme that part of the article is clearly about; or TDG_NONE */
    float second_weight;   /**< share of the words that this one explains, at most the weight; with
                                the weight, 1; 0 without a second theme */
    uint32_t story;        /**< index of a story or TDG_NONE */
    uint32_t event;        /**< index of an event or TDG_NONE */
    uint32_t copy_of;      /**< index of the original article or TDG_NONE */
    const char *reason;    /**< why it has no theme; "" where it has one */
    const char *headline;  /**< what people read of it: its title, else the first words of its text,
                                else its source and date, else its id; never "" */
    uint32_t period;       /**< index of a period, TDG_NONE where it has no date */
};

/** How much of what a source published is about a theme. */
struct tdg_theme_source_view {
    const char *source;
    size_t articles;
    size_t originals;
    double share; /**< originals / all originals of the source that have a theme */
};

/** A theme in one period. */
struct tdg_point_view {
    size_t articles;
    size_t originals;
    double
        share;  /**< originals of the theme / dated originals of the period, 0 where it is empty */
    double low; /**< 95 % interval of the share, by the overdispersion of the theme */
    double high;
};

/** How the share of a theme moved over all whole periods. */
struct tdg_trend_view {
    enum tdg_direction direction; /**< as the last finding about the theme says that still holds in
                                the last whole period, else as the slope says */
    double per_period;            /**< slope of the share, per period */
    double p;                     /**< of no slope; 1 where there are too few periods */
    double q;                     /**< p after Benjamini-Hochberg over all themes */
    uint32_t since;     /**< index of the period from which the direction holds: where the finding
                             begins, or, of a steady theme, after its last finding; TDG_NONE: in
                             all periods */
    double direction_q; /**< q of the finding or of the slope that the direction is of */
};

/** The last whole period against the ones before it. */
struct tdg_change_view {
    uint32_t period; /**< index of the period, TDG_NONE where there are fewer than two whole ones */
    double share;    /**< in that period */
    double baseline; /**< mean share of up to eight whole periods before it, as it would be with the
                          sources of this one */
    size_t least;    /**< originals in it from which a rise could have been told from chance; 0
                          where nothing could be */
};

/** How far articles went: what copies add to originals. */
struct tdg_reach_view {
    size_t copies;
    size_t sources;    /**< distinct known ones, of originals and copies */
    const char *first; /**< the source that was first, "" where that is not known */
    double lag;        /**< median hours from an original to its copies; NaN where none is dated */
};

/** A theme: a lasting subject. Themes are ordered by their number of articles, largest first. */
struct tdg_theme_view {
    const char *id;    /**< "T1" */
    const char *label; /**< from its terms, unique within the analysis */
    const char *name;  /**< of a well-known subject or given by a person; "" where none is known */
    const char *topic_code; /**< of the subject that `name` is, in the IPTC Media Topics:
                                 "medtop:20000229"; "" where it has none */
    const char *parent;     /**< id of its parent, "" where there are none */
    size_t articles;
    size_t originals;
    double share;                      /**< originals / all originals that have a theme */
    const struct tdg_term_view *terms; /**< best first, at least ten where the corpus has them */
    size_t term_count;
    double coherence;                /**< mean NPMI of the first ten terms over articles, -1 to 1 */
    const uint32_t *representatives; /**< indices of articles, most central first */
    size_t representative_count;
    enum tdg_theme_status status;
    bool seeded; /**< grown from a subject of the option `seeds`, whose name it has */
    bool mixed;  /**< a leftover: its articles have less in common than those of other themes. Its
                      label says so, it has no name and no parent, and no finding is about it; its
                      terms and stories are followed as any */
    const struct tdg_point_view *series; /**< one point a period */
    struct tdg_trend_view trend;
    struct tdg_change_view change;
    double stability; /**< how well it comes back among half of the articles, 0 to 1; not a number
                           where that is not known */
    struct tdg_reach_view reach;
    const struct tdg_theme_source_view *sources; /**< most articles first, in a tie in byte order;
                                                      articles without a source are in none */
    size_t source_count;
    double cohesion; /**< how much more of the links of its articles stay inside it than as many
                          links between any articles would: 1 for all, 0 for no more; not a number
                          where that is not known */
};

/** A day of a story; days without articles are left out. */
struct tdg_day_view {
    const char *day; /**< ISO 8601, in the time zone of the analysis */
    size_t articles;
};

/** A story: what one set of articles reports of an event, two or more of them. Stories are ordered
 * by their first article. */
struct tdg_story_view {
    const char *id;    /**< "S1" */
    uint32_t theme;    /**< index of the theme that most of them are in */
    uint32_t headline; /**< index of the most central article that is no copy and not muted */
    int64_t first;     /**< earliest and latest date, TDG_NO_DATE where no article has one */
    int64_t last;
    size_t articles;
    size_t originals;
    struct tdg_reach_view reach;
    const struct tdg_day_view *curve; /**< ascending */
    size_t day_count;
    const struct tdg_term_view *terms; /**< that set it apart inside its theme, best first */
    size_t term_count;
    const uint32_t *members; /**< [articles] indices, ascending */
    uint32_t sequel_of; /**< index of the story that it takes up again after a pause, or TDG_NONE */
};

/** A person, an organisation or a place that articles of an event name. */
struct tdg_event_entity_view {
    const char *name; /**< as that of an entity */
    enum tdg_entity kind;
    size_t articles; /**< of the event that have it */
};

/** An event: what happened, as two articles or more of the same days tell it, whatever themes they
 * are in. Events are ordered by their first article. One that goes on for weeks is a chain of them.
 */
struct tdg_event_view {
    const char *id;    /**< "E1" */
    uint32_t theme;    /**< index of the theme that most of its articles are in, or TDG_NONE */
    uint32_t headline; /**< index of the article that names it: no copy and not muted */
    int64_t first;     /**< earliest and latest date, TDG_NO_DATE where no article has one */
    int64_t last;
    size_t articles;
    size_t originals;
    struct tdg_reach_view reach;
    const struct tdg_day_view *curve; /**< ascending */
    size_t day_count;
    const uint32_t *members; /**< [articles] indices, ascending */
    const uint32_t *stories; /**< [story_count] indices of the stories in it, ascending */
    size_t story_count;
    uint32_t follows; /**< index of the event of the weeks before that it goes on with, or TDG_NONE
                       */
    const struct tdg_event_entity_view *entities; /**< who and where, the most telling first */
    size_t entity_count;
};

/** Articles of a kind that comes again and again, whatever has happened: a column, a live blog of
 * each match, notices. Their titles are the same but for names and numbers. They are in no event
 * of their own. */
struct tdg_format_view {
    const char *pattern; /**< the common words; a run of names and numbers is "…" */
    int64_t first;       /**< earliest and latest date */
    int64_t last;
    size_t articles;
    size_t sources;          /**< distinct known ones */
    const uint32_t *members; /**< [articles] indices, ascending */
};

/** A person, an organisation or a place that two articles or more name. */
struct tdg_entity_view {
    const char *id;   /**< "N1" */
    const char *name; /**< the most frequent spelling of the full name */
    enum tdg_entity kind;
    const char *const *variants; /**< its other spellings, most frequent first, at most twelve */
    size_t variant_count;
    size_t article_count;
    size_t sources;           /**< distinct known ones */
    const uint32_t *articles; /**< [article_count] indices, ascending; copies are among them */
};

/** The time that a lead is about. */
enum tdg_lead_scope {
    TDG_LEAD_PERIOD, /**< the requested period, else the last whole one, as tdg_report_events */
    TDG_LEAD_ALL,    /**< all of it */
};

/** One piece of the news of a period, or of all time: an event, several that are told as one, or a
 * theme, parent or term that moved and that no event carries. No two items rest on the same
 * articles: they share less than half of those of the smaller one. */
struct tdg_lead_view {
    enum tdg_lead_kind kind;
    enum tdg_certainty certainty;
    const char *title;    /**< the headline in its middle; of a movement, what moved */
    const char *sentence; /**< how much there is of it, in plain words */
    const char *since;    /**< day of its first article, ISO 8601; it may lie before the period */
    uint32_t event;       /**< index of its largest event, or TDG_NONE */
    uint32_t theme;       /**< index of the theme that it is, or is in, or TDG_NONE */
    uint32_t parent;      /**< index of a parent, or TDG_NONE */
    const char *term;     /**< or "" */
    size_t originals;     /**< in the period */
    size_t sources;       /**< distinct known ones of these */
    double usual; /**< originals that would be usual there, by up to eight periods before; of
                       all time, its originals a period */
    const uint32_t *articles; /**< indices, ascending: in the period, copies included */
    size_t article_count;
    const uint32_t *headlines; /**< indices of at most three articles, most telling first, of
                                    different sources where there are any */
    size_t headline_count;
};

/** A person, an organisation or a place in the news of a period. Articles are originals. */
struct tdg_news_name_view {
    const char *name; /**< as that of an entity */
    enum tdg_entity kind;
    enum tdg_in_the_news state;
    size_t articles; /**< of the period that have it */
    double expected; /**< as many as the periods before it would make */
    double q;        /**< that chance makes the difference, after Benjamini-Hochberg over all names
                          that were tested; 1 where it was not */
    uint32_t event;  /**< index of the event that most of these articles are in, two or more, or
                          TDG_NONE */
};

/** Who is in the news. */
struct tdg_news_view {
    uint32_t period; /**< that was asked for, or the latest whole one; TDG_NONE without dates */
    const uint32_t
        *compared; /**< [compared_count] up to eight whole periods before it, ascending */
    size_t compared_count;
    const struct tdg_news_name_view *names; /**< by state, most articles first; those with fewer by
                                                 what was expected */
    size_t name_count;
    double level; /**< largest q of a name that is new, again, more or fewer */
};

/** Several themes that lie close to each other, taken as one. Parents are ordered by their number
 * of articles, largest first. There are none where the themes do not fall into clearly fewer. */
struct tdg_parent_view {
    const char *id;         /**< "P1" */
    const char *label;      /**< from its terms, unique among the parents */
    const char *name;       /**< of a well-known subject; "" where none is known */
    const char *topic_code; /**< as that of a theme */
    size_t themes;          /**< that have it as their parent, at least one */
    size_t articles;
    size_t originals;
    double share;                      /**< originals / all originals that have a theme */
    const struct tdg_term_view *terms; /**< best first */
    size_t term_count;
};

/** How good a number of themes would be. */
struct tdg_choice_point {
    uint32_t themes;
    double modularity; /**< of the graph of neighbours, cut into so many groups */
    double resolved;   /**< the same at the resolution by which the number was chosen */
};

/** Why there are as many themes as there are. */
struct tdg_choice_view {
    size_t themes;
    bool given;                           /**< asked for, or brought along by the articles */
    const char *reason;                   /**< a sentence */
    const struct tdg_choice_point *curve; /**< by number of themes, from 1; empty where the articles
                                             bring theirs along */
    size_t curve_count;
    const char *detail; /**< "coarse", "normal" or "fine"; "" where the number was given */
    double resolution; /**< of the modularity by which the number was chosen, 1 or more: at a higher
                          one, smaller themes (Reichardt and Bornholdt 2006). 1 where themes at a
                          higher one could not be told from those of any words */
    size_t coarse; /**< how many themes resolution 1 would find: their parents, as far as they have
                      any; 0 where the themes are those, or the number was given */
};

/** A term of an article, and how much it speaks for two themes: ln(1 + times) ln(share of the
 * theme's words / share of all words), in nats. */
struct tdg_why_term_view {
    const char *term;
    size_t times; /**< in the article */
    double first; /**< for its theme */
    double other; /**< for the theme that came second */
};

/** An article that drew it when its theme was sought. */
struct tdg_why_neighbour_view {
    uint32_t article;
    double cosine; /**< of their weighted words, 0 to 1 */
};

/** Why an article is where it is: one for each value of the option `why`, in their order. Its words
 * have the last say, by naive Bayes: it is in the theme for which they speak most. */
struct tdg_why_view {
    const char *id;    /**< as it was asked for */
    uint32_t article;  /**< TDG_NONE where there is none with this id, and nothing below counts */
    uint32_t original; /**< the article whose words count: the first original, or itself */
    uint32_t theme;    /**< TDG_NONE where it has none; its view has the reason */
    uint32_t other;   /**< for which the words speak most after it; TDG_NONE where there is no other
                         theme, or where words did not decide */
    double first_sum; /**< of all terms, for its theme; it is the higher one */
    double other_sum;
    uint32_t barred; /**< theme for which they speak even more, but which, of a narrow subject of a
                        person, only takes articles with several words of it; or TDG_NONE */
    double barred_sum;
    uint32_t before; /**< theme it was in before its words were heard; TDG_NONE where that one is
                        gone or words did not decide */
    const struct tdg_why_term_view *terms; /**< those that made most of a difference first */
    size_t term_count;
    const struct tdg_why_neighbour_view *neighbours; /**< closest first */
    size_t neighbour_count;
};

/** A term that sets the articles of a finding apart. */
struct tdg_driver_view {
    const char *term; /**< the most frequent surface form */
    size_t articles;  /**< originals that have it, where the finding has most */
    double expected;  /**< of them, by what is usual in the theme */
};

/** One statement about a theme, a parent or a term in time. Exactly one of `theme`, `parent` and
 * `term` is set. Shares are of the originals of the periods that can be compared. */
struct tdg_finding_view {
    enum tdg_move kind;
    uint32_t theme;   /**< index of a theme, or TDG_NONE */
    uint32_t parent;  /**< index of a parent, or TDG_NONE */
    const char *term; /**< or "" */
    uint32_t first;   /**< periods: where it begins; its last one */
    uint32_t last;
    const char *from; /**< first day of the first and last day of the last period, ISO 8601 */
    const char *to;
    double factor; /**< after / before; infinite where there was nothing before */
    double before; /**< share without it, or at the begin of a slope */
    double after;  /**< share in its periods, or at the end of a slope */
    double low;    /**< 95 % interval of the share in its periods, by their overdispersion */
    double high;
    size_t observed;  /**< originals in its periods */
    double expected;  /**< originals there without it */
    double p;         /**< that chance moves a series as much in any of the ways that were tried */
    double q;         /**< p after Benjamini-Hochberg over everything tested in its family: themes
                           and parents, or terms */
    const char *text; /**< one sentence */
    const struct tdg_driver_view *drivers; /**< strongest first */
    size_t driver_count;
    const uint32_t *evidence; /**< indices of articles, the most telling first */
    size_t evidence_count;
};

/** Where an analysis is one of the articles of one theme or parent (the option `within`): which one
 * that is. Ids then begin with it: a theme of T5 is "T5.1", a parent "T5.P1", a story "T5.S1", an
 * event "T5.E1". */
struct tdg_within_view {
    const char *id;    /**< "T5", "P2" or "T5.1"; "" in an analysis of all articles */
    const char *label; /**< of that theme or parent, as its own analysis has it */
    const char *name;  /**< likewise; "" where none is known */
    const char *title; /**< both together, for people: "T5 Cybersecurity: phishing, ransomware" */
    size_t articles;   /**< that were analyzed, those of other themes and of none included */
};

/** A source in the latest period and before. */
struct tdg_source_view {
    const char *name;
    size_t articles; /**< originals in the period */
    double share;    /**< of all originals of the period */
    double before;   /**< share of the originals of the periods that it is compared with */
    enum tdg_source_state state;
};

/** What happened to a theme of an archive in the requested period. */
struct tdg_lineage_view {
    enum tdg_ledger_kind kind;
    const char *theme; /**< id of the theme that it is about */
    const char *other; /**< id of the theme that it came from or went into, "" for none */
    const char *day;   /**< ISO 8601, in UTC: of the newest article then */
    const char *text;  /**< a sentence */
};

/** The latest period that is whole against up to eight whole ones before it. */
struct tdg_latest_view {
    uint32_t period;          /**< index, TDG_NONE where too few periods can be compared */
    const char *asked;        /**< id of the period requested from an archive, "" for none; not
                                   `period` where that one cannot be compared */
    const uint32_t *compared; /**< indices of the periods before, ascending */
    size_t compared_count;
    /** What is out of the ordinary, as findings about this period alone: new, returning (after
     * four periods of silence), a burst, rising (if it was under way in the period before), falling
     * or gone. Of themes and parents first, then of terms; in either, surest first. */
    const struct tdg_finding_view *movements;
    size_t movement_count;
    const struct tdg_source_view *sources; /**< the hundred with most articles in the period; with
                                                as many, those with most before */
    size_t source_count;
    const struct tdg_lineage_view
        *lineage; /**< of an archive: themes that began, split off, went into
                    others, ended, fell asleep or came back in the period
                    that was asked about, and what people decided */
    size_t lineage_count;
    uint32_t last_whole; /**< index of the last period that is whole, TDG_NONE where none is; it is
                              `period` where enough are whole for comparing */
};

/** What chance alone would find: articles analyzed again with dates permuted in blocks and without
 * the changes found. */
struct tdg_null_view {
    size_t runs;      /**< 0 where that was not asked for */
    size_t runs_with; /**< runs with any finding about a theme or a parent */
    size_t findings;  /**< findings in all of them together */
    size_t block;     /**< periods that stayed together */
    double low;       /**< 95 % interval of the share of runs with a finding */
    double high;
};

/** Something the user does not want to see: see the option `mute`. */
struct tdg_mute_view {
    enum tdg_mute_kind kind;
    const char *text; /**< as it was written */
};

/** Analyzes the articles of `inputs` (files, folders, "-" for standard input).
 *
 * On success *analysis is new; free it with tdg_analysis_free. It holds a copy of `options`, so the
 * caller may change or free those afterwards. Unreadable records are reported to `monitor` (may be
 * NULL), counted and skipped; they fail the run only if the option `strict` is set.
 *
 * Errors: TDG_EEMPTY if no article can be used; TDG_EIO, TDG_EFORMAT and TDG_ELIMIT for an input
 * that cannot be read; TDG_EINVAL for options that contradict each other or the input;
 * TDG_ECANCELED if `monitor` asked to stop; TDG_ENUMERIC; TDG_ENOMEM. Several threads may analyze
 * at once; `options` must not be changed meanwhile. */
TDG_API int tdg_analyze(const struct tdg_options *options, const char *const *inputs,
                        size_t input_count, const struct tdg_monitor *monitor,
                        struct tdg_analysis **analysis, struct tdg_error *error);
/** Frees an analysis and with it everything borrowed from it. NULL is allowed. */
TDG_API void tdg_analysis_free(struct tdg_analysis *analysis);

/** The options that it was made with; never NULL. Borrowed, not to be changed. */
TDG_API const struct tdg_options *tdg_analysis_options(const struct tdg_analysis *analysis);
/** What was read; never NULL. */
TDG_API const struct tdg_corpus_view *tdg_analysis_corpus(const struct tdg_analysis *analysis);

/** How many articles there are, copies included: those of struct tdg_corpus_view. */
TDG_API size_t tdg_analysis_article_count(const struct tdg_analysis *analysis);
/** The article with this index, by time of publication, then id; NULL beyond the last one. */
TDG_API const struct tdg_article_view *tdg_analysis_article(const struct tdg_analysis *analysis,
                                                            size_t index);
/** How many periods there are from the first date to the last; 0 if no article has a date. */
TDG_API size_t tdg_analysis_period_count(const struct tdg_analysis *analysis);
/** The period with this index, oldest first; NULL beyond the last one, so also for TDG_NONE. */
TDG_API const struct tdg_period_view *tdg_analysis_period(const struct tdg_analysis *analysis,
                                                          size_t index);
/** How many themes there are. */
TDG_API size_t tdg_analysis_theme_count(const struct tdg_analysis *analysis);
/** The theme with this index, largest first; NULL beyond the last one, so also for TDG_NONE. */
TDG_API const struct tdg_theme_view *tdg_analysis_theme(const struct tdg_analysis *analysis,
                                                        size_t index);
/** How many parents the themes have; 0 if they do not fall into clearly fewer groups. */
TDG_API size_t tdg_analysis_parent_count(const struct tdg_analysis *analysis);
/** The parent with this index, largest first; NULL beyond the last one. */
TDG_API const struct tdg_parent_view *tdg_analysis_parent(const struct tdg_analysis *analysis,
                                                          size_t index);
/** The theme or parent that was analyzed (option `within`); never NULL, and its id is "" in an
 * analysis of all articles. */
TDG_API const struct tdg_within_view *tdg_analysis_within(const struct tdg_analysis *analysis);
/** Why there are as many themes as there are; never NULL. */
TDG_API const struct tdg_choice_view *tdg_analysis_choice(const struct tdg_analysis *analysis);
/** How many values the option `why` has: each has one explanation. */
TDG_API size_t tdg_analysis_why_count(const struct tdg_analysis *analysis);
/** The explanation for the value of `why` with this index; NULL beyond the last one. */
TDG_API const struct tdg_why_view *tdg_analysis_why(const struct tdg_analysis *analysis,
                                                    size_t index);
/** How many stories there are. */
TDG_API size_t tdg_analysis_story_count(const struct tdg_analysis *analysis);
/** The story with this index, by first article; NULL beyond the last one. */
TDG_API const struct tdg_story_view *tdg_analysis_story(const struct tdg_analysis *analysis,
                                                        size_t index);

/** How many events there are. */
TDG_API size_t tdg_analysis_event_count(const struct tdg_analysis *analysis);
/** The event with this index, by first article; NULL beyond the last one. */
TDG_API const struct tdg_event_view *tdg_analysis_event(const struct tdg_analysis *analysis,
                                                        size_t index);

/** How many formats there are. */
TDG_API size_t tdg_analysis_format_count(const struct tdg_analysis *analysis);
/** The format with this index, by first article; NULL beyond the last one. */
TDG_API const struct tdg_format_view *tdg_analysis_format(const struct tdg_analysis *analysis,
                                                          size_t index);

/** How many names there are: at most a thousand. */
TDG_API size_t tdg_analysis_entity_count(const struct tdg_analysis *analysis);
/** The name with this index, that in most articles first; NULL beyond the last one. */
TDG_API const struct tdg_entity_view *tdg_analysis_entity(const struct tdg_analysis *analysis,
                                                          size_t index);

/** How many items the lead of a period, or of all time, has: at most ten. */
TDG_API size_t tdg_analysis_lead_count(const struct tdg_analysis *analysis,
                                       enum tdg_lead_scope scope);
/** The item with this index, by size and surprise; NULL beyond the last one. */
TDG_API const struct tdg_lead_view *tdg_analysis_lead(const struct tdg_analysis *analysis,
                                                      enum tdg_lead_scope scope, size_t index);

/** Who is in the news of the latest period; never NULL. */
TDG_API const struct tdg_news_view *tdg_analysis_in_the_news(const struct tdg_analysis *analysis);

/** How many findings there are. */
TDG_API size_t tdg_analysis_finding_count(const struct tdg_analysis *analysis);
/** The finding with this index: about themes and parents first, then about terms; in each part,
 * strongest evidence first. NULL beyond the last one. */
TDG_API const struct tdg_finding_view *tdg_analysis_finding(const struct tdg_analysis *analysis,
                                                            size_t index);
/** The last whole period against those before it; never NULL, and its `period` is TDG_NONE if too
 * few periods can be compared. */
TDG_API const struct tdg_latest_view *tdg_analysis_latest(const struct tdg_analysis *analysis);
/** What a permutation test found (option `permutations`); never NULL, `runs` 0 if there was none.
 */
TDG_API const struct tdg_null_view *tdg_analysis_null(const struct tdg_analysis *analysis);
/** How many terms, columns and sources are muted. */
TDG_API size_t tdg_analysis_mute_count(const struct tdg_analysis *analysis);
/** The muted one with this index, in the order in which they were given; NULL beyond the last. */
TDG_API const struct tdg_mute_view *tdg_analysis_mute(const struct tdg_analysis *analysis,
                                                      size_t index);

/** Bytes for a time as text with its final NUL: "-9999-12-31T23:59:59Z". */
#define TDG_TIME_SIZE 32
/** Writes `time` (seconds since 1970, UTC) into the caller's `text` as ISO 8601 in UTC; "" for
 * TDG_NO_DATE. Returns `text`. Thread-safe. */
TDG_API const char *tdg_time_text(int64_t time, char text[TDG_TIME_SIZE]);

#ifdef __cplusplus
}
#endif
#endif
