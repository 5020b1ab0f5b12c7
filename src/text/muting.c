// SPDX-License-Identifier: GPL-3.0-or-later
/* What a list of mutes meets.
 *
 * A term is hidden where the stems of a muted one stand side by side in it, in any of the
 * languages: "reuters" hides "Thomson Reuters", "trade war" hides neither "trade" nor "war". A
 * column is met where a title begins or ends with its words, whatever their case; they are compared
 * as they stand, with stop words. A source is met by its whole name, whatever its case. */
#include "text/muting.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/buffer.h"
#include "base/intern.h"
#include "base/memory.h"
#include "text/terms.h"
#include "text/wording.h"
#include "text/words.h"

enum { MAX_WORDS = 8 /* of a muted term */ };

/* A stem, or several with blanks between, of an item. */
struct form {
    uint32_t stem, item;
};

/* A column: its words, folded, with a blank behind each, and their stems. */
struct column {
    size_t item;
    char *words;
    struct tdg_intern stems;
};

struct voice {
    struct tdg_lang_rules rules;
    struct sb_stemmer *stemmer;
};

struct tdg_muting {
    const struct tdg_mutes *mutes;
    struct voice *voices; /* [voice_count] the languages, and none */
    size_t voice_count;
    struct tdg_intern stems; /* of all terms in all languages */
    struct form *forms;      /* [form_count] */
    size_t form_count, form_room;
    struct column *columns; /* [column_count] */
    size_t column_count;
    struct tdg_intern sources; /* folded */
    uint32_t *source_item;     /* [sources] */
    bool *stem_met;            /* [stems] */
    bool *met;                 /* [mutes->count] */
    struct tdg_buffer scratch;
    struct tdg_segmenter segmenter;
};

/* The words of a title or a column, each with a blank behind it. */
static void fold_words(struct tdg_buffer *words, const char *text, struct tdg_segmenter *segmenter)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    char folded[TDG_TERM_SIZE];
    tdg_buffer_clear(words);
    tdg_scanner_init(&scanner, (struct tdg_word_rules){.possessive = true}, text, segmenter);
    while (tdg_scanner_next(&scanner, &word)) {
        tdg_buffer_add(words, folded, tdg_fold(word.text, word.length, folded));
        tdg_buffer_char(words, ' ');
    }
    words->failed = words->failed || segmenter->failed;
}

/* The stems of a text with blanks between; begin[i] is where the i-th begins, begin[count] behind
 * the last one and its blank. Texts longer than `most` words are cut there: how many there are. */
static size_t stem_words(struct tdg_buffer *stems, size_t begin[], size_t most,
                         const struct voice *voice, const char *text,
                         struct tdg_segmenter *segmenter)
{
    struct tdg_scanner scanner;
    struct tdg_word word;
    char term[TDG_TERM_SIZE];
    size_t count = 0;
    tdg_buffer_clear(stems);
    tdg_scanner_init(&scanner, voice->rules.rules, text, segmenter);
    while (tdg_scanner_next(&scanner, &word)) {
        size_t size = word.length > TDG_LONGEST_WORD
                          ? 0
                          : tdg_term(&voice->rules, voice->stemmer, word.text, word.length, term);
        if (count++ == most)
            break;
        begin[count - 1] = stems->length;
        tdg_buffer_add(stems, term, size);
        tdg_buffer_char(stems, ' ');
        begin[count] = stems->length;
    }
    stems->failed = stems->failed || segmenter->failed;
    return count;
}

