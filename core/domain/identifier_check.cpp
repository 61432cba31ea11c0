// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/identifier_check.h"

#include <algorithm>

namespace ow::domain {
namespace {

bool isDigit(char c) {
  return c >= '0' && c <= '9';
}
bool isLetter(char c) {
  return c >= 'A' && c <= 'Z';
}

bool fitsOne(char c, char pattern) {
  switch (pattern) {
    case 'd':
      return isDigit(c);
    case 'a':
      return isLetter(c);
    case 'w':
      return isDigit(c) || isLetter(c);
    default:
      return c == pattern;
  }
}

}  // namespace

bool IdentifierCheck::hasWarning(std::string_view word) const {
  return std::find(warnings.begin(), warnings.end(), word) != warnings.end();
}

bool fits(std::string_view text, std::string_view pattern) {
  return text.size() == pattern.size() && std::equal(text.begin(), text.end(), pattern.begin(), fitsOne);
}

bool allDigits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), isDigit);
}

std::optional<base::Date> compactDate(std::string_view yyyymmdd) {
  if (yyyymmdd.size() != 8 || !allDigits(yyyymmdd)) return std::nullopt;
  const auto number = [&](std::size_t from, std::size_t count) {
    int value = 0;
    for (const char c : yyyymmdd.substr(from, count)) value = value * 10 + (c - '0');
    return value;
  };
  const base::Date date{std::chrono::year{number(0, 4)}, std::chrono::month{static_cast<unsigned>(number(4, 2))},
                        std::chrono::day{static_cast<unsigned>(number(6, 2))}};
  if (!date.ok() || date < base::kEarliestDate || date > base::kLatestDate) return std::nullopt;
  return date;
}

}  // namespace ow::domain
