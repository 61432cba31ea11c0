// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/pinyin.h"

#include <algorithm>
#include <unordered_map>

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>

#include "base/character_cache.h"
#include "base/pinyin_tables.h"
#include "base/text_fold.h"
#include "base/utf8.h"

namespace ow::base {

namespace {

using Readings = std::vector<std::string>;
using Table = std::unordered_map<std::u32string, Readings>;

// "字 one two;字 three;" as a table.
Table tableFrom(std::u32string_view rows) {
  Table table;
  while (!rows.empty()) {
    const std::u32string_view row = rows.substr(0, rows.find(U';'));
    rows.remove_prefix(std::min(rows.size(), row.size() + 1));
    std::u32string_view rest = row;
    Readings cells;
    while (!rest.empty()) {
      const std::u32string_view cell = rest.substr(0, rest.find(U' '));
      rest.remove_prefix(std::min(rest.size(), cell.size() + 1));
      cells.push_back(encoded(cell));
    }
    if (cells.size() < 2) continue;
    const std::u32string key = decoded(cells.front());
    cells.erase(cells.begin());
    table.emplace(key, std::move(cells));
  }
  return table;
}

// Adds a reading unless it is there, and behind each ü (v) the form with u.
Readings joined(std::initializer_list<const Readings*> parts) {
  Readings all;
  auto add = [&all](std::string reading) {
    if (std::find(all.begin(), all.end(), reading) == all.end()) all.push_back(std::move(reading));
  };
  for (const Readings* part : parts)
    for (const std::string& reading : *part) add(reading);
  const Readings before = all;
  for (std::string reading : before) {
    if (reading.find('v') == std::string::npos) continue;
    std::replace(reading.begin(), reading.end(), 'v', 'u');
    add(std::move(reading));
  }
  return all;
}

}  // namespace

struct Pinyin::Tables {
  struct CharacterReadings {
    Readings given;
    Readings surname;
  };
  struct CompoundSurname {
    Readings first;
    Readings second;
  };

  const Table surnames = tableFrom(pinyin_tables::kSurnames);
  const Table given = tableFrom(pinyin_tables::kGivenNames);
  std::unordered_map<std::u32string, CompoundSurname> compounds;
  CharacterCache<CharacterReadings> cache;
  std::unique_ptr<icu::Transliterator> transliterator;  // made and used under the cache's lock

  const CharacterReadings& of(char32_t character) {
    return cache.get(character, [this](char32_t wanted) { return make(wanted); });
  }

 private:
  CharacterReadings make(char32_t character) {
    if (!isHan(character)) return {};
    const std::u32string simplified = decoded(folded(encoded(character)));
    const auto own = given.find(simplified);
    const auto asSurname = surnames.find(simplified);
    const Readings none;
    const Readings first = fromIcu(character);
    const Readings& second = own == given.end() ? none : own->second;
    const Readings& family = asSurname == surnames.end() ? none : asSurname->second;
    return {joined({&second, &first}), joined({&family, &second, &first})};
  }

  // ICU's first reading with its tone marks taken off, and the diaeresis of ü kept as v. Empty when ICU leaves the character
  // alone.
  Readings fromIcu(char32_t character) {
    UErrorCode status = U_ZERO_ERROR;
    if (!transliterator) transliterator.reset(icu::Transliterator::createInstance("Han-Latin", UTRANS_FORWARD, status));
    if (U_FAILURE(status) || !transliterator) return {};
    icu::UnicodeString text(static_cast<UChar32>(character));
    transliterator->transliterate(text);
    const icu::UnicodeString parts = icu::Normalizer2::getNFDInstance(status)->normalize(text, status);
    std::string reading;
    for (std::int32_t i = 0; i < parts.length(); ++i) {
      const char16_t c = parts[i];
      if (c == 0x308 && !reading.empty()) reading.back() = 'v';
      if (c == 'v' || (c >= 'a' && c <= 'z')) reading += char(c);
      if (c >= 0x2E80) return {};  // still Han: no reading known
    }
    return reading.empty() ? Readings{} : Readings{reading};
  }
};

Pinyin::Pinyin() : m_tables(std::make_unique<Tables>()) {
  for (auto& [surname, syllables] : tableFrom(pinyin_tables::kCompoundSurnames)) {
    if (surname.size() != 2 || syllables.size() != 2) continue;
    const Readings first{syllables[0]};
    const Readings second{syllables[1]};
    m_tables->compounds.emplace(surname, Tables::CompoundSurname{joined({&first}), joined({&second})});
  }
}

Pinyin::~Pinyin() = default;

std::span<const std::string> Pinyin::readings(char32_t character) const {
  return m_tables->of(character).given;
}
std::span<const std::string> Pinyin::surnameReadings(char32_t character) const {
  return m_tables->of(character).surname;
}

std::size_t Pinyin::surnameLength(std::u32string_view name) const {
  if (name.size() < 2 || name.size() > 6 || !std::all_of(name.begin(), name.end(), isHan)) return 0;
  if (m_tables->compounds.contains(std::u32string(name.substr(0, 2)))) return 2;
  return name.size() <= 4 ? 1 : 0;
}

std::vector<std::span<const std::string>> Pinyin::nameReadings(std::u32string_view name) const {
  std::vector<std::span<const std::string>> places;
  places.reserve(name.size());
  const std::size_t surname = surnameLength(name);
  if (surname == 2) {
    const Tables::CompoundSurname& compound = m_tables->compounds.at(std::u32string(name.substr(0, 2)));
    places.emplace_back(compound.first);
    places.emplace_back(compound.second);
  }
  if (surname == 1) places.push_back(surnameReadings(name.front()));
  for (std::size_t i = places.size(); i < name.size(); ++i) places.push_back(readings(name[i]));
  return places;
}

void Pinyin::warmUp() const {
  // The most frequent surnames and given-name characters come into the cache by themselves; the rules are what takes long.
  readings(U'张');
}

const Pinyin& pinyin() {
  static const auto& shared = *new Pinyin;  // never destroyed: a worker may still read names while the process ends
  return shared;
}

}  // namespace ow::base
