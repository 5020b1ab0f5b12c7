// SPDX-License-Identifier: GPL-3.0-or-later
/* Furniture: units of text (lines, and the sentences in them) that stand in many articles which are
 * otherwise different, such as menus, boxes of other headlines, invitations, notices about cookies
 * and about payment, the latter often instead of the article.
 *
 * What copies of one article share is text and stays; so does what the articles of a series repeat.
 * Each article with units that three or more articles have casts a vote on them. An article that
 * has at least as much text of its own votes for furniture, unless its headline speaks of the unit.
 * If the shared units outweigh its own text, it may be a copy with something added or a page of
 * little text in a large frame; if they are all of it, a copy under another headline or a notice in
 * the place of the article. Its headline tells which: that of a copy speaks of what is shared.
 * Three votes and the majority make a unit furniture; and so do three articles under different
 * headlines that come one after the other with more than a week between them, as no agency report
 * does.
 *
 * In a large collection, a line that a handful of articles have in passing (a signature, a set
 * phrase) does no harm and may say something, so more of them must have it: one in a
 * thousand, or one in twenty of a source, as always if the line is short.
 *
 * A unit is known by a hash of 64 bits. A filter of small counters first throws away those, nearly
 * all, that cannot be in three articles, so the work grows with the text. */
#include "clean/furniture.h"

#include <stdbool.h>

#include <stdlib.h>
#include <string.h>

#include <tidings/error.h>
#include <tidings/types.h>

#include "base/hash.h"
#include "base/memory.h"
#include "clean/article_words.h"
#include "clean/lines.h"

enum {
    MIN_ARTICLES = 3,
    OF_ALL = 1000,    /* one in so many articles … */
    UNTITLED = 10,    /* … so many times as many where no headline was asked … */
    OF_A_SOURCE = 20, /* … or one in so many of a source */
    MAX_COUNT = 255,
    SHORT_UNIT = 24,  /* bytes: a shorter one is a set phrase as easily, such as "Pay April 15" */
    MIN_FRAME = 60,   /* bytes: less than this around text of its own is no frame */
    MIN_WORD = 4,     /* bytes of a word that says what a title speaks of */
    SAME_BYTES = 6,   /* words that begin with so many equal bytes are forms of one word */
    APART = 7 * 86400 /* seconds */
};

/* A title speaks of a text if so much of its words is in it. */
static const double speaking = 0.34;

static const uint64_t body_salt = 0x9E3779B97F4A7C15;

struct ballot {
    uint64_t key;
    uint64_t voter; /* votes of one voter count once */
    int64_t time;
    uint32_t source;
    bool yes;
    bool titled;
    bool brief;  /* a short unit */
    bool framed; /* what the article shares outweighs its own text */
};

struct ballots {
    struct ballot *items;
    size_t count;
    size_t capacity;
};

/* What one worker uses again and again. */
struct bench {
    struct tdg_clean_scratch lines;
    struct tdg_word_scratch title;
    struct tdg_word_scratch text;
    struct tdg_room part; /* own or shared text of one article */
};

struct job {
    struct tdg_articles *articles;
    size_t changing; /* articles that lose their furniture, the first ones */
    const struct tdg_sources *sources;
    const struct tdg_keys *uses; /* [pieces] */
    size_t pieces;
    const size_t *noted;   /* [articles] keys in `uses` */
    size_t with_body;      /* articles */
    unsigned char *filter; /* [mask + 1] how often keys were seen that end alike */
    size_t mask;
    struct tdg_keys shared;    /* keys in three or more articles */
    struct tdg_keys furniture; /* those that are furniture */
    struct ballots *ballots;   /* [chunks] */
    struct bench *bench;       /* [workers] */
};

static struct tdg_span span_of(const char *text)
{
    return (struct tdg_span){text, strlen(text)};
}

static uint64_t key_of_body(struct tdg_span body)
{
    return tdg_mix(tdg_hash(body.text, body.length, 0) ^ body_salt);
}

