/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From files to a catalogue, in stages:
 *
 * - load.c reads and parses every file and checks its head;
 * - load.c collects the entries of every list, an extension's over the shipped ones of the same id,
 *   and makes an empty struct for each, so that whoever refers to it has something to point at;
 * - load-*.c fill in the structs, list by list;
 * - values.c computes cells from the observations, and load-alternatives.c makes the pairings.
 *
 * A fault never stops a stage, only the next one where it would report the same fault again. */

#include "catalogue/catalogue-private.h"
#include "catalogue/json-input.h"

G_BEGIN_DECLS

/* The lengths of texts, in characters. */
#define SL_MAX_NAME 60
#define SL_MAX_SHORT_NAME 28
#define SL_MAX_TEXT 300
#define SL_MAX_WORD 100 /* a subject */

/* One entry of a list in a file. */
typedef struct {
  SlJsonInput *input;
  gboolean shipped; /* comes from the shipped catalogue, below an extension */
  guint index;      /* in the file's list */
  JsonObject *object;
  gpointer item; /* owned by the catalogue */
} SlRecord;

/* How uncertain a measured value is; criteria.json says why. */
typedef struct {
  double spread;
  double base;
  double few;
  double few_below;
  double age;
  double low_confidence;
  double missing;
  double year;
} SlUncertainty;

typedef struct {
  const SlMetric *metric;
  const char *reference; /* subject; nullable */
  const char *through;   /* subject; nullable */
  double power;
} SlComponentMetric;

/* More than the public struct shows; the public struct comes first, so that one is the other. */
typedef struct {
  SlComponent component;
  const char *reference; /* subject; nullable */
  GArray *metrics;       /* of SlComponentMetric */
} SlComponentData;

typedef struct {
  SlAlternative alternative;
  SlCell *cells;
  GPtrArray *subjects;      /* of const char *const *: each entry's pool */
  const gboolean *partners; /* patterns: by index of the technology; NULL: all */
} SlAlternativeData;

typedef struct {
  SlCatalogue *catalogue; /* owned until it is done */
  GPtrArray *files;       /* of SlFile, owned */
  GArray *entries[SL_N_LISTS];
  SlUncertainty uncertainty;
  gboolean extends;
  /* The alternatives of a tag: text -> GArray of guint */
  GHashTable *technology_tags;
  GHashTable *pattern_tags;
} SlLoader;

typedef void (*SlFill) (SlLoader *self, const SlRecord *entry);

/* Calls `fill` for each entry of the list, with its place pushed. */
void sl_loader_fill (SlLoader *self, SlList list, SlFill fill);

/* The member that holds the list in its file. */
const char *sl_loader_list_name (SlList list);

/* A text for people: one line, not empty, translated, owned by the catalogue. NULL after a fault.
 */
const char *sl_loader_text (SlLoader *self,
                            const SlRecord *entry,
                            JsonObject *object,
                            const char *member,
                            guint max_length);
const char *sl_loader_text_or_null (SlLoader *self,
                                    const SlRecord *entry,
                                    JsonObject *object,
                                    const char *member,
                                    guint max_length);
/* A list of them, NULL-terminated. */
const char *const *
sl_loader_texts (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member);
/* A text as it is, not to be translated: a subject, or what a source is called. */
const char *sl_loader_word (SlLoader *self,
                            const SlRecord *entry,
                            JsonObject *object,
                            const char *member,
                            guint max_length);
const char *
sl_loader_element_word (SlLoader *self, const SlRecord *entry, JsonArray *array, guint index);
/* The entry's own id, which stage 2 has checked. */
const char *sl_loader_id (SlLoader *self, const SlRecord *entry);

double sl_loader_above_zero (SlLoader *self,
                             const SlRecord *entry,
                             JsonObject *object,
                             const char *member,
                             double high);
int sl_loader_year (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member);
/* The index of the member's text in `names`; 0 after a fault. */
guint sl_loader_one_of (SlLoader *self,
                        const SlRecord *entry,
                        JsonObject *object,
                        const char *member,
                        const char *const *names);

/* The number of elements, or `limit` and a fault if there are more. 0 for NULL. */
guint sl_loader_count (const SlRecord *entry, JsonArray *array, const char *member, guint limit);

/* What an id refers to. NULL after a fault. */
gpointer sl_loader_look_up (SlLoader *self,
                            const SlRecord *entry,
                            SlList list,
                            const char *member,
                            const char *id);
gpointer sl_loader_refer (SlLoader *self,
                          const SlRecord *entry,
                          JsonObject *object,
                          const char *member,
                          SlList list);
/* A fault if a list that may be empty is absent. */
void sl_loader_require (const SlRecord *entry, JsonObject *object, const char *member);
/* A list of references, each once; empty where the member is absent. */
GPtrArray *sl_loader_refer_all (SlLoader *self,
                                const SlRecord *entry,
                                JsonObject *object,
                                const char *member,
                                SlList list);

/* ---- stage 3 and 4, in this order ---- */

void sl_load_evidence (SlLoader *self);
void sl_load_criteria (SlLoader *self);
/* The parts of criteria.json that have no ids. */
void sl_load_uncertainty (SlLoader *self, const SlRecord *file, JsonObject *object);
void sl_load_correlations (SlLoader *self, const SlRecord *file, JsonArray *array);
void sl_load_families (SlLoader *self, const SlRecord *file, JsonObject *object);
void sl_load_alternatives (SlLoader *self);
void sl_load_facts (SlLoader *self);
void sl_load_rules (SlLoader *self);
void sl_load_profiles (SlLoader *self);
void sl_compute_cells (SlLoader *self);
void sl_make_pairings (SlLoader *self);

/* Whom a target is about, by index among the technologies or the patterns; NULL where it is absent.
 */
const gboolean *sl_load_target (SlLoader *self,
                                const SlRecord *entry,
                                JsonObject *object,
                                const char *member,
                                SlList list);
/* NULL where it is absent, and after a fault. */
const SlCondition *
sl_load_condition (SlLoader *self, const SlRecord *entry, JsonObject *object, const char *member);
/* The value of a fact as a profile or the fact itself gives it. */
double sl_load_fact_value (SlLoader *self,
                           const SlRecord *entry,
                           JsonObject *object,
                           const char *member,
                           const SlFact *fact);

G_END_DECLS
