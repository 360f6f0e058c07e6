/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <math.h>
#include <stdlib.h>
#include "catalogue/translation.h"

/* From observations to the values of cells.
 *
 *   observations of (metric, subject)    the numeric ones of the newest year
 *     -> performance of each             as it is, or divided by the reference's median
 *     -> median per metric, and over the metrics of a component
 *     -> value of the component          by its value function
 *   components that have observations
 *     -> cell                            mean by share; spread, age and gaps as its low and high
 *
 * Sums run in the order of the files, so the same files give the same bits. */

/* A cell is measured where at least this part of its components' shares has observations. */
#define MIN_COVERAGE 0.5
#define COVERAGE_TOLERANCE 1e-12
/* What may be computed at all: the files of the shipped catalogue need a hundredth of it. */
#define MAX_EVIDENCE 1000000
#define MAX_LOOK_UPS 20000000

/* The newest numeric observations of a subject by a metric. */
typedef struct {
  const SlMetric *metric;
  const char *subject;
  int year;
  GPtrArray *observations; /* of const SlObservation, in the order of the file */
} Series;

/* What one metric of a component divides by, for every alternative alike. */
typedef struct {
  const SlComponentMetric *metric;
  gboolean usable;
  const SlObservation *reference; /* nullable */
  double divisor;                 /* 1 for an absolute figure */
  double factor;                  /* from the subject gone through to the component's reference */
} Ratio;

/* A component with all that does not depend on the alternative. */
typedef struct {
  const SlComponentData *data;
  Ratio *ratios; /* as many as data->metrics */
} Prepared;

/* What a component says of one alternative. */
typedef struct {
  double share;
  double value, low, high;
  double survey; /* 0-1: how much of it is from surveys */
} Part;

typedef struct {
  SlLoader *loader;
  GHashTable *series;    /* set of Series by metric and subject */
  GHashTable *subjects;  /* set of text: those of observations */
  GPtrArray *components; /* per criterion: GArray of Prepared */
  guint n_evidence;
  guint n_look_ups;
  gboolean exhausted;
  GArray *scratch; /* of double */
} Computation;

/* ---- series ---- */

static guint
series_hash (gconstpointer key)
{
  const Series *series = key;

  return g_direct_hash (series->metric) * 31 + g_str_hash (series->subject);
}

static gboolean
series_equal (gconstpointer a, gconstpointer b)
{
  const Series *first = a, *second = b;

  return first->metric == second->metric && g_str_equal (first->subject, second->subject);
}

static void
series_free (gpointer data)
{
  Series *series = data;

  g_ptr_array_unref (series->observations);
  g_free (series);
}

static const Series *
find_series (Computation *self, const SlMetric *metric, const char *subject)
{
  Series key = { .metric = metric, .subject = subject };

  self->n_look_ups++;
  return g_hash_table_lookup (self->series, &key);
}

static void
add_observation (Computation *self, const SlObservation *observation)
{
  Series key = { .metric = observation->metric, .subject = observation->subject };
  Series *series;

  g_hash_table_add (self->subjects, (gpointer) observation->subject);
  if (isnan (observation->value))
    return;
  series = g_hash_table_lookup (self->series, &key);
  if (series == NULL) {
    series = g_new0 (Series, 1);
    *series = key;
    series->year = observation->year;
    series->observations = g_ptr_array_new ();
    g_hash_table_add (self->series, series);
  }
  if (observation->year > series->year)
    g_ptr_array_set_size (series->observations, 0);
  series->year = MAX (series->year, observation->year);
  if (observation->year == series->year)
    g_ptr_array_add (series->observations, (gpointer) observation);
}

/* ---- medians ---- */

static int
compare_doubles (const void *first, const void *second)
{
  double a = *(const double *) first, b = *(const double *) second;

  return (a > b) - (a < b);
}

/* Of an even count the mean of the middle two, the geometric one on a logarithmic axis. Sorts. */
static double
median (GArray *numbers, gboolean logarithmic)
{
  double *x = &g_array_index (numbers, double, 0);
  guint n = numbers->len;
  double low, high;

  g_assert (n > 0);
  qsort (x, n, sizeof (double), compare_doubles);
  low = x[(n - 1) / 2];
  high = x[n / 2];
  if (n % 2 == 1)
    return low;
  return logarithmic && low > 0 ? sqrt (low * high) : (low + high) / 2;
}

