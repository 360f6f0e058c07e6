# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop's side of a sandbox: portals that answer at once instead of asking a person.

What an application in a sandbox gets to see of a person's files goes through the document portal, a file system that
needs FUSE and so a machine that has it. Here it is a plain folder, which is mounted into the sandbox in the same way.
"""

import os
import threading

from gi.repository import Gio, GLib

APPEARANCE = "org.freedesktop.appearance"
DESKTOP_PATH = "/org/freedesktop/portal/desktop"
DOCUMENTS_PATH = "/org/freedesktop/portal/documents"

INTERFACES = """
<node>
  <interface name="org.freedesktop.portal.Settings">
    <method name="ReadAll">
      <arg type="as" direction="in"/><arg type="a{sa{sv}}" direction="out"/>
    </method>
    <method name="Read">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
    </method>
    <method name="ReadOne">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="v" direction="out"/>
    </method>
    <signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.FileChooser">
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="SaveFile">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.OpenURI">
    <method name="OpenURI">
      <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <method name="OpenFile">
      <arg type="s" direction="in"/><arg type="h" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Inhibit">
    <method name="CreateMonitor">
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/><arg type="o" direction="out"/>
    </method>
    <method name="Inhibit">
      <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="o" direction="out"/>
    </method>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.portal.Documents">
    <method name="GetMountPoint"><arg type="ay" direction="out"/></method>
    <property name="version" type="u" access="read"/>
  </interface>
</node>
"""
VERSIONS = {"Settings": 2, "FileChooser": 4, "OpenURI": 5, "Inhibit": 3, "Documents": 5}
ACCENT = {"blue": (0.21, 0.52, 0.89), "orange": (0.93, 0.36, 0.0)}


class Portals:
    """`documents` is the folder of one document, as the application `app_id` sees it; each file in it is one that the
    person has chosen. `calls` holds the name and the options of each request, in order."""

    def __init__(self, folder, app_id):
        self.mount = os.path.join(folder, "doc")
        self.documents = os.path.join(self.mount, "by-app", app_id, "1")
        os.makedirs(self.documents)
        self.calls = []
        self.chosen = None
        self.settings = {
            "color-scheme": GLib.Variant("u", 2),
            "accent-color": GLib.Variant("(ddd)", ACCENT["blue"]),
            "contrast": GLib.Variant("u", 0),
        }
        self.context = GLib.MainContext.new()
        self.bus = None
        ready = threading.Event()
        threading.Thread(target=self.serve, args=(ready,), daemon=True).start()
        ready.wait()

    def serve(self, ready):
        self.context.push_thread_default()
        self.bus = Gio.DBusConnection.new_for_address_sync(
            os.environ["DBUS_SESSION_BUS_ADDRESS"],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION,
            None,
            None,
        )
        for interface in Gio.DBusNodeInfo.new_for_xml(INTERFACES).interfaces:
            path = DOCUMENTS_PATH if interface.name.endswith(".Documents") else DESKTOP_PATH
            self.bus.register_object(path, interface, self.answer, self.get_property, None)
        for name in "org.freedesktop.portal.Desktop", "org.freedesktop.portal.Documents":
            self.bus.call_sync(
                "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "RequestName",
                GLib.Variant("(su)", (name, 4)), None, Gio.DBusCallFlags.NONE, -1, None,
            )  # fmt: skip
        ready.set()
        GLib.MainLoop.new(self.context, False).run()

    def get_property(self, _bus, _sender, _path, interface, _name):
        return GLib.Variant("u", VERSIONS[interface.rpartition(".")[2]])

    def answer(self, _bus, sender, _path, interface, method, parameters, invocation):
        if interface.endswith(".Settings"):
            self.answer_setting(method, parameters, invocation)
        elif interface.endswith(".Documents"):
            mount = GLib.Variant.new_bytestring(self.mount.encode())
            invocation.return_value(GLib.Variant.new_tuple(mount))
        else:
            self.answer_request(sender, method, parameters, invocation)

    def answer_setting(self, method, parameters, invocation):
        if method == "ReadAll":
            invocation.return_value(GLib.Variant("(a{sa{sv}})", ({APPEARANCE: self.settings},)))
            return
        namespace, key = parameters.unpack()
        value = self.settings.get(key) if namespace == APPEARANCE else None
        if value is None:
            invocation.return_dbus_error("org.freedesktop.portal.Error.NotFound", "Requested setting not found")
        elif method == "Read":
            invocation.return_value(GLib.Variant("(v)", (GLib.Variant("v", value),)))
        else:
            invocation.return_value(GLib.Variant("(v)", (value,)))

    def answer_request(self, sender, method, parameters, invocation):
        options = parameters.unpack()[-1]
        token = options.get("handle_token", "t")
        handle = f"{DESKTOP_PATH}/request/{sender[1:].replace('.', '_')}/{token}"
        results = {}
        if method in ("OpenFile", "SaveFile") and self.chosen:
            # The sandbox has the folder in another place.
            seen = f"/run/user/{os.getuid()}/doc/{os.path.basename(self.documents)}/{self.chosen}"
            results["uris"] = GLib.Variant("as", [GLib.filename_to_uri(seen)])
        invocation.return_value(GLib.Variant("(o)", (handle,)))
        self.bus.emit_signal(
            sender, handle, "org.freedesktop.portal.Request", "Response", GLib.Variant("(ua{sv})", (0, results))
        )
        if method not in ("CreateMonitor", "Inhibit"):  # which it does by itself
            self.calls.append((method, options))

    def choose(self, name):
        """Which file the person will pick; returns where it is, seen from outside the sandbox."""
        self.chosen = name
        self.calls.clear()
        return os.path.join(self.documents, name)

    def change(self, key, value):
        """A setting of the desktop changes."""
        self.settings[key] = value
        self.bus.emit_signal(
            None, DESKTOP_PATH, "org.freedesktop.portal.Settings", "SettingChanged",
            GLib.Variant("(ssv)", (APPEARANCE, key, value)),
        )  # fmt: skip

    def set_dark(self, dark):
        self.change("color-scheme", GLib.Variant("u", 1 if dark else 2))

    def set_accent(self, name):
        self.change("accent-color", GLib.Variant("(ddd)", ACCENT[name]))
