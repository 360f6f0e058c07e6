/* SPDX-License-Identifier: GPL-3.0-or-later */

/* window-bench PROGRAM BARE-WINDOW FIRST-FRAME-MODULE DOCUMENT FRAME-BENCH: what the window costs,
 * beside the barest window of the same toolkit: with the question that it begins with, and with a
 * ranking, where it is given a document. All are started in turn, fifteen times each after one that
 * is not counted, and the medians compared: a figure by itself says more of the machine than of the
 * program. See first-frame.c for what counts as drawn. FRAME-BENCH goes on with what follows. Fails
 * where a median is above its limit. */

#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_RUNS 15
/* So many of them go on until the program rests, for its memory and what it does then. */
#define N_RESTS 5
#define N_MOVES 30
#define REPORT_FD 3
#define REQUEST_FD 4
/* A program rests once it has not worked for so long. */
#define REST_MS 300
#define IDLE_MS 1000
#define DEADLINE_S 60
/* Of what the bare window takes. */
#define DRAWN_LIMIT 1.6
#define PSS_LIMIT 1.5

typedef struct {
  GSubprocess *process;
  GDataInputStream *reports;
  int requests;
  gint64 started; /* ns */
  double drawn;   /* ms after that */
  double pss;     /* MB */
  double ticks;   /* while idle */
} Run;

typedef struct {
  double drawn[N_RUNS];
  double pss[N_RESTS];
  double ticks[N_RESTS];
} Figures;

static gint64
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_MONOTONIC, &time);

  return (gint64) time.tv_sec * 1000000000 + time.tv_nsec;
}

static int
compare (const void *a, const void *b)
{
  double x = *(const double *) a;
  double y = *(const double *) b;

  return (x > y) - (x < y);
}

static double
median (const double *values, gsize n)
{
  g_autofree double *sorted = g_memdup2 (values, n * sizeof (double));

  qsort (sorted, n, sizeof (double), compare);

  return n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2;
}

/* ---- a run ---- */

static void
open_pipe (int ends[2])
{
  g_autoptr (GError) error = NULL;

  if (!g_unix_open_pipe (ends, O_CLOEXEC, &error))
    g_error ("%s", error->message);
}

static void
start (Run *self, const char *program, const char *module, const char *document)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE);
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GError) error = NULL;
  int reports[2], requests[2];

  open_pipe (reports);
  open_pipe (requests);
  g_subprocess_launcher_take_fd (launcher, reports[1], REPORT_FD);
  g_subprocess_launcher_take_fd (launcher, requests[0], REQUEST_FD);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", module, TRUE);

  self->started = now ();
  self->process = g_subprocess_launcher_spawn (launcher, &error, program, document, NULL);
  if (self->process == NULL)
    g_error ("%s", error->message);
  self->requests = requests[1];
  stream = g_unix_input_stream_new (reports[0], TRUE);
  self->reports = g_data_input_stream_new (stream);
}

/* The next line that begins with this word, less the word. */
static char *
read_report (Run *self, const char *word)
{
  g_autoptr (GError) error = NULL;
  char *line;

  while ((line = g_data_input_stream_read_line (self->reports, NULL, NULL, &error)) != NULL) {
    if (g_str_has_prefix (line, word))
      return memmove (line, line + strlen (word), strlen (line + strlen (word)) + 1);
    g_free (line);
  }
  g_error ("%s: the program ended before it", word);
}

