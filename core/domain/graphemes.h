// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ow::domain {

// The characters of a text as a reader counts them (Unicode UAX #29, extended grapheme clusters), each as UTF-8. Hidden
// characters that belong to no character are left out, broken UTF-8 becomes U+FFFD, and a cluster of absurd length keeps only
// its base.
std::vector<std::string> graphemes(std::string_view utf8);

enum class Script { han, separator, blank, other };

// What a character is for the purpose of masking: `han` are all scripts that write without blanks in East Asia.
Script scriptOf(std::string_view grapheme);

}  // namespace ow::domain
