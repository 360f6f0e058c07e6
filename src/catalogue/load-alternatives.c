/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <math.h>
#include <string.h>
#include "catalogue/translation.h"

/* Companions, technologies, patterns and what they can be paired to. */

#define MAX_SUBJECTS 50
#define MAX_TAGS 50
#define MAX_CLAIMS 100
#define MAX_SUPPORT 100
#define MAX_PAIRINGS 100000

static void
fill_companion (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id", "name", "kind", "summary", NULL };
  static const char *const kinds[] = { "broker",   "queue",   "store",    "framework",
                                       "platform", "library", "practice", NULL };
  SlCompanion *companion = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  companion->id = sl_loader_id (self, entry);
  companion->name = sl_loader_text (self, entry, entry->object, "name", SL_MAX_NAME);
  companion->kind = kinds[sl_loader_one_of (self, entry, entry->object, "kind", kinds)];
  companion->summary = sl_loader_text (self, entry, entry->object, "summary", SL_MAX_TEXT);
}

/* ---- judged values ---- */

static void
load_sources (SlLoader *self, const SlRecord *entry, JsonObject *object, SlCell *cell)
{
  cell->sources = sl_loader_refer_all (self, entry, object, "sources", SL_LIST_SOURCES);
}

/* Observations that a judgement cites: as they are, without a value. */
static void
load_citations (SlLoader *self, const SlRecord *entry, JsonObject *object, SlCell *cell)
{
  GPtrArray *observations =
      sl_loader_refer_all (self, entry, object, "observations", SL_LIST_OBSERVATIONS);
  GPtrArray *evidence = sl_catalogue_own_list (self->catalogue);
  SlEvidence *cited =
      sl_catalogue_own_block (self->catalogue, observations->len, sizeof (SlEvidence));

  for (guint i = 0; i < observations->len; i++) {
    const SlObservation *observation = observations->pdata[i];

    cited[i] = (SlEvidence) {
      .observation = observation,
      .divisor = 1,
      .factor = 1,
      .performance = observation->value,
      .value = NAN,
    };
    g_ptr_array_add (evidence, &cited[i]);
    if (!g_ptr_array_find ((GPtrArray *) cell->sources, observation->source, NULL))
      g_ptr_array_add ((GPtrArray *) cell->sources, (gpointer) observation->source);
  }
  cell->evidence = evidence;
}

static void
load_judgement (SlLoader *self, const SlRecord *entry, JsonObject *object, SlCell *cell)
{
  static const char *const members[] = { "low",     "mode",         "high", "reason",
                                         "sources", "observations", NULL };
  guint before = sl_json_input_get_n_faults (entry->input);

  sl_json_input_only (entry->input, object, members);
  cell->basis = SL_BASIS_JUDGEMENT;
  cell->low = sl_json_input_number (entry->input, object, "low", 0, 100);
  cell->mode = sl_json_input_number (entry->input, object, "mode", 0, 100);
  cell->high = sl_json_input_number (entry->input, object, "high", 0, 100);
  if (sl_json_input_get_n_faults (entry->input) == before &&
      (cell->low > cell->mode || cell->mode > cell->high))
    sl_json_input_fault (entry->input, NULL,
                         _ ("expected low ≤ mode ≤ high, found %.15g, %.15g, %.15g"), cell->low,
                         cell->mode, cell->high);
  cell->reason = sl_loader_text (self, entry, object, "reason", SL_MAX_TEXT);
  load_sources (self, entry, object, cell);
  load_citations (self, entry, object, cell);
}

/* A value that no board would ever look at is a mistake. */
static gboolean
is_decided_by (const SlCriterion *criterion, SlKind kind)
{
  return kind == SL_KIND_TECHNOLOGY ? criterion->technology_share > 0
                                    : criterion->technology_share < 1;
}

static void
load_value (SlLoader *self, const SlRecord *entry, JsonObject *values, const char *id)
{
  SlAlternativeData *data = entry->item;
  const SlCriterion *criterion = sl_loader_look_up (self, entry, SL_LIST_CRITERIA, id, id);
  JsonObject *object = sl_json_input_object (entry->input, values, id);

  if (criterion == NULL || object == NULL)
    return;
  if (!is_decided_by (criterion, data->alternative.kind))
    sl_json_input_fault (entry->input, id,
                         data->alternative.kind == SL_KIND_TECHNOLOGY
                             ? _ ("expected a criterion of which a technology decides a share")
                             : _ ("expected a criterion of which a pattern decides a share"));
  sl_json_input_push (entry->input, id);
  load_judgement (self, entry, object, &data->cells[criterion->index]);
  sl_json_input_pop (entry->input);
}

