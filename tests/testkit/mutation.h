// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdlib>
#include <string>
#include <string_view>

#include "base/random.h"

// What a broken or lying line makes of a text: the same seed, the same damage.
namespace ow::testkit {

// How many damaged texts a test tries: 400, or as many as the variable OW_FUZZ says (a night: 1000000).
inline int fuzzRuns() {
  const char* asked = std::getenv("OW_FUZZ");
  return asked == nullptr ? 400 : std::max(1, std::atoi(asked));
}

inline std::string damaged(std::string text, base::Random& dice) {
  constexpr std::string_view kTokens[] = {"null",
                                          "{}",
                                          "[]",
                                          "\"\"",
                                          "-1",
                                          "1e400",
                                          "9223372036854775808",
                                          "\\u0000",
                                          "\xff",
                                          "\xed\xa0\x80",
                                          "}",
                                          "\"",
                                          ",",
                                          "[[[[[[[[[[[[[[[[",
                                          "NaN",
                                          "\xe2\x80\xae",
                                          "00000000-0000-0000-0000-000000000000"};
  const std::size_t wounds = 1 + dice.below(6);
  for (std::size_t i = 0; i < wounds && !text.empty(); ++i) {
    const std::size_t at = dice.below(text.size());
    const std::size_t length = 1 + dice.below(std::min<std::size_t>(text.size() - at, 24));
    switch (dice.below(6)) {
      case 0:
        text[at] = char(dice.below(256));
        break;
      case 1:
        text.erase(at, length);
        break;
      case 2:
        text.insert(at, text.substr(dice.below(text.size()), length));
        break;
      case 3:
        text.insert(at, kTokens[dice.below(std::size(kTokens))]);
        break;
      case 4:
        text.replace(at, length, kTokens[dice.below(std::size(kTokens))]);
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

}  // namespace ow::testkit
