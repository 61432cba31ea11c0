// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/value_reading.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <vector>

namespace ow::intake {

using base::ErrorKind;
using base::Result;

namespace {

constexpr std::string_view kLetters = "yMdHhmsSaX";
constexpr std::array<std::string_view, 3> kWideBlanks{"\xc2\xa0", "\xe3\x80\x80", "\xef\xbb\xbf"};

bool isBlank(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}
bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

base::Error bad(const char* rule) {
  return base::fail(ErrorKind::invalidInput, {{"rule", rule}});
}

// What a date text says, before anybody asks whether there is such a day.
struct DateParts {
  int year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, millis = 0;
  std::optional<bool> isAfternoon;
  bool isHalfDay = false;
  std::optional<std::chrono::minutes> offset;
};

// Reads one text from front to back.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : m_text(text) {}
  bool atEnd() const { return m_at == m_text.size(); }
  char front() const { return atEnd() ? '\0' : m_text[m_at]; }
  bool take(char c) {
    if (front() != c) return false;
    ++m_at;
    return true;
  }
  bool takeWord(std::string_view word) {
    for (std::size_t i = 0; i < word.size(); ++i)
      if (m_at + i >= m_text.size() || (m_text[m_at + i] | 0x20) != word[i]) return false;
    m_at += word.size();
    return true;
  }
  // Between `fewest` and `most` digits.
  bool number(int fewest, int most, int& into) {
    int value = 0, count = 0;
    for (; count < most && isDigit(front()); ++count, ++m_at) value = value * 10 + (front() - '0');
    if (count < fewest) return false;
    into = value;
    return true;
  }
  bool fraction(int& millis) {
    int count = 0, value = 0;
    for (; isDigit(front()); ++count, ++m_at)
      if (count < 3) value = value * 10 + (front() - '0');
    for (int i = count; i < 3; ++i) value *= 10;
    millis = value;
    return count > 0;
  }
  bool offset(std::optional<std::chrono::minutes>& into) {
    if (take('Z') || take('z')) {
      into = std::chrono::minutes{0};
      return true;
    }
    const bool isWest = front() == '-';
    int hours = 0, minutes = 0;
    if (!take('+') && !take('-')) return false;
    if (!number(2, 2, hours)) return false;
    take(':');
    if (!atEnd() && !number(2, 2, minutes)) return false;
    if (hours > 14 || minutes > 59) return false;
    into = std::chrono::minutes{(isWest ? -1 : 1) * (hours * 60 + minutes)};
    return true;
  }

