// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "base/result.h"
#include "desk/report_file.h"

namespace ow::desk {

// What the sheets of a report are called and what stands above their columns: data with both languages (resources/reports), as
// the names of the indicators are, because a file is read where no screen translates it. Only core/desk includes this header.
class ReportWords {
 public:
  // unsupportedFormat, invalidInput (field) when the data is not what it should be.
  static base::Result<ReportWords> parse(std::string_view text, ReportLanguage language);
  static base::Result<ReportWords> bundled(ReportLanguage language);

  ReportLanguage language() const { return m_language; }
  // The word for a key, "column.value"; the key itself where there is none, so that nothing is hidden.
  std::string operator()(std::string_view key) const;
  // "unit.percent" for a group and a stable word of it; the word itself where there is none.
  std::string of(std::string_view group, std::string_view word) const;

 private:
  ReportLanguage m_language = ReportLanguage::zh;
  std::map<std::string, std::string, std::less<>> m_words;
};

}  // namespace ow::desk
