// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/row_text.h"

#include <algorithm>
#include <charconv>

#include "base/digest.h"

namespace ow::domain {

namespace {

constexpr std::size_t kLongestNumber = 400;  // 1e308 without an exponent, and its decimals

char shortEscape(unsigned char byte) {
  switch (byte) {
    case '"':
      return '"';
    case '\\':
      return '\\';
    case '\b':
      return 'b';
    case '\f':
      return 'f';
    case '\n':
      return 'n';
    case '\r':
      return 'r';
    case '\t':
      return 't';
    default:
      return 0;
  }
}

}  // namespace

// Written by hand because every imported row passes here; a test holds it against Boost.JSON's reader.
void appendJsonText(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (const char escape = shortEscape(byte)) {
      out += {'\\', escape};
    } else if (byte < 0x20) {
      out += {'\\', 'u', '0', '0', kHex[byte >> 4U], kHex[byte & 15U]};
    } else {
      out += c;
    }
  }
  out += '"';
}

void appendJsonValue(std::string& out, const Value& value) {
  char digits[kLongestNumber];
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
  } else if (const auto* real = std::get_if<double>(&value)) {
    const double positive = *real == 0 ? 0.0 : *real;  // PostgreSQL knows no negative zero
    out.append(digits, std::to_chars(digits, digits + sizeof digits, positive, std::chars_format::fixed).ptr);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    appendJsonText(out, *text);
  } else if (const auto* uuid = std::get_if<base::Uuid>(&value)) {
    out += '"' + uuid->text() + '"';
  } else {
    out += "null";
  }
}

std::string rowText(std::vector<NamedValue> fields) {
  std::erase_if(fields, [](const NamedValue& f) { return std::holds_alternative<std::monostate>(f.second); });
  std::sort(fields.begin(), fields.end(), [](const NamedValue& a, const NamedValue& b) {
    return a.first.size() != b.first.size() ? a.first.size() < b.first.size() : a.first < b.first;
  });
  std::string out = "{";
  for (const auto& [name, value] : fields) {
    if (out.size() > 1) out += ", ";
    appendJsonText(out, name);
    out += ": ";
    appendJsonValue(out, value);
  }
  return out + "}";
}

RowDigest rowDigest(std::string_view kind, const EntityId& id, std::string_view rowText) {
  std::string all;
  all.reserve(kind.size() + rowText.size() + 38);
  all.append(kind).append(" ").append(id.text()).append(" ").append(rowText);
  return base::digest64(all);
}

}  // namespace ow::domain
