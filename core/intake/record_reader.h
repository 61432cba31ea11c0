// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/result.h"
#include "intake/encoding.h"
#include "intake/record.h"

namespace ow::intake {

// An outside file as a sequence of rows, one at a time and in constant memory. One thread at a time.
class RecordReader {
 public:
  virtual ~RecordReader();

  // Names of the columns, fixed from the beginning. A name that comes twice is told apart ("name (2)"), a missing one is made
  // ("column 3").
  virtual const std::vector<std::string>& columns() const = 0;

  // The next row, or the fault of one row (reading goes on behind it), or nothing at the end. Rows are in the order of the file
  // and none is left out silently; wholly blank lines are no rows. An Error ends the reading: ioFailure (fact changed=yes when
  // somebody wrote to the file meanwhile), unsupportedFormat (facts format, rule, text_line), tooLarge (facts limit, unit).
  virtual base::Result<std::optional<std::variant<Record, RowFault>>> next() = 0;

  // 0..1, for progress.
  virtual double fraction() const = 0;

  // Null where the format itself fixes the encoding (XLSX).
  virtual const EncodingGuess* encoding() const = 0;
};

// How blanks behind a delimiter are meant: `detect` takes them for decoration when nearly every field begins with one.
enum class Blanks { detect, keep, trim };

struct ReadOptions {
  std::optional<std::string> encoding;  // else guessed; text formats only
  std::optional<char> delimiter;        // else guessed: , ; TAB |
  std::string sheet;                    // XLSX: empty = the first visible sheet
  Blanks blanks = Blanks::detect;
  // Open311: lists of services and tokens are answers of the same servers; who wants requests does not take them for such.
  enum class Open311 { anyList, requests } open311 = Open311::anyList;
};

// Opens a table by its content, whatever its name says: CSV and its relatives (also gzip), XLSX, Open311 JSON or XML (also
// gzip). Errors: notFound (entity=file or sheet), notAllowed, ioFailure, tooLarge, invalidInput (field=encoding),
// unsupportedFormat with the fact format = directory, fifo, device, socket, empty, binary, pdf, html, ole (old or encrypted
// Office file), encrypted, zip (no workbook inside), gzip, xlsx, csv, json, xml, open311_errors (fact code), open311
// (rule=no_list, or rule=not_requests with the fact holds=services or tokens).
base::Result<std::unique_ptr<RecordReader>> openRecords(const std::filesystem::path& path, const ReadOptions& options);

// Which of the columns has that name; -1: none.
int columnNamed(const std::vector<std::string>& names, std::string_view name);

// The rule of RecordReader::columns() for names as they stand in a file.
std::vector<std::string> uniqueColumnNames(std::vector<std::string> names);

}  // namespace ow::intake
