// SPDX-License-Identifier: GPL-3.0-or-later
#include <catch2/catch_test_macros.hpp>

#include "intake/encoding.h"
#include "intake/intake_files.h"

using namespace ow;
using namespace ow::test;
using intake::EncodingGuess;
using intake::SampleEnd;
using namespace std::string_view_literals;

namespace {

// 部门,事项 / 民政局,结婚登记 in the encodings of the mainland and of Taiwan, written out by hand.
constexpr auto kGb = "\xb2\xbf\xc3\xc5,\xca\xc2\xcf\xee\n\xc3\xf1\xd5\xfe\xbe\xd6,\xbd\xe1\xbb\xe9\xb5\xc7\xbc\xc7\n"sv;
constexpr auto kUtf8 = "部门,事项\n民政局,结婚登记\n"sv;
// 部門,事項 / 民政局,結婚登記
constexpr auto kBig5 = "\xb3\xa1\xaa\xf9,\xa8\xc6\xb6\xb5\n\xa5\xc1\xac\x46\xa7\xbd,\xb5\xb2\xb1\x42\xb5\x6e\xb0\x4f\n"sv;
constexpr auto kBig5InUtf8 = "部門,事項\n民政局,結婚登記\n"sv;

std::string wide(std::string_view ascii, bool littleEndian) {
  std::string out;
  for (const char c : ascii) out += littleEndian ? std::string{c, '\0'} : std::string{'\0', c};
  return out;
}

std::string decodeAll(std::string_view bytes, const EncodingGuess& guess) {
  auto decoder = intake::TextDecoder::create(guess);
  REQUIRE(decoder);
  return decoder.value().decode(bytes.substr(guess.bomBytes), SampleEnd::whole);
}

}  // namespace

TEST_CASE("a byte order mark decides", "[intake][encoding]") {
  const auto utf8 = intake::guessEncoding(
      "\xef\xbb\xbf"
      "a,b\n",
      SampleEnd::whole);
  CHECK(utf8.name == "UTF-8");
  CHECK(utf8.how == EncodingGuess::bom);
  CHECK(utf8.bomBytes == 3);
  CHECK(intake::guessEncoding("\xff\xfe"
                              "a\0"sv,
                              SampleEnd::whole)
            .name == "UTF-16LE");
  CHECK(intake::guessEncoding("\xfe\xff\0a"sv, SampleEnd::whole).name == "UTF-16BE");
  CHECK(intake::guessEncoding("\x84\x31\x95\x33"
                              "a,b"sv,
                              SampleEnd::whole)
            .name == "GB18030");
}

TEST_CASE("short texts of the mainland, of Taiwan and of the West are told apart without a mark", "[intake][encoding]") {
  const auto gb = intake::guessEncoding(kGb, SampleEnd::whole);
  CHECK(gb.name == "GB18030");
  CHECK(gb.how == EncodingGuess::statistics);
  CHECK(decodeAll(kGb, gb) == kUtf8);
  const auto big5 = intake::guessEncoding(kBig5, SampleEnd::whole);
  CHECK(big5.name == "Big5");
  CHECK(decodeAll(kBig5, big5) == kBig5InUtf8);
  const auto western = intake::guessEncoding(
      "name,town\nJos\xe9 Pe\xf1"
      "a,M\xe9rida\nM\xfcller,K\xf6ln\n",
      SampleEnd::whole);
  CHECK(western.name == "windows-1252");
  const auto utf8 = intake::guessEncoding(kUtf8, SampleEnd::whole);
  CHECK(utf8.name == "UTF-8");
  CHECK(utf8.how == EncodingGuess::valid);
  CHECK(intake::guessEncoding(kUtf8.substr(0, kUtf8.size() - 2), SampleEnd::cut).name == "UTF-8");
}

TEST_CASE("UTF-16 without a mark shows by its zeros", "[intake][encoding]") {
  const std::string text = "id,name,town\n1,Chen,Leshan\n2,Wu,Emei\n";
  CHECK(intake::guessEncoding(wide(text, true), SampleEnd::whole).name == "UTF-16LE");
  CHECK(intake::guessEncoding(wide(text, false), SampleEnd::whole).name == "UTF-16BE");
}

