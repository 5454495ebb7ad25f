#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Writes tables.cpp from the Unicode Character Database, version 15.0.

    ./generate.py            writes tables.cpp beside this script
    ./generate.py --check    exit status 1 when the file that stands differs from what would be written,
                             77 when this machine lacks the data to tell

The data is read from --ucd, by default where Debian's package unicode-data puts it. Any other version is
refused: these tables decide what a token of `word@1` is. What the values mean is said in properties.hpp;
the order of the names below is the order of the enumerations there.
"""

import argparse
import pathlib
import re
import sys

LIMIT = 0x110000
BLOCK = 128

WORD = """other cr lf newline extend zwj regional_indicator space single_quote double_quote mid_letter mid_num
    mid_num_let extend_num_let numeric hebrew letter letter_pictographic pictographic katakana kana_kanji hangul ideograph complex complex_extend""".split()
SENTENCE = "Other CR LF Sep Extend Format Sp Lower Upper OLetter Numeric ATerm SContinue STerm Close".split()
GRAPHEME = """Other CR LF Control Extend ZWJ Regional_Indicator Prepend SpacingMark L V T LV LVT
    Extended_Pictographic""".split()
CATEGORY = {"L": 0, "M": 1, "N": 2, "P": 3, "S": 4, "Z": 5, "C": 6}

# Word_Break values that become a class as they are, in the order in which overlaps are settled.
PLAIN_WORD = {
    "CR": "cr", "LF": "lf", "Newline": "newline", "ZWJ": "zwj", "Regional_Indicator": "regional_indicator",
    "WSegSpace": "space", "Single_Quote": "single_quote", "Double_Quote": "double_quote",
    "MidLetter": "mid_letter", "MidNum": "mid_num", "MidNumLet": "mid_num_let", "ExtendNumLet": "extend_num_let",
    "Numeric": "numeric", "Hebrew_Letter": "hebrew",
}
COLONS = {0x3A, 0xFE55, 0xFF1A}


class WrongData(Exception):
    """The folder does not hold the data of Unicode 15.0."""


class Database:
    """The files of the Unicode Character Database as maps from code point to value."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.read_unicode_data()
        self.word = self.values("auxiliary/WordBreakProperty.txt", "Other")
        self.sentence = self.values("auxiliary/SentenceBreakProperty.txt", "Other")
        self.grapheme = self.values("auxiliary/GraphemeBreakProperty.txt", "Other")
        self.line = self.values("LineBreak.txt", "XX")
        self.script = self.values("Scripts.txt", "Unknown")
        self.width = self.values("EastAsianWidth.txt", "N")
        self.core = self.sets("DerivedCoreProperties.txt")
        self.properties = self.sets("PropList.txt")
        self.emoji = self.sets("emoji/emoji-data.txt")
        self.normalization = self.sets("DerivedNormalizationProps.txt")
        self.read_case_folding()

    def lines(self, name):
        text = (self.folder / name).read_text(encoding="utf-8")
        if name.startswith("emoji/"):
            current = "Emoji Version 15.0 " in text
        else:
            current = name == "UnicodeData.txt" or text.startswith(f"# {pathlib.PurePath(name).stem}-15.0.0.txt")
        if not current:
            raise WrongData(f"{self.folder / name}: not Unicode 15.0 data")
        return text.splitlines()

    def records(self, name):
        """(first, last, fields) of each row, those of the ranged `@missing` lines first."""
        rows = []
        for line in self.lines(name):
            missing = re.match(r"# @missing: (\w+\.\.\w+); (.*)", line)
            if missing and missing[1] != "0000..10FFFF":
                fields = [missing[1], missing[2].strip()]
            else:
                fields = [field.strip() for field in line.partition("#")[0].split(";")]
            if len(fields) > 1:
                first, _, last = fields[0].partition("..")
                rows.append((int(first, 16), int(last or first, 16), fields[1:]))
        return rows

    def values(self, name, default):
        result = [default] * LIMIT
        for first, last, fields in self.records(name):
            result[first:last + 1] = [fields[0]] * (last + 1 - first)
        return result

    def sets(self, name):
        """Property name -> set of code points; a property with values is named `name=value`."""
        result = {}
        for first, last, fields in self.records(name):
            result.setdefault("=".join(fields[:2]), set()).update(range(first, last + 1))
        return result

    def read_unicode_data(self):
        self.category = ["Cn"] * LIMIT
        self.combining = [0] * LIMIT
        first = 0
        for line in self.lines("UnicodeData.txt"):
            fields = line.split(";")
            point = int(fields[0], 16)
            if fields[1].endswith(", First>"):
                first = point
                continue
            first = first if fields[1].endswith(", Last>") else point
            for each in range(first, point + 1):
                self.category[each] = fields[2]
                self.combining[each] = int(fields[3])
        # UnicodeData.txt does not name its version. DerivedAge.txt does, and the two cover the same code points.
        aged = {p for first, last, _ in self.records("DerivedAge.txt") for p in range(first, last + 1)}
        noncharacter = {p for p in range(LIMIT) if p & 0xFFFE == 0xFFFE or 0xFDD0 <= p <= 0xFDEF}
        if {p for p in range(LIMIT) if self.category[p] != "Cn"} != aged - noncharacter:
            raise WrongData(f"{self.folder / 'UnicodeData.txt'}: not Unicode 15.0 data")

    def read_case_folding(self):
        self.folding = {}
        turkic = {}
        for first, _, fields in self.records("CaseFolding.txt"):
            target = tuple(int(point, 16) for point in fields[1].split())
            if fields[0] in "CF":
                self.folding[first] = target
            elif fields[0] == "T":
                turkic[first] = target
        assert turkic == {0x49: (0x131,), 0x130: (0x69,)}, "case_folding() in properties.hpp knows these two"


