/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <fcntl.h>
#include <glib-unix.h>
#include <unistd.h>

/* What writes to standard output, each in its own way. */
static const char *const command_lines[] = {
  "--version",
  "--help",
  "help rank",
  "list profiles",
  "list profiles --format json",
  "rank",
  "rank --format json",
  "rank --format csv",
  "weights --order a,b",
  "weights --order a,b --format json",
  "weights --order a,b --format csv",
  "report --output - --format json",
  "report --output - --format pdf",
  NULL,
};

static void
test_full_disk (void **state)
{
  for (gsize i = 0; command_lines[i] != NULL; i++) {
    int stream = open ("/dev/full", O_WRONLY | O_CLOEXEC);
    g_auto (Run) run = program_run_into (stream, command_lines[i]);

    run_expect (&run, 3, "standard output: could not be written: No space left on device\n");
  }
}

/* Whoever read it has gone away: an error, not a signal. */
static void
test_closed_pipe (void **state)
{
  for (gsize i = 0; command_lines[i] != NULL; i++) {
    int pipe_ends[2];
    g_auto (Run) run = { 0 };

    assert_true (g_unix_open_pipe (pipe_ends, O_CLOEXEC, NULL));
    close (pipe_ends[0]);
    run = program_run_into (pipe_ends[1], command_lines[i]);
    run_expect (&run, 3, "standard output: could not be written: Broken pipe\n");
  }
}

static void
test_closed_output (void **state)
{
  for (gsize i = 0; command_lines[i] != NULL; i++) {
    g_auto (Run) run = program_run_into (-1, command_lines[i]);

    run_expect (&run, 3, "standard output: could not be written: Bad file descriptor\n");
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_full_disk),
    cmocka_unit_test (test_closed_pipe),
    cmocka_unit_test (test_closed_output),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
