/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A name, and under it a bar from one number to another on an axis that is the same for all rows of
 * a list, with a mark at today's; or, where there are dots, a faint bar with these on it. */

#define SL_TYPE_RANGE_ROW (sl_range_row_get_type ())
G_DECLARE_FINAL_TYPE (SlRangeRow, sl_range_row, SL, RANGE_ROW, GtkWidget)

typedef struct {
  const char *title;
  const char *figure; /* beside the title */
  guint pillar;       /* whose colour it has */
  double axis_from, axis_to;
  double from, to; /* of the bar; what is off the axis is not drawn */
  double mark;
  double line;        /* across the axis; NAN: none */
  const double *dots; /* on the bar, one over the other where they are the same; nullable */
  guint n_dots;
  const char *from_text; /* under the bar's ends; nullable, which makes that end an open one */
  const char *to_text;
  const char *description; /* all that in words */
} SlRange;

GtkWidget *sl_range_row_new (void);
/* The least round share that is not less than this one, 0 to 1: the end of an axis that holds it.
 */
double sl_range_row_round_share (double share);
/* Copies it. */
void sl_range_row_set_range (SlRangeRow *self, const SlRange *range);

G_END_DECLS
