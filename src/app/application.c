/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "application.h"

#include "pillar-colours.h"
#include "window.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* As of the commands, for what could not be read or written. */
#define NO_DISPLAY_STATUS 3

struct _SlApplication {
  AdwApplication parent_instance;

  SlCatalogue *catalogue;
  GThread *loader; /* of the catalogue, until the toolkit has started; nullable */
};

G_DEFINE_FINAL_TYPE (SlApplication, sl_application, ADW_TYPE_APPLICATION)

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (sl_window_new_at_start (SL_APPLICATION (user_data))));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  AdwDialog *dialog = adw_about_dialog_new ();

  adw_about_dialog_set_application_name (ADW_ABOUT_DIALOG (dialog), _ ("Shortlist"));
  adw_about_dialog_set_application_icon (ADW_ABOUT_DIALOG (dialog), SL_APPLICATION_ID);
  adw_about_dialog_set_version (ADW_ABOUT_DIALOG (dialog), SL_VERSION);
  adw_about_dialog_set_developer_name (ADW_ABOUT_DIALOG (dialog), _ ("The Shortlist Contributors"));
  adw_about_dialog_set_license_type (ADW_ABOUT_DIALOG (dialog), GTK_LICENSE_GPL_3_0);
  adw_about_dialog_set_comments (
      ADW_ABOUT_DIALOG (dialog),
      _ ("Choose a backend stack and an architecture, see why, and take away a "
         "report that stands up later."));
  adw_dialog_present (dialog, window != NULL ? GTK_WIDGET (window) : NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GList *windows = g_list_copy (gtk_application_get_windows (GTK_APPLICATION (user_data)));

  /* Each window may have something to say before it goes. */
  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
  g_list_free (windows);
}

static const GActionEntry actions[] = {
  { .name = "new-window", .activate = new_window_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

static gpointer
load_catalogue (gpointer data)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new (&error);

  if (catalogue == NULL)
    g_printerr ("%s\n", error->message);
#ifdef __GLIBC__
  /* What reading took and gave back would stay with this thread, which nobody will use again. */
  malloc_trim (0);
#endif

  return catalogue;
}

static void
take_catalogue (SlApplication *self)
{
  if (self->loader != NULL)
    self->catalogue = g_thread_join (g_steal_pointer (&self->loader));
}

static void
sl_application_startup (GApplication *application)
{
  SlApplication *self = SL_APPLICATION (application);

  G_APPLICATION_CLASS (sl_application_parent_class)->startup (application);

  take_catalogue (self);
  /* It is part of the program, so the program is broken. It has said why. */
  if (self->catalogue == NULL)
    exit (EXIT_FAILURE);

  gtk_window_set_default_icon_name (SL_APPLICATION_ID);
  sl_pillar_colours_install (gdk_display_get_default (),
                             sl_catalogue_get_pillars (self->catalogue)->len);
  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.new-window",
                                         (const char *[]) { "<Control>n", NULL });
  gtk_application_set_accels_for_action (GTK_APPLICATION (application), "app.quit",
                                         (const char *[]) { "<Control>q", NULL });
}

static void
sl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (sl_window_new_at_start (SL_APPLICATION (application)));
  gtk_window_present (window);
}

static SlWindow *
window_for_file (SlApplication *self)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (window != NULL && sl_window_is_untouched (SL_WINDOW (window)))
    return SL_WINDOW (window);

  return sl_window_new (self);
}

static void
sl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++) {
    SlWindow *window = window_for_file (SL_APPLICATION (application));

    gtk_window_present (GTK_WINDOW (window));
    sl_window_open (window, files[i]);
  }
}

static void
sl_application_finalize (GObject *object)
{
  SlApplication *self = SL_APPLICATION (object);

  take_catalogue (self);
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);

  G_OBJECT_CLASS (sl_application_parent_class)->finalize (object);
}

static void
sl_application_class_init (SlApplicationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sl_application_finalize;
  G_APPLICATION_CLASS (klass)->startup = sl_application_startup;
  G_APPLICATION_CLASS (klass)->activate = sl_application_activate;
  G_APPLICATION_CLASS (klass)->open = sl_application_open;
}

static void
sl_application_init (SlApplication *self)
{
}

SlCatalogue *
sl_application_get_catalogue (SlApplication *self)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);

  return self->catalogue;
}

static SlApplication *
application_new (void)
{
  return g_object_new (SL_TYPE_APPLICATION, "application-id", SL_APPLICATION_ID,
                       "resource-base-path", SL_RESOURCE_PATH, "flags", G_APPLICATION_HANDLES_OPEN,
                       NULL);
}

SlApplication *
sl_application_new (SlCatalogue *catalogue)
{
  SlApplication *self = application_new ();

  self->catalogue = sl_catalogue_ref (catalogue);

  return self;
}

int
sl_application_main (int argc, char **argv)
{
  g_autoptr (SlApplication) application = NULL;

  g_set_application_name (_ ("Shortlist"));
  application = application_new ();
  /* The toolkit takes as long to start, on another processor. */
  application->loader = g_thread_new ("catalogue", load_catalogue, NULL);
  if (!gtk_init_check ()) {
    g_printerr ("shortlist: %s\n", _ ("there is no display to open a window on; the commands need "
                                      "none (“shortlist help” lists them)"));
    return NO_DISPLAY_STATUS;
  }

  return g_application_run (G_APPLICATION (application), argc, argv);
}
