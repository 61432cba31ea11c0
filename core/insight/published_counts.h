// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "insight/figure.h"

// The counts of a hall's month as they travel: not figures but what they are made of, so that a district divides by one
// definition, its own, for all of its halls. They name their conditions, for those who count and those who read may have
// programs of different age. Pure; any thread.
namespace ow::insight {

// JSON, the same text for the same counts. {"format":"onewindow-counts/1","sources":{"rating":{"words":[...],"cells":
// [[bits, value, n], ...]}, ...},"series":{"deposits":[amount, of, n, has_whole]}}
std::string countsText(const Aggregate& counts);

struct PublishedCounts {
  Aggregate counts;
  // By source: the conditions that were looked at; nothing: it was not counted at all. What was not cannot be told of that
  // hall.
  std::array<std::optional<Conditions>, base::kCodes<store::FactSource>.size()> known{};

  // Whether every condition that the indicator asks for was looked at.
  bool knows(const Indicator& indicator) const;
};
// unsupportedFormat; invalidInput (field=counts). Words and sources that are not known here are left out.
base::Result<PublishedCounts> readCounts(std::string_view text);

}  // namespace ow::insight
