/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "program.h"

#include <string.h>

/* ---- published results ---- */

static JsonObject *
rank (const char *matrix, const char *options)
{
  g_auto (Run) run = program_run (matrix, "rank --matrix - --format json %s", options);

  return run_expect_json (&run, "rank-matrix-1");
}

static JsonObject *
find (JsonObject *ranking, const char *id)
{
  JsonArray *alternatives = json_object_get_array_member (ranking, "alternatives");

  for (guint i = 0; i < json_array_get_length (alternatives); i++) {
    JsonObject *alternative = json_array_get_object_element (alternatives, i);

    if (strcmp (json_object_get_string_member (alternative, "id"), id) == 0)
      return alternative;
  }
  fail_msg ("no %s", id);
  return NULL;
}

/* Of A1, A2, ... */
static void
expect_figures (JsonObject *ranking,
                const char *figure,
                const double *expected,
                gsize n,
                double tolerance)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("A%" G_GSIZE_FORMAT, i + 1);

    assert_double_equal (json_object_get_double_member (find (ranking, id), figure), expected[i],
                         tolerance);
  }
}

static void
expect_ranks (JsonObject *ranking, const gint64 *expected, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autofree char *id = g_strdup_printf ("A%" G_GSIZE_FORMAT, i + 1);

    assert_int_equal (json_object_get_int_member (find (ranking, id), "rank"), expected[i]);
  }
}

/* Opricovic & Tzeng 2004, EJOR 156(2):445-455: the winner changes with the normalisation. */
static void
test_topsis (void **state)
{
  static const char matrix[] = "alternative,risk,altitude\n"
                               "#direction,min,max\n"
                               "A1,1,3000\n"
                               "A2,2,3750\n"
                               "A3,5,4500\n";
  static const double vector[] = { 0.7621405801, 0.7221778332, 0.2378594199 };
  static const double minmax[] = { 0.5, 0.617, 0.5 };
  static const gint64 vector_ranks[] = { 1, 2, 3 };
  static const gint64 minmax_ranks[] = { 2, 1, 2 };
  g_autoptr (JsonObject) by_vector = rank (matrix, "--method topsis --normalisation vector");
  g_autoptr (JsonObject) by_minmax = rank (matrix, "--method topsis --normalisation minmax");

  assert_string_equal (json_object_get_string_member (by_vector, "method"), "topsis");
  assert_string_equal (json_object_get_string_member (by_vector, "normalisation"), "vector");
  expect_figures (by_vector, "score", vector, 3, 1e-9);
  expect_ranks (by_vector, vector_ranks, 3);
  expect_figures (by_minmax, "score", minmax, 3, 6e-4);
  expect_ranks (by_minmax, minmax_ranks, 3);
}

/* scikit-criteria's example; and the weights may be of any sum. */
static void
test_vikor (void **state)
{
  static const char matrix[] = "alternative,a,b,c\n"
                               "#weight,3,4,3\n"
                               "A1,5,8,4\n"
                               "A2,7,6,8\n"
                               "A3,8,8,6\n"
                               "A4,7,4,6\n";
  static const double s[] = { 0.6, 0.3, 0.15, 0.65 };
  static const double r[] = { 0.3, 0.2, 0.15, 0.4 };
  static const double q[] = { 0.75, 0.25, 0, 1 };
  static const gint64 ranks[] = { 3, 2, 1, 4 };
  g_autoptr (JsonObject) ranking = rank (matrix, "--method vikor --normalisation minmax");
  JsonArray *compromise = json_object_get_array_member (ranking, "compromise");

  expect_figures (ranking, "S", s, 4, 1e-9);
  expect_figures (ranking, "R", r, 4, 1e-9);
  expect_figures (ranking, "Q", q, 4, 1e-9);
  expect_figures (ranking, "score", q, 4, 1e-9);
  expect_ranks (ranking, ranks, 4);
  assert_double_equal (json_object_get_double_member (ranking, "v"), 0.5, 0);
  assert_int_equal (json_array_get_length (compromise), 2);
  assert_string_equal (json_array_get_string_element (compromise, 0), "A3");
  assert_string_equal (json_array_get_string_element (compromise, 1), "A2");
}