int tdg_furniture_note(struct tdg_clean_scratch *scratch, struct tdg_span body,
                       struct tdg_keys *uses)
{
    struct tdg_line *units = NULL;
    size_t count = 0;
    if (!body.length)
        return TDG_OK;
    int status = tdg_units_cut(scratch, body, &units, &count);
    if (status)
        return status;
    uint64_t *grown =
        tdg_grow(uses->items, &uses->capacity, uses->count + count + 1, sizeof *grown);
    if (!grown)
        return TDG_ENOMEM;
    uses->items = grown;
    for (size_t i = 0; i < count; i++)
        if (!units[i].blank && !units[i].again)
            uses->items[uses->count++] = units[i].hash;
    uses->items[uses->count++] = key_of_body(body);
    return TDG_OK;
}

static int compare_keys(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left, b = *(const uint64_t *)right;
    return (a > b) - (a < b);
}

static bool is_among(const struct tdg_keys *keys, uint64_t key)
{
    return keys->count && bsearch(&key, keys->items, keys->count, sizeof key, compare_keys) != NULL;
}

static bool may_be_shared(const struct job *job, uint64_t key)
{
    return job->filter[key & job->mask] >= MIN_ARTICLES;
}

static bool is_shared(const struct job *job, uint64_t key)
{
    return may_be_shared(job, key) && is_among(&job->shared, key);
}

static bool is_furniture_key(const struct job *job, uint64_t key)
{
    return may_be_shared(job, key) && is_among(&job->furniture, key);
}

/* Calls `work` for the articles of a chunk of which any key is what is looked for: the others need
 * not be cut again. */
static int for_those(struct job *job, const struct tdg_chunk *chunk,
                     bool (*is_wanted)(const struct job *, uint64_t),
                     int (*work)(struct job *, const struct tdg_chunk *, size_t))
{
    const struct tdg_keys *keys = &job->uses[chunk->index];
    int status = TDG_OK;
    for (size_t i = chunk->begin, at = 0; !status && i < chunk->end; i++) {
        size_t end = at + job->noted[i];
        bool wanted = false;
        for (; at < end; at++)
            wanted = wanted || is_wanted(job, keys->items[at]);
        if (wanted)
            status = work(job, chunk, i);
    }
    return status;
}

static int fill_filter(struct job *job)
{
    const struct tdg_keys *uses = job->uses;
    size_t pieces = job->pieces, total = 0, size = 1024;
    for (size_t p = 0; p < pieces; p++)
        total += uses[p].count;
    while (size < total)
        size *= 2;
    job->filter = tdg_alloc(size, 1);
    if (!job->filter)
        return TDG_ENOMEM;
    job->mask = size - 1;
    for (size_t p = 0; p < pieces; p++)
        for (size_t i = 0; i < uses[p].count; i++) {
            unsigned char *count = &job->filter[uses[p].items[i] & job->mask];
            *count = (unsigned char)(*count + (*count < MAX_COUNT));
        }
    return TDG_OK;
}

static int find_shared(struct job *job)
{
    const struct tdg_keys *uses = job->uses;
    struct tdg_keys *shared = &job->shared;
    size_t pieces = job->pieces, count = 0, kept = 0;
    for (size_t p = 0; p < pieces; p++)
        for (size_t i = 0; i < uses[p].count; i++)
            count += may_be_shared(job, uses[p].items[i]);
    shared->items = tdg_alloc(count, sizeof *shared->items);
    if (!shared->items)
        return TDG_ENOMEM;
    for (size_t p = 0; p < pieces; p++)
        for (size_t i = 0; i < uses[p].count; i++)
            if (may_be_shared(job, uses[p].items[i]))
                shared->items[shared->count++] = uses[p].items[i];
    if (count)
        qsort(shared->items, count, sizeof *shared->items, compare_keys);
    for (size_t i = 0, next; i < count; i = next) {
        for (next = i + 1; next < count && shared->items[next] == shared->items[i]; next++)
            ;
        if (next - i >= MIN_ARTICLES)
            shared->items[kept++] = shared->items[i];
    }
    shared->count = kept;
    return TDG_OK;
}

static bool is_content(const struct tdg_words *words, size_t i)
{
    const unsigned char *word = words->text + words->begin[i] + 1;
    size_t length = words->begin[i + 1] - words->begin[i] - 1;
    return length >= MIN_WORD || (length == 3 && *word >= 0xE3); /* a character of Chinese */
}

