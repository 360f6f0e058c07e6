/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows are children in the order of their rank, so that a screen reader meets them in that
 * order; they are put into it when they have come to rest, as the toolkit measures all of the
 * window anew whenever children change places. Where they are drawn is animated: each row remembers
 * the place it glides from, and one animation moves all. */

#include "config.h"

#include "rank-chart.h"

#include "drawing.h"
#include "rank-row.h"
#include "sight.h"

#include "analysis/robustness.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define GLIDE_MS 250
/* Narrower than this, the bar goes under the name. In sp. */
#define STACKED_BELOW 560
/* The names take at most this part of a row. */
#define NAME_PART 0.42
/* Narrower than this, a name and a bar are of no use. */
#define MIN_NAME_WIDTH 120
/* So many rows change what they say in one turn of the main loop. */
#define ROWS_PER_TURN 16

struct _SlRankChart {
  GtkWidget parent_instance;

  SlBoard board;
  gboolean has_board;
  int highlight;
  SlAnalysis *pinned; /* nullable */
  char *filter_text;  /* folded; nullable */
  char *filter_tag;   /* nullable */
  GHashTable *rows;   /* id -> Place */
  GPtrArray *order;   /* of Place, by rank; borrowed from rows */
  guint turn;         /* counts rankings */
  SlPicture picture;
  SlAnalysis *before; /* what movements are shown against; nullable */
  SlBoard before_board;
  GHashTable *ranks_before; /* id -> rank; the ids are those of before */
  AdwAnimation *glide;
  SlRankColumns columns; /* as they are drawn */
  SlRankColumns widest;  /* as all rows would like them */
  gboolean measured;     /* whether they still do */
  int needed_width;      /* as it was asked for */
  int width;             /* that rows have been allocated */
  gboolean place_asked;  /* since rows were allocated: all of them may want another place */
  GHashTable *widths;    /* of figures that have been laid out */
  guint speech_id;       /* until all rows say what they show */
  gboolean busy;         /* as a screen reader knows it */
  SlSight sight;
  GtkWidget *last_focus; /* a row; borrowed */
};

/* A row and where it is on its way to. In rows from the top. */
typedef struct {
  GtkWidget *row;
  double from;
  double to;
  double y;   /* of the place that it is allocated, in pixels; NAN: none */
  guint turn; /* the last one that it had a place in */
} Place;

enum {
  SIGNAL_ACTIVATED,
  SIGNAL_SETTLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlRankChart, sl_rank_chart, GTK_TYPE_WIDGET)

/* ---- rows ---- */

static double
place_now (SlRankChart *self, const Place *place)
{
  double progress = adw_animation_get_value (self->glide);

  return place->from + (place->to - place->from) * progress;
}

static void
place_free (gpointer data)
{
  Place *place = data;

  gtk_widget_unparent (place->row);
  g_free (place);
}

static void
clear_rows (SlRankChart *self)
{
  self->last_focus = NULL;
  g_ptr_array_set_size (self->order, 0);
  g_hash_table_remove_all (self->rows);
}

static void
row_clicked_cb (SlRankChart *self, int n_press, double x, double y, GtkGesture *gesture)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (!gtk_widget_contains (row, x, y))
    return;
  gtk_widget_grab_focus (row);
  g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0, sl_rank_row_get_entry (SL_RANK_ROW (row))->id);
}

