/* SPDX-License-Identifier: GPL-3.0-or-later */

/* window-bench PROGRAM BARE-WINDOW FIRST-FRAME-MODULE DOCUMENT FRAME-BENCH: what the window costs,
 * beside the barest window of the same toolkit: with the question that it begins with, and with a
 * ranking, where it is given a document. All are started in turn, seven times each after one that
 * is not counted, and the medians compared: a figure by itself says more of the machine than of the
 * program. See first-frame.c for what counts as drawn. FRAME-BENCH goes on with what follows. */

#include <errno.h>
#include <gio/gio.h>
#include <gio/gunixinputstream.h>
#include <glib-unix.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define N_RUNS 7
#define N_MOVES 30
#define REPORT_FD 3
#define REQUEST_FD 4
/* A program rests once it has not worked for so long. */
#define REST_MS 300
#define IDLE_MS 1000
#define DEADLINE_S 60

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
  double pss[N_RUNS];
  double ticks[N_RUNS];
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
run (Run *self, const char *program, const char *module, const char *document)
{
  g_autofree char *drawn = NULL;
  double before;

  *self = (Run) { 0 };
  start (self, program, module, document);
  drawn = read_report (self, "drawn ");
  self->drawn = (double) (g_ascii_strtoll (drawn, NULL, 10) - self->started) / 1e6;
  wait_for_rest (self);
  self->pss = read_pss (self);
  before = read_ticks (self);
  g_usleep (IDLE_MS * 1000);
  self->ticks = read_ticks (self) - before;
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

static void
keep (Figures *self, int i, const Run *result)
{
  self->drawn[i] = result->drawn;
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
 * machines that are not at rest. */
static void
print_line (const char *what, const char *unit, const double *ours, const double *bare)
{
  double a = median (ours, N_RUNS);
  double b = median (bare, N_RUNS);

  printf ("%-27s %8.1f %s  bare %.1f %s", what, a, unit, b, unit);
  if (b > 0)
    printf ("  ratio %.2f (best %.1f and %.1f, ratio %.2f)", a / b, least (ours, N_RUNS),
            least (bare, N_RUNS), least (ours, N_RUNS) / least (bare, N_RUNS));
  printf ("\n");
}

int
main (int argc, char **argv)
{
  Figures ours, question, bare;
  Run result;

  if (argc != 6) {
    fprintf (stderr, "usage: window-bench PROGRAM BARE-WINDOW FIRST-FRAME-MODULE DOCUMENT "
                     "FRAME-BENCH\n");
    return 2;
  }

  for (int i = -1; i < N_RUNS; i++) {
    run (&result, argv[2], argv[3], NULL);
    finish (&result);
    keep (&bare, MAX (i, 0), &result);
    run (&result, argv[1], argv[3], NULL);
    finish (&result);
    keep (&question, MAX (i, 0), &result);
    run (&result, argv[1], argv[3], argv[4]);
    if (i == N_RUNS - 1)
      measure_moves (&result);
    finish (&result);
    keep (&ours, MAX (i, 0), &result);
  }

  print_line ("exec -> question drawn", "ms", question.drawn, bare.drawn);
  print_line ("exec -> ranking drawn", "ms", ours.drawn, bare.drawn);
  print_line ("memory (PSS)", "MB", ours.pss, bare.pss);
  print_line ("processor in a second idle", "ticks", ours.ticks, bare.ticks);

  fflush (stdout);
  execl (argv[5], argv[5], NULL);
  g_error ("%s: %s", argv[5], g_strerror (errno));
}
