/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "decision/decision.h"

G_BEGIN_DECLS

/* A row that shows and sets a fact: a switch, a number or a choice. */
GtkWidget *sl_fact_row_new (SlDecision *decision, const SlFact *fact);

G_END_DECLS
