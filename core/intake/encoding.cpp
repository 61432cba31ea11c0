// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/encoding.h"

#include <unicode/ucnv.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_set>
#include <utility>
#include <vector>

namespace ow::intake {

namespace {

using namespace std::string_view_literals;

struct Mark {
  std::string_view bytes;
  std::string_view name;
};
// The longer marks first: UTF-32LE begins like UTF-16LE.
constexpr Mark kMarks[] = {
    {"\x00\x00\xfe\xff"sv, "UTF-32BE"}, {"\xff\xfe\x00\x00"sv, "UTF-32LE"}, {"\x84\x31\x95\x33"sv, "GB18030"},
    {"\xef\xbb\xbf"sv, "UTF-8"},        {"\xff\xfe"sv, "UTF-16LE"},         {"\xfe\xff"sv, "UTF-16BE"},
};

// The commonest Han characters of running text and of public administration, simplified and traditional: enough that any honest
// text hits them several times a line, while text read in a wrong encoding lands on rare ones.
constexpr std::u32string_view kCommonHan =
    U"的一是不了在人有我他这中大来上个国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经"
    U"么去"
    U"法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全"
    U"三"
    U"又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门"
    U"任"
    U"常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做"
    U"接"
    U"必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南"
    U"品"
    U"住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运省县局镇乡村街办理申请审批服行政证登记核备案项"
    U"目"
    U"號國這個來們時會說為對於過發後種經學動現當沒還進樣開從實與無將兩間問點業關頭體見應產論處義幾認條題爾變總電數報結務場區許"
    U"統"
    U"辦請審證記備項縣鎮鄉號臺灣區長廳戶籍稅員會議實務關於應經濟部門單位機關請領書類種類"
    // Family names: columns of names hold little else.
    U"王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗高郑梁谢宋唐许韩冯邓曹彭曾萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金"
    U"石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤"
    U"張劉陳楊黃趙吳孫馬羅鄭謝許馮鄧蕭蔣葉蘇魏呂盧鍾譚陸賈韋鄒龍賀顧龔萬錢嚴湯";

// Bytes of a text that is written in one or two bytes a character, by what they look like.
struct HanScore {
  std::size_t han = 0;
  std::size_t common = 0;
  std::size_t invalid = 0;
  std::size_t odd = 0;  // private use, or scripts that nobody mixes with Han
  double likelihood() const {
    if (han == 0) return 0.0;
    const auto all = static_cast<double>(han + odd + invalid);
    return std::max(0.0, (static_cast<double>(common) - 2.0 * static_cast<double>(invalid + odd)) / all);
  }
};

HanScore scoreAs(std::string_view encoding, std::string_view sample) {
  static const std::unordered_set<char32_t> common(kCommonHan.begin(), kCommonHan.end());
  HanScore score;
  auto decoder = TextDecoder::create({std::string(encoding)});
  if (!decoder) return score;
  const std::string text = decoder.value().decode(sample, SampleEnd::cut);
  for (std::size_t i = 0; i < text.size();) {
    const int length = utf8CharacterLength(std::string_view(text).substr(i, 4));
    if (length <= 0) {
      ++score.invalid;
      ++i;
      continue;
    }
    if (length >= 3) {
      const auto byte = [&](std::size_t k) { return static_cast<char32_t>(text[i + k] & 0x3F); };
      const char32_t character = length == 3 ? ((text[i] & 0x0F) << 12) | (byte(1) << 6) | byte(2) : U'\U00020000';
      const bool isHan = character >= 0x3400 && character <= 0x9FFF;
      score.han += isHan ? 1 : 0;
      score.common += isHan && common.contains(character) ? 1 : 0;
      score.odd += (character >= 0xE000 && character <= 0xF8FF) || (character >= 0xAC00 && character <= 0xD7FF) ? 1 : 0;
    }
    i += static_cast<std::size_t>(length);
  }
  return score;
}

// Share of the high bytes that stand alone between ASCII letters, as accents in Western text do.
double westernLikelihood(std::string_view sample) {
  std::size_t high = 0;
  std::size_t alone = 0;
  const auto isHigh = [&](std::size_t i) { return i < sample.size() && static_cast<unsigned char>(sample[i]) >= 0x80; };
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (!isHigh(i)) continue;
    ++high;
    const auto value = static_cast<unsigned char>(sample[i]);
    const bool letterOrQuote = value >= 0xC0 || (value >= 0x91 && value <= 0x97) || value == 0xA0 || value == 0xB0;
    if (letterOrQuote && !isHigh(i + 1) && (i == 0 || !isHigh(i - 1))) ++alone;
  }
  return high == 0 ? 0.0 : 0.5 * static_cast<double>(alone) / static_cast<double>(high);
}

struct Utf8Count {
  std::size_t characters = 0;  // of more than one byte
  std::size_t long_ = 0;       // of these: of three and more, which other encodings hardly ever make by accident
  std::size_t invalid = 0;     // bytes

