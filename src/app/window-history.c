/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a document says beside its numbers, what it was at other times, and with which catalogue. */

#include "config.h"

#include "window-private.h"

#include "changes-dialog.h"
#include "decision-dialog.h"
#include "snapshots-dialog.h"

#include <glib/gi18n.h>

/* ---- catalogues ---- */

static SlCatalogue *
get_offered (SlWindow *self)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  return application != NULL ? sl_application_get_catalogue (SL_APPLICATION (application)) : NULL;
}

/* The one of this program is another state of the one that the document was made with, and nobody
 * has said no to it. */
static gboolean
is_offered (SlWindow *self, SlCatalogue *offered)
{
  SlCatalogue *present = sl_decision_get_catalogue (self->decision);

  return !g_str_equal (sl_catalogue_get_sha256 (offered), sl_catalogue_get_sha256 (present)) &&
         g_str_equal (sl_catalogue_get_id (offered), sl_catalogue_get_id (present)) &&
         g_strcmp0 (sl_decision_get_declined (self->decision), sl_catalogue_get_sha256 (offered)) !=
             0;
}

static char *
describe_offer (SlCatalogue *present, SlCatalogue *offered)
{
  const char *one = sl_catalogue_get_version (present);
  const char *other = sl_catalogue_get_version (offered);

  if (g_str_equal (one, other))
    /* Translators: %s is the version of a catalogue. */
    return g_strdup_printf (_ ("Made with an earlier state of catalogue %s."), one);

  /* Translators: two versions of a catalogue. */
  return g_strdup_printf (_ ("Made with catalogue %1$s; there is %2$s."), one, other);
}

void
sl_window_show_catalogue (SlWindow *self)
{
  SlCatalogue *offered = get_offered (self);
  gboolean other = sl_decision_get_origin (self->decision) == SL_ORIGIN_OTHER;
  gboolean can_choose = offered != NULL && is_offered (self, offered);
  g_autofree char *title = NULL;

  if (can_choose)
    title = describe_offer (sl_decision_get_catalogue (self->decision), offered);
  else if (other)
    title = g_strdup (_ ("Made with another catalogue, which is not in the file: the ranking may "
                         "have changed."));
  if (title != NULL)
    adw_banner_set_title (self->catalogue_banner, title);
  adw_banner_set_button_label (self->catalogue_banner, can_choose ? _ ("Co_mpare…") : _ ("C_lose"));
  adw_banner_set_revealed (self->catalogue_banner, title != NULL);
  self->catalogue_offered = can_choose;
}

/* A banner that was closed stays so while what it said is as it was. */
void
sl_window_follow_catalogue (SlWindow *self)
{
  SlCatalogue *offered = get_offered (self);

  if (self->catalogue_offered != (offered != NULL && is_offered (self, offered)))
    sl_window_show_catalogue (self);
}

static void
keep_cb (SlWindow *self)
{
  SlCatalogue *offered = get_offered (self);

  if (offered != NULL)
    sl_decision_decline_catalogue (self->decision, offered);
}

static void
adopt_cb (SlWindow *self)
{
  SlCatalogue *offered = get_offered (self);

  if (offered != NULL)
    sl_decision_adopt_catalogue (self->decision, offered);
}

static void
compare_catalogues (SlWindow *self, SlCatalogue *offered)
{
  SlRequirements *present = sl_decision_get_requirements (self->decision);
  const SlProfile *profile = sl_decision_get_profile (self->decision);
  g_autoptr (SlRequirements) moved = sl_requirements_move (
      present, offered, profile != NULL ? sl_catalogue_find_profile (offered, profile->id) : NULL);
  g_autoptr (SlAnalysis) after = sl_analysis_new (moved);
  AdwDialog *dialog = sl_changes_dialog_new (_ ("Another Catalogue"), self->analysis, after,
                                             sl_ranking_page_get_board (self->ranking_page), TRUE);

  g_signal_connect_object (dialog, "keep", G_CALLBACK (keep_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "adopt", G_CALLBACK (adopt_cb), self, G_CONNECT_SWAPPED);
  adw_dialog_present (dialog, GTK_WIDGET (self));
}

static void
catalogue_banner_cb (SlWindow *self)
{
  SlCatalogue *offered = get_offered (self);

  if (offered != NULL && is_offered (self, offered))
    compare_catalogues (self, offered);
  else
    adw_banner_set_revealed (self->catalogue_banner, FALSE);
}

/* ---- dialogs ---- */

static void
decision_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  adw_dialog_present (sl_decision_dialog_new (SL_WINDOW (widget)->decision), widget);
}

static void
snapshots_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlWindow *self = SL_WINDOW (widget);

  adw_dialog_present (
      sl_snapshots_dialog_new (self->decision, sl_ranking_page_get_board (self->ranking_page)),
      widget);
}

/* ---- the window ---- */

void
sl_window_init_history (SlWindow *self)
{
  g_signal_connect_object (self->catalogue_banner, "button-clicked",
                           G_CALLBACK (catalogue_banner_cb), self, G_CONNECT_SWAPPED);
}

void
sl_window_install_history_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.decision", NULL, decision_action);
  gtk_widget_class_install_action (widget_class, "win.snapshots", NULL, snapshots_action);
}