static Place *
add_row (SlRankChart *self, const char *id)
{
  Place *place = g_new0 (Place, 1);
  GtkGesture *click = gtk_gesture_click_new ();

  place->y = NAN;
  place->row = sl_rank_row_new ();
  sl_rank_row_set_highlight (SL_RANK_ROW (place->row), self->highlight);
  g_signal_connect_object (click, "released", G_CALLBACK (row_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (place->row, GTK_EVENT_CONTROLLER (click));
  gtk_widget_set_parent (place->row, GTK_WIDGET (self));
  g_hash_table_insert (self->rows, g_strdup (id), place);

  return place;
}

static gboolean
has_tag (const SlAlternative *alternative, const char *tag)
{
  return alternative != NULL && alternative->tags != NULL &&
         g_strv_contains (alternative->tags, tag);
}

static gboolean
is_shown (SlRankChart *self, const SlEntry *entry)
{
  g_autofree char *name = NULL;

  if (entry->rank == 0)
    return FALSE;
  if (self->filter_tag != NULL && !has_tag (entry->technology, self->filter_tag) &&
      !has_tag (entry->pattern, self->filter_tag))
    return FALSE;
  if (self->filter_text == NULL)
    return TRUE;
  name = g_utf8_casefold (entry->name, -1);

  return strstr (name, self->filter_text) != NULL;
}

/* Those that have no place in the present turn. */
static void
remove_hidden_rows (SlRankChart *self)
{
  GHashTableIter iter;
  Place *place;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place)) {
    if (place->turn == self->turn)
      continue;
    if (self->last_focus == place->row)
      self->last_focus = NULL;
    g_hash_table_iter_remove (&iter);
  }
}

/* Where a new row comes in: at its own place. */
static Place *
ensure_row (SlRankChart *self, const char *id, guint position)
{
  Place *place = g_hash_table_lookup (self->rows, id);

  if (place == NULL) {
    place = add_row (self, id);
    place->from = place->to = position;
  } else {
    place->from = place_now (self, place);
    place->to = position;
  }
  place->turn = self->turn;

  return place;
}

static void
set_css_class (GtkWidget *widget, const char *name, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, name);
  else
    gtk_widget_remove_css_class (widget, name);
}

static void
put_in_order (SlRankChart *self)
{
  GtkWidget *previous = NULL;

  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);

    if (gtk_widget_get_prev_sibling (place->row) != previous)
      gtk_widget_insert_after (place->row, GTK_WIDGET (self), previous);
    set_css_class (place->row, "first", i == 0);
    set_css_class (place->row, "last", i + 1 == self->order->len);
    previous = place->row;
  }
}

/* A drag has one ranking that all of its moves are compared with. */
static void
keep_before (SlRankChart *self, SlAnalysis *before)
{
  const SlRanking *ranking;
  SlAnalysis *old = self->before;

  if (before == old && self->before_board == self->board)
    return;

  g_hash_table_remove_all (self->ranks_before);
  self->before = before != NULL ? sl_analysis_ref (before) : NULL;
  g_clear_pointer (&old, sl_analysis_unref);
  self->before_board = self->board;
  if (before == NULL)
    return;
  ranking = sl_analysis_get_ranking (before, self->board);
  for (guint i = 0; i < ranking->n_entries; i++)
    g_hash_table_insert (self->ranks_before, (gpointer) ranking->entries[i].id,
                         GUINT_TO_POINTER (ranking->entries[i].rank));
}

/* 0: it had none. */
static guint
rank_before (SlRankChart *self, const char *id)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (self->ranks_before, id));
}

static double
score_when_pinned (SlRankChart *self, const char *id)
{
  const SlEntry *entry =
      self->pinned != NULL
          ? sl_ranking_find (sl_analysis_get_ranking (self->pinned, self->board), id)
          : NULL;

  return entry != NULL ? entry->score : NAN;
}

/* `i`: the place of the entry in the ranking. */
static void
show_chance (SlRankRow *row, const SlRobustness *robustness, guint i)
{
  if (robustness == NULL || i >= robustness->n)
    sl_rank_row_set_chance (row, NAN, NAN, NAN);
  else
    sl_rank_row_set_chance (row, robustness->first_shares[i],
                            robustness->score_low != NULL ? robustness->score_low[i] : NAN,
                            robustness->score_high != NULL ? robustness->score_high[i] : NAN);
}

/* While it is, a screen reader does not take the rows for what they will be. */
static void
set_busy (SlRankChart *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_BUSY, busy, -1);
}

/* A few rows at a time, the first ones first, once the frame is drawn. While rows glide, only those
 * that say nothing yet: the others are not in the order that they would tell of. */
