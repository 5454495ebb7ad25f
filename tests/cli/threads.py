#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks that every number of threads prints the same: threads.py --corpus PROGRAM [--rounds N] [--seed N]

Over made-up inputs of all kinds, good and bad: what one thread prints, on standard output and standard error, and how it
ends, is what 2, 3 and 8 must."""

import argparse
import io
import pathlib
import random
import subprocess
import sys
import tarfile
import tempfile
import zipfile

WORDS = "snow sand Salt lamp LAMP well-known don't 1,850 été straße Ångström море 東京 … — tide, ropes; far. Fog!".split()
SPEAKERS = ["ADA", "BO", "CHRIS"]


def prose(dice, size):
    """Lines of words, with blank lines between paragraphs."""
    lines = []
    while size > 0:
        line = " ".join(dice.choices(WORDS, k=dice.randint(1, 14)))
        lines.append(line + dice.choice([".", "!", "", ",", "\r"]) + dice.choice(["\n", "\n", "\n", "\n\n"]))
        size -= len(line) + 2
    return "".join(lines).encode()


def interview(dice, size):
    lines = []
    while size > 0:
        lines.append(f"{dice.choice(SPEAKERS)}: {prose(dice, dice.randint(0, 200)).decode().strip()}\n")
        size -= len(lines[-1])
    return "".join(lines).encode()


def conllu(dice, size):
    lines = []
    while size > 0:
        if dice.random() < 0.2:
            lines.append(f"# newdoc id = d{len(lines)}\n# speaker = {dice.choice(SPEAKERS)}\n")
        for i in range(1, dice.randint(2, 9)):
            word = dice.choice(WORDS)
            lines.append(f"{i}\t{word}\t{word.lower()}\tNOUN\t_\t_\t0\troot\t_\t_\n")
        lines.append("\n")
        size -= 200
    return "".join(lines).encode()


def broken(dice, size):
    return prose(dice, size // 2) + b"\xff\xfe\xff" + prose(dice, size // 2)


def archive(dice, kind, rest):
    out = io.BytesIO()
    members = [(f"m{i}.txt", text(dice, rest)) for i in range(dice.randint(1, 12))]
    if kind == "zip":
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in members:
                packed.writestr(name, data)
    else:
        with tarfile.open(fileobj=out, mode="w:gz") as packed:
            for name, data in members:
                info = tarfile.TarInfo(name)
                info.size = len(data)
                packed.addfile(info, io.BytesIO(data))
    data = out.getvalue()
    return data[: len(data) * 2 // 3] if rest == "bad" and dice.random() < 0.2 else data


def text(dice, rest):
    size = dice.choice([0, 1, 30, 200, 200, 200, 3000, 70_000])
    make = dice.choice([prose, prose, interview, conllu] + ([broken] if rest == "bad" else []))
    return make(dice, size) if size else b""


def write_inputs(dice, folder):
    """Returns whether something is wrong with them."""
    rest = dice.choice(["good", "good", "bad"])
    files = {}
    for i in range(dice.choice([1, 3, 20, 150])):
        kind = dice.choice(["txt"] * 8 + ["zip", "tgz"])
        name = f"{dice.choice('abc')}/y{dice.randint(2018, 2020)}_{i:03}.{kind}"
        files[name] = text(dice, rest) if kind == "txt" else archive(dice, kind, rest)
    if dice.random() < 0.3:
        files["c/y2019_large.txt"] = dice.choice([prose, interview])(dice, 2_500_000)
    if not any(files.values()):
        files["a/y2018_x.txt"] = b"one\n"
    for name, data in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(data)
    rows = "".join(f"{name},{dice.choice('xyz')}\n" for name in files if name.endswith(".txt"))
    (folder / "meta.csv").write_text("doc,group\n" + rows)
    table = "".join(f"t{i},{dice.choice(SPEAKERS)},\"{prose(dice, 90).decode().strip()}\"\n" for i in range(300))
    (folder / "table.csv").write_text("id,speaker,text\n" + table)


def commands(dice):
    """Command lines, without the threads."""
    texts = ["--path-fields", "{folder}/y{year}_{rest}.{kind}", "a", "b", "c"]
    table = ["--text-field", "text", "--id-field", "id", "table.csv"]
    command = dice.choice([["freq"], ["freq", "--columns", "all"], ["freq", "--format", "counts"], ["stats"],
                           ["stats", "--readability", "--locale", "en"], ["stats", "--growth"], ["tokens"],
                           ["tokens", "--format", "jsonl", "--columns", "all"], ["tokens", "--as", "sentences"],
                           ["tokens", "--format", "table"], ["turns"], ["turns", "--format", "csv"],
                           ["collocates", "-e", "s*"], ["collocates", "--across", "--by-position", "-e", "sn* *"],
                           ["dispersion", "--all", "--sort", "dp_norm"], ["dispersion", "-q", "s*", "-q", "snow *", "--plot"]])
    options = dice.choice([[], [], ["--keep-going"], ["--quiet"], ["--layout", "plain"], ["--layout", "wrapped"]])
    inputs = dice.choice([texts, texts, texts, table])
    selection = []
    if dice.random() < 0.4 and "counts" not in command and "--growth" not in command:
        selection += ["--by", dice.choice(["doc", "speaker", "turn", "paragraph", "year", "nothing"])]
    if dice.random() < 0.3:
        selection += ["--where", dice.choice(["speaker == \"ADA\"", "paragraph < 3", "year != 2019", "turn > 1"])]
    if inputs is texts and dice.random() < 0.2:
        inputs = ["--metadata", "meta.csv", *texts]
    if "speaker" in " ".join(selection) or "turn" in " ".join(selection) or command[0] == "turns":
        options = options + ["--speakers", ",".join(SPEAKERS)] if dice.random() < 0.5 else options
    manifest = ["--manifest", "manifest.json"] if dice.random() < 0.2 else []
    return [*command, *options, *selection, *manifest, *[i for i in inputs]]


def run(corpus, folder, command, threads):
    done = subprocess.run([corpus, command[0], f"-j{threads}", *command[1:]], cwd=folder, stdin=subprocess.DEVNULL,
                          capture_output=True, timeout=300)
    manifest = folder / "manifest.json"
    inputs = b""
    if manifest.exists():
        inputs = manifest.read_bytes().partition(b'"inputs"')[2]
        manifest.unlink()
    return done.returncode, done.stdout, done.stderr, inputs


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", required=True)
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--seed", type=int, default=20221122)
    args = parser.parse_args()
    corpus = str(pathlib.Path(args.corpus).resolve())
    failures = 0
    ends = {}
    for number in range(args.rounds):
        dice = random.Random(args.seed + number)
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            for part in "abc":
                (folder / part).mkdir()
                (folder / part / "y2018_0.txt").write_bytes(b"Here.\n")
            write_inputs(dice, folder)
            for _ in range(8):
                command = commands(dice)
                one = run(corpus, folder, command, 1)
                ends[one[0]] = ends.get(one[0], 0) + 1
                for threads in (2, 3, 8):
                    if (several := run(corpus, folder, command, threads)) != one:
                        failures += 1
                        print(f"round {number}, -j{threads}: {' '.join(command)}", file=sys.stderr)
                        for what, ours, theirs in zip(("exit", "stdout", "stderr", "manifest"), several, one):
                            if ours != theirs:
                                print(f"  {what}: {ours!r:.400}\n  not {theirs!r:.400}", file=sys.stderr)
    print(f"{args.rounds} rounds, exit codes {ends}")
    sys.exit(1 if failures or not ends.get(0) else 0)


if __name__ == "__main__":
    main()
