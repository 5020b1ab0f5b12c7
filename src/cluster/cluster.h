// SPDX-License-Identifier: GPL-3.0-or-later
/** Numbers → groups. */
#ifndef TDG_CLUSTER_CLUSTER_H
#define TDG_CLUSTER_CLUSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <tidings/error.h>
#include <tidings/monitor.h>

#include "base/workers.h"
#include "cluster/grouping.h"

struct tdg_cluster_options tdg_cluster_defaults(void);

/** Groups rows: merges them along the graph and then freely, by the spherical Ward criterion; cuts
 * the tree and repairs the cut; moves single rows in passes by centroids, by a linear discriminant
 * and last by words. Nothing is drawn by chance. Every row with a term gets a group; rows with the
 * same counts the same one. Copies (copy_of[i] != TDG_NONE) take no part in the fit and are put
 * where their original is. Groups are numbered by size, largest first, then by their first row.
 * With fewer distinct rows than groups there are fewer groups. TDG_ELIMIT above 4096 groups.
 *
 * The modularity of resolution 1 joins small subjects the more, the larger the whole is (Fortunato
 * and Barthélemy 2007). With a higher one, the number of groups is chosen by that, where its best
 * is no accident and a group has enough rows on average; the group of the same tree at resolution 1
 * that holds most of a group's rows is then its parent.
 *
 * With seeds, the parts of the tree that are clearly about a subject become a group of it, beside
 * the groups that the rest is cut into; options->groups counts the latter. In the passes all
 * compete for the rows, but rows with several of its words stay with their subject until the last
 * word. A subject that nothing is clearly about has no group.
 *
 * With a known partition, the passes also begin with that one, and its groups go on where they come
 * to options->theme_share of the modularity of those that begin with the tree. */
int tdg_cluster(struct tdg_grouping *grouping, const struct tdg_cluster_input *input,
                const struct tdg_cluster_options *options, struct tdg_workers *workers,
                const struct tdg_monitor *monitor, struct tdg_error *error);

#endif
