/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Blue, orange, purple, green, ochre, grey, teal. Hue alone does not carry the difference:
 * lightness goes up and down along the row, so that neighbours in a stacked bar stay apart under
 * protanopia, deuteranopia and tritanopia. Any two of a row are at least 0.075 apart in OKLab under
 * each of them (simulated after Machado, Oliveira & Fernandes 2009), neighbours at least 0.1.
 * tests/report/test-palette.c holds them to it. */

#include "config.h"

#include <math.h>

#include "report/palette.h"

static const guint32 light_hues[SL_PALETTE_N_HUES] = {
  0x146fd6, 0xc8350a, 0x8d3ba5, 0x177935, 0xbb8900, 0x716e75, 0x329bb0,
};

static const guint32 dark_hues[SL_PALETTE_N_HUES] = {
  0x4a97f9, 0xfe782d, 0xbb6aca, 0x74e7a9, 0xfebf3d, 0x959499, 0x5fc3d8,
};

/* How far each further round of the row goes towards black on white, and towards white on dark. */
static const double light_rounds[] = { 0.0, 0.4, 0.2, 0.55 };
static const double dark_rounds[] = { 0.0, 0.6, 0.35, 0.8 };

void
sl_palette_get_pillar (guint index, gboolean dark, double rgb[3])
{
  guint32 hue = (dark ? dark_hues : light_hues)[index % SL_PALETTE_N_HUES];
  guint round = (index / SL_PALETTE_N_HUES) % G_N_ELEMENTS (light_rounds);
  double shift = (dark ? dark_rounds : light_rounds)[round];
  double towards = dark ? 1.0 : 0.0;

  for (int i = 0; i < 3; i++) {
    double part = (double) ((hue >> (16 - 8 * i)) & 0xff) / 255.0;

    rgb[i] = part + (towards - part) * shift;
  }
}

static double
luminance (const double rgb[3])
{
  static const double shares[3] = { 0.2126, 0.7152, 0.0722 };
  double sum = 0.0;

  for (int i = 0; i < 3; i++) {
    double linear = rgb[i] <= 0.04045 ? rgb[i] / 12.92 : pow ((rgb[i] + 0.055) / 1.055, 2.4);

    sum += shares[i] * linear;
  }

  return sum;
}

double
sl_palette_contrast (const double a[3], const double b[3])
{
  double one = luminance (a);
  double other = luminance (b);

  return (MAX (one, other) + 0.05) / (MIN (one, other) + 0.05);
}
