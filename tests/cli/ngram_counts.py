#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What ngrams prints is what a few lines of Python count of the tokens that `corpus tokens` lists.

    ngram_counts.py --corpus build/corpus examples/station

The examples and made-up texts, under many options; the whole output is compared, byte by byte but for measures. Each list is
made by several numbers of threads and within several sizes of memory. Then the program is killed while it spills, and
the folder of temporary files must be empty. Exit status: 0 all agree, 1 not.
"""

import argparse
import collections
import itertools
import math
import os
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORDS = ["a", "b", "A", "c", "dd", "É", "ab", "a'b", "7", "Mr.", "snow"]
GAPS = [" "] * 12 + [". ", "? ", "\n", "\n\n", " \r\n \r\n", ", ", " - ", "\n * \n", "…\n"]
WAYS = [[], ["-j", "1"], ["-j", "8"], ["-j", "2", "--memory", "1K"], ["-j", "1", "--memory", "64K"]]


def run(corpus, *words, env=None):
    done = subprocess.run([str(corpus), *map(str, words)], capture_output=True, check=False, env=env)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.stderr.decode()}")
    return done.stdout.decode()


def rows(text):
    return [[re.sub(r"\\(.)", r"\1", field) for field in line.split("\t")] for line in text.split("\n")[:-1]]


class Text:
    """Documents as runs of tokens that no n-gram leaves."""

    def __init__(self, corpus, inputs, within, options):
        self.documents = []
        names = [name for name in ("turn", "speaker") if within == "turn"]
        for path in inputs:
            source = path.read_bytes()
            runs, before = [], None
            columns = ",".join(["type", "sentence", "begin", "end", *names])
            for kind, sentence, begin, end, *turn in rows(run(corpus, "tokens", *options, "--no-header", "--columns", columns, path)):
                gap = source[before[0] : int(begin)].decode() if before else ""
                blank = re.search(r"(\r\n|\r|\n)[ \t]*(\r|\n)", gap) is not None
                apart = {
                    "sentence": before is not None and before[1] != sentence,
                    "paragraph": blank,
                    "turn": before is not None and before[2] != turn or (not turn or turn[0] == "") and blank,
                    "doc": False,
                }[within]
                if before is None or apart:
                    runs.append([])
                runs[-1].append(kind)
                before = (int(end), sentence, turn)
            self.documents.append(runs)

    def tokens(self):
        return [token for runs in self.documents for one in runs for token in one]


def windows(one, n, skip, gaps):
    """Each n-gram as often as it occurs, what its slot holds, and where its words stand."""
    for at in range(len(one)):
        if gaps:
            if at + n > len(one):
                continue
            for slot in range(1, n - 1):
                words = one[at : at + n]
                yield (*words[:slot], "*", *words[slot + 1 :]), words[slot], tuple(range(at, at + n))
            continue
        for others in itertools.combinations(range(at + 1, min(at + n + skip, len(one))), n - 1):
            places = (at, *others)
            yield tuple(one[place] for place in places), None, places


class List:
    def __init__(self, text, lengths, skip=0, gaps=False):
        self.freq, self.range = collections.Counter(), collections.Counter()
        self.fillers = collections.defaultdict(set)
        self.firsts, self.seconds = collections.Counter(), collections.Counter()
        self.in_order = {n: [] for n in range(lengths[0], lengths[1] + 1)}
        for number, runs in enumerate(text.documents):
            here = set()
            for one_number, one in enumerate(runs):
                for n in self.in_order:
                    for ngram, filler, places in windows(one, n, skip, gaps):
                        # By the last word, then by those before it, the nearest first.
                        place = (one_number, places[-1], *(-place for place in places[-2::-1]))
                        self.in_order[n].append((number, place, ngram))
                        self.freq[ngram] += 1
                        here.add(ngram)
                        self.fillers[ngram].add(filler)
                        if n == 2:
                            self.firsts[ngram[0]] += 1
                            self.seconds[ngram[1]] += 1
            self.range.update(here)
        self.words = collections.Counter(text.tokens())
        self.tokens = sum(self.words.values())
        self.windows = sum(self.freq.values())

    def spreads(self):
        """Of each n-gram ARF = (1/v) sum min(d, v), v = N / f, and DP = 1/2 sum |hits / f - size / N|; N is windows."""
        spreads = {}
        for found in self.in_order.values():
            found.sort(key=lambda window: window[:2])
            sizes = collections.Counter(number for number, _, _ in found)
            places = collections.defaultdict(list)
            for place, (number, _, ngram) in enumerate(found):
                places[ngram].append((place, number))
            for ngram, at in places.items():
                step = len(found) / len(at)
                before = at[-1][0] - len(found)
                reduced = 0
                for place, _ in at:
                    reduced += min(place - before, step) / step
                    before = place
                hits = collections.Counter(number for _, number in at)
                spreads[ngram] = (reduced, sum(abs(hits[number] / len(at) - size / len(found)) for number, size in sizes.items()) / 2)
        return spreads

    def by_frequency(self, ngrams):
        return sorted(ngrams, key=lambda ngram: (-self.freq[ngram], " ".join(ngram)))

    def maximal(self, ngrams):
        kept = set(ngrams)
        inside = {part for ngram in kept for part in (ngram[1:], ngram[:-1]) if self.freq[part] == self.freq[ngram]}
        return [ngram for ngram in ngrams if ngram not in inside]

    def mi(self, ngram):
        if len(ngram) == 2:
            n = sum(self.firsts.values())
            expected = self.firsts[ngram[0]] * self.seconds[ngram[1]] / n
        else:
            expected = self.tokens * math.prod(self.words[word] / self.tokens for word in ngram)
        return math.log2(self.freq[ngram] / expected)

    def dice(self, ngram):
        parts = [self.firsts[ngram[0]], self.seconds[ngram[1]]] if len(ngram) == 2 else [self.words[word] for word in ngram]
        return len(ngram) * self.freq[ngram] / sum(parts)


KEYS = {
    "freq": lambda made: lambda g: (-made.freq[g], " ".join(g)),
    "type": lambda made: lambda g: " ".join(g),
    "range": lambda made: lambda g: (-made.range[g], -made.freq[g], " ".join(g)),
    "reverse": lambda made: lambda g: " ".join(g)[::-1],
}


def ways(corpus, *words):
    """What is printed, which must be the same by all ways."""
    outputs = {run(corpus, "ngrams", "--quiet", *way, *words) for way in WAYS}
    if len(outputs) != 1:
        raise AssertionError(f"{words}: threads or memory change the output")
    return outputs.pop()


def real(value):
    return f"{value:.12g}"


def check_list(corpus, inputs, some, reading):
    """One list under options that are drawn by lot."""
    low = some.choice([1, 2, 2, 3])
    lengths = (low, low + some.choice([0, 0, 1, 3]))
    skip, gaps = 0, False
    if some.random() < 0.3:
        skip = some.choice([1, 2, 3])
    elif lengths[0] == 3 and "--punctuation" not in reading:
        gaps = True
    within = some.choice(["sentence", "sentence", "paragraph", "doc"])
    if within == "paragraph":
        reading = [*reading, "--layout", "plain"]  # elsewhere blank lines do not tell
    sort = some.choice(list(KEYS))
    tests = {name: some.choice(["a", "b", "?", "*d*", "s*"]) for name in ("containing", "starts", "ends") if some.random() < 0.2}
    least, spread = some.choice([1, 1, 2, 3]), some.choice([1, 1, 2])
    maximal = lengths[0] < lengths[1] and not skip and not gaps and some.random() < 0.5
    top = some.choice([None, None, 0, 1, 7])

    made = List(Text(corpus, inputs, within, reading), lengths, skip, gaps)
    patterns = {name: re.compile(test.replace("*", ".*").replace("?", ".")) for name, test in tests.items()}

    def wanted(ngram):
        words = [word for word in ngram if not gaps or word != "*"]
        met = {
            "containing": lambda pattern: any(pattern.fullmatch(word) for word in words),
            "starts": lambda pattern: pattern.fullmatch(ngram[0]),
            "ends": lambda pattern: pattern.fullmatch(ngram[-1]),
        }
        return made.freq[ngram] >= least and made.range[ngram] >= spread and all(met[name](pattern) for name, pattern in patterns.items())

    chosen = [ngram for ngram in made.freq if wanted(ngram)]
    if maximal:
        chosen = made.maximal(chosen)
    ranks, cumulative = {}, 0
    for rank, ngram in enumerate(made.by_frequency(chosen if maximal else made.freq), 1):
        cumulative += made.freq[ngram]
        ranks[ngram] = (rank, real(cumulative / made.windows))
    expected = ["rank\ttype\tn\tfreq\tper_million\trange\tcumulative\tfillers\n"]
    for ngram in sorted(chosen, key=KEYS[sort](made))[:top]:
        fillers = len(made.fillers[ngram]) if gaps else ""
        rate = real(made.freq[ngram] * 1e6 / made.tokens)
        expected.append(f"{ranks[ngram][0]}\t{' '.join(ngram)}\t{len(ngram)}\t{made.freq[ngram]}\t{rate}\t{made.range[ngram]}\t{ranks[ngram][1]}\t{fillers}\n")

    words = ["-n", f"{lengths[0]}-{lengths[1]}", "--within", within, "--sort", sort, "--min-freq", least, "--min-range", spread, *reading]
    words += ["--skip", skip] if skip else []
    words += ["--gaps"] if gaps else []
    words += ["--maximal"] if maximal else []
    words += ["--top", top] if top is not None else []
    for name, test in tests.items():
        words += [f"--{name}", test]
    columns = "rank,type,n,freq,per_million,range,cumulative,fillers"
    without = [line.split("\t") for line in expected]
    plain = ["\t".join(fields[1:6]) + "\n" for fields in without]
    yield words, ways(corpus, *words, "--columns", columns, *inputs), "".join(expected)
    # Without ranks the list is cut while it is counted.
    yield words, ways(corpus, *words, "--columns", "type,n,freq,per_million,range", *inputs), "".join(plain)
    spreads = made.spreads()
    for fields in rows(ways(corpus, *words, "--columns", "type,arf,dp", "--no-header", *inputs)):
        expected = spreads[tuple(fields[0].split(" "))]
        close = all(math.isclose(value, float(found), rel_tol=1e-9, abs_tol=1e-9) for value, found in zip(expected, fields[1:], strict=True))
        yield (words, fields), close, True


def check_measures(corpus, inputs, reading):
    """Of pairs by their windows, of longer ones by the frequencies of the words."""
    made = List(Text(corpus, inputs, "sentence", reading), (2, 3))
    before = math.inf
    for fields in rows(run(corpus, "ngrams", "-n", "2-3", *reading, "--columns", "type,mi,dice", "--sort", "mi", "--no-header", *inputs)):
        ngram = tuple(fields[0].split(" "))
        if float(fields[1]) > before:
            yield "order", fields, before
        before = float(fields[1])
        for value, found in zip((made.mi(ngram), made.dice(ngram)), fields[1:], strict=True):
            if not math.isclose(value, float(found), rel_tol=1e-9, abs_tol=1e-9):
                yield "measure", fields, value
    if before == math.inf and made.freq:
        yield "measures", "no rows", len(made.freq)


def check_counts(corpus, inputs, reading, folder):
    """Counts files of the documents add up to that of all."""
    command = ["-n", "2-3", *reading, "--format", "counts"]
    parts = []
    for number, path in enumerate(inputs):
        parts.append(folder / f"{number}.counts")
        parts[-1].write_text(run(corpus, "ngrams", *command, path))
    yield "merge", run(corpus, "merge", *parts), ways(corpus, *command, *inputs)


def check_killed(corpus, folder):
    """Killed while it spills, nothing is left."""
    temporary = folder / "temporary"
    temporary.mkdir()
    environment = {**os.environ, "TMPDIR": str(temporary)}
    some = random.Random(3)
    command = [str(corpus), "ngrams", "-n", "3", "--memory", "64K", "--layout", "plain", "--quiet"]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, env=environment)
    spilled = False
    for _ in range(400):
        process.stdin.write((" ".join(f"w{some.randrange(5000)}" for _ in range(20000)) + "\n").encode())
        process.stdin.flush()
        files = [os.readlink(entry.path) for entry in os.scandir(f"/proc/{process.pid}/fd") if os.path.islink(entry.path)]
        if any(str(temporary) in name for name in files):
            spilled = True
            break
    process.send_signal(signal.SIGKILL)
    process.stdin.close()
    process.wait()
    time.sleep(0.1)
    yield "killed", (spilled, process.returncode, sorted(os.listdir(temporary))), (True, -signal.SIGKILL, [])


def made_texts(folder, some):
    folder.mkdir()
    paths = []
    for number in range(some.choice([1, 2, 5])):
        words = []
        for _ in range(some.choice([0, 1, 3, 40, 400])):
            words += [some.choice(WORDS), some.choice(GAPS)]
        paths.append(folder / f"{number}.txt")
        paths[-1].write_text("".join(words), newline="")
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--lists", type=int, default=60, help="of made-up texts")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    corpus = options.corpus.resolve()
    some = random.Random(1)
    examples = sorted(options.folder.glob("*.txt"))
    wrong = checked = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        checks = [check_measures(corpus, examples, []), check_counts(corpus, examples, [], folder), check_killed(corpus, folder)]
        checks += [check_list(corpus, examples, some, []) for _ in range(6)]
        for number in range(options.lists):
            reading = ["--layout", "plain", *some.choice([[], [], ["--case", "keep"], ["--punctuation"]])]
            texts = made_texts(folder / f"texts{number}", some)
            checks.append(check_list(corpus, texts, some, reading))
            if number % 10 == 0:
                checks += [check_measures(corpus, texts, reading), check_counts(corpus, texts, reading, folder)]
        for what, found, expected in itertools.chain.from_iterable(checks):
            checked += 1
            if found != expected:
                wrong += 1
                print(f"{what}:\n  expected {expected!r}\n  found    {found!r}"[:4000])
    print(f"{checked} checked, {wrong} differ")
    return 1 if wrong or not examples else 0


if __name__ == "__main__":
    sys.exit(main())