 private:
  std::string_view m_text;
  std::size_t m_at = 0;
};

bool readPart(Cursor& in, char letter, int repeats, DateParts& parts) {
  switch (letter) {
    case 'y':
      return in.number(4, 4, parts.year);
    case 'M':
      return in.number(1, 2, parts.month);
    case 'd':
      return in.number(1, 2, parts.day);
    case 'h':
      parts.isHalfDay = true;
      return in.number(1, 2, parts.hour);
    case 'H':
      return in.number(1, 2, parts.hour);
    case 'm':
      return in.number(repeats, 2, parts.minute);
    case 's':
      return in.number(repeats, 2, parts.second);
    case 'S':
      return in.fraction(parts.millis);
    case 'a':
      if (in.takeWord("am")) return (parts.isAfternoon = false), true;
      return in.takeWord("pm") && ((parts.isAfternoon = true), true);
    default:
      return in.offset(parts.offset);
  }
}

std::optional<DateParts> matched(std::string_view text, std::string_view format) {
  Cursor in(text);
  DateParts parts;
  for (std::size_t i = 0; i < format.size();) {
    const char letter = format[i];
    std::size_t end = i + 1;
    if (kLetters.find(letter) == std::string_view::npos) {
      if (!in.take(letter)) return std::nullopt;
    } else {
      while (end < format.size() && format[end] == letter) ++end;
      if (!readPart(in, letter, std::min(int(end - i), 2), parts)) return std::nullopt;
    }
    i = end;
  }
  return in.atEnd() ? std::optional(parts) : std::nullopt;
}

std::optional<DateParts> matchedIso(std::string_view text) {
  Cursor in(text);
  DateParts parts;
  const bool hasDate =
      in.number(4, 4, parts.year) && in.take('-') && in.number(2, 2, parts.month) && in.take('-') && in.number(2, 2, parts.day);
  if (!hasDate) return std::nullopt;
  if (in.atEnd()) return parts;
  if (!in.take('T') && !in.take('t') && !in.take(' ')) return std::nullopt;
  if (!in.number(2, 2, parts.hour) || !in.take(':') || !in.number(2, 2, parts.minute)) return std::nullopt;
  if (in.take(':') && !in.number(2, 2, parts.second)) return std::nullopt;
  if (in.take('.') && !in.fraction(parts.millis)) return std::nullopt;
  in.take(' ');
  if (!in.atEnd() && !in.offset(parts.offset)) return std::nullopt;
  return in.atEnd() ? std::optional(parts) : std::nullopt;
}

Result<base::Instant> instantOf(DateParts parts, const base::TimeZone& zone) {
  if (parts.isHalfDay) {
    if (parts.hour < 1 || parts.hour > 12) return bad("impossible_date");
    parts.hour = parts.hour % 12 + (parts.isAfternoon.value_or(false) ? 12 : 0);
  }
  const base::Date date{std::chrono::year{parts.year}, std::chrono::month(unsigned(parts.month)),
                        std::chrono::day(unsigned(parts.day))};
  if (!date.ok() || parts.hour > 23 || parts.minute > 59 || parts.second > 59) return bad("impossible_date");
  if (date < base::kEarliestDate || date > base::kLatestDate) return bad("out_of_range");
  const auto clock = std::chrono::hours{parts.hour} + std::chrono::minutes{parts.minute} + std::chrono::seconds{parts.second} +
                     std::chrono::milliseconds{parts.millis};
  const auto days = std::chrono::sys_days{date}.time_since_epoch();
  if (parts.offset) return base::Instant{days + clock - *parts.offset};
  return zone.toInstant(base::LocalTime{days + clock});
}

int hexValue(char c) {
  if (isDigit(c)) return c - '0';
  const char lower = char(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::vector<std::uint8_t> fromHex(std::string_view text) {
  std::vector<std::uint8_t> bytes;
  if (text.size() % 2 != 0) return bytes;
  for (std::size_t i = 0; i < text.size(); i += 2) {
    const int high = hexValue(text[i]), low = hexValue(text[i + 1]);
    if (high < 0 || low < 0) return {};
    bytes.push_back(std::uint8_t(high * 16 + low));
  }
  return bytes;
}

std::uint64_t wholeNumber(std::span<const std::uint8_t> bytes, bool isLittleEndian) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes.size(); ++i) value = value << 8 | (isLittleEndian ? bytes[bytes.size() - 1 - i] : bytes[i]);
  return value;
}

std::optional<Coordinates> pointOfWkb(std::string_view text) {
  constexpr std::uint64_t kHasSrid = 0x20000000, kPoint = 1, kWgs84 = 4326;
  const auto bytes = fromHex(text);
  if (bytes.size() < 21 || bytes[0] > 1) return std::nullopt;
  const bool isLittle = bytes[0] == 1;
  const std::span all(bytes);
  const auto type = wholeNumber(all.subspan(1, 4), isLittle);
  const std::size_t from = (type & kHasSrid) != 0 ? 9 : 5;
  if ((type & ~kHasSrid) != kPoint || bytes.size() != from + 16) return std::nullopt;
  if (from == 9 && wholeNumber(all.subspan(5, 4), isLittle) != kWgs84) return std::nullopt;
  return Coordinates{std::bit_cast<double>(wholeNumber(all.subspan(from + 8, 8), isLittle)),
                     std::bit_cast<double>(wholeNumber(all.subspan(from, 8), isLittle))};
}

std::optional<Coordinates> pairOf(std::string_view text) {
  if (text.size() < 5 || text.front() != '(' || text.back() != ')') return std::nullopt;
  const auto comma = text.find(',');
  if (comma == std::string_view::npos) return std::nullopt;
  const auto latitude = readNumber(trimmed(text.substr(1, comma - 1)));
  const auto longitude = readNumber(trimmed(text.substr(comma + 1, text.size() - comma - 2)));
  if (!latitude || !longitude) return std::nullopt;
  return Coordinates{*latitude, *longitude};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  for (bool changed = true; changed;) {
    const std::size_t before = text.size();
    while (!text.empty() && isBlank(text.front())) text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back())) text.remove_suffix(1);
    for (const auto blank : kWideBlanks) {
      if (text.starts_with(blank)) text.remove_prefix(blank.size());
      if (text.ends_with(blank)) text.remove_suffix(blank.size());
    }
    changed = text.size() != before;
  }
  return text;
}

