/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report-print.h"

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext *context,
              int page,
              const SlReportPages *pages)
{
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  sl_report_pages_get_size (pages, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  sl_report_pages_draw (pages, (guint) page, cr);
}

GtkPrintOperation *
sl_report_print_operation_new (SlReportPages *pages, SlPaper paper, const char *title)
{
  GtkPrintOperation *self = gtk_print_operation_new ();
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GtkPaperSize) size = NULL;

  g_return_val_if_fail (pages != NULL, NULL);

  size = gtk_paper_size_new (paper == SL_PAPER_LETTER ? GTK_PAPER_NAME_LETTER : GTK_PAPER_NAME_A4);
  gtk_page_setup_set_paper_size_and_default_margins (setup, size);
  gtk_print_operation_set_default_page_setup (self, setup);
  gtk_print_operation_set_embed_page_setup (self, TRUE);
  gtk_print_operation_set_job_name (self, title);
  gtk_print_operation_set_n_pages (self, (int) sl_report_pages_get_n_pages (pages));
  /* The pages have margins of their own. */
  gtk_print_operation_set_use_full_page (self, TRUE);
  gtk_print_operation_set_unit (self, GTK_UNIT_POINTS);
  g_signal_connect_data (self, "draw-page", G_CALLBACK (draw_page_cb), pages,
                         (GClosureNotify) (void (*) (void)) sl_report_pages_free, 0);

  return self;
}