static bool has_word(const struct tdg_words *words, const unsigned char *word, size_t length)
{
    for (size_t i = 0; i < words->count; i++) {
        size_t other = words->begin[i + 1] - words->begin[i];
        size_t least = length < other ? length : other;
        if ((length == other || least > SAME_BYTES) &&
            memcmp(words->text + words->begin[i], word,
                   least > SAME_BYTES ? SAME_BYTES + 1 : length) == 0)
            return true;
    }
    return false;
}

/* The share of the content words of a title that are in a text; *any: there are some. */
static double overlap(const struct tdg_words *title, const struct tdg_words *text, bool *any)
{
    size_t count = 0, found = 0;
    for (size_t i = 0; i < title->count; i++) {
        if (!is_content(title, i))
            continue;
        count++;
        found +=
            has_word(text, title->text + title->begin[i], title->begin[i + 1] - title->begin[i]);
    }
    *any = count > 0;
    return count ? (double)found / (double)count : 0;
}

/* The words of the units that are shared, or of those that are not. */
static int read_part(struct tdg_words *words, struct bench *bench, struct tdg_span body,
                     const struct tdg_line *units, size_t count, bool shared)
{
    char *text = tdg_room(&bench->part, body.length + 2);
    if (!text)
        return TDG_ENOMEM;
    size_t length = 0;
    for (size_t i = 0; i < count; i++) {
        if (units[i].blank || units[i].drop != shared)
            continue;
        memcpy(text + length, units[i].span.text, units[i].span.length);
        length += units[i].span.length;
        text[length++] = '\n';
    }
    text[length] = '\0';
    struct tdg_article part = {.title = "", .body = text};
    return tdg_words_read(words, &bench->text, &part);
}

/* The headline of an article that is mostly shared: does it speak of its own text, or of neither,
 * so that what is shared is no article? */
static int ask_title(bool *yes, struct bench *bench, const struct tdg_article *article,
                     struct tdg_span body, const struct tdg_line *units, size_t count)
{
    struct tdg_article alone = {.title = article->title, .body = ""};
    struct tdg_words title, text;
    bool any = false;
    double of_shared = 0, of_own = 0;
    int status = tdg_words_read(&title, &bench->title, &alone);
    if (!status)
        status = read_part(&text, bench, body, units, count, true);
    if (!status)
        of_shared = overlap(&title, &text, &any);
    if (!status)
        status = read_part(&text, bench, body, units, count, false);
    if (!status)
        of_own = overlap(&title, &text, &any);
    *yes = any && (of_shared < speaking || of_shared < of_own);
    return status;
}

/* Does the headline speak of the unit? */
static int is_topical(bool *topical, struct bench *bench, const struct tdg_words *title,
                      struct tdg_line unit)
{
    struct tdg_words words;
    bool any;
    unit.blank = unit.drop = false;
    int status = read_part(&words, bench, unit.span, &unit, 1, false);
    if (!status)
        *topical = overlap(title, &words, &any) > 0;
    return status;
}

static int cast(struct ballots *ballots, const struct ballot *form, struct bench *bench,
                const char *headline, const struct tdg_line *units, size_t count)
{
    struct tdg_article alone = {.title = headline, .body = ""};
    struct tdg_words title;
    int status = tdg_words_read(&title, &bench->title, &alone);
    struct ballot *grown =
        tdg_grow(ballots->items, &ballots->capacity, ballots->count + count, sizeof *grown);
    if (status || !grown)
        return TDG_ENOMEM;
    ballots->items = grown;
    for (size_t i = 0; !status && i < count; i++) {
        if (!units[i].drop || units[i].again)
            continue;
        struct ballot *ballot = &ballots->items[ballots->count++];
        *ballot = *form;
        ballot->key = units[i].hash;
        ballot->brief = units[i].span.length < SHORT_UNIT;
        bool topical = false;
        if (form->yes && !form->framed)
            status = is_topical(&topical, bench, &title, units[i]);
        ballot->yes = form->yes && !topical;
    }
    return status;
}

