#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes a text to measure on, the same one every time: text.py MEGABYTES

Words are drawn by Zipf's law from a vocabulary of made-up words; lengths, capitals, punctuation and line lengths are
about those of English prose."""

import itertools
import random
import sys

TYPES = 200_000
SYLLABLES = ["ba", "ke", "lin", "o", "mar", "te", "shu", "ra", "in", "pol", "e", "st", "an", "dor", "u", "vi", "ne", "ly"]


def made_up_words():
    """All combinations of syllables, shorter ones first."""
    for length in itertools.count(1):
        yield from map("".join, itertools.product(SYLLABLES, repeat=length))


def main():
    size = int(sys.argv[1]) * 1_000_000
    random.seed(1)
    words = list(dict.fromkeys(itertools.islice(made_up_words(), TYPES)))
    weights = list(itertools.accumulate(1 / (rank + 2.7) for rank in range(len(words))))
    written = 0
    while written < size:
        sentence = random.choices(words, cum_weights=weights, k=random.randint(4, 24))
        sentence[0] = sentence[0].capitalize()
        if len(sentence) > 12:
            sentence[7] += ","
        line = " ".join(sentence) + ".\n"
        sys.stdout.write(line)
        written += len(line)


if __name__ == "__main__":
    main()