  // Of a UTF-8 text in which only some bytes are broken.
  double likelihood() const {
    const auto good = static_cast<double>(characters + 2 * long_);
    return std::max(0.0, 1.0 - 2.0 * static_cast<double>(invalid) / (good + static_cast<double>(invalid)));
  }
};

Utf8Count countUtf8(std::string_view sample, SampleEnd end) {
  Utf8Count count;
  for (std::size_t i = 0; i < sample.size();) {
    const int length = utf8CharacterLength(sample.substr(i, 4));
    if (length < 0 && end == SampleEnd::cut) break;
    if (length > 1) ++count.characters;
    if (length > 2) ++count.long_;
    if (length <= 0) ++count.invalid;
    i += static_cast<std::size_t>(std::max(length, 1));
  }
  return count;
}

// UTF-16 without a mark shows by zero bytes on one side of the pairs only (delimiters, digits and line ends are everywhere).
std::optional<EncodingGuess> asUtf16(std::string_view sample) {
  std::size_t zeros[2] = {0, 0};
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1 : 0;
  const std::size_t pairs = sample.size() / 2;
  const std::size_t most = std::max(zeros[0], zeros[1]);
  if (pairs < 2 || most * 50 < pairs || std::min(zeros[0], zeros[1]) * 10 > most) return std::nullopt;
  // A few NULs in plain text are a fault of some row, not another encoding.
  if (most * 3 < pairs && countUtf8(sample, SampleEnd::cut).invalid == 0) return std::nullopt;
  const std::string name = zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
  auto decoder = TextDecoder::create({name});
  if (!decoder) return std::nullopt;
  const std::string text = decoder.value().decode(sample.substr(0, pairs * 2), SampleEnd::cut);
  const auto invalid = static_cast<std::size_t>(std::count(text.begin(), text.end(), kInvalidMark));
  const auto nuls = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\0'));
  if ((invalid + nuls) * 100 > pairs) return std::nullopt;
  return EncodingGuess{name, EncodingGuess::statistics, invalid + nuls == 0 ? 0.95 : 0.8};
}

// Fewer bytes than this say nothing about an encoding: any of them fits.
constexpr std::size_t kFewestTelling = 3;
// With so many bytes the likelihoods can be believed as they are.
constexpr double kEnoughTelling = 40;

EncodingGuess likeliestOfTheOldOnes(std::string_view sample, const Utf8Count& utf8) {
  if (utf8.invalid < kFewestTelling) return {"UTF-8", EncodingGuess::statistics, utf8.characters > 0 ? 0.9 : 0.4};
  // A part is enough, and a whole file of Han would cost a noticeable moment three times over. What comes before the first byte
  // that is not ASCII says nothing.
  const auto isHigh = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  const auto from = static_cast<std::size_t>(std::find_if(sample.begin(), sample.end(), isHigh) - sample.begin());
  const std::string_view part = sample.substr(from, std::size_t{1} << 18);
  constexpr double kWhenNothingSpeaks = 1e-6;
  std::vector<std::pair<double, std::string>> scores = {
      {utf8.likelihood() + kWhenNothingSpeaks, "UTF-8"},
      {scoreAs("GB18030", part).likelihood(), "GB18030"},
      {scoreAs("Big5", part).likelihood(), "Big5"},
      {westernLikelihood(part), "windows-1252"},
  };
  std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  const double best = scores[0].first;
  const double lead = (best - scores[1].first) / (best + 0.05);
  const double evidence = std::min(1.0, static_cast<double>(utf8.invalid + utf8.characters) / kEnoughTelling);
  return {scores[0].second, EncodingGuess::statistics, std::clamp(lead * evidence, 0.05, 0.99)};
}

}  // namespace

EncodingGuess guessEncoding(std::string_view sample, SampleEnd end) {
  for (const Mark& mark : kMarks)
    if (sample.starts_with(mark.bytes)) return {std::string(mark.name), EncodingGuess::bom, 1.0, mark.bytes.size()};
  if (const auto wide = asUtf16(sample)) return *wide;
  const Utf8Count utf8 = countUtf8(sample, end);
  if (utf8.invalid == 0) {
    // Pure ASCII is valid in all; three characters of UTF-8 by accident are rarer than one file in a thousand.
    const double confidence =
        utf8.characters == 0 ? 0.9 : 1.0 - std::pow(0.1, static_cast<double>(std::min<std::size_t>(utf8.characters, 6)));
    return {"UTF-8", EncodingGuess::valid, confidence};
  }
  return likeliestOfTheOldOnes(sample, utf8);
}

base::Result<EncodingGuess> givenEncoding(std::string_view name, std::string_view sample) {
  constexpr std::string_view kKnown[] = {"UTF-8",    "GB18030",  "Big5",     "UTF-16LE",
                                         "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252"};
  constexpr std::pair<std::string_view, std::string_view> kOtherNames[] = {
      {"GBK", "GB18030"},    {"GB2312", "GB18030"},          {"CP936", "GB18030"},       {"windows-936", "GB18030"},
      {"EUC-CN", "GB18030"}, {"windows-950", "Big5"},        {"CP950", "Big5"},          {"ASCII", "UTF-8"},
      {"US-ASCII", "UTF-8"}, {"ISO-8859-1", "windows-1252"}, {"latin1", "windows-1252"}, {"CP1252", "windows-1252"},
  };
  const std::string asked(name.substr(0, 64));
  const auto same = [&asked](std::string_view known) {
    return ucnv_compareNames(asked.c_str(), std::string(known).c_str()) == 0;
  };
  EncodingGuess guess{"", EncodingGuess::given, 1.0};
  for (const auto known : kKnown)
    if (same(known)) guess.name = known;
  for (const auto& [other, known] : kOtherNames)
    if (same(other)) guess.name = known;
  // "UTF-16" alone leaves the byte order to the mark; without one it is what the bytes look like.
  if (same("UTF-16")) guess.name = guessEncoding(sample, SampleEnd::cut).name == "UTF-16BE" ? "UTF-16BE" : "UTF-16LE";
  if (guess.name.empty()) return base::fail(base::ErrorKind::invalidInput, {{"field", "encoding"}, {"rule", "unknown"}});
  for (const Mark& mark : kMarks)
    if (guess.name == mark.name && sample.starts_with(mark.bytes)) guess.bomBytes = mark.bytes.size();
  return guess;
}

}  // namespace ow::intake
