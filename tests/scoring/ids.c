/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "support.h"

#include <math.h>
#include <string.h>

#define ASSERT_IDS(Type, name, ...)                                                                \
  do {                                                                                             \
    const char *const ids[] = { __VA_ARGS__ };                                                     \
                                                                                                   \
    for (unsigned i = 0; i < G_N_ELEMENTS (ids); i++) {                                            \
      Type found;                                                                                  \
                                                                                                   \
      assert_string_equal (sl_##name##_get_id ((Type) i), ids[i]);                                 \
      assert_true (sl_##name##_from_id (ids[i], &found, NULL));                                    \
      assert_int_equal (found, i);                                                                 \
    }                                                                                              \
    assert_null (sl_##name##_get_id ((Type) G_N_ELEMENTS (ids)));                                  \
    assert_null (sl_##name##_get_id ((Type) - 1));                                                 \
  } while (FALSE)

static void
test_there_and_back (void **state)
{
  ASSERT_IDS (SlMethod, method, "additive", "geometric", "topsis", "vikor", "promethee");
  ASSERT_IDS (SlDirection, direction, "max", "min");
  ASSERT_IDS (SlNormalisation, normalisation, "fixed", "minmax", "ratio", "max", "sum", "vector",
              "none");
  ASSERT_IDS (SlPreference, preference, "usual", "u-shape", "v-shape", "level", "linear",
              "gaussian");
  ASSERT_IDS (SlPrioritisation, prioritisation, "eigenvector", "geometric-mean");
}

static void
test_unknown (void **state)
{
  const char *const bad[] = { "", "TOPSIS", "topsis ", "electre", NULL };

  for (size_t k = 0; k < G_N_ELEMENTS (bad); k++) {
    g_autoptr (GError) error = NULL;
    SlMethod method = SL_METHOD_VIKOR;

    assert_false (sl_method_from_id (bad[k], &method, &error));
    assert_int_equal (method, SL_METHOD_VIKOR);
    assert_true (g_error_matches (error, SL_SCORING_ERROR, SL_SCORING_ERROR_OPTION));
    assert_non_null (strstr (error->message, "additive, geometric, topsis, vikor, promethee"));
  }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_there_and_back),
    cmocka_unit_test (test_unknown),
  };

  return cmocka_run_group_tests (tests, NULL, NULL);
}
