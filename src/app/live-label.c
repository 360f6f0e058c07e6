/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "config.h"

#include "live-label.h"

struct _SlLiveLabel {
  GtkWidget parent_instance;

  char *text;
  float xalign;
  int width_chars;
  PangoLayout *layout; /* nullable */
  int height;          /* of the layout in the place that it has; 0: not known */
  int width;           /* of that place */
  gboolean outdated;   /* what the toolkit remembers of how high it is in other places */
  guint resize_id;
};

enum {
  PROP_0,
  PROP_LABEL,
  PROP_XALIGN,
  PROP_WIDTH_CHARS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (SlLiveLabel, sl_live_label, GTK_TYPE_WIDGET)

static gboolean
is_mirrored (SlLiveLabel *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* ---- the text, laid out ---- */

static PangoLayout *
ensure_layout (SlLiveLabel *self)
{
  g_autoptr (PangoAttrList) attributes = NULL;

  if (self->layout != NULL)
    return self->layout;

  attributes = pango_attr_list_new ();
  /* A place for so many digits is for figures alone. */
  if (self->width_chars > 0)
    pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1"));
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (self->layout,
                              is_mirrored (self) ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT);

  return self->layout;
}

static void
drop_layout (SlLiveLabel *self)
{
  g_clear_object (&self->layout);
  self->height = 0;
}

/* Where nothing has changed this costs nothing. */
static int
height_within (SlLiveLabel *self, int width)
{
  PangoLayout *layout = ensure_layout (self);
  int height;

  pango_layout_set_width (layout, width < 0 ? -1 : width * PANGO_SCALE);
  pango_layout_get_size (layout, NULL, &height);

  return PANGO_PIXELS_CEIL (height);
}

static void
ask_for_place (SlLiveLabel *self)
{
  self->outdated = FALSE;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

static gboolean
resize_cb (gpointer user_data)
{
  SlLiveLabel *self = user_data;

  self->resize_id = 0;
  ask_for_place (self);

  return G_SOURCE_REMOVE;
}

/* ---- public ---- */

void
sl_live_label_set_text (SlLiveLabel *self, const char *text)
{
  g_return_if_fail (SL_IS_LIVE_LABEL (self));
  g_return_if_fail (text != NULL);

  if (!g_set_str (&self->text, text))
    return;
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);

  if (self->height == 0 || height_within (self, self->width) != self->height) {
    ask_for_place (self);
  } else {
    self->outdated = TRUE;
    gtk_widget_queue_draw (GTK_WIDGET (self));
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LABEL]);
}

const char *
sl_live_label_get_text (SlLiveLabel *self)
{
  g_return_val_if_fail (SL_IS_LIVE_LABEL (self), NULL);

  return self->text;
}

/* ---- the widget ---- */

static int
width_of_digits (SlLiveLabel *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = MAX (pango_font_metrics_get_approximate_digit_width (metrics),
                   pango_font_metrics_get_approximate_char_width (metrics));

  pango_font_metrics_unref (metrics);

  return PANGO_PIXELS_CEIL (self->width_chars * width);
}

static void
sl_live_label_measure (GtkWidget *widget,
                       GtkOrientation orientation,
                       int for_size,
                       int *minimum,
                       int *natural,
                       int *minimum_baseline,
                       int *natural_baseline)
{
  SlLiveLabel *self = SL_LIVE_LABEL (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = self->width_chars > 0 ? width_of_digits (self) : 0;
  else
    /* Whoever does not say how wide it will be is told of a line. */
    *minimum = *natural = height_within (self, for_size);
}

static GtkSizeRequestMode
sl_live_label_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
sl_live_label_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  SlLiveLabel *self = SL_LIVE_LABEL (widget);

  /* Its height may be that of an earlier text. */
  if (self->outdated && width != self->width && self->resize_id == 0)
    self->resize_id = g_idle_add_full (GTK_PRIORITY_RESIZE, resize_cb, self, NULL);
  self->width = width;
  self->height = height_within (self, width);
}

static void
sl_live_label_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlLiveLabel *self = SL_LIVE_LABEL (widget);
  int width = gtk_widget_get_width (widget);
  float align = is_mirrored (self) ? 1 - self->xalign : self->xalign;
  PangoRectangle extents;
  GdkRGBA colour;
  int x, y;