static gboolean
update_speech_cb (gpointer user_data)
{
  SlRankChart *self = user_data;
  gboolean gliding = sl_rank_chart_is_gliding (self);
  guint n_updated = 0;

  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);

    if (n_updated == ROWS_PER_TURN)
      return G_SOURCE_CONTINUE;
    if (gliding && sl_rank_row_has_spoken (SL_RANK_ROW (place->row)))
      continue;
    n_updated += sl_rank_row_update_speech (SL_RANK_ROW (place->row)) ? 1 : 0;
  }
  self->speech_id = 0;
  set_busy (self, gliding);

  return G_SOURCE_REMOVE;
}

/* The row that a screen reader is at says so at once. */
static void
update_speech (SlRankChart *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (row != NULL)
    sl_rank_row_update_speech (SL_RANK_ROW (row));
  set_busy (self, TRUE);
  if (self->speech_id == 0)
    self->speech_id = g_idle_add_full (G_PRIORITY_LOW, update_speech_cb, self, NULL);
}

/* Returns whether any row has to move. */
static gboolean
update_rows (SlRankChart *self, SlAnalysis *analysis, const SlRanking *ranking, SlAnalysis *before)
{
  const SlRobustness *robustness = sl_analysis_get_robustness (analysis, self->board);
  gboolean moves = FALSE;

  keep_before (self, before);
  self->turn++;
  self->picture.outdated = TRUE;
  g_ptr_array_set_size (self->order, 0);
  for (guint i = 0; i < ranking->n_ranked; i++) {
    const SlEntry *entry = &ranking->entries[i];
    Place *place;

    if (!is_shown (self, entry))
      continue;
    place = ensure_row (self, entry->id, self->order->len);
    sl_rank_row_set_entry (SL_RANK_ROW (place->row), analysis, ranking, entry,
                           rank_before (self, entry->id));
    show_chance (SL_RANK_ROW (place->row), robustness, i);
    sl_rank_row_set_ghost (SL_RANK_ROW (place->row), score_when_pinned (self, entry->id));
    g_ptr_array_add (self->order, place);
    moves = moves || place->from < place->to || place->from > place->to;
  }
  self->measured = FALSE;
  remove_hidden_rows (self);

  return moves;
}

/* ---- columns ---- */

/* Movements come and go; the bars should not jump with them. */
static void
measure_rows (SlRankChart *self)
{
  SlRankColumns columns = { .movement = self->widest.movement };

  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);

    sl_rank_row_measure_columns (SL_RANK_ROW (place->row), self->widths, &columns);
  }
  columns.movement = MAX (columns.movement, 2 * columns.score / 3);
  self->widest = columns;
  self->measured = TRUE;
}

static void
measure_columns (SlRankChart *self, gboolean stacked, SlRankColumns *columns)
{
  if (!self->measured)
    measure_rows (self);
  *columns = self->widest;
  sl_rank_columns_stack (columns, stacked);
}

/* The text has another size. */
static void
forget_widths (SlRankChart *self)
{
  g_hash_table_remove_all (self->widths);
  self->widest = (SlRankColumns) { 0 };
  self->measured = FALSE;
}

static int
needed_width (const SlRankColumns *columns)
{
  return columns->rank + columns->movement + columns->score + columns->chance + MIN_NAME_WIDTH;
}

/* Its place is as large as it needs, so that nothing around it has to be laid out anew. */
static gboolean
fits (SlRankChart *self)
{
  SlRankColumns columns;

  measure_columns (self, self->columns.stacked, &columns);
  columns.chance = 0;

  return columns.height == self->columns.height && needed_width (&columns) == self->needed_width;
}

/* ---- public ---- */