def word_class(ucd, point):
    """The class of properties.hpp, from Word_Break as ICU 72's root rules tailor it."""
    value = ucd.word[point]
    script = ucd.script[point]
    pictographic = point in ucd.emoji["Extended_Pictographic"]
    if ucd.line[point] == "SA":
        extends = value in ("Extend", "Format") or ucd.grapheme[point] == "Control"
        return "complex_extend" if extends else "complex"
    if value in ("Extend", "Format") and script != "Han":
        return "extend"
    if value in PLAIN_WORD and point not in COLONS:
        return PLAIN_WORD[value]
    if value == "Katakana":
        return "katakana"
    if script in ("Han", "Hiragana"):
        assert not pictographic, f"U+{point:04X} is pictographic and {script}"
        return "kana_kanji"
    if 0xAC00 <= point <= 0xD7A3:
        return "hangul"
    if value == "ALetter" or point == ord("@"):
        return "letter_pictographic" if pictographic else "letter"
    if point in ucd.properties["Ideographic"]:
        return "ideograph"
    return "pictographic" if pictographic else "other"


# What append_type in fold.cpp makes one of: the apostrophes and the hyphens.
UNIFIED = {0x2018, 0x2019, 0x2BC, 0xFF07, 0x2010, 0x2011}


def word(ucd, point):
    """Word class in the low five bits, then three bits for the fast way to a type; the reasons are in properties.hpp."""
    length = len(chr(point).encode("utf-8", "surrogatepass"))
    target = ucd.folding.get(point, (point,))
    composes = point in ucd.normalization["NFC_QC=N"] or point in ucd.normalization["NFC_QC=M"]
    folds_in_place = len(target) == 1 and len(chr(target[0]).encode("utf-8", "surrogatepass")) == length
    irregular = (point >= 0x80 and (composes or not folds_in_place or point in UNIFIED
                                    or point in ucd.core["Default_Ignorable_Code_Point"]
                                    or word_class(ucd, point) == "extend_num_let"))
    folds = point in ucd.folding and not irregular
    assert not folds or not any(p in ucd.normalization[f"NFC_QC={qc}"] for p in target for qc in "NM")
    return WORD.index(word_class(ucd, point)) | folds << 5 | irregular << 6 | (ucd.combining[point] != 0) << 7


def grapheme_class(ucd, point):
    value = ucd.grapheme[point]
    if point in ucd.emoji["Extended_Pictographic"]:
        assert value == "Other", f"U+{point:04X} is pictographic and {value}"
        return "Extended_Pictographic"
    return value


def width(ucd, point):
    """Columns on a terminal; the reasons are in properties.hpp."""
    category = ucd.category[point]
    prepended = point in ucd.properties["Prepended_Concatenation_Mark"]
    if category in ("Cc", "Zl", "Zp", "Mn", "Me") or ucd.grapheme[point] in ("V", "T"):
        return 0
    if category == "Cf" and not prepended and point != 0xAD:
        return 0
    if ucd.width[point] in ("W", "F", "Wide", "Fullwidth") or point in ucd.emoji["Emoji_Presentation"]:
        return 2
    return 0 if point in ucd.core["Default_Ignorable_Code_Point"] and point != 0xAD else 1


