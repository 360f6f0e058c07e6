/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "places-row.h"

#include "analysis/certainty.h"
#include "drawing.h"
#include "widgets.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MARGIN 12
#define PADDING 7
#define GAP 2
#define MAX_CELLS 12
#define MIN_WIDTH 220
/* The names take so much of the width, and so many pixels at most. */
#define NAME_PART 0.34f
#define NAME_MAX_WIDTH 240.0f

struct _SlPlacesRow {
  GtkWidget parent_instance;

  SlAnalysis *analysis; /* NULL: this is the head */
  const SlRobustness *robustness;
  const SlEntry *entry;
  guint row;
  guint n;
};

G_DEFINE_FINAL_TYPE (SlPlacesRow, sl_places_row, GTK_TYPE_WIDGET)

/* ---- the cells ---- */

typedef struct {
  float name; /* widths */
  float left;
  float cell;
  float line; /* the height of a figure */
  guint n;    /* cells */
} Cells;

static Cells
get_cells (SlPlacesRow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float width = (float) gtk_widget_get_width (widget) - 2 * MARGIN;
  float least = sl_drawing_text_width (widget, "100", SL_TYPE_SMALL) + 2 * PADDING;
  float name = MIN (width * NAME_PART, NAME_MAX_WIDTH);
  guint n = (guint) MAX (2, (width - name - PADDING) / (least + GAP));

  n = MIN (MIN (n, MAX_CELLS), self->n);

  return (Cells) {
    .name = name,
    .left = MARGIN + name + PADDING,
    .cell = (width - name - PADDING) / (float) MAX (1, n),
    .line = (float) sl_drawing_line_height (widget, SL_TYPE_SMALL),
    .n = n,
  };
}

/* The places that a cell stands for, from 1. */
static void
get_places (SlPlacesRow *self, const Cells *cells, guint cell, guint *from, guint *to)
{
  *from = cell + 1;
  *to = cell + 1 == cells->n ? self->n : cell + 1;
}

static char *
describe_cell (SlPlacesRow *self, guint from, guint to)
{
  double share;

  if (self->robustness == NULL && from == to)
    return g_strdup_printf ("%u", from);
  if (self->robustness == NULL)
    /* Translators: the head of a narrow column: this place and all after it, as in «9+». */
    return g_strdup_printf (_ ("%u+"), from);

  share = sl_robustness_sum_places (self->robustness, self->row, from, to);
  if (share <= 0)
    return NULL;
  if (share < 0.005)
    /* Translators: a share of less than half a percent, in a narrow cell without its sign. */
    return g_strdup (_ ("<1"));

  return g_strdup_printf ("%.0f", 100 * share);
}

/* ---- drawing ---- */

static void
draw_cell (SlPlacesRow *self,
           GtkSnapshot *snapshot,
           const Cells *cells,
           guint cell,
           const GdkRGBA *colour)
{
  GtkWidget *widget = GTK_WIDGET (self);
  float height = (float) gtk_widget_get_height (widget);
  float x = cells->left + (float) cell * cells->cell;
  guint from, to;
  g_autofree char *text = NULL;

  get_places (self, cells, cell, &from, &to);
  if (self->robustness != NULL) {
    AdwStyleManager *manager = adw_style_manager_get_for_display (gtk_widget_get_display (widget));
    g_autoptr (GdkRGBA) shade = adw_style_manager_get_accent_color_rgba (manager);

    shade->alpha = SL_PLACES_DEEPEST *
                   (float) sl_robustness_sum_places (self->robustness, self->row, from, to);
    sl_drawing_block (widget, snapshot, x + GAP / 2.0f, GAP / 2.0f, cells->cell - GAP, height - GAP,
                      4, shade);
  }
  text = describe_cell (self, from, to);
  if (text != NULL) {
    g_autoptr (PangoLayout) layout = sl_drawing_layout_new (widget, text, SL_TYPE_SMALL);

    sl_drawing_text (widget, snapshot, layout, x, (height - cells->line) / 2, cells->cell, 0.5f,
                     colour);
  }
}

static void
sl_places_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlPlacesRow *self = SL_PLACES_ROW (widget);
  gboolean is_head = self->robustness == NULL;
  Cells cells = get_cells (self);
  float height = (float) gtk_widget_get_height (widget);
  SlTypeface typeface = is_head ? SL_TYPE_SMALL : SL_TYPE_PLAIN;
  g_autoptr (PangoLayout) name = sl_drawing_layout_new (
      /* Translators: the head of a heat map: its columns are places, its figures percent. */
      widget, is_head ? _ ("Place, in % of the trials") : self->entry->name, typeface);
  GdkRGBA colour, dim;

  sl_drawing_get_colours (widget, &colour, &dim);
  sl_drawing_text (widget, snapshot, name, MARGIN,
                   (height - (float) sl_drawing_line_height (widget, typeface)) / 2, cells.name, 0,
                   is_head ? &dim : &colour);
  for (guint i = 0; i < cells.n; i++)
    draw_cell (self, snapshot, &cells, i, is_head ? &dim : &colour);
}

/* ---- what it shows ---- */

void
sl_places_row_set_head (SlPlacesRow *self, guint n)
{
  g_return_if_fail (SL_IS_PLACES_ROW (self));

  self->n = n;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_places_row_set_places (SlPlacesRow *self, SlAnalysis *analysis, SlBoard board, guint row)
{
  g_autofree char *places = NULL;

  g_return_if_fail (SL_IS_PLACES_ROW (self));
  g_return_if_fail (sl_analysis_get_robustness (analysis, board) != NULL);

  sl_analysis_ref (analysis);
  g_clear_pointer (&self->analysis, sl_analysis_unref);
  self->analysis = analysis;
  self->robustness = sl_analysis_get_robustness (analysis, board);
  self->entry = &sl_analysis_get_ranking (analysis, board)->entries[row];
  self->row = row;
  self->n = self->robustness->n;

  places = sl_robustness_describe_places (self->robustness, row);
  sl_set_tooltip (GTK_WIDGET (self), self->entry->name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  self->entry->name, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, places,
                                  -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- the widget ---- */

static void
sl_places_row_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MIN_WIDTH;
  else
    *minimum = *natural = sl_drawing_line_height (widget, SL_TYPE_PLAIN) + 2 * PADDING;
}

static void
sl_places_row_finalize (GObject *object)
{
  g_clear_pointer (&SL_PLACES_ROW (object)->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_places_row_parent_class)->finalize (object);
}

static void
sl_places_row_class_init (SlPlacesRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = sl_places_row_finalize;
  widget_class->snapshot = sl_places_row_snapshot;
  widget_class->measure = sl_places_row_measure;
  gtk_widget_class_set_css_name (widget_class, "placesrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sl_places_row_init (SlPlacesRow *self)
{
}

GtkWidget *
sl_places_row_new (void)
{
  return g_object_new (SL_TYPE_PLACES_ROW, NULL);
}
