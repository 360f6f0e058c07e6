/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How people differ, as JSON. */

#include "config.h"

#include "report/json-private.h"

static void
add_weights (SlJsonWriter *json, const SlPeople *people, const double *weights)
{
  sl_json_writer_begin_object (json, "weights");
  for (guint j = 0; j < people->n_criteria; j++)
    sl_json_writer_add_number (json, people->ranking->criteria[j]->id, weights[j]);
  sl_json_writer_end_object (json);
}

static void
add_place (SlJsonWriter *json, const SlPerson *person, const SlEntry *entry, guint index)
{
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", entry->id);
  sl_json_writer_add_number (json, "rank", person->ranks[index]);
  sl_json_writer_add_number (json, "score", person->scores[index]);
  sl_json_writer_end_object (json);
}

static void
add_person (SlJsonWriter *json, const SlPeople *people, const SlPerson *person)
{
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "name", person->name);
  sl_json_writer_add_text (json, "date", person->date);
  sl_json_writer_add_text (json, "first", person->first->id);
  sl_json_writer_add_number (json, "winner_rank", person->winner_rank);
  sl_json_writer_add_number (json, "winner_loss", person->winner_loss);
  sl_json_writer_add_number (json, "tau", person->tau);
  add_weights (json, people, person->weights);
  sl_json_writer_begin_array (json, "ranking");
  for (guint k = 0; k < people->n_entries; k++)
    add_place (json, person, &people->ranking->entries[person->order[k]], person->order[k]);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
}

static void
add_entry (SlJsonWriter *json, const SlPeople *people, const SlPeopleEntry *entry)
{
  sl_json_writer_begin_object (json, NULL);
  sl_json_writer_add_text (json, "id", entry->entry->id);
  sl_json_writer_add_text (json, "name", entry->entry->name);
  sl_json_writer_add_number (json, "rank", entry->rank);
  sl_json_writer_add_number (json, "score", entry->score);
  sl_json_writer_add_number (json, "mean_rank", entry->mean_rank);
  sl_json_writer_add_number (json, "best_rank", entry->best_rank);
  sl_json_writer_add_number (json, "worst_rank", entry->worst_rank);
  sl_json_writer_add_number (json, "first_for", entry->n_first);
  sl_json_writer_add_number (json, "worst_regret", entry->worst_regret);
  sl_json_writer_add_text (json, "name_of_worst_off", people->people[entry->worst_off].name);
  sl_json_writer_end_object (json);
}

static void
add_group (SlJsonWriter *json, const SlPeople *people)
{
  sl_json_writer_begin_object (json, "group");
  add_weights (json, people, people->weights);
  sl_json_writer_begin_array (json, "alternatives");
  for (guint k = 0; k < people->n_entries; k++)
    add_entry (json, people, &people->entries[k]);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
}

static void
add_sentences (SlJsonWriter *json, const SlPeople *people)
{
  g_autoptr (GPtrArray) sentences = sl_people_describe (people);

  sl_json_writer_begin_array (json, "sentences");
  for (guint i = 0; i < sentences->len; i++)
    sl_json_writer_add_text (json, NULL, g_ptr_array_index (sentences, i));
  sl_json_writer_end_array (json);
}

void
sl_json_add_people (SlJsonWriter *json, const char *member, const SlPeople *people)
{
  sl_json_writer_begin_object (json, member);
  sl_json_writer_add_text (json, "board", sl_board_get_id (people->board));
  sl_json_writer_add_text (
      json, "method", sl_method_get_id (sl_analysis_get_requirements (people->analysis)->method));
  sl_json_writer_add_number (json, "concordance", people->concordance);
  add_sentences (json, people);
  sl_json_writer_add_text (json, "winner", people->winner->entry->id);
  sl_json_writer_add_text (json, "least_regret", people->least_regret->entry->id);
  sl_json_writer_add_text (json, "everybodys_second",
                           people->second != NULL ? people->second->entry->id : NULL);
  add_group (json, people);
  sl_json_writer_begin_array (json, "people");
  for (guint i = 0; i < people->n_people; i++)
    add_person (json, people, &people->people[i]);
  sl_json_writer_end_array (json);
  sl_json_writer_end_object (json);
}

GBytes *
sl_report_people_to_json (const SlPeople *people)
{
  g_autoptr (SlJsonWriter) json = sl_json_writer_new ();

  g_return_val_if_fail (people != NULL, NULL);

  sl_json_add_people (json, NULL, people);

  return sl_json_writer_finish (json);
}
