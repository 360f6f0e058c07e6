/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a printed report says, section by section. */

#include "report/page-private.h"

G_BEGIN_DECLS

typedef struct {
  SlAnalysis *analysis;
  SlCatalogue *catalogue;
  SlRequirements *requirements;
  const SlReportOptions *options;
  char *title;          /* clean, never empty */
  GPtrArray *citations; /* of const SlSource, by number */
  SlPage *page;         /* borrowed: what is being written to */
} SlPrint;

SlPrint
sl_print_new (SlAnalysis *analysis, const SlReportOptions *options) G_GNUC_WARN_UNUSED_RESULT;
void sl_print_clear (SlPrint *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlPrint, sl_print_clear)
/* The name behind an id; the id if the catalogue does not have it (any more). */
const char *sl_print_find_name (const SlPrint *self, const char *id);
/* All sections that are wanted, to the page. */
gboolean sl_print_write (SlPrint *self, GCancellable *cancellable, GError **error);
/* How many pages there will be, and where each section begins. */
SlPage *sl_print_measure (SlPrint *self,
                          GCancellable *cancellable,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* The verdict on the answer and what it rests on; nothing where it is not known. */
void sl_print_draw_certainty (SlPrint *self);
/* The ways to somebody where nobody is left, at most so many; nothing where there are none. */
void sl_print_draw_ways_back (SlPrint *self, guint most);

typedef void (*SlSection) (SlPrint *print);

void sl_section_cover (SlPrint *print);        /* title, answer, contents */
void sl_section_answer (SlPrint *print);       /* the ranking asked for */
void sl_section_rankings (SlPrint *print);     /* the other two */
void sl_section_reasons (SlPrint *print);      /* why the first stands first */
void sl_section_robustness (SlPrint *print);   /* how sure one may be, what would change it */
void sl_section_people (SlPrint *print);       /* where they have weights of their own */
void sl_section_finalists (SlPrint *print);    /* what there is to know of the first three */
void sl_section_exclusions (SlPrint *print);   /* who is out, why, and what that costs */
void sl_section_advice (SlPrint *print);       /* what to do, and what to have beside it */
void sl_section_requirements (SlPrint *print); /* weights, facts, minimums, changed values */
void sl_section_rules (SlPrint *print);        /* those that hold */
void sl_section_values (SlPrint *print);       /* every value on its scale */
void sl_section_claims (SlPrint *print); /* what is said of the first, and what the data say */
void sl_section_method (SlPrint *print); /* how it was computed, and by what */
void sl_section_sources (SlPrint *print);

/* How many sections with a heading there may be. */
#define SL_N_SECTIONS 14

/* The sections and their pages, in two columns. */
void sl_section_contents (SlPrint *print);

G_END_DECLS
