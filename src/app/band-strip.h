/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/sensitivity.h"

G_BEGIN_DECLS

/* Under a slider: how far it may move before somebody else is first, and who that is at each end.
 * Decoration for whoever sees it; the slider's description says the same. */

#define SL_TYPE_BAND_STRIP (sl_band_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlBandStrip, sl_band_strip, SL, BAND_STRIP, GtkWidget)

/* The slider that it belongs to, right above it and of its width. */
void sl_band_strip_set_range (SlBandStrip *self, GtkRange *range, guint pillar);
/* Copies it. NULL, or one that does not exist: nothing is shown. */
void sl_band_strip_set_band (SlBandStrip *self, const SlSliderBand *band);

G_END_DECLS
