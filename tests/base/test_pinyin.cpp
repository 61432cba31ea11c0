// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <string>
#include <thread>
#include <vector>

#include <catch2/catch_test_macros.hpp>

#include "base/pinyin.h"
#include "base/syllables.h"
#include "base/text_fold.h"
#include "base/utf8.h"

using namespace ow::base;

namespace {

bool reads(std::span<const std::string> readings, std::string_view wanted) {
  return std::find(readings.begin(), readings.end(), wanted) != readings.end();
}

std::string firstReadings(std::string_view name) {
  std::string text;
  for (const auto& readings : pinyin().nameReadings(decoded(folded(name)))) {
    if (!text.empty()) text += ' ';
    text += readings.empty() ? "?" : readings.front();
  }
  return text;
}

}  // namespace

TEST_CASE("Surnames are read as surnames", "[pinyin]") {
  const std::vector<std::pair<char32_t, std::string>> surnames = {
      {U'单', "shan"}, {U'解', "xie"},  {U'查', "zha"},  {U'仇', "qiu"},  {U'区', "ou"},    {U'朴', "piao"}, {U'盖', "ge"},
      {U'缪', "miao"}, {U'覃', "qin"},  {U'翟', "zhai"}, {U'曾', "zeng"}, {U'乐', "yue"},   {U'贾', "jia"},  {U'员', "yun"},
      {U'冼', "xian"}, {U'乜', "nie"},  {U'逄', "pang"}, {U'繁', "po"},   {U'种', "chong"}, {U'秘', "bi"},   {U'黑', "he"},
      {U'折', "she"},  {U'那', "na"},   {U'能', "nai"},  {U'召', "shao"}, {U'过', "guo"},   {U'教', "jiao"}, {U'句', "gou"},
      {U'适', "kuo"},  {U'祭', "zhai"}, {U'谌', "chen"}, {U'隗', "wei"},  {U'郗', "xi"},    {U'宓', "mi"},   {U'牟', "mu"},
      {U'阚', "kan"},  {U'晁', "chao"}, {U'璩', "qu"},   {U'洗', "xian"}, {U'任', "ren"},   {U'瞿', "qu"},   {U'尹', "yin"},
      {U'石', "shi"},  {U'葛', "ge"},   {U'撒', "sa"},   {U'郇', "xun"}};
  for (const auto& [character, reading] : surnames) {
    INFO(encoded(character));
    REQUIRE_FALSE(pinyin().surnameReadings(character).empty());
    CHECK(pinyin().surnameReadings(character).front() == reading);
  }
}

TEST_CASE("Second readings are known beside the first", "[pinyin]") {
  for (const auto& [character, one, two] : std::vector<std::tuple<char32_t, std::string, std::string>>{{U'覃', "qin", "tan"},
                                                                                                       {U'盖', "ge", "gai"},
                                                                                                       {U'单', "shan", "dan"},
                                                                                                       {U'谌', "chen", "shen"},
                                                                                                       {U'隗', "wei", "kui"},
                                                                                                       {U'郗', "xi", "chi"},
                                                                                                       {U'宓', "mi", "fu"},
                                                                                                       {U'牟', "mu", "mou"},
                                                                                                       {U'尉', "wei", "yu"},
                                                                                                       {U'郇', "xun", "huan"},
                                                                                                       {U'翟', "zhai", "di"},
                                                                                                       {U'贾', "jia", "gu"}}) {
    INFO(encoded(character));
    CHECK(reads(pinyin().surnameReadings(character), one));
    CHECK(reads(pinyin().surnameReadings(character), two));
  }
  for (const auto& [character, one, two] :
       std::vector<std::tuple<char32_t, std::string, std::string>>{{U'乐', "le", "yue"},
                                                                   {U'行', "xing", "hang"},
                                                                   {U'重', "chong", "zhong"},
                                                                   {U'长', "chang", "zhang"},
                                                                   {U'茜', "qian", "xi"},
                                                                   {U'朝', "chao", "zhao"},
                                                                   {U'晟', "sheng", "cheng"},
                                                                   {U'盛', "sheng", "cheng"},
                                                                   {U'娜', "na", "nuo"}}) {
    INFO(encoded(character));
    CHECK(reads(pinyin().readings(character), one));
    CHECK(reads(pinyin().readings(character), two));
  }
}

TEST_CASE("ü is written v and also u", "[pinyin]") {
  for (const auto& [character, v, u] : std::vector<std::tuple<char32_t, std::string, std::string>>{
           {U'吕', "lv", "lu"}, {U'女', "nv", "nu"}, {U'绿', "lv", "lu"}, {U'略', "lve", "lue"}}) {
    CHECK(pinyin().readings(character).front() == v);
    CHECK(reads(pinyin().readings(character), u));
  }
}

TEST_CASE("Compound surnames are known as wholes", "[pinyin]") {
  CHECK(firstReadings("尉迟敬德") == "yu chi jing de");
  CHECK(firstReadings("万俟卨").starts_with("mo qi"));
  CHECK(firstReadings("单于夫罗") == "chan yu fu luo");
  CHECK(firstReadings("长孙无忌") == "zhang sun wu ji");
  CHECK(firstReadings("令狐冲") == "ling hu chong");
  CHECK(firstReadings("澹台灭明") == "tan tai mie ming");
  CHECK(firstReadings("歐陽娜娜").starts_with("ou yang na"));
  CHECK(firstReadings("曾国藩") == "zeng guo fan");
  CHECK(pinyin().surnameLength(U"欧阳修") == 2);
  CHECK(pinyin().surnameLength(U"张三") == 1);
  CHECK(pinyin().surnameLength(U"北京市行政审批局") == 0);
  CHECK(pinyin().surnameLength(U"张") == 0);
  CHECK(pinyin().surnameLength(U"") == 0);
}

TEST_CASE("Traditional characters read as the simplified, rare ones say nothing", "[pinyin]") {
  CHECK(pinyin().surnameReadings(U'單').front() == "shan");
  CHECK(pinyin().readings(U'𠮷').front() == "ji");
  CHECK(pinyin().readings(U'\U0002F000').empty());
  CHECK(pinyin().readings(U'a').empty());
  CHECK(pinyin().readings(char32_t(0xFFFFFFFF)).empty());
}

TEST_CASE("Every reading of the common characters is a syllable", "[pinyin]") {
  std::size_t read = 0;
  for (char32_t c = 0x4E00; c < 0x9FA6; ++c) {
    for (const std::string& reading : pinyin().readings(c)) {
      if (reading == "m" || reading == "n" || reading == "ng" || reading == "hm") continue;  // 呣 嗯 噷: sounds, not syllables
      if (!isSyllable(reading)) FAIL_CHECK(encoded(c) << " " << reading);
      ++read;
    }
  }
  CHECK(read > 20000);
}

TEST_CASE("Threads may ask for readings at once, warming up or not", "[pinyin][threads]") {
  const Pinyin fresh;
  std::vector<std::size_t> counts(4);
  std::vector<std::thread> threads;
  threads.emplace_back([&fresh] { fresh.warmUp(); });
  for (std::size_t& count : counts) {
    threads.emplace_back([&fresh, &count] {
      for (char32_t c = 0x5200; c < 0x5300; ++c) count += fresh.readings(c).size();
    });
  }
  for (std::thread& thread : threads) thread.join();
  CHECK(counts[0] > 200);
  for (const std::size_t count : counts) CHECK(count == counts[0]);
}
