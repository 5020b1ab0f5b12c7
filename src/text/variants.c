// SPDX-License-Identifier: GPL-3.0-or-later
/* Stems collide: "Béja" is a town and "Béji" a president, "JO" are the Olympic games and "Joe" is
 * somebody's name. A term is shown by its most frequent word, which may be in none of the articles
 * that are spoken of. So of every article those terms are kept that it writes without that word,
 * with the word that it writes instead: a tenth of all its terms or less, most of them
 * inflections. */
#include "text/variants.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/intern.h"
#include "base/memory.h"
#include "text/terms.h"

/* The word of the streams shows a term unless another one has so many times its articles: a theme
 * in which "tariff" is somewhat more frequent than "tariffs" is shown like all others. */
enum { CLEARLY = 4, MAX_WORDS = 16 };

/* A word: all forms of a term that are alike but for capitals. */
struct words {
    struct tdg_intern set; /* the term and the folded form */
    uint32_t *of_form;     /* [forms] */
    uint32_t *main;        /* [terms] the word that the streams show; TDG_NONE for a phrase */
    bool *shown;           /* [forms] whether that is its word */
    const char **text;     /* [set.count] how it is written */
    uint64_t *weight;      /* [set.count] of that spelling */
};

static void words_done(struct words *words)
{
    tdg_intern_done(&words->set);
    free(words->of_form);
    free(words->main);
    free(words->shown);
    free(words->text);
    free(words->weight);
}

/* The term as four bytes, then the folded form. */
static uint32_t number_word(struct words *words, uint32_t term, const char *folded)
{
    char key[sizeof term + TDG_TERM_SIZE];
    size_t length = strnlen(folded, TDG_TERM_SIZE - 1);
    memcpy(key, &term, sizeof term);
    memcpy(key + sizeof term, folded, length);
    return tdg_intern(&words->set, key, sizeof term + length);
}

static int find_words(struct words *words, const struct tdg_lexicon *lexicon,
                      const struct tdg_streams *streams)
{
    uint32_t forms = lexicon->forms.count;
    words->of_form = tdg_alloc(forms, sizeof *words->of_form);
    words->main = tdg_alloc(streams->term_count, sizeof *words->main);
    words->shown = tdg_alloc(forms, sizeof *words->shown);
    words->text = tdg_alloc(forms, sizeof *words->text);
    words->weight = tdg_alloc(forms, sizeof *words->weight);
    if (!words->of_form || !words->main || !words->shown || !words->text || !words->weight)
        return TDG_ENOMEM;
    for (uint32_t t = 0; t < streams->term_count; t++)
        words->main[t] = TDG_NONE;
    for (uint32_t f = 0; f < forms; f++) {
        uint32_t term = lexicon->term_of[f];
        uint32_t word = number_word(words, term, lexicon->folded[f]);
        const char *text = lexicon->forms.text[f] + 1;
        uint64_t weight = (uint64_t)TDG_FIRM_WEIGHT * lexicon->firm[f] + lexicon->weak[f];
        if (word == TDG_NONE)
            return TDG_ENOMEM;
        words->of_form[f] = word;
        if (!words->text[word] || weight > words->weight[word] ||
            (weight == words->weight[word] && strcmp(text, words->text[word]) < 0)) {
            words->text[word] = text;
            words->weight[word] = weight;
        }
        if (strcmp(text, streams->surface[term]) == 0)
            words->main[term] = word;
    }
    for (uint32_t f = 0; f < forms; f++)
        words->shown[f] = words->main[lexicon->term_of[f]] == words->of_form[f];
    return TDG_OK;
}

struct noted {
    uint32_t term;
    uint32_t word;
    uint32_t times;
};

struct job {
    struct tdg_streams *streams;
    const uint32_t *form;
    struct words words;
    uint32_t *seen; /* [terms] the last article, counted from 1, that has the word of the streams */
    struct noted *noted; /* of one article */
    size_t room, capacity;
    uint32_t *kept; /* [set.count] number among the spellings of the streams, TDG_NONE */
    size_t text_room;
};

static int by_term(const void *left, const void *right)
{
    const struct noted *a = left, *b = right;
    if (a->term != b->term)
        return a->term < b->term ? -1 : 1;
    return (a->word > b->word) - (a->word < b->word);
}

/* Counts equal ones together; returns how many are left. */
static size_t merge(struct noted *noted, size_t count)
{
    size_t kept = 0;
    if (count)
        qsort(noted, count, sizeof *noted, by_term);
    for (size_t i = 0; i < count; i++)
        if (kept && by_term(&noted[kept - 1], &noted[i]) == 0)
            noted[kept - 1].times += noted[i].times;
        else
            noted[kept++] = noted[i];
    return kept;
}