static int vote(struct job *job, const struct tdg_chunk *chunk, size_t index)
{
    struct bench *bench = &job->bench[chunk->worker];
    const struct tdg_article *article = &job->articles->items[index];
    struct tdg_span body = span_of(article->body);
    struct tdg_line *units = NULL;
    size_t count = 0, own = 0, shared = 0;
    int status = tdg_units_cut(&bench->lines, body, &units, &count);
    for (size_t i = 0; !status && i < count; i++) {
        units[i].drop = !units[i].blank && is_shared(job, units[i].hash);
        *(units[i].drop ? &shared : &own) += units[i].span.length;
    }
    if (status || !shared)
        return status;
    struct ballot form = {.voter = key_of_body(body),
                          .time = article->published,
                          .source = job->sources->of[index],
                          .yes = own >= shared,
                          .titled = article->title[0] != '\0',
                          .framed = own < shared};
    /* A body of common units that is not common itself is a form filled in: no furniture. */
    bool silent = !own && !(form.titled && is_shared(job, form.voter));
    if (silent || (own && own < shared && shared < MIN_FRAME))
        return TDG_OK;
    if (!form.yes && form.titled) {
        form.voter = tdg_hash(article->title, strlen(article->title), 1);
        status = ask_title(&form.yes, bench, article, body, units, count);
    }
    return status ? status
                  : cast(&job->ballots[chunk->index], &form, bench, article->title, units, count);
}

static int vote_chunk(void *context, const struct tdg_chunk *chunk)
{
    return for_those(context, chunk, is_shared, vote);
}

/* By unit and voter; of one voter the earliest vote first, and of several at a time a no. */
static int by_voter(const void *left, const void *right)
{
    const struct ballot *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->voter != b->voter)
        return a->voter < b->voter ? -1 : 1;
    if (a->time != b->time)
        return a->time < b->time ? -1 : 1;
    return (a->yes > b->yes) - (a->yes < b->yes);
}

static int by_time(const void *left, const void *right)
{
    int64_t a = ((const struct ballot *)left)->time, b = ((const struct ballot *)right)->time;
    return (a > b) - (a < b);
}

/* Three voters one after the other, each more than a week after the one before. */
static bool comes_again(struct ballot *ballot, size_t count)
{
    size_t times = 0;
    int64_t last = 0;
    qsort(ballot, count, sizeof *ballot, by_time);
    for (size_t i = 0; i < count; i++) {
        if (ballot[i].time == TDG_NO_DATE || (times && ballot[i].time - last <= APART))
            continue;
        last = ballot[i].time;
        times++;
    }
    return times >= MIN_ARTICLES;
}

static int by_source(const void *left, const void *right)
{
    uint32_t a = ((const struct ballot *)left)->source, b = ((const struct ballot *)right)->source;
    return (a > b) - (a < b);
}

/* Are there enough of them for what they have in common to matter? */
static bool are_many(const struct job *job, struct ballot *ballot, size_t count)
{
    size_t framed = 0, weight = 0;
    for (size_t i = 0; i < count; i++) {
        framed += ballot[i].framed;
        weight += ballot[i].titled ? UNTITLED : 1;
    }
    if (framed >= MIN_ARTICLES || (!ballot->brief && weight * OF_ALL >= job->with_body * UNTITLED))
        return true;
    bool many = false;
    qsort(ballot, count, sizeof *ballot, by_source);
    for (size_t i = 0, next; !many && i < count; i = next) {
        for (next = i + 1; next < count && ballot[next].source == ballot[i].source; next++)
            ;
        size_t of_source = job->sources->articles[ballot[i].source];
        many = next - i >= MIN_ARTICLES && next - i >= of_source / OF_A_SOURCE;
    }
    return many;
}

/* All votes on one unit. */
static bool is_furniture(const struct job *job, struct ballot *ballot, size_t count)
{
    size_t voters = 0, yes = 0;
    for (size_t i = 0; i < count; i++) {
        if (i && ballot[i].voter == ballot[voters - 1].voter)
            continue;
        ballot[voters++] = ballot[i];
        yes += ballot[i].yes;
    }
    if (voters < MIN_ARTICLES || !are_many(job, ballot, voters))
        return false;
    return (yes >= MIN_ARTICLES && 2 * yes > voters) || comes_again(ballot, voters);
}

