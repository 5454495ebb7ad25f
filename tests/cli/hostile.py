#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Hostile input that a transcript cannot hold: gigabytes, memory bounds, files that may not be read or that change.

    hostile.py --corpus build/corpus [NAME...]
    hostile.py --list

Each case is a function `case_NAME`; it raises AssertionError, or Skip with a reason. Data is made as it is read, through
pipes, or in a temporary folder. Exit status: 0 all pass, 1 one fails, 77 one was skipped (named).
"""

import argparse
import contextlib
import ctypes
import os
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from pathlib import Path

SKIPPED = 77
GIGABYTE = 10**9
MEGABYTE = 10**6


class Skip(Exception):
    pass


class Program:
    def __init__(self, path):
        self.path = str(path)

    def run(self, *words, stdin=subprocess.DEVNULL, timeout=120, **options):
        return subprocess.run(
            [self.path, *map(str, words)], stdin=stdin, capture_output=True, timeout=timeout, check=False, **options
        )

    def feed(self, words, blocks, timeout=120):
        """Runs on what `blocks` yields; returns standard output, standard error, status and memory (peak, in bytes)."""
        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as errors:
            reader, writer = os.pipe()
            child = subprocess.Popen([self.path, *words], stdin=reader, stdout=out, stderr=errors)
            os.close(reader)
            stop = time.monotonic() + timeout
            with open(writer, "wb", buffering=0) as pipe, contextlib.suppress(BrokenPipeError):
                for block in blocks:
                    pipe.write(block)
                    assert time.monotonic() < stop, f"no end after {timeout} seconds"
            _, status, usage = os.wait4(child.pid, 0)
            child.returncode = os.waitstatus_to_exitcode(status)  # it is waited for
            texts = []
            for stream in (out, errors):
                stream.seek(0)
                # Not all of it: a child begins with the peak of this process.
                texts.append(stream.read(MEGABYTE).decode("utf-8", "replace"))
            return *texts, child.returncode, usage.ru_maxrss * 1024


def repeated(unit, size):
    """About `size` bytes, in blocks of a megabyte."""
    block = unit * (MEGABYTE // len(unit))
    for _ in range(size // len(block)):
        yield block


def case_gigabyte_of_text_in_300_MB(corpus):
    """Memory grows with the types, not with the text."""
    line = b"the quick brown fox jumps over the lazy dog\n"
    lines = GIGABYTE // (MEGABYTE // len(line) * len(line)) * (MEGABYTE // len(line))
    out, errors, status, memory = corpus.feed(["freq", "--no-header", "--top", "2"], repeated(line, GIGABYTE))
    assert status == 0, errors
    rows = [row.split("\t") for row in out.splitlines()]
    assert rows[0][:2] == ["the", str(2 * lines)] and rows[1][:2] == ["brown", str(lines)], rows
    assert memory < 300 * MEGABYTE, f"{memory / MEGABYTE:.0f} MB"


def case_hits_in_a_gigabyte(corpus):
    """Memory grows neither with the text nor with the hits, whether the bytes are searched or all is tokenized."""
    line = b"the quick brown fox jumps over the lazy dog\n"
    lines = GIGABYTE // (MEGABYTE // len(line) * len(line)) * (MEGABYTE // len(line))
    for query in (["lazy"], ["--regex", "l.zy"], ["--cql", '"lazy" within s'], ["--context", "2s", "lazy"]):
        command = ["kwic", *query, "--layout", "plain", "--columns", "node,right", "--no-header"]
        out, errors, status, memory = corpus.feed(command, repeated(line, GIGABYTE // 20))
        assert status == 0 and out.startswith("lazy\t dog the quick"), errors
        assert memory < 100 * MEGABYTE, f"{command}: {memory / MEGABYTE:.0f} MB"
    out, errors, status, memory = corpus.feed(["kwic", "-c", "--no-header", "the"], repeated(line, GIGABYTE))
    assert (status, out) == (0, f"-\t{2 * lines}\n"), (out, errors)
    assert memory < 100 * MEGABYTE, f"{memory / MEGABYTE:.0f} MB"


def case_line_of_a_gigabyte(corpus):
    """One line, with spaces: it is cut between words, and no word is lost at a cut."""
    unit = b"lorem ipsum dolor "
    words = GIGABYTE // (MEGABYTE // len(unit) * len(unit)) * (MEGABYTE // len(unit))
    out, errors, status, memory = corpus.feed(["freq", "--no-header"], repeated(unit, GIGABYTE))
    assert status == 0, errors
    assert [row.split("\t")[:2] for row in out.splitlines()] == [[w, str(words)] for w in ("dolor", "ipsum", "lorem")], out
    assert memory < 100 * MEGABYTE, f"{memory / MEGABYTE:.0f} MB"


def case_lines_without_a_space(corpus):
    """8 MB without a line end or a space between letters: whatever they hold, they end well, and take some times their size."""
    kinds = {
        "letters": b"loremipsum", "digits": b"1234567890", "full stops": b"a.b.c.", "hyphens": b"a-b-", "blanks": b" ",
        "marks": "\u0301".encode(), "emoji": "\U0001f469\u200d".encode(), "brackets": b").", "quotes": b"'a'",
        "flags": "\U0001f1e6".encode(), "hangul": "\uac01".encode(), "dictionary": "\u6f22\u5b57".encode(),
    }  # fmt: skip
    for name, unit in kinds.items():
        for command in (["freq", "--top", "1"], ["stats"], ["tokens", "--as", "sentences"], ["kwic", "-m", "9", "--regex", "l.*"]):
            _, errors, status, memory = corpus.feed(command, repeated(unit, 8 * MEGABYTE))
            assert status == 0 or (status == 1 and command[0] == "kwic"), f"{command} of {name}: {errors}"
            assert memory < 50 * 8 * MEGABYTE, f"{command} of {name}: {memory / MEGABYTE:.0f} MB"


def case_long_line_without_a_space(corpus):
    """256 MB: no step may look at all of it again when more is read, or this does not end before the timeout."""
    _, errors, status, _ = corpus.feed(["freq", "--top", "1"], repeated(b"loremipsum", 256 * MEGABYTE), timeout=100)
    assert status == 0, errors


def case_counts_file_without_a_line_end(corpus):
    """A file that is no counts file is known by its first bytes; a damaged one is not searched again when more is read."""
    _, errors, status, memory = corpus.feed(["merge", "-"], repeated(b"x", 500 * MEGABYTE))
    assert status == 2 and "not a counts file" in errors, errors
    assert memory < 50 * MEGABYTE, f"{memory / MEGABYTE:.0f} MB"
    blocks = (block for blocks in ([b"#corpus-counts 1\t"], repeated(b"x", 400 * MEGABYTE)) for block in blocks)
    _, errors, status, _ = corpus.feed(["merge", "-"], blocks, timeout=100)
    assert status == 2 and "-:1: " in errors, errors


def case_memory_that_ends(corpus):
    """A limit that the program runs into is told, and is no crash."""
    limit = 200 * MEGABYTE

    def bound():
        resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

    child = subprocess.Popen(
        [corpus.path, "freq"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=bound
    )
    with contextlib.suppress(BrokenPipeError):
        for block in repeated(b"loremipsum", 300 * MEGABYTE):
            child.stdin.write(block)
    out, errors = child.communicate(timeout=60)
    assert (child.returncode, out) == (2, b""), (child.returncode, errors)
    assert errors.startswith(b"corpus: "), errors


def without_privileges():
    """Of root alone: its right to read every file, given up for the child."""
    if os.geteuid() != 0:
        return
    drop_from_bounding_set = 24
    for capability in (1, 2):  # CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH
        if ctypes.CDLL(None).prctl(drop_from_bounding_set, capability, 0, 0, 0) != 0:
            raise OSError("cannot give up a capability")


def case_files_that_may_not_be_read(corpus):
    with tempfile.TemporaryDirectory() as folder:
        open_file, closed_file, closed_folder = (Path(folder) / name for name in ("open.txt", "shut.txt", "shut"))
        open_file.write_text("open words\n")
        closed_file.write_text("secret words\n")
        closed_folder.mkdir()
        try:
            closed_file.chmod(0)
            closed_folder.chmod(0)

            def run(*words):
                return corpus.run(*words, preexec_fn=without_privileges)

            if run("freq", open_file).returncode != 0:
                raise Skip("the right to read every file cannot be given up here")
            done = run("freq", closed_file)
            hint = " (hint: check its permissions, or --keep-going to go on without it)\n"
            assert done.returncode == 2 and done.stdout == b"", done
            assert done.stderr.decode() == f"corpus: {closed_file}: Permission denied{hint}", done.stderr
            done = run("freq", folder)
            assert done.returncode == 2 and done.stdout == b"", done
            done = run("freq", "--keep-going", "--columns", "type", "--no-header", folder)
            assert done.returncode == 2 and done.stdout == b"open\nwords\n", done
            named = sorted(line.split(": ")[1] for line in done.stderr.decode().splitlines())
            assert named == [str(closed_folder), str(closed_file)], done.stderr
        finally:
            closed_folder.chmod(0o700)


def case_pipe_read_twice(corpus):
    """A named pipe has one pass in it; what needs two keeps a copy."""
    with tempfile.TemporaryDirectory() as folder:
        pipe = Path(folder) / "pipe"
        os.mkfifo(pipe)
        for words in (["--columns", "type,arf"], ["--columns", "type,freq", "--keep-going"]):
            writer = subprocess.Popen(["sh", "-c", f"printf 'x y x y' > '{pipe}'"])
            done = corpus.run("freq", "--no-header", *words, pipe, timeout=30)
            writer.wait()
            assert done.stdout == b"x\t2\ny\t2\n", (words, done)


def case_text_that_changes_between_passes(corpus):
    """The second pass finds other words: no number is printed, even where there are as many tokens as before."""
    with tempfile.TemporaryDirectory() as folder:
        first, second = Path(folder) / "first.txt", Path(folder) / "second.txt"
        changed = Path(folder) / "changed.txt"
        with second.open("wb") as file:
            for block in repeated(b"x y z\n", 100 * MEGABYTE):
                file.write(block)
        for _ in range(5):  # on a busy machine the moment may be missed
            first.write_text("aa aa bb bb\n")
            child = subprocess.Popen(
                [corpus.path, "freq", "--columns", "type,arf", str(first), str(second)],
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
            )
            # The first pass is over the first text once the second is open.
            while child.poll() is None and str(second.resolve()) not in open_files(child.pid):
                pass
            changed.write_text("aa bb bb bb\n")
            changed.replace(first)  # at once: at no moment is it empty
            out, errors = child.communicate(timeout=120)
            if child.returncode != 0:
                break
        assert child.returncode == 2 and out == b"", (child.returncode, out)
        assert errors.decode().startswith(f"corpus: {first}: the text changed while it was counted"), errors


def open_files(process):
    with contextlib.suppress(FileNotFoundError):
        return {os.path.realpath(entry) for entry in Path(f"/proc/{process}/fd").iterdir()}
    return set()


def case_many_documents(corpus):
    """More documents than files may be open at once."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(300):
            (Path(folder) / f"{number}.txt").write_text("a b\n")

        def few_files():
            resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))

        done = corpus.run("freq", "--no-header", folder, preexec_fn=few_files)
        assert done.stdout == b"a\t300\t500000\t300\nb\t300\t500000\t300\n", done


CASES = {name.removeprefix("case_"): case for name, case in globals().items() if name.startswith("case_")}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, help="the program")
    parser.add_argument("--list", action="store_true", help="name the cases")
    parser.add_argument("cases", nargs="*", help="those to run; all, if none is named")
    options = parser.parse_args()
    if options.list:
        print("\n".join(CASES))
        return 0
    if options.corpus is None or not set(options.cases) <= set(CASES):
        parser.error("which program, and which cases? --list names them")
    failed = skipped = 0
    for name in options.cases or CASES:
        began = time.monotonic()
        try:
            CASES[name](Program(options.corpus.resolve()))
            result = "ok"
        except Skip as reason:
            skipped += 1
            result = f"SKIPPED: {reason}"
        except Exception:  # the next case is run all the same
            failed += 1
            result = "FAILED\n" + traceback.format_exc()
        print(f"{name}: {result} ({time.monotonic() - began:.1f} s)", flush=True)
    return 1 if failed else SKIPPED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
