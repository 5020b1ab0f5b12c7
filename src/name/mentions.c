// SPDX-License-Identifier: GPL-3.0-or-later
/* One look at each text. What a run is worth is told later (candidates.c), when all are known. */
#include "name/mentions.h"

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/memory.h"
#include "text/letters.h"
#include "text/words.h"

enum {
    CHUNK = 512, /* articles */
    LONGEST_RUN = 120,
    MOST_WORDS = 8,
    LONGEST_LOWER = 24, /* of words that say something of what follows or went before */
    PACKED = 12,        /* letters of five bits each, from 1 for "a" */
    TALLY_BITS = 13,
};

/* Most small words in a text are of a few thousand, which are counted here before they are counted
 * in the table, where most words are a cache miss. */
struct tally {
    uint64_t packed;
    uint32_t times;
};

/* The small words that one worker reads: in one table workers would wait for each other. */
struct counter {
    struct tdg_small_words small;
    struct tally *tally; /* [1 << TALLY_BITS] */
};

struct word {
    const char *text;
    size_t length;    /* without a possessive */
    size_t end;       /* in the text */
    bool capital;     /* begins with one, or with a particle and one: "al-Assad" */
    bool all_capital; /* two or more, and nothing else */
    bool small;       /* all of it */
    bool possessive;
    bool dotted;     /* a full stop after it belongs to it */
    uint64_t packed; /* its letters where it is small, of ASCII and no longer than PACKED, else 0 */
};

struct scan {
    const struct tdg_name_words *words;
    struct counter counter;
    struct tdg_mentions *found;
    uint32_t article;
    uint32_t language_cue;
    const char *text;
    size_t length, at;
    bool failed;

    char run[LONGEST_RUN + 1];
    size_t run_length, run_words, run_capitals, run_end;
    uint32_t run_cues;
    uint32_t last_kinds; /* of the last word of the run, in small letters */
    bool headed;         /* an "of" may go on with it */
    char pending[LONGEST_LOWER * 2];
    size_t pending_length, pending_words;
    bool closed; /* by a possessive */

    size_t mention;       /* the one that has just ended, SIZE_MAX for none … */
    size_t mention_end;   /* … and where */
    const char *before;   /* the small word before, looked up only where a name follows; NULL … */
    size_t before_length; /* … where none touches */
    bool the;
};

static uint64_t hash_of(const char *text, size_t length)
{
    uint64_t hash = UINT64_C(14695981039346656037);
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)text[i]) * UINT64_C(1099511628211);
    return hash ^ hash >> 29;
}

static void add_small(const struct tdg_small_words *small, const char *text, size_t length,
                      uint32_t times)
{
    uint64_t hash = hash_of(text, length);
    small->count[hash & (TDG_SMALL_WORDS - 1)] += times;
    small->count[hash >> 40 & (TDG_SMALL_WORDS - 1)] += times;
}

static void add_tally(const struct tdg_small_words *small, struct tally *tally)
{
    char text[PACKED];
    size_t begin = PACKED;
    for (uint64_t left = tally->packed; left; left >>= 5)
        text[--begin] = (char)('a' - 1 + (left & 31));
    if (tally->times)
        add_small(small, text + begin, PACKED - begin, tally->times);
    tally->times = 0;
}

static void count_small(const struct counter *counter, const struct word *word)
{
    if (!word->packed) {
        add_small(&counter->small, word->text, word->length, 1);
        return;
    }
    const uint64_t golden = UINT64_C(0x9E3779B97F4A7C15);
    struct tally *tally = &counter->tally[word->packed * golden >> (64 - TALLY_BITS)];
    if (tally->packed != word->packed) {
        add_tally(&counter->small, tally);
        tally->packed = word->packed;
    }
    tally->times++;
}

uint32_t tdg_small_count(const struct tdg_small_words *small, const char *word, size_t length)
{
    if (!small->count) /* no article has been looked at */
        return 0;
    uint64_t hash = hash_of(word, length);
    uint32_t one = small->count[hash & (TDG_SMALL_WORDS - 1)];
    uint32_t other = small->count[hash >> 40 & (TDG_SMALL_WORDS - 1)];
    return one < other ? one : other;
}

