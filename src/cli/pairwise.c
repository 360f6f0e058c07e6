/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/pairwise.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>
#include "catalogue/number.h"
#include "cli/csv-reader.h"
#include "scoring/scoring.h"

/* Saaty's scale ends at nine times; the tolerance is for 1/9 written as .11. */
#define STRONGEST 9.0
#define TOLERANCE 0.05

typedef struct {
  SlCsvReader *reader;
  guint n;
  char **criteria;
  double *judgements; /* NAN: nothing said; 0: a fault already */
  guint *lines;       /* of each row; 0: not there */
} Parser;

static double *
judgement (Parser *self, guint i, guint j)
{
  return &self->judgements[i * self->n + j];
}

static gboolean
parse_judgement (const char *cell, double *number)
{
  const char *slash = strchr (cell, '/');
  g_autofree char *numerator = slash != NULL ? g_strndup (cell, slash - cell) : g_strdup (cell);
  double denominator = 1;

  if (!sl_number_parse (numerator, number) ||
      (slash != NULL && !sl_number_parse (slash + 1, &denominator)) || denominator <= 0)
    return FALSE;
  *number /= denominator;
  return *number <= STRONGEST * (1 + TOLERANCE) && *number >= 1 / (STRONGEST * (1 + TOLERANCE));
}

static double
read_judgement (Parser *self, guint column)
{
  const char *cell = sl_csv_reader_get_cell (self->reader, column);
  double number;

  if (cell[0] == '\0')
    return NAN;
  if (parse_judgement (cell, &number))
    return number;
  sl_csv_reader_fault (self->reader, sl_csv_reader_get_line (self->reader), column,
                       _ ("expected a number from 1/9 to 9, such as 3 or 1/3, found “%s”"),
                       sl_csv_reader_quote (self->reader, cell));
  return 0;
}

static int
find_criterion (Parser *self, const char *name)
{
  for (guint i = 0; i < self->n; i++)
    if (strcmp (self->criteria[i], name) == 0)
      return (int) i;
  return -1;
}

static void
read_row (Parser *self)
{
  const char *name = sl_csv_reader_get_cell (self->reader, 0);
  guint line = sl_csv_reader_get_line (self->reader);
  int row = find_criterion (self, name);

  if (row == -1) {
    sl_csv_reader_fault (self->reader, line, 0,
                         _ ("expected a criterion of the header, found “%s”"),
                         sl_csv_reader_quote (self->reader, name));
    return;
  }
  if (self->lines[row] != 0) {
    sl_csv_reader_fault (self->reader, line, 0, _ ("“%s” was there before, in line %u"),
                         sl_csv_reader_quote (self->reader, name), self->lines[row]);
    return;
  }
  self->lines[row] = line;
  for (guint j = 0; j < self->n; j++)
    *judgement (self, (guint) row, j) = read_judgement (self, j + 1);
}

static void
check_diagonal (Parser *self, guint i)
{
  double *self_judgement = judgement (self, i, i);

  if (isnan (*self_judgement))
    *self_judgement = 1;
  else if (*self_judgement != 1 && *self_judgement != 0)
    sl_csv_reader_fault (self->reader, self->lines[i], i + 1,
                         _ ("expected 1, as everything is as important as itself, found “%g”"),
                         *self_judgement);
}

/* i < j: the two cells say the same of one pair, or one of them is left empty. */
static void
check_pair (Parser *self, guint i, guint j)
{
  double *upper = judgement (self, i, j);
  double *lower = judgement (self, j, i);

  if (*upper == 0 || *lower == 0)
    return;
  if (isnan (*upper) && isnan (*lower))
    sl_csv_reader_fault (self->reader, self->lines[i], j + 1,
                         _ ("expected a number, here or in line %u under “%s”"), self->lines[j],
                         sl_csv_reader_quote (self->reader, self->criteria[i]));
  else if (isnan (*upper))
    *upper = 1 / *lower;
  else if (isnan (*lower))
    *lower = 1 / *upper;
  else if (fabs (*upper * *lower - 1) > TOLERANCE)
    sl_csv_reader_fault (self->reader, self->lines[j], i + 1,
                         _ ("expected %.3g, one divided by line %u under “%s”, found “%.3g”"),
                         1 / *upper, self->lines[i],
                         sl_csv_reader_quote (self->reader, self->criteria[j]), *lower);
}

static void
check (Parser *self)
{
  gboolean complete = TRUE;

  for (guint i = 0; i < self->n; i++) {
    if (self->lines[i] == 0) {
      sl_csv_reader_fault (self->reader, 0, 0, _ ("expected a row for “%s”"),
                           sl_csv_reader_quote (self->reader, self->criteria[i]));
      complete = FALSE;
    }
  }
  for (guint i = 0; complete && i < self->n; i++) {
    check_diagonal (self, i);
    for (guint j = i + 1; j < self->n; j++)
      check_pair (self, i, j);
  }
}

static gboolean
begin (Parser *self, GError **error)
{
  guint line = sl_csv_reader_get_line (self->reader);

  self->n = sl_csv_reader_get_n_columns (self->reader) - 1;
  if (g_ascii_strcasecmp (sl_csv_reader_get_header (self->reader, 0), "criterion") != 0)
    sl_csv_reader_fault (
        self->reader, line, 0, _ ("expected the header “criterion,<name>,…”, found “%s”"),
        sl_csv_reader_quote (self->reader, sl_csv_reader_get_header (self->reader, 0)));
  else if (self->n == 0)
    sl_csv_reader_fault (self->reader, line, 0,
                         _ ("expected at least one criterion in the header"));
  self->criteria = sl_csv_reader_take_names (self->reader);
  if (!sl_csv_reader_finish (self->reader, error))
    return FALSE;

  self->judgements = g_new (double, self->n * self->n);
  self->lines = g_new0 (guint, self->n);
  for (guint i = 0; i < self->n * self->n; i++)
    self->judgements[i] = NAN;
  return TRUE;
}

static void
clear (Parser *self)
{
  sl_csv_reader_free (self->reader);
  g_strfreev (self->criteria);
  g_free (self->judgements);
  g_free (self->lines);
}

SlPairwise *
sl_pairwise_new (GBytes *bytes, const char *name, GError **error)
{
  Parser parser = { 0 };
  SlPairwise *self = NULL;

  parser.reader = sl_csv_reader_new (bytes, name, SL_AHP_MAX_CRITERIA + 1, error);
  if (parser.reader == NULL)
    return NULL;
  if (begin (&parser, error)) {
    while (sl_csv_reader_next (parser.reader))
      read_row (&parser);
    check (&parser);
    if (sl_csv_reader_finish (parser.reader, error)) {
      self = g_new0 (SlPairwise, 1);
      self->n = parser.n;
      self->criteria = g_steal_pointer (&parser.criteria);
      self->judgements = g_steal_pointer (&parser.judgements);
    }
  }
  clear (&parser);
  return self;
}

void
sl_pairwise_free (SlPairwise *self)
{
  g_strfreev (self->criteria);
  g_free (self->judgements);
  g_free (self);
}
