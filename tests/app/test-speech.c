/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a screen reader says of what is drawn, against what a person would say. */

#include "config.h"

#include "app/speech.h"

#include <math.h>

static void
assert_says (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_names (void)
{
  assert_says (sl_speech_name ("Go"), "Go");
  assert_says (sl_speech_name ("Ruby on Rails"), "Ruby on Rails");
  assert_says (sl_speech_name ("Python · FastAPI"), "Python with FastAPI");
  assert_says (sl_speech_name (".NET · ASP.NET Core"), ".NET with ASP.NET Core");
  assert_says (sl_speech_name ("Python · FastAPI, as a modular monolith"),
               "Python with FastAPI, as a modular monolith");
}

static void
test_places (void)
{
  static const struct {
    guint rank;
    const char *text;
  } places[] = {
    { 1, "1st" },   { 2, "2nd" },   { 3, "3rd" },     { 4, "4th" },     { 10, "10th" },
    { 11, "11th" }, { 12, "12th" }, { 13, "13th" },   { 20, "20th" },   { 21, "21st" },
    { 22, "22nd" }, { 23, "23rd" }, { 101, "101st" }, { 111, "111th" }, { 112, "112th" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    assert_says (sl_speech_place (places[i].rank), places[i].text);
}

/* The second and the third are level, and the last is ruled out. */
static void
test_entries (void)
{
  const SlEntry entries[] = {
    { .name = "Python · FastAPI", .rank = 1, .score = 78.44 },
    { .name = "Go", .rank = 2, .score = 71.25, .overridden = TRUE },
    { .name = "Rust", .rank = 2, .score = 71.25 },
    { .name = "Java · Quarkus, as microservices", .rank = 4, .score = 60 },
    { .name = "Firebase", .rank = 0, .score = 60 },
  };
  const SlRanking ranking = { .n_entries = 5, .n_ranked = 4, .entries = entries };

  assert_says (sl_speech_entry (&ranking, &entries[0], NAN),
               "1st, Python with FastAPI, 78.4 points");
  assert_says (sl_speech_entry (&ranking, &entries[0], 0.71),
               "1st, Python with FastAPI, 78.4 points, first in 71 percent of trials");
  assert_says (sl_speech_entry (&ranking, &entries[1], 0.004),
               "joint 2nd, Go, 71.2 points with values of your own, first in less than 1 percent "
               "of trials");
  assert_says (sl_speech_entry (&ranking, &entries[2], 0),
               "joint 2nd, Rust, 71.2 points, first in 0 percent of trials");
  assert_says (sl_speech_entry (&ranking, &entries[3], 1),
               "4th, Java with Quarkus, as microservices, 60.0 points, first in 100 percent of "
               "trials");
}

static void
test_surroundings (void)
{
  g_assert_null (sl_speech_surroundings (0, NAN, NAN, NAN));
  assert_says (sl_speech_surroundings (1, NAN, NAN, NAN), "Up 1 place.");
  assert_says (sl_speech_surroundings (-2, NAN, NAN, NAN), "Down 2 places.");
  assert_says (sl_speech_surroundings (3, 70.04, 82, 75.5),
               "Up 3 places. From 70.0 to 82.0 points in 90 percent of trials. 75.5 points when "
               "the ranking was pinned.");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/speech/names", test_names);
  g_test_add_func ("/speech/places", test_places);
  g_test_add_func ("/speech/entries", test_entries);
  g_test_add_func ("/speech/surroundings", test_surroundings);

  return g_test_run ();
}
