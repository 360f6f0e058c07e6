/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "decision.h"

#include "catalogue/json-input.h"

G_BEGIN_DECLS

/* The same memory while it is being made, before anyone else holds it. */
typedef struct {
  SlRequirements public;
  gatomicrefcount ref_count;
  double *pillar_importance;
  double *criterion_importance;
  double *facts;
  double *pillar_minimum;
  double *criterion_minimum;
  double *pillar_lock;
  double *criterion_lock;
  GPtrArray *overrides;
} SlRequirementsDraft;

SlRequirementsDraft *sl_requirements_draft (SlRequirements *model);
/* Without a profile: what the catalogue's pillars, criteria and facts say of themselves. */
SlRequirementsDraft *
sl_requirements_draft_for_profile (SlCatalogue *catalogue, const SlProfile *profile);
void sl_requirements_draft_put_override (SlRequirementsDraft *self,
                                         const SlAlternative *alternative,
                                         const SlCriterion *criterion,
                                         double low,
                                         double mode,
                                         double high,
                                         const char *reason);
gboolean sl_requirements_draft_has_override (SlRequirementsDraft *self,
                                             const SlAlternative *alternative,
                                             const SlCriterion *criterion);
gboolean sl_requirements_draft_drop_override (SlRequirementsDraft *self,
                                              const SlAlternative *alternative,
                                              const SlCriterion *criterion);
/* Of the same catalogue. */
void sl_requirements_draft_take_importance (SlRequirementsDraft *self, SlImportance *importance);
void sl_requirements_draft_clear_minimums (SlRequirementsDraft *self);
/* From now on it is immutable. */
SlRequirements *sl_requirements_draft_finish (SlRequirementsDraft *self);

/* From the members of an object that sl_requirements_write() writes; `profile` is set to that of
 * the catalogue which they began with, or to NULL. What is wrong is a fault of the input. */
SlRequirements *sl_requirements_read (SlJsonInput *input,
                                      JsonObject *object,
                                      SlCatalogue *catalogue,
                                      const SlProfile **profile) G_GNUC_WARN_UNUSED_RESULT;

/* Importance by id, from an object that is the member of another; what it does not say is as the
 * profile (nullable: the first) assumes. An id that the catalogue does not have goes to `dropped`,
 * a list of char *; without one it is a fault. */
SlImportance *sl_importance_read (SlJsonInput *input,
                                  JsonObject *object,
                                  const char *member,
                                  SlCatalogue *catalogue,
                                  const SlProfile *profile,
                                  GPtrArray *dropped) G_GNUC_WARN_UNUSED_RESULT;

/* What a new decision starts with; NULL in a catalogue without profiles. */
const SlProfile *sl_requirements_first_profile (SlCatalogue *catalogue);

/* Characters: what an edit keeps, and what the file may hold. */
#define SL_TITLE_MAX 1000
#define SL_REASON_MAX 2000

G_END_DECLS
