/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Numbers in files and on the command line: a decimal point whatever the locale. */

#include <glib.h>

G_BEGIN_DECLS

/* Beyond this nothing is a measurement, and squares would overflow. */
#define SL_NUMBER_LIMIT 1e100

/* A decimal number with nothing but blanks around it, finite and at most SL_NUMBER_LIMIT in size.
 * Neither hexadecimal nor «inf» nor «nan» is one. */
gboolean sl_number_parse (const char *text, double *number);

/* The shortest decimal number that reads back as the same. */
void sl_number_append (GString *out, double number);

G_END_DECLS
