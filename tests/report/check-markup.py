# SPDX-License-Identifier: GPL-3.0-or-later
"""check-markup.py FILE.html|FILE.svg: whether it is well formed, and can be read by everybody."""

import re
import sys
import xml.etree.ElementTree
from html.parser import HTMLParser

VOID = {"meta", "rect", "line", "br", "hr", "img", "link", "input"}


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.open, self.faults, self.ids, self.links, self.headings = [], [], [], [], []
        self.rows, self.table, self.words = [], None, {}

    def fault(self, text):
        self.faults.append(f"{self.getpos()[0]}: {text}")

    def handle_starttag(self, tag, attrs):
        names = [name for name, _ in attrs]
        attrs = dict(attrs)
        if len(names) != len(attrs):
            self.fault(f"<{tag}> has an attribute twice")
        if tag in ("script", "iframe", "object", "embed", "form", "base", "img", "link"):
            self.fault(f"<{tag}> has no place here")
        for name, value in attrs.items():
            if name.startswith("on") or name in ("src", "srcset", "background"):
                self.fault(f"<{tag}> has {name}")
            if name == "href":
                self.links.append(value)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        self.check(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)

    handle_startendtag = handle_starttag

    def check(self, tag, attrs):
        if tag == "html" and (not attrs.get("lang") or attrs.get("dir") not in ("ltr", "rtl")):
            self.fault("html needs lang and dir")
        if re.fullmatch("h[1-6]", tag):
            level = int(tag[1])
            last = self.headings[-1] if self.headings else 0
            if level > last + 1 or (level == 1) != (last == 0):
                self.fault(f"h{level} after h{last}")
            self.headings.append(level)
        if tag == "table":
            self.rows = []
        if tag == "tr":
            self.rows.append([])
        if tag in ("th", "td"):
            self.rows[-1].append((tag, attrs.get("scope")))
        if tag == "svg":
            if attrs.get("role") != "img":
                self.fault("svg needs a role")
            self.links += ["#" + name for name in attrs.get("aria-labelledby", "").split()]

    def handle_endtag(self, tag):
        if not self.open or self.open[-1] != tag:
            self.fault(f"</{tag}> closes {self.open[-1:]}")
            return
        self.open.pop()
        if tag == "table":
            self.check_table()

    def handle_data(self, data):
        if self.open:
            self.words[self.open[-1]] = self.words.get(self.open[-1], "") + data

    def check_table(self):
        if len(self.rows) < 2 or len({len(row) for row in self.rows}) != 1:
            self.fault("a table has rows of different lengths, or none")
        elif any(cell != ("th", "col") for cell in self.rows[0]):
            self.fault("the first row of a table is its head")
        elif any(row.count(("th", "row")) != 1 for row in self.rows[1:]):
            self.fault("each row of a table has one head")

    def finish(self):
        self.close()
        if self.open:
            self.fault(f"left open: {self.open}")
        if self.headings.count(1) != 1:
            self.fault("expected one h1")
        if len(self.ids) != len(set(self.ids)):
            self.fault("an id stands twice")
        for link in self.links:
            if link.startswith("#"):
                if link[1:] not in self.ids:
                    self.fault(f"{link} leads nowhere")
            elif not re.match("https?://", link):
                self.fault(f"link to {link}")
        for tag in ("title", "caption", "desc"):
            if not self.words.get(tag, "x").strip():
                self.fault(f"no {tag} has words")
        return self.faults


def check_svg(text):
    root = xml.etree.ElementTree.fromstring(text)
    space = "{http://www.w3.org/2000/svg}"
    faults = []
    for name in ("title", "desc"):
        if not (root.findtext(space + name) or "").strip():
            faults.append(f"no {name}")
    for element in root.iter():
        if not element.tag.startswith(space) or element.tag == space + "script":
            faults.append(f"{element.tag} has no place here")
        for name, value in element.attrib.items():
            if name in ("x", "y", "width", "height", "x1", "x2", "y1", "y2"):
                if not re.fullmatch(r"-?\d+(\.\d+)?%?", value):
                    faults.append(f"{name}={value}")
    if not list(root.iter(space + "text")):
        faults.append("no words")
    return faults


def main():
    with open(sys.argv[1], encoding="utf-8", newline="") as file:
        text = file.read()
    if sys.argv[1].endswith(".svg"):
        faults = check_svg(text)
    else:
        page = Page()
        page.feed(text)
        faults = page.finish()
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
