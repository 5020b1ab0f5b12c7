// SPDX-License-Identifier: GPL-3.0-or-later
/* A pool that sleeps between jobs. Chunks are handed out under the lock, one at a time: they are
 * large, so the lock is never hot, and which worker gets which chunk does not matter. */
#include "base/workers.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/error.h"
#include "base/memory.h"

enum { MAX_THREADS = 256 };

struct job {
    tdg_chunk_function function;
    void *context;
    size_t items;
    size_t chunk_size;
    size_t next; /* the next chunk to hand out */
    size_t chunks;
    size_t running; /* chunks handed out and not yet finished */
    size_t failed;  /* lowest index of a failed chunk, SIZE_MAX for none */
    int status;     /* of that chunk */
};

struct tdg_workers {
    pthread_mutex_t lock;
    pthread_cond_t work; /* there may be chunks, or it is time to stop */
    pthread_cond_t done; /* the last chunk has finished */
    struct job job;
    bool stop;
    unsigned count;   /* the caller's thread included, as worker 0 */
    unsigned started; /* threads to be joined */
    pthread_t thread[MAX_THREADS];
    struct member {
        struct tdg_workers *workers;
        unsigned number;
    } member[MAX_THREADS];
};

size_t tdg_chunk_count(size_t items, size_t chunk_size)
{
    return items / chunk_size + (items % chunk_size != 0);
}

static struct tdg_chunk chunk_at(const struct job *job, size_t index, unsigned worker)
{
    size_t begin = index * job->chunk_size;
    size_t left = job->items - begin;
    size_t size = left < job->chunk_size ? left : job->chunk_size;
    return (struct tdg_chunk){index, begin, begin + size, worker};
}

static void note(struct job *job, size_t index, int status)
{
    if (status && index < job->failed) {
        job->failed = index;
        job->status = status;
    }
}

/* Works off chunks until none is left to hand out. Called and left with the lock held. */
static void work_off(struct tdg_workers *workers, unsigned number)
{
    struct job *job = &workers->job;
    while (job->next < job->chunks) {
        struct tdg_chunk chunk = chunk_at(job, job->next++, number);
        job->running++;
        pthread_mutex_unlock(&workers->lock);
        int status = job->function(job->context, &chunk);
        pthread_mutex_lock(&workers->lock);
        note(job, chunk.index, status);
        if (--job->running == 0 && job->next == job->chunks)
            pthread_cond_signal(&workers->done);
    }
}

static void *worker_main(void *argument)
{
    const struct member *member = argument;
    struct tdg_workers *workers = member->workers;
    pthread_mutex_lock(&workers->lock);
    while (!workers->stop) {
        work_off(workers, member->number);
        if (!workers->stop)
            pthread_cond_wait(&workers->work, &workers->lock);
    }
    pthread_mutex_unlock(&workers->lock);
    return NULL;
}

static unsigned processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count < 1 ? 1 : (unsigned)count;
}

int tdg_workers_new(struct tdg_workers **workers, unsigned threads, struct tdg_error *error)
{
    struct tdg_workers *pool = tdg_alloc(1, sizeof *pool);
    if (!pool)
        return tdg_fail_memory(error);
    pool->count = threads ? threads : processors();
    if (pool->count > MAX_THREADS)
        pool->count = MAX_THREADS;
    pthread_mutex_init(&pool->lock, NULL);
    pthread_cond_init(&pool->work, NULL);
    pthread_cond_init(&pool->done, NULL);
    for (unsigned i = 1; i < pool->count; i++) {
        pool->member[i] = (struct member){pool, i};
        if (pthread_create(&pool->thread[i], NULL, worker_main, &pool->member[i]) != 0) {
            pool->count = i; /* the results are the same with those there are, only later */
            break;
        }
        pool->started = i;
    }
    *workers = pool;
    return TDG_OK;
}

void tdg_workers_free(struct tdg_workers *workers)
{
    if (!workers)
        return;
    pthread_mutex_lock(&workers->lock);
    workers->stop = true;
    pthread_cond_broadcast(&workers->work);
    pthread_mutex_unlock(&workers->lock);
    for (unsigned i = 1; i <= workers->started; i++)
        pthread_join(workers->thread[i], NULL);
    pthread_cond_destroy(&workers->done);
    pthread_cond_destroy(&workers->work);
    pthread_mutex_destroy(&workers->lock);
    free(workers);
}

unsigned tdg_workers_count(const struct tdg_workers *workers)
{
    return workers ? workers->count : 1;
}

static int run_alone(struct job *job)
{
    for (; job->next < job->chunks; job->next++) {
        struct tdg_chunk chunk = chunk_at(job, job->next, 0);
        note(job, chunk.index, job->function(job->context, &chunk));
    }
    return job->status;
}

int tdg_workers_run(struct tdg_workers *workers, size_t items, size_t chunk_size,
                    tdg_chunk_function function, void *context)
{
    struct job job = {.function = function,
                      .context = context,
                      .items = items,
                      .chunk_size = chunk_size,
                      .chunks = tdg_chunk_count(items, chunk_size),
                      .failed = SIZE_MAX};
    if (!workers || workers->count == 1 || job.chunks < 2)
        return run_alone(&job);
    pthread_mutex_lock(&workers->lock);
    workers->job = job;
    pthread_cond_broadcast(&workers->work);
    work_off(workers, 0);
    while (workers->job.running > 0)
        pthread_cond_wait(&workers->done, &workers->lock);
    int status = workers->job.status;
    pthread_mutex_unlock(&workers->lock);
    return status;
}
