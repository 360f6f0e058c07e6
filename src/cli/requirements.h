/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* The catalogue and the decision that a command line asks for. */

#include "analysis/analysis.h"
#include "cli/command.h"

G_BEGIN_DECLS

/* The options that say what the team wants; a command that takes a decision takes these. */
#define SL_REQUIREMENT_OPTIONS                                                                     \
  "catalogue", "profile", "importance", "fact", "minimum", "lock", "method"

/* All of these give NULL after a complaint, and then `status` is what to exit with. */

/* The one of --catalogue, else the shipped one. */
SlCatalogue *
sl_options_load_catalogue (const SlOptions *options, SlExit *status) G_GNUC_WARN_UNUSED_RESULT;

/* The decision in the first argument if there is one, else a new one; then the options on top. */
SlDecision *sl_options_load_decision (const SlCommand *command,
                                      const SlOptions *options,
                                      SlExit *status) G_GNUC_WARN_UNUSED_RESULT;

/* The same; where somebody of this name takes part in it and has weights, the options are on top of
 * these, which are the decision's then. */
SlDecision *sl_options_load_decision_of (const SlCommand *command,
                                         const SlOptions *options,
                                         const char *name,
                                         SlExit *status) G_GNUC_WARN_UNUSED_RESULT;

/* The same, and the board of --board. */
SlDecision *sl_options_load_board (const SlCommand *command,
                                   const SlOptions *options,
                                   SlBoard *board,
                                   SlExit *status) G_GNUC_WARN_UNUSED_RESULT;

/* That the requirements leave nobody to say anything of. */
SlExit sl_complain_nobody (void);

/* The ids of all methods and of all boards, NULL-terminated. */
const char *const *sl_list_method_ids (void);
const char *const *sl_list_board_ids (void);

/* How faults call a file: as it was typed, «standard input» for "-". */
const char *sl_get_input_name (const char *path);

/* The whole of a file or of standard input. */
GBytes *sl_read_input (const char *path, SlExit *status) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