static double
series_median (Computation *self, const Series *series, gboolean logarithmic)
{
  g_array_set_size (self->scratch, 0);
  for (guint i = 0; i < series->observations->len; i++) {
    const SlObservation *observation = series->observations->pdata[i];

    g_array_append_val (self->scratch, observation->value);
  }
  return median (self->scratch, logarithmic);
}

/* The observation that stands for the series: the nearest to its median, the first of equals. */
static const SlObservation *
series_nearest (const Series *series, double value)
{
  const SlObservation *nearest = series->observations->pdata[0];

  for (guint i = 1; i < series->observations->len; i++) {
    const SlObservation *observation = series->observations->pdata[i];

    if (fabs (observation->value - value) < fabs (nearest->value - value))
      nearest = observation;
  }
  return nearest;
}

/* ---- ratios ---- */

/* A divisor, and a fault where there is none to divide by. */
static gboolean
find_divisor (Computation *self,
              const SlRecord *entry,
              const SlComponentData *data,
              const SlMetric *metric,
              const char *subject,
              Ratio *ratio)
{
  const Series *series = find_series (self, metric, subject);

  if (series == NULL) {
    sl_json_input_fault (entry->input, NULL,
                         _ ("expected a figure of \"%s\" by %s to divide by, found none"), subject,
                         metric->id);
    return FALSE;
  }
  ratio->divisor = series_median (self, series, data->component.function.logarithmic);
  ratio->reference = series_nearest (series, ratio->divisor);
  if (ratio->divisor > 0)
    return TRUE;
  sl_json_input_fault (entry->input, NULL,
                       _ ("expected a figure of \"%s\" by %s that is above 0, found %.15g"),
                       subject, metric->id, ratio->divisor);
  return FALSE;
}

/* How the subject gone through compares with the component's reference, by the metrics that hold
 * both: the geometric mean of their ratios. */
static gboolean
find_factor (Computation *self,
             const SlRecord *entry,
             const SlComponentData *data,
             const char *through,
             double *factor)
{
  gboolean logarithmic = data->component.function.logarithmic;
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < data->metrics->len; i++) {
    const SlComponentMetric *link = &g_array_index (data->metrics, SlComponentMetric, i);
    const Series *from, *to;
    double a, b;

    if (link->through != NULL)
      continue;
    from = find_series (self, link->metric, through);
    to = find_series (self, link->metric, data->reference);
    if (from == NULL || to == NULL)
      continue;
    a = series_median (self, from, logarithmic);
    b = series_median (self, to, logarithmic);
    if (a > 0 && b > 0) {
      sum += log (a / b) * link->power;
      n++;
    }
  }
  *factor = n > 0 ? exp (sum / n) : 1;
  if (n == 0)
    sl_json_input_fault (entry->input, "through",
                         _ ("expected a metric that holds both \"%s\" and \"%s\", found none"),
                         through, data->reference);
  return n > 0;
}

static Ratio
prepare_ratio (Computation *self,
               const SlRecord *entry,
               const SlComponentData *data,
               const SlComponentMetric *metric)
{
  Ratio ratio = { .metric = metric, .usable = TRUE, .divisor = 1, .factor = 1 };
  const char *subject = metric->through != NULL     ? metric->through
                        : metric->reference != NULL ? metric->reference
                                                    : data->reference;

  if (subject != NULL)
    ratio.usable = find_divisor (self, entry, data, metric->metric, subject, &ratio);
  if (metric->through != NULL)
    ratio.usable = find_factor (self, entry, data, metric->through, &ratio.factor) && ratio.usable;
  return ratio;
}

