/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is not known for sure about the values of a board: each cell of the catalogue has a low and
 * a high end, or those of the team's own, moved as the rules move it. A pairing is uncertain
 * through its technology and its pattern, so that two pairings of one technology go up and down
 * together. */

#include "config.h"

#include "analysis-private.h"

#include <string.h>

static guint
count_technologies (SlAnalysis *analysis, SlBoard board)
{
  return board == SL_BOARD_PATTERNS
             ? 0
             : sl_catalogue_get_technologies (sl_analysis_get_catalogue (analysis))->len;
}

static guint
count_patterns (SlAnalysis *analysis, SlBoard board)
{
  return board == SL_BOARD_TECHNOLOGIES
             ? 0
             : sl_catalogue_get_patterns (sl_analysis_get_catalogue (analysis))->len;
}

const SlAlternative *
sl_uncertainty_get_alternative (SlAnalysis *analysis, SlBoard board, gsize row)
{
  SlCatalogue *catalogue = sl_analysis_get_catalogue (analysis);
  guint n_technologies = count_technologies (analysis, board);

  return row < n_technologies
             ? g_ptr_array_index (sl_catalogue_get_technologies (catalogue), row)
             : g_ptr_array_index (sl_catalogue_get_patterns (catalogue), row - n_technologies);
}

/* ---- memory ---- */

/* Arrays that are filled in, and that the values refer to. */
typedef struct {
  double *low, *mode, *high;
  double *share, *shift, *correlation;
  unsigned *first, *second, *family;
} Arrays;

static double *
take_numbers (double **numbers, gsize n)
{
  double *taken = *numbers;

  *numbers += n;

  return taken;
}

static Arrays
allocate (SlUncertainty *self, gsize n_rows, gsize n, gsize m)
{
  double *numbers = self->numbers = g_new0 (double, 3 * n_rows * m + m + n * m + m * m);
  unsigned *rows = self->rows = g_new0 (unsigned, 2 * n + n_rows);
  Arrays arrays;

  arrays.low = take_numbers (&numbers, n_rows * m);
  arrays.mode = take_numbers (&numbers, n_rows * m);
  arrays.high = take_numbers (&numbers, n_rows * m);
  arrays.share = take_numbers (&numbers, m);
  arrays.shift = take_numbers (&numbers, n * m);
  arrays.correlation = take_numbers (&numbers, m * m);
  arrays.first = rows;
  arrays.second = rows + n;
  arrays.family = rows + 2 * n;

  return arrays;
}

void
sl_uncertainty_clear (SlUncertainty *self)
{
  g_clear_pointer (&self->numbers, g_free);
  g_clear_pointer (&self->rows, g_free);
}

/* ---- filling in ---- */

/* A row that nobody ranked is made of, and a criterion that does not come from this kind of row,
 * need no drawing. */
static void
fill_row (SlAnalysis *analysis,
          const SlRanking *ranking,
          const Arrays *arrays,
          gsize row,
          gboolean used)
{
  const SlAlternative *alternative = sl_uncertainty_get_alternative (analysis, ranking->board, row);
  gboolean is_technology = alternative->kind == SL_KIND_TECHNOLOGY;
  const SlSpread *values =
      is_technology ? &analysis->effects.technology_values : &analysis->effects.pattern_values;
  gsize offset = (gsize) alternative->index * sl_catalogue_get_criteria (analysis->catalogue)->len;

  for (guint j = 0; j < ranking->n_criteria; j++) {
    const SlCriterion *criterion = ranking->criteria[j];
    gsize from = offset + criterion->index, to = row * ranking->n_criteria + j;
    double share = is_technology ? criterion->technology_share : 1 - criterion->technology_share;
    gboolean counts = used && share > 0;

    arrays->mode[to] = values->mode[from];
    arrays->low[to] = counts ? values->low[from] : values->mode[from];
    arrays->high[to] = counts ? values->high[from] : values->mode[from];
  }
}

/* Families are numbered by their first member's row. */
static void
fill_families (SlAnalysis *analysis, SlBoard board, const Arrays *arrays, gsize n_rows)
{
  for (gsize row = 0; row < n_rows; row++) {
    const SlAlternative *alternative = sl_uncertainty_get_alternative (analysis, board, row);

    arrays->family[row] = (unsigned) row;
    for (gsize other = 0; other < row && alternative->family != NULL; other++) {
      if (g_strcmp0 (sl_uncertainty_get_alternative (analysis, board, other)->family,
                     alternative->family) == 0) {
        arrays->family[row] = arrays->family[other];
        break;
      }
    }
  }
}

