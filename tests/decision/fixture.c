/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "decision/ballot.h"

#include <glib/gstdio.h>

#define TOLERANCE 1e-9

static const char *const farm_files[] = {
  "companions.json", "criteria.json", "facts.json",   "observations.json", "patterns.json",
  "profiles.json",   "rules.json",    "sources.json", "technologies.json", NULL,
};

void
fixture_near (double actual, double expected, const char *expression, const char *file, int line)
{
  if (fabs (actual - expected) <= TOLERANCE)
    return;

  print_error ("%s: %.17g, expected %.17g\n", expression, actual, expected);
  _fail (file, line);
}

/* ---- catalogues ---- */

static void
write_file (const char *folder, const char *file, const char *text)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);

  assert_true (g_file_set_contents (path, text, -1, NULL));
}

static SlCatalogue *
load (const char *folder)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new_for_path (folder, &error);

  if (catalogue == NULL)
    fail_msg ("%s", error->message);
  return catalogue;
}

SlCatalogue *
fixture_farm (void)
{
  return load (SL_FARM_DIR);
}

char *
fixture_farm_file (const char *file)
{
  g_autofree char *path = g_build_filename (SL_FARM_DIR, file, NULL);
  char *text;

  assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

static void
write_farm (const char *folder)
{
  for (guint i = 0; farm_files[i] != NULL; i++) {
    g_autofree char *text = fixture_farm_file (farm_files[i]);

    write_file (folder, farm_files[i], text);
  }
}

static void
write_files (const char *folder, const char *file, va_list arguments)
{
  for (; file != NULL; file = va_arg (arguments, const char *))
    write_file (folder, file, va_arg (arguments, const char *));
}

static void
remove_folder (const char *folder)
{
  for (guint i = 0; farm_files[i] != NULL; i++) {
    g_autofree char *path = g_build_filename (folder, farm_files[i], NULL);

    if (g_file_test (path, G_FILE_TEST_EXISTS))
      assert_int_equal (g_remove (path), 0);
  }
  assert_int_equal (g_rmdir (folder), 0);
}

SlCatalogue *
fixture_farm_with (const char *file, ...)
{
  g_autofree char *folder = g_dir_make_tmp ("farm-XXXXXX", NULL);
  SlCatalogue *catalogue;
  va_list arguments;

  assert_non_null (folder);
  write_farm (folder);
  va_start (arguments, file);
  write_files (folder, file, arguments);
  va_end (arguments);
  catalogue = load (folder);
  remove_folder (folder);

  return catalogue;
}

SlCatalogue *
fixture_extended (const char *file, ...)
{
  g_autofree char *folder = g_dir_make_tmp ("extension-XXXXXX", NULL);
  SlCatalogue *catalogue;
  va_list arguments;

  assert_non_null (folder);
  va_start (arguments, file);
  write_files (folder, file, arguments);
  va_end (arguments);
  catalogue = load (folder);
  remove_folder (folder);

  return catalogue;
}

SlCatalogue *
fixture_shipped (void)
{
  g_autoptr (GError) error = NULL;
  SlCatalogue *catalogue = sl_catalogue_new (&error);

  if (catalogue == NULL)
    fail_msg ("%s", error->message);
  return catalogue;
}

/* ---- what is in them ---- */

const SlPillar *
fixture_pillar (SlCatalogue *catalogue, const char *id)
{
  const SlPillar *pillar = sl_catalogue_find_pillar (catalogue, id);

  assert_non_null (pillar);
  return pillar;
}

const SlCriterion *
fixture_criterion (SlCatalogue *catalogue, const char *id)
{
  const SlCriterion *criterion = sl_catalogue_find_criterion (catalogue, id);

  assert_non_null (criterion);
  return criterion;
}

const SlFact *
fixture_fact (SlCatalogue *catalogue, const char *id)
{
  const SlFact *fact = sl_catalogue_find_fact (catalogue, id);

  assert_non_null (fact);
  return fact;
}

const SlProfile *
fixture_profile (SlCatalogue *catalogue, const char *id)
{
  const SlProfile *profile = sl_catalogue_find_profile (catalogue, id);

  assert_non_null (profile);
  return profile;
}

const SlAlternative *
fixture_alternative (SlCatalogue *catalogue, const char *id)
{
  const SlAlternative *alternative = sl_catalogue_find_alternative (catalogue, id);

  assert_non_null (alternative);
  return alternative;
}

/* ---- edits ---- */

void
fixture_set_importance (SlDecision *decision, const char *id, double importance)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  const SlPillar *pillar = sl_catalogue_find_pillar (catalogue, id);

  if (pillar != NULL)
    sl_decision_set_pillar_importance (decision, pillar, importance);
  else
    sl_decision_set_criterion_importance (decision, fixture_criterion (catalogue, id), importance);
}

