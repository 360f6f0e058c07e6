/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What can be chosen, and what is known about it. A SlCatalogue is immutable and reference-counted,
 * and may be shared between threads; everything reached from it is borrowed and lives as long as it
 * does. Texts are in the user's language where there is a translation. */

#include <glib.h>
#include "scoring/scoring.h"

G_BEGIN_DECLS

typedef struct _SlCatalogue SlCatalogue;

/* What a catalogue was read from. */
typedef struct {
  const char *name; /* «criteria.json», by what is in it */
  GBytes *bytes;
} SlCatalogueFile;

/* The ends of importances, which begin at 0, and of values and minimums, which do too. */
#define SL_IMPORTANCE_MAX 10.0
#define SL_VALUE_MAX 100.0

/* ---- evidence ---- */

typedef enum {
  SL_CONFIDENCE_LOW,
  SL_CONFIDENCE_MEDIUM,
  SL_CONFIDENCE_HIGH,
} SlConfidence;

typedef struct {
  const char *id;
  const char *title;
  const char *publisher;
  int year;
  const char *url; /* NULL where the source's page was not kept; else https */
} SlSource;

typedef struct {
  const char *id;
  const char *title;
  const char *unit;
  const char *meaning; /* nullable */
  int direction;       /* 1 higher is better, -1 lower is better, 0 neither */
  gboolean survey;     /* else measured or counted */
} SlMetric;

typedef struct {
  const char *id;
  const char *subject;
  const SlMetric *metric;
  double value;     /* NAN where the figure is a text */
  const char *text; /* NULL where the figure is a number */
  int year;
  const SlSource *source;
  SlConfidence confidence;
  const char *note; /* nullable */
} SlObservation;

/* ---- criteria ---- */

typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *description;
  double importance;         /* 0-10, before anyone moves the slider */
  const GPtrArray *criteria; /* of const SlCriterion */
} SlPillar;

/* A part of a criterion that is computed from observations. */
typedef struct {
  const char *id;
  const char *name;
  const char *unit;
  const char *reason; /* why these anchors */
  double share;
  SlValueFunction function;
} SlComponent;

typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *description;
  const char *worst; /* what 0 stands for */
  const char *best;  /* what 100 stands for */
  const SlPillar *pillar;
  double importance;           /* 0-10, before anyone moves the slider */
  double technology_share;     /* 0-1: how much of a pairing's value the technology decides */
  const GPtrArray *components; /* of const SlComponent; empty where every value is judged */
} SlCriterion;

/* Values of two criteria, or of the frameworks of one language, move together. */
typedef struct {
  const SlCriterion *first;
  const SlCriterion *second;
  double correlation;
} SlCorrelation;

/* ---- alternatives ---- */

typedef enum {
  SL_BASIS_UNKNOWN,
  SL_BASIS_JUDGEMENT,
  SL_BASIS_SURVEY,
  SL_BASIS_MEASURED,
} SlBasis;

/* An observation as a cell uses it: performance = (figure / divisor) ^ the metric's power * factor.
 * One that a judgement only cites has no component, and NAN as its value. */
typedef struct {
  const SlObservation *observation;
  const SlComponent *component;   /* nullable */
  const SlObservation *reference; /* the one nearest to the divisor; NULL for an absolute figure */
  double divisor;     /* the median of the reference's figures; 1 for an absolute figure */
  double factor;      /* 1, or from another reference to the component's */
  double performance; /* in the component's unit */
  double value;       /* 0-100 */
} SlEvidence;

typedef struct {
  SlBasis basis;
  double low, mode, high;    /* 0-100; unknown: 0, 50, 100 */
  const char *reason;        /* of a judgement; else NULL */
  const GPtrArray *evidence; /* of const SlEvidence: what the value rests on, or is judged by */
  const GPtrArray *sources;  /* of const SlSource, those of the evidence included */
} SlCell;

typedef enum {
  SL_VERDICT_AGREES,
  SL_VERDICT_MIXED,
  SL_VERDICT_DISAGREES,
  SL_VERDICT_UNVERIFIED,
} SlVerdict;

/* What the guide says of an alternative, and what the data say. */
typedef struct {
  const char *claim;
  SlVerdict verdict;
  const char *data;
  const SlSource *source;
  const GPtrArray *observations; /* of const SlObservation */
} SlClaim;

