#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""installed.py BUNDLE ID SAMPLE: what a person does with the bundle, from installing it to removing it.

To be run in build-aux/headless, whose home is empty. The runtime is the only thing that has to be there already. One
line a step, in TAP; what follows a failure depends on it, so the first one ends it.
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "app"))

import tour as at  # noqa: E402
from portals import Portals  # noqa: E402
from tour import check, wait_for  # noqa: E402

BUNDLE, ID, SAMPLE = sys.argv[1:4]
HOME = pathlib.Path(os.environ["HOME"])
# X11 is taken away again where there is Wayland: that is how a fallback is written down.
PERMISSIONS = {"[Context]", "shared=ipc", "sockets=fallback-x11", "sockets=wayland", "sockets=x11", "devices=dri"}
# GTK 4.24's own, once a process, on X11 without a compositor: a popover or tooltip has the frame clock of its window, and
# each of the two surfaces reports the frame that they share as submitted (gdk_x11_surface_end_frame ()). A window and a
# popover without anything of ours bring it about too; a window alone does not.
KNOWN = re.compile(
    r"\(shortlist:\d+\): Gdk-WARNING \*\*: [\d:.]+: gdk_frame_timings_submitted\(\) called on submitted frame\."
)
# libadwaita's, of the accents that it has.
ORANGE = (0xED, 0x5B, 0x00)


def flatpak(*arguments, **options):
    done = subprocess.run(["flatpak", *arguments], capture_output=True, check=False, **options)
    check(done.returncode == 0, f"flatpak {' '.join(arguments)}: {done.stderr.decode()[-2000:]}")
    return done.stdout


def shortlist(*arguments, **options):
    """A command of the installed program, in its sandbox; what it prints."""
    return flatpak("run", "--user", ID, *arguments, **options)


class Visit(at.Tour):
    """A window of the installed program."""

    def __init__(self, folder):
        super().__init__(["flatpak", "run", "--user", ID], folder)
        self.portals = Portals(folder, ID)

    def complaints(self):
        said = super().complaints()
        known = [line for line in said if KNOWN.fullmatch(line)]
        return [line for line in said if line not in known[:1]]

    def find_windows(self, name):
        # By its name alone: in its sandbox the program has another number.
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--name", name], capture_output=True, text=True, check=False
        )
        return found.stdout.split()

    def expect_call(self, method):
        """The options of the request that the program made of the desktop."""
        name, options = wait_for(f"the program to ask for {method}", lambda: self.portals.calls)[0]
        check(name == method, f"the program asked for {name}")
        return options


def press(button):
    check(at.Atspi.Action.do_action(button, 0), f"{at.describe(button)} can't be pressed")


# ---- the steps ----


def install(_visit):
    """it installs where nothing is installed"""
    check(not flatpak("list", "--user", "--app", "--columns=application").strip(), "something is installed already")
    # The runtime is there, so nobody has to be asked for it.
    flatpak("install", "--user", "--noninteractive", "--no-deps", BUNDLE)
    check(flatpak("list", "--user", "--app", "--columns=application").decode().split() == [ID], "it is not listed")


def permissions(_visit):
    """it may show a window, and nothing else"""
    found = set()
    for line in flatpak("info", "--user", "--show-permissions", ID).decode().split():
        key, _, values = line.partition("=")
        found |= {f"{key}={value}" for value in values.strip(";").split(";")} if values else {line}
    check(found == PERMISSIONS, f"it may {sorted(found)}")


def commands(_visit):
    """the commands work in the sandbox"""
    ranking = json.loads(shortlist("rank", "--profile", "ai-saas", "--format", "json"))["alternatives"]
    scores = [entry["score"] for entry in ranking if not entry["excluded"]]
    check(ranking[0]["rank"] == 1 and len(scores) > 5, f"the ranking is {ranking}")
    check(scores == sorted(scores, reverse=True), f"the scores are {scores}")

    with open(SAMPLE, "rb") as sample:
        pdf = shortlist("report", "-", "--format", "pdf", "--output", "-", stdin=sample)
    check(pdf.startswith(b"%PDF-") and pdf.rstrip().endswith(b"%%EOF"), "the report is no PDF")
    with open(SAMPLE, "rb") as sample:
        report = shortlist("report", "-", "--format", "json", "--output", "-", stdin=sample)
    check(json.loads(report)["format"], "the report says no format")
    shortlist("check", "-", input=report)
    shortlist("verify", "-", input=report)


