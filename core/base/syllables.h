// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace ow::base {

// Typed Pinyin cut into syllables, and held against the syllables of a name. Any thread, no state.

// Whether `letters` is a syllable of Standard Chinese (ü as v or u).
bool isSyllable(std::string_view letters);

// The initials that Latin typing may stand for when some syllables are written out and some are initials only (zsanfeng -> zsf,
// zhsf -> zsf), fewest syllables first. Typing that is a run of whole syllables, or of initials alone, is answered by other
// keys and gives nothing new here. At most `most`.
std::vector<std::string> mixedInitials(std::string_view letters, std::size_t most);

// One place of a name: a character as itself, and how it may be read.
struct NamePlace {
  char32_t character = 0;
  std::vector<std::string_view> readings;
};

// Whether `typed` fits the name from place `start`: every place takes its character, a reading, or the initial of one (also zh,
// ch, sh); typing may end inside a reading or before the name ends.
bool fitsFrom(std::u32string_view typed, const std::vector<NamePlace>& name, std::size_t start);

}  // namespace ow::base
