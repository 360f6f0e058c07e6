/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A row of the ranked chart. One widget that draws all its parts: a chart of a hundred pairings
 * would otherwise be a thousand labels. Its texts are laid out once and kept until they change. */

#include "config.h"

#include "rank-row.h"

#include "drawing.h"
#include "pillar-colours.h"
#include "rank-figures.h"
#include "report/bars.h"
#include "speech.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define MARGIN 12
#define SPACING 12
#define BAR_HEIGHT 20
#define BAR_HEIGHT_STACKED 14
#define BAR_RADIUS 5
#define STACKED_GAP 4
#define MIN_BAR_WIDTH 80
#define GAP 1
#define DIMMED 0.25f
#define WHISKER_HEIGHT 9
#define GHOST_MARGIN 4

/* The name comes after the figures. */
enum {
  TEXT_RANK = SL_RANK_FIGURE_RANK,
  TEXT_MOVEMENT = SL_RANK_FIGURE_MOVEMENT,
  TEXT_SCORE = SL_RANK_FIGURE_SCORE,
  TEXT_CHANCE = SL_RANK_FIGURE_CHANCE,
  TEXT_NAME,
  N_TEXTS
};

struct _SlRankRow {
  GtkWidget parent_instance;

  SlAnalysis *analysis;
  const SlRanking *ranking; /* the analysis' */
  const SlEntry *entry;     /* the analysis' */
  int movement;             /* places gained since the change began */
  int highlight;            /* a pillar, or -1 */
  double first;             /* part of the trials; NAN: not known */
  double low, high;         /* of the score */
  double ghost;             /* a score; NAN: none */
  SlRankColumns columns;
  char *texts[N_TEXTS];
  gboolean figures_outdated; /* only what is in sight has to have its figures */
  gboolean speech_outdated;
  char *spoken_name;
  char *spoken_description; /* nullable */
  PangoLayout *layouts[N_TEXTS];
  GskRenderNode *drawn[N_TEXTS]; /* as they were drawn last; nullable */
  GdkRGBA drawn_colours[N_TEXTS];
  int name_width; /* before it is cut short; as long as it has a layout */
  int name_height;
};

enum {
  PROP_0,
  PROP_HIGHLIGHT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlRankRow, sl_rank_row, GTK_TYPE_WIDGET)

/* ---- texts ---- */

static PangoAttrList *
attributes_of (int text)
{
  PangoAttrList *attributes;

  if (text != TEXT_NAME)
    return sl_rank_figure_get_attributes ((SlRankFigure) text);
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_SEMIBOLD));

  return attributes;
}

static PangoLayout *
ensure_layout (SlRankRow *self, int text)
{
  if (self->layouts[text] == NULL) {
    g_autoptr (PangoAttrList) attributes = attributes_of (text);
    PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->texts[text]);

    pango_layout_set_attributes (layout, attributes);
    pango_layout_set_single_paragraph_mode (layout, TRUE);
    if (text == TEXT_NAME) {
      pango_layout_get_pixel_size (layout, &self->name_width, &self->name_height);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
    self->layouts[text] = layout;
  }

  return self->layouts[text];
}

static gboolean
take_text (SlRankRow *self, int text, char *string)
{
  if (g_strcmp0 (self->texts[text], string) == 0) {
    g_free (string);
    return FALSE;
  }

  g_free (self->texts[text]);
  self->texts[text] = string;
  g_clear_pointer (&self->drawn[text], gsk_render_node_unref);
  if (self->layouts[text] != NULL && text != TEXT_NAME)
    pango_layout_set_text (self->layouts[text], string, -1);
  else
    g_clear_object (&self->layouts[text]);
  return TRUE;
}

static double
value_of (SlRankRow *self, SlRankFigure figure)
{
  switch (figure) {
  case SL_RANK_FIGURE_MOVEMENT:
    return self->movement;
  case SL_RANK_FIGURE_SCORE:
    return self->entry->score;
  case SL_RANK_FIGURE_CHANCE:
    return self->first;
  case SL_RANK_FIGURE_RANK:
  default:
    return self->entry->rank;
  }
}