TEST_CASE("characters may be cut anywhere between two pieces", "[intake][encoding]") {
  const std::pair<std::string_view, std::string> encodings[] = {{kUtf8, "UTF-8"}, {kGb, "GB18030"}};
  for (const auto& [bytes, name] : encodings) {
    CAPTURE(name);
    auto decoder = intake::TextDecoder::create({name});
    REQUIRE(decoder);
    std::string text;
    for (const char byte : bytes) text += decoder.value().decode(std::string_view(&byte, 1), SampleEnd::cut);
    text += decoder.value().decode("", SampleEnd::whole);
    CHECK(text == kUtf8);
  }
}

TEST_CASE("invalid bytes are marked one by one and the text goes on", "[intake][encoding]") {
  CHECK(decodeAll("a\xc0\xaf"
                  "b",
                  {"UTF-8"}) ==
        "a\xff\xff"
        "b");  // overlong
  CHECK(decodeAll("a\xed\xa0\x80"
                  "b",
                  {"UTF-8"}) ==
        "a\xff\xff\xff"
        "b");  // a lone surrogate
  CHECK(decodeAll("a\xf5z", {"UTF-8"}) == "a\xffz");
  CHECK(decodeAll("a\xe4\xb8", {"UTF-8"}) == "a\xff\xff");  // cut at the end of the file
  CHECK(decodeAll("a\xff,b", {"GB18030"}) == "a\xff,b");
  CHECK(decodeAll("a\0\0\xd8"
                  "b\0"sv,
                  {"UTF-16LE"}) ==
        "a\xff"
        "b");
}

TEST_CASE("a given encoding is known by its usual names", "[intake][encoding]") {
  for (const char* const name : {"gbk", "GB2312", "cp936", "GB18030", "gb 18030"}) {
    CAPTURE(name);
    const auto given = intake::givenEncoding(name, "");
    REQUIRE(given);
    CHECK(given.value().name == "GB18030");
    CHECK(given.value().how == EncodingGuess::given);
  }
  CHECK(intake::givenEncoding("utf8", "\xef\xbb\xbfx").value().bomBytes == 3);
  CHECK(intake::givenEncoding("UTF-16", "\xfe\xff\0a"sv).value().name == "UTF-16BE");
  const auto unknown = intake::givenEncoding("klingon", "");
  REQUIRE_FALSE(unknown);
  CHECK(unknown.error().kind == base::ErrorKind::invalidInput);
}

TEST_CASE("a few broken bytes do not turn plain letters into another encoding", "[intake][encoding][csv]") {
  IntakeFiles files;
  for (const char* const broken : {"\x93", "Jos\xe9", "\xa4j", "\xc4\xd0", "\xff\xfe"}) {
    CAPTURE(broken);
    std::string text = "id,name\n";
    for (int i = 1; i <= 50; ++i) text += std::to_string(i) + (i == 30 ? "," + std::string(broken) : ",plain") + "\n";
    const auto all = readAll(files.write("b.csv", text));
    CHECK(all.encoding.value().name == "UTF-8");
    CHECK(all.encoding.value().confidence < 0.5);
    CHECK(all.records.size() == 49);
    REQUIRE(all.faults.size() == 1);
    CHECK(all.faults[0].rule == "encoding");
    CHECK(all.faults[0].line == 31);
  }
  // Who knows better says so.
  intake::ReadOptions given;
  given.encoding = "windows-1252";
  const auto western = readAll(files.write("w.csv", "id,name\n1,Jos\xe9\n"), given);
  CHECK(western.faults.empty());
  CHECK(western.records.at(0).fields.at(1) == "José");
}

TEST_CASE("a broken byte among a handful of Chinese characters costs its own row only", "[intake][encoding][csv]") {
  IntakeFiles files;
  const auto all = readAll(files.write("u.csv", "id,name\n1,张三\n2,\xe5\xbc,x\n3,\xb8\n4,李四\n"));
  CHECK(all.encoding.value().name == "UTF-8");
  REQUIRE(all.faults.size() == 2);
  CHECK(all.faults[0].rule == "encoding");
  CHECK(all.faults[1].line == 4);
  CHECK(all.records.size() == 2);
}

