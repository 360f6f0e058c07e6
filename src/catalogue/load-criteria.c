/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <math.h>
#include "catalogue/translation.h"

/* Pillars, criteria and what computes their values from observations. */

#define MAX_COMPONENTS 20
#define MAX_METRICS 50
#define MAX_POINTS 50
#define MAX_CORRELATIONS 5000
#define DEFAULT_IMPORTANCE 5
#define MAX_SHARE 1000
#define MAX_POWER 10
#define MAX_X 1e15

static void
fill_pillar (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id", "name", "description", "importance", NULL };
  SlPillar *pillar = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  pillar->id = sl_loader_id (self, entry);
  pillar->name = sl_loader_text (self, entry, entry->object, "name", SL_MAX_SHORT_NAME);
  pillar->description = sl_loader_text (self, entry, entry->object, "description", SL_MAX_TEXT);
  pillar->importance = sl_json_input_number_or (entry->input, entry->object, "importance", 0,
                                                SL_IMPORTANCE_MAX, DEFAULT_IMPORTANCE);
  pillar->criteria = sl_catalogue_own_list (self->catalogue);
}

/* ---- value functions ---- */

/* A pair of numbers. */
static gboolean
load_point (const SlRecord *entry, JsonArray *points, guint index, double *x, double *y)
{
  guint before = sl_json_input_get_n_faults (entry->input);
  JsonNode *node = json_array_get_element (points, index);

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) != 2) {
    sl_json_input_fault (entry->input, NULL, _ ("expected a list of two numbers, x and value"));
    return FALSE;
  }
  sl_json_input_push_index (entry->input, 0);
  *x = sl_json_input_element_number (entry->input, json_node_get_array (node), 0, -MAX_X, MAX_X);
  sl_json_input_pop (entry->input);
  sl_json_input_push_index (entry->input, 1);
  *y = sl_json_input_element_number (entry->input, json_node_get_array (node), 1, 0, 100);
  sl_json_input_pop (entry->input);
  return sl_json_input_get_n_faults (entry->input) == before;
}

static void
check_point (const SlRecord *entry, gboolean logarithmic, const double *x, guint index)
{
  if (logarithmic && x[index] <= 0)
    sl_json_input_fault (entry->input, NULL,
                         _ ("expected an x above 0 on a logarithmic axis, found %.15g"), x[index]);
  if (index > 0 && x[index] <= x[index - 1])
    sl_json_input_fault (entry->input, NULL,
                         _ ("expected an x above the one before, %.15g, found %.15g"), x[index - 1],
                         x[index]);
}

static void
load_function (SlLoader *self, const SlRecord *entry, JsonObject *object, SlValueFunction *function)
{
  static const char *const axes[] = { "linear", "log", NULL };
  JsonArray *points = sl_json_input_array (entry->input, object, "points");
  guint n = sl_loader_count (entry, points, "points", MAX_POINTS);
  double *x = sl_catalogue_own_block (self->catalogue, n, sizeof (double));
  double *y = sl_catalogue_own_block (self->catalogue, n, sizeof (double));

  *function = (SlValueFunction) { .n = n, .x = x, .y = y };
  function->logarithmic = sl_loader_one_of (self, entry, object, "axis", axes) == 1;
  if (points != NULL && n < 2)
    sl_json_input_fault (entry->input, "points", _ ("expected at least two points"));
  sl_json_input_push (entry->input, "points");
  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (entry->input, i);
    if (load_point (entry, points, i, &x[i], &y[i]))
      check_point (entry, function->logarithmic, x, i);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
}

/* ---- components ---- */

/* A subject, where it is named. */
static const char *
load_subject (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member)
{
  return json_object_has_member (object, member)
             ? sl_loader_word (self, entry, object, member, SL_MAX_WORD)
             : NULL;
}

static gboolean
has_metric (const GArray *metrics, const SlMetric *metric)
{
  for (guint i = 0; i < metrics->len; i++) {
    if (g_array_index (metrics, SlComponentMetric, i).metric == metric)
      return TRUE;
  }
  return FALSE;
}