/* The kinds of a word of any case. Words with letters beyond ASCII are in the table as they are
 * written in small letters only, which is enough for what stands in a text in small letters. */
static uint32_t kinds_of(const struct scan *scan, const char *text, size_t length)
{
    char folded[LONGEST_LOWER + 1];
    if (length > LONGEST_LOWER)
        return 0;
    for (size_t i = 0; i < length; i++)
        folded[i] = (char)(text[i] >= 'A' && text[i] <= 'Z' ? text[i] + ('a' - 'A') : text[i]);
    return tdg_name_word(scan->words, folded, length);
}

static void drop_run(struct scan *scan)
{
    scan->run_length = scan->run_words = scan->run_capitals = scan->pending_length = 0;
    scan->pending_words = 0;
    scan->run_cues = scan->last_kinds = 0;
    scan->headed = scan->closed = false;
}

static void end_run(struct scan *scan)
{
    struct tdg_mentions *found = scan->found;
    bool shouted = scan->run_capitals > 2 && scan->run_capitals == scan->run_words;
    scan->mention = SIZE_MAX;
    if (!scan->run_words || scan->run_words > MOST_WORDS || shouted || scan->run_length < 2) {
        drop_run(scan);
        return;
    }
    struct tdg_mention *grown =
        tdg_grow(found->items, &found->capacity, found->count + 1, sizeof *grown);
    uint32_t run = grown ? tdg_intern(&found->runs, scan->run, scan->run_length) : TDG_NONE;
    if (grown)
        found->items = grown;
    if (run == TDG_NONE)
        scan->failed = true;
    else {
        scan->mention = found->count;
        scan->mention_end = scan->run_end;
        found->items[found->count++] =
            (struct tdg_mention){scan->article, run, scan->run_cues | scan->language_cue};
    }
    drop_run(scan);
}

static bool fits(const struct scan *scan, size_t more)
{
    return scan->run_length + scan->pending_length + more + 4 < LONGEST_RUN;
}

static void put(struct scan *scan, const char *text, size_t length)
{
    if (scan->run_length)
        scan->run[scan->run_length++] = ' ';
    for (size_t i = 0; i < length; i++)
        if (text[i] != '.') /* "U.S." is "US" */
            scan->run[scan->run_length++] = text[i];
    scan->run[scan->run_length] = '\0';
}

static void add_word(struct scan *scan, const struct word *word)
{
    if (scan->pending_length)
        put(scan, scan->pending, scan->pending_length);
    scan->pending_length = scan->pending_words = 0;
    put(scan, word->text, word->length);
    scan->run_words++;
    scan->run_capitals += word->all_capital;
    scan->run_end = word->end;
    scan->last_kinds = kinds_of(scan, word->text, word->length);
    scan->headed = scan->headed || scan->last_kinds & TDG_NW_HEAD;
    scan->closed = word->possessive;
}

static size_t apostrophe(const char *text, size_t left)
{
    if (left && text[0] == '\'')
        return 1;
    return left >= 3 && memcmp(text, "\xE2\x80\x99", 3) == 0 ? 3 : 0;
}

/* What holds two parts of one word together at `at`: its bytes, 0 for nothing. */
static size_t joiner(const struct scan *scan, size_t begin, size_t at)
{
    const char *text = scan->text + at;
    size_t left = scan->length - at;
    size_t mark = apostrophe(text, left);
    if (mark)
        return mark;
    if (left && (*text == '-' || *text == '&'))
        return 1;
    if (left >= 3 && memcmp(text, "\xE2\x80\x91", 3) == 0)
        return 3;
    bool initial = at - begin == 1 || (at >= 2 && scan->text[at - 2] == '.');
    return left && *text == '.' && initial ? 1 : 0;
}

/* Nearly all words: ASCII letters of which at most the first is a capital, and no sign behind them
 * that may join more to them. */
