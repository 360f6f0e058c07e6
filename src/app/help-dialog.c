/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "help-dialog.h"

#include <glib/gi18n.h>

typedef struct {
  const char *heading;
  const char *text;
} Section;

/* The example has round numbers: 6 and 4 make 60 % and 40 %; 0.6 x 80 + 0.4 x 50 = 68 and
 * 0.6 x 60 + 0.4 x 90 = 72. */
static const Section sections[] = {
  { N_ ("What matters"),
    N_ ("Each slider from 0 to 10 says how much a pillar matters. Its share is its slider divided by "
        "the sum of all; inside a pillar, the criteria share it in the same way. Only the relation "
        "counts: all at 5 is the same as all at 10.") },
  { N_ ("What each can do"),
    N_ ("Every alternative has a value from 0 to 100 on every criterion, from published figures or a "
        "judgement with its reason. What 0 and 100 stand for is fixed, so nobody’s value depends "
        "on who else is there. The page of an alternative shows where each value comes from, and a "
        "team can put its own in its place.") },
  { N_ ("The score"),
    N_ ("The value of each criterion times its share, added up. That is what the bar shows: the "
        "longer a colour, the more that pillar gives.") },
  { N_ ("An example"),
    N_ ("Performance at 6 and Talent at 4 have shares of 60 % and 40 %. North has 80 in Performance "
        "and 50 in Talent; South has 60 and 90.\n"
        "North: 0.6 × 80 + 0.4 × 50 = 68 points.\n"
        "South: 0.6 × 60 + 0.4 × 90 = 72 points, so South is first, 4 points before North.\n"
        "With Performance at 8 the shares are 67 % and 33 %, and both have 70 points: above that, "
        "North is first.") },
  { N_ ("What is true"),
    N_ ("Facts about the project call rules: one may rule an alternative out, change a value, make "
        "something matter more, or give advice. A minimum rules out whoever is below it. Those who "
        "are ruled out stay visible below the ranking, each with the reason and the price of the "
        "requirement.") },
  { N_ ("How sure it is"),
    N_ ("Other methods give a second opinion, beside the ranking, never mixed into it. A lead of a "
        "point or two is a close call.") },
  { N_ ("What would change it"),
    N_ ("The band under a slider runs over the positions that leave the first where it is; at its ends "
        "stands who takes over there. Behind the ranking the program draws thousands of weights and "
        "values at random from what they may be and counts how often each alternative is first: that "
        "is the share beside its score, and the whisker on its bar holds nine in ten of its scores. "
        "The page Robustness has all of it, and how sure you are of the sliders is chosen there.") },
  { N_ ("What others think"),
    N_ ("On the page People everyone can have sliders of their own. They stay hidden until you "
        "reveal them. Then it shows who is first for the group, by the mean of all weights, where "
        "people differ, and who would rather have another. Ballots are files that carry the "
        "weights of one person from one computer to another.") },
};

static GtkWidget *
paragraph_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);

  return label;
}

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL, "label", text, "xalign", 0.0, "wrap", TRUE,
                                   "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, NULL);

  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 12);

  return label;
}

AdwDialog *
sl_help_dialog_new (void)
{
  AdwDialog *dialog = adw_dialog_new ();
  GtkWidget *view = adw_toolbar_view_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  for (gsize i = 0; i < G_N_ELEMENTS (sections); i++) {
    gtk_box_append (GTK_BOX (box), heading_new (_ (sections[i].heading)));
    gtk_box_append (GTK_BOX (box), paragraph_new (_ (sections[i].text)));
  }
  gtk_widget_set_margin_start (box, 18);
  gtk_widget_set_margin_end (box, 18);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), box);
  /* There is nothing else in it that keys could scroll. */
  gtk_widget_set_focusable (scrolled, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (scrolled), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("How the Ranking Works"), -1);
  adw_toolbar_view_add_top_bar (ADW_TOOLBAR_VIEW (view), adw_header_bar_new ());
  adw_toolbar_view_set_content (ADW_TOOLBAR_VIEW (view), scrolled);
  adw_dialog_set_title (dialog, _ ("How the Ranking Works"));
  adw_dialog_set_child (dialog, view);
  adw_dialog_set_content_width (dialog, 560);
  adw_dialog_set_content_height (dialog, 640);

  return dialog;
}
