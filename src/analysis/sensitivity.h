/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What it takes to change the answer. Exact where scores are linear in the weights, which is where
 * the additive value, the geometric mean or PROMETHEE ranks; other methods get one-way bands by
 * bracketing, which are marked as approximate. */

#include "analysis/analysis.h"
#include "scoring/challenge.h"

G_BEGIN_DECLS

/* Between which shares of the whole a criterion or a pillar leaves the first where it is, all other
 * weights giving way in proportion. */
typedef struct {
  double weight; /* today's */
  double low, high;
  const SlEntry *low_challenger; /* who takes over there; NULL: nobody does, down to nothing */
  const SlEntry *high_challenger;
  gboolean low_emptied, high_emptied; /* by minimums nobody is left beyond that end */
} SlStability;

/* The same on a slider, with all other sliders where they are. */
typedef struct {
  gboolean exists;  /* FALSE where the slider changes no weight, and where it is locked */
  double low, high; /* importances within 0 to 10 */
  const SlEntry *low_challenger; /* NULL: nobody, down to the end of the slider */
  const SlEntry *high_challenger;
  gboolean low_emptied, high_emptied;
} SlSliderBand;

typedef struct {
  gboolean approximate;
  /* A pillar has a minimum, and by this method it is not told where a weight rules somebody out, or
   * back in: an end may come sooner. By the additive value and the geometric mean it is. */
  gboolean ignores_minimum;
  const SlStability *criteria;           /* a criterion of the board */
  const SlStability *pillars;            /* a pillar of the catalogue */
  const SlSliderBand *criterion_sliders; /* a criterion of the catalogue */
  const SlSliderBand *pillar_sliders;    /* a pillar of the catalogue */
} SlBands;

/* NULL if nobody is ranked; and where the method makes it long work, until the sensitivity has been
 * added. Made when it is first asked for. */
const SlBands *sl_analysis_get_bands (SlAnalysis *self, SlBoard board);

/* A pillar or a criterion whose weight alone can put somebody else first. */
typedef struct {
  const SlPillar *pillar;       /* the criterion's own, if it is one */
  const SlCriterion *criterion; /* nullable */
  const SlStability *stability;
} SlLimit;

/* Of all of those, the one that takes the least change first. Empty if there are no bands. */
GArray *sl_analysis_list_limits (SlAnalysis *self, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;

/* What the search for challengers' weights leaves out, in a sentence; NULL if nothing: a pillar has
 * a minimum, and who reaches that is not looked at again under other weights. */
const char *sl_analysis_describe_blind_spot (SlAnalysis *self);

/* What would put somebody else first. Criteria are those of the board, alternatives its ranked
 * entries. */
typedef struct {
  const SlEntry *entry;
  const SlChallenge *challenge; /* by weights; NULL if the method is not linear */
  /* The smallest rise of one of its values that is enough; G_MAXUINT if none is. */
  guint value_column;
  double value_now;
  double value_needed;
  const char *weights_text; /* what weights would do it, in a sentence */
  const char *text;         /* that and what value would */
} SlChallenger;

/* A doubtful value, and what becomes of the first's margin over the best of the others at its low
 * and its high end. */
typedef struct {
  const SlAlternative *alternative;
  const SlCriterion *criterion;
  double low, mode, high;
  double low_margin, high_margin;
  const SlEntry *low_first; /* who is first then */
  const SlEntry *high_first;
} SlDoubt;

/* Who is first between which shares of a criterion. */
typedef struct {
  const SlEntry *entry;
  double from, to;
} SlReign;

/* Immutable; reference-counted; may be shared between threads; keeps what its entries belong to. */
typedef struct {
  SlBoard board;
  /* How much weight has to change, as the sum of all |changes|, before somebody is level with the
   * first, and who; INFINITY and NULL if nobody can be; NAN if the method is not linear. */
  double radius;
  const SlEntry *radius_challenger;
  guint n_challengers; /* all ranked but the first */
  const SlChallenger *challengers;
  double margin; /* today's, of the first over the next */
  guint n_doubts;
  const SlDoubt *doubts;       /* the one that moves the margin most first */
  const GArray *const *reigns; /* a criterion of the board: of SlReign; NULL if not linear */
} SlSensitivity;

#define SL_TYPE_SENSITIVITY (sl_sensitivity_get_type ())
GType sl_sensitivity_get_type (void) G_GNUC_CONST;
SlSensitivity *sl_sensitivity_ref (SlSensitivity *self);
void sl_sensitivity_unref (SlSensitivity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlSensitivity, sl_sensitivity_unref)

/* Blocks for tenths of a second on a board of a hundred. NULL if nobody is ranked or no criterion
 * counts, and where *stop (nullable; set by another thread) is no longer 0. */
SlSensitivity *
sl_sensitivity_new (SlAnalysis *analysis, SlBoard board, const int *stop) G_GNUC_WARN_UNUSED_RESULT;
const SlChallenger *sl_sensitivity_find (const SlSensitivity *self, const SlEntry *entry);

/* The same analysis with that beside its ranking. */
SlAnalysis *sl_analysis_with_sensitivity (SlAnalysis *self,
                                          SlSensitivity *sensitivity) G_GNUC_WARN_UNUSED_RESULT;
/* NULL as long as it is not known. */
const SlSensitivity *sl_analysis_get_sensitivity (SlAnalysis *self, SlBoard board);

G_END_DECLS
