// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "store/facts.h"

// The closed vocabulary in which indicators say what they count. A word means one thing, here, for the tallies and for the list
// of cases behind a number alike. Pure; any thread.
namespace ow::insight {

// Raised whenever a word of it changes its meaning or place: tallies that were kept under another are counted anew.
inline constexpr std::int64_t kVocabulary = 6;

using Conditions = std::uint64_t;  // one bit each

// Within it a wait is short enough (service level, 达标等候).
inline constexpr std::chrono::minutes kShortWait{15};

// Every condition that this fact meets.
Conditions conditionsOf(store::FactSource source, const store::Fact& fact);
// The words of a source, in the order of their bits.
std::span<const std::string_view> wordsOf(store::FactSource source);
// Nothing for a word that the source does not have.
std::optional<Conditions> conditionNamed(store::FactSource source, std::string_view word);

}  // namespace ow::insight
