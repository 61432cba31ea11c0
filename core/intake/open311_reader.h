// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "intake/record_reader.h"
#include "intake/text_source.h"

namespace ow::intake {

// One element of an Open311 list as it stands: field names and texts in the order of the file. What is nested is named with
// dots (extended_attributes.height); lists inside an element are JSON text (JSON) or lines (XML); null is empty.
struct Open311Element {
  std::int64_t number = 0;  // 1 = the first of the list
  std::vector<std::pair<std::string, std::string>> fields;
  std::string fault;
  std::vector<base::Fact> facts;
  std::int64_t byteEnd = 0;
};

// Elements of one document, front to back, in constant memory.
class Open311Elements {
 public:
  virtual ~Open311Elements();
  virtual base::Result<std::optional<Open311Element>> next() = 0;
  virtual const TextSource& text() const = 0;
};

std::unique_ptr<Open311Elements> open311Json(std::unique_ptr<TextSource> text);
std::unique_ptr<Open311Elements> open311Xml(std::unique_ptr<TextSource> text);

// Service requests in the JSON or XML of Open311 GeoReport v2 (also a list of services), from a bare list, a single request or
// a list inside of an object. The columns are the standard's own fields, then the others, as far as they occur anywhere in the
// file, which is therefore read twice. An answer that is an error document: unsupportedFormat (format=open311_errors, code).
// Where requests are wanted, a list of services or of tokens is not one: unsupportedFormat (format=open311, rule=not_requests,
// holds=services or tokens).
class Open311Reader : public RecordReader {
 public:
  using Opener = std::function<base::Result<std::unique_ptr<Open311Elements>>()>;

  // `opener` opens the same document anew each time.
  static base::Result<std::unique_ptr<RecordReader>> open(ReadOptions::Open311 wanted, const Opener& opener);

  const std::vector<std::string>& columns() const override { return m_columns; }
  base::Result<std::optional<std::variant<Record, RowFault>>> next() override;
  double fraction() const override { return m_elements->text().bytes().fraction(); }
  const EncodingGuess* encoding() const override { return &m_elements->text().encoding(); }

 private:
  Open311Reader(std::unique_ptr<Open311Elements> elements, std::vector<std::string> columns);

  std::unique_ptr<Open311Elements> m_elements;
  std::vector<std::string> m_columns;
  std::vector<std::pair<std::string, std::size_t>> m_placeOf;  // sorted by name
};

}  // namespace ow::intake