/* With v = 1 only S counts, with v = 0 only R. */
static void
test_vikor_v (void **state)
{
  static const char matrix[] = "alternative,a,b\n#worst,0,0\n#best,1,1\nA1,1,0\nA2,.4,.4\n";
  static const gint64 by_s[] = { 1, 2 };
  static const gint64 by_r[] = { 2, 1 };
  g_autoptr (JsonObject) majority = rank (matrix, "--method vikor --v 1");
  g_autoptr (JsonObject) regret = rank (matrix, "--method vikor --v 0");

  expect_ranks (majority, by_s, 2);
  expect_ranks (regret, by_r, 2);
}

/* The data of JMcDM's test, with the flows that pyDecision and pymcdm agree on. */
static void
test_promethee (void **state)
{
  static const char matrix[] = "alternative,a,b,c,d\n"
                               "#weight,25,35,22,18\n"
                               "#preference,linear,v-shape,linear,linear\n"
                               "#q,49,,45,30\n"
                               "#p,100,98,95,80\n"
                               "A1,42,35,43,51\n"
                               "A2,89,72,92,85\n"
                               "A3,14,85,17,40\n"
                               "A4,57,60,45,80\n"
                               "A5,48,32,43,40\n"
                               "A6,71,45,60,85\n"
                               "A7,69,40,72,55\n"
                               "A8,64,35,70,60\n";
  static const double scores[] = { -0.0698938776, 0.1485909564, 0.0613619848,  0.0478040816,
                                   -0.0985959184, 0.0006389756, -0.0323697479, -0.0575364546 };
  static const gint64 ranks[] = { 7, 1, 2, 3, 8, 4, 5, 6 };
  g_autoptr (JsonObject) ranking = rank (matrix, "--method promethee");

  expect_figures (ranking, "score", scores, 8, 1e-9);
  expect_ranks (ranking, ranks, 8);
  for (int i = 1; i <= 8; i++) {
    g_autofree char *id = g_strdup_printf ("A%d", i);
    JsonObject *alternative = find (ranking, id);

    assert_double_equal (json_object_get_double_member (alternative, "phi_plus") -
                             json_object_get_double_member (alternative, "phi_minus"),
                         scores[i - 1], 1e-9);
  }
}

/* jbytecode/JMcDM's example of simple additive weighting. */
static void
test_ratio (void **state)
{
  static const char matrix[] = "alternative,a,b,c,d\n"
                               "#direction,max,max,min,max\n"
                               "A1,25,65,7,20\n"
                               "A2,21,78,6,24\n"
                               "A3,19,53,5,33\n"
                               "A4,22,25,2,31\n";
  static const double scores[] = { 0.681277, 0.725151, 0.709871, 0.784976 };
  g_autoptr (JsonObject) ranking = rank (matrix, "--normalisation ratio");

  expect_figures (ranking, "score", scores, 4, 1e-4);
}

/* On fixed scales nobody's score depends on who else is there; what is beyond an end is that end.
 */
static void
test_fixed (void **state)
{
  static const char matrix[] = "alternative,a,b\n#worst,0,100\n#best,10,0\nA1,5,20\nA2,10,60\n";
  static const char fewer[] = "alternative,a,b\n#worst,0,100\n#best,10,0\nA1,5,20\n";
  static const double scores[] = { 65, 70 };
  g_autoptr (JsonObject) ranking = rank (matrix, "");
  g_autoptr (JsonObject) alone = rank (fewer, "");

  expect_figures (ranking, "score", scores, 2, 1e-12);
  expect_figures (alone, "score", scores, 1, 1e-12);
}

static void
test_uncertain (void **state)
{
  static const char matrix[] = "alternative,a\n#worst,0\n#best,10\nA1,1|5|9\nA2,4\n";
  static const double scores[] = { 50, 40 };
  g_autoptr (JsonObject) ranking = rank (matrix, "");

  expect_figures (ranking, "score", scores, 2, 1e-12);
}

