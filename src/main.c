/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window, or a command: nothing of the window is touched unless it is asked for, so that the
 * commands need no display. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include "cli/cli.h"
#ifdef SL_HAVE_APP
#include "app/application.h"
#else
#include "cli/message.h"
#endif

static void
set_language (void)
{
  const char *folder = g_getenv ("SHORTLIST_LOCALEDIR"); /* for a program that is not installed */

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, folder != NULL ? folder : SL_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

int
main (int argc, char **argv)
{
  set_language ();
  if (!sl_cli_wants_window (argc, argv))
    return sl_cli_main (argc, argv);
#ifdef SL_HAVE_APP
  return sl_application_main (argc, argv);
#else
  return sl_complain_usage (NULL, _ ("this build has no window, only commands"));
#endif
}
