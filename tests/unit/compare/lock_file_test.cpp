// SPDX-License-Identifier: MIT
#include "corpus/compare/lock_file.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <string>
#include <vector>

#include "corpus/count/counts_file.hpp"
#include "records.hpp"
#include "unit/text/scripted_source.hpp"

namespace corpus::compare {
namespace {

using corpus::testing::document_of;
using corpus::testing::problem_of;
using testing::record_of;

const std::string rules =
    "tokenizer=word@1\tcase=fold\tlocale=root\tnumbers=keep\tpunctuation=drop\thyphens=split\tstopwords=none";
const std::string columns = "path\tbytes\tsha256\ttokens\ttypes\twords\tsignature\n";
const std::string zeros(64, '0');

/// The signature of one token `a`: bin 76, which is the upper seven bits of 0x98AB58057744F04A.
std::string signature_of_a() {
  std::string text;
  for (int bin = 0; bin < 128; ++bin) text += bin == 76 ? "f04a" : "ffff";
  return text;
}

std::string header(const std::string& counts = "") {
  return "#corpus-lock 1\t" + rules + "\tshingles=3\tsignature=minhash128x16" + counts + "\n" + columns;
}

std::string written(const LockHeader& header, const std::vector<DocumentRecord>& records) {
  std::string text = format_lock_header(header);
  for (const DocumentRecord& record : records) text += format_lock_record(record);
  return text.append(lock_end);
}

Lock read(const std::string& file, const std::vector<std::size_t>& sizes = {}) {
  return read_lock(document_of(file, sizes));
}

Problem problem_in(const std::string& file) {
  return problem_of([&] { (void)read(file); });
}

const std::vector<DocumentRecord> some_records{record_of("a\tb\\c\nd\re", {"a", "rose", "is", "a", "rose"}, "f1"),
                                               record_of("de/b.txt", {}), record_of("de/\xFF.txt", {"a"}),
                                               record_of("\U0001F600", {"a", "b"})};
const std::string small_file = written({rules}, some_records);

TEST(LockFile, ByHand) {
  EXPECT_EQ(written({rules}, {record_of("a.txt", {"a"}, "f")}),
            header() + "a.txt\t7\t" + zeros.substr(1) + "f\t1\t1\t5407830320cedf4a\t" + signature_of_a() + "\n#end\n");
  EXPECT_EQ(written({rules, CountsReference{"a\tb.counts", zeros}}, {}),
            header("\tcounts=a\\tb.counts\tcounts-sha256=" + zeros) + "#end\n");
  EXPECT_EQ(count::rules_of({}), rules);
}

TEST(LockFile, ReadsWhatWasWritten) {
  for (const std::vector<std::size_t>& sizes : {std::vector<std::size_t>{}, {1}, {7, 100}, {65536, 1}}) {
    const Lock lock = read(small_file, sizes);
    EXPECT_EQ(lock.header, LockHeader{rules});
    EXPECT_EQ(lock.documents, some_records);
  }
  const LockHeader header{rules, CountsReference{"a\tb.counts", zeros}};
  EXPECT_EQ(read(written(header, {})).header, header);
}

// Nothing that is cut short passes for whole.
TEST(LockFile, CutShortAnywhere) {
  for (std::size_t size = 0; size < small_file.size(); ++size) {
    const Problem problem = problem_in(small_file.substr(0, size));
    EXPECT_EQ(problem.file, "a.txt");
    EXPECT_GE(problem.line, 1U);
  }
}

// Whatever byte is another, the reader says so or reads a lock that is as well-formed as this one.
TEST(LockFile, AnyByteMayBeWrong) {
  for (std::size_t at = 0; at < small_file.size(); ++at) {
    for (const char byte : {'\0', '\t', '\n', '\\', 'x', '9', '#', '\xFF'}) {
      std::string file = small_file;
      file[at] = byte;
      try {
        const Lock lock = read(file);
        EXPECT_EQ(written(lock.header, lock.documents), file) << "byte " << at;
      } catch (const Error& error) {
        EXPECT_EQ(error.problem().file, "a.txt");
      }
    }
  }
}

struct Damage {
  std::string file;
  std::uint64_t line;
  std::uint64_t column;
  std::string cause;
};

std::string line_with(const std::string& path, const std::string& bytes = "7", const std::string& sha256 = zeros,
                      const std::string& tokens = "1", const std::string& types = "1",
                      const std::string& words = "0123456789abcdef", const std::string& signature = signature_of_a()) {
  return path + "\t" + bytes + "\t" + sha256 + "\t" + tokens + "\t" + types + "\t" + words + "\t" + signature + "\n";
}

std::string file_with(const std::string& line) { return header() + line_with("é1") + line + "#end\n"; }

TEST(LockFile, NamesThePlaceOfWhatIsWrong) {
  const std::string number = " is not a whole number of 64 bits";
  const std::string first = "#corpus-lock 1\t" + rules;
  const std::string rest = "\tshingles=3\tsignature=minhash128x16";
  const std::vector<Damage> damages{
      {"", 1, 0, "not a lock file: it does not begin with #corpus-lock 1"},
      {"some text\n", 1, 0, "not a lock file: it does not begin with #corpus-lock 1"},
      {"#corpus-lock 2\tother\n", 1, 14,
       "lock files of version 2 are not known to this program, which reads version 1"},
      {"#corpus-lock 1\n", 1, 0, "tokenizer is missing from the first line"},
      {"#corpus-lock 1\ttokenizer=word@2" + rest + "\n", 1, 16,
       "made with another tokenizer: tokenizer=word@2, this program has tokenizer=word@1"},
      {first + "\n", 1, 0, "shingles is missing from the first line"},
      {first + "\tcase" + rest + "\n", 1, 114, "the first line has a field that is no name=value"},
      {first + "\tshingles=5\tsignature=minhash128x16\n", 1, 114,
       "made with shingles=5, this program compares shingles=3"},
      {first + "\tshingles=3\n", 1, 0, "signature is missing from the first line"},
      {first + "\tshingles=3\tsignature=minhash64x16\n", 1, 125,
       "made with signature=minhash64x16, this program compares signature=minhash128x16"},
      {first + rest + "\tmore=1\n", 1, 149, "the first line has a field that is not known"},
      {first + rest + "\tcounts=a\n", 1, 0, "counts-sha256 is missing from the first line"},
      {first + rest + "\tcounts=\tcounts-sha256=" + zeros + "\n", 1, 149,
       "the counts file is not named as one beside the lock"},
      {first + rest + "\tcounts=../a\tcounts-sha256=" + zeros + "\n", 1, 149,
       "the counts file is not named as one beside the lock"},
      {first + rest + "\tcounts=a\tcounts-sha256=" + zeros + "0\n", 1, 158,
       "counts-sha256 is not 64 hexadecimal digits"},
      {first + rest + "\tcounts=a\tcounts-sha256=" + zeros + "\tx=1\n", 1, 237,
       "the first line has a field that is not known"},
      {first + rest + "\nsome text\n", 2, 0,
       "the second line must be: path, bytes, sha256, tokens, types, words, signature, separated by tabs"},
      {file_with("é2\n"), 4, 0, "a line has 7 fields, this one has 1"},
      {file_with("\n"), 4, 0, "a line has 7 fields, this one has 1"},
      {file_with(line_with("é2\t1")), 4, 0, "a line has 7 fields, this one has 8"},
      {file_with(line_with("")), 4, 1, "the path is not well-formed"},
      {file_with(line_with("é2\\")), 4, 1, "the path is not well-formed"},
      {file_with(line_with("é2\\x")), 4, 1, "the path is not well-formed"},
      {file_with(line_with(std::string("é2\0", 4))), 4, 1, "the path is not well-formed"},
      {file_with(line_with("é1")), 4, 1, "two lines are of the same document"},
      {file_with(line_with("z")), 4, 1, "the paths do not ascend by their bytes"},
      {file_with(line_with("é2", "")), 4, 4, "bytes" + number},
      {file_with(line_with("é2", "-1")), 4, 4, "bytes" + number},
      {file_with(line_with("é2", "07")), 4, 4, "bytes" + number},
      {file_with(line_with("é2", "1.5")), 4, 4, "bytes" + number},
      {file_with(line_with("é2", "18446744073709551616")), 4, 4, "bytes" + number},
      {file_with(line_with("é2", "7", zeros.substr(1))), 4, 6, "sha256 is not 64 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros.substr(1) + "F")), 4, 6, "sha256 is not 64 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros, "one")), 4, 71, "tokens" + number},
      {file_with(line_with("é2", "7", zeros, "1", "one")), 4, 73, "types" + number},
      {file_with(line_with("é2", "7", zeros, "1", "1", "0")), 4, 75, "words is not 16 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros, "1", "1", "0123456789abcdeg")), 4, 75,
       "words is not 16 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros, "1", "1", "0123456789abcdef", "ffff")), 4, 92,
       "signature is not 512 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros, "1", "1", "0123456789abcdef", std::string(512, 'g'))), 4, 92,
       "signature is not 512 hexadecimal digits"},
      {file_with(line_with("é2", "7", zeros, "1", "2")), 4, 71, "2 types and this signature do not fit 1 tokens"},
      {file_with(line_with("é2", "7", zeros, "1", "0")), 4, 71, "0 types and this signature do not fit 1 tokens"},
      {file_with(line_with("é2", "7", zeros, "0", "0")), 4, 71, "0 types and this signature do not fit 0 tokens"},
      {file_with(line_with("é2", "7", zeros, "1", "1", "0123456789abcdef", std::string(512, 'f'))), 4, 71,
       "1 types and this signature do not fit 1 tokens"},
      {file_with(
           line_with("é2", "7", zeros, "4", "1", "0123456789abcdef", "000100020003" + signature_of_a().substr(12))),
       4, 71, "1 types and this signature do not fit 4 tokens"},
      {header() + line_with("a"), 4, 0, "the file was cut short: its last line is missing, which is #end"},
      {header() + "#end", 3, 0, "the last line does not end"},
      {header() + std::string(3'000'000, 'x'), 3, 0, "the line does not end within a megabyte"},
      {header() + "#end\n" + line_with("a"), 4, 0, "something follows the last line, which is #end"},
  };
  for (const Damage& damage : damages) {
    const Problem problem = problem_in(damage.file);
    EXPECT_EQ(problem.cause, damage.cause);
    EXPECT_EQ(problem.line, damage.line) << damage.cause;
    EXPECT_EQ(problem.column, damage.column) << damage.cause;
    EXPECT_NE(problem.hint, "");
  }
}

