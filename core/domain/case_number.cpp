// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/case_number.h"

#include <algorithm>
#include <charconv>
#include <cstdio>

namespace ow::domain {

namespace {

constexpr std::string_view kAlphabet = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ*";  // ISO/IEC 7064 MOD 37-2
constexpr std::size_t kLength = 6 + 8 + 3 + 5 + 1;

char checkCharacter(std::string_view body) {
  unsigned remainder = 0;
  for (const char c : body) remainder = (remainder + unsigned(kAlphabet.find(c))) * 2 % 37;
  return kAlphabet[(38 - remainder) % 37];
}

std::string body(const CaseNumber& number) {
  char text[32];
  std::snprintf(text, sizeof text, "%04d%02u%02u", int(number.date.year()), unsigned(number.date.month()),
                unsigned(number.date.day()));
  std::string out = number.division + text + number.desk;
  std::snprintf(text, sizeof text, "%05d", number.serial);
  return out + text;
}

base::Error bad(const char* rule) {
  return base::fail(base::ErrorKind::invalidInput, {{"field", "number"}, {"rule", rule}});
}

int numberOf(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc{} && end == digits.data() + digits.size() ? value : -1;
}

}  // namespace

std::string CaseNumber::text() const {
  const std::string all = body(*this);
  return all.substr(0, 6) + "-" + all.substr(6, 8) + "-" + all.substr(14, 3) + "-" + all.substr(17, 5) + "-" +
         checkCharacter(all);
}

std::string CaseNumber::spoken() const {
  const std::string all = body(*this);
  return all.substr(all.size() - 7) + checkCharacter(all);
}

base::Result<CaseNumber> CaseNumber::parse(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c == '-' || c == ' ' || c == '.' || c == '/') continue;
    plain += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
  }
  if (plain.size() != kLength) return bad("case_number");
  for (std::size_t i = 0; i < plain.size(); ++i)
    if (kAlphabet.find(plain[i]) == std::string_view::npos || (plain[i] == '*' && i + 1 < plain.size()))
      return bad("case_number");
  const std::string_view all(plain);
  const int y = numberOf(all.substr(6, 4));
  const int m = numberOf(all.substr(10, 2));
  const int d = numberOf(all.substr(12, 2));
  const int serial = numberOf(all.substr(17, 5));
  if (numberOf(all.substr(0, 6)) < 0 || y < 0 || m < 0 || d < 0 || serial < 1) return bad("case_number");
  const base::Date date{std::chrono::year{y}, std::chrono::month{unsigned(m)}, std::chrono::day{unsigned(d)}};
  if (!date.ok()) return bad("case_number");
  CaseNumber number{plain.substr(0, 6), date, plain.substr(14, 3), serial};
  if (plain.back() != checkCharacter(body(number))) return bad("check_character");
  return number;
}

}  // namespace ow::domain
