#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tour.py PROGRAM: uses the program as people do who do not see it or do not touch a mouse.

Keys and pointer are real ones, sent to the display; what comes of them is read over the
accessibility bus. Nothing sleeps for a fixed time: each step waits for what it is to bring about.
One line a step, in TAP; what follows a failure depends on it, so the first one ends the tour.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import traceback

# Warnings are to end the program, not the tour: libatspi warns when an application is too young to
# answer, and asks again.
PROGRAM_ENVIRONMENT = dict(os.environ)
os.environ.pop("G_DEBUG", None)

import gi  # noqa: E402

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

DEADLINE = 30
# A focusable of one of these that has no name is of no use to anyone.
NAMED_ROLES = {
    "button", "check box", "combo box", "entry", "link", "list item", "radio button", "slider",
    "spin button", "switch", "text", "toggle button",
}  # fmt: skip


# How a row of the chart is read.
ROW = re.compile(
    r"(?P<joint>joint )?(?P<place>\d+)(?P<ordinal>st|nd|rd|th), (?P<name>.+), "
    r"(?P<points>\d+\.\d) points(?P<own> with values of your own)?"
    r"(?:, first in (?P<chance>less than 1|\d+) percent of trials)?"
)  # fmt: skip


class Failure(Exception):
    pass


def pump():
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def tick():
    """Until something comes in from the accessibility bus. Not all that changes is told there, so it
    does not wait for ever."""
    source = GLib.timeout_add(10, lambda: GLib.SOURCE_CONTINUE)
    GLib.MainContext.default().iteration(True)
    GLib.source_remove(source)
    pump()


def wait_for(what, condition, deadline=DEADLINE):
    """Returns what the condition gives once it is true."""
    end = time.monotonic() + deadline
    pump()
    while True:
        try:
            value = condition()
        except GLib.Error:  # what was looked at is gone
            value = None
        if value:
            return value
        if time.monotonic() > end:
            raise Failure(f"waited in vain: {what}")
        tick()


def check(condition, what):
    if not condition:
        raise Failure(what)


def xdotool(*arguments):
    return subprocess.run(
        ["xdotool", *map(str, arguments)], check=True, capture_output=True, text=True
    ).stdout


# ---- the tree ----


def children(node):
    for index in range(node.get_child_count()):
        child = node.get_child_at_index(index)
        if child is not None:
            yield child


def walk(node):
    yield node
    for child in children(node):
        yield from walk(child)


def role_of(node):
    """As new systems say it; before, a button was a push button."""
    return node.get_role_name().removeprefix("push ")


def has_state(node, state):
    return node.get_state_set().contains(state)


def is_showing(node):
    return has_state(node, Atspi.StateType.SHOWING)


def describe(node):
    try:
        return f"{node.get_role_name()} «{node.get_name()}»" if node else "nothing"
    except GLib.Error as error:
        return f"something that is gone ({error.message})"


