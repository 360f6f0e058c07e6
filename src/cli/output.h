/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Where results go. A result is made whole in memory first: either all of it is written, or it is
 * an error and the exit status says so. */

#include "catalogue/json-writer.h"
#include "cli/command.h"

G_BEGIN_DECLS

typedef enum {
  SL_PRINT_TABLE,
  SL_PRINT_JSON,
  SL_PRINT_CSV,
} SlPrintFormat;

/* From --format, a table if it was not given; FALSE after a complaint. */
gboolean
sl_output_parse_format (const SlCommand *command, const SlOptions *options, SlPrintFormat *format);

/* How a command prints its result in each format. */
typedef struct {
  SlExit (*table) (gconstpointer result);
  SlExit (*json) (gconstpointer result);
  SlExit (*csv) (gconstpointer result);
} SlPrinter;

SlExit sl_output_print_as (const SlPrinter *printer, SlPrintFormat format, gconstpointer result);

/* To standard output; SL_EXIT_IO after a complaint if not all of it could be written. */
SlExit sl_output_print (const char *data, gsize length);

/* What was written for a program, to standard output. */
SlExit sl_output_print_json (SlJsonWriter *json);

/* To a file, "-" being standard output. A file that was there before is replaced at once, when the
 * new one is safely on the disk, or left as it was. */
SlExit sl_output_save (const char *path, GBytes *bytes);

G_END_DECLS