void
fixture_set_minimum (SlDecision *decision, const char *id, double minimum)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  const SlPillar *pillar = sl_catalogue_find_pillar (catalogue, id);

  if (pillar != NULL)
    sl_decision_set_pillar_minimum (decision, pillar, minimum);
  else
    sl_decision_set_criterion_minimum (decision, fixture_criterion (catalogue, id), minimum);
}

void
fixture_set_lock (SlDecision *decision, const char *id, double share)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  const SlPillar *pillar = sl_catalogue_find_pillar (catalogue, id);

  if (pillar != NULL)
    sl_decision_set_pillar_lock (decision, pillar, share);
  else
    sl_decision_set_criterion_lock (decision, fixture_criterion (catalogue, id), share);
}

void
fixture_set_fact (SlDecision *decision, const char *id, double value)
{
  sl_decision_set_fact (decision, fixture_fact (sl_decision_get_catalogue (decision), id), value);
}

void
fixture_override (SlDecision *decision, const char *alternative, const char *criterion, double mode)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);

  sl_decision_set_override (decision, fixture_alternative (catalogue, alternative),
                            fixture_criterion (catalogue, criterion), 0, mode, 100, "We tried.");
}

static gpointer
pick (const GPtrArray *list, GRand *random)
{
  return g_ptr_array_index (list, (guint) g_rand_int_range (random, 0, (gint32) list->len));
}

static const SlAlternative *
pick_alternative (SlCatalogue *catalogue, GRand *random)
{
  return pick (g_rand_boolean (random) ? sl_catalogue_get_technologies (catalogue)
                                       : sl_catalogue_get_patterns (catalogue),
               random);
}

/* Half of them whole, as those of a slider are. */
static double
draw (GRand *random, double low, double high)
{
  double number = g_rand_double_range (random, low, high);

  return g_rand_boolean (random) ? round (number) : number;
}

static void
random_override (SlDecision *decision, GRand *random)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  const SlAlternative *alternative = pick_alternative (catalogue, random);
  const SlCriterion *criterion = pick (sl_catalogue_get_criteria (catalogue), random);
  double mode = draw (random, 0, 100);

  if (g_rand_int_range (random, 0, 3) == 0)
    sl_decision_clear_override (decision, alternative, criterion);
  else
    sl_decision_set_override (decision, alternative, criterion, mode / 2, mode, (mode + 100) / 2,
                              g_rand_boolean (random) ? "Tried." : "Ge\"mess\\en\n.");
}

static void
random_minimum (SlDecision *decision, GRand *random)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  double minimum = g_rand_boolean (random) ? NAN : draw (random, -10, 110);

  if (g_rand_boolean (random))
    sl_decision_set_pillar_minimum (decision, pick (sl_catalogue_get_pillars (catalogue), random),
                                    minimum);
  else
    sl_decision_set_criterion_minimum (
        decision, pick (sl_catalogue_get_criteria (catalogue), random), minimum);
}

static void
random_participants (SlDecision *decision, GRand *random)
{
  static const char *const people[] = { "Ann", "Bo", "Čeněk", "Ann" };
  const char *names[G_N_ELEMENTS (people) + 1] = { NULL };
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    if (g_rand_boolean (random))
      names[n++] = people[i];
  }
  sl_decision_set_participants (decision, names);
}

