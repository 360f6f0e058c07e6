/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What --matrix and the options beside it ask for. */

#include "cli/command.h"
#include "cli/matrix.h"

G_BEGIN_DECLS

/* Whether options that go with --matrix, and those that do not, are where they belong; FALSE after
 * a complaint. */
gboolean sl_matrix_check_usage (const SlCommand *command, const SlOptions *options);

/* Whether scores are counted on the criteria's scales, 0 to 100. */
gboolean sl_matrix_uses_scale (const SlMethodOptions *method);

typedef struct {
  SlMatrix *matrix;
  const char *name;       /* how faults call the file */
  SlMethodOptions method; /* from --method, --normalisation and --v */
} SlMatrixInput;

void sl_matrix_input_clear (SlMatrixInput *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlMatrixInput, sl_matrix_input_clear)

/* The method and the file; what to exit with after a complaint, which is also what more than
 * `max_alternatives` are worth. */
SlExit sl_matrix_input_load (SlMatrixInput *self,
                             const SlCommand *command,
                             const SlOptions *options,
                             guint max_alternatives) G_GNUC_WARN_UNUSED_RESULT;
/* Complains of what the computation found, with its place in the file. */
SlExit sl_matrix_input_complain (const SlMatrixInput *self, GError **error);
/* What there is to say about the scales. */
void sl_matrix_input_warn (const SlMatrixInput *self);

G_END_DECLS
