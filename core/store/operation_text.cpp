// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operation_text.h"

#include <charconv>

#include <boost/json.hpp>

namespace ow::store {

namespace json = boost::json;
using domain::Value;

namespace {

// Written by hand because every imported row passes here; a test holds it against Boost.JSON's reader.
void appendText(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789abcdef";
  out += '"';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (byte < 0x20) {
      out += {'\\', 'u', '0', '0', kHex[byte >> 4U], kHex[byte & 15U]};
    } else {
      out += c;
    }
  }
  out += '"';
}

void appendValue(std::string& out, const Value& value) {
  char digits[40];
  if (const auto* number = std::get_if<std::int64_t>(&value)) {
    out.append(digits, std::to_chars(digits, digits + sizeof digits, *number).ptr);
  } else if (const auto* real = std::get_if<double>(&value)) {
    out += "{\"r\":";
    out.append(digits, std::to_chars(digits, digits + sizeof digits, *real, std::chars_format::scientific).ptr);
    out += '}';
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    appendText(out, *text);
  } else if (const auto* uuid = std::get_if<base::Uuid>(&value)) {
    out += "{\"id\":\"" + uuid->text() + "\"}";
  } else {
    out += "null";
  }
}

Value valueOf(const json::value& v) {
  if (v.is_int64()) return v.get_int64();
  if (v.is_string()) return json::value_to<std::string>(v);
  if (!v.is_object()) return {};
  const json::object& o = v.get_object();
  if (const auto* real = o.if_contains("r")) return real->to_number<double>();
  return base::Uuid::parse(json::value_to<std::string>(o.at("id"))).value();
}

}  // namespace

std::string writeChanges(const std::vector<domain::FieldChange>& changes) {
  std::string out = "[";
  for (const domain::FieldChange& change : changes) {
    if (out.size() > 1) out += ',';
    out += '[';
    appendText(out, change.field);
    out += ',';
    appendValue(out, change.before);
    out += ',';
    appendValue(out, change.after);
    out += ']';
  }
  return out + "]";
}

base::Result<std::vector<domain::FieldChange>> readChanges(std::string_view text) {
  try {
    std::vector<domain::FieldChange> changes;
    const json::value root = json::parse(text);
    for (const json::value& item : root.as_array()) {
      const json::array& triple = item.as_array();
      changes.push_back({json::value_to<std::string>(triple.at(0)), valueOf(triple.at(1)), valueOf(triple.at(2))});
    }
    return changes;
  } catch (const std::exception&) {
    return base::fail(base::ErrorKind::storeDamaged, {{"detail", "operation"}});
  }
}

}  // namespace ow::store
