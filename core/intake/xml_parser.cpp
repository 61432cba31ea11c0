// SPDX-License-Identifier: GPL-3.0-or-later
#include "intake/xml_parser.h"

#include <expat.h>

#include <string>

namespace ow::intake {

namespace {

constexpr int kMaxDepth = 32;
constexpr std::int64_t kMaxTagBytes = std::int64_t{4} << 20;
constexpr std::size_t kFedAtOnce = std::size_t{1} << 16;

std::string_view localName(const char* name) {
  const std::string_view all(name);
  const auto colon = all.rfind(':');
  return colon == std::string_view::npos ? all : all.substr(colon + 1);
}

}  // namespace

std::string_view XmlAttributes::operator[](std::string_view name) const {
  for (const char** pair = m_pairs; *pair != nullptr; pair += 2)
    if (localName(pair[0]) == name) return pair[1];
  return {};
}

struct XmlParser::Expat {
  Expat(XmlEvents& receiver, Encoding encoding)
      : events(receiver), parser(XML_ParserCreate(encoding == Encoding::utf8 ? "UTF-8" : nullptr)) {
    XML_SetUserData(parser, this);
    XML_SetElementHandler(parser, &Expat::onBegin, &Expat::onEnd);
    XML_SetCharacterDataHandler(parser, &Expat::onText);
    XML_SetStartDoctypeDeclHandler(parser, &Expat::onDocumentType);
  }
  ~Expat() { XML_ParserFree(parser); }
  Expat(const Expat&) = delete;
  Expat& operator=(const Expat&) = delete;

  // Expat is C and must not see an exception: the only ones here are of memory, and they end the parsing.
  template <class Call>
  void guarded(Call call) {
    if (stopped()) return;
    lastEventAt = XML_GetCurrentByteIndex(parser);
    try {
      call();
    } catch (...) {
      stop("memory");
    }
  }
  void stop(const char* why) {
    rule = why;
    XML_StopParser(parser, XML_FALSE);
  }
  bool stopped() const { return rule != nullptr; }

  static void XMLCALL onBegin(void* self, const XML_Char* name, const XML_Char** attributes) {
    auto& expat = *static_cast<Expat*>(self);
    if (++expat.depth > kMaxDepth) return expat.stop("too_deep");
    expat.guarded([&] { expat.events.begin(localName(name), XmlAttributes(attributes)); });
  }
  static void XMLCALL onEnd(void* self, const XML_Char* name) {
    auto& expat = *static_cast<Expat*>(self);
    --expat.depth;
    expat.guarded([&] { expat.events.end(localName(name)); });
  }
  static void XMLCALL onText(void* self, const XML_Char* text, int length) {
    auto& expat = *static_cast<Expat*>(self);
    expat.guarded([&] { expat.events.text(std::string_view(text, static_cast<std::size_t>(length))); });
  }
  static void XMLCALL onDocumentType(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
    static_cast<Expat*>(self)->stop("document_type");
  }

  XmlEvents& events;
  XML_Parser parser;
  const char* rule = nullptr;
  int depth = 0;
  std::int64_t fed = 0;
  std::int64_t lastEventAt = 0;
};

XmlParser::XmlParser(XmlEvents& events, Encoding encoding) : m_expat(std::make_unique<Expat>(events, encoding)) {}
XmlParser::~XmlParser() = default;

base::Result<void> XmlParser::feed(std::string_view bytes, Piece piece) {
  auto& expat = *m_expat;
  do {
    const std::string_view part = bytes.substr(0, kFedAtOnce);
    bytes.remove_prefix(part.size());
    const bool last = bytes.empty() && piece == Piece::last;
    expat.fed += static_cast<std::int64_t>(part.size());
    const auto status = XML_Parse(expat.parser, part.data(), static_cast<int>(part.size()), last ? XML_TRUE : XML_FALSE);
    // Expat holds back what is not complete: a tag or comment without end would grow for ever.
    if (!expat.stopped() && status == XML_STATUS_OK && expat.fed - expat.lastEventAt > kMaxTagBytes) expat.rule = "long_tag";
    if (status == XML_STATUS_OK && !expat.stopped()) continue;
    if (expat.rule != nullptr && std::string_view(expat.rule) == "memory")
      return base::fail(base::ErrorKind::tooLarge, {{"limit", "memory"}, {"unit", "bytes"}});
    return base::fail(base::ErrorKind::unsupportedFormat,
                      {{"format", "xml"},
                       {"rule", expat.stopped() ? expat.rule : "not_well_formed"},
                       {"text_line", std::to_string(XML_GetCurrentLineNumber(expat.parser))},
                       {"text_column", std::to_string(XML_GetCurrentColumnNumber(expat.parser) + 1)}});
  } while (!bytes.empty());
  return base::success();
}

std::int64_t XmlParser::offset() const {
  return XML_GetCurrentByteIndex(m_expat->parser);
}

}  // namespace ow::intake
