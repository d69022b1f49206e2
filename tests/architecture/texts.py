#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a text item of the portal could render markup.

A camera, an app, or a person may be named `<img src=…>`. The types of Waymark.Style show plain text. Every other text
item has to say so itself.

texts.py ROOT    checks the QML files below ROOT/qml
"""

import pathlib
import re
import sys

# Strings and comments may contain anything; their length is kept for the line numbers.
NOISE = re.compile(r'"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'|//[^\n]*|/\*.*?\*/', re.DOTALL)
OBJECT = re.compile(r"\b((?:\w+\.)*)(Text|TextEdit|TextArea|Label)\s*\{")
FORMAT = re.compile(r"\btextFormat\s*:\s*([\w.]+)")
PLAIN = ("Text.PlainText", "TextEdit.PlainText")
# They have a text of their own, which follows Text.AutoText.
REFUSED = re.compile(r"\b(IconLabel|MnemonicLabel)\s*\{")


def own_members(code, start):
    """The code between the braces of the object that opens before `start`, without the objects inside."""
    depth, members = 1, []
    for char in code[start:]:
        depth += {"{": 1, "}": -1}.get(char, 0)
        if depth == 0:
            break
        if depth == 1:
            members.append(char)
    return "".join(members)


def faults(path, root):
    code = NOISE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), path.read_text(encoding="utf-8"))
    in_style = "style" in path.relative_to(root).parts

    def place(match):
        return f"{path.relative_to(root)}:{code.count(chr(10), 0, match.start()) + 1}"

    for match in OBJECT.finditer(code):
        name = match[1] + match[2]
        if name in ("Label", "TextArea") and not in_style:
            continue  # the style's own
        if not FORMAT.search(own_members(code, match.end())):
            yield f"{place(match)}: {name} has no textFormat"
    for match in FORMAT.finditer(code):
        if match[1] not in PLAIN:
            yield f"{place(match)}: textFormat is {match[1]}, not Text.PlainText"
    for match in REFUSED.finditer(code):
        yield f"{place(match)}: {match[1]} renders markup; use IconText"


def main():
    root = pathlib.Path(sys.argv[1])
    found = [fault for path in sorted((root / "qml").rglob("*.qml")) for fault in faults(path, root)]
    print(*found, sep="\n", end="\n" if found else "")
    print(f"{len(found)} faults")
    return bool(found)


if __name__ == "__main__":
    sys.exit(main())
