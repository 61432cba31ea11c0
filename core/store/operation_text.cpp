// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/operation_text.h"

#include <optional>

#include "domain/row_text.h"
#include "store/json_object.h"
#include "store/schema.h"

namespace ow::store {

using domain::FieldChange;
using domain::OperationKind;
using domain::Value;

namespace {

bool hasBefore(OperationKind kind) {
  return kind == OperationKind::patch || kind == OperationKind::transition;
}

// Nothing when the value does not fit the type of its field.
std::optional<Value> ownValueOf(JsonObject& json, const JsonObject::Member& member, FieldType type) {
  if (member.type == JsonObject::Type::null) return Value{};
  const auto found = [](auto value) { return value ? std::optional(Value(*value)) : std::nullopt; };
  switch (type) {
    case FieldType::integer:
      return found(JsonObject::integer(member));
    case FieldType::real:
      return found(JsonObject::real(member));
    case FieldType::id: {
      const auto text = json.text(member);
      return text ? found(base::Uuid::parse(*text)) : std::nullopt;
    }
    case FieldType::text:
      break;
  }
  const auto text = json.text(member);
  return text ? std::optional(Value(std::string(*text))) : std::nullopt;
}

// [before, after]; nothing when it is no such pair.
std::optional<FieldChange> pairOf(const JsonObject::Member& member, const FieldSchema& field) {
  JsonObject pair;
  if (!pair.readArray(member.raw) || pair.members().size() != 2) return std::nullopt;
  const auto before = ownValueOf(pair, pair.members()[0], field.type);
  const auto after = ownValueOf(pair, pair.members()[1], field.type);
  return before && after ? std::optional(FieldChange{field.name, *before, *after}) : std::nullopt;
}

}  // namespace

std::string writeChanges(const domain::Operation& operation) {
  std::string out = "{";
  for (const FieldChange& change : operation.changes) {
    if (out.size() > 1) out += ',';
    domain::appendJsonText(out, change.field);
    out += ':';
    if (hasBefore(operation.kind)) {
      out += '[';
      domain::appendJsonValue(out, change.before);
      out += ',';
      domain::appendJsonValue(out, change.after);
      out += ']';
    } else {
      domain::appendJsonValue(out, change.after);
    }
  }
  return out + "}";
}

base::Result<std::vector<FieldChange>> readChanges(OperationKind kind, domain::EntityKind entity, std::string_view text) {
  const auto damaged = [] { return base::fail(base::ErrorKind::storeDamaged, {{"detail", "operation"}}); };
  const EntitySchema& schema = schemaOf(entity);
  JsonObject json;
  if (!json.read(text)) return damaged();
  std::vector<FieldChange> changes;
  for (const JsonObject::Member& member : json.members()) {
    const int place = schema.indexOf(member.key);
    if (place < 0) return damaged();
    const FieldSchema& field = schema.fields[std::size_t(place)];
    if (hasBefore(kind)) {
      auto change = pairOf(member, field);
      if (!change) return damaged();
      changes.push_back(std::move(*change));
      continue;
    }
    auto value = ownValueOf(json, member, field.type);
    if (!value) return damaged();
    changes.push_back({field.name, {}, std::move(*value)});
  }
  return changes;
}

}  // namespace ow::store