class Tour:
    def __init__(self, command, folder):
        self.command = command
        self.folder = folder
        self.errors = open(os.path.join(folder, "stderr"), "w+", encoding="utf-8")
        self.process = None
        self.announcements = []
        self.focused = None
        self.app = None
        self.window = None
        self.chart = None
        self.listeners = []

    def launch(self, environment=PROGRAM_ENVIRONMENT):
        # Where it runs is where its dialogs for files begin.
        self.process = subprocess.Popen(self.command, stderr=self.errors, env=environment, cwd=self.folder)

    def find_app(self):
        desktop = Atspi.get_desktop(0)

        def find():
            check(not self.has_ended(), "the program ended")
            return next((app for app in children(desktop) if app.get_process_id() == self.process.pid), None)

        self.app = wait_for("the program on the accessibility bus", find)
        # Of the rest, what libatspi remembers is not always so any more.
        self.app.set_cache_mask(Atspi.Cache.ROLE)

    def has_ended(self):
        return self.process is not None and self.process.poll() is not None

    def end(self):
        if self.process is not None:
            self.process.kill()
            self.process.wait()
        self.errors.close()

    def complaints(self):
        self.errors.flush()
        self.errors.seek(0)
        return [line for line in self.errors.read().splitlines() if re.search("WARNING|CRITICAL|ERROR", line)]

    # ---- events ----

    def listen(self, event, callback):
        listener = Atspi.EventListener.new(callback)
        listener.register(event)
        self.listeners.append(listener)

    def take_announcement(self, event):
        self.announcements.append(event.any_data)

    def take_focus(self, event):
        if event.detail1:
            self.focused = event.source

    # ---- reading ----

    def find(self, role, name, root=None):
        """The first that shows, or None; `name` is a text or a compiled expression."""
        for node in walk(root or self.app):
            if role_of(node) != role:
                continue
            text = node.get_name() or ""
            if (name.fullmatch(text) if isinstance(name, re.Pattern) else text == name) and is_showing(node):
                return node
        return None

    def expect(self, role, name, root=None):
        return wait_for(f"{role} «{name}»", lambda: self.find(role, name, root))

    def expect_gone(self, role, name):
        wait_for(f"no {role} «{name}»", lambda: not self.find(role, name))

    def rows(self):
        """Each row as it is read, from the first to the last, once they are at rest; [] without a
        chart, and while rows go that the bus still lists."""
        self.chart = self.chart or self.find("list", "Ranking")
        if self.chart:
            wait_for("the rows to be at rest", lambda: not has_state(self.chart, Atspi.StateType.BUSY))
        rows = [row.get_name() for row in children(self.chart)] if self.chart else []
        return rows if all(rows) else []

    def ranking(self):
        """The parts of what is read of each row, from the first to the last."""
        matches = [(row, ROW.fullmatch(row or "")) for row in self.rows()]
        for row, match in matches:
            check(match, f"a row is read «{row}»")
        return [match for _, match in matches]

    def order(self):
        return [row["name"] for row in self.ranking()]

    def value(self, slider):
        return slider.get_value_iface().get_current_value()

    def check_ranking_is_read(self):
        """Places and scores fit one another and the order; how often each is first may not be known
        yet."""
        rows = self.ranking()
        check(rows, "the ranking is empty")
        places = [int(row["place"]) for row in rows]
        scores = [float(row["points"]) for row in rows]
        for i, row in enumerate(rows):
            check(places[i] <= i + 1, f"read too low: «{row[0]}»")
            check((places.count(places[i]) > 1) == bool(row["joint"]), f"shared or not: «{row[0]}»")
            teen = places[i] % 100 in (11, 12, 13)
            expected = "th" if teen else {1: "st", 2: "nd", 3: "rd"}.get(places[i] % 10, "th")
            check(row["ordinal"] == expected, f"not an ordinal: «{row[0]}»")
            check("·" not in row["name"], f"a dot is read: «{row[0]}»")
        check(scores == sorted(scores, reverse=True), f"the scores fall and rise: {scores}")
        known = {row["chance"] is not None for row in rows}
        check(len(known) == 1, "how often they are first is read of some only")

    def wait_for_trials(self):
        wait_for("the trials to be read", lambda: all(row["chance"] for row in self.ranking()))

    # ---- acting ----

    def find_windows(self, name):
        found = subprocess.run(
            ["xdotool", "search", "--all", "--onlyvisible", "--pid", str(self.process.pid), "--name", name],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        return found.stdout.split()

    def focus_window(self, name):
        window = wait_for(f"a window «{name}»", lambda: self.find_windows(name))[0]
        xdotool("windowfocus", "--sync", window)
        return window

    def key(self, *keys):
        xdotool("key", "--clearmodifiers", *keys)

    def key_to_focus(self, key):
        """Presses a key that moves the focus, and returns what has it then."""
        before = self.focused
        self.key(key)
        return wait_for(f"the focus to move by {key}", lambda: self.focused != before and self.focused)

    def tab_to(self, role, name):
        for _ in range(300):
            node = self.focused
            if node and role_of(node) == role and re.fullmatch(name, node.get_name() or ""):
                return node
            self.key_to_focus("Tab")
        raise Failure(f"Tab never comes to {role} «{name}»")


def shown(name):
    """A name as it is written, from how it is read."""
    return name.replace(" with ", " · ")


def is_icon_name(name):
    return re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)+", name) is not None


# ---- the steps ----