static void
ensure_figures (SlRankRow *self)
{
  if (!self->figures_outdated)
    return;
  self->figures_outdated = FALSE;
  for (int figure = 0; figure < TEXT_NAME; figure++)
    take_text (
        self, figure,
        sl_rank_figure_describe ((SlRankFigure) figure, value_of (self, (SlRankFigure) figure)));
}

static int
figure_width (SlRankRow *self, SlRankFigure figure, GHashTable *widths)
{
  return sl_rank_figure_get_width (figure, value_of (self, figure), GTK_WIDGET (self), widths);
}

static int
name_width (SlRankRow *self)
{
  ensure_layout (self, TEXT_NAME);

  return self->name_width;
}

static int
name_height (SlRankRow *self)
{
  ensure_layout (self, TEXT_NAME);

  return self->name_height;
}

/* As high as a line of text, so that it grows with it. */
static int
bar_height (SlRankRow *self)
{
  return MAX (BAR_HEIGHT, name_height (self));
}

void
sl_rank_row_measure_columns (SlRankRow *self, GHashTable *widths, SlRankColumns *columns)
{
  columns->rank = MAX (columns->rank, figure_width (self, SL_RANK_FIGURE_RANK, widths));
  columns->movement = MAX (columns->movement, figure_width (self, SL_RANK_FIGURE_MOVEMENT, widths));
  columns->name = MAX (columns->name, name_width (self));
  columns->score = MAX (columns->score, figure_width (self, SL_RANK_FIGURE_SCORE, widths));
  if (!isnan (self->first))
    columns->chance = MAX (columns->chance, figure_width (self, SL_RANK_FIGURE_CHANCE, widths));
  columns->line = MAX (columns->line, name_height (self));
}

void
sl_rank_columns_stack (SlRankColumns *columns, gboolean stacked)
{
  columns->stacked = stacked;
  columns->height = stacked ? MARGIN + columns->line + STACKED_GAP + BAR_HEIGHT_STACKED + MARGIN
                            : columns->line + MARGIN + MAX (BAR_HEIGHT, columns->line);
}

/* ---- what it says ---- */

