// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "intake/xlsx_values.h"
#include "intake/xml_parser.h"
#include "intake/zip_archive.h"

namespace ow::intake {

// The shared strings of a workbook in one piece of memory, 256 MiB at most.
class SharedStrings {
 public:
  std::size_t size() const { return m_ends.size(); }
  std::optional<std::string_view> at(std::size_t index) const;
  // False when the limit is reached.
  bool add(std::string_view text);

 private:
  std::string m_text;
  std::vector<std::uint32_t> m_ends;
};

// What a workbook says about its sheets, before a sheet is read (ECMA-376 part 1; transitional and strict). Macros, links to
// other files and everything else in the archive are never looked at.
struct XlsxWorkbook {
  std::string sheetPath;
  SerialEpoch epoch = SerialEpoch::year1900;
  SharedStrings strings;
  std::vector<NumberMeaning> meaningOfStyle;  // by cell style

  // The sheet of that name, or the first visible one when empty. Errors as ZipArchive and XmlParser; unsupportedFormat
  // (format=zip, rule=no_workbook; format=xlsx, rule=no_sheet), notFound (entity=sheet), tooLarge (unit=bytes).
  static base::Result<XlsxWorkbook> read(const ZipArchive& archive, std::string_view sheet);
};

}  // namespace ow::intake
