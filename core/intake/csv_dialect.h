// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace ow::intake {

// In which of the many habits a delimited text is written (RFC 4180 is only one of them).
struct CsvDialect {
  // Where LF is in use a CR alone is part of a value; in files of old Macs it ends the line.
  enum class LineEnds { lineFeed, carriageReturn };
  enum class LeadingBlanks { keep, trim };

  char delimiter = ',';
  LineEnds lineEnds = LineEnds::lineFeed;
  LeadingBlanks leadingBlanks = LeadingBlanks::keep;
  std::size_t prologueBytes = 0;  // a first line "sep=;"
};

// From the beginning of a text (some ten kilobytes suffice). A given delimiter, or else a "sep=" line, is believed.
CsvDialect detectDialect(std::string_view text, std::optional<char> delimiter);

}  // namespace ow::intake
