// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operation_text.h"

#include <charconv>

#include <boost/json.hpp>

#include "store/schema.h"

namespace ow::store {

namespace json = boost::json;
using domain::FieldChange;
using domain::OperationKind;
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
    out.append(digits, std::to_chars(digits, digits + sizeof digits, *real, std::chars_format::scientific).ptr);
  } else if (const auto* text = std::get_if<std::string>(&value)) {
    appendText(out, *text);
  } else if (const auto* uuid = std::get_if<base::Uuid>(&value)) {
    out += '"' + uuid->text() + '"';
  } else {
    out += "null";
  }
}

bool hasBefore(OperationKind kind) {
  return kind == OperationKind::patch || kind == OperationKind::transition;
}

// Throws when the value does not fit the type of its field; readChanges catches.
Value valueOf(const json::value& v, FieldType type) {
  if (v.is_null()) return {};
  switch (type) {
    case FieldType::integer:
      return v.as_int64();
    case FieldType::real:
      return v.to_number<double>();
    case FieldType::id:
      return base::Uuid::parse(json::value_to<std::string>(v)).value();
    case FieldType::text:
      break;
  }
  return json::value_to<std::string>(v);
}

}  // namespace

std::string writeChanges(const domain::Operation& operation) {
  std::string out = "{";
  for (const FieldChange& change : operation.changes) {
    if (out.size() > 1) out += ',';
    appendText(out, change.field);
    out += ':';
    if (hasBefore(operation.kind)) {
      out += '[';
      appendValue(out, change.before);
      out += ',';
      appendValue(out, change.after);
      out += ']';
    } else {
      appendValue(out, change.after);
    }
  }
  return out + "}";
}

base::Result<std::vector<FieldChange>> readChanges(OperationKind kind, domain::EntityKind entity, std::string_view text) {
  const EntitySchema& schema = schemaOf(entity);
  try {
    std::vector<FieldChange> changes;
    const json::value root = json::parse(text);
    for (const auto& [field, value] : root.as_object()) {
      const FieldType type = schema.fields.at(std::size_t(schema.indexOf(field))).type;
      if (!hasBefore(kind)) {
        changes.push_back({field, {}, valueOf(value, type)});
        continue;
      }
      const json::array& pair = value.as_array();
      changes.push_back({field, valueOf(pair.at(0), type), valueOf(pair.at(1), type)});
    }
    return changes;
  } catch (const std::exception&) {
    return base::fail(base::ErrorKind::storeDamaged, {{"detail", "operation"}});
  }
}

}  // namespace ow::store
