// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <deque>

#include "intake/open311_reader.h"
#include "intake/xml_parser.h"

namespace ow::intake {

namespace {

constexpr std::string_view kReplacement = "\xef\xbf\xbd";  // U+FFFD

std::string_view withoutXmlBlanks(std::string_view text) {
  constexpr std::string_view kXmlBlanks = " \t\r\n";
  const auto from = text.find_first_not_of(kXmlBlanks);
  return from == std::string_view::npos ? std::string_view() : text.substr(from, text.find_last_not_of(kXmlBlanks) - from + 1);
}

bool isListElement(std::string_view name) {
  return name == "service_requests" || name == "services" || name == "errors";
}

// <list><item><field>text</field><group><field>…</field></group></item>…</list>
class Open311Xml : public Open311Elements, private XmlEvents {
 public:
  explicit Open311Xml(std::unique_ptr<TextSource> text) : m_text(std::move(text)), m_parser(*this, XmlParser::Encoding::utf8) {}

  base::Result<std::optional<Open311Element>> next() override {
    while (m_ready.empty()) {
      if (m_broken) return *m_broken;
      if (m_ended) return std::nullopt;
      if (auto read = readMore(); !read) m_broken = std::move(read).error();
    }
    std::optional<Open311Element> element(std::move(m_ready.front()));
    m_ready.pop_front();
    return element;
  }

  const TextSource& text() const override { return *m_text; }

 private:
  base::Result<void> readMore() {
    OW_TRY(auto piece, m_text->next());
    m_ended = piece.empty();
    // XML has no place for an invalid byte: a stand-in keeps the document readable, and the request that holds it is named.
    for (auto at = piece.find(kInvalidMark); at != std::string::npos; at = piece.find(kInvalidMark, at)) {
      m_sawInvalid = true;
      piece.replace(at, 1, kReplacement);
    }
    OW_TRYV(m_parser.feed(piece, m_ended ? XmlParser::Piece::last : XmlParser::Piece::more));
    if (!m_otherRoot) return base::success();
    return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "open311"}, {"rule", "no_list"}});
  }

  void begin(std::string_view name, const XmlAttributes&) override {
    ++m_depth;
    m_leaf = true;
    m_value.clear();
    if (m_depth == 1) m_otherRoot = !isListElement(name);
    if (m_depth == 2) {
      m_element = Open311Element{};
      m_element.number = ++m_number;
      m_bytes = 0;
      m_path.clear();
    }
    if (m_depth > 2) m_path.emplace_back(name);
  }

  void end(std::string_view) override {
    if (m_depth > 2) {
      if (m_leaf) keep();
      m_path.pop_back();
    }
    if (m_depth == 2 && !m_otherRoot) {
      m_element.byteEnd = m_parser.offset();
      m_ready.push_back(std::move(m_element));
    }
    m_leaf = false;
    --m_depth;
  }

  void text(std::string_view piece) override {
    if (m_depth < 3 || !m_leaf) return;
    m_bytes += piece.size();
    if (m_value.size() + piece.size() > kMaxFieldBytes || m_bytes > kMaxRecordBytes)
      m_element.fault = "field_too_large";
    else
      m_value.append(piece);
  }

  void keep() {
    std::string name;
    for (const std::string& part : m_path) name.append(name.empty() ? "" : ".").append(part);
    m_bytes += name.size() + sizeof(std::pair<std::string, std::string>);
    if (m_bytes > kMaxRecordBytes) m_element.fault = "field_too_large";
    if (m_sawInvalid && m_value.find(kReplacement) != std::string::npos) m_element.fault = "encoding";
    if (!m_element.fault.empty()) return;
    const std::string_view value = withoutXmlBlanks(m_value);
    const bool inGroup = m_path.size() > 1;
    auto& fields = m_element.fields;
    const auto known =
        inGroup ? std::find_if(fields.begin(), fields.end(), [&](const auto& f) { return f.first == name; }) : fields.end();
    if (known != fields.end())
      known->second.append("\n").append(value);
    else
      fields.emplace_back(std::move(name), value);
  }

  std::unique_ptr<TextSource> m_text;
  XmlParser m_parser;
  std::deque<Open311Element> m_ready;
  std::optional<base::Error> m_broken;
  Open311Element m_element;
  std::vector<std::string> m_path;
  std::string m_value;
  std::size_t m_bytes = 0;
  std::int64_t m_number = 0;
  int m_depth = 0;
  bool m_leaf = false;
  bool m_otherRoot = false;
  bool m_sawInvalid = false;
  bool m_ended = false;
};

}  // namespace

std::unique_ptr<Open311Elements> open311Xml(std::unique_ptr<TextSource> text) {
  return std::make_unique<Open311Xml>(std::move(text));
}

}  // namespace ow::intake
