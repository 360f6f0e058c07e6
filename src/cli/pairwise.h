/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Pairwise comparisons (AHP) from a CSV file: `criterion,<name>,...` and a row a criterion, in any
 * order; a cell says how many times as important its row is as its column, as a number or as `1/3`.
 * A cell may be empty where the one on the other side of the diagonal, or the diagonal itself, says
 * it already. */

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct {
  guint n;
  char **criteria;
  double *judgements; /* n x n */
} SlPairwise;

/* SL_INPUT_ERROR: one line a fault. `name` is how faults call the file. */
SlPairwise *
sl_pairwise_new (GBytes *bytes, const char *name, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void sl_pairwise_free (SlPairwise *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlPairwise, sl_pairwise_free)

G_END_DECLS
