/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include "catalogue/json-writer.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"

typedef struct {
  const char *name;
  void (*fill_table) (SlCatalogue *catalogue, SlTextTable *table);
  void (*fill_json) (SlCatalogue *catalogue, SlJsonWriter *json);
} Kind;

static void
begin_table (SlTextTable *table, const char *what)
{
  sl_text_table_add_column (table, SL_COLUMN_TEXT, _ ("Id"));
  sl_text_table_add_column (table, SL_COLUMN_WRAP, what);
}

static void
add_row (SlTextTable *table, const char *id, const char *name, const char *text)
{
  /* Translators: a name and what it stands for: «Team size: 1 to 500 people» */
  g_autofree char *both = g_strdup_printf (_ ("%s: %s"), name, text);

  sl_text_table_add_cell (table, id);
  sl_text_table_add_cell (table, both);
}

/* ---- profiles ---- */

static void
tabulate_profiles (SlCatalogue *catalogue, SlTextTable *table)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);

  begin_table (table, _ ("What it is for"));
  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = g_ptr_array_index (profiles, i);

    add_row (table, profile->id, profile->name, profile->summary);
  }
}

static void
write_profiles (SlCatalogue *catalogue, SlJsonWriter *json)
{
  const GPtrArray *profiles = sl_catalogue_get_profiles (catalogue);

  for (guint i = 0; i < profiles->len; i++) {
    const SlProfile *profile = g_ptr_array_index (profiles, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", profile->id);
    sl_json_writer_add_text (json, "name", profile->name);
    sl_json_writer_add_text (json, "summary", profile->summary);
    sl_json_writer_add_text (json, "assumes", profile->assumes);
    sl_json_writer_end_object (json);
  }
}

/* ---- facts ---- */

/* As it is typed after --fact ID=. */
static char *
format_fact_value (const SlFact *fact, double value)
{
  if (fact->type == SL_FACT_BOOLEAN)
    return g_strdup (value > 0 ? "on" : "off");
  if (fact->type == SL_FACT_CHOICE)
    return g_strdup (((const SlChoice *) g_ptr_array_index (fact->choices, (guint) value))->id);
  return g_strdup_printf ("%g", value);
}

static char *
describe_fact_values (const SlFact *fact)
{
  GString *ids;

  if (fact->type == SL_FACT_BOOLEAN)
    return g_strdup (_ ("on or off"));
  if (fact->type == SL_FACT_NUMBER)
    /* Translators: the bounds of a number, and its unit */
    return g_strdup_printf (_ ("%g to %g %s"), fact->minimum, fact->maximum,
                            fact->unit != NULL ? fact->unit : "");
  ids = g_string_new (NULL);
  for (guint i = 0; i < fact->choices->len; i++) {
    const SlChoice *choice = g_ptr_array_index (fact->choices, i);

    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", choice->id);
  }
  return g_string_free (ids, FALSE);
}

static void
tabulate_facts (SlCatalogue *catalogue, SlTextTable *table)
{
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);

  sl_text_table_add_column (table, SL_COLUMN_TEXT, _ ("Id"));
  sl_text_table_add_column (table, SL_COLUMN_TEXT, _ ("Default"));
  sl_text_table_add_column (table, SL_COLUMN_WRAP, _ ("What it says: what it may be"));
  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);
    g_autofree char *fallback = format_fact_value (fact, fact->fallback);
    g_autofree char *values = describe_fact_values (fact);
    g_autofree char *text = g_strdup_printf (_ ("%s: %s"), fact->name, values);

    sl_text_table_add_cell (table, fact->id);
    sl_text_table_add_cell (table, fallback);
    sl_text_table_add_cell (table, text);
  }
}