def start(tour):
    """the program asks what is being built; one key, and the ranking is there and is told"""
    tour.launch()
    Atspi.init()
    tour.listen("object:announcement", tour.take_announcement)
    tour.listen("object:state-changed:focused", tour.take_focus)
    tour.find_app()
    tour.window = tour.focus_window("Shortlist")
    xdotool("windowmove", "--sync", tour.window, 0, 0)
    card = tour.expect("button", "General Product")
    check(card.get_description(), "the profile is not described")
    tour.tab_to("button", "General Product")
    tour.key("Return")
    wait_for("a ranking", tour.rows)
    wait_for("the first to be told", lambda: f"{tour.order()[0]} is now first" in tour.announcements)
    tour.expect_gone("button", "General Product")
    wait_for("the last of the facts", lambda: tour.find("check box", "Sustainability Target"))
    tour.wait_for_trials()
    tour.check_ranking_is_read()


def names(tour):
    """everything that can be used has a name"""
    nameless, icons = [], []
    for node in walk(tour.app):
        if not has_state(node, Atspi.StateType.FOCUSABLE) or node.get_role_name() not in NAMED_ROLES:
            continue
        name = (node.get_name() or "").strip()
        if is_icon_name(name):
            icons.append(describe(node))
        # The rows and lists that libadwaita builds expander and choice rows from never get the
        # focus themselves; what can be reached is checked on the way round.
        if not name and node.get_role_name() != "list item":
            nameless.append(describe(node))
    check(not nameless, f"without a name: {nameless}")
    check(not icons, f"named by an icon: {icons}")


def go_round(tour, what):
    """Presses Tab until it is back, and returns the stops. Each has a name of its own, and what Tab
    does not come to has arrow keys to come to it."""
    first = tour.key_to_focus("Tab")
    stops = [first]
    while True:
        node = tour.key_to_focus("Tab")
        if node == first:
            break
        stops.append(node)
        check(len(stops) < 300, f"{what}: Tab does not come back")
    found = [(role_of(stop), stop.get_name()) for stop in stops]
    for role, name in found:
        check(name and not is_icon_name(name), f"{what}: Tab comes to {role} «{name}» in {found}")
    told = [(role_of(stop), stop.get_name(), stop.get_description()) for stop in stops]
    double = {stop for stop in told if told.count(stop) > 1}
    check(not double, f"{what}: several stops are told as {double}")
    return found


def ring(tour):
    """Tab goes round the window, through named stops only"""
    found = go_round(tour, "the window")
    for stop in ("slider", "Performance"), ("slider", "Sustainability"), ("toggle button", "Main Menu"):
        check(stop in found, f"Tab passes {stop[1]} by")


# Pages and dialogs: the keys that lead there, what shows that it is there, and what leads back.
ROUNDS = [
    (["alt+2"], ("label", re.compile(".* before .*")), None),
    (["alt+3"], ("heading", "How Far Each Weight May Move"), None),
    (["alt+1"], ("list", "Ranking"), None),
    (["ctrl+p"], ("button", "Next Page"), "Escape"),
    (["ctrl+comma"], ("button", "Choose a Folder"), "Escape"),
    (["ctrl+question"], ("label", "Show or Hide the Requirements"), "Escape"),
    (["F10", "d"], ("combo box", "Status"), "Escape"),
]


def rounds(tour):
    """Tab goes round each page and dialog, and the focus comes back from there"""
    for keys, sign, back in ROUNDS:
        start = tour.focused
        tour.key(keys[0])
        if len(keys) > 1:
            tour.expect("menu item", re.compile(".*"))  # GTK 4.18 gives items of menus no name.
            start = tour.find("toggle button", "Main Menu")
            tour.key(*keys[1:])
        tour.expect(*sign)
        go_round(tour, sign[1])
        if back is not None:
            tour.key(back)
            tour.expect_gone(*sign)
            wait_for("the focus to come back", lambda: tour.focused == start)


