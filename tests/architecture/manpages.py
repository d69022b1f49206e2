#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a man page lacks an option of its program, or has one that the program does not have.

manpages.py ROOT PROGRAM...    asks each program for --help, and reads ROOT/docs/man/PROGRAM.1. The page of the portal
                               leaves the options of its server to the page of waymark-server
"""

import os
import pathlib
import re
import subprocess
import sys


def options_of_program(program):
    shown = subprocess.run([program, "--help"], capture_output=True, text=True, check=True,
                           env=os.environ | {"QT_QPA_PLATFORM": "offscreen"}).stdout
    return set(re.findall(r"^  (?:-\w, )?(--[\w-]+)", shown, re.MULTILINE))


def options_of_page(page):
    text = page.read_text(encoding="utf-8").replace("\\-", "-")
    return set(re.findall(r"^\.TP\n(?:\\fB-\w\\fR, )?\\fB(--[\w-]+)", text, re.MULTILINE))


def main():
    root = pathlib.Path(sys.argv[1])
    programs = {pathlib.Path(path).name: options_of_program(path) for path in sys.argv[2:]}
    faults = []
    for name, options in programs.items():
        page = options_of_page(root / "docs/man" / f"{name}.1")
        missing = options - page
        if name == "waymark":
            missing -= programs["waymark-server"]
        faults += [f"{name}.1 lacks {option}" for option in sorted(missing)]
        faults += [f"{name} has no {option}" for option in sorted(page - options)]
    print(*faults, f"{len(programs)} pages read, {len(faults)} faults", sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