static void
load_metric (SlLoader *self, const SlRecord *entry, JsonObject *object, SlComponentData *data)
{
  static const char *const members[] = { "metric", "reference", "power", "through", NULL };
  SlComponentMetric metric = { NULL };

  sl_json_input_only (entry->input, object, members);
  metric.metric = sl_loader_refer (self, entry, object, "metric", SL_LIST_METRICS);
  metric.reference = load_subject (self, entry, object, "reference");
  metric.through = load_subject (self, entry, object, "through");
  metric.power = sl_json_input_number_or (entry->input, object, "power", -MAX_POWER, MAX_POWER, 1);
  if (metric.power == 0)
    sl_json_input_fault (entry->input, "power", _ ("expected a number other than 0"));
  if (metric.metric != NULL && has_metric (data->metrics, metric.metric))
    sl_json_input_fault (entry->input, "metric",
                         _ ("expected each metric once, found \"%s\" again"), metric.metric->id);
  if (metric.through != NULL && data->reference == NULL)
    sl_json_input_fault (entry->input, "through",
                         _ ("expected the component to have a reference to lead to"));
  if (metric.through != NULL && g_strcmp0 (metric.through, data->reference) == 0)
    sl_json_input_fault (
        entry->input, "through",
        _ ("expected another subject than the component’s reference, found \"%s\""),
        metric.through);
  if (metric.through != NULL && metric.reference != NULL)
    sl_json_input_fault (entry->input, "reference",
                         _ ("expected either a reference or a subject to go through"));
  g_array_append_val (data->metrics, metric);
}

