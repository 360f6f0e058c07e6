/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <glpk.h>

G_BEGIN_DECLS

/* GLPK keeps a space of its own for each thread, whose output is silenced here and which goes with
 * the program: one program at a time in a thread. */
glp_prob *sl_linear_program_new (void);
void sl_linear_program_free (glp_prob *program);
/* From the basis of the last time, if any. FALSE if nothing is allowed. */
gboolean sl_linear_program_solve (glp_prob *program);

G_END_DECLS
