/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Random numbers and elementary functions for loops over trials that stand side by side.
 *
 * All is made of integers and of operations that IEEE 754 rounds exactly (+ - * / and the square
 * root), without a branch. So a compiler can turn a loop over them into vectors of any width, and
 * the result has the same bits whatever the width, the processor or the C library. */

#include <glib.h>
#include <math.h>
#include <string.h>

G_BEGIN_DECLS

/* Philox 4x32-10: Salmon, Moraes, Dror & Shaw 2011, Parallel random numbers: as easy as 1, 2, 3,
 * Proceedings of SC11. A block of four words for each key and counter, in any order. */
G_ALWAYS_INLINE static inline void
sl_philox (guint64 key, const guint32 counter[4], guint32 words[4])
{
  guint32 key_low = (guint32) key;
  guint32 key_high = (guint32) (key >> 32);
  guint32 a = counter[0];
  guint32 b = counter[1];
  guint32 c = counter[2];
  guint32 d = counter[3];

#pragma GCC unroll 10
  for (int round = 0; round < 10; round++) {
    guint64 left = (guint64) a * 0xD2511F53u;
    guint64 right = (guint64) c * 0xCD9E8D57u;

    a = (guint32) (right >> 32) ^ b ^ key_low;
    b = (guint32) right;
    c = (guint32) (left >> 32) ^ d ^ key_high;
    d = (guint32) left;
    key_low += 0x9E3779B9u;
    key_high += 0xBB67AE85u;
  }
  words[0] = a;
  words[1] = b;
  words[2] = c;
  words[3] = d;
}

/* The middle of one of 2^23 equal parts of 0..1, exactly; so neither 0 nor 1. */
G_ALWAYS_INLINE static inline float
sl_lane_uniform (guint32 word)
{
  return ((float) (gint32) (word >> 9) + 0.5f) * 0x1p-23f;
}

/* The middle of one of 2^16 equal parts of 0..1, by either half of a word: fine enough for a number
 * that is one of many in a trial. */
G_ALWAYS_INLINE static inline float
sl_lane_lower_uniform (guint32 word)
{
  return ((float) (gint32) (word & G_MAXUINT16) + 0.5f) * 0x1p-16f;
}

G_ALWAYS_INLINE static inline float
sl_lane_upper_uniform (guint32 word)
{
  return ((float) (gint32) (word >> 16) + 0.5f) * 0x1p-16f;
}

/* For normal x > 0: ln 2^e m = e ln 2 + 2 (s + s^3/3 + s^5/5 + ...), s = (m - 1) / (m + 1), where m
 * is kept within 1/sqrt 2 .. sqrt 2, so that the first term left out is below 1e-9. */
G_ALWAYS_INLINE static inline float
sl_lane_log (float x)
{
  gint32 bits;
  gint32 exponent;
  float m;
  float s;
  float square;

  memcpy (&bits, &x, sizeof bits);
  exponent = (bits - 0x3F3504F3) >> 23;
  bits -= exponent * (1 << 23);
  memcpy (&m, &bits, sizeof m);
  s = (m - 1) / (m + 1);
  square = s * s;
  return (float) exponent * 0.69314718f +
         2 * (s + s * (square * (1 / 3.0f +
                                 square * (1 / 5.0f + square * (1 / 7.0f + square * (1 / 9.0f))))));
}

/* For x <= 0; 0 below -87. The series of e^r with r within ±ln 2 / 2, to 1e-8. */
G_ALWAYS_INLINE static inline float
sl_lane_exp (float x)
{
  float bounded = x > -87 ? x : -87;
  gint32 exponent = (gint32) (bounded * 1.44269504f - 0.5f);
  /* ln 2 in two parts: the first has so few digits that the product is exact. */
  float r = (bounded - (float) exponent * 0.693359375f) + (float) exponent * 2.12194440e-4f;
  gint32 bits = (exponent + 127) * (1 << 23);
  float power;
  float series =
      1 +
      r * (1 + r * (1 / 2.0f +
                    r * (1 / 6.0f + r * (1 / 24.0f + r * (1 / 120.0f +
                                                          r * (1 / 720.0f + r * (1 / 5040.0f)))))));

  memcpy (&power, &bits, sizeof power);
  return x > -87 ? power * series : 0;
}

/* Two independent normal numbers from a word, its upper half the radius, its lower one the angle.
 * Box & Muller 1958, Annals of Mathematical Statistics 29:610-611. The angle is a quarter turn, by
 * two bits, and the rest within an eighth of a turn to both sides of it, where the series of sine
 * and cosine are short: to 3e-7. */
G_ALWAYS_INLINE static inline void
sl_lane_normals (guint32 word, float *first, float *second)
{
  float radius = sqrtf (-2 * sl_lane_log (sl_lane_upper_uniform (word)));
  guint32 turn = word << 16 | 0x8000u;
  float angle = (float) (gint32) (turn << 2) * (1.57079633f * 0x1p-32f);
  float square = angle * angle;
  float sine =
      angle + angle * (square * (-1 / 6.0f + square * (1 / 120.0f + square * (-1 / 5040.0f))));
  float cosine =
      1 + square *
              (-1 / 2.0f + square * (1 / 24.0f + square * (-1 / 720.0f + square * (1 / 40320.0f))));
  gboolean swapped = (turn & 0x40000000u) != 0;
  float x = swapped ? sine : cosine;
  float y = swapped ? cosine : sine;
  gint32 x_bits;
  gint32 y_bits;

  /* Quarters: (c, s), (-s, c), (-c, -s), (s, -c). */
  memcpy (&x_bits, &x, sizeof x_bits);
  memcpy (&y_bits, &y, sizeof y_bits);
  x_bits ^= (gint32) ((turn ^ (turn << 1)) & 0x80000000u);
  y_bits ^= (gint32) (turn & 0x80000000u);
  memcpy (&x, &x_bits, sizeof x);
  memcpy (&y, &y_bits, sizeof y);
  *first = radius * x;
  *second = radius * y;
}

/* The normal distribution function, to 1e-6. Abramowitz & Stegun 1964, 7.1.28 (Hastings). */
G_ALWAYS_INLINE static inline float
sl_lane_normal_cdf (float z)
{
  float x = fabsf (z) * 0.70710678f;
  float p = 1 + x * (0.0705230784f +
                     x * (0.0422820123f +
                          x * (0.0092705272f +
                               x * (0.0001520143f + x * (0.0002765672f + x * 0.0000430638f)))));
  float p2 = p * p;
  float p4 = p2 * p2;
  float p8 = p4 * p4;
  float tail = 0.5f / (p8 * p8);

  return z < 0 ? tail : 1 - tail;
}

/* The triangular distribution on 0..1 with its mode at `mode`: the inverse of its distribution
 * function. */
G_ALWAYS_INLINE static inline float
sl_lane_triangular (float u, float mode)
{
  gboolean rising = u < mode;
  float root = sqrtf (rising ? u * mode : (1 - u) * (1 - mode));

  return rising ? root : 1 - root;
}

G_END_DECLS
