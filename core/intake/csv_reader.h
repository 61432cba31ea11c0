// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "intake/csv_dialect.h"
#include "intake/record_reader.h"
#include "intake/text_source.h"

namespace ow::intake {

// Delimited text: RFC 4180 and what exists beside it. A quote that is never closed costs its own line and no other: the lines
// behind it are read again, each for itself.
class CsvReader : public RecordReader {
 public:
  static base::Result<std::unique_ptr<RecordReader>> open(std::unique_ptr<TextSource> text, const ReadOptions& options);

  const std::vector<std::string>& columns() const override { return m_columns; }
  base::Result<std::optional<std::variant<Record, RowFault>>> next() override;
  double fraction() const override;
  const EncodingGuess* encoding() const override { return &m_text->encoding(); }
  const CsvDialect& dialect() const { return m_dialect; }

 private:
  struct Draft;

  explicit CsvReader(std::unique_ptr<TextSource> text);
  base::Result<void> readHeader();

  bool more();
  int charAt(std::size_t at);
  bool isLineEnd(std::size_t at);
  std::size_t behindLineEnd(std::size_t at);
  void forgetRead();

  Draft scanRecord();
  std::size_t scanField(Draft& draft, std::size_t at);
  std::size_t scanPlain(Draft& draft, std::size_t at);
  std::size_t scanQuoted(Draft& draft, std::size_t at);
  std::size_t closingQuoteEnd(std::size_t at);
  void keep(Draft& draft, std::string field);
  bool heavy(Draft& draft, std::size_t fieldFrom, std::size_t at) const;
  bool isCutOff(const Draft& draft);
  void judge(Draft& draft);
  void moveBehind(const Draft& draft);
  void giveUpFirstLine(const Draft& draft);
  void skipLine(std::size_t from);
  std::int64_t linesIn(std::size_t from, std::size_t to) const;
  std::variant<Record, RowFault> finish(Draft draft);
  std::int64_t offsetOf(std::size_t at) const { return m_forgotten + static_cast<std::int64_t>(at); }

  std::unique_ptr<TextSource> m_text;
  CsvDialect m_dialect;
  std::vector<std::string> m_columns;
  std::array<bool, 256> m_stops{};         // bytes that may end a plain field
  std::string m_buffer;                    // text from somewhere before m_at on
  std::size_t m_at = 0;                    // where the next record begins
  std::int64_t m_forgotten = 0;            // text before the buffer
  std::int64_t m_line = 1;                 // line of m_at
  std::int64_t m_oneLineRecordsUntil = 0;  // up to this offset a quoted value may not span lines
  std::optional<base::Error> m_broken;     // the source failed
  bool m_ended = false;
};

}  // namespace ow::intake