/* ---- warnings ---- */

static void
test_relative_scale (void **state)
{
  g_auto (Run) run =
      program_run ("alternative,a,b,c,d,e\n#worst,0,,,,\n#best,9,,,,9\nX,1,2,3,4,5\nY,9,8,7,6,5\n",
                   "rank --matrix - --format csv");
  g_auto (Run) chosen =
      program_run ("alternative,a\nX,1\nY,2\n", "rank --matrix - --normalisation minmax");
  g_auto (Run) flows =
      program_run ("alternative,a\nX,1\nY,2\n", "rank --matrix - --method promethee");

  run_expect (&run, 0,
              "shortlist: warning: standard input: no #worst and #best for “b”, “c”, “d”, 1 more: "
              "the scale is relative, from the data’s own smallest to its largest number, so the "
              "scores depend on who else is in the file\n");
  run_expect (&chosen, 0, "");
  run_expect (&flows, 0, "");
}

static void
test_beyond_the_scale (void **state)
{
  g_auto (Run) run = program_run ("alternative,a\n#worst,0\n#best,10\nX,12\nY,5\n",
                                  "rank --matrix - --format csv");

  run_expect (&run, 0,
              "shortlist: warning: standard input: 1 number lies beyond #worst or #best and counts "
              "as that end\n");
  assert_string_equal (run.out, "rank,alternative,score,value:a,contribution:a\r\n"
                                "1,X,100,100,100\r\n"
                                "2,Y,50,50,50\r\n");
}

/* ---- reading ---- */

#define HEAD "alternative,a\n#worst,0\n#best,10\n"

static void
test_dialects (void **state)
{
  static const char plain[] = HEAD "X,1\nY,2\n";
  static const char *const same[] = {
    "alternative,a\r\n#worst,0\r\n#best,10\r\nX,1\r\nY,2\r\n",
    "\xef\xbb\xbf" HEAD "X,1\nY,2",
    "\"alternative\",\"a\"\n\"#worst\",\"0\"\n\"#best\",\"10\"\n\"X\",\"1\"\n\"Y\",\"2\"\n",
    "alternative, a \n\n #worst , 0 \n#best,10\nX, 1\n,\nY,2e0\n\n",
    "Alternative,a\n#WORST,0\n#Best,10\nX,+1.0\nY,2.\n",
  };
  g_auto (Run) expected = program_run (plain, "rank --matrix - --format json");

  run_expect (&expected, 0, "");
  for (gsize i = 0; i < G_N_ELEMENTS (same); i++) {
    g_auto (Run) run = program_run (same[i], "rank --matrix - --format json");

    run_expect (&run, 0, "");
    assert_string_equal (run.out, expected.out);
  }
}

/* Names may hold anything; a spreadsheet does not compute them, a terminal does not obey them. */
static void
test_names (void **state)
{
  static const char matrix[] = HEAD "\"=1+1\",1\n\"a, \"\"b\"\"\nc\",2\n-5,3\n\"\x1b[31m日本\",4\n";
  g_auto (Run) csv = program_run (matrix, "rank --matrix - --format csv");
  g_auto (Run) table = program_run (matrix, "rank --matrix -");
  g_autoptr (JsonObject) ranking = rank (matrix, "");

  run_expect (&csv, 0, "");
  assert_string_equal (csv.out, "rank,alternative,score,value:a,contribution:a\r\n"
                                "1,\x1b[31m日本,40,40,40\r\n"
                                "2,'-5,30,30,30\r\n"
                                "3,\"a, \"\"b\"\"\nc\",20,20,20\r\n"
                                "4,'=1+1,10,10,10\r\n");
  assert_string_equal (table.out, "   Alternative  Score\n"
                                  "1  \xef\xbf\xbd[31m日本     40.0\n"
                                  "2  -5            30.0\n"
                                  "3  a, \"b\" c      20.0\n"
                                  "4  =1+1          10.0\n");
  assert_double_equal (json_object_get_double_member (find (ranking, "a, \"b\"\nc"), "score"), 20,
                       1e-12);
}

