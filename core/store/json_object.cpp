// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/json_object.h"

#include <charconv>

namespace ow::store {

namespace {

bool isSpace(char c) {
  return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

// Walks one text; every step answers whether it was there.
class Walk {
 public:
  explicit Walk(std::string_view text) : m_text(text) {}

  bool take(char c) {
    skipSpace();
    if (m_at >= m_text.size() || m_text[m_at] != c) return false;
    ++m_at;
    return true;
  }
  bool isAtEnd() {
    skipSpace();
    return m_at == m_text.size();
  }

  // With its quotes; empty when there is none.
  std::string_view quoted() {
    skipSpace();
    const std::size_t from = m_at;
    if (m_at >= m_text.size() || m_text[m_at] != '"') return {};
    for (++m_at; m_at < m_text.size(); ++m_at) {
      const char c = m_text[m_at];
      if (static_cast<unsigned char>(c) < 0x20) return {};
      if (c == '\\') {
        ++m_at;
      } else if (c == '"') {
        ++m_at;
        return m_text.substr(from, m_at - from);
      }
    }
    return {};
  }

  // Empty when there is none.
  std::string_view value() {
    skipSpace();
    const std::size_t from = m_at;
    if (m_at >= m_text.size()) return {};
    if (m_text[m_at] == '"') return quoted();
    if (m_text[m_at] == '{' || m_text[m_at] == '[') return skipNested() ? m_text.substr(from, m_at - from) : std::string_view{};
    while (m_at < m_text.size() && m_text[m_at] != ',' && m_text[m_at] != '}' && m_text[m_at] != ']' && !isSpace(m_text[m_at]))
      ++m_at;
    return m_text.substr(from, m_at - from);
  }

 private:
  void skipSpace() {
    while (m_at < m_text.size() && isSpace(m_text[m_at])) ++m_at;
  }
  bool skipNested() {
    for (std::size_t depth = 0; m_at < m_text.size();) {
      const char c = m_text[m_at];
      if (c == '"') {
        if (quoted().empty()) return false;
        continue;
      }
      ++m_at;
      if (c == '{' || c == '[') ++depth;
      if ((c == '}' || c == ']') && --depth == 0) return true;
    }
    return false;
  }

  std::string_view m_text;
  std::size_t m_at = 0;
};

JsonObject::Type typeOf(std::string_view raw) {
  if (raw == "null") return JsonObject::Type::null;
  if (raw.front() == '"') return JsonObject::Type::text;
  return raw.front() == '-' || (raw.front() >= '0' && raw.front() <= '9') ? JsonObject::Type::number : JsonObject::Type::other;
}

template <class Number>
std::optional<Number> numberOf(std::string_view raw) {
  Number number{};
  const auto [end, failure] = std::from_chars(raw.data(), raw.data() + raw.size(), number);
  if (failure != std::errc{} || end != raw.data() + raw.size()) return std::nullopt;
  return number;
}

// The four digits behind \u, or 0: NUL is refused like rubbish.
std::uint32_t codeUnit(std::string_view digits) {
  std::uint32_t unit = 0;
  if (digits.size() < 4) return 0;
  const auto [end, failure] = std::from_chars(digits.data(), digits.data() + 4, unit, 16);
  return failure == std::errc{} && end == digits.data() + 4 ? unit : 0;
}

void appendUtf8(std::string& out, std::uint32_t point) {
  const auto tail = [&](unsigned shift) { out += char(0x80U | (point >> shift & 0x3fU)); };
  if (point < 0x80) {
    out += char(point);
  } else if (point < 0x800) {
    out += char(0xc0U | point >> 6U);
    tail(0);
  } else if (point < 0x10000) {
    out += char(0xe0U | point >> 12U);
    tail(6);
    tail(0);
  } else {
    out += char(0xf0U | point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

// Appends what stands behind a backslash; how much of `rest` that took, 0 when it is no escape.
std::size_t appendEscape(std::string& out, std::string_view rest) {
  constexpr std::string_view kShort = "\"\\/bfnrt", kMeans = "\"\\/\b\f\n\r\t";
  if (const auto found = kShort.find(rest.front()); found != std::string_view::npos) {
    out += kMeans[found];
    return 1;
  }
  const std::uint32_t unit = rest.front() == 'u' ? codeUnit(rest.substr(1)) : 0;
  if (unit == 0 || (unit >= 0xdc00 && unit < 0xe000)) return 0;
  if (unit < 0xd800 || unit >= 0xe000) {
    appendUtf8(out, unit);
    return 5;
  }
  const std::uint32_t low = rest.size() >= 11 && rest.substr(5, 2) == "\\u" ? codeUnit(rest.substr(7)) : 0;
  if (low < 0xdc00 || low >= 0xe000) return 0;
  appendUtf8(out, 0x10000 + ((unit - 0xd800) << 10U) + (low - 0xdc00));
  return 11;
}

}  // namespace

bool JsonObject::read(std::string_view text) {
  m_members.clear();
  m_unescaped.clear();
  m_unescaped.reserve(text.size());  // never more than the text, so that views of it stay
  Walk walk(text);
  if (!walk.take('{')) return false;
  if (walk.take('}')) return walk.isAtEnd();
  do {
    const std::string_view key = walk.quoted();
    if (key.size() < 2 || !walk.take(':')) return false;
    const std::string_view value = walk.value();
    if (value.empty()) return false;
    m_members.push_back({key.substr(1, key.size() - 2), typeOf(value), value});
  } while (walk.take(','));
  return walk.take('}') && walk.isAtEnd();
}

bool JsonObject::readArray(std::string_view text) {
  m_members.clear();
  m_unescaped.clear();
  m_unescaped.reserve(text.size());
  Walk walk(text);
  if (!walk.take('[')) return false;
  if (walk.take(']')) return walk.isAtEnd();
  do {
    const std::string_view value = walk.value();
    if (value.empty()) return false;
    m_members.push_back({{}, typeOf(value), value});
  } while (walk.take(','));
  return walk.take(']') && walk.isAtEnd();
}

const JsonObject::Member* JsonObject::find(std::string_view key) const {
  for (const Member& member : m_members)
    if (member.key == key) return &member;
  return nullptr;
}

std::optional<std::int64_t> JsonObject::integer(const Member& member) {
  return member.type == Type::number ? numberOf<std::int64_t>(member.raw) : std::nullopt;
}

std::optional<double> JsonObject::real(const Member& member) {
  return member.type == Type::number ? numberOf<double>(member.raw) : std::nullopt;
}

std::optional<std::string_view> JsonObject::text(const Member& member) {
  if (member.type != Type::text) return std::nullopt;
  const std::string_view inside = member.raw.substr(1, member.raw.size() - 2);
  if (inside.find('\\') == std::string_view::npos) return inside;
  const std::size_t from = m_unescaped.size();
  for (std::size_t at = 0; at < inside.size();) {
    if (inside[at] != '\\') {
      m_unescaped += inside[at++];
      continue;
    }
    const std::size_t taken = appendEscape(m_unescaped, inside.substr(at + 1));
    if (taken == 0) return std::nullopt;
    at += 1 + taken;
  }
  return std::string_view(m_unescaped).substr(from);
}

}  // namespace ow::store
