/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "method-popover.h"

#include "widgets.h"

#include <glib/gi18n.h>

struct _SlMethodPopover {
  GtkPopover parent_instance;

  GtkLabel *opinions[SL_N_METHODS]; /* borrowed */
};

G_DEFINE_FINAL_TYPE (SlMethodPopover, sl_method_popover, GTK_TYPE_POPOVER)

static GtkWidget *
add_method (SlMethodPopover *self, SlMethod method)
{
  GtkWidget *button = gtk_check_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  self->opinions[method] = GTK_LABEL (sl_paragraph_new (NULL, "caption"));
  gtk_widget_add_css_class (GTK_WIDGET (self->opinions[method]), "dim-label");
  gtk_box_append (GTK_BOX (box), sl_paragraph_new (sl_method_get_name (method), "heading"));
  gtk_box_append (GTK_BOX (box), sl_paragraph_new (sl_method_get_description (method), "caption"));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->opinions[method]));
  gtk_widget_set_margin_start (box, 6);
  gtk_check_button_set_child (GTK_CHECK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  sl_method_get_name (method), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.method");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", sl_method_get_id (method));

  return button;
}

static const SlEntry *
first_by (const SlRanking *ranking, const SlMethodAgreement *agreement, SlMethod method)
{
  const unsigned *ranks = agreement->ranks + (gsize) method * ranking->n_ranked;

  for (guint i = 0; i < ranking->n_ranked; i++) {
    if (ranks[i] == 1)
      return &ranking->entries[i];
  }

  return NULL;
}

void
sl_method_popover_set_analysis (SlMethodPopover *self, SlAnalysis *analysis, SlBoard board)
{
  const SlRanking *ranking;
  const SlMethodAgreement *agreement;

  g_return_if_fail (SL_IS_METHOD_POPOVER (self));

  ranking = sl_analysis_get_ranking (analysis, board);
  agreement = sl_analysis_get_agreement (analysis, board);
  for (guint i = 0; i < SL_N_METHODS; i++) {
    const SlEntry *first = first_by (ranking, agreement, i);
    g_autofree char *text = NULL;

    if (first != NULL)
      /* Translators: what a method says: %1$s is the alternative that it puts first, %2$.2f how far
       * its ranking agrees with the chosen method's, from -1 to 1. */
      text = g_strdup_printf (_ ("First: %1$s · agreement %2$.2f (Kendall’s τ)"), first->name,
                              agreement->tau[i]);
    gtk_label_set_text (self->opinions[i], text != NULL ? text : "");
  }
}

static void
sl_method_popover_class_init (SlMethodPopoverClass *klass)
{
}

static void
sl_method_popover_init (SlMethodPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_widget_add_css_class (box, "information");
  for (guint i = 0; i < SL_N_METHODS; i++)
    gtk_box_append (GTK_BOX (box), add_method (self, i));
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
sl_method_popover_new (void)
{
  return g_object_new (SL_TYPE_METHOD_POPOVER, NULL);
}