/* The spelling of a word in the streams; TDG_NONE when out of memory. */
static uint32_t keep_spelling(struct job *job, uint32_t word)
{
    struct tdg_variants *variants = &job->streams->variants;
    if (job->kept[word] != TDG_NONE)
        return job->kept[word];
    const char **grown =
        tdg_grow(variants->text, &job->text_room, (size_t)variants->text_count + 1, sizeof *grown);
    if (!grown)
        return TDG_NONE;
    variants->text = grown;
    grown[variants->text_count] = tdg_arena_string(&job->streams->arena, job->words.text[word]);
    if (!grown[variants->text_count])
        return TDG_NONE;
    job->kept[word] = variants->text_count;
    return variants->text_count++;
}

static int keep(struct job *job, const struct noted *noted)
{
    struct tdg_variants *variants = &job->streams->variants;
    struct tdg_variant *grown =
        tdg_grow(variants->items, &job->capacity, variants->count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    variants->items = grown;
    uint32_t text = keep_spelling(job, noted->word);
    if (text == TDG_NONE)
        return TDG_ENOMEM;
    grown[variants->count++] = (struct tdg_variant){noted->term, text};
    return TDG_OK;
}

static int note(struct job *job, size_t *count, uint32_t term, uint32_t word)
{
    struct noted *grown = tdg_grow(job->noted, &job->room, *count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    job->noted = grown;
    grown[(*count)++] = (struct noted){term, word, 1};
    return TDG_OK;
}

/* Of each term that the article writes without the word of the streams, the word that it writes
 * most often. */
static int read_article(struct job *job, size_t article)
{
    const struct tdg_streams *streams = job->streams;
    size_t count = 0;
    int status = TDG_OK;
    for (size_t at = streams->begin[article]; at < streams->begin[article + 1]; at++)
        if (streams->term[at] != TDG_BREAK && job->words.shown[job->form[at] & ~TDG_CASE_UNSURE])
            job->seen[streams->term[at]] = (uint32_t)article + 1;
    for (size_t at = streams->begin[article]; !status && at < streams->begin[article + 1]; at++) {
        uint32_t term = streams->term[at];
        if (term != TDG_BREAK && job->seen[term] != (uint32_t)article + 1 &&
            job->words.main[term] != TDG_NONE)
            status = note(job, &count, term, job->words.of_form[job->form[at] & ~TDG_CASE_UNSURE]);
    }
    count = merge(job->noted, count);
    for (size_t i = 0, end; !status && i < count; i = end) {
        const struct noted *best = &job->noted[i];
        for (end = i + 1; end < count && job->noted[end].term == best->term; end++)
            if (job->noted[end].times > best->times)
                best = &job->noted[end];
        status = keep(job, best);
    }
    return status;
}

int tdg_variants_find(struct tdg_streams *streams, const uint32_t *form,
                      const struct tdg_lexicon *lexicon)
{
    struct job job = {.streams = streams, .form = form};
    int status = find_words(&job.words, lexicon, streams);
    job.seen = tdg_alloc(streams->term_count, sizeof *job.seen);
    job.kept = tdg_alloc(job.words.set.count, sizeof *job.kept);
    streams->variants.begin = tdg_alloc(streams->articles + 1, sizeof *streams->variants.begin);
    if (!job.seen || !job.kept || !streams->variants.begin)
        status = TDG_ENOMEM;
    for (uint32_t w = 0; !status && w < job.words.set.count; w++)
        job.kept[w] = TDG_NONE;
    for (size_t i = 0; !status && i < streams->articles; i++) {
        status = read_article(&job, i);
        streams->variants.begin[i + 1] = streams->variants.count;
    }
    words_done(&job.words);
    free(job.seen);
    free(job.noted);
    free(job.kept);
    return status;
}

static uint32_t variant_of(const struct tdg_variants *variants, uint32_t row, uint32_t term)
{
    size_t low = variants->begin[row], high = variants->begin[row + 1];
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (variants->items[middle].term < term)
            low = middle + 1;
        else
            high = middle;
    }
    return low < variants->begin[row + 1] && variants->items[low].term == term
               ? variants->items[low].text
               : TDG_NONE;
}

const char *tdg_surface_among(const struct tdg_streams *streams, uint32_t term,
                              const uint32_t *rows, size_t count, size_t having)
{
    const struct tdg_variants *variants = &streams->variants;
    struct {
        uint32_t text;
        size_t articles;
    } found[MAX_WORDS];
    size_t words = 0, others = 0, best = 0;
    for (size_t i = 0; variants->begin && i < count; i++) {
        uint32_t text = variant_of(variants, rows[i], term);
        if (text == TDG_NONE)
            continue;
        others++;
        size_t w = 0;
        while (w < words && found[w].text != text)
            w++;
        if (w == MAX_WORDS)
            continue;
        if (w == words) {
            found[words].text = text;
            found[words++].articles = 0;
        }
        found[w].articles++;
    }
    for (size_t w = 1; w < words; w++)
        if (found[w].articles > found[best].articles)
            best = w;
    size_t usual = having > others ? having - others : 0;
    return words && found[best].articles > CLEARLY * usual ? variants->text[found[best].text]
                                                           : streams->surface[term];
}
