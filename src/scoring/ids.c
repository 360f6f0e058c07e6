/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/problem-private.h"
#include "scoring/robustness.h"

static const char *const method_ids[] = { "additive", "geometric", "topsis",
                                          "vikor",    "promethee", NULL };
static const char *const direction_ids[] = { "max", "min", NULL };
static const char *const normalisation_ids[] = { "fixed", "minmax", "ratio", "max",
                                                 "sum",   "vector", "none",  NULL };
static const char *const preference_ids[] = { "usual",  "u-shape",  "v-shape", "level",
                                              "linear", "gaussian", NULL };
static const char *const prioritisation_ids[] = { "eigenvector", "geometric-mean", NULL };
static const char *const weight_space_ids[] = { "around", "ordinal", "any", NULL };

static const char *
get_id (const char *const *ids, unsigned index)
{
  return index < g_strv_length ((char **) ids) ? ids[index] : NULL;
}

/* -1 if there is none. */
static int
find_id (const char *const *ids, const char *kind, const char *id, GError **error)
{
  g_autofree char *known = NULL;

  for (int i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], id) == 0)
      return i;

  known = g_strjoinv (", ", (char **) ids);
  sl_fail (error, SL_SCORING_ERROR_OPTION, "unknown %s “%s”: expected one of %s", kind,
           id != NULL ? id : "", known);
  return -1;
}

#define DEFINE_IDS(Type, name, words)                                                              \
  const char *sl_##name##_get_id (Type name)                                                       \
  {                                                                                                \
    return get_id (name##_ids, (unsigned) name);                                                   \
  }                                                                                                \
                                                                                                   \
  gboolean sl_##name##_from_id (const char *id, Type *name, GError **error)                        \
  {                                                                                                \
    int index = find_id (name##_ids, words, id, error);                                            \
                                                                                                   \
    if (index < 0)                                                                                 \
      return FALSE;                                                                                \
    *name = (Type) index;                                                                          \
    return TRUE;                                                                                   \
  }

DEFINE_IDS (SlMethod, method, "method")
DEFINE_IDS (SlDirection, direction, "direction")
DEFINE_IDS (SlNormalisation, normalisation, "normalisation")
DEFINE_IDS (SlPreference, preference, "preference")
DEFINE_IDS (SlPrioritisation, prioritisation, "prioritisation")
DEFINE_IDS (SlWeightSpace, weight_space, "weight space")

gboolean
sl_method_prefers_low_scores (SlMethod method)
{
  return method == SL_METHOD_VIKOR;
}