def start(visit):
    """a window appears, with a ranking"""
    at.Atspi.init()
    # Not in PROGRAM_ENVIRONMENT, where every warning is the end.
    visit.launch(os.environ)
    visit.listen("object:state-changed:focused", visit.take_focus)
    desktop = at.Atspi.get_desktop(0)

    def find_app():
        check(not visit.has_ended(), "the program ended")
        return next((app for app in at.children(desktop) if app.get_name() in (ID, "shortlist", "Shortlist")), None)

    visit.app = wait_for("the program on the accessibility bus", find_app)
    visit.app.set_cache_mask(at.Atspi.Cache.ROLE)
    visit.window = visit.focus_window("Shortlist")
    at.xdotool("windowmove", "--sync", visit.window, 0, 0)
    visit.tab_to("button", "General Product")
    visit.key("Return")
    wait_for("a ranking", visit.ranking)
    visit.check_ranking_is_read()


def rank(visit):
    """a slider changes the ranking"""
    node = visit.tab_to("slider", "Performance")
    before = visit.order()
    visit.key("End")
    wait_for("another order", lambda: visit.order() != before)
    visit.check_ranking_is_read()
    check(visit.value(node) == 10, "the slider is not at its end")


def menu(visit):
    """its menu opens"""
    visit.key("F10")
    visit.expect("menu item", re.compile(".*"))
    visit.key("Escape")
    visit.expect_gone("menu item", re.compile(".*"))


def brightness():
    pixels = [pixel for row in at.grab(0, 0, 320, 200) for pixel in row]
    return sum(map(sum, pixels)) / len(pixels) / 3


def appearance(visit):
    """it follows the desktop into the dark style and back"""
    wait_for("a light window", lambda: brightness() > 180)
    visit.portals.set_dark(True)
    wait_for("a dark window", lambda: brightness() < 80)
    visit.portals.set_dark(False)
    wait_for("a light window again", lambda: brightness() > 180)


def save(visit):
    """a decision is saved where the person says"""
    path = visit.portals.choose("Kept.shortlist")
    visit.key("ctrl+s")
    options = visit.expect_call("SaveFile")
    check(options["current_name"].endswith(".shortlist"), f"it suggests {options['current_name']}")
    wait_for("the file", lambda: os.path.exists(path))
    with open(path, "rb") as file:
        shortlist("check", "-", stdin=file)


def count_accent():
    return sum(pixel == ORANGE for row in at.grab(0, 0, 1280, 900) for pixel in row)


def export(visit):
    """a report is written where the person says, and opened with another program"""
    path = visit.portals.choose("Kept.pdf")
    visit.key("ctrl+p")
    button = visit.expect("button", "Save…")
    before = count_accent()
    visit.portals.set_accent("orange")
    wait_for("the accent colour to follow", lambda: count_accent() > before + 500)
    press(button)
    options = visit.expect_call("SaveFile")
    check(options["current_name"].endswith(".pdf"), f"it suggests {options['current_name']}")
    wait_for("the report", lambda: os.path.exists(path) and os.path.getsize(path) > 0)
    with open(path, "rb") as file:
        check(file.read(5) == b"%PDF-", "the report is no PDF")
    visit.portals.calls.clear()
    press(visit.expect("button", "Open"))
    visit.expect_call("OpenFile")


def reopen(visit):
    """a decision is opened from where the person says"""
    path = visit.portals.choose("Sample.shortlist")
    shutil.copy(SAMPLE, path)
    with open(SAMPLE, encoding="utf-8") as file:
        title = json.load(file)["title"]
    visit.key("ctrl+o")
    visit.expect_call("OpenFile")
    visit.focus_window(re.escape(title))


def leave(visit):
    """it goes without a complaint"""
    visit.key("ctrl+q")
    wait_for("the program to end", visit.has_ended)
    check(visit.process.returncode == 0, f"it ended with {visit.process.returncode}")


def traces():
    """The files in the home that have to do with the program, by their place or by what they hold."""
    files = [path for path in HOME.rglob("*") if path.is_file()]
    return [str(path) for path in files if "hortlist" in str(path.relative_to(HOME)) or b"hortlist" in path.read_bytes()]


def remove(visit):
    """once it is removed, only the person's documents are left"""
    check((HOME / ".var" / "app" / ID).is_dir(), "the program kept nothing of its own, so this shows nothing")
    check(traces(), "there is nothing of the program, so this shows nothing")
    flatpak("uninstall", "--user", "--noninteractive", "--delete-data", ID)
    check(not (HOME / ".var" / "app" / ID).exists(), "its settings are left behind")
    check(not traces(), f"left behind: {traces()}")
    kept = sorted(os.listdir(visit.portals.documents))
    check(kept == ["Kept.pdf", "Kept.shortlist", "Sample.shortlist"], f"of the documents there are {kept}")


STEPS = [install, permissions, commands, start, rank, menu, appearance, save, export, reopen, leave, remove]


def main():
    with tempfile.TemporaryDirectory() as folder:
        visit = Visit(folder)
        try:
            return at.run(visit, STEPS)
        finally:
            visit.end()


if __name__ == "__main__":
    sys.exit(main())
