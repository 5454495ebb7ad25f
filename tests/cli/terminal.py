#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a person sees: the program on a terminal of its own, of a given width.

    terminal.py --corpus build/corpus --root .

Each case is a function `case_NAME`; it raises AssertionError. Exit status: 0 all pass, 1 one fails, 77 tmux is missing.
"""

import argparse
import fcntl
import os
import pty
import select
import shlex
import shutil
import struct
import subprocess
import sys
import tempfile
import termios
import threading
import time
import traceback
import unicodedata
from pathlib import Path

SKIPPED = 77
BOLD, DIM, RED, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[1;31m", "\x1b[0m"


class Terminal:
    def __init__(self, corpus, root):
        self.corpus = str(corpus)
        self.root = root

    def run(self, *words, width=80, stdin=None, stdout=None, environment=None, folder=None, typed=b""):
        """What the terminal was sent, and the exit status. Standard error goes there too. One Ctrl-D ends what is typed."""
        leader, follower = pty.openpty()
        fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        kept = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
        child = subprocess.Popen(
            [self.corpus, *map(str, words)],
            stdin=follower if stdin is None else stdin,
            stdout=follower if stdout is None else stdout,
            stderr=follower,
            env=kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm"} | (environment or {}),
            cwd=folder or self.root,
            start_new_session=True,
        )
        os.close(follower)
        sent = bytearray()

        def collect():
            while True:
                try:
                    block = os.read(leader, 1 << 16)
                except OSError:  # Linux says so when the last follower is closed
                    return
                if not block:
                    return
                sent.extend(block)

        reader = threading.Thread(target=collect)
        reader.start()
        if stdin is None:
            os.write(leader, typed + b"\x04")
        try:
            child.wait(timeout=20)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
            raise
        finally:
            reader.join(timeout=20)
        os.close(leader)
        return sent.decode("utf-8", "replace").replace("\r\n", "\n"), child.returncode


class Skip(Exception):
    pass


class Screen:
    """What stands on the screen of a terminal that tmux emulates, and where, after a command has run in it."""

    def __init__(self, command, width, height=40):
        self.folder = tempfile.TemporaryDirectory()
        self.command, self.size = [*map(str, command)], (width, height)

    def tmux(self, *words):
        run = ["tmux", "-u", "-S", f"{self.folder.name}/socket", "-f", "/dev/null", *map(str, words)]
        kept = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "TMUX")}
        result = subprocess.run(
            run, env=kept | {"LC_ALL": "C.UTF-8", "TERM": "xterm-256color"}, timeout=20, stdout=subprocess.PIPE, check=True
        )
        return result.stdout.decode()

    def __enter__(self):
        width, height = self.size
        command = f"{shlex.join(self.command)}; tmux wait-for -S done; exec sleep 100"
        self.tmux("new-session", "-d", "-x", width, "-y", height, "sh", "-c", command)
        try:
            self.tmux("wait-for", "done")
            self.tmux("set-option", "-g", "mode-keys", "vi")  # a search ends where it found something, not behind it
        except Exception:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        self.tmux("kill-server")
        self.folder.cleanup()

    def lines(self):
        return self.tmux("capture-pane", "-p").rstrip("\n").split("\n")

    def columns_of(self, text):
        """Where each line that holds the text has it first: the columns that the terminal counts, by line."""
        places = {}
        self.tmux("copy-mode")
        self.tmux("send-keys", "-X", "top-line")
        self.tmux("send-keys", "-X", "start-of-line")
        search = ["search-forward", text]
        while True:
            self.tmux("send-keys", "-X", *search)
            x, y = map(int, self.tmux("display-message", "-p", "#{copy_cursor_x} #{copy_cursor_y}").split())
            if places and y <= max(places) and (y not in places or x <= places[y]):  # round the end
                break
            places.setdefault(y, x)
            search = ["search-again"]
        self.tmux("send-keys", "-X", "cancel")
        return places


def drawn(text):
    """How many columns the text takes, by the rules that matter here: wide characters two, combining and invisible ones none."""
    width = 0
    for character in text:
        if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Mn", "Me"):
            continue
        width += 2 if unicodedata.east_asian_width(character) in "WF" else 1
    return width


def write(folder, text):
    path = Path(folder) / "text.txt"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def case_table_with_footer(terminal):
    sent, status = terminal.run("freq", "--top", "3", "examples/station")
    assert status == 0
    assert sent.split("\n") == [
        BOLD + "type  freq  per_million  range" + PLAIN,
        "the    479    76,529.80      4",
        "a      211    33,711.46      4",
        "and    206    32,912.61      4",
        DIM + "3 of 1,298 types shown, 6,259 tokens, 4 documents" + PLAIN,
        "",
    ], sent


def case_colour_is_a_choice(terminal):
    words = ["freq", "--top", "1", "examples/station"]
    assert "\x1b" not in terminal.run(*words, environment={"NO_COLOR": "1"})[0]
    assert "\x1b" in terminal.run(*words, environment={"NO_COLOR": ""})[0]
    assert "\x1b" not in terminal.run(*words, "--color", "never")[0]
    assert "\x1b" in terminal.run(*words, "--color", "always", environment={"NO_COLOR": "1"})[0]


def case_formats_for_programs_stay_plain(terminal):
    for form in ("tsv", "csv", "jsonl", "markdown", "counts"):
        sent, status = terminal.run("freq", "--top", "1", "--format", form, "examples/station")
        assert status == 0 and "\x1b" not in sent and "shown" not in sent, sent


def case_wide_text_is_aligned(terminal):
    """Words of every sort of width; the numbers behind them stand in one column."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "東京 café cafe\u0301s नमस्ते שלום مرحبا ไทย abc 한국\n")
        sent, status = terminal.run("freq", "--no-header", "--columns", "type,freq", path, environment={"NO_COLOR": "1"})
        assert status == 0
        rows = sent.split("\n")[:-2]
        assert len(rows) >= 9, sent
        # नमस्ते is drawn in as many columns as its parts need, which terminals disagree on; all the others are certain.
        widths = {drawn(row) for row in rows if "न" not in row}
        assert len(widths) == 1, rows


