// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>

#include "base/search_key.h"
#include "base/search_limits.h"
#include "base/search_words.h"
#include "base/syllables.h"
#include "base/text_fold.h"
#include "base/utf8.h"

namespace ow::base {

namespace {

constexpr std::string_view kName = "name";
constexpr std::string_view kPinyin = "pinyin";
constexpr std::string_view kInitials = "initials";
constexpr std::string_view kIdentifier = "identifier";
constexpr std::string_view kPhone = "phone";
constexpr std::string_view kCaseNumber = "case_number";
constexpr std::size_t kMostMixedRanges = 4;
constexpr std::size_t kShortestTail = 3;  // fewer last digits fit every tenth person

enum class Prefixed { no, yes };  // typed with + or 00

KeyRange range(std::string front, MatchKind kind, std::string_view field) {
  std::string end = front + encoded(U'\U0010FFFF');  // a noncharacter, which the validator keeps out of every text
  return {std::move(front), std::move(end), kind, field, KeyCheck::none, {}};
}

KeyRange checked(std::string front, MatchKind kind, std::string_view field, KeyCheck check, std::string pattern) {
  KeyRange made = range(std::move(front), kind, field);
  made.check = check;
  made.pattern = std::move(pattern);
  return made;
}

struct Makeup {
  bool han = false;    // or another script that is searched by the character
  bool latin = false;  // a-z
  bool digits = false;
  bool others = false;
};

Makeup makeupOf(std::u32string_view text) {
  Makeup makeup;
  for (const char32_t c : text) {
    if (c >= 'a' && c <= 'z')
      makeup.latin = true;
    else if (c >= '0' && c <= '9')
      makeup.digits = true;
    else if (isUnspaced(c))
      makeup.han = true;
    else
      makeup.others = true;
  }
  return makeup;
}

void addPinyin(std::vector<KeyRange>& ranges, const std::string& letters) {
  ranges.push_back(range('p' + letters, MatchKind::prefix, kPinyin));
  // Passports write ü as yu (GB/T 28039): lyu, nyu.
  std::string spelt = letters;
  for (const std::string_view passport : {"lyu", "nyu"})
    for (std::size_t at = spelt.find(passport); at != std::string::npos; at = spelt.find(passport, at))
      spelt.replace(at + 1, 2, 1, 'v');
  if (spelt != letters) ranges.push_back(range('p' + spelt, MatchKind::prefix, kPinyin));
  ranges.push_back(range('i' + letters, MatchKind::prefix, kInitials));
}

void addMixedPinyin(std::vector<KeyRange>& ranges, const std::string& letters) {
  for (const std::string& initials : mixedInitials(letters, kMostMixedRanges))
    ranges.push_back(checked('i' + initials, MatchKind::prefix, kPinyin, KeyCheck::key, letters));
}

// 张san, z三: the longest run of Han finds the candidates, the name decides.
void addMixedHan(std::vector<KeyRange>& ranges, std::u32string_view text) {
  std::size_t best = 0;
  std::size_t bestSize = 0;
  for (std::size_t i = 0; i < text.size();) {
    std::size_t size = 0;
    while (i + size < text.size() && isUnspaced(text[i + size])) ++size;
    if (size > bestSize) {
      best = i;
      bestSize = size;
    }
    i += std::max<std::size_t>(size, 1);
  }
  const std::string run = encoded(text.substr(best, std::min(bestSize, kLongestPartKey)));
  const std::string pattern = encoded(text);
  if (best == 0) ranges.push_back(checked('n' + run, MatchKind::prefix, kName, KeyCheck::name, pattern));
  ranges.push_back(checked('m' + run, best == 0 ? MatchKind::infix : MatchKind::prefix, kName, KeyCheck::name, pattern));
}

// Lengths of the country codes of ITU-T E.164: one digit for 1 and 7, two for those listed, three for all others.
std::size_t countryCodeSize(std::string_view digits) {
  static constexpr std::array<std::string_view, 43> kTwo = {"20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41",
                                                            "43", "44", "45", "46", "47", "48", "49", "51", "52", "53", "54",
                                                            "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66",
                                                            "81", "82", "84", "86", "90", "91", "92", "93", "94", "95"};
  if (digits.starts_with('1') || digits.starts_with('7')) return 1;
  const bool two = digits.starts_with("98") || std::find(kTwo.begin(), kTwo.end(), digits.substr(0, 2)) != kTwo.end();
  return two ? 2 : 3;
}

void addPhone(std::vector<KeyRange>& ranges, std::string digits, Prefixed prefixed) {
  if (digits.size() < kShortestTail) return;
  if (digits.starts_with("00")) {
    digits.erase(0, 2);
    prefixed = Prefixed::yes;
  }
  const bool trunk = prefixed == Prefixed::no && digits.starts_with('0');
  const std::size_t skip = prefixed == Prefixed::yes ? countryCodeSize(digits) : std::size_t(trunk);
  if (digits.size() > skip) ranges.push_back(range('u' + digits.substr(skip), MatchKind::prefix, kPhone));
  if (digits.size() < kShortestTail) return;
  ranges.push_back(range('t' + reversedAscii(digits), MatchKind::infix, kPhone));
  if (trunk) ranges.push_back(range('t' + reversedAscii(digits.substr(1)), MatchKind::infix, kPhone));
}

void addNumbers(std::vector<KeyRange>& ranges, std::u32string_view text, Makeup makeup, Prefixed prefixed) {
  const std::string code = upperAscii(encoded(text.substr(0, kLongestCodeKey)));
  const std::u32string points = decoded(code);
  const std::string tail = encoded(std::u32string(points.rbegin(), points.rend()));
  const bool isTail = points.size() >= kShortestTail && points.size() <= kLongestTail;
  if (!makeup.han && !makeup.others) {
    ranges.push_back(range('d' + code, MatchKind::prefix, kIdentifier));
    if (isTail) ranges.push_back(range('e' + tail, MatchKind::infix, kIdentifier));
  }
  ranges.push_back(range('c' + code, MatchKind::prefix, kCaseNumber));
  if (isTail) ranges.push_back(range('s' + tail, MatchKind::infix, kCaseNumber));
  if (!makeup.latin && !makeup.han && !makeup.others) addPhone(ranges, code, prefixed);
}

QueryWord wordFor(std::u32string text, Prefixed prefixed) {
  QueryWord word;
  if (text.empty()) return word;
  word.text = encoded(text);
  const Makeup makeup = makeupOf(text);
  auto& ranges = word.ranges;
  const bool onlyLatin = makeup.latin && !makeup.digits && !makeup.han && !makeup.others;
  ranges.push_back(range('n' + encoded(std::u32string_view(text).substr(0, kLongestNameKey)), MatchKind::prefix, kName));
  if (onlyLatin) addPinyin(ranges, word.text);
  if (makeup.digits) addNumbers(ranges, text, makeup, prefixed);
  ranges.push_back(range('m' + encoded(std::u32string_view(text).substr(0, kLongestPartKey)), MatchKind::infix, kName));
  if (onlyLatin) ranges.push_back(range('q' + word.text, MatchKind::infix, kPinyin));
  if (onlyLatin) addMixedPinyin(ranges, word.text);
  if (makeup.han && makeup.latin) addMixedHan(ranges, text);
  // Exact and prefix before infix, as they are shown.
  std::stable_sort(ranges.begin(), ranges.end(), [](const KeyRange& a, const KeyRange& b) { return a.kind < b.kind; });
  return word;
}

std::vector<std::u32string> typedParts(std::u32string_view text) {
  std::vector<std::u32string> parts(1);
  for (const char32_t c : text) {
    if (c != ' ')
      parts.back() += c;
    else
      parts.emplace_back();
  }
  return parts;
}

// The front of what was typed, folded. The bytes are cut first, so that a pasted megabyte costs nothing.
std::u32string foldedFront(std::string_view typed) {
  std::u32string text = decoded(folded(typed.substr(0, 8 * kMaxQueryCodePoints)));
  text.resize(std::min(text.size(), kMaxQueryCodePoints));
  return text;
}

}  // namespace

ParsedQuery parseQuery(std::string_view typed) {
  const std::u32string text = foldedFront(typed);
  ParsedQuery query;
  query.whole = wordFor(runTogether(wordsOf(text)), text.starts_with(U'+') ? Prefixed::yes : Prefixed::no);
  for (const std::u32string& part : typedParts(text)) {
    if (query.words.size() == kMaxQueryWords) break;
    QueryWord word = wordFor(runTogether(wordsOf(part)), part.starts_with(U'+') ? Prefixed::yes : Prefixed::no);
    if (!word.ranges.empty()) query.words.push_back(std::move(word));
  }
  if (query.words.size() < 2) query.words.clear();
  return query;
}

std::string spacedForFullText(std::string_view text) {
  std::string out;
  for (const std::u32string& word : wordsOf(decoded(folded(text)))) {
    bool unspacedBefore = true;
    if (!out.empty()) out += ' ';
    for (std::size_t i = 0; i < word.size(); ++i) {
      const bool unspaced = isUnspaced(word[i]);
      if (i > 0 && (unspaced || unspacedBefore)) out += ' ';
      out += encoded(word[i]);
      unspacedBefore = unspaced;
    }
  }
  return out;
}

std::string fullTextPhrase(std::string_view typed) {
  std::string match;
  std::size_t phrases = 0;
  for (const std::u32string& part : typedParts(foldedFront(typed))) {
    if (phrases == kMaxQueryWords) break;
    // Only letters, digits and blanks are left between the quotes: nothing of FTS5's grammar can get in.
    const std::string words = spacedForFullText(encoded(part));
    if (words.empty()) continue;
    match.append(match.empty() ? "\"" : " \"").append(words).append("\" *");
    ++phrases;
  }
  return match;
}

}  // namespace ow::base
