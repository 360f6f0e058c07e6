/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The window, or a command: nothing of the window is touched unless it is asked for, so that the
 * commands need no display. */

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include "cli/cli.h"
#ifdef SL_HAVE_APP
#include "app/application.h"
#include "report/report.h"
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

#ifdef SL_HAVE_APP
/* A list of languages goes before the locale of every thread, also of one that makes a report in
 * another language. Where it says the same as the locale of the process, it is not needed. */
static void
drop_languages (void)
{
  g_autofree char *list = g_strdup (g_getenv ("LANGUAGE"));
  g_autofree char *before = g_strdup (sl_report_get_language ());

  if (list == NULL)
    return;

  g_unsetenv ("LANGUAGE");
  /* What was looked up before counts no longer. */
  setlocale (LC_ALL, "");
  if (g_str_equal (sl_report_get_language (), before))
    return;

  g_setenv ("LANGUAGE", list, TRUE);
  setlocale (LC_ALL, "");
}
#endif

int
main (int argc, char **argv)
{
  set_language ();
  if (!sl_cli_wants_window (argc, argv))
    return sl_cli_main (argc, argv);
#ifdef SL_HAVE_APP
  drop_languages ();
  return sl_application_main (argc, argv);
#else
  return sl_complain_usage (NULL, _ ("this build has no window, only commands"));
#endif
}
