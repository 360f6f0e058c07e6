/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "analysis/people.h"

#include <glib/gi18n-lib.h>
#include "cli/message.h"
#include "cli/output.h"
#include "cli/requirements.h"
#include "cli/terminal.h"
#include "report/csv-writer.h"
#include "report/json.h"

/* Of the group's ranking in a table. */
#define MAX_ENTRIES 10

/* ---- table ---- */

static void
append_sentences (const SlPeople *people, guint width, GString *out)
{
  g_autoptr (GPtrArray) sentences = sl_people_describe (people);

  for (guint i = 0; i < sentences->len; i++) {
    g_autofree char *printable = sl_make_printable (g_ptr_array_index (sentences, i));

    sl_terminal_append_wrapped (out, printable, 0, 0, width);
  }
}

static void
add_whole (SlTextTable *table, guint number)
{
  sl_text_table_add_number (table, 0, number);
}

static void
append_people (const SlPeople *people, guint width, GString *out)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();
  /* Translators: head of a column: %s is an alternative. */
  g_autofree char *place = g_strdup_printf (_ ("Place of %s"), people->winner->entry->name);

  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Person"));
  /* Translators: head of a column: what somebody puts first. */
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, C_ ("alternative", "First"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Points"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, place);
  /* Translators: head of a column: by how many points the group's first is behind one's own. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Points lost"));
  for (guint i = 0; i < people->n_people; i++) {
    const SlPerson *person = &people->people[i];

    sl_text_table_add_cell (table, person->name);
    sl_text_table_add_cell (table, person->first->name);
    sl_text_table_add_number (table, 1, person->scores[person->order[0]]);
    add_whole (table, person->winner_rank);
    sl_text_table_add_number (table, 1, person->winner_loss);
  }
  g_string_append_c (out, '\n');
  sl_text_table_append_to (table, width, out);
}

static void
append_group (const SlPeople *people, guint width, GString *out)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();

  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Rank"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Together"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Points"));
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Mean place"));
  /* Translators: head of a column: how many people have it first. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("First for"));
  /* Translators: head of a column: the most points that anybody loses by a choice. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Largest loss"));
  for (guint k = 0; k < MIN (people->n_entries, MAX_ENTRIES); k++) {
    const SlPeopleEntry *entry = &people->entries[k];

    add_whole (table, entry->rank);
    sl_text_table_add_cell (table, entry->entry->name);
    sl_text_table_add_number (table, 1, entry->score);
    sl_text_table_add_number (table, 1, entry->mean_rank);
    add_whole (table, entry->n_first);
    sl_text_table_add_number (table, 1, entry->worst_regret);
  }
  g_string_append_c (out, '\n');
  sl_text_table_append_to (table, width, out);
}

static void
append_criteria (const SlPeople *people, guint width, GString *out)
{
  g_autoptr (SlTextTable) table = sl_text_table_new ();

  sl_text_table_add_column (table, SL_COLUMN_TEXT, _ ("Criterion"));
  /* Translators: head of a column: the mean of weights, in percent. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Mean %"));
  /* Translators: head of a column: the lowest of weights, in percent. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Lowest %"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Whose"));
  /* Translators: head of a column: the highest of weights, in percent. */
  sl_text_table_add_column (table, SL_COLUMN_NUMBER, _ ("Highest %"));
  sl_text_table_add_column (table, SL_COLUMN_SHRINK, _ ("Whose"));
  for (guint j = 0; j < people->n_criteria; j++) {
    const SlPeopleCriterion *criterion = &people->criteria[j];

    sl_text_table_add_cell (table, people->ranking->criteria[criterion->column]->name);
    sl_text_table_add_number (table, 1, 100 * criterion->mean);
    sl_text_table_add_number (table, 1, 100 * criterion->lowest);
    sl_text_table_add_cell (table, people->people[criterion->lowest_person].name);
    sl_text_table_add_number (table, 1, 100 * criterion->highest);
    sl_text_table_add_cell (table, people->people[criterion->highest_person].name);
  }
  g_string_append_c (out, '\n');
  sl_text_table_append_to (table, width, out);
}

static SlExit
print_table (gconstpointer result)
{
  const SlPeople *people = result;
  guint width = sl_terminal_get_width ();
  g_autoptr (GString) out = g_string_new (NULL);

  append_sentences (people, width, out);
  append_people (people, width, out);
  append_group (people, width, out);
  append_criteria (people, width, out);
  g_string_append_c (out, '\n');
  sl_terminal_append_wrapped (out, sl_people_describe_basis (people), 0, 0, width);
  return sl_output_print (out->str, out->len);
}

/* ---- CSV ---- */

