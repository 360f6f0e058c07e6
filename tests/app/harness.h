/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the programs of this folder share: the application with a window of it, a main loop that
 * runs until something has come about, and ways to find a widget as a person would, by what it is
 * and what it says. */

#include "app/window.h"

G_BEGIN_DECLS

/* Nothing here takes as long as this unless it hangs. */
#define HARNESS_DEADLINE_S 30

/* The application on the shipped catalogue, which others on the same bus do not take for theirs.
 * Animations are off, so that what is allocated is what is meant. */
SlApplication *harness_application_new (void);
/* The same on another catalogue. */
SlApplication *harness_application_new_for (SlCatalogue *catalogue);

/* A window of this size, drawn, with its sidebar complete. */
SlWindow *harness_window_new (SlApplication *application, int width, int height);
/* The same, but it asks what is being built. */
SlWindow *harness_window_new_at_start (SlApplication *application, int width, int height);
/* Destroys it, whatever it has to say; nobody but the caller may still hold it. */
void harness_window_free (SlWindow *window);
SlDecision *harness_window_get_decision (SlWindow *window); /* borrowed */
/* Borrowed until the main loop runs: more comes to be known by itself. */
SlAnalysis *harness_window_get_analysis (SlWindow *window);
/* The dialog on top; NULL if there is none. */
AdwDialog *harness_window_get_dialog (SlWindow *window);

/* Lets the main loop take one turn, and come back also if nothing happens. */
void harness_turn (void);
/* Until all that was asked for is done: nothing waits in the main loop and the window is drawn. */
void harness_settle (SlWindow *window);

/* Runs the main loop until the condition holds. */
#define harness_wait_for(condition)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    gint64 deadline_ = g_get_monotonic_time () + HARNESS_DEADLINE_S * G_USEC_PER_SEC;              \
                                                                                                   \
    while (!(condition) && g_get_monotonic_time () < deadline_)                                    \
      harness_turn ();                                                                             \
    g_assert_true (condition);                                                                     \
  }                                                                                                \
  G_STMT_END

/* The first widget below `root` of this type, `root` itself included; NULL if there is none. */
GtkWidget *harness_find (GtkWidget *root, GType type);
/* The same, of those that say this in a label or in their title property, and of these that are
 * within one another the innermost. */
GtkWidget *harness_find_saying (GtkWidget *root, GType type, const char *text);
/* All of this type, outer before inner, in the order of the tree. */
GPtrArray *harness_list (GtkWidget *root, GType type) G_GNUC_WARN_UNUSED_RESULT;

/* The row of the sidebar with this name, its slider, and a move of it to a value by hand. */
GtkWidget *harness_find_importance_row (SlWindow *window, const char *name);
GtkRange *harness_find_slider (SlWindow *window, const char *name);
void harness_move_slider (SlWindow *window, const char *name, double value);

/* The ids of the alternatives in the chart, from the first to the last. */
GStrv harness_list_ranking (SlWindow *window) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