static guint
find_column (const SlRanking *ranking, const SlCriterion *criterion)
{
  guint column = 0;

  while (column < ranking->n_criteria && ranking->criteria[column] != criterion)
    column++;

  return column;
}

static void
fill_correlations (SlAnalysis *analysis, const SlRanking *ranking, const Arrays *arrays)
{
  const GArray *correlations = sl_catalogue_get_correlations (analysis->catalogue);
  guint m = ranking->n_criteria;

  for (guint j = 0; j < m; j++)
    arrays->correlation[j * m + j] = 1;
  for (guint i = 0; i < correlations->len; i++) {
    const SlCorrelation *correlation = &g_array_index (correlations, SlCorrelation, i);
    guint a = find_column (ranking, correlation->first);
    guint b = find_column (ranking, correlation->second);

    if (a == m || b == m)
      continue;
    arrays->correlation[a * m + b] = correlation->correlation;
    arrays->correlation[b * m + a] = correlation->correlation;
  }
}

/* The points of rules about pairings, on the criteria of the board. */
static void
fill_shift (SlAnalysis *analysis, const SlRanking *ranking, const SlEntry *entry, double *shift)
{
  guint n_all = sl_catalogue_get_criteria (analysis->catalogue)->len;
  g_autofree double *points = g_new0 (double, n_all);
  const SlPairing *pairing = sl_catalogue_find_pairing (analysis->catalogue, entry->id);

  sl_effects_add_points (analysis, pairing, points);
  for (guint j = 0; j < ranking->n_criteria; j++)
    shift[j] = points[ranking->criteria[j]->index];
}

static void
fill_alternatives (SlAnalysis *analysis,
                   const SlRanking *ranking,
                   const Arrays *arrays,
                   gboolean *used)
{
  guint n_technologies = count_technologies (analysis, ranking->board);

  for (guint i = 0; i < ranking->n_ranked; i++) {
    const SlEntry *entry = &ranking->entries[i];

    if (ranking->board == SL_BOARD_PAIRINGS) {
      arrays->first[i] = entry->technology->index;
      arrays->second[i] = n_technologies + entry->pattern->index;
      used[arrays->second[i]] = TRUE;
      fill_shift (analysis, ranking, entry, arrays->shift + (gsize) i * ranking->n_criteria);
    } else {
      arrays->first[i] =
          ranking->board == SL_BOARD_PATTERNS ? entry->pattern->index : entry->technology->index;
    }
    used[arrays->first[i]] = TRUE;
  }
}

void
sl_uncertainty_init (SlUncertainty *self, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking = sl_analysis_get_ranking (analysis, board);
  gboolean mixed = board == SL_BOARD_PAIRINGS;
  g_autofree gboolean *used = NULL;
  gsize n_rows;
  Arrays arrays;

  analysis = sl_analysis_get_base (analysis);
  n_rows = count_technologies (analysis, board) + count_patterns (analysis, board);
  used = g_new0 (gboolean, n_rows);
  arrays = allocate (self, n_rows, ranking->n_ranked, ranking->n_criteria);
  fill_alternatives (analysis, ranking, &arrays, used);
  for (gsize row = 0; row < n_rows; row++)
    fill_row (analysis, ranking, &arrays, row, used[row]);
  for (guint j = 0; j < ranking->n_criteria; j++)
    arrays.share[j] = ranking->criteria[j]->technology_share;
  fill_families (analysis, board, &arrays, n_rows);
  fill_correlations (analysis, ranking, &arrays);

  self->values = (SlUncertainValues) {
    .n_rows = n_rows,
    .low = arrays.low,
    .mode = arrays.mode,
    .high = arrays.high,
    .first = arrays.first,
    .second = mixed ? arrays.second : NULL,
    .share = mixed ? arrays.share : NULL,
    .shift = mixed ? arrays.shift : NULL,
    .minimum = 0,
    .maximum = SL_VALUE_MAX,
    .criterion_correlation = arrays.correlation,
    .family = arrays.family,
    .family_correlation = sl_catalogue_get_family_correlation (analysis->catalogue),
  };
}
