/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/catalogue-private.h"
#include "catalogue/number.h"
#include "catalogue/translation.h"

SlCatalogueFile *
sl_catalogue_file_new (const char *name, GBytes *bytes)
{
  SlCatalogueFile *self = g_new0 (SlCatalogueFile, 1);

  self->name = g_strdup (name);
  self->bytes = g_bytes_ref (bytes);
  return self;
}

void
sl_catalogue_file_free (gpointer data)
{
  SlCatalogueFile *self = data;

  g_free ((char *) self->name);
  g_bytes_unref (self->bytes);
  g_free (self);
}

SlCatalogue *
sl_catalogue_alloc (void)
{
  SlCatalogue *self = g_new0 (SlCatalogue, 1);

  g_atomic_ref_count_init (&self->references);
  self->files = g_ptr_array_new_with_free_func (sl_catalogue_file_free);
  for (guint i = 0; i < SL_N_LISTS; i++) {
    self->items[i] = g_ptr_array_new ();
    self->ids[i] = g_hash_table_new (g_str_hash, g_str_equal);
  }
  self->pairings = g_ptr_array_new ();
  self->pairing_ids = g_hash_table_new (g_str_hash, g_str_equal);
  self->correlations = g_array_new (FALSE, FALSE, sizeof (SlCorrelation));
  self->strings = g_string_chunk_new (4096);
  self->blocks = g_ptr_array_new_with_free_func (g_free);
  self->lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  self->arrays = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  return self;
}

SlCatalogue *
sl_catalogue_ref (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
sl_catalogue_unref (SlCatalogue *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_ptr_array_unref (self->files);
  g_free (self->packed);
  g_free (self->sha256);
  for (guint i = 0; i < SL_N_LISTS; i++) {
    g_ptr_array_unref (self->items[i]);
    g_hash_table_unref (self->ids[i]);
  }
  g_ptr_array_unref (self->pairings);
  g_hash_table_unref (self->pairing_ids);
  g_array_unref (self->correlations);
  g_ptr_array_unref (self->lists);
  g_ptr_array_unref (self->arrays);
  g_ptr_array_unref (self->blocks);
  g_string_chunk_free (self->strings);
  g_free (self);
}

/* ---- ownership ---- */

const char *
sl_catalogue_own_string (SlCatalogue *self, const char *text)
{
  return g_string_chunk_insert (self->strings, text);
}

gpointer
sl_catalogue_own_block (SlCatalogue *self, gsize n, gsize size)
{
  gpointer block = g_malloc0_n (MAX (n, 1), size);

  g_ptr_array_add (self->blocks, block);
  return block;
}

GPtrArray *
sl_catalogue_own_list (SlCatalogue *self)
{
  GPtrArray *list = g_ptr_array_new ();

  g_ptr_array_add (self->lists, list);
  return list;
}

GArray *
sl_catalogue_own_array (SlCatalogue *self, gsize size)
{
  GArray *array = g_array_new (FALSE, TRUE, (guint) size);

  g_ptr_array_add (self->arrays, array);
  return array;
}

/* ---- getters ---- */

const char *
sl_catalogue_get_id (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->id;
}

const char *
sl_catalogue_get_version (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->version;
}

static char *
compute_sha256 (SlCatalogue *self)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  for (guint i = 0; i < self->files->len; i++) {
    const SlCatalogueFile *file = self->files->pdata[i];
    gsize length;
    const guchar *data = g_bytes_get_data (file->bytes, &length);

    g_checksum_update (checksum, data, (gssize) length);
  }

  return g_strdup (g_checksum_get_string (checksum));
}

/* It takes a tenth of the time that loading does, and to rank needs none. */
const char *
sl_catalogue_get_sha256 (SlCatalogue *self)
{
  char *sha256;

  g_return_val_if_fail (self != NULL, NULL);

  sha256 = g_atomic_pointer_get (&self->sha256);
  if (sha256 != NULL)
    return sha256;

  /* Threads may find the same at the same time; the first to be done wins. */
  sha256 = compute_sha256 (self);
  if (!g_atomic_pointer_compare_and_exchange (&self->sha256, NULL, sha256))
    g_free (sha256);

  return g_atomic_pointer_get (&self->sha256);
}

const GPtrArray *
sl_catalogue_get_files (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->files;
}

static const GPtrArray *
get_items (SlCatalogue *self, SlList list)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->items[list];
}

const GPtrArray *
sl_catalogue_get_pillars (SlCatalogue *self)
{
  return get_items (self, SL_LIST_PILLARS);
}

const GPtrArray *
sl_catalogue_get_criteria (SlCatalogue *self)
{
  return get_items (self, SL_LIST_CRITERIA);
}

const GPtrArray *
sl_catalogue_get_technologies (SlCatalogue *self)
{
  return get_items (self, SL_LIST_TECHNOLOGIES);
}

const GPtrArray *
sl_catalogue_get_patterns (SlCatalogue *self)
{
  return get_items (self, SL_LIST_PATTERNS);
}

const GPtrArray *
sl_catalogue_get_companions (SlCatalogue *self)
{
  return get_items (self, SL_LIST_COMPANIONS);
}

const GPtrArray *
sl_catalogue_get_fact_groups (SlCatalogue *self)
{
  return get_items (self, SL_LIST_GROUPS);
}

const GPtrArray *
sl_catalogue_get_facts (SlCatalogue *self)
{
  return get_items (self, SL_LIST_FACTS);
}