/* B is worse than A on both counts, C than nobody. What has no weight saves nobody. */
static void
test_dominance (void **state)
{
  static const char matrix[] =
      "alternative,speed,price,fame\n#direction,max,min,max\n#weight,1,1,0\n"
      "#worst,0,10,0\n#best,10,0,10\nA,5,4,1\nB,4,6,9\nC,1,1,1\n";
  g_auto (Run) run = program_run (matrix, "rank --matrix -");
  g_autoptr (JsonObject) ranking = rank (matrix, "");
  JsonArray *dominators = json_object_get_array_member (find (ranking, "B"), "dominated_by");

  assert_int_equal (json_array_get_length (dominators), 1);
  assert_string_equal (json_array_get_string_element (dominators, 0), "A");
  assert_int_equal (
      json_array_get_length (json_object_get_array_member (find (ranking, "A"), "dominated_by")),
      0);
  assert_int_equal (
      json_array_get_length (json_object_get_array_member (find (ranking, "C"), "dominated_by")),
      0);
  assert_non_null (strstr (run.out, "\nB is dominated by A.\n"));
}

/* Nobody dominates an equal; on one criterion the ranking says all; of a cost less is better; and
 * each method says the same, as dominance is no matter of the method. */
static void
test_dominance_at_its_limits (void **state)
{
  static const char equal[] = "alternative,a,b\nX,1,2\nY,1,2\n";
  static const char one[] = "alternative,a\n#worst,0\n#best,9\nX,1\nY,2\n";
  static const char costs[] = "alternative,a,b\n#worst,9,9\n#best,0,0\nX,1,2\nY,1,3\n";
  static const char *const methods[] = { "additive", "geometric", "topsis", "vikor", "promethee" };
  g_auto (Run) on_one = program_run (one, "rank --matrix -");

  assert_null (strstr (on_one.out, "dominated"));
  for (gsize i = 0; i < G_N_ELEMENTS (methods); i++) {
    g_auto (Run) of_equals = program_run (equal, "rank --matrix - --method %s", methods[i]);
    g_auto (Run) of_costs = program_run (costs, "rank --matrix - --method %s", methods[i]);

    assert_int_equal (of_equals.status, 0);
    assert_null (strstr (of_equals.out, "dominated"));
    assert_non_null (strstr (of_costs.out, "\nY is dominated by X.\n"));
  }
}

static char *
make_chain (int n)
{
  g_autoptr (GString) matrix = g_string_new ("alternative,a,b\n#worst,0,0\n#best,100000,100000\n");

  for (int i = 0; i < n; i++)
    g_string_append_printf (matrix, "A%d,%d,%d\n", i + 1, n - i, n - i);
  return g_string_free (g_steal_pointer (&matrix), FALSE);
}

/* Each behind all before it: the best few are named, and the table stays a table. */
static void
test_many_dominate (void **state)
{
  g_autofree char *matrix = make_chain (20);
  g_auto (Run) run = program_run (matrix, "rank --matrix -");
  g_autoptr (JsonObject) ranking = rank (matrix, "");
  JsonArray *dominators = json_object_get_array_member (find (ranking, "A20"), "dominated_by");

  assert_non_null (strstr (run.out, "\nA4 is dominated by A1, A2, A3.\n"));
  assert_non_null (strstr (run.out, "\nA5 is dominated by A1, A2, A3, others.\n"));
  assert_int_equal (json_array_get_length (dominators), 10);
  assert_string_equal (json_array_get_string_element (dominators, 0), "A1");
  assert_string_equal (json_array_get_string_element (dominators, 9), "A10");
}

/* As many as there may be, each dominated by nearly all others. */
static void
test_largest (void **state)
{
  g_autofree char *matrix = make_chain (100000);
  g_auto (Run) run = program_run (matrix, "rank --matrix - --format json");

  run_expect (&run, 0, "");
  assert_true (run.out_length < 100000 * 1000);
}

