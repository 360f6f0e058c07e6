/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "prose-row.h"

#define MIN_HEIGHT 72
#define MARGIN 12

struct _SlProseRow {
  AdwPreferencesRow parent_instance;

  /* Borrowed References, the row's child */
  GtkTextView *view;

  gboolean filling;
};

enum {
  SIGNAL_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlProseRow, sl_prose_row, ADW_TYPE_PREFERENCES_ROW)

static void
changed_cb (SlProseRow *self)
{
  if (!self->filling)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
sl_prose_row_class_init (SlProseRowClass *klass)
{
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", SL_TYPE_PROSE_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                          NULL, NULL, G_TYPE_NONE, 0);
}

static void
sl_prose_row_init (SlProseRow *self)
{
  self->view = GTK_TEXT_VIEW (gtk_text_view_new ());
  gtk_text_view_set_wrap_mode (self->view, GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (self->view, FALSE);
  gtk_text_view_set_top_margin (self->view, MARGIN);
  gtk_text_view_set_bottom_margin (self->view, MARGIN);
  gtk_text_view_set_left_margin (self->view, MARGIN);
  gtk_text_view_set_right_margin (self->view, MARGIN);
  gtk_widget_set_size_request (GTK_WIDGET (self->view), -1, MIN_HEIGHT);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "prose-row");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), GTK_WIDGET (self->view));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  g_signal_connect_object (gtk_text_view_get_buffer (self->view), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
sl_prose_row_new (const char *name)
{
  SlProseRow *self = g_object_new (SL_TYPE_PROSE_ROW, NULL);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  -1);

  return GTK_WIDGET (self);
}

char *
sl_prose_row_get_text (SlProseRow *self)
{
  GtkTextBuffer *buffer;
  GtkTextIter start, end;

  g_return_val_if_fail (SL_IS_PROSE_ROW (self), NULL);

  buffer = gtk_text_view_get_buffer (self->view);
  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

void
sl_prose_row_set_text (SlProseRow *self, const char *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (SL_IS_PROSE_ROW (self));
  g_return_if_fail (text != NULL);

  now = sl_prose_row_get_text (self);
  if (g_str_equal (now, text))
    return;

  self->filling = TRUE;
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (self->view), text, -1);
  self->filling = FALSE;
}

GtkWidget *
sl_prose_row_get_view (SlProseRow *self)
{
  g_return_val_if_fail (SL_IS_PROSE_ROW (self), NULL);

  return GTK_WIDGET (self->view);
}
