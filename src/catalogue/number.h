/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers in files and on the command line: a decimal point whatever the locale. */

#include <glib.h>

G_BEGIN_DECLS

/* A decimal number with nothing but blanks around it, of a size that can be computed with
 * (SL_LARGEST_NUMBER). Neither hexadecimal nor «inf» nor «nan» is one. */
gboolean sl_number_parse (const char *text, double *number);

/* The shortest decimal number that reads back as the same. */
void sl_number_append (GString *out, double number);

G_END_DECLS