def case_right_to_left_words_do_not_turn_the_line_round(terminal):
    with tempfile.TemporaryDirectory() as folder:
        sent, _ = terminal.run("freq", "--no-header", write(folder, "שלום\n"))
        assert "\u2068שלום\u2069" in sent, sent  # isolated


def case_long_text_is_shortened_to_the_window(terminal):
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, "short " + "long" * 50 + "\n")
        for width in (40, 80):
            sent, _ = terminal.run("freq", path, width=width, environment={"NO_COLOR": "1"})
            table = sent.split("\n")[:-2]
            assert all(drawn(row) <= width for row in table) and any("…" in row for row in table), sent
        sent, _ = terminal.run("freq", path, width=5)  # too narrow for anything: numbers are never cut
        assert "500,000.00" in sent, sent
        sent, _ = terminal.run("freq", "--format", "tsv", path, width=40)
        assert "long" * 50 in sent


def case_escapes_in_text_and_names_are_shown(terminal):
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "red\x1b[31m\n").write_text("a\u202eb \x07\x1b]0;title\x07 c\n")
        for form in ("table", "tsv", "csv", "jsonl", "markdown"):
            sent, status = terminal.run(
                *["tokens", "--as", "sentences", "--columns", "text,doc", "--format", form, "--color", "never", "."],
                width=120,
                folder=folder,
            )
            assert status == 0, sent
            bare = sent.replace("\n", "")
            assert not any(unicodedata.category(c) == "Cc" and c != "\t" for c in bare) and "\u202e" not in sent, (form, sent)
            assert "31m" in sent and "title" in sent, (form, sent)
        sent, status = terminal.run("freq", "no\x1b[2Jsuch", folder=folder)
        assert status == 2 and sent.startswith("corpus: no\\x1b[2Jsuch: No such file or directory"), sent