static void
write_fact_values (const SlFact *fact, SlJsonWriter *json)
{
  static const char *const types[] = { "boolean", "number", "choice" };

  sl_json_writer_add_text (json, "type", types[fact->type]);
  if (fact->type == SL_FACT_BOOLEAN) {
    sl_json_writer_add_boolean (json, "default", fact->fallback > 0);
  } else if (fact->type == SL_FACT_NUMBER) {
    sl_json_writer_add_number (json, "default", fact->fallback);
    sl_json_writer_add_number (json, "minimum", fact->minimum);
    sl_json_writer_add_number (json, "maximum", fact->maximum);
    sl_json_writer_add_text (json, "unit", fact->unit);
  } else {
    g_autofree char *fallback = format_fact_value (fact, fact->fallback);

    sl_json_writer_add_text (json, "default", fallback);
    sl_json_writer_begin_array (json, "choices");
    for (guint i = 0; i < fact->choices->len; i++) {
      const SlChoice *choice = g_ptr_array_index (fact->choices, i);

      sl_json_writer_begin_object (json, NULL);
      sl_json_writer_add_text (json, "id", choice->id);
      sl_json_writer_add_text (json, "name", choice->name);
      sl_json_writer_end_object (json);
    }
    sl_json_writer_end_array (json);
  }
}

static void
write_facts (SlCatalogue *catalogue, SlJsonWriter *json)
{
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);

  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", fact->id);
    sl_json_writer_add_text (json, "group", fact->group->id);
    sl_json_writer_add_text (json, "name", fact->name);
    sl_json_writer_add_text (json, "description", fact->description);
    write_fact_values (fact, json);
    sl_json_writer_end_object (json);
  }
}

/* ---- criteria ---- */

static void
tabulate_criteria (SlCatalogue *catalogue, SlTextTable *table)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);

  begin_table (table, _ ("What it means"));
  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    add_row (table, pillar->id, pillar->name, pillar->description);
    for (guint j = 0; j < pillar->criteria->len; j++) {
      const SlCriterion *criterion = g_ptr_array_index (pillar->criteria, j);
      g_autofree char *id = g_strconcat ("  ", criterion->id, NULL);

      add_row (table, id, criterion->name, criterion->description);
    }
  }
}

static void
write_criteria (SlCatalogue *catalogue, SlJsonWriter *json)
{
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  for (guint i = 0; i < pillars->len; i++) {
    const SlPillar *pillar = g_ptr_array_index (pillars, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", pillar->id);
    sl_json_writer_add_text (json, "pillar", NULL);
    sl_json_writer_add_text (json, "name", pillar->name);
    sl_json_writer_add_text (json, "description", pillar->description);
    sl_json_writer_add_number (json, "importance", pillar->importance);
    sl_json_writer_end_object (json);
  }
  for (guint i = 0; i < criteria->len; i++) {
    const SlCriterion *criterion = g_ptr_array_index (criteria, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", criterion->id);
    sl_json_writer_add_text (json, "pillar", criterion->pillar->id);
    sl_json_writer_add_text (json, "name", criterion->name);
    sl_json_writer_add_text (json, "description", criterion->description);
    sl_json_writer_add_number (json, "importance", criterion->importance);
    sl_json_writer_add_text (json, "worst", criterion->worst);
    sl_json_writer_add_text (json, "best", criterion->best);
    sl_json_writer_end_object (json);
  }
}

/* ---- alternatives ---- */

static void
tabulate_alternatives (const GPtrArray *alternatives, SlTextTable *table)
{
  begin_table (table, _ ("What it is"));
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    add_row (table, alternative->id, alternative->name, alternative->summary);
  }
}

static void
write_alternatives (const GPtrArray *alternatives, SlJsonWriter *json)
{
  for (guint i = 0; i < alternatives->len; i++) {
    const SlAlternative *alternative = g_ptr_array_index (alternatives, i);

    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", alternative->id);
    sl_json_writer_add_text (json, "name", alternative->name);
    sl_json_writer_add_text (json, "summary", alternative->summary);
    sl_json_writer_begin_array (json, "tags");
    for (gsize j = 0; alternative->tags[j] != NULL; j++)
      sl_json_writer_add_text (json, NULL, alternative->tags[j]);
    sl_json_writer_end_array (json);
    sl_json_writer_end_object (json);
  }
}

static void
tabulate_technologies (SlCatalogue *catalogue, SlTextTable *table)
{
  tabulate_alternatives (sl_catalogue_get_technologies (catalogue), table);
}

static void
write_technologies (SlCatalogue *catalogue, SlJsonWriter *json)
{
  write_alternatives (sl_catalogue_get_technologies (catalogue), json);
}

static void
tabulate_patterns (SlCatalogue *catalogue, SlTextTable *table)
{
  tabulate_alternatives (sl_catalogue_get_patterns (catalogue), table);
}

static void
write_patterns (SlCatalogue *catalogue, SlJsonWriter *json)
{
  write_alternatives (sl_catalogue_get_patterns (catalogue), json);
}

/* ---- methods ---- */

static void
tabulate_methods (SlCatalogue *catalogue, SlTextTable *table)
{
  begin_table (table, _ ("What it does"));
  for (int i = 0; i < SL_N_METHODS; i++)
    add_row (table, sl_method_get_id ((SlMethod) i), sl_method_get_name ((SlMethod) i),
             sl_method_get_description ((SlMethod) i));
}

static void
write_methods (SlCatalogue *catalogue, SlJsonWriter *json)
{
  for (int i = 0; i < SL_N_METHODS; i++) {
    sl_json_writer_begin_object (json, NULL);
    sl_json_writer_add_text (json, "id", sl_method_get_id ((SlMethod) i));
    sl_json_writer_add_text (json, "name", sl_method_get_name ((SlMethod) i));
    sl_json_writer_add_text (json, "summary", sl_method_get_description ((SlMethod) i));
    sl_json_writer_end_object (json);
  }
}

/* ---- the command ---- */

static const Kind kinds[] = {
  { "profiles", tabulate_profiles, write_profiles },
  { "facts", tabulate_facts, write_facts },
  { "criteria", tabulate_criteria, write_criteria },
  { "technologies", tabulate_technologies, write_technologies },
  { "patterns", tabulate_patterns, write_patterns },
  { "methods", tabulate_methods, write_methods },
};

static SlExit
print_table (SlCatalogue *catalogue, const Kind *kind)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  g_autoptr (GString) out = g_string_new (NULL);

  kind->fill_table (catalogue, table);
  sl_text_table_append_to (table, sl_terminal_get_width (), out);
  return sl_output_print (out->str, out->len);
}

