// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string_view>

namespace ow::base {

// The stable words of an enumeration, in the order of its values. Specialise `kCodes` beside the enumeration:
//   template <> inline constexpr auto base::kCodes<Sex> = std::array<std::string_view, 3>{"unknown", "male", "female"};
// The words are written to stores, operations and JSON: a word that has shipped never changes its meaning.
template <class Enum>
inline constexpr auto kCodes = std::array<std::string_view, 0>{};

template <class Enum>
concept CodedEnum = (kCodes<Enum>.size() > 0);

template <CodedEnum Enum>
constexpr std::string_view code(Enum value) {
  return kCodes<Enum>.at(static_cast<std::size_t>(value));
}

template <CodedEnum Enum>
constexpr std::optional<Enum> fromCode(std::string_view word) {
  for (std::size_t i = 0; i < kCodes<Enum>.size(); ++i)
    if (kCodes<Enum>[i] == word) return static_cast<Enum>(i);
  return std::nullopt;
}

}  // namespace ow::base