TEST(LockFile, MarksOfAMerge) {
  const std::string cause = "a merge in git left its marks here";
  EXPECT_EQ(problem_in("<<<<<<< HEAD\n" + header()).cause, cause);
  EXPECT_EQ(problem_in("<<<<<<< HEAD\n" + header()).line, 1U);
  for (const std::string mark : {"<<<<<<< HEAD", "||||||| 1234567", "=======", ">>>>>>> theirs"}) {
    const Problem problem = problem_in(file_with(mark + "\n"));
    EXPECT_EQ(problem.cause, cause) << mark;
    EXPECT_EQ(problem.line, 4U);
  }
  // A document may be called so.
  EXPECT_EQ(read(header() + line_with("=======") + "#end\n").documents[0].path, "=======");
}

TEST(LockFile, LineEndsThatGitHasChanged) {
  std::string file = small_file;
  for (std::size_t at = 0; (at = file.find('\n', at)) != std::string::npos; at += 2) file.insert(at, "\r");
  const Problem problem = problem_in(file);
  EXPECT_EQ(problem.cause, "the line ends with CR LF");
  EXPECT_EQ(problem.line, 1U);
}

TEST(LockFile, IsToldByItsFront) {
  EXPECT_TRUE(begins_lock(small_file.substr(0, lock_front)));
  EXPECT_TRUE(begins_lock(("<<<<<<< HEAD\n" + small_file).substr(0, lock_front)));
  EXPECT_TRUE(begins_lock("#corpus-lock 2\t"));
  EXPECT_FALSE(begins_lock(""));
  EXPECT_FALSE(begins_lock("<<<<<<< HEAD\nsome text"));
  EXPECT_FALSE(begins_lock("some #corpus-lock 1"));
}

TEST(LockFile, RecordsAreOrderedByTheBytesOfTheirPaths) {
  std::vector<DocumentRecord> records{record_of("é", {}), record_of("b", {}), record_of("b/a", {}), record_of("B", {})};
  sort_records(records);
  EXPECT_EQ(records, (std::vector{record_of("B", {}), record_of("b", {}), record_of("b/a", {}), record_of("é", {})}));
  records.push_back(record_of("b/a", {"a"}));
  const Problem problem = problem_of([&] { sort_records(records); });
  EXPECT_EQ(problem.file, "b/a");
  EXPECT_EQ(problem.cause, "two documents have this path below what was named");
}

}  // namespace
}  // namespace corpus::compare
