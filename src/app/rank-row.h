/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "analysis/analysis.h"

G_BEGIN_DECLS

/* The columns that all rows of a chart share, so that their figures and bars line up. In logical
 * pixels. */
typedef struct {
  int rank;
  int movement;
  int name;
  int score;
  int chance; /* how often it is first; 0: nobody knows yet */
  int line;   /* how high a name is */
  int height;
  gboolean stacked; /* narrow: the bar under the name */
} SlRankColumns;

#define SL_TYPE_RANK_ROW (sl_rank_row_get_type ())
G_DECLARE_FINAL_TYPE (SlRankRow, sl_rank_row, SL, RANK_ROW, GtkWidget)

/* Property: highlight (int), the pillar to bring out, -1: none. */

GtkWidget *sl_rank_row_new (void);
/* Keeps the analysis; `before` is the rank to show the movement from, 0: none. */
void sl_rank_row_set_entry (SlRankRow *self,
                            SlAnalysis *analysis,
                            const SlRanking *ranking,
                            const SlEntry *entry,
                            guint before);
const SlEntry *sl_rank_row_get_entry (SlRankRow *self);
/* What a screen reader says of the row follows what has been set only now: of hundreds of rows it
 * takes longer than a frame. Returns whether anything had changed. */
gboolean sl_rank_row_update_speech (SlRankRow *self);
/* Whether a screen reader can say anything of it yet. */
gboolean sl_rank_row_has_spoken (SlRankRow *self);
void sl_rank_row_set_columns (SlRankRow *self, const SlRankColumns *columns);
/* What the row would like for its columns; each is enlarged, never reduced. `widths` is where the
 * rows of a chart keep how wide their figures are, a table of direct hashes, until the text changes
 * its size. */
void sl_rank_row_measure_columns (SlRankRow *self, GHashTable *widths, SlRankColumns *columns);
/* Says how high rows are from how high their names are. */
void sl_rank_columns_stack (SlRankColumns *columns, gboolean stacked);
void sl_rank_row_set_highlight (SlRankRow *self, int pillar);
/* How sure its place is: in which part of the trials it is first, 0 to 1, and between which scores
 * it is in nine of ten. NAN: not known. */
void sl_rank_row_set_chance (SlRankRow *self, double first, double low, double high);
/* The score that it had in the ranking that is pinned, to be drawn behind the bar; NAN: none. */
void sl_rank_row_set_ghost (SlRankRow *self, double score);

G_END_DECLS
