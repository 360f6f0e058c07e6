/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Loaded before a program that has a window (LD_PRELOAD), it tells whoever started it when the
 * first frame had been drawn, and moves a slider on request; the program itself knows nothing of
 * it. Lines go out on descriptor 3:
 *
 *   drawn NANOSECONDS         by the monotonic clock, at the end of the first frame
 *   moved NANOSECONDS CPU     from the move of a slider to the end of the frame that shows it, and
 *                             how much of that the main thread worked (the rest waits for the
 *                             frame clock)
 *
 * Each byte that comes in on descriptor 4 asks for one move.
 *
 * A frame counts once a surface has been asked to render (GdkSurface::render) and the frame clock
 * has finished painting (GdkFrameClock::after-paint): hooks on the emission of these two signals
 * see every frame of every window, with any backend and renderer. */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <glib-unix.h>
#include <gtk/gtk.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#define REPORT_FD 3
#define REQUEST_FD 4

static gboolean rendered;
static gboolean drawn;
static gint64 moved_at;
static gint64 moved_at_cpu;
static gboolean up;

static gint64
now (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

static gboolean
render_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  rendered = TRUE;

  return TRUE;
}

static gboolean
after_paint_hook (GSignalInvocationHint *hint, guint n_values, const GValue *values, gpointer data)
{
  gint64 time = now (CLOCK_MONOTONIC);

  if (!rendered)
    return TRUE;
  rendered = FALSE;
  if (!drawn) {
    dprintf (REPORT_FD, "drawn %" G_GINT64_FORMAT "\n", time);
    drawn = TRUE;
  }
  if (moved_at > 0) {
    dprintf (REPORT_FD, "moved %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", time - moved_at,
             now (CLOCK_THREAD_CPUTIME_ID) - moved_at_cpu);
    moved_at = 0;
  }

  return TRUE;
}

static GtkWidget *
find_slider (GtkWidget *widget)
{
  GtkWidget *found = GTK_IS_SCALE (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_slider (child);

  return found;
}

/* From one end to the other, which changes the ranking most. */
static gboolean
request_cb (int descriptor, GIOCondition condition, gpointer data)
{
  g_autolist (GtkWidget) windows = NULL;
  GtkWidget *slider;
  gboolean handled;
  char byte;

  if (read (descriptor, &byte, 1) != 1)
    return G_SOURCE_REMOVE;
  windows = gtk_window_list_toplevels ();
  g_list_foreach (windows, (GFunc) g_object_ref, NULL);
  slider = windows != NULL ? find_slider (windows->data) : NULL;
  if (slider == NULL)
    return G_SOURCE_REMOVE;

  up = !up;
  rendered = FALSE;
  moved_at = now (CLOCK_MONOTONIC);
  moved_at_cpu = now (CLOCK_THREAD_CPUTIME_ID);
  g_signal_emit_by_name (slider, "change-value", GTK_SCROLL_JUMP,
                         gtk_adjustment_get_upper (gtk_range_get_adjustment (GTK_RANGE (slider))) *
                             (up ? 1.0 : 0.1),
                         &handled);

  return G_SOURCE_CONTINUE;
}

static void
install (void)
{
  g_type_class_unref (g_type_class_ref (GDK_TYPE_SURFACE));
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("render", GDK_TYPE_SURFACE), 0, render_hook, NULL,
                              NULL);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0,
                              after_paint_hook, NULL, NULL);
  g_unix_fd_add (REQUEST_FD, G_IO_IN | G_IO_HUP, request_cb, NULL);
}

/* In place of GIO's, which it calls: by then the program has begun and the toolkit has not. */
G_MODULE_EXPORT int
g_application_run (GApplication *application, int argc, char **argv)
{
  int (*run) (GApplication *, int, char **) = dlsym (RTLD_NEXT, "g_application_run");

  unsetenv ("LD_PRELOAD");
  install ();

  return run (application, argc, argv);
}