/* Whoever asks what it says is answered with what was said last, so it is not to wait for long. */
static void
outdate (SlRankRow *self)
{
  self->figures_outdated = TRUE;
  self->speech_outdated = TRUE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* What is said changes less often than what is drawn. */
static void
update_accessible (SlRankRow *self)
{
  g_autofree char *name = sl_speech_entry (self->ranking, self->entry, self->first);
  g_autofree char *description =
      sl_speech_surroundings (self->movement, self->low, self->high, self->ghost);

  if (g_set_str (&self->spoken_name, name))
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  if (!g_set_str (&self->spoken_description, description))
    return;
  if (description != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    description, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

void
sl_rank_row_set_entry (SlRankRow *self,
                       SlAnalysis *analysis,
                       const SlRanking *ranking,
                       const SlEntry *entry,
                       guint before)
{
  SlAnalysis *old = self->analysis;

  g_return_if_fail (SL_IS_RANK_ROW (self));

  self->analysis = sl_analysis_ref (analysis);
  g_clear_pointer (&old, sl_analysis_unref);
  self->ranking = ranking;
  self->entry = entry;
  self->movement = before > 0 ? (int) before - (int) entry->rank : 0;

  if (entry->overridden)
    take_text (self, TEXT_NAME, g_strconcat (entry->name, " ◆", NULL));
  else if (g_strcmp0 (self->texts[TEXT_NAME], entry->name) != 0)
    take_text (self, TEXT_NAME, g_strdup (entry->name));
  outdate (self);
}

gboolean
sl_rank_row_update_speech (SlRankRow *self)
{
  g_return_val_if_fail (SL_IS_RANK_ROW (self), FALSE);

  if (!self->speech_outdated)
    return FALSE;
  self->speech_outdated = FALSE;
  update_accessible (self);

  return TRUE;
}

gboolean
sl_rank_row_has_spoken (SlRankRow *self)
{
  g_return_val_if_fail (SL_IS_RANK_ROW (self), FALSE);

  return self->spoken_name != NULL;
}

const SlEntry *
sl_rank_row_get_entry (SlRankRow *self)
{
  g_return_val_if_fail (SL_IS_RANK_ROW (self), NULL);

  return self->entry;
}

void
sl_rank_row_set_columns (SlRankRow *self, const SlRankColumns *columns)
{
  g_return_if_fail (SL_IS_RANK_ROW (self));

  /* While rows glide this comes on each frame, and what they draw stays the same. */
  if (memcmp (&self->columns, columns, sizeof *columns) == 0)
    return;
  self->columns = *columns;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
sl_rank_row_set_highlight (SlRankRow *self, int pillar)
{
  g_return_if_fail (SL_IS_RANK_ROW (self));

  if (self->highlight == pillar)
    return;
  self->highlight = pillar;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HIGHLIGHT]);
}

static gboolean
same (double a, double b)
{
  return (isnan (a) && isnan (b)) || (a >= b && a <= b);
}

void
sl_rank_row_set_chance (SlRankRow *self, double first, double low, double high)
{
  g_return_if_fail (SL_IS_RANK_ROW (self));

  if (same (self->first, first) && same (self->low, low) && same (self->high, high))
    return;
  self->first = first;
  self->low = low;
  self->high = high;
  outdate (self);
}

void
sl_rank_row_set_ghost (SlRankRow *self, double score)
{
  g_return_if_fail (SL_IS_RANK_ROW (self));

  if (same (self->ghost, score))
    return;
  self->ghost = score;
  outdate (self);
}

/* ---- where its parts are, as if it were read from the left ---- */

typedef struct {
  float x, y, width, height;
} Place;

static float
name_x (SlRankRow *self)
{
  return (float) (MARGIN + self->columns.rank + SPACING + self->columns.movement + SPACING);
}

/* What the figures at the end take. */
static float
end_width (SlRankRow *self)
{
  float width = (float) self->columns.score;

  if (self->columns.chance > 0)
    width += SPACING + (float) self->columns.chance;

  return width;
}

static Place
place_of_bar (SlRankRow *self)
{
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  float left, right;

  if (self->columns.stacked) {
    left = name_x (self);
    right = width - MARGIN;
    return (Place) { left, height - MARGIN - BAR_HEIGHT_STACKED, right - left, BAR_HEIGHT_STACKED };
  }

  left = name_x (self) + (float) self->columns.name + SPACING;
  right = width - MARGIN - end_width (self) - SPACING;
  return (Place) { left, (height - (float) bar_height (self)) / 2, right - left,
                   (float) bar_height (self) };
}

static float
mirror (SlRankRow *self, float x, float width)
{
  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR)
    return x;

  return (float) gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
}

/* ---- drawing ---- */

/* Most texts stay the same from one ranking to the next, and to draw one takes longer than all the
 * bars of the row. */
static void
append_text (SlRankRow *self, GtkSnapshot *snapshot, int text, const GdkRGBA *colour)
{
  if (self->drawn[text] == NULL || !gdk_rgba_equal (&self->drawn_colours[text], colour)) {
    GtkSnapshot *drawn = gtk_snapshot_new ();

    gtk_snapshot_append_layout (drawn, ensure_layout (self, text), colour);
    g_clear_pointer (&self->drawn[text], gsk_render_node_unref);
    self->drawn[text] = gtk_snapshot_free_to_node (drawn);
    self->drawn_colours[text] = *colour;
  }
  if (self->drawn[text] != NULL)
    gtk_snapshot_append_node (snapshot, self->drawn[text]);
}

/* A name that does not fit is cut short. */
static void
set_name_width (SlRankRow *self, float width)
{
  PangoLayout *layout = ensure_layout (self, TEXT_NAME);
  int units = (int) (width * PANGO_SCALE);

  if (pango_layout_get_width (layout) == units)
    return;
  pango_layout_set_width (layout, units);
  g_clear_pointer (&self->drawn[TEXT_NAME], gsk_render_node_unref);
}

static void
snapshot_text (SlRankRow *self,
               GtkSnapshot *snapshot,
               int text,
               float x,
               float width,
               gboolean at_end,
               const GdkRGBA *colour)
{
  PangoLayout *layout = ensure_layout (self, text);
  float height = (float) gtk_widget_get_height (GTK_WIDGET (self));
  gboolean first_line = self->columns.stacked;
  PangoRectangle extents;
  float free_space, y;

  if (text == TEXT_NAME)
    set_name_width (self, width);
  pango_layout_get_pixel_extents (layout, NULL, &extents);
  free_space = text == TEXT_NAME ? 0 : MAX (0, width - (float) extents.width);
  y = first_line ? MARGIN : (height - (float) extents.height) / 2;
  if (text == TEXT_NAME)
    x = mirror (self, x, width);
  else
    x = mirror (self, x + (at_end ? free_space : 0), (float) extents.width);

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, y));
  append_text (self, snapshot, text, colour);
  gtk_snapshot_restore (snapshot);
}

