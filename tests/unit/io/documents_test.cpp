// SPDX-License-Identifier: MIT
#include "corpus/io/documents.hpp"

#include <sys/resource.h>

#include <thread>

#include "containers.hpp"
#include "corpus/io/hashing_source.hpp"
#include "scratch.hpp"

namespace corpus::io {
namespace {

using namespace std::string_literals;
using testing::gzip_of;
using testing::problem_of;
using testing::read_all;
using testing::sample;
using testing::sample_text;
using testing::StandardInput;
using testing::tar_of;
using testing::TarMember;
using testing::zip_of;
using testing::zstd_of;
using testing::zstd_zeros;

/// `name=text` of each.
using Texts = std::vector<std::string>;

/// Works inside a fresh directory, so that names are short.
class DocumentsOf : public ::testing::Test {
 protected:
  void SetUp() override {
    start_ = std::filesystem::current_path();
    std::filesystem::current_path(scratch_.root());
  }
  void TearDown() override { std::filesystem::current_path(start_); }

  Source file(const std::string& name, std::string_view bytes, Found found = Found::outright) const {
    scratch_.write(name, bytes);
    return Source::file(name, bytes.size(), found);
  }

  Texts texts(const Source& source, const DocumentOptions& options = {}) {
    Texts result;
    Documents documents{source, options};
    while (auto document = documents.next()) result.push_back(document->name + "=" + read_all(*document->bytes));
    passed_over_ = documents.passed_over();
    return result;
  }

  Problem problem(const Source& source, const DocumentOptions& options = {}) {
    return problem_of([&] { texts(source, options); });
  }

