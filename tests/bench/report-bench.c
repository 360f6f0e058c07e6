/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The PDF report of the sample decision, against a floor: as many pages of the same paper with the
 * same words on them, a hairline under each line and a ground under every other cell, laid out by
 * Pango and drawn with cairo into a PDF, without structure, links or anything measured first. The
 * trials that the report tells of are made beforehand, as in the window, and timed by themselves:
 * the floor has none. Then a report of a hundred pages and more, and how much memory it takes.
 * Milliseconds of the processor, the best of several runs. Fails where the report takes more than
 * twice as long as the floor, or a long one more than 200 MB. */

#include "analysis/robustness.h"
#include "analysis/sensitivity.h"
#include "report/report.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <glib/gstdio.h>
#include <sys/resource.h>
#include <time.h>

#define RUNS 9
#define MOST_TIMES_FLOOR 2.0
#define MOST_MEMORY 200.0 /* MB more than before */
#define LONG_PAGES 100
#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89
#define MARGIN 54.0
#define LEADING 12.0

typedef struct {
  SlAnalysis *analysis;
  SlReportOptions options;
  GPtrArray *lines; /* of GPtrArray of char: the words on each page */
  gsize sink;       /* so that nothing is left out */
} Bench;

typedef void (*Work) (Bench *self);

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static double
measure (Bench *self, Work work)
{
  double best = 1e30;

  for (guint i = 0; i < RUNS; i++) {
    double start = now ();

    work (self);
    best = MIN (best, now () - start);
  }

  return best;
}

/* The ranking, and how sure one may be of it. */
static SlAnalysis *
examine (SlDecision *decision, SlBoard board)
{
  g_autoptr (SlAnalysis) ranking = sl_analysis_new (sl_decision_get_requirements (decision));
  double start = now ();
  g_autoptr (SlRobustness) robustness = sl_robustness_new (ranking, board, 0, NULL);
  g_autoptr (SlSensitivity) sensitivity = sl_sensitivity_new (ranking, board, NULL);
  g_autoptr (SlAnalysis) with_robustness = sl_analysis_with_robustness (ranking, robustness);

  printf ("%-30s      %7.1f ms\n", "how sure the answer is", now () - start);

  return sl_analysis_with_sensitivity (with_robustness, sensitivity);
}

/* The most memory that was ever in use, in MB. */
static double
get_peak (void)
{
  struct rusage usage;

  getrusage (RUSAGE_SELF, &usage);
  return (double) usage.ru_maxrss / 1024;
}

/* ---- the report ---- */

static GBytes *
make_report (Bench *self)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes = sl_report_new (self->analysis, &self->options, SL_REPORT_PDF, NULL, &error);

  if (bytes == NULL) {
    fprintf (stderr, "%s\n", error->message);
    exit (EXIT_FAILURE);
  }

  return bytes;
}

static void
run_report (Bench *self)
{
  g_autoptr (GBytes) bytes = make_report (self);

  self->sink += g_bytes_get_size (bytes);
}

/* ---- the floor ---- */

/* What pdftotext reads in the report, so that the floor says the same words. */
static void
read_lines (Bench *self)
{
  g_autoptr (GBytes) bytes = make_report (self);
  g_autoptr (GSubprocess) process = NULL;
  g_autofree char *path = NULL;
  g_autofree char *out = NULL;
  g_auto (GStrv) pages = NULL;
  int fd = g_file_open_tmp ("report-XXXXXX.pdf", &path, NULL);

  if (fd < 0 || !g_close (fd, NULL) ||
      !g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            NULL))
    exit (EXIT_FAILURE);
  process = g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, NULL, "pdftotext", "-layout", path,
                              "-", NULL);
  if (process == NULL || !g_subprocess_communicate_utf8 (process, NULL, NULL, &out, NULL, NULL))
    exit (EXIT_FAILURE);
  remove (path);

  self->lines = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  pages = g_strsplit (out, "\f", -1);
  for (guint i = 0; pages[i] != NULL && pages[i + 1] != NULL; i++)
    g_ptr_array_add (self->lines, g_strsplit (pages[i], "\n", -1));
}

static cairo_status_t
count_bytes (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;

  return CAIRO_STATUS_SUCCESS;
}

