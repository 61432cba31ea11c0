// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "intake/record_reader.h"

namespace ow::intake {

// One sheet of an XLSX workbook: the first row with a value holds the names of the columns. Cells are text as a person would
// copy it: dates in ISO 8601 without a zone, numbers with all their digits, true and false, formulas as last calculated; a cell
// that is missing is empty. Memory: the shared strings and some hundred kilobytes of the sheet, whatever the cell references
// say.
class XlsxReader : public RecordReader {
 public:
  static base::Result<std::unique_ptr<RecordReader>> open(const std::filesystem::path& path, const ReadOptions& options);
  ~XlsxReader() override;

  const std::vector<std::string>& columns() const override { return m_columns; }
  base::Result<std::optional<std::variant<Record, RowFault>>> next() override;
  double fraction() const override;
  const EncodingGuess* encoding() const override { return nullptr; }

 private:
  struct Sheet;
  struct Row;
  struct Values;

  explicit XlsxReader(std::unique_ptr<Sheet> sheet);
  base::Result<std::optional<Row>> nextRow();
  Values valuesOf(const Row& row) const;

  std::unique_ptr<Sheet> m_sheet;
  std::vector<std::string> m_columns;
  std::int64_t m_byteEnd = 0;
};

}  // namespace ow::intake