static int add_form(struct tdg_muting *muting, const char *stem, size_t length, size_t item)
{
    uint32_t number = tdg_intern(&muting->stems, stem, length);
    struct form *grown = number == TDG_NONE ? NULL
                                            : tdg_grow(muting->forms, &muting->form_room,
                                                       muting->form_count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    muting->forms = grown;
    grown[muting->form_count++] = (struct form){number, (uint32_t)item};
    return TDG_OK;
}

/* "cyber security" is "cybersecurity" as well: the streams make one term of the two. */
static int add_closed(struct tdg_muting *muting, const struct voice *voice, const char *text,
                      size_t item)
{
    char closed[TDG_TERM_SIZE], term[TDG_TERM_SIZE];
    size_t length = 0;
    for (; *text; text++) {
        if (*text != ' ' && length + 1 == sizeof closed)
            return TDG_OK;
        if (*text != ' ')
            closed[length++] = *text;
    }
    closed[length] = '\0';
    if (length > TDG_LONGEST_WORD)
        return TDG_OK;
    size_t size = tdg_term(&voice->rules, voice->stemmer, closed, length, term);
    return size ? add_form(muting, term, size, item) : TDG_OK;
}

/* The stems in the scratch as the one term that they are where a person keeps the phrase. */
static int add_given(struct tdg_muting *muting, size_t length, size_t item)
{
    for (size_t i = 0; i < length; i++)
        if (muting->scratch.text[i] == ' ')
            muting->scratch.text[i] = '_';
    return add_form(muting, muting->scratch.text, length, item);
}

static int add_term(struct tdg_muting *muting, size_t item)
{
    const char *text = muting->mutes->items[item].text;
    size_t begin[MAX_WORDS + 1];
    int status = TDG_OK;
    for (size_t v = 0; !status && v < muting->voice_count; v++) {
        size_t count = stem_words(&muting->scratch, begin, MAX_WORDS, &muting->voices[v], text,
                                  &muting->segmenter);
        if (muting->scratch.failed)
            return TDG_ENOMEM;
        if (!count || count > MAX_WORDS)
            continue;
        status = add_form(muting, muting->scratch.text, begin[count] - 1, item);
        if (!status && count > 1)
            status = add_closed(muting, &muting->voices[v], text, item);
        if (!status && count > 1)
            status = add_given(muting, begin[count] - 1, item);
    }
    return status;
}

static int add_column(struct tdg_muting *muting, size_t item)
{
    const char *text = muting->mutes->items[item].text;
    struct column *column = &muting->columns[muting->column_count++];
    column->item = item;
    fold_words(&muting->scratch, text, &muting->segmenter);
    column->words = muting->scratch.failed ? NULL : strdup(muting->scratch.text);
    if (!column->words)
        return TDG_ENOMEM;
    for (size_t v = 0; v < muting->voice_count; v++) {
        const struct voice *voice = &muting->voices[v];
        struct tdg_scanner scanner;
        struct tdg_word word;
        char term[TDG_TERM_SIZE];
        tdg_scanner_init(&scanner, voice->rules.rules, text, &muting->segmenter);
        while (tdg_scanner_next(&scanner, &word)) {
            size_t size = word.length > TDG_LONGEST_WORD ? 0
                                                         : tdg_term(&voice->rules, voice->stemmer,
                                                                    word.text, word.length, term);
            if (size && tdg_intern(&column->stems, term, size) == TDG_NONE)
                return TDG_ENOMEM;
        }
    }
    return muting->segmenter.failed ? TDG_ENOMEM : TDG_OK;
}

static int add_source(struct tdg_muting *muting, size_t item)
{
    char *folded = tdg_wording_fold(muting->mutes->items[item].text);
    uint32_t number = folded ? tdg_intern(&muting->sources, folded, strlen(folded)) : TDG_NONE;
    free(folded);
    if (number == TDG_NONE)
        return TDG_ENOMEM;
    muting->source_item[number] = (uint32_t)item;
    return TDG_OK;
}

static int add_voices(struct tdg_muting *muting, const char *const *languages, size_t count,
                      bool stem)
{
    muting->voices = tdg_alloc(count + 1, sizeof *muting->voices);
    int status = muting->voices ? TDG_OK : TDG_ENOMEM;
    for (size_t i = 0; !status && i <= count; i++) {
        const char *language = i < count ? languages[i] : "";
        struct voice *voice = &muting->voices[muting->voice_count];
        status = tdg_lang_rules_init(&voice->rules, language);
        if (!status)
            muting->voice_count++;
        voice->stemmer = stem && *language ? sb_stemmer_new(language, NULL) : NULL;
    }
    return status;
}

int tdg_muting_new(struct tdg_muting **muting, const struct tdg_mutes *mutes,
                   const char *const *languages, size_t count, bool stem)
{
    static int (*const add[])(struct tdg_muting * muting, size_t item) = {
        [TDG_MUTE_TERM] = add_term, [TDG_MUTE_COLUMN] = add_column, [TDG_MUTE_SOURCE] = add_source};
    struct tdg_muting *made = tdg_alloc(1, sizeof *made);
    if (!made)
        return TDG_ENOMEM;
    made->mutes = mutes;
    made->columns = tdg_alloc(mutes->count, sizeof *made->columns);
    made->source_item = tdg_alloc(mutes->count, sizeof *made->source_item);
    made->met = tdg_alloc(mutes->count, sizeof *made->met);
    int status = made->columns && made->source_item && made->met
                     ? add_voices(made, languages, count, stem)
                     : TDG_ENOMEM;
    for (size_t i = 0; !status && i < mutes->count; i++)
        status = add[mutes->items[i].kind](made, i);
    made->stem_met = tdg_alloc(made->stems.count, sizeof *made->stem_met);
    if (!status && !made->stem_met)
        status = TDG_ENOMEM;
    if (status)
        tdg_muting_free(made);
    else
        *muting = made;
    return status;
}

void tdg_muting_free(struct tdg_muting *muting)
{
    if (!muting)
        return;
    for (size_t i = 0; i < muting->voice_count; i++) {
        tdg_lang_rules_done(&muting->voices[i].rules);
        sb_stemmer_delete(muting->voices[i].stemmer);
    }
    for (size_t i = 0; muting->columns && i < muting->column_count; i++) {
        free(muting->columns[i].words);
        tdg_intern_done(&muting->columns[i].stems);
    }
    free(muting->voices);
    tdg_intern_done(&muting->stems);
    free(muting->forms);
    free(muting->columns);
    tdg_intern_done(&muting->sources);
    free(muting->source_item);
    free(muting->stem_met);
    free(muting->met);
    tdg_buffer_done(&muting->scratch);
    tdg_segmenter_done(&muting->segmenter);
    free(muting);
}

/* A run of words as a muted term. */
static bool hides_run(struct tdg_muting *muting, const char *run, size_t length)
{
    uint32_t stem = tdg_intern_find(&muting->stems, run, length);
    if (stem != TDG_NONE)
        muting->stem_met[stem] = true;
    return stem != TDG_NONE;
}

bool tdg_muting_hides_stem(struct tdg_muting *muting, const char *stem)
{
    bool hides = false;
    for (const char *begin = stem; *begin;) {
        for (const char *end = begin + strcspn(begin, " ");; end += 1 + strcspn(end + 1, " ")) {
            hides = hides_run(muting, begin, (size_t)(end - begin)) || hides;
            if (!*end)
                break;
        }
        begin += strcspn(begin, " ");
        begin += *begin == ' ';
    }
    return hides;
}

bool tdg_muting_hides(struct tdg_muting *muting, const char *text)
{
    enum { LONGEST = 64 };
    size_t begin[LONGEST + 1];
    bool hides = false;
    for (size_t v = 0; muting->stems.count && v < muting->voice_count; v++) {
        struct tdg_buffer *stems = &muting->scratch;
        size_t count =
            stem_words(stems, begin, LONGEST, &muting->voices[v], text, &muting->segmenter);
        count = count < LONGEST ? count : LONGEST;
        for (size_t i = 0; !stems->failed && i < count; i++)
            for (size_t j = i + 1; j <= count && j <= i + MAX_WORDS; j++)
                hides = hides_run(muting, stems->text + begin[i], begin[j] - 1 - begin[i]) || hides;
    }
    return hides;
}

static bool stands_at_end(const struct column *column, const char *title, size_t length)
{
    size_t words = strlen(column->words);
    if (words > length)
        return false;
    if (memcmp(title, column->words, words) == 0)
        return true;
    const char *end = title + length - words;
    return memcmp(end, column->words, words) == 0 && end[-1] == ' ';
}

/* The first of the columns from `from` on that a title is in, whose words are in the scratch. */
static size_t next_column(const struct tdg_muting *muting, size_t from)
{
    const struct tdg_buffer *title = &muting->scratch;
    while (from < muting->column_count && title->length && !title->failed &&
           !stands_at_end(&muting->columns[from], title->text, title->length))
        from++;
    return title->length && !title->failed ? from : muting->column_count;
}

unsigned tdg_muting_article(struct tdg_muting *muting, const char *source, const char *title)
{
    unsigned marks = 0;
    if (muting->column_count) {
        fold_words(&muting->scratch, title, &muting->segmenter);
        for (size_t c = 0; (c = next_column(muting, c)) < muting->column_count; c++) {
            muting->met[muting->columns[c].item] = true;
            marks |= TDG_MUTED_COLUMN;
        }
    }
    if (muting->sources.count && *source) {
        char *folded = tdg_wording_fold(source);
        uint32_t number =
            folded ? tdg_intern_find(&muting->sources, folded, strlen(folded)) : TDG_NONE;
        free(folded);
        if (number != TDG_NONE) {
            muting->met[muting->source_item[number]] = true;
            marks |= TDG_MUTED_SOURCE;
        }
    }
    return marks;
}

static bool has_stem_of(const struct column *column, const char *stem)
{
    while (*stem) {
        size_t length = strcspn(stem, " ");
        if (tdg_intern_find(&column->stems, stem, length) != TDG_NONE)
            return true;
        stem += length;
        stem += *stem == ' ';
    }
    return false;
}

bool tdg_muting_is_column_word(struct tdg_muting *muting, const char *title, const char *stem)
{
    fold_words(&muting->scratch, title, &muting->segmenter);
    for (size_t c = 0; (c = next_column(muting, c)) < muting->column_count; c++)
        if (has_stem_of(&muting->columns[c], stem))
            return true;
    return false;
}

bool tdg_muting_in_a_column(struct tdg_muting *muting, const char *text)
{
    enum { FEW = 4 };
    size_t begin[FEW + 1];
    for (size_t v = 0; muting->column_count && v < muting->voice_count; v++) {
        struct tdg_buffer *stems = &muting->scratch;
        stem_words(stems, begin, FEW, &muting->voices[v], text, &muting->segmenter);
        for (size_t c = 0; stems->length && !stems->failed && c < muting->column_count; c++)
            if (has_stem_of(&muting->columns[c], stems->text))
                return true;
    }
    return false;
}

bool tdg_muting_met(const struct tdg_muting *muting, size_t item)
{
    bool met = muting->met[item];
    for (size_t i = 0; i < muting->form_count; i++)
        met = met || (muting->forms[i].item == item && muting->stem_met[muting->forms[i].stem]);
    return met;
}

const char *tdg_muting_stem(const struct tdg_muting *muting, size_t item, size_t *at)
{
    while (*at < muting->form_count && muting->forms[*at].item != item)
        ++*at;
    return *at < muting->form_count ? muting->stems.text[muting->forms[(*at)++].stem] : NULL;
}

bool tdg_muting_has_articles(const struct tdg_muting *muting)
{
    return muting->column_count || muting->sources.count;
}
