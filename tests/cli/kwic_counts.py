#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What kwic finds is what freq counts: for every type, under several options, and for pairs of words that follow each other.

    kwic_counts.py --corpus build/corpus examples/station [--texts ../shared/texts]

All types are asked for at once and summed over documents; some alone, for then the bytes are searched for them. With
--texts some larger files of that folder are read too: 77 if there is no such folder. Exit status: 0 all agree, 1 not.
"""

import argparse
import collections
import random
import re
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
OPTIONS = ([], ["--layout", "plain"], ["--case", "keep"], ["--hyphens", "join"], ["--punctuation"], ["--drop-numbers"])
# With a field of text, and with tokens that are given: these need not be words of word@1, so they are asked for in CQL.
LARGER = {"debates.csv": ["--text-field", "Text"], "en_ewt-ud-dev.conllu": []}


def rows(corpus, *words):
    done = subprocess.run([str(corpus), *map(str, words)], capture_output=True, check=False)
    if done.returncode not in (0, 1):
        raise AssertionError(f"{words}: {done.stderr.decode()}")
    lines = done.stdout.decode("utf-8", "surrogateescape").split("\n")[:-1]
    return [[re.sub(r"\\(.)", r"\1", field) for field in line.split("\t")] for line in lines]


def as_words(word):
    return re.sub(r"([*?|\\])", r"\\\1", word)


def as_cql(word):
    return '[type="' + re.sub(r'(["\\])', r"\\\1", word) + '" %l]'


class Text:
    def __init__(self, corpus, options, inputs):
        self.corpus, self.options, self.inputs = corpus, options, inputs
        given = any(path.suffix == ".conllu" for path in inputs)
        self.language, self.query_of = (["--cql"], as_cql) if given else ([], as_words)

    def freq(self):
        return {t: int(n) for t, n in rows(self.corpus, "freq", *self.options, "--no-header", "--columns", "type,freq", *self.inputs)}

    def hits(self, queries):
        """How often each query is found, all at once."""
        found = collections.Counter({query: 0 for query in queries})
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
            file.write("".join(query + "\n" for query in queries))
            file.flush()
            command = ["kwic", *self.language, *self.options, "-c", "--no-header", "--columns", "query,hits", "-f", file.name, *self.inputs]
            for query, count in rows(self.corpus, *command):
                found[query] += int(count)
        return found

    def hits_alone(self, query):
        return sum(int(n) for (n,) in rows(self.corpus, "kwic", *self.language, *self.options, "-c", "--no-header", "--columns", "hits", "-e", query, *self.inputs))

    def lines_alone(self, query):
        return len(rows(self.corpus, "kwic", *self.language, *self.options, "--no-header", "--columns", "node", "-e", query, *self.inputs))

    def pairs(self):
        """How often one word follows another with white space between them, within a paragraph: plain files alone."""
        found = collections.Counter()
        for path in self.inputs:
            source = Path(path).read_bytes()
            before = None
            for kind, begin, end in rows(self.corpus, "tokens", *self.options, "--no-header", "--columns", "type,begin,end", path):
                gap = source[before[1] : int(begin)].decode() if before else "."
                if gap.isspace() and len(re.findall(r"\r\n|\r|\n", gap)) < 2:
                    found[f"{before[0]} {kind}"] += 1
                before = (kind, int(end))
        return found


def compare(what, expected, found):
    for query in sorted(set(expected) | set(found)):
        if expected.get(query, 0) != found.get(query, 0):
            yield f"{what}: {query}: {expected.get(query, 0)} counted, {found.get(query, 0)} found"


def check(text, some):
    freq = text.freq()
    # A word that is divided anew (a number in a language without spaces) would be a phrase: none is in these texts.
    types = {text.query_of(t): n for t, n in freq.items()}
    yield from compare("at once", types, text.hits(types))
    for query in some.sample(sorted(types), min(25, len(types))):
        yield from compare("alone", {query: types[query]}, {query: text.hits_alone(query)})
        yield from compare("lines", {query: types[query]}, {query: text.lines_alone(query)})


def check_pairs(text, some):
    pairs = {" ".join(map(as_words, pair.split(" "))): n for pair, n in text.pairs().items()}
    yield from compare("pairs", pairs, text.hits(pairs))
    for query in some.sample(sorted(pairs), min(25, len(pairs))):
        yield from compare("pair alone", {query: pairs[query]}, {query: text.hits_alone(query)})


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--texts", type=Path, help="a folder of larger texts")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    corpus = options.corpus.resolve()
    if options.texts and not options.texts.is_dir():
        print(f"skipped: there is no {options.texts}")
        return SKIPPED
    some = random.Random(1)
    wrong = []
    paths = sorted(options.folder.glob("*.txt"))
    texts = [(chosen, paths) for chosen in OPTIONS]
    if options.texts:
        texts = [(chosen, [options.texts / name]) for name, chosen in LARGER.items()]
        texts += [(chosen, [path]) for path in sorted(options.texts.glob("interviews/*.txt")) for chosen in OPTIONS[:2]]
    for chosen, inputs in texts:
        found = list(check(Text(corpus, chosen, inputs), some))
        if "plain" in chosen:
            found += check_pairs(Text(corpus, chosen, inputs), some)
        print("\n  ".join([f"{' '.join([*chosen, *(path.name for path in inputs)])}: {len(found)} differ", *found[:20]]), flush=True)
        wrong += found
    return 1 if wrong or not paths else 0


if __name__ == "__main__":
    sys.exit(main())
