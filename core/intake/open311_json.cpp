// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>
#include <array>
#include <boost/json.hpp>
#include <charconv>
#include <cmath>

#include "intake/open311_reader.h"

namespace ow::intake {

namespace {

namespace json = boost::json;

constexpr std::size_t kJsonDepth = 32;
constexpr std::size_t kForgetJsonFrom = std::size_t{1} << 18;

bool isJsonBlank(int c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Numbers as short as they can be said; nothing when a whole number was too long to be kept exactly.
std::optional<std::string> scalarText(const json::value& value) {
  if (value.is_null()) return std::string();
  if (value.is_bool()) return std::string(value.get_bool() ? "true" : "false");
  if (value.is_string()) return std::string(value.get_string());
  if (value.is_int64()) return std::to_string(value.get_int64());
  if (value.is_uint64()) return std::to_string(value.get_uint64());
  constexpr double kExactUpTo = 9'007'199'254'740'992.0;  // 2^53
  const double number = value.get_double();
  if (std::fabs(number) >= kExactUpTo) return std::nullopt;
  std::array<char, 64> text{};
  const bool plain = number == 0 || std::fabs(number) >= 1e-7;
  const auto written = std::to_chars(text.data(), text.data() + text.size(), number,
                                     plain ? std::chars_format::fixed : std::chars_format::scientific);
  return std::string(text.data(), written.ptr);
}

// Depth is bounded by the parser.
void flatten(const std::string& prefix, const json::object& object, Open311Element& element) {
  for (const auto& [key, value] : object) {
    const std::string name = prefix + std::string(key);
    if (value.is_object()) {
      flatten(name + ".", value.get_object(), element);
    } else if (value.is_array()) {
      element.fields.emplace_back(name, value.get_array().empty() ? std::string() : json::serialize(value));
    } else if (auto text = scalarText(value)) {
      if (text->size() > kMaxFieldBytes) element.fault = "field_too_large";
      if (text->find('\0') != std::string::npos) element.fault = "nul_character";
      element.fields.emplace_back(name, std::move(*text));
    } else {
      element.fault = "number_precision";
    }
  }
}

// Some servers wrap each element: {"request": {...}}.
const json::object& unwrapped(const json::object& object) {
  if (object.size() != 1) return object;
  for (const char* const wrapper : {"request", "service_request", "service"}) {
    const auto* const inner = object.if_contains(wrapper);
    if (inner != nullptr && inner->is_object()) return inner->get_object();
  }
  return object;
}

bool isListName(std::string_view name) {
  return name == "service_requests" || name == "requests" || name == "services" || name == "errors";
}

// Cuts the list into its elements by brackets and quotes alone, so that an element that is no valid JSON costs itself only.
class Open311Json : public Open311Elements {
 public:
  explicit Open311Json(std::unique_ptr<TextSource> text) : m_text(std::move(text)) {}

  base::Result<std::optional<Open311Element>> next() override {
    if (m_place == Place::beginning) OW_TRYV(findList());
    if (m_broken) return *m_broken;
    if (m_place == Place::single) {
      m_place = Place::ended;
      return parse(0, m_buffer.size());
    }
    if (m_place == Place::ended) return std::nullopt;
    forgetRead();
    skip([](int c) { return isJsonBlank(c) || c == ','; });
    const int c = charAt(m_at);
    if (c == ']') {
      m_place = Place::ended;
      return std::nullopt;
    }
    const std::size_t from = m_at;
    const Cut cut = cutValue();
    if (m_broken) return *m_broken;
    if (cut == Cut::truncated) return jsonError("truncated");
    if (cut == Cut::tooLarge)
      return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxRecordBytes)}, {"unit", "bytes"}});
    return parse(from, m_at);
  }

  const TextSource& text() const override { return *m_text; }

 private:
  enum class Place { beginning, inList, single, ended };
  enum class Cut { whole, truncated, tooLarge };

  int charAt(std::size_t at) {
    while (at >= m_buffer.size()) {
      if (m_broken || m_ended) return -1;
      auto piece = m_text->next();
      if (!piece) {
        m_broken = std::move(piece).error();
        return -1;
      }
      m_ended = piece.value().empty();
      m_buffer.append(piece.value());
    }
    return static_cast<unsigned char>(m_buffer[at]);
  }

  template <class Test>
  void skip(Test test) {
    for (int c = charAt(m_at); c >= 0 && test(c); c = charAt(m_at)) ++m_at, forgetRead();
  }

  void forgetRead() {
    if (m_place != Place::inList || m_at < kForgetJsonFrom) return;
    m_line += std::count(m_buffer.begin(), m_buffer.begin() + static_cast<std::ptrdiff_t>(m_at), '\n');
    m_buffer.erase(0, m_at);
    m_forgotten += static_cast<std::int64_t>(m_at);
    m_at = 0;
  }

  std::int64_t lineOf(std::size_t at) const {
    const auto end = m_buffer.begin() + static_cast<std::ptrdiff_t>(std::min(at, m_buffer.size()));
    return m_line + std::count(m_buffer.begin(), end, '\n');
  }

  std::size_t columnOf(std::size_t at) const {
    const auto lineEnd = at == 0 ? std::string::npos : m_buffer.rfind('\n', at - 1);
    return lineEnd == std::string::npos ? at + 1 : at - lineEnd;
  }

  base::Error jsonError(std::string rule) const {
    return base::fail(base::ErrorKind::unsupportedFormat,
                      {{"format", "json"}, {"rule", std::move(rule)}, {"text_line", std::to_string(lineOf(m_at))}});
  }

  void cutString() {
    const std::size_t furthest = m_at + kMaxRecordBytes + 1;
    for (++m_at; m_at < furthest && charAt(m_at) >= 0 && m_buffer[m_at] != '"'; ++m_at)
      if (m_buffer[m_at] == '\\') ++m_at;
    ++m_at;
  }

  // Moves m_at behind the value that begins there.
  Cut cutValue() {
    const std::size_t from = m_at;
    std::size_t depth = 0;
    for (;;) {
      const int c = charAt(m_at);
      if (c < 0) return depth == 0 && m_at > from && m_place != Place::inList ? Cut::whole : Cut::truncated;
      if (m_at - from > kMaxRecordBytes) return Cut::tooLarge;
      if (depth == 0 && m_at > from && (c == ',' || c == ']' || c == '}')) return Cut::whole;
      if (c == '"') {
        cutString();
      } else {
        if (c == '{' || c == '[') ++depth;
        if ((c == '}' || c == ']') && depth > 0) --depth;
        const bool closed = (c == '}' || c == ']') && depth == 0;
        ++m_at;
        if (closed) return Cut::whole;
      }
    }
  }

  base::Result<void> findList() {
    skip(isJsonBlank);
    if (charAt(m_at) == '[') return enterList();
    if (charAt(m_at) != '{') return jsonError("no_list");
    ++m_at;
    for (;;) {
      skip([](int c) { return isJsonBlank(c) || c == ','; });
      if (charAt(m_at) != '"') break;
      const std::size_t keyFrom = m_at + 1;
      cutString();
      if (charAt(m_at - 1) < 0) return m_broken ? *m_broken : jsonError("truncated");
      const std::string key = m_buffer.substr(keyFrom, m_at - 1 - keyFrom);
      skip([](int c) { return isJsonBlank(c) || c == ':'; });
      if (isListName(key) && charAt(m_at) == '[') return enterList();
      const Cut cut = cutValue();
      if (m_broken) return *m_broken;
      if (cut == Cut::truncated) return jsonError("truncated");
      if (cut == Cut::tooLarge || m_at > kMaxRecordBytes)
        return base::fail(base::ErrorKind::tooLarge, {{"limit", std::to_string(kMaxRecordBytes)}, {"unit", "bytes"}});
      m_single = m_single || key == "service_request_id" || key == "service_code" || key == "code" || key == "request";
    }
    if (charAt(m_at) != '}') return m_broken ? *m_broken : jsonError("truncated");
    if (!m_single) return base::fail(base::ErrorKind::unsupportedFormat, {{"format", "open311"}, {"rule", "no_list"}});
    while (charAt(m_buffer.size()) >= 0 && m_buffer.size() <= kMaxRecordBytes) continue;
    m_place = Place::single;
    return base::success();
  }

  base::Result<void> enterList() {
    ++m_at;
    m_place = Place::inList;
    return base::success();
  }

  Open311Element parse(std::size_t from, std::size_t to) {
    Open311Element element;
    element.number = ++m_number;
    element.byteEnd = m_forgotten + static_cast<std::int64_t>(to);
    const std::string_view text = std::string_view(m_buffer).substr(from, to - from);
    if (text.find(kInvalidMark) != std::string_view::npos) {
      element.fault = "encoding";
      return element;
    }
    json::parse_options options;
    options.max_depth = kJsonDepth;
    json::stream_parser parser(json::storage_ptr(), options);
    json::error_code error;
    const std::size_t read = parser.write_some(text.data(), text.size(), error);
    if (!error) parser.finish(error);
    if (error) {
      element.fault = "invalid_json";
      element.facts = {{"text_line", std::to_string(lineOf(from + read))},
                       {"text_column", std::to_string(columnOf(from + read))}};
      return element;
    }
    const json::value value = parser.release();
    if (!value.is_object()) {
      element.fault = "not_an_object";
      return element;
    }
    flatten("", unwrapped(value.get_object()), element);
    return element;
  }

  std::unique_ptr<TextSource> m_text;
  Place m_place = Place::beginning;
  std::string m_buffer;
  std::size_t m_at = 0;
  std::int64_t m_forgotten = 0;
  std::int64_t m_line = 1;  // of the first byte in the buffer
  std::int64_t m_number = 0;
  std::optional<base::Error> m_broken;
  bool m_ended = false;
  bool m_single = false;
};

}  // namespace

std::unique_ptr<Open311Elements> open311Json(std::unique_ptr<TextSource> text) {
  return std::make_unique<Open311Json>(std::move(text));
}

}  // namespace ow::intake