static void
load_metrics (SlLoader *self, const SlRecord *entry, JsonObject *object, SlComponentData *data)
{
  JsonArray *array = sl_json_input_array (entry->input, object, "metrics");
  guint n = sl_loader_count (entry, array, "metrics", MAX_METRICS);

  data->metrics = sl_catalogue_own_array (self->catalogue, sizeof (SlComponentMetric));
  if (array != NULL && n == 0)
    sl_json_input_fault (entry->input, "metrics", _ ("expected at least one metric"));
  sl_json_input_push (entry->input, "metrics");
  for (guint i = 0; i < n; i++) {
    JsonObject *metric;

    sl_json_input_push_index (entry->input, i);
    metric = sl_json_input_element_object (entry->input, array, i);
    if (metric != NULL)
      load_metric (self, entry, metric, data);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
}

static SlComponentData *
load_component (SlLoader *self, const SlRecord *entry, JsonObject *object)
{
  static const char *const members[] = { "id",     "name",   "share",     "unit",    "axis",
                                         "points", "reason", "reference", "metrics", NULL };
  SlComponentData *data = sl_catalogue_own_block (self->catalogue, 1, sizeof *data);
  SlComponent *component = &data->component;
  const char *id = sl_json_input_id (entry->input, object, "id");

  sl_json_input_only (entry->input, object, members);
  component->id = id != NULL ? sl_catalogue_own_string (self->catalogue, id) : NULL;
  component->name = sl_loader_text (self, entry, object, "name", SL_MAX_NAME);
  component->unit = sl_loader_text (self, entry, object, "unit", SL_MAX_TEXT);
  component->reason = sl_loader_text (self, entry, object, "reason", SL_MAX_TEXT);
  component->share = sl_loader_above_zero (self, entry, object, "share", MAX_SHARE);
  load_function (self, entry, object, &component->function);
  data->reference = load_subject (self, entry, object, "reference");
  load_metrics (self, entry, object, data);
  return data;
}

static gboolean
has_component (const GPtrArray *components, const char *id)
{
  for (guint i = 0; i < components->len; i++) {
    const SlComponent *component = components->pdata[i];

    if (g_strcmp0 (component->id, id) == 0)
      return TRUE;
  }
  return FALSE;
}

static const GPtrArray *
load_components (SlLoader *self, const SlRecord *entry)
{
  JsonArray *array = sl_json_input_array_or_null (entry->input, entry->object, "components");
  guint n = sl_loader_count (entry, array, "components", MAX_COMPONENTS);
  GPtrArray *components = sl_catalogue_own_list (self->catalogue);

  sl_json_input_push (entry->input, "components");
  for (guint i = 0; i < n; i++) {
    JsonObject *object;
    SlComponentData *data;

    sl_json_input_push_index (entry->input, i);
    object = sl_json_input_element_object (entry->input, array, i);
    data = object != NULL ? load_component (self, entry, object) : NULL;
    if (data != NULL && data->component.id != NULL &&
        has_component (components, data->component.id))
      sl_json_input_fault (entry->input, "id",
                           _ ("expected an id that is not taken yet, found \"%s\""),
                           data->component.id);
    if (data != NULL)
      g_ptr_array_add (components, data);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return components;
}

/* ---- criteria ---- */

static void
load_scale (SlLoader *self, const SlRecord *entry, SlCriterion *criterion)
{
  static const char *const members[] = { "worst", "best", NULL };
  JsonObject *scale = sl_json_input_object (entry->input, entry->object, "scale");

  if (scale == NULL)
    return;
  sl_json_input_push (entry->input, "scale");
  sl_json_input_only (entry->input, scale, members);
  criterion->worst = sl_loader_text (self, entry, scale, "worst", SL_MAX_TEXT);
  criterion->best = sl_loader_text (self, entry, scale, "best", SL_MAX_TEXT);
  sl_json_input_pop (entry->input);
}

/* A share that is wrong counts as a half, so that nobody else is blamed for having no part in it.
 */
static double
load_technology_share (const SlRecord *entry)
{
  guint before = sl_json_input_get_n_faults (entry->input);
  double share = sl_json_input_number (entry->input, entry->object, "technology_share", 0, 1);

  return sl_json_input_get_n_faults (entry->input) == before ? share : 0.5;
}

static void
fill_criterion (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",          "pillar",     "name",
                                         "description", "scale",      "technology_share",
                                         "importance",  "components", NULL };
  SlCriterion *criterion = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  criterion->id = sl_loader_id (self, entry);
  criterion->pillar = sl_loader_refer (self, entry, entry->object, "pillar", SL_LIST_PILLARS);
  criterion->name = sl_loader_text (self, entry, entry->object, "name", SL_MAX_SHORT_NAME);
  criterion->description = sl_loader_text (self, entry, entry->object, "description", SL_MAX_TEXT);
  load_scale (self, entry, criterion);
  criterion->technology_share = load_technology_share (entry);
  criterion->importance = sl_json_input_number_or (entry->input, entry->object, "importance", 0,
                                                   SL_IMPORTANCE_MAX, DEFAULT_IMPORTANCE);
  criterion->components = load_components (self, entry);
}

static void
check_pillar (SlLoader *self, const SlRecord *entry)
{
  const SlPillar *pillar = entry->item;

  if (pillar->criteria->len == 0)
    sl_json_input_fault (entry->input, NULL, _ ("expected a criterion of this pillar"));
}

/* Pillar by pillar, in each in the order of the file. */
static void
order_criteria (SlLoader *self)
{
  GPtrArray *pillars = self->catalogue->items[SL_LIST_PILLARS];
  GPtrArray *criteria = self->catalogue->items[SL_LIST_CRITERIA];
  g_autoptr (GPtrArray) ordered = g_ptr_array_new ();

  for (guint i = 0; i < pillars->len; i++) {
    SlPillar *pillar = pillars->pdata[i];

    pillar->index = i;
    for (guint j = 0; j < criteria->len; j++) {
      SlCriterion *criterion = criteria->pdata[j];

      if (criterion->pillar != pillar)
        continue;
      criterion->index = ordered->len;
      g_ptr_array_add (ordered, criterion);
      g_ptr_array_add ((GPtrArray *) pillar->criteria, criterion);
    }
  }
  /* One of no pillar is a fault already. */
  g_ptr_array_set_size (criteria, 0);
  g_ptr_array_extend (criteria, ordered, NULL, NULL);
}

void
sl_load_criteria (SlLoader *self)
{
  sl_loader_fill (self, SL_LIST_PILLARS, fill_pillar);
  sl_loader_fill (self, SL_LIST_CRITERIA, fill_criterion);
  order_criteria (self);
  sl_loader_fill (self, SL_LIST_PILLARS, check_pillar);
}

/* ---- what has no ids ---- */

void
sl_load_uncertainty (SlLoader *self, const SlRecord *file, JsonObject *object)
{
  static const char *const members[] = { "spread",         "base",    "few",  "few_below", "age",
                                         "low_confidence", "missing", "year", "reason",    NULL };
  SlUncertainty *uncertainty = &self->uncertainty;

  sl_json_input_push (file->input, "uncertainty");
  sl_json_input_only (file->input, object, members);
  uncertainty->spread = sl_json_input_number (file->input, object, "spread", 0, 10);
  uncertainty->base = sl_json_input_number (file->input, object, "base", 0, 100);
  uncertainty->few = sl_json_input_number (file->input, object, "few", 0, 100);
  uncertainty->few_below = sl_json_input_number (file->input, object, "few_below", 0, 1000);
  uncertainty->age = sl_json_input_number (file->input, object, "age", 0, 10);
  uncertainty->low_confidence = sl_json_input_number (file->input, object, "low_confidence", 1, 10);
  uncertainty->missing = sl_json_input_number (file->input, object, "missing", 0, 100);
  uncertainty->year = sl_loader_year (self, file, object, "year");
  sl_loader_text (self, file, object, "reason", 2 * SL_MAX_TEXT);
  sl_json_input_pop (file->input);
}

void
sl_load_families (SlLoader *self, const SlRecord *file, JsonObject *object)
{
  static const char *const members[] = { "correlation", "reason", NULL };

  sl_json_input_push (file->input, "families");
  sl_json_input_only (file->input, object, members);
  self->catalogue->family_correlation =
      sl_json_input_number (file->input, object, "correlation", 0, 1);
  sl_loader_text (self, file, object, "reason", SL_MAX_TEXT);
  sl_json_input_pop (file->input);
}

static gboolean
is_same_pair (const SlCorrelation *a, const SlCorrelation *b)
{
  return (a->first == b->first && a->second == b->second) ||
         (a->first == b->second && a->second == b->first);
}

/* An extension may give a pair another correlation; one file may not give it two. */
static void
add_correlation (SlLoader *self, const SlCorrelation *correlation)
{
  GArray *correlations = self->catalogue->correlations;

  for (guint i = 0; i < correlations->len; i++) {
    SlCorrelation *known = &g_array_index (correlations, SlCorrelation, i);

    if (is_same_pair (known, correlation)) {
      *known = *correlation;
      return;
    }
  }
  g_array_append_val (correlations, *correlation);
}

static void
check_pair (const SlRecord *file, GArray *seen, const SlCorrelation *correlation)
{
  for (guint i = 0; i < seen->len; i++) {
    if (is_same_pair (&g_array_index (seen, SlCorrelation, i), correlation))
      sl_json_input_fault (file->input, "criteria", _ ("expected each pair of criteria once"));
  }
  g_array_append_val (seen, *correlation);
}

static void
load_correlation (SlLoader *self, const SlRecord *file, JsonObject *object, GArray *seen)
{
  static const char *const members[] = { "criteria", "correlation", "reason", NULL };
  guint before = sl_json_input_get_n_faults (file->input);
  SlCorrelation correlation;
  GPtrArray *criteria;

  sl_json_input_only (file->input, object, members);
  criteria = sl_loader_refer_all (self, file, object, "criteria", SL_LIST_CRITERIA);
  correlation.correlation = sl_json_input_number (file->input, object, "correlation", -1, 1);
  sl_loader_text (self, file, object, "reason", SL_MAX_TEXT);
  if (sl_json_input_get_n_faults (file->input) > before)
    return;
  if (criteria->len != 2) {
    sl_json_input_fault (file->input, "criteria", _ ("expected the ids of two criteria"));
    return;
  }
  correlation.first = criteria->pdata[0];
  correlation.second = criteria->pdata[1];
  check_pair (file, seen, &correlation);
  add_correlation (self, &correlation);
}

void
sl_load_correlations (SlLoader *self, const SlRecord *file, JsonArray *array)
{
  guint n = sl_loader_count (file, array, "correlations", MAX_CORRELATIONS);
  g_autoptr (GArray) seen = g_array_new (FALSE, FALSE, sizeof (SlCorrelation));

  sl_json_input_push (file->input, "correlations");
  for (guint i = 0; i < n; i++) {
    JsonObject *object;

    sl_json_input_push_index (file->input, i);
    object = sl_json_input_element_object (file->input, array, i);
    if (object != NULL)
      load_correlation (self, file, object, seen);
    sl_json_input_pop (file->input);
  }
  sl_json_input_pop (file->input);
}
