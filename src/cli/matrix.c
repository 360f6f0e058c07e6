/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/matrix.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <stdio.h>
#include <string.h>
#include "catalogue/json-input.h"
#include "catalogue/number.h"
#include "cli/csv-reader.h"
#include "cli/terminal.h"

/* The rows that say something of the criteria. */
typedef enum {
  ROW_DIRECTION,
  ROW_WEIGHT,
  ROW_WORST,
  ROW_BEST,
  ROW_PREFERENCE,
  ROW_Q,
  ROW_P,
  ROW_S,
  N_ROWS,
} Row;

static const char *const row_names[] = { "#direction", "#weight", "#worst", "#best", "#preference",
                                         "#q",         "#p",      "#s",     NULL };

/* What a row may say of a criterion, until all rows are known. NAN and -1: nothing; INFINITY: what
 * was a fault already. */
typedef struct {
  int direction;  /* SlDirection */
  int preference; /* SlPreference */
  double numbers[N_ROWS];
} Column;

typedef struct {
  SlCsvReader *reader;
  guint n_criteria;
  char **criteria;
  Column *columns;
  guint lines[N_ROWS]; /* where each row stands; 0: nowhere */
  GPtrArray *alternatives;
  GArray *alternative_lines; /* of guint */
  GHashTable *seen;          /* the names of the alternatives */
  GArray *modes;
  GArray *lows;
  GArray *highs;
} Parser;

/* ---- cells ---- */

/* Finite, but no number that computing could go on with. */
static gboolean
is_beyond_all (const char *cell)
{
  char *end = NULL;
  double number = g_ascii_strtod (cell, &end);

  return cell[strspn (cell, "+-.0123456789eE")] == '\0' && end != cell && *end == '\0' &&
         fabs (number) > SL_LARGEST_NUMBER;
}

static void
fault_number (Parser *self, guint column, const char *cell)
{
  guint line = sl_csv_reader_get_line (self->reader);
  g_autofree char *point = g_strdelimit (g_strdup (cell), ",", '.');
  double number;

  if (cell[0] == '\0')
    sl_csv_reader_fault (self->reader, line, column, _ ("expected a number, found an empty cell"));
  else if (sl_number_parse (point, &number))
    sl_csv_reader_fault (self->reader, line, column, _ ("expected a decimal point, found “%s”"),
                         cell);
  else if (is_beyond_all (cell))
    sl_csv_reader_fault (self->reader, line, column,
                         _ ("expected a number within ±1e300, found “%s”"),
                         sl_csv_reader_quote (self->reader, cell));
  else
    sl_csv_reader_fault (self->reader, line, column, _ ("expected a finite number, found “%s”"),
                         sl_csv_reader_quote (self->reader, cell));
}

/* NAN after a fault. */
static double
read_number (Parser *self, guint column)
{
  const char *cell = sl_csv_reader_get_cell (self->reader, column);
  double number;

  if (sl_number_parse (cell, &number))
    return number;
  fault_number (self, column, cell);
  return NAN;
}

static gboolean
has_number_beyond_all (char **parts)
{
  for (gsize i = 0; parts[i] != NULL; i++)
    if (is_beyond_all (g_strstrip (parts[i])))
      return TRUE;
  return FALSE;
}

/* `low|mode|high`; NAN after a fault. */
static double
read_uncertain (Parser *self, guint column, double *low, double *high)
{
  const char *cell = sl_csv_reader_get_cell (self->reader, column);
  g_auto (GStrv) parts = g_strsplit (cell, "|", -1);
  double mode;

  if (g_strv_length (parts) == 3 && sl_number_parse (parts[0], low) &&
      sl_number_parse (parts[1], &mode) && sl_number_parse (parts[2], high) && *low <= mode &&
      mode <= *high)
    return mode;
  sl_csv_reader_fault (self->reader, sl_csv_reader_get_line (self->reader), column,
                       has_number_beyond_all (parts)
                           ? _ ("expected numbers within ±1e300, found “%s”")
                           : _ ("expected low|mode|high, in rising order, found “%s”"),
                       sl_csv_reader_quote (self->reader, cell));
  return NAN;
}