static void
random_outcome (SlDecision *decision, GRand *random)
{
  const SlAlternative *alternative =
      pick_alternative (sl_decision_get_catalogue (decision), random);
  const SlOutcome outcome = {
    .status = (SlStatus) g_rand_int_range (random, 0, SL_N_STATUSES),
    .alternative = g_rand_boolean (random) ? alternative->id : NULL,
    .rationale = g_rand_boolean (random) ? "It is first.\nBy far." : "",
    .date = g_rand_boolean (random) ? "2026-02-28" : NULL,
    .superseded_by = g_rand_boolean (random) ? "Plan «C»" : "",
  };

  sl_decision_set_outcome (decision, &outcome);
}

/* Somebody's weights, by a slider, a ballot or none; and coming, going and changing the name. */
static void
random_weights (SlDecision *decision, GRand *random)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  guint n = sl_decision_get_prose (decision)->participants->len;
  guint index = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;
  g_autoptr (SlBallot) ballot = NULL;

  switch (n > 0 ? g_rand_int_range (random, 0, 8) : 0) {
  case 0:
    sl_decision_add_participant (decision, "Dee «D.»");
    break;
  case 1:
    sl_decision_remove_participant (decision, index);
    break;
  case 2:
    sl_decision_rename_participant (decision, index, "Éve\nE.");
    break;
  case 3:
    sl_decision_set_participant_importance (decision, index, NULL);
    break;
  case 4:
    ballot = sl_ballot_new_for_participant (decision, index);
    sl_decision_take_ballot (decision, ballot);
    break;
  case 5:
  case 6:
    sl_decision_set_participant_pillar_importance (
        decision, index, pick (sl_catalogue_get_pillars (catalogue), random),
        draw (random, -1, 11));
    break;
  default:
    sl_decision_set_participant_criterion_importance (
        decision, index, pick (sl_catalogue_get_criteria (catalogue), random),
        draw (random, -1, 11));
  }
}

static void
random_prose (SlDecision *decision, GRand *random)
{
  static const char *const texts[] = { "", "Why now?", "Two\n\nparagraphs «quoted».\t" };
  const char *text = texts[g_rand_int_range (random, 0, G_N_ELEMENTS (texts))];

  switch (g_rand_int_range (random, 0, 6)) {
  case 3:
  case 4:
    random_weights (decision, random);
    break;
  case 0:
    sl_decision_set_context (decision, text);
    break;
  case 1:
    random_participants (decision, random);
    break;
  case 2:
    random_outcome (decision, random);
    break;
  default:
    sl_decision_set_note (
        decision, pick_alternative (sl_decision_get_catalogue (decision), random)->id, text);
  }
}

static void
random_snapshot (SlDecision *decision, GRand *random)
{
  guint n = sl_decision_get_snapshots (decision)->len;
  guint index = n > 0 ? (guint) g_rand_int_range (random, 0, (gint32) n) : 0;

  switch (n > 0 ? g_rand_int_range (random, 0, 5) : 0) {
  case 0:
    sl_decision_add_snapshot (decision, g_rand_boolean (random) ? "Before" : "After «it»");
    break;
  case 1:
    sl_decision_rename_snapshot (decision, index, "Another");
    break;
  case 2:
    sl_decision_restore_snapshot (decision, index);
    break;
  default:
    sl_decision_remove_snapshot (decision, index);
  }
}

static void
random_lock (SlDecision *decision, GRand *random)
{
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);
  double share = g_rand_boolean (random) ? NAN : draw (random, -0.1, 1.1);

  if (g_rand_boolean (random))
    sl_decision_set_pillar_lock (decision, pick (sl_catalogue_get_pillars (catalogue), random),
                                 share);
  else
    sl_decision_set_criterion_lock (decision, pick (sl_catalogue_get_criteria (catalogue), random),
                                    share);
}