static SlExit
print_json (SlCatalogue *catalogue, const Kind *kind)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "format", "list-1");
  sl_json_writer_add_text (json, "kind", kind->name);
  sl_json_writer_begin_array (json, "items");
  kind->fill_json (catalogue, json);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
  return sl_output_print_json (json);
}

static const Kind *
choose_kind (const SlCommand *self, const SlOptions *options)
{
  const char *names[G_N_ELEMENTS (kinds) + 1] = { NULL };
  guint n = sl_options_count_arguments (options);
  g_autofree char *clause = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    names[i] = kinds[i].name;
    if (n == 1 && strcmp (options->arguments[0], names[i]) == 0)
      return &kinds[i];
  }
  if (n > 1) {
    sl_complain_usage (self, _ ("expected one thing to list, found “%s” too"),
                       options->arguments[1]);
    return NULL;
  }
  clause = n == 1 ? g_strdup_printf (_ ("cannot list “%s”"), options->arguments[0])
                  : g_strdup (_ ("nothing to list"));
  sl_complain_unknown (self, clause, n == 1 ? options->arguments[0] : "", names, NULL);
  return NULL;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  static const char *const formats[] = { "table", "json", NULL };
  int format = sl_options_choose (self, "format", options->format, formats, 0);
  const Kind *kind = format != -1 ? choose_kind (self, options) : NULL;
  g_autoptr (SlCatalogue) catalogue = NULL;
  SlExit status = SL_EXIT_USAGE;

  if (kind == NULL)
    return SL_EXIT_USAGE;
  catalogue = sl_options_load_catalogue (options, &status);
  if (catalogue == NULL)
    return status;
  return format == 1 ? print_json (catalogue, kind) : print_table (catalogue, kind);
}

static const char *const list_options[] = { "list-format", "catalogue", NULL };

static const char *const list_examples[] = {
  "shortlist list profiles",
  N_ ("The ready-made sets of requirements to start from."),
  "shortlist list facts",
  N_ ("What can be said of a project with --fact, and what it is taken to be otherwise."),
  "shortlist list criteria --format json",
  N_ ("The pillars and their criteria, for a program to read."),
  NULL,
};

const SlCommand sl_list_command = {
  .name = "list",
  .synopsis = "profiles|facts|criteria|technologies|patterns|methods [OPTION]…",
  .summary = N_ ("List the profiles, facts, criteria, technologies, patterns or methods"),
  .description = N_ ("Lists what the catalogue holds, with the ids that the other commands take."),
  .options = list_options,
  .examples = list_examples,
  .run = run,
};
