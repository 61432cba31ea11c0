// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace ow::centre {

// PostgreSQL's text form of an array of numbers, ids or words: none of them needs quotes.
template <class Range, class TextOf>
std::string arrayText(const Range& range, TextOf textOf) {
  std::string text = "{";
  for (const auto& element : range) {
    if (text.size() > 1) text += ',';
    text += textOf(element);
  }
  return text + "}";
}

}  // namespace ow::centre