static Prepared
prepare_component (Computation *self, const SlRecord *entry, const SlComponentData *data)
{
  guint n = data->metrics->len;
  Prepared prepared = { data, sl_catalogue_own_block (self->loader->catalogue, n, sizeof (Ratio)) };

  sl_json_input_push (entry->input, "metrics");
  for (guint i = 0; i < n; i++) {
    sl_json_input_push_index (entry->input, i);
    prepared.ratios[i] =
        prepare_ratio (self, entry, data, &g_array_index (data->metrics, SlComponentMetric, i));
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  return prepared;
}

static void
prepare_criterion (Computation *self, const SlRecord *entry)
{
  const SlCriterion *criterion = entry->item;
  GArray *prepared = g_array_new (FALSE, FALSE, sizeof (Prepared));

  sl_json_input_push (entry->input, "components");
  for (guint i = 0; i < criterion->components->len; i++) {
    Prepared component;

    sl_json_input_push_index (entry->input, i);
    component = prepare_component (self, entry, criterion->components->pdata[i]);
    g_array_append_val (prepared, component);
    sl_json_input_pop (entry->input);
  }
  sl_json_input_pop (entry->input);
  self->components->pdata[criterion->index] = prepared;
}

/* ---- performances ---- */

/* The first entry of the alternative's subjects that the metric has figures of: those of its newest
 * year. */
static void
gather (Computation *self,
        const SlAlternativeData *data,
        const SlMetric *metric,
        GPtrArray *observations)
{
  g_ptr_array_set_size (observations, 0);
  for (guint i = 0; i < data->subjects->len && observations->len == 0; i++) {
    const char *const *pool = data->subjects->pdata[i];
    int year = G_MININT;

    for (guint j = 0; pool[j] != NULL; j++) {
      const Series *series = find_series (self, metric, pool[j]);

      if (series == NULL || series->year < year)
        continue;
      if (series->year > year)
        g_ptr_array_set_size (observations, 0);
      year = series->year;
      for (guint k = 0; k < series->observations->len; k++)
        g_ptr_array_add (observations, series->observations->pdata[k]);
    }
  }
}

static const SlEvidence *
add_evidence (Computation *self,
              const SlRecord *entry,
              const Prepared *prepared,
              const Ratio *ratio,
              const SlObservation *observation)
{
  const SlComponent *component = &prepared->data->component;
  SlEvidence *evidence = sl_catalogue_own_block (self->loader->catalogue, 1, sizeof *evidence);
  double x = observation->value;

  self->n_evidence++;
  if (ratio->reference != NULL)
    x = pow (x / ratio->divisor, ratio->metric->power) * ratio->factor;
  if (!isfinite (x) || (component->function.logarithmic && x < 0)) {
    sl_json_input_fault (entry->input, "subjects",
                         _ ("expected figures that \"%s\" can compare, found %.15g in \"%s\""),
                         component->id, observation->value, observation->id);
    x = 0;
  }
  *evidence = (SlEvidence) {
    .observation = observation,
    .component = component,
    .reference = ratio->reference,
    .divisor = ratio->divisor,
    .factor = ratio->factor,
    .performance = x,
    .value = sl_value_function_evaluate (&component->function, x),
  };
  return evidence;
}

/* The median performance of one metric; FALSE where it has no figure of the alternative. */
static gboolean
measure_metric (Computation *self,
                const SlRecord *entry,
                const Prepared *prepared,
                const Ratio *ratio,
                GPtrArray *evidence,
                double *performance)
{
  g_autoptr (GPtrArray) observations = g_ptr_array_new ();

  if (!ratio->usable)
    return FALSE;
  gather (self, entry->item, ratio->metric->metric, observations);
  if (observations->len == 0)
    return FALSE;
  g_array_set_size (self->scratch, 0);
  for (guint i = 0; i < observations->len; i++) {
    const SlEvidence *one = add_evidence (self, entry, prepared, ratio, observations->pdata[i]);

    g_array_append_val (self->scratch, one->performance);
    g_ptr_array_add (evidence, (gpointer) one);
  }
  *performance = median (self->scratch, prepared->data->component.function.logarithmic);
  return TRUE;
}

/* The part's value, and the range of those of its single figures from `first` on. */
static void
fill_part (Part *part,
           const SlComponent *component,
           double performance,
           const GPtrArray *evidence,
           guint first)
{
  guint n_survey = 0;

  part->share = component->share;
  part->value = sl_value_function_evaluate (&component->function, performance);
  part->low = part->high = part->value;
  for (guint i = first; i < evidence->len; i++) {
    const SlEvidence *one = evidence->pdata[i];

    part->low = i == first ? one->value : MIN (part->low, one->value);
    part->high = i == first ? one->value : MAX (part->high, one->value);
    n_survey += one->observation->metric->survey ? 1 : 0;
  }
  part->survey = (double) n_survey / (evidence->len - first);
}

static gboolean
measure_component (Computation *self,
                   const SlRecord *entry,
                   const Prepared *prepared,
                   GPtrArray *evidence,
                   Part *part)
{
  g_autoptr (GArray) performances = g_array_new (FALSE, FALSE, sizeof (double));
  const SlComponent *component = &prepared->data->component;
  guint first = evidence->len;

  for (guint i = 0; i < prepared->data->metrics->len; i++) {
    double performance;

    if (measure_metric (self, entry, prepared, &prepared->ratios[i], evidence, &performance))
      g_array_append_val (performances, performance);
  }
  if (performances->len == 0)
    return FALSE;
  fill_part (part, component, median (performances, component->function.logarithmic), evidence,
             first);
  return TRUE;
}

/* ---- cells ---- */

/* The shares of all components, whether there are figures or not. */
static double
total_share (const SlCriterion *criterion)
{
  double total = 0;

  for (guint i = 0; i < criterion->components->len; i++)
    total += ((const SlComponent *) criterion->components->pdata[i])->share;
  return total;
}

/* What widens a range on both sides. */
static void
count_evidence (const GPtrArray *evidence, int *newest, guint *n_low)
{
  *newest = G_MININT;
  *n_low = 0;
  for (guint i = 0; i < evidence->len; i++) {
    const SlEvidence *one = evidence->pdata[i];

    *newest = MAX (*newest, one->observation->year);
    *n_low += one->observation->confidence == SL_CONFIDENCE_LOW ? 1 : 0;
  }
}

static void
set_range (const SlUncertainty *uncertainty,
           const GPtrArray *evidence,
           double coverage,
           double below,
           double above,
           SlCell *cell)
{
  double extra, factor;
  int newest;
  guint n_low;

  count_evidence (evidence, &newest, &n_low);
  extra = uncertainty->base + (evidence->len < uncertainty->few_below ? uncertainty->few : 0) +
          uncertainty->missing * (1 - coverage);
  factor = 1 + uncertainty->age * MAX (0, uncertainty->year - newest);
  if (2 * n_low >= evidence->len)
    factor *= uncertainty->low_confidence;
  cell->low = MAX (0, cell->mode - (uncertainty->spread * below + extra) * factor);
  cell->high = MIN (100, cell->mode + (uncertainty->spread * above + extra) * factor);
}

static const GPtrArray *
collect_sources (SlLoader *loader, const GPtrArray *evidence)
{
  GPtrArray *sources = sl_catalogue_own_list (loader->catalogue);

  for (guint i = 0; i < evidence->len; i++) {
    const SlSource *source = ((const SlEvidence *) evidence->pdata[i])->observation->source;

    if (!g_ptr_array_find (sources, source, NULL))
      g_ptr_array_add (sources, (gpointer) source);
  }
  return sources;
}

static void
set_measured (SlLoader *loader,
              const GArray *parts,
              double coverage,
              GPtrArray *evidence,
              SlCell *cell)
{
  double share = 0, value = 0, low = 0, high = 0, survey = 0;

  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);

    share += part->share;
    value += part->share * part->value;
    low += part->share * part->low;
    high += part->share * part->high;
    survey += part->share * part->survey;
  }
  cell->basis = survey > share / 2 ? SL_BASIS_SURVEY : SL_BASIS_MEASURED;
  cell->mode = CLAMP (value / share, 0, 100);
  cell->reason = NULL;
  cell->evidence = evidence;
  cell->sources = collect_sources (loader, evidence);
  set_range (&loader->uncertainty, evidence, coverage, MAX (0, (value - low) / share),
             MAX (0, (high - value) / share), cell);
}

