/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "cli/cli.h"

#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>
#include "cli/message.h"
#include "cli/output.h"

const SlCommand *const sl_commands[] = {
  &sl_rank_command,   &sl_robustness_command, &sl_sensitivity_command, &sl_weights_command,
  &sl_people_command, &sl_ballot_command,     &sl_report_command,      &sl_verify_command,
  &sl_check_command,  &sl_list_command,       &sl_help_command,        NULL,
};

const SlCommand *
sl_command_find (const char *name)
{
  for (gsize i = 0; sl_commands[i] != NULL; i++)
    if (strcmp (sl_commands[i]->name, name) == 0)
      return sl_commands[i];
  return NULL;
}

const SlCommand *
sl_command_find_or_complain (const char *name)
{
  const SlCommand *command = sl_command_find (name);
  const char *names[G_N_ELEMENTS (sl_commands)] = { NULL };
  g_autofree char *clause = NULL;

  if (command != NULL)
    return command;
  for (gsize i = 0; sl_commands[i] != NULL; i++)
    names[i] = sl_commands[i]->name;
  clause = g_strdup_printf (_ ("unknown command “%s”"), name);
  sl_complain_unknown (NULL, clause, name, names, NULL);
  return NULL;
}

/* The first argument that is neither --catalogue nor its value; `argc` if there is none. */
static int
find_first_word (int argc, char **argv)
{
  int i = 1;

  while (i < argc) {
    if (strcmp (argv[i], "--catalogue") == 0)
      i += 2;
    else if (g_str_has_prefix (argv[i], "--catalogue="))
      i += 1;
    else
      break;
  }
  return MIN (i, argc);
}

static gboolean
looks_like_file (const char *word)
{
  return strchr (word, G_DIR_SEPARATOR) != NULL || g_str_has_suffix (word, ".shortlist") ||
         g_file_test (word, G_FILE_TEST_EXISTS);
}

/* The first argument that looks like an option; NULL if there is none. */
static const char *
find_option (int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (argv[i][0] == '-' && argv[i][1] != '\0')
      return argv[i];
  return NULL;
}

gboolean
sl_cli_wants_window (int argc, char **argv)
{
  if (argc < 2)
    return TRUE;
  /* How the desktop starts a service that it will then send files to. */
  if (strcmp (argv[1], "--gapplication-service") == 0)
    return TRUE;
  return sl_command_find (argv[1]) == NULL && looks_like_file (argv[1]) &&
         find_option (argc, argv) == NULL;
}

/* A standard stream that was closed would be the next file to be opened, and be read or written by
 * mistake. Reading from the stand-in ends at once, writing to it fails. */
static void
fill_standard_streams (void)
{
  for (int stream = STDIN_FILENO; stream <= STDERR_FILENO; stream++)
    if (fcntl (stream, F_GETFD) == -1)
      (void) !open ("/dev/null", O_RDONLY);
}

/* The command's own arguments, with what stood before its name put in front of them. */
static char **
make_arguments (int argc, char **argv, int first)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  for (int i = 0; i < argc; i++)
    if (i != first)
      g_ptr_array_add (arguments, argv[i]);
  g_ptr_array_add (arguments, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&arguments), FALSE);
}

static SlExit
run_command (const SlCommand *command, char **arguments)
{
  g_autoptr (SlOptions) options = sl_options_parse (command, arguments);
  g_autofree char *help = NULL;

  if (options == NULL)
    return SL_EXIT_USAGE;
  if (!options->help)
    return command->run (command, options);
  help = sl_command_describe (command);
  return sl_output_print (help, strlen (help));
}

/* What would have been for the window, but for something that the window does not take. */
static SlExit
complain_window (int argc, char **argv, int first)
{
  if (first > 1)
    return sl_complain_usage (NULL, _ ("expected a command with --catalogue"));
  return sl_complain_usage (NULL, _ ("expected only files after “%s”, found “%s”"), argv[first],
                            find_option (argc, argv));
}

int
sl_cli_main (int argc, char **argv)
{
  int first = find_first_word (argc, argv);
  const char *word = first < argc ? argv[first] : "";
  const SlCommand *command;
  g_autofree char **arguments = NULL;
  g_autofree char *text = NULL;

  fill_standard_streams ();
  /* A reader that went away is an error of writing, not the end of the program. */
  signal (SIGPIPE, SIG_IGN);
  /* Nothing but the result on standard output, even with G_MESSAGES_DEBUG. */
  g_log_writer_default_set_use_stderr (TRUE);

  if (strcmp (word, "--version") == 0)
    text = g_strdup ("shortlist " SL_VERSION "\n");
  else if (strcmp (word, "--help") == 0 || strcmp (word, "-h") == 0)
    text = sl_command_describe (NULL);
  if (text != NULL)
    return sl_output_print (text, strlen (text));

  if (first == argc || (word[0] != '-' && sl_command_find (word) == NULL && looks_like_file (word)))
    return complain_window (argc, argv, first);
  if (word[0] == '-')
    return sl_complain_usage (NULL, _ ("expected a command or a file, found “%s”"), word);
  command = sl_command_find_or_complain (word);
  if (command == NULL)
    return SL_EXIT_USAGE;
  arguments = make_arguments (argc, argv, first);
  return run_command (command, arguments);
}
