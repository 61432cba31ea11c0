// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ow::base {

// The keys of the sorted key table (`term`: key, what it belongs to), and the ranges of it that answer what somebody types.
// Everything here takes any bytes, never fails, and may run on any thread (Pinyin's first use is slow: see pinyin.h).
//
// A key is a letter for its kind and folded text (text_fold.h):
//   n  the whole name without separators                       张三丰 -> n张三丰, Muñoz Gil -> nmunozgil
//   m  each later part of a name: from every Han character, from every word of other scripts     m三丰, m丰; mgil
//   p  the name in Pinyin, one key for each way to read it     pzhangsanfeng
//   q  Pinyin from the given name, and from each later word    qsanfeng
//   i  initials, a blank, the syllables: short typing is answered by the front, mixed typing (zsanf) checked on the rest
//   without
//      touching the row                                        izsf zhang san feng
//   d  an identifier, whole    e  its last eight characters, from the last
//   t  a phone's digits with country code, from the last       u  the national digits without trunk zero
//   c  a case number without separators, upper case            s  its last eight, from the last (what people say at the
//   counter)
// A name of three Han characters has six keys (n, 2 m, p, q, i), two or three more when a character has a second reading. Names
// longer than 32 code points and readings of more than 12 syllables are cut: the search stays right for what is typed within
// that length.

// Folded identity of all keys: when it differs from the one a key table was made under, make the table again.
std::string searchKeyVersion();

std::vector<std::string> nameKeys(std::string_view name);
// Passports, cards, unified social credit codes, in their normal form.
std::vector<std::string> identifierKeys(std::string_view normal);
// Either may be empty.
std::vector<std::string> phoneKeys(std::string_view e164, std::string_view national);
std::vector<std::string> caseNumberKeys(std::string_view number);

enum class MatchKind { exact, prefix, infix };  // in the order they are shown
enum class KeyCheck {
  none,  // every key of the range is a hit
  key,   // a hit if keyHolds()
  name   // a hit if nameHolds() for the name of what the key belongs to
};

// Keys k with from <= k < to, compared as bytes.
struct KeyRange {
  std::string from;
  std::string to;
  MatchKind kind = MatchKind::prefix;
  std::string_view field;  // name, pinyin, initials, identifier, phone, case_number
  KeyCheck check = KeyCheck::none;
  std::string pattern;  // what keyHolds and nameHolds compare with
  bool operator==(const KeyRange&) const = default;
};

bool keyHolds(const KeyRange& range, std::string_view key);
bool nameHolds(const KeyRange& range, std::string_view name);
// How well a key of the range fits: exact when nothing is left over.
MatchKind matchKind(const KeyRange& range, std::string_view key);

// One thing that must be found, in any of these ranges (best first).
struct QueryWord {
  std::string text;  // folded, without separators
  std::vector<KeyRange> ranges;
};

// What was typed. First try `whole` (everything run together: "zhang san", "138 0013 8000"); what it does not find, the
// conjunction of `words` may (王 8812; Gil Muñoz). Both are empty when nothing searchable was typed; words are empty when there
// is just one.
struct ParsedQuery {
  QueryWord whole;
  std::vector<QueryWord> words;
  bool empty() const { return whole.ranges.empty(); }
};

inline constexpr std::size_t kMaxQueryCodePoints = 128;  // the rest of a pasted table is not searched for
inline constexpr std::size_t kMaxQueryWords = 8;

// Any text: FTS and SQL syntax are characters like others, rubbish gives an empty or a harmless query.
ParsedQuery parseQuery(std::string_view typed);

// Whether a typed word fits a name from its start, its given name or a later word, each Han character given as itself, in full
// Pinyin or as an initial, the last one perhaps unfinished: 张san, zhangsf, zsanfeng, z三, 三feng. Han never matches a
// homophone.
bool matchesMixed(std::string_view typed, std::string_view name);

// For FTS5's unicode61: folded text with blanks around each Han, kana and Yi character, and in place of every separator.
std::string spacedForFullText(std::string_view text);
// A MATCH expression of quoted phrases, all of which must occur, the last token of each perhaps unfinished. It cannot raise an
// FTS5 error; empty (ask nothing) when there is nothing to look for.
std::string fullTextPhrase(std::string_view typed);

}  // namespace ow::base