def slider(tour):
    """keys on a slider change the ranking at once, and a new first is announced"""
    node = tour.tab_to("slider", "Performance")
    before, value = tour.order(), tour.value(node)
    tour.announcements.clear()
    tour.key("Right")
    wait_for("the slider to move", lambda: tour.value(node) > value)
    check(tour.value(node) - value == 0.5, f"Right moves the slider by {tour.value(node) - value}")
    tour.key("End")
    wait_for("the slider at its end", lambda: tour.value(node) == 10)
    wait_for("another order", lambda: tour.order() != before)
    tour.check_ranking_is_read()
    wait_for("the announcement", lambda: tour.announcements)
    first = tour.order()[0]
    check(tour.announcements[-1] == f"{first} is now first", f"it was announced: {tour.announcements}")
    check(len(tour.announcements) == 1, f"too much was announced: {tour.announcements}")
    text = Atspi.Value.get_text(node)
    check(re.fullmatch(r"10\.0 of 10, \d+ % of the whole", text), f"the slider is read «{text}»")
    check(tour.focused == node, "the slider lost the focus")
    wait_for("how far it may move to be read", lambda: node.get_description())

    tour.key("ctrl+z")
    wait_for("one step back", lambda: tour.value(node) == value + 0.5)
    tour.key("ctrl+z")
    wait_for("the order as before", lambda: tour.order() == before and tour.value(node) == value)
    tour.key("ctrl+shift+z", "ctrl+shift+z")
    wait_for("both steps again", lambda: tour.value(node) == 10 and tour.order() != before)
    tour.key("ctrl+z", "ctrl+z")
    wait_for("the order as before", lambda: tour.order() == before)


def haste(tour):
    """however often the first changes, it is announced once a second at most"""
    node = tour.tab_to("slider", "Performance")
    value, first = tour.value(node), tour.order()[0]
    tour.announcements.clear()
    began = time.monotonic()
    n_changes = 0
    while len(tour.announcements) < 2:
        before = tour.order()[0]
        tour.key("End" if n_changes % 2 == 0 else "Home")
        wait_for("another first", lambda: tour.order()[0] != before)
        n_changes += 1
        check(n_changes < 100, f"announced after {n_changes} changes: {tour.announcements}")
        took = time.monotonic() - began
        # The first may be of a change from just before.
        check(len(tour.announcements) <= took + 1, f"announced in {took} s: {tour.announcements}")
    check(n_changes > 4, f"only {n_changes} changes are no haste")
    for _ in range(n_changes):
        tour.key("ctrl+z")
    wait_for("the slider where it was", lambda: tour.value(node) == value)
    wait_for("the first as before", lambda: tour.order()[0] == first)


def fact(tour):
    """a fact rules an alternative out, which says why"""
    before = tour.order()
    check("Firebase" in before, "Firebase is not ranked")
    switch = next(
        node
        for node in walk(tour.app)
        if node.get_role_name() in ("check box", "switch")
        and node.get_name() == "On-Premises Hosting"
        and node.get_action_iface().get_n_actions() > 0
    )
    check(switch.get_action_iface().do_action(0), "the switch can't be toggled")
    wait_for("Firebase to go", lambda: "Firebase" not in tour.order())
    tour.check_ranking_is_read()
    check(len(tour.order()) == len(before) - 1, "more than one alternative went")

    tour.tab_to("list item", r"Ruled Out \(1\)")
    tour.key("space")
    row = tour.expect("list item", "Firebase")
    reason = [node.get_name() for node in walk(row) if node.get_role_name() == "label"]
    check(any("Google" in text for text in reason), f"it is ruled out because of {reason}")

    tour.key("ctrl+z")
    wait_for("Firebase to come back", lambda: tour.order() == before)
    check(not has_state(switch, Atspi.StateType.CHECKED), "the switch is still on")


def boards(tour):
    """each board ranks"""
    technologies = tour.order()
    for name in "Patterns", "Pairings", "Technologies":
        before = tour.order()
        check(tour.find("radio button", name).get_action_iface().do_action(0), f"{name} can't be chosen")
        wait_for(f"the board {name}", lambda: tour.order() and tour.order() != before)
        tour.check_ranking_is_read()
    check(tour.order() == technologies, "the technologies are not as before")


def page(tour):
    """arrow keys walk the chart, Return opens an alternative, and its page follows the sliders"""
    tour.wait_for_trials()
    third = tour.order()[2]
    tour.tab_to("list item", re.escape(tour.rows()[0]))
    tour.key_to_focus("Down")
    row = tour.key_to_focus("Down")
    check(row.get_name() == tour.rows()[2], f"Down comes to {describe(row)}")
    check(tour.key_to_focus("End").get_name() == tour.rows()[-1], "End does not come to the last")
    check(tour.key_to_focus("Home").get_name() == tour.rows()[0], "Home does not come to the first")
    tour.key_to_focus("Down")
    tour.key_to_focus("Down")

    for back in "alt+Left", "Escape":
        tour.key("Return")
        tour.expect_gone("list", "Ranking")
        place = tour.expect("label", re.compile(r"Rank 3 of \d+, \d+\.\d points"))
        text = place.get_name()
        tour.expect("label", shown(third))
        slider_node = tour.tab_to("slider", "Performance")
        tour.key("End")
        wait_for("the page to follow", lambda: place.get_name() != text)
        tour.key("ctrl+z")
        wait_for("the page to follow back", lambda: place.get_name() == text)
        check(tour.focused == slider_node, "the slider lost the focus")
        tour.tab_to("button", "Back")
        tour.key(back)
        tour.expect("list", "Ranking")
        tour.expect_gone("button", "Back")  # until then the page glides away, and Tab goes there
        wait_for("the focus on the row again", lambda: f", {third}, " in tour.focused.get_name())


