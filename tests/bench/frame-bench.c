/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How the window keeps up with a hand, on the shipped catalogue and on ones of a hundred and of
 * five hundred technologies: a slider is dragged to and fro for five seconds, the ranking is turned
 * over again and again while its rows glide, and the page is scrolled. Frames are counted by the
 * frame clock's timings: one is dropped where the next one came later than the display refreshes.
 * Work is the processor's time of the main thread, which others on the machine hardly change: what
 * a move computes and hands to the widgets, their layout, and their painting. */

#include "config.h"

#include "../app/harness.h"

#include "app/ranking-page.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define DRAG_FRAMES 300 /* of 5 s */
#define TURN_FRAMES 18  /* a little longer than rows glide */
#define N_TURNS 10
#define SCROLL_FRAMES 180
#define SCROLL_STEP 24 /* pixels a frame */
#define SLIDER "Performance"
#define N_ANSWERS 200

typedef enum {
  PART_MOVE,
  PART_LAYOUT,
  PART_PAINT,
  PART_ALL,
  N_PARTS
} Part;

typedef struct {
  SlWindow *window;
  GtkRange *slider;
  GtkAdjustment *scroll;
  GdkFrameClock *clock;
  void (*move) (gpointer bench, guint frame);

  guint n_frames; /* wanted */
  guint n;        /* seen */
  double at;      /* of the thread's time */
  double *parts[N_PARTS];
  gint64 last_frame; /* us */
  gint64 refresh;    /* us */
  guint n_dropped;
} Bench;

static double
thread_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);

  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

/* ---- what is shown ---- */

static void
append_technology (GString *json, guint i)
{
  g_string_append_printf (
      json,
      "%s{ \"id\": \"own-%u\", \"name\": \"Framework %u\", \"language\": \"Go\", \"family\": \"go\", "
      "\"summary\": \"Ours.\", \"tags\": [], \"strengths\": [\"Known.\"], \"weaknesses\": "
      "[\"Slow.\"], \"best_for\": [], \"subjects\": [], \"values\": { \"latency\": { \"low\": %u, "
      "\"mode\": %u, \"high\": %u, \"reason\": \"Judged.\" } } }",
      i > 0 ? ", " : "", i, i, i * 7 % 80, 10 + i * 7 % 80, 20 + i * 7 % 80);
}

static SlCatalogue *
catalogue_new (guint n_technologies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  SlCatalogue *catalogue = sl_catalogue_new (&error);
  guint n_shipped = catalogue != NULL ? sl_catalogue_get_technologies (catalogue)->len : 0;
  GString *json;

  if (catalogue != NULL && n_technologies > n_shipped) {
    json = g_string_new ("{ \"format\": \"technologies-1\", \"catalogue\": \"ours\", "
                         "\"version\": \"1\", \"extends\": \"shortlist\", \"technologies\": [");
    for (guint i = 0; i < n_technologies - n_shipped; i++)
      append_technology (json, i);
    g_string_append (json, "] }");
    bytes = g_string_free_to_bytes (json);
    sl_catalogue_unref (catalogue);
    catalogue = sl_catalogue_new_for_bytes (bytes, "ours.json", &error);
  }
  if (catalogue == NULL)
    g_error ("%s", error->message);

  return catalogue;
}

/* ---- frames ---- */

static void
end_part (Bench *self, Part part)
{
  double now = thread_ms ();

  if (self->n < self->n_frames)
    self->parts[part][self->n] = now - self->at;
  self->at = now;
}

static void
layout_cb (Bench *self)
{
  end_part (self, PART_LAYOUT);
}

static void
count_dropped (Bench *self)
{
  GdkFrameTimings *timings = gdk_frame_clock_get_current_timings (self->clock);
  gint64 time = gdk_frame_timings_get_frame_time (timings);
  gint64 refresh = gdk_frame_timings_get_refresh_interval (timings);

  if (refresh > 0)
    self->refresh = refresh;
  if (self->last_frame > 0)
    self->n_dropped +=
        (guint) MAX (0, (time - self->last_frame + self->refresh / 2) / self->refresh - 1);
  self->last_frame = time;
}