static void
add_performance (Parser *self, guint column)
{
  gboolean uncertain = strchr (sl_csv_reader_get_cell (self->reader, column), '|') != NULL;
  double low = NAN, high = NAN;
  double mode = uncertain ? read_uncertain (self, column, &low, &high) : read_number (self, column);

  if (!uncertain)
    low = high = mode;
  g_array_append_val (self->lows, low);
  g_array_append_val (self->modes, mode);
  g_array_append_val (self->highs, high);
}

/* ---- rows ---- */

static void
read_alternative (Parser *self, const char *name)
{
  guint line = sl_csv_reader_get_line (self->reader);
  char *copy = g_strdup (name);

  g_ptr_array_add (self->alternatives, copy);
  g_array_append_val (self->alternative_lines, line);
  if (name[0] == '\0')
    sl_csv_reader_fault (self->reader, line, 0,
                         _ ("expected the name of an alternative, found an empty cell"));
  else if (!g_hash_table_add (self->seen, copy))
    sl_csv_reader_fault (self->reader, line, 0, _ ("expected a name of its own, found “%s” again"),
                         sl_csv_reader_quote (self->reader, name));
  for (guint j = 1; j <= self->n_criteria; j++)
    add_performance (self, j);
}

static int
read_id (Parser *self, guint column, const char *known, int (*find) (const char *id))
{
  const char *cell = sl_csv_reader_get_cell (self->reader, column);
  int index = cell[0] != '\0' ? find (cell) : -1;

  if (index == -1 && cell[0] != '\0')
    sl_csv_reader_fault (self->reader, sl_csv_reader_get_line (self->reader), column,
                         _ ("expected one of %s, found “%s”"), known,
                         sl_csv_reader_quote (self->reader, cell));
  return index;
}

static int
find_direction (const char *id)
{
  SlDirection direction;

  return sl_direction_from_id (id, &direction, NULL) ? (int) direction : -1;
}

static int
find_preference (const char *id)
{
  SlPreference preference;

  return sl_preference_from_id (id, &preference, NULL) ? (int) preference : -1;
}

/* NAN: an empty cell says nothing, except in the row of the weights, where each has its say.
 * INFINITY: a fault. */
static double
read_row_number (Parser *self, Row row, guint column)
{
  const char *cell = sl_csv_reader_get_cell (self->reader, column);
  double number;

  if (cell[0] == '\0' && row != ROW_WEIGHT)
    return NAN;
  number = read_number (self, column);
  if (isnan (number))
    return INFINITY;
  if (number < 0 && row != ROW_WORST && row != ROW_BEST) {
    sl_csv_reader_fault (self->reader, sl_csv_reader_get_line (self->reader), column,
                         _ ("expected a number of at least 0, found “%s”"), cell);
    return INFINITY;
  }
  return number;
}

static int
find_row (const char *name)
{
  for (int row = 0; row < N_ROWS; row++)
    if (g_ascii_strcasecmp (row_names[row], name) == 0)
      return row;
  return -1;
}

static void
read_row (Parser *self, const char *name)
{
  guint line = sl_csv_reader_get_line (self->reader);
  int row = find_row (name);

  if (row == -1) {
    g_autofree char *known = g_strjoinv (", ", (char **) row_names);

    sl_csv_reader_fault (self->reader, line, 0,
                         _ ("expected an alternative or one of %s, found “%s”"), known,
                         sl_csv_reader_quote (self->reader, name));
    return;
  }
  if (self->lines[row] != 0) {
    sl_csv_reader_fault (self->reader, line, 0, _ ("%s was there before, in line %u"), name,
                         self->lines[row]);
    return;
  }
  self->lines[row] = line;
  for (guint j = 1; j <= self->n_criteria; j++) {
    Column *column = &self->columns[j - 1];

    if (row == ROW_DIRECTION)
      column->direction = read_id (self, j, "max, min", find_direction);
    else if (row == ROW_PREFERENCE)
      column->preference =
          read_id (self, j, "usual, u-shape, v-shape, level, linear, gaussian", find_preference);
    else
      column->numbers[row] = read_row_number (self, (Row) row, j);
  }
}