static void
test_ties (void **state)
{
  static const char matrix[] = HEAD "B,5\nC,7\nA,5\nD,1\n";
  g_auto (Run) run = program_run (matrix, "rank --matrix - --top 3");

  run_expect (&run, 0, "");
  assert_string_equal (run.out, "   Alternative  Score\n"
                                "1  C             70.0\n"
                                "2  A             50.0\n"
                                "2  B             50.0\n");
}

/* ---- faults ---- */

static const struct {
  const char *content;
  const char *err;
} faults[] = {
  { "", "standard input: expected a table with a header, found an empty file\n" },
  { "\n \n", "standard input: expected a table with a header, found an empty file\n" },
  { "alternative;a;b\nX;1;2\n",
    "standard input: line 1: expected commas between the cells, found semicolons\n" },
  { "alternative\ta\nX\t1\n",
    "standard input: line 1: expected commas between the cells, found tabs\n" },
  { "name,a\nX,1\n",
    "standard input: line 1: expected the header “alternative,<criterion>,…”, found “name”\n" },
  { "alternative\nX\n", "standard input: line 1: expected at least one criterion in the header\n" },
  { "alternative,a\n", "standard input: expected at least one alternative\n" },
  { "alternative,a\nX,\"1\n",
    "standard input: line 2: a quotation mark is opened and not closed\n" },
  { "alternative,a\n\"X\"y,1\n",
    "standard input: line 2: expected a comma after the closing quotation mark\n" },
  { "alternative,a\nX\xff,1\n",
    "standard input: line 2: expected text in UTF-8, found the byte 0xff\n" },
  { "alternative,a,,a\nX,1,2,3\n",
    "standard input: line 1: expected a name for column 3, found an empty cell\n"
    "standard input: line 1: expected a name of its own for column 4, found “a” again\n" },
  { "alternative,a,b\nX,1\nY,1,2,3\n",
    "standard input: line 2: expected 3 cells, as many as in the header, found 2\n"
    "standard input: line 3: expected 3 cells, as many as in the header, found 4\n" },
  { "alternative,a,b,c,d\nX,NaN,inf,1e999,0x10\nY,,\"1,5\",x,--1\n",
    "standard input: line 2, “a”: expected a finite number, found “NaN”\n"
    "standard input: line 2, “b”: expected a finite number, found “inf”\n"
    "standard input: line 2, “c”: expected a number within ±1e300, found “1e999”\n"
    "standard input: line 2, “d”: expected a finite number, found “0x10”\n"
    "standard input: line 3, “a”: expected a number, found an empty cell\n"
    "standard input: line 3, “b”: expected a decimal point, found “1,5”\n"
    "standard input: line 3, “c”: expected a finite number, found “x”\n"
    "standard input: line 3, “d”: expected a finite number, found “--1”\n" },
  { "alternative,a,b\n#weight,1e308,1\n#worst,-1e308,\n#best,2e300,1\nX,-1e301,-1e308|0|1e308\n",
    "standard input: line 2, “a”: expected a number within ±1e300, found “1e308”\n"
    "standard input: line 3, “a”: expected a number within ±1e300, found “-1e308”\n"
    "standard input: line 4, “a”: expected a number within ±1e300, found “2e300”\n"
    "standard input: line 5, “a”: expected a number within ±1e300, found “-1e301”\n"
    "standard input: line 5, “b”: expected numbers within ±1e300, found “-1e308|0|1e308”\n" },
  { "alternative,a,b\n#weight,nan,inf\n#worst,-inf,\nX,1|nan|2,-\n",
    "standard input: line 2, “a”: expected a finite number, found “nan”\n"
    "standard input: line 2, “b”: expected a finite number, found “inf”\n"
    "standard input: line 3, “a”: expected a finite number, found “-inf”\n"
    "standard input: line 4, “a”: expected low|mode|high, in rising order, found “1|nan|2”\n"
    "standard input: line 4, “b”: expected a finite number, found “-”\n" },
  { "alternative,a,b\n#q,-1,\n#p,,-2\n#s,-0.1,\nX,1,2\n",
    "standard input: line 2, “a”: expected a number of at least 0, found “-1”\n"
    "standard input: line 3, “b”: expected a number of at least 0, found “-2”\n"
    "standard input: line 4, “a”: expected a number of at least 0, found “-0.1”\n" },
  { "\xef\xbb\xbf", "standard input: expected a table with a header, found an empty file\n" },
  { "\xff\xfe"
    "a",
    "standard input: line 1: expected text in UTF-8, found the byte 0xff\n" },
  { "PK\x03\x04\x80", "standard input: line 1: expected text in UTF-8, found the byte 0x80\n" },
  { "alternative,\"a\nb\"\n\nX,€5\n",
    "standard input: line 4, “a b”: expected a finite number, found “€5”\n" },
  { "alternative,a\n\"X\nY\",50%\n",
    "standard input: line 2, “a”: expected a finite number, found “50%”\n" },
  { "alternative,a,b,c\nX,1|2,3|2|1,1|2|x\n",
    "standard input: line 2, “a”: expected low|mode|high, in rising order, found “1|2”\n"
    "standard input: line 2, “b”: expected low|mode|high, in rising order, found “3|2|1”\n"
    "standard input: line 2, “c”: expected low|mode|high, in rising order, found “1|2|x”\n" },
  { "alternative,a\nX,1\n,2\nX,3\n",
    "standard input: line 3: expected the name of an alternative, found an empty cell\n"
    "standard input: line 4: expected a name of its own, found “X” again\n" },
  { "alternative,a\n#foo,1\n#weight,1\n#weight,2\nX,1\n",
    "standard input: line 2: expected an alternative or one of #direction, #weight, #worst, #best, "
    "#preference, #q, #p, #s, found “#foo”\n"
    "standard input: line 4: #weight was there before, in line 3\n" },
  { "alternative,a,b\n#direction,up,min\n#weight,-1,\nX,1,2\n",
    "standard input: line 2, “a”: expected one of max, min, found “up”\n"
    "standard input: line 3, “a”: expected a number of at least 0, found “-1”\n"
    "standard input: line 3, “b”: expected a number, found an empty cell\n" },
  { "alternative,a,b\n#weight,0,0\nX,1,2\n",
    "standard input: line 2: expected a weight above 0, found only zeros\n" },
  { "alternative,a,b,c\n#direction,max,min,\n#worst,5,1,3\n#best,1,5,3\nX,1,2,3\n",
    "standard input: line 4, “a”: expected more than in #worst, since the direction is max; found "
    "“1”\n"
    "standard input: line 4, “b”: expected less than in #worst, since the direction is min; found "
    "“5”\n"
    "standard input: line 4, “c”: expected another number than in #worst, found “3”\n" },
  { "alternative,a,b,c,d\n#preference,round,linear,gaussian,u-shape\n#q,,5,,\n#p,,1,,\n#s,,,0,\n"
    "X,1,2,3,4\n",
    "standard input: line 2, “a”: expected one of usual, u-shape, v-shape, level, linear, "
    "gaussian, found “round”\n"
    "standard input: line 3, “b”: expected at most #p, which is 1, found “5”\n"
    "standard input: line 5, “c”: gaussian needs a number above 0 in #s\n"
    "standard input: line 3, “d”: u-shape needs a number in #q\n" },
  { "alternative,a,b\n#preference,v-shape,level\n#q,,x\nX,1,2\n",
    "standard input: line 3, “b”: expected a finite number, found “x”\n"
    "standard input: line 2, “a”: v-shape needs a number in #p\n"
    "standard input: line 2, “b”: level needs a number in #p\n" },
};

