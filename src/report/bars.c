/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "report/bars.h"

#define FULL 100.0

SlBarSegment
sl_bar_get_segment (const SlEntry *entry, guint pillar)
{
  SlBarSegment segment = { 0 };

  g_return_val_if_fail (entry != NULL, segment);

  for (guint i = 0; i < pillar; i++)
    segment.start += MAX (entry->pillar_contributions[i], 0.0) / FULL;
  segment.length = MAX (entry->pillar_contributions[pillar], 0.0) / FULL;

  return segment;
}
