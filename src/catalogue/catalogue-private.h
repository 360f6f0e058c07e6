/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What the loader fills in and the catalogue gives out. */

#include "catalogue/catalogue.h"

G_BEGIN_DECLS

/* The lists of the catalogue's files whose entries have ids. */
typedef enum {
  SL_LIST_COMPANIONS,
  SL_LIST_CRITERIA,
  SL_LIST_FACTS,
  SL_LIST_GROUPS,
  SL_LIST_METRICS,
  SL_LIST_OBSERVATIONS,
  SL_LIST_PATTERNS,
  SL_LIST_PILLARS,
  SL_LIST_PROFILES,
  SL_LIST_RULES,
  SL_LIST_SOURCES,
  SL_LIST_TECHNOLOGIES,
} SlList;

#define SL_N_LISTS 12

struct _SlCatalogue {
  gatomicrefcount references;
  double family_correlation;

  /* Borrowed from the owned below */
  const char *id;
  const char *version;

  /* Owned */
  GPtrArray *files;             /* of SlCatalogueFile */
  char *sha256;                 /* theirs, once someone asked; nullable */
  char *packed;                 /* them as documents carry them, once someone asked; nullable */
  GPtrArray *items[SL_N_LISTS]; /* borrowed elements, by index */
  GHashTable *ids[SL_N_LISTS];  /* borrowed keys and values */
  GPtrArray *pairings;
  GHashTable *pairing_ids;
  GArray *correlations;
  GStringChunk *strings; /* every text */
  GPtrArray *blocks;     /* every struct and plain array */
  GPtrArray *lists;      /* every other GPtrArray */
  GPtrArray *arrays;     /* every other GArray */
};

SlCatalogueFile *sl_catalogue_file_new (const char *name, GBytes *bytes) G_GNUC_WARN_UNUSED_RESULT;
void sl_catalogue_file_free (gpointer data);

SlCatalogue *sl_catalogue_alloc (void) G_GNUC_WARN_UNUSED_RESULT;

/* What belongs to the catalogue and is freed with it. */
const char *sl_catalogue_own_string (SlCatalogue *self, const char *text);
gpointer sl_catalogue_own_block (SlCatalogue *self, gsize n, gsize size);
GPtrArray *sl_catalogue_own_list (SlCatalogue *self);
GArray *sl_catalogue_own_array (SlCatalogue *self, gsize size);

G_END_DECLS
