/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "scoring/linear-program-private.h"

#define TOLERANCE 1e-9

glp_prob *
sl_linear_program_new (void)
{
  glp_term_out (GLP_OFF);
  return glp_create_prob ();
}

void
sl_linear_program_free (glp_prob *program)
{
  glp_delete_prob (program);
  glp_free_env ();
}

gboolean
sl_linear_program_solve (glp_prob *program)
{
  glp_smcp parameters;

  glp_init_smcp (&parameters);
  parameters.msg_lev = GLP_MSG_OFF;
  parameters.meth = GLP_DUALP;
  parameters.tol_bnd = parameters.tol_dj = TOLERANCE;
  if (glp_simplex (program, &parameters) == 0) {
    if (glp_get_status (program) == GLP_OPT)
      return TRUE;
    if (glp_get_prim_stat (program) == GLP_NOFEAS)
      return FALSE;
  }
  /* Rounding got in the way: from the start, in fractions. */
  glp_std_basis (program);
  return glp_exact (program, &parameters) == 0 && glp_get_status (program) == GLP_OPT;
}
