// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>

namespace ow::base {

// What keys and queries must agree on. Changing one means a new searchKeyVersion().
inline constexpr std::size_t kLongestNameKey = 32;  // code points
inline constexpr std::size_t kLongestPartKey = 16;  // code points
inline constexpr std::size_t kMostPartKeys = 40;
inline constexpr std::size_t kMostSyllables = 12;
inline constexpr std::size_t kMostReadings = 8;
inline constexpr std::size_t kLongestTail =
    8;  // code points of an identifier or case number that can be asked for from the end
inline constexpr std::size_t kLongestCodeKey = 64;  // code points
inline constexpr std::size_t kLongestInput = 2000;  // bytes: twice what the validator lets into a name, and a bound on work

}  // namespace ow::base