def grab(left, top, width, height):
    """Rows of pixels, each (red, green, blue), from the screen."""
    place = f"{width}x{height}+{left}+{top}"
    image = subprocess.run(
        ["import", "-window", "root", "-crop", place, "-depth", "8", "ppm:-"], check=True, capture_output=True
    ).stdout
    _, columns, rows, _, pixels = re.fullmatch(rb"(P6)\s(\d+)\s(\d+)\s(\d+)\s(.*)", image, re.DOTALL).groups()
    columns, rows = int(columns), int(rows)
    return [
        [tuple(pixels[at : at + 3]) for at in range(3 * y * columns, 3 * (y + 1) * columns, 3)]
        for y in range(rows)
    ]  # fmt: skip


def find_highlight(node):
    """Where the coloured part of a slider begins and ends, and how high it is. GTK 4.18 leaves some
    margins out of the places that it tells the accessibility bus, so they are only a beginning."""
    box = node.get_component_iface().get_extents(Atspi.CoordType.WINDOW)
    top = box.y + box.height // 2
    for y, row in enumerate(grab(0, top, box.x + box.width, 40)):
        start = 0
        for x in range(1, len(row) + 1):
            if x < len(row) and row[x] == row[start]:
                continue
            if x - start >= 40 and max(row[start]) - min(row[start]) > 60:
                return start, x, top + y + 2
            start = x
    return None


def find_resting_highlight(node):
    first = find_highlight(node)
    time.sleep(0.05)
    return first if first == find_highlight(node) else None


def drag(tour):
    """a drag by pointer is one step"""
    tour.tab_to("combo box", "Profile")  # so that all of what follows is in view
    node = tour.tab_to("slider", "Performance")
    before, value = tour.order(), tour.value(node)
    left, right, y = wait_for("the slider's colour on the screen", lambda: find_resting_highlight(node))
    start = right + 6  # on the handle
    step = (right + 10 - left) / value / 2
    seen = [value]

    # At once: a press that rests for half a second makes the slider finer instead.
    first = round(start + step)
    xdotool("mousemove", "--sync", start, y, "mousedown", 1, "mousemove", "--sync", first, y)
    wait_for("the slider to follow", lambda: tour.value(node) > value)
    seen.append(tour.value(node))
    while tour.value(node) < 10:
        check(len(seen) < 40, f"the slider went through {seen} only")
        xdotool("mousemove", "--sync", round(start + step * len(seen)), y)
        wait_for("the slider to follow", lambda: tour.value(node) > seen[-1])
        seen.append(tour.value(node))
    wait_for("the order to follow", lambda: tour.order() != before)
    xdotool("mouseup", 1)
    check(len(seen) > 5, f"the slider went through {seen} only")

    tour.key("ctrl+z")
    wait_for("all of the drag undone", lambda: tour.value(node) == value and tour.order() == before)
    tour.key("ctrl+shift+z")
    wait_for("all of the drag done again", lambda: tour.value(node) == 10)
    tour.key("ctrl+z")
    wait_for("all of the drag undone", lambda: tour.order() == before)


def compare(tour):
    """alternatives are compared, and the comparison is read"""
    first, second = map(shown, tour.order()[:2])
    tour.key("alt+2")
    tour.expect_gone("list", "Ranking")
    answer = tour.expect("label", re.compile(r".* is \d+\.\d points before .*"))
    check(answer.get_name().startswith(f"{first} is "), f"it says «{answer.get_name()}»")
    check(f" before {second}" in answer.get_name(), f"it says «{answer.get_name()}»")
    rows = tour.expect("list", "What Parts Them, Largest Difference First")
    for row in children(rows):
        check(row.get_name() and first in row.get_description(), f"a criterion is read {describe(row)}")
    picture = tour.expect("image", "Profile by pillar")
    check(first in picture.get_description(), "the drawing does not say what it shows")
    tour.key("alt+1")
    tour.chart = None
    tour.expect("list", "Ranking")


