/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The report as a page of the web: what is on paper, in one file that needs nothing beside it. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/report-private.h"
#include "report/sections-private.h"
#include "report/words-private.h"

/* The sections, of which one lists the others: `contents` is what it lists, NULL while that is
 * being collected. Returns what was. */
static GPtrArray *
write_sections (SlPrint *print,
                GString *out,
                GPtrArray *contents,
                GCancellable *cancellable,
                GError **error)
{
  SlHtml html = { .out = out };
  g_autoptr (SlPage) page = sl_page_new_for_html (&html, contents);
  gboolean done;

  print->page = page;
  done = sl_print_write (print, cancellable, error);
  sl_html_finish (&html);

  return done ? g_ptr_array_ref (page->contents) : NULL;
}

GBytes *
sl_report_to_html (SlAnalysis *analysis,
                   const SlReportOptions *options,
                   GCancellable *cancellable,
                   GError **error)
{
  g_auto (SlPrint) print = sl_print_new (analysis, options);
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) contents = NULL;
  g_autoptr (GPtrArray) again = NULL;
  g_autofree char *date = sl_date_to_iso8601 (options->date);
  /* Translators: rtl if your language is written from right to left. */
  gboolean from_right = g_str_equal (C_ ("direction of the language", "ltr"), "rtl");

  contents = write_sections (&print, out, NULL, cancellable, error);
  if (contents == NULL)
    return NULL;

  g_string_truncate (out, 0);
  sl_html_append_head (out, print.title, sl_report_get_language (), from_right, date);
  again = write_sections (&print, out, contents, cancellable, error);
  if (again == NULL)
    return NULL;
  sl_html_append_foot (out);

  return g_string_free_to_bytes (g_steal_pointer (&out));
}