static void
snapshot_texts (SlRankRow *self, GtkSnapshot *snapshot)
{
  GdkRGBA colour, faint;
  float x = MARGIN;
  float width = (float) gtk_widget_get_width (GTK_WIDGET (self));
  float score_x = width - MARGIN - end_width (self);
  float name_width =
      self->columns.stacked ? score_x - SPACING - name_x (self) : (float) self->columns.name;

  sl_drawing_get_colours (GTK_WIDGET (self), &colour, &faint);
  ensure_figures (self);

  snapshot_text (self, snapshot, TEXT_RANK, x, (float) self->columns.rank, TRUE, &colour);
  x += (float) self->columns.rank + SPACING;
  snapshot_text (self, snapshot, TEXT_MOVEMENT, x, (float) self->columns.movement, FALSE, &faint);
  snapshot_text (self, snapshot, TEXT_NAME, name_x (self), MAX (1, name_width), FALSE, &colour);
  snapshot_text (self, snapshot, TEXT_SCORE, score_x, (float) self->columns.score, TRUE, &colour);
  if (self->columns.chance > 0)
    snapshot_text (self, snapshot, TEXT_CHANCE, width - MARGIN - (float) self->columns.chance,
                   (float) self->columns.chance, TRUE, &faint);
}

static void
snapshot_segment (SlRankRow *self,
                  GtkSnapshot *snapshot,
                  guint pillar,
                  const Place *bar,
                  float start,
                  float length)
{
  GdkRGBA colour;

  sl_pillar_colour (pillar, &colour);
  if (self->highlight >= 0 && (guint) self->highlight != pillar)
    colour.alpha *= DIMMED;
  gtk_snapshot_append_color (
      snapshot, &colour,
      &GRAPHENE_RECT_INIT (mirror (self, bar->x + start, length), bar->y, length, bar->height));
}

/* Those segments that reach into a rounded end, or those that do not. */
static void
snapshot_segments (SlRankRow *self, GtkSnapshot *snapshot, float bar_length, gboolean at_ends)
{
  guint n_pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis))->len;
  Place bar = place_of_bar (self);

  for (guint i = 0; i < n_pillars; i++) {
    SlBarSegment segment = sl_bar_get_segment (self->entry, i);
    float start = bar.width * (float) segment.start;
    float length = bar.width * (float) segment.length - GAP;
    gboolean at_end = start < BAR_RADIUS || start + length > bar_length - BAR_RADIUS;

    if (length > 0 && at_end == at_ends)
      snapshot_segment (self, snapshot, i, &bar, start, length);
  }
}

