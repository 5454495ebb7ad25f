#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Every column of keywords computed again from what freq counts, by other formulas; and what must hold of any two sides.

    keywords.py --corpus build/corpus examples/station [--values ../shared/reference/values.json]

With --values the published and computed values of that file are reached through counts files instead: 77 if there is no
such file. Exit status: 0 all agree, 1 not.
"""

import argparse
import itertools
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

SKIPPED = 77
RULES = "tokenizer=word@1\tcase=fold\tlocale=root\tnumbers=keep\tpunctuation=drop\thyphens=split\tstopwords=none"


class Program:
    def __init__(self, path):
        self.path = str(path)

    def run(self, *words):
        done = subprocess.run([self.path, *map(str, words)], capture_output=True, check=False)
        if done.returncode != 0 or done.stderr:
            raise AssertionError(f"{words}: {done.stderr.decode()}")
        return done.stdout

    def rows(self, *words):
        return [json.loads(line) for line in self.run(*words, "--format", "jsonl").splitlines()]

    def freqs(self, *inputs):
        return {row["type"]: row["freq"] for row in self.rows("freq", *inputs)}


# ---- The formulas, by other ways where there is one --------------------------------------------------------------


def log_choose(n, k):
    return math.lgamma(n + 1) - math.lgamma(k + 1) - math.lgamma(n - k + 1)


def at_least(k, n, share):
    """P(X >= k) of a binomial, term by term."""
    if k == 0:
        return 1.0
    return math.fsum(
        math.exp(log_choose(n, i) + i * math.log(share) + (n - i) * math.log1p(-share)) for i in range(k, n + 1)
    )


def lower_share(k, n, error):
    """Clopper and Pearson's lower bound, by halving."""
    low, high = 0.0, k / n
    for _ in range(200):
        middle = (low + high) / 2
        if middle <= 0 or at_least(k, n, middle) < error:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def interval(f1, n1, f2, n2, error):
    def end(f, m, g, n):
        share = lower_share(f, f + g, error / 2)
        return math.log2(n / m * share / (1 - share))

    return end(f1, n1, f2, n2) if f1 else None, -end(f2, n2, f1, n1) if f2 else None


def chi_tail(x):
    return math.erfc(math.sqrt(x / 2))


def fisher(f1, n1, f2, n2):
    """In whole numbers: tables that are at most as probable."""
    c1 = f1 + f2

    def weight(k):
        return math.comb(n1, k) * math.comb(n2, c1 - k)

    seen = weight(f1)
    bar = seen + seen // 10**11
    total = math.comb(n1 + n2, c1)
    return sum(weight(k) for k in range(max(0, c1 - n2), min(c1, n1) + 1) if weight(k) <= bar) / total


def figures(f1, n1, f2, n2, family):
    n = n1 + n2
    sign = 1 if f1 * n2 > f2 * n1 else -1
    cells = [(f1, n1 * (f1 + f2) / n), (f2, n2 * (f1 + f2) / n)]
    others = [(n1 - f1, n1 * (n - f1 - f2) / n), (n2 - f2, n2 * (n - f1 - f2) / n)]
    two = 2 * sum(o * math.log(o / e) for o, e in cells if o)
    four = two + 2 * sum(o * math.log(o / e) for o, e in others if o)
    r1, r2 = f1 / n1, f2 / n2
    lower, upper = interval(f1, n1, f2, n2, 0.05 / family)
    lrc = lower if lower is not None and lower > 0 else upper if upper is not None and upper < 0 else 0
    half = 0.5 if 0 in (f1, f2, n1 - f1, n2 - f2) else 0
    least = min(e for _, e in cells)
    a = 1000 * (f1 + f2) / n
    odds = [(f + a) / (m + 1000 - f - a) for f, m in ((f1, n1), (f2, n2))]
    log_odds = math.log(odds[0]) - math.log(odds[1])
    distances = [(abs(o - e), e) for o, e in cells + others]
    return {
        "per_million": 1e6 * r1,
        "ref_per_million": 1e6 * r2,
        "lrc": lrc,
        "log_ratio": math.log2((f1 + 0.5) / (n1 + 0.5)) - math.log2((f2 + 0.5) / (n2 + 0.5)),
        "log_ratio_lower": lower,
        "log_ratio_upper": upper,
        "g2": sign * four,
        "g2_two_cells": sign * two,
        "p": chi_tail(four),
        "bic": two - math.log(n),
        "ell": two / (n * math.log(least)) if least > 1 else None,
        "pct_diff": 100 * (r1 / r2 - 1) if f2 else None,
        "odds_ratio": (f1 + half) * (n2 - f2 + half) / ((f2 + half) * (n1 - f1 + half)),
        "simple_maths": (1e6 * r1 + 100) / (1e6 * r2 + 100),
        "difference": (r1 - r2) / (r1 + r2),
        "log_odds": log_odds,
        "log_odds_z": log_odds / math.sqrt(1 / (f1 + a) + 1 / (f2 + a)),
        "chi2": sign * sum(d * d / e for d, e in distances),
        "chi2_yates": sign * sum(max(0, d - 0.5) ** 2 / e for d, e in distances),
        "fisher": fisher(f1, n1, f2, n2),
        "family": family,
    }


