/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* A subcommand: what the help says of it, which options it takes, and what it does. */

#include "cli/options.h"

G_BEGIN_DECLS

typedef enum {
  SL_EXIT_DONE = 0,
  SL_EXIT_INPUT = 1,     /* the input is wrong */
  SL_EXIT_USAGE = 2,     /* the command line is wrong */
  SL_EXIT_IO = 3,        /* could not read or write */
  SL_EXIT_DIFFERENT = 4, /* computed again it is not the same */
} SlExit;

struct _SlCommand {
  const char *name;
  const char *synopsis;        /* what follows the name; a line each */
  const char *summary;         /* a line in the list of commands */
  const char *description;     /* paragraphs, an empty line between two */
  const char *const *options;  /* their keys */
  const char *const *examples; /* a command line and what it does, in turn */
  SlExit (*run) (const SlCommand *self, const SlOptions *options);
};

extern const SlCommand sl_rank_command;
extern const SlCommand sl_robustness_command;
extern const SlCommand sl_sensitivity_command;
extern const SlCommand sl_weights_command;
extern const SlCommand sl_people_command;
extern const SlCommand sl_ballot_command;
extern const SlCommand sl_report_command;
extern const SlCommand sl_verify_command;
extern const SlCommand sl_check_command;
extern const SlCommand sl_list_command;
extern const SlCommand sl_help_command;

/* In the order of the help. */
extern const SlCommand *const sl_commands[];

const SlCommand *sl_command_find (const char *name);
/* The command of that name; else NULL, having said that there is none and which is the nearest. */
const SlCommand *sl_command_find_or_complain (const char *name);

/* What the help says of the command, or of the whole program if it is NULL. */
char *sl_command_describe (const SlCommand *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