void
fixture_random_edit (SlDecision *decision, GRand *random)
{
  static const char *const titles[] = { "", "Plan", "Plan «B»", "Zwei\nZeilen" };
  SlCatalogue *catalogue = sl_decision_get_catalogue (decision);

  switch (g_rand_int_range (random, 0, 20)) {
  case 14:
  case 15:
  case 16:
    random_prose (decision, random);
    break;
  case 17:
    random_snapshot (decision, random);
    break;
  case 0:
    sl_decision_set_title (decision, titles[g_rand_int_range (random, 0, G_N_ELEMENTS (titles))]);
    break;
  case 1:
    sl_decision_set_method (decision, (SlMethod) g_rand_int_range (random, 0, SL_N_METHODS));
    break;
  case 2:
    sl_decision_apply_profile (decision, pick (sl_catalogue_get_profiles (catalogue), random));
    break;
  case 3:
    sl_decision_reset (decision);
    break;
  case 4:
    sl_decision_equalise (decision);
    break;
  case 5:
  case 6:
    random_override (decision, random);
    break;
  case 7:
    random_minimum (decision, random);
    break;
  case 18:
    random_lock (decision, random);
    break;
  case 8:
  case 9:
    sl_decision_set_pillar_importance (
        decision, pick (sl_catalogue_get_pillars (catalogue), random), draw (random, -1, 11));
    break;
  case 10:
  case 11:
    sl_decision_set_criterion_importance (
        decision, pick (sl_catalogue_get_criteria (catalogue), random), draw (random, -1, 11));
    break;
  default:
    sl_decision_set_fact (decision, pick (sl_catalogue_get_facts (catalogue), random),
                          draw (random, -2, 120));
  }
}

/* All facts and importances anew; a few minimums and values of the team's. */
SlRequirements *
fixture_random_requirements (SlCatalogue *catalogue, GRand *random)
{
  g_autoptr (SlDecision) decision = sl_decision_new (catalogue);
  const GPtrArray *facts = sl_catalogue_get_facts (catalogue);
  const GPtrArray *pillars = sl_catalogue_get_pillars (catalogue);
  const GPtrArray *criteria = sl_catalogue_get_criteria (catalogue);

  for (guint i = 0; i < facts->len; i++) {
    const SlFact *fact = g_ptr_array_index (facts, i);

    if (g_rand_int_range (random, 0, 3) == 0)
      sl_decision_set_fact (decision, fact, draw (random, fact->minimum, fact->maximum));
  }
  for (guint i = 0; i < pillars->len; i++)
    sl_decision_set_pillar_importance (decision, g_ptr_array_index (pillars, i),
                                       draw (random, -1, 10));
  for (guint i = 0; i < criteria->len; i++)
    sl_decision_set_criterion_importance (decision, g_ptr_array_index (criteria, i),
                                          draw (random, -1, 10));
  for (int i = g_rand_int_range (random, 0, 3); i > 0; i--)
    sl_decision_set_criterion_minimum (decision, pick (criteria, random), draw (random, 0, 60));
  if (g_rand_boolean (random))
    sl_decision_set_pillar_minimum (decision, pick (pillars, random), draw (random, 0, 60));
  for (int i = g_rand_int_range (random, 0, 5); i > 0; i--)
    random_override (decision, random);
  if (g_rand_boolean (random))
    sl_decision_set_method (decision, (SlMethod) g_rand_int_range (random, 0, SL_N_METHODS));

  return sl_requirements_ref (sl_decision_get_requirements (decision));
}

/* ---- documents ---- */

char *
fixture_text (SlDecision *decision)
{
  g_autoptr (GBytes) bytes = sl_decision_to_bytes (decision);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

static void
finalized_cb (gpointer data, GObject *where_the_object_was)
{
  *(gboolean *) data = TRUE;
}

void
fixture_finalize (SlDecision *decision)
{
  gboolean finalized = FALSE;

  g_object_weak_ref (G_OBJECT (decision), finalized_cb, &finalized);
  g_object_unref (decision);
  assert_true (finalized);
}
