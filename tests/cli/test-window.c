/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include "cli/cli.h"

static gboolean
wants_window (const char *command_line)
{
  g_auto (GStrv) argv = NULL;
  int argc;

  assert_true (g_shell_parse_argv (command_line, &argc, &argv, NULL));
  return sl_cli_wants_window (argc, argv);
}

/* Files are for the window: those that exist, or that can be nothing else. It takes no options. */
static void
test_wants_window (void **state)
{
  static const char *const yes[] = {
    "shortlist",
    "shortlist x.shortlist",
    "shortlist nowhere/x",
    "shortlist /",
    "shortlist ./rank",
    "shortlist file:///x.shortlist",
    "shortlist --gapplication-service",
    "shortlist x.shortlist nowhere/x",
  };
  static const char *const no[] = {
    "shortlist rank",
    "shortlist rank x.shortlist",
    "shortlist help",
    "shortlist --help",
    "shortlist -h",
    "shortlist --version",
    "shortlist rnak",
    "shortlist -",
    "shortlist --unknown",
    "shortlist --gapplication-unknown",
    "shortlist x.shortlist --unknown",
    "shortlist --catalogue",
    "shortlist --catalogue x",
    "shortlist --catalogue=x y.shortlist",
    "shortlist --catalogue x rank",
    "shortlist --catalogue=x rnak",
    "shortlist ''",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (yes); i++)
    if (!wants_window (yes[i]))
      fail_msg ("%s", yes[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (no); i++)
    if (wants_window (no[i]))
      fail_msg ("%s", no[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_wants_window),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