static void
read_rows (Parser *self)
{
  while (sl_csv_reader_next (self->reader)) {
    const char *name = sl_csv_reader_get_cell (self->reader, 0);

    if (name[0] == '#') {
      read_row (self, name);
    } else if (self->alternatives->len == SL_MATRIX_MAX_ALTERNATIVES) {
      sl_csv_reader_fault (self->reader, sl_csv_reader_get_line (self->reader), 0,
                           _ ("expected at most %u alternatives"), SL_MATRIX_MAX_ALTERNATIVES);
      return;
    } else {
      read_alternative (self, name);
    }
  }
}

/* ---- what the rows say together ---- */

static void
check_scale (Parser *self, guint j)
{
  const Column *column = &self->columns[j];
  double worst = column->numbers[ROW_WORST];
  double best = column->numbers[ROW_BEST];

  if (!isfinite (worst) || !isfinite (best))
    return;
  if (worst == best)
    sl_csv_reader_fault (self->reader, self->lines[ROW_BEST], j + 1,
                         _ ("expected another number than in #worst, found “%g”"), best);
  else if (column->direction == SL_DIRECTION_MAX && worst > best)
    sl_csv_reader_fault (self->reader, self->lines[ROW_BEST], j + 1,
                         _ ("expected more than in #worst, since the direction is max; found “%g”"),
                         best);
  else if (column->direction == SL_DIRECTION_MIN && worst < best)
    sl_csv_reader_fault (self->reader, self->lines[ROW_BEST], j + 1,
                         _ ("expected less than in #worst, since the direction is min; found “%g”"),
                         best);
}

static gboolean
check_threshold (Parser *self, guint j, Row row)
{
  const Column *column = &self->columns[j];
  double number = column->numbers[row];
  gboolean above_zero = row == ROW_S;

  if (!isnan (number) && (number > 0 || !above_zero))
    return TRUE;
  sl_csv_reader_fault (
      self->reader, self->lines[row] != 0 ? self->lines[row] : self->lines[ROW_PREFERENCE], j + 1,
      above_zero ? _ ("%s needs a number above 0 in %s") : _ ("%s needs a number in %s"),
      sl_preference_get_id ((SlPreference) column->preference), row_names[row]);
  return FALSE;
}

static void
check_preference (Parser *self, guint j)
{
  const Column *column = &self->columns[j];
  gboolean both = FALSE;

  switch (column->preference) {
  case SL_PREFERENCE_U_SHAPE:
    check_threshold (self, j, ROW_Q);
    break;
  case SL_PREFERENCE_V_SHAPE:
    check_threshold (self, j, ROW_P);
    break;
  case SL_PREFERENCE_LEVEL:
  case SL_PREFERENCE_LINEAR:
    both = check_threshold (self, j, ROW_Q) && check_threshold (self, j, ROW_P);
    break;
  case SL_PREFERENCE_GAUSSIAN:
    check_threshold (self, j, ROW_S);
    break;
  default:
    break;
  }
  if (both && isfinite (column->numbers[ROW_Q]) && column->numbers[ROW_Q] > column->numbers[ROW_P])
    sl_csv_reader_fault (self->reader, self->lines[ROW_Q], j + 1,
                         _ ("expected at most #p, which is %g, found “%g”"), column->numbers[ROW_P],
                         column->numbers[ROW_Q]);
}

static void
check_weights (Parser *self)
{
  if (self->lines[ROW_WEIGHT] == 0)
    return;
  for (guint j = 0; j < self->n_criteria; j++)
    if (self->columns[j].numbers[ROW_WEIGHT] != 0)
      return;
  sl_csv_reader_fault (self->reader, self->lines[ROW_WEIGHT], 0,
                       _ ("expected a weight above 0, found only zeros"));
}

/* ---- the whole ---- */

