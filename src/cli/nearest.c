/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/message.h"

#include <string.h>

/* Longer names are not compared: nobody mistypes them by a letter or two. */
#define MAX_LENGTH 100

/* How many letters have to be put in, left out, replaced or swapped with their neighbour (optimal
 * string alignment; Damerau 1964). Bytes will do: ids are ASCII. */
static guint
measure_distance (const char *a, const char *b)
{
  guint rows[3][MAX_LENGTH + 1];
  guint *before = rows[0], *above = rows[1], *row = rows[2];
  gsize n = strlen (b);

  for (gsize j = 0; j <= n; j++)
    above[j] = (guint) j;
  for (gsize i = 1; a[i - 1] != '\0'; i++) {
    guint *oldest = before;

    row[0] = (guint) i;
    for (gsize j = 1; j <= n; j++) {
      guint replaced = above[j - 1] + (a[i - 1] != b[j - 1]);

      row[j] = MIN (MIN (above[j], row[j - 1]) + 1, replaced);
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = MIN (row[j], before[j - 2] + 1);
    }
    before = above;
    above = row;
    row = oldest;
  }
  return above[n];
}

/* 0 is the same; a part of a name is nearer than a misspelling. */
static guint
rate (const char *text, const char *known)
{
  guint distance = measure_distance (text, known);

  if (distance > 1 && strlen (text) >= 2 && strstr (known, text) != NULL)
    return 1;
  return distance;
}

const char *
sl_find_nearest (const char *text, const char *const *known)
{
  g_autofree char *lower = g_ascii_strdown (text, -1);
  const char *nearest = NULL;
  gsize length = strlen (lower);
  /* A single letter is like any other. */
  guint limit = length < 2 ? 0 : MAX (1, (guint) length / 3);

  if (length > MAX_LENGTH)
    return NULL;
  for (gsize i = 0; known[i] != NULL; i++) {
    guint distance;

    if (strlen (known[i]) > MAX_LENGTH)
      continue;
    distance = rate (lower, known[i]);
    if (distance <= limit) {
      nearest = known[i];
      if (distance == 0)
        break;
      limit = distance - 1;
    }
  }
  return nearest;
}