static bool read_plain_word(struct scan *scan, struct word *word)
{
    const char *text = scan->text + scan->at;
    bool capital = *text >= 'A' && *text <= 'Z';
    size_t length = capital;
    uint64_t packed = 0;
    for (; text[length] >= 'a' && text[length] <= 'z'; length++)
        packed = packed << 5 | (uint64_t)(text[length] - 'a' + 1);
    unsigned char next = (unsigned char)text[length];
    if (!length || next >= 0x80 || (next != ',' && tdg_ascii_class[next] & (TDG_WORD | TDG_JOINER)))
        return false;
    scan->at += length;
    *word = (struct word){.text = text,
                          .length = length,
                          .end = scan->at,
                          .capital = capital && length > 1, /* not "I" */
                          .small = !capital,
                          .packed = length <= PACKED ? packed : 0};
    return true;
}

/* Reads the word at scan->at, which begins with a letter or digit. */
static void read_word(struct scan *scan, struct word *read)
{
    if (read_plain_word(scan, read))
        return;
    const char *text = scan->text;
    size_t begin = scan->at, size = 1, at = begin, end = begin, part = begin, letters = 0,
           upper = 0, lower = 0;
    size_t last_mark = 0; /* an apostrophe before the last part */
    bool part_capital = false, upper_part = false, lower_part = false, number = false;
    for (;;) {
        unsigned class = tdg_class_at(text, scan->length, at, &size);
        if (class & TDG_WORD) {
            if (at == part) {
                part_capital = class & TDG_UPPER;
                upper_part = upper_part || part_capital;
                lower_part = lower_part || (class & TDG_LOWER && at > begin && !last_mark);
            }
            upper += (class & TDG_UPPER) != 0;
            lower += (class & TDG_LOWER) != 0;
            number = number || class & TDG_DIGIT;
            letters++;
            at += size;
            end = at;
            continue;
        }
        size_t mark = joiner(scan, part, at), ignored = 1;
        unsigned next = mark ? tdg_class_at(text, scan->length, at + mark, &ignored) : 0;
        if (!mark || !(next & TDG_WORD) || (text[at] == '.' && !(next & TDG_UPPER)))
            break;
        last_mark = apostrophe(text + at, scan->length - at) ? at : 0;
        at += mark;
        part = at;
    }
    struct word word = {.text = text + begin, .length = end - begin, .end = end};
    if (last_mark && end - part == 1 && text[part] == 's') {
        word.length = last_mark - begin;
        word.possessive = true;
        lower--;
        letters--;
    }
    unsigned first = tdg_class_at(text, scan->length, begin, &size);
    word.small = !upper && !number && lower == letters;
    word.all_capital = upper >= 2 && !lower;
    word.capital = (first & TDG_UPPER && (!lower_part || number)) ||
                   (first & TDG_LOWER && upper_part && word.length > 3 && word.text[2] == '-');
    /* "I", and "A" at the beginning; but "J. P." */
    if (letters == 1 && text[end] != '.')
        word.capital = false;
    if (text[end] == '.' && (letters == 1 || (end - begin >= 3 && text[end - 2] == '.') ||
                             kinds_of(scan, word.text, word.length) & TDG_NW_DOTTED)) {
        word.dotted = true;
        word.end = end + 1;
    }
    scan->at = word.end;
    *read = word;
}

enum gap { GAP_BLANK, GAP_COMMA, GAP_AND, GAP_BRACKET, GAP_SENTENCE };

