/* SPDX-License-Identifier: GPL-3.0-or-later */

/* save-once FROM TO [keep]: saves what is in one file as another, with the faults of fault.c where
 * those are loaded. Standard output: the line of the error, or nothing. Exit status: 0 saved, 1
 * not; plus 2 if a fault was met. */

#include "decision/save.h"

#include <stdio.h>

extern void fault_arm (void) __attribute__ ((weak));
extern int fault_disarm (void) __attribute__ ((weak));

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GMappedFile) file = g_mapped_file_new (argv[1], FALSE, NULL);
  g_autoptr (GBytes) bytes = g_mapped_file_get_bytes (file);
  gboolean saved;
  int n_faults = 0;

  if (fault_arm != NULL)
    fault_arm ();
  saved = sl_save (argv[2], bytes, NULL, argc > 3 ? SL_SAVE_KEEP_OTHER : SL_SAVE_PLAIN, &error);
  if (fault_disarm != NULL)
    n_faults = fault_disarm ();
  if (!saved)
    puts (error->message);

  return (saved ? 0 : 1) + (n_faults > 0 ? 2 : 0);
}