def adjusted(p, how):
    m = len(p)
    order = sorted(range(m), key=lambda i: p[i])
    if how == "bonferroni":
        return [min(1, m * x) for x in p]
    result = [0.0] * m
    if how == "holm":
        running = 0.0
        for rank, i in enumerate(order):
            running = max(running, (m - rank) * p[i])
            result[i] = min(1, running)
    else:
        running = 1.0
        for rank, i in reversed(list(enumerate(order))):
            running = min(running, m / (rank + 1) * p[i])
            result[i] = running
    return result


def over_documents(x, y):
    """The statistics, and the p values that have a formula; exact permutations."""
    every = x + y
    ranks = [sum(v < w for v in every) + (sum(v == w for v in every) + 1) / 2 for w in every]
    means = sum(x) / len(x), sum(y) / len(y)
    variances = [sum((v - m) ** 2 for v in s) / (len(s) - 1) / len(s) for s, m in zip((x, y), means)]
    found = {"wilcoxon_w": sum(ranks[: len(x)])}
    if len(set(every)) == 1:
        found["wilcoxon_w"] = None
    if sum(variances) > 0:
        found["welch_t"] = (means[0] - means[1]) / math.sqrt(sum(variances))
        found["welch_df"] = sum(variances) ** 2 / sum(v * v / (len(s) - 1) for s, v in zip((x, y), variances))
    distance = abs(means[0] - means[1])
    dealt = list(itertools.combinations(range(len(every)), len(x)))
    extreme = 0
    for chosen in dealt:
        one = sum(every[i] for i in chosen) / len(x)
        other = (sum(every) - sum(every[i] for i in chosen)) / len(y)
        extreme += abs(one - other) >= distance * (1 - 1e-9)
    found["permutation_p"] = extreme / len(dealt)
    return found


# ---- Comparisons -------------------------------------------------------------------------------------------------


def agree(mine, theirs, tolerance=1e-8):
    if mine is None or theirs is None:
        return mine is None and theirs is None
    return math.isclose(mine, theirs, rel_tol=tolerance, abs_tol=1e-10)


def differences(what, expected, row):
    for name, value in expected.items():
        if not agree(value, row[name]):
            yield f"{what}: {name}: {value} expected, {row[name]} printed"


def check_columns(program, target, reference, how):
    one, two = program.freqs(*target), program.freqs(*reference)
    n1, n2 = sum(one.values()), sum(two.values())
    types = sorted(set(one) | set(two))
    sides = [*target, *itertools.chain(*(("--ref", path) for path in reference))]
    rows = {row["type"]: row for row in program.rows("keywords", "--columns", "all", "--adjust", how, *sides)}
    family = len(types) if how != "none" else 1
    if sorted(rows) != types:
        yield f"{how}: other types are printed"
        return
    values = {t: figures(one.get(t, 0), n1, two.get(t, 0), n2, family) for t in types}
    p = [values[t]["p"] for t in types]
    for t, after in zip(types, p if how == "none" else adjusted(p, how)):
        values[t].update(p_adjusted=after, freq=one.get(t, 0), ref_freq=two.get(t, 0), family=len(types))
        yield from differences(f"{how}: {t}", values[t], rows[t])


def check_documents(program, target, reference):
    sides = [*target, *itertools.chain(*(("--ref", path) for path in reference))]
    counted = [[program.freqs(path) for path in side] for side in (target, reference)]
    for row in program.rows("keywords", "--test", "docs", "--columns", "all", *sides):
        x, y = ([doc.get(row["type"], 0) / sum(doc.values()) for doc in side] for side in counted)
        yield from differences(f"documents: {row['type']}", over_documents(x, y), row)


def check_sides(program, one, two):
    """What changes its sign where the sides change places; and what may never change."""
    columns = "type,freq,ref_freq,lrc,log_ratio,g2,g2_two_cells,log_odds,log_odds_z,chi2,difference"
    there, back = (
        {r["type"]: r for r in program.rows("keywords", "--columns", columns, a, "--ref", b)} for a, b in ((one, two), (two, one))
    )
    if there.keys() != back.keys():
        yield "places: other types are printed"
    for kind, row in there.items():
        for name in columns.split(",")[3:]:
            if row[name] != (0 - back[kind][name]):
                yield f"places: {kind}: {name}: {row[name]} and {back[kind][name]}"
    command = ["keywords", "--columns", "all", "--test", "docs", "--seed", "7", "--rounds", "5", one, "--ref", two]
    outputs = {program.run(*command, "-j", threads) for threads in (1, 2, 8)}
    outputs.add(program.run(*command))
    if len(outputs) != 1:
        yield "threads: the output differs"