/* What lies between `begin` and the next word, where scan->at then is. */
static enum gap read_gap(struct scan *scan, size_t begin)
{
    size_t size = 1, at = begin;
    enum gap gap = GAP_BLANK;
    unsigned char next = scan->text[at] == ' ' ? (unsigned char)scan->text[at + 1] : 0;
    if (next < 0x80 && tdg_ascii_class[next] & TDG_WORD) { /* one blank, as mostly */
        scan->at = at + 1;
        return GAP_BLANK;
    }
    for (; at < scan->length; at += size) {
        unsigned class = tdg_class_at(scan->text, scan->length, at, &size);
        char byte = scan->text[at];
        if (class & TDG_WORD)
            break;
        if (byte == ' ' || (size == 2 && memcmp(scan->text + at, "\xC2\xA0", 2) == 0))
            continue;
        if (byte == ',' && gap == GAP_BLANK)
            gap = GAP_COMMA;
        else if (byte == '&' && gap == GAP_BLANK && at > begin)
            gap = GAP_AND;
        else if ((byte == '(' || byte == ')') && gap != GAP_SENTENCE)
            gap = GAP_BRACKET;
        else
            gap = GAP_SENTENCE;
    }
    if (at == begin)
        gap = GAP_COMMA; /* two words that touch: something odd */
    scan->at = at;
    return gap;
}

/* The small word after a name. */
static void look_behind(struct scan *scan, uint32_t kinds, enum gap gap)
{
    if (scan->mention == SIZE_MAX)
        return;
    uint32_t *cues = &scan->found->items[scan->mention].cues;
    if (gap == GAP_BLANK && kinds & TDG_NW_ORG_CUE)
        *cues |= TDG_CUE_ORG;
    if (gap == GAP_BLANK && kinds & TDG_NW_SAID)
        *cues |= TDG_CUE_SAID;
    if (gap == GAP_COMMA && kinds & TDG_NW_WHO)
        *cues |= TDG_CUE_PERSON;
}

static void small_word(struct scan *scan, const struct word *word, enum gap gap)
{
    bool near = scan->run_words || scan->mention != SIZE_MAX;
    uint32_t kinds = near ? kinds_of(scan, word->text, word->length) : 0;
    bool may_link = scan->run_words && gap == GAP_BLANK && !scan->closed;
    bool the = word->length == 3 && memcmp(word->text, "the", 3) == 0;
    /* "den" in "sah Paul Meier den Hund", but not in "von den Driesch" */
    bool article = scan->language_cue && !scan->pending_words && word->length == 3 &&
                   (memcmp(word->text, "den", 3) == 0 || memcmp(word->text, "der", 3) == 0);
    if (may_link && scan->pending_words < 2 &&
        ((kinds & TDG_NW_PARTICLE && !article) ||
         (kinds & TDG_NW_LINK && scan->headed && scan->last_kinds & (TDG_NW_HEAD) &&
          !scan->pending_words) ||
         (the && scan->pending_words == 1 && scan->headed)) &&
        fits(scan, word->length) && word->length + scan->pending_length + 1 < LONGEST_LOWER) {
        if (scan->pending_length)
            scan->pending[scan->pending_length++] = ' ';
        memcpy(scan->pending + scan->pending_length, word->text, word->length);
        scan->pending_length += word->length;
        scan->pending_words++;
    } else if (scan->run_words) {
        end_run(scan);
    }
    look_behind(scan, kinds, gap);
    if (!scan->run_words)
        scan->mention = SIZE_MAX;
    scan->before = word->text;
    scan->before_length = word->length;
    scan->the = the;
    if (word->length >= 2)
        count_small(&scan->counter, word);
}

/* "(ECB)" right after a name, which has ended. */
static void bracket(struct scan *scan, const struct word *word)
{
    struct tdg_mentions *found = scan->found;
    bool closes = scan->at < scan->length && scan->text[scan->at] == ')';
    if (!closes || scan->mention == SIZE_MAX || !word->all_capital || word->length > 8)
        return;
    struct tdg_short_form *grown =
        tdg_grow(found->shorts, &found->short_capacity, found->short_count + 1, sizeof *grown);
    uint32_t number = grown ? tdg_intern(&found->runs, word->text, word->length) : TDG_NONE;
    if (grown)
        found->shorts = grown;
    if (number == TDG_NONE)
        scan->failed = true;
    else
        found->shorts[found->short_count++] =
            (struct tdg_short_form){found->items[scan->mention].run, number};
}

