/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "cli/message.h"
#include "cli/output.h"
#include "cli/terminal.h"

static void
append_heading (GString *out, const char *heading)
{
  g_string_append_printf (out, "\n%s\n", heading);
}

static void
append_paragraphs (GString *out, const char *text)
{
  g_auto (GStrv) paragraphs = g_strsplit (text, "\n\n", -1);

  for (gsize i = 0; paragraphs[i] != NULL; i++) {
    g_string_append_c (out, '\n');
    sl_terminal_append_wrapped (out, paragraphs[i], 0, 0, SL_HELP_WIDTH);
  }
}

/* A command line, and under it what it does. */
static void
append_examples (GString *out, const char *const *examples)
{
  append_heading (out, _ ("Examples:"));
  for (gsize i = 0; examples[i] != NULL; i += 2) {
    g_string_append_printf (out, "  %s\n", examples[i]);
    g_string_append_printf (out, "%*s", 6, "");
    sl_terminal_append_wrapped (out, _ (examples[i + 1]), 6, 6, SL_HELP_WIDTH);
  }
}

static void
append_exit_status (GString *out)
{
  append_heading (out, _ ("Exit status:"));
  g_string_append (out, "  0  ");
  sl_terminal_append_wrapped (out, _ ("done"), 5, 5, SL_HELP_WIDTH);
  g_string_append (out, "  1  ");
  sl_terminal_append_wrapped (out,
                              _ ("the input is wrong; one line on standard error for each fault"),
                              5, 5, SL_HELP_WIDTH);
  g_string_append (out, "  2  ");
  sl_terminal_append_wrapped (out, _ ("the command line is wrong"), 5, 5, SL_HELP_WIDTH);
  g_string_append (out, "  3  ");
  sl_terminal_append_wrapped (out, _ ("could not read or write"), 5, 5, SL_HELP_WIDTH);
  g_string_append (out, "  4  ");
  sl_terminal_append_wrapped (out, _ ("“verify” found a difference"), 5, 5, SL_HELP_WIDTH);
}

static const char *const general_examples[] = {
  "shortlist rank --profile ai-saas",
  N_ ("Which technology suits a product built on AI."),
  "shortlist rank payments.shortlist --fact team_size=40 --format json",
  N_ ("What a decision that was saved would say with a team of forty, for a program to read."),
  "shortlist report payments.shortlist --output payments.pdf",
  N_ ("The report to take to the meeting."),
  NULL,
};

static void
append_commands (GString *out)
{
  guint width = 0;

  for (gsize i = 0; sl_commands[i] != NULL; i++)
    width = MAX (width, (guint) strlen (sl_commands[i]->name));
  append_heading (out, _ ("Commands:"));
  for (gsize i = 0; sl_commands[i] != NULL; i++) {
    g_string_append (out, "  ");
    sl_terminal_append_padded (out, sl_commands[i]->name, width + 2, SL_ALIGN_START);
    sl_terminal_append_wrapped (out, _ (sl_commands[i]->summary), width + 4, width + 4,
                                SL_HELP_WIDTH);
  }
}

static void
append_program (GString *out)
{
  static const char *const options[] = { "catalogue", NULL };

  g_string_append_printf (out, "%s\n", _ ("Usage:"));
  g_string_append (out, "  shortlist [FILE]\n");
  g_string_append (out, "  shortlist COMMAND [OPTION]…\n");
  append_paragraphs (
      out,
      _ ("Ranks backend stacks and architectures by what matters to your team, and says why.\n\n"
         "Without a command it opens the window, with a decision if a file is given. The commands "
         "need no display; “-” stands for standard input or output."));
  append_commands (out);
  append_heading (out, _ ("Options:"));
  sl_options_describe (options, out);
  sl_terminal_append_padded (out, "  --version", 20, SL_ALIGN_START);
  sl_terminal_append_wrapped (out, _ ("Show the version"), 20, 20, SL_HELP_WIDTH);
  append_examples (out, general_examples);
  append_exit_status (out);
  g_string_append_printf (out, "\n%s\n", _ ("“shortlist COMMAND --help” tells more of a command."));
}

static void
append_command (GString *out, const SlCommand *command)
{
  g_auto (GStrv) synopses = g_strsplit (command->synopsis, "\n", -1);

  g_string_append_printf (out, "%s\n", _ ("Usage:"));
  for (gsize i = 0; synopses[i] != NULL; i++)
    g_string_append_printf (out, "  shortlist %s %s\n", command->name, synopses[i]);
  append_paragraphs (out, _ (command->description));
  append_heading (out, _ ("Options:"));
  sl_options_describe (command->options, out);
  append_examples (out, command->examples);
}

char *
sl_command_describe (const SlCommand *self)
{
  GString *out = g_string_new (NULL);

  if (self != NULL)
    append_command (out, self);
  else
    append_program (out);
  return g_string_free (out, FALSE);
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  const SlCommand *command = NULL;
  g_autofree char *text = NULL;

  if (sl_options_count_arguments (options) > 1)
    return sl_complain_usage (self, _ ("expected one command, found “%s” too"),
                              options->arguments[1]);
  if (sl_options_count_arguments (options) == 1) {
    command = sl_command_find_or_complain (options->arguments[0]);
    if (command == NULL)
      return SL_EXIT_USAGE;
  }
  text = sl_command_describe (command);
  return sl_output_print (text, strlen (text));
}

static const char *const help_options[] = { NULL };

static const char *const help_examples[] = {
  "shortlist help rank",
  N_ ("What “shortlist rank” does, and its options."),
  NULL,
};

const SlCommand sl_help_command = {
  .name = "help",
  .synopsis = "[COMMAND]",
  .summary = N_ ("Show what a command does"),
  .description = N_ ("Shows what the program does, or one of its commands."),
  .options = help_options,
  .examples = help_examples,
  .run = run,
};
