#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads every #include of the project and fails on each that breaks the order of the floors, areas or folders.

includes.py ROOT            checks the sources below ROOT, and that docs/architecture.md prints the table of rules
includes.py ROOT --table    prints that table
"""

import collections
import pathlib
import re
import sys

# From the lowest to the highest. A floor may include itself and the floors that its line names.
FLOORS = {
    "models": ["models"],
    "server": ["models", "server"],
    "app/client": ["models", "app/client"],
    "app/options": ["models", "app/options", "server"],
    "app/portal": ["models", "app/client", "app/options", "app/portal", "server (its face)"],
    "app/server": ["models", "app/client", "app/options", "app/server", "server"],
    "app/camera": ["app/camera"],
}
# An area may include itself and those before it. The server's own files stand above all of them.
AREAS = ["core", "post", "identity", "billing", "cameras", "insight", "notifications", "support"]
FACE = {"server/server.h"}

INCLUDE = re.compile(r'^\s*#\s*include\s+"((?:models|server|app)/[^"]+)"', re.MULTILINE)


def floor_of(path):
    parts = path.split("/")
    return "/".join(parts[:2]) if parts[0] == "app" else parts[0]


def area_of(path):
    """The index of the area of a file of `server/`; above all areas for the files of the server itself."""
    name = path.split("/")[1]
    return AREAS.index(name) if name in AREAS else len(AREAS)


def folder_of(path):
    return path.rsplit("/", 1)[0]


def table():
    lines = ["| area | may include |", "| --- | --- |"]
    for index, area in enumerate(AREAS):
        lines.append(f"| `{area}` | {', '.join(f'`{name}`' for name in ['models', *AREAS[:index]])} |")
    lines.append("| `server/` itself | every area |")
    return "\n".join(lines)


def includes(root):
    for top in ("models", "server", "app"):
        for file in sorted((root / top).rglob("*")):
            if file.suffix in (".h", ".cpp"):
                name = file.relative_to(root).as_posix()
                for target in INCLUDE.findall(file.read_text(encoding="utf-8")):
                    yield name, target


def floor_faults(edges):
    for source, target in edges:
        allowed = [entry.split(" ")[0] for entry in FLOORS[floor_of(source)]]
        if floor_of(target) not in allowed:
            yield f"{source} includes {target}: floor {floor_of(target)} is not below {floor_of(source)}"
        elif floor_of(source) == "app/portal" and floor_of(target) == "server" and target not in FACE:
            yield f"{source} includes {target}: the portal may include only the face of the server"


def area_faults(edges):
    for source, target in edges:
        layered = floor_of(source) == floor_of(target) and floor_of(source) in ("models", "server")
        if layered and area_of(target) > area_of(source):
            yield f"{source} includes {target}: area {target.split('/')[1]} comes after {source.split('/')[1]}"


def folder_faults(edges):
    """Every circle of folders inside an area, named by one of its includes for each step."""
    graph = collections.defaultdict(dict)
    for source, target in edges:
        inside = floor_of(source) == floor_of(target) and area_of(source) == area_of(target)
        if inside and folder_of(source) != folder_of(target):
            graph[folder_of(source)].setdefault(folder_of(target), f"{source} includes {target}")
    done = set()

    def walk(folder, way):
        if folder in way:
            circle = [*way[way.index(folder):], folder]
            yield "folders include each other:\n    " + "\n    ".join(graph[a][b] for a, b in zip(circle, circle[1:]))
            return
        if folder in done:
            return
        for target in sorted(graph[folder]):
            yield from walk(target, [*way, folder])
        done.add(folder)

    for folder in sorted(graph):
        yield from walk(folder, [])


def main():
    root = pathlib.Path(sys.argv[1])
    if "--table" in sys.argv:
        print(table())
        return 0
    edges = list(includes(root))
    if not edges:
        print(f"There is no source below {root}.")
        return 1
    faults = [*floor_faults(edges), *area_faults(edges), *folder_faults(edges)]
    if table() not in (root / "docs/architecture.md").read_text(encoding="utf-8"):
        faults.append("docs/architecture.md does not print the table of tests/architecture/includes.py --table")
    for fault in faults:
        print(fault)
    print(f"{len(edges)} includes read, {len(faults)} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