/* A rounded clip makes drawing by software slow, so only what has round corners is drawn in it. */
static void
snapshot_bar (SlRankRow *self, GtkSnapshot *snapshot)
{
  Place bar = place_of_bar (self);
  float length = bar.width * (float) CLAMP (self->entry->score / 100, 0, 1);
  GskRoundedRect outline;

  if (bar.width < 1)
    return;

  gsk_rounded_rect_init_from_rect (
      &outline, &GRAPHENE_RECT_INIT (mirror (self, bar.x, length), bar.y, length, bar.height),
      BAR_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  snapshot_segments (self, snapshot, length, TRUE);
  gtk_snapshot_pop (snapshot);
  snapshot_segments (self, snapshot, length, FALSE);
}

static float
length_of (const Place *bar, double score)
{
  return bar->width * (float) CLAMP (score / 100, 0, 1);
}

/* An outline around where the bar was. */
static void
snapshot_ghost (SlRankRow *self, GtkSnapshot *snapshot)
{
  Place bar = place_of_bar (self);
  float length = length_of (&bar, self->ghost);
  float widths[4] = { 1.5f, 1.5f, 1.5f, 1.5f };
  GdkRGBA colours[4];
  GskRoundedRect outline;

  if (bar.width < 1 || length < 2 * BAR_RADIUS)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &colours[0]);
  colours[0].alpha *= 0.55f;
  colours[1] = colours[2] = colours[3] = colours[0];
  gsk_rounded_rect_init_from_rect (&outline,
                                   &GRAPHENE_RECT_INIT (mirror (self, bar.x, length),
                                                        bar.y - GHOST_MARGIN, length,
                                                        bar.height + 2 * GHOST_MARGIN),
                                   BAR_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, colours);
}

static void
snapshot_line (SlRankRow *self,
               GtkSnapshot *snapshot,
               const GdkRGBA *colour,
               float x,
               float y,
               float width,
               float height)
{
  gtk_snapshot_append_color (snapshot, colour,
                             &GRAPHENE_RECT_INIT (mirror (self, x, width), y, width, height));
}

/* Within a light edge, so that it stands out from any pillar. */
static void
snapshot_whisker (SlRankRow *self, GtkSnapshot *snapshot)
{
  Place bar = place_of_bar (self);
  float low = bar.x + length_of (&bar, self->low);
  float high = bar.x + length_of (&bar, self->high);
  float middle = bar.y + bar.height / 2;
  float top = middle - WHISKER_HEIGHT / 2.0f;
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  GdkRGBA edge = dark ? (GdkRGBA) { 0, 0, 0, 0.7f } : (GdkRGBA) { 1, 1, 1, 0.8f };
  GdkRGBA colour;

  if (bar.width < 1)
    return;
  gtk_widget_get_color (GTK_WIDGET (self), &colour);
  snapshot_line (self, snapshot, &edge, low - 2, middle - 2, high - low + 4, 4);
  snapshot_line (self, snapshot, &edge, low - 2, top - 1, 4, WHISKER_HEIGHT + 2);
  snapshot_line (self, snapshot, &edge, high - 2, top - 1, 4, WHISKER_HEIGHT + 2);
  snapshot_line (self, snapshot, &colour, low, middle - 1, high - low, 2);
  snapshot_line (self, snapshot, &colour, low - 1, top, 2, WHISKER_HEIGHT);
  snapshot_line (self, snapshot, &colour, high - 1, top, 2, WHISKER_HEIGHT);
}

static void
sl_rank_row_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlRankRow *self = SL_RANK_ROW (widget);

  if (self->entry == NULL)
    return;

  snapshot_texts (self, snapshot);
  snapshot_bar (self, snapshot);
  if (!isnan (self->ghost))
    snapshot_ghost (self, snapshot);
  if (!isnan (self->low) && !isnan (self->high))
    snapshot_whisker (self, snapshot);
}

/* ---- what a pointer finds ---- */

/* The pillar under a point of the bar, or -1. */
static int
find_segment (SlRankRow *self, float x)
{
  guint n_pillars = sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis))->len;
  Place bar = place_of_bar (self);
  double at = (mirror (self, x, 0) - bar.x) / MAX (bar.width, 1);

  for (guint i = 0; i < n_pillars; i++) {
    SlBarSegment segment = sl_bar_get_segment (self->entry, i);

    if (at >= segment.start && at < segment.start + segment.length)
      return (int) i;
  }

  return -1;
}

