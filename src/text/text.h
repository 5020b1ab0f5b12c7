// SPDX-License-Identifier: GPL-3.0-or-later
/** Stage 3: text → terms.
 *
 * A term is the stem of a word in the language of its article, so that every spelling of a word is
 * one term; people are shown its most frequent surface form. Two or three words that stand side by
 * side more often than chance has it ("trade war", "Czech Republic") are a term, too, a phrase,
 * beside the terms of their words. Where "cyber security" is also written "cybersecurity", both are
 * that one term.
 */
#ifndef TDG_TEXT_TEXT_H
#define TDG_TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/span.h"
#include "base/workers.h"
#include "read/read.h"
#include "text/beginnings.h"

/** Stands in a stream where two terms are not neighbours in the text: the end of a sentence or a
 * clause, or a stop word between them. Never twice in a row. */
#define TDG_BREAK UINT32_MAX

/** A phrase in the text of an article. */
struct tdg_phrase {
    uint32_t at; /* its first word is term[begin[i] + at] of article i */
    uint32_t term;
};

/** A term that an article never writes by the word that shows it, and the word that it writes. */
struct tdg_variant {
    uint32_t term;
    uint32_t text;
};

/** Of article i those from begin[i] on, ascending by term. {0} is empty. */
struct tdg_variants {
    size_t *begin; /* [articles + 1]; NULL where nothing is known */
    struct tdg_variant *items;
    size_t count;
    const char **text; /* [text_count] */
    uint32_t text_count;
};

/** A recurring column: words that begin or end the titles of articles about anything ("Business
 * live", "… obituary"). */
enum { TDG_RUBRIC_WORDS = 8 }; /* at most */
struct tdg_rubric {
    enum tdg_text_place place; /* TDG_TITLE_START or TDG_TITLE_END */
    uint32_t term[TDG_RUBRIC_WORDS];
    uint32_t words;  /* of them, in the order of the text */
    size_t articles; /* with its words at this place and no longer column; copies among them */
};

/** The columns of titles. {0} is empty. */
struct tdg_rubrics {
    struct tdg_rubric *items; /* [count] most articles first; in a tie as their stems sort */
    size_t count;
    size_t titles;    /* of articles that have one at either end, copies among them */
    uint8_t *opening; /* [articles] places of the stream, from its beginning on, that are a column;
                         NULL where no column was found */
    uint8_t *closing; /* [articles] places before the end of the title */
};

/** The terms of all articles in the order of the text, title first.
 * The stream of article i is term[begin[i]] … term[begin[i + 1] - 1]; its title ends at (before)
 * title_end[i]. Words are numbered in the byte order of their stems, so that a number does not
 * depend on the order of the articles; behind them come the phrases, in the byte order of theirs
 * (stems with a blank between). {0} is empty. */
struct tdg_streams {
    size_t articles;
    bool sorted;       /* only titles have their words in the order of the text */
    size_t *begin;     /* [articles + 1] */
    size_t *title_end; /* [articles] */
    uint32_t *term;    /* [begin[articles]] numbers of words, and TDG_BREAK */
    uint32_t term_count;
    uint32_t phrase_count;     /* the last ones of the terms */
    size_t *phrase_begin;      /* [articles + 1]; NULL where there is no phrase */
    struct tdg_phrase *phrase; /* [phrase_begin[articles]] of article i from phrase_begin[i] on,
                                  ascending by place, the shorter one first */
    const char **stem;         /* [term_count] */
    const char *
        *surface; /* [term_count] the most frequent spelling; in a tie the first in byte order */
    struct tdg_variants variants;
    struct tdg_rubrics rubrics; /* see tdg_rubrics_find */
    struct tdg_arena arena;
};

/** How a term is written in some articles, of which `having` have it: as anywhere, unless nearly
 * all of them write another word of the same stem. Borrowed from the streams. */
const char *tdg_surface_among(const struct tdg_streams *streams, uint32_t term,
                              const uint32_t *rows, size_t count, size_t having);

/** The phrases of article i; none where the streams have none. */
struct tdg_phrases {
    const struct tdg_phrase *items;
    size_t count;
};

static inline struct tdg_phrases tdg_phrases_of(const struct tdg_streams *streams, size_t article)
{
    if (!streams->phrase_count)
        return (struct tdg_phrases){NULL, 0};
    const size_t *begin = streams->phrase_begin + article;
    return (struct tdg_phrases){streams->phrase + begin[0], begin[1] - begin[0]};
}

/** Whether the term at this place of the stream is part of a column, which says what sort of
 * article this is, and nothing of its subject: it is not counted. */
