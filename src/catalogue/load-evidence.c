/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"
#include "catalogue/loader-private.h"

#include <gio/gio.h>
#include <math.h>
#include "catalogue/translation.h"

/* Sources, metrics and observations. */

#define MAX_TITLE 300
#define MAX_URL 2000
#define MAX_FIGURE                                                                                 \
  1e15 /* of either sign: no figure is larger, and squares of it are still finite */

/* Whether the text has only what RFC 3986 lets into an address; g_uri_parse() lets more pass. */
static gboolean
is_ascii (const char *text)
{
  for (const char *c = text; *c != '\0'; c++) {
    if (!g_ascii_isgraph (*c))
      return FALSE;
  }
  return TRUE;
}

static const char *
load_url (SlLoader *self, const SlRecord *entry)
{
  const char *url = sl_json_input_string_or (entry->input, entry->object, "url", MAX_URL, NULL);
  g_autoptr (GUri) uri = NULL;

  if (url == NULL)
    return NULL;
  uri = is_ascii (url) ? g_uri_parse (url, G_URI_FLAGS_NONE, NULL) : NULL;
  if (uri == NULL || g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0') {
    sl_json_input_fault (entry->input, "url", _ ("expected an address that starts with https://"));
    return NULL;
  }
  return sl_catalogue_own_string (self->catalogue, url);
}

static void
fill_source (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id", "title", "publisher", "year", "url", NULL };
  SlSource *source = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  source->id = sl_loader_id (self, entry);
  source->title = sl_loader_word (self, entry, entry->object, "title", MAX_TITLE);
  source->publisher = sl_loader_word (self, entry, entry->object, "publisher", MAX_TITLE);
  source->year = sl_loader_year (self, entry, entry->object, "year");
  source->url = load_url (self, entry);
}

static void
fill_metric (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",    "title",   "unit", "direction",
                                         "basis", "meaning", NULL };
  static const char *const directions[] = { "lower", "none", "higher", NULL };
  static const char *const bases[] = { "measured", "survey", NULL };
  SlMetric *metric = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  metric->id = sl_loader_id (self, entry);
  metric->title = sl_loader_text (self, entry, entry->object, "title", SL_MAX_TEXT);
  metric->unit = sl_loader_text (self, entry, entry->object, "unit", SL_MAX_TEXT);
  metric->meaning = sl_loader_text_or_null (self, entry, entry->object, "meaning", SL_MAX_TEXT);
  metric->direction =
      (int) sl_loader_one_of (self, entry, entry->object, "direction", directions) - 1;
  metric->survey = sl_loader_one_of (self, entry, entry->object, "basis", bases) == 1;
}

/* A number, or a text such as «yes, since 2.1». */
static void
load_figure (SlLoader *self, const SlRecord *entry, SlObservation *observation)
{
  JsonNode *node = json_object_get_member (entry->object, "value");

  if (node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
      json_node_get_value_type (node) == G_TYPE_STRING) {
    observation->value = NAN;
    observation->text = sl_loader_text (self, entry, entry->object, "value", SL_MAX_TEXT);
  } else {
    observation->value =
        sl_json_input_number (entry->input, entry->object, "value", -MAX_FIGURE, MAX_FIGURE);
  }
}

static void
fill_observation (SlLoader *self, const SlRecord *entry)
{
  static const char *const members[] = { "id",     "subject",    "metric", "value", "year",
                                         "source", "confidence", "note",   NULL };
  static const char *const confidences[] = { "low", "medium", "high", NULL };
  SlObservation *observation = entry->item;

  sl_json_input_only (entry->input, entry->object, members);
  observation->id = sl_loader_id (self, entry);
  observation->subject = sl_loader_word (self, entry, entry->object, "subject", SL_MAX_WORD);
  observation->metric = sl_loader_refer (self, entry, entry->object, "metric", SL_LIST_METRICS);
  load_figure (self, entry, observation);
  observation->year = sl_loader_year (self, entry, entry->object, "year");
  observation->source = sl_loader_refer (self, entry, entry->object, "source", SL_LIST_SOURCES);
  observation->confidence =
      sl_loader_one_of (self, entry, entry->object, "confidence", confidences);
  observation->note = sl_loader_text_or_null (self, entry, entry->object, "note", SL_MAX_TEXT);
}

void
sl_load_evidence (SlLoader *self)
{
  sl_loader_fill (self, SL_LIST_SOURCES, fill_source);
  sl_loader_fill (self, SL_LIST_METRICS, fill_metric);
  sl_loader_fill (self, SL_LIST_OBSERVATIONS, fill_observation);
}