static void
test_faults (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (faults); i++) {
    g_auto (Run) run = program_run (faults[i].content, "rank --matrix -");

    run_expect (&run, 1, faults[i].err);
    assert_string_equal (run.out, "");
  }
}

/* What only some methods cannot do with a table that is well formed. */
static void
test_undefined (void **state)
{
  static const char negative[] = "alternative,a\nX,-1\nY,2\n";
  g_auto (Run) geometric =
      program_run (negative, "rank --matrix - --method geometric --normalisation none");
  g_auto (Run) ratio = program_run (negative, "rank --matrix - --normalisation ratio");

  assert_int_equal (geometric.status, 1);
  assert_true (g_str_has_prefix (geometric.err, "standard input: line 2, “a”: "));
  assert_int_equal (ratio.status, 1);
  assert_true (g_str_has_prefix (ratio.err, "standard input: line 2, “a”: "));
}

static void
test_many_faults (void **state)
{
  g_autoptr (GString) matrix = g_string_new ("alternative,a\n");
  g_auto (Run) run = { 0 };
  g_auto (GStrv) lines = NULL;

  for (int i = 0; i < 30; i++)
    g_string_append_printf (matrix, "X%d,x\n", i);
  run = program_run (matrix->str, "rank --matrix -");
  assert_int_equal (run.status, 1);
  lines = g_strsplit (run.err, "\n", -1);
  assert_int_equal (g_strv_length (lines), 22);
  assert_string_equal (lines[20], "standard input: and 10 more faults");
}

