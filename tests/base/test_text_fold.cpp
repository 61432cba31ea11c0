// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/random.h"
#include "base/text_fold.h"
#include "base/utf8.h"

using namespace ow::base;

TEST_CASE("Traditional and simplified Han fold together", "[fold]") {
  CHECK(folded("張三豐") == folded("张三丰"));
  CHECK(folded("單雄信") == folded("单雄信"));
  CHECK(folded("歐陽娜娜") == folded("欧阳娜娜"));
  CHECK(folded("曾國藩") == folded("曾国藩"));
  CHECK(folded("儁") == folded("俊"));
  CHECK(folded("张三") != folded("章三"));  // homophones stay apart
}

TEST_CASE("Width, case, diacritics and compatibility forms fold", "[fold]") {
  CHECK(folded("Ｍuñoz") == "munoz");
  CHECK(folded("MUN\u0303OZ") == "munoz");
  CHECK(folded("Nguyễn Thị Ánh") == "nguyen thi anh");
  CHECK(folded("Øster Łukasz Đặng ﬁ Straße Æsir") == "oster lukasz dang fi strasse aesir");
  CHECK(folded("ﾊﾝｶｸ") == "ハンカク");
  CHECK(folded("\uF900") == folded("豈"));
  CHECK(folded("⼀") == "一");
  CHECK(folded("①２Ⅳ") == "12iv");
}

TEST_CASE("Other scripts keep the marks that make their letters", "[fold]") {
  CHECK(folded("がぎ") == "がぎ");
  CHECK(folded("か\u3099") == "が");
  CHECK(folded("\u1112\u1161\u11AB") == "한");
  CHECK(folded("ئەركىن") == "ئەركىن");
  CHECK(folded("مُحَمَّد") == "محمد");
  CHECK(folded("Йошкар") == "йошкар");
}

TEST_CASE("The middle dots, apostrophes and dashes of names fold to one form", "[fold]") {
  for (const char* dot : {"·", "•", "・", "‧", "∙", "･"})
    CHECK(folded("买买提" + std::string(dot) + "吐尔逊") == "买买提·吐尔逊");
  for (const char* mark : {"'", "’", "‘", "ʼ", "`", "´"}) CHECK(folded("O" + std::string(mark) + "Brien") == "o'brien");
  CHECK(folded("Jean–Luc") == "jean-luc");
}

TEST_CASE("Invisible characters go, white space becomes one blank", "[fold]") {
  CHECK(folded("张\u200B三\u202E丰\uFEFF") == "张三丰");
  CHECK(folded("辻\U000E0100") == "辻");
  CHECK(folded("\u3000a \t\n b\u00A0") == "a b");
  CHECK(folded("").empty());
  CHECK(folded("\xFF") == "\uFFFD");
}

TEST_CASE("Digits of any script are digits", "[fold]") {
  CHECK(foldedDigits("+86 １３８-0013") == "861380013");
  CHECK(foldedDigits("٠١٢٣٤٥٦٧٨٩") == "0123456789");
  CHECK(foldedDigits("②½ab").empty());
}

TEST_CASE("NFC composes and leaves the rest alone", "[fold]") {
  CHECK(nfc("e\u0301") == "\u00E9");
  CHECK(nfc("张三 abc") == "张三 abc");
  CHECK(nfc("Ａ") == "Ａ");
}

TEST_CASE("Folding twice changes nothing, for every character and for random text", "[fold][property]") {
  for (char32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    if (c >= 0x32000 && c < 0xE0000) continue;  // unassigned planes
    if (c >= 0xE0200) break;                    // private use
    const std::string once = folded(encoded(c));
    if (folded(once) != once) FAIL("U+" << std::hex << unsigned(c));
  }
  SeededRandom random(7);
  for (int i = 0; i < 20000; ++i) {
    std::u32string text;
    for (std::uint64_t n = random.below(12); n > 0; --n)
      text += random.below(2) == 0 ? char32_t(random.below(0x3000)) : char32_t(random.below(0x32000));
    const std::string once = folded(encoded(text));
    INFO(encoded(text));
    REQUIRE(folded(once) == once);
  }
}

TEST_CASE("Many threads may fold the same characters at once", "[fold][threads]") {
  std::string text;
  for (char32_t c = 0x7000; c < 0x7400; ++c) text += encoded(c);
  std::vector<std::string> results(4);
  std::vector<std::thread> threads;
  for (std::string& result : results) threads.emplace_back([&result, &text] { result = folded(text); });
  for (std::thread& thread : threads) thread.join();
  for (const std::string& result : results) CHECK(result == folded(text));
}

TEST_CASE("The fold says its version, for tables made with another one", "[fold]") {
  CHECK(foldVersion().find("icu") != std::string::npos);
  CHECK(foldVersion().ends_with("t2s"));
}
