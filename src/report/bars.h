/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where the parts of a stacked bar are: the same in the window, on paper and in pictures. */

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* Both are shares of the whole bar, which stands for 100 points. */
typedef struct {
  double start;
  double length; /* at least 0 */
} SlBarSegment;

/* Where the part of a pillar is; parts come in the order of the pillars. */
SlBarSegment sl_bar_get_segment (const SlEntry *entry, guint pillar);

G_END_DECLS
