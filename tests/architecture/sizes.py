#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fails if a source file has more than 350 lines: it would have more than one subject.

sizes.py ROOT    checks the files below the folders app, models, qml, server and tests of ROOT
"""

import pathlib
import sys

MOST = 350
FOLDERS = ("app", "models", "qml", "server", "tests")
KINDS = (".cmake", ".cpp", ".h", ".js", ".mjs", ".py", ".qml", ".sh", ".sql")


def sources(root):
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            own = "node_modules" not in path.relative_to(root).parts
            if own and (path.suffix in KINDS or path.name == "CMakeLists.txt"):
                yield path


def main():
    root = pathlib.Path(sys.argv[1])
    lines = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in sources(root)}
    faults = [f"{path.relative_to(root)}: {count} lines" for path, count in lines.items() if count > MOST]
    print(*faults, f"{len(lines)} files read, {len(faults)} faults", sep="\n")
    return 1 if faults or not lines else 0


if __name__ == "__main__":
    sys.exit(main())
