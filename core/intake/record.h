// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/error.h"

namespace ow::intake {

// What one record of an outside file may weigh. Beyond it the row is a fault and reading goes on behind it: memory stays
// bounded.
inline constexpr std::size_t kMaxFieldBytes = std::size_t{1} << 20;
inline constexpr std::size_t kMaxRecordBytes = std::size_t{8} << 20;
inline constexpr std::size_t kMaxColumns = 4096;

// One row of an outside file, as read: UTF-8, in the order of the reader's columns, nothing interpreted.
struct Record {
  // Where the record begins: 1-based line of a text file, row of a sheet, or number of the element in an Open311 list.
  std::int64_t line = 0;
  std::vector<std::string> fields;
  // Offset behind the record in the unpacked text (after decoding to UTF-8); grows from record to record.
  std::int64_t byteEnd = 0;
};

// One row that could not be read. `rule` is a stable word:
//   too_few_fields, too_many_fields (facts: fields, expected), unclosed_quote, field_too_large (fact: limit), encoding,
//   nul_character, truncated (the file stops in the middle of a character of its last line); XLSX: bad_reference, bad_number,
//   bad_shared_string, duplicate_cell, formula_without_value; Open311: invalid_json (facts: text_line, text_column),
//   not_an_object, number_precision, duplicate_field.
// Facts hold counts and positions, never a value of the row.
struct RowFault {
  std::int64_t line = 0;
  std::string rule;
  std::vector<base::Fact> facts;
  std::int64_t byteEnd = 0;
};

}  // namespace ow::intake