static inline bool tdg_in_rubric(const struct tdg_streams *streams, size_t article, size_t at)
{
    const struct tdg_rubrics *rubrics = &streams->rubrics;
    return rubrics->opening && (at < streams->begin[article] + rubrics->opening[article] ||
                                (at < streams->title_end[article] &&
                                 at + rubrics->closing[article] >= streams->title_end[article]));
}
/** Whether a phrase has a word in a column. */
bool tdg_phrase_in_rubric(const struct tdg_streams *streams, size_t article,
                          const struct tdg_phrase *phrase);

/** Finds the columns of titles and marks where they are: streams->rubrics, which is empty before.
 * Without dates there are none: that they come week after week, whatever happens, is what tells
 * them from a subject. published is ascending with undated ones last; copies (copy_of may be NULL)
 * are marked, but show nothing. TDG_ENOMEM. */
int tdg_rubrics_find(struct tdg_streams *streams, const int64_t *published,
                     const uint32_t *copy_of);

void tdg_streams_done(struct tdg_streams *streams);

/** Leaves the articles with keep[article] alone, in their order. Terms, their numbers and how they
 * are written stay as they are. */
void tdg_streams_select(struct tdg_streams *streams, const bool *keep);

struct tdg_text_options {
    bool stem;       /* false: a term is the case-folded word */
    bool stop_words; /* leave out the stop words of the article's language */
    bool phrases;    /* find phrases and join compounds; not where `words` is false */
    bool words;      /* find words by Unicode rules; false: the text is tokens separated by blanks,
                        taken as they are */
    bool sorted;     /* the words of bodies are in no order that says anything */
    size_t most_terms; /* distinct terms; TDG_ELIMIT beyond */
};

/** All true but `sorted`; the usual limit. */
struct tdg_text_options tdg_text_defaults(void);

/** Cuts titles and bodies into terms. */
int tdg_streams_build(struct tdg_streams *streams, const struct tdg_articles *articles,
                      const struct tdg_text_options *options, struct tdg_workers *workers,
                      const struct tdg_monitor *monitor, struct tdg_error *error);

/** Replaces bodies by their words, each as often as it is there, in byte order, with a break
 * between any two: what is left says which words an article has, not what it says. Of a body that
 * was sorted before nothing changes. The old bodies are freed. TDG_ENOMEM. */
int tdg_bodies_sort(struct tdg_articles *articles, struct tdg_workers *workers,
                    struct tdg_error *error);

/** The terms that words of a person are: each of up to three words, by the rules of their language
 * and stemmed where the streams are. term: [count], TDG_NONE for what is not in the streams.
 * TDG_ENOMEM. */
int tdg_terms_find(uint32_t *term, const char *const *words, size_t count, const char *language,
                   bool stem, const struct tdg_streams *streams);

/** A number, alone or with a unit: "3.5", "1,000", "20km", "1980s", "2nd". Such a term likens
 * articles to each other, but is part of no phrase and no name for anything. */
bool tdg_is_quantity(const char *spelling, size_t length);

/** Three or more letters with digits right behind them, as tables have them: "MAY7", "qtr1". Not
 * "5G", "G20" and "COVID-19", which name things. */
bool tdg_is_code(const char *spelling, size_t length);

/** A capital stands in front, in any script that has them. */
bool tdg_is_capitalised(const char *spelling);

/** What is the same in all spellings of a name: "Saïed", "SAIED" and "Saied" become "saied". Writes
 * at most `size` bytes, the NUL included, and returns the length. */
size_t tdg_plain_spelling(const char *spelling, char *plain, size_t size);

/** A word of age, order, number or the calendar: in articles that have little else in common it
 * makes a subject of itself. Part of phrases it is one as any other. */
bool tdg_is_weak_word(const char *spelling);

enum tdg_weakness {
    TDG_STRONG,
    TDG_WEAK_FRONT, /* but may begin a name: "New York" */
    TDG_WEAK
};

/** How little a word says in a name; whatever tdg_is_weak_word finds is weak here, too. */
enum tdg_weakness tdg_weakness_in_names(const char *spelling, size_t length);

/** A subject of a person: its name, and words and phrases that stand for it. */
struct tdg_guide {
    const char *name;
    const char **words; /* [count] as they were written */
    size_t count;
    size_t line; /* of the file */
};

/** {0} is empty. */
struct tdg_guides {
    struct tdg_guide *items; /* [count] in the order of the file */
    size_t count;
    size_t capacity;
    struct tdg_arena arena;
};

/** Reads subjects, one a line: `Name: term, term, "term, with a comma"`; lines that begin with #
 * are comments. TDG_EFORMAT with file and line for anything else, and where there is no subject;
 * TDG_EIO, TDG_ENOMEM. */
int tdg_guides_load(struct tdg_guides *guides, const char *path, struct tdg_error *error);
int tdg_guides_read(struct tdg_guides *guides, const char *text, const char *file,
                    struct tdg_error *error);
void tdg_guides_done(struct tdg_guides *guides);