static void
painted_cb (Bench *self)
{
  if (self->n >= self->n_frames)
    return;
  end_part (self, PART_PAINT);
  self->parts[PART_ALL][self->n] = self->parts[PART_MOVE][self->n] +
                                   self->parts[PART_LAYOUT][self->n] +
                                   self->parts[PART_PAINT][self->n];
  count_dropped (self);
  self->n++;
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer user_data)
{
  Bench *self = user_data;

  self->at = thread_ms ();
  if (self->n < self->n_frames)
    self->move (self, self->n);
  end_part (self, PART_MOVE);

  return self->n < self->n_frames ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

/* ---- figures ---- */

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
quantile (const double *values, guint n, double part)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));

  qsort (sorted, n, sizeof (double), compare);

  return sorted[(guint) ((n - 1) * part)];
}

static guint
count_over (const double *values, guint n, double limit)
{
  guint over = 0;

  for (guint i = 0; i < n; i++)
    over += values[i] > limit;

  return over;
}

static void
print_frames (Bench *self, const char *what)
{
  double limit = (double) self->refresh / 1e3;

  printf ("  %-22s %4u frames, %u dropped", what, self->n, self->n_dropped);
  printf ("; %u for its own work, %u for the move alone\n",
          count_over (self->parts[PART_ALL], self->n, limit),
          count_over (self->parts[PART_MOVE], self->n, limit));
  printf ("  %-22s ms of work, median (95 of 100): move %.1f (%.1f), layout %.1f (%.1f), "
          "painting %.1f (%.1f), all %.1f (%.1f)\n",
          "", quantile (self->parts[PART_MOVE], self->n, 0.5),
          quantile (self->parts[PART_MOVE], self->n, 0.95),
          quantile (self->parts[PART_LAYOUT], self->n, 0.5),
          quantile (self->parts[PART_LAYOUT], self->n, 0.95),
          quantile (self->parts[PART_PAINT], self->n, 0.5),
          quantile (self->parts[PART_PAINT], self->n, 0.95),
          quantile (self->parts[PART_ALL], self->n, 0.5),
          quantile (self->parts[PART_ALL], self->n, 0.95));
}

static void
run (Bench *self, const char *what, guint n_frames, void (*move) (gpointer, guint))
{
  GtkWidget *widget = GTK_WIDGET (self->window);

  harness_settle (self->window);
  self->n = self->n_dropped = 0;
  self->last_frame = 0;
  self->refresh = G_USEC_PER_SEC / 60;
  self->n_frames = n_frames;
  self->move = move;
  for (Part part = 0; part < N_PARTS; part++)
    self->parts[part] = g_new0 (double, n_frames);
  gtk_widget_add_tick_callback (widget, tick_cb, self, NULL);
  /* On a machine that has much else to do this takes long. */
  while (self->n < self->n_frames)
    harness_turn ();
  print_frames (self, what);
  for (Part part = 0; part < N_PARTS; part++)
    g_clear_pointer (&self->parts[part], g_free);
}

/* ---- moves ---- */

static void
set_slider (Bench *self, double part)
{
  gboolean handled;

  g_signal_emit_by_name (self->slider, "change-value", GTK_SCROLL_JUMP,
                         part * gtk_adjustment_get_upper (gtk_range_get_adjustment (self->slider)),
                         &handled);
}

/* To and fro, once in a second and a third. */
static void
drag (gpointer bench, guint frame)
{
  guint step = frame % 80;

  set_slider (bench, (step < 40 ? step : 80 - step) / 40.0);
}

static void
turn_over (gpointer bench, guint frame)
{
  if (frame % TURN_FRAMES == 0)
    set_slider (bench, frame / TURN_FRAMES % 2 == 0 ? 1.0 : 0.0);
}