def expect_in_search(tour):
    """GTK 4.18 tells that the focus leaves for an entry, but not that the entry has it now."""
    entry = tour.expect("entry", "Search the ranking")
    wait_for("the focus in the search", lambda: has_state(entry, Atspi.StateType.FOCUSED))


def search(tour):
    """Ctrl+F narrows the ranking to what is typed, places stay, and Escape brings all back"""
    before = tour.ranking()
    expected = [row[0] for row in before if "python" in row["name"].lower()]
    check(0 < len(expected) < len(before), "there is nothing to search for")
    tour.key("ctrl+f")
    expect_in_search(tour)
    xdotool("type", "PYTHON")
    wait_for("the ranking to narrow", lambda: tour.rows() == expected)
    tour.key_to_focus("Tab")
    check(tour.focused.get_name() == "All Tags", f"Tab comes to {describe(tour.focused)}")
    tour.tab_to("list item", re.escape(expected[0]))
    # The same keys come back to what was typed, rather than to end the search.
    tour.key("ctrl+f")
    expect_in_search(tour)
    check(tour.rows() == expected, f"the ranking is now {tour.rows()}")

    tour.key("Escape")
    wait_for("all of the ranking", lambda: len(tour.rows()) == len(before))
    check(tour.rows() == [row[0] for row in before], f"the ranking is now {tour.rows()}")
    tour.expect_gone("entry", "Search the ranking")
    wait_for("the focus to be kept", lambda: is_showing(tour.focused) and tour.focused.get_name())


def text_of(node):
    return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))


def write_report(tour, name, *keys):
    """`keys`: what chooses the format from the list of them. Returns where it is."""
    path = os.path.join(tour.folder, name)
    tour.key("ctrl+p")
    tour.expect("button", "Save…")
    tour.tab_to("combo box", "Format")
    tour.key("space")
    wait_for("the formats", lambda: role_of(tour.focused) == "list item")
    tour.key(*keys, "Return")
    wait_for("the format to be chosen", lambda: role_of(tour.focused) == "combo box")
    tour.tab_to("button", "Save…")
    tour.key("Return")
    tour.focus_window("Save Report")
    # It suggests a name once it has seen the folder, and takes no answer before.
    wait_for("a name to be suggested", lambda: text_of(tour.focused).endswith(os.path.splitext(name)[1]))
    tour.key("ctrl+a")
    xdotool("type", name)
    wait_for("the name to be written", lambda: text_of(tour.focused) == name)
    tour.key("Return")
    wait_for("the chooser to go", lambda: not tour.find_windows("Save Report"))
    xdotool("windowfocus", "--sync", tour.window)
    wait_for("the report", lambda: os.path.exists(path))
    tour.expect_gone("button", "Save…")
    return path


def export(tour):
    """a report is saved by keys, as pages and as data, and holds the ranking"""
    with open(write_report(tour, "pages.pdf", "Home"), "rb") as file:
        data = file.read()
    check(data.startswith(b"%PDF-") and data.rstrip().endswith(b"%%EOF"), "it is no PDF")

    with open(write_report(tour, "data.json", "Home", "Down", "Down", "Down"), encoding="utf-8") as file:
        report = json.load(file)
    board = report["boards"]["technologies"]
    names = [entry["name"] for entry in board["alternatives"] if entry["rank"]]
    check(names == list(map(shown, tour.order())), f"the report ranks {names}")


def dialogs(tour):
    """keys open and close dialogs, the menu and the requirements"""
    tour.key("ctrl+p")
    tour.expect("button", "Save…")
    tour.key("Escape")
    tour.expect_gone("button", "Save…")
    tour.key("ctrl+question")
    tour.expect("label", "Show or Hide the Requirements")
    tour.key("Escape")
    tour.expect_gone("label", "Show or Hide the Requirements")
    tour.key("F10")
    # GTK 4.18 gives items of menus no name.
    tour.expect("menu item", re.compile(".*"))
    tour.key("Escape")
    tour.expect_gone("menu item", re.compile(".*"))
    tour.key("F9")
    tour.expect_gone("slider", "Performance")
    tour.key("F9")
    tour.expect("slider", "Performance")


