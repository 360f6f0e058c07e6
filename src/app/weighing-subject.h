/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* What can be weighed at once: the pillars, or the criteria of one. */

/* The names of all that have at least two and, unless it is 0, at most `max`: of GtkStringObject;
 * the first is the pillars. */
GListModel *sl_weighing_subjects_new (SlCatalogue *catalogue, guint max) G_GNUC_WARN_UNUSED_RESULT;
/* The pillar at a place of that list; NULL: all pillars. */
const SlPillar *sl_weighing_subjects_get (SlCatalogue *catalogue, guint max, guint position);

/* Of the subject: how many, their names, and their importances as the decision has them. */
guint sl_weighing_subject_count (SlCatalogue *catalogue, const SlPillar *pillar);
const char *sl_weighing_subject_get_name (SlCatalogue *catalogue, const SlPillar *pillar, guint i);
double *
sl_weighing_subject_list (SlDecision *decision, const SlPillar *pillar) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
