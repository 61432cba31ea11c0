// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/typed_code.h"

namespace ow::domain {

namespace {

constexpr int kBitsOfLetter = 5;
constexpr unsigned kField = 0b100101;  // x^5 + x^2 + 1, primitive: its powers return after 31

constexpr unsigned timesX(unsigned v) {
  v <<= 1U;
  return (v & 32U) != 0 ? v ^ kField : v;
}

}  // namespace

std::string typedLetters(std::string_view typed) {
  std::string letters;
  for (const char c : typed) {
    if (c == ' ' || c == '-') continue;
    letters += c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
  }
  return letters;
}

std::string inGroups(std::string_view letters) {
  std::string text;
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (i > 0 && i % kCodeGroup == 0) text += '-';
    text += letters[i];
  }
  return text;
}

void appendLetters(std::string& letters, std::uint64_t number, int bits) {
  for (int left = bits - kBitsOfLetter; left >= 0; left -= kBitsOfLetter) letters += kCodeLetters[(number >> left) & 31];
}

std::uint64_t numberIn(std::string_view letters) {
  std::uint64_t number = 0;
  for (const char c : letters) number = number << kBitsOfLetter | kCodeLetters.find(c);
  return number;
}

char checkLetter(std::string_view letters) {
  unsigned sum = 0;
  for (const char c : letters) sum = timesX(sum ^ unsigned(kCodeLetters.find(c)));
  return kCodeLetters[sum];
}

}  // namespace ow::domain