const GPtrArray *
sl_catalogue_get_rules (SlCatalogue *self)
{
  return get_items (self, SL_LIST_RULES);
}

const GPtrArray *
sl_catalogue_get_profiles (SlCatalogue *self)
{
  return get_items (self, SL_LIST_PROFILES);
}

const GPtrArray *
sl_catalogue_get_sources (SlCatalogue *self)
{
  return get_items (self, SL_LIST_SOURCES);
}

const GPtrArray *
sl_catalogue_get_observations (SlCatalogue *self)
{
  return get_items (self, SL_LIST_OBSERVATIONS);
}

const GPtrArray *
sl_catalogue_get_pairings (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->pairings;
}

const GArray *
sl_catalogue_get_correlations (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->correlations;
}

double
sl_catalogue_get_family_correlation (SlCatalogue *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->family_correlation;
}

/* ---- by id ---- */

static gpointer
find (SlCatalogue *self, SlList list, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->ids[list], id);
}

const SlPillar *
sl_catalogue_find_pillar (SlCatalogue *self, const char *id)
{
  return find (self, SL_LIST_PILLARS, id);
}

const SlCriterion *
sl_catalogue_find_criterion (SlCatalogue *self, const char *id)
{
  return find (self, SL_LIST_CRITERIA, id);
}

const SlAlternative *
sl_catalogue_find_alternative (SlCatalogue *self, const char *id)
{
  const SlAlternative *technology = find (self, SL_LIST_TECHNOLOGIES, id);

  return technology != NULL ? technology : find (self, SL_LIST_PATTERNS, id);
}

const SlPairing *
sl_catalogue_find_pairing (SlCatalogue *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);

  return g_hash_table_lookup (self->pairing_ids, id);
}

const SlFact *
sl_catalogue_find_fact (SlCatalogue *self, const char *id)
{
  return find (self, SL_LIST_FACTS, id);
}

const SlProfile *
sl_catalogue_find_profile (SlCatalogue *self, const char *id)
{
  return find (self, SL_LIST_PROFILES, id);
}

/* ---- facts in words ---- */

int
sl_fact_find_choice (const SlFact *fact, const char *id)
{
  g_return_val_if_fail (fact != NULL && id != NULL, -1);

  for (guint i = 0; i < fact->choices->len; i++) {
    const SlChoice *choice = fact->choices->pdata[i];

    if (g_str_equal (choice->id, id))
      return (int) i;
  }
  return -1;
}

static char *
describe_number (const SlFact *fact, double value)
{
  /* As many decimals as the fact's step has. */
  g_autofree char *number = g_strdup_printf ("%'.*f", sl_number_count_decimals (fact->step), value);

  if (fact->unit == NULL)
    return g_steal_pointer (&number);
  /* Translators: a number and its unit, as in “12 people”. */
  return g_strdup_printf (C_ ("number and unit", "%s %s"), number, fact->unit);
}

char *
sl_fact_describe (const SlFact *fact, double value)
{
  g_return_val_if_fail (fact != NULL, NULL);

  switch (fact->type) {
  case SL_FACT_BOOLEAN:
    return g_strdup (value != 0 ? C_ ("fact", "On") : C_ ("fact", "Off"));
  case SL_FACT_NUMBER:
    return describe_number (fact, value);
  case SL_FACT_CHOICE:
    if (value >= 0 && value < fact->choices->len) {
      const SlChoice *choice = fact->choices->pdata[(guint) value];

      return g_strdup (choice->name);
    }
    g_return_val_if_reached (g_strdup (""));
  default:
    g_return_val_if_reached (g_strdup (""));
  }
}

/* ---- lists in words ---- */

void
sl_names_append (GString *names, const char *name)
{
  g_return_if_fail (names != NULL && name != NULL);

  if (names->len > 0)
    /* Translators: what stands between the names of a list. */
    g_string_append (names, _ (", "));
  g_string_append (names, name);
}

/* ---- enumerations in words ---- */

const char *
sl_basis_get_id (SlBasis basis)
{
  switch (basis) {
  case SL_BASIS_UNKNOWN:
    return "unknown";
  case SL_BASIS_JUDGEMENT:
    return "judgement";
  case SL_BASIS_SURVEY:
    return "survey";
  case SL_BASIS_MEASURED:
    return "measured";
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
sl_basis_get_name (SlBasis basis)
{
  switch (basis) {
  case SL_BASIS_UNKNOWN:
    /* Translators: what a value rests on. */
    return C_ ("basis", "Unknown");
  case SL_BASIS_JUDGEMENT:
    return C_ ("basis", "Judgement");
  case SL_BASIS_SURVEY:
    return C_ ("basis", "Survey");
  case SL_BASIS_MEASURED:
    return C_ ("basis", "Measured");
  default:
    g_return_val_if_reached (NULL);
  }
}

const char *
sl_verdict_get_name (SlVerdict verdict)
{
  switch (verdict) {
  case SL_VERDICT_AGREES:
    /* Translators: what the data say of a claim. */
    return C_ ("verdict", "The data agree");
  case SL_VERDICT_MIXED:
    return C_ ("verdict", "The data are mixed");
  case SL_VERDICT_DISAGREES:
    return C_ ("verdict", "The data disagree");
  case SL_VERDICT_UNVERIFIED:
    return C_ ("verdict", "No data");
  default:
    g_return_val_if_reached (NULL);
  }
}