static void capital_word(struct scan *scan, const struct word *word, enum gap gap)
{
    bool joins = scan->run_words && !scan->closed &&
                 (gap == GAP_BLANK || (gap == GAP_AND && !scan->pending_words)) &&
                 fits(scan, word->length);
    if (!joins) {
        if (scan->run_words)
            end_run(scan);
        if (gap == GAP_BRACKET)
            bracket(scan, word);
        uint32_t before = gap == GAP_BLANK && scan->before
                              ? kinds_of(scan, scan->before, scan->before_length)
                              : 0;
        scan->run_cues = (gap == GAP_SENTENCE ? TDG_CUE_OPENS : 0U) |
                         (before & TDG_NW_IN ? TDG_CUE_IN : 0U) |
                         (before & TDG_NW_ROLE ? TDG_CUE_PERSON : 0U) |
                         (gap == GAP_BLANK && scan->the ? TDG_CUE_THE : 0U);
    } else if (gap == GAP_AND) {
        put(scan, "&", 1);
    }
    if (fits(scan, word->length))
        add_word(scan, word);
    scan->mention = SIZE_MAX;
    scan->before = NULL;
    scan->the = false;
}

/* "John Smith, 45, …" */
static void number_word(struct scan *scan, const struct word *word, enum gap gap)
{
    if (scan->run_words)
        end_run(scan);
    bool age = gap == GAP_COMMA && word->length == 2 && scan->at < scan->length &&
               scan->text[scan->at] == ',';
    if (age && scan->mention != SIZE_MAX)
        scan->found->items[scan->mention].cues |= TDG_CUE_PERSON;
    scan->mention = SIZE_MAX;
    scan->before = NULL;
    scan->the = false;
}

static void scan_text(struct scan *scan, const char *text)
{
    scan->text = text;
    scan->length = strlen(text);
    scan->at = 0;
    scan->mention = SIZE_MAX;
    scan->before = NULL;
    scan->the = false;
    drop_run(scan);
    bool first = true;
    for (size_t end = 0;;) {
        enum gap gap = read_gap(scan, end);
        if (first)
            gap = GAP_SENTENCE;
        first = false;
        if (scan->at >= scan->length || scan->failed)
            break;
        if (gap == GAP_SENTENCE && scan->run_words)
            end_run(scan);
        struct word word;
        read_word(scan, &word);
        end = word.end;
        if (word.length > LONGEST_RUN / 2)
            drop_run(scan);
        else if (word.capital)
            capital_word(scan, &word, gap);
        else if (word.small)
            small_word(scan, &word, gap);
        else
            number_word(scan, &word, gap);
    }
    if (scan->run_words)
        end_run(scan);
}

/* Languages that are written without capitals, and those that begin every noun with one. */
static const char without_case[] = "am ar bn fa gu he hi ja ka km kn ko lo ml mr my ne pa ps si ta "
                                   "te th ti ug ur yi zh ";
static const char with_nouns[] = "de lb ";

static bool is_among(const char *list, const char *language)
{
    size_t length = strlen(language);
    const char *at = length == 2 ? strstr(list, language) : NULL;
    return at && at[length] == ' ';
}

struct job {
    const struct tdg_articles *articles;
    const struct tdg_name_words *words;
    struct counter *counter;    /* [workers] */
    struct tdg_mentions *parts; /* [chunks] */
};

static bool make_counter(struct counter *counter)
{
    if (!counter->small.count)
        counter->small.count = tdg_alloc(TDG_SMALL_WORDS, sizeof *counter->small.count);
    if (!counter->tally)
        counter->tally = tdg_alloc(1 << TALLY_BITS, sizeof *counter->tally);
    return counter->small.count && counter->tally;
}

