/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sections of a report in their order, whatever they are written to. */

#include "config.h"

#include "catalogue/translation.h"
#include "report/citations-private.h"
#include "report/sections-private.h"

static const struct {
  SlReportSection section;
  SlSection write;
} sections[] = {
  { SL_REPORT_SECTION_ANSWER, sl_section_cover },
  { SL_REPORT_SECTION_ANSWER, sl_section_answer },
  { SL_REPORT_SECTION_RANKINGS, sl_section_rankings },
  { SL_REPORT_SECTION_REASONS, sl_section_reasons },
  { SL_REPORT_SECTION_ROBUSTNESS, sl_section_robustness },
  { SL_REPORT_SECTION_PEOPLE, sl_section_people },
  { SL_REPORT_SECTION_FINALISTS, sl_section_finalists },
  { SL_REPORT_SECTION_EXCLUSIONS, sl_section_exclusions },
  { SL_REPORT_SECTION_ADVICE, sl_section_advice },
  { SL_REPORT_SECTION_REQUIREMENTS, sl_section_requirements },
  { SL_REPORT_SECTION_RULES, sl_section_rules },
  { SL_REPORT_SECTION_VALUES, sl_section_values },
  { SL_REPORT_SECTION_CLAIMS, sl_section_claims },
  { SL_REPORT_SECTION_METHOD, sl_section_method },
  { SL_REPORT_SECTION_SOURCES, sl_section_sources },
};

static const char *const names[SL_N_REPORT_SECTIONS] = {
  [SL_REPORT_SECTION_ANSWER] = NC_ ("part of a report", "Answer and ranking"),
  [SL_REPORT_SECTION_RANKINGS] = NC_ ("part of a report", "The other rankings"),
  [SL_REPORT_SECTION_REASONS] = NC_ ("part of a report", "Why the first stands first"),
  [SL_REPORT_SECTION_ROBUSTNESS] = NC_ ("part of a report", "How sure this is"),
  [SL_REPORT_SECTION_PEOPLE] = NC_ ("part of a report", "How people differ"),
  [SL_REPORT_SECTION_FINALISTS] = NC_ ("part of a report", "The first three"),
  [SL_REPORT_SECTION_EXCLUSIONS] = NC_ ("part of a report", "Who is ruled out, and why"),
  [SL_REPORT_SECTION_ADVICE] = NC_ ("part of a report", "Advice and companions"),
  [SL_REPORT_SECTION_REQUIREMENTS] = NC_ ("part of a report", "Requirements"),
  [SL_REPORT_SECTION_RULES] = NC_ ("part of a report", "Rules that hold"),
  [SL_REPORT_SECTION_VALUES] = NC_ ("part of a report", "All values"),
  [SL_REPORT_SECTION_CLAIMS] = NC_ ("part of a report", "Claims and data"),
  [SL_REPORT_SECTION_METHOD] = NC_ ("part of a report", "How it was computed"),
  [SL_REPORT_SECTION_SOURCES] = NC_ ("part of a report", "Sources"),
};

const char *
sl_report_section_get_name (SlReportSection section)
{
  g_return_val_if_fail ((guint) section < SL_N_REPORT_SECTIONS, NULL);

  return sl_pgettext_marked ("part of a report", names[section]);
}

static gboolean
is_omitted (const SlReportOptions *options, SlReportSection section)
{
  /* Without it there would be no title. */
  return section != SL_REPORT_SECTION_ANSWER && options->omitted & (1u << section);
}

SlPrint
sl_print_new (SlAnalysis *analysis, const SlReportOptions *options)
{
  SlPrint self = {
    .analysis = analysis,
    .catalogue = sl_analysis_get_catalogue (analysis),
    .requirements = sl_analysis_get_requirements (analysis),
    .options = options,
    .title = sl_text_clean (options->title, SL_TEXT_MAX_TITLE),
  };

  if (*self.title == '\0')
    g_set_str (&self.title, _ ("Decision without a title"));
  /* Numbers that lead nowhere would say nothing. */
  self.citations = is_omitted (options, SL_REPORT_SECTION_SOURCES) ? g_ptr_array_new ()
                                                                   : sl_citations_new (analysis);

  return self;
}

void
sl_print_clear (SlPrint *self)
{
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->citations, g_ptr_array_unref);
}

const char *
sl_print_find_name (const SlPrint *self, const char *id)
{
  const SlAlternative *alternative = sl_catalogue_find_alternative (self->catalogue, id);
  const SlPairing *pairing = sl_catalogue_find_pairing (self->catalogue, id);

  if (alternative != NULL)
    return alternative->name;

  return pairing != NULL ? pairing->name : id;
}

gboolean
sl_print_write (SlPrint *self, GCancellable *cancellable, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (sections); i++) {
    if (g_cancellable_set_error_if_cancelled (cancellable, error))
      return FALSE;
    if (!is_omitted (self->options, sections[i].section))
      sections[i].write (self);
  }
  sl_page_finish (self->page);

  return TRUE;
}

SlPage *
sl_print_measure (SlPrint *self, GCancellable *cancellable, GError **error)
{
  g_autoptr (SlPage) page = sl_page_new (NULL, self->options->paper, NULL);

  self->page = page;
  if (!sl_print_write (self, cancellable, error))
    return NULL;

  return g_steal_pointer (&page);
}