def case_reading_from_the_terminal_is_announced(terminal):
    sent, status = terminal.run("freq")
    assert status == 0 and "corpus: reading from the terminal; end with Ctrl-D" in sent, sent
    sent, status = terminal.run("freq", "--no-header", "--columns", "type", typed=b"Snow on the\n")
    assert status == 0 and "\nsnow\n" in sent and "\non\n" in sent, sent
    sent, status = terminal.run("freq", "--quiet")
    assert status == 0 and "corpus:" not in sent, sent
    sent, _ = terminal.run("freq", stdin=subprocess.DEVNULL)
    assert "Ctrl-D" not in sent


def case_rows_before_the_trouble_are_shown(terminal):
    """A table waits for its widths, but not for ever."""
    with tempfile.TemporaryDirectory() as folder:
        sent, status = terminal.run("tokens", "--columns", "form", write(folder, b"one\ntwo\n\xe9\n"), "--color", "never")
        assert status == 2 and sent.split("\n")[:3] == ["form", "one", "two"] and ":3:1: byte 0xE9" in sent, sent


def slow_text(seconds):
    """A pipe that takes its time."""
    script = f"for i in $(seq {int(seconds * 10)}); do echo one two three; sleep 0.1; done"
    return subprocess.Popen(["sh", "-c", script], stdout=subprocess.PIPE)


def case_progress_is_shown_and_taken_away(terminal):
    with slow_text(2) as text:
        sent, status = terminal.run("freq", stdin=text.stdout, environment={"NO_COLOR": "1"})
    assert status == 0 and " MB read" in sent, sent
    progress, _, table = sent.rpartition("\r\x1b[K")
    assert "MB read" in progress and table.startswith("type "), sent


def case_progress_stays_out_of_rows_and_files(terminal):
    for words, options in (
        (["tokens"], {}),  # rows go to the same terminal as they come
        (["freq", "--quiet"], {}),
    ):
        with slow_text(1.5) as text:
            sent, status = terminal.run(*words, stdin=text.stdout, **options)
        assert status == 0 and "MB read" not in sent, sent
    with slow_text(1.5) as text, tempfile.TemporaryFile() as file:
        sent, status = terminal.run("tokens", "--no-header", stdin=text.stdout, stdout=file)
        file.seek(0)
        assert status == 0 and "MB read" in sent and b"MB" not in file.read(), sent


def case_help_is_as_wide_as_the_window(terminal):
    for width in (60, 100):
        sent, status = terminal.run("help", "freq", width=width)
        body = sent.split("Examples:")[0]
        assert status == 0 and 0.8 * width < max(map(drawn, body.split("\n"))) <= width, (width, sent)


# What stands before and behind a node.
CONTEXTS = (
    (
        "Every morning before the sun was up the man of the last station measured the",
        "that had come in the night, and wrote it down",
    ),
    ("山の小屋はとても静かだったので、誰もが窓のそばに立って、朝まで降り続いていた", "を見ていた。朝になってもまだ降り続いていた"),
    ("호텔 사람들은 모두 창가에 서서 밤새도록 쉬지 않고 내리는 하얀", "을 바라보고 있었고 아무도 말을 하지 않았다"),
    (
        "הלילה הראשון של החורף הביא איתו הרבה מאוד עננים כבדים ורוח קרה ואחריהם",
        "לבן ורך שכיסה את כל ההר ואת כל העמק עד הבוקר",
    ),
    (
        "وفي الليلة الأولى من الشتاء جاءت الريح الباردة وجاء معها على الجبل والوادي",
        "كثير حتى الصباح ولم يخرج أحد من البيت في ذلك اليوم",
    ),
    ("ในคืนแรกของฤดูหนาว ทุกคนยืนอยู่ที่หน้าต่าง และมองดู", "ที่ตกลงมาตลอดทั้งคืนจนถึงเช้า ไม่มีใครพูดอะไร"),
    ("सर्दी की पहली रात में सब लोग खिड़की के पास खड़े होकर पहाड़ पर गिरती हुई", "को देख रहे थे और कोई कुछ नहीं बोला"),
    (
        "e\u0301te\u0301 a\u0300 la fene\u0302tre de l'ho\u0302tel ferme\u0301 sans la",
        "e\u0301ternelle du ne\u0301ve\u0301 d'ou\u0300 l'on voit l'e\u0301te\u0301",
    ),
    ("👩‍🌾 👍🏽 🇳🇴 ❄️ 👩‍🌾 👍🏽 🇳🇴 ❄️ 👩‍🌾 👍🏽 🇳🇴 ❄️ 👩‍🌾 👍🏽 🇳🇴 ❄️ 👩‍🌾", "🇳🇴 👩‍🌾"),
    (
        "tabs\tand \x1b[31mred\x1b[0m and \u202ea line that is turned round\u202c before the",
        "\x07 rang\x08\x08\x08\x08 the bell, which is no text at all",
    ),
)