static gboolean
begin (Parser *self, GError **error)
{
  guint line = sl_csv_reader_get_line (self->reader);

  self->n_criteria = sl_csv_reader_get_n_columns (self->reader) - 1;
  if (g_ascii_strcasecmp (sl_csv_reader_get_header (self->reader, 0), "alternative") != 0)
    sl_csv_reader_fault (
        self->reader, line, 0, _ ("expected the header “alternative,<criterion>,…”, found “%s”"),
        sl_csv_reader_quote (self->reader, sl_csv_reader_get_header (self->reader, 0)));
  else if (self->n_criteria == 0)
    sl_csv_reader_fault (self->reader, line, 0,
                         _ ("expected at least one criterion in the header"));
  if (!sl_csv_reader_finish (self->reader, error))
    return FALSE;

  self->criteria = sl_csv_reader_take_names (self->reader);
  self->columns = g_new (Column, self->n_criteria);
  for (guint j = 0; j < self->n_criteria; j++) {
    self->columns[j] = (Column) { .direction = -1, .preference = -1 };
    for (int row = 0; row < N_ROWS; row++)
      self->columns[j].numbers[row] = NAN;
  }
  self->alternatives = g_ptr_array_new_null_terminated (0, g_free, TRUE);
  self->alternative_lines = g_array_new (FALSE, FALSE, sizeof (guint));
  self->seen = g_hash_table_new (g_str_hash, g_str_equal);
  self->modes = g_array_new (FALSE, FALSE, sizeof (double));
  self->lows = g_array_new (FALSE, FALSE, sizeof (double));
  self->highs = g_array_new (FALSE, FALSE, sizeof (double));
  return TRUE;
}

static void
clear (Parser *self)
{
  g_strfreev (self->criteria);
  g_free (self->columns);
  g_clear_pointer (&self->seen, g_hash_table_unref);
  g_clear_pointer (&self->alternatives, g_ptr_array_unref);
  g_clear_pointer (&self->alternative_lines, g_array_unref);
  g_clear_pointer (&self->modes, g_array_unref);
  g_clear_pointer (&self->lows, g_array_unref);
  g_clear_pointer (&self->highs, g_array_unref);
  sl_csv_reader_free (self->reader);
}

static double
or_zero (double number)
{
  return isnan (number) ? 0 : number;
}

static SlScale
make_scale (const Column *column)
{
  return (SlScale) {
    .direction = column->direction != -1 ? (SlDirection) column->direction : SL_DIRECTION_MAX,
    .worst = column->numbers[ROW_WORST],
    .best = column->numbers[ROW_BEST],
    .preference =
        column->preference != -1 ? (SlPreference) column->preference : SL_PREFERENCE_USUAL,
    .q = or_zero (column->numbers[ROW_Q]),
    .p = or_zero (column->numbers[ROW_P]),
    .s = or_zero (column->numbers[ROW_S]),
  };
}

static SlMatrix *
make_matrix (Parser *self)
{
  SlMatrix *matrix = g_new0 (SlMatrix, 1);
  double *weights = NULL;
  SlScale *scales = g_new (SlScale, self->n_criteria);

  if (self->lines[ROW_WEIGHT] != 0)
    weights = g_new (double, self->n_criteria);
  for (guint j = 0; j < self->n_criteria; j++) {
    if (weights != NULL)
      weights[j] = self->columns[j].numbers[ROW_WEIGHT];
    scales[j] = make_scale (&self->columns[j]);
  }
  matrix->n_alternatives = self->alternatives->len;
  matrix->n_criteria = self->n_criteria;
  matrix->alternatives = (char **) g_ptr_array_free (g_steal_pointer (&self->alternatives), FALSE);
  matrix->criteria = g_steal_pointer (&self->criteria);
  matrix->lines = (gpointer) g_array_free (g_steal_pointer (&self->alternative_lines), FALSE);
  matrix->modes = (gpointer) g_array_free (g_steal_pointer (&self->modes), FALSE);
  matrix->lows = (gpointer) g_array_free (g_steal_pointer (&self->lows), FALSE);
  matrix->highs = (gpointer) g_array_free (g_steal_pointer (&self->highs), FALSE);
  matrix->weights = weights;
  matrix->scales = scales;
  return matrix;
}

static gboolean
parse (Parser *self, GError **error)
{
  if (!begin (self, error))
    return FALSE;
  read_rows (self);
  if (self->alternatives->len == 0 && !sl_csv_reader_has_faults (self->reader))
    sl_csv_reader_fault (self->reader, 0, 0, _ ("expected at least one alternative"));
  for (guint j = 0; j < self->n_criteria; j++) {
    check_scale (self, j);
    check_preference (self, j);
  }
  check_weights (self);
  return sl_csv_reader_finish (self->reader, error);
}