void
sl_rank_chart_set_analysis (SlRankChart *self,
                            SlAnalysis *analysis,
                            SlBoard board,
                            SlAnalysis *before)
{
  guint n_rows;
  gboolean same_board;

  g_return_if_fail (SL_IS_RANK_CHART (self));

  n_rows = self->order->len;
  same_board = self->has_board && self->board == board;
  if (!same_board) {
    clear_rows (self);
    self->widest = (SlRankColumns) { 0 };
    /* The rows of another board come in at their places. */
    adw_animation_skip (self->glide);
  }
  self->board = board;
  self->has_board = TRUE;

  if (update_rows (self, analysis, sl_analysis_get_ranking (analysis, board), before)) {
    adw_animation_reset (self->glide);
    adw_animation_play (self->glide);
  } else if (!sl_rank_chart_is_gliding (self)) {
    put_in_order (self);
  }
  update_speech (self);
  if (n_rows != self->order->len || !fits (self))
    gtk_widget_queue_resize (GTK_WIDGET (self));
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

gboolean
sl_rank_chart_is_gliding (SlRankChart *self)
{
  g_return_val_if_fail (SL_IS_RANK_CHART (self), FALSE);

  return adw_animation_get_state (self->glide) == ADW_ANIMATION_PLAYING;
}

void
sl_rank_chart_set_certainty (SlRankChart *self, SlAnalysis *analysis)
{
  const SlRanking *ranking;
  const SlRobustness *robustness;

  g_return_if_fail (SL_IS_RANK_CHART (self));
  g_return_if_fail (self->has_board);

  ranking = sl_analysis_get_ranking (analysis, self->board);
  robustness = sl_analysis_get_robustness (analysis, self->board);
  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);
    const SlEntry *entry = sl_rank_row_get_entry (SL_RANK_ROW (place->row));

    show_chance (SL_RANK_ROW (place->row), robustness, (guint) (entry - ranking->entries));
  }
  self->measured = FALSE;
  self->picture.outdated = TRUE;
  update_speech (self);
  /* The column of chances comes with the first of them; it does not count in the least width. */
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
sl_rank_chart_set_pinned (SlRankChart *self, SlAnalysis *pinned)
{
  SlAnalysis *old;

  g_return_if_fail (SL_IS_RANK_CHART (self));

  old = self->pinned;
  self->pinned = pinned != NULL ? sl_analysis_ref (pinned) : NULL;
  g_clear_pointer (&old, sl_analysis_unref);
}

void
sl_rank_chart_set_filter (SlRankChart *self, const char *text, const char *tag)
{
  g_return_if_fail (SL_IS_RANK_CHART (self));

  g_clear_pointer (&self->filter_text, g_free);
  if (text != NULL && *text != '\0')
    self->filter_text = g_utf8_casefold (text, -1);
  g_set_str (&self->filter_tag, tag);
}

guint
sl_rank_chart_count (SlRankChart *self)
{
  g_return_val_if_fail (SL_IS_RANK_CHART (self), 0);

  return self->order->len;
}

void
sl_rank_chart_set_highlight (SlRankChart *self, int pillar)
{
  g_return_if_fail (SL_IS_RANK_CHART (self));

  if (self->highlight == pillar)
    return;
  self->highlight = pillar;
  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);

    sl_rank_row_set_highlight (SL_RANK_ROW (place->row), pillar);
  }
}

/* ---- layout ---- */

static double
stacked_width (SlRankChart *self)
{
  return adw_length_unit_to_px (ADW_LENGTH_UNIT_SP, STACKED_BELOW,
                                gtk_widget_get_settings (GTK_WIDGET (self)));
}

static void
sl_rank_chart_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SlRankChart *self = SL_RANK_CHART (widget);
  SlRankColumns columns;

  self->place_asked = TRUE;
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    measure_columns (self, TRUE, &columns);
    /* Where it is narrow and the text large there may be no room for the chances. */
    columns.chance = 0;
    *minimum = self->needed_width = needed_width (&columns);
    *natural = MAX (*minimum, columns.rank + columns.movement + columns.score + columns.name + 400);
    return;
  }

  measure_columns (self, for_size >= 0 && for_size < stacked_width (self), &columns);
  *minimum = *natural = columns.height * (int) self->order->len;
}

static void
allocate_row (SlRankChart *self, Place *place, double y, int width)
{
  GskTransform *transform = gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT (0, (float) y));

  place->y = y;
  sl_rank_row_set_columns (SL_RANK_ROW (place->row), &self->columns);
  gtk_widget_measure (place->row, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_allocate (place->row, width, self->columns.height, -1, transform);
}

