// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/telling.h"

#include <sstream>

#include "domain/masking.h"
#include "domain/merge.h"
#include "domain/row_text.h"
#include "store/conflict_queries.h"

namespace ow::desk {

using base::ErrorKind;
using base::Result;
using domain::EntityKind;
using domain::Value;

namespace {

constexpr int kDeepest = 3;  // a proposal about an event of a case

std::optional<base::Uuid> idIn(const Value& value) {
  if (const auto* id = std::get_if<base::Uuid>(&value)) return *id;
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? base::Uuid::parse(*text) : std::nullopt;
}

bool hasPart(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

bool isPlace(std::string_view field) {
  return field == "latitude" || field == "longitude" || field == "grid";
}

std::string numberText(const Value& value) {
  std::string text;
  domain::appendJsonValue(text, value);
  return text;
}

// The value that stands for nothing when there is no such row.
Result<Value> fieldIfThere(store::Connection& connection, EntityKind kind, domain::EntityId id, const std::string& field) {
  auto value = store::fieldOf(connection, kind, id, field);
  if (!value && value.error().kind == ErrorKind::notFound) return Value{};
  return value;
}

Value changedTo(const std::vector<domain::FieldChange>& changes, std::string_view field) {
  for (const auto& change : changes)
    if (change.field == field) return change.after;
  return {};
}

}  // namespace

Value columnValue(const store::FieldSchema& field, const Value& value) {
  if (field.type == store::FieldType::id) {
    const auto id = idIn(value);
    return id ? Value{*id} : Value{};
  }
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (field.type == store::FieldType::real && whole != nullptr) return static_cast<double>(*whole);
  return value;
}

Result<std::string> Telling::nameOf(const std::optional<domain::StaffId>& staff) {
  if (!staff) return std::string();
  if (const auto known = m_staff.find(staff->uuid); known != m_staff.end()) return known->second;
  OW_TRY(const auto name, fieldIfThere(m_connection, EntityKind::staff, domain::anyId(*staff), "name"));
  const auto* text = std::get_if<std::string>(&name);
  return m_staff.emplace(staff->uuid, text != nullptr ? *text : std::string()).first->second;
}

Result<std::string> Telling::wordOf(EntityKind kind, domain::EntityId id, const char* field) {
  OW_TRY(const auto value, fieldIfThere(m_connection, kind, id, field));
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::string();
}

// The name of a firm or an institution is public.
Result<std::string> Telling::partyName(base::Uuid id) {
  OW_TRY(const auto name, wordOf(EntityKind::party, {id}, "name"));
  return masked(EntityKind::party, {id}, "name", name);
}

Result<bool> Telling::findSubject(EntityKind kind, domain::EntityId id, WorkSubject& subject) {
  if (kind == EntityKind::case_) {
    OW_TRY(subject.text, wordOf(kind, id, "number"));
    if (!subject.text.empty()) subject.caseId = domain::CaseId{id.uuid};
  } else if (kind == EntityKind::party) {
    OW_TRY(subject.text, partyName(id.uuid));
    if (!subject.text.empty()) subject.party = domain::PartyId{id.uuid};
  } else if (kind == EntityKind::service || kind == EntityKind::staff) {
    OW_TRY(subject.text, wordOf(kind, id, "name"));
  } else if (kind == EntityKind::ticket) {
    OW_TRY(subject.text, wordOf(kind, id, "number"));
  }
  return !subject.text.empty();
}

Result<WorkSubject> Telling::subjectOf(std::string_view word, domain::EntityId id,
                                       const std::vector<domain::FieldChange>& changes) {
  WorkSubject subject;
  std::string kindWord(word);
  for (int depth = 0; depth < kDeepest; ++depth) {
    const auto kind = base::fromCode<EntityKind>(kindWord);
    if (!kind) return subject;
    OW_TRY(const bool isFound, findSubject(*kind, id, subject));
    if (isFound) return subject;
    std::optional<base::Uuid> parent;
    std::string_view via;
    for (const std::string_view field : domain::parentFields(kindWord)) {
      OW_TRY(auto value, fieldIfThere(m_connection, *kind, id, std::string(field)));
      if (!idIn(value) && depth == 0) value = changedTo(changes, field);
      parent = idIn(value);
      via = field;
      if (parent) break;
    }
    if (!parent) return subject;
    if (via == "entity_id") {
      OW_TRY(kindWord, wordOf(*kind, id, "entity"));
    } else {
      kindWord = hasPart(via, "party") ? "party" : "case";
    }
    id = {*parent};
  }
  return subject;
}

Result<std::string> Telling::nameBehind(const std::string& field, base::Uuid id) {
  if (hasPart(field, "party") || field == "agent_id") return partyName(id);
  if (field == "service_id") return wordOf(EntityKind::service, {id}, "name");
  if (hasPart(field, "case")) return wordOf(EntityKind::case_, {id}, "number");
  return nameOf(domain::StaffId{id});
}

Result<std::string> Telling::masked(EntityKind kind, domain::EntityId id, const std::string& field, std::string text) {
  if (!m_isMasked || text.empty()) return text;
  if (kind == EntityKind::party) {
    OW_TRY(const auto word, wordOf(kind, id, "kind"));
    if (word != base::code(domain::PartyKind::person)) return text;
    if (hasPart(field, "name")) return domain::maskedName(text);
    if (field != "birth_date") return text;
    const auto date = base::parseIsoDate(text);
    return date ? domain::maskedBirthDate(date.value()) : std::string("****");
  }
  const bool isNumber = field == "raw" || field == "normal";
  if (kind == EntityKind::identifier && isNumber) {
    OW_TRY(const auto word, wordOf(kind, id, "type"));
    return domain::maskedIdentifier(base::fromCode<domain::IdentifierType>(word).value_or(domain::IdentifierType::other), text);
  }
  if (kind == EntityKind::contactPoint && isNumber) {
    OW_TRY(const auto word, wordOf(kind, id, "kind"));
    return word == base::code(domain::ContactKind::phone) ? domain::maskedPhone(text) : domain::maskedEmail(text);
  }
  if (kind == EntityKind::address && field == "text") return domain::maskedAddress(text);
  if (kind == EntityKind::address && isPlace(field)) return std::string("****");
  return text;
}

Result<ToldValue> Telling::valueOf(EntityKind kind, domain::EntityId id, const std::string& field, const Value& value) {
  using enum ToldValue::Kind;
  ToldValue told;
  if (std::holds_alternative<std::monostate>(value)) return told;
  const store::EntitySchema& schema = store::schemaOf(kind);
  const int place = schema.indexOf(field);
  const store::FieldSchema known = place < 0 ? store::FieldSchema{} : schema.fields[std::size_t(place)];
  const auto* whole = std::get_if<std::int64_t>(&value);
  if (const auto reference = idIn(value); known.type == store::FieldType::id && reference) {
    told.kind = text;
    OW_TRY(told.text, nameBehind(field, *reference));
  } else if (whole != nullptr && field.ends_with("_at")) {
    told.kind = instant;
    told.at = base::fromMillis(*whole);
  } else if (whole != nullptr && field.starts_with("is_")) {
    told.kind = flag;
    told.number = *whole;
  } else if (const auto* words = std::get_if<std::string>(&value)) {
    const bool isDate = known.fits != nullptr && base::parseIsoDate(*words).has_value();
    told.kind = known.fits == nullptr ? text : isDate ? date : word;
    OW_TRY(told.text, masked(kind, id, field, *words));
    if (isDate && told.text != *words) told.kind = text;  // masked: no date any more
  } else {
    told.kind = number;
    OW_TRY(told.text, masked(kind, id, field, numberText(value)));
  }
  return told;
}

}  // namespace ow::desk
