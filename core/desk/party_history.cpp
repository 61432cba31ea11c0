// SPDX-License-Identifier: GPL-3.0-or-later
#include "desk/party_history.h"

#include <algorithm>

#include "domain/masking.h"
#include "store/operation_text.h"

namespace ow::desk {

using base::Result;
using domain::EntityKind;
using domain::FieldChange;
using domain::Operation;
using domain::OperationKind;

namespace {

constexpr std::size_t kCorrectionsShown = 20;

std::string textOf(const domain::Value& value) {
  const auto* text = std::get_if<std::string>(&value);
  return text != nullptr ? *text : std::string();
}

const FieldChange* changeOf(const Operation& operation, std::string_view field) {
  for (const FieldChange& change : operation.changes)
    if (change.field == field) return &change;
  return nullptr;
}

template <class T>
const T* withId(const std::vector<T>& all, domain::EntityId id) {
  const auto found = std::find_if(all.begin(), all.end(), [id](const T& one) { return one.id.uuid == id.uuid; });
  return found == all.end() ? nullptr : &*found;
}

// The word of the entity's kind, before and after: what the operation says, else what the entity is.
struct Kind {
  std::string before, after;
};
Kind kindOf(const Operation& operation, const char* field, std::string_view otherwise) {
  const FieldChange* change = changeOf(operation, field);
  if (change == nullptr) return {std::string(otherwise), std::string(otherwise)};
  return {textOf(change->before), textOf(change->after)};
}

class Reading {
 public:
  Reading(const Operation& operation, const store::PartyRecord& record, Values values)
      : m_operation(operation), m_record(record), m_isMasked(values == Values::masked) {}

  std::vector<CorrectedField> fields() {
    switch (m_operation.entity) {
      case EntityKind::party:
        party();
        break;
      case EntityKind::identifier:
        identifier();
        break;
      case EntityKind::contactPoint:
        contact();
        break;
      case EntityKind::address:
        if (const FieldChange* change = changeOf(m_operation, "text"))
          add("address", "", textOf(change->before), textOf(change->after), domain::maskedAddress);
        break;
      default:
        break;
    }
    return std::move(m_fields);
  }

 private:
  template <class Mask>
  void add(const std::string& field, const std::string& kind, const std::string& before, const std::string& after, Mask mask) {
    const auto shown = [&](const std::string& text) { return m_isMasked && !text.empty() ? std::string(mask(text)) : text; };
    m_fields.push_back({field, kind, shown(before), shown(after)});
  }

  void party() {
    for (const FieldChange& change : m_operation.changes) {
      const std::string before = textOf(change.before), after = textOf(change.after);
      if (change.field.ends_with("name")) {
        // The name of a firm or an institution is public.
        const bool isPerson = m_record.party.kind == domain::PartyKind::person;
        add(change.field, "", before, after, [&](const std::string& n) { return isPerson ? domain::maskedName(n) : n; });
      } else if (change.field == "birth_date") {
        add(change.field, "", before, after, [](const std::string& date) {
          const auto parsed = base::parseIsoDate(date);
          return parsed ? domain::maskedBirthDate(parsed.value()) : std::string();
        });
      } else {
        add(change.field, "", before, after, [](const std::string& text) { return text; });
      }
    }
  }

  void identifier() {
    const FieldChange* change = changeOf(m_operation, "normal");
    const auto* entity = withId(m_record.identifiers, m_operation.entityId);
    const Kind kind = kindOf(m_operation, "type", entity != nullptr ? base::code(entity->type) : std::string_view());
    if (change == nullptr) return;
    const auto shown = [this](const std::string& word, const std::string& number) {
      const auto type = base::fromCode<domain::IdentifierType>(word).value_or(domain::IdentifierType::other);
      return m_isMasked && !number.empty() ? domain::maskedIdentifier(type, number) : number;
    };
    m_fields.push_back(
        {"identifier", kind.after, shown(kind.before, textOf(change->before)), shown(kind.after, textOf(change->after))});
  }

  void contact() {
    const auto* entity = withId(m_record.contactPoints, m_operation.entityId);
    const Kind kind = kindOf(m_operation, "kind", entity != nullptr ? base::code(entity->kind) : std::string_view());
    const bool isPhone = kind.after == base::code(domain::ContactKind::phone);
    const auto mask = [isPhone](const std::string& text) {
      return isPhone ? domain::maskedPhone(text) : domain::maskedEmail(text);
    };
    const FieldChange* text = changeOf(m_operation, "normal");
    if (text != nullptr) add(isPhone ? "phone" : "email", kind.after, textOf(text->before), textOf(text->after), mask);
    const FieldChange* preferred = changeOf(m_operation, "is_preferred");
    if (preferred == nullptr || preferred->after != domain::Value(std::int64_t{1})) return;
    const std::string now = text != nullptr ? textOf(text->after) : entity != nullptr ? entity->normal : std::string();
    add("preferred_contact", kind.after, "", now, mask);
  }

  const Operation& m_operation;
  const store::PartyRecord& m_record;
  bool m_isMasked;
  std::vector<CorrectedField> m_fields;
};

struct Told {
  std::int64_t seq = 0;
  PastCorrection correction;
};

Result<void> collect(store::Connection& connection, const store::PartyRecord& record, domain::EntityId entity,
                     std::vector<Told>& told) {
  OW_TRY(auto row, connection.prepare("SELECT o.seq, o.entity, o.at, o.changes, s.name, o.kind FROM operation o"
                                      " LEFT JOIN staff s ON s.id = o.author"
                                      " WHERE o.purpose = 'correction' AND o.entity_id = ?1 ORDER BY o.seq DESC LIMIT ?2"));
  row.bindUuid(1, entity.uuid).bindInt(2, std::int64_t(kCorrectionsShown));
  for (;;) {
    OW_TRY(const bool more, row.step());
    if (!more) return base::success();
    Operation operation;
    operation.entity = base::fromCode<EntityKind>(row.view(1)).value_or(EntityKind::party);
    operation.entityId = entity;
    operation.kind = base::fromCode<OperationKind>(row.view(5)).value_or(OperationKind::patch);
    OW_TRY(operation.changes, store::readChanges(operation.kind, operation.entity, row.view(3)));
    const FieldChange* reason = changeOf(operation, "reason");
    for (auto& field : correctedFields(operation, record, Values::masked))
      told.push_back({row.integer(0),
                      {base::fromMillis(row.integer(2)), row.text(4), std::move(field),
                       reason != nullptr ? textOf(reason->after) : std::string()}});
  }
}

}  // namespace

std::vector<CorrectedField> correctedFields(const Operation& operation, const store::PartyRecord& record, Values values) {
  return Reading(operation, record, values).fields();
}

Result<std::vector<PastCorrection>> correctionsOf(store::Connection& connection, const store::PartyRecord& record) {
  std::vector<Told> told;
  OW_TRYV(collect(connection, record, domain::anyId(record.party.id), told));
  for (const auto& one : record.identifiers) OW_TRYV(collect(connection, record, domain::anyId(one.id), told));
  for (const auto& one : record.contactPoints) OW_TRYV(collect(connection, record, domain::anyId(one.id), told));
  for (const auto& one : record.addresses) OW_TRYV(collect(connection, record, domain::anyId(one.id), told));
  std::stable_sort(told.begin(), told.end(), [](const Told& a, const Told& b) { return a.seq > b.seq; });
  if (told.size() > kCorrectionsShown) told.resize(kCorrectionsShown);
  std::vector<PastCorrection> corrections;
  for (Told& one : told) corrections.push_back(std::move(one.correction));
  return corrections;
}

}  // namespace ow::desk