def check_orders(program, target, reference):
    """Rows fall in three parts; in each the measure of --sort falls or rises."""
    for sort, better in (("lrc", -1), ("g2", -1), ("p", 1), ("bic", -1), ("simple_maths", -1), ("fisher", 1), ("ell", -1)):
        rows = program.rows("keywords", "--columns", "all", "--sort", sort, target, "--ref", reference)
        undirected = sort in ("p", "bic", "fisher", "ell")
        keys = []
        for row in rows:
            excess = row["per_million"] - row["ref_per_million"]
            part = 0 if excess > 0 else 1 if excess == 0 else 2
            value = math.inf if row[sort] is None else better * row[sort] * (-1 if part == 2 and not undirected else 1)
            keys.append((part, value, -abs(row["g2"]), row["type"].encode()))
        if keys != sorted(keys):
            yield f"order: --sort {sort}"


# ---- Values of others --------------------------------------------------------------------------------------------


def write_counts(path, tokens, rows):
    lines = [f"#corpus-counts 1\ttokens={tokens}\tdocuments=1\t{RULES}\tcut=none", "type\tfreq\trange"]
    path.write_text("\n".join(lines + [f"{t}\t{f}\t1" for t, f in sorted(rows.items()) if f]) + "\n")


COLUMNS = {
    "BIC": "bic",
    "ELL": "ell",
    "G2_2term": "g2_two_cells",
    "G2_4cell": "g2",
    "G2_signed": "g2",
    "LRC": "lrc",
    "chi2": "chi2",
    "chi2_yates": "chi2_yates",
    "difference_coefficient": "difference",
    "fisher_p_two": "fisher",
    "log_ratio_walter": "log_ratio",
    "odds_ratio": "odds_ratio",
    "pct_diff": "pct_diff",
    "simple_maths": "simple_maths",
}


def check_value(program, case, folder):
    given = case["inputs"]
    if "O11" in given:  # a table
        f1, f2 = given["O11"], given["O12"]
        n1, n2 = f1 + given["O21"], f2 + given["O22"]
    else:
        f1, n1, f2, n2 = (given[name] for name in ("f1", "n1", "f2", "n2"))
    # A family of the size that is wanted: the other tokens of the reference are so many types.
    family = given.get("family", 1)
    singles = {f"other{i}": 1 for i in range(1, family - 1)}
    target = {"@item": f1, "other0": n1 - f1}
    reference = {"@item": f2, "other0": n2 - f2 - len(singles), **singles}
    one, two = folder / "target", folder / "reference"
    write_counts(one, n1, target)
    write_counts(two, n2, reference)
    options = (["--k", given["k"]] if "k" in given else []) + (["--adjust", "none"] if family == 1 else [])
    column = COLUMNS[case["measure"]]
    shown = program.rows("keywords", *options, "--columns", f"type,{column}", one, "--ref", two)
    printed = next(row[column] for row in shown if row["type"] == "@item")
    if column in ("g2", "g2_two_cells", "chi2", "chi2_yates") and case["measure"] != "G2_signed":
        printed = abs(printed)
    if not agree(case["expected"], printed, 1e-8):
        yield f"{case['id']}: {case['expected']} expected, {printed} printed"


def check_values(program, values):
    cases = [case for case in json.loads(values.read_text())["cases"] if case["group"] == "keyness"]
    reached = [case for case in cases if case["measure"] in COLUMNS]
    with tempfile.TemporaryDirectory() as folder:
        for case in reached:
            yield from check_value(program, case, Path(folder))
    if len(reached) < 30:
        yield f"only {len(reached)} cases are reached"


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--values", type=Path, help="values of others")
    parser.add_argument("folder", type=Path)
    options = parser.parse_args()
    program = Program(options.corpus.resolve())
    if options.values and not options.values.is_file():
        print(f"skipped: there is no {options.values}")
        return SKIPPED
    if options.values:
        wrong = list(check_values(program, options.values))
    else:
        one, two, three, four = sorted(options.folder.glob("*.txt"))
        wrong = [w for how in ("holm", "bh", "bonferroni", "none") for w in check_columns(program, [one], [two], how)]
        wrong += check_documents(program, [one, two], [three, four])
        wrong += check_sides(program, one, three)
        wrong += check_orders(program, two, four)
    print("\n  ".join([f"{len(wrong)} differ", *wrong[:20]]))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