/* While rows glide, only those that are seen to; all when they have come to rest. */
static void
allocate_rows (SlRankChart *self, int width)
{
  gboolean all =
      self->place_asked || width != self->width || adw_animation_get_value (self->glide) >= 1;
  float top, bottom;

  self->picture.outdated = TRUE;
  sl_sight_find (GTK_WIDGET (self), &top, &bottom);
  top -= (float) self->columns.height;
  for (guint i = 0; i < self->order->len; i++) {
    Place *place = g_ptr_array_index (self->order, i);
    double y = place_now (self, place) * self->columns.height;

    if (all || isnan (place->y) || (y > top && y < bottom) || (place->y > top && place->y < bottom))
      allocate_row (self, place, y, width);
  }
  self->place_asked = FALSE;
  self->width = width;
}

static void
sl_rank_chart_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlRankChart *self = SL_RANK_CHART (widget);

  measure_columns (self, width < stacked_width (self), &self->columns);
  if (width < needed_width (&self->columns))
    self->columns.chance = 0;
  self->columns.name = MIN (self->columns.name, (int) (width * NAME_PART));
  allocate_rows (self, width);
}

/* Rows that fall are drawn first, so that those that rise pass in front of them. Of hundreds of
 * rows only those in sight are drawn. */
static void
sl_rank_chart_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlRankChart *self = SL_RANK_CHART (widget);
  GtkSnapshot *drawn = gtk_snapshot_new ();
  float top, bottom;

  sl_sight_find (widget, &top, &bottom);
  for (guint pass = 0; pass < 2; pass++) {
    for (guint i = 0; i < self->order->len; i++) {
      Place *place = g_ptr_array_index (self->order, i);
      gboolean rises = place->to < place->from;
      float y = (float) (place_now (self, place) * self->columns.height);

      if (rises == (pass == 1) && y < bottom && y + (float) self->columns.height > top)
        gtk_widget_snapshot_child (widget, place->row, drawn);
    }
  }
  sl_drawing_append_picture (snapshot, drawn, widget, &self->picture);
}

static void
sl_rank_chart_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sl_rank_chart_parent_class)->map (widget);

  sl_sight_watch (&SL_RANK_CHART (widget)->sight, widget);
}

static void
sl_rank_chart_unmap (GtkWidget *widget)
{
  sl_sight_forget (&SL_RANK_CHART (widget)->sight, widget);

  GTK_WIDGET_CLASS (sl_rank_chart_parent_class)->unmap (widget);
}

/* ---- text of another size ---- */

static void
sl_rank_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sl_rank_chart_parent_class)->css_changed (widget, change);

  forget_widths (SL_RANK_CHART (widget));
}

static void
sl_rank_chart_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  forget_widths (SL_RANK_CHART (widget));

  GTK_WIDGET_CLASS (sl_rank_chart_parent_class)->system_setting_changed (widget, setting);
}

static GtkSizeRequestMode
sl_rank_chart_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
glide_cb (double value, gpointer user_data)
{
  gtk_widget_queue_allocate (GTK_WIDGET (user_data));
}

static void
settled_cb (SlRankChart *self)
{
  put_in_order (self);
  update_speech (self);
  g_signal_emit (self, signals[SIGNAL_SETTLED], 0);
}

/* ---- keyboard ---- */

static GtkWidget *
row_at (SlRankChart *self, int position)
{
  if (self->order->len == 0)
    return NULL;
  position = CLAMP (position, 0, (int) self->order->len - 1);

  return ((Place *) g_ptr_array_index (self->order, (guint) position))->row;
}

static int
position_of (SlRankChart *self, GtkWidget *row)
{
  for (guint i = 0; i < self->order->len; i++) {
    if (((Place *) g_ptr_array_index (self->order, i))->row == row)
      return (int) i;
  }

  return -1;
}

static gboolean
focus_row (SlRankChart *self, GtkWidget *row)
{
  if (row == NULL)
    return FALSE;
  self->last_focus = row;

  return gtk_widget_grab_focus (row);
}