  /* Somebody may have asked for another width since. */
  height_within (self, width);
  pango_layout_get_pixel_extents (self->layout, NULL, &extents);
  x = (int) ((float) (width - extents.width) * align) - extents.x;
  y = (gtk_widget_get_height (widget) - extents.height) / 2;
  gtk_widget_get_color (widget, &colour);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, &colour);
}

static void
sl_live_label_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (sl_live_label_parent_class)->css_changed (widget, change);

  drop_layout (SL_LIVE_LABEL (widget));
}

static void
sl_live_label_system_setting_changed (GtkWidget *widget, GtkSystemSetting setting)
{
  GTK_WIDGET_CLASS (sl_live_label_parent_class)->system_setting_changed (widget, setting);

  drop_layout (SL_LIVE_LABEL (widget));
}

static void
sl_live_label_direction_changed (GtkWidget *widget, GtkTextDirection before)
{
  drop_layout (SL_LIVE_LABEL (widget));

  GTK_WIDGET_CLASS (sl_live_label_parent_class)->direction_changed (widget, before);
}

static void
sl_live_label_dispose (GObject *object)
{
  g_clear_handle_id (&SL_LIVE_LABEL (object)->resize_id, g_source_remove);

  G_OBJECT_CLASS (sl_live_label_parent_class)->dispose (object);
}

static void
sl_live_label_finalize (GObject *object)
{
  SlLiveLabel *self = SL_LIVE_LABEL (object);

  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);

  G_OBJECT_CLASS (sl_live_label_parent_class)->finalize (object);
}

static void
sl_live_label_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SlLiveLabel *self = SL_LIVE_LABEL (object);

  switch (id) {
  case PROP_LABEL:
    g_value_set_string (value, self->text);
    break;
  case PROP_XALIGN:
    g_value_set_float (value, self->xalign);
    break;
  case PROP_WIDTH_CHARS:
    g_value_set_int (value, self->width_chars);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_live_label_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SlLiveLabel *self = SL_LIVE_LABEL (object);

  switch (id) {
  case PROP_LABEL:
    sl_live_label_set_text (self, g_value_get_string (value));
    break;
  case PROP_XALIGN:
    self->xalign = g_value_get_float (value);
    gtk_widget_queue_draw (GTK_WIDGET (self));
    break;
  case PROP_WIDTH_CHARS:
    self->width_chars = g_value_get_int (value);
    gtk_widget_queue_resize (GTK_WIDGET (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
sl_live_label_class_init (SlLiveLabelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = sl_live_label_dispose;
  object_class->finalize = sl_live_label_finalize;
  object_class->get_property = sl_live_label_get_property;
  object_class->set_property = sl_live_label_set_property;
  widget_class->measure = sl_live_label_measure;
  widget_class->get_request_mode = sl_live_label_get_request_mode;
  widget_class->size_allocate = sl_live_label_size_allocate;
  widget_class->snapshot = sl_live_label_snapshot;
  widget_class->css_changed = sl_live_label_css_changed;
  widget_class->system_setting_changed = sl_live_label_system_setting_changed;
  widget_class->direction_changed = sl_live_label_direction_changed;

  properties[PROP_LABEL] =
      g_param_spec_string ("label", NULL, NULL, "", flags | G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_XALIGN] = g_param_spec_float ("xalign", NULL, NULL, 0, 1, 0, flags);
  properties[PROP_WIDTH_CHARS] = g_param_spec_int ("width-chars", NULL, NULL, 0, 100, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "label");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LABEL);
}

static void
sl_live_label_init (SlLiveLabel *self)
{
  self->text = g_strdup ("");
}