def general(ucd, point):
    """Category in the low three bits, then one bit a property."""
    composes = (ucd.combining[point] != 0 or point in ucd.normalization["NFC_QC=N"]
                or point in ucd.normalization["NFC_QC=M"])
    flags = (point in ucd.core["Default_Ignorable_Code_Point"], point in ucd.properties["Bidi_Control"],
             point in ucd.core["Uppercase"], point in ucd.core["Lowercase"], composes)
    return CATEGORY[ucd.category[point][0]] | sum(flag << 3 + bit for bit, flag in enumerate(flags))


def shape(ucd, point):
    """Grapheme class in the low four bits, then two of width and one for assigned."""
    assigned = ucd.category[point] not in ("Cn", "Cs")
    return GRAPHEME.index(grapheme_class(ucd, point)) | width(ucd, point) << 4 | assigned << 6


def array(declaration, numbers):
    lines = [f"extern const {declaration} = {{"]
    line = ""
    for number in numbers:
        text = f"{number},"
        if len(line) + len(text) > 120:
            lines.append(line)
            line = ""
        line += text
    return "\n".join(lines + [line, "};", ""])


def two_stages(name, kind, values):
    """Two arrays: for each block of code points the number of its contents, and the different contents."""
    index, contents = [], {}
    for start in range(0, LIMIT, BLOCK):
        index.append(contents.setdefault(tuple(values[start:start + BLOCK]), len(contents)))
    assert len(contents) <= 256, f"{name}: {len(contents)} blocks do not fit std::uint8_t"
    flat = [value for content in contents for value in content]
    return (array(f"std::uint8_t {name}_index[{len(index)}]", index) + "\n"
            + array(f"{kind} {name}_values[{len(flat)}]", flat))


def folding_tables(ucd):
    """Number of the row in `foldings` by code point, 0 where a character folds to itself."""
    targets = sorted(set(ucd.folding.values()))
    number = {target: row for row, target in enumerate(targets, 1)}
    rows = [f"{{{{{','.join(f'0x{p:x}' for p in target)}}},{len(target)}}}" for target in [(0,)] + targets]
    numbers = [number[ucd.folding[p]] if p in ucd.folding else 0 for p in range(LIMIT)]
    return two_stages("folding", "std::uint16_t", numbers) + "\n" + array(f"Folding foldings[{len(rows)}]", rows)


def source(ucd):
    points = range(LIMIT)
    parts = [
        "// SPDX-License-Identifier: MIT\n"
        "/// \\file\n"
        "/// Generated by generate.py from the Unicode Character Database 15.0; do not edit.\n"
        "/// The data is © Unicode, Inc., used under https://www.unicode.org/license.txt.\n"
        "// clang-format off\n"
        "#include \"corpus/unicode/tables/tables.hpp\"\n\n"
        "namespace corpus::unicode::tables {\n",
        two_stages("word", "std::uint8_t", [word(ucd, p) for p in points]),
        two_stages("sentence", "std::uint8_t", [SENTENCE.index(ucd.sentence[p]) for p in points]),
        two_stages("shape", "std::uint8_t", [shape(ucd, p) for p in points]),
        two_stages("general", "std::uint8_t", [general(ucd, p) for p in points]),
        folding_tables(ucd),
        "}  // namespace corpus::unicode::tables",
    ]
    return "\n".join(parts) + "\n"


def main():
    parser = argparse.ArgumentParser(description="Write tables.cpp from the Unicode Character Database 15.0.")
    parser.add_argument("--ucd", default="/usr/share/unicode", help="folder of the data (default: %(default)s)")
    parser.add_argument("--check", action="store_true", help="write nothing; fail when tables.cpp is not current")
    arguments = parser.parse_args()
    path = pathlib.Path(__file__).with_name("tables.cpp")
    try:
        text = source(Database(arguments.ucd))
    except (WrongData, FileNotFoundError) as error:
        print(f"{error} (Debian: apt install unicode-data)", file=sys.stderr)
        sys.exit(77 if arguments.check else 1)
    if not arguments.check:
        path.write_text(text, encoding="utf-8")
    elif not path.is_file() or path.read_text(encoding="utf-8") != text:
        sys.exit(f"{path}: not what generate.py writes; run it")


if __name__ == "__main__":
    main()
