#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Types the beginnings of command lines into real shells, presses the tab key, and looks at what the line became.

    completion.py --corpus build/corpus --root .

bash and zsh are interactive in a terminal of our own; fish answers `complete -C`. Each runs without anybody's
configuration, in a folder that holds `examples/` and a file `names.txt`. Exit status: 0, 1, or 77 where a shell is
missing (named; the others are still tested).
"""

import argparse
import os
import pty
import re
import select
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SKIPPED = 77
PATIENCE = 20  # seconds, for a shell that does not answer

# What is typed before the tab key, and the words of the line after it.
CASES = [
    ("corpus fre", ["corpus", "freq"]),
    ("corpus help to", ["corpus", "help", "tokens"]),
    ("corpus --ver", ["corpus", "--version"]),
    ("corpus freq --min-fr", ["corpus", "freq", "--min-freq"]),
    ("corpus freq --top 3 --format jso", ["corpus", "freq", "--top", "3", "--format", "jsonl"]),
    ("corpus freq --format=jso", ["corpus", "freq", "--format=jsonl"]),
    ("corpus freq --files-from nam", ["corpus", "freq", "--files-from", "names.txt"]),
    ("corpus freq --files-from=nam", ["corpus", "freq", "--files-from=names.txt"]),
    ("corpus freq exam", ["corpus", "freq", "examples"]),
    ("corpus freq -- nam", ["corpus", "freq", "--", "names.txt"]),
    ("corpus merge --top 3 nam", ["corpus", "merge", "--top", "3", "names.txt"]),
]

BASH_START = "PS1=; source {root}/completions/corpus.bash; bind 'set bell-style none'\n"
ZSH_START = "PS1= RPS1=; fpath=({root}/completions $fpath); autoload -Uz compinit; compinit -D; bindkey -e\n"


class Terminal:
    """A shell that believes somebody is typing."""

    def __init__(self, command, folder, environment):
        self.child, self.descriptor = pty.fork()
        if self.child == 0:
            os.chdir(folder)
            os.execvpe(command[0], command, environment)

    def type(self, text):
        os.write(self.descriptor, text.encode())

    def read_until(self, pattern):
        """What the shell wrote up to a match of `pattern`, which is returned; None where it never comes."""
        text = ""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if select.select([self.descriptor], [], [], 0.1)[0]:
                try:
                    text += os.read(self.descriptor, 4096).decode("utf-8", "replace")
                except OSError:  # the shell has ended
                    break
            if found := re.search(pattern, text):
                return found
        return None

    def close(self):
        os.close(self.descriptor)
        os.waitpid(self.child, 0)


def complete_in_terminal(terminal, typed):
    """The words of the line after the tab key. Ctrl-A and a command before the line make the shell itself say them."""
    terminal.type(f"{typed}\t")
    time.sleep(0.3)
    terminal.type("\x01printf '<%s>' \x05 ; echo '@'end\n")
    found = terminal.read_until(r"((?:<[^>]*>)+)@end")
    return re.findall(r"<([^>]*)>", found[1]) if found else None


def try_terminal(command, start, folder, environment):
    terminal = Terminal(command, folder, environment)
    terminal.type(start + "echo '@'ready\n")
    if terminal.read_until("@ready") is None:
        sys.exit(f"{command[0]} does not start")
    results = [complete_in_terminal(terminal, typed) for typed, _ in CASES]
    terminal.close()
    return results


def try_fish(root, folder, environment):
    results = []
    for typed, _ in CASES:
        script = f"source {root}/completions/corpus.fish; complete -C '{typed}'"
        done = subprocess.run(
            ["fish", "--no-config", "-c", script],
            cwd=folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        candidates = [line.split("\t")[0] for line in done.stdout.splitlines()]
        before = typed.split(" ")[:-1]
        results.append(before + candidates if len(candidates) == 1 else candidates)
    return results


def report(shell, results):
    failures = 0
    for (typed, wanted), got in zip(CASES, results):
        # A folder gets a slash, which some shells take back when the next word is typed.
        if got is None or [word.rstrip("/") for word in got] != wanted:
            print(f"{shell}: '{typed}' and a tab became {got}, not {wanted}")
            failures += 1
    print(f"{shell}: {len(CASES) - failures} of {len(CASES)} completions agree")
    return failures


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True)
    parser.add_argument("--root", type=Path, required=True)
    options = parser.parse_args()
    root = options.root.resolve()
    failures, missing = 0, 0
    with tempfile.TemporaryDirectory(prefix="corpus-completion-") as base:
        folder = Path(base) / "work"
        programs = Path(base) / "bin"
        for path in (folder / "examples", programs):
            path.mkdir(parents=True)
        (folder / "names.txt").write_text("x\n")
        (programs / "corpus").symlink_to(options.corpus.resolve())
        kept = {name: value for name, value in os.environ.items() if re.match(r"LD_|\w+SAN_OPTIONS$", name)}
        environment = kept | {
            "PATH": f"{programs}:{os.environ.get('PATH', '/usr/bin:/bin')}",
            "HOME": base,
            "LC_ALL": "C.UTF-8",
            "TERM": "dumb",
            "COLUMNS": "200",
        }
        shells = {
            "bash": lambda: try_terminal(
                ["bash", "--noprofile", "--norc", "-i"], BASH_START.format(root=root), folder, environment
            ),
            "zsh": lambda: try_terminal(["zsh", "-f", "-i"], ZSH_START.format(root=root), folder, environment),
            "fish": lambda: try_fish(root, folder, environment),
        }
        for shell, attempt in shells.items():
            if shutil.which(shell) is None:
                print(f"skipped: {shell} is not installed")
                missing += 1
            else:
                failures += report(shell, attempt())
    return 1 if failures else SKIPPED if missing else 0


if __name__ == "__main__":
    sys.exit(main())
