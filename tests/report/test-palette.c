/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include <math.h>

#include "report/palette.h"
#include "support.h"

static const double white[3] = { 1, 1, 1 };
static const double dark_ground[3] = { 0x22 / 255.0, 0x22 / 255.0, 0x26 / 255.0 };

/* How linear light reaches an eye without the long, the middle or the short cones (Machado,
 * Oliveira & Fernandes 2009, severity 1), and one with all of them. */
static const double eyes[4][3][3] = {
  { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } },
  { { 0.152286, 1.052583, -0.204868 },
    { 0.114503, 0.786281, 0.099216 },
    { -0.003882, -0.048116, 1.051998 } },
  { { 0.367322, 0.860646, -0.227968 },
    { 0.280085, 0.672501, 0.047413 },
    { -0.011820, 0.042940, 0.968881 } },
  { { 1.255528, -0.076749, -0.178779 },
    { -0.078411, 0.930809, 0.147602 },
    { 0.004733, 0.691367, 0.303900 } },
};

static void
multiply (const double matrix[3][3], const double in[3], double out[3])
{
  for (int i = 0; i < 3; i++)
    out[i] = matrix[i][0] * in[0] + matrix[i][1] * in[1] + matrix[i][2] * in[2];
}

/* OKLab (Ottosson 2020) of a colour as such an eye sees it. */
static void
see (const double rgb[3], const double eye[3][3], double lab[3])
{
  static const double to_lms[3][3] = {
    { 0.4122214708, 0.5363325363, 0.0514459929 },
    { 0.2119034982, 0.6806995451, 0.1073969566 },
    { 0.0883024619, 0.2817188376, 0.6299787005 },
  };
  static const double to_lab[3][3] = {
    { 0.2104542553, 0.7936177850, -0.0040720468 },
    { 1.9779984951, -2.4285922050, 0.4505937099 },
    { 0.0259040371, 0.7827717662, -0.8086757660 },
  };
  double linear[3], seen[3], lms[3];

  for (int i = 0; i < 3; i++)
    linear[i] = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : pow ((rgb[i] + 0.055) / 1.055, 2.4);
  multiply (eye, linear, seen);
  for (int i = 0; i < 3; i++)
    seen[i] = CLAMP (seen[i], 0.0, 1.0);
  multiply (to_lms, seen, lms);
  for (int i = 0; i < 3; i++)
    lms[i] = cbrt (lms[i]);
  multiply (to_lab, lms, lab);
}

static double
distance (guint a, guint b, gboolean dark, int eye)
{
  double one[3], other[3], seen_one[3], seen_other[3];

  sl_palette_get_pillar (a, dark, one);
  sl_palette_get_pillar (b, dark, other);
  see (one, eyes[eye], seen_one);
  see (other, eyes[eye], seen_other);

  return sqrt (pow (seen_one[0] - seen_other[0], 2) + pow (seen_one[1] - seen_other[1], 2) +
               pow (seen_one[2] - seen_other[2], 2));
}

static void
test_contrast (void **state)
{
  for (guint i = 0; i < 4 * SL_PALETTE_N_HUES; i++) {
    double rgb[3];

    sl_palette_get_pillar (i, FALSE, rgb);
    assert_true (sl_palette_contrast (rgb, white) >= 3.0);
    sl_palette_get_pillar (i, TRUE, rgb);
    assert_true (sl_palette_contrast (rgb, dark_ground) >= 3.0);
  }
}

static void
test_told_apart (void **state)
{
  for (int dark = 0; dark <= 1; dark++) {
    for (int eye = 0; eye < 4; eye++) {
      for (guint a = 0; a < SL_PALETTE_N_HUES; a++) {
        for (guint b = 0; b < a; b++)
          assert_true (distance (a, b, dark, eye) >= (a - b == 1 ? 0.1 : 0.075));
      }
    }
  }
}

/* Past seven the same hues come back, but not the same colours. */
static void
test_repeats (void **state)
{
  for (int dark = 0; dark <= 1; dark++) {
    for (guint i = 0; i < SL_PALETTE_N_HUES; i++) {
      for (guint round = 1; round < 4; round++)
        assert_true (distance (i, i + round * SL_PALETTE_N_HUES, dark, 0) >= 0.04);
    }
  }
}

static void
test_known_ratio (void **state)
{
  const double black[3] = { 0, 0, 0 };

  assert_float_equal (sl_palette_contrast (black, white), 21.0, 1e-9);
  assert_float_equal (sl_palette_contrast (white, white), 1.0, 1e-9);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (test_known_ratio),
    cmocka_unit_test (test_contrast),
    cmocka_unit_test (test_told_apart),
    cmocka_unit_test (test_repeats),
  };

  return cmocka_run_group_tests_name ("palette", tests, NULL, NULL);
}
