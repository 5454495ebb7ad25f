#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Each rule of check.py, broken in a small tree: the check must say so."""

import tempfile
import unittest
from pathlib import Path

from check import check

SPDX = "// SPDX-License-Identifier: MIT\n"


class Check(unittest.TestCase):
    def problems(self, files):
        """What check says of a tree of these files; each gets the SPDX line, headers their pragma."""
        with tempfile.TemporaryDirectory() as folder:
            for name, text in files.items():
                path = Path(folder, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(SPDX + ("#pragma once\n" if name.endswith(".hpp") else "") + text, encoding="utf-8")
            return "\n".join(check(Path(folder)))

    def test_allowed_edges_pass(self):
        files = {
            "lib/corpus/error.hpp": "",
            "lib/corpus/unicode/words.hpp": '#include "corpus/error.hpp"\n',
            "lib/corpus/unicode/words.cpp": '#include "corpus/unicode/words.hpp"\n#include <unicode/brkiter.h>\n',
            "lib/corpus/text/tokenizer.hpp": '#include "corpus/unicode/words.hpp"\n',
            "lib/corpus/count/types.cpp": '#include "corpus/text/tokenizer.hpp"\n',
            "cmd/freq.cpp": '#include <CLI/App.hpp>\n#include "corpus/text/tokenizer.hpp"\n',
        }
        self.assertEqual(self.problems(files), "")

    def test_edge_not_in_the_table(self):
        files = {"lib/corpus/io/files.hpp": "", "lib/corpus/count/types.cpp": '#include "corpus/io/files.hpp"\n'}
        self.assertIn("types.cpp:2: includes \"corpus/io/files.hpp\": count may not use io", self.problems(files))

    def test_library_does_not_use_a_subcommand(self):
        files = {"cmd/command.hpp": "", "lib/corpus/io/files.cpp": '#include "cmd/command.hpp"\n'}
        self.assertIn("io may not use cmd", self.problems(files))

    def test_module_not_in_the_table(self):
        files = {"lib/corpus/misc/a.hpp": "", "lib/corpus/misc/a.cpp": '#include "corpus/misc/a.hpp"\n'}
        self.assertIn("belongs to no module of the table: misc", self.problems(files))

    def test_icu_outside_unicode_and_in_a_header(self):
        self.assertIn("ICU", self.problems({"lib/corpus/text/a.cpp": "#include <unicode/brkiter.h>\n"}))
        self.assertIn("ICU", self.problems({"lib/corpus/unicode/a.hpp": "#include <unicode/brkiter.h>\n"}))
        self.assertIn("ICU", self.problems({"cmd/freq.cpp": "#include <unicode/brkiter.h>\n"}))

    def test_command_line_library_in_lib(self):
        self.assertIn("CLI11", self.problems({"lib/corpus/text/a.cpp": "#include <CLI/CLI.hpp>\n"}))

    def test_side_effects_in_lib(self):
        self.assertIn("a.cpp:3: stderr", self.problems({"lib/corpus/io/a.cpp": '\nvoid f() { fputs("", stderr); }\n'}))
        self.assertIn("getenv", self.problems({"lib/corpus/io/a.cpp": 'auto a = std::getenv("HOME");\n'}))
        self.assertEqual(self.problems({"lib/corpus/io/a.cpp": '// stdout\nauto a = "getenv";\n'}), "")

    def test_ring(self):
        files = {
            "lib/corpus/io/a.hpp": '#include "corpus/io/b.hpp"\n',
            "lib/corpus/io/b.hpp": '#include "corpus/io/a.hpp"\n',
        }
        self.assertIn("lib/corpus/io/a.hpp -> lib/corpus/io/b.hpp -> lib/corpus/io/a.hpp", self.problems(files))

    def test_namesakes(self):
        text = "namespace corpus::cmd {\n%sclass Sides {\n};\n%s}  // namespace corpus::cmd\n"
        files = {"cmd/a.hpp": text % ("", ""), "tests/b.cpp": text % ("", "")}
        self.assertIn("tests/b.cpp: corpus::cmd has another Sides in cmd/a.hpp", self.problems(files))
        files["tests/b.cpp"] = text % ("namespace {\n", "}  // namespace\n")
        self.assertEqual(self.problems(files), "")
        files["tests/b.cpp"] = text.replace("cmd", "io") % ("", "")
        self.assertEqual(self.problems(files), "")

    def test_include_that_names_no_file(self):
        self.assertIn("neither corpus/", self.problems({"lib/corpus/io/a.cpp": '#include "b.hpp"\n'}))

    def test_first_line_and_pragma(self):
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "tests").mkdir()
            Path(folder, "tests/a.hpp").write_text("int a;\n", encoding="utf-8")
            problems = "\n".join(check(Path(folder)))
        self.assertIn("tests/a.hpp:1: does not begin with the SPDX line", problems)
        self.assertIn("tests/a.hpp:1: has no #pragma once", problems)


if __name__ == "__main__":
    unittest.main()