static void
load_values (SlLoader *self, const SlRecord *entry)
{
  SlAlternativeData *data = entry->item;
  guint n = self->catalogue->items[SL_LIST_CRITERIA]->len;
  JsonObject *values = sl_json_input_object (entry->input, entry->object, "values");
  const GPtrArray *empty = sl_catalogue_own_list (self->catalogue);
  JsonObjectIter iter;
  const char *id;

  data->cells = sl_catalogue_own_block (self->catalogue, n, sizeof (SlCell));
  data->alternative.cells = data->cells;
  for (guint i = 0; i < n; i++)
    data->cells[i] = (SlCell) { SL_BASIS_UNKNOWN, 0, 50, 100, NULL, empty, empty };
  if (values == NULL)
    return;
  sl_json_input_push (entry->input, "values");
  json_object_iter_init_ordered (&iter, values);
  while (json_object_iter_next_ordered (&iter, &id, NULL))
    load_value (self, entry, values, id);
  sl_json_input_pop (entry->input);
}

/* ---- support and claims ---- */

static gboolean
parse_date (const char *text, GDate *date)
{
  int numbers[3] = { 0, 0, 0 };

  if (strlen (text) != 10 || text[4] != '-' || text[7] != '-')
    return FALSE;
  for (guint i = 0; i < 10; i++) {
    if (i == 4 || i == 7)
      continue;
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
    numbers[i / 4] = numbers[i / 4] * 10 + g_ascii_digit_value (text[i]);
  }
  if (!g_date_valid_dmy ((GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]))
    return FALSE;
  g_date_set_dmy (date, (GDateDay) numbers[2], (GDateMonth) numbers[1], (GDateYear) numbers[0]);
  return TRUE;
}

static void
load_support_line (SlLoader *self, const SlRecord *entry, JsonObject *object, SlSupportLine *line)
{
  static const char *const members[] = { "line", "ends", "observation", NULL };
  const char *ends = sl_json_input_string (entry->input, object, "ends", SL_MAX_NAME);

  sl_json_input_only (entry->input, object, members);
  line->line = sl_loader_text (self, entry, object, "line", SL_MAX_NAME);
  g_date_clear (&line->ends, 1);
  if (ends != NULL && !parse_date (ends, &line->ends))
    sl_json_input_fault (entry->input, "ends", _ ("expected a date as YYYY-MM-DD"));
  if (json_object_has_member (object, "observation"))
    line->observation = sl_loader_refer (self, entry, object, "observation", SL_LIST_OBSERVATIONS);
}

static void
load_claim (SlLoader *self, const SlRecord *entry, JsonObject *object, SlClaim *claim)
{
  static const char *const members[] = {
    "claim", "verdict", "data", "source", "observations", NULL
  };
  static const char *const verdicts[] = { "agrees", "mixed", "disagrees", "unverified", NULL };

  sl_json_input_only (entry->input, object, members);
  claim->claim = sl_loader_text (self, entry, object, "claim", SL_MAX_TEXT);
  claim->verdict = sl_loader_one_of (self, entry, object, "verdict", verdicts);
  claim->data = sl_loader_text (self, entry, object, "data", SL_MAX_TEXT);
  claim->source = sl_loader_refer (self, entry, object, "source", SL_LIST_SOURCES);
  sl_loader_require (entry, object, "observations");
  claim->observations =
      sl_loader_refer_all (self, entry, object, "observations", SL_LIST_OBSERVATIONS);
}