static int scan_chunk(void *context, const struct tdg_chunk *chunk)
{
    struct job *job = context;
    struct counter *counter = &job->counter[chunk->worker];
    if (!make_counter(counter))
        return TDG_ENOMEM;
    struct scan scan = {
        .words = job->words, .counter = *counter, .found = &job->parts[chunk->index]};
    for (size_t i = chunk->begin; !scan.failed && i < chunk->end; i++) {
        const struct tdg_article *article = &job->articles->items[i];
        if (is_among(without_case, article->language))
            continue;
        scan.article = (uint32_t)i;
        scan.language_cue = is_among(with_nouns, article->language) ? TDG_CUE_NOUNS : 0;
        /* capitals of a headline in which all words have one say nothing */
        if (!tdg_is_title_case(article->title))
            scan_text(&scan, article->title);
        if (!scan.failed)
            scan_text(&scan, article->body);
    }
    return scan.failed ? TDG_ENOMEM : TDG_OK;
}

static int take_over(struct tdg_mentions *all, const struct tdg_mentions *part)
{
    uint32_t *number = tdg_alloc(part->runs.count, sizeof *number);
    int status = number ? TDG_OK : TDG_ENOMEM;
    for (uint32_t i = 0; !status && i < part->runs.count; i++) {
        number[i] = tdg_intern(&all->runs, part->runs.text[i], part->runs.length[i]);
        status = number[i] == TDG_NONE ? TDG_ENOMEM : TDG_OK;
    }
    for (size_t i = 0; !status && i < part->count; i++) {
        all->items[all->count] = part->items[i];
        all->items[all->count++].run = number[part->items[i].run];
    }
    for (size_t i = 0; !status && i < part->short_count; i++)
        all->shorts[all->short_count++] = (struct tdg_short_form){
            number[part->shorts[i].run], number[part->shorts[i].abbreviation]};
    free(number);
    return status;
}

/* Room for what all parts have. */
static int make_room(struct tdg_mentions *all, const struct tdg_mentions *parts, size_t count)
{
    size_t items = 0, shorts = 0;
    for (size_t i = 0; i < count; i++) {
        items += parts[i].count;
        shorts += parts[i].short_count;
    }
    all->items = tdg_alloc(items, sizeof *all->items);
    all->shorts = tdg_alloc(shorts, sizeof *all->shorts);
    return all->items && all->shorts ? TDG_OK : TDG_ENOMEM;
}

/* One table of those of all workers. */
static void add_up(struct tdg_small_words *all, struct counter *counters, unsigned count)
{
    for (unsigned w = 0; w < count; w++) {
        struct counter *counter = &counters[w];
        for (size_t i = 0; counter->small.count && counter->tally && i < 1 << TALLY_BITS; i++)
            add_tally(&counter->small, &counter->tally[i]);
        free(counter->tally);
        if (!all->count) {
            *all = counter->small;
            continue;
        }
        for (size_t i = 0; counter->small.count && i < TDG_SMALL_WORDS; i++)
            all->count[i] += counter->small.count[i];
        free(counter->small.count);
    }
}

int tdg_mentions_find(struct tdg_mentions *mentions, const struct tdg_articles *articles,
                      const struct tdg_name_words *words, struct tdg_workers *workers)
{
    size_t chunks = tdg_chunk_count(articles->count, CHUNK);
    unsigned threads = tdg_workers_count(workers);
    struct job job = {.articles = articles,
                      .words = words,
                      .counter = tdg_alloc(threads, sizeof *job.counter),
                      .parts = tdg_alloc(chunks, sizeof *job.parts)};
    *mentions = (struct tdg_mentions){0};
    int status = job.counter && job.parts ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, articles->count, CHUNK, scan_chunk, &job);
    if (job.counter)
        add_up(&mentions->small, job.counter, threads);
    if (!status)
        status = make_room(mentions, job.parts, chunks);
    for (size_t i = 0; job.parts && i < chunks; i++) {
        if (!status)
            status = take_over(mentions, &job.parts[i]);
        tdg_mentions_done(&job.parts[i]);
    }
    free(job.counter);
    free(job.parts);
    return status;
}

void tdg_mentions_done(struct tdg_mentions *mentions)
{
    tdg_intern_done(&mentions->runs);
    free(mentions->items);
    free(mentions->shorts);
    free(mentions->small.count);
    *mentions = (struct tdg_mentions){0};
}