/* The chart is one stop of the Tab key; the arrow keys go from row to row. */
static gboolean
sl_rank_chart_focus (GtkWidget *widget, GtkDirectionType direction)
{
  SlRankChart *self = SL_RANK_CHART (widget);
  GtkWidget *row = gtk_widget_get_focus_child (widget);
  int position;

  if (row == NULL)
    return focus_row (self, self->last_focus != NULL ? self->last_focus : row_at (self, 0));

  position = position_of (self, row);
  switch (direction) {
  case GTK_DIR_UP:
    return position > 0 && focus_row (self, row_at (self, position - 1));
  case GTK_DIR_DOWN:
    return position + 1 < (int) self->order->len && focus_row (self, row_at (self, position + 1));
  default:
    return FALSE;
  }
}

static gboolean
key_pressed_cb (SlRankChart *self, guint key, guint code, GdkModifierType state)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (row == NULL)
    return GDK_EVENT_PROPAGATE;

  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return focus_row (self, row_at (self, 0));
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    return focus_row (self, row_at (self, G_MAXINT));
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_space:
    g_signal_emit (self, signals[SIGNAL_ACTIVATED], 0,
                   sl_rank_row_get_entry (SL_RANK_ROW (row))->id);
    return GDK_EVENT_STOP;
  default:
    return GDK_EVENT_PROPAGATE;
  }
}

/* ---- the widget ---- */

static void
sl_rank_chart_dispose (GObject *object)
{
  SlRankChart *self = SL_RANK_CHART (object);

  g_clear_handle_id (&self->speech_id, g_source_remove);
  clear_rows (self);
  sl_sight_forget (&self->sight, GTK_WIDGET (self));
  g_clear_object (&self->glide);

  G_OBJECT_CLASS (sl_rank_chart_parent_class)->dispose (object);
}

static void
sl_rank_chart_finalize (GObject *object)
{
  SlRankChart *self = SL_RANK_CHART (object);

  g_clear_pointer (&self->ranks_before, g_hash_table_unref);
  g_clear_pointer (&self->before, sl_analysis_unref);
  g_clear_pointer (&self->pinned, sl_analysis_unref);
  g_clear_pointer (&self->filter_text, g_free);
  g_clear_pointer (&self->filter_tag, g_free);
  g_clear_pointer (&self->order, g_ptr_array_unref);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->widths, g_hash_table_unref);

  G_OBJECT_CLASS (sl_rank_chart_parent_class)->finalize (object);
}

static void
sl_rank_chart_class_init (SlRankChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = sl_rank_chart_dispose;
  object_class->finalize = sl_rank_chart_finalize;
  widget_class->measure = sl_rank_chart_measure;
  widget_class->size_allocate = sl_rank_chart_size_allocate;
  widget_class->snapshot = sl_rank_chart_snapshot;
  widget_class->map = sl_rank_chart_map;
  widget_class->unmap = sl_rank_chart_unmap;
  widget_class->css_changed = sl_rank_chart_css_changed;
  widget_class->system_setting_changed = sl_rank_chart_system_setting_changed;
  widget_class->get_request_mode = sl_rank_chart_get_request_mode;
  widget_class->focus = sl_rank_chart_focus;

  signals[SIGNAL_ACTIVATED] = g_signal_new ("activated", SL_TYPE_RANK_CHART, G_SIGNAL_RUN_LAST, 0,
                                            NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SIGNAL_SETTLED] = g_signal_new ("settled", SL_TYPE_RANK_CHART, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rankchart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
sl_rank_chart_init (SlRankChart *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->highlight = -1;
  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, place_free);
  self->order = g_ptr_array_new ();
  self->ranks_before = g_hash_table_new (g_str_hash, g_str_equal);
  self->widths = g_hash_table_new (NULL, NULL);
  self->glide = adw_timed_animation_new (GTK_WIDGET (self), 0, 1, GLIDE_MS,
                                         adw_callback_animation_target_new (glide_cb, self, NULL));
  adw_timed_animation_set_easing (ADW_TIMED_ANIMATION (self->glide), ADW_EASE_OUT_CUBIC);
  adw_animation_skip (self->glide);
  g_signal_connect_object (self->glide, "done", G_CALLBACK (settled_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  /* Translators: what a screen reader calls the chart. */
                                  _ ("Ranking"), -1);
}
