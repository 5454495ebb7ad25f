#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Counts the files of a folder with the natural ICU program too, and compares the whole list, not only its head.

    icu.py --corpus build/corpus --icu build/icu-words examples/station
    icu.py --corpus build/corpus --icu build/icu-words --interviews ../shared/texts/interviews

ICU finds and folds the words; what word@1 adds (NFC, one kind of apostrophe, no soft hyphens, no outer underscores) is done
here. With --interviews the counts that are known of those two texts must come out as well. Exit status: 0 all agree, 1 not,
77 there is no such folder.
"""

import argparse
import collections
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

SKIPPED = 77
PLAIN = ("--layout", "plain")  # ICU knows nothing of split words and page footers
KNOWN = {"001": (3092, 797, 153), "004": (2389, 723, 128)}  # tokens, types, `the`


def rows(*words):
    done = subprocess.run([str(word) for word in words], capture_output=True, check=True)
    return [line.split("\t") for line in done.stdout.decode().split("\n")[:-1]]


def count_with_icu(icu, path):
    freq = collections.Counter()
    for word, count in rows(icu, "freq", path):
        word = unicodedata.normalize("NFC", word).replace("\u2019", "'").replace("\u00ad", "")
        freq[re.sub(r"^_+|_+$", "", word)] += int(count)
    return freq


def check(corpus, icu, path):
    """What does not agree."""
    expected = count_with_icu(icu, path)
    counted = {word: int(count) for word, count, *_ in rows(corpus, "freq", *PLAIN, "--no-header", path)}
    tokens = rows(corpus, "tokens", *PLAIN, "--no-header", "--columns", "type", path)
    listed = collections.Counter(row[0] for row in tokens)
    for command, found in (("freq", counted), ("tokens", listed)):
        for word in sorted(set(expected) | set(found)):
            if expected[word] != found.get(word, 0):
                yield f"{command}: {word}: ICU {expected[word]}, corpus {found.get(word, 0)}"
    measured = rows(corpus, "stats", *PLAIN, "--no-header", "--columns", "tokens,types", path)
    if [list(map(int, row)) for row in measured] != 2 * [[expected.total(), len(expected)]]:
        yield f"stats: ICU {expected.total()} {len(expected)}, corpus {measured}"


def check_known(corpus, path):
    known = KNOWN[path.name[:3]]
    freq = {word: int(count) for word, count, *_ in rows(corpus, "freq", *PLAIN, "--no-header", path)}
    if (sum(freq.values()), len(freq), freq["the"]) != known:
        yield f"known: {known}, corpus {sum(freq.values())} {len(freq)} {freq['the']}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--icu", type=Path, required=True, help="tests/bench/icu_words.cpp, built")
    parser.add_argument("--interviews", action="store_true", help="the folder is that of the two interviews")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    if not options.folder.is_dir():
        print(f"skipped: there is no {options.folder}")
        return SKIPPED
    paths = sorted(options.folder.glob("*.txt"))
    complaints = 0
    for path in paths:
        wrong = list(check(options.corpus, options.icu, path))
        if options.interviews:
            wrong += check_known(options.corpus, path)
        print("\n  ".join([f"{path.name}: {'differs' if wrong else 'agrees'}", *wrong]))
        complaints += len(wrong)
    return 1 if complaints or not paths or (options.interviews and len(paths) != len(KNOWN)) else 0


if __name__ == "__main__":
    sys.exit(main())
