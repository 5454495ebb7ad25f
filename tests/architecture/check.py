#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads the sources under ROOT and fails on what ARCHITECTURE.md does not allow: check.py ROOT"""

import re
import sys
from pathlib import Path

# Who may include whom, as the table in ARCHITECTURE.md says. Everyone may include `error` and itself.
ALLOWED = {
    "error": set(),
    "document": set(),
    "unicode": set(),
    "expr": set(),
    "stats": set(),
    "io": {"document", "unicode"},
    "text": {"document", "unicode"},
    "report": {"unicode"},
}
FLOOR_1 = {"document", "unicode", "expr", "stats"}
FLOOR_3 = {"count", "search", "similarity"}
ALLOWED |= {module: FLOOR_1 | {"text"} for module in FLOOR_3}
ALLOWED |= {module: FLOOR_1 | {"text"} | FLOOR_3 for module in ("compare", "check")}
ALLOWED["cmd"] = set(ALLOWED)

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
COMMENT_OR_STRING = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"', re.DOTALL)
# The library prints nothing, ends nothing and reads no environment.
SIDE_EFFECT = re.compile(r"\b(std::c(?:out|err|in)|stdout|stderr|printf|puts|getenv|environ|_?exit|abort)\b(?!\s*:)")


def module_of(path):
    """The module of a file, given its path from the root: lib/corpus/io/x.cpp is io, lib/corpus/error.hpp is error."""
    parts = Path(path).parts
    if parts[0] == "cmd":
        return "cmd"
    return parts[2] if len(parts) > 3 else Path(parts[-1]).stem


def check_include(root, path, bracket, target):
    """What is wrong with one `#include`."""
    in_lib = path.startswith("lib/")
    if target.startswith("unicode/"):
        if not (path.startswith("lib/corpus/unicode/") and path.endswith(".cpp")):
            yield f"includes ICU's <{target}>: only sources of lib/corpus/unicode do"
    if target.startswith("CLI/") and in_lib:
        yield f"includes CLI11's <{target}>: the library knows no command line"
    if target == "iostream" and in_lib:
        yield "includes <iostream>: the library does not print"
    if bracket == "<":
        return
    resolved = resolve(root, target)
    if resolved is None:
        yield f'includes "{target}", which is neither corpus/... nor cmd/...'
        return
    user, used = module_of(path), module_of(resolved)
    if user not in ALLOWED:
        yield f"belongs to no module of the table: {user}"
    elif used != user and used != "error" and used not in ALLOWED[user]:
        yield f'includes "{target}": {user} may not use {used}'


def resolve(root, target):
    """The file that an include in quotes means, or None."""
    for folder in ("lib", "."):
        if target.startswith(("corpus/", "cmd/")) and (root / folder / target).is_file():
            return (Path(folder) / target).as_posix()
    return None


def find_cycle(graph):
    """Files that include each other in a ring, or None."""
    done, trail = set(), []

    def visit(node):
        if node in trail:
            return trail[trail.index(node) :] + [node]
        if node in done:
            return None
        done.add(node)
        trail.append(node)
        for neighbour in graph.get(node, ()):
            if cycle := visit(neighbour):
                return cycle
        trail.pop()
        return None

    for start in graph:
        if cycle := visit(start):
            return cycle
    return None


def check_file(root, path, graph):
    """What is wrong with one source file. Adds its includes to `graph`."""
    text = (root / path).read_text(encoding="utf-8")
    if not text.startswith("// SPDX-License-Identifier: MIT\n"):
        yield f"{path}:1: does not begin with the SPDX line"
    if path.endswith(".hpp") and "\n#pragma once\n" not in text:
        yield f"{path}:1: has no #pragma once"
    if not path.startswith(("lib/", "cmd/")):
        return
    graph[path] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if match := INCLUDE.match(line):
            bracket, target = match.groups()
            for problem in check_include(root, path, bracket, target):
                yield f"{path}:{number}: {problem}"
            if bracket == '"' and (resolved := resolve(root, target)):
                graph[path].append(resolved)
    if path.startswith("lib/"):
        code = COMMENT_OR_STRING.sub(lambda found: "\n" * found[0].count("\n"), text)
        for match in SIDE_EFFECT.finditer(code):
            number = code.count("\n", 0, match.start()) + 1
            yield f"{path}:{number}: {match[0]}: the library neither prints nor ends the program nor reads the environment"


# A class outside an anonymous namespace, with its body.
CLASS = re.compile(r"^(?:struct|class) (\w+)(?: final)?(?: :[^;{]*)?\s*\{", re.MULTILINE)
ANONYMOUS = re.compile(r"^namespace \{\n.*?^\}  // namespace\n", re.MULTILINE | re.DOTALL)


NAMESPACE = re.compile(r"^namespace ([\w:]+) \{", re.MULTILINE)


def find_namesakes(root, paths):
    """Classes of the same name in one namespace, which the linker would take for one."""
    places = {}
    for path in paths:
        text = ANONYMOUS.sub("", (root / path).read_text(encoding="utf-8"))
        namespace = "::".join(NAMESPACE.findall(text))
        for name in CLASS.findall(text):
            places.setdefault((namespace, name), []).append(path)
    for (namespace, name), files in places.items():
        if len(files) > 1 and namespace:
            yield f"{files[1]}: {namespace} has another {name} in {files[0]}"


def check(root):
    """All problems of the tree, one line each."""
    graph = {}
    files = sorted(path for folder in ("lib", "cmd", "tests", "examples") for path in (root / folder).rglob("*.[ch]pp"))
    problems = [problem for path in files for problem in check_file(root, path.relative_to(root).as_posix(), graph)]
    if not files:
        problems.append(f"{root}: holds no sources")
    problems += find_namesakes(root, [path.relative_to(root).as_posix() for path in files])
    if cycle := find_cycle(graph):
        problems.append("these include each other in a ring: " + " -> ".join(cycle))
    return problems


def main():
    problems = check(Path(sys.argv[1]))
    print("\n".join(problems) or "every include follows ARCHITECTURE.md")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