static const GPtrArray *
load_support (SlLoader *self, const SlRecord *entry)
{
  JsonArray *array = sl_json_input_array_or_null (entry->input, entry->object, "support");
  guint n = sl_loader_count (entry, array, "support", MAX_SUPPORT);
  GPtrArray *support = sl_catalogue_own_list (self->catalogue);

  sl_json_input_push (entry->input, "support");
  for (guint i = 0; i < n; i++) {
    JsonObject *object;

    sl_json_input_push_index (entry->input, i);
    object = sl_json_input_element_object (entry->input, array, i);
    if (object != NULL) {
      SlSupportLine *line = sl_catalogue_own_block (self->catalogue, 1, sizeof *line);

      load_support_line (self, entry, object, line);
      g_ptr_array_add (support, line);
    }
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return support;
}

static const GPtrArray *
load_claims (SlLoader *self, const SlRecord *entry)
{
  JsonArray *array = sl_json_input_array_or_null (entry->input, entry->object, "claims");
  guint n = sl_loader_count (entry, array, "claims", MAX_CLAIMS);
  GPtrArray *claims = sl_catalogue_own_list (self->catalogue);

  sl_json_input_push (entry->input, "claims");
  for (guint i = 0; i < n; i++) {
    JsonObject *object;

    sl_json_input_push_index (entry->input, i);
    object = sl_json_input_element_object (entry->input, array, i);
    if (object != NULL) {
      SlClaim *claim = sl_catalogue_own_block (self->catalogue, 1, sizeof *claim);

      load_claim (self, entry, object, claim);
      g_ptr_array_add (claims, claim);
    }
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return claims;
}

/* ---- tags and subjects ---- */

static void
remember_tag (GHashTable *tags, const char *tag, guint index)
{
  GArray *indices = g_hash_table_lookup (tags, tag);

  if (indices == NULL) {
    indices = g_array_new (FALSE, FALSE, sizeof (guint));
    g_hash_table_insert (tags, (gpointer) tag, indices);
  }
  g_array_append_val (indices, index);
}

static const char *const *
load_tags (SlLoader *self, const SlRecord *entry)
{
  SlAlternativeData *data = entry->item;
  GHashTable *known =
      data->alternative.kind == SL_KIND_TECHNOLOGY ? self->technology_tags : self->pattern_tags;
  JsonArray *array = sl_json_input_array (entry->input, entry->object, "tags");
  guint n = sl_loader_count (entry, array, "tags", MAX_TAGS), n_tags = 0;
  const char **tags = sl_catalogue_own_block (self->catalogue, n + 1, sizeof (char *));

  sl_json_input_push (entry->input, "tags");
  for (guint i = 0; i < n; i++) {
    const char *tag;

    sl_json_input_push_index (entry->input, i);
    tag = sl_json_input_element_id (entry->input, array, i);
    if (tag != NULL && g_strv_contains (tags, tag)) {
      sl_json_input_fault (entry->input, NULL, _ ("expected each tag once, found \"%s\" again"),
                           tag);
    } else if (tag != NULL) {
      tags[n_tags] = sl_catalogue_own_string (self->catalogue, tag);
      remember_tag (known, tags[n_tags++], data->alternative.index);
    }
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return tags;
}

/* Several subjects whose observations are pooled, or one. */
static const char *const *
load_pool (SlLoader *self, const SlRecord *entry, JsonArray *array, guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  JsonArray *pool = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
  guint n = pool != NULL ? sl_loader_count (entry, pool, NULL, MAX_SUBJECTS) : 1;
  const char **subjects = sl_catalogue_own_block (self->catalogue, n + 1, sizeof (char *));

  if (n == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected at least one subject"));
  if (pool == NULL)
    subjects[0] = sl_loader_element_word (self, entry, array, index);
  for (guint i = 0, n_subjects = 0; pool != NULL && i < n; i++) {
    const char *subject;

    sl_json_input_push_index (entry->input, i);
    subject = sl_loader_element_word (self, entry, pool, i);
    if (subject != NULL && g_strv_contains (subjects, subject))
      sl_json_input_fault (entry->input, NULL, _ ("expected each subject once, found \"%s\" again"),
                           subject);
    else if (subject != NULL)
      subjects[n_subjects++] = subject;
    sl_json_input_pop (entry->input);
  }
  return subjects;
}

static GPtrArray *
load_subjects (SlLoader *self, const SlRecord *entry)
{
  JsonArray *array = sl_json_input_array (entry->input, entry->object, "subjects");
  guint n = sl_loader_count (entry, array, "subjects", MAX_SUBJECTS);
  GPtrArray *subjects = sl_catalogue_own_list (self->catalogue);

  sl_json_input_push (entry->input, "subjects");
  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (entry->input, i);
    g_ptr_array_add (subjects, (gpointer) load_pool (self, entry, array, i));
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return subjects;
}

/* ---- alternatives ---- */

/* What technologies and patterns have in common. */
static void
load_alternative (SlLoader *self, const SlRecord *entry, SlKind kind)
{
  SlAlternativeData *data = entry->item;
  SlAlternative *alternative = &data->alternative;
  JsonObject *object = entry->object;

  alternative->kind = kind;
  alternative->id = sl_loader_id (self, entry);
  alternative->name = sl_loader_text (self, entry, object, "name", SL_MAX_NAME);
  alternative->summary = sl_loader_text (self, entry, object, "summary", SL_MAX_TEXT);
  alternative->tags = load_tags (self, entry);
  alternative->strengths = sl_loader_texts (self, entry, object, "strengths");
  alternative->weaknesses = sl_loader_texts (self, entry, object, "weaknesses");
  alternative->best_for = sl_loader_texts (self, entry, object, "best_for");
  alternative->hiring_outlook =
      sl_loader_text_or_null (self, entry, object, "hiring_outlook", SL_MAX_TEXT);
  alternative->companions =
      sl_loader_refer_all (self, entry, object, "companions", SL_LIST_COMPANIONS);
  alternative->support = load_support (self, entry);
  alternative->claims = load_claims (self, entry);
  load_values (self, entry);
}

static void
fill_technology (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",         "name",     "summary", "language",
                                         "family",     "subjects", "tags",    "strengths",
                                         "weaknesses", "best_for", "values",  "hiring_outlook",
                                         "companions", "support",  "claims",  NULL };
  SlAlternativeData *data = entry->item;
  const char *family = sl_json_input_id (entry->input, entry->object, "family");

  sl_json_input_only (entry->input, entry->object, members);
  load_alternative (self, entry, SL_KIND_TECHNOLOGY);
  data->alternative.language = sl_loader_text (self, entry, entry->object, "language", SL_MAX_NAME);
  data->alternative.family =
      family != NULL ? sl_catalogue_own_string (self->catalogue, family) : NULL;
  data->subjects = load_subjects (self, entry);
}

static void
fill_pattern (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",        "name",           "summary",
                                         "phrase",    "pairs_with",     "tags",
                                         "strengths", "weaknesses",     "best_for",
                                         "values",    "hiring_outlook", "companions",
                                         "support",   "claims",         NULL };
  SlAlternativeData *data = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  load_alternative (self, entry, SL_KIND_PATTERN);
  data->alternative.phrase = sl_loader_text (self, entry, entry->object, "phrase", SL_MAX_NAME);
  data->partners = sl_load_target (self, entry, entry->object, "pairs_with", SL_LIST_TECHNOLOGIES);
}

static void
number_alternatives (SlLoader *self, SlList list)
{
  for (guint i = 0; i < self->catalogue->items[list]->len; i++) {
    SlAlternativeData *data = self->catalogue->items[list]->pdata[i];

    data->alternative.index = i;
  }
}

void
sl_load_alternatives (SlLoader *self)
{
  number_alternatives (self, SL_LIST_TECHNOLOGIES);
  number_alternatives (self, SL_LIST_PATTERNS);
  sl_loader_fill (self, SL_LIST_COMPANIONS, fill_companion);
  sl_loader_fill (self, SL_LIST_TECHNOLOGIES, fill_technology);
  sl_loader_fill (self, SL_LIST_PATTERNS, fill_pattern);
}

/* ---- pairings ---- */

static void
make_pairing (SlLoader *self, const SlAlternative *technology, const SlAlternative *pattern)
{
  SlCatalogue *catalogue = self->catalogue;
  SlPairing *pairing = sl_catalogue_own_block (catalogue, 1, sizeof *pairing);
  g_autofree char *id = g_strconcat (technology->id, "+", pattern->id, NULL);
  g_autofree char *name =
      /* Translators: a technology and the phrase of an architecture: “Go, as a modular monolith”.
       */
      g_strdup_printf (C_ ("pairing", "%s, %s"), technology->name, pattern->phrase);

  pairing->index = catalogue->pairings->len;
  pairing->id = sl_catalogue_own_string (catalogue, id);
  pairing->name = sl_catalogue_own_string (catalogue, name);
  pairing->technology = technology;
  pairing->pattern = pattern;
  g_ptr_array_add (catalogue->pairings, pairing);
  g_hash_table_insert (catalogue->pairing_ids, (gpointer) pairing->id, pairing);
}

static gboolean
can_pair (const SlAlternativeData *pattern, guint technology)
{
  return pattern->partners == NULL || pattern->partners[technology];
}

/* Technology by technology. Called when all else is without fault, since names are put together
 * here. */
void
sl_make_pairings (SlLoader *self)
{
  GPtrArray *technologies = self->catalogue->items[SL_LIST_TECHNOLOGIES];
  GPtrArray *patterns = self->catalogue->items[SL_LIST_PATTERNS];

  for (guint i = 0; i < technologies->len; i++) {
    for (guint j = 0; j < patterns->len; j++) {
      if (!can_pair (patterns->pdata[j], i))
        continue;
      if (self->catalogue->pairings->len == MAX_PAIRINGS) {
        const SlRecord *entry = &g_array_index (self->entries[SL_LIST_PATTERNS], SlRecord, 0);

        sl_json_input_fault (entry->input, "patterns", _ ("expected at most %d pairings"),
                             MAX_PAIRINGS);
        return;
      }
      make_pairing (self, technologies->pdata[i], patterns->pdata[j]);
    }
  }
}