typedef struct {
  const char *line;
  GDate ends;
  const SlObservation *observation; /* nullable */
} SlSupportLine;

typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *kind; /* broker, queue, store, framework, platform, library, practice */
  const char *summary;
} SlCompanion;

typedef enum {
  SL_KIND_TECHNOLOGY,
  SL_KIND_PATTERN,
} SlKind;

typedef struct {
  guint index; /* among those of its kind */
  SlKind kind;
  const char *id;
  const char *name;
  const char *summary;
  const char *language; /* technologies; else NULL */
  const char *family;   /* technologies: id of what moves together; else NULL */
  const char *phrase;   /* patterns: «as a modular monolith»; else NULL */
  const char *const *tags;
  const char *const *strengths;
  const char *const *weaknesses;
  const char *const *best_for;
  const char *hiring_outlook;  /* nullable */
  const GPtrArray *companions; /* of const SlCompanion */
  const GPtrArray *support;    /* of const SlSupportLine */
  const GPtrArray *claims;     /* of const SlClaim */
  const SlCell *cells;         /* one a criterion, by its index */
} SlAlternative;

/* A technology with a pattern that it can be built as. */
typedef struct {
  guint index;
  const char *id;   /* technology+pattern */
  const char *name; /* «Go, as a modular monolith» */
  const SlAlternative *technology;
  const SlAlternative *pattern;
} SlPairing;

/* ---- facts, rules, profiles ---- */

typedef enum {
  SL_FACT_BOOLEAN,
  SL_FACT_NUMBER,
  SL_FACT_CHOICE,
} SlFactType;

typedef struct {
  const char *id;
  const char *name;
} SlChoice;

typedef struct {
  const char *id;
  const char *name;
  const GPtrArray *facts; /* of const SlFact */
} SlFactGroup;

/* The value of a fact is a number: 0 or 1; the number; the index of the choice. */
typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *description;
  const SlFactGroup *group;
  SlFactType type;
  double fallback; /* the value until someone says otherwise */
  double minimum, maximum, step;
  const char *unit;         /* nullable */
  const GPtrArray *choices; /* of const SlChoice */
} SlFact;

typedef enum {
  SL_STRENGTH_WEAK,
  SL_STRENGTH_MODERATE,
  SL_STRENGTH_STRONG,
  SL_STRENGTH_HARD,
} SlStrength;

typedef struct {
  const SlCriterion *criterion;
  double points; /* added to the value */
} SlAdjustment;

typedef struct {
  const SlPillar *pillar;       /* either this */
  const SlCriterion *criterion; /* or this; the other is NULL */
  double factor;                /* > 0, multiplies the importance */
} SlEmphasis;

typedef struct _SlCondition SlCondition;

typedef struct {
  guint index;
  const char *id;
  const char *statement;
  const char *data; /* what the data say where they differ; nullable */
  SlStrength strength;
  const SlCondition *condition; /* NULL: always */
  const gboolean *technologies; /* by index, whom it is about; NULL: not about technologies */
  const gboolean *patterns;     /* likewise; both: their pairings */
  gboolean excludes;
  const GArray *adjustments;     /* of SlAdjustment */
  const GArray *emphases;        /* of SlEmphasis */
  const char *advice;            /* nullable */
  const GPtrArray *companions;   /* of const SlCompanion */
  const GPtrArray *sources;      /* of const SlSource */
  const GPtrArray *observations; /* of const SlObservation */
} SlRule;

/* `facts`: the values by index, as many as the catalogue has facts. NULL condition: TRUE. */
gboolean sl_condition_holds (const SlCondition *condition, const double *facts);
/* Whether it depends on the fact. With `limits` (of double; nullable): adds the numbers that it
 * compares the fact with. NULL condition: FALSE. */
gboolean sl_condition_mentions (const SlCondition *condition, const SlFact *fact, GArray *limits);

typedef struct {
  guint index;
  const char *id;
  const char *name;
  const char *icon;
  const char *summary;
  const char *assumes;
  const double *pillar_importance;    /* by index, complete */
  const double *criterion_importance; /* by index, complete */
  const double *facts;                /* by index, complete */
  const double *pillar_minimum;       /* by index; NAN: none */
  const double *criterion_minimum;    /* by index; NAN: none */
} SlProfile;

/* ---- the catalogue ---- */

