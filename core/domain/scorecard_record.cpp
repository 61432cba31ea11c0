// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/scorecard_record.h"

#include <algorithm>

namespace ow::domain {

bool isMonthText(std::string_view text) {
  constexpr std::string_view kPattern = "0000-00";
  if (text.size() != kPattern.size()) return false;
  const bool hasShape = std::equal(text.begin(), text.end(), kPattern.begin(), [](char given, char wanted) {
    return wanted == '-' ? given == '-' : given >= '0' && given <= '9';
  });
  const std::string_view month = text.substr(5);
  return hasShape && month >= "01" && month <= "12";
}

}  // namespace ow::domain
