// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/search_key.h"

#include <algorithm>

#include "base/pinyin.h"
#include "base/search_limits.h"
#include "base/search_words.h"
#include "base/syllables.h"
#include "base/text_fold.h"
#include "base/utf8.h"

namespace ow::base {

namespace {

using Words = std::vector<std::u32string>;

// A folded name laid out for keys and for matching.
struct NameParts {
  Words words;
  std::u32string whole;
  std::vector<NamePlace> places;         // one for each code point of `whole`
  std::vector<std::size_t> laterStarts;  // of the given name and of each later word
};

NameParts partsOf(std::string_view name) {
  NameParts parts;
  parts.words = wordsOf(decoded(folded(name)));
  parts.whole = runTogether(parts.words);
  for (const std::u32string& word : parts.words) {
    const std::size_t start = parts.places.size();
    if (start > 0) parts.laterStarts.push_back(start);
    const auto readings = pinyin().nameReadings(parts.words.size() == 1 ? std::u32string_view(word) : std::u32string_view());
    for (std::size_t i = 0; i < word.size(); ++i) {
      // Only a name of one word has a Chinese surname; 买买提·吐尔逊 is read character by character.
      const auto here = readings.empty() ? pinyin().readings(word[i]) : readings[i];
      parts.places.push_back({word[i], {here.begin(), here.end()}});
    }
  }
  const std::size_t surname = parts.words.size() == 1 ? pinyin().surnameLength(parts.whole) : 0;
  if (surname > 0 && surname < parts.whole.size()) parts.laterStarts.push_back(surname);
  return parts;
}

void add(std::vector<std::string>& keys, std::string key) {
  if (key.size() > 1 && std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
}

void addWritten(std::vector<std::string>& keys, const NameParts& parts) {
  const std::u32string_view whole = parts.whole;
  add(keys, 'n' + encoded(whole.substr(0, kLongestNameKey)));
  std::vector<bool> starts(whole.size());
  std::size_t at = 0;
  for (const std::u32string& word : parts.words) {
    starts[at] = true;
    at += word.size();
  }
  std::size_t made = 0;
  for (std::size_t i = 1; i < whole.size() && made < kMostPartKeys; ++i) {
    const bool scriptChange = isUnspaced(whole[i]) || isUnspaced(whole[i - 1]);
    if (!starts[i] && !scriptChange) continue;
    add(keys, 'm' + encoded(whole.substr(i, kLongestPartKey)));
    ++made;
  }
}

// One way to read the name, syllable by syllable; `at` says where in the name each stands.
struct Reading {
  std::vector<std::string> syllables;
  std::vector<std::size_t> at;
};

std::vector<Reading> readingsOf(const NameParts& parts) {
  std::vector<Reading> all(1);
  for (std::size_t i = 0; i < parts.places.size() && all.front().syllables.size() < kMostSyllables; ++i) {
    const NamePlace& place = parts.places[i];
    if (place.readings.empty() && isHan(place.character)) continue;  // nobody can type what has no reading
    const std::string itself = encoded(place.character);
    const std::vector<std::string_view> choices =
        place.readings.empty() ? std::vector<std::string_view>{itself} : place.readings;
    std::vector<Reading> longer;
    for (const std::string_view choice : choices) {  // all with the likeliest reading first, so that the cap drops the unlikely
      for (const Reading& before : all) {
        if (longer.size() >= kMostReadings) break;
        longer.push_back(before);
        longer.back().syllables.emplace_back(choice);
        longer.back().at.push_back(i);
      }
    }
    all = std::move(longer);
  }
  return all;
}

void addRead(std::vector<std::string>& keys, const NameParts& parts) {
  if (std::none_of(parts.places.begin(), parts.places.end(), [](const NamePlace& p) { return !p.readings.empty(); })) return;
  for (const Reading& reading : readingsOf(parts)) {
    std::string letters;
    std::string initials;
    std::string spaced;
    std::vector<std::size_t> later;  // where a later start falls in `letters`
    for (std::size_t s = 0; s < reading.syllables.size(); ++s) {
      const auto& starts = parts.laterStarts;
      if (s > 0 && std::find(starts.begin(), starts.end(), reading.at[s]) != starts.end()) later.push_back(letters.size());
      letters += reading.syllables[s];
      initials += encoded(firstOf(reading.syllables[s]).codePoint);
      spaced += ' ' + reading.syllables[s];
    }
    add(keys, 'p' + letters);
    for (const std::size_t start : later) add(keys, 'q' + letters.substr(start));
    add(keys, 'i' + initials + spaced);
  }
}

std::string compact(std::string_view text) {
  return encoded(runTogether(wordsOf(decoded(folded(text)))));
}

std::string lastBackwards(std::string_view text) {
  std::u32string points = decoded(text);
  if (points.size() > kLongestTail) points.erase(0, points.size() - kLongestTail);
  std::reverse(points.begin(), points.end());
  return encoded(points);
}

std::string cutTo(std::string text, std::size_t most) {
  std::u32string points = decoded(text);
  return points.size() <= most ? text : encoded(std::u32string_view(points).substr(0, most));
}

}  // namespace

std::string searchKeyVersion() {
  return "keys1-" + foldVersion();
}

std::vector<std::string> nameKeys(std::string_view name) {
  const NameParts parts = partsOf(name.substr(0, kLongestInput));
  std::vector<std::string> keys;
  if (parts.whole.empty()) return keys;
  keys.reserve(8);
  addWritten(keys, parts);
  addRead(keys, parts);
  return keys;
}

std::vector<std::string> identifierKeys(std::string_view normal) {
  const std::string whole = cutTo(upperAscii(compact(normal.substr(0, kLongestInput))), kLongestCodeKey);
  std::vector<std::string> keys;
  add(keys, 'd' + whole);
  add(keys, 'e' + lastBackwards(whole));
  return keys;
}

std::vector<std::string> phoneKeys(std::string_view e164, std::string_view national) {
  const std::string international = foldedDigits(e164.substr(0, kLongestInput)).substr(0, kLongestCodeKey);
  std::string local = foldedDigits(national.substr(0, kLongestInput)).substr(0, kLongestCodeKey);
  std::vector<std::string> keys;
  add(keys, 't' + reversedAscii(international.empty() ? local : international));
  if (local.starts_with('0')) local.erase(0, 1);
  add(keys, 'u' + local);
  return keys;
}

std::vector<std::string> caseNumberKeys(std::string_view number) {
  const std::string whole = cutTo(upperAscii(compact(number.substr(0, kLongestInput))), kLongestCodeKey);
  std::vector<std::string> keys;
  add(keys, 'c' + whole);
  add(keys, 's' + lastBackwards(whole));
  return keys;
}

bool matchesMixed(std::string_view typed, std::string_view name) {
  const std::u32string wanted =
      runTogether(wordsOf(decoded(folded(typed.substr(0, kLongestInput))))).substr(0, kMaxQueryCodePoints);
  if (wanted.empty()) return false;
  const NameParts parts = partsOf(name.substr(0, kLongestInput));
  if (fitsFrom(wanted, parts.places, 0)) return true;
  for (const std::size_t start : parts.laterStarts)
    if (fitsFrom(wanted, parts.places, start)) return true;
  if (!isUnspaced(wanted.front())) return false;
  for (std::size_t start = 1; start < parts.places.size(); ++start)  // Han is found anywhere, as in the m keys
    if (parts.places[start].character == wanted.front() && fitsFrom(wanted, parts.places, start)) return true;
  return false;
}

bool keyHolds(const KeyRange& range, std::string_view key) {
  if (range.check != KeyCheck::key) return true;
  const std::size_t blank = key.find(' ');
  if (blank == std::string_view::npos) return false;
  std::vector<NamePlace> places;
  for (std::string_view rest = key.substr(blank + 1); !rest.empty();) {
    const std::string_view syllable = rest.substr(0, rest.find(' '));
    rest.remove_prefix(std::min(rest.size(), syllable.size() + 1));
    places.push_back({0, {syllable}});
  }
  return fitsFrom(decoded(range.pattern), places, 0);
}

bool nameHolds(const KeyRange& range, std::string_view name) {
  return range.check != KeyCheck::name || matchesMixed(range.pattern, name);
}

MatchKind matchKind(const KeyRange& range, std::string_view key) {
  if (range.check != KeyCheck::none || range.kind == MatchKind::infix) return range.kind;
  if (key == range.from) return MatchKind::exact;
  const bool allInitials =
      key.starts_with('i') && key.starts_with(range.from) && key.substr(range.from.size()).starts_with(' ');
  return allInitials ? MatchKind::exact : range.kind;
}

}  // namespace ow::base