static gboolean
sl_rank_row_query_tooltip (GtkWidget *widget, int x, int y, gboolean keyboard, GtkTooltip *tooltip)
{
  SlRankRow *self = SL_RANK_ROW (widget);
  g_autofree char *text = NULL;
  const SlPillar *pillar;
  int segment;

  if (self->entry == NULL || keyboard)
    return FALSE;
  segment = find_segment (self, (float) x);
  if (segment < 0)
    return FALSE;

  pillar = g_ptr_array_index (sl_catalogue_get_pillars (sl_analysis_get_catalogue (self->analysis)),
                              (guint) segment);
  /* Translators: a part of a bar: %1$s is a pillar, %2$.1f its points, %3$.1f all points, %4$.0f
   * the pillar's share of the weights in percent. */
  text = g_strdup_printf (_ ("%1$s: %2$.1f of %3$.1f points, at %4$.0f %% of the weight"),
                          pillar->name, self->entry->pillar_contributions[segment],
                          self->entry->score, 100 * self->ranking->pillar_weights[segment]);
  gtk_tooltip_set_text (tooltip, text);

  return TRUE;
}

/* ---- the widget ---- */

static void
drop_layouts (SlRankRow *self)
{
  for (int i = 0; i < N_TEXTS; i++) {
    g_clear_object (&self->layouts[i]);
    g_clear_pointer (&self->drawn[i], gsk_render_node_unref);
  }
}

static void
sl_rank_row_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sl_rank_row_parent_class)->css_changed (widget, change);

  drop_layouts (SL_RANK_ROW (widget));
}

static void
sl_rank_row_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sl_rank_row_parent_class)->system_setting_changed (widget, setting);

  drop_layouts (SL_RANK_ROW (widget));
}

/* Where a text begins, and in which order its parts are, is part of what has been drawn of it. */
static void
sl_rank_row_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (sl_rank_row_parent_class)->direction_changed (widget, previous);

  drop_layouts (SL_RANK_ROW (widget));
}

static void
sl_rank_row_measure (GtkWidget *widget,
                     GtkOrientation orientation,
                     int for_size,
                     int *minimum,
                     int *natural,
                     int *minimum_baseline,
                     int *natural_baseline)
{
  SlRankRow *self = SL_RANK_ROW (widget);

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = *natural = self->columns.height;
  else
    *minimum = *natural = (int) name_x (self) + (int) end_width (self) + SPACING + MIN_BAR_WIDTH;
}

static void
sl_rank_row_finalize (GObject *object)
{
  SlRankRow *self = SL_RANK_ROW (object);

  drop_layouts (self);
  for (int i = 0; i < N_TEXTS; i++)
    g_clear_pointer (&self->texts[i], g_free);
  g_clear_pointer (&self->spoken_name, g_free);
  g_clear_pointer (&self->spoken_description, g_free);
  g_clear_pointer (&self->analysis, sl_analysis_unref);

  G_OBJECT_CLASS (sl_rank_row_parent_class)->finalize (object);
}

static void
sl_rank_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_HIGHLIGHT:
    g_value_set_int (value, SL_RANK_ROW (object)->highlight);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_rank_row_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  switch (id) {
  case PROP_HIGHLIGHT:
    sl_rank_row_set_highlight (SL_RANK_ROW (object), g_value_get_int (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_rank_row_class_init (SlRankRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = sl_rank_row_finalize;
  object_class->get_property = sl_rank_row_get_property;
  object_class->set_property = sl_rank_row_set_property;
  widget_class->snapshot = sl_rank_row_snapshot;
  widget_class->measure = sl_rank_row_measure;
  widget_class->css_changed = sl_rank_row_css_changed;
  widget_class->direction_changed = sl_rank_row_direction_changed;
  widget_class->system_setting_changed = sl_rank_row_system_setting_changed;
  widget_class->query_tooltip = sl_rank_row_query_tooltip;

  properties[PROP_HIGHLIGHT] =
      g_param_spec_int ("highlight", NULL, NULL, -1, G_MAXINT, -1,
                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "rankrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
}

static void
sl_rank_row_init (SlRankRow *self)
{
  self->highlight = -1;
  self->first = self->low = self->high = self->ghost = NAN;
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
}

GtkWidget *
sl_rank_row_new (void)
{
  return g_object_new (SL_TYPE_RANK_ROW, NULL);
}