  testing::Scratch scratch_;
  std::filesystem::path start_;
  PassedOver passed_over_;
};

TEST_F(DocumentsOf, APlainFile) {
  EXPECT_EQ(texts(file("a.txt", "some text")), Texts{"a.txt=some text"});
  EXPECT_EQ(texts(file("empty", "")), Texts{"empty="});
  EXPECT_EQ(texts(file("a.gz", "its name says nothing\n")), Texts{"a.gz=its name says nothing\n"});
  EXPECT_EQ(texts(file("binary", "a\0b"s)), Texts{"binary=a\0b"s}) << "named outright: the reader will find it";
}

TEST_F(DocumentsOf, CompressedFiles) {
  for (const Container format : {Container::gzip, Container::bzip2, Container::xz, Container::zstd}) {
    EXPECT_EQ(texts(file("a.txt", sample(format))), Texts{"a.txt=" + std::string(sample_text)});
  }
  EXPECT_EQ(texts(file("a", gzip_of(zstd_of(gzip_of("deep"))))), Texts{"a=deep"});
  EXPECT_EQ(texts(file("a", gzip_of(""))), Texts{"a="});
}

TEST_F(DocumentsOf, MembersOfArchives) {
  const std::string tar = tar_of({{.name = "b.txt", .text = "1"},
                                  {.name = "dir/", .type = '5'},
                                  {.name = "dir/a.txt", .text = "2"},
                                  {.name = "dir/empty"}});
  EXPECT_EQ(texts(file("a.tar", tar)), (Texts{"a.tar!b.txt=1", "a.tar!dir/a.txt=2", "a.tar!dir/empty="}));
  EXPECT_EQ(texts(file("a.tgz", gzip_of(tar))), (Texts{"a.tgz!b.txt=1", "a.tgz!dir/a.txt=2", "a.tgz!dir/empty="}));
  std::string long_text;
  for (int i = 0; i < 400; ++i) long_text += "ab ";
  EXPECT_EQ(texts(file("a.zip", testing::sample_zip())),
            (Texts{"a.zip!z/b.txt=" + long_text, "a.zip!z/a.txt=one two\n"}));
  EXPECT_EQ(passed_over_, PassedOver{.links = 1});
}

TEST_F(DocumentsOf, ContainersInContainers) {
  const std::string inner = zip_of({{.name = "x.gz", .text = gzip_of("1")}, {.name = "y", .text = "2"}});
  const std::string tar = tar_of({{.name = "d/i.zip", .text = inner}, {.name = "z", .text = "3"}});
  EXPECT_EQ(texts(file("a", zstd_of(zip_of({{.name = "t", .text = tar}, {.name = "last", .text = "4"}})))),
            (Texts{"a!t!d/i.zip!x.gz=1", "a!t!d/i.zip!y=2", "a!t!z=3", "a!last=4"}));
}

TEST_F(DocumentsOf, AllOfItThroughAPipe) {
  const std::string tar = tar_of({{.name = "a", .text = "1"}, {.name = "b.gz", .text = gzip_of("2")}});
  for (const std::string& bytes : {tar, gzip_of(tar), zip_of({{.name = "t", .text = tar}}), zstd_of("text"), "text"s}) {
    const Texts expected = texts(file("-", bytes));
    const StandardInput input(testing::pipe_with(bytes));
    EXPECT_EQ(texts(Source::standard_input()), expected);
  }
}

TEST_F(DocumentsOf, StandardInputThatIsAFile) {
  file("a.zip", "before" + testing::sample_zip());
  const int number = ::open("a.zip", O_RDONLY | O_CLOEXEC);
  ASSERT_EQ(::lseek(number, 6, SEEK_SET), 6);
  const StandardInput input(number);
  EXPECT_EQ(texts(Source::standard_input()).size(), 2U);
}

TEST_F(DocumentsOf, BytesCanBeRewound) {
  const std::string tar = tar_of({{.name = "a", .text = "some text"}, {.name = "b.gz", .text = gzip_of("some text")}});
  for (const std::string& bytes : {"some text"s, gzip_of("some text"), tar, gzip_of(tar)}) {
    for (const bool piped : {false, true}) {
      std::optional<StandardInput> input;
      if (piped) input.emplace(testing::pipe_with(bytes));
      const Source source = piped ? Source::standard_input() : file("a", bytes);
      Documents documents{source, {}};
      while (auto document = documents.next()) {
        std::string buffer(4, '?');
        ASSERT_EQ(document->bytes->read(buffer), 4U);
        EXPECT_TRUE(document->bytes->rewind());
        EXPECT_EQ(read_all(*document->bytes), "some text");
        EXPECT_TRUE(document->bytes->rewind());
        document->bytes->settle();
        EXPECT_EQ(read_all(*document->bytes, 3), "some text");
      }
    }
  }
}

TEST_F(DocumentsOf, WhatIsNotReadIsPassedOver) {
  std::vector<TarMember> members;
  for (const char* name : {"a", "b.gz", "c"})
    members.push_back({.name = name, .text = gzip_of(std::string(5000, 'x'))});
  Documents documents{file("a.tgz", gzip_of(tar_of(members))), {}};
  std::string buffer(10, '?');
  std::vector<Document> kept;
  for (int i = 0; i < 3; ++i) {
    auto document = documents.next();
    ASSERT_TRUE(document);
    if (i == 1) {
      EXPECT_GT(document->bytes->read(buffer), 0U);
    }
    kept.push_back(std::move(*document));
  }
  EXPECT_FALSE(documents.next());
  // Against the rules, and no harm: they read nothing of another member.
  for (const Document& document : kept) EXPECT_EQ(read_all(*document.bytes), "");
}

TEST_F(DocumentsOf, DamageInWhatIsNotReadIsFoundAllTheSame) {
  std::string damaged = gzip_of(std::string(1000000, 'x'));
  damaged[damaged.size() - 5] = '?';
  Documents documents{file("a.gz", damaged), {}};
  ASSERT_TRUE(documents.next());
  EXPECT_EQ(problem_of([&] { documents.next(); }).file, "a.gz");
}

TEST_F(DocumentsOf, AnErrorIsThrownOnceAndWhatFollowsIsRead) {
  std::string zip = zip_of({{.name = "a", .text = "one"}, {.name = "b", .text = "two"}, {.name = "c", .text = "six"}});
  zip.replace(zip.find("two"), 3, "too");
  for (const bool read : {true, false}) {
    Documents documents{file("z", zip), {.nul_files = NulFiles::keep}};
    EXPECT_EQ(documents.next()->name, "z!a");
    auto damaged = documents.next();
    if (read) {
      EXPECT_EQ(problem_of([&] { read_all(*damaged->bytes); }).file, "z!b");
    }
    auto last = documents.next();
    ASSERT_TRUE(last);
    EXPECT_EQ(read_all(*last->bytes), "six");
    EXPECT_EQ(read_all(*damaged->bytes), "") << "it is too late for it";
    EXPECT_FALSE(documents.next());
  }
  std::string gzip = gzip_of(std::string(1000000, 'x'));
  gzip[gzip.size() - 5] = '?';
  Documents documents{file("a.gz", gzip), {}};
  auto document = documents.next();
  EXPECT_EQ(problem_of([&] { read_all(*document->bytes); }).file, "a.gz");
  EXPECT_FALSE(documents.next());
}

TEST_F(DocumentsOf, ArchivesAreLikeFoldersOfAWalk) {
  const std::string tar = tar_of({{.name = ".hidden", .text = "1"},
                                  {.name = "d/.git/x", .text = "2"},
                                  {.name = "soft", .type = '2', .link = "a"},
                                  {.name = "hard", .type = '1', .link = "a"},
                                  {.name = "fifo", .type = '6'},
                                  {.name = "binary", .text = "a\0b"s},
                                  {.name = "far", .text = std::string(1000000, 'x') + '\0'},
                                  {.name = "wide", .text = "\xFF\xFE"s + "a\0"s},
                                  {.name = "binary.gz", .text = gzip_of("\0"s)},
                                  {.name = "./a", .text = "3"},
                                  {.name = "../b..", .text = "4"}});
  EXPECT_EQ(texts(file("t", tar)), (Texts{"t!wide=\xFF\xFE"s + "a\0"s, "t!a=3", "t!../b..=4"}));
  EXPECT_EQ(passed_over_, (PassedOver{.nul_files = 3, .links = 2, .special = 1, .hidden = 2}));
  EXPECT_EQ(texts(file("t", tar), {.nul_files = NulFiles::keep}).size(), 6U);
}

TEST_F(DocumentsOf, GlobsChooseMembers) {
  const std::string tar = tar_of({{.name = "a.txt", .text = "1"},
                                  {.name = "a.md", .text = "2"},
                                  {.name = "drafts/b.txt", .text = "3"},
                                  {.name = "deep/drafts/c.txt", .text = "4"},
                                  {.name = "/root/d.md", .text = "5"}});
  const auto names = [&](const DocumentOptions& options) {
    Texts result;
    for (const std::string& text : texts(file("t", tar), options)) result.push_back(text.substr(2, text.find('=') - 2));
    return result;
  };
  EXPECT_EQ(names({.include = {"*.txt"}}), (Texts{"a.txt", "drafts/b.txt", "deep/drafts/c.txt"}));
  EXPECT_EQ(passed_over_, PassedOver{.unmatched = 2});
  EXPECT_EQ(names({.exclude = {"drafts/"}}), (Texts{"a.txt", "a.md", "/root/d.md"}));
  EXPECT_EQ(names({.exclude = {"/drafts"}}), (Texts{"a.txt", "a.md", "deep/drafts/c.txt", "/root/d.md"}));
  EXPECT_EQ(names({.include = {"deep"}}), Texts{"deep/drafts/c.txt"}) << "a folder stands for all that is in it";
  EXPECT_EQ(names({.include = {"root/*"}}), Texts{"/root/d.md"});
  EXPECT_EQ(names({.include = {"*.md"}, .exclude = {"a.*"}}), Texts{"/root/d.md"});
}

TEST_F(DocumentsOf, AnArchiveThatMatchedStandsForAllThatIsInIt) {
  const std::string inner = tar_of({{.name = "a.txt", .text = "1"}, {.name = "b.md", .text = "2"}});
  const DocumentOptions options{.include = {"*.tar"}, .exclude = {"*.md"}};
  EXPECT_EQ(texts(file("t.tar", inner, Found::in_walk), options), Texts{"t.tar!a.txt=1"});
  EXPECT_EQ(texts(file("t", tar_of({{.name = "i.tar", .text = inner}, {.name = "c.txt"}})), options),
            Texts{"t!i.tar!a.txt=1"});
}

TEST_F(DocumentsOf, AnArchiveWithoutDocumentsIsAnError) {
  EXPECT_EQ(problem(file("a.zip", zip_of({}))).cause, "no documents in this archive");
  EXPECT_EQ(problem(file("t", tar_of({{.name = "d/", .type = '5'}}))).cause, "no documents in this archive");
  const std::string binary = tar_of({{.name = "a", .text = "\0"s}});
  EXPECT_EQ(problem(file("t", binary)).cause, "no documents in this archive, only 1 file with NUL bytes");
  const Problem unmatched = problem(file("t", tar_of({{.name = "a"}})), {.exclude = {"*"}});
  EXPECT_EQ(unmatched.file, "t");
  EXPECT_NE(unmatched.hint.find("--exclude"), std::string::npos);
  // In a walk it is passed over as a picture is, and counted.
  EXPECT_EQ(texts(file("t", binary, Found::in_walk)), Texts{});
  EXPECT_EQ(passed_over_, PassedOver{.nul_files = 1});
  EXPECT_EQ(texts(file("t", tar_of({{.name = "pictures.tar", .text = binary}, {.name = "a", .text = "1"}}))),
            Texts{"t!a=1"});
  EXPECT_EQ(passed_over_, PassedOver{.nul_files = 1});
}

TEST_F(DocumentsOf, ACompressedPictureOfAWalkIsPassedOver) {
  EXPECT_EQ(texts(file("a.gz", gzip_of("a\0b"s), Found::in_walk)), Texts{});
  EXPECT_EQ(passed_over_, PassedOver{.nul_files = 1});
  EXPECT_EQ(texts(file("a.gz", gzip_of("a\0b"s))), Texts{"a.gz=a\0b"s});
  EXPECT_EQ(texts(file("a.gz", gzip_of("text"), Found::in_walk)), Texts{"a.gz=text"});
}

TEST_F(DocumentsOf, TwoMembersOfOneNameAreAnError) {
  const Problem found = problem(
      file("t", tar_of({{.name = "a", .text = "1"}, {.name = "b", .text = "2"}, {.name = "./a", .text = "3"}})));
  EXPECT_EQ(found.file, "t!a");
  EXPECT_EQ(found.cause, "a document given twice, as member 1 of 't' and as member 3 of 't'");
  const std::string inner = tar_of({{.name = "b", .text = "1"}});
  EXPECT_EQ(problem(file("t", tar_of({{.name = "a!b", .text = "1"}, {.name = "a", .text = inner}}))).cause,
            "a document given twice, as member 1 of 't' and as member 1 of 't!a'");
  EXPECT_EQ(texts(file("t", tar_of({{.name = "a", .text = "\0"s}, {.name = "a", .text = "1"}}))), Texts{"t!a=1"})
      << "what is passed over is no document";
}

TEST_F(DocumentsOf, EncryptedMembersAreAnErrorThatSaysSo) {
  const std::string zip = zip_of({{.name = "a", .text = "1"}, {.name = "b", .text = "2", .flags = 1}});
  const Problem found = problem(file("z", zip));
  EXPECT_EQ(found.file, "z!b");
  EXPECT_EQ(found.cause, "this member is encrypted");
  EXPECT_EQ(texts(file("z", zip), {.exclude = {"b"}}), Texts{"z!a=1"});
}

TEST_F(DocumentsOf, ContainersLieOneInAnotherSoDeepAndNoDeeper) {
  std::string bytes = "text";
  for (unsigned i = 0; i < Documents::deepest; ++i) bytes = gzip_of(bytes);
  EXPECT_EQ(texts(file("a", bytes)), Texts{"a=text"});
  EXPECT_EQ(problem(file("a", gzip_of(bytes))).file, "a");
  bytes = "text";
  for (unsigned i = 0; i <= Documents::deepest; ++i) bytes = tar_of({{.name = "t", .text = bytes}});
  EXPECT_EQ(problem(file("a", bytes)).file, "a!t!t!t!t!t!t!t!t");
}

TEST_F(DocumentsOf, ExpansionIsBounded) {
  const std::string text(3000, 'x');
  EXPECT_EQ(texts(file("a", gzip_of(text)), {.max_expanded = 3000}).size(), 1U);
  const Problem found = problem(file("a", gzip_of(text)), {.max_expanded = 2048});
  EXPECT_EQ(found.file, "a");
  EXPECT_EQ(found.cause, "what is compressed here comes to more than 2 KiB");
  EXPECT_NE(found.hint.find("--max-expanded"), std::string::npos);
  EXPECT_EQ(texts(file("a", text), {.max_expanded = 0}).size(), 1U) << "nothing is compressed";
  EXPECT_EQ(texts(file("a", tar_of({{.name = "t", .text = text}})), {.max_expanded = 0}).size(), 1U);
}

TEST_F(DocumentsOf, ExpansionCountsAllMembersAndLayers) {
  const std::string zip =
      zip_of({{.name = "a", .text = std::string(1000, 'x')}, {.name = "b.gz", .text = gzip_of(std::string(900, 'x'))}});
  const std::size_t all = 1000 + gzip_of(std::string(900, 'x')).size() + 900;
  EXPECT_EQ(texts(file("z", zip), {.max_expanded = all}).size(), 2U);
  EXPECT_EQ(problem(file("z", zip), {.max_expanded = all - 1}).file, "z!b.gz");
  EXPECT_EQ(problem(file("z", zip), {.max_expanded = 999}).file, "z!a");
  const Problem inside =
      problem(file("t", gzip_of(tar_of({{.name = "a", .text = std::string(100000, 'x')}}))), {.max_expanded = 50000});
  EXPECT_NE((inside.file + inside.cause).find("t!a"), std::string::npos) << inside.cause;
}

TEST_F(DocumentsOf, ABombOfZerosInZerosIsStoppedAtOnce) {
  // 2.4 MB stand for 79 GB.
  EXPECT_EQ(problem(file("b.zst", zstd_zeros(600000)), {.max_expanded = 100 << 20}).file, "b.zst");
  const std::string nested = zip_of({{.name = "x", .text = gzip_of(zstd_zeros(600000))}});
  EXPECT_EQ(problem(file("b.zip", nested), {.max_expanded = 100 << 20, .nul_files = NulFiles::keep}).file, "b.zip!x");
}

TEST_F(DocumentsOf, AWatchSeesAllBytesOfTheFileOnce) {
  const std::string tar = tar_of({{.name = "a", .text = "1"}, {.name = "b", .text = std::string(300000, 'x')}});
  const std::string zip = zip_of({{.name = "a", .text = tar}, {.name = "b", .text = "2"}}, "a comment");
  for (const std::string& bytes :
       {"plain text"s, tar, tar + std::string(20480, '\0'), gzip_of(tar), zip, zstd_of(zip), gzip_of("a\0b"s)}) {
    for (const bool read : {true, false}) {
      const Source source = file("a", bytes, Found::in_walk);
      HashingSource direct(source.open().bytes);
      read_all(direct);
      std::unique_ptr<HashingSource> hash;
      {
        class Borrowed final : public ByteSource {
         public:
          explicit Borrowed(ByteSource& bytes) : bytes_(bytes) {}
          std::size_t read(std::span<char> buffer) override { return bytes_.read(buffer); }

         private:
          ByteSource& bytes_;
        };
        Documents documents{source, {}, [&](std::unique_ptr<ByteSource> raw) {
                              hash = std::make_unique<HashingSource>(std::move(raw));
                              return std::make_unique<Borrowed>(*hash);
                            }};
        while (auto document = documents.next()) {
          if (read) read_all(*document->bytes);
        }
      }
      EXPECT_EQ(hash->size(), bytes.size());
      EXPECT_EQ(hash->sha256_hex(), direct.sha256_hex());
    }
  }
}

TEST_F(DocumentsOf, NothingIsWrittenToTheFileSystem) {
  const std::string tar = tar_of({{.name = "../escaped", .text = "1"}, {.name = "/tmp/escaped", .text = "2"}});
  EXPECT_EQ(texts(file("d/t.tgz", gzip_of(tar)), {.temporary_folder = "/nowhere"}),
            (Texts{"d/t.tgz!../escaped=1", "d/t.tgz!/tmp/escaped=2"}));
  EXPECT_EQ(std::distance(std::filesystem::recursive_directory_iterator("."), {}), 2);
}

TEST_F(DocumentsOf, SmallPipesNeedNoDiskAndLargeZipsNameTheFolder) {
  const DocumentOptions options{.temporary_folder = "/nowhere"};
  const StandardInput input(testing::pipe_with(testing::sample_zip()));
  EXPECT_EQ(texts(Source::standard_input(), options).size(), 2U);
  const std::string large = zip_of({{.name = "a", .text = std::string(17 << 20, 'x')}});
  EXPECT_EQ(problem(file("z", gzip_of(large)), options).file, "/nowhere");
}

TEST_F(DocumentsOf, TablesInside) {
  const std::string table = "id,text\n7,one\n9,two\n";
  const DocumentOptions options{.table = TableOptions{.text_field = "text"}};
  EXPECT_EQ(texts(file("t.csv", table), options), (Texts{"t.csv!1=one", "t.csv!2=two"}));
  EXPECT_EQ(texts(file("t.csv.gz", gzip_of(table)), options), (Texts{"t.csv.gz!1=one", "t.csv.gz!2=two"}));
  EXPECT_EQ(
      texts(file("a.zip", zip_of({{.name = "d/t.csv", .text = table}, {.name = "u.csv", .text = table}})), options),
      (Texts{"a.zip!d/t.csv!1=one", "a.zip!d/t.csv!2=two", "a.zip!u.csv!1=one", "a.zip!u.csv!2=two"}));
}

TEST_F(DocumentsOf, ConlluInside) {
  const std::string rows =
      "# newdoc id = one\n# text = Go\n1\tGo\tgo\tVERB\t_\t_\t0\troot\t_\t_\n\n"
      "# newdoc id = two\n1\tNo\tno\tINTJ\t_\t_\t0\troot\t_\t_\n\n";
  const auto names = [&](const Source& source, Content content = Content::automatic) {
    Texts result;
    Documents documents{source, {.content = content}};
    while (auto document = documents.next()) {
      result.push_back(document->name + (document->kind == DocumentKind::conllu ? " conllu" : " text"));
      read_all(*document->bytes);
    }
    return result;
  };
  EXPECT_EQ(names(file("c", rows)), (Texts{"c!one conllu", "c!two conllu"}));
  EXPECT_EQ(names(file("c.gz", gzip_of(rows))), (Texts{"c.gz!one conllu", "c.gz!two conllu"}));
  EXPECT_EQ(names(file("t", tar_of({{.name = "c", .text = rows}, {.name = "d", .text = "text"}}))),
            (Texts{"t!c!one conllu", "t!c!two conllu", "t!d text"}));
  EXPECT_EQ(names(file("c", rows), Content::text), Texts{"c text"});
  // Comments may be long: more than one look is needed.
  EXPECT_EQ(names(file("c", "# " + std::string(100000, 'x') + "\n" + rows.substr(18))).back(), "c!two conllu");
}

TEST_F(DocumentsOf, ACountsFileIsADocument) {
  const std::string counts = "#corpus-counts 1\ttokens=1\n";
  EXPECT_EQ(texts(file("c", counts)), Texts{"c=" + counts});
  EXPECT_EQ(texts(file("c.gz", gzip_of(counts))), Texts{"c.gz=" + counts});
}

TEST_F(DocumentsOf, WhatIsTypedIsGivenLineByLine) {
  int ends[2];
  ASSERT_EQ(::pipe2(ends, O_CLOEXEC), 0);
  const StandardInput input(ends[0]);
  ASSERT_EQ(::write(ends[1], "a line\n", 7), 7);
  Documents documents{Source::standard_input(), {}};  // hangs if it waits for more
  auto document = documents.next();
  ASSERT_TRUE(document);
  std::string buffer(100, '?');
  EXPECT_EQ(document->bytes->read(buffer), 7U);
  ::close(ends[1]);
  EXPECT_EQ(document->bytes->read(buffer), 0U);
}

TEST_F(DocumentsOf, LeavingInTheMiddleDoesNotHang) {
  const std::string bytes = gzip_of(tar_of({{.name = "a", .text = std::string(20 << 20, 'x')}, {.name = "b"}}));
  for (int i = 0; i < 3; ++i) {
    Documents documents{file("t", bytes), {}};
    auto document = documents.next();
    ASSERT_TRUE(document);
    std::string buffer(100000, '?');
    if (i > 0) {
      ASSERT_GT(document->bytes->read(buffer), 0U);
    }
    if (i > 1) document->bytes->settle();
  }
}

}  // namespace
}  // namespace corpus::io