/* As cells are: a table is laid out, and shaded, cell by cell. */
static void
draw_line (cairo_t *cr, PangoLayout *layout, char *line, double y)
{
  g_auto (GStrv) cells = g_regex_split_simple ("\\s{2,}", g_strstrip (line), 0, 0);

  for (guint i = 0; cells[i] != NULL; i++) {
    if (i % 2 == 1) {
      cairo_set_source_rgb (cr, 0.8, 0.9, 0.1 * (i % 8));
      cairo_rectangle (cr, MARGIN + i * 40, y, 38, LEADING);
      cairo_fill (cr);
    }
    cairo_set_source_rgb (cr, 0.1, 0.1, 0.1);
    pango_layout_set_text (layout, cells[i], -1);
    cairo_move_to (cr, MARGIN + i * 40, y);
    pango_cairo_show_layout (cr, layout);
  }
  cairo_set_source_rgb (cr, 0.8, 0.8, 0.8);
  cairo_rectangle (cr, MARGIN, y + LEADING, A4_WIDTH - 2 * MARGIN, 0.4);
  cairo_fill (cr);
}

static void
run_floor (Bench *self)
{
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (count_bytes, &self->sink, A4_WIDTH, A4_HEIGHT);
  cairo_t *cr = cairo_create (surface);
  /* Fonts have to be found by both. */
  g_autoptr (PangoFontMap) map = pango_cairo_font_map_new ();
  PangoContext *context = pango_font_map_create_context (map);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Cantarell 8");

  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (map), 72.0);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  g_object_unref (context);
  for (guint i = 0; i < self->lines->len; i++) {
    char **lines = g_ptr_array_index (self->lines, i);

    for (guint j = 0; lines[j] != NULL; j++) {
      g_autofree char *line = g_strdup (lines[j]);

      if (*line != '\0')
        draw_line (cr, layout, line, MARGIN + j * LEADING);
    }
    cairo_show_page (cr);
  }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

/* ---- both ---- */

static gboolean
bench_sample (Bench *self)
{
  double floor, report;

  read_lines (self);
  floor = measure (self, run_floor);
  report = measure (self, run_report);
  printf ("the floor, %u pages              best %8.1f ms\n", self->lines->len, floor);
  printf ("the report of the sample        best %8.1f ms  %.2f x floor, of %.1f\n", report,
          report / floor, MOST_TIMES_FLOOR);

  return report <= MOST_TIMES_FLOOR * floor;
}

/* As many reasons as a page has room for, again and again, until there are pages enough. */
static void
fill (SlDecision *decision)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  const GPtrArray *technologies = sl_catalogue_get_technologies (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);
  g_autofree char *reason = g_strnfill (1900, 'x');

  for (gsize i = 5; i < strlen (reason); i += 6)
    reason[i] = ' ';
  for (guint i = 0; i < technologies->len; i++) {
    for (guint j = 0; j < criteria->len; j++)
      sl_decision_set_override (decision, g_ptr_array_index (technologies, i),
                                g_ptr_array_index (criteria, j), 40, 50, 60, reason);
  }
}

static gboolean
bench_long (Bench *self)
{
  double before = get_peak (), after = 0;
  double start = now (), time = 0;
  g_autoptr (SlReportPages) pages = NULL;
  g_autoptr (GBytes) bytes = make_report (self);
  guint n = 0;

  time = now () - start;
  after = get_peak ();
  pages = sl_report_pages_new (self->analysis, &self->options, NULL, NULL);
  n = sl_report_pages_get_n_pages (pages);
  printf ("a report of %u pages            %8.1f ms  %.1f MB more memory, of %.0f\n", n, time,
          after - before, MOST_MEMORY);

  return n >= LONG_PAGES && after - before <= MOST_MEMORY;
}

int
main (int argc, char **argv)
{
  g_autoptr (SlCatalogue) catalogue = sl_catalogue_new (NULL);
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *data = NULL;
  gsize length = 0;
  Bench self = { 0 };
  gboolean good;

  if (catalogue == NULL || argc != 2 || !g_file_get_contents (argv[1], &data, &length, NULL))
    return EXIT_FAILURE;

  setvbuf (stdout, NULL, _IOLBF, 0);
  bytes = g_bytes_new_take (g_steal_pointer (&data), length);
  decision = sl_decision_new_for_bytes (catalogue, bytes, argv[1], NULL);
  if (decision == NULL)
    return EXIT_FAILURE;

  self.analysis = examine (decision, self.options.board);
  self.options.title = sl_decision_get_title (decision);
  self.options.prose = sl_decision_get_prose (decision);
  self.options.profile = sl_decision_get_profile (decision);
  good = bench_sample (&self);
  sl_analysis_unref (self.analysis);

  fill (decision);
  self.analysis = examine (decision, self.options.board);
  good &= bench_long (&self);
  sl_analysis_unref (self.analysis);
  g_ptr_array_unref (self.lines);

  return good ? EXIT_SUCCESS : EXIT_FAILURE;
}
