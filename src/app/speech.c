/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "speech.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

/* Between a language and its framework. */
#define JOINT " · "

char *
sl_speech_name (const char *name)
{
  const char *joint;
  g_autofree char *before = NULL;

  g_return_val_if_fail (name != NULL, NULL);

  joint = strstr (name, JOINT);
  if (joint == NULL)
    return g_strdup (name);

  before = g_strndup (name, (gsize) (joint - name));
  /* Translators: how the name of a technology is said: %1$s is a language, %2$s its framework, as
   * in «Python with FastAPI». */
  return g_strdup_printf (_ ("%1$s with %2$s"), before, joint + strlen (JOINT));
}

/* ---- a place ---- */

/* Other languages have other rules, but few have more forms than these. */
char *
sl_speech_place (guint rank)
{
  guint last = rank % 100 >= 11 && rank % 100 <= 13 ? 0 : rank % 10;

  if (rank == 1)
    /* Translators: the place of who is first, as a screen reader says it, as in «1st». */
    return g_strdup_printf (C_ ("place", "%ust"), rank);
  if (last == 1)
    /* Translators: a place whose number ends in 1, as in «21st»; but «11th» is with the rest. */
    return g_strdup_printf (C_ ("place that ends in 1", "%ust"), rank);
  if (last == 2)
    /* Translators: a place whose number ends in 2, as in «2nd»; but «12th» is with the rest. */
    return g_strdup_printf (C_ ("place that ends in 2", "%und"), rank);
  if (last == 3)
    /* Translators: a place whose number ends in 3, as in «3rd»; but «13th» is with the rest. */
    return g_strdup_printf (C_ ("place that ends in 3", "%urd"), rank);

  /* Translators: any other place, as in «4th». */
  return g_strdup_printf (C_ ("place", "%uth"), rank);
}

static gboolean
is_shared (const SlRanking *ranking, const SlEntry *entry)
{
  guint i = (guint) (entry - ranking->entries);

  return (i > 0 && entry[-1].rank == entry->rank) ||
         (i + 1 < ranking->n_ranked && entry[1].rank == entry->rank);
}

static char *
describe_place (const SlRanking *ranking, const SlEntry *entry)
{
  g_autofree char *place = sl_speech_place (entry->rank);

  if (!is_shared (ranking, entry))
    return g_steal_pointer (&place);

  /* Translators: a place that several share, as a screen reader says it: %s is «2nd». */
  return g_strdup_printf (_ ("joint %s"), place);
}

/* ---- an entry ---- */

static char *
describe_points (const SlEntry *entry)
{
  if (entry->overridden)
    /* Translators: a score; the team has put values of its own in place of the catalogue's. */
    return g_strdup_printf (_ ("%.1f points with values of your own"), entry->score);

  /* Translators: a score. */
  return g_strdup_printf (_ ("%.1f points"), entry->score);
}

/* Less than half a percent is not never. */
static char *
describe_chance (double first)
{
  if (first > 0 && first < 0.005)
    return g_strdup (_ ("first in less than 1 percent of trials"));

  /* Translators: in how many percent of the trials an alternative is first. */
  return g_strdup_printf (_ ("first in %.0f percent of trials"), 100 * first);
}

char *
sl_speech_entry (const SlRanking *ranking, const SlEntry *entry, double first)
{
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *points = NULL;
  g_autofree char *chance = NULL;

  g_return_val_if_fail (ranking != NULL, NULL);
  g_return_val_if_fail (entry != NULL && entry->rank > 0, NULL);

  place = describe_place (ranking, entry);
  name = sl_speech_name (entry->name);
  points = describe_points (entry);
  if (isnan (first))
    /* Translators: what a screen reader says of a row of the chart: %1$s is a place, %2$s a name,
     * %3$s a score, as in «2nd, Go, 71.2 points». */
    return g_strdup_printf (_ ("%1$s, %2$s, %3$s"), place, name, points);

  chance = describe_chance (first);
  /* Translators: what a screen reader says of a row of the chart: %1$s is a place, %2$s a name,
   * %3$s a score, %4$s how often it is first, as in «2nd, Go, 71.2 points, first in 5 percent of
   * trials». */
  return g_strdup_printf (_ ("%1$s, %2$s, %3$s, %4$s"), place, name, points, chance);
}

/* ---- what is around its bar ---- */

/* Takes the sentence. */
static void
add_sentence (GString *text, char *sentence)
{
  g_autofree char *before = NULL;

  if (text->len == 0) {
    g_string_assign (text, sentence);
  } else {
    before = g_strdup (text->str);
    /* Translators: puts two sentences after one another. */
    g_string_printf (text, C_ ("sentences", "%1$s %2$s"), before, sentence);
  }
  g_free (sentence);
}

static char *
describe_movement (int movement)
{
  guint n = (guint) ABS (movement);

  if (movement > 0)
    /* Translators: an alternative is so many places further up than before. */
    return g_strdup_printf (ngettext ("Up %u place.", "Up %u places.", n), n);

  /* Translators: an alternative is so many places further down than before. */
  return g_strdup_printf (ngettext ("Down %u place.", "Down %u places.", n), n);
}

static char *
describe_range (double low, double high)
{
  /* Translators: the scores of an alternative in most of the trials. */
  return g_strdup_printf (_ ("From %1$.1f to %2$.1f points in 90 percent of trials."), low, high);
}

char *
sl_speech_surroundings (int movement, double low, double high, double pinned)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (movement != 0)
    add_sentence (text, describe_movement (movement));
  if (!isnan (low) && !isnan (high))
    add_sentence (text, describe_range (low, high));
  if (!isnan (pinned))
    /* Translators: the score of an alternative in the ranking that was pinned. */
    add_sentence (text, g_strdup_printf (_ ("%.1f points when the ranking was pinned."), pinned));

  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