/** What is wrong with words that a person gives, to be kept and shown: "it is blank", "it is not
 * UTF-8", "there is a control character in it"; NULL where nothing is. */
const char *tdg_wording_wrong(const char *text);
/** Without blanks at the ends and without case; to be freed, NULL when out of memory. */
char *tdg_wording_fold(const char *text);

/** What a person does not want to see. It stays in every count of articles, and
 *  - a term is in no label, no list of terms, no name from a lexicon and no finding, and drives
 * none;
 *  - articles of a column, whose titles begin or end with its words, are no representatives, no
 *    evidence and in no story, and its words do not count in them for labels, terms and findings;
 *  - articles of a source are no representatives, no evidence and no headlines; what only they tell
 *    is no story.
 * A finding needs some articles of no muted column or source (trend/drivers.c). */
enum tdg_mute_kind { TDG_MUTE_TERM, TDG_MUTE_COLUMN, TDG_MUTE_SOURCE, TDG_MUTE_KINDS };

struct tdg_mute {
    enum tdg_mute_kind kind;
    const char *text; /* as it was written */
    size_t line;      /* of the file; 0 for none */
};

/** {0} is empty. */
struct tdg_mutes {
    struct tdg_mute *items; /* [count] none twice */
    size_t count;
    size_t capacity;
    struct tdg_arena arena;
};

/** "term", "column", "source". */
const char *tdg_mute_name(enum tdg_mute_kind kind);
/** In any case; false for another word. */
bool tdg_mute_find(enum tdg_mute_kind *kind, const char *name, size_t length);
/** What is wrong with a text of this kind, NULL where nothing is. */
const char *tdg_mute_wrong(enum tdg_mute_kind kind, const char *text);

/** Reads mutes, one a line: `term: …`, `column: …`, `source: …`; a line without a kind is a term,
 * lines that begin with # are comments. TDG_EFORMAT with file and line for anything else; TDG_EIO,
 * TDG_ENOMEM. */
int tdg_mutes_load(struct tdg_mutes *mutes, const char *path, struct tdg_error *error);
int tdg_mutes_read(struct tdg_mutes *mutes, const char *text, const char *file,
                   struct tdg_error *error);
/** Appends what tdg_mutes_read reads. */
void tdg_mutes_write(struct tdg_buffer *text, const struct tdg_mutes *mutes);
/** Unless it is there. TDG_ENOMEM. */
int tdg_mutes_add(struct tdg_mutes *mutes, enum tdg_mute_kind kind, struct tdg_span text,
                  size_t line);
/** Its index, whatever its case; `count` where it is not there, and when out of memory. */
size_t tdg_mutes_find(const struct tdg_mutes *mutes, enum tdg_mute_kind kind, const char *text);
void tdg_mutes_remove(struct tdg_mutes *mutes, size_t index);
void tdg_mutes_done(struct tdg_mutes *mutes);

/** Mutes, ready to be compared with articles in some languages. It notes what it met. Not
 * thread-safe. */
struct tdg_muting;

enum { TDG_MUTED_COLUMN = 1, TDG_MUTED_SOURCE = 2 };

/** Borrows the mutes. stem: terms are stems. TDG_ENOMEM. */
int tdg_muting_new(struct tdg_muting **muting, const struct tdg_mutes *mutes,
                   const char *const *languages, size_t count, bool stem);
void tdg_muting_free(struct tdg_muting *muting);
/** Whether a muted term is in a term of the streams, or in a text that people would see. */
bool tdg_muting_hides_stem(struct tdg_muting *muting, const char *stem);
bool tdg_muting_hides(struct tdg_muting *muting, const char *text);
/** What an article is muted for, as bits. */
unsigned tdg_muting_article(struct tdg_muting *muting, const char *source, const char *title);
/** Whether a term of the streams has a word of a muted column that this title is in; whether a text
 * has a word of any. */
bool tdg_muting_is_column_word(struct tdg_muting *muting, const char *title, const char *stem);
bool tdg_muting_in_a_column(struct tdg_muting *muting, const char *text);
/** Whether an item was met by now. */
bool tdg_muting_met(const struct tdg_muting *muting, size_t item);
/** The stems of a term in one language after the other; *at begins as 0. NULL at the end. */
const char *tdg_muting_stem(const struct tdg_muting *muting, size_t item, size_t *at);
/** Whether columns or sources are muted. */
bool tdg_muting_has_articles(const struct tdg_muting *muting);

/** Pointwise mutual information scaled to -1 … 1 (Bouma, "Normalized (Pointwise) Mutual Information
 * in Collocation Extraction", 2009), from counts of what has both, the first, the second, and of
 * all; -1 where they never meet. */
double tdg_npmi(uint64_t both, uint64_t first, uint64_t second, uint64_t all);

/** True where tidings has a list of stop words for an ISO 639-1 code. */
bool tdg_has_stop_words(const char *language);

#endif
