/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "cli/json.h"

#include <math.h>
#include "cli/output.h"
#include "report/json.h"

void
sl_cli_json_add_text (JsonBuilder *json, const char *member, const char *text)
{
  json_builder_set_member_name (json, member);
  if (text != NULL)
    json_builder_add_string_value (json, text);
  else
    json_builder_add_null_value (json);
}

void
sl_cli_json_add_number (JsonBuilder *json, const char *member, double number)
{
  json_builder_set_member_name (json, member);
  if (isfinite (number))
    json_builder_add_double_value (json, number);
  else
    json_builder_add_null_value (json);
}

SlExit
sl_cli_json_print (JsonBuilder *json)
{
  g_autoptr (JsonNode) root = json_builder_get_root (json);
  g_autoptr (GBytes) bytes = sl_report_json_to_bytes (root);

  return sl_output_save ("-", bytes);
}
