#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the examples that stand in transcripts and documents, and compares what they print with what they should.

    run.py --corpus build/corpus --root . tests/cli/freq.t README.md man/corpus-freq.man.in
    run.py --corpus build/corpus --root . --help-examples

An example is a command and, below it, all that it prints (standard output and standard error, as in a terminal):

    # A line that begins with "# " is prose.
    $ printf 'b a b\\n' | corpus freq --no-header |
    > cut -f 1
    b
    a
    $ corpus freq nosuch.txt
    corpus: nosuch.txt: No such file or directory
    [2]

- A line `> ` goes on with the command. A last line `[2]` is the exit status; without it, it must be 0.
- A line `...` stands for any number of lines.
- The output ends at the next `$ `, or at a blank line with `# `, `$ ` or the end after it.
- Output that does not end in a line end is followed by a line `(no line end)`.
- `# requires: jq` names a program without which the file is skipped.

In *.t the whole file is read so; in *.md what stands in ```console blocks; in *.man.in what stands between .EX and .EE.
With --help-examples, the examples that `corpus X --help` prints are run: each must succeed and print something.

Each file has a folder of its own, which holds a copy of examples/ and is gone afterwards; each command is run there by
bash, with `corpus` in the PATH. Exit status: 0 all as written, 1 something differs, 77 a program is missing (named).

--update writes what the commands print into the .t and .md files instead of failing. Read the diff before you keep it:
a transcript is a promise, and this makes it say whatever the program does.
"""

import argparse
import dataclasses
import difflib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
TIMEOUT = 300  # seconds, for a command that hangs


@dataclasses.dataclass
class Example:
    line: int  # of the first `$ `, from 1
    command: str
    expected: list  # lines, `[2]` included
    begin: int  # where the expected lines stand: indexes into the file's lines
    end: int


def ends_output(lines, at, stop):
    """Whether an example's output ends before lines[at]."""
    if lines[at].startswith("$ "):
        return True
    if lines[at] != "":
        return False
    while at < stop and lines[at] == "":
        at += 1
    return at == stop or lines[at].startswith(("$ ", "# "))


def examples_between(lines, begin, stop):
    at = begin
    while at < stop:
        if not lines[at].startswith("$ "):
            at += 1
            continue
        line = at + 1
        command = [lines[at][2:]]
        at += 1
        while at < stop and lines[at].startswith("> "):
            command.append(lines[at][2:])
            at += 1
        first = at
        while at < stop and not ends_output(lines, at, stop):
            at += 1
        yield Example(line, "\n".join(command), lines[first:at], first, at)


def blocks(path, lines):
    """The stretches of the file that hold examples."""
    if path.suffix == ".t":
        yield 0, len(lines)
        return
    opening, closing = (r"```console\s*$", r"```\s*$") if path.suffix == ".md" else (r"\.EX\s*$", r"\.EE\s*$")
    begin = None
    for at, line in enumerate(lines):
        if begin is None and re.match(opening, line):
            begin = at + 1
        elif begin is not None and re.match(closing, line):
            yield begin, at
            begin = None
    if begin is not None:
        sys.exit(f"{path}:{begin}: this block is never closed")


# What the manual's templates write for characters that roff would change. The backslash comes last.
ROFF = {"\\&": "", "\\(aq": "'", "\\(cq": "\u2019", "\\(dq": '"', "\\(ha": "^", "\\(ti": "~", "\\-": "-", "\\e": "\\"}


def without_roff(line):
    line = re.sub(r"\\f[BIRP]", "", line)
    for escape, text in ROFF.items():
        line = line.replace(escape, text)
    return line


def read_examples(path):
    """The lines as they are compared, and the examples among them."""
    lines = path.read_text(encoding="utf-8", errors="surrogateescape").split("\n")
    if path.name.endswith(".man.in"):
        lines = [without_roff(line) for line in lines]
    return lines, [example for block in blocks(path, lines) for example in examples_between(lines, *block)]


def missing_programs(lines):
    for line in lines:
        needed = re.match(r"(?:#|<!--|\.\\\"|\.\") requires: ([\w.+-]+)", line)
        if needed and shutil.which(needed[1]) is None:
            yield needed[1]


class Folder:
    """A fresh folder with examples/ in it, and a way to run a command there."""

    def __init__(self, corpus, root):
        self.temporary = tempfile.TemporaryDirectory(prefix="corpus-cli-")
        base = Path(self.temporary.name)
        self.work = base / "work"
        self.work.mkdir()
        if (root / "examples").is_dir():
            shutil.copytree(root / "examples", self.work / "examples", symlinks=True)
        programs = base / "bin"
        programs.mkdir()
        (programs / "corpus").symlink_to(corpus)
        home = base / "home"
        home.mkdir()
        kept = {name: value for name, value in os.environ.items() if re.match(r"LD_|\w+SAN_OPTIONS$|TMPDIR$", name)}
        self.environment = kept | {
            "PATH": f"{programs}:{os.environ.get('PATH', '/usr/bin:/bin')}",
            "HOME": str(home),
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
        }

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.temporary.cleanup()

    def run(self, command, errors=subprocess.STDOUT):
        """The lines printed, and the exit status."""
        try:
            done = subprocess.run(
                ["bash", "-c", command],
                cwd=self.work,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=errors,
                timeout=TIMEOUT,
                check=False,
            )
        except subprocess.TimeoutExpired:
            return [f"(no end after {TIMEOUT} seconds)"], 124
        return done.stdout.decode("utf-8", "surrogateescape").split("\n"), done.returncode

    def transcript(self, command):
        """What would stand below the command in a file."""
        lines, status = self.run(command)
        if lines[-1] == "":
            lines.pop()
        else:
            lines.append("(no line end)")
        return lines + ([f"[{status}]"] if status else [])


def agrees(expected, printed):
    """Line by line, where `...` stands for any number of lines. Each piece between them is taken at its first place."""
    pieces = [[]]
    for line in expected:
        if line == "...":
            pieces.append([])
        else:
            pieces[-1].append(line)
    if len(pieces) == 1:
        return expected == printed
    first, *middle, last = pieces
    if len(first) + len(last) > len(printed) or printed[: len(first)] != first:
        return False
    stop = len(printed) - len(last)
    if printed[stop:] != last:
        return False
    at = len(first)
    for piece in middle:
        while at + len(piece) <= stop and printed[at : at + len(piece)] != piece:
            at += 1
        if at + len(piece) > stop:
            return False
        at += len(piece)
    return True


def show_difference(name, example, printed):
    print(f"{name}:{example.line}: $ {example.command}")
    difference = difflib.unified_diff(example.expected, printed, "as written", "as printed", lineterm="", n=2)
    for line in difference:
        print(line.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace"))
    print()


def check_file(path, name, corpus, root, update):
    lines, examples = read_examples(path)
    for program in missing_programs(lines):
        print(f"skipped: {name} needs {program}")
        return SKIPPED
    failures = 0
    changes = []
    with Folder(corpus, root) as folder:
        for example in examples:
            printed = folder.transcript(example.command)
            if agrees(example.expected, printed):
                continue
            if update and not path.name.endswith(".man.in"):
                changes.append((example, printed))
                continue
            failures += 1
            show_difference(name, example, printed)
    for example, printed in reversed(changes):
        lines[example.begin : example.end] = printed
    if changes:
        path.write_text("\n".join(lines), encoding="utf-8", errors="surrogateescape")
        print(f"{name}: {len(changes)} of {len(examples)} examples rewritten; read the diff")
    else:
        print(f"{name}: {len(examples) - failures} of {len(examples)} examples agree")
    return 1 if failures else 0


def check_help(corpus, root):
    """Every example of every command's help runs, and prints something."""
    failures = 0
    with Folder(corpus, root) as folder:
        candidates, _ = folder.run("corpus __complete ''")
        for command in (line.split("\t")[0] for line in candidates if line and not line.startswith("help\t")):
            page, _ = folder.run(f"corpus {command} --help")
            examples = [line[4:] for line in page if line.startswith("  $ ")]
            if not examples:
                print(f"corpus {command} --help ends without an example")
                failures += 1
            for example in examples:
                output, status = folder.run(f"set -o pipefail; {example}", subprocess.DEVNULL)
                if status != 0 or output == [""]:
                    print(f"corpus {command} --help: $ {example}\n  exit status {status}, {len(output) - 1} lines")
                    failures += 1
            print(f"corpus {command} --help: {len(examples)} examples")
    return 1 if failures else 0


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--root", type=Path, required=True, help="the source tree, where examples/ is")
    parser.add_argument("--update", action="store_true", help="rewrite .t and .md files instead of failing")
    parser.add_argument("--help-examples", action="store_true", help="run the examples of `corpus X --help`")
    parser.add_argument("files", nargs="*", type=Path)
    options = parser.parse_args()
    corpus, root = options.corpus.resolve(), options.root.resolve()
    results = []
    if options.help_examples:
        results.append(check_help(corpus, root))
    for path in options.files:
        absolute = path.resolve()
        name = str(absolute.relative_to(root)) if absolute.is_relative_to(root) else str(path)
        results.append(check_file(absolute, name, corpus, root, options.update))
    return 1 if 1 in results else SKIPPED if SKIPPED in results else 0


if __name__ == "__main__":
    sys.exit(main())