static void
append_csv_head (const SlPeople *people, SlCsvWriter *csv)
{
  static const char *const columns[] = {
    "person", "date", "first", "winner_rank", "winner_loss", "tau",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (columns); i++)
    sl_csv_writer_add_text (csv, columns[i]);
  for (guint j = 0; j < people->n_criteria; j++) {
    g_autofree char *weight = g_strconcat ("weight:", people->ranking->criteria[j]->id, NULL);

    sl_csv_writer_add_text (csv, weight);
  }
  for (guint k = 0; k < people->n_entries; k++) {
    g_autofree char *score = g_strconcat ("score:", people->entries[k].entry->id, NULL);

    sl_csv_writer_add_text (csv, score);
  }
  sl_csv_writer_end_row (csv);
}

static SlExit
print_csv (gconstpointer result)
{
  const SlPeople *people = result;
  g_autoptr (GString) out = g_string_new (NULL);
  SlCsvWriter csv = { out, FALSE };

  append_csv_head (people, &csv);
  for (guint i = 0; i < people->n_people; i++) {
    const SlPerson *person = &people->people[i];

    sl_csv_writer_add_text (&csv, person->name);
    sl_csv_writer_add_text (&csv, person->date != NULL ? person->date : "");
    sl_csv_writer_add_text (&csv, person->first->id);
    sl_csv_writer_add_number (&csv, person->winner_rank);
    sl_csv_writer_add_number (&csv, person->winner_loss);
    sl_csv_writer_add_number (&csv, person->tau);
    for (guint j = 0; j < people->n_criteria; j++)
      sl_csv_writer_add_number (&csv, person->weights[j]);
    for (guint k = 0; k < people->n_entries; k++)
      sl_csv_writer_add_number (&csv, person->scores[people->entries[k].index]);
    sl_csv_writer_end_row (&csv);
  }
  return sl_output_print (out->str, out->len);
}

/* ---- JSON ---- */

static SlExit
print_json (gconstpointer result)
{
  g_autoptr (GBytes) bytes = sl_report_people_to_json (result);

  return sl_output_save ("-", bytes);
}

/* ---- the command ---- */

static guint
count_weighing (const GPtrArray *participants)
{
  guint n = 0;

  for (guint i = 0; i < participants->len; i++)
    n += ((const SlParticipant *) g_ptr_array_index (participants, i))->importance != NULL;
  return n;
}

static SlExit
complain_few (const char *name, guint n)
{
  g_autofree char *line =
      /* Translators: a file, and how many participants of a decision have weights of their own */
      g_strdup_printf (_ ("%s: participants: expected two or more with weights of their own, found "
                          "%u"),
                       name, n);

  sl_complain (line);
  return SL_EXIT_INPUT;
}

static SlExit
run (const SlCommand *self, const SlOptions *options)
{
  static const SlPrinter printer = { print_table, print_json, print_csv };
  SlPrintFormat format;
  SlBoard board;
  SlExit status = SL_EXIT_USAGE;
  g_autoptr (SlDecision) decision = NULL;
  g_autoptr (SlAnalysis) analysis = NULL;
  g_autoptr (SlPeople) people = NULL;
  const GPtrArray *participants;

  if (!sl_output_parse_format (self, options, &format))
    return SL_EXIT_USAGE;
  if (options->arguments == NULL)
    return sl_complain_usage (self, _ ("expected a decision"));
  decision = sl_options_load_board (self, options, &board, &status);
  if (decision == NULL)
    return status;
  participants = sl_decision_get_prose (decision)->participants;
  if (count_weighing (participants) < SL_PEOPLE_MIN)
    return complain_few (sl_get_input_name (options->arguments[0]), count_weighing (participants));
  analysis = sl_analysis_new (sl_decision_get_requirements (decision));
  people = sl_people_new (analysis, participants, board);
  if (people == NULL)
    return sl_complain_nobody ();
  return sl_output_print_as (&printer, format, people);
}

static const char *const people_options[] = { SL_REQUIREMENT_OPTIONS, "board", "format", NULL };

static const char *const people_examples[] = {
  "shortlist people voted.shortlist",
  N_ ("How those differ whose ballots are in the decision, and what they make together."),
  "shortlist people voted.shortlist --board pairings --format json",
  N_ ("The same of technologies together with an architecture, for a program to read."),
  NULL,
};

const SlCommand sl_people_command = {
  .name = "people",
  .synopsis = "FILE [OPTION]…",
  .summary = N_ ("Show how people with weights of their own differ"),
  .description =
      N_ ("Of a decision in which two people or more have weights of their own: what each of them "
          "has first, how much their rankings agree (Kendall’s W), what they differ on most, the "
          "group’s ranking by the mean of their weights, and who would lose how many points by "
          "its first.\n\n"
          "“shortlist ballot” writes such weights to files and takes them into the decision."),
  .options = people_options,
  .examples = people_examples,
  .run = run,
};
