/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* What a pillar or criterion means, what its scale stands for and where its values come from; and
 * its minimum. One of the two is NULL. */
GtkWidget *sl_information_popover_new (SlDecision *decision,
                                       const SlPillar *pillar,
                                       const SlCriterion *criterion);

G_END_DECLS
