/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "scoring/weight-path-private.h"

G_BEGIN_DECLS

/* On a path the score of every alternative is a straight line, score + (total - now) * slope. */
typedef struct {
  SlDirectedPath path;
  double epsilon;   /* of totals */
  double tolerance; /* of scores: within it they are level */
  double *scores;   /* today's */
  double *slopes;
  double *memory;
} SlScoreLines;

void
sl_score_lines_init (SlScoreLines *lines, const SlLinearModel *model, const SlWeightPath *path);
void sl_score_lines_clear (SlScoreLines *lines);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlScoreLines, sl_score_lines_clear)

double sl_score_lines_get_length (const SlScoreLines *lines);

G_END_DECLS