TEST_CASE("columns of names alone are enough to know GB 18030 and Big5, and little text is said to be little",
          "[intake][encoding][csv]") {
  IntakeFiles files;
  // 刘洋 赵鹏 孙磊 周涛 / 劉洋 趙鵬
  const auto gb = readAll(
      files.write("g.csv", "id,name\n1,\xc1\xf5\xd1\xf3\n2,\xd5\xd4\xc5\xf4\n3,\xcb\xef\xc0\xda\n4,\xd6\xdc\xcc\xce\n"));
  CHECK(gb.encoding.value().name == "GB18030");
  CHECK(gb.records.at(0).fields.at(1) == "刘洋");
  CHECK(gb.encoding.value().confidence < 0.5);
  const auto big5 = readAll(files.write("b.csv", "id,name\n1,\xbc\x42\xac\x76\n2,\xbb\xaf\xc4\x50\n"));
  CHECK(big5.encoding.value().name == "Big5");
  CHECK(big5.records.at(0).fields.at(1) == "劉洋");
}

TEST_CASE("a file that stops in the middle of a character says that it was cut", "[intake][encoding][csv]") {
  IntakeFiles files;
  const std::string rows = "id,name\r\n\"1\",\"Chen\"\r\n\"2\",\"Wu\"\r\n";
  for (const bool littleEndian : {true, false}) {
    const std::string whole = (littleEndian ? "\xff\xfe" : "\xfe\xff") + wide(rows, littleEndian);
    CHECK(readAll(files.write("w.csv", whole)).records.size() == 2);
    const auto cut = readAll(files.write("c.csv", whole.substr(0, whole.size() - 1)));
    CHECK(cut.records.size() == 1);
    REQUIRE(cut.faults.size() == 1);
    CHECK(cut.faults[0].rule == "truncated");
    CHECK(cut.faults[0].line == 3);
  }
  const std::string utf8 = "id,name\n1,张三\n2,李四";
  const auto cut = readAll(files.write("u.csv", utf8.substr(0, utf8.size() - 1)));
  CHECK(cut.records.size() == 1);
  REQUIRE(cut.faults.size() == 1);
  CHECK(cut.faults[0].rule == "truncated");
}

TEST_CASE("a row in another encoding than the rest of its file is named and the others are read", "[intake][encoding][csv]") {
  IntakeFiles files;
  std::string text = "id,name\n";
  for (int i = 0; i < 200; ++i) text += std::to_string(i) + ",民政局登记处\n";
  text += "200,\xc3\xf1\xd5\xfe\xbe\xd6\n201,民政局\n";
  const auto all = readAll(files.write("mixed.csv", text));
  CHECK(all.encoding.value().name == "UTF-8");
  REQUIRE(all.faults.size() == 1);
  CHECK(all.faults[0].rule == "encoding");
  CHECK(all.faults[0].line == 202);
  CHECK(all.records.size() == 201);
}

TEST_CASE("text behind a long beginning of plain letters decides all the same", "[intake][encoding][csv]") {
  IntakeFiles files;
  std::string text = "id,name\n";
  while (text.size() < (std::size_t{1} << 20) + 1000) text += "1,plain letters only\n";
  for (int i = 0; i < 50; ++i) text += "2," + std::string(kGb.substr(10, 6)) + "\n";
  const auto all = readAll(files.write("late.csv", text));
  CHECK(all.encoding.value().name == "GB18030");
  CHECK(all.records.back().fields[1] == "民政局");
  CHECK(all.faults.empty());
}

TEST_CASE("the same sixty service items come out of three encodings", "[intake][encoding][shared]") {
  const auto whole = sharedData("cn/cn_service_items_guangan.csv");
  if (whole.empty()) SKIP("the shared test data is not on this machine");
  const auto all = readAll(whole);
  CHECK(all.records.size() == 830);
  CHECK(all.faults.empty());
  const std::pair<const char*, const char*> copies[] = {{"cn/cn_service_items_60.gb18030.csv", "GB18030"},
                                                        {"cn/cn_service_items_60.utf8bom.csv", "UTF-8"},
                                                        {"cn/cn_service_items_60.utf16le.txt", "UTF-16LE"}};
  for (const auto& [name, encoding] : copies) {
    CAPTURE(name);
    const auto copy = readAll(sharedData(name));
    CHECK(copy.encoding.value().name == encoding);
    CHECK(copy.encoding.value().confidence > 0.5);
    CHECK(copy.columns == all.columns);
    REQUIRE(copy.records.size() == 60);
    for (std::size_t i = 0; i < 60; ++i) CHECK(copy.records[i].fields == all.records[i].fields);
  }
}
