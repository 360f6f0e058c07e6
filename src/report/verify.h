/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whether a `report-1` document says what comes out when its inputs are computed again. The
 * document is a stranger's: it is read within bounds, and nothing in it is taken for granted. */

#include <gio/gio.h>
#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* What a report says of itself. */
typedef struct {
  char *program;  /* the version that wrote it */
  char *language; /* of its texts, as in pt-BR; "" in a report that does not say */
  char *messages; /* names of locales: of the texts, */
  char *numeric;  /* and of how numbers look in them */
} SlReportOrigin;

/* Errors: SL_INPUT_ERROR, if it is no report or of a newer format. */
gboolean
sl_report_read_origin (GBytes *bytes, const char *name, SlReportOrigin *origin, GError **error);
void sl_report_origin_clear (SlReportOrigin *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlReportOrigin, sl_report_origin_clear)

typedef struct {
  guint n_compared;         /* numbers, texts and truth values that were the same */
  gboolean other_language;  /* names and sentences were not compared */
  gboolean other_catalogue; /* the first difference is the catalogue */
  char *missing;            /* members that this program writes and the report lacks, as one of an
                               earlier program does; they were not compared. Nullable */
  char *difference;         /* the first one: place, what is there, what was computed; NULL: none */
} SlVerification;

/* Computes all of it with this catalogue. `name` is how faults and the difference call the file.
 * FALSE with SL_INPUT_ERROR, one line a fault, if the inputs in it are none. */
gboolean sl_report_verify (SlCatalogue *catalogue,
                           GBytes *bytes,
                           const char *name,
                           SlVerification *verification,
                           GError **error);
void sl_verification_clear (SlVerification *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlVerification, sl_verification_clear)

G_END_DECLS
