/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "rank-figures.h"

#include <glib/gi18n.h>
#include <math.h>
#include <stdlib.h>

/* A chance below this is no whole percent; less than half a percent is not never. */
#define LEAST_CHANCE 0.005
/* More than any figure has digits. */
#define OTHER_SHAPE 16
#define N_SHAPES (2 * OTHER_SHAPE)

static char *
describe_movement (int movement)
{
  if (movement == 0)
    return g_strdup ("");
  /* Triangles rather than arrows: they have the same shape in every font. */
  return g_strdup_printf ("%s%d", movement > 0 ? "▲" : "▼", abs (movement));
}

static char *
describe_chance (double first)
{
  if (isnan (first))
    return g_strdup ("");
  if (first > 0 && first < LEAST_CHANCE)
    /* Translators: in less than one percent of the trials an alternative is first. */
    return g_strdup (_ ("<1 %"));

  /* Translators: in how many percent of the trials an alternative is first. */
  return g_strdup_printf (_ ("%.0f %%"), 100 * first);
}

char *
sl_rank_figure_describe (SlRankFigure figure, double value)
{
  switch (figure) {
  case SL_RANK_FIGURE_MOVEMENT:
    return describe_movement ((int) value);
  case SL_RANK_FIGURE_CHANCE:
    return describe_chance (value);
  case SL_RANK_FIGURE_SCORE:
    return g_strdup_printf ("%.1f", value);
  case SL_RANK_FIGURE_RANK:
  default:
    return g_strdup_printf ("%.0f", value);
  }
}

PangoAttrList *
sl_rank_figure_get_attributes (SlRankFigure figure)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  if (figure == SL_RANK_FIGURE_RANK || figure == SL_RANK_FIGURE_SCORE)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  else
    pango_attr_list_insert (attributes, pango_attr_scale_new (0.85));
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));

  return attributes;
}

static guint
count_digits (double value)
{
  guint n = 1;

  for (; value >= 10; value /= 10)
    n++;

  return n;
}

/* All figures of the same shape are as wide as one another. Below N_SHAPES. */
static guint
shape_of (SlRankFigure figure, double value)
{
  switch (figure) {
  case SL_RANK_FIGURE_MOVEMENT:
    if (value < 0)
      return OTHER_SHAPE + count_digits (-value);
    return value > 0 ? count_digits (value) : 0;
  case SL_RANK_FIGURE_CHANCE:
    if (isnan (value))
      return 0;
    return value > 0 && value < LEAST_CHANCE ? OTHER_SHAPE : count_digits (rint (100 * value));
  case SL_RANK_FIGURE_SCORE:
    return count_digits (rint (10 * value) / 10);
  case SL_RANK_FIGURE_RANK:
  default:
    return count_digits (value);
  }
}

static int
lay_out (SlRankFigure figure, double value, GtkWidget *widget)
{
  g_autofree char *text = sl_rank_figure_describe (figure, value);
  g_autoptr (PangoAttrList) attributes = sl_rank_figure_get_attributes (figure);
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, text);
  int width;

  pango_layout_set_attributes (layout, attributes);
  pango_layout_get_pixel_size (layout, &width, NULL);

  return width;
}

int
sl_rank_figure_get_width (SlRankFigure figure, double value, GtkWidget *widget, GHashTable *widths)
{
  gpointer key = GUINT_TO_POINTER ((guint) figure * N_SHAPES + shape_of (figure, value));
  gpointer known;
  int width;

  if (g_hash_table_lookup_extended (widths, key, NULL, &known))
    return GPOINTER_TO_INT (known);

  width = lay_out (figure, value, widget);
  g_hash_table_insert (widths, key, GINT_TO_POINTER (width));

  return width;
}
