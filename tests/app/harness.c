/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "harness.h"

#include "app/importance-row.h"
#include "app/live-label.h"
#include "app/rank-chart.h"
#include "app/rank-row.h"

#include <glib/gi18n.h>

/* Without anything else to do, the conditions are looked at again after this. */
/* The second frame shows what the first one's layout led to; the sidebar takes four. */
#define SETTLE_FRAMES 5
#define TURN_MS 10

/* ---- the main loop ---- */

static gboolean
turn_cb (gpointer user_data)
{
  return G_SOURCE_CONTINUE;
}

void
harness_turn (void)
{
  static guint id = 0;

  if (id == 0)
    id = g_timeout_add_full (G_PRIORITY_LOW, TURN_MS, turn_cb, NULL, NULL);
  g_main_context_iteration (NULL, TRUE);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
wait_for_frames (GtkWidget *widget, guint n_frames)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (widget);
  guint n_painted = 0;
  gulong id = g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (count_cb), &n_painted);

  for (guint i = 1; i <= n_frames; i++) {
    gtk_widget_queue_draw (widget);
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    harness_wait_for (n_painted >= i);
  }
  g_signal_handler_disconnect (clock, id);
}

static gboolean
finished_cb (gpointer user_data)
{
  *(gboolean *) user_data = TRUE;

  return G_SOURCE_REMOVE;
}

/* Idle work runs before what has a lower priority. */
static void
wait_for_idle (void)
{
  gboolean finished = FALSE;

  g_idle_add_full (G_PRIORITY_LOW + 100, finished_cb, &finished, NULL);
  harness_wait_for (finished);
}

void
harness_settle (SlWindow *window)
{
  wait_for_idle ();
  wait_for_frames (GTK_WIDGET (window), SETTLE_FRAMES);
  wait_for_idle ();
}

/* ---- the application ---- */

SlApplication *
harness_application_new (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (&error);

  g_assert_no_error (error);
  g_set_application_name (_ ("Shortlist"));

  return harness_application_new_for (catalogue);
}

SlApplication *
harness_application_new_for (SlCatalogue *catalogue)
{
  g_autoptr (GError) error = NULL;
  SlApplication *application;

  application = sl_application_new (catalogue);
  g_application_set_flags (G_APPLICATION (application),
                           g_application_get_flags (G_APPLICATION (application)) |
                               G_APPLICATION_NON_UNIQUE);
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, NULL);

  return application;
}

static SlWindow *
present (SlWindow *window, int width, int height)
{
  gtk_window_set_default_size (GTK_WINDOW (window), width, height);
  gtk_window_present (GTK_WINDOW (window));
  harness_wait_for (gtk_widget_get_mapped (GTK_WIDGET (window)));
  harness_settle (window);

  return window;
}

SlWindow *
harness_window_new (SlApplication *application, int width, int height)
{
  return present (sl_window_new (application), width, height);
}

SlWindow *
harness_window_new_at_start (SlApplication *application, int width, int height)
{
  return present (sl_window_new_at_start (application), width, height);
}

void
harness_window_free (SlWindow *window)
{
  g_object_ref (window);
  gtk_window_destroy (GTK_WINDOW (window));
  harness_wait_for (G_OBJECT (window)->ref_count == 1);
  g_assert_finalize_object (window);
}

SlDecision *
harness_window_get_decision (SlWindow *window)
{
  g_autoptr (SlDecision) decision = NULL;

  g_object_get (window, "decision", &decision, NULL);

  return decision;
}

SlAnalysis *
harness_window_get_analysis (SlWindow *window)
{
  g_autoptr (SlAnalysis) analysis = NULL;

  g_object_get (window, "analysis", &analysis, NULL);

  return analysis;
}

AdwDialog *
harness_window_get_dialog (SlWindow *window)
{
  return adw_application_window_get_visible_dialog (ADW_APPLICATION_WINDOW (window));
}

/* ---- widgets ---- */

static void
list_below (GtkWidget *widget, GType type, GPtrArray *list)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    g_ptr_array_add (list, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_below (child, type, list);
}

GPtrArray *
harness_list (GtkWidget *root, GType type)
{
  GPtrArray *list = g_ptr_array_new ();

  list_below (root, type, list);

  return list;
}

GtkWidget *
harness_find (GtkWidget *root, GType type)
{
  g_autoptr (GPtrArray) list = harness_list (root, type);

  return list->len > 0 ? g_ptr_array_index (list, 0) : NULL;
}

static gboolean
has_title (GtkWidget *widget, const char *text)
{
  GParamSpec *property = g_object_class_find_property (G_OBJECT_GET_CLASS (widget), "title");
  g_autofree char *title = NULL;

  if (property == NULL || property->value_type != G_TYPE_STRING)
    return FALSE;
  g_object_get (widget, "title", &title, NULL);

  return g_strcmp0 (title, text) == 0;
}

static gboolean
says (GtkWidget *widget, const char *text)
{
  g_autoptr (GPtrArray) labels = NULL;

  if (has_title (widget, text))
    return TRUE;

  labels = harness_list (widget, GTK_TYPE_LABEL);
  for (guint i = 0; i < labels->len; i++) {
    if (g_str_equal (gtk_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  }
  g_clear_pointer (&labels, g_ptr_array_unref);
  labels = harness_list (widget, SL_TYPE_LIVE_LABEL);
  for (guint i = 0; i < labels->len; i++) {
    if (g_str_equal (sl_live_label_get_text (g_ptr_array_index (labels, i)), text))
      return TRUE;
  }

  return FALSE;
}

GtkWidget *
harness_find_saying (GtkWidget *root, GType type, const char *text)
{
  g_autoptr (GPtrArray) list = harness_list (root, type);
  GtkWidget *found = NULL;

  for (guint i = 0; i < list->len; i++) {
    GtkWidget *widget = g_ptr_array_index (list, i);

    if (found != NULL && !gtk_widget_is_ancestor (widget, found))
      break;
    if (says (widget, text))
      found = widget;
  }

  return found;
}

/* ---- parts of the window ---- */

GtkWidget *
harness_find_importance_row (SlWindow *window, const char *name)
{
  GtkWidget *row = harness_find_saying (GTK_WIDGET (window), SL_TYPE_IMPORTANCE_ROW, name);

  g_assert_nonnull (row);

  return row;
}

GtkRange *
harness_find_slider (SlWindow *window, const char *name)
{
  return GTK_RANGE (harness_find (harness_find_importance_row (window, name), GTK_TYPE_SCALE));
}

void
harness_move_slider (SlWindow *window, const char *name, double value)
{
  gboolean handled;

  /* What a key or a pointer on the slider leads to. */
  g_signal_emit_by_name (harness_find_slider (window, name), "change-value", GTK_SCROLL_JUMP, value,
                         &handled);
}

GStrv
harness_list_ranking (SlWindow *window)
{
  g_autoptr (GStrvBuilder) ids = g_strv_builder_new ();
  GtkWidget *chart = harness_find (GTK_WIDGET (window), SL_TYPE_RANK_CHART);

  for (GtkWidget *row = gtk_widget_get_first_child (chart); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    g_strv_builder_add (ids, sl_rank_row_get_entry (SL_RANK_ROW (row))->id);

  return g_strv_builder_end (ids);
}