/* A judgement beside measurements would never be looked at. One of the shipped catalogue gives way
 * to an extension's figures. */
static void
check_not_judged (const SlRecord *entry, const SlCriterion *criterion, const SlCell *cell)
{
  if (cell->basis != SL_BASIS_JUDGEMENT || entry->shipped)
    return;
  sl_json_input_push (entry->input, "values");
  sl_json_input_fault (entry->input, criterion->id,
                       _ ("expected no judgement, since observations decide this value"));
  sl_json_input_pop (entry->input);
}

static void
compute_cell (Computation *self, const SlRecord *entry, const SlCriterion *criterion)
{
  SlAlternativeData *data = entry->item;
  const GArray *components = self->components->pdata[criterion->index];
  GPtrArray *evidence = sl_catalogue_own_list (self->loader->catalogue);
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (Part));
  double present = 0, coverage;

  for (guint i = 0; i < components->len; i++) {
    const Prepared *prepared = &g_array_index (components, Prepared, i);
    Part part;

    if (!measure_component (self, entry, prepared, evidence, &part))
      continue;
    present += part.share;
    g_array_append_val (parts, part);
  }
  coverage = present / total_share (criterion);
  if (parts->len == 0 || coverage < MIN_COVERAGE - COVERAGE_TOLERANCE)
    return;
  check_not_judged (entry, criterion, &data->cells[criterion->index]);
  set_measured (self->loader, parts, MIN (coverage, 1), evidence, &data->cells[criterion->index]);
}

