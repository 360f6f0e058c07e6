/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "application.h"

#include "ballot-files.h"
#include "pillar-colours.h"
#include "window.h"

#include <glib/gi18n.h>
#include <glib-unix.h>
#include <signal.h>
#include <stdlib.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

/* As of the commands, for what could not be read or written. */
#define NO_DISPLAY_STATUS 3
#define MAX_HEAPS 2

struct _SlApplication {
  AdwApplication parent_instance;

  SlCatalogue *catalogue;
  SlDrafts *drafts;
  guint terminated[3];
  GThread *loader; /* of the catalogue, until the toolkit has started; nullable */
  char *problem;   /* with the catalogue that was to be read, until it is told; nullable */
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

/* Where the person keeps a catalogue, if the settings are installed. */
static char *
get_catalogue_folder (void)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema = NULL;
  g_autoptr (GSettings) settings = NULL;

  /* This is asked before there is a display, and to say that there is none takes no settings. */
  if (source != NULL)
    schema = g_settings_schema_source_lookup (source, SL_APPLICATION_ID, TRUE);
  if (schema == NULL)
    return NULL;
  settings = g_settings_new (SL_APPLICATION_ID);

  return g_settings_get_string (settings, "catalogue-folder");
}

/* What comes of it. */
typedef struct {
  SlCatalogue *catalogue;
  char *problem; /* with the folder that was to be read; nullable */
} Loaded;

static gpointer
load_catalogue (gpointer data)
{
  g_autofree char *folder = data;
  g_autoptr (GError) error = NULL;
  Loaded *loaded = g_new0 (Loaded, 1);
  SlCatalogue *catalogue = NULL;

  if (folder != NULL && *folder != '\0') {
    catalogue = sl_catalogue_new_for_path (folder, &error);
    if (catalogue == NULL) {
      g_printerr ("%s\n", error->message);
      loaded->problem = g_strdup (error->message);
    }
    g_clear_error (&error);
  }
  /* One that is broken is told of; the program goes on with its own. */
  if (catalogue == NULL)
    catalogue = sl_catalogue_new (&error);
  if (catalogue == NULL)
    g_printerr ("%s\n", error->message);
  else
    sl_catalogue_get_sha256 (catalogue); /* a document asks for it, and it takes long to find */
#ifdef __GLIBC__
  /* What reading took and gave back would stay with this thread, which nobody will use again. */
  malloc_trim (0);
#endif

  loaded->catalogue = catalogue;

  return loaded;
}

static void
take_catalogue (SlApplication *self)
{
  g_autofree Loaded *loaded = NULL;

  if (self->loader == NULL)
    return;
  loaded = g_thread_join (g_steal_pointer (&self->loader));
  self->catalogue = loaded->catalogue;
  self->problem = loaded->problem;
}

/* Who started the program from a menu does not see what it prints. */
static void
tell_problem (SlApplication *self, GtkWindow *window)
{
  g_autofree char *problem = g_steal_pointer (&self->problem);

  if (problem != NULL && window != NULL && SL_IS_WINDOW (window))
    sl_window_show_error (SL_WINDOW (window), _ ("The Catalogue Was Not Read"), problem);
}

static SlWindow *
find_window_of (SlApplication *self, GFile *file)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    GFile *other = SL_IS_WINDOW (l->data) ? sl_window_get_file (l->data) : NULL;

    if (other != NULL && g_file_equal (other, file))
      return l->data;
  }

  return NULL;
}

/* `window`: nullable. */
static gboolean
is_untouched (GtkWindow *window)
{
  return window != NULL && SL_IS_WINDOW (window) && sl_window_is_untouched (SL_WINDOW (window));
}

/* ---- drafts ---- */

static void
take_left (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  SlApplication *self = source;

  g_task_return_pointer (task, sl_drafts_take_left (self->drafts, self->catalogue),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
show_left (SlApplication *self, SlLeftDraft *left)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));
  SlWindow *window = is_untouched (active) ? SL_WINDOW (active) : sl_window_new (self);

  if (left->decision != NULL)
    sl_window_take_left_draft (window, left);
  else
    sl_window_show_error (window, _ ("A Draft Was Not Opened"), left->problem);
  gtk_window_present (GTK_WINDOW (window));
}

static void
left_taken_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  SlApplication *self = SL_APPLICATION (object);
  g_autoptr (GPtrArray) left = g_task_propagate_pointer (G_TASK (result), NULL);

  for (guint i = 0; i < left->len; i++)
    show_left (self, g_ptr_array_index (left, i));
  g_application_release (G_APPLICATION (self));
}

/* Beside the first window, which does not wait for it. */
static void
recover (SlApplication *self)
{
  g_autoptr (GTask) task = g_task_new (self, NULL, left_taken_cb, NULL);

  g_application_hold (G_APPLICATION (self));
  g_task_set_source_tag (task, recover);
  g_task_run_in_thread (task, take_left);
}

static void
flush_drafts (SlApplication *self)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    if (SL_IS_WINDOW (l->data))
      sl_window_flush_draft (l->data);
  }
}

/* Whoever ends the session, or the program by force but politely, loses nothing. */
static gboolean
terminated_cb (gpointer user_data)
{
  flush_drafts (user_data);
  g_application_quit (G_APPLICATION (user_data));

  return G_SOURCE_CONTINUE;
}

static void
keep_drafts_at_the_end (SlApplication *self)
{
  g_signal_connect (self, "query-end", G_CALLBACK (flush_drafts), NULL);
  self->terminated[0] = g_unix_signal_add (SIGTERM, terminated_cb, self);
  self->terminated[1] = g_unix_signal_add (SIGHUP, terminated_cb, self);
  self->terminated[2] = g_unix_signal_add (SIGINT, terminated_cb, self);
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
  keep_drafts_at_the_end (self);
  recover (self);
}

