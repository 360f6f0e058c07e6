/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>
#include "schema.h"

void
run_clear (Run *run)
{
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
}

static char *
take_text (GBytes *bytes, gsize *length)
{
  gsize size = 0;
  const char *data = bytes != NULL ? g_bytes_get_data (bytes, &size) : NULL;

  if (length != NULL)
    *length = size;
  return g_strndup (data != NULL ? data : "", size);
}

static Run
finish (GSubprocessLauncher *launcher, const char *input, const char *const *arguments)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GBytes) in = input != NULL ? g_bytes_new (input, strlen (input)) : NULL;
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_autoptr (GError) error = NULL;
  Run run = { 0 };

  /* No command needs a display. */
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "WAYLAND_DISPLAY");
  g_ptr_array_add (argv, (gpointer) g_getenv ("SHORTLIST_PROGRAM"));
  for (gsize i = 0; arguments[i] != NULL; i++)
    g_ptr_array_add (argv, (gpointer) arguments[i]);
  g_ptr_array_add (argv, NULL);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv->pdata, &error);
  if (process == NULL || !g_subprocess_communicate (process, in, NULL, &out, &err, &error))
    fail_msg ("%s", error->message);
  assert_true (g_subprocess_get_if_exited (process));
  run.status = g_subprocess_get_exit_status (process);
  run.out = take_text (out, &run.out_length);
  run.err = take_text (err, NULL);
  return run;
}

Run
program_run_full (const char *input, const char *const *environment, const char *const *arguments)
{
  GSubprocessFlags flags = G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE;
  g_autoptr (GSubprocessLauncher) launcher = NULL;

  if (input != NULL)
    flags |= G_SUBPROCESS_FLAGS_STDIN_PIPE;
  launcher = g_subprocess_launcher_new (flags);
  for (gsize i = 0; environment != NULL && environment[i] != NULL; i++) {
    g_auto (GStrv) pair = g_strsplit (environment[i], "=", 2);

    g_subprocess_launcher_setenv (launcher, pair[0], pair[1], TRUE);
  }
  return finish (launcher, input, arguments);
}

static char **
split (const char *command_line)
{
  g_autoptr (GError) error = NULL;
  char **arguments = NULL;

  if (command_line[0] == '\0')
    return g_new0 (char *, 1);
  if (!g_shell_parse_argv (command_line, NULL, &arguments, &error))
    fail_msg ("%s", error->message);
  return arguments;
}

Run
program_run (const char *input, const char *command_line, ...)
{
  g_autofree char *line = NULL;
  g_auto (GStrv) words = NULL;
  va_list arguments;

  va_start (arguments, command_line);
  line = g_strdup_vprintf (command_line, arguments);
  va_end (arguments);
  words = split (line);
  return program_run_full (input, NULL, (const char *const *) words);
}

static void
close_output (gpointer data)
{
  close (STDOUT_FILENO);
}

Run
program_run_into (int stream, const char *command_line)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_PIPE);
  g_auto (GStrv) words = split (command_line);

  if (stream == -1)
    g_subprocess_launcher_set_child_setup (launcher, close_output, NULL, NULL);
  else
    g_subprocess_launcher_take_stdout_fd (launcher, stream);
  return finish (launcher, NULL, (const char *const *) words);
}

void
run_expect (const Run *run, int status, const char *err)
{
  assert_string_equal (run->err, err);
  assert_int_equal (run->status, status);
}

JsonObject *
run_expect_json (const Run *run, const char *schema)
{
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *fault = NULL;

  run_expect (run, 0, "");
  /* A number with a decimal comma, or a word more, would not parse. */
  node = json_from_string (run->out, &error);
  if (node == NULL)
    fail_msg ("%s", error->message);
  assert_true (JSON_NODE_HOLDS_OBJECT (node));
  fault = schema_check (schema, node);
  if (fault != NULL)
    fail_msg ("%s", fault);
  return json_object_ref (json_node_get_object (node));
}

/* ---- files ---- */

int
folder_enter (void **state)
{
  char *folder = g_dir_make_tmp ("shortlist-test-XXXXXX", NULL);

  assert_non_null (folder);
  assert_int_equal (g_chdir (folder), 0);
  *state = folder;
  return 0;
}

int
folder_leave (void **state)
{
  g_autofree char *folder = *state;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    assert_int_equal (g_remove (path), 0);
  }
  assert_int_equal (g_chdir (g_get_tmp_dir ()), 0);
  assert_int_equal (g_rmdir (folder), 0);
  return 0;
}

void
file_write (const char *name, const char *content)
{
  assert_true (g_file_set_contents (name, content, -1, NULL));
}

char *
file_read (const char *name)
{
  char *content = NULL;

  assert_true (g_file_get_contents (name, &content, NULL, NULL));
  return content;
}