static void
test_bounds (void **state)
{
  g_autoptr (GString) wide = g_string_new ("alternative");
  g_autoptr (GString) tall = g_string_new ("alternative,a\n#worst,0\n#best,1\n");
  g_auto (Run) too_wide = { 0 };
  g_auto (Run) too_tall = { 0 };

  for (int i = 0; i <= 1000; i++)
    g_string_append_printf (wide, ",c%d", i);
  for (int i = 0; i <= 100000; i++)
    g_string_append_printf (tall, "x%d,1\n", i);
  too_wide = program_run (wide->str, "rank --matrix -");
  too_tall = program_run (tall->str, "rank --matrix -");
  run_expect (&too_wide, 1, "standard input: line 1: expected at most 1001 columns, found 1002\n");
  run_expect (&too_tall, 1, "standard input: line 100004: expected at most 100000 alternatives\n");
}

static void
test_missing (void **state)
{
  g_auto (Run) run = program_run (NULL, "rank --matrix /nowhere/x.csv");

  assert_int_equal (run.status, 3);
  assert_true (g_str_has_prefix (run.err, "/nowhere/x.csv: "));
}

/* Where the locale is not installed this is that of C, and says nothing. */
static void
test_order_in_another_locale (void **state)
{
  static const char *const environment[] = { "LC_ALL=de_DE.UTF-8", NULL };
  static const char *const arguments[] = { "rank", "--matrix", "-", "--format", "csv", NULL };
  static const char matrix[] = "alternative,a\n#worst,0\n#best,2\nz,1\nä,1\na,1\nB,1\n";
  g_auto (Run) run = program_run_full (matrix, environment, arguments);

  run_expect (&run, 0, "");
  assert_string_equal (run.out, "rank,alternative,score,value:a,contribution:a\r\n"
                                "1,B,50,50,50\r\n1,a,50,50,50\r\n1,z,50,50,50\r\n1,ä,50,50,50\r\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_topsis),
    cmocka_unit_test (test_vikor),
    cmocka_unit_test (test_vikor_v),
    cmocka_unit_test (test_promethee),
    cmocka_unit_test (test_ratio),
    cmocka_unit_test (test_fixed),
    cmocka_unit_test (test_uncertain),
    cmocka_unit_test (test_relative_scale),
    cmocka_unit_test (test_beyond_the_scale),
    cmocka_unit_test (test_dialects),
    cmocka_unit_test (test_names),
    cmocka_unit_test (test_dominance),
    cmocka_unit_test (test_dominance_at_its_limits),
    cmocka_unit_test (test_many_dominate),
    cmocka_unit_test (test_largest),
    cmocka_unit_test (test_ties),
    cmocka_unit_test (test_faults),
    cmocka_unit_test (test_undefined),
    cmocka_unit_test (test_many_faults),
    cmocka_unit_test (test_bounds),
    cmocka_unit_test (test_missing),
    cmocka_unit_test (test_order_in_another_locale),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