SlMatrix *
sl_matrix_new (GBytes *bytes, const char *name, GError **error)
{
  Parser parser = { 0 };
  SlMatrix *self = NULL;

  parser.reader = sl_csv_reader_new (bytes, name, SL_MATRIX_MAX_CRITERIA + 1, error);
  if (parser.reader == NULL)
    return NULL;
  if (parse (&parser, error))
    self = make_matrix (&parser);
  clear (&parser);
  return self;
}

void
sl_matrix_free (SlMatrix *self)
{
  g_strfreev (self->alternatives);
  g_strfreev (self->criteria);
  g_free ((gpointer) self->lines);
  g_free ((gpointer) self->modes);
  g_free ((gpointer) self->lows);
  g_free ((gpointer) self->highs);
  g_free ((gpointer) self->weights);
  g_free ((gpointer) self->scales);
  g_free (self);
}

void
sl_matrix_locate (const SlMatrix *self, const char *name, GError **error)
{
  gsize row = 0, column = 0;
  int length = 0;
  g_autofree char *message = g_strdup ((*error)->message);

  if (sscanf (message, "row %zu, column %zu: %n", &row, &column, &length) == 2 && length > 0 &&
      row >= 1 && row <= self->n_alternatives && column >= 1 && column <= self->n_criteria) {
    g_autofree char *criterion =
        sl_terminal_shorten (self->criteria[column - 1], SL_CSV_MAX_QUOTED);

    g_clear_error (error);
    g_set_error (error, SL_INPUT_ERROR, SL_INPUT_ERROR_INVALID, _ ("%s: line %u, “%s”: %s"), name,
                 self->lines[row - 1], criterion, message + length);
  } else {
    g_prefix_error (error, "%s: ", name);
  }
}

SlProblem
sl_matrix_get_problem (const SlMatrix *self)
{
  return (SlProblem) {
    .n_alternatives = self->n_alternatives,
    .n_criteria = self->n_criteria,
    .performances = self->modes,
    .weights = self->weights,
    .scales = self->scales,
  };
}

guint
sl_matrix_count_beyond (const SlMatrix *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_alternatives; i++)
    for (guint j = 0; j < self->n_criteria; j++) {
      double x = self->modes[(gsize) i * self->n_criteria + j];
      double low = fmin (self->scales[j].worst, self->scales[j].best);
      double high = fmax (self->scales[j].worst, self->scales[j].best);

      /* With one end only, the other is the data's own and nothing is beyond it. */
      if (!isnan (self->scales[j].worst) && !isnan (self->scales[j].best))
        n += x < low || x > high;
    }
  return n;
}

static void
find_extremes (const SlMatrix *self, guint column, double *low, double *high)
{
  *low = INFINITY;
  *high = -INFINITY;
  for (guint i = 0; i < self->n_alternatives; i++) {
    gsize cell = (gsize) i * self->n_criteria + column;

    *low = MIN (*low, self->lows[cell]);
    *high = MAX (*high, self->highs[cell]);
  }
}

SlScale *
sl_matrix_fix_scales (const SlMatrix *self)
{
  g_autofree SlScale *scales = g_memdup2 (self->scales, self->n_criteria * sizeof *scales);

  for (guint j = 0; j < self->n_criteria; j++) {
    gboolean low_is_worst = sl_scale_get_direction (&scales[j]) == SL_DIRECTION_MAX;
    double low, high;

    find_extremes (self, j, &low, &high);
    if (isnan (scales[j].worst))
      scales[j].worst = low_is_worst ? low : high;
    if (isnan (scales[j].best))
      scales[j].best = low_is_worst ? high : low;
    if (low_is_worst ? scales[j].worst >= scales[j].best : scales[j].worst <= scales[j].best)
      return NULL;
  }

  return g_steal_pointer (&scales);
}

gboolean
sl_matrix_is_uncertain (const SlMatrix *self)
{
  for (gsize i = 0; i < (gsize) self->n_alternatives * self->n_criteria; i++) {
    if (self->lows[i] < self->highs[i])
      return TRUE;
  }

  return FALSE;
}