static void
scroll (gpointer bench, guint frame)
{
  Bench *self = bench;

  gtk_adjustment_set_value (self->scroll, (double) frame * SCROLL_STEP);
}

/* What a move computes, without any widget. */
static void
print_answer (Bench *self)
{
  SlDecision *decision = harness_window_get_decision (self->window);
  double times[N_ANSWERS];

  for (guint i = 0; i < N_ANSWERS; i++) {
    double start = thread_ms ();
    SlAnalysis *analysis = sl_analysis_new (sl_decision_get_requirements (decision));

    times[i] = thread_ms () - start;
    sl_analysis_unref (analysis);
  }
  printf ("  %-22s %.2f ms, median of %u\n", "computing a ranking",
          quantile (times, N_ANSWERS, 0.5), N_ANSWERS);
}

static void
bench_catalogue (guint n_technologies)
{
  g_autoptr (SlCatalogue) catalogue = catalogue_new (n_technologies);
  g_autoptr (SlApplication) application = harness_application_new_for (catalogue);
  Bench self = { 0 };
  GtkWidget *page;
  guint n_handlers;

  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", TRUE, NULL);
  self.window = harness_window_new (application, 1280, 800);
  self.slider = harness_find_slider (self.window, SLIDER);
  page = harness_find (GTK_WIDGET (self.window), SL_TYPE_RANKING_PAGE);
  self.scroll = gtk_scrolled_window_get_vadjustment (
      GTK_SCROLLED_WINDOW (harness_find (page, GTK_TYPE_SCROLLED_WINDOW)));
  self.clock = gtk_widget_get_frame_clock (GTK_WIDGET (self.window));
  /* After the toolkit's own handlers, so that each part has ended. */
  g_signal_connect_swapped (self.clock, "layout", G_CALLBACK (layout_cb), &self);
  g_signal_connect_swapped (self.clock, "after-paint", G_CALLBACK (painted_cb), &self);

  printf ("%u rows\n",
          sl_analysis_get_ranking (harness_window_get_analysis (self.window), SL_BOARD_TECHNOLOGIES)
              ->n_ranked);
  print_answer (&self);
  run (&self, "a slider dragged", DRAG_FRAMES, drag);
  run (&self, "turned over, gliding", N_TURNS * TURN_FRAMES, turn_over);
  run (&self, "scrolled", SCROLL_FRAMES, scroll);

  n_handlers = g_signal_handlers_disconnect_by_data (self.clock, &self);
  g_assert_cmpuint (n_handlers, ==, 2);
  harness_window_free (self.window);
}

/* Each in a process of its own, as there is one application in each. */
static gboolean
bench_in_process (guint n_technologies)
{
  pid_t child = fork ();
  int status;

  if (child == 0) {
    g_autofree char *home = g_strdup_printf ("%s/%u", g_getenv ("XDG_DATA_HOME"), n_technologies);

    /* What one leaves unsaved is not the next one's to recover. */
    g_setenv ("XDG_DATA_HOME", home, TRUE);
    gtk_init ();
    bench_catalogue (n_technologies);
    exit (EXIT_SUCCESS);
  }

  return child > 0 && waitpid (child, &status, 0) == child && WIFEXITED (status) &&
         WEXITSTATUS (status) == EXIT_SUCCESS;
}

/* With a number of technologies as an argument, only that. */
int
main (int argc, char **argv)
{
  static const guint sizes[] = { 0, 100, 500 };
  gboolean done = TRUE;

  setvbuf (stdout, NULL, _IOLBF, 0);
  if (argc > 1)
    return bench_in_process ((guint) atoi (argv[1])) ? EXIT_SUCCESS : EXIT_FAILURE;
  for (gsize i = 0; i < G_N_ELEMENTS (sizes) && done; i++)
    done = bench_in_process (sizes[i]);

  return done ? EXIT_SUCCESS : EXIT_FAILURE;
}