def concordance_text(node):
    return "\n\n".join(f"{left} {node} {right}" for left, right in CONTEXTS) + "\n"


def case_nodes_stand_in_one_column(terminal):
    """On the screen of a terminal, for text of every width and direction before and behind the node."""
    if shutil.which("tmux") is None:
        raise Skip("tmux is not installed")
    with tempfile.TemporaryDirectory() as folder:
        # The mark that ends an isolate is kept with the node's last character: the others can be searched for.
        for node, beginning in (("snow", "sno"), ("שלג", "של"), ("スキー", "スキ"), ("눈이", "눈")):
            path = write(folder, concordance_text(node))
            for width in (100, 80, 43):
                with Screen([terminal.corpus, "kwic", node, path], width) as screen:
                    lines = screen.lines()
                    assert len(lines) == len(CONTEXTS) + 2, lines  # a header and a footer, and no line is broken
                    columns = screen.columns_of(beginning)
                    assert set(columns) == {*range(1, len(CONTEXTS) + 1)}, (columns, lines)
                    assert len(set(columns.values())) == 1, (columns, lines)


def case_the_node_is_coloured(terminal):
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, concordance_text("snow"))
        sent, status = terminal.run("kwic", "snow", path)
        assert status == 0 and sent.count(RED + "snow" + PLAIN) == len(CONTEXTS), sent
        sent, _ = terminal.run("kwic", "snow", path, environment={"NO_COLOR": "1"})
        assert "\x1b" not in sent, sent
        assert sent.replace("\u2067", "").replace("\u2069", "").count("  snow  ") == len(CONTEXTS), sent


def case_a_concordance_does_not_wait(terminal):
    """The first hit is there while the text goes on."""
    leader, follower = pty.openpty()
    child = subprocess.Popen([terminal.corpus, "kwic", "snow"], stdin=subprocess.PIPE, stdout=follower)
    os.close(follower)
    try:
        child.stdin.write(b"the first snow\n" + 300000 * b"nothing ")
        child.stdin.flush()
        sent = b""
        while b"snow" not in sent:
            ready, _, _ = select.select([leader], [], [], 20)
            assert ready, sent
            sent += os.read(leader, 1 << 16)
        assert child.poll() is None
    finally:
        child.kill()
        child.wait()
        child.stdin.close()
        os.close(leader)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, help="the program")
    parser.add_argument("--root", type=Path, required=True, help="the source tree, where examples/ is")
    parser.add_argument("cases", nargs="*", help="those to run; all, if none is named")
    options = parser.parse_args()
    terminal = Terminal(options.corpus.resolve(), options.root.resolve())
    cases = {name.removeprefix("case_"): case for name, case in globals().items() if name.startswith("case_")}
    failed = skipped = 0
    for name in options.cases or cases:
        began = time.monotonic()
        try:
            cases[name](terminal)
            result = "ok"
        except Skip as why:
            skipped += 1
            result = f"skipped: {why}"
        except Exception:  # the next case is run all the same
            failed += 1
            result = "FAILED\n" + traceback.format_exc()
        print(f"{name}: {result} ({time.monotonic() - began:.1f} s)", flush=True)
    return 1 if failed else SKIPPED if skipped else 0


if __name__ == "__main__":
    sys.exit(main())
