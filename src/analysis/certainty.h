/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* How sure one may be, in words. */

#include "analysis/robustness.h"
#include "analysis/sensitivity.h"

G_BEGIN_DECLS

/* The verdict, by rule. With the margin in points, the first-place share of the first, and the
 * radius (the sum of all changes of weights that makes another level):
 *
 * CLEAR         margin >= 2, share >= 75 %, radius >= 0.1 (five points of weight moved)
 * UNDETERMINED  several are first, margin < 0.5, share < 50 %, or another one has a larger share
 * CLOSE         all else
 *
 * Who is alone has no margin and no radius to speak of; a method that is not linear has no radius.
 * The limits are judgements. */
typedef enum {
  SL_CERTAINTY_CLEAR,
  SL_CERTAINTY_CLOSE,
  SL_CERTAINTY_UNDETERMINED,
} SlCertainty;

const char *sl_certainty_get_id (SlCertainty certainty);   /* clear, close, undetermined */
const char *sl_certainty_get_name (SlCertainty certainty); /* «Clear winner»; translated */

/* FALSE as long as the robustness or the sensitivity of the board is not known. */
gboolean sl_analysis_get_certainty (SlAnalysis *self, SlBoard board, SlCertainty *certainty);
/* What the verdict rests on: «2.1 points ahead, first in 62 % of 10,000 trials. Go draws level once
 * 4 points of weight are moved.» NULL as long as there is none. */
char *sl_analysis_describe_certainty (SlAnalysis *self, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;
/* Up to three sentences, each NULL as long as what it needs is not known: how often the first is
 * first, which single weight changes that soonest, and which doubtful value. */
char *sl_analysis_describe_shares (SlAnalysis *self, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;
char *sl_analysis_describe_nearest_band (SlAnalysis *self, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;
char *sl_analysis_describe_doubt (SlAnalysis *self, SlBoard board) G_GNUC_WARN_UNUSED_RESULT;

/* What happens when a slider moves: «Go stays first between 2.1 and 8.4 of 10. Below that, Rust
 * leads.» NULL if the band does not exist. */
char *
sl_slider_band_describe (const SlSliderBand *self, const SlEntry *first) G_GNUC_WARN_UNUSED_RESULT;
/* The same of a weight, in percent of the whole. */
char *
sl_stability_describe (const SlStability *self, const SlEntry *first) G_GNUC_WARN_UNUSED_RESULT;
/* What becomes of the lead: «With 60, the lead is 0.4 points; with 88, Go leads by 1.2 points.» */
char *sl_doubt_describe (const SlDoubt *self, const SlEntry *first) G_GNUC_WARN_UNUSED_RESULT;
/* What is drawn at random: «Weights are drawn around the sliders: one of 20 % is usually within 4
 * points.» */
char *sl_robustness_settings_describe (const SlRobustnessSettings *self) G_GNUC_WARN_UNUSED_RESULT;
/* «Place 1 in 71 %, place 2 in 22 %», without those that were never taken. */
char *sl_robustness_describe_places (const SlRobustness *self, guint row) G_GNUC_WARN_UNUSED_RESULT;

/* Who is first along a weight: «Go up to 3.8 %, Rust up to 41.0 %, then Java». `reigns`: of
 * SlReign, at least one. */
char *sl_reigns_describe (const GArray *reigns) G_GNUC_WARN_UNUSED_RESULT;
/* «First in 22 % of the trials, and in place 2.3 on average.» */
char *sl_robustness_describe_place (const SlRobustness *self, guint row) G_GNUC_WARN_UNUSED_RESULT;

/* A share of 0 to 1 in whole percent: «71 %»; «under 1 %» and «over 99 %» for what is nearly
 * nothing or nearly all. */
char *sl_describe_share (double share) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
