/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "weighing-subject.h"

#include <glib/gi18n.h>
#include <gtk/gtk.h>

static gboolean
fits (guint n, guint max)
{
  return n >= 2 && (max == 0 || n <= max);
}

GListModel *
sl_weighing_subjects_new (SlCatalogue *catalogue, guint max)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  GtkStringList *names = gtk_string_list_new (NULL);

  if (fits (pillars->len, max))
    gtk_string_list_append (names, _ ("All that matters"));
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);
    /* Translators: %s is a pillar. */
    g_autofree char *name = g_strdup_printf (_ ("Criteria of %s"), pillar->name);

    if (fits (pillar->criteria->len, max))
      gtk_string_list_append (names, name);
  }

  return G_LIST_MODEL (names);
}

const SlPillar *
sl_weighing_subjects_get (SlCatalogue *catalogue, guint max, guint position)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);

  if (fits (pillars->len, max) && position-- == 0)
    return NULL;
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    if (fits (pillar->criteria->len, max) && position-- == 0)
      return pillar;
  }

  return NULL;
}

guint
sl_weighing_subject_count (SlCatalogue *catalogue, const SlPillar *pillar)
{
  return pillar != NULL ? pillar->criteria->len : sl_catalogue_get_pillars (catalogue)->len;
}

const char *
sl_weighing_subject_get_name (SlCatalogue *catalogue, const SlPillar *pillar, guint i)
{
  if (pillar != NULL)
    return ((const SlCriterion *) g_ptr_array_index (pillar->criteria, i))->name;

  return ((const SlPillar *) g_ptr_array_index (sl_catalogue_get_pillars (catalogue), i))->name;
}

double *
sl_weighing_subject_list (SlDecision *decision, const SlPillar *pillar)
{
  SlRequirements *requirements = sl_decision_get_requirements (decision);
  guint n = sl_weighing_subject_count (sl_decision_get_catalogue (decision), pillar);
  double *importances = g_new (double, n);

  for (guint i = 0; i < n; i++) {
    if (pillar == NULL)
      importances[i] = requirements->pillar_importance[i];
    else
      importances[i] = requirements->criterion_importance
                           [((const SlCriterion *) g_ptr_array_index (pillar->criteria, i))->index];
  }

  return importances;
}
