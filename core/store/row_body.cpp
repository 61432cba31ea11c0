// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/row_body.h"

#include <algorithm>

#include "domain/row_text.h"

namespace ow::store {

namespace {

// The order of a row text: by length, then by bytes.
bool isBefore(std::string_view a, std::string_view b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

bool fits(const FieldSchema& field, const FieldValue& value) {
  if (field.fits == nullptr) return true;
  if (const auto* text = std::get_if<std::string_view>(&value)) return field.fits(std::string(*text));
  if (const auto* number = std::get_if<std::int64_t>(&value)) return field.fits(*number);
  return true;
}

// Nothing when the member does not fit the field's type.
std::optional<FieldValue> valueOf(JsonObject& json, const JsonObject::Member& member, FieldType type) {
  const auto found = [](auto value) { return value ? std::optional(FieldValue(*value)) : std::nullopt; };
  switch (type) {
    case FieldType::integer:
      return found(JsonObject::integer(member));
    case FieldType::real:
      return found(JsonObject::real(member));
    case FieldType::text: {
      const auto text = json.text(member);
      return text && text->find('\0') == std::string_view::npos ? found(text) : std::nullopt;
    }
    case FieldType::id: {
      const auto text = json.text(member);
      return text ? found(base::Uuid::parse(*text)) : std::nullopt;
    }
  }
  return std::nullopt;
}

void appendColumn(std::string& out, const Statement& row, int column, FieldType type) {
  if (type == FieldType::text)
    domain::appendJsonText(out, row.view(column));
  else
    domain::appendJsonValue(out, row.value(column));
}

void appendKey(std::string& out, std::string_view key) {
  if (out.size() > 1) out += ", ";
  out.append("\"").append(key).append("\": ");
}

}  // namespace

void bindField(Statement& statement, int index, const FieldValue& value) {
  if (const auto* text = std::get_if<std::string_view>(&value))
    statement.bindText(index, *text);
  else if (const auto* number = std::get_if<std::int64_t>(&value))
    statement.bindInt(index, *number);
  else if (const auto* uuid = std::get_if<base::Uuid>(&value))
    statement.bindUuid(index, *uuid);
  else if (const auto* real = std::get_if<double>(&value))
    statement.bind(index, domain::Value(*real));
  else
    statement.bindNull(index);
}

RowBody::Fault RowBody::read(const EntitySchema& schema, std::string_view body) {
  m_rest.clear();
  m_values.assign(schema.fields.size(), FieldValue{});
  m_next = 0;
  if (!m_json.read(body)) return Fault::body;
  for (const JsonObject::Member& member : m_json.members()) {
    const int place = placeOf(schema, member.key);
    if (place < 0) {
      keep(member);
      continue;
    }
    if (member.type == JsonObject::Type::null) continue;
    const FieldSchema& field = schema.fields[std::size_t(place)];
    const auto value = valueOf(m_json, member, field.type);
    if (!value || !fits(field, *value)) return Fault::value;
    m_values[std::size_t(place)] = *value;
  }
  if (!m_rest.empty()) m_rest += '}';
  for (std::size_t i = 0; i < schema.fields.size(); ++i)
    if (!schema.fields[i].isOptional && std::holds_alternative<std::monostate>(m_values[i])) return Fault::value;
  return Fault::none;
}

// Members come in the order of a row text: from where the last one was found on.
int RowBody::placeOf(const EntitySchema& schema, std::string_view key) {
  for (std::size_t i = m_next; i < schema.textOrder.size(); ++i) {
    const int place = schema.textOrder[i];
    if (schema.fields[std::size_t(place)].name != key) continue;
    m_next = i + 1;
    return place;
  }
  return schema.indexOf(key);
}

void RowBody::keep(const JsonObject::Member& unknown) {
  if (unknown.type == JsonObject::Type::null) return;
  if (m_rest.empty()) m_rest = "{";
  appendKey(m_rest, unknown.key);
  m_rest.append(unknown.raw);
}

base::Uuid RowBody::reference(const EntitySchema& schema, std::string_view field) const {
  const int place = schema.indexOf(field);
  const auto* id = place < 0 ? nullptr : std::get_if<base::Uuid>(&m_values[std::size_t(place)]);
  return id == nullptr ? base::Uuid{} : *id;
}

std::string digestColumns(const EntitySchema& schema) {
  std::string columns = "t.id";
  for (const FieldSchema& field : schema.fields) columns += ", t." + field.name;
  return columns + ", t.rest";
}

std::string textOfRow(const EntitySchema& schema, const Statement& row, int first) {
  JsonObject rest;
  std::vector<JsonObject::Member> unknown;
  const int restColumn = first + int(schema.fields.size()) + 1;
  if (!row.isNull(restColumn) && rest.read(row.view(restColumn))) unknown = rest.members();
  std::sort(unknown.begin(), unknown.end(), [](const auto& a, const auto& b) { return isBefore(a.key, b.key); });

  std::string text = "{";
  auto next = unknown.begin();
  const auto appendUnknownBefore = [&](std::string_view key) {
    for (; next != unknown.end() && (key.empty() || isBefore(next->key, key)); ++next) {
      appendKey(text, next->key);
      text.append(next->raw);
    }
  };
  for (const int place : schema.textOrder) {
    const int column = first + 1 + place;
    if (row.isNull(column)) continue;
    const FieldSchema& field = schema.fields[std::size_t(place)];
    appendUnknownBefore(field.name);
    appendKey(text, field.name);
    appendColumn(text, row, column, field.type);
  }
  appendUnknownBefore({});
  return text += '}';
}

domain::RowDigest digestOfRow(const EntitySchema& schema, const Statement& row, int first) {
  return domain::rowDigest(base::code(schema.kind), {row.uuid(first)}, textOfRow(schema, row, first));
}

}  // namespace ow::store
