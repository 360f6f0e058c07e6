/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a screen reader says of what is drawn. It reads aloud what a text has for the eye, so a name
 * with a dot in it, a number with a rank's meaning and a whisker on a bar come as words. */

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* A name as it is said: «Python with FastAPI» for «Python · FastAPI». */
char *sl_speech_name (const char *name) G_GNUC_WARN_UNUSED_RESULT;

/* A rank from 1 as an ordinal: «1st», «22nd», «113th». */
char *sl_speech_place (guint rank) G_GNUC_WARN_UNUSED_RESULT;

/* An entry that is ranked: «1st, Python with FastAPI, 78.4 points, first in 71 percent of trials».
 * `first`: the part of the trials that it is first in, from 0 to 1; NAN: not known. */
char *sl_speech_entry (const SlRanking *ranking,
                       const SlEntry *entry,
                       double first) G_GNUC_WARN_UNUSED_RESULT;

/* What is drawn around its bar, in sentences; NULL if nothing is. `movement`: the places that it
 * has gained; `low` and `high`: its score in 5 and in 95 percent of the trials, NAN: not known;
 * `pinned`: its score in the ranking that is pinned, NAN: it has none. */
char *sl_speech_surroundings (int movement, double low, double high, double pinned)
    G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
