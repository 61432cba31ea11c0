// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "domain/graphemes.h"
#include "domain/masking.h"
#include "domain/phone.h"

// How much of an address may stay. A Chinese address is read from the left, division by division (province, prefecture, county,
// then street office or town); whatever does not fit that order ends the reading, so that a doubtful text loses more, never
// less.
namespace ow::domain {
namespace {

using Characters = std::vector<std::string>;

// The longest name of a division: 双江拉祜族佤族布朗族傣族自治县 has 15 characters.
constexpr std::size_t kLongestDivision = 16;

bool isOneOf(std::string_view character, std::initializer_list<std::string_view> set) {
  return std::find(set.begin(), set.end(), character) != set.end();
}

bool isDivisionEnd(std::string_view c) {
  return isOneOf(c, {"省", "市", "州", "盟", "区", "县", "旗", "區", "縣"});
}
bool isCountyEnd(std::string_view c) {
  return isOneOf(c, {"区", "县", "旗", "區", "縣"});
}

// 小区, 社区, 园区 ...: where people live, not a division.
bool isEstate(const Characters& text, std::size_t at) {
  return at > 0 && isOneOf(text[at], {"区", "區"}) &&
         isOneOf(text[at - 1], {"小", "社", "园", "院", "校", "厂", "景", "库", "苑"});
}

bool isDigit(std::string_view c) {
  return isOneOf(c, {"0",  "1",  "2",  "3",  "4",  "5",  "6",  "7",  "8",  "9",  "０",
                     "１", "２", "３", "４", "５", "６", "７", "８", "９", "号", "號"});
}

bool isAutonomousRegion(const Characters& text, std::size_t at) {
  return at >= 2 && text[at - 2] + text[at - 1] == "自治";
}

// Where the division that starts at `from` ends, or `from` when none does.
std::size_t divisionEnd(const Characters& text, std::size_t from) {
  const auto limit = std::min(text.size(), from + kLongestDivision);
  for (std::size_t i = from + 1; i < limit && !isDigit(text[i]); ++i) {
    if (!isDivisionEnd(text[i]) || isEstate(text, i)) continue;
    while (i + 1 < text.size() && isDivisionEnd(text[i + 1])) ++i;  // 广州市, 红旗区, 通州区
    return i + 1;
  }
  return from;
}

// Behind a county: where its street office or town ends, or `from`.
std::size_t streetOfficeEnd(const Characters& text, std::size_t from) {
  const auto limit = std::min(text.size(), from + kLongestDivision);
  for (std::size_t i = from + 1; i < limit && !isDigit(text[i]); ++i) {
    if (isOneOf(text[i], {"镇", "乡", "鎮", "鄉"})) return i + 1;
    if (i + 1 < limit && isOneOf(text[i] + text[i + 1], {"街道", "苏木"})) return i + 2;
  }
  return from;
}

std::size_t publicPart(const Characters& text) {
  std::size_t end = 0;
  for (int level = 0; level < 3; ++level) {
    const auto next = divisionEnd(text, end);
    if (next == end) break;
    end = next;
    // An autonomous region ends like a district, yet it is a province.
    if (isCountyEnd(text[end - 1]) && (level > 0 || !isAutonomousRegion(text, end - 1))) break;
  }
  return end == 0 ? 0 : streetOfficeEnd(text, end);
}

std::string joinedFrom(const Characters& text, std::size_t from, std::size_t to) {
  std::string result;
  for (std::size_t i = from; i < to; ++i) result += text[i];
  return result;
}

std::string trimmed(std::string text) {
  const auto first = text.find_first_not_of(' ');
  if (first == std::string::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

bool hasDigit(std::string_view text) {
  return !phoneDigits(text).empty();
}

std::string withoutDigits(std::string_view text) {
  std::string result;
  for (const auto& character : graphemes(text)) result += hasDigit(character) ? "*" : character;
  return result;
}

// From small to large, with commas: everything up to the last part with a number in it goes (the last part may hold a
// postcode).
std::string maskedWestern(const Characters& text) {
  std::vector<std::string> parts(1);
  for (const auto& character : text) {
    if (isOneOf(character, {",", "，", "\n", ";"})) {
      parts.emplace_back();
    } else {
      parts.back() += character;
    }
  }
  std::size_t keptFrom = 1;
  for (std::size_t i = 1; i + 1 < parts.size(); ++i)
    if (hasDigit(parts[i])) keptFrom = i + 1;
  std::string result = "***";
  for (std::size_t i = keptFrom; i < parts.size(); ++i) {
    const auto part = trimmed(withoutDigits(parts[i]));
    if (!part.empty()) result += ", " + part;
  }
  return result;
}

}  // namespace

std::string maskedAddress(std::string_view utf8) {
  auto text = graphemes(utf8);
  if (text.empty()) return {};
  const bool hasHan = std::any_of(text.begin(), text.end(), [](const auto& c) { return scriptOf(c) == Script::han; });
  if (!hasHan) return maskedWestern(text);
  std::erase_if(text, [](const auto& c) { return scriptOf(c) == Script::blank; });
  return joinedFrom(text, 0, publicPart(text)) + "****";
}

}  // namespace ow::domain
