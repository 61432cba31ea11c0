// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "base/result.h"

namespace ow::intake {

// The attributes of an element, as long as its start event lasts.
class XmlAttributes {
 public:
  explicit XmlAttributes(const char** namesAndValues) : m_pairs(namesAndValues) {}
  // By local name (the part behind a colon); empty when it is not there.
  std::string_view operator[](std::string_view name) const;

 private:
  const char** m_pairs;
};

// What a parser tells while it reads. Names are local names: the formats that we read never mix vocabularies in which the same
// name means two things. Texts come in pieces of any length.
class XmlEvents {
 public:
  virtual ~XmlEvents() = default;
  virtual void begin(std::string_view element, const XmlAttributes& attributes) = 0;
  virtual void end(std::string_view element) = 0;
  virtual void text(std::string_view piece) = 0;
};

// XML 1.0 from outside, piece by piece. Document types and with them all entities are refused, so nothing is ever fetched and
// nothing multiplies; depth and the length of a tag are bounded.
// Errors: unsupportedFormat (format=xml; rule = not_well_formed, document_type, too_deep, long_tag; text_line, text_column).
class XmlParser {
 public:
  enum class Encoding { utf8, declared };
  enum class Piece { more, last };

  // The events object must outlive the parser.
  XmlParser(XmlEvents& events, Encoding encoding);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  base::Result<void> feed(std::string_view bytes, Piece piece);

  // During an event: where it stands in the bytes that were fed.
  std::int64_t offset() const;

 private:
  struct Expat;
  std::unique_ptr<Expat> m_expat;
};

}  // namespace ow::intake