/* The shipped catalogue, or an error if it does not hold together (a defect of the build). */
SlCatalogue *sl_catalogue_new (GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* A catalogue from `path`, a folder with the files of data/catalogue or one of them. With
 * `"extends": "shortlist"` in its files it adds to the shipped one, replacing what has the same id;
 * without, it must be whole. SL_INPUT_ERROR: one line a fault (file, place, what was expected);
 * then nothing is loaded. */
SlCatalogue *sl_catalogue_new_for_path (const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from one file that has been read already; `name` is how faults call it. */
SlCatalogue *sl_catalogue_new_for_bytes (GBytes *bytes,
                                         const char *name,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The same from all files of a catalogue, as sl_catalogue_get_files() gives them (of const
 * SlCatalogueFile): with the files of the catalogue that it extends, if it does. */
SlCatalogue *sl_catalogue_new_for_files (const GPtrArray *files,
                                         const char *name,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
SlCatalogue *sl_catalogue_ref (SlCatalogue *self);
void sl_catalogue_unref (SlCatalogue *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlCatalogue, sl_catalogue_unref)

const char *sl_catalogue_get_id (SlCatalogue *self);
const char *sl_catalogue_get_version (SlCatalogue *self);
/* Of the files' bytes, in the order of their names, those of the shipped catalogue before those
 * that extend it; lower-case hexadecimal. */
const char *sl_catalogue_get_sha256 (SlCatalogue *self);
/* Of const SlCatalogueFile, in that order. */
const GPtrArray *sl_catalogue_get_files (SlCatalogue *self);

const GPtrArray *sl_catalogue_get_pillars (SlCatalogue *self); /* of const SlPillar */
/* of const SlCriterion, pillar by pillar */
const GPtrArray *sl_catalogue_get_criteria (SlCatalogue *self);
const GPtrArray *sl_catalogue_get_technologies (SlCatalogue *self); /* of const SlAlternative */
const GPtrArray *sl_catalogue_get_patterns (SlCatalogue *self);     /* of const SlAlternative */
const GPtrArray *sl_catalogue_get_pairings (SlCatalogue *self);     /* of const SlPairing */
const GPtrArray *sl_catalogue_get_companions (SlCatalogue *self);   /* of const SlCompanion */
const GPtrArray *sl_catalogue_get_fact_groups (SlCatalogue *self);  /* of const SlFactGroup */
const GPtrArray *sl_catalogue_get_facts (SlCatalogue *self);        /* of const SlFact, by group */
const GPtrArray *sl_catalogue_get_rules (SlCatalogue *self);        /* of const SlRule */
const GPtrArray *sl_catalogue_get_profiles (SlCatalogue *self);     /* of const SlProfile */
const GPtrArray *sl_catalogue_get_sources (SlCatalogue *self);      /* of const SlSource */
const GPtrArray *sl_catalogue_get_observations (SlCatalogue *self); /* of const SlObservation */
const GArray *sl_catalogue_get_correlations (SlCatalogue *self);    /* of SlCorrelation */
double sl_catalogue_get_family_correlation (SlCatalogue *self);     /* 0-1 */

/* By id; NULL if there is none. */
const SlPillar *sl_catalogue_find_pillar (SlCatalogue *self, const char *id);
const SlCriterion *sl_catalogue_find_criterion (SlCatalogue *self, const char *id);
const SlAlternative *sl_catalogue_find_alternative (SlCatalogue *self, const char *id);
const SlPairing *sl_catalogue_find_pairing (SlCatalogue *self, const char *id);
const SlFact *sl_catalogue_find_fact (SlCatalogue *self, const char *id);
const SlProfile *sl_catalogue_find_profile (SlCatalogue *self, const char *id);

/* The index of a choice of a fact, or -1. */
int sl_fact_find_choice (const SlFact *fact, const char *id);
/* «On», «12 people», «Mature»: a fact's value in words. */
char *sl_fact_describe (const SlFact *fact, double value) G_GNUC_WARN_UNUSED_RESULT;

/* Appends to a list of names, «Go, Rust, C++», by what the language puts between them. */
void sl_names_append (GString *names, const char *name);

const char *sl_basis_get_id (SlBasis basis);         /* measured, survey, judgement, unknown */
const char *sl_basis_get_name (SlBasis basis);       /* translated */
const char *sl_verdict_get_name (SlVerdict verdict); /* translated */

G_END_DECLS
