// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/syllables.h"

#include <algorithm>
#include <unordered_set>

namespace ow::base {

namespace {

// The table of syllables of Hanyu Pinyin, by initial: "b a ai" stands for ba and bai, "-" for none.
constexpr std::string_view kFinals[][2] = {
    {"", "a ai an ang ao e ei en eng er o ou"},
    {"b", "a ai an ang ao ei en eng i ian iao ie in ing o u"},
    {"p", "a ai an ang ao ei en eng i ian iao ie in ing o ou u"},
    {"m", "a ai an ang ao e ei en eng i ian iao ie in ing iu o ou u"},
    {"f", "a an ang ei en eng iao o ou u"},
    {"d", "a ai an ang ao e ei en eng i ia ian iao ie ing iu ong ou u uan ui un uo"},
    {"t", "a ai an ang ao e ei eng i ian iao ie ing ong ou u uan ui un uo"},
    {"n", "a ai an ang ao e ei en eng i ian iang iao ie in ing iu ong ou u uan un uo ue v ve"},
    {"l", "a ai an ang ao e ei eng i ia ian iang iao ie in ing iu o ong ou u uan un uo ue v ve"},
    {"g", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"},
    {"k", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"},
    {"h", "a ai an ang ao e ei en eng ong ou u ua uai uan uang ui un uo"},
    {"j", "i ia ian iang iao ie in ing iong iu u uan ue un"},
    {"q", "i ia ian iang iao ie in ing iong iu u uan ue un"},
    {"x", "i ia ian iang iao ie in ing iong iu u uan ue un"},
    {"zh", "a ai an ang ao e ei en eng i ong ou u ua uai uan uang ui un uo"},
    {"ch", "a ai an ang ao e en eng i ong ou u ua uai uan uang ui un uo"},
    {"sh", "a ai an ang ao e ei en eng i ou u ua uai uan uang ui un uo"},
    {"r", "an ang ao e en eng i ong ou u ua uan ui un uo"},
    {"z", "a ai an ang ao e ei en eng i ong ou u uan ui un uo"},
    {"c", "a ai an ang ao e en eng i ong ou u uan ui un uo"},
    {"s", "a ai an ang ao e en eng i ong ou u uan ui un uo"},
    {"y", "a an ang ao e i in ing o ong ou u uan ue un"},
    {"w", "a ai an ang ei en eng o u"}};

constexpr std::size_t kLongestSyllable = 6;  // zhuang

struct SyllableTable {
  std::unordered_set<std::string> whole;
  std::unordered_set<std::string> beginnings;  // every proper front of a syllable
  SyllableTable() {
    for (const auto& [initial, finals] : kFinals) {
      for (std::string_view rest = finals; !rest.empty();) {
        const std::string_view final = rest.substr(0, rest.find(' '));
        rest.remove_prefix(std::min(rest.size(), final.size() + 1));
        add(std::string(initial) + std::string(final));
      }
    }
  }

 private:
  void add(const std::string& syllable) {
    whole.insert(syllable);
    for (std::size_t size = 1; size < syllable.size(); ++size) beginnings.insert(syllable.substr(0, size));
  }
};

const SyllableTable& table() {
  static const auto& shared = *new SyllableTable;
  return shared;
}

bool isInitial(std::string_view letters) {
  if (letters.size() == 2) return letters[1] == 'h' && (letters[0] == 'z' || letters[0] == 'c' || letters[0] == 's');
  return letters.size() == 1 && std::string_view("iuv").find(letters[0]) == std::string_view::npos;
}

// Whether the letters are whole syllables throughout, the last perhaps unfinished.
bool isRunOfSyllables(std::string_view letters) {
  std::vector<bool> reached(letters.size() + 1);
  reached[0] = true;
  for (std::size_t at = 0; at < letters.size(); ++at) {
    if (!reached[at]) continue;
    for (std::size_t size = 1; size <= kLongestSyllable && at + size <= letters.size(); ++size) {
      const std::string part(letters.substr(at, size));
      const bool unfinished = at + size == letters.size() && table().beginnings.contains(part);
      if (unfinished || table().whole.contains(part)) reached[at + size] = true;
    }
  }
  return reached[letters.size()];
}

// All ways to cut the typing, fewest parts first, without looking at more than a bounded number of them.
class Cutting {
 public:
  Cutting(std::string_view letters, std::size_t most)
      : m_letters(letters), m_most(most), m_isPlain(isRunOfSyllables(letters)) {}

  std::vector<std::string> run() {
    for (std::size_t parts = 2; parts <= kMostParts && m_found.size() < m_most && m_budget > 0; ++parts)
      step(0, parts, "", Kinds{});
    return m_found;
  }

 private:
  static constexpr std::size_t kMostParts = 8;
  struct Kinds {
    bool written = false;      // a part of two letters or more that is no mere initial
    bool abbreviated = false;  // an initial before the end
  };

  void step(std::size_t at, std::size_t parts, const std::string& initials, Kinds kinds) {
    if (m_found.size() >= m_most || m_budget == 0) return;
    --m_budget;
    const std::size_t left = m_letters.size() - at;
    if (left < parts || left > parts * kLongestSyllable) return;
    for (std::size_t size = std::min(kLongestSyllable, left); size > 0; --size) {
      if ((size == left) != (parts == 1)) continue;
      const std::string part(m_letters.substr(at, size));
      const bool whole = table().whole.contains(part);
      const bool unfinished = parts == 1 && table().beginnings.contains(part);
      const bool initial = isInitial(part);
      if (!whole && !unfinished && !initial) continue;
      Kinds now = kinds;
      now.written = now.written || (size > 1 && (whole || !initial));
      now.abbreviated = now.abbreviated || (parts > 1 && !whole) || (parts > 1 && size == 1) || (parts > 1 && initial);
      if (parts > 1)
        step(at + size, parts - 1, initials + part[0], now);
      else
        take(initials + part[0], now);
    }
  }

  void take(const std::string& initials, Kinds kinds) {
    const bool hasTwoLetterInitial =
        initials.size() < m_letters.size() && !kinds.written;  // zhsf: all initials, one of them zh
    if (m_isPlain && initials.size() < 3) return;  // two initials fit one name in a hundred: not for a reading this unlikely
    if (!kinds.abbreviated || (!kinds.written && !hasTwoLetterInitial)) return;
    if (std::find(m_found.begin(), m_found.end(), initials) == m_found.end()) m_found.push_back(initials);
  }

  std::string_view m_letters;
  std::size_t m_most;
  bool m_isPlain;
  std::size_t m_budget = 2000;
  std::vector<std::string> m_found;
};

using Reached = std::vector<bool>;  // by number of typed code points used up

// How much of the typing at `at` a reading can take; true when the typing ends in it.
bool takeReading(std::u32string_view typed, std::size_t at, std::string_view reading, Reached& next) {
  std::size_t common = 0;
  while (common < reading.size() && at + common < typed.size() && typed[at + common] == char32_t(reading[common])) ++common;
  if (common == 0) return false;
  if (at + common == typed.size()) return true;
  if (common == reading.size()) next[at + common] = true;
  next[at + 1] = true;
  if (common >= 2 && reading[1] == 'h') next[at + 2] = true;
  return false;
}

}  // namespace

bool isSyllable(std::string_view letters) {
  return table().whole.contains(std::string(letters));
}

std::vector<std::string> mixedInitials(std::string_view letters, std::size_t most) {
  constexpr std::size_t kLongestTyping = 32;
  if (letters.size() < 3 || letters.size() > kLongestTyping) return {};
  return Cutting(letters, most).run();
}

bool fitsFrom(std::u32string_view typed, const std::vector<NamePlace>& name, std::size_t start) {
  if (typed.empty()) return true;
  Reached reached(typed.size() + 1);
  reached[0] = true;
  for (std::size_t place = start; place < name.size(); ++place) {
    Reached next(typed.size() + 1);
    bool any = false;
    for (std::size_t at = 0; at < typed.size(); ++at) {
      if (!reached[at]) continue;
      any = true;
      if (typed[at] == name[place].character) next[at + 1] = true;
      for (const std::string_view reading : name[place].readings)
        if (takeReading(typed, at, reading, next)) return true;
    }
    if (!any) return false;
    if (next[typed.size()]) return true;
    reached = std::move(next);
  }
  return false;
}

}  // namespace ow::base
