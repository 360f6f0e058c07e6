/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is claimed of the first, beside the data; and the sources. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"
#include "report/table-private.h"

#define VERDICT_WIDTH 62.0

/* ---- claims ---- */

static void
add_claim_row (SlPrint *print, SlTable *table, const SlClaim *claim)
{
  g_autoptr (GPtrArray) sources = sl_claim_list_sources (claim);
  g_autofree char *data = sl_text_clean (claim->data, SL_TEXT_MAX_CELL);
  SlText *text = sl_text_new_for_string (data, SL_RUN_PLAIN);

  sl_text_append_citations (text, print->citations, sources);
  sl_table_add_string (table, SL_RUN_PLAIN, claim->claim);
  sl_table_add_string (table, SL_RUN_STRONG, sl_verdict_get_name (claim->verdict));
  sl_table_add (table, text);
}

static void
draw_claims (SlPrint *print, const SlAlternative *alternative)
{
  const SlColumn columns[] = {
    { _ ("What is said"), 0, 4, PANGO_ALIGN_LEFT },
    { _ ("The data"), VERDICT_WIDTH, 0, PANGO_ALIGN_LEFT },
    { _ ("What the data say"), 0, 6, PANGO_ALIGN_LEFT },
  };
  SlTable *table;

  if (alternative->claims == NULL || alternative->claims->len == 0)
    return;

  table = sl_table_new (print->page, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < alternative->claims->len; i++)
    add_claim_row (print, table, g_ptr_array_index (alternative->claims, i));
  sl_page_heading (print->page, 3, alternative->name, NULL);
  sl_table_draw (table);
}

static gboolean
has_claims (const GPtrArray *alternatives)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    if (alternative->claims != NULL && alternative->claims->len > 0)
      return TRUE;
  }

  return FALSE;
}

void
sl_section_claims (SlPrint *print)
{
  g_autoptr (GPtrArray) claimants = sl_report_list_claimants (print->analysis);

  if (!has_claims (claimants))
    return;

  sl_page_heading (print->page, 2, _ ("Claims and data"), "claims");
  sl_page_lead_in (print->page,
                   _ ("What guides say of the first three technologies and patterns, held against "
                      "the data in the catalogue."));
  for (guint i = 0; i < claimants->len; i++)
    draw_claims (print, g_ptr_array_index (claimants, i));
}

/* ---- sources ---- */

static void
add_source (SlItemList *list, const SlSource *source, guint number)
{
  g_autofree char *label = g_strdup_printf ("%u", number);
  g_autofree char *place = sl_citation_place (number);
  g_autofree char *title = sl_text_clean (source->title, SL_TEXT_MAX_CELL);
  g_autofree char *publisher = sl_text_clean (source->publisher, SL_TEXT_MAX_CELL);
  g_autofree char *link = sl_link_to_uri (source->url);
  g_autofree char *origin = NULL;
  SlText *text = sl_text_new_for_string (title, SL_RUN_PLAIN);

  if (source->year > 0)
    /* Translators: after the title of a source: its publisher and year. */
    origin = g_strdup_printf (_ (". %1$s, %2$d."), publisher, source->year);
  else
    /* Translators: after the title of a source: its publisher. */
    origin = g_strdup_printf (_ (". %s."), publisher);
  sl_text_append (text, SL_RUN_MUTED, origin);
  if (link != NULL) {
    g_autofree char *url = sl_text_clean (source->url, SL_TEXT_MAX_CELL);

    sl_text_append (text, SL_RUN_PLAIN, " ");
    sl_text_append_link (text, url, link);
  }
  sl_item_list_add (list, label, text, place);
}

void
sl_section_sources (SlPrint *print)
{
  SlItemList *list;

  sl_page_heading (print->page, 2, _ ("Sources"), "sources");
  if (print->citations->len == 0)
    sl_page_paragraph_string (print->page, SL_STYLE_BODY, _ ("None is cited."));

  list = sl_item_list_new (print->page, SL_STYLE_NOTE);
  for (guint i = 0; i < print->citations->len; i++)
    add_source (list, g_ptr_array_index (print->citations, i), i + 1);
  sl_item_list_draw (list);
}
