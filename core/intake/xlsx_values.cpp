// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xlsx_values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdio>

namespace ow::intake {

namespace {

constexpr double kLastSerial = 2'958'466;  // 10000-01-01 in the 1900 system
constexpr std::int64_t kDayMillis = 86'400'000;

std::string clockText(std::int64_t millis) {
  std::array<char, 32> text{};
  const auto part = [&](std::int64_t unit, std::int64_t modulus) { return static_cast<int>(millis / unit % modulus); };
  std::snprintf(text.data(), text.size(), "%02d:%02d:%02d", part(3'600'000, 24), part(60'000, 60), part(1'000, 60));
  std::string clock(text.data());
  if (millis % 1'000 == 0) return clock;
  std::snprintf(text.data(), text.size(), ".%03d", static_cast<int>(millis % 1'000));
  return clock + text.data();
}

std::string dayText(std::chrono::sys_days day) {
  const std::chrono::year_month_day date(day);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return text.data();
}

char lowered(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

}  // namespace

NumberMeaning meaningOfBuiltInFormat(int id) {
  if (id == 22) return NumberMeaning::dateTime;
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || id == 45 || id == 47 || id == 55 || id == 56)
    return NumberMeaning::time;
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id == 36 || (id >= 50 && id <= 58)) return NumberMeaning::date;
  return NumberMeaning::number;
}

NumberMeaning meaningOfFormatCode(std::string_view code) {
  bool date = false;
  bool clock = false;
  bool month = false;  // m: month, or minute beside h or s
  for (std::size_t i = 0; i < code.size(); ++i) {
    const char c = lowered(code[i]);
    if (c == ';') break;  // the first section is the one for positive numbers
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"') {
      i = std::min(code.find('"', i + 1), code.size() - 1);
    } else if (c == '[') {
      const std::size_t end = std::min(code.find(']', i), code.size() - 1);
      const char first = lowered(code[std::min(i + 1, end)]);
      const bool elapsed = (first == 'h' || first == 'm' || first == 's') && (end - i < 4) && lowered(code[end - 1]) == first;
      if (elapsed) return NumberMeaning::number;
      i = end;
    } else if (c == 'y' || c == 'd') {
      date = true;
    } else if (c == 'h' || c == 's') {
      clock = true;
    } else if (c == 'm') {
      month = true;
    } else if (c == 'g' && code.substr(i).starts_with("General")) {
      return NumberMeaning::number;
    } else if (c == '0' || c == '#' || c == '?') {
      if (!clock) return NumberMeaning::number;  // digits belong to dates only as fractions of a second
    }
  }
  if (date || (month && !clock)) return clock ? NumberMeaning::dateTime : NumberMeaning::date;
  return clock ? NumberMeaning::time : NumberMeaning::number;
}

std::optional<std::string> dateText(double serial, NumberMeaning meaning, SerialEpoch epoch) {
  using std::chrono::days;
  using std::chrono::sys_days;
  if (meaning == NumberMeaning::number || !(serial >= 0) || serial >= kLastSerial) return std::nullopt;
  const std::int64_t millis = std::llround(serial * static_cast<double>(kDayMillis));
  std::int64_t day = millis / kDayMillis;
  const std::int64_t clock = millis % kDayMillis;
  if (day == 0 && (meaning == NumberMeaning::time || epoch == SerialEpoch::year1900)) return clockText(clock);
  sys_days zero = sys_days(std::chrono::year{1904} / 1 / 1);
  if (epoch == SerialEpoch::year1900) {
    if (day == 60) return std::nullopt;
    zero = sys_days(std::chrono::year{1899} / 12 / (day > 60 ? 30 : 31));
  }
  if (zero + days(day) > sys_days(std::chrono::year{9999} / 12 / 31)) return std::nullopt;
  const std::string date = dayText(zero + days(day));
  return meaning == NumberMeaning::date && clock == 0 ? date : date + "T" + clockText(clock);
}

std::optional<std::string> numberText(std::string_view stored) {
  if (stored.starts_with('+')) stored.remove_prefix(1);
  double value = 0;
  const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), value);
  if (read.ec != std::errc() || read.ptr != stored.data() + stored.size() || !std::isfinite(value)) return std::nullopt;
  if (value == 0) return "0";
  const double size = std::fabs(value);
  std::array<char, 64> text{};
  constexpr double kExactBelow = 9'007'199'254'740'992.0;  // 2^53
  const auto format = size >= 1e-7 && size < kExactBelow ? std::chars_format::fixed : std::chars_format::scientific;
  const auto written = std::to_chars(text.data(), text.data() + text.size(), value, format);
  return std::string(text.data(), written.ptr);
}

std::string withoutEscapes(std::string text) {
  constexpr std::size_t kEscapeBytes = 7;  // _x000D_
  std::size_t at = text.find("_x");
  if (at == std::string::npos) return text;
  std::string plain = text.substr(0, at);
  while (at < text.size()) {
    unsigned code = 0;
    const bool shaped = at + kEscapeBytes <= text.size() && text[at] == '_' && text[at + 1] == 'x' && text[at + 6] == '_';
    const char* const digits = text.data() + at + 2;
    // Only what fits one byte of ASCII: the rest could have been written as itself.
    if (shaped && std::from_chars(digits, digits + 4, code, 16).ptr == digits + 4 && code < 0x80) {
      plain.push_back(static_cast<char>(code));
      at += kEscapeBytes;
    } else {
      plain.push_back(text[at++]);
    }
  }
  return plain;
}

}  // namespace ow::intake