static char *
read_proc (Run *self, const char *file)
{
  g_autofree char *path =
      g_build_filename ("/proc", g_subprocess_get_identifier (self->process), file, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  if (!g_file_get_contents (path, &text, NULL, &error))
    g_error ("%s", error->message);

  return text;
}

/* The processor's time, all threads together. */
static double
read_ticks (Run *self)
{
  g_autofree char *text = read_proc (self, "stat");
  unsigned long user, system;

  /* The name, which is the second field, may hold anything. */
  if (sscanf (strrchr (text, ')') + 1, " %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %lu %lu",
              &user, &system) != 2)
    g_error ("/proc/PID/stat: not understood");

  return (double) (user + system);
}

static void
wait_for_rest (Run *self)
{
  gint64 deadline = now () + (gint64) DEADLINE_S * 1000000000;
  double before;

  do {
    before = read_ticks (self);
    g_usleep (REST_MS * 1000);
  } while (read_ticks (self) > before && now () < deadline);
}

/* The memory that would be free without the program: its own, and its part of what it shares. */
static double
read_pss (Run *self)
{
  g_autofree char *text = read_proc (self, "smaps_rollup");
  const char *line = strstr (text, "\nPss:");

  if (line == NULL)
    g_error ("/proc/PID/smaps_rollup: no Pss");

  return g_ascii_strtod (line + strlen ("\nPss:"), NULL) / 1024;
}

static void
rest (Run *self)
{
  double before;

  wait_for_rest (self);
  self->pss = read_pss (self);
  before = read_ticks (self);
  g_usleep (IDLE_MS * 1000);
  self->ticks = read_ticks (self) - before;
}

static void
run (Run *self, const char *program, const char *module, const char *document)
{
  g_autofree char *drawn = NULL;

  *self = (Run) { 0 };
  start (self, program, module, document);
  drawn = read_report (self, "drawn ");
  self->drawn = (double) (g_ascii_strtoll (drawn, NULL, 10) - self->started) / 1e6;
}

static void
finish (Run *self)
{
  g_subprocess_force_exit (self->process);
  g_subprocess_wait (self->process, NULL, NULL);
  close (self->requests);
  g_clear_object (&self->reports);
  g_clear_object (&self->process);
}

/* ---- figures ---- */

static void
measure_moves (Run *self)
{
  double times[N_MOVES], work[N_MOVES];

  wait_for_rest (self);
  for (int i = 0; i < N_MOVES; i++) {
    g_autofree char *line = NULL;
    char *rest;

    if (write (self->requests, "m", 1) != 1)
      g_error ("the program does not take requests");
    line = read_report (self, "moved ");
    times[i] = (double) g_ascii_strtoll (line, &rest, 10) / 1e6;
    work[i] = (double) g_ascii_strtoll (rest, NULL, 10) / 1e6;
    /* Rows that still glide would be in the next frame as well. */
    wait_for_rest (self);
  }
  printf ("slider moved -> drawn       %8.1f ms  of these %.1f ms of work (median of %d)\n",
          median (times, N_MOVES), median (work, N_MOVES), N_MOVES);
}

/* The run before the first one is only kept until that has been made. */
static void
keep (Figures *self, int i, Run *result)
{
  self->drawn[MAX (i, 0)] = result->drawn;
  if (i < 0 || i >= N_RESTS)
    return;
  rest (result);
  self->pss[i] = result->pss;
  self->ticks[i] = result->ticks;
}

static double
least (const double *values, gsize n)
{
  double result = values[0];

  for (gsize i = 1; i < n; i++)
    result = MIN (result, values[i]);

  return result;
}

/* Whatever else the machine does makes runs longer, never shorter: the best of each is there for
 * machines that are not at rest. Returns whether it is within the limit; NAN: there is none. */
static gboolean
print_ratio (const char *what,
             const char *unit,
             const double *ours,
             const double *bare,
             gsize n,
             double limit)
{
  double a = median (ours, n);
  double b = median (bare, n);

  printf ("%-27s %8.1f %s  bare %.1f %s  ratio %.2f (best %.1f and %.1f, ratio %.2f)", what, a,
          unit, b, unit, a / b, least (ours, n), least (bare, n),
          least (ours, n) / least (bare, n));
  if (!isnan (limit))
    printf ("; at most %.1f", limit);
  printf ("\n");

  return isnan (limit) || a / b <= limit;
}

static gboolean
print_figures (const Figures *question, const Figures *ours, const Figures *bare)
{
  gboolean within = TRUE;
  double ticks = median (ours->ticks, N_RESTS);

  print_ratio ("exec -> question drawn", "ms", question->drawn, bare->drawn, N_RUNS, NAN);
  within &=
      print_ratio ("exec -> ranking drawn", "ms", ours->drawn, bare->drawn, N_RUNS, DRAWN_LIMIT);
  within &= print_ratio ("memory (PSS)", "MB", ours->pss, bare->pss, N_RESTS, PSS_LIMIT);
  printf ("%-27s %8.1f ticks  bare %.1f ticks; at most 0\n", "processor in a second idle", ticks,
          median (bare->ticks, N_RESTS));

  return within && ticks <= 0;
}

static void
measure_frames (char *program)
{
  char *arguments[] = { program, NULL };
  g_autoptr (GError) error = NULL;
  int status;

  if (!g_spawn_sync (NULL, arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, NULL, NULL, &status,
                     &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("%s", error->message);
}

int
main (int argc, char **argv)
{
  Figures ours, question, bare;
  Run result;
  gboolean within;

  if (argc != 6) {
    fprintf (stderr, "usage: window-bench PROGRAM BARE-WINDOW FIRST-FRAME-MODULE DOCUMENT "
                     "FRAME-BENCH\n");
    return 2;
  }

  for (int i = -1; i < N_RUNS; i++) {
    run (&result, argv[2], argv[3], NULL);
    keep (&bare, i, &result);
    finish (&result);
    run (&result, argv[1], argv[3], NULL);
    keep (&question, i, &result);
    finish (&result);
    run (&result, argv[1], argv[3], argv[4]);
    keep (&ours, i, &result);
    if (i == N_RUNS - 1)
      measure_moves (&result);
    finish (&result);
  }

  within = print_figures (&question, &ours, &bare);
  fflush (stdout);
  measure_frames (argv[5]);

  return within ? EXIT_SUCCESS : EXIT_FAILURE;
}