static int count_votes(struct job *job, size_t chunks)
{
    size_t total = 0;
    for (size_t c = 0; c < chunks; c++)
        total += job->ballots[c].count;
    struct ballot *all = tdg_alloc(total, sizeof *all);
    job->furniture.items = tdg_alloc(total, sizeof *job->furniture.items);
    if (!all || !job->furniture.items) {
        free(all);
        return TDG_ENOMEM;
    }
    for (size_t c = 0, at = 0; c < chunks; at += job->ballots[c++].count)
        if (job->ballots[c].count)
            memcpy(all + at, job->ballots[c].items, job->ballots[c].count * sizeof *all);
    if (total)
        qsort(all, total, sizeof *all, by_voter);
    for (size_t i = 0, next; i < total; i = next) {
        uint64_t key = all[i].key;
        for (next = i + 1; next < total && all[next].key == key; next++)
            ;
        if (is_furniture(job, all + i, next - i))
            job->furniture.items[job->furniture.count++] = key;
    }
    free(all);
    return TDG_OK;
}

/* A body is ours, so it can be cut where it stands. Only an article with a headline can do without
 * one. */
static int strip(struct job *job, const struct tdg_chunk *chunk, size_t index)
{
    struct tdg_article *article = &job->articles->items[index];
    struct tdg_span body = span_of(article->body);
    struct tdg_line *units = NULL;
    size_t count = 0, gone = 0, kept = 0;
    int status = tdg_units_cut(&job->bench[chunk->worker].lines, body, &units, &count);
    for (size_t i = 0; !status && i < count; i++) {
        units[i].drop = !units[i].blank && is_among(&job->furniture, units[i].hash);
        gone += units[i].drop;
        kept += !units[i].drop && !units[i].blank;
    }
    if (status || !gone || (!kept && !article->title[0]))
        return status;
    union {
        const char *given;
        char *ours;
    } text = {article->body};
    text.ours[tdg_lines_join(text.ours, units, count)] = '\0';
    return TDG_OK;
}

static int strip_chunk(void *context, const struct tdg_chunk *chunk)
{
    return for_those(context, chunk, is_furniture_key, strip);
}

static int decide(struct job *job, struct tdg_workers *workers)
{
    size_t chunks = job->pieces;
    job->ballots = tdg_alloc(chunks, sizeof *job->ballots);
    int status = job->ballots ? TDG_OK : TDG_ENOMEM;
    if (!status)
        status = tdg_workers_run(workers, job->articles->count, TDG_NOTED, vote_chunk, job);
    if (!status)
        status = count_votes(job, chunks);
    for (size_t c = 0; job->ballots && c < chunks; c++)
        free(job->ballots[c].items);
    free(job->ballots);
    return status;
}

static void bench_done(struct bench *bench)
{
    tdg_clean_scratch_done(&bench->lines);
    tdg_word_scratch_done(&bench->title);
    tdg_word_scratch_done(&bench->text);
    free(bench->part.bytes);
}

int tdg_furniture_strip(struct tdg_articles *articles, size_t changing,
                        const struct tdg_sources *sources, const struct tdg_keys *uses,
                        const size_t *noted, struct tdg_workers *workers)
{
    unsigned threads = tdg_workers_count(workers);
    struct job job = {.articles = articles,
                      .changing = changing,
                      .sources = sources,
                      .uses = uses,
                      .pieces = tdg_chunk_count(articles->count, TDG_NOTED),
                      .noted = noted,
                      .bench = tdg_alloc(threads, sizeof *job.bench)};
    for (size_t i = 0; i < articles->count; i++)
        job.with_body += articles->items[i].body[0] != '\0';
    int status = job.bench ? fill_filter(&job) : TDG_ENOMEM;
    if (!status)
        status = find_shared(&job);
    if (!status && job.shared.count)
        status = decide(&job, workers);
    if (!status && job.furniture.count)
        status = tdg_workers_run(workers, changing, TDG_NOTED, strip_chunk, &job);
    for (unsigned w = 0; job.bench && w < threads; w++)
        bench_done(&job.bench[w]);
    free(job.bench);
    free(job.filter);
    free(job.shared.items);
    free(job.furniture.items);
    return status;
}
