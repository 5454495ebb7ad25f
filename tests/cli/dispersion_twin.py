#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Measures of dispersion, of queries and of all types, are what their formulas say of texts made at random.

    dispersion_twin.py --corpus build/corpus [--rounds N] [--seed N] [--agree INPUT]... [--values FILE]

The texts are made here, so every token and the part it belongs to is known; the formulas are written out over all parts,
whether they hold the word or not. --all gives what -q does, freq gives the same figures, and so does any number of
threads: also on the inputs of --agree. --values names a file of published values: the words and parts of each case are
made into texts, and the command must find them; 77 if there is no such file. Exit status: 0 all agree, 1 not."""

import argparse
import collections
import json
import math
import pathlib
import random
import subprocess
import sys
import tempfile

SKIPPED = 77
WORDS = "a b c d e f g h".split()
SPEAKERS = ["ADA", "BO"]

# How the columns are called in the file of values; `_counts` is of parts of equal size.
PUBLISHED = {
    "ALD": "ald", "ARF": "arf", "AWT": "awt", "DA": "da", "DP": "dp", "DP_egbert": "dp_egbert", "DPnorm": "dp_norm",
    "D_KL": "d_kl", "carroll_D2": "carroll_d2", "carroll_D2_counts": "carroll_d2", "fALD": "fald", "fAWT": "fawt",
    "idf_log2": "idf", "juilland_D": "juilland_d", "juilland_D_counts": "juilland_d", "range": "range",
    "rosengren_S": "rosengren_s", "rosengren_S_counts": "rosengren_s",
}
# Adjusted frequencies of parts of equal size, and Lyne's D3, are no columns.
NO_COLUMNS = {"carroll_Um", "juilland_U", "lyne_D3", "rosengren_KF"}


def run(corpus, *words):
    done = subprocess.run([str(corpus), *map(str, words)], capture_output=True, check=False)
    if done.returncode != 0:
        raise AssertionError(f"{words}: {done.stderr.decode()}")
    return done.stdout.decode()


def table(text):
    header, *rows = [line.split("\t") for line in text.split("\n")[:-1]]
    return {row[0]: dict(zip(header[1:], row[1:])) for row in rows}


def measures(tokens, word, position_parts, parts):
    """By name, None where not defined. `position_parts` is the part of each token, `parts` all that there are."""
    sizes = collections.Counter(position_parts)
    hits = collections.Counter(part for token, part in zip(tokens, position_parts) if token == word)
    held = [part for part in parts if sizes[part] > 0]
    n, N, f = len(held), len(tokens), sum(hits.values())
    found = {"freq": f, "range": sum(hits[part] > 0 for part in held), "parts": n}
    if f == 0:
        return found
    v = [hits[part] / f for part in held]
    w = [sizes[part] / N for part in held]
    found["dp"] = sum(abs(a - b) for a, b in zip(v, w)) / 2
    found["d_kl"] = sum(a * math.log2(a / b) for a, b in zip(v, w) if a > 0)
    found["d_kl_norm"] = found["d_kl"] / (1 + found["d_kl"])
    found["rosengren_s"] = sum(math.sqrt(b * hits[part]) for b, part in zip(w, held)) ** 2 / f
    found["idf"] = math.log2(n / found["range"])
    if n > 1:
        rates = [hits[part] / sizes[part] for part in held]
        mean = sum(rates) / n
        found["dp_norm"] = found["dp"] / (1 - min(w))
        found["dp_egbert"] = found["dp"] / (1 - min(b for a, b in zip(v, w) if a > 0))
        found["juilland_d"] = 1 - math.sqrt(sum((r - mean) ** 2 for r in rates) / n) / mean / math.sqrt(n - 1)
        shares = [rate / sum(rates) for rate in rates]
        found["carroll_d2"] = -sum(p * math.log2(p) for p in shares if p > 0) / math.log2(n)
        found["da"] = 1 - sum(abs(p - q) for p in shares for q in shares) / 2 / (n - 1)
    at = [i for i, token in enumerate(tokens) if token == word]
    gaps = [at[0] + N - at[-1]] + [b - a for a, b in zip(at, at[1:])]
    found["arf"] = sum(min(gap, N / f) for gap in gaps) * f / N
    found["awt"] = (1 + sum(gap * gap for gap in gaps) / N) / 2
    found["ald"] = sum(gap * math.log10(gap) for gap in gaps) / N
    found["fawt"] = N * N / sum(gap * gap for gap in gaps)
    found["fald"] = N * 10 ** -found["ald"]
    return found


def make_turns(dice):
    """What is said, and by whom; now and then nothing is."""
    some = dice.sample(WORDS, dice.randint(1, len(WORDS)))
    return [(dice.choice(SPEAKERS), dice.choices(some, k=dice.choice([0, 1, 2, 5, 30]))) for _ in range(dice.randint(1, 6))]


def check_texts(corpus, dice, folder):
    """One corpus of a few documents, under all kinds of parts."""
    documents = {}
    for number in range(dice.randint(1, 6)):
        name = f"{dice.choice([2001, 2002, 2003])}-{number}.txt"
        documents[name] = make_turns(dice)
        text = "".join(f"{speaker}: {' '.join(words)}\n" for speaker, words in documents[name])
        (folder / name).write_text(text, encoding="utf-8")
    inputs = [folder / name for name in sorted(documents)]
    tokens, places = [], []
    for name in sorted(documents):
        for turn, (speaker, words) in enumerate(documents[name]):
            tokens += words
            places += [(name, turn, speaker)] * len(words)
    every_turn = [(name, turn, speaker) for name in sorted(documents) for turn, (speaker, _) in enumerate(documents[name])]
    n = dice.randint(1, 12)
    size, longer = divmod(len(tokens), n)
    ends = [size * (i + 1) + min(i + 1, longer) for i in range(n)]
    equal = [next(part for part, end in enumerate(ends) if i < end) for i in range(len(tokens))]
    year = {name: name[:4] for name in documents}
    cases = {
        (): ([name for name, _, _ in places], sorted(documents)),
        ("--by", "turn"): (places, every_turn),
        ("--by", "speaker"): ([speaker for _, _, speaker in places], SPEAKERS),
        ("--by", "year", "--path-fields", str(folder) + "/{year}-{id}.txt"): ([year[name] for name, _, _ in places], ["2001", "2002", "2003"]),
        ("--parts", n): (equal, list(range(n))),
    }
    reading = ["--unit", "turn", "--turn-marker", "(ADA|BO):", "--layout", "plain", "--columns", "all", "-j", dice.choice([1, 2, 8])]
    for options, (parts_of_tokens, parts) in cases.items():
        command = ["dispersion", *options, *reading]
        queries = [word for name in WORDS for word in ("-q", name)]
        found = table(run(corpus, *command, "--quiet", *queries, *inputs))
        for word in WORDS:
            expected = measures(tokens, word, parts_of_tokens, parts)
            for name, shown in found[word].items():
                value = expected.get(name)
                where = f"{word} {name} {options} {inputs}: {shown}, not {value}"
                if value is None:
                    assert shown == "", where
                else:
                    assert shown != "" and math.isclose(float(shown), value, rel_tol=1e-9, abs_tol=1e-9), where
        of_all = table(run(corpus, *command, "--quiet", "--all", *inputs))
        assert of_all == {word: row for word, row in found.items() if row["freq"] != "0"}, options


def check_agreement(corpus, inputs):
    """All types at once, one by one, by freq, and by other numbers of threads."""
    of_all = run(corpus, "dispersion", "--all", "--columns", "all", "-j1", *inputs)
    for threads in (2, 8):
        assert run(corpus, "dispersion", "--all", "--columns", "all", f"-j{threads}", *inputs) == of_all, threads
    columns = ["--columns", "type,freq,range,arf,dp"]
    assert run(corpus, "dispersion", "--all", *columns, *inputs) == run(corpus, "freq", *columns, *inputs), inputs
    types = table(of_all)
    with tempfile.NamedTemporaryFile("w", encoding="utf-8") as file:
        file.write("".join(word + "\n" for word in types))
        file.flush()
        for threads in (1, 2, 8):
            by_query = table(run(corpus, "dispersion", "-f", file.name, "--columns", "all", f"-j{threads}", *inputs))
            assert by_query == types, threads


def check_value(corpus, case, folder):
    given = case["inputs"]
    if "item" in given:
        (folder / "text").write_text(" ".join(given["tokens"]), encoding="utf-8")
        options, inputs, word = [], [folder / "text"], given["item"]
    else:
        hits = given.get("v", [1] * given.get("range", 0) + [0] * (given.get("n_parts", 0) - given.get("range", 0)))
        sizes = given.get("part_sizes", [10] * len(hits))
        parts = [" ".join(["word"] * v + ["other"] * (s - v)) for v, s in zip(hits, sizes)]
        if "part_sizes" in given:  # documents
            inputs = [folder / f"{i:02}" for i in range(len(parts))]
            for path, part in zip(inputs, parts):
                path.write_text(part, encoding="utf-8")
            options = []
        else:
            (folder / "text").write_text("\n".join(parts), encoding="utf-8")
            options, inputs = ["--parts", len(parts)], [folder / "text"]
        word = "word"
    shown = run(corpus, "dispersion", *options, "-q", word, "--columns", PUBLISHED[case["measure"]], "--no-header", *inputs)
    tolerance = case["tolerance"]
    # Rows have twelve digits.
    close = math.isclose(float(shown), case["expected"], rel_tol=max(tolerance["rel"], 1e-11), abs_tol=tolerance["abs"])
    assert close, f"{case['id']}: {shown.strip()}, not {case['expected']}"


def check_values(corpus, path):
    cases = [case for case in json.loads(path.read_text(encoding="utf-8"))["cases"] if case["group"] == "dispersion"]
    met = 0
    for case in cases:
        if case["measure"] in NO_COLUMNS:
            continue
        with tempfile.TemporaryDirectory() as folder:
            check_value(corpus, case, pathlib.Path(folder))
        met += 1
    assert met > 40, f"{met} of {len(cases)} values"
    print(f"{met} of {len(cases)} values are met; the others are of {', '.join(sorted(NO_COLUMNS))}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True, type=pathlib.Path)
    parser.add_argument("--rounds", type=int, default=25)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--agree", type=pathlib.Path, action="append", default=[])
    parser.add_argument("--values", type=pathlib.Path)
    arguments = parser.parse_args()
    if arguments.values and not arguments.values.exists():
        print(f"{arguments.values} is not here")
        return SKIPPED
    try:
        if arguments.values:
            check_values(arguments.corpus, arguments.values)
            return 0
        for seed in range(arguments.seed, arguments.seed + arguments.rounds):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    check_texts(arguments.corpus, random.Random(seed), pathlib.Path(folder))
                except AssertionError as error:
                    raise AssertionError(f"--seed {seed} --rounds 1: {error}") from error
        if arguments.agree:
            check_agreement(arguments.corpus, arguments.agree)
    except AssertionError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