/* A subject without any observation is misspelt. */
static void
check_subjects (Computation *self, const SlRecord *entry)
{
  const SlAlternativeData *data = entry->item;

  if (entry->shipped)
    return;
  for (guint i = 0; i < data->subjects->len; i++) {
    const char *const *pool = data->subjects->pdata[i];

    for (guint j = 0; pool[j] != NULL; j++) {
      if (!g_hash_table_contains (self->subjects, pool[j]))
        sl_json_input_fault (entry->input, "subjects",
                             _ ("expected the subject of an observation, found \"%s\""), pool[j]);
    }
  }
}

static gboolean
is_exhausted (Computation *self, const SlRecord *entry)
{
  if (self->n_evidence <= MAX_EVIDENCE && self->n_look_ups <= MAX_LOOK_UPS)
    return FALSE;
  if (!self->exhausted)
    sl_json_input_fault (entry->input, "subjects",
                         _ ("expected fewer observations to compute values from"));
  self->exhausted = TRUE;
  return TRUE;
}

static void
compute_technology (Computation *self, const SlRecord *entry)
{
  const GPtrArray *criteria = self->loader->catalogue->items[SL_LIST_CRITERIA];

  check_subjects (self, entry);
  for (guint i = 0; i < criteria->len && !is_exhausted (self, entry); i++) {
    const SlCriterion *criterion = criteria->pdata[i];

    if (criterion->components->len > 0 && criterion->technology_share > 0)
      compute_cell (self, entry, criterion);
  }
}

/* ---- all of it ---- */

typedef void (*Step) (Computation *self, const SlRecord *entry);

static void
for_each (Computation *self, SlList list, Step step)
{
  const GArray *entries = self->loader->entries[list];

  for (guint i = 0; i < entries->len; i++) {
    const SlRecord *entry = &g_array_index (entries, SlRecord, i);

    sl_json_input_push (entry->input, sl_loader_list_name (list));
    sl_json_input_push_index (entry->input, entry->index);
    step (self, entry);
    sl_json_input_pop (entry->input);
    sl_json_input_pop (entry->input);
  }
}

void
sl_compute_cells (SlLoader *loader)
{
  const GPtrArray *observations = loader->catalogue->items[SL_LIST_OBSERVATIONS];
  Computation self = {
    .loader = loader,
    .series = g_hash_table_new_full (series_hash, series_equal, series_free, NULL),
    .subjects = g_hash_table_new (g_str_hash, g_str_equal),
    .components = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .scratch = g_array_new (FALSE, FALSE, sizeof (double)),
  };

  g_ptr_array_set_size (self.components, (int) loader->catalogue->items[SL_LIST_CRITERIA]->len);
  for (guint i = 0; i < observations->len; i++)
    add_observation (&self, observations->pdata[i]);
  for_each (&self, SL_LIST_CRITERIA, prepare_criterion);
  for_each (&self, SL_LIST_TECHNOLOGIES, compute_technology);
  g_hash_table_unref (self.series);
  g_hash_table_unref (self.subjects);
  g_ptr_array_unref (self.components);
  g_array_unref (self.scratch);
}