def count_windows(tour):
    return sum(node.get_role_name() == "frame" for node in children(tour.app))


def windows(tour):
    """a second window comes and goes by keys"""
    tour.key("ctrl+n")
    wait_for("a second window", lambda: count_windows(tour) == 2)

    def find_other():
        return [window for window in tour.find_windows("Shortlist") if window != tour.window]

    found = wait_for("both on the screen", find_other)
    xdotool("windowfocus", "--sync", found[0])
    tour.key("ctrl+w")
    wait_for("one window", lambda: count_windows(tour) == 1)
    xdotool("windowfocus", "--sync", tour.window)


def idle(tour):
    """it rests when nobody does anything"""

    def ticks():
        with open(f"/proc/{tour.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return int(fields[11]) + int(fields[12])

    def rests():
        before, end = ticks(), time.monotonic() + 0.5
        while time.monotonic() < end:
            pump()
            time.sleep(0.05)
        return ticks() - before <= 1

    wait_for("half a second of rest", rests)


def leave(tour):
    """it asks before it goes, and goes without a complaint"""
    node = tour.tab_to("slider", "Sustainability")
    tour.key("End")
    wait_for("the slider at its end", lambda: tour.value(node) == 10)
    tour.key("ctrl+q")
    tour.expect("label", "Save Changes?")
    tour.key("Escape")
    tour.expect_gone("label", "Save Changes?")
    tour.key("ctrl+q")
    check(tour.expect("button", "Discard").get_action_iface().do_action(0), "Discard can't be pressed")
    wait_for("the program to end", tour.has_ended)
    check(tour.process.returncode == 0, f"it ended with {tour.process.returncode}")


def broken(tour):
    """a catalogue that can't be read says where it is wrong, and the program's own is there"""
    catalogue = os.path.join(tour.folder, "catalogue")
    settings = os.path.join(os.environ["XDG_CONFIG_HOME"], "glib-2.0", "settings")
    os.makedirs(catalogue)
    os.makedirs(settings)
    with open(os.path.join(catalogue, "rules.json"), "w", encoding="utf-8") as file:
        file.write('{\n"format": oops }')
    with open(os.path.join(settings, "keyfile"), "w", encoding="utf-8") as file:
        file.write(f"[io/github/shortlistapp/Shortlist]\ncatalogue-folder='{catalogue}'\n")
    tour.launch({**PROGRAM_ENVIRONMENT, "GSETTINGS_BACKEND": "keyfile"})
    tour.find_app()
    tour.window = tour.focus_window("Shortlist")
    tour.expect("label", "The Catalogue Was Not Read")
    tour.expect("label", re.compile(r".*rules\.json:2:.*", re.DOTALL))
    tour.key("Escape")
    tour.expect_gone("label", "The Catalogue Was Not Read")
    tour.expect("button", "General Product")
    tour.key("ctrl+q")
    wait_for("the program to end", tour.has_ended)
    check(tour.process.returncode == 0, f"it ended with {tour.process.returncode}")


STEPS = [
    start, names, ring, rounds, slider, haste, fact, boards, page, compare, search, export, drag, dialogs, windows,
    idle, leave, broken,
]  # fmt: skip


def run(tour, steps):
    print(f"1..{len(steps)}", flush=True)
    for number, step in enumerate(steps, 1):
        began = time.monotonic()
        try:
            step(tour)
            check(not tour.complaints(), f"it complained: {tour.complaints()}")
        except Exception as failure:  # whatever it is, it is a failure of the step
            print(f"not ok {number} - {step.__doc__}")
            for line in traceback.format_exception(failure):
                print("#", line.rstrip().replace("\n", "\n# "))
            print(f"# The focus is on {describe(tour.focused)}.")
            if tour.has_ended():
                print(f"# The program ended with {tour.process.returncode}.")
            for line in tour.complaints():
                print(f"# {line}")
            print("Bail out!", flush=True)
            return 1
        print(f"ok {number} - {step.__doc__}")
        print(f"# {time.monotonic() - began:.1f} s", flush=True)
    return 0


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: tour.py PROGRAM")
    with tempfile.TemporaryDirectory() as folder:
        tour = Tour([os.path.abspath(sys.argv[1])], folder)
        try:
            return run(tour, STEPS)
        finally:
            tour.end()


if __name__ == "__main__":
    sys.exit(main())