static void
sl_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL)
    window = GTK_WINDOW (sl_window_new_at_start (SL_APPLICATION (application)));
  gtk_window_present (window);
  tell_problem (SL_APPLICATION (application), window);
}

GtkWindow *
sl_application_open_file (SlApplication *self, GFile *file, GtkWindow *window)
{
  SlWindow *target;

  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  target = find_window_of (self, file);
  if (target == NULL && !is_untouched (window))
    return GTK_WINDOW (sl_window_new_for_file (self, file));

  if (target == NULL) {
    target = SL_WINDOW (window);
    sl_window_open (target, file);
  }
  gtk_window_present (GTK_WINDOW (target));

  return GTK_WINDOW (target);
}

/* ---- ballots ---- */

static gboolean
takes_ballots (GtkWindow *window)
{
  return window != NULL && SL_IS_WINDOW (window) && sl_window_has_decision (SL_WINDOW (window));
}

/* Nullable. The windows are in the order in which they were used, the last one first. */
static GtkWindow *
find_window_for_ballots (SlApplication *self, GtkWindow *window)
{
  if (takes_ballots (window))
    return window;
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (self)); l != NULL; l = l->next) {
    if (takes_ballots (l->data))
      return l->data;
  }

  return NULL;
}

/* `window`: nullable. */
static void
tell_no_decision (SlApplication *self, GtkWindow *window)
{
  if (window == NULL || !SL_IS_WINDOW (window))
    window = GTK_WINDOW (sl_window_new_at_start (self));
  gtk_window_present (window);
  sl_window_show_error (SL_WINDOW (window), _ ("Open a Decision First"),
                        _ ("A ballot goes into a decision, and none is open. Open the decision or "
                           "begin one, then open the ballot again."));
}

static void
take_ballots (SlApplication *self, GListModel *ballots, GtkWindow *window)
{
  GtkWindow *target = find_window_for_ballots (self, window);

  if (target != NULL)
    sl_window_take_ballots (SL_WINDOW (target), ballots);
  else
    tell_no_decision (self, window);
}

void
sl_application_open_files (SlApplication *self, GListModel *files, GtkWindow *window)
{
  g_autoptr (GListStore) ballots = g_list_store_new (G_TYPE_FILE);
  GtkWindow *opened = NULL;

  g_return_if_fail (SL_IS_APPLICATION (self));
  g_return_if_fail (G_IS_LIST_MODEL (files));

  for (guint i = 0; i < g_list_model_get_n_items (files); i++) {
    g_autoptr (GFile) file = g_list_model_get_item (files, i);

    if (sl_is_ballot_file (file))
      g_list_store_append (ballots, file);
    else
      opened = sl_application_open_file (self, file, window);
  }
  if (g_list_model_get_n_items (G_LIST_MODEL (ballots)) > 0)
    take_ballots (self, G_LIST_MODEL (ballots), opened != NULL ? opened : window);
}

static void
sl_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  g_autoptr (GListStore) list = g_list_store_new (G_TYPE_FILE);

  for (int i = 0; i < n_files; i++)
    g_list_store_append (list, files[i]);
  sl_application_open_files (SL_APPLICATION (application), G_LIST_MODEL (list),
                             gtk_application_get_active_window (GTK_APPLICATION (application)));
  tell_problem (SL_APPLICATION (application),
                gtk_application_get_active_window (GTK_APPLICATION (application)));
}

static void
sl_application_finalize (GObject *object)
{
  SlApplication *self = SL_APPLICATION (object);

  take_catalogue (self);
  g_clear_pointer (&self->catalogue, sl_catalogue_unref);
  g_clear_pointer (&self->problem, g_free);
  g_clear_pointer (&self->drafts, sl_drafts_unref);
  for (guint i = 0; i < G_N_ELEMENTS (self->terminated); i++)
    g_clear_handle_id (&self->terminated[i], g_source_remove);

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
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "shortlist", "drafts", NULL);

  self->drafts = sl_drafts_new (folder);
}

SlCatalogue *
sl_application_get_catalogue (SlApplication *self)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);

  return self->catalogue;
}

void
sl_application_set_catalogue (SlApplication *self, SlCatalogue *catalogue)
{
  guint n_pillars;
  SlCatalogue *old;

  g_return_if_fail (SL_IS_APPLICATION (self));
  g_return_if_fail (catalogue != NULL);

  old = self->catalogue;
  n_pillars = sl_catalogue_get_pillars (old)->len;
  self->catalogue = sl_catalogue_ref (catalogue);
  if (sl_catalogue_get_pillars (catalogue)->len > n_pillars)
    sl_pillar_colours_install (gdk_display_get_default (),
                               sl_catalogue_get_pillars (catalogue)->len);
  sl_catalogue_unref (old);
}

SlDrafts *
sl_application_get_drafts (SlApplication *self)
{
  g_return_val_if_fail (SL_IS_APPLICATION (self), NULL);

  return self->drafts;
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

#ifdef __GLIBC__
  /* Otherwise each thread has a heap of its own, and what a short one gave back stays in it. */
  mallopt (M_ARENA_MAX, MAX_HEAPS);
#endif
  g_set_application_name (_ ("Shortlist"));
  application = application_new ();
  /* The toolkit takes as long to start, on another processor. */
  application->loader = g_thread_new ("catalogue", load_catalogue, get_catalogue_folder ());
  if (!gtk_init_check ()) {
    g_printerr ("shortlist: %s\n", _ ("there is no display to open a window on; the commands need "
                                      "none (“shortlist help” lists them)"));
    return NO_DISPLAY_STATUS;
  }

  return g_application_run (G_APPLICATION (application), argc, argv);
}