std::string oneLine(std::string_view text) {
  std::string line;
  for (const char c : trimmed(text)) {
    const bool blank = isBlank(c);
    if (!blank) line += c;
    if (blank && !line.ends_with(' ')) line += ' ';
  }
  return line;
}

bool hasLostDigits(std::string_view text) {
  const auto exponent = text.find_first_of("eE");
  if (exponent == std::string_view::npos || exponent + 2 >= text.size() || text[exponent + 1] != '+') return false;
  const auto isMeasure = [](std::string_view part) { return part.find_first_not_of("0123456789.") == std::string_view::npos; };
  return exponent > 0 && isMeasure(text.substr(0, exponent)) && isMeasure(text.substr(exponent + 2));
}

bool isDateFormat(std::string_view format) {
  if (format == "iso") return true;
  const auto has = [&](char letter) { return format.find(letter) != std::string_view::npos; };
  return has('y') && has('M') && has('d') && (!has('h') || has('a'));
}

Result<base::Instant> readInstant(std::string_view text, std::span<const std::string> formats, const base::TimeZone& zone) {
  text = trimmed(text);
  for (const auto& format : formats)
    if (const auto parts = format == "iso" ? matchedIso(text) : matched(text, format)) return instantOf(*parts, zone);
  return bad("format");
}

std::optional<Digits> readDigits(std::string_view text, std::size_t width) {
  text = trimmed(text);
  std::string_view digits = text;
  if (const auto point = text.find('.'); point != std::string_view::npos) {
    if (text.find_first_not_of('0', point + 1) != std::string_view::npos) return std::nullopt;
    digits = text.substr(0, point);
  }
  if (digits.empty() || !std::all_of(digits.begin(), digits.end(), isDigit) || digits.size() > width) return std::nullopt;
  Digits read{std::string(width - digits.size(), '0') + std::string(digits), false};
  read.wasRepaired = read.text != text;
  return read;
}

std::optional<double> readNumber(std::string_view text) {
  double value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc{} || end != text.data() + text.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

std::optional<Coordinates> readGeometry(std::string_view text) {
  text = trimmed(text);
  const auto point = text.starts_with('(') ? pairOf(text) : pointOfWkb(text);
  return point && isOnEarth(*point) ? point : std::nullopt;
}

bool isOnEarth(const Coordinates& at) {
  return std::isfinite(at.latitude) && std::isfinite(at.longitude) && std::abs(at.latitude) <= 90 &&
         std::abs(at.longitude) <= 180;
}

std::string numberInside(std::string_view text) {
  const auto from = std::find_if(text.begin(), text.end(), isDigit);
  const auto end = std::find_if_not(from, text.end(), isDigit);
  std::string digits(from, end);
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? digits.substr(0, 1) : digits.substr(first);
}

std::string lettersAndDigits(std::string_view text) {
  std::string code;
  for (const char c : text)
    if (isDigit(c) || isLetter(c)) code += isDigit(c) ? c : char(c & ~0x20);
  return code;
}

}  // namespace ow::intake
